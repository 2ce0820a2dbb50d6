"""The options by which a list is narrowed, sorted and shown, as argparse knows them."""

from __future__ import annotations

import argparse

OF_ORDERS = (
    "status", "late", "unprinted", "placed", "to_pack", "set_aside", "being_packed", "unpaid", "gift", "carrier",
    "country", "source",
)  # fmt: skip
OF_CUSTOMERS = (
    "town", "language", "tag", "interest", "consent", "first_order", "last_order", "orders", "spent",
    "birthday_month", "regular", "birthday_soon", "no_email",
)  # fmt: skip
OF_PRODUCTS = (
    "shelf", "interest", "stock", "price", "fragile", "sold_out", "no_shelf", "no_barcode", "no_picture", "unnamed_in",
    "supplier",
)  # fmt: skip
OF_COMPLAINTS = (
    "status", "late", "open", "reviews", "praise", "of_kind", "source", "severity", "verdict", "stars", "received",
    "customer", "packer", "carrier", "supplier",
)  # fmt: skip
OF_MESSAGES = ("status",)
OF_ALL = ("view", "sort", "descending", "columns")
CONSENTS = ("news-email", "news-sms", "news-post", "congratulations", "review-request", "profile")


def narrowing(words: argparse.ArgumentParser) -> None:
    """Adds the options."""
    words.add_argument("--text", default="", metavar="TEXT", help="only those found by this text")
    words.add_argument(
        "--segment", "--view", dest="view", default="", metavar="NAME", help="as a saved view has it; others go before"
    )
    words.add_argument("--sort", default="", metavar="COLUMN", help="the column it is sorted by")
    words.add_argument("--descending", action="store_true", help="the largest first; what is unknown stays last")
    words.add_argument("--columns", default="", metavar="A,B,…", help="the columns, in their order")
    _of_orders(words)
    _of_customers(words)
    _of_products(words)
    _of_complaints(words)
    words.set_defaults(refuse=words.error)


def foreign(words: argparse.Namespace, kind: str) -> str:
    """The options that were given and are for another list, as they are typed; empty when all is well."""
    lists = {"orders": OF_ORDERS, "customers": OF_CUSTOMERS, "products": OF_PRODUCTS, "complaints": OF_COMPLAINTS}
    own = (*lists[kind], *OF_ALL) if kind in lists else OF_MESSAGES if kind == "messages" else ()
    known = dict.fromkeys((*OF_ORDERS, *OF_CUSTOMERS, *OF_PRODUCTS, *OF_COMPLAINTS, *OF_ALL))
    given = [name for name in known if getattr(words, name)]
    return ", ".join(f"--{name.replace('_', '-')}" for name in given if name not in own)


def _of_orders(words: argparse.ArgumentParser) -> None:
    orders = words.add_argument_group("orders")
    orders.add_argument("--status", action="append", default=[], metavar="S", help="a step, or late, due, at-risk")
    orders.add_argument("--late", action="store_true", help="open orders whose promised day is over")
    orders.add_argument("--unprinted", action="store_true", help="orders to pack that have no card or insert yet")
    orders.add_argument("--placed", default="", metavar="A..B", help="placed between two days")
    orders.add_argument("--to-pack", action="store_true", help="neither packed nor cancelled yet")
    orders.add_argument("--set-aside", action="store_true", help="that cannot be packed now")
    orders.add_argument("--being-packed", action="store_true", help="that a bench holds now")
    orders.add_argument("--unpaid", action="store_true")
    orders.add_argument("--gift", action="store_true", help="that are presents")
    orders.add_argument("--carrier", default="", metavar="NAME")
    orders.add_argument("--country", default="", metavar="XX", help="that go to a country")
    orders.add_argument("--source", default="", metavar="SHOP", help="that came from a shop")


def _of_customers(words: argparse.ArgumentParser) -> None:
    people = words.add_argument_group("customers")
    people.add_argument("--town", default="", metavar="TOWN")
    people.add_argument("--language", default="", choices=("en", "ru", "lv"))
    people.add_argument("--tag", default="", metavar="WORD")
    people.add_argument("--interest", default="", metavar="WORD")
    people.add_argument("--consent", default="", choices=CONSENTS, metavar="WHAT", help=", ".join(CONSENTS))
    people.add_argument("--first-order", default="", metavar="A..B", help="the first order between two days")
    people.add_argument("--last-order", default="", metavar="A..B", help="the last order between two days; ..B before")
    people.add_argument("--orders", default="", metavar="N..M", help="the number of orders; 3.. for three or more")
    people.add_argument("--spent", default="", metavar="N..M", help="what they spent, in the shop's currency")
    people.add_argument("--birthday-month", type=int, default=0, choices=range(1, 13), metavar="1-12")
    people.add_argument("--regular", action="store_true", help="only regular customers")
    people.add_argument("--birthday-soon", action="store_true", help="whose birthday is coming")
    people.add_argument("--no-email", action="store_true", help="whose e-mail address is not known")


def _of_products(words: argparse.ArgumentParser) -> None:
    goods = words.add_argument_group("products")
    goods.add_argument("--shelf", default="", metavar="PLACE", help="on shelves whose place begins so")
    goods.add_argument("--supplier", default="", metavar="NAME", help="who makes or delivers it")
    goods.add_argument("--stock", default="", metavar="N..M", help="how many pieces there are")
    goods.add_argument("--price", default="", metavar="N..M", help="in the shop's currency")
    goods.add_argument("--fragile", action="store_true")
    goods.add_argument("--sold-out", action="store_true", help="of which there is no piece")
    goods.add_argument("--no-shelf", action="store_true", help="whose shelf is not known")
    goods.add_argument("--no-barcode", action="store_true")
    goods.add_argument("--no-picture", action="store_true")
    goods.add_argument("--unnamed-in", default="", choices=("en", "ru", "lv"), help="without a name in this language")


def _of_complaints(words: argparse.ArgumentParser) -> None:
    also = "also --status (open, late, due or a state), --late, --carrier, --supplier, --source"
    said = words.add_argument_group("complaints", also)
    said.add_argument("--open", action="store_true", help="that are not solved")
    said.add_argument("--reviews", action="store_true", help="that have stars")
    said.add_argument("--praise", action="store_true", help="reviews of four or five stars")
    said.add_argument("--of-kind", default="", metavar="KIND", help="late, damaged, wrong … as complaint kinds tells")
    said.add_argument("--severity", default="", metavar="low|normal|high")
    said.add_argument("--verdict", default="", metavar="yes|no|unclear", help="whether it is justified")
    said.add_argument("--stars", default="", metavar="N", help="of at most so many stars")
    said.add_argument("--received", default="", metavar="A..B", help="received between two days")
    said.add_argument("--customer", default="", metavar="ID", help="of a customer")
    said.add_argument("--packer", default="", metavar="NAME")
