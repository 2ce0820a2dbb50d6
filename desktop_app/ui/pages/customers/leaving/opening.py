"""Hands out a customer's statement at a place asked for, and opens the dialog that erases them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.actions.statements import write_statement
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.statements import Statement
from desktop_app.i18n import msg
from desktop_app.queries.statements import statement
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.leaving.erase_dialog import EraseDialog
from desktop_app.ui.widgets.file_dialogs import ask_for_place

_NO_NAME = frozenset('/\\:*?"<>|')  # signs some system forbids in a file's name
_LONGEST = 60


def open_statement(desk: Desk, parent: QWidget, customer: CustomerId) -> None:
    """Ask for a place, and keep there all that is known of a customer as a PDF, and beside it as JSON."""

    def gathered(made: Statement) -> None:
        ask_for_place(
            parent, desk.settings, desk.words("Save the statement"), file_name(made),
            taken=lambda to: write(made, to),
        )

    def write(made: Statement, to: Path) -> None:
        data = to.with_suffix(".json")
        desk.work.run(
            write_statement, made, to, data, owner=parent, failed=desk.tell,
            then=lambda _: desk.tell_file(
                msg("The statement of {name} is in “{file}” and “{json}”.", name=made.title, file=str(to),
                    json=data.name),
                to, None,
            ),
        )  # fmt: skip

    desk.work.ask(statement, customer, then=gathered, failed=desk.tell, owner=parent)


def open_erase(desk: Desk, parent: QWidget, customer: CustomerId) -> EraseDialog:
    """Open the dialog in which a customer is erased for good."""
    made = EraseDialog(desk, parent, customer, statement=lambda: open_statement(desk, made, customer))
    made.open()
    return made


def file_name(made: Statement) -> str:
    """What the statement's file is called unless a person says otherwise."""
    name = "".join(" " if sign in _NO_NAME or not sign.isprintable() else sign for sign in made.title)
    return f"{' '.join(name.split())[:_LONGEST] or made.customer.id} {made.made_on.isoformat()}.pdf"
