"""The words of `cordial carrier`; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]


def carrier(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`add`, `edit`, `remove` and `list`."""
    deeds = words.add_subparsers(dest="deed", metavar="add|edit|remove|list", required=True)
    for deed in ("add", "edit"):
        one = deeds.add_parser(deed, help=f"{deed} a carrier", parents=[shared()])
        one.add_argument("name", metavar="NAME", help="as it stands in your orders")
        if deed == "edit":
            one.add_argument("--name", dest="new_name", metavar="NAME", help="its new name")
        else:
            one.add_argument(
                "--suggested", action="store_true", help="begin with the days and the link suggested for it in Latvia"
            )
        one.add_argument("--link", metavar="URL", help="where parcels are followed, {number} for the tracking number")
        one.add_argument("--days", metavar="N", help="working days to the door; empty: not known")
        one.add_argument("--countries", metavar="EE 2, DE 5", help="working days to other countries")
    gone = deeds.add_parser("remove", help="remove carriers; orders keep what was promised", parents=[shared()])
    gone.add_argument("names", nargs="+", metavar="NAME")
    deeds.add_parser("list", help="list the carriers", parents=[shared()])
