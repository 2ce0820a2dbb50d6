"""What the fields of a design hold for one record: the builders of each kind of paper take their values from here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from desktop_app.documents.model import Content
from desktop_app.documents.wording import facts_of, on_paper
from desktop_app.domain.cards import Fact, Field
from desktop_app.domain.customers import display_name
from desktop_app.domain.greetings import Gender, called, gender, greeting
from desktop_app.domain.money import Money
from desktop_app.domain.printing import PaperDetails, ShopDetails
from desktop_app.i18n import Language, Words

Value = Callable[[PaperDetails, Words], str]  # every one takes both, whether it needs the words or not


def _money(total: Money | None, words: Words) -> str:
    return words.money(total.amount, total.currency) if total is not None else ""


VALUES: Mapping[str, Value] = {
    Field.CUSTOMER_GREETING.value: lambda parcel, words: greeting(parcel.customer, words.language),
    Field.CUSTOMER_CALLED.value: lambda parcel, words: called(parcel.customer, words.language),
    # A name, never an address or a number: these would stand on paper where people read names.
    Field.CUSTOMER_NAME.value: lambda parcel, _: display_name(
        parcel.customer.given, parcel.customer.family, parcel.customer.company
    ),
    Field.ORDER_NUMBER.value: lambda parcel, _: parcel.number,
    Field.ORDER_DATE.value: lambda parcel, words: words.date(parcel.placed_on) if parcel.placed_on else "",
    Field.ORDER_TOTAL.value: lambda parcel, words: _money(parcel.total, words),
    Field.ORDER_ITEM.value: lambda parcel, _: parcel.lines[0].name if parcel.lines else "",
}

FIRST = facts_of([Fact.FIRST])
REGULAR = facts_of([Fact.REGULAR])
NAMED = facts_of([Fact.NAMED])
GENDERS: Mapping[Gender | None, int] = {
    Gender.FEMALE: facts_of([Fact.FEMALE]),
    Gender.MALE: facts_of([Fact.MALE]),
    None: 0,
}
_GENDERED = (Fact.FEMALE.value, Fact.MALE.value)
QR = facts_of([Fact.QR])


class PaperWords(Words):
    """The words of one run in one language, which says each date once: most orders of a run are of a few days."""

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self._dates: dict[dt.date, str] = {}

    def date(self, day: dt.date, /, style: str = "d MMMM y") -> str:
        """A day as people write it; other styles than the papers' own are not remembered."""
        if style != "d MMMM y":
            return super().date(day, style)
        if day not in self._dates:
            self._dates[day] = super().date(day)
        return self._dates[day]


def same_content(shop: ShopDetails, by: str) -> Content:
    """What every card of a run says alike: the shop, and who packed."""
    values = {
        Field.SHOP_NAME.value: on_paper(shop.name),
        Field.SHOP_CONTACT.value: on_paper(shop.contact),
        Field.SHOP_LINK.value: on_paper(shop.link),
        Field.PACKER.value: on_paper(by),
    }
    facts = {
        Fact.PACKER: values[Field.PACKER.value],
        Fact.CONTACT: values[Field.SHOP_CONTACT.value],
        Fact.LINK: values[Field.SHOP_LINK.value],
        Fact.LOGO: shop.logo,
    }
    return Content(values, facts_of(fact for fact, value in facts.items() if value))


def content_of(parcel: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What one record says, of the fields (and of female and male) that the design asks for."""
    values = same.values.copy()
    for field in asked:
        value = VALUES.get(field)
        if value is not None:
            values[field] = on_paper(value(parcel, words))
    facts = same.facts | (FIRST if parcel.first else 0) | (REGULAR if parcel.regular else 0) | (QR if parcel.qr else 0)
    if parcel.customer.given:
        facts |= NAMED
        if not asked.isdisjoint(_GENDERED):
            facts |= GENDERS[gender(parcel.customer)]
    return Content(values, facts, qr=parcel.qr)
