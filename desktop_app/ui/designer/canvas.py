"""The card on screen: the rendered page itself, handles over it, and what mouse and keys do there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.cards import BarcodeItem, Item, PictureItem, TextItem
from desktop_app.domain.design import Frame
from desktop_app.domain.design_handles import Handle
from desktop_app.i18n import Words
from desktop_app.ui.designer import painting
from desktop_app.ui.designer.cropping import Cropping
from desktop_app.ui.designer.deeds import Deeds
from desktop_app.ui.designer.gestures import (
    BandGesture,
    Gesture,
    GuideGesture,
    Held,
    MoveGesture,
    ResizeGesture,
    TurnGesture,
)
from desktop_app.ui.designer.grips import Grips
from desktop_app.ui.designer.guides import GRID, Guides
from desktop_app.ui.designer.keys import ARROWS, deed_of, step_of
from desktop_app.ui.designer.remarks import remarks_of
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.view import View
from desktop_app.ui.theme.theme import Theme

_SNAP = 6.0  # points within which a line draws
_BEGINS = 4.0  # points the mouse moves before a press becomes a drag
_MODIFIERS = Qt.KeyboardModifier


class Canvas(QWidget):
    """`viewed` when the card lies otherwise, `words_wanted` on a double click, `menu_wanted(point)`.

    `crop_wanted(id)` on a double click on a picture; `guided`: there are other guides, another grid,
    or nothing is drawn to them any more.
    """

    viewed = Signal()
    words_wanted = Signal()
    menu_wanted = Signal(object)
    crop_wanted = Signal(str)
    guided = Signal()

    def __init__(
        self, theme: Theme, words: Words, session: Session, deeds: Deeds, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self.session, self._deeds = theme, words, session, deeds
        self.view = View()
        self.guides = Guides()
        self.grips = Grips(session, self.view, self.guides)
        self.image: QImage | None = None
        self.gesture: Gesture | None = None
        self.cropping: Cropping | None = None
        self._pressed: tuple[QPointF, Callable[[], Gesture] | None] | None = None
        self._panning: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        self.setAccessibleName(words("Card"))
        for signal in (session.changed, session.selected, session.seen, theme.changed):
            signal.connect(self.update)
        session.looked.connect(self._fit_again)
        session.selected.connect(self._selected)

    def fit(self) -> None:
        """Show the whole card."""
        self.view.fit(self.session.card, QSizeF(self.size()))
        self._moved()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Show it larger or smaller."""
        self.view.zoom(factor, about or QPointF(self.rect().center()))
        self._moved()

    def use_grid(self, used: bool) -> None:
        """Draw what is moved to a grid, or not."""
        self.guides.grid = GRID if used else 0.0
        self.guided.emit()
        self.update()

    def use_lines(self, used: bool) -> None:
        """Draw what is moved to lines at all, or not."""
        self.guides.snaps = used
        self.guided.emit()

    def show_image(self, image: QImage) -> None:
        """The newest page as a picture."""
        self.image = image
        self.update()

    def crop(self, cropping: Cropping | None) -> None:
        """Cut a picture from now on; None is done with it."""
        self.cropping = cropping
        self.setFocus()
        self.update()

    def item_at(self, point: QPointF) -> Item | None:
        """The foremost item under a point that can be taken."""
        return self.grips.item_at(point)

    @property
    def selection(self) -> Frame | None:
        """The frame the handles are around; None when nothing selected can be changed."""
        return self.grips.selection

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle, a guide, an item or nothing."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        point = event.position()
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panning = point
        elif event.button() is Qt.MouseButton.LeftButton:
            self._pressed = (point, self._begin(point, more=_more(event)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        point = event.position()
        if self._panning is not None:
            self.view.pan(point.x() - self._panning.x(), point.y() - self._panning.y())
            self._panning = point
            self._moved()
        elif self._pressed is not None and self.gesture is None:
            start, begin = self._pressed
            if begin is not None and (point - start).manhattanLength() >= _BEGINS:
                self.gesture = begin()
        if self.gesture is not None:
            self.gesture.pull(self.view.to_mm(point), self._held(event.modifiers()))
            self.update()
        elif self._pressed is None and self._panning is None:
            self.setCursor(
                self.grips.cursor(point) if self.cropping is None else self.cropping.cursor(point, self.view)
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self._panning = None
        gesture, self.gesture, self._pressed = self.gesture, None, None
        if gesture is not None:
            gesture.finish()
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A text is opened where its words are written, a picture to be cut."""
        item = self.item_at(event.position())
        if item is not None and self.cropping is None:
            self.session.select([item.id], groups=False)
            self._open(item)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms, Shift pushes across, else up and down."""
        turn = event.angleDelta()
        if event.modifiers() & _MODIFIERS.ControlModifier:
            self.zoom(1.0015 ** (turn.y() or turn.x()), event.position())
        else:
            across = bool(event.modifiers() & _MODIFIERS.ShiftModifier)
            self.view.pan(turn.y() / 2 if across else turn.x() / 2, 0 if across else turn.y() / 2)
            self._moved()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done here."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            item = self.item_at(QPointF(event.pos()))
            if item is not None and item.id not in self.session.ids:
                self.session.select([item.id])
        self.menu_wanted.emit(event.globalPos())

    def pull_guide(self, *, upright: bool) -> None:
        """A guide is being pulled out of a ruler."""
        of = self.guides.upright if upright else self.guides.level
        of.append(-1000.0)
        self.gesture = GuideGesture(
            self.session, self.guides, upright=upright, number=len(of) - 1, tell=self.guided.emit
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows nudge, Esc lets go, and the deeds have their keys."""
        arrow = ARROWS.get(Qt.Key(event.key()))
        deed = deed_of(event)
        if self.cropping is not None and self._key_of_crop(event, arrow):
            return
        if event.key() == Qt.Key.Key_Escape and (self.gesture is not None or self.session.ids):
            self._escape()
        elif arrow is not None and self.session.ids:
            step = step_of(event.modifiers())
            self._deeds.nudge(arrow[0] * step, arrow[1] * step)
        elif event.key() == Qt.Key.Key_Backspace and self.session.ids:
            self._deeds.do("delete")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.session.only is not None:
            self._open(self.session.only)
        elif deed is not None and self._deeds.can(deed):
            self._deeds.do(deed.name)
        else:
            super().keyPressEvent(event)

    def _key_of_crop(self, event: QKeyEvent, arrow: tuple[int, int] | None) -> bool:
        """Enter is done, Esc as it was, the arrows push the picture along; whether it was one of them."""
        cropping = self.cropping
        if cropping is None or self.gesture is not None:
            return False
        if arrow is not None:
            step = step_of(event.modifiers())
            cropping.slide(arrow[0] * step, arrow[1] * step)
        elif event.key() == Qt.Key.Key_Escape:
            cropping.take_back()
            self.crop(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.crop(None)
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the items and leaves the card after the last one."""
        names = [item.id for item in self.session.items if not item.locked]
        last = (names[-1] if forward else names[0]) if names else ""
        if not names or (len(self.session.ids) == 1 and self.session.ids[0] == last):
            return super().focusNextPrevChild(forward)
        self.session.select_next(1 if forward else -1)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        session, theme, view = self.session, self._theme, self.view
        room = QRectF(self.rect())
        painter = QPainter(self)
        painter.fillRect(room, theme.colour("ground"))
        painting.paint_card(painter, theme, view, card=session.card, image=self.image)
        if self.guides.grid:
            painting.paint_grid(painter, view, card=session.card, grid=self.guides.grid)
        painting.paint_margin(painter, view, card=session.card, margin=session.template.margin[session.form])
        painting.paint_guides(
            painter, theme, view, upright=self.guides.upright, level=self.guides.level, room=room
        )  # fmt: skip
        for item in session.items:
            seen = session.seen_of(item.id)
            said = remarks_of(self._words, seen, item) if seen is not None else {}
            if said:
                painting.paint_remark(painter, theme, view, frame=session.frame(item), said=said)
        self._paint_selection(painter)
        if self.gesture is not None:
            painting.paint_snapped(painter, theme, view, snapped=self.gesture.snapped, room=room)
            if self.gesture.band is not None:
                painting.paint_band(painter, theme, view, band=self.gesture.band)
        if self.hasFocus() and not session.ids:
            painter.setPen(theme.colour("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_selection(self, painter: QPainter) -> None:
        session = self.session
        if self.cropping is not None:
            self.cropping.paint(painter, self._theme, self.view, self._words, QRectF(self.rect()))
            return
        for item in session.chosen:
            seen = session.seen_of(item.id)
            quiet = item.locked or (seen is not None and seen.hidden)
            painting.paint_frame(painter, self._theme, self.view, frame=session.frame(item), quiet=quiet)
        frame = self.selection
        if frame is not None:
            if len(session.ids) > 1:
                painting.paint_frame(painter, self._theme, self.view, frame=frame, quiet=True)
            painting.paint_handles(painter, self._theme, self.view, frame=frame, names=self.grips.handles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view.fits:
            self.fit()

    def event(self, event: QEvent) -> bool:
        """The keys of the canvas come before the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and deed_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def _begin(self, point: QPointF, *, more: bool) -> Callable[[], Gesture] | None:
        """Select what was pressed, and tell what a drag from here would be."""
        session, start = self.session, self.view.to_mm(point)
        if self.cropping is not None:
            cutting = self.cropping.begin(point, self.view)
            if cutting is not None:
                return lambda: cutting
            self.crop(None)
        handle = self.grips.handle_at(point)
        if handle is Handle.TURN:
            return lambda: TurnGesture(session, self.guides, start)
        if handle is not None:
            return lambda: ResizeGesture(session, self.guides, start, handle=handle)
        item = self.item_at(point)
        if item is None:
            return self._begin_beside(point, start, more=more)
        if more:
            kept = tuple(name for name in session.ids if name != item.id)
            session.select(kept if item.id in session.ids else (*session.ids, item.id))
        elif item.id not in session.ids:
            session.select([item.id])
        return (lambda: MoveGesture(session, self.guides, start)) if session.ids else None

    def _begin_beside(self, point: QPointF, start: tuple[float, float], *, more: bool) -> Callable[[], Gesture]:
        guide = self.grips.guide_at(point)
        if guide is not None:
            upright, number = guide
            return lambda: GuideGesture(
                self.session, self.guides, upright=upright, number=number, tell=self.guided.emit
            )
        if not more:
            self.session.select(())
        return lambda: BandGesture(self.session, start, keep=more)

    def _open(self, item: Item) -> None:
        """Go to what is inside an item."""
        if isinstance(item, PictureItem):
            self.crop_wanted.emit(item.id)
        elif isinstance(item, TextItem | BarcodeItem):
            self.words_wanted.emit()

    def _held(self, modifiers: Qt.KeyboardModifier) -> Held:
        shift, alt = bool(modifiers & _MODIFIERS.ShiftModifier), bool(modifiers & _MODIFIERS.AltModifier)
        return Held(shift, alt is self.guides.snaps, _SNAP / self.view.scale)

    def _escape(self) -> None:
        gesture, self.gesture, self._pressed = self.gesture, None, None
        if gesture is not None:
            gesture.cancel()
            self.update()
        else:
            self.session.select(())

    def _fit_again(self) -> None:
        self.image, self.cropping = None, None
        if self.view.fits:
            self.fit()
        self.update()

    def _moved(self) -> None:
        self.update()
        self.viewed.emit()

    def _selected(self) -> None:
        if self.cropping is not None and not self.cropping.going:
            self.cropping = None
        n = len(self.session.ids)
        self.setAccessibleDescription(self._words.n("{n} thing selected", "{n} things selected", n) if n else "")


def _more(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & (_MODIFIERS.ShiftModifier | _MODIFIERS.ControlModifier))
