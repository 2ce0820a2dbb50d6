import pytest

from desktop_app.actions.checklist import add_step, edit_step, move_step, remove_step
from desktop_app.actions.history import undo
from desktop_app.domain.errors import Invalid, NotFound
from desktop_app.domain.packing import Needs, step_words
from desktop_app.i18n import Language
from desktop_app.queries.packing import checklist
from tests.made import BY


def said(shop):
    return [step_words(step, Language.EN) for step in checklist(shop)]


def added(shop, text, needs=Needs.EVERY):
    return add_step(shop, {Language.EN: text}, needs, actor=BY)[0]


def test_steps_keep_the_order_they_are_put_in(shop):
    first, second, third = (added(shop, text) for text in ("Tissue", "Card", "Tape"))
    assert said(shop) == ["Tissue", "Card", "Tape"]
    move_step(shop, third, 1, actor=BY)
    assert said(shop) == ["Tape", "Tissue", "Card"]
    move_step(shop, third, 99, actor=BY)
    move_step(shop, second, -1, actor=BY)
    assert said(shop) == ["Card", "Tissue", "Tape"]
    remove_step(shop, first, actor=BY)
    assert said(shop) == ["Card", "Tape"]
    undo(shop, actor=BY)
    assert said(shop) == ["Card", "Tissue", "Tape"]


def test_a_step_is_reworded_and_is_for_other_parcels(shop):
    step = added(shop, "Tissue")
    edit_step(shop, step, {Language.LV: " Zīdpapīrs ", Language.RU: ""}, Needs.GIFT, actor=BY)
    [found] = checklist(shop)
    assert (found.texts, found.needs) == (((Language.LV, "Zīdpapīrs"),), Needs.GIFT)
    assert step_words(found, Language.RU) == "Zīdpapīrs"


@pytest.mark.parametrize(("text", "sentence"), [("  ", "in one language at least"), ("x" * 121, "at most 120 letters")])
def test_a_step_without_words_or_with_too_many_is_refused(shop, text, sentence):
    with pytest.raises(Invalid, match=sentence) as refused:
        added(shop, text)
    assert refused.value.field == "text"
    assert said(shop) == []


def test_a_step_that_is_gone_is_told(shop):
    step = added(shop, "Tissue")
    remove_step(shop, step, actor=BY)
    for deed in (
        lambda: remove_step(shop, step, actor=BY),
        lambda: move_step(shop, step, 1, actor=BY),
        lambda: edit_step(shop, step, {Language.EN: "x"}, Needs.EVERY, actor=BY),
    ):
        with pytest.raises(NotFound, match="no longer on the checklist"):
            deed()
