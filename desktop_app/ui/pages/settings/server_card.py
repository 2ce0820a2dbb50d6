"""Several desks among the settings: where this shop lies, and the way to a server or back to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.servers import Verified
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.settings.server_dialog import REMEMBERED, ServerDialog
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Size, Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.file_dialogs import ask_for_place
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.progress import ProgressRow


class ServerCard(Card):
    """In a file: whoever can open it can read it, and one desk works; on a server each login has its rights."""

    def __init__(self, desk: Desk) -> None:
        words = desk.words
        super().__init__(words("Several desks"), words("one shop, a login for each"))
        self._desk = desk
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_3)
        self.on_server = "://" in desk.location
        if self.on_server:
            text = words("This shop lies on a server. Desks that are open show at once what another one does.")
            self.button = quiet(words("Copy it to a file of this computer…"), self._to_file)
        else:
            text = words(
                "This shop is a file of this computer: one window works in it, and whoever can open the file can read "
                "it. For several desks and benches it can lie on a PostgreSQL server."
            )
            self.button = quiet(words("Set up a server…"), self.set_up)
        column.addWidget(Label(text, wrap=True))
        column.addWidget(Label(desk.place, Size.SMALL, tone=Tone.MUTED, wrap=True))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.progress = ProgressRow(words)
        column.addWidget(self.progress)
        self.add_row(inside)

    def set_up(self) -> None:
        """The way to a server, step by step."""
        ServerDialog(self._desk, self.window()).open()

    def _to_file(self) -> None:
        words = self._desk.words
        ask_for_place(
            self, self._desk.settings, words("Copy the shop to a file"), "shop.db", kinds=f"{words('Shops')} (*.db)",
            taken=self.copy_to,
        )

    def copy_to(self, file: Path) -> None:
        """Copy the shop into a new file and open it from there."""
        from desktop_app.actions.servers import move_shop

        self.button.setEnabled(False)
        job = self._desk.work.ask(
            move_shop, str(file), progress=self.progress.report,
            then=lambda done: self._copied(file, done), failed=self._failed, owner=self,
        )
        self.progress.follow(job, self._desk.words("Copying the shop…"))

    def _copied(self, file: Path, _done: Verified) -> None:
        self.progress.finish()
        self._desk.settings.remember(REMEMBERED, str(file))
        self._desk.settings.save()
        self._desk.switch(str(file))

    def _failed(self, error: AppError) -> None:
        self.progress.finish()
        self.button.setEnabled(True)
        self._desk.tell(error)
