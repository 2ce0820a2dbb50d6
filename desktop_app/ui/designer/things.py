"""The left panel: things to add, and the list of what is on this side of the card."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.design_new import Thing, things, unwritten
from desktop_app.domain.printing import Kind
from desktop_app.i18n import Words
from desktop_app.ui.designer.deeds import Deeds
from desktop_app.ui.designer.keys import deed_of
from desktop_app.ui.designer.remarks import remarks_of
from desktop_app.ui.designer.session import Session
from desktop_app.ui.designer.wording import LANGUAGES, THINGS, item_icon, item_name
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, Tone, Weight
from desktop_app.ui.widgets.buttons import Button, Look
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label

_NAME = Qt.ItemDataRole.UserRole


class ThingButtons(QWidget):
    """A button for each thing that can be added."""

    def __init__(self, theme: Theme, words: Words, kind: Kind, *, chosen: Callable[[Thing], object]) -> None:
        super().__init__()
        self.buttons: dict[Thing, Button] = {}
        flow = FlowLayout(self, space=2)
        for thing in things(kind):
            title, icon = THINGS[thing]
            button = Button(words.say(title), partial(chosen, thing), look=Look.PLAIN, small=True)
            button.wear(theme, icon, Tone.ACCENT)
            self.buttons[thing] = button
            flow.addWidget(button)


class ItemList(QListWidget):
    """Every item of the side, the foremost first; selecting here selects on the card and the other way round."""

    words_wanted = Signal()

    def __init__(self, theme: Theme, words: Words, session: Session, deeds: Deeds) -> None:
        super().__init__()
        self._theme, self._words, self._session, self._deeds = theme, words, session, deeds
        self._telling = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words("Things on this side"))
        self.setIconSize(QSize(scaled(16), scaled(16)))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(scaled(90))
        self.itemSelectionChanged.connect(self._chosen)
        self.itemActivated.connect(lambda _: self.words_wanted.emit())
        for signal in (session.changed, session.looked, session.seen, theme.changed):
            signal.connect(self.renew)
        session.selected.connect(self._show_selected)
        self.renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The deeds have their keys here as on the card; Ctrl+A, the arrows and letters are the list's own."""
        deed = deed_of(event)
        if deed is None or deed.name == "all" or not self._deeds.can(deed):
            super().keyPressEvent(event)
        else:
            self._deeds.do(deed.name)

    def event(self, event: QEvent) -> bool:
        """They come before the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and deed_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def renew(self) -> None:
        """Show the items as they are now, changing only what is another thing."""
        session = self._session
        items = list(reversed(session.items))
        self._telling = True
        left = unwritten(session.template)
        names = [self.item(row).data(_NAME) for row in range(self.count())]
        if names != [item.id for item in items]:
            self.clear()
            for item in items:
                line = QListWidgetItem()
                line.setData(_NAME, item.id)
                self.addItem(line)
        for row, item in enumerate(items):
            line = self.item(row)
            seen = session.seen_of(item.id)
            said = [item_name(self._words, session.template, item, session.language)]
            said += list(remarks_of(self._words, seen, item)) if seen is not None else []
            if item.id in left:
                languages = ", ".join(LANGUAGES[language] for language in left[item.id])
                said.append(self._words("not written yet: {languages}", languages=languages))
            if item.locked:
                said.append(self._words("held"))
            hidden = seen is not None and seen.hidden
            if hidden:
                said.append(self._words("not for this record"))
            text = " · ".join(said)
            if line.text() != text:
                line.setText(text)
                line.setToolTip(text)
            line.setIcon(self._icon("lock" if item.locked else item_icon(item)))
            line.setForeground(self._theme.colour(Tone.MUTED if hidden else Tone.TEXT))
        self._telling = False
        self._show_selected()

    def _icon(self, name: str) -> QIcon:
        """The icon, also where the line is selected: Qt would tint it there."""
        icon = QIcon()
        ratio = self.devicePixelRatioF()
        for mode, tone in ((QIcon.Mode.Normal, Tone.MUTED), (QIcon.Mode.Selected, Tone.ACCENT)):
            icon.addPixmap(self._theme.pixmap(name, tone, size=scaled(16), ratio=ratio), mode)
        return icon

    def _chosen(self) -> None:
        if not self._telling:
            self._session.select([line.data(_NAME) for line in self.selectedItems()], groups=False)

    def _show_selected(self) -> None:
        self._telling = True
        for row in range(self.count()):
            line = self.item(row)
            wanted = line.data(_NAME) in self._session.ids
            if line.isSelected() != wanted:
                line.setSelected(wanted)
            if wanted and not self.hasFocus():
                self.setCurrentItem(line, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._telling = False


class LeftPanel(QWidget):
    """Things to add above, what is there below."""

    def __init__(
        self, theme: Theme, words: Words, session: Session, deeds: Deeds, *, chosen: Callable[[Thing], object]
    ) -> None:
        super().__init__()
        self.buttons = ThingButtons(theme, words, session.template.kind, chosen=chosen)
        self.items = ItemList(theme, words, session, deeds)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_2, SPACE_2, SPACE_2)
        column.setSpacing(SPACE_2)
        column.addWidget(Label(words("Add"), weight=Weight.BOLD))
        column.addWidget(self.buttons)
        column.addWidget(Label(words("On this side"), weight=Weight.BOLD))
        column.addWidget(self.items, 1)
