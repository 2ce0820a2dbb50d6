"""A birthday card from nothing by mouse and keys, undone and done again, carried into another shop, printed there."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.actions.printing import make_parcel_papers
from desktop_app.actions.template_files import export_template, import_template
from desktop_app.actions.templates import read_template, with_pictures
from desktop_app.documents.templates import template_json
from desktop_app.domain.cards import Fact, TextItem
from desktop_app.domain.design_handles import Handle
from desktop_app.domain.design_samples import Sample, sample
from desktop_app.domain.printing import Kind
from desktop_app.domain.templates import own_key
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.printing import shop_details
from desktop_app.queries.settings import settings
from desktop_app.store.connect import open_shop
from desktop_app.ui.designer.conditions import ConditionQuestion
from tests.made import BY, TODAY
from tests.ui.designer.hand import Hand

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MOST = 40  # clicks, drags, keys and typed texts


def make_card(hand: Hand) -> None:
    """A ground, a heading in three languages, a wish with the name, a sprig, a line, a signature, a code."""
    hand.press("Background")
    hand.press("Heading")
    hand.write("Happy birthday!")
    hand.key(Qt.Key.Key_Tab)
    hand.write("С днём рождения!")
    hand.key(Qt.Key.Key_Tab)
    hand.write("Daudz laimes dzimšanas dienā!")
    heading = hand.frame("heading")
    hand.drag(heading.centre, (heading.centre[0], 48))
    hand.press("Text")
    for number, text in enumerate(("many happy returns from all of us.", "всего самого доброго!", "sveicam no sirds!")):
        if number:
            hand.key(Qt.Key.Key_Tab)
        hand.write(f"{{customer.greeting}}\n{text}")
    words = hand.frame("text")
    hand.drag(words.centre, (words.centre[0], 76))
    hand.press("Ornament")
    hand.key(Qt.Key.Key_Return)
    drawing = hand.frame("ornament")
    hand.drag(drawing.centre, (84, 18))
    hand.pull(Handle.SW, (52, 40))
    hand.press("Line")
    line = hand.frame("line")
    hand.drag(line.centre, (30, 112))
    hand.press("Signature")
    name = hand.frame("signature")
    hand.drag(name.centre, (32, 124))
    hand.press("QR code")
    code = hand.frame("qr")
    hand.drag(code.centre, (84, 127))


def bytes_printed(shop: Shop, key: str, to: Path) -> str:
    """The file a shop prints of the design for one person."""
    template = read_template(shop, Kind.BIRTHDAY, key)
    details = with_pictures(shop, shop_details(shop), [template])
    person = sample(Sample.USUAL, Language.LV, today=TODAY, qr="https://example.com")
    made = make_parcel_papers(
        [person], details, kind=Kind.BIRTHDAY, values=settings(shop), to=to, design=key, own_designs={key: template},
        by=BY,
    )  # fmt: skip
    assert made.cards == 1
    assert made.remarks == ()
    return hashlib.sha256(to.read_bytes()).hexdigest()


def test_a_birthday_card_from_nothing(blank: Hand, tmp_path: Path, ready_file: Path) -> None:
    first = blank.template
    make_card(blank)
    made = blank.template
    assert blank.actions < MOST
    assert {item.id for item in made.items} == {
        "background", "heading", "text", "ornament", "line", "signature", "qr",
    }  # fmt: skip
    heading = blank.item("heading")
    assert isinstance(heading, TextItem)
    assert [made.texts[heading.text][one][0].text for one in Language] == [
        "Happy birthday!", "С днём рождения!", "Daudz laimes dzimšanas dienā!",
    ]  # fmt: skip
    seen = blank.session.page
    assert seen is not None
    assert [name for name, one in seen.items.items() if one.overflow or one.lost] == []

    _undo_and_redo_everything(blank, first)
    assert blank.template == made

    file = _save_and_export(blank, tmp_path)
    _carried(blank, file, tmp_path, ready_file)


def _undo_and_redo_everything(hand: Hand, first: object) -> None:
    steps = len(hand.session.history.past)
    assert steps >= 15
    hand.canvas.setFocus()
    hand.key(Qt.Key.Key_Z, CTRL, times=steps)
    assert hand.template == first
    assert hand.session.history.undo_title is None
    hand.key(Qt.Key.Key_Z, CTRL | SHIFT, times=steps)
    assert hand.session.history.redo_title is None


def _save_and_export(hand: Hand, folder: Path) -> Path:
    hand.key(Qt.Key.Key_S, CTRL)
    question = hand.designer.keeping.question  # type: ignore[union-attr]
    hand.write("Wild roses")
    hand.press("Save", question)
    keeping = hand.designer.keeping
    assert keeping is not None
    assert keeping.key == own_key(1)
    assert not hand.session.dirty
    file = folder / "roses.cordial-card"
    keeping.export_to(file)
    hand.settle()
    return file


def _carried(hand: Hand, file: Path, folder: Path, ready_file: Path) -> None:
    """Into an empty shop and printed there: the same design, the same file."""
    other_file = folder / "other.cordial"
    shutil.copy(ready_file, other_file)
    other = open_shop(str(other_file), today=lambda: TODAY)
    try:
        number, _ = import_template(other, file, actor=BY)
        key = own_key(int(number))
        here = hand.around.ask(lambda shop: read_template(shop, Kind.BIRTHDAY, own_key(1)))
        assert template_json(read_template(other, Kind.BIRTHDAY, key)) == template_json(here)
        printed = bytes_printed(other, key, folder / "there.pdf")
        again = folder / "again.cordial-card"
        export_template(other, Kind.BIRTHDAY, key, again)
    finally:
        other.close()
    assert hand.around.ask(lambda shop: bytes_printed(shop, own_key(1), folder / "here.pdf")) == printed
    assert again.read_bytes() == file.read_bytes()


def test_a_condition_is_chosen_in_words(blank: Hand) -> None:
    blank.press("Area")
    blank.press("Conditions…", blank.space.properties)
    question = next(one for one in blank.designer.findChildren(ConditionQuestion) if one.isVisible())
    blank.write("first order")
    blank.key(Qt.Key.Key_Return)
    blank.press("Use these", question)
    when = blank.item("area").when
    assert [(one.fact, one.wanted) for one in when] == [(Fact.FIRST, True)]
