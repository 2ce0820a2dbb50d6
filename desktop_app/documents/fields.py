"""What the fields of a design hold for one record: the builders of each kind of paper take their values from here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence

from desktop_app.documents.model import Content
from desktop_app.documents.references import reference_by_key
from desktop_app.documents.wording import facts_of, held_together, on_lines, on_paper
from desktop_app.domain.addresses import address_lines
from desktop_app.domain.cards import Fact, Field
from desktop_app.domain.customers import CustomerFields, Gender, display_name
from desktop_app.domain.greetings import called, gender, greeting, joint_greeting, joint_names
from desktop_app.domain.money import Money
from desktop_app.domain.name_cases import called_in, name_in
from desktop_app.domain.people import DayKind
from desktop_app.domain.printing import PaperDetails, ProductDetails, ShopDetails, VoucherDetails
from desktop_app.domain.products import warranty_until
from desktop_app.domain.references import counted
from desktop_app.i18n import Language, Words

_AFTER_NUMBER = re.compile(r"(?<=\d) |(?<=\d\.) ")
_IN_NUMBER = re.compile(r"(?<=[\d)]) (?=[\d(])")  # of a telephone: it stands on one line
_AFTER_SHORT = re.compile(r"(?<=[^\W\d_]\.) (?=\d)")  # “д. 10”, “dz. 4”: a number of an address and what it counts
Value = Callable[[PaperDetails, Words], str]  # every one takes both, whether it needs the words or not


def _money(total: Money | None, words: Words) -> str:
    return words.money(total.amount, total.currency) if total is not None else ""


def _name(paper: PaperDetails, _words: Words) -> str:
    """A name, never an e-mail address or a number: these would stand on paper where people read names."""
    return ", ".join(display_name(one.given, one.family, one.company) for one in _people(paper))


def _people(paper: PaperDetails) -> Sequence[CustomerFields]:
    """All whom a paper is for."""
    return paper.together or (paper.customer,)


def _pieces(paper: PaperDetails, _words: Words) -> str:
    return str(sum(line.quantity for line in paper.lines) or "")


def _address(paper: PaperDetails, _words: Words) -> str:
    address = paper.address
    if address is None:
        return ""
    # Posts on the way read English, whatever the letter's own language.
    lines = address_lines(address, Words().country(address.country) if paper.abroad else "")
    return _AFTER_SHORT.sub("\u00a0", "\n".join(lines))


def _worth(voucher: VoucherDetails, words: Words) -> str:
    """An amount without needless cents, a percentage, or what the shop wrote."""
    if voucher.worth is not None:
        return _money(voucher.worth, words).replace(",00\u00a0", "\u00a0").removesuffix(".00")
    if voucher.percent is None:
        return held_together(voucher.what)
    return f"{voucher.percent}%" if words.language is Language.EN else f"{voucher.percent}\u00a0%"


def web_code(paper: PaperDetails) -> str:
    """What a code that leads to the shop says; empty where it is but the order's number, of no use to a reader."""
    return "" if paper.qr == paper.number else paper.qr


def voucher_code(paper: PaperDetails) -> str:
    """What the code of a voucher that goes with a paper says; empty where none does."""
    return paper.voucher.code if paper.voucher else ""


def _until(day: dt.date, words: Words) -> str:
    """A last day as it stands after “until”: Latvian writes figures there, as the month in words would need a case."""
    return words.date(day, "dd.MM.y.") if words.language is Language.LV else words.date(day)


def _voucher(value: Callable[[VoucherDetails, Words], str]) -> Value:
    return lambda paper, words: value(paper.voucher, words) if paper.voucher else ""


def _product(value: Callable[[ProductDetails], str]) -> Value:
    return lambda paper, _: value(paper.product) if paper.product else ""


def _warranted(paper: PaperDetails, words: Words) -> str:
    months = paper.product.warranty_months if paper.product else 0
    return _until(warranty_until(paper.placed_on, months), words) if months and paper.placed_on else ""


VALUES: Mapping[str, Value] = {
    Field.CUSTOMER_GREETING.value: lambda paper, words: (
        joint_greeting(paper.together, words.language).replace(" и ", " и\u00a0")
        if paper.together
        else greeting(paper.customer, words.language)
    ),
    Field.CUSTOMER_CALLED.value: lambda paper, words: (
        joint_names(paper.together, words.language) if paper.together else called(paper.customer, words.language)
    ),
    Field.CUSTOMER_NAME.value: _name,
    Field.ORDER_NUMBER.value: lambda paper, _: paper.number,
    Field.ORDER_DATE.value: lambda paper, words: words.date(paper.placed_on) if paper.placed_on else "",
    Field.ORDER_TOTAL.value: lambda paper, words: _money(paper.total, words),
    Field.ORDER_ITEM.value: lambda paper, _: held_together(paper.lines[0].name) if paper.lines else "",
    Field.ORDER_COUNT.value: _pieces,
    Field.ORDER_NOTE.value: lambda paper, _: paper.note,
    Field.ADDRESS_NAME.value: lambda paper, words: (paper.address and paper.address.name) or _name(paper, words),
    Field.ADDRESS_LINES.value: _address,
    Field.VOUCHER_CODE.value: _voucher(lambda voucher, _: voucher.code),
    Field.VOUCHER_WORTH.value: _voucher(_worth),
    Field.VOUCHER_AMOUNT.value: _voucher(
        lambda one, words: "" if one.worth is None and one.percent is None else _worth(one, words)
    ),
    Field.VOUCHER_UNTIL.value: _voucher(lambda one, words: _until(one.valid_until, words) if one.valid_until else ""),
    Field.REFERRAL_CODE.value: lambda paper, _: paper.referral,
    Field.APOLOGY_WHAT.value: lambda paper, _: held_together(paper.apology.what) if paper.apology else "",
    Field.APOLOGY_PROMISED.value: lambda paper, _: held_together(paper.apology.promised) if paper.apology else "",
    Field.BIRTHDAY_DATE.value: lambda paper, words: words.date(paper.birthday.on, "d MMMM") if paper.birthday else "",
    Field.BIRTHDAY_AGE.value: lambda paper, _: str((paper.birthday and paper.birthday.age) or ""),
    Field.PRODUCT_NAME.value: _product(lambda product: held_together(product.name)),
    Field.PRODUCT_SKU.value: _product(lambda product: product.sku),
    Field.PRODUCT_CARE.value: _product(lambda product: product.care),
    Field.PRODUCT_WARRANTY.value: _product(lambda product: str(product.warranty_months or "")),
    Field.PRODUCT_UNTIL.value: _warranted,
    Field.PRODUCT_LINK.value: _product(lambda product: product.link),
    Field.GIFT.value: lambda paper, _: held_together(paper.gift),
}
# These keep their lines.
_BLOCKS = frozenset((Field.ADDRESS_LINES.value, Field.ORDER_NOTE.value, Field.PRODUCT_CARE.value))

FIRST, REGULAR, NAMED, QR, GIFT, ORDER, VOUCHER, ABROAD, BIRTHDAY, NOTE = (
    facts_of([fact])
    for fact in (
        Fact.FIRST, Fact.REGULAR, Fact.NAMED, Fact.QR, Fact.GIFT, Fact.ORDER, Fact.VOUCHER, Fact.ABROAD, Fact.BIRTHDAY,
        Fact.NOTE,
    )
)  # fmt: skip
_OTHER_DAY, _AROUND, _TOGETHER = (facts_of([fact]) for fact in (Fact.OTHER_DAY, Fact.AROUND, Fact.TOGETHER))
_DAYS: Mapping[DayKind, int] = {
    DayKind.BIRTHDAY: 0,
    DayKind.NAME_DAY: _OTHER_DAY | facts_of([Fact.NAME_DAY]),
    DayKind.ANNIVERSARY: _OTHER_DAY | facts_of([Fact.ANNIVERSARY]),
    DayKind.OTHER: _OTHER_DAY,
}
GENDERS: Mapping[Gender | None, int] = {
    Gender.FEMALE: facts_of([Fact.FEMALE]),
    Gender.MALE: facts_of([Fact.MALE]),
    Gender.NEUTRAL: 0,
    None: 0,
}
_GENDERED = (Fact.FEMALE.value, Fact.MALE.value)


class PaperWords(Words):
    """The words of one run in one language, which says each date once: most orders of a run are of a few days.

    A day stays with its month and a year with its “gada” or «г.»: no line ends between a number and what it counts.
    """

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self._dates: dict[dt.date, str] = {}

    def date(self, day: dt.date, /, style: str = "d MMMM y") -> str:
        """A day as people write it; other styles than the papers' own are not remembered."""
        if style != "d MMMM y":
            return _AFTER_NUMBER.sub("\u00a0", super().date(day, style))
        if day not in self._dates:
            self._dates[day] = _AFTER_NUMBER.sub("\u00a0", super().date(day))
        return self._dates[day]


def same_content(shop: ShopDetails, by: str) -> Content:
    """What every card of a run says alike: the shop, and who packed."""
    values = {
        Field.SHOP_NAME.value: on_paper(shop.name),
        Field.SHOP_CONTACT.value: _IN_NUMBER.sub("\u00a0", on_paper(shop.contact)),
        Field.SHOP_LINK.value: on_paper(shop.link),
        Field.SHOP_SITE.value: _site(on_paper(shop.link)),
        Field.SHOP_ADDRESS.value: "\u00a0· ".join(on_lines(shop.address).splitlines()),
        Field.PACKER.value: on_paper(by),
    }
    facts = {
        Fact.PACKER: values[Field.PACKER.value],
        Fact.CONTACT: values[Field.SHOP_CONTACT.value],
        Fact.LINK: values[Field.SHOP_LINK.value],
        Fact.LOGO: shop.logo,
        Fact.SIGNATURE: shop.signature_of(by),
    }
    return Content(values, facts_of(fact for fact, value in facts.items() if value))


def content_of(paper: PaperDetails, same: Content, words: Words, *, asked: frozenset[str]) -> Content:
    """What one record says, of the fields (and of female and male) that the design asks for."""
    values = same.values.copy()
    for key in asked:
        value = VALUES.get(key)
        if value is not None:
            said = value(paper, words)
            values[key] = on_lines(said) if key in _BLOCKS else on_paper(said)
        elif "." in key and key not in values:
            values[key] = _formed(key, paper, words)
    facts = same.facts | (FIRST if paper.first else 0) | (REGULAR if paper.regular else 0) | (QR if paper.qr else 0)
    facts |= (GIFT if paper.gift else 0) | (VOUCHER if paper.voucher else 0) | (0 if paper.order is None else ORDER)
    facts |= (ABROAD if paper.abroad else 0) | (BIRTHDAY if paper.birthday or _kept(paper.customer) else 0)
    facts |= (_DAYS[paper.birthday.kind] if paper.birthday else 0) | (_TOGETHER if paper.together else 0)
    facts |= (0 if paper.relative is None else _AROUND) | (NOTE if paper.note else 0)
    if paper.customer.given or paper.customer.forms.called:
        facts |= NAMED
        if not asked.isdisjoint(_GENDERED):
            facts |= 0 if paper.together else GENDERS.get(gender(paper.customer), 0)
    return Content(values, facts, qr=paper.qr)


def with_code(content: Content, text: str) -> Content:
    """The content with another text for its QR code; without one it has none."""
    content.qr = text
    content.facts = content.facts | QR if text else content.facts & ~QR
    return content


def _site(link: str) -> str:
    """A web address as it is said: without what only a machine needs."""
    return link.removeprefix("https://").removeprefix("http://").removesuffix("/")


def _formed(key: str, paper: PaperDetails, words: Words) -> str:
    """The value of a field in a case, or with the form of a word that goes with its number."""
    reference = reference_by_key(key)
    if reference is None:
        return ""
    if reference.case is not None:
        if reference.field is Field.CUSTOMER_CALLED and paper.together:
            return on_paper(joint_names(paper.together, words.language, reference.case))
        form = called_in if reference.field is Field.CUSTOMER_CALLED else name_in
        return on_paper(", ".join(form(one, reference.case, words.language) for one in _people(paper)))
    number = VALUES[reference.field.value](paper, words)
    return counted(int(number), reference.forms, words.language) if number else ""


def _kept(person: CustomerFields) -> bool:
    """Whether somebody's birthday is known, and is to be wished them."""
    return person.birthday is not None and person.congratulate and not person.deceased
