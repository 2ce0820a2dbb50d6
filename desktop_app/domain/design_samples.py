"""Invented people to try a design on: the usual one and the hard ones, with something in every field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.printing import (
    ApologyDetails,
    BirthdayDetails,
    ContactDetails,
    LineDetails,
    PaperDetails,
    ProductDetails,
    VoucherDetails,
)
from desktop_app.domain.reaching import Standing
from desktop_app.domain.states import StrEnum
from desktop_app.i18n import Language, Message, Words, msg


class Sample(StrEnum):
    """Whom the design is tried on."""

    USUAL = "usual"
    LONGEST = "longest"
    NAMELESS = "nameless"
    CYRILLIC = "cyrillic"
    HEBREW = "hebrew"
    BARE = "bare"


SAMPLE_LABELS: Mapping[Sample, Message] = {
    Sample.USUAL: msg("Somebody"),
    Sample.LONGEST: msg("Longest name"),
    Sample.NAMELESS: msg("No name"),
    Sample.CYRILLIC: msg("Cyrillic"),
    Sample.HEBREW: msg("Hebrew"),
    Sample.BARE: msg("Only the least is known"),
}

_USUAL = {Language.EN: ("Anna", "Carter"), Language.RU: ("Анна", "Калинина"), Language.LV: ("Anna", "Kalniņa")}
_PEOPLE: Mapping[Sample, tuple[str, str]] = {
    Sample.LONGEST: ("Wilhelmina-Alexandrina Konstantia", "Vīksniņa-Šteinbergs von Hohenstaufen-Wolfenbüttel"),
    Sample.NAMELESS: ("", ""),
    Sample.CYRILLIC: ("Ярослав", "Щёголев"),
    Sample.HEBREW: ("אביגיל", "בן־דוד"),
    Sample.BARE: ("Anna", ""),
}
_ARTICLES = (
    (1, msg("Linen tablecloth"), "LN-011"), (2, msg("Ceramic mug"), "KR-204"), (1, msg("Soy candle"), "SV-030"),
)  # fmt: skip


def _people(name: str, address: Address) -> tuple[ContactDetails, ...]:
    """Some for a contact sheet: the one it is tried on, and the others there are."""
    others = [f"{given} {family}".strip() for given, family in (*_USUAL.values(), *_PEOPLE.values())]
    found = dict.fromkeys([name, *others])
    return tuple(
        ContactDetails(one, "+371 20 000 000", "hello@example.com", replace(address, name=one)) for one in found if one
    )


def sample(which: Sample, language: Language, *, today: dt.date, qr: str) -> PaperDetails:
    """An invented record in a language; `qr` is the text of its code."""
    given, family = _PEOPLE.get(which) or _USUAL[language]
    customer = CustomerFields(given=given, family=family, language=language)
    words = Words(language)
    lines = tuple(LineDetails(n, words.say(name), sku) for n, name, sku in _ARTICLES)
    until = today + dt.timedelta(days=60)
    name = f"{given} {family}".strip()
    address = Address(name=name, street="Brīvības iela 21–14", city="Rīga", postcode="LV-1010", country="LV")
    made = PaperDetails(
        order=None, number="10437", language=language, customer=customer, customer_id=None, lines=lines,
        total=Money(6450, "EUR"), placed_on=today, first=True, regular=False, qr=qr, address=address,
        voucher=VoucherDetails("K7MP-4XTR", Money(1000, "EUR"), valid_until=until), referral="ANNA-7K4M",
        apology=ApologyDetails(words("the mug arrived broken"), words("a new one is in this parcel")),
        birthday=BirthdayDetails(today, 35),
        product=ProductDetails(
            words("Linen tablecloth"), "LN-011", words("Wash at 40 °C, iron while still damp."), 24, qr
        ),
        gift=words("a bar of soap"),
        people=_people(name, address), standing=Standing(),
    )  # fmt: skip
    if which is not Sample.BARE:
        return made
    # Without these some kinds of paper would say nothing at all: voucher, code, product and address stay.
    return replace(made, number="", lines=(), total=None, placed_on=None, first=False, qr="", apology=None, gift="")
