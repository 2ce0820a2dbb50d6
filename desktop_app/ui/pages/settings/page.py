"""The Settings page: cards of forms made from the declarations, one explicit Save for all of them; backups beside."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.settings import Scope, SettingValues
from desktop_app.domain.tags import WordKind
from desktop_app.i18n import msg
from desktop_app.ui.desk import Desk
from desktop_app.ui.handbook.places import PLACE
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.settings.backups_card import BackupsCard
from desktop_app.ui.pages.settings.bench_card import BenchCard
from desktop_app.ui.pages.settings.book_card import BookCard
from desktop_app.ui.pages.settings.carriers_card import CarriersCard
from desktop_app.ui.pages.settings.checklist_card import ChecklistCard
from desktop_app.ui.pages.settings.closed_days_card import ClosedDaysCard
from desktop_app.ui.pages.settings.complaint_kinds_card import ComplaintKindsCard
from desktop_app.ui.pages.settings.deadlines_card import DeadlinesCard
from desktop_app.ui.pages.settings.desk_card import DeskCard
from desktop_app.ui.pages.settings.finding import Finding
from desktop_app.ui.pages.settings.groups import (
    BENCH,
    COMPLAINTS,
    LEAFLET,
    MAIL,
    MESSAGES,
    MISSION,
    PAPER,
    PEOPLE,
    PERSON,
    PROMISE,
    SHOP,
    Group,
    fields,
)
from desktop_app.ui.pages.settings.inboxes_card import InboxesCard
from desktop_app.ui.pages.settings.logo import LogoInput
from desktop_app.ui.pages.settings.mail_part import MailPart
from desktop_app.ui.pages.settings.packers_card import PackersCard
from desktop_app.ui.pages.settings.sample_card import SampleCard
from desktop_app.ui.pages.settings.server_card import ServerCard
from desktop_app.ui.pages.settings.tags_card import TagsCard
from desktop_app.ui.pages.settings.word_card import WordCard
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.scroll import Scroll

_GROUPS = (SHOP, PROMISE, COMPLAINTS, MESSAGES, MAIL, PEOPLE, LEAFLET, MISSION, PAPER, PERSON, BENCH)
_PLACES = {"messages": MESSAGES, "mail": MAIL}  # where other pages lead to


class SettingsPage(Page):
    """Everything that can be set."""

    name = "settings"
    topics = frozenset({Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.set_title(
            self.words("Settings"), self.words("The shop’s settings are the same on every desk, yours stay here.")
        )
        self.save_button = self.set_primary(self.words("Save"), self.save, shortcut="Ctrl+S")
        self.save_button.setEnabled(False)
        self.forms = {group: self._form(group) for group in _GROUPS}
        self.cards: dict[Group, Card] = {}
        self._loaded = SettingValues({})
        self.logo = LogoInput(desk, question=self.words("Logo"))
        self.logo.edited.connect(self._edited)
        self.mail = MailPart(desk, unsaved=lambda: self.forms[MAIL].dirty)
        self.backups, self.server = BackupsCard(desk), ServerCard(desk)
        self.packers, self.word, self.checklist = PackersCard(desk), WordCard(desk), ChecklistCard(desk)
        self.closed_days, self.carriers = ClosedDaysCard(desk), CarriersCard(desk)
        self.complaint_kinds, self.book = ComplaintKindsCard(desk), BookCard(desk)
        self.deadlines, self.inboxes = DeadlinesCard(desk), InboxesCard(desk)
        self.words_cards = [TagsCard(desk, kind) for kind in WordKind]
        columns = Columns(shares=(5, 4))
        self.desk_card = DeskCard(desk, may_rebuild=self.may_leave)
        self._asked = False  # that something is not saved was said, and neither saved nor dropped since
        self._at = ""  # the desk's setting that gets the keyboard when the page is there
        right: list[Card] = [
            self.desk_card, self._card(PERSON), self.packers, self.word, self.checklist,
            self._card(BENCH), BenchCard(desk), self._card(PAPER),
            self.backups, self.server,
        ]
        if desk.sample:
            right.insert(0, SampleCard(desk))
        left: list[Card] = [
            self._card(SHOP, self.logo), self._card(PROMISE), self.closed_days, self.carriers,
            self._card(COMPLAINTS), self.deadlines, self.inboxes, self.complaint_kinds, self.book,
            self._card(MESSAGES), self._card(MAIL, self.mail),
            *(self._card(group) for group in (PEOPLE, LEAFLET, MISSION)),
        ]
        right += self.words_cards
        columns.fill(left, right)
        self.finding = Finding(desk.theme, self.words)
        self.finding.over([*left, *right])
        self.filter_box = self.finding.box
        self._scroll = Scroll(columns)
        self.finding.chosen.connect(self._scroll.lead_to)
        self.content = Content(desk.theme, self._scroll, waiting=self.words("Loading the settings"))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.finding)
        self.body.addWidget(self.content, 1)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)

    def open(self, **what: object) -> None:
        """`at="desk.language"` puts the keyboard on that choice of the desk's, `at="mail"` on the card of e-mail."""
        self._at = str(what.get("at", ""))
        if self.content.currentWidget() is self.content.content:
            self._go_to_choice()

    def refresh(self) -> None:
        """Load what is kept, unless a person is just changing it."""
        from desktop_app.queries.pictures import shop_logo
        from desktop_app.queries.settings import settings

        self.backups.refresh()
        self.packers.refresh()
        self.word.refresh()
        self.closed_days.refresh()
        self.carriers.refresh()
        self.checklist.refresh()
        self.complaint_kinds.refresh()
        self.deadlines.refresh()
        self.inboxes.refresh()
        self.book.refresh()
        for card in self.words_cards:
            card.refresh()
        self.content.wait()
        self.desk.work.ask(
            lambda shop: (settings(shop), shop_logo(shop)), then=lambda found: self._load(*found),
            failed=self._not_loaded, owner=self,
        )

    def may_leave(self) -> bool:
        """Unsaved settings are said, once, and kept in the form; so is a word that was typed and not said."""
        if not self.dirty and self.word.typing:
            self._asked = True
            said = msg("Today’s word to the packers is not said yet. Say it, or press Esc to drop it.")
            self.desk.tell(AppError(said))
            self.word.word.setFocus()
            return False
        if not self.dirty:
            return True
        self._asked = True
        self.desk.tell(AppError(msg("The settings are not saved yet. Save them, or press Esc to drop the changes.")))
        self.save_button.setFocus()
        return False

    def drop(self) -> None:
        """Esc: show what is kept again."""
        for form in self.forms.values():
            form.mark_clean()
        self.logo.chosen = ""
        self.word.drop()
        self.refresh()
        self._answer(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc drops what was changed."""
        if event.key() == Qt.Key.Key_Escape and (self.dirty or self.word.typing):
            self.drop()
            self.desk.tell(msg("The changes were dropped."))
        else:
            super().keyPressEvent(event)

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what is kept."""
        return any(form.dirty for form in self.forms.values()) or self.logo.chosen != ""

    def save(self) -> None:
        """Keep everything that was changed, in one change (the logo in a second)."""
        from desktop_app.actions import settings

        if self.content.currentWidget() is not self.content.content:
            return  # forms that were never filled hold no settings
        try:
            values = {key: value for form in self.forms.values() for key, value in form.value().items()}
        except Invalid:
            self.finding.clear()  # what has to be put right may stand on a card that was put away
            return
        declared = {setting.key: setting for group in _GROUPS for setting in group.settings}
        for key in [key for key in values if declared[key].scope is Scope.DESK]:
            self.desk.settings.set(declared[key], values.pop(key))
        changed = {declared[key]: value for key, value in values.items() if value != self._loaded[declared[key]]}
        self.desk.work.change(
            settings.set_settings, changed,  # never what another desk may have set meanwhile
            then=self._kept, failed=self._refuse, owner=self,
        )

    def _kept(self, changes: Changes) -> None:
        from desktop_app.actions import settings

        for form in self.forms.values():
            form.mark_clean()
        if self.logo.chosen == "":
            self._done(changes)
            return
        file = self.logo.chosen if isinstance(self.logo.chosen, Path | bytes) else None
        self.desk.work.change(settings.set_logo, file, then=self._logo_kept, failed=self._refuse, owner=self)

    def _logo_kept(self, changes: Changes) -> None:
        self.logo.chosen = ""
        self._done(changes)

    def _done(self, changes: Changes) -> None:
        self._changed()
        if changes.id:
            self.desk.tell_done(changes, msg("Settings saved."))
        else:
            self.desk.tell(msg("Settings saved."))
        self.refresh()
        self._answer(True)

    def _answer(self, free: bool) -> None:
        asked, self._asked = self._asked, False
        if asked:
            self.answered.emit(free)

    def _edited(self) -> None:
        """A person changes something: they stay."""
        self._answer(False)
        self._changed()

    def _refuse(self, error: AppError) -> None:
        if not (isinstance(error, Invalid) and any(form.show_error(error) for form in self.forms.values())):
            self.desk.tell(error)
        else:
            self.finding.clear()

    def _load(self, values: SettingValues, logo: bytes) -> None:
        if self.dirty:
            return
        self._loaded = values
        for group, form in self.forms.items():
            form.set_value({s.key: self._value(values, s) for s in group.settings})
        self.logo.show_kept(logo)
        self._changed()
        self.content.show_content()
        self._go_to_choice()

    def _go_to_choice(self) -> None:
        at, self._at = self._at, ""
        if at:
            self.finding.clear()
        group = _PLACES.get(at)
        if group is not None:
            self._scroll.lead_to(self.cards[group])
            self.forms[group].focus_first()
        elif at:
            self.desk_card.take_focus(at)

    def _not_loaded(self, error: AppError) -> None:
        """What a person is changing stays; empty forms are never shown, for they could be kept."""
        self.ask_again()
        if self.dirty:
            self.desk.tell(error)
            return
        self.content.show_failure(self.words.say(error.message), button=(self.words("Try again"), self.refresh))

    def _value(self, values: SettingValues, setting: Any) -> Any:
        return self.desk.settings.get(setting) if setting.scope is Scope.DESK else values[setting]

    def _changed(self) -> None:
        self.save_button.setEnabled(self.dirty)

    def _form(self, group: Group) -> Form:
        theme, words = self.desk.theme, self.words
        form = Form(theme, words, fields(theme, words, group.settings), today=self.desk.today())
        form.edited.connect(lambda _key: self._edited())
        return form

    def _card(self, group: Group, *below: QWidget) -> Card:
        card = Card(self.words.say(group.title), self.words.say(group.hint))
        card.setProperty(PLACE, group.page)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.setSpacing(SPACE_4)
        for widget in (self.forms[group], *below):
            column.addWidget(widget)
        card.add_row(inside)
        self.cards[group] = card
        return card
