"""The designer's window: what the design is called, whether it is saved, and the way out; the rest is workspace.py."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.actions.designing import Opened, open_design
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import KIND_NAMES, Kind
from desktop_app.i18n import Message
from desktop_app.ui.designer.keeping import Keeping
from desktop_app.ui.designer.workspace import Workspace
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, SPACE_6, Size, Tone, Weight
from desktop_app.ui.widgets.banner import Banner
from desktop_app.ui.widgets.buttons import icon_button, primary, quiet
from desktop_app.ui.widgets.card import Line
from desktop_app.ui.widgets.labels import Elided, Label

_NOTE_STAYS = 8_000  # ms
_WIDEST = 640  # points at 100 % text


def open_designer(desk: Desk, parent: QWidget, kind: Kind, key: str = "") -> Designer:
    """Open the designer over the window with a design by its key, with a blank card without one."""
    designer = Designer(desk, parent.window(), kind=kind, key=key)
    designer.open()
    return designer


class Designer(QDialog):
    """One design at work; everything asked of the shop goes through the desk."""

    def __init__(self, desk: Desk, parent: QWidget, *, kind: Kind, key: str) -> None:
        super().__init__(parent)
        self.desk, self.words = desk, desk.words
        self._stuck = False
        self.space: Workspace | None = None
        self.keeping: Keeping | None = None
        self.setWindowTitle(self.words("Design a card"))
        self.banner = Banner(desk.theme, close=self.words("Close"), parent=self)
        self.banner.seen.connect(lambda _: self._place_banner())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._head()
        self.body: QWidget = QWidget()
        self._column.addWidget(self.body, 1)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)
        self._place(parent)
        self.finished.connect(self.deleteLater)
        desk.work.ask(open_design, kind, key, then=self._begin, failed=self._say_failure, owner=self)

    def save(self) -> None:
        """Keep the design."""
        if self.keeping is not None and self.save_button.isEnabled():
            self.keeping.save()

    def reject(self) -> None:
        """Leave, unless something would be lost."""
        if self.may_leave():
            super().reject()

    def may_leave(self) -> bool:
        """Whether nothing would be lost; otherwise asks in the window and answers no."""
        if self.space is None or not self.space.session.dirty:
            return True
        self._ask.show()
        self._keep_first.setFocus()
        return False

    def done(self, result: int) -> None:
        """Gone: the size is remembered."""
        self.desk.settings.remember("designer.geometry", self.saveGeometry().toBase64().toStdString())
        if self.space is not None:
            self.space.bench.close()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_banner()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_leave():
            super().closeEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Enter in a field is not the window's."""
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.reject()
        else:
            event.ignore()

    def _head(self) -> None:
        words, theme = self.words, self.desk.theme
        self._title = Elided("", Size.LARGE, weight=Weight.BOLD)
        self._state = Elided("", Size.SMALL, tone=Tone.MUTED)
        self.save_button = primary(words("Save"), self.save, shortcut="Ctrl+S")
        self.save_button.setEnabled(False)
        self.more = icon_button(theme, "more", self._menu, tip=words("More"))
        close = icon_button(theme, "close", self.reject, tip=words("Close"), shortcut="Esc")
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_4, SPACE_2, SPACE_2, SPACE_2)
        head.setSpacing(SPACE_2)
        head.addWidget(self._title, 1)
        head.addWidget(self._state)
        for button in (self.save_button, self.more, close):
            button.setAutoDefault(False)
            head.addWidget(button)
        self._column.addLayout(head)
        self._column.addWidget(Line())
        self._ask = QWidget()
        row = QHBoxLayout(self._ask)
        row.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        row.setSpacing(SPACE_2)
        row.addWidget(Label(words("Not saved yet."), tone=Tone.WARN), 1)
        self._keep_first = quiet(words("Save"), self._save_first)
        for button in (
            self._keep_first,
            quiet(words("Drop changes"), self._drop),
            quiet(words("Go on editing"), self._ask.hide),
        ):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._ask.hide()
        self._column.addWidget(self._ask)

    def _begin(self, opened: Opened) -> None:
        """Everything that works on one design is made anew for each."""
        if self.space is not None:
            self.space.bench.close()
        space = self.space = Workspace(self.desk, opened)
        keeping = self.keeping = Keeping(
            self.desk, space.session, self, opened=opened, proofer=space.bench.proofer
        )  # fmt: skip
        self._column.replaceWidget(self.body, space)
        self.body.hide()
        self.body.deleteLater()
        self.body = space
        space.stuck.connect(self._say_stuck)
        space.well.connect(self._well)
        space.failed.connect(self._say_failure)
        space.session.changed.connect(self._renew)
        keeping.kept.connect(self._renew)
        keeping.opened.connect(self._begin)
        keeping.told.connect(self._say)
        keeping.unused.connect(self._offer_use)
        keeping.failed.connect(self._say_failure)
        keeping.gone.connect(self._leave)
        self._renew()
        space.canvas.setFocus()

    def _menu(self) -> None:
        keeping, words = self.keeping, self.words
        if keeping is None:
            return
        menu = QMenu(self)
        own = keeping.row is not None
        for text, deed, possible in (
            (words("Save as a copy…"), keeping.save_as, True), (words("Rename…"), keeping.rename, own),
            (words("Earlier versions…"), keeping.versions, own), (words("Used by"), keeping.tell_use, own),
            (words("Export…"), keeping.export, True), (words("Import…"), keeping.import_, True),
            (words("Remove design"), keeping.remove, own),
        ):  # fmt: skip
            action = menu.addAction(text)
            action.setEnabled(possible)
            action.triggered.connect(lambda _=False, deed=deed: deed())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _renew(self) -> None:
        space, keeping = self.space, self.keeping
        if space is None or keeping is None:
            return
        kind = self.words.say(KIND_NAMES[keeping.kind])
        title = keeping.title if keeping.title != kind else ""
        self._title.setText(" · ".join(part for part in (kind, title) if part))
        dirty = space.session.dirty
        if not dirty:
            self._ask.hide()
        self.save_button.setEnabled(dirty or keeping.row is None)
        self._state.setText(self.words("Not saved yet") if dirty else "")

    def _place_banner(self) -> None:
        """Over the lower part: nothing moves when it comes and goes."""
        banner = self.banner
        if not banner.isHidden():
            width = min(self.width() - 2 * SPACE_6, scaled(_WIDEST))
            height = max(banner.minimumHeight(), banner.heightForWidth(width))
            banner.setGeometry((self.width() - width) // 2, self.height() - height - SPACE_6, width, height)
            banner.raise_()

    def _place(self, parent: QWidget) -> None:
        geometry = self.desk.settings.recall("designer.geometry")
        if not (isinstance(geometry, str) and self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))):
            self.resize(max(480, parent.width() - 24), max(360, parent.height() - 24))

    def _say(self, what: Message) -> None:
        self.banner.say(self.words.say(what), Tone.MUTED, stays=_NOTE_STAYS)

    def _offer_use(self, what: Message) -> None:
        assert self.keeping is not None
        self.banner.say(self.words.say(what), Tone.MUTED, button=(self.words("Print with it"), self.keeping.use))

    def _say_failure(self, error: AppError) -> None:
        self.banner.say(self.words.say(error.message), Tone.BAD)

    def _say_stuck(self, error: AppError) -> None:
        """The design cannot be laid out: said until it can."""
        self._stuck = True
        self._say_failure(error)

    def _well(self) -> None:
        if self._stuck:
            self._stuck = False
            self.banner.dismiss()

    def _save_first(self) -> None:
        self._ask.hide()
        self.save()

    def _drop(self) -> None:
        self._ask.hide()
        self._leave()

    def _leave(self) -> None:
        if self.space is not None:
            self.space.session.keep(self.space.session.history.now)
        self.reject()
