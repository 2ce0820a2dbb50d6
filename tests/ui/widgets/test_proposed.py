from __future__ import annotations

from typing import Any

import pytest

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.proposed import ProposedChoice, ProposedText
from tests.ui.widgets.typing_in import type_in


@pytest.fixture
def field(qtbot: Any) -> ProposedText:
    made = ProposedText("As proposed")
    qtbot.addWidget(made)
    made.set_value("")
    made.propose("Jāni")
    made.show()
    return made


def test_a_proposal_is_shown_and_follows_until_a_person_writes(field: ProposedText) -> None:
    assert (field.value(), field.own, field.button.isHidden()) == ("Jāni", None, True)
    field.propose("Anna")
    assert field.value() == "Anna"
    field.input.selectAll()
    type_in(field.input, "Annele")
    field.propose("Ance")
    assert (field.value(), field.own, field.button.isHidden()) == ("Annele", "Annele", False)


def test_as_proposed_goes_back_and_follows_again(field: ProposedText) -> None:
    told: list[bool] = []
    field.set_value("Jancis")
    field.edited.connect(lambda: told.append(True))
    field.button.click()
    assert (field.value(), field.own, told) == ("Jāni", None, [True])
    field.propose("Anna")
    assert field.value() == "Anna"


def test_what_is_typed_as_proposed_is_nobodys_own(field: ProposedText) -> None:
    field.input.selectAll()
    type_in(field.input, "Jāni")
    assert field.own is None


def test_an_emptied_field_comes_to_the_proposal_and_hints_at_it(field: ProposedText) -> None:
    field.set_value("Jancis")
    field.input.clear()
    field.input.textEdited.emit("")
    assert (field.value(), field.input.placeholderText()) == ("Jāni", "Jāni")


def test_a_choice_follows_too(theme: Theme, qtbot: Any) -> None:
    field = ProposedChoice(theme, [(None, "Not known"), ("f", "A woman"), ("m", "A man")], "As proposed")
    qtbot.addWidget(field)
    field.set_value(None)
    field.propose("f")
    assert (field.value(), field.own) == ("f", None)
    field.input.set_value("m")
    field.input.edited.emit()
    field.propose(None)
    assert (field.value(), field.own) == ("m", "m")


def test_nothing_known_can_be_chosen_only_where_nothing_is_proposed(theme: Theme, qtbot: Any) -> None:
    field = ProposedChoice(theme, [(None, "Not known"), ("f", "A woman"), ("n", "Neither")], "As proposed")
    qtbot.addWidget(field)
    field.set_value(None)
    field.propose("f")
    assert [field.input.itemText(place) for place in range(field.input.count())] == ["A woman", "Neither"]
    field.input.set_value("n")
    field.input.edited.emit()
    field.propose(None)
    assert (field.input.count(), field.value()) == (3, "n")
    field.propose("f")
    assert (field.input.count(), field.value(), field.own) == (2, "n", "n")
