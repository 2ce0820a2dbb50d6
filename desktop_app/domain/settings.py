"""Every setting declared once: key, type, default, label, help and whether it belongs to the shop or to this desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.kinds import KIND_NAMES, Kind
from desktop_app.domain.people_dates import LeapRule, NameDays
from desktop_app.domain.shop_words import MISSION, PROMISE
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


@dataclass(frozen=True, slots=True)
class SettingValues:
    """Settings as they stand: what was set by key, else the default; a value of the wrong type counts as not set."""

    kept: Mapping[str, object]

    def __getitem__(self, setting: Setting[T]) -> T:
        value = self.kept.get(setting.key, setting.default)
        return value if type(value) is type(setting.default) else setting.default


_LANGUAGES = (  # each in itself: who looks for theirs may not read the one that is on
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
    choices=_LANGUAGES,
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
DESIGNS: Mapping[Kind, Setting[str]] = {
    kind: Setting(f"paper.design.{kind.value}", "sprig", msg("Design: {paper}", paper=KIND_NAMES[kind]))
    for kind in Kind
    if kind is not Kind.PARCEL
}
STOCK = Setting("paper.stock", "a6-4up-a4", msg("Paper for cards"))
LABEL_STOCK = Setting("paper.stock.address", "avery-l7163", msg("Paper for address labels"))
SHEET_STOCK = Setting("paper.stock.contacts", "a4", msg("Paper for contact sheets"))
ONLY_OWNED = Setting(
    "paper.only_owned",
    True,
    msg("Offer only paper I have"),
    msg("Where paper is chosen. As long as none is ticked, every paper is offered."),
)
KEEP_PRINTS = Setting(
    "paper.keep_days",
    60,
    msg("Days to keep printed files"),
    msg("So that a card or a sheet can be printed again, as after a jam."),
    low=1,
    high=3650,
)
PARCEL_LABEL = Setting(
    "paper.parcel_label",
    True,
    msg("Address among the papers of a parcel"),
    msg("On a card like the others, for the pocket on the box. Switch it off where a label printer makes it."),
)
CARD_QR = Setting("paper.qr", True, msg("QR code on cards"))
PROMISES: Mapping[Language, Setting[str]] = {
    language: Setting(
        f"paper.promise.{language.value}",
        PROMISE[language],
        msg("Our promise, in {language}", language=name),
        msg("An empty line begins a new part; its first line is the heading."),
        long=True,
    )
    for language, name in ((Language(value), name) for value, name in _LANGUAGES)
}
MISSIONS: Mapping[Language, Setting[str]] = {
    language: Setting(
        f"paper.mission.{language.value}",
        MISSION[language],
        msg("The shop’s mission, in {language}", language=name),
        msg("For the card every packer has: an empty line begins a new part."),
        long=True,
    )
    for language, name in ((Language(value), name) for value, name in _LANGUAGES)
}

DESK_LANGUAGE = Setting("desk.language", "", msg("Language of the screen"), scope=Scope.DESK, choices=_LANGUAGES)
DESK_THEME = Setting(
    "desk.theme",
    "system",
    msg("Appearance"),
    scope=Scope.DESK,
    choices=(("system", msg("As the system")), ("light", msg("Light")), ("dark", msg("Dark"))),
)
DESK_TEXT = Setting(
    "desk.text",
    "100",
    msg("Size of text"),
    scope=Scope.DESK,
    choices=(("100", msg("Normal")), ("125", msg("Large")), ("150", msg("Larger")), ("200", msg("Largest"))),
)
DESK_PERSON = Setting(
    "desk.person",
    "",
    msg("Your name"),
    msg("Signs cards and inserts, and is noted beside your changes."),
    scope=Scope.DESK,
)
DESK_PRINTER = Setting("desk.printer", "", msg("Printer for cards"), scope=Scope.DESK)
# printers and trays by stock, as domain/printers writes them
DESK_PRINTERS = Setting("desk.printers", "", msg("Printer and tray for each paper"), scope=Scope.DESK)
BENCH_PREFIX = Setting(
    "desk.bench_prefix",
    "",
    msg("The scanner begins with"),
    msg("Signs that your scanner puts before every code, if it does."),
    scope=Scope.DESK,
)
BENCH_SUFFIX = Setting(
    "desk.bench_suffix",
    "",
    msg("The scanner ends with"),
    msg("Signs between the code and Enter, if there are any."),
    scope=Scope.DESK,
)
BENCH_SOUND = Setting("desk.bench_sound", True, msg("Sounds at the packing bench"), scope=Scope.DESK)

ALL: tuple[Setting[str] | Setting[int] | Setting[bool], ...] = (
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
    *DESIGNS.values(),
    STOCK,
    LABEL_STOCK,
    SHEET_STOCK,
    ONLY_OWNED,
    KEEP_PRINTS,
    PARCEL_LABEL,
    CARD_QR,
    *PROMISES.values(),
    *MISSIONS.values(),
    DESK_LANGUAGE,
    DESK_THEME,
    DESK_TEXT,
    DESK_PERSON,
    DESK_PRINTER,
    DESK_PRINTERS,
    BENCH_PREFIX,
    BENCH_SUFFIX,
    BENCH_SOUND,
)
