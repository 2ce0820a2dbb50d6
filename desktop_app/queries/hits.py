"""What the search box finds, as its rows: customers, people around them, orders, products, complaints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.customers import CustomerId, display_name
from desktop_app.domain.keys import number_key
from desktop_app.domain.people import Relation
from desktop_app.domain.states import StrEnum
from desktop_app.domain.text import shorten, words_of
from desktop_app.queries import Shop
from desktop_app.queries.matching import complaints_found, products_found
from desktop_app.queries.typed import (
    CUSTOMERS,
    RELATIVES,
    Beginnings,
    Ids,
    key_begun,
    keyed,
    named,
    named_after,
    reached,
)

_NEWEST = 1_500  # complaints that are looked through while one types; their own list looks through all
_SHORTEST_SAID, _LONGEST_NUMBER = 3, 10


class HitKind(StrEnum):
    """What the search box can find."""

    CUSTOMER = "customer"
    PERSON = "person"
    ORDER = "order"
    PRODUCT = "product"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what it is, whose or which, and what is known beside it in one line.

    A person around a customer has no record of their own: `customer` is whose they are, `relation` and
    `relation_words` what they are to them. A `near` one bears another name than was typed, by a slip of the fingers.
    """

    kind: HitKind
    id: int
    title: str
    detail: str
    customer: CustomerId | None = None
    relation: Relation | None = None
    relation_words: str = ""
    near: bool = False


def customers_named(shop: Shop, words: Beginnings, limit: int, *, near: bool = False) -> dict[int, Hit]:
    """The newest customers by their names, under their ids."""
    ids = named(shop, CUSTOMERS, words, limit=limit)
    return _customers(shop, ids, {}, near=near)


def customers_reached(shop: Shop, text: str, limit: int) -> dict[int, Hit]:
    """Customers by the beginning of an e-mail address or a telephone number, further ones shown beside them."""
    column, beginnings = key_begun(text)
    if not beginnings:
        return {}
    further = reached(beginnings, limit=limit, show="customer_id, value")
    values: dict[int, str] = dict(shop.sql(*further))
    ids = keyed(column, beginnings, limit=limit)
    if values:
        numbers = ", ".join(map(str, values))
        own = f"SELECT id FROM ({ids.text}) AS own"  # a part of a union takes no limit of its own
        ids = ids._replace(text=f"{own} UNION SELECT id FROM customer WHERE id IN ({numbers})")
    return _customers(shop, ids, values)


def people_named(shop: Shop, words: Beginnings, limit: int, *, near: bool = False) -> dict[int, Hit]:
    """The newest people around customers by their names, under their ids; who is a customer too is left out."""
    return _people(shop, named(shop, RELATIVES, words, limit=limit, only="other_id IS NULL"), near=near)


def people_named_after(shop: Shop, words: Beginnings, limit: int) -> dict[int, Hit]:
    """People around customers by a name of theirs and their customer's, as children are that bear his family name."""
    ids = named_after(shop, words, limit=limit)
    return _people(shop, ids) if ids else {}


def _people(shop: Shop, ids: Ids, *, near: bool = False) -> dict[int, Hit]:
    rows = shop.sql(
        "SELECT r.id, r.given, r.family, r.relation, r.relation_words, c.id, c.given, c.family, c.company, c.email,"
        " c.phone, c.city FROM relative r JOIN customer c ON c.id = r.customer_id"
        f" WHERE r.id IN ({ids.text}) AND r.other_id IS NULL ORDER BY r.id DESC",
        ids.values,
    )
    found: dict[int, Hit] = {}
    for id_, given, family, relation, own_words, customer, *whose in rows:
        of, city = display_name(*whose[:3], email=whose[3], phone=whose[4]), whose[5]
        found[id_] = Hit(
            HitKind.PERSON, id_, display_name(given, family), _line(of, city), CustomerId(customer),
            Relation(relation), own_words, near,
        )  # fmt: skip
    return found


def orders_numbered(shop: Shop, text: str, limit: int) -> list[Hit]:
    """Orders by the beginning of their number."""
    key = number_key(text)
    if not key:
        return []
    rows = shop.sql(
        "SELECT o.id, o.number, c.given, c.family, c.company, c.email, c.phone, o.to_name FROM"
        # by their index alone, and only then whose they are
        " (SELECT id, number, number_key, customer_id, to_name FROM orders"
        " WHERE number_key >= ? AND number_key < ? ORDER BY number_key LIMIT ?) AS o"
        " LEFT JOIN customer c ON c.id = o.customer_id ORDER BY o.number_key, o.id DESC",
        (key, key + "\U0010ffff", limit),
    )
    return [
        Hit(HitKind.ORDER, id_, number, display_name(*(part or "" for part in who[:3]), email=who[3] or "",
                                                     phone=who[4] or "") or to_name)
        for id_, number, *who, to_name in rows
    ]  # fmt: skip


def products_called(shop: Shop, text: str, limit: int) -> list[Hit]:
    """Products by words of their names, their code or their barcode."""
    ids = products_found(shop, text)
    rows = shop.sql(
        f"SELECT id, name, sku, shelf FROM product WHERE id IN ({ids.text}) ORDER BY sort_key, id LIMIT ?",
        (*ids.values, limit),
    )
    return [Hit(HitKind.PRODUCT, found_id, name or sku, _line(sku, shelf)) for found_id, name, sku, shelf in rows]


def complaints_saying(shop: Shop, text: str, limit: int) -> list[Hit]:
    """The newest complaints and reviews by words of what was said, or by their number."""
    if text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER:
        ids = Ids(str(int(text)), ())
    elif max(map(len, words_of(text)), default=0) < _SHORTEST_SAID:
        return []
    else:
        ids = complaints_found(shop, text, newest=_NEWEST)
    rows = shop.sql(
        "SELECT k.id, k.subject, k.text, k.article, c.given, c.family, c.company, c.email, c.phone, o.number"
        " FROM complaint k LEFT JOIN customer c ON c.id = k.customer_id LEFT JOIN orders o ON o.id = k.order_id"
        f" WHERE k.id IN ({ids.text}) ORDER BY k.id DESC LIMIT ?",
        (*ids.values, limit),
    )
    found = []
    for id_, subject, told, article, *who, order in rows:
        given, family, company, email, phone = (part or "" for part in who)
        name = display_name(given, family, company, email=email, phone=phone)
        title = subject or shorten(told, 80) or article or name or str(id_)
        found.append(Hit(HitKind.COMPLAINT, id_, title, _line(name, order or "", article if title != article else "")))
    return found


def _customers(shop: Shop, ids: Ids, further: Mapping[int, str], *, near: bool = False) -> dict[int, Hit]:
    rows: Iterable[Sequence[str]] = shop.sql(
        "SELECT id, given, family, company, email, phone, city FROM customer"
        f" WHERE id IN ({ids.text}) ORDER BY id DESC",
        ids.values,
    )
    found: dict[int, Hit] = {}
    for row in rows:
        id_, (given, family, company, email, phone, city) = int(row[0]), row[1:]
        name = display_name(given, family, company, email=email, phone=phone)
        known = (further.get(id_, ""), email, phone, city)
        found[id_] = Hit(HitKind.CUSTOMER, id_, name, _line(*(part for part in known if part != name)), near=near)
    return found


def _line(*parts: str) -> str:
    return " · ".join(dict.fromkeys(part for part in parts if part))
