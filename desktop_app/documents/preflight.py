"""What keeps a record from paper, said in words; the press leaves such a record out and prints the others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from desktop_app.documents.model import Note, Trouble
from desktop_app.domain.cards import Format, Variant, format_of
from desktop_app.domain.concerns import Concern
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.printing import Kind
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, msg

_LEAST = (50.0, 24.0)  # mm: the longer and the shorter edge of a label that holds an address
_MOST_IN_CODE = 250  # bytes; more makes modules too small for a code of 20 mm


class Refused(AppError):
    """A record that cannot be printed as it is; the message tells why and what would help.

    `text` is the key of the design's text that is the cause, empty where none is.
    """

    def __init__(self, message: Message, concern: Concern, *, text: str = "") -> None:
        super().__init__(message)
        self.concern = concern
        self.text = text


def missing_letters(letters: str, title: str, *, text: str = "") -> Refused:
    """The refusal of a record (of the shop's own texts where `title` is empty) with letters that no face has."""
    named = [_named(letter) for letter in sorted(set(letters))]
    more = msg(" and {n} more", n=len(named) - 12) if len(named) > 12 else ""
    if not title:
        return Refused(
            msg(
                "These letters in the shop’s name, contact or packer cannot be printed: {letters}{more}. "
                "Write them otherwise.",
                letters=named[:12],
                more=more,
            ),
            Concern.LETTERS,
        )
    return Refused(
        msg(
            "{title}: these letters cannot be printed: {letters}{more}. Write the name in other letters.",
            title=title,
            letters=named[:12],
            more=more,
        ),
        Concern.LETTERS,
        text=text,
    )


def check_size(kind: Kind, card: tuple[float, float], *, own: bool = False) -> None:
    """Raises Invalid for paper on which this kind would be of no use; a design of the shop's `own` may be for any."""
    if not own and (max(card) < _LEAST[0] or min(card) < _LEAST[1]):
        raise Invalid(
            "stock",
            msg("None of the ready designs has room on paper this small. Choose larger paper."),
        )
    if kind is Kind.CONTACTS and format_of(card) is Format.SMALL:
        raise Invalid("stock", msg("A contact sheet has no room on paper this small. Choose A4, Letter or A5."))


def without(title: str, what: Message) -> Refused:
    """The refusal of a record that lacks what this kind of paper is about."""
    return Refused(
        msg("{title}: this paper needs {what}. Add it, or choose another paper.", title=title or "–", what=what),
        Concern.LACKING,
    )


def too_long(title: str, *, text: str = "") -> Refused:
    """The refusal of a record (of the shop's own texts where `title` is empty) whose text is too long for the card."""
    if not title:
        too_much = msg("The shop’s name, contact or packer is too long for the card. Shorten it in Settings.")
        return Refused(too_much, Concern.LONG)
    return Refused(
        msg("{title}: the text does not fit on the card. Shorten it, or choose larger paper.", title=title),
        Concern.LONG,
        text=text,
    )


def not_coded(title: str, *, text: str = "") -> Refused:
    """The refusal of a record (of the design itself where `title` is empty) for which a code of bars cannot be made."""
    if not title:
        uncoded = msg("A code of the design cannot be made from its text. Correct the text in the designer.")
        return Refused(uncoded, Concern.CODE)
    return Refused(
        msg(
            "{title}: a code cannot say its text. An EAN has 13 figures, a Code 128 plain letters. Correct the text.",
            title=title,
        ),
        Concern.CODE,
        text=text,
    )


def fits_code(text: str) -> bool:
    """Whether a QR code with this text could be made, and be read from a card."""
    try:
        return len(text.encode()) <= _MOST_IN_CODE
    except UnicodeEncodeError:  # half a letter
        return False


def check_code(text: str, title: str) -> None:
    """Raises Refused when a QR code with this text could not be read from a card, or not be made at all."""
    if not fits_code(text):
        uncoded = msg("{title}: the address for the QR code is too long or not a text.", title=title)
        raise Refused(uncoded, Concern.CODE)


def check_alike(notes: Iterable[Note], texts: Mapping[str, Mapping[Language, Sequence[Variant]]]) -> None:
    """Raises Invalid for what would be wrong on every card: no record's fault, but the shop's or the design's."""
    for note in notes:
        said = [variant.text for variants in texts.get(note.text, {}).values() for variant in variants]
        own = said and not any("{" in text for text in said)
        if note.trouble is Trouble.CODE:
            raise Invalid("design", not_coded("").message)
        if note.trouble is Trouble.LOST:
            lost = missing_letters(note.letters, "").message
            letters = sorted(set(note.letters))
            raise Invalid("design", _letters_of_design(letters)) if own else Invalid("shop", lost)
        if note.trouble is Trouble.OVERFLOW:
            raise Invalid("design", _long_in_design(said[0])) if own else Invalid("shop", too_long("").message)


def check_changed(notes: Iterable[Note], title: str) -> None:
    """Raises Refused when the words written for one card do not fit on it or have letters that no face has."""
    for note in notes:
        if note.trouble is Trouble.LOST:
            raise missing_letters(note.letters, title, text=note.text)
        if note.trouble is Trouble.OVERFLOW:
            raise too_long(title, text=note.text)
        if note.trouble is Trouble.CODE:
            raise not_coded(title, text=note.text)


def _letters_of_design(letters: Sequence[str]) -> Message:
    named = [_named(letter) for letter in letters[:12]]
    return msg("These letters of the design cannot be printed: {letters}. Write them otherwise.", letters=named)


def _long_in_design(text: str) -> Message:
    return msg(
        "The design’s text “{text}” is too long for its place. Shorten it or give it more room.", text=shorten(text)
    )


def only_just() -> Message:
    """The warning for a text that was set at its smallest size and broken where it would not break."""
    return msg("A long name or text only just fits: look at this card.")


def _named(letter: str) -> str:
    """A letter as itself where a screen can show it, else as its code."""
    if letter.isprintable() and not unicodedata.combining(letter):
        return letter
    return f"U+{ord(letter):04X}"
