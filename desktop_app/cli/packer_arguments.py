"""The words of `cordial packer`, `cordial word` and `cordial signature`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]


def packer(words: argparse.ArgumentParser, shared: Shared) -> None:
    """Those who pack."""
    deeds = words.add_subparsers(dest="deed", metavar="add|edit|remove|pin|list", required=True)
    for deed, help_ in (
        ("add", "add a packer"),
        ("edit", "give a packer another name or language, or let them rest"),
        ("remove", "remove packers; orders keep their names"),
        ("pin", "give a packer a PIN, asked for here or read from standard input"),
        ("list", "list those who pack"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        if deed == "remove":
            one.add_argument("names", nargs="+", metavar="NAME")
        elif deed != "list":
            one.add_argument("name", metavar="NAME")
        if deed == "edit":
            one.add_argument("--name", dest="new_name", metavar="NEW")
        if deed == "pin":
            one.add_argument("--forget", action="store_true", help="let them in without one")
        if deed in ("add", "edit"):
            one.add_argument("--in", dest="language", metavar="en|ru|lv", help="their language; empty: the desk's")
            rests = one.add_mutually_exclusive_group()
            rests.add_argument("--rests", dest="active", action="store_false", default=None, help="packs no longer")
            rests.add_argument("--packs", dest="active", action="store_true", default=None, help="packs (again)")


def word(words: argparse.ArgumentParser, shared: Shared, *, day: Callable[[str], object]) -> None:
    """The owner's word to the packers; `day` reads a day."""
    deeds = words.add_subparsers(dest="deed", metavar="set|show|readings", required=True)
    for deed, help_ in (
        ("set", "say a word to the packers; without a text there is none"),
        ("show", "the words of today and of days to come"),
        ("readings", "who has read the mission and the word"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        if deed == "set":
            one.add_argument("text", nargs="*", metavar="TEXT")
            one.add_argument("--in", dest="language", choices=("en", "ru", "lv"), help="else that of the output")
        if deed != "show":
            one.add_argument("--day", type=day, metavar="D", help="else today")


def signature(words: argparse.ArgumentParser, shared: Shared) -> None:
    """Signatures as pictures."""
    deeds = words.add_subparsers(dest="deed", metavar="add|remove", required=True)
    for deed in ("add", "remove"):
        one = deeds.add_parser(deed, help=f"{deed} a signature", parents=[shared()])
        one.add_argument("person", metavar="NAME", help="as it is given to --by")
        if deed == "add":
            one.add_argument("picture", metavar="FILE", help="a PNG, JPEG or WebP picture")
