"""What is known of people when something is to be sent or printed to them; domain/reaching asks whether it may."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import JOIN

from desktop_app.domain.consents import Purpose
from desktop_app.domain.customers import Channel, CustomerId
from desktop_app.domain.reaching import Standing
from desktop_app.queries import Shop
from desktop_app.queries.listing import among, in_parts
from desktop_app.store.tables import ConsentTable as K
from desktop_app.store.tables import CustomerTable as C


def standings_of(shop: Shop, customer_ids: Iterable[int]) -> dict[CustomerId, Standing]:
    """How each of these customers stands today, in one statement for some thousands; those that are gone are left out.

    A consent given anew counts more than the same withdrawn before.
    """
    found: dict[CustomerId, Standing] = {}
    consents: dict[CustomerId, dict[Purpose, bool]] = {}
    today = shop.today()
    for part in in_parts(list(dict.fromkeys(customer_ids))):
        query = C.select(*_FACTS, K.what, K.withdrawn_on).join(K, JOIN.LEFT_OUTER, on=(K.customer == C.id))
        for number, deceased, complaints, congratulate, channel, what, withdrawn in shop.rows(
            query.where(among(C.id, part)).tuples()
        ):
            one = CustomerId(number)
            given = consents.setdefault(one, {})
            if what is not None:
                given[Purpose(what)] = given.get(Purpose(what), False) or withdrawn is None or withdrawn > today
            unreachable = channel == Channel.NONE.value
            found[one] = Standing(bool(deceased), complaints, bool(congratulate), unreachable, given)
    return found


_FACTS = (C.id, C.deceased, C.open_complaints, C.congratulate, C.channel)
