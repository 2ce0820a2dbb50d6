"""What is wrong with an item on the proof, in words and with their tone; shown on the card and in the list."""

from __future__ import annotations

from desktop_app.domain.cards import BarcodeItem, Item, QrItem
from desktop_app.domain.design_seen import Seen
from desktop_app.i18n import Words
from desktop_app.ui.theme.tokens import Tone


def remarks_of(words: Words, seen: Seen, item: Item | None = None) -> dict[str, Tone]:
    """Each remark with its tone; nothing for an item that is well or not shown."""
    said: dict[str, Tone] = {}
    code = isinstance(item, BarcodeItem | QrItem)
    if seen.hidden and not (code and seen.overflow):  # a code that cannot be is not drawn at all
        return said
    if seen.overflow and code:
        said[words("No code of this sort can say that")] = Tone.BAD
    elif seen.overflow:
        said[words("Does not fit")] = Tone.BAD
    elif seen.shrunk:
        said[words("Made smaller")] = Tone.WARN
    elif seen.widow:
        said[words("Short last line")] = Tone.WARN
    if seen.lost:
        said[words("No letter for {letters}", letters=" ".join(dict.fromkeys(seen.lost)))] = Tone.BAD
    if seen.coarse:
        said[words("{dpi} dpi: prints roughly", dpi=round(seen.dpi))] = Tone.WARN
    return said
