"""The look in force: gives the application its palette and sheet, switches light and dark at once, hands out icons."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import faces
from desktop_app.ui.theme.icons import Icons
from desktop_app.ui.theme.tokens import DARK, LIGHT, Colours, Mode, Tone


class Theme(QObject):
    """One per application. `changed` follows every switch of colours: whoever paints or keeps an icon renews it."""

    changed = Signal()

    def __init__(self, app: QApplication, *, mode: Mode = Mode.SYSTEM, text_percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._icons = Icons()
        self._furnished = False
        self.colours: Colours = LIGHT
        faces.register_faces()
        app.setFont(faces.base_face(text_percent))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def app(self) -> QApplication:
        """The application it dresses."""
        return self._app

    @property
    def mode(self) -> Mode:
        """What was chosen; SYSTEM follows the desktop."""
        return self._mode

    def furnish(self) -> None:
        """Give the application its style sheet; before it only what paints itself looks right (see shell.py)."""
        if not self._furnished:
            self._furnished = True
            self._apply()

    def choose(self, mode: Mode) -> None:
        """Switch to light, dark or the system's own, at once and without rebuilding anything."""
        self._mode = mode
        self._apply()
        self.changed.emit()

    def set_text_size(self, percent: int) -> None:
        """Set the size of all text (100–200 %); pages have to be rebuilt afterwards."""
        if percent != round(faces.text_scale() * 100):
            self._app.setFont(faces.base_face(percent))
            self._apply()

    def colour(self, tone: Tone | str) -> QColor:
        """The colour that says `tone` now, for painters."""
        return QColor(self.colours.of(tone))

    def icon(self, name: str, tone: Tone = Tone.MUTED, *, gap: int = 0) -> QIcon:
        """An icon of the house in a tone, with a gap before a text; keep it no longer than until `changed`."""
        return self._icons.icon(name, self.colours.of(tone), size=faces.scaled(16), gap=gap)

    def pixmap(self, name: str, tone: Tone = Tone.MUTED, *, size: int = 0, ratio: float = 1.0) -> QPixmap:
        """The same as a picture of `size` points (0: as beside a text) for a screen with `ratio` pixels a point."""
        return self._icons.pixmap(name, self.colours.of(tone), size=size or faces.scaled(16), ratio=ratio)

    def _follow(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        system_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._mode is Mode.DARK or (self._mode is Mode.SYSTEM and system_dark)
        self.colours = DARK if dark else LIGHT
        self._app.setPalette(palette(self.colours))
        if self._furnished:
            from desktop_app.ui.theme.sheet import style_sheet

            self._app.setStyleSheet(style_sheet(self.colours, scale=faces.text_scale()))


def palette(colours: Colours) -> QPalette:
    """Qt's palette from ours, for what the style sheet does not reach (print dialog, calendar, selections)."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    out = QPalette()
    for qt_role, name in {
        role.Window: colours.ground, role.WindowText: colours.text, role.Base: colours.surface,
        role.AlternateBase: colours.ground, role.Text: colours.text, role.Button: colours.surface,
        role.ButtonText: colours.text, role.BrightText: colours.bad, role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent, role.Link: colours.accent, role.LinkVisited: colours.accent,
        role.ToolTipBase: colours.surface, role.ToolTipText: colours.text, role.PlaceholderText: colours.muted,
        role.Accent: colours.accent, role.Mid: colours.line, role.Midlight: colours.line, role.Light: colours.surface,
        role.Dark: colours.line, role.Shadow: colours.line,
    }.items():
        out.setColor(qt_role, QColor(name))
    for qt_role in (role.WindowText, role.Text, role.ButtonText):
        out.setColor(group.Disabled, qt_role, QColor(colours.mixed(colours.muted, colours.ground, 0.7)))
    return out
