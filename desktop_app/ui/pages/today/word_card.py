"""The word to the packers on the Today page: what it says, and who has yet to read it; shown where anybody packs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.packers import text_in
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.settings.word_dialog import open_word
from desktop_app.ui.pages.today.lookup import Morning
from desktop_app.ui.theme.tokens import SPACE_4
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import Label


def word_card(desk: Desk, parent: QWidget, now: Morning) -> Card:
    """The card of a morning on which somebody packs."""
    words, word = desk.words, now.word
    there, read = len(now.readings), sum(bool(one.word) for one in now.readings)
    hint = words("read by {read} of {there}", read=words.count(read), there=words.count(there)) if word else ""
    card = Card(words("Word to the packers"), hint)
    button = small(
        words("Change") if word else words("Say something"), lambda: open_word(desk, parent, word, day=now.day.date)
    )
    button.setAccessibleName(f"{button.text()}: {words('Today’s word to the packers')}")
    card.add_to_head(button)
    if word:
        said = Label(text_in(dict(word.texts), words.language), wrap=True)
        said.setContentsMargins(SPACE_4, 10, SPACE_4, 10)
        card.add_row(said)
    for what, missing in (
        (words("the mission"), [one for one in now.readings if not one.mission]),
        (words("today’s word"), [one for one in now.readings if word and not one.word]),
    ):
        if missing:
            names = [one.packer.fields.person for one in missing]
            card.add_note(words("Not read yet: {what} – {names}", what=what, names=names))
    if not word and not card.rows:
        card.add_note(words("Nothing is said today. Everybody has read the mission."))
    return card
