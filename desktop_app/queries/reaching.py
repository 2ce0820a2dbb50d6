"""What is known of people when something is to be sent or printed to them; domain/reaching asks whether it may."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import JOIN, fn

from desktop_app.domain.consents import Purpose
from desktop_app.domain.customers import Channel, CustomerId
from desktop_app.domain.errors import Conflict
from desktop_app.domain.kinds import Kind
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import PlacedCard
from desktop_app.domain.reaching import AIM_OF_PAPER, Aim, Standing, held_back, paper_hindrance
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import CustomerTable as C
from desktop_app.store.tables import OrderTable as O


def standings_of(shop: Shop, customer_ids: Iterable[int]) -> dict[CustomerId, Standing]:
    """How each of these customers stands today, in one statement for some thousands; those that are gone are left out.

    A consent given anew counts more than the same withdrawn before.
    """
    found: dict[CustomerId, Standing] = {}
    consents: dict[CustomerId, dict[Purpose, bool]] = {}
    today = shop.today()
    for part in in_parts(list(dict.fromkeys(customer_ids))):
        listed = ",".join(str(int(number)) for number in part)
        for number, deceased, complaints, congratulate, channel, what, in_force in shop.sql(
            _FACTS.format(listed=listed), (today,)
        ):
            one = CustomerId(number)
            given = consents.setdefault(one, {})
            if what is not None:
                given[Purpose(what)] = given.get(Purpose(what), False) or bool(in_force)
            unreachable = channel == Channel.NONE.value
            found[one] = Standing(bool(deceased), complaints, bool(congratulate), unreachable, given)
    return found


def held_cards(shop: Shop, cards: Iterable[PlacedCard]) -> list[tuple[PlacedCard, Message]]:
    """Of cards made before those that may not be given to their readers now, with what is said of each.

    Of an order no more is asked than whoever packs may read. A voucher that goes with a parcel has its code told
    beside it: it is enclosed to make a complaint good.
    """
    asked = [card for card in cards if AIM_OF_PAPER[card.kind] is not Aim.SERVICE]
    ours = _of_orders(shop, {card.order for card in asked if card.order is not None})
    theirs = standings_of(shop, {card.customer for card in asked if card.order is None and card.customer is not None})
    held = []
    for card in asked:
        who = ours.get(card.order) if card.order is not None else theirs.get(card.customer or CustomerId(0))
        amends = card.kind is Kind.VOUCHER and bool(card.product)
        hindrance = paper_hindrance(card.kind, who, amends=amends) if who is not None else None
        if hindrance is not None:
            held.append((card, held_back(card.kind, hindrance)))
    return held


def refuse_held_again(shop: Shop, cards: Iterable[PlacedCard]) -> None:
    """Raises Conflict when one of the cards that are to be printed again may not be given to its reader now."""
    for card, said in held_cards(shop, cards):
        again = msg(
            "Card {n}, {title}: {said} Print the others by themselves.", n=card.card, title=card.title, said=said
        )
        raise Conflict(again)


def refuse_held(shop: Shop, cards: Iterable[PlacedCard]) -> None:
    """Raises Conflict when a card made before may not be given to its reader now: much may happen in between."""
    for card, said in held_cards(shop, cards):
        anew = msg("{title}: {said} Make the papers anew, and this card is left out.", title=card.title, said=said)
        raise Conflict(anew)


def _of_orders(shop: Shop, order_ids: Iterable[OrderId]) -> dict[OrderId, Standing]:
    found: dict[OrderId, Standing] = {}
    for part in in_parts(list(order_ids)):
        query = O.select(O.id, OPEN_COMPLAINTS).join(C, JOIN.LEFT_OUTER).where(among(O.id, part)).tuples()
        found.update((OrderId(number), Standing(open_complaints=complaints)) for number, complaints in shop.rows(query))
    return found


# Of an order joined with its customer; an order that is nobody's knows those about itself.
OPEN_COMPLAINTS = O.open_complaints + fn.COALESCE(C.open_complaints, 0)
_FACTS = """
SELECT c.id, c.deceased, c.open_complaints, c.congratulate, c.channel, k.what,
       k.withdrawn_on IS NULL OR k.withdrawn_on > ?
  FROM customer c LEFT JOIN consent k ON k.customer_id = c.id WHERE c.id IN ({listed})"""
