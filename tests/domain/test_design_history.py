"""Any sequence of edits, taken back, is the first design again; every design on the way passes the checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desktop_app.documents.templates import load_template
from desktop_app.domain.cards import Align, Colour, Condition, Face, Fact, Format, Side, Template, Variant
from desktop_app.domain.design import CARDS, Frame, Places
from desktop_app.domain.design_clip import copy, duplicate, paste
from desktop_app.domain.design_history import History
from desktop_app.domain.design_items import (
    Order,
    group,
    lock,
    remove,
    reorder,
    set_when,
    to_side,
    ungroup,
)
from desktop_app.domain.design_new import Thing, Wish, add, things
from desktop_app.domain.design_place import Axis, Edge, Stand, align, distribute, move, resize, rotate
from desktop_app.domain.design_text import set_colour, set_part, set_style, set_variants
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Language, Message
from tests.documents.designed import templates
from tests.domain.designs import empty, read_again, set_words

millimetres = st.floats(-700, 700)
frames = st.builds(Frame, millimetres, millimetres, st.floats(0, 900), st.floats(0, 900), st.floats(-720, 720))
STARTS = (
    empty(),
    load_template(Kind.THANK_YOU, "sprig"),
    load_template(Kind.PACKING_INSERT, "wave"),
)


@st.composite
def edits(draw: st.DrawFn, template: Template) -> Template:
    """The design after one edit of any sort to any of its items, wherever the proof says they are."""
    ids = [item.id for item in template.items]
    some = draw(st.lists(st.sampled_from(ids), max_size=4)) if ids else []
    one = some[0] if some else ""
    form = draw(st.sampled_from(list(Format)))
    places: Places = {form: {name: draw(frames)._replace(rotate=0) for name in some}} if draw(st.booleans()) else {}
    stand = Stand(form, CARDS[form], places)
    language, side = draw(st.sampled_from(list(Language))), draw(st.sampled_from(list(Side)))
    words = draw(st.text(st.characters(codec="utf-8", exclude_characters="{}"), max_size=30))
    when = (Condition(draw(st.sampled_from(list(Fact))), draw(st.booleans())),)
    wish = Wish(draw(st.sampled_from(things(template.kind))), side, picture="a" * 64)
    number = draw(st.floats(-1000, 1000))
    ways: dict[str, Callable[[], Template]] = {
        "add": lambda: add(template, wish, form=form)[0],
        "move": lambda: move(template, some, by=(number, draw(millimetres)), stand=stand),
        "resize": lambda: resize(template, some, to=draw(frames), stand=stand),
        "rotate": lambda: rotate(template, some, by=number, stand=stand),
        "align": lambda: align(template, some, edge=draw(st.sampled_from(list(Edge))), stand=stand),
        "distribute": lambda: distribute(template, ids, axis=draw(st.sampled_from(list(Axis))), stand=stand),
        "remove": lambda: remove(template, some, stand=stand),
        "duplicate": lambda: duplicate(template, some, stand=stand)[0],
        "paste": lambda: paste(template, copy(template, some, stand=stand), side=side, stand=stand)[0],
        "reorder": lambda: reorder(template, some, to=draw(st.sampled_from(list(Order)))),
        "group": lambda: group(template, some),
        "ungroup": lambda: ungroup(template, some),
        "lock": lambda: lock(template, some, locked=draw(st.booleans())),
        "when": lambda: set_when(template, some, when=when),
        "side": lambda: to_side(template, some, side=side, stand=stand),
        "words": lambda: set_words(template, one, language, text=words),
        "variants": lambda: set_variants(template, one, language, variants=[Variant(words, when), Variant("x")]),
        "style": lambda: set_style(
            template, one, form=form, size=number, leading=number, face=draw(st.sampled_from(list(Face))),
            align=draw(st.sampled_from(list(Align))),
        ),
        "colour": lambda: set_colour(template, one, draw(st.sampled_from([*Colour, "#12ABEF", "shop.Red"])), form=form),
        "part": lambda: set_part(template, one, group="together"),
        "title": lambda: replace(template, name="card-2"),
    }  # fmt: skip
    return ways[draw(st.sampled_from(sorted(ways)))]()


def walked(data: st.DataObject, history: History, many: int) -> list[Template]:
    """Every version on the way through `many` edits."""
    seen = [history.now]
    for n in range(many):
        if history.do(data.draw(edits(history.now)), Message(f"Edit {n}")):
            seen.append(history.now)
    return seen


@pytest.mark.parametrize("start", STARTS, ids=lambda template: f"{template.kind}-{template.name}")
@given(data=st.data())
@examples(max_examples=20)
def test_edits_taken_back_give_the_first_design_and_done_again_the_last(start: Template, data: Any) -> None:
    history = History(start)
    seen = walked(data, history, 6)
    for template in reversed(seen[:-1]):
        assert history.undo() is not None
        assert history.now == template
    assert history.undo() is None
    assert history.now == start
    for template in seen[1:]:
        assert history.redo() is not None
        assert history.now == template
    assert history.redo() is None


@pytest.mark.parametrize("start", STARTS, ids=lambda template: f"{template.kind}-{template.name}")
@given(data=st.data())
@examples(max_examples=20)
def test_every_edited_design_passes_the_checks_and_is_read_as_it_was_written(start: Template, data: Any) -> None:
    for template in walked(data, History(start), 6):
        assert read_again(template) == template


@given(template=templates(), data=st.data())
@examples(max_examples=60)
def test_any_design_can_be_edited(template: Template, data: Any) -> None:
    edited = data.draw(edits(data.draw(edits(template))))
    assert read_again(edited) == edited


def test_what_is_typed_in_a_row_is_one_step_until_something_else_is_done() -> None:
    history = History(empty())
    for name in ("a", "ab", "abc"):
        history.do(replace(history.now, name=name), Message("Name"), merge="name")
    assert len(history.past) == 1
    history.settle()
    history.do(replace(history.now, name="abcd"), Message("Name"), merge="name")
    assert len(history.past) == 2
    history.undo()
    assert history.now.name == "abc"
    history.undo()
    assert history.now.name == "card"


def test_typing_after_an_undo_is_a_new_step() -> None:
    history = History(empty())
    history.do(replace(history.now, name="a"), Message("Name"), merge="name")
    history.do(add(history.now, Wish(Thing.TEXT), form=Format.MEDIUM)[0], Message("Add"))
    history.undo()
    history.do(replace(history.now, name="b"), Message("Name"), merge="name")
    assert [step.template.name for step in history.past] == ["card", "a"]


def test_the_steps_are_called_by_what_was_done() -> None:
    history = History(empty())
    assert (history.undo_title, history.redo_title) == (None, None)
    history.do(replace(history.now, name="a"), Message("Rename"))
    assert history.do(history.now, Message("Nothing")) is False
    assert history.undo_title == Message("Rename")
    assert history.undo() == Message("Rename")
    assert (history.undo_title, history.redo_title) == (None, Message("Rename"))
