"""Whether a message as written can go out at all; refused in words before it is kept, or kept as refused."""

from __future__ import annotations

import dataclasses
from unicodedata import category

from desktop_app.domain.contact import checked_email, checked_phone
from desktop_app.domain.errors import Invalid
from desktop_app.domain.messages import MEANS_NAMES, Draft, Means
from desktop_app.domain.text import clean_block, shorten
from desktop_app.i18n import msg

LONGEST_TEXT, LONGEST_SUBJECT, LONGEST_NAME = 20_000, 250, 200
LONGEST_ADDRESS = 254  # octets of an e-mail address that can be in use: RFC 3696, erratum 1690


def checked_draft(draft: Draft, country: str) -> Draft:
    """The draft as it can be kept; raises Invalid at “address”, “subject”, “text” or “to_name”.

    `country` (ISO 3166 alpha-2) is where telephone numbers without a code are of.
    """
    text = clean_block(draft.text)
    if not text:
        raise Invalid("text", msg("The message has no words yet. Write some."))
    if len(text) > LONGEST_TEXT:
        raise Invalid("text", msg("The message is too long: at most {limit} letters fit.", limit=LONGEST_TEXT))
    subject = _one_line("subject", draft.subject, LONGEST_SUBJECT)
    name = _one_line("to_name", draft.to_name, LONGEST_NAME)
    return dataclasses.replace(
        draft, text=text, subject=subject, to_name=name, address=checked_address(draft.means, draft.address, country)
    )


def checked_address(means: Means, typed: str, country: str) -> str:
    """An address as `means` needs it; raises Invalid at “address” for one that cannot be reached so."""
    if means is Means.COPY:
        return ""
    if means is not Means.EMAIL:
        number = checked_phone(_one_line("address", typed, LONGEST_ADDRESS), country, field="address")
        if not number:
            raise Invalid(
                "address",
                msg(
                    "No phone number is known for “{means}”. Add one, or choose another way.", means=MEANS_NAMES[means]
                ),
            )
        return number
    if len(typed.encode(errors="replace")) > LONGEST_ADDRESS:
        raise Invalid(
            "address",
            msg(
                "“{value}” is too long for an e-mail address: at most {limit} letters.",
                value=shorten(typed),
                limit=LONGEST_ADDRESS,
            ),
        )
    address = checked_email(_one_line("address", typed, LONGEST_ADDRESS), field="address")
    if not address:
        raise Invalid("address", msg("There is no e-mail address. Add one, or choose another way."))
    return address


def _one_line(field: str, typed: str, limit: int) -> str:
    """A text that stands in the head of a letter: with a line break in it, it could add lines to that head."""
    text = typed.strip(" ")
    if any(category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text):
        said = msg("“{value}” has a line break or another control sign in it. Take it out.", value=shorten(text))
        raise Invalid(field, said)
    if len(text) > limit:
        said = msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=limit)
        raise Invalid(field, said)
    return text
