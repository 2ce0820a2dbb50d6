"""Adding, editing and removing customers."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.actions.checks import checked_customer
from desktop_app.actions.columns import customer_columns
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.customers import CustomerFields, CustomerId, email_key, full_name
from desktop_app.domain.errors import Conflict, Invalid
from desktop_app.domain.settings import COUNTRY
from desktop_app.domain.text import shorten
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customers import customer, customer_by_email
from desktop_app.queries.orders import orders_of
from desktop_app.queries.prints import customer_item_ids
from desktop_app.queries.settings import setting
from desktop_app.store.tables import CustomerTable, PrintItemTable

_TOPICS = (Topic.CUSTOMERS, Topic.ORDERS)  # orders show their customer's name


def add_customer(shop: Shop, fields: CustomerFields, *, actor: str) -> tuple[CustomerId, Changes]:
    """Keeps a new customer; raises Invalid at a field, also when somebody has the e-mail address already."""
    country = setting(shop, COUNTRY)
    tidy = checked_customer(fields, country)
    _check_email_is_free(shop, tidy, None)
    title = msg("Add {name}", name=shorten(full_name(tidy)))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        kept = CustomerId(change.insert(CustomerTable, customer_columns(tidy, country)))
    return kept, change.changes


def edit_customer(shop: Shop, customer_id: CustomerId, version: int, fields: CustomerFields, *, actor: str) -> Changes:
    """Keeps a customer's new fields; raises Conflict when they were changed since `version` was read."""
    country = setting(shop, COUNTRY)
    tidy = checked_customer(fields, country)
    name = shorten(customer(shop, customer_id).name)
    _check_email_is_free(shop, tidy, customer_id)
    with shop.change(msg("Edit {name}", name=name), actor=actor, topics=_TOPICS) as change:
        try:
            change.update(CustomerTable, customer_id, version=version, values=customer_columns(tidy, country))
        except Conflict:
            raise Conflict(
                msg("{name} was changed meanwhile. Open them again to see what is new.", name=name)
            ) from None
    return change.changes


def remove_customers(shop: Shop, customer_ids: Sequence[CustomerId], *, actor: str) -> Changes:
    """Removes customers without orders; raises Conflict, and removes nobody, when one of them has some."""
    found = [customer(shop, customer_id) for customer_id in dict.fromkeys(customer_ids)]
    title = nmsg("Remove {n} customer", "Remove {n} customers", n=len(found))
    if len(found) == 1:
        title = msg("Remove {name}", name=shorten(found[0].name))
    with shop.change(title, actor=actor, topics=_TOPICS) as change:
        counts = orders_of(shop, [one.id for one in found])
        for one in found:
            if counts.get(one.id):
                raise Conflict(
                    nmsg(
                        "{name} has {n} order, so they stay. Remove the order first.",
                        "{name} has {n} orders, so they stay. Remove the orders first.",
                        n=counts[one.id],
                        name=shorten(one.name),
                    )
                )
        items = customer_item_ids(shop, [one.id for one in found])  # what was printed for them stays in the log
        change.update_many(PrintItemTable, items, ("customer",), ((None,) for _ in items))
        change.delete(CustomerTable, [one.id for one in found])
    return change.changes


def _check_email_is_free(shop: Shop, fields: CustomerFields, own: CustomerId | None) -> None:
    holder = customer_by_email(shop, email_key(fields.email), besides=own)
    if holder is not None:
        name = shorten(customer(shop, holder).name)
        raise Invalid("email", msg("{name} has this e-mail address already.", name=name))
