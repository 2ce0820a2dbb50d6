"""The scenes of the designer: a design at work, and what is asked over it."""

from __future__ import annotations

from typing import Any

from desktop_app.actions.templates import save_template
from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Colour, Condition, Fact, Format
from desktop_app.domain.design_handles import Handle, point_of
from desktop_app.domain.design_new import Thing, Wish, add
from desktop_app.domain.design_text import set_palette
from desktop_app.domain.printing import Kind
from desktop_app.domain.templates import UsedBy, own_key
from desktop_app.queries.printing import print_rows
from desktop_app.queries.templates import own_templates
from desktop_app.ui.designer.conditions import ConditionQuestion
from desktop_app.ui.designer.cropping import Cropping
from desktop_app.ui.designer.dialog import Designer, open_designer
from desktop_app.ui.designer.gestures import Held
from desktop_app.ui.designer.uses import UsesQuestion
from desktop_app.ui.designer.versions import VersionsQuestion
from tests.pictures import meadow
from tests.ui.around import House


def designer(house: House) -> None:
    """A design at work, its letter selected."""
    opened(house).space.session.select(["letter"])  # type: ignore[union-attr]


def fields(house: House) -> None:
    """The list of fields over the designer."""
    designer(house)
    shown(house).space.insert_field()  # type: ignore[union-attr]


def conditions(house: House) -> None:
    """When another wording is printed."""
    designer(house)
    when = (Condition(Fact.FIRST), Condition(Fact.GIFT, False))
    ConditionQuestion(house.window.desk, shown(house), when=when).open()


def cut(house: House) -> None:
    """A picture being cut, what is cut off dimmed."""
    window = opened(house, Kind.BIRTHDAY, "")
    space = window.space
    assert space is not None
    space.bench.add_picture(meadow())
    house.settle()
    house.qtbot.waitUntil(lambda: bool(space.session.seen_of("picture")), timeout=20_000)
    found: list[Cropping] = []
    space.bench.cutting.connect(found.append)
    space.bench.cut_picture("picture")
    house.settle()
    house.qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    cropping, view = found[0], space.canvas.view
    edge = cropping.begin(view.to_points(*point_of(cropping.frame, Handle.E)), view)
    assert edge is not None
    edge.pull((cropping.frame.right - 14, cropping.frame.centre[1]), Held())
    edge.finish()
    space.session.keep(space.session.history.now)  # nothing would be lost
    house.settle()


def versions(house: House) -> None:
    """What a design's earlier versions changed and how they looked."""
    window = opened(house, key=_own(house))
    assert window.keeping is not None
    window.keeping.versions()
    house.settle()
    question = window.keeping.question
    assert isinstance(question, VersionsQuestion)
    house.qtbot.waitUntil(lambda: not question.picture.pixmap().isNull(), timeout=20_000)


def uses(house: House) -> None:
    """The runs a design was printed in."""
    designer(house)
    runs: list[Any] = []
    house.window.work.ask(print_rows, then=runs.extend)
    house.settle()
    UsesQuestion(house.window.desk, shown(house), UsedBy(True, tuple(runs))).open()


def _own(house: House) -> str:
    """A design of the shop's own with three versions, made once."""
    work = house.window.work
    found: list[Any] = []
    made: list[Any] = []
    work.ask(own_templates, Kind.THANK_YOU, then=found.append)
    house.settle()
    if found[0]:
        return str(found[0][0].key)
    first = load_template(Kind.THANK_YOU, "sprig")
    second, _ = add(first, Wish(Thing.LINE, at=(50, 120)), form=Format.MEDIUM)
    third = set_palette(second, Colour.ACCENT, "#2C6048")
    work.change(save_template, first, "Mazais veikals", then=made.append)
    house.settle()
    number = made[0][0]
    for template in (second, third):
        work.change(save_template, template, "Mazais veikals", template_id=number)
        house.settle()
    return own_key(number)


def opened(house: House, kind: Kind = Kind.THANK_YOU, key: str = "sprig") -> Designer:
    """The designer with a design, its page laid out, as large as the window lets it be."""
    house.window.desk.settings.forget("designer.geometry")
    window = open_designer(house.window.desk, house.shell, kind, key)
    house.settle()
    house.qtbot.waitUntil(lambda: window.space is not None and window.space.canvas.image is not None, timeout=20_000)
    return window


def shown(house: House) -> Designer:
    """The designer that is open."""
    return next(one for one in house.shell.findChildren(Designer) if one.isVisible())
