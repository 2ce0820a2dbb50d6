"""Whether an e-mail address and a telephone number can be real; forms and the command line say so at the field."""

from __future__ import annotations

import re

from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import clean, digits_of, shorten
from desktop_app.i18n import Message, msg

# Marks that turn the direction of writing: unseen, brought along when text is copied, and in the way of every search.
_DIRECTIONS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_BETWEEN = re.compile(r"[\s,;|/]+")
_BETWEEN_PHONES = re.compile(r"[,;|/]|\bor\b|\n")
_WHOLE_PHONE = 6  # digits that can be a number by themselves


def without_directions(text: str) -> str:
    """A text without the unseen marks that turn the direction of writing."""
    return text if text.isascii() else text.translate(_DIRECTIONS)


def checked_email(typed: str, *, field: str = "email") -> str:
    """An e-mail address as typed, without spaces around it; raises Invalid when no mail could reach it."""
    text = clean(without_directions(typed))
    if not text:
        return ""
    from email_validator import EmailNotValidError, validate_email  # slow to load: first use, not start

    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        raise Invalid(field, _no_email(text)) from None
    return text


def checked_phone(typed: str, country: str, *, field: str = "phone") -> str:
    """A telephone number as typed; raises Invalid when no number of `country` or abroad has that many digits."""
    text = clean(without_directions(typed))
    if not text:
        return ""
    import phonenumbers  # slow to load: first use, not start

    parts = [part for part in _BETWEEN_PHONES.split(text) if len(digits_of(part)) >= _WHOLE_PHONE]
    try:
        possible = len(parts) < 2 and phonenumbers.is_possible_number(phonenumbers.parse(text, country or None))
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        raise Invalid(field, _no_phone(text, several=len(parts) > 1))
    return text


def _no_email(text: str) -> Message:
    parts = [part for part in _BETWEEN.split(text) if 0 < part.find("@") < len(part) - 1]
    if len(parts) > 1:
        return msg(
            "“{value}” is more than one e-mail address. Add the second one as a further address.", value=shorten(text)
        )
    return msg("“{value}” is not a whole e-mail address. Check it or leave it empty.", value=shorten(text))


def _no_phone(text: str, *, several: bool) -> Message:
    if several:
        return msg(
            "“{value}” is more than one phone number. Add the second one as a further number.", value=shorten(text)
        )
    return msg("“{value}” is not a whole phone number. Check it or leave it empty.", value=shorten(text))
