"""A statement as JSON for machines: the names of its keys are English and stay; texts are as they were kept."""

from __future__ import annotations

import json
from typing import Any

from desktop_app.domain.customers import PLAIN, Address, Customer, GreetingForms
from desktop_app.domain.messages import KeptMessage
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Order
from desktop_app.domain.people import Relative, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.renewals import Renewal
from desktop_app.domain.statements import StatedComplaint, Statement
from desktop_app.domain.vouchers import Voucher
from desktop_app.i18n import Words


def statement_json(made: Statement, words: Words) -> bytes:
    """The statement as one JSON object in UTF-8; what changes are called is said by `words`."""
    data = {
        "made_on": made.made_on.isoformat(),
        "shop": {"name": made.shop.name, "contact": made.shop.contact, "address": made.shop.address},
        "customer": _customer(made.customer),
        "sources": [{"source": source, "number": number} for source, number in made.sources],
        "addressed": {"called": made.forms.called, "opening": made.forms.opening},
        "people": [_relative(one) for one in made.relatives],
        "days": [_day(one.day) for one in made.days],
        "kept_around_others_as": [one.relation_words or one.relation.value for one in made.related_to],
        "consents": [
            {"what": one.fields.what.value, "given_on": _iso(one.fields.given_on), "source": one.fields.source,
             "withdrawn_on": _iso(one.fields.withdrawn_on), "note": one.fields.note}
            for one in made.consents
        ],
        "notes": [{"at": note.at, "text": note.text} for note in made.notes],
        "complaints": [_complaint(one, words) for one in made.complaints],
        "vouchers": [_voucher(one) for one in made.vouchers],
        "messages": [_message(one) for one in made.messages],
        "renewals": [_renewal(one) for one in made.renewals],
        "orders": [_order(one) for one in made.orders],
        "printed": [{"at": one.at, "paper": one.kind.value, "order": one.order} for one in made.prints],
        "congratulations": [
            {"kept_on": _iso(one.kept_on), "kind": one.kind.value, "title": one.title, "state": one.state.value,
             "how": one.how, "at": one.at, "who": made.name_of(one.relative)}
            for one in made.congratulations
        ],
        "changes": [{"at": one.at, "what": words.say(one.title)} for one in made.changes],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2).encode() + b"\n"


def _customer(one: Customer) -> dict[str, Any]:
    fields = one.fields
    return {
        "number": one.id,
        **{name: getattr(fields, name) for name in PLAIN},
        "language": fields.language.value if fields.language else None,
        **_forms(fields.forms),
        "contacts": [{"kind": c.kind.value, "value": c.value, "label": c.label} for c in fields.contacts],
        "address": _address(fields.address),
        "addresses": [{"label": one.label, **_address(one.address)} for one in fields.addresses],
        "preferred_channel": fields.channel.value if fields.channel else None,
        "birthday": _date(fields.birthday) if fields.birthday else None,
        "tags": list(fields.tags),
        "interests": list(fields.interests),
        "orders": one.orders,
        "first_order_on": _iso(one.first_order_on),
        "last_order_on": _iso(one.last_order_on),
        "spent": _money(one.spent),
    }


def _forms(forms: GreetingForms) -> dict[str, Any]:
    """As they were kept, for what is worked out each time is kept nowhere."""
    gender = forms.gender.value if forms.gender else None
    return {"gender": gender, "called": forms.called, "called_to": forms.called_to, "opening": forms.opening}


def _relative(one: Relative) -> dict[str, Any]:
    fields = one.fields
    return {
        "relation": fields.relation.value,
        "relation_words": fields.relation_words,
        "given": fields.given,
        "family": fields.family,
        "language": fields.language.value if fields.language else None,
        **_forms(fields.forms),
        "is_customer": fields.customer is not None,
        "together": fields.together,
        "congratulate": fields.congratulate,
        "deceased": fields.deceased,
        "name_day": fields.name_day,
        "note": fields.note,
        "days": [_day(day) for day in fields.days],
    }


def _order(one: Order) -> dict[str, Any]:
    of = one.fields
    return {
        "number": of.number,
        "source": of.source,
        "placed_at": of.placed_at,
        "status": of.status.value,
        "paid": of.paid,
        "total": _money(of.total),
        "shipping": _money(of.shipping),
        "discount": _money(of.discount),
        "refunded": _money(of.refunded),
        "ship_by": _iso(of.ship_by),
        "deliver_by": _iso(of.deliver_by),
        "gift": of.gift,
        "carrier": of.carrier,
        "tracking": of.tracking,
        "ship_to": _address(of.ship_to),
        "note": of.note,
        "packer_note": of.packer_note,
        "note_to": of.note_to,
        "set_aside": one.set_aside,
        "steps": [{"status": step.status.value, "at": step.at} for step in one.steps],
        "lines": [
            {"name": line.name, "sku": line.sku, "quantity": line.quantity, "unit_price": _money(line.unit_price),
             "discount": _money(line.discount), "total": _money(line.total), "returned": line.returned}
            for line in of.lines
        ],
    }  # fmt: skip


def _complaint(one: StatedComplaint, words: Words) -> dict[str, Any]:
    found, of = one.complaint, one.complaint.fields
    return {
        "number": found.id,
        "received_at": of.received_at,
        "source": of.source.value,
        "source_name": of.source_name,
        "source_key": of.source_key,
        "order": one.order,
        "article": of.article,
        "kind": of.kind,
        "kind_name": words.say(one.kind),
        "severity": of.severity.value,
        "verdict": of.verdict.value,
        "rating": of.rating,
        "subject": of.subject,
        "text": of.text,
        "state": found.state.value,
        "promised_on": _iso(found.promised_on),
        "promised": list(one.promised),
        "steps": [{"state": step.state.value, "at": step.at} for step in found.steps],
        "thread": [
            {"way": word.way.value, "at": word.at, "channel": word.channel, "subject": word.subject, "text": word.text}
            for word in found.words
        ],
        "pictures": [
            {"name": file.name, "media_type": file.media_type, "width": file.width, "height": file.height}
            for file in found.files
        ],
    }


def _voucher(one: Voucher) -> dict[str, Any]:
    of = one.fields
    return {
        "code": one.code,
        "percent": of.percent,
        "worth": _money(of.worth),
        "words": of.words,
        "given_on": _iso(one.given_on),
        "valid_to": _iso(of.valid_to),
        "used_on": _iso(one.used_on),
    }


def _message(one: KeptMessage) -> dict[str, Any]:
    draft = one.draft
    return {
        "at": one.created_at,
        "kind": draft.kind.value,
        "by": draft.means.value,
        "address": draft.address,
        "name": draft.to_name,
        "subject": draft.subject,
        "text": draft.text,
        "state": one.state.value,
        "state_at": one.told_at,
    }


def _renewal(one: Renewal) -> dict[str, Any]:
    fields = one.fields
    return {
        "what": fields.what,
        "amount": _money(fields.amount),
        "every_months": fields.every_months,
        "next_on": _iso(fields.next_on),
        "paid_on": _iso(one.paid_on),
        "active": fields.active,
        "note": fields.note,
    }


def _day(day: SpecialDay) -> dict[str, Any]:
    return {"kind": day.kind.value, "title": day.title, **_date(day.date), "lead_days": day.lead_days}


def _date(date: Birthday) -> dict[str, Any]:
    return {"month": date.month, "day": date.day or None, "year": date.year}


def _address(address: Address) -> dict[str, str]:
    names = ("name", "street", "city", "region", "postcode", "country")
    return {name: getattr(address, name) for name in names}


def _money(money: Money | None) -> object:
    return money.as_json() if money else None


def _iso(day: Any) -> str | None:
    return day.isoformat() if day else None
