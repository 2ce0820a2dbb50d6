"""Fields and facts a card's text may use, with their names for people and samples: the designer's searchable list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.cards import Fact, Field
from desktop_app.domain.name_cases import Case
from desktop_app.i18n import Language, Message, msg


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One thing to write between braces: what it is called, and how it may come out in each language."""

    name: str
    label: Message
    samples: Mapping[Language, str]

    @property
    def written(self) -> str:
        """The field as a text has it."""
        return "{" + self.name + "}"


@dataclass(frozen=True, slots=True)
class FactInfo:
    """One thing a condition may ask, said as it stands after “only”."""

    fact: Fact
    label: Message


def _field(field: Field | str, label: Message, en: str, ru: str = "", lv: str = "") -> FieldInfo:
    samples = {Language.EN: en, Language.RU: ru or en, Language.LV: lv or en}
    return FieldInfo(field.value if isinstance(field, Field) else field, label, samples)


FIELDS: tuple[FieldInfo, ...] = (
    _field(Field.CUSTOMER_GREETING, msg("Greeting"), "Dear Anna,", "Дорогая Анна,", "Mīļā Anna,"),
    _field(Field.CUSTOMER_CALLED, msg("Given name, as one calls it"), "John", "Пётр", "Jāni"),
    _field(f"{Field.CUSTOMER_CALLED.value}|friend", msg("Given name, else “friend”"), "friend", "friend", "friend"),
    _field(Field.CUSTOMER_NAME, msg("Whole name"), "Anna Smith", "Анна Ёлкина", "Anna Ozoliņa"),
    _field(f"{Field.CUSTOMER_CALLED.value}.{Case.GENITIVE.value}", msg("Given name, of whom"), "Anna", "Анны", "Annas"),
    _field(f"{Field.CUSTOMER_CALLED.value}.{Case.DATIVE.value}", msg("Given name, to whom"), "Anna", "Анне", "Annai"),
    _field(f"{Field.CUSTOMER_CALLED.value}.{Case.ACCUSATIVE.value}", msg("Given name, whom"), "Anna", "Анну", "Annu"),
    _field(
        f"{Field.CUSTOMER_CALLED.value}.{Case.INSTRUMENTAL.value}", msg("Given name, with whom"),
        "Anna", "Анной", "Annu",
    ),
    _field(
        f"{Field.CUSTOMER_NAME.value}.{Case.DATIVE.value}", msg("Whole name, to whom"),
        "Anna Smith", "Анне Ёлкиной", "Annai Ozoliņai",
    ),
    _field(Field.ORDER_NUMBER, msg("Order number"), "#1007", "№ 1007"),
    _field(Field.ORDER_DATE, msg("Date of the order"), "5 March 2026", "5 марта 2026", "2026. gada 5. martā"),
    _field(Field.ORDER_TOTAL, msg("Total of the order"), "€42.00", "42,00 €", "42,00 €"),
    _field(Field.ORDER_ITEM, msg("First article of the order"), "Linen scarf", "Льняной шарф", "Lina šalle"),
    _field(Field.ORDER_COUNT, msg("Number of pieces"), "3"),
    _field(f"{Field.ORDER_COUNT.value}: item / items", msg("Number of pieces, in English"), "3 items"),
    _field(f"{Field.ORDER_COUNT.value}: вещь / вещи / вещей", msg("Number of pieces, in Russian"), "3 вещи"),
    _field(f"{Field.ORDER_COUNT.value}: prece / preces / preču", msg("Number of pieces, in Latvian"), "3 preces"),
    _field(Field.GIFT, msg("The gift that goes with it"), "a packet of tea", "пачка чая", "paciņa tējas"),
    _field(Field.PACKER, msg("Who packed it"), "Inese Š.", "Инесе Ш."),
    _field(Field.BIRTHDAY_DATE, msg("Birthday"), "5 March", "5 марта", "5. marts"),
    _field(Field.BIRTHDAY_AGE, msg("Age they reach"), "40"),
    _field(Field.VOUCHER_WORTH, msg("What the voucher is worth"), "€10", "10 €", "10 €"),
    _field(Field.VOUCHER_CODE, msg("Code of the voucher"), "TEA4U7"),
    _field(Field.VOUCHER_UNTIL, msg("Last day of the voucher"), "31 May 2026", "31 мая 2026", "2026. gada 31. maijs"),
    _field(Field.REFERRAL_CODE, msg("The customer’s code for friends"), "ANNA77"),
    _field(Field.APOLOGY_WHAT, msg("What went wrong"), "the mug was broken", "кружка разбилась", "krūze saplīsa"),
    _field(Field.APOLOGY_PROMISED, msg("What was promised"), "a new mug", "новая кружка", "jauna krūze"),
    _field(Field.PRODUCT_NAME, msg("Product"), "Linen scarf", "Льняной шарф", "Lina šalle"),
    _field(Field.PRODUCT_SKU, msg("Article number"), "LN-1"),
    _field(Field.PRODUCT_CARE, msg("Care instructions"), "Wash at 30°", "Стирать при 30°", "Mazgāt 30°"),
    _field(Field.PRODUCT_WARRANTY, msg("Months of warranty"), "24"),
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

FACTS: tuple[FactInfo, ...] = (
    FactInfo(Fact.FIRST, msg("for a first order")),
    FactInfo(Fact.REGULAR, msg("for a regular customer")),
    FactInfo(Fact.GIFT, msg("if a gift goes with it")),
    FactInfo(Fact.VOUCHER, msg("if a voucher goes with it")),
    FactInfo(Fact.ORDER, msg("if it is for an order")),
    FactInfo(Fact.NAMED, msg("if the name is known")),
    FactInfo(Fact.FEMALE, msg("for a woman")),
    FactInfo(Fact.MALE, msg("for a man")),
    FactInfo(Fact.PACKER, msg("if the packer is known")),
    FactInfo(Fact.SIGNATURE, msg("if there is a signature")),
    FactInfo(Fact.CONTACT, msg("if the shop has a contact")),
    FactInfo(Fact.LINK, msg("if the shop has a web address")),
    FactInfo(Fact.LOGO, msg("if the shop has a logo")),
    FactInfo(Fact.SMALL, msg("on a small card")),
    FactInfo(Fact.QR, msg("if there is a QR code")),
    FactInfo(Fact.FIRST_PAGE, msg("on the first card")),
    FactInfo(Fact.LAST_PAGE, msg("on the last card")),
)
