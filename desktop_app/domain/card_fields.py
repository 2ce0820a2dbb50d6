"""The fields a card's text may use, with their names for people, samples and forms: the designer's list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from desktop_app.domain.cards import CASED, Field
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.kinds import FOR_PEOPLE, FOR_SHOP, OF_PRODUCTS, Kind
from desktop_app.domain.name_cases import Case, called_in, name_in
from desktop_app.i18n import Language, Message, msg


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One thing to write between braces: what it is called, and how it may come out in each language.

    `counts` are the words that go with it when it is a number and has such: one, some, many of them.
    """

    field: Field
    label: Message
    samples: Mapping[Language, str]
    counts: Mapping[Language, tuple[str, ...]]

    @property
    def cases(self) -> tuple[Case, ...]:
        """The cases it can be asked in."""
        return tuple(Case) if self.field in CASED else ()

    def written(self, *, case: Case | None = None, words: Sequence[str] = (), instead: str = "") -> str:
        """The field as a text has it: in a case, with counted `words`, with what is said `instead` when it is empty."""
        name = f"{self.field.value}.{case.value}" if case is not None else self.field.value
        forms = [_plain(word) for word in words]
        counted = f": {' / '.join(forms)}" if len(forms) > 1 and all(forms) else ""
        default = f"|{_plain(instead)}" if _plain(instead) else ""
        return f"{{{name}{counted}{default}}}"


CASES: Mapping[Case, Message] = {
    Case.GENITIVE: msg("of whom"), Case.DATIVE: msg("to whom"), Case.ACCUSATIVE: msg("whom"),
    Case.INSTRUMENTAL: msg("with whom"), Case.PREPOSITIONAL: msg("about whom"),
}  # fmt: skip
COUNTS: Mapping[Language, tuple[int, ...]] = {  # numbers that each take another form
    Language.EN: (1, 3), Language.RU: (1, 3, 5), Language.LV: (1, 3, 10),
}  # fmt: skip
_NONE: Mapping[Language, tuple[str, ...]] = MappingProxyType({})
_SOMEBODY = {Language.EN: ("Anna", "Smith"), Language.RU: ("Анна", "Ёлкина"), Language.LV: ("Anna", "Ozoliņa")}
_PIECES = {
    Language.EN: ("item", "items"), Language.RU: ("вещь", "вещи", "вещей"), Language.LV: ("prece", "preces", "preču"),
}  # fmt: skip
_YEARS = {Language.EN: ("year", "years"), Language.RU: ("год", "года", "лет"), Language.LV: ("gads", "gadi", "gadu")}
_MONTHS = {
    Language.EN: ("month", "months"), Language.RU: ("месяц", "месяца", "месяцев"),
    Language.LV: ("mēnesis", "mēneši", "mēnešu"),
}  # fmt: skip


def in_case(info: FieldInfo, case: Case | None, language: Language) -> str:
    """How somebody's name comes out in a case, as it is without one."""
    given, family = _SOMEBODY[language]
    person = CustomerFields(given=given, family=family, language=language)
    if case is None:
        return info.samples[language]
    return called_in(person, case, language) if info.field is Field.CUSTOMER_CALLED else name_in(person, case, language)


def _plain(words: str) -> str:
    """Words without the signs that mean something between braces."""
    return " ".join("".join(sign for sign in words if sign not in "{}|:/").split())


def _field(
    field: Field, label: Message, en: str, ru: str = "", lv: str = "",
    counts: Mapping[Language, tuple[str, ...]] = _NONE,
) -> FieldInfo:  # fmt: skip
    samples = {Language.EN: en, Language.RU: ru or en, Language.LV: lv or en}
    return FieldInfo(field, label, samples, counts)


FIELDS: tuple[FieldInfo, ...] = (
    _field(Field.CUSTOMER_GREETING, msg("Greeting"), "Dear Anna,", "Дорогая Анна,", "Mīļā Anna,"),
    _field(Field.CUSTOMER_CALLED, msg("Given name, as one calls it"), "Anna", "Анна", "Anna"),
    _field(Field.CUSTOMER_NAME, msg("Whole name"), "Anna Smith", "Анна Ёлкина", "Anna Ozoliņa"),
    _field(Field.ORDER_NUMBER, msg("Order number"), "#1007", "№ 1007"),
    _field(Field.ORDER_DATE, msg("Date of the order"), "5 March 2026", "5 марта 2026", "2026. gada 5. martā"),
    _field(Field.ORDER_TOTAL, msg("Total of the order"), "€42.00", "42,00 €", "42,00 €"),
    _field(Field.ORDER_ITEM, msg("First article of the order"), "Linen scarf", "Льняной шарф", "Lina šalle"),
    _field(Field.ORDER_COUNT, msg("Number of pieces"), "3", counts=_PIECES),
    _field(
        Field.ORDER_NOTE, msg("Your note to the customer"), "The scarf comes in blue.", "Шарф едет синий.",
        "Šalle būs zila.",
    ),
    _field(Field.GIFT, msg("The gift that goes with it"), "a packet of tea", "пачка чая", "paciņa tējas"),
    _field(Field.PACKER, msg("Who packed it"), "Inese Š.", "Инесе Ш."),
    _field(Field.BIRTHDAY_DATE, msg("Birthday"), "5 March", "5 марта", "5. marts"),
    _field(Field.BIRTHDAY_AGE, msg("Age they reach"), "40", counts=_YEARS),
    _field(Field.VOUCHER_WORTH, msg("What the voucher is worth"), "€10", "10 €", "10 €"),
    _field(Field.VOUCHER_AMOUNT, msg("Amount or percentage of the voucher"), "€10", "10 €", "10 €"),
    _field(Field.VOUCHER_CODE, msg("Code of the voucher"), "TEA4U7"),
    _field(Field.VOUCHER_UNTIL, msg("Last day of the voucher"), "31 May 2026", "31 мая 2026", "31.05.2026."),
    _field(Field.REFERRAL_CODE, msg("The customer’s code for friends"), "ANNA77"),
    _field(Field.APOLOGY_WHAT, msg("What went wrong"), "the mug was broken", "кружка разбилась", "krūze saplīsa"),
    _field(Field.APOLOGY_PROMISED, msg("What was promised"), "a new mug", "новая кружка", "jauna krūze"),
    _field(Field.PRODUCT_NAME, msg("Product"), "Linen scarf", "Льняной шарф", "Lina šalle"),
    _field(Field.PRODUCT_SKU, msg("Article number"), "LN-1"),
    _field(Field.PRODUCT_CARE, msg("Care instructions"), "Wash at 30°", "Стирать при 30°", "Mazgāt 30°"),
    _field(Field.PRODUCT_WARRANTY, msg("Months of warranty"), "24", counts=_MONTHS),
    _field(Field.PRODUCT_UNTIL, msg("Last day of the warranty"), "16 November 2028", "16 ноября 2028", "16.11.2028."),
    _field(Field.PRODUCT_LINK, msg("How-to address"), "https://shop.example/care"),
    _field(Field.ADDRESS_NAME, msg("Name on the parcel"), "Anna Smith", "Анна Ёлкина", "Anna Ozoliņa"),
    _field(Field.ADDRESS_LINES, msg("Address, in lines"), "Brīvības iela 1 …"),
    _field(Field.SHOP_NAME, msg("Shop name"), "Mazais veikals"),
    _field(Field.SHOP_CONTACT, msg("Contact on papers"), "hello@shop.example"),
    _field(Field.SHOP_LINK, msg("Web address in the QR code"), "https://shop.example"),
    _field(Field.SHOP_SITE, msg("Web address as people read it"), "shop.example"),
    _field(Field.SHOP_ADDRESS, msg("Sender’s address"), "Mazais veikals · Miera iela 12 · Rīga, LV-1001"),
    _field(Field.PAGE, msg("Number of this card"), "1"),
    _field(Field.PAGES, msg("Number of cards"), "2"),
)

_OF_KIND: Mapping[str, frozenset[Kind]] = {  # fields that are empty on every paper but these; the others fit any
    "order": frozenset(Kind) - FOR_PEOPLE - FOR_SHOP,
    "birthday": frozenset((Kind.BIRTHDAY,)),
    "apology": frozenset((Kind.APOLOGY,)),
    "product": OF_PRODUCTS,
}


def fields_of(kind: Kind) -> list[FieldInfo]:
    """The fields that can say something on a paper of a kind."""
    return [info for info in FIELDS if kind in _OF_KIND.get(info.field.value.partition(".")[0], (kind,))]
