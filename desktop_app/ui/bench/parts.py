"""What the bench is made of: large texts that give way in a small window, pills, key caps that can be clicked too."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.theme.faces import dress, scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_4, Big, Size, Tone, Weight
from desktop_app.ui.widgets.labels import Label

_CLOSE: Mapping[Big, Size | Big] = {  # a small window: on a laptop one stands nearer to it
    Big.NOTE: Size.LARGE,
    Big.BODY: Big.NOTE,
    Big.LINE: Big.BODY,
    Big.SHELF: Size.TITLE,
    Big.NUMBER: Big.SHELF,
}
_TIGHT: Mapping[Big, Size] = {  # next to no room: what is large elsewhere is as large as any text
    Big.NOTE: Size.BODY,
    Big.BODY: Size.BODY,
    Big.LINE: Size.LARGE,
    Big.SHELF: Size.LARGE,
    Big.NUMBER: Size.LARGE,
}
_FAR: Mapping[Big, Big] = {  # a whole wall of a screen: it is read from farther away
    Big.NOTE: Big.BODY,
    Big.BODY: Big.LINE,
    Big.LINE: Big.SHELF,
    Big.SHELF: Big.NUMBER,
    Big.NUMBER: Big.NUMBER,
}


class Measure(QObject):
    """How large the bench's texts are now; `changed` when the window became small or large.

    A `tight` one is small too: a small window with large texts, where only what is needed for the work is shown.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.tight = self.small = self.large = False

    def fit(self, width: int, height: int) -> None:
        """Take on the size of the window."""
        tight = width < scaled(480) or height < scaled(320)
        small = width < scaled(900) or height < scaled(560)
        large = width >= scaled(1700) and height >= scaled(950)
        if (tight, small, large) != (self.tight, self.small, self.large):
            self.tight, self.small, self.large = tight, small, large
            self.changed.emit()

    def size(self, size: Big) -> Size | Big:
        """The size of a text in this window."""
        if self.large:
            return _FAR[size]
        if self.tight:
            return _TIGHT[size]
        return _CLOSE[size] if self.small else size

    def room(self, points: int) -> int:
        """A space as this window has it."""
        return scaled(points // 4 if self.tight else points // 2 if self.small else points)


class BigText(Label):
    """A text of the bench."""

    def __init__(
        self,
        measure: Measure,
        text: str = "",
        size: Big = Big.BODY,
        *,
        weight: Weight = Weight.REGULAR,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
    ) -> None:
        super().__init__(text, measure.size(size), weight=weight, tone=tone, wrap=wrap)
        self._measure, self._size, self._weight = measure, size, weight
        measure.changed.connect(self.fit)

    def fit(self) -> None:
        """Take the size that this window has for it."""
        dress(self, self._measure.size(self._size), self._weight)
        self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Say it in another tone; the style sheet would put the font of the first one back."""
        super().set_tone(tone)
        self.fit()

    def set_weight(self, weight: Weight) -> None:
        """Take another weight."""
        if weight is not self._weight:
            self._weight = weight
            self.fit()


class Pill(BigText):
    """A state in a word or two, outlined in a colour that repeats it."""

    def __init__(self, measure: Measure, text: str, tone: Tone) -> None:
        super().__init__(measure, text, Big.NOTE, weight=Weight.BOLD, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class KeyCap(QPushButton):
    """A key on the screen: it says what the key does, and a click does the same; it never takes the keyboard."""

    def __init__(self, measure: Measure, text: str, pressed: Callable[[], object], *, main: bool = False) -> None:
        super().__init__(text.replace("&", "&&"))
        self._measure, self._main = measure, main
        self.setProperty("main", main)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _=False: pressed())
        measure.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the size that this window has for it."""
        dress(self, self._measure.size(Big.NOTE), Weight.BOLD if self._main else Weight.REGULAR)


class Sign(Label):
    """A sign of the house’s icons at the bench’s size; what it says stands beside it in words."""

    def __init__(self, measure: Measure, icon: str = "", tone: Tone = Tone.MUTED, *, size: int = 26) -> None:
        super().__init__("", Big.BODY, tone=tone)
        self._measure, self._points = measure, size
        self._icon, self._tone = icon, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        measure.changed.connect(self.renew)
        measure.theme.changed.connect(self.renew)
        self.renew()

    def show_sign(self, icon: str, tone: Tone) -> None:
        """Show another one."""
        self._icon, self._tone = icon, tone
        self.renew()

    def renew(self) -> None:
        """Draw it in the colours and at the size of now."""
        share = 0.5 if self._measure.tight else 0.75 if self._measure.small else 1
        side = scaled(round(self._points * share))
        self.setFixedSize(side, side)
        if self._icon:
            ratio = self.devicePixelRatioF()
            self.setPixmap(self._measure.theme.pixmap(self._icon, self._tone, size=side, ratio=ratio))
        else:
            self.clear()


class Panel(QFrame):
    """A white sheet with a line around it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class Plate(Panel):
    """One thing to do and nothing else: a sign, what it is, and a muted word to it."""

    def __init__(self, measure: Measure, icon: str, text: str, detail: str) -> None:
        super().__init__()
        self._measure = measure
        self._sign = Sign(measure, icon, Tone.ACCENT, size=56)
        self.detail = BigText(measure, detail, tone=Tone.MUTED, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE_4)
        self._column.addStretch(1)
        self._column.addWidget(self._sign)
        self._column.addWidget(BigText(measure, text, Big.LINE, weight=Weight.BOLD, wrap=True))
        self._column.addWidget(self.detail)
        self._column.addStretch(2)
        measure.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._sign.setVisible(not self._measure.small)
        side = self._measure.room(48)
        self._column.setContentsMargins(side, side // 2, side, side // 2)


class Row(QFrame):
    """One line of a panel; `lit` is the one that counts now."""

    clicked = Signal()

    def __init__(self, *, lit: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("lit", lit)

    def light(self, lit: bool) -> None:
        """Make it the one that counts, or one of the others."""
        if self.property("lit") != lit:
            self.setProperty("lit", lit)
            self.style().unpolish(self)
            self.style().polish(self)

    def mouseReleaseEvent(self, _event: object) -> None:
        """A click on a line does what Enter would do there."""
        self.clicked.emit()
