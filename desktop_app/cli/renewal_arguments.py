"""The words of `cordial renewal`; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def renewal(words: argparse.ArgumentParser, shared: Callable[[], argparse.ArgumentParser]) -> None:
    """`add`, `edit`, `remove` and `paid`."""
    deeds = words.add_subparsers(dest="deed", metavar="add|edit|remove|paid", required=True)
    add = deeds.add_parser("add", help="keep what a customer pays for by period", parents=[shared()])
    add.add_argument("of", metavar="CUSTOMER", help="the customer's number")
    edit = deeds.add_parser("edit", help="change a renewal", parents=[shared()])
    edit.add_argument("id", metavar="ID", help="as list renewals tells it")
    for one in (add, edit):
        one.add_argument("--what", metavar="TEXT", help="what is renewed: tea of the month, storage …")
        one.add_argument("--amount", metavar="12.50", help="what one period costs; empty: not known")
        one.add_argument("--currency", default="", metavar="EUR", help="of --amount; the shop's, if not said")
        one.add_argument("--every", metavar="MONTHS", help="how many months a period has; 1, if not said")
        one.add_argument("--next", metavar="DAY", help="when it is due next")
        one.add_argument("--note", metavar="TEXT")
        one.add_argument("--active", metavar="yes|no", help="no: it rests, and nobody is told of it")
    for deed, help_ in (
        ("remove", "remove renewals"),
        ("paid", "note that renewals were paid, so that they are due one period later"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        one.add_argument("ids", nargs="+", metavar="ID", help="as list renewals tells them")
        if deed == "paid":
            one.add_argument("--on", default="", metavar="DAY", help="when it was paid; today, if not said")
            one.add_argument("--periods", type=int, default=1, metavar="N", help="for how many periods at once")
