"""Records for every kind of paper: people with short, long, missing, Cyrillic and Hebrew names, in each language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.printing import (
    FOR_SHOP,
    ApologyDetails,
    BirthdayDetails,
    ContactDetails,
    Kind,
    LineDetails,
    PaperDetails,
    ProductDetails,
    ShopDetails,
    VoucherDetails,
)
from desktop_app.domain.reaching import Standing
from desktop_app.domain.shop_words import MISSION, PROMISE, parts_of
from desktop_app.i18n import Language

SHOP = ShopDetails(
    "Mazais veikals", "sveiki@mazaisveikals.example", "https://mazaisveikals.example/paldies",
    address="Mazais veikals\nMiera iela 12\nRīga, LV-1001",
)  # fmt: skip
PEOPLE = [
    CustomerFields(given="Mārtiņš", family="Žagariņš"),
    CustomerFields(given="Юлия", family="Преображенская"),
    CustomerFields(given="Maximiliane-Alexandra Theodora", family="von Hohenstein"),
    CustomerFields(given="אביגיל", family="בן-דוד"),
    CustomerFields(email="guest@pasts.example"),
]
_CARDS = ("card-85x55", "avery-8371", "a6", "dl", "a5", "a4")
STOCKS: dict[Kind, tuple[str, ...]] = {
    Kind.THANK_YOU: ("a6-4up-a4", *_CARDS),
    Kind.PACKING_INSERT: _CARDS,
    Kind.PACKED_BY: _CARDS,
    Kind.BIRTHDAY: _CARDS,
    Kind.APOLOGY: _CARDS,
    Kind.REFERRAL: _CARDS,
    Kind.VOUCHER: ("card-85x55-8up-a4-bleed", *_CARDS),
    Kind.CARE_SHEET: _CARDS,
    Kind.WARRANTY: _CARDS,
    Kind.PROMISE: _CARDS,
    Kind.MISSION: _CARDS,
    Kind.ADDRESS: ("avery-l7163", "avery-l7160", "avery-5160", "roll-62x29", "roll-62x100", "card-85x55", "a6"),
    Kind.CONTACTS: ("a4", "letter"),
}
ADDRESS = {
    Language.EN: Address("", "12 Primrose Hill Road", "London", "", "NW3 3AD", "GB"),
    Language.RU: Address("", "ул. Большая Садовая, д. 10, кв. 50", "Москва", "", "125047", "RU"),
    Language.LV: Address("", "Brīvības iela 142 – 17", "Rīga", "", "LV-1012", "LV"),
}
CARE = {
    Language.EN: "Wash by hand in lukewarm water.\nDo not wring; dry flat in the shade.",
    Language.RU: "Стирайте вручную в тёплой воде.\nНе выкручивайте, сушите на плоскости.",
    Language.LV: "Mazgājiet ar rokām siltā ūdenī.\nNeizgrieziet, žāvējiet izklātu ēnā.",
}
SORRY = {
    Language.EN: ApologyDetails("the mug arrived broken", "a new mug is on its way"),
    Language.RU: ApologyDetails("кружка пришла разбитой", "новая кружка уже в пути"),
    Language.LV: ApologyDetails("krūze atceļoja saplīsusi", "jauna krūze jau ir ceļā"),
}


def papers(kind: Kind) -> Iterator[PaperDetails]:
    """A record for each person and language, with all that this kind of paper may say."""
    people = [CustomerFields()] if kind in FOR_SHOP or kind is Kind.CONTACTS else PEOPLE
    for place, person in enumerate(people):
        for language in Language:
            yield paper(kind, person, language, number=1000 + 3 * place)


def paper(kind: Kind, person: CustomerFields, language: Language, *, number: int = 1000) -> PaperDetails:
    """One record with all that this kind of paper may say."""
    shop_only = kind in FOR_SHOP
    words = PROMISE if kind is Kind.PROMISE else MISSION
    return PaperDetails(
        order=None if shop_only else OrderId(number),
        number="" if shop_only else f"#{number}",
        language=language,
        customer=person,
        customer_id=None,
        lines=(LineDetails(1, "Linen scarf", "LN-1"), LineDetails(2, "Keramikas krūze", "KR-2")),
        placed_on=dt.date(2026, 11, 16),
        qr=SHOP.link,
        address=ADDRESS[language],
        abroad=language is not Language.LV,
        voucher=VoucherDetails("TEA4-U7KM", worth=Money(1000, "EUR"), valid_until=dt.date(2027, 5, 31)),
        referral="ANNA-77K",
        apology=SORRY[language],
        birthday=BirthdayDetails(dt.date(2026, 3, 5), 40),
        standing=Standing(),
        product=ProductDetails("Linen scarf, flax blue", "LN-014", CARE[language], 24, f"{SHOP.link}/ln-014"),
        people=tuple(_contact(one) for one in PEOPLE * 12) if kind is Kind.CONTACTS else (),
        parts=tuple(parts_of(words[language])) if shop_only else (),
    )


def _contact(person: CustomerFields) -> ContactDetails:
    name = f"{person.given} {person.family}".strip() or person.email
    return ContactDetails(name, "+371 2612 3456", "klients@pasts.example", ADDRESS[Language.LV], "zvanīt pēc 17")
