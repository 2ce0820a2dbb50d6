"""The saved views of a list: a button with their menu; which of them the list shows, saving, renaming, removing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.actions.views import change_view, remove_view, rename_view, save_view
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.listing import ListKind
from desktop_app.domain.text import shorten
from desktop_app.domain.views import LONGEST_NAME, View, ViewContent
from desktop_app.i18n import Message, msg
from desktop_app.queries.views import views_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog

_WIDEST = 24  # letters of a view's name on the button


class Views(QObject):
    """`current()` tells how the list stands, `show(content)` makes it stand so; `button` opens the menu."""

    def __init__(
        self, desk: Desk, kind: ListKind, page: QWidget, *, current: Callable[[], ViewContent],
        show: Callable[[ViewContent], object],
    ) -> None:
        super().__init__(page)
        self._desk, self._words, self._kind, self._page = desk, desk.words, kind, page
        self._current, self._show = current, show
        self._views: list[View] = []
        self._last: View | None = None  # the one that was chosen last, however the list was changed since
        self._stale = True
        self._short = False
        self.button = quiet(self._words("Views"), tip=self._words("Lists as they were set up and named"))
        self.button.wear(desk.theme, "list")
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        desk.bus.changed.connect(self._hear)

    @property
    def shown(self) -> View | None:
        """The view the list shows just as it was saved."""
        now = self._current()
        return next((view for view in self._views if _same(view.content, now)), None)

    def look_again(self) -> None:
        """The list stands otherwise: say which view that is; the views themselves are asked for once."""
        if self._stale:
            self._stale = False
            self._desk.work.ask(views_of, self._kind, then=self._take, owner=self, latest=f"views {id(self)}")
        shown = self.shown
        self._last = shown or self._last
        text = shorten(shown.name, _WIDEST) if shown is not None else self._words("Views")
        self.button.setText("" if self._short else text.replace("&", "&&"))
        self.button.wear(self._desk.theme, "list")
        self.button.setAccessibleName(self._words("Views") if shown is None else f"{self._words('Views')}: {text}")

    def say_short(self, *, short: bool) -> None:
        """Where there is little room the button is only its icon."""
        if short != self._short:
            self._short = short
            self.look_again()

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.VIEWS in changes.topics:
            self._stale = True
            if self._page.isVisible():
                self.look_again()

    def _take(self, views: list[View]) -> None:
        self._views = views
        if self._last is not None:
            self._last = next((view for view in views if self._last and view.id == self._last.id), None)
        self.look_again()

    def _fill(self) -> None:
        words, shown, add = self._words, self.shown, self.menu.addAction
        self.menu.clear()
        for view in self._views:
            action = add(view.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(view is shown)
            action.triggered.connect(partial(self._choose, view))
        if not self._views:
            add(words("No views are saved yet")).setEnabled(False)
        self.menu.addSeparator()
        add(words("Save this list as a view…")).triggered.connect(lambda _=False: self._ask_name(None))
        if self._last is None:
            return
        name = self._last.name.replace("&", "&&")
        if shown is None:
            add(words("Save the changes to “{name}”", name=name)).triggered.connect(partial(self._keep, self._last))
        add(words("Rename “{name}”…", name=name)).triggered.connect(partial(self._ask_name, self._last))
        add(words("Remove “{name}”", name=name)).triggered.connect(partial(self._remove, self._last))

    def _choose(self, view: View, _: bool = False) -> None:
        self._last = view
        self._show(view.content)

    def _ask_name(self, view: View | None, _: bool = False) -> None:
        words = self._words
        field = Field("name", words("Name of the view"), wide=True, help=words("Every desk of the shop will see it."))
        form = Form(self._desk.theme, words, [field], today=self._desk.today())
        form.box("name").input.setMaxLength(LONGEST_NAME)
        form.set_value({"name": view.name if view else ""})
        title = words("Rename the view") if view else words("Save this list as a view")
        dialog = FormDialog(self._desk.theme, words, self._page.window(), title=title, form=form, wide=440)
        dialog.saved.connect(lambda values: self._named(dialog, view, values["name"]))
        dialog.open()

    def _named(self, dialog: FormDialog, view: View | None, name: str) -> None:
        def done(found: Any) -> None:
            dialog.kept()
            changes = found if isinstance(found, Changes) else found[1]
            self._tell(changes, msg("View “{name}” saved", name=shorten(name)))

        if view is None:
            self._desk.work.change(
                save_view, self._kind, name, self._current(), then=done, failed=dialog.refuse, owner=dialog
            )
        else:
            self._desk.work.change(
                rename_view, view.id, name, version=view.version, then=done, failed=dialog.refuse, owner=dialog
            )

    def _keep(self, view: View, _: bool = False) -> None:
        self._desk.work.change(
            change_view, view.id, self._current(), version=view.version, owner=self, failed=self._desk.tell,
            then=lambda done: self._tell(done, msg("View “{name}” saved", name=shorten(view.name))),
        )

    def _remove(self, view: View, _: bool = False) -> None:
        self._desk.work.change(
            remove_view, view.id, owner=self, failed=self._desk.tell,
            then=lambda done: self._tell(done, msg("View “{name}” removed", name=shorten(view.name))),
        )

    def _tell(self, changes: Changes, said: Message) -> None:
        self._desk.tell_done(changes, said)


def _same(kept: ViewContent, now: ViewContent) -> bool:
    """Whether a list stands as a view says; one without columns of its own leaves them as they are."""
    return kept == (now if kept.columns else replace(now, columns=()))
