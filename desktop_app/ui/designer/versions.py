"""The history of a design: each version with what it changed and how it looks, and bringing one back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QWidget

from desktop_app.actions.designing import EarlierDesign, Proofer
from desktop_app.domain.design_samples import Sample, sample
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.printing import ShopDetails
from desktop_app.ui.designer.asking import Question
from desktop_app.ui.designer.proofs import Proofs, Wanted, maker
from desktop_app.ui.designer.session import Session
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import LIGHT, SPACE_4
from desktop_app.ui.widgets.buttons import primary
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.within import within

_WIDE, _HIGH = 260, 360  # points, the room for the picture


class VersionsQuestion(Question):
    """`restored(number)`: an earlier version shall be the newest again."""

    restored = Signal(int)

    def __init__(
        self, desk: Desk, parent: QWidget, *, versions: Sequence[EarlierDesign], shop: ShopDetails, session: Session
    ) -> None:
        """`session` tells the size, side and language that the versions are looked at in."""
        words = desk.words
        super().__init__(
            desk, parent, title=words("Earlier versions"),
            line=words("Bringing one back adds a version; nothing is lost."),
        )  # fmt: skip
        self._versions, self._session = tuple(versions), session
        self._qr = shop.link or "10437"
        self.picture = Label("", wrap=True)
        self.proofs = Proofs(desk.work, maker(Proofer(shop, by=desk.settings.get(DESK_PERSON) or "Anna")), self)
        self.proofs.came.connect(lambda _, image: self._show_image(image))
        self.proofs.failed.connect(lambda error: self.picture.setText(words.say(error.message)))
        self.finished.connect(lambda _: self.proofs.close())
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(words("Earlier versions"))
        for one in versions:
            self.list.addItem(f"{self._head(one)}\n{self._changes(one)}")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumSize(QSize(scaled(_WIDE) // 2, scaled(_HIGH) // 2))
        self.picture.setAccessibleName(words("How it looked"))
        self.go = primary(words("Bring back"), self._go)
        self.go.setEnabled(False)
        self.list.currentRowChanged.connect(self._look)
        self.list.itemActivated.connect(lambda _: self._go())
        row = QHBoxLayout()
        row.setSpacing(SPACE_4)
        row.addWidget(self.list, 3)
        row.addWidget(self.picture, 2)
        self.body.addLayout(row, 1)
        self.add_feet(self.go)
        self.resize(within(parent, 720, 520))
        self.list.setCurrentRow(0)

    def _head(self, one: EarlierDesign) -> str:
        words, row = self.words, one.row
        said = words("Version {number} · {title}", number=row.number, title=row.title)
        made = stamp(words, row.at, self.desk.today())
        return " · ".join(part for part in (said, made, row.by) if part)

    def _changes(self, one: EarlierDesign) -> str:
        if one.row.number == 1:
            return self.words("the first one")
        said = ", ".join(self.words.say(change) for change in one.changes)
        return said or self.words("only its name")

    def _look(self, row: int) -> None:
        """How a version looks; all but the newest can be brought back."""
        self.go.setEnabled(row > 0)
        session = self._session
        person = sample(Sample.USUAL, session.language, today=self.desk.today(), qr=self._qr)
        looked = (session.card, session.form, session.side, session.language)
        across, down = (side + 6 for side in session.card)
        scale = min(scaled(_WIDE) / across, scaled(_HIGH) / down) * self.devicePixelRatioF()
        self.proofs.want(Wanted(self._versions[row].template, person, *looked, scale))

    def _show_image(self, image: QImage) -> None:
        paper = QPixmap(image.size())
        paper.fill(QColor(LIGHT.surface))  # paper is white in the dark too
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.end()
        paper.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(paper)

    def _go(self) -> None:
        row = self.list.currentRow()
        if row > 0:
            self.accept()
            self.restored.emit(self._versions[row].row.number)
