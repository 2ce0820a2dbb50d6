"""What the Import page shows before there is a file: where to drop it, where to get it, and the imports so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.desk_settings import WATCHED_FOLDER
from desktop_app.domain.importing import ImportRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.imports.drop import DropZone
from desktop_app.ui.pages.imports.guide_card import GuideCard
from desktop_app.ui.pages.imports.plan_cards import earlier_card
from desktop_app.ui.pages.imports.watched_card import WatchedCard
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.columns import Columns


class StartView(QWidget):
    """`choose` asks for a file, `take(path)` looks at one of the watched folder, `undo(row)` takes an import back."""

    def __init__(
        self, desk: Desk, *, choose: Callable[[], object], take: Callable[[Path], object],
        undo: Callable[[ImportRow], object],
    ) -> None:
        super().__init__()
        self._desk, self._take, self._undo = desk, take, undo
        self.zone = DropZone(desk.theme, desk.words, choose)
        self._cards = Columns()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.zone)
        column.addWidget(self._cards)

    def fill(self, earlier: Sequence[ImportRow]) -> None:
        """Show these imports, and what lies in the watched folder now."""
        self.watched = WatchedCard(self._desk, take=self._take)
        imports = earlier_card(self._desk, earlier, self._desk.today(), self._undo)
        held = self._cards.held()
        guide = GuideCard(self._desk)
        if self._desk.settings.get(WATCHED_FOLDER):  # what lies there wants somebody
            self._cards.fill([self.watched, imports], [guide], above=1)
        else:
            self._cards.fill([imports], [guide, self.watched])
        button = self.zone.invitation.button
        takes_back = held is not None and held.text == self._desk.words("Undo")  # a second Enter spares the next import
        if held is not None and not self._cards.hold(held, alike=not takes_back) and button is not None:
            button.setFocus()  # the button that was pressed is gone, and the keys would leave the page
