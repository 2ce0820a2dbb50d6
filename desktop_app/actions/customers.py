"""Adding, editing and removing customers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.actions.belongings import keep_belongings, keep_deceased, remove_with_belongings
from desktop_app.actions.checks_people import checked_customer
from desktop_app.actions.columns import customer_columns
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import ContactKind, CustomerFields, CustomerId, email_key, full_name
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.settings import COUNTRY
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.complaints import complaint_states, complaints_of
from desktop_app.queries.customers import customer, customer_by_email, customer_name, customer_names
from desktop_app.queries.listing import in_parts
from desktop_app.queries.orders import orders_of
from desktop_app.queries.settings import setting
from desktop_app.store.tables import CustomerTable

_TOPICS = (Topic.CUSTOMERS, Topic.ORDERS)  # orders show their customer's name


def add_customer(shop: Shop, fields: CustomerFields, *, actor: str) -> tuple[CustomerId, Changes]:
    """Keeps a new customer; raises Invalid at a field, also when somebody has the e-mail address already."""
    country = setting(shop, COUNTRY)
    tidy = checked_customer(fields, country, today=shop.today())
    title = msg("Add {name}", name=shorten(full_name(tidy)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        _check_emails_are_free(shop, tidy, None, typed=fields.email)
        kept = CustomerId(change.insert(CustomerTable, customer_columns(tidy, country)))
        keep_belongings(shop, change, kept, tidy, old=CustomerFields(), country=country)
    return kept, change.changes


def edit_customer(shop: Shop, customer_id: CustomerId, version: int, fields: CustomerFields, *, actor: str) -> Changes:
    """Keeps a customer's new fields; raises Conflict when they were changed since `version` was read."""
    country = setting(shop, COUNTRY)
    tidy = checked_customer(fields, country, today=shop.today())
    name = shorten(customer_name(shop, customer_id))
    with shop.change(msg("Edit {name}", name=name), actor=actor, topics=_TOPICS) as change:
        _check_emails_are_free(shop, tidy, customer_id, typed=fields.email)
        try:
            change.update(CustomerTable, customer_id, version=version, values=customer_columns(tidy, country))
        except Conflict:
            raise Conflict(
                msg("{name} was changed meanwhile. Open them again to see what is new.", name=name)
            ) from None
        old = customer(shop, customer_id).fields
        if keep_belongings(shop, change, customer_id, tidy, old=old, country=country):
            change.touch(CustomerTable, customer_id)
        keep_deceased(shop, change, customer_id, tidy.deceased)
    return change.changes


def remove_customers(shop: Shop, customer_ids: Sequence[CustomerId], *, actor: str) -> Changes:
    """Removes customers without orders and complaints, and all that is theirs; raises Conflict when one has some.

    Nobody is removed then. What was printed for them stays in the log.
    """
    wanted = list(dict.fromkeys(customer_ids))
    names = customer_names(shop, wanted)
    title = nmsg("Remove {n} customer", "Remove {n} customers", n=len(wanted))
    if len(wanted) == 1:
        title = msg("Remove {name}", name=shorten(names[wanted[0]]))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        counts: dict[CustomerId, int] = {}
        for part in in_parts(wanted):
            counts.update(orders_of(shop, part))
        for customer_id in wanted:
            if counts.get(customer_id):
                raise Conflict(
                    nmsg(
                        "{name} has {n} order, so they stay. Remove the order first.",
                        "{name} has {n} orders, so they stay. Remove the orders first.",
                        n=counts[customer_id],
                        name=shorten(names[customer_id]),
                    )
                )
        _refuse_complaining(shop, wanted, names)
        remove_with_belongings(shop, change, wanted)
    return change.changes


def _refuse_complaining(shop: Shop, wanted: Sequence[CustomerId], names: Mapping[CustomerId, str]) -> None:
    said = Counter(one.about for one in complaint_states(shop, complaints_of(shop, wanted)))
    for customer_id in wanted:
        if said[customer_id]:
            raise Conflict(
                nmsg(
                    "{name} has {n} complaint or review, so they stay. Remove it first.",
                    "{name} has {n} complaints or reviews, so they stay. Remove those first.",
                    n=said[customer_id],
                    name=shorten(names[customer_id]),
                )
            )


def _check_emails_are_free(shop: Shop, fields: CustomerFields, own: CustomerId | None, *, typed: str) -> None:
    """Raises Invalid where an address stands; the preferred one stood further down when none was `typed` for it."""
    further = [each.value for each in fields.contacts if each.kind is ContactKind.EMAIL]
    for field, email in (
        ("email" if typed.strip() else "contacts", fields.email),
        *(("contacts", value) for value in further),
    ):
        holder = customer_by_email(shop, email_key(email), besides=own)
        if holder is not None:
            name = shorten(customer_name(shop, holder))
            raise Invalid(
                field, msg("{name} has this e-mail address already. Give another, or merge the two.", name=name)
            )
