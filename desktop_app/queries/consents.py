"""What a customer agreed to, newest first."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.consents import Consent, ConsentFields, ConsentId, Purpose
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import NotFound
from desktop_app.i18n import msg
from desktop_app.queries import Shop
from desktop_app.store.tables import ConsentTable as T


def consents_of(shop: Shop, customer_id: CustomerId) -> list[Consent]:
    """The consents of a customer, the withdrawn ones too, the last kept first."""
    query = T.select(*_COLUMNS).where(T.customer == customer_id).order_by(T.id.desc())
    return [_consent(*row) for row in shop.rows(query.tuples())]


def consent(shop: Shop, consent_id: ConsentId) -> tuple[CustomerId, Consent]:
    """One consent with the customer who gave it; raises NotFound."""
    row = shop.row(T.select(T.customer, *_COLUMNS).where(T.id == consent_id))
    if row is None:
        raise NotFound(msg("There is no consent number {id} in this shop. Check the number.", id=consent_id))
    return CustomerId(row[0]), _consent(*row[1:])


_COLUMNS = (T.id, T.version, T.what, T.given_on, T.source, T.withdrawn_on, T.note)


def _consent(
    number: int, version: int, what: str, given_on: dt.date | None, source: str, withdrawn_on: dt.date | None, note: str
) -> Consent:
    return Consent(ConsentId(number), version, ConsentFields(Purpose(what), given_on, source, withdrawn_on, note))
