"""One article of a parcel in a large line: sign, pieces, picture, name, code, shelf; and the gift that goes in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.packing import Parcel, ParcelLine
from desktop_app.i18n import Words
from desktop_app.ui.bench.parts import BigText, Measure, Row, Sign
from desktop_app.ui.bench.wording import detail, pieces
from desktop_app.ui.pictures import picture
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_6, Big, Tone, Weight
from desktop_app.ui.widgets.labels import Label

_PICTURE = 60  # points


class LineRow(Row):
    """One article; `show_line` after each scan of it."""

    def __init__(self, measure: Measure, words: Words, line: ParcelLine, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words, self._small = words, measure.tight
        self.line = line
        self.sign = Sign(measure, "open", Tone.MUTED)
        self.pieces = BigText(measure, pieces(words, line), Big.LINE, weight=Weight.BOLD)
        self.pieces.setMinimumWidth(self.pieces.fontMetrics().horizontalAdvance("10 ×"))
        self.picture = Label()
        self.picture.hide()
        self.name = BigText(measure, line.name, Big.LINE, wrap=True)
        self.detail = BigText(measure, detail(words, line), Big.NOTE, tone=Tone.MUTED, wrap=True)
        self.detail.setVisible(bool(self.detail.text()))
        self.state = BigText(measure, "", Big.NOTE, weight=Weight.BOLD, tone=Tone.MUTED)
        self.shelf = BigText(measure, line.shelf, Big.SHELF, weight=Weight.BOLD)
        row = QHBoxLayout(self)
        side, gap = measure.room(SPACE_6 + 4), measure.room(SPACE_6)
        row.setContentsMargins(side, measure.room(18), side, measure.room(18))
        row.setSpacing(gap)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.name)
        said.addWidget(self.detail)
        for part, stretch in ((self.sign, 0), (self.pieces, 0), (self.picture, 0)):
            row.addWidget(part, stretch, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)
        row.addWidget(self.state)
        row.addWidget(self.shelf)
        self.show_line(line)

    def show_line(self, line: ParcelLine) -> None:
        """How far it is checked: by a sign, a colour and, while some are missing, in words."""
        self.line = line
        self.sign.show_sign("check" if line.done else "open", Tone.GOOD if line.done else Tone.MUTED)
        begun = 0 < line.checked < line.quantity
        self.state.setText(self._words("{n} of {total}", n=line.checked, total=line.quantity) if begun else "")
        self.state.setVisible(begun)
        done = (
            self._words("checked") if line.done else self._words("{n} of {total}", n=line.checked, total=line.quantity)
        )
        parts = (self.pieces.text(), line.name, self.detail.text(), line.shelf, done)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def show_picture(self, content: bytes) -> None:
        """The article’s picture, where there is one."""
        side = scaled(_PICTURE // 2 if self._small else _PICTURE)
        found = picture(content, side, ratio=self.devicePixelRatioF())
        if found is not None:
            self.picture.setPixmap(found)
            self.picture.setAccessibleName(self.line.name)
            self.picture.show()


class GiftRow(Row):
    """The small surprise that goes into this parcel."""

    def __init__(self, measure: Measure, words: Words, parcel: Parcel, parent: QWidget | None = None) -> None:
        super().__init__(lit=True, parent=parent)
        row = QHBoxLayout(self)
        side = measure.room(SPACE_6 + 4)
        row.setContentsMargins(side, measure.room(18), side, measure.room(18))
        row.setSpacing(measure.room(SPACE_6))
        row.addWidget(Sign(measure, "gift", Tone.ACCENT))
        said = words("Goes in as a gift: {gift}", gift=parcel.surprise)
        row.addWidget(BigText(measure, said, Big.LINE, wrap=True), 1)
        row.addWidget(BigText(measure, parcel.surprise_shelf, Big.SHELF, weight=Weight.BOLD))
        self.setAccessibleName(said)
