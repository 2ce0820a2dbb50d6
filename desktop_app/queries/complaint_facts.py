"""What the answer to a complaint may say: the complaint, its order, who reads it, and what the shop does about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop_app.domain.complaints import ComplaintFields, ComplaintId, Source, Way
from desktop_app.domain.customers import CustomerFields, CustomerId
from desktop_app.domain.messages import Means
from desktop_app.domain.money import Money
from desktop_app.domain.occasions import ComplaintFacts
from desktop_app.domain.resolution_words import promise_words
from desktop_app.domain.resolutions import Resolution
from desktop_app.domain.settings import REGULAR_FROM, SettingValues
from desktop_app.domain.ways import ways_to
from desktop_app.i18n import Language, Words
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaint
from desktop_app.queries.customers import customer
from desktop_app.queries.order_facts import OrderAbout, orders_about
from desktop_app.queries.orders import money
from desktop_app.queries.resolutions import ToMakeGood, resolutions, to_make_good
from desktop_app.store.tables import VoucherTable as V

_PUBLIC = frozenset((Source.MARKETPLACE, Source.SOCIAL))


@dataclass(frozen=True, slots=True)
class ComplaintAbout:
    """A complaint as its answer speaks of it; `words` is how long the thread is, `means` how it is best answered."""

    fields: ComplaintFields
    facts: ComplaintFacts
    customer: CustomerId | None
    reader: CustomerFields
    order: OrderAbout | None
    regular: bool
    words: int
    means: Means

    @property
    def public(self) -> bool:
        """Whether the answer stands where everybody can read it."""
        return self.facts.public


def complaint_about(
    shop: Shop, complaint_id: ComplaintId, values: SettingValues, *, language: Language | None = None
) -> ComplaintAbout:
    """What the answer to one complaint may say, in the customer's language unless told; raises NotFound."""
    kept = complaint(shop, complaint_id)
    fields = kept.fields
    order = orders_about(shop, [fields.order], values).get(fields.order) if fields.order is not None else None
    reader, regular = CustomerFields(), False
    if fields.customer is not None:
        owner = customer(shop, fields.customer)
        reader, regular = owner.fields, owner.orders >= values[REGULAR_FROM]
    elif order is not None:
        reader = order.reader
    offer = _offer(shop, complaint_id, language)
    code, worth, until = _voucher(shop, complaint_id)
    facts = ComplaintFacts(
        received_on=_day(fields.received_at),
        article=fields.article,
        offer=offer or "",
        decided=offer is not None,
        promised_on=kept.promised_on or (kept.solve_by.date() if kept.solve_by else None),
        public=fields.source in _PUBLIC,
        answered=any(word.way is Way.OUT for word in kept.words),
        voucher_code=code,
        voucher_worth=worth,
        voucher_until=until,
    )
    means = _means(fields, ways_to(reader))
    return ComplaintAbout(fields, facts, fields.customer, reader, order, regular, len(kept.words), means)


def _means(fields: ComplaintFields, ways: tuple[Means, ...]) -> Means:
    """The way it came in, where there is one back; else the one they wish."""
    if fields.source in _PUBLIC:
        return Means.COPY
    if fields.source is Source.EMAIL and Means.EMAIL in ways:
        return Means.EMAIL
    return ways[0]


def _offer(shop: Shop, complaint_id: ComplaintId, language: Language | None) -> str | None:
    """All that the shop promised; None where it is not decided yet."""
    chosen = resolutions(shop, complaint_id)
    if not chosen:
        return None
    said = [one.words for one in chosen]
    found = to_make_good(shop, complaint_id)
    if language is not None and language != found.language:
        said = [_in_language(one, found, language) for one in chosen]
    *before, last = [words for words in said if words] or [""]
    return "; ".join((*(words.rstrip(".") for words in before), last))


def _in_language(one: Resolution, found: ToMakeGood, language: Language) -> str:
    """A promise in another language; as somebody wrote it where the words are their own."""
    ours = promise_words(Words(found.language), one.offer, found.case, found.article)
    if one.words != ours:
        return one.words
    return promise_words(Words(language), one.offer, found.case, found.article)


def _voucher(shop: Shop, complaint_id: ComplaintId) -> tuple[str, Money | int | str, dt.date | None]:
    columns = (V.code, V.percent, V.worth_minor, V.currency, V.words, V.valid_to)
    row = shop.row(V.select(*columns).where(V.complaint == complaint_id).order_by(V.id.desc()).limit(1))
    if row is None:
        return "", "", None
    code, percent, minor, currency, words, until = row
    worth = money(minor, currency) if minor is not None and currency else percent
    return code, worth if worth is not None else words, until


def _day(moment: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(moment).date() if moment else None
    except ValueError:
        return None
