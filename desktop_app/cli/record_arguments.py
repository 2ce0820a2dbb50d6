"""The words of commands that change a record, its fields as options; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]

_AROUND = {  # what belongs to a customer: its noun, whose number adding takes
    "person": "somebody around a customer",
    "day": "a day kept each year, of a customer or of somebody around them",
    "consent": "what a customer agreed to",
    "note": "a dated note on a customer",
}
_MERGING = ("duplicates", "merge", "different")


def record(words: argparse.ArgumentParser, noun: str, shared: Shared) -> None:
    """`add`, `edit ID` and `remove ID` of a noun, and what more is done to orders."""
    from desktop_app.cli.order_arguments import MORE_DEEDS, order_deeds

    more = MORE_DEEDS if noun == "order" else ()
    deeds = words.add_subparsers(dest="deed", metavar="|".join(("add", "edit", "remove", *more)), required=True)
    _deeds(deeds, noun, shared)
    if more:
        order_deeds(deeds, shared)


def customer(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`add`, `edit` and `remove`, also of what belongs to a customer."""
    from desktop_app.cli.merging_arguments import merging

    all_ = ("add", "edit", "remove", *_AROUND, "tag", "congratulate", *_MERGING)
    deeds = words.add_subparsers(dest="deed", metavar="|".join(all_), required=True)
    _deeds(deeds, "customer", shared)
    for noun, help_ in _AROUND.items():
        one = deeds.add_parser(noun, help=f"add, edit or remove {help_}")
        acts = one.add_subparsers(dest="act", metavar="add|edit|remove", required=True)
        _deeds(acts, noun, shared, of="customer")
        if noun == "consent":
            act = acts.add_parser("withdraw", help="note that a consent was withdrawn", parents=[shared()])
            act.add_argument("id", metavar="ID")
            act.add_argument("--on", default="", metavar="DAY", help="today where no day is told")
    _tag(deeds.add_parser("tag", help="put tags or interests on customers, take them off, change the words"), shared)
    help_ = "keep what was done about a day that today tells"
    _congratulate(deeds.add_parser("congratulate", help=help_, parents=[shared()]))
    merging(deeds, shared)


def _congratulate(words: argparse.ArgumentParser) -> None:
    words.add_argument("of", metavar="CUSTOMER", help="the customer's number")
    words.add_argument("--person", default="", metavar="ID", help="somebody around them, as show customer tells")
    words.add_argument("--kind", choices=("birthday", "name-day", "anniversary", "other"), help="else every day near")
    words.add_argument("--how", choices=("card", "message", "other"), default="other")
    words.add_argument("--not-this-year", action="store_true", help="leave it out instead")
    words.add_argument("--again", action="store_true", help="although they were congratulated within a year")


def _deeds(deeds: argparse._SubParsersAction[argparse.ArgumentParser], noun: str, shared: Shared, of: str = "") -> None:
    from desktop_app.cli.fields import FIELDS

    for deed in ("add", "edit", "remove"):
        one = deeds.add_parser(deed, help=f"{deed} a {noun}", parents=[shared()])
        if deed != "add":
            one.add_argument("id", metavar="ID", help=f"as show customer tells it of each {noun}" if of else None)
        elif of:
            one.add_argument("of", metavar=of.upper(), help=f"the {of}'s number")
        if deed == "remove":
            continue
        if noun == "note":
            one.add_argument("text", metavar="TEXT")
        for option in FIELDS[noun]:
            one.add_argument(
                f"--{option.name}",
                dest=f"field_{option.name}",
                metavar=option.shape,
                help=option.help,
                action="append" if option.many else "store",
                default=None,
            )


def _tag(words: argparse.ArgumentParser, shared: Shared) -> None:
    acts = words.add_subparsers(dest="act", metavar="put|take|rename|drop|lead", required=True)
    for act, help_, wanted in (
        ("put", "put a tag on customers", ("word", "ids")),
        ("take", "take a tag off customers", ("word", "ids")),
        ("rename", "spell a tag otherwise for everybody", ("word", "new")),
        ("drop", "remove a tag, also from everybody", ("word",)),
        (
            "lead",
            "how many days ahead to tell of the days of everybody with a tag; empty: as for others",
            ("word", "days"),
        ),
    ):
        one = acts.add_parser(act, help=help_, parents=[shared()])
        one.add_argument("--interest", action="store_true", help="an interest instead of a tag")
        for name in wanted:
            if name == "ids":
                one.add_argument("ids", nargs="+", metavar="ID")
            else:
                one.add_argument(name, metavar=name.upper())
