"""The words of `cordial pack` and `cordial checklist`, loaded when one of them is given."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Shared = Callable[[], argparse.ArgumentParser]
_DEEDS = (
    ("queue", "the orders to pack, in the order the benches take them", ""),
    ("next", "take the next order of the queue", "as"),
    ("claim", "take an order", "number as"),
    ("show", "an order that is being packed, with what was checked of it", "number"),
    ("check", "tick one piece of an article: its barcode, its code, or its line's number where it has none",
     "number code as"),
    ("done", "the parcel is packed; with --to or --printer its papers are made as one PDF", "number as"),
    ("release", "give an order back to the queue", "number as"),
    ("aside", "put an order outside the queue because it cannot be packed now", "number reason as"),
    ("back", "put orders that were set aside back into the queue", "numbers"),
    ("unpack", "take back that an order was packed", "number as"),
    ("track", "keep the tracking number of an order's parcel", "number tracking"),
)  # fmt: skip
NEEDS = ("every", "fragile", "gift", "first", "abroad", "extra-care")


def pack(words: argparse.ArgumentParser, shared: Shared) -> None:
    """What a bench may do."""
    deeds = words.add_subparsers(dest="deed", metavar="|".join(deed for deed, _, _ in _DEEDS), required=True)
    for deed, help_, wanted in _DEEDS:
        one = deeds.add_parser(deed, help=help_, description=help_, parents=[shared()])
        for name in wanted.split():
            if name == "as":
                one.add_argument("--as", dest="packer", required=True, metavar="PACKER", help="who packs")
                one.add_argument("--bench", default="", metavar="NAME", help="else one for each packer and computer")
            elif name == "numbers":
                one.add_argument("numbers", nargs="+", metavar="NUMBER")
            else:
                one.add_argument(name, metavar=name.upper())
        if "as" not in wanted.split():  # every deed takes it, so that a station says the same words each time
            one.add_argument("--as", dest="packer", default="", metavar="PACKER", help="who asks")
        if deed == "queue":
            one.add_argument("--limit", type=int, default=200, metavar="N")
        if deed == "done":
            one.add_argument("--tracking", default="", metavar="NUMBER", help="of the parcel, for following it")
            where = one.add_mutually_exclusive_group()
            where.add_argument("--to", metavar="FILE.pdf", help="make its papers into this file")
            where.add_argument("--printer", metavar="NAME", help="print its papers")
            one.add_argument("--tray", default="", metavar="NAME", help="the printer's tray")


def checklist(words: argparse.ArgumentParser, shared: Shared) -> None:
    """What the owner may do with the checklist."""
    deeds = words.add_subparsers(dest="deed", metavar="list|add|edit|remove|move", required=True)
    for deed, help_ in (
        ("list", "the steps in their order"),
        ("add", "add a step at the end"),
        ("edit", "reword a step, or say for which parcels it is"),
        ("remove", "remove a step"),
        ("move", "put a step at another place"),
    ):
        one = deeds.add_parser(deed, help=help_, description=help_, parents=[shared()])
        if deed in ("edit", "remove", "move"):
            one.add_argument("id", type=int, metavar="ID", help="as checklist list tells it")
        if deed == "move":
            one.add_argument("place", type=int, metavar="PLACE", help="counted from 1")
        if deed in ("add", "edit"):
            for language in ("en", "ru", "lv"):
                one.add_argument(f"--{language}", metavar="TEXT", help="what is to be done, in this language")
            one.add_argument("--for", dest="needs", choices=NEEDS, help="the parcels it is for; else every one")
