"""What a setting is, and the shop’s own: name, working days, people and packing; those of other nouns stand beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.people_dates import LeapRule, NameDays
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Message, msg

T = TypeVar("T", str, int, bool)


class Scope(StrEnum):
    """Shop: kept in the shop's database, the same on every desk. Desk: kept in this user's folder."""

    SHOP = "shop"
    DESK = "desk"


@dataclass(frozen=True, slots=True, eq=False)  # each is declared once, so it is itself and can be a key
class Setting(Generic[T]):
    """One setting; `choices` are (value, label) pairs, `low` and `high` bound numbers, `long` texts have lines."""

    key: str
    default: T
    label: Message
    help: Message = msg("")
    scope: Scope = Scope.SHOP
    choices: tuple[tuple[str, Message], ...] = ()
    low: int = 0
    high: int = 0
    long: bool = False


AnySetting = Setting[str] | Setting[int] | Setting[bool]


@dataclass(frozen=True, slots=True)
class SettingValues:
    """Settings as they stand: what was set by key, else the default; a value of the wrong type counts as not set."""

    kept: Mapping[str, object]

    def __getitem__(self, setting: Setting[T]) -> T:
        value = self.kept.get(setting.key, setting.default)
        return value if type(value) is type(setting.default) else setting.default


LANGUAGES = (  # each in itself: who looks for theirs may not read the one that is on
    (Language.EN.value, Message("English")),
    (Language.RU.value, Message("Русский")),
    (Language.LV.value, Message("Latviešu")),
)

SHOP_NAME = Setting("shop.name", "", msg("Shop name"), msg("Appears on every card and insert."))
SHOP_LANGUAGE = Setting(
    "shop.language",
    "en",
    msg("Language of the cards"),
    msg("For customers whose own language is not known."),
    choices=LANGUAGES,
)
SHOP_CONTACT = Setting(
    "shop.contact",
    "",
    msg("Contact on papers"),
    msg("An e-mail or phone number where a person answers."),
)
SHOP_ADDRESS = Setting(
    "shop.address",
    "",
    msg("Sender’s address"),
    msg("Printed on address labels, for parcels that come back."),
    long=True,
)
SHOP_LINK = Setting(
    "shop.link",
    "",
    msg("Web address in the QR code"),
    msg("For example your shop or a thank-you page."),
)
SHOP_COLOURS = Setting(
    "shop.colours",
    "",
    msg("The shop’s colours"),
    msg("As Rose #A8481F; Sea #23596B. Designs that use one by its name change with it."),
    long=True,
)
SHOP_LOGO = Setting("shop.logo", 0, msg("Logo"), msg("A PNG, JPEG or WebP picture for cards and inserts."))
SHOP_CURRENCY = Setting("shop.currency", "EUR", msg("Currency"), msg("For orders and products made by hand."))
COUNTRY = Setting("promise.country", "LV", msg("Public holidays of"), msg("Days on which nothing is packed."))
MORE_COUNTRIES = Setting(
    "promise.more_countries",
    "",
    msg("And the public holidays of"),
    msg("For a shop that keeps those of several countries, such as EE, LT."),
)
DAYS_OFF = Setting("promise.days_off", "sat, sun", msg("Days off in the week"), msg("Days on which nothing is packed."))
CLOSED_DAYS = Setting(
    "promise.closed_days",
    "",
    msg("Closed days"),
    msg("A vacation, for example: 2026-12-24..2027-01-02."),
    long=True,
)
HANDLING_DAYS = Setting(
    "promise.handling_days",
    2,
    msg("Working days to post an order"),
    msg("Used when the order brings no date of its own."),
    low=0,
    high=60,
)
CUTOFF_HOUR = Setting(
    "promise.cutoff_hour",
    14,
    msg("Orders after this hour count from the next working day"),
    low=0,
    high=24,
)
LEAP_RULE = Setting(
    "people.leap_rule",
    LeapRule.FEB_28.value,
    msg("29 February birthdays in other years"),
    choices=((LeapRule.FEB_28.value, msg("on 28 February")), (LeapRule.MAR_1.value, msg("on 1 March"))),
)
BIRTHDAY_LEAD = Setting(
    "people.birthday_lead",
    7,
    msg("Days ahead to show birthdays"),
    msg("So that a card can be posted in time."),
    low=0,
    high=60,
)
NAME_DAY_LEAD = Setting("people.name_day_lead", 3, msg("Days ahead to show name days"), low=0, high=60)
ANNIVERSARY_LEAD = Setting("people.anniversary_lead", 7, msg("Days ahead to show anniversaries"), low=0, high=60)
OTHER_DAY_LEAD = Setting("people.other_day_lead", 7, msg("Days ahead to show other days"), low=0, high=60)
MISSED_DAYS = Setting(
    "people.missed_days",
    7,
    msg("Days to show what was missed"),
    msg("A late greeting is better than none."),
    low=0,
    high=60,
)
NAME_DAYS = Setting(
    "people.name_days",
    NameDays.LATVIAN.value,
    msg("Latvian name days of"),
    msg("Those who are not to be congratulated on theirs are switched off in their record."),
    choices=(
        (NameDays.NOBODY.value, msg("nobody")),
        (NameDays.LATVIAN.value, msg("customers who read Latvian")),
        (NameDays.EVERYBODY.value, msg("everybody")),
    ),
)
REGULAR_FROM = Setting("people.regular_from", 3, msg("A regular customer has this many orders"), low=2, high=1000)
PACK_UNPAID = Setting(
    "packing.unpaid",
    False,
    msg("Pack orders that are not paid yet"),
    msg("Else they wait outside the benches’ queue. An order’s own number always opens it."),
)

SHOP_SETTINGS: tuple[AnySetting, ...] = (
    SHOP_NAME,
    SHOP_LANGUAGE,
    SHOP_CONTACT,
    SHOP_ADDRESS,
    SHOP_LINK,
    SHOP_LOGO,
    SHOP_COLOURS,
    SHOP_CURRENCY,
    COUNTRY,
    MORE_COUNTRIES,
    DAYS_OFF,
    CLOSED_DAYS,
    HANDLING_DAYS,
    CUTOFF_HOUR,
    LEAP_RULE,
    BIRTHDAY_LEAD,
    NAME_DAY_LEAD,
    ANNIVERSARY_LEAD,
    OTHER_DAY_LEAD,
    MISSED_DAYS,
    NAME_DAYS,
    REGULAR_FROM,
    PACK_UNPAID,
)
