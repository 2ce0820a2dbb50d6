"""The words of `cordial import`, loaded when it is given."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Shared = Callable[[], argparse.ArgumentParser]


def import_files(words: argparse.ArgumentParser, _shared: Shared) -> None:
    """Files to take in, how they are to be read, and what else can be done with imports."""
    words.add_argument("files", nargs="*", metavar="FILE")
    words.add_argument("--dry-run", action="store_true", help="only say what would happen")
    words.add_argument("--source", metavar="NAME", help="the shop it comes from, where you have two on one platform")
    words.add_argument("--refused-to", metavar="FILE.csv", help="write the refused rows there, with what is wrong")
    words.add_argument("--save-map", metavar="FILE.toml", help="with --dry-run: write how the table is read, for --map")
    _reading(words.add_argument_group("how a file is read, where that cannot be found out"))
    other = words.add_mutually_exclusive_group()
    other.add_argument("--undo", type=int, metavar="ID", help="take import ID back")
    other.add_argument("--list", action="store_true", help="list the imports")
    other.add_argument(
        "--watched", nargs="?", const="", metavar="FOLDER",
        help="list the files this desk's watched folder, or FOLDER, offers; none is taken",
    )  # fmt: skip


def _reading(words: argparse._ArgumentGroup) -> None:
    words.add_argument("--as", dest="kind", metavar="KIND", help="the shape of the file, where it cannot be guessed")
    words.add_argument("--map", dest="mapping", metavar="FILE.toml", help="which heading is which field")
    words.add_argument("--encoding", metavar="NAME", help="the letters' encoding, where the guess is wrong")
    words.add_argument("--separator", metavar="SIGN", help="what stands between the columns")
    words.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook")
    words.add_argument("--no-headings", dest="headless", action="store_true", help="the columns are called (A), (B)…")
    words.add_argument("--column", action="append", default=[], metavar="FIELD=HEADING", help="which column is which")
    words.add_argument(
        "--same-names", action="store_true", help="who has only a name and a birthday is the one customer called so"
    )
    words.add_argument("--date-order", choices=("dmy", "mdy"), help="what comes first in 03/04/25: day or month")
    words.add_argument("--decimal", choices=(".", ","), help="the sign before the cents")
    words.add_argument("--price", choices=("unit", "line"), help="whether a price is of one piece or of the whole line")
    words.add_argument("--currency", metavar="EUR", help="for a file that names none")
