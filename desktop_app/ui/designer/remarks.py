"""What is wrong with an item on the proof: in few words on the card and in the list, with the way out in the panel."""

from __future__ import annotations

from desktop_app.domain.cards import BarcodeItem, Item, QrItem, Symbology
from desktop_app.domain.design_seen import Seen
from desktop_app.i18n import Words
from desktop_app.ui.designer.wording import when_words
from desktop_app.ui.theme.tokens import Tone


def remarks_of(words: Words, seen: Seen, item: Item | None = None) -> dict[str, Tone]:
    """Each remark with its tone; nothing for an item that is well or not shown."""
    said: dict[str, Tone] = {}
    if not _counts(seen, item):
        return said
    if seen.overflow and _is_code(item):
        said[words("No code of this sort can say that")] = Tone.BAD
    elif seen.overflow:
        said[words("Does not fit")] = Tone.BAD
    elif seen.shrunk:
        said[words("Made smaller")] = Tone.WARN
    elif seen.widow:
        said[words("Short last line")] = Tone.WARN
    if seen.lost:
        said[words("No letter for {letters}", letters=_letters(seen))] = Tone.BAD
    if seen.coarse:
        said[words("Prints blurred: {dpi} dots per inch", dpi=round(seen.dpi))] = Tone.WARN
    return said


def advice_of(words: Words, seen: Seen, item: Item) -> list[tuple[str, Tone]]:
    """The same as whole sentences with the way out; also why something is not on this card at all."""
    if not _counts(seen, item):
        return [(_why_hidden(words, item), Tone.MUTED)]
    said: list[tuple[str, Tone]] = []
    if seen.overflow and _is_code(item):
        said.append((_code_advice(words, item), Tone.BAD))
    elif seen.overflow:
        advice = words("The words do not fit, even in the smallest size. Make the box larger, or write less.")
        said.append((advice, Tone.BAD))
    elif seen.shrunk:
        advice = words("The letters were made smaller so that the words fit. Make the box larger, or write less.")
        said.append((advice, Tone.WARN))
    elif seen.widow:
        advice = words("The last line is one short word. Make the box a little wider or narrower, or change a word.")
        said.append((advice, Tone.WARN))
    if seen.lost:
        advice = words(
            "This typeface has no letter for {letters}. Choose another one, or write it otherwise.",
            letters=_letters(seen),
        )
        said.append((advice, Tone.BAD))
    if seen.picture is not None and seen.dpi:
        said.append(_fineness(words, seen))
    return said


def _fineness(words: Words, seen: Seen) -> tuple[str, Tone]:
    """How finely a picture prints, and up to what width it is sharp."""
    assert seen.picture is not None
    across, down = seen.picture.pixels
    known = {"across": words.number(across), "down": words.number(down), "dpi": words.number(round(seen.dpi))}
    if not seen.coarse:
        return words("{across} × {down} pixels, {dpi} dots per inch here: prints sharply.", **known), Tone.MUTED
    wide = words.number(max(1, int(seen.sharp_to)))
    said = words(
        "{across} × {down} pixels, {dpi} dots per inch here: prints blurred. Make it at most {wide} mm wide, "
        "or choose a picture with more pixels.",
        **known, wide=wide,
    )  # fmt: skip
    return said, Tone.WARN


def _code_advice(words: Words, item: Item) -> str:
    if isinstance(item, BarcodeItem) and item.symbology is Symbology.EAN13:
        return words("An EAN-13 code holds 12 or 13 digits. Write them, or choose a QR code for anything else.")
    if isinstance(item, BarcodeItem) and item.symbology is Symbology.CODE128:
        return words("A Code 128 holds plain letters and digits in one line. Choose a QR code for anything else.")
    return words("A code cannot hold so much. Write less.")


def _why_hidden(words: Words, item: Item) -> str:
    if item.when:
        return words("Not on this card. It is shown: {when}.", when=when_words(words, item.when))
    return words("Not on this card: there is nothing to show in it for this customer.")


def _counts(seen: Seen, item: Item | None) -> bool:
    """Whether it is on the card, or should be: a code that cannot be is not drawn at all."""
    return not seen.hidden or (_is_code(item) and seen.overflow)


def _is_code(item: Item | None) -> bool:
    return isinstance(item, BarcodeItem | QrItem)


def _letters(seen: Seen) -> str:
    return " ".join(dict.fromkeys(seen.lost))
