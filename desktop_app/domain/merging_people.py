"""The people around two customers who are one: which of them are one too, and what comes of both; merging.py's part."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.merging import united_text
from desktop_app.domain.people import RelativeFields, SpecialDay
from desktop_app.domain.spellings import rough


def same_relative(one: RelativeFields, other: RelativeFields) -> bool:
    """Whether two entries among a customer's people mean one person: the same record, or the same relation and name."""
    if one.customer is not None and other.customer is not None:
        return one.customer == other.customer
    families = rough(one.family), rough(other.family)
    return (
        bool(one.given or one.family)
        and (one.relation, one.relation_words) == (other.relation, other.relation_words)
        and rough(one.given) == rough(other.given)
        and (families[0] == families[1] or (bool(one.given) and not all(families)))
    )


def united_relative(stays: RelativeFields, goes: RelativeFields) -> RelativeFields:
    """One entry of two: empty fields filled, notes joined, and of wishes the careful one; its days are not touched."""
    forms = stays.forms
    return replace(
        stays,
        family=stays.family or goes.family,
        language=stays.language or goes.language,
        customer=stays.customer if stays.customer is not None else goes.customer,
        note=united_text(stays.note, goes.note),
        together=stays.together or goes.together,
        congratulate=stays.congratulate and goes.congratulate,
        deceased=stays.deceased or goes.deceased,
        name_day=stays.name_day or goes.name_day,
        forms=replace(
            forms,
            gender=forms.gender or goes.forms.gender,
            called=forms.called or goes.forms.called,
            called_to=forms.called_to or goes.forms.called_to,
        ),
    )


def same_day(one: SpecialDay, other: SpecialDay) -> bool:
    """Whether two entries mean one day of a person: alike but for a year or a lead time only one of them knows."""
    years = one.date.year, other.date.year
    return (
        (one.kind, one.date.month_day) == (other.kind, other.date.month_day)
        and rough(one.title) == rough(other.title)
        and (years[0] == years[1] or None in years)
    )


def united_day(stays: SpecialDay, goes: SpecialDay) -> SpecialDay:
    """One day of two: with the year and the lead time where either knows it."""
    date = stays.date if stays.date.year is not None else goes.date
    return replace(stays, date=date, lead_days=stays.lead_days if stays.lead_days is not None else goes.lead_days)
