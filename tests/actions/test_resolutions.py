"""A complaint made good: offers from the book with their costs, the choice booked, a voucher with it, taken back."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop_app.actions.complaints import add_complaint
from desktop_app.actions.history import undo
from desktop_app.actions.resolutions import choose, resolution_done, take_back
from desktop_app.actions.settings import set_settings
from desktop_app.actions.vouchers import use_voucher
from desktop_app.domain.codes import is_code
from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Severity, Verdict
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Conflict, Invalid, NotFound
from desktop_app.domain.money import Money
from desktop_app.domain.orders import OrderId
from desktop_app.domain.resolution_settings import RESOLUTION_LIMIT
from desktop_app.domain.resolutions import Deed, Offer
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.resolutions import budget, proposal, resolutions
from desktop_app.queries.vouchers import voucher
from tests.made import BY, TODAY, bought, person

EUR = "EUR"


def complained(
    shop: Shop, customer: CustomerId | None, order: OrderId | None, kind: str = "late", **fields: object
) -> ComplaintId:
    given: dict[str, object] = {"verdict": Verdict.YES, **fields}
    return add_complaint(shop, ComplaintFields(kind=kind, customer=customer, order=order, **given), actor=BY)[0]  # type: ignore[arg-type]


def paid(shop: Shop, customer: CustomerId, *articles: str) -> OrderId:
    return bought(shop, customer, *articles, paid=True, total=Money(3000, EUR), shipping=Money(500, EUR))


def test_a_first_order_is_offered_more_than_a_later_one(shop: Shop) -> None:
    anna = person(shop, "Anna")
    first = proposal(shop, complained(shop, anna, paid(shop, anna, "Mug", "Cup")))
    later = proposal(shop, complained(shop, anna, paid(shop, anna, "Mug", "Cup"), "late", verdict=Verdict.NO))
    assert [(one.offer.deed, one.cost) for one in first] == [
        (Deed.FREE_DELIVERY, Money(500, EUR)),
        (Deed.VOUCHER, Money(375, EUR)),
        (Deed.PARTIAL_REFUND, Money(500, EUR)),
        (Deed.KEEP, Money(2500, EUR)),
    ]
    assert [one.offer.deed for one in later] == [Deed.APOLOGY]
    assert [one.best for one in first].count(True) == 1


def test_the_article_in_question_is_what_a_replacement_costs(shop: Shop) -> None:
    anna = person(shop, "Anna")
    order = paid(shop, anna, "Mug", "Cup")
    costs = {
        one.offer.deed: one.cost for one in proposal(shop, complained(shop, anna, order, "damaged", article="Mug"))
    }
    assert costs == {
        Deed.PARTIAL_REFUND: Money(500, EUR),
        Deed.REPLACEMENT: Money(1250 + 500, EUR),
        Deed.REFUND: Money(3000, EUR),
        Deed.REFUND_AND_MORE: Money(3250, EUR),
    }


def test_money_that_was_not_paid_or_went_back_is_not_offered(shop: Shop) -> None:
    anna = person(shop, "Anna")
    unpaid = bought(shop, anna, total=Money(3000, EUR))
    deeds = [one.offer.deed for one in proposal(shop, complained(shop, anna, unpaid, "damaged"))]
    assert deeds == [Deed.REPLACEMENT]
    nobodys = [(one.offer.deed, one.cost) for one in proposal(shop, complained(shop, None, None, "damaged"))]
    assert nobodys == [(Deed.APOLOGY, Money(0, EUR))]


def test_what_is_serious_or_not_the_first_time_is_met_with_the_most(shop: Shop) -> None:
    anna = person(shop, "Anna")
    order = paid(shop, anna)
    serious = complained(shop, anna, order, severity=Severity.HIGH)
    assert proposal(shop, serious)[-1].best
    again = complained(shop, anna, order)
    assert proposal(shop, again)[-1].best
    assert "not the first time" in proposal(shop, again)[-1].reason.text
    minor = complained(shop, person(shop, "Berta"), None, "rude", severity=Severity.LOW)
    assert proposal(shop, minor)[0].best


def test_a_choice_is_booked_in_its_customers_words_with_a_voucher_of_its_own(shop: Shop) -> None:
    inga = person(shop, "Inga", language=Language.LV)
    complaint = complained(shop, inga, paid(shop, inga, "Mug", "Cup"))
    number, changes = choose(shop, complaint, Offer(Deed.VOUCHER, 10), actor=BY)
    (made,) = resolutions(shop, complaint)
    assert (made.id, made.cost, made.by) == (number, Money(250, EUR), BY)
    assert "nākam" in made.words
    assert is_code(made.code)
    assert made.voucher is not None
    given = voucher(shop, made.voucher)
    assert (given.fields.percent, given.fields.customer, given.complaint) == (10, inga, complaint)
    assert given.fields.valid_to == TODAY + dt.timedelta(days=180)
    undo(shop, changes.id, actor=BY)
    assert resolutions(shop, complaint) == ()
    with pytest.raises(NotFound):
        voucher(shop, made.voucher)


def test_the_months_costs_are_counted_and_warned_of(shop: Shop) -> None:
    set_settings(shop, {RESOLUTION_LIMIT: 10}, actor=BY)
    anna = person(shop, "Anna")
    complaint = complained(shop, anna, paid(shop, anna))
    choose(shop, complaint, Offer(Deed.FREE_DELIVERY), actor=BY)
    choose(shop, complaint, Offer(Deed.PARTIAL_REFUND, amount=Money(300, EUR)), cost=Money(200, EUR), actor=BY)
    now = budget(shop)
    assert (now.spent, now.limit) == (Money(700, EUR), Money(1000, EUR))
    assert now.after(Money(300, EUR)) == Money(0, EUR)
    assert now.after(Money(301, EUR)) == Money(-1, EUR)
    assert budget(shop, TODAY.replace(month=12)).spent.minor == 0
    assert budget(shop, TODAY.replace(month=10)).spent.minor == 0


def test_what_cannot_be_is_refused_in_words(shop: Shop) -> None:
    complaint = complained(shop, None, None)
    for offer, field in (
        (Offer(Deed.VOUCHER), "size"),
        (Offer(Deed.VOUCHER, 101), "size"),
        (Offer(Deed.PARTIAL_REFUND, 10, Money(100, EUR)), "size"),
        (Offer(Deed.PARTIAL_REFUND, amount=Money(0, EUR)), "size"),
        (Offer(Deed.REFUND), "cost"),
    ):
        with pytest.raises(Invalid) as refused:
            choose(shop, complaint, offer, actor=BY)
        assert refused.value.field == field
    with pytest.raises(Invalid, match="less than nothing"):
        choose(shop, complaint, Offer(Deed.APOLOGY), cost=Money(-1, EUR), actor=BY)
    with pytest.raises(NotFound):
        choose(shop, ComplaintId(99), Offer(Deed.APOLOGY), actor=BY)
    assert resolutions(shop, complaint) == ()


def test_a_choice_is_noted_as_done_and_taken_back(shop: Shop) -> None:
    anna = person(shop, "Anna")
    complaint = complained(shop, anna, paid(shop, anna))
    number, _ = choose(shop, complaint, Offer(Deed.VOUCHER, 20), actor=BY)
    was = resolutions(shop, complaint)[0]
    resolution_done(shop, [number], actor=BY)
    assert resolutions(shop, complaint)[0].done_at
    resolution_done(shop, [number], done=False, actor=BY)
    assert resolutions(shop, complaint)[0].done_at == ""
    assert was.voucher is not None
    use_voucher(shop, was.voucher, actor=BY)
    with pytest.raises(Conflict, match="was used on"):
        take_back(shop, number, actor=BY)
    undo(shop, actor=BY)
    take_back(shop, number, actor=BY)
    assert resolutions(shop, complaint) == ()


def test_the_same_offer_is_promised_once_and_gives_one_voucher(shop: Shop) -> None:
    anna = person(shop, "Anna")
    complaint = complained(shop, anna, paid(shop, anna, "Mug"))
    offer = Offer(Deed.VOUCHER, 15)
    first, _ = choose(shop, complaint, offer, actor=BY)
    with pytest.raises(Invalid, match="promised for this complaint already") as refused:
        choose(shop, complaint, offer, actor=BY)
    assert refused.value.field == "offer"
    assert len(resolutions(shop, complaint)) == 1
    choose(shop, complaint, Offer(Deed.VOUCHER, 20), actor=BY)
    take_back(shop, first, actor=BY)
    choose(shop, complaint, offer, actor=BY)
    assert [one.offer.percent for one in resolutions(shop, complaint)] == [20, 15]
