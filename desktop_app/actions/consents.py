"""Consents of customers: given, withdrawn, put right and removed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from desktop_app.actions.checks_people import checked_consent
from desktop_app.actions.columns import consent_columns
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.consents import PURPOSE_NAMES, ConsentFields, ConsentId
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.text import shorten
from desktop_app.i18n import Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.consents import consent, consents_of
from desktop_app.queries.customers import customer_name
from desktop_app.store.tables import ConsentTable, CustomerTable

_TOPICS = (Topic.CUSTOMERS,)


def give(shop: Shop, customer_id: CustomerId, fields: ConsentFields, *, actor: str) -> tuple[ConsentId, Changes]:
    """Keeps what a customer agreed to, as of today where no day is told; raises Invalid when it is in force already."""
    today = shop.today()
    tidy = checked_consent(replace(fields, given_on=fields.given_on or today), today=today)
    title = _title(shop, customer_id, msg("Consent of {customer}: {what}"), tidy)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(CustomerTable, customer_id)
        _check_is_new(shop, customer_id, tidy, None)
        kept = ConsentId(change.insert(ConsentTable, {"customer": customer_id, **consent_columns(tidy)}))
    return kept, change.changes


def withdraw(shop: Shop, consent_id: ConsentId, *, on: dt.date | None = None, actor: str) -> Changes:
    """Notes that a consent was withdrawn, today where no day is told; raises Invalid when it was already."""
    customer_id, kept = consent(shop, consent_id)
    if kept.fields.withdrawn_on is not None:
        raise Invalid(
            "withdrawn_on",
            msg(
                "This consent was withdrawn on {day} already. Add a new one if they agree again.",
                day=kept.fields.withdrawn_on,
            ),
        )
    tidy = checked_consent(replace(kept.fields, withdrawn_on=on or shop.today()), today=shop.today())
    title = _title(shop, customer_id, msg("Consent of {customer} withdrawn: {what}"), tidy)
    return _write(shop, title, customer_id, consent_id, kept.version, tidy, actor=actor)


def edit(shop: Shop, consent_id: ConsentId, version: int, fields: ConsentFields, *, actor: str) -> Changes:
    """Puts a consent right; raises Conflict when it was changed since `version` was read."""
    customer_id, _ = consent(shop, consent_id)
    tidy = checked_consent(fields, today=shop.today())
    title = _title(shop, customer_id, msg("Edit the consent of {customer}: {what}"), tidy)
    return _write(shop, title, customer_id, consent_id, version, tidy, actor=actor)


def remove(shop: Shop, consent_id: ConsentId, *, actor: str) -> Changes:
    """Removes a consent that was noted by mistake; one that ended is withdrawn instead, so that it can be shown."""
    customer_id, kept = consent(shop, consent_id)
    title = _title(shop, customer_id, msg("Remove the consent of {customer}: {what}"), kept.fields)
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.touch(CustomerTable, customer_id)
        change.delete(ConsentTable, [consent_id])
    return change.changes


def _write(
    shop: Shop,
    title: Message,
    customer_id: CustomerId,
    consent_id: ConsentId,
    version: int,
    fields: ConsentFields,
    *,
    actor: str,
) -> Changes:
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        change.update(CustomerTable, customer_id, version=None, values={})  # one desk at a time
        change.update(ConsentTable, consent_id, version=version, values=consent_columns(fields))
        _check_is_new(shop, customer_id, fields, consent_id)
        if change.wrote:
            change.touch(CustomerTable, customer_id)
    return change.changes


def _check_is_new(shop: Shop, customer_id: CustomerId, fields: ConsentFields, own: ConsentId | None) -> None:
    today = shop.today()
    if not fields.in_force(today):
        return
    for other in consents_of(shop, customer_id):
        if other.id != own and other.fields.what is fields.what and other.fields.in_force(today):
            raise Invalid(
                "what", msg("“{what}” is agreed to already. Withdraw that consent first.", what=_what(fields))
            )


def _title(shop: Shop, customer_id: CustomerId, title: Message, fields: ConsentFields) -> Message:
    return msg(title.text, customer=shorten(customer_name(shop, customer_id)), what=_what(fields))


def _what(fields: ConsentFields) -> Message:
    return PURPOSE_NAMES[fields.what]
