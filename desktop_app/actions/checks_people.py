"""What must be true of a customer and of what belongs to them before it is kept; each failure at its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.actions.checks import tidied
from desktop_app.domain.consents import ConsentFields
from desktop_app.domain.contact import checked_email, checked_phone
from desktop_app.domain.customers import Contact, ContactKind, CustomerFields, LabelledAddress
from desktop_app.domain.errors import Invalid
from desktop_app.domain.kept_days import checked_birthday, checked_kept_day
from desktop_app.domain.keys import contact_key, name_key
from desktop_app.domain.people import LONGEST_LEAD, DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.text import clean_block, shorten
from desktop_app.i18n import Message, msg

_LONGEST_WORD = 100  # letters of a tag or an interest
_LONGEST_NOTE = 20_000


def checked_customer(fields: CustomerFields, country: str, *, today: dt.date) -> CustomerFields:
    """A customer ready to be kept; raises Invalid at the first field that is not.

    Without a preferred e-mail address or telephone the first further one becomes it.
    """
    tidy = tidied(fields)
    email = checked_email(tidy.email)
    phone = checked_phone(tidy.phone, country)
    contacts = [_checked_contact(each, country) for each in tidy.contacts if each.value.strip()]
    email = email or next((each.value for each in contacts if each.kind is ContactKind.EMAIL), "")
    phone = phone or next((each.value for each in contacts if each.kind is ContactKind.PHONE), "")
    tidy = replace(
        tidy,
        email=email,
        phone=phone,
        address=tidied(tidy.address),
        birthday=checked_birthday(tidy.birthday, today, deceased=tidy.deceased),
        forms=tidied(tidy.forms),
        lead_days=_checked_lead(tidy.lead_days, "lead_days"),
        contacts=_each_once(contacts, email, phone, country),
        addresses=_checked_addresses(tidy.addresses),
        tags=checked_words(tidy.tags, "tags"),
        interests=checked_words(tidy.interests, "interests"),
    )
    if not any((tidy.given, tidy.family, tidy.company, tidy.email, tidy.phone)):
        raise Invalid("given", msg("Enter a name, a company, an e-mail address or a phone number."))
    return tidy


def checked_relative(fields: RelativeFields, *, today: dt.date) -> RelativeFields:
    """Somebody around a customer ready to be kept; raises Invalid at the first field that is not."""
    tidy = tidied(fields)
    if not (tidy.given or tidy.family):
        raise Invalid("given", msg("Enter a name."))
    if tidy.relation is Relation.OTHER and not tidy.relation_words:
        raise Invalid("relation_words", msg("Say in a word who they are to the customer."))
    words = tidy.relation_words if tidy.relation is Relation.OTHER else ""
    forms = replace(tidied(tidy.forms), opening="")
    return replace(tidy, relation_words=words, forms=forms, days=checked_days(tidy.days, today=today))


def checked_days(days: Sequence[SpecialDay], *, today: dt.date) -> tuple[SpecialDay, ...]:
    """The days of somebody ready to be kept, each kind and title once; raises Invalid at "days"."""
    found: dict[tuple[DayKind, str], SpecialDay] = {}
    for day in days:
        tidy = tidied(day, field="days")
        if tidy.kind is DayKind.OTHER and not tidy.title:
            raise Invalid("days", msg("Say what is kept on this day."))
        check = checked_birthday if tidy.kind is DayKind.BIRTHDAY else checked_kept_day
        check(tidy.date, today, field="days")
        _checked_lead(tidy.lead_days, "days")
        key = (tidy.kind, name_key(tidy.title))
        if key in found:
            raise Invalid("days", _twice(tidy))
        found[key] = tidy
    return tuple(found.values())


def checked_consent(fields: ConsentFields, *, today: dt.date) -> ConsentFields:
    """A consent ready to be kept; raises Invalid at the first field that is not."""
    tidy = tidied(fields)
    for field in ("given_on", "withdrawn_on"):
        day = getattr(tidy, field)
        if day is not None and day > today:
            raise Invalid(field, msg("{day} is still to come. Check the day.", day=day))
    if tidy.given_on and tidy.withdrawn_on and tidy.withdrawn_on < tidy.given_on:
        raise Invalid("withdrawn_on", msg("It cannot be withdrawn before it was given. Check the two days."))
    return tidy


def checked_note(text: str) -> str:
    """The text of a note ready to be kept; raises Invalid at "text"."""
    tidy = clean_block(text)
    if not tidy:
        raise Invalid("text", msg("Write the note first."))
    if len(tidy) > _LONGEST_NOTE:
        raise Invalid("text", _too_long(tidy, _LONGEST_NOTE))
    return tidy


def checked_words(words: Sequence[str], field: str) -> tuple[str, ...]:
    """Tags or interests ready to be kept, each once however it is spelt, in their order; raises Invalid at `field`."""
    found: dict[str, str] = {}
    for word in words:
        text = checked_word(word, field)
        if text:
            found.setdefault(name_key(text), text)
    return tuple(text for _, text in sorted(found.items()))


def checked_word(word: str, field: str) -> str:
    """One tag or interest as it can be kept, "" for nothing; raises Invalid at `field`."""
    text = tidied(Contact(ContactKind.MESSENGER, word), field=field).value
    if len(text) > _LONGEST_WORD:
        raise Invalid(field, _too_long(text, _LONGEST_WORD))
    return text


def _checked_contact(contact: Contact, country: str) -> Contact:
    tidy = tidied(contact, field="contacts")
    if tidy.kind is ContactKind.EMAIL:
        return replace(tidy, value=checked_email(tidy.value, field="contacts"))
    if tidy.kind is ContactKind.PHONE:
        return replace(tidy, value=checked_phone(tidy.value, country, field="contacts"))
    return tidy


def _each_once(contacts: Sequence[Contact], email: str, phone: str, country: str) -> tuple[Contact, ...]:
    """The further ways to reach somebody, without those that stand among them, or as the preferred one, already."""
    seen = {
        (kind, contact_key(kind, value, country))
        for kind, value in ((ContactKind.EMAIL, email), (ContactKind.PHONE, phone))
        if value
    }
    found = []
    for contact in contacts:
        key = (contact.kind, contact_key(contact.kind, contact.value, country))
        if key not in seen:
            seen.add(key)
            found.append(contact)
    return tuple(found)


def _checked_addresses(addresses: Sequence[LabelledAddress]) -> tuple[LabelledAddress, ...]:
    tidy = [
        LabelledAddress(tidied(each, field="addresses").label, tidied(each.address, field="addresses"))
        for each in addresses
    ]
    return tuple(each for each in tidy if each.address != type(each.address)())


def _checked_lead(days: int | None, field: str) -> int | None:
    if days is not None and not 0 <= days <= LONGEST_LEAD:
        raise Invalid(field, msg("Write 0 to {n}: so many days ahead a day can be told of.", n=LONGEST_LEAD))
    return days


def _twice(day: SpecialDay) -> Message:
    if day.title:
        return msg("“{title}” stands here twice. Give one of the two another name.", title=shorten(day.title))
    return msg("The same day stands here twice. Remove one, or name the two apart.")


def _too_long(text: str, limit: int) -> Message:
    return msg("“{value}” is too long: at most {limit} letters fit here.", value=shorten(text), limit=limit)
