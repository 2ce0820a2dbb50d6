"""The starter book: offers for every kind, more generous for a first order; the best one by what speaks for it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from desktop_app.domain.complaints import KINDS, Severity, Verdict
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.resolution_book import Book, Facts, PageKey, proposed, starter
from desktop_app.domain.resolution_words import promise_words, wrong_words
from desktop_app.domain.resolutions import SIZED, Case, Deed, Offer, cost_of, offer_name, size_from
from desktop_app.i18n import Language, Words

CASE = Case(
    "EUR", Money(10_500, "EUR"), Money(10_500, "EUR"), Money(10_000, "EUR"), Money(500, "EUR"), Money(4_000, "EUR")
)
PAGES = [PageKey(*key) for key in itertools.product(KINDS, Verdict, (False, True))]


@pytest.mark.parametrize("key", PAGES, ids=str)
def test_every_page_offers_something_whole_of_which_one_is_proposed(key: PageKey) -> None:
    offers = starter(key)
    assert len(set(offers)) == len(offers) > 0
    assert all((one.percent is not None) == (one.deed in SIZED) for one in offers)
    found = proposed(offers, CASE, Facts(key))
    assert [one.best for one in found].count(True) == 1
    assert all(one.cost is not None for one in found)


@pytest.mark.parametrize(("kind", "verdict"), [*itertools.product(KINDS, Verdict)], ids=str)
def test_a_first_order_is_met_with_no_less_than_a_later_one(kind: str, verdict: Verdict) -> None:
    first, later = (
        max(cost.minor for offer in starter(PageKey(kind, verdict, regular)) if (cost := cost_of(offer, CASE)))
        for regular in (False, True)
    )
    assert first >= later


def test_the_offers_of_a_page_grow_in_cost() -> None:
    alone = replace(CASE, article=None)
    for key in PAGES:
        costs = [cost.minor for offer in starter(key) if (cost := cost_of(offer, alone)) is not None]
        assert costs == sorted(costs), key


def test_a_kind_of_the_shops_own_begins_as_something_else_and_a_written_page_stands_alone() -> None:
    key = PageKey("smell", Verdict.YES, regular=True)
    assert starter(key) == starter(key._replace(kind="other"))
    mine = (Offer(Deed.APOLOGY),)
    book = Book({key: mine})
    assert book.page(key) == mine
    assert book.page(key._replace(regular=False)) == starter(key._replace(regular=False))


def test_what_speaks_for_more_or_less_moves_the_proposal() -> None:
    key = PageKey("damaged", Verdict.YES, regular=True)

    def best(**facts: object) -> int:
        found = proposed(starter(key), CASE, Facts(key, **facts))  # type: ignore[arg-type]
        return [one.best for one in found].index(True)

    assert [best(severity=Severity.LOW), best(), best(severity=Severity.HIGH), best(before=1)] == [0, 1, 2, 2]


def test_whose_delivery_was_free_is_not_offered_a_free_one() -> None:
    key = PageKey("late", Verdict.YES, regular=True)
    free = Case("EUR", CASE.total, CASE.left, CASE.total, Money(0, "EUR"))
    assert Deed.FREE_DELIVERY in [one.offer.deed for one in proposed(starter(key), CASE, Facts(key))]
    assert Deed.FREE_DELIVERY not in [one.offer.deed for one in proposed(starter(key), free, Facts(key))]


def test_a_share_is_rounded_for_the_customer_and_never_more_than_is_left() -> None:
    cents = Case("EUR", Money(999, "EUR"), Money(100, "EUR"), Money(999, "EUR"))
    assert cost_of(Offer(Deed.VOUCHER, 10), cents) == Money(100, "EUR")
    assert cost_of(Offer(Deed.PARTIAL_REFUND, 50), cents) == Money(100, "EUR")
    assert cost_of(Offer(Deed.KEEP), cents) == Money(100, "EUR")
    assert cost_of(Offer(Deed.REFUND), Case("EUR")) is None


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_promises_and_wrongs_are_said_in_the_customers_language(language: Language) -> None:
    words, english = Words(language), Words()
    for kind in KINDS:
        said = wrong_words(words, kind)
        assert bool(said) == (kind != "other")
        assert not said.endswith(".")
    for deed in Deed:
        offer = Offer(deed, 10 if deed in SIZED else None)
        for case in (CASE, Case("EUR")):
            said = promise_words(words, offer, case, "Mug")
            assert bool(said) == (deed is not Deed.APOLOGY)
            assert "{" not in said
            assert not said.endswith(".")
            if language is not Language.EN and said:
                assert said != promise_words(english, offer, case, "Mug")


def test_a_size_is_read_as_people_type_it() -> None:
    read = [size_from(text, "EUR") for text in ("10%", " 10 % ", "5", "5,00", "1 234.50", "")]
    assert read == [
        (10, None), (10, None), (None, Money(500, "EUR")), (None, Money(500, "EUR")), (None, Money(123_450, "EUR")),
        (None, None),
    ]  # fmt: skip
    for text in ("much", "%", "10.5%", "5.001", "nan", "1e30", "٣%", "9999%"):
        with pytest.raises(Invalid, match="neither a share"):
            size_from(text, "EUR")


def test_an_offer_is_called_with_its_size() -> None:
    assert offer_name(Words(), Offer(Deed.VOUCHER, 10)) == "Voucher · 10%"
    assert offer_name(Words(), Offer(Deed.PARTIAL_REFUND, amount=Money(500, "EUR"))) == "Part of the money back · €5.00"
    assert offer_name(Words(), Offer(Deed.REFUND)) == "All the money back"
