"""A tracking number with the way to where its parcel is followed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.carriers import CarrierFields, carrier_key, tracking_link
from desktop_app.i18n import Words
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_1
from desktop_app.ui.widgets.buttons import icon_button
from desktop_app.ui.widgets.inputs import TextInput

OpenUrl = Callable[[QUrl], bool]


class TrackingInput(QWidget):
    """A tracking number; the button beside it opens the carrier's page, where its link is known."""

    edited = Signal()

    def __init__(self, theme: Theme, words: Words, *, open_url: OpenUrl = QDesktopServices.openUrl) -> None:
        super().__init__()
        self._open_url = open_url
        self._carriers: dict[str, CarrierFields] = {}
        self._carrier = ""
        self.edit = TextInput()
        self.edit.edited.connect(self._typed)
        self.open_button = icon_button(theme, "open", self.follow, tip=words("Follow the parcel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        row.addWidget(self.edit, 1)
        row.addWidget(self.open_button)
        self.setFocusProxy(self.edit)
        self._renew()

    @property
    def link(self) -> str:
        """Where the parcel is followed, "" where nobody knows."""
        return tracking_link(self._carriers.get(carrier_key(self._carrier)), self.edit.value())

    def set_carriers(self, carriers: Sequence[CarrierFields]) -> None:
        """The shop's carriers with their links."""
        self._carriers = {carrier_key(one.name): one for one in carriers}
        self._renew()

    def set_carrier(self, name: str) -> None:
        """By whom it is carried."""
        self._carrier = name
        self._renew()

    def value(self) -> Any:
        """The number as typed."""
        return self.edit.value()

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.edit.set_value(value)
        self._renew()

    def follow(self) -> None:
        """Open the carrier's page in the browser."""
        if self.link:
            self._open_url(QUrl(self.link, QUrl.ParsingMode.TolerantMode))

    def _typed(self) -> None:
        self._renew()
        self.edited.emit()

    def _renew(self) -> None:
        self.open_button.setVisible(bool(self.link))
        self.open_button.setToolTip(self.link)
