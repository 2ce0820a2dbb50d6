"""What is wrong with an item on the proof, in words and with their tone; shown on the card and in the list."""

from __future__ import annotations

from desktop_app.domain.design_seen import Seen
from desktop_app.i18n import Words
from desktop_app.ui.theme.tokens import Tone


def remarks_of(words: Words, seen: Seen) -> dict[str, Tone]:
    """Each remark with its tone; nothing for an item that is well or not shown."""
    if seen.hidden:
        return {}
    said: dict[str, Tone] = {}
    if seen.overflow:
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
