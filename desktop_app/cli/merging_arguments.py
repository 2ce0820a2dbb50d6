"""The words of `cordial customer duplicates|merge|different`; record_arguments.py asks for them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

_MOST = 1000


def merging(
    deeds: argparse._SubParsersAction[argparse.ArgumentParser], shared: Callable[[], argparse.ArgumentParser]
) -> None:
    """The three commands with their options."""
    found = deeds.add_parser("duplicates", help="list customers who may be one person", parents=[shared()])
    found.add_argument("--limit", type=int, default=_MOST, metavar="N")
    merge = deeds.add_parser(
        "merge", help="make one of two customers; all that is of LOSE moves to KEEP", parents=[shared()]
    )
    merge.add_argument("keep", metavar="KEEP")
    merge.add_argument("lose", metavar="LOSE")
    merge.add_argument(
        "--take", action="append", default=[], metavar="FIELD=keep|lose",
        help="whose name, phone, address … it has then",
    )
    apart = deeds.add_parser("different", help="note that two customers are two people", parents=[shared()])
    apart.add_argument("keep", metavar="ID")
    apart.add_argument("lose", metavar="ID")
