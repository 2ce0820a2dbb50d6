"""The words of `cordial inbox` and `cordial deadline`; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]

_SOURCES = ("email", "phone", "marketplace", "social", "in-person", "own")
_SEVERITIES = ("low", "normal", "high")


def inbox(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`add`, `edit`, `remove`, `checked` and `list`."""
    deeds = words.add_subparsers(dest="deed", metavar="add|edit|remove|checked|list", required=True)
    for deed in ("add", "edit"):
        one = deeds.add_parser(deed, help=f"{deed} an inbox", parents=[shared()])
        one.add_argument("name", metavar="NAME", help="what you call it: Mailbox, Etsy messages …")
        if deed == "edit":
            one.add_argument("--name", dest="new_name", metavar="NAME", help="its new name")
        one.add_argument("--source", choices=_SOURCES, metavar="SOURCE", help=", ".join(_SOURCES))
        one.add_argument("--every", metavar="HOURS", help="working hours between two looks; 4, if not said")
        one.add_argument("--link", metavar="URL", help="where it is opened")
    for deed, help_ in (
        ("remove", "remove inboxes; complaints that came in there stay"),
        ("checked", "note that you looked into these inboxes just now"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        one.add_argument("names", nargs="+", metavar="NAME")
    deeds.add_parser("list", help="list the inboxes, those first that wait longest", parents=[shared()])


def deadline(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`set`, `reset` and `list`."""
    deeds = words.add_subparsers(dest="deed", metavar="set|reset|list", required=True)
    for deed, help_ in (
        ("set", "set in how many working hours complaints are answered and solved"),
        ("reset", "let the deadlines of all others, or the program’s, count again"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        one.add_argument("severity", choices=_SEVERITIES, metavar="SEVERITY", help=", ".join(_SEVERITIES))
        one.add_argument("--kind", default="", metavar="KIND", help="late, damaged …; else for all without their own")
        if deed == "set":
            one.add_argument("--answer", required=True, metavar="HOURS")
            one.add_argument("--solve", required=True, metavar="HOURS")
    deeds.add_parser("list", help="list the deadlines of every kind", parents=[shared()])
