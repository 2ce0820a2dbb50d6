"""Records that try a design: everything said, long, bare, several people, letters of other scripts, far too long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.customers import Address, CustomerFields
from desktop_app.domain.people import DayKind
from desktop_app.domain.printing import (
    FOR_SHOP,
    ApologyDetails,
    BirthdayDetails,
    Kind,
    LineDetails,
    PaperDetails,
    ProductDetails,
    ShopDetails,
    VoucherDetails,
)
from desktop_app.domain.signatures import signature_key
from desktop_app.i18n import Language
from desktop_app.paths import resources
from tests.render.kinds import SHOP, paper

INESE = "Inese Š."


@dataclass(frozen=True)
class Case:
    """A record with the shop it is from and the person who packed it."""

    name: str
    paper: PaperDetails
    shop: ShopDetails
    by: str


USUAL = {
    Language.EN: CustomerFields(given="Charlotte", family="Whitfield"),
    Language.RU: CustomerFields(given="Юлия", family="Соколова"),
    Language.LV: CustomerFields(given="Mārtiņš", family="Žagariņš"),
}
LONG = {
    Language.EN: CustomerFields(given="Maximiliane-Alexandra Theodora", family="von Hohenstein-Württemberg"),
    Language.RU: CustomerFields(given="Константин-Александр", family="Преображенский-Вознесенский"),
    Language.LV: CustomerFields(given="Konstance Margarēta", family="Ķēniņa-Žagariņa-Bērziņkalne"),
}
COUPLE = {
    Language.EN: (CustomerFields(given="Charlotte"), CustomerFields(given="Bartholomew")),
    Language.RU: (CustomerFields(given="Юлия"), CustomerFields(given="Константин")),
    Language.LV: (CustomerFields(given="Šarlote"), CustomerFields(given="Kārlis")),
}
GOODS = {
    Language.EN: ("Linen scarf, flax blue", "Soy candle with linden blossom and a lid of oak, 220 ml", "Mug"),
    Language.RU: ("Льняной шарф", "Льняная скатерть с вышивкой ручной работы, 140 × 220 см", "Кружка"),
    Language.LV: ("Linu šalle", "Sojas vaska svece ar liepziediem un ozolkoka vāciņu, 220 ml", "Krūze"),
}
NOTES = {
    Language.EN: "The blue one was sold out, so we wove a new one for you.",
    Language.RU: "Синий закончился, и мы соткали для вас новый.",
    Language.LV: "Zilā bija izpārdota, tāpēc noaudām jums jaunu.",
}
CARE = {
    Language.EN: "Wash by hand in lukewarm water with a mild soap.\nDo not wring; dry flat in the shade.\n"
    "Iron slightly damp, from the back.\nKeep away from moths: a sprig of lavender in the drawer is enough.",
    Language.RU: "Стирайте вручную в тёплой воде с мягким мылом.\nНе выкручивайте, сушите в тени на плоскости.\n"
    "Гладьте слегка влажным, с изнанки.\nБерегите от моли: хватит веточки лаванды в ящике.",
    Language.LV: "Mazgājiet ar rokām siltā ūdenī ar maigām ziepēm.\nNeizgrieziet, žāvējiet izklātu ēnā.\n"
    "Gludiniet nedaudz mitru, no kreisās puses.\nSargājiet no kodēm: pietiek ar lavandas zariņu atvilktnē.",
}
GIFTS = {Language.EN: "a bag of linden tea", Language.RU: "пачка липового чая", Language.LV: "paciņa liepziedu tējas"}
TROUBLE = {
    Language.EN: ApologyDetails("the parcel came eleven days late and one of two mugs had lost its handle",
                                "a new mug is on its way and the postage is on us"),
    Language.RU: ApologyDetails("посылка опоздала на одиннадцать дней, а у одной из кружек откололась ручка",
                                "новая кружка уже в пути, доставка за наш счёт"),
    Language.LV: ApologyDetails("sūtījums kavējās vienpadsmit dienas un vienai no krūzēm bija nolūzusi osa",
                                "jauna krūze jau ir ceļā, un piegādi apmaksājam mēs"),
}  # fmt: skip
FULL_SHOP = replace(
    SHOP,
    logo=resources("sample", "logo.png").read_bytes(),
    signatures={signature_key(INESE): resources("sample", "signature-1.png").read_bytes()},
)
LONG_SHOP = replace(
    SHOP,
    name="Mazais veikals “Zemgales audēju un keramiķu darbnīcas”",
    contact="sveiki.un.laipni.ludzam@zemgales-audeju-darbnicas.example, +371 2612 3456",
    address="Mazais veikals “Zemgales audēju un keramiķu darbnīcas”\nBrīvības gatve 412, korpuss 3\nRīga, LV-1024",
    link="https://zemgales-audeju-darbnicas.example/paldies/2026",
)


def cases(kind: Kind, language: Language) -> Iterator[Case]:
    """What a design of this kind must bear, in one language."""
    usual = _usual(kind, language)
    yield Case("signed", usual, FULL_SHOP, INESE)
    yield Case("unsigned", replace(usual, first=True, note=NOTES[language], gift=GIFTS[language]), SHOP, INESE)
    yield Case("long", _long(kind, language), LONG_SHOP, "Konstance Margarēta Ķēniņa-Žagariņa")
    yield Case("bare", _bare(kind, language), ShopDetails("Mazais veikals", address=SHOP.address), "")
    if kind not in FOR_SHOP and kind is not Kind.CONTACTS:
        yield Case("together", _together(kind, language), SHOP, "")
        yield Case("endless", _endless(usual), SHOP, INESE)


def _usual(kind: Kind, language: Language) -> PaperDetails:
    made = paper(kind, USUAL[language], language)
    names = GOODS[language]
    lines = tuple(LineDetails(1 + n, name, f"LN-{n:03}") for n, name in enumerate(names))
    return replace(made, lines=lines, regular=True)


def _long(kind: Kind, language: Language) -> PaperDetails:
    made, names = paper(kind, LONG[language], language), GOODS[language]
    lines = tuple(LineDetails(12 + n, names[n % 3] + f", {n + 1}", f"LN-ĀŠ-{n:05}") for n in range(4))
    street = {
        Language.EN: "Flat 12b, The Old Weaving Mill\n1247 Upper Primrose Hill Gardens Road",
        Language.RU: "ул. Большая Новодмитровская, д. 112, корп. 4, стр. 2, кв. 350",
        Language.LV: "“Lejasbērziņkalni”, Kalnciema pagasts, dz. 12",
    }[language]
    return replace(
        made,
        number="#WEB-2026-11-0012345",
        lines=lines,
        note=" ".join([NOTES[language]] * 4),
        gift=", ".join([GIFTS[language]] * 3),
        apology=TROUBLE[language],
        voucher=VoucherDetails("AUTUMN-TEA4-U7KM-2026", what=names[1], valid_until=dt.date(2027, 12, 31)),
        product=ProductDetails(f"{names[1]}, {names[0]}", "LN-ĀŠ-000123", CARE[language], 36, f"{SHOP.link}/ln-014"),
        address=Address("", street, *_town(language)),
    )


def _town(language: Language) -> tuple[str, str, str, str]:
    if language is Language.EN:
        return "Llanfairpwllgwyngyll", "Isle of Anglesey", "LL61 5UJ", "GB"
    if language is Language.RU:
        return "Петропавловск-Камчатский", "Камчатский край", "683000", "RU"
    return "Jēkabpils novads", "", "LV-5201", "LV"


def _bare(kind: Kind, language: Language) -> PaperDetails:
    made = paper(kind, CustomerFields(email="guest@pasts.example"), language)
    product = ProductDetails(GOODS[language][2], "", "" if kind is Kind.WARRANTY else CARE[language][:30], 12)
    return replace(
        made,
        qr="",
        lines=made.lines[:1],
        voucher=VoucherDetails("U7KM", percent=10) if kind is Kind.VOUCHER else None,
        apology=None,
        birthday=None,
        product=product,
        placed_on=made.placed_on if kind is Kind.WARRANTY else None,
        parts=made.parts[:1],
    )


def _together(kind: Kind, language: Language) -> PaperDetails:
    made = _usual(kind, language)
    lines = tuple(LineDetails(n + 1, GOODS[language][n % 3], f"LN-{n:03}") for n in range(14))
    day = BirthdayDetails(dt.date(2026, 6, 21), 25, DayKind.ANNIVERSARY) if kind is Kind.BIRTHDAY else made.birthday
    return replace(made, together=COUPLE[language], lines=lines, birthday=day, voucher=replace(made.voucher, percent=15)
                   if made.voucher else None)  # fmt: skip


def _endless(usual: PaperDetails) -> PaperDetails:
    """Names of three hundred letters: they are fitted, or the record is refused by name."""
    name = (usual.customer.given + usual.customer.family) * 30
    return replace(usual, customer=replace(usual.customer, given=name[:300], family=name[:300]))
