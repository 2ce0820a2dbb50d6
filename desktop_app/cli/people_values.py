"""Typed options of a customer and of what belongs to one, as values of their records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from desktop_app.cli import values
from desktop_app.cli.show import number_of
from desktop_app.domain.consents import ConsentFields, Purpose
from desktop_app.domain.customers import (
    NUMBERS,
    SWITCHES,
    Address,
    Channel,
    Contact,
    ContactKind,
    CustomerFields,
    CustomerId,
    Gender,
    GreetingForms,
    LabelledAddress,
)
from desktop_app.domain.errors import Invalid
from desktop_app.domain.people import DayKind, Relation, RelativeFields, SpecialDay
from desktop_app.domain.people_dates import Birthday
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg

Options = dict[str, Any]
Reader = Callable[[str], object]
State = TypeVar("State", bound=StrEnum)


def customer_from(options: Options, old: CustomerFields) -> CustomerFields:
    """A customer with the given options changed; further contacts, addresses and words are given whole."""
    new = replace(old, address=values.address(options, old.address), forms=_forms(options, old.forms))
    new = _contacts(options, new)
    if "address" in options:
        new = replace(new, addresses=tuple(_address(text) for text in options.pop("address") if text))
    for option, field in (("tag", "tags"), ("interest", "interests")):
        if option in options:
            words: Options = {field: tuple(options.pop(option))}
            new = replace(new, **words)
    changed = _read(options, {"channel": lambda text: one_of(Channel, "channel", text) if text else None})
    return replace(new, **changed)


def person_from(options: Options, old: RelativeFields) -> RelativeFields:
    """Somebody around a customer with the given options changed; their days are given whole."""
    new = replace(old, forms=_forms(options, old.forms))
    if "day" in options:
        new = replace(new, days=tuple(_day(text) for text in options.pop("day") if text))
    changed = _read(
        options,
        {
            "relation": lambda text: one_of(Relation, "relation", text),
            "customer": lambda text: CustomerId(number_of("customer", text)) if text else None,
            "together": lambda text: values.yes("together", text),
        },
    )
    return replace(new, **changed)


def day_from(options: Options, old: SpecialDay | None) -> SpecialDay:
    """A day with the given options changed; raises Invalid for a new one without its day."""
    date = values.birthday(options["on"], "on") if options.get("on") else old.date if old else None
    if date is None:
        raise Invalid("on", msg("Tell the day by --on, as in --on 06-12."))
    kind = one_of(DayKind, "kind", options["kind"]) if "kind" in options else old.kind if old else DayKind.OTHER
    title = options.get("title", old.title if old else "")
    lead = _number("lead", options["lead"]) if "lead" in options else old.lead_days if old else None
    return SpecialDay(kind, date, title, lead)


def consent_from(options: Options, old: ConsentFields | None) -> ConsentFields:
    """A consent with the given options changed; raises Invalid for a new one that does not say for what."""
    what = one_of(Purpose, "what", options.pop("what", old.what if old else ""))
    changed: dict[str, Any] = {
        _named(name): values.day(name, text) if name.endswith("-on") else text for name, text in options.items()
    }
    return replace(old or ConsentFields(what), what=what, **changed)


def one_of(states: type[State], option: str, text: str) -> State:
    """A state by its name; raises Invalid with all there are."""
    try:
        return states(text)
    except ValueError:
        raise Invalid(
            option,
            msg(
                "“{text}” at --{field} cannot be; use one of {words}.",
                text=shorten(text),
                field=option,
                words=", ".join(states),
            ),
        ) from None


def _read(options: Options, readers: Mapping[str, Reader]) -> dict[str, Any]:
    """The plain options as fields."""
    known: dict[str, Reader] = {
        "language": values.language,
        "birthday": values.birthday,
        **{_option(name): partial(values.yes, _option(name)) for name in SWITCHES},
        **{_option(name): partial(_number, _option(name)) for name in NUMBERS},
        **readers,
    }
    return {_named(name): known.get(name, str)(text) for name, text in options.items()}


def _number(option: str, text: str) -> int | None:
    return values.number(option, text) if text else None


def _option(field: str) -> str:
    return "lead" if field == "lead_days" else field.replace("_", "-")


def _named(option: str) -> str:
    return "lead_days" if option == "lead" else option.replace("-", "_")


def _forms(options: Options, old: GreetingForms) -> GreetingForms:
    """The greeting forms with the given ones changed; takes them out of `options`."""
    given = {
        _named(name): options.pop(name) for name in ("gender", "called", "called-to", "opening") if name in options
    }
    if "gender" in given:
        given["gender"] = one_of(Gender, "gender", given["gender"]) if given["gender"] else None
    return replace(old, **given)


def _contacts(options: Options, old: CustomerFields) -> CustomerFields:
    """The ways to reach somebody: one given is the preferred one, several are all of their kind."""
    new = old
    for option, kind in (("email", ContactKind.EMAIL), ("phone", ContactKind.PHONE)):
        texts: Sequence[str] | None = options.pop(option, None)
        if texts is None:
            continue
        preferred, *further = (_contact(kind, text, old) for text in texts)
        if further:
            new = replace(new, contacts=(*further, *(each for each in new.contacts if each.kind is not kind)))
        first: Options = {option: preferred.value}
        new = replace(new, **first)
    messengers = options.pop("messenger", None)
    if messengers is not None:
        kind = ContactKind.MESSENGER
        rest = (each for each in new.contacts if each.kind is not kind)
        new = replace(new, contacts=(*rest, *(_contact(kind, text, old) for text in messengers if text)))
    return new


def _contact(kind: ContactKind, text: str, old: CustomerFields) -> Contact:
    """A contact as VALUE;LABEL; without a label it keeps the one it has."""
    value, told, label = (part.strip() for part in text.partition(";"))
    known = next((each.label for each in old.contacts if each.kind is kind and each.value == value), "")
    return Contact(kind, value, label if told else known)


def _address(text: str) -> LabelledAddress:
    """A further address as LABEL=STREET;CITY;POSTCODE;COUNTRY;REGION;RECIPIENT, the last ones optional."""
    label, told, rest = text.partition("=")
    parts = [part.strip() for part in rest.split(";")]
    if not told or not any(parts) or len(parts) > 6:
        raise Invalid(
            "address",
            msg("“{text}” at --address is none; write it as work=Ostas 1;Rīga;LV-1001;LV.", text=shorten(text)),
        )
    street, city, postcode, country, region, name = (*parts, *[""] * (6 - len(parts)))
    return LabelledAddress(label.strip(), Address(name, street, city, region, postcode, country))


def _day(text: str) -> SpecialDay:
    """A day as KIND=DAY;TITLE;LEAD, the last two optional."""
    kind, _, rest = text.partition("=")
    day, title, lead = (*(part.strip() for part in rest.split(";", 2)), *[""] * (2 - rest.count(";")))[:3]
    date: Birthday | None = values.birthday(day, "day")
    if date is None:
        raise Invalid("day", msg("“{text}” at --day is none; write it as birthday=2019-12-05.", text=shorten(text)))
    return SpecialDay(one_of(DayKind, "day", kind.strip()), date, title, _number("lead", lead))
