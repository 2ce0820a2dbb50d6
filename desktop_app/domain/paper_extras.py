"""What a person adds to a run by hand, for what the shop does not keep with its records: codes, gifts, apologies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop_app.domain.errors import Invalid
from desktop_app.domain.links import checked_link
from desktop_app.domain.money import Money
from desktop_app.domain.printing import (
    ApologyDetails,
    BirthdayDetails,
    Kind,
    PaperDetails,
    ProductDetails,
    VoucherDetails,
)
from desktop_app.domain.products import LONGEST_WARRANTY
from desktop_app.i18n import msg


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperExtras:
    """One code for all records of a run or one for each in their order; the rest stands on every paper of the run.

    `what` is what went wrong on an apology, and what a voucher is worth in words on any other paper.
    """

    codes: tuple[str, ...] = ()
    worth: Money | None = None
    percent: int | None = None
    what: str = ""
    promised: str = ""
    until: dt.date | None = None
    gift: str = ""
    warranty_months: int = 0
    link: str = ""

    def check(self, records: int, *, today: dt.date | None = None) -> None:
        """Raises Invalid at the field of what cannot be on paper: worth nothing, over already, codes not one for each.

        Without `today` a voucher's last day may be any.
        """
        checked_link(self.link)
        if not self.codes and (self.worth is not None or self.percent or self.until):
            raise Invalid("codes", msg("Write the voucher’s code too."))
        if self.worth is not None and self.worth.minor <= 0:
            raise Invalid("worth", msg("Write a voucher worth more than nothing."))
        if self.percent is not None and not 1 <= self.percent <= 100:
            raise Invalid("percent", msg("Write a voucher of 1 to 100 percent."))
        if self.until is not None and today is not None and self.until < today:
            raise Invalid("until", msg("{day} is over already: give the voucher a later last day.", day=self.until))
        if not 0 <= self.warranty_months <= LONGEST_WARRANTY:
            raise Invalid("warranty", msg("Write a warranty of 0 to {n} months.", n=LONGEST_WARRANTY))
        if len(self.codes) > 1 and len(self.codes) != records:
            raise Invalid(
                "codes", msg("There are {codes} codes for {n} records. Give one for all, or one for each.",
                             codes=len(self.codes), n=records),
            )  # fmt: skip


def with_extras(kind: Kind, papers: Iterable[PaperDetails], extras: PaperExtras) -> Iterator[PaperDetails]:
    """The records with what a person added for this kind of paper; raises Invalid for an address that is none."""
    if extras == PaperExtras():
        yield from papers
        return
    extras = replace(extras, link=checked_link(extras.link))
    for place, paper in enumerate(papers):
        code = extras.codes[place if len(extras.codes) > 1 else 0] if extras.codes else ""
        yield _added(kind, paper, extras, code)


def _added(kind: Kind, paper: PaperDetails, extras: PaperExtras, code: str) -> PaperDetails:
    apology = kind is Kind.APOLOGY
    worded = "" if apology else extras.what
    voucher = VoucherDetails(code, extras.worth, extras.percent, worded, extras.until)
    # On a card for friends the code is the customer's own; its voucher only says what it brings.
    is_worth = extras.worth is not None or extras.percent is not None or bool(worded)
    is_voucher = is_worth if kind is Kind.REFERRAL else bool(code)
    return replace(
        paper,
        voucher=voucher if is_voucher or kind is Kind.VOUCHER else paper.voucher,
        referral=code if code and kind is Kind.REFERRAL else paper.referral,
        apology=ApologyDetails(extras.what, extras.promised) if apology else paper.apology,
        gift=extras.gift or paper.gift,
        products=_products(paper, extras) if extras.warranty_months or extras.link else paper.products,
    )


def _products(paper: PaperDetails, extras: PaperExtras) -> tuple[ProductDetails, ...]:
    """Every article of the order with its warranty and address, those with care instructions with these too."""
    known = {(product.name, product.sku): product for product in paper.products}
    named = dict.fromkeys((line.name or line.sku, line.sku) for line in paper.lines)
    products = (known.get(one) or ProductDetails(*one) for one in named)
    return tuple(
        replace(one, warranty_months=extras.warranty_months or one.warranty_months, link=extras.link or one.link)
        for one in products
    )


def born(paper: PaperDetails, day: dt.date | None) -> PaperDetails:
    """The record as a birthday card of that day needs it, with the age where the year of birth is known."""
    birthday = paper.customer.birthday
    if birthday is None or day is None:
        return paper
    return replace(paper, birthday=BirthdayDetails(day, birthday.age_on(day)))
