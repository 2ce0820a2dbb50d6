"""The hits under a search box: found while one types, walked with the arrows, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from desktop_app.queries.search import Hit, HitKind, find
from desktop_app.ui.desk import Desk
from desktop_app.ui.search.hits import HitsModel
from desktop_app.ui.search.painting import HitDelegate, heading_height, hit_height
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.search_box import SearchBox

_LIMIT = 24
_WIDEST, _HIGHEST = 560, 460
_PAGES = {HitKind.ORDER: "orders", HitKind.PRODUCT: "products", HitKind.COMPLAINT: "complaints"}


def attach(
    box: SearchBox,
    desk: Desk,
    *,
    kinds: Collection[HitKind] = tuple(HitKind),
    chosen: Callable[[Hit], object] | None = None,
) -> Popup:
    """Give a search box its hits; a chosen one opens its record, or goes to `chosen`. Once per box."""
    return Popup(box, desk, kinds=kinds, chosen=chosen)


class Popup(QFrame):
    """Lies over the window below its box while there is something to say."""

    def __init__(
        self, box: SearchBox, desk: Desk, *, kinds: Collection[HitKind], chosen: Callable[[Hit], object] | None
    ) -> None:
        super().__init__(box.window())
        self._box, self._desk, self._kinds, self._chosen = box, desk, frozenset(kinds), chosen
        self._found_for = ""  # the text whose hits are shown
        self.setObjectName("search-popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = HitsModel(desk.words, self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitDelegate(desk.theme, desk.words, self))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(desk.words("Found"))
        self.view.viewport().setAutoFillBackground(False)
        self.view.entered.connect(self._point)
        self.view.clicked.connect(self._click)
        self._none = Label("", tone=Tone.MUTED, wrap=True)
        self._none.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 5, 1, 5)
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addWidget(self._none)
        self.hide()
        self._soon = QTimer(self)  # focus may only be passing through a button of the box
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._left)
        box.typed.connect(self._ask)
        box.down.connect(lambda: self._move(1))
        box.up.connect(lambda: self._move(-1))
        box.entered.connect(self._enter)
        box.escaped.connect(self.hide)
        box.focused.connect(self._focus)
        box.destroyed.connect(self.deleteLater)
        box.window().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _ask(self, text: str) -> None:
        if not text.strip():
            self.model.show_hits(())
            self.hide()
            return
        self._desk.work.ask(
            find,
            text,
            limit=_LIMIT,
            then=lambda hits: self.show_found(text, hits),
            owner=self,
            latest=f"find {id(self)}",
        )

    def offers(self, text: str) -> bool:
        """Whether hits of this very text can be taken by Enter; a scanner is quicker than any search."""
        marked = self.model.hit(self.view.currentIndex().row())
        return self.isVisible() and text == self._found_for and marked is not None

    def show_found(self, text: str, hits: list[Hit]) -> None:
        """Show what a text found, unless another one is typed by now or the keyboard went elsewhere."""
        if text != self._box.text() or not self._box.edit.hasFocus():
            return
        self._found_for = text
        found = [hit for hit in hits if hit.kind in self._kinds]
        self.model.show_hits(found)
        self.view.setVisible(bool(found))
        self._none.setVisible(not found)
        self._none.setText("" if found else self._desk.words("Nothing found for “{text}”", text=text.strip()))
        if found:
            self._choose(self.model.next_hit(-1, 1))
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        window, box = self.window(), self._box
        below = box.mapTo(window, QPoint(0, box.height() + 4))
        width = min(window.width() - 16, max(box.width(), scaled(_WIDEST)))
        left = max(8, below.x() + box.width() - width)  # both end at the same edge
        headings = self.model.headings
        rows = heading_height() * headings + hit_height() * (self.model.rowCount() - headings)
        wanted = rows + 12 if self.model.rowCount() else self._none.heightForWidth(width - 2) + 12
        height = min(wanted, scaled(_HIGHEST), window.height() - below.y() - 8)
        self.setGeometry(left, below.y(), width, max(height, scaled(40)))

    def _move(self, step: int) -> None:
        if self.isVisible():
            self._choose(self.model.next_hit(self.view.currentIndex().row(), step))
        elif self._box.text().strip():
            self._ask(self._box.text())

    def _choose(self, place: int) -> None:
        index = self.model.index(place, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _point(self, index: QModelIndex) -> None:
        if self.model.hit(index.row()) is not None:
            self.view.setCurrentIndex(index)

    def _click(self, index: QModelIndex) -> None:
        self.view.setCurrentIndex(index)
        self._enter()

    def _enter(self) -> None:
        hit = self.model.hit(self.view.currentIndex().row()) if self.isVisible() else None
        if hit is None:
            return
        self.hide()
        self._box.edit.clear()
        if self._chosen is not None:
            self._chosen(hit)
        elif hit.kind in _PAGES:
            self._desk.navigate(_PAGES[hit.kind], **{hit.kind.value: hit.id})
        else:  # somebody around a customer has no record of their own
            self._desk.navigate("customers", customer=hit.customer or hit.id)

    def _focus(self, here: bool) -> None:
        if here:
            self._soon.stop()
            if self._box.text().strip():
                self._ask(self._box.text())
        else:
            self._soon.start(0)

    def _left(self) -> None:
        inside: QWidget | None = self.focusWidget()
        if not self.underMouse() or inside is not None:
            self.hide()
