"""Those who pack: their signature beside the name, with PIN and language; changed, rested and removed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.desk_settings import DESK_LANGUAGE, DESK_PERSON
from desktop_app.domain.packers import Packer
from desktop_app.domain.signatures import signature_key
from desktop_app.domain.text import clean
from desktop_app.queries import Shop
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.pages.settings.packer_dialogs import packer_dialog, packer_fields, pin_dialog, signature_dialog
from desktop_app.ui.pictures import picture
from desktop_app.ui.theme.faces import scaled
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.form_dialog import FormDialog

_SIDE, _HIGH = 88, 36  # points a signature is shown in


class PackersCard(RecordCard):
    """Changes at once, each a step of Undo but for PINs; `refresh` asks who packs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk, words("Packers"), words("who packs and signs"), parent=parent)
        self.shown: tuple[Packer, ...] = ()
        self._signatures: Mapping[str, bytes] = {}
        self.add_button = small(words("Add"), self.add)
        self.add_button.setAccessibleName(words("Add a packer"))
        self.add_to_head(self.add_button)
        desk.bus.changed.connect(self._hear)

    def refresh(self) -> None:
        """Ask who packs."""
        self.desk.work.ask(_those_who_pack, then=lambda found: self._show(*found), owner=self, latest="packers")

    def add(self) -> None:
        """Ask for a new packer; the first is most likely who sits here."""
        from desktop_app.actions.packers import add_packer

        here = clean(self.desk.settings.get(DESK_PERSON))
        known = {signature_key(one.fields.person) for one in self.shown}
        dialog = packer_dialog(self.desk, self.window(), None, name="" if signature_key(here) in known else here)
        dialog.saved.connect(lambda values: self.change(add_packer, packer_fields(values), dialog=dialog))
        dialog.open()

    def edit(self, packer: Packer) -> None:
        """Ask for another name or language, or whether they pack now."""
        from desktop_app.actions.packers import edit_packer, remove_packers

        remove = (self.words("Remove"), partial(self.change, remove_packers, [packer.id]))
        dialog = packer_dialog(self.desk, self.window(), packer, remove=remove)
        dialog.saved.connect(
            lambda values: self.change(edit_packer, packer.id, packer.version, packer_fields(values), dialog=dialog)
        )
        dialog.open()

    def sign(self, packer: Packer) -> None:
        """Let them sign."""
        from desktop_app.actions.signatures import remove_signature, set_signature

        name = packer.fields.person
        kept = self._signatures.get(signature_key(name), b"")
        remove = (self.words("Remove"), partial(self.change, remove_signature, name)) if packer.signed else None
        dialog = signature_dialog(self.desk, self.window(), packer, kept, remove=remove)
        dialog.saved.connect(lambda values: self.change(set_signature, name, values["picture"], dialog=dialog))
        dialog.open()

    def choose_pin(self, packer: Packer) -> None:
        """Ask for a PIN."""
        from desktop_app.actions.pins import forget_pin, set_pin

        remove = (self.words("No PIN"), partial(self._keep_pin, forget_pin, packer.id)) if packer.has_pin else None
        dialog = pin_dialog(self.desk, self.window(), packer, remove=remove)
        dialog.saved.connect(lambda values: self._keep_pin(set_pin, packer.id, values["pin"], dialog=dialog))
        dialog.open()

    def _keep_pin(self, action: Any, *args: Any, dialog: FormDialog | None = None) -> None:
        """As `change`, without an [Undo] that could not be: a PIN is gone once it was overwritten."""

        def done(changes: Changes) -> None:
            if dialog is not None:
                dialog.kept()
            if changes.id:
                self.desk.tell(changes.title)

        failed = dialog.refuse if dialog is not None else self.desk.tell
        self.desk.work.change(action, *args, then=done, failed=failed, owner=dialog or self)

    def _hear(self, changes: Changes, _initiator: object) -> None:
        if Topic.PACKERS in changes.topics:
            self.refresh()

    def _show(self, found: Sequence[Packer], signatures: Mapping[str, bytes]) -> None:
        self.shown, self._signatures = tuple(found), signatures
        none = self.words(
            "Nobody yet. Add who packs: their signature stands on the cards, until then the name of who prints."
        )
        self.fill([self._row(one) for one in found], note="" if found else none)

    def _row(self, one: Packer) -> QWidget:
        words, name = self.words, one.fields.person
        spoken = dict(DESK_LANGUAGE.choices).get(one.fields.language.value) if one.fields.language else None
        detail = joined(words("with PIN") if one.has_pin else words("no PIN"), spoken.text if spoken else "")
        row = DetailRow(
            self.desk.theme, name, detail, change=words("Change"),
            tag=None if one.fields.active else (words("Rests"), Tone.MUTED),
            deeds=[
                (words("Signature…"), partial(self.sign, one)),
                (words("PIN…"), partial(self.choose_pin, one)),
            ],
        )
        row.opened.connect(lambda: self.edit(one))
        with_hand = QWidget()
        line = QHBoxLayout(with_hand)
        line.setContentsMargins(SPACE_4, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._hand(name))
        line.addSpacing(SPACE_3 - SPACE_4)
        line.addWidget(row, 1)
        return with_hand

    def _hand(self, name: str) -> QLabel:
        shown = QLabel()
        shown.setFixedSize(scaled(_SIDE), scaled(_HIGH))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setProperty("frame", True)  # paper, in the dark theme too
        content = self._signatures.get(signature_key(name), b"")
        wide, high = scaled(_SIDE) - 8, scaled(_HIGH) - 8
        pixmap = picture(content, wide, high=high, ratio=self.devicePixelRatioF())
        words = self.words
        shown.setAccessibleName(words("Signature of {name}", name=name) if pixmap else words("No signature"))
        if pixmap is not None:
            shown.setPixmap(pixmap)
        return shown


def _those_who_pack(shop: Shop) -> tuple[list[Packer], dict[str, bytes]]:
    from desktop_app.queries.packers import packers
    from desktop_app.queries.signatures import signatures

    return packers(shop), {signature_key(one.person): one.picture for one in signatures(shop)}
