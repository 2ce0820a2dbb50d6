"""Whether an e-mail address and a telephone number can be real; forms and the command line say so at the field."""

from __future__ import annotations

from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import clean, shorten
from desktop_app.i18n import msg


def checked_email(typed: str) -> str:
    """An e-mail address as typed, without spaces around it; raises Invalid when no mail could reach it."""
    text = clean(typed)
    if not text:
        return ""
    from email_validator import EmailNotValidError, validate_email  # slow to load: first use, not start

    try:
        validate_email(text, check_deliverability=False)
    except EmailNotValidError:
        raise Invalid(
            "email", msg("“{value}” is not a whole e-mail address. Check it or leave it empty.", value=shorten(text))
        ) from None
    return text


def checked_phone(typed: str, country: str) -> str:
    """A telephone number as typed; raises Invalid when no number of `country` or abroad has that many digits."""
    text = clean(typed)
    if not text:
        return ""
    import phonenumbers  # slow to load: first use, not start

    try:
        possible = phonenumbers.is_possible_number(phonenumbers.parse(text, country or None))
    except phonenumbers.NumberParseException:
        possible = False
    if not possible:
        raise Invalid(
            "phone", msg("“{value}” is not a whole phone number. Check it or leave it empty.", value=shorten(text))
        )
    return text
