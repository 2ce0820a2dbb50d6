"""Scenes of a customer who leaves: what erasing takes away, with the name typed, and what a person has to see to."""

from __future__ import annotations

from desktop_app.actions.backups import backup
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.erasing import Erased, asked_word
from desktop_app.domain.erasing_words import outcome
from desktop_app.ui.pages.customers.leaving.erase_dialog import EraseDialog
from desktop_app.ui.pages.customers.leaving.opening import open_erase
from tests.ui.around import House

_WHO = CustomerId(2)


def erase(house: House) -> None:
    """All that goes and stays, a backup, and the name half typed."""
    _opened(house).name.setText("…")


def erase_confirmed(house: House) -> None:
    """The name is typed: the button may be pressed."""
    made = _opened(house)
    if made.plan is not None:
        made.name.setText(asked_word(made.plan))


def erased_in_part(house: House) -> None:
    """Somebody is erased, but the disk was full and a saved paper is left."""
    made = _opened(house)
    if made.plan is not None:
        made._say(outcome(Erased(made.plan, tidy=False, left=("/home/inese/Documents/cards for May.pdf",))), again=True)


def _opened(house: House) -> EraseDialog:
    house.window.work.ask(backup)
    house.settle()
    made = open_erase(house.window.desk, house.shell, _WHO)
    house.settle()
    return made
