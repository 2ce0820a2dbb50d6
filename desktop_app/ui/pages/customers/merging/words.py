"""What stands in a field of a customer, as two are compared: one line of words for each value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.domain.customers import CHANNEL_NAMES, SWITCHES, Address, Channel, Gender
from desktop_app.domain.own_files import CUSTOMER_HEADINGS
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language, Message, Words, msg
from desktop_app.ui.pages.dates import birthday_text

LABELS: Mapping[str, Message] = {
    **CUSTOMER_HEADINGS, "language": msg("Language of cards"), "channel": msg("Wishes to hear by"),
    "address": msg("Address"), "congratulate": msg("Congratulate at all"),
    "name_day": msg("Congratulate on the name day"), "lead_days": msg("Told of their days ahead"),
}  # fmt: skip
HELD: tuple[tuple[str, Message], ...] = (
    ("orders", msg("Orders")), ("contacts", msg("Further ways")), ("addresses", msg("Further addresses")),
    ("people", msg("People around")), ("days", msg("Days")), ("consents", msg("Consents")), ("tags", msg("Tags")),
    ("interests", msg("Interests")), ("notes", msg("Notes")), ("complaints", msg("Complaints")),
    ("renewals", msg("Renewals")), ("prints", msg("Cards printed")),
)  # fmt: skip
_GENDERS = {Gender.FEMALE: msg("A woman"), Gender.MALE: msg("A man"), Gender.NEUTRAL: msg("Neither")}


def value_text(words: Words, name: str, value: Any) -> str:
    """A value in words; "" where nothing stands."""
    if value is None or value == "":
        return ""
    say = _SAYERS.get(name)
    return say(words, value) if say is not None else str(value)


def _yes(words: Words, value: bool) -> str:
    return words("yes") if value else words("no")


def _language(words: Words, value: Language) -> str:
    return words.say(dict(SHOP_LANGUAGE.choices)[value.value])


def _address(words: Words, value: Address) -> str:
    town = " ".join(part for part in (value.city, value.postcode) if part)
    land = words.country(value.country) if value.country else ""
    return ", ".join(part for part in (value.name, value.street, town, value.region, land) if part)


def _birthday(words: Words, value: Birthday) -> str:
    return birthday_text(words, value.month, value.day, value.year)


def _channel(words: Words, value: Channel) -> str:
    return words.say(CHANNEL_NAMES[value])


_SAYERS: Mapping[str, Callable[[Words, Any], str]] = {
    "language": _language,
    "gender": lambda words, value: words.say(_GENDERS[value]),
    "channel": _channel,
    "address": _address,
    "birthday": _birthday,
    **dict.fromkeys(SWITCHES, _yes),
    "lead_days": lambda words, value: words.n("{n} day", "{n} days", value),
}
