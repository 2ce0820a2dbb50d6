"""The base of a page with a list: chips and filters above, the record beside, deeds for several records below.

A subclass declares what it lists (`Listing`, ui/pages/listed.py) and makes the record; everything else happens here:
chosen columns, narrowing, saved views, export. The list is a `WindowedRowsModel`: ids in order by one query, rows by
id in windows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.listing import Sort
from desktop_app.domain.views import ViewContent
from desktop_app.i18n import Message
from desktop_app.ui.desk import Desk
from desktop_app.ui.models.windowed import WindowedRowsModel
from desktop_app.ui.pages.list_export import ListExport, exported
from desktop_app.ui.pages.list_filters import ListFilters
from desktop_app.ui.pages.listed import Listing
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.record import Record
from desktop_app.ui.pages.selection_bar import SelectionBar, Together
from desktop_app.ui.pages.views import Views
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_4, SPACE_6
from desktop_app.ui.widgets.beside import BESIDE_MOST, Beside
from desktop_app.ui.widgets.card import Card, Line
from desktop_app.ui.widgets.column_menu import ColumnMenu
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.list_view import ListView
from desktop_app.ui.widgets.scroll import BAR

_STEPPING = 120  # ms between the last step through the list and the question
_LOW = 480  # points at 100 % text
_VERY_LOW = 240
_FIRST = 100  # rows of the quick first page


class ListPage(Page):
    """A list of one noun with its record."""

    def __init__(self, desk: Desk, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.listing = listing
        self._record: Record | None = None
        self._added = 0  # a record that was just added: the list is to show it
        self._then: Callable[[], object] | None = None  # what waits for an answer about unsaved words
        self.answered.connect(self._go_on)
        self._asked: Any = None  # the filter and sort the list was asked for last
        self._counted = True  # or what the head says is still to be asked for
        self._told_to_narrow = False  # a person narrowed the list, it did not change by itself
        self.set_title(listing.title)
        self.model: WindowedRowsModel[Any] = WindowedRowsModel(desk.work, listing.columns, self)
        self.list = ListView(
            desk.theme, desk.settings, self.model, name=self.name, title=listing.title,
            sort=(listing.sort.key, listing.sort.descending), actions=listing.row_actions,
        )
        ColumnMenu(desk.theme, self.words, self.list.head)
        self.views = Views(desk, listing.kind, self, current=self.content_now, show=self.show_view)
        self.export = ListExport(desk, listing.kind, self, name=listing.title)
        self.filters = ListFilters(desk, listing)
        self.filters.add_button(self.views.button)
        self.chips, self.short_chips = self.filters.chips, self.filters.short_chips
        self.narrowing, self.filter_box = self.filters.narrowing, self.filters.box
        write = [(self.words.say(form.name), partial(self._export, form.key)) for form in self.export.forms]
        self.bar = SelectionBar(
            desk.theme, self.words, (
                *listing.together,
                Together(self.words("Export"), choices=write, icon="save", always=True),
            ), self.list.selected_ids,
        )
        self.content = Content(desk.theme, self.list, waiting=self.words("Looking up"))
        self._place = QVBoxLayout(place := QWidget())
        self._place.setContentsMargins(0, 0, 0, 0)
        self.beside = Beside(self._card(), place)
        self._lay_out()
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(_STEPPING)
        self._connect()

    def make_record(self) -> Record:
        """The page's record, made when one is first opened."""
        raise NotImplementedError

    @property
    def record(self) -> Record:
        """The record beside the list."""
        if self._record is None:
            self._record = self.make_record()
            self._record.closed.connect(self._close)
            self._record.created.connect(self._show_added)
            self._record.answered.connect(self.answered)
            self._place.addWidget(self._record)
        return self._record

    def refresh(self) -> None:
        """Ask for the list anew; what is shown stays until the answer is here."""
        wanted, sort = self.wanted(), Sort(*self.list.sort)
        ids, rows = self.listing.ids, self.listing.rows
        self.content.wait()
        if self._record is not None:
            self._record.look_again()
        self.model.load(
            lambda shop: ids(shop, wanted, sort), rows,
            first=lambda shop: rows(shop, ids(shop, wanted, sort, limit=_FIRST)), other=(wanted, sort) != self._asked,
        )
        self._asked = (wanted, sort)
        self.views.look_again()  # what is not the list itself is asked for after it
        self._counted = False

    @property
    def open_id(self) -> int:
        """The record that is open, 0 without one."""
        return self._record.record_id if self._record is not None and self.beside.is_open else 0

    def wanted(self) -> Any:
        """The filter in force: the chip's, what narrows beside it, and the typed text."""
        return self.filters.wanted()

    def content_now(self) -> ViewContent:
        """The list as it stands, as a view would keep it."""
        return ViewContent(self.wanted(), Sort(*self.list.sort), self.list.head.chosen)

    def show_view(self, content: ViewContent) -> None:
        """Narrow, sort and show the columns as a view says."""
        self.list.show_as((content.sort.key, content.sort.descending), content.columns or self.list.head.chosen)
        self.filters.show_filter(content.filter)
        self._narrow()

    def show_record(self, record: int) -> None:
        """Open a record beside the list, unless the one that is open would lose something."""
        if record == self.open_id:
            self.record.take_focus()
        elif self.may_leave():
            self.record.show_record(record)
            self._open_beside()
            self.list.go_to(record)
            self._say_place()
            if self.beside.covers:  # the keyboard cannot stay in a list that is gone
                self.record.take_focus()
            elif self.header.isAncestorOf(self.focusWidget()):  # what was looked for is found
                self.list.setFocus()
        else:
            if not self.list.go_to(self.open_id):  # what is marked is what stands beside; a new record is nowhere yet
                self.list.clearSelection()
            self.record.take_question()

    def new(self) -> None:
        """Ctrl+N: an empty record."""
        if self.may_leave():
            self.record.begin()
            self._open_beside()
            self.record.take_focus()

    def narrow_to(self, chip: str, text: str = "") -> None:
        """Switch to a chip (and a typed text) as if a person had, with nothing else in the way."""
        self.narrowing.narrow_by({})
        self.filters.switch(chip, text)
        self._narrow()

    def may_leave(self) -> bool:
        """Whether the open record would lose nothing."""
        self._then = None
        return self._record is None or self._record.may_leave()

    def once_free(self, then: Callable[[], object]) -> None:
        """Do what leaves the open record; where words would be lost, once a person has said what of them."""
        if self.may_leave():
            then()
        else:
            self._then = then

    def _go_on(self, free: bool) -> None:
        then, self._then = self._then, None
        if free and then is not None:
            then()

    def focus_first(self) -> None:
        """Work begins in the list, or with the button that stands in its place."""
        self.content.take_focus() if self.content.is_message else self.list.go_to_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes what is selected, Esc leaves the record, else the filter."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self.remove(self.list.selected_ids() or [self.list.current_id()])
        elif event.key() == Qt.Key.Key_Escape and self.beside.is_open:
            self.record.leave()
        else:
            super().keyPressEvent(event)

    def remove(self, ids: list[int]) -> None:
        """Delete these records; the page says how."""

    def delete(self, action: Callable[..., Any], ids: Sequence[Any], said: Message) -> None:
        """Delete records by an action and say so with [Undo]; what it refuses is said too."""
        self.desk.work.change(
            action, ids, then=lambda done: self.desk.tell_done(done, said), failed=self.desk.tell, owner=self
        )

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.filters.on_leaving_the_box(self.list.go_to_first)
        self.narrowing.turned.connect(self._make_room)
        self.list.head.chose.connect(self.views.look_again)
        self.list.sorted_by.connect(lambda *_: self.refresh())
        self.list.opened.connect(self.show_record)
        self.list.marked.connect(self._mark)
        self.list.current.connect(lambda _: self._following.start())
        self._following.timeout.connect(self._follow)
        self.model.loaded.connect(self._loaded)
        self.model.begun.connect(self._count)
        self.model.loaded.connect(self._count)
        self.model.modelReset.connect(self._filled)

    def _card(self) -> QWidget:
        card = Card()
        card.setSizePolicy(self.sizePolicy())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.content, 1)
        column.addWidget(Line())
        column.addWidget(self.export.line)
        column.addWidget(self.bar)
        card.add_row(inside)
        return card

    def _lay_out(self) -> None:
        self.body.addWidget(self.filters)
        self.body.addWidget(self.narrowing)
        self.body.addWidget(self.beside, 1)
        self.body.addStretch(0)  # what is left over while a panel stands in the place of the list
        self.body.setContentsMargins(0, 0, BAR, SPACE_6)

    def _filled(self) -> None:
        if self.model.rowCount():
            self.content.show_content()
            self._mark()

    def _count(self) -> None:
        """Ask what the head says, once the first rows are painted: counting beside that would keep them waiting."""
        if not self._counted:
            self._counted = True
            self.desk.work.ask(
                self.listing.about, then=lambda said: self.set_title(self.listing.title, said), owner=self,
                latest=f"about {id(self)}",
            )

    def _loaded(self) -> None:
        count = self.model.rowCount()
        shown = self._record.asked if self._record is not None and self.beside.is_open else 0
        self._following.stop()  # what became current while the rows came is nobody's step
        added, self._added = self._added, 0
        narrowed, self._told_to_narrow = self._told_to_narrow, False
        if shown and self.list.current_id() != shown and not self.list.go_to(shown):
            if added == shown:
                self.narrow_to(self.listing.chips[0].key)  # the filter in force would hide what was just added
            elif narrowed and not self.record.unsaved:
                self._shut()
        self.chips.set_count(self.chips.value, self.words.count(count) if count else "")
        if count:
            self.content.show_content()
        else:
            self._show_none()
        self._say_place()
        self._mark()

    def _say_place(self) -> None:
        """A record that the filter leaves out of the list stays open (it may just have been packed), and says so."""
        if self._record is None or not self.beside.is_open:
            return
        first, shown = self.listing.chips[0], self._record.asked
        if shown and self.model.place_of(shown) < 0 and self.wanted() != first.wanted and self.model.ready:
            show_all = (self.words("Show all"), lambda: self.narrow_to(first.key))
            self._record.remark(self.words("The filter leaves it out of the list."), show_all)
        else:
            self._record.remark("")

    def _show_none(self) -> None:
        words, wanted = self.words, self.wanted()
        first, chip = self.filters.first, self.filters.chip
        show_all = (words("Show all"), lambda: self.narrow_to(first.key))
        if wanted.text:
            title = words("Nothing found for “{text}”", text=wanted.text)
            self.content.show_empty(title, icon="search", button=show_all)
        elif self.narrowing.value():
            self.content.show_empty(words("Nothing fits this filter"), icon="filter", button=show_all)
        elif chip is not first:
            self.content.show_empty(chip.empty, icon="check", button=show_all)
        else:
            icon, title, text = self.listing.invitation
            self.content.show_empty(title, text, icon=icon, button=self.listing.invite)
            if self.list.hasFocus() or not self.has_keyboard:
                self.content.take_focus()

    def _mark(self) -> None:
        self.bar.setEnabled(self.model.ready)  # nothing is done with the first rows as if they were all
        selected = self.list.selected_count()
        if selected > 1:
            self.bar.show_selected(selected)
        elif self.model.ready:
            self.bar.show_total(self.listing.counted(self.model.rowCount()))
        else:
            self.bar.show_total(self.words("Looking up"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _open_beside(self) -> None:
        self.beside.open()
        self._make_room()

    def _close(self) -> None:
        self._shut()
        self.list.setFocus()

    def _shut(self) -> None:
        self.beside.close_second()
        self._make_room()

    def _show_added(self, record: int) -> None:
        self._added = record
        self.show_record(record)

    @property
    def head_gives_way(self) -> bool:
        """Low down, a record that covers the list has the head's room too; very low, so have the list's questions."""
        record = self.beside.is_open and self.beside.covers and self.height() < scaled(_LOW)
        return record or (self.narrowing.takes_all and self.height() < scaled(_VERY_LOW))

    @property
    def grows(self) -> int:
        """A record stands on the free ground before the list gives way to it."""
        return scaled(BESIDE_MOST) + SPACE_4 if self.beside.is_open and not self.beside.covers else 0

    def _make_room(self) -> None:
        """A record that covers the list has its filters' room too; where it is narrow the chips become one field."""
        self._fit()
        covered = self.beside.is_open and self.beside.covers
        self.make_head_fit()
        self.bar.setVisible(self.height() >= scaled(_VERY_LOW))  # else not one row would be seen
        self.filters.setVisible(not covered)
        self.narrowing.make_room(covered=covered)
        self.beside.setHidden(self.narrowing.takes_all)
        self.body.setStretchFactor(self.narrowing, int(self.narrowing.takes_all))
        self.list.head.setHidden(self.height() < scaled(_VERY_LOW))  # a record more is seen in its place
        self.views.say_short(short=self.filters.make_room(self.width()))

    def _follow(self) -> None:
        """Steps through the list with a record open show each in turn, unless words would be lost by it."""
        if self._record is None or not self.beside.is_open or self.beside.covers or not self.list.hasFocus():
            return
        here, shown = self.list.current_id(), self._record.asked
        alone = self.model.ready and self.list.selected_count() < 2  # Qt goes to the first row while they come
        if here and shown and here != shown and alone and not self._record.unsaved:
            self._record.show_record(here)
            self._say_place()

    def _export(self, form: str, _selected: object) -> None:
        """What is selected, where that is more than the row the keyboard is on; else the whole list."""
        ids = self.list.selected_ids() if self.list.selected_count() > 1 else self.model.all_ids()
        self.export.ask(form, ids, exported(self.listing.columns, self.list.head.chosen))

    def _narrow(self) -> None:
        self._told_to_narrow = True
        self.refresh()

