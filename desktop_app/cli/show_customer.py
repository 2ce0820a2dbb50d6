"""`cordial show customer ID`: the record as the window shows it, everything that belongs to a customer."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.cli.complaint_lists import complaints_about
from desktop_app.cli.renewal_rows import renewal_object
from desktop_app.domain.consents import Consent
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.greetings import forms
from desktop_app.domain.happenings import Happening
from desktop_app.domain.listing import ComplaintFilter
from desktop_app.domain.people import KeptDay, RelatedTo, Relative
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.customer_file import customer_file
from desktop_app.queries.people import days_of


def shown_customer(shop: Shop, customer_id: CustomerId) -> Mapping[str, object]:
    """A customer as addressed, with their people, days, consents, notes and all that happened, newest first."""
    found = customer_file(shop, customer_id)
    one = found.customer
    days = days_of(shop, customer_id)
    language = one.fields.language or Language(found.values[SHOP_LANGUAGE])
    return {
        "id": one.id,
        "version": one.version,
        "fields": one.fields,
        "addressed": forms(one.fields, language),
        "orders": one.orders,
        "first_order_on": one.first_order_on,
        "last_order_on": one.last_order_on,
        "spent": one.spent,
        "regular": found.regular,
        "people": [_person(each, days, language) for each in found.people.relatives],
        "days": [_day(each) for each in found.people.days],
        "among_people_of": [_related(each) for each in found.people.related_to],
        "consents": [_consent(each) for each in found.consents],
        "notes": [{"id": each.id, "at": each.at, "by": each.by, "text": each.text} for each in found.notes],
        "complaints": complaints_about(shop, ComplaintFilter(customer=customer_id)),
        "renewals": [renewal_object(each) for each in found.renewals],
        "timeline": [_happening(each) for each in found.timeline],
    }


def _person(person: Relative, days: list[KeptDay], language: Language) -> Mapping[str, object]:
    fields = person.fields
    return {
        "id": person.id,
        "name": person.name,
        "relation": fields.relation,
        "relation_words": fields.relation_words,
        "given": fields.given,
        "family": fields.family,
        "language": fields.language,
        "forms": fields.forms,
        "addressed": forms(fields, fields.language or language),
        "customer": fields.customer,
        "together": fields.together,
        "congratulate": fields.congratulate,
        "deceased": fields.deceased,
        "name_day": fields.name_day,
        "note": fields.note,
        "days": [_day(each) for each in days if each.relative == person.id],
    }


def _day(kept: KeptDay) -> Mapping[str, object]:
    day = kept.day
    return {"id": kept.id, "kind": day.kind, "date": day.date, "title": day.title, "lead_days": day.lead_days}


def _consent(consent: Consent) -> Mapping[str, object]:
    fields = consent.fields
    return {
        "id": consent.id,
        "what": fields.what,
        "given_on": fields.given_on,
        "source": fields.source,
        "withdrawn_on": fields.withdrawn_on,
        "note": fields.note,
    }


def _related(related: RelatedTo) -> Mapping[str, object]:
    return {
        "id": related.customer,
        "name": related.name,
        "relation": related.relation,
        "relation_words": related.relation_words,
    }


def _happening(one: Happening) -> Mapping[str, object]:
    return {
        "at": one.at,
        "kind": one.kind,
        "title": one.title,
        "id": one.ref,
        "by": one.by,
        "detail": one.detail,
        "amount": one.amount,
    }
