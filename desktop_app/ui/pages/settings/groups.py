"""Which settings stand together on the Settings page, and the form fields made from their declarations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.complaint_settings import CLOSES, OPENS, WARN_HOURS
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.mail_settings import MAIL_CERTIFICATE, MAIL_SETTINGS
from desktop_app.domain.message_settings import MESSAGE_STEPS, RENEWAL_DAYS, REVIEW_DAYS
from desktop_app.domain.paper_settings import CARD_QR, KEEP_PRINTS, MISSIONS, PARCEL_LABEL, PROMISES
from desktop_app.domain.resolution_settings import RESOLUTION_LIMIT, VOUCHER_DAYS
from desktop_app.domain.settings import (
    ANNIVERSARY_LEAD,
    BIRTHDAY_LEAD,
    COUNTRY,
    CUTOFF_HOUR,
    DAYS_OFF,
    HANDLING_DAYS,
    LEAP_RULE,
    MISSED_DAYS,
    MORE_COUNTRIES,
    NAME_DAY_LEAD,
    NAME_DAYS,
    OTHER_DAY_LEAD,
    PACK_UNPAID,
    REGULAR_FROM,
    SHOP_ADDRESS,
    SHOP_COLOURS,
    SHOP_CONTACT,
    SHOP_CURRENCY,
    SHOP_LANGUAGE,
    SHOP_LINK,
    SHOP_NAME,
    Setting,
)
from desktop_app.i18n import Message, Words, msg
from desktop_app.ui.pages.settings.colours import ColoursInput
from desktop_app.ui.pages.settings.news_input import NewsInput
from desktop_app.ui.pages.settings.shop_days import CountriesInput, WeekdaysInput
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.field import Field, Input

_WIDE = (SHOP_NAME, CARD_QR, PACK_UNPAID)
_LINES = 8  # of a text that fills a paper
_COUNTRIES = (
    "LV LT EE AT BE BG BY CA CH CY CZ DE DK ES FI FR GB GE GR HR HU IE IL IS IT KZ LU MD MT NL NO PL PT RO RS RU SE SI "
    "SK TR UA US"
).split()


@dataclass(frozen=True, slots=True, eq=False)  # each is made once, so it is itself and can be a key
class Group:
    """One card of settings, and the page of the handbook F1 opens on it."""

    title: Message
    hint: Message
    settings: tuple[Setting[Any], ...]
    page: str = "settings"


SHOP = Group(
    msg("Your shop"), msg("shown on cards and inserts"),
    (SHOP_NAME, SHOP_CONTACT, SHOP_LINK, SHOP_ADDRESS, SHOP_LANGUAGE, SHOP_CURRENCY, SHOP_COLOURS),
)
PROMISE = Group(
    msg("Promise"), msg("when an order brings no date of its own"),
    (HANDLING_DAYS, CUTOFF_HOUR, DAYS_OFF, COUNTRY, MORE_COUNTRIES), page="promises",
)
PEOPLE = Group(
    msg("People"), msg("birthdays and regulars"), (
        BIRTHDAY_LEAD, NAME_DAY_LEAD, ANNIVERSARY_LEAD, OTHER_DAY_LEAD, MISSED_DAYS, NAME_DAYS, LEAP_RULE, REGULAR_FROM,
    ), page="congratulate",
)
COMPLAINTS = Group(
    msg("Complaints"), msg("when the shop works, and when it wants to be warned"),
    (OPENS, CLOSES, WARN_HOURS, RESOLUTION_LIMIT, VOUCHER_DAYS), page="deadlines",
)
MESSAGES = Group(
    msg("Messages"), msg("what is written for you, to be read and sent"), (MESSAGE_STEPS, REVIEW_DAYS, RENEWAL_DAYS),
    page="send-messages",
)
MAIL = Group(msg("E-mail"), msg("the mail server your messages go out by"), MAIL_SETTINGS, page="set-up-e-mail")
PAPER = Group(msg("Paper"), msg("designs and stock are on the Paper page"), (CARD_QR, PARCEL_LABEL, KEEP_PRINTS))
LEAFLET = Group(
    msg("Our promise"), msg("the leaflet with your terms in plain words"), tuple(PROMISES.values()), page="more-papers",
)
MISSION = Group(
    msg("Mission"), msg("the card every packer has"), tuple(MISSIONS.values()), page="word-of-the-day",
)
BENCH = Group(msg("Packing bench"), msg("which orders come to it"), (PACK_UNPAID,))  # the desk’s own: BenchCard
PERSON = Group(msg("You"), msg("on this desk only"), (DESK_PERSON,), page="packers")


def fields(theme: Theme, words: Words, settings: Sequence[Setting[Any]]) -> list[Field]:
    """The form fields of some settings, by key."""
    return [_field(theme, words, setting) for setting in settings]


def _field(theme: Theme, words: Words, setting: Setting[Any]) -> Field:
    if setting is SHOP_COLOURS:
        return Field(
            setting.key, words.say(setting.label), help=words("Designs that use one by its name change with it."),
            make=lambda: ColoursInput(theme, words), wide=True,
        )
    if setting is DAYS_OFF:
        return Field(setting.key, words.say(setting.label), make=lambda: WeekdaysInput(theme, words), wide=True)
    if setting is MESSAGE_STEPS:
        return Field(
            setting.key, words.say(setting.label), help=words.say(setting.help),
            make=lambda: NewsInput(theme, words), wide=True,
        )
    named = _COUNTRIES if setting in (COUNTRY, MORE_COUNTRIES) else []
    countries = [(code, f"{words.country(code)} ({code})") for code in named]
    if setting is MORE_COUNTRIES:
        return Field(setting.key, words.say(setting.label), make=lambda: CountriesInput(theme, words, countries))
    choices: list[tuple[Any, str]] = [(value, words.say(text)) for value, text in setting.choices]
    if setting is COUNTRY:
        choices = [("", words("none")), *countries]
    kind = Input.CHOICE if choices else {bool: Input.CHECK, int: Input.NUMBER}.get(type(setting.default), Input.TEXT)
    return Field(
        setting.key, words.say(setting.label), Input.LONG if setting.long else kind, help=words.say(setting.help),
        choices=choices, low=setting.low, high=setting.high, wide=setting.long or setting in _WIDE,
        lines=3 if setting in (SHOP_ADDRESS, MAIL_CERTIFICATE) else _LINES,
    )
