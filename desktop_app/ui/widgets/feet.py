"""Buttons at a dialog's foot: from the right, in as many lines as the width asks for, low down in one with a menu."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_2
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.more_button import MoreButton

_LOW = 240  # points at 100 % text


class _FromTheRight(FlowLayout):
    """A flow whose lines end at the right edge; where all stand in one line, the first few begin at the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, space=SPACE_2)
        self.left = 0
        self.folded = False  # only the first, which opens a menu of the others, and the last have a place

    def move_last(self, place: int) -> None:
        """Let the last item stand at another place."""
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def places(self, width: int) -> list[QRect]:
        found, lines, ends = super().places(width), [], [0]
        for place in found:
            if place.width() and not place.x() and ends[-1]:
                ends.append(0)
            ends[-1] = max(ends[-1], place.x() + place.width())
            lines.append(len(ends) - 1)
        if self.folded:
            return self._first_and_last(width)
        left = self.left if len(ends) == 1 else 0
        return [
            place if number < left else place.translated(max(0, width - ends[line]), 0)
            for number, (place, line) in enumerate(zip(found, lines, strict=True))
        ]

    def _first_and_last(self, width: int) -> list[QRect]:
        last = max(place for place, item in enumerate(self._items) if not item.isEmpty())
        menu, kept = self._items[0].sizeHint(), self._items[last].sizeHint()
        right = QRect(max(0, width - kept.width()), 0, min(width, kept.width()), kept.height())
        left = QRect(max(0, right.left() - SPACE_2 - menu.width()), 0, menu.width(), menu.height())
        return [{0: left, last: right}.get(place, QRect()) for place in range(len(self._items))]


class Feet(QWidget):
    """Holds buttons; none of them is pressed by Enter from elsewhere. None is the room between left and right.

    With `more`, a button that opens a menu, all but the last lie in it where a low window has no room for two lines.
    """

    def __init__(
        self, *buttons: QWidget | None, more: MoreButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._flow = _FromTheRight(self)
        self._more = more
        if more is not None:
            more.hide()
            more.entries.aboutToShow.connect(self._offer)
            self.add(more)
        self._whole = 0  # how wide all are that are in one line, with their words
        self.add(*buttons)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *buttons: QWidget | None) -> None:
        """These as well, at the right end."""
        for button in buttons:
            if button is None:
                self._flow.left = self._flow.count()
                continue
            if isinstance(button, Button):
                button.setAutoDefault(False)
            self._flow.addWidget(button)

    def add_left(self, button: QWidget) -> None:
        """One more, the last of those at the left."""
        self.add(button)
        self._flow.move_last(self._flow.left)
        self._flow.left += 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What opens a menu gives its words up first: a second line would take the room of what one works on."""
        super().resizeEvent(event)
        menus = [one for one in self.findChildren(MoreButton) if not one.isHidden() and one is not self._more]
        if not any(one.narrow for one in menus):
            self._whole = self._flow.sizeHint().width() - self._taken
        narrow = self._whole > self.contentsRect().width()
        for one in menus:
            one.fit(narrow=narrow)
        self._fold(folded=narrow and self.window().height() < scaled(_LOW))

    @property
    def _taken(self) -> int:
        """How wide the menu's own button is, with its space, while it is shown."""
        return 0 if self._more is None or self._more.isHidden() else self._more.sizeHint().width() + SPACE_2

    def _buttons(self) -> list[Button]:
        found = [item.widget() for place in range(self._flow.count()) if (item := self._flow.itemAt(place)) is not None]
        return [one for one in found if isinstance(one, Button) and not one.isHidden()]

    def _fold(self, *, folded: bool) -> None:
        if self._more is None or folded is self._flow.folded:
            return
        self._flow.folded = folded
        self._more.setVisible(folded)
        for button in self._buttons()[1:-1] if folded else self._buttons():  # Tab goes past what is not seen
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus if folded else Qt.FocusPolicy.StrongFocus)
        self._flow.invalidate()

    def _offer(self) -> None:
        """What has no place of its own now."""
        assert self._more is not None
        kept = self._buttons()[1:-1]
        self._more.offer([(button.text().replace("&&", "&"), button.click) for button in kept])
        for action, button in zip(self._more.entries.actions(), kept, strict=True):
            action.setEnabled(button.isEnabled())
