"""The pictures that came with a complaint: seen small and large, more added by drop, paste or choice."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.complaints import Complaint, ComplaintFile, ComplaintId
from desktop_app.queries import Shop
from desktop_app.queries.complaint_pictures import complaint_picture
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.picture_view import PictureView
from desktop_app.ui.pages.complaints.thumbnails import Thumbnail
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pictures import take_dropped, take_pasted, welcome_picture
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.file_dialogs import ask_for_picture
from desktop_app.ui.widgets.flow import FlowLayout


class PicturesCard(RecordCard):
    """Changes at once, each a step of Undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk, words("Pictures"), parent=parent)
        self._complaint = ComplaintId(0)
        self.shown: dict[int, Thumbnail] = {}
        self._contents: dict[int, bytes] = {}  # of the complaint that is shown
        self.add_button = small(words("Add…"), self._ask, tip=words("You can also drop or paste it here."))
        self.add_button.setAccessibleName(words("Add a picture…"))
        self.add_to_head(self.add_button)
        self.setAcceptDrops(True)

    def show_pictures(self, one: Complaint) -> None:
        """The pictures of a complaint; each is fetched once."""
        if one.id != self._complaint:
            self._complaint, self._contents = one.id, {}
        self.shown = {}
        if not one.files:
            self.fill([], note=self.words("None yet. Drop one here."))
            return
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        row = QWidget()
        flow = FlowLayout(row, space=SPACE_2)
        for file in one.files:
            self.shown[file.id] = self._thumbnail(file)
            flow.addWidget(self.shown[file.id])
        column.addWidget(row)
        self.fill([room])
        for file in one.files:
            self._fetch(file.id)

    def take(self, chosen: Path | bytes) -> None:
        """Keep one more picture with the complaint; one that cannot be kept is refused in words."""
        from desktop_app.actions.complaint_files import attach_pictures  # Pillow is loaded when a picture is chosen

        if not isinstance(chosen, Path):
            self.change(attach_pictures, self._complaint, [("", chosen)])
            return
        self.desk.work.run(
            _read, chosen, then=lambda content: self.change(attach_pictures, self._complaint, [(chosen.name, content)]),
            failed=self.desk.tell, owner=self,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped here."""
        welcome_picture(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped picture is kept."""
        take_dropped(event, self.take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V keeps the picture that was copied."""
        if not take_pasted(event, self.take):
            super().keyPressEvent(event)

    def _thumbnail(self, file: ComplaintFile) -> Thumbnail:
        from desktop_app.actions.complaint_files import remove_picture

        remove = (self.words("Remove"), partial(self.change, remove_picture, file.id))
        name = file.name or self.words("Picture")
        return Thumbnail(self.desk.theme, name, see=partial(self._see, file.id, name), remove=remove)

    def _fetch(self, file: int) -> None:
        if file in self._contents:
            self._come(file, self._contents[file])
            return

        def asked(shop: Shop) -> bytes:
            return complaint_picture(shop, file)

        self.desk.work.ask(asked, then=partial(self._come, file), failed=lambda _: None, owner=self)

    def _come(self, file: int, content: bytes) -> None:
        self._contents[file] = content
        if file in self.shown:
            self.shown[file].show_content(content)

    def _see(self, file: int, name: str) -> None:
        if file in self._contents:
            PictureView(self.desk, self.window(), name, self._contents[file]).open()

    def _ask(self) -> None:
        ask_for_picture(self, self.desk.settings, self.words, taken=self.take)


def _read(file: Path) -> bytes:
    from desktop_app.actions.pictures import checked_picture

    content: bytes = checked_picture(file)["content"]
    return content
