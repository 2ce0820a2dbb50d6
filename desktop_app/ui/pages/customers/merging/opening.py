"""The ways into comparing customers: everybody, the people of an import, one customer, two that were chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.customers import CustomerId
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.duplicates import Duplicates, compared, duplicates, duplicates_of
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.merging.dialog import MergingDialog
from desktop_app.ui.pages.customers.merging.looking import Look, among_new
from desktop_app.ui.search.popup import Popup, attach
from desktop_app.ui.widgets.search_box import SearchBox


def open_duplicates(desk: Desk, parent: QWidget, *, change: int | None = None) -> MergingDialog:
    """Go through all customers who may be one person, or those with somebody whom a change added."""
    words = desk.words
    look: Look = duplicates
    if change is not None:
        look = among_new(change)
    made = MergingDialog(
        desk, parent, title=words("Possible duplicates"), look=look,
        nobody=(words("No two customers look like one"), what_it_does(words)),
    )
    made.open()
    return made


def open_merge(
    desk: Desk, parent: QWidget, first: CustomerId, second: CustomerId | None = None
) -> MergingDialog:
    """Compare one customer with those who may be the same person, or with another one; which can be found by name."""
    words = desk.words
    made = MergingDialog(
        desk, parent, title=words("Merge customers"), look=_of(first, second),
        nobody=(words("Nobody looks like this customer"), words("If you know of another record, find it above.")),
    )
    if second is None:
        made.finder = Finder(made, first)
    made.open()
    return made


def what_it_does(words: Words) -> str:
    """What possible duplicates are, for where there are none."""
    return words(
        "Customers with the same phone or e-mail, or with nearly the same name in one town, show up here. "
        "Nothing is merged by itself."
    )


class Finder:
    """The search above the comparison, for a record that nothing but a person's memory connects with the first."""

    def __init__(self, dialog: MergingDialog, first: CustomerId) -> None:
        self._dialog, self._first = dialog, first
        self._popup: Popup | None = None
        words = dialog.words
        self.box = SearchBox(dialog.desk.theme, words("Find the other record"), clear=words("Clear"))
        self.box.focused.connect(self._give_hits)
        dialog.above.addWidget(self.box)

    def _give_hits(self, here: bool) -> None:
        if here and self._popup is None:
            self._popup = attach(self.box, self._dialog.desk, kinds={HitKind.CUSTOMER}, chosen=self._choose)

    def _choose(self, hit: Hit) -> None:
        self.box.edit.clear()
        if hit.id != self._first:
            self._dialog.desk.work.ask(
                compared, self._first, CustomerId(hit.id), then=self._dialog.show_pairs, owner=self._dialog
            )


def _of(first: CustomerId, second: CustomerId | None) -> Look:
    def look(shop: Shop, *, progress: Any = None) -> Duplicates:  # noqa: ARG001  # one customer is compared at once
        if second is not None:
            return compared(shop, first, second)
        found = duplicates_of(shop, first)
        return Duplicates(found, len(found))

    return look
