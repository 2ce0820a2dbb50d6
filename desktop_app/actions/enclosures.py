"""Papers for a customer's next parcel: placed in one step from a complaint, bound to the parcel, gone, back again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.actions.vouchers import expired, new_voucher
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.enclosures import Enclosure
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.kinds import ENCLOSED, Kind
from desktop_app.domain.orders import POSTED, SENT_OFF, TO_PACK, OrderId, Status
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.resolutions import EnclosureId
from desktop_app.domain.text import clean, shorten
from desktop_app.domain.vouchers import VoucherFields, VoucherId, VoucherState
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer_name
from desktop_app.queries.enclosures import bound_to, enclosed_vouchers, enclosure, waiting, waiting_for
from desktop_app.queries.resolutions import ToMakeGood, to_make_good
from desktop_app.queries.vouchers import voucher
from desktop_app.store.tables import ComplaintTable, EnclosureTable, VoucherTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_TOPICS = (Topic.COMPLAINTS, Topic.ORDERS)
_LONGEST = 300  # letters: more does not fit a card


@dataclass(frozen=True, slots=True)
class Papers:
    """Whether an apology card is to be placed, and what stands on it."""

    apology: bool
    what: str = ""
    promised: str = ""


def enclose(
    shop: Shop,
    complaint_id: ComplaintId,
    *,
    apology: bool,
    voucher: VoucherFields | VoucherId | None,  # a new one, or one that was given before
    what: str = "",
    promised: str = "",
    actor: str,
) -> tuple[tuple[EnclosureId, ...], Changes]:
    """Places an apology card, a voucher or both into the next parcel of a complaint's customer, in one step.

    Raises NotFound, and Invalid without a paper, without a customer, or for a voucher that lies in a parcel already.
    """
    papers = checked_papers(apology=apology, voucher=voucher is not None, what=what, promised=promised)
    customer = whose_parcel(to_make_good(shop, complaint_id))
    title = msg("Enclose with the next parcel of {name}", name=shorten(customer_name(shop, customer)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(ComplaintTable, complaint_id)
        given = _given(shop, change, voucher, complaint_id, customer)
        made = place(shop, change, complaint_id, customer, papers, voucher=given, by=actor)
    return made, change.changes


def checked_papers(*, apology: bool, voucher: bool, what: str, promised: str) -> Papers:
    """The papers to place; raises Invalid without any, or for words that do not fit a card."""
    if not apology and not voucher:
        raise Invalid("apology", msg("Choose an apology card, a voucher, or both."))
    for field, text in (("what", what), ("promised", promised)):
        if len(text) > _LONGEST:
            raise Invalid(
                field, msg("“{value}” is too long: at most {limit} letters.", value=shorten(text), limit=_LONGEST)
            )
    return Papers(apology, clean(what), clean(promised))


def whose_parcel(found: ToMakeGood) -> CustomerId:
    """The customer of a complaint; raises Invalid where nobody’s parcel is known."""
    if found.customer is None:
        raise Invalid("customer", msg("Say whose complaint it is: nobody’s parcel is known."))
    return found.customer


def place(
    shop: Shop,
    change: Change,
    complaint: ComplaintId,
    customer: CustomerId,
    papers: Papers,
    *,
    voucher: VoucherId | None,
    by: str,
) -> tuple[EnclosureId, ...]:
    """Places papers within a change that goes on."""
    row = {
        "customer": customer, "complaint": complaint, "by": by, "placed_at": shop.now().isoformat(timespec="seconds"),
    }  # fmt: skip
    said = {"kind": Kind.APOLOGY.value, "what": papers.what, "promised": papers.promised}
    made = [change.insert(EnclosureTable, {**row, **said})] if papers.apology else []
    if voucher is not None:
        made.append(change.insert(EnclosureTable, {**row, "kind": Kind.VOUCHER.value, "voucher": voucher}))
    return tuple(map(EnclosureId, made))


def take_out(shop: Shop, enclosure_ids: Sequence[EnclosureId], *, actor: str) -> Changes:
    """Takes papers out that have not left yet; their vouchers stay good. Raises NotFound, Conflict when one is gone."""
    name = customer_name(shop, enclosure(shop, enclosure_ids[0]).customer)
    title = msg("Take papers out of the next parcel of {name}", name=shorten(name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.hold_many(EnclosureTable, enclosure_ids)  # a bench may be packing them now
        found = [enclosure(shop, number) for number in enclosure_ids]
        if any(one.gone_at for one in found):
            raise Conflict(msg("It has left already. Enclose something with the next parcel instead."))
        change.touch_many(ComplaintTable, sorted({one.complaint for one in found if one.complaint is not None}))
        change.delete(EnclosureTable, enclosure_ids)
    return change.changes


def follow_orders(shop: Shop, change: Change, moves: Iterable[tuple[OrderId, Status, Status]]) -> None:
    """Has papers go where their orders go, each (order, old, new): packed they are gone, unpacked they wait there.

    Those of an order that was cancelled wait for the next one; what was posted is out of the house for good.
    """
    wanted = {order: new for order, old, new in moves if old not in POSTED}
    sent = [order for order, status in wanted.items() if status in SENT_OFF]
    back = [order for order, status in wanted.items() if status in TO_PACK]
    off = [order for order, status in wanted.items() if status is Status.CANCELLED]
    if sent:
        _mark(change, bound_to(shop, sent, gone=False), gone_at=shop.now().isoformat(timespec="seconds"))
    if back:
        _mark(change, bound_to(shop, back, gone=True), gone_at="")
    loose = [*bound_to(shop, off, gone=False), *bound_to(shop, off, gone=True)] if off else []
    change.update_many(EnclosureTable, loose, ("order", "gone_at"), ((None, "") for _ in loose))


def note_enclosed(shop: Shop, change: Change, cards: Iterable[PlacedCard], *, packed: OrderId | None = None) -> None:
    """Binds the enclosed papers among printed cards to the orders they were printed with.

    With `packed`, the order that leaves with them, they are gone; raises Conflict when one of its papers is not to go
    there any more: it lies in another parcel, or was taken out.
    """
    printed: dict[OrderId, set[tuple[Kind, str]]] = {}
    for card in cards:
        if card.order is not None and card.kind in ENCLOSED and card.product:
            printed.setdefault(card.order, set()).add((card.kind, card.product))
    change.hold_many(EnclosureTable, [one.id for those in waiting(shop, list(printed)).values() for one in those])
    there = waiting(shop, list(printed))  # as it is once nobody else writes it: two benches may have printed the same
    now = shop.now().isoformat(timespec="seconds")
    for order, papers in printed.items():
        mine = {_paper(one): one for one in there.get(order, ())}
        if order == packed and papers - mine.keys():
            raise Conflict(
                msg("What was to be enclosed was changed in the office just now. Open the order again, for new papers.")
            )
        for paper in sorted(papers & mine.keys()):
            values = {"order": order, **({"gone_at": now} if order == packed else {})}
            change.update(EnclosureTable, mine[paper].id, version=None, values=values)


def note_alone(shop: Shop, change: Change, cards: Iterable[PlacedCard]) -> None:
    """Notes enclosed papers that were printed for a customer without an order as gone."""
    now = shop.now().isoformat(timespec="seconds")
    for card in cards:
        if card.order is None and card.customer is not None and card.kind in ENCLOSED and card.product:
            for one in waiting_for(shop, card.customer):
                if _paper(one) == (card.kind, card.product):
                    change.update(EnclosureTable, one.id, version=None, values={"order": None, "gone_at": now})


def _paper(one: Enclosure) -> tuple[Kind, str]:
    return one.kind, one.details.about


def _mark(change: Change, ids: Sequence[EnclosureId], *, gone_at: str) -> None:
    for number in ids:  # few; and a bench has the right to write them one by one
        change.update(EnclosureTable, number, version=None, values={"gone_at": gone_at})


def _given(
    shop: Shop,
    change: Change,
    wanted: VoucherFields | VoucherId | None,
    complaint: ComplaintId,
    customer: CustomerId,
) -> VoucherId | None:
    """The voucher to enclose, made where it is a new one."""
    if wanted is None:
        return None
    if isinstance(wanted, VoucherFields):
        return new_voucher(shop, change, wanted, complaint=complaint)
    change.hold_many(VoucherTable, [wanted])  # so that two desks never enclose the same, nor one that is being used
    given = voucher(shop, wanted)
    if given.used_on is not None:
        raise Invalid(
            "voucher",
            msg("Voucher {code} was used on {day} already. Choose another.", code=given.code, day=given.used_on),
        )
    if given.state is VoucherState.EXPIRED:
        raise Invalid("voucher", expired(given))
    if given.fields.customer not in (None, customer):
        raise Invalid("voucher", msg("Voucher {code} was given to somebody else. Choose another.", code=given.code))
    if enclosed_vouchers(shop, [wanted]):
        raise Invalid("voucher", msg("Voucher {code} is in a parcel already. Choose another.", code=given.code))
    return wanted
