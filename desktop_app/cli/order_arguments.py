"""The words of `cordial order status|cancel|return|refund`; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]
    Deeds = argparse._SubParsersAction[argparse.ArgumentParser]

MORE_DEEDS = ("status", "cancel", "return", "refund")


def order_deeds(deeds: Deeds, shared: Shared) -> None:
    """Adds what is done to orders besides adding, editing and removing them."""
    status = deeds.add_parser("status", help="move orders to a step", parents=[shared()])
    status.add_argument("status", metavar="STEP", help="new, paid, packing, packed, shipped, delivered, returned …")
    status.add_argument("ids", nargs="+", metavar="ORDER", help="its number")
    cancel = deeds.add_parser("cancel", help="cancel orders that were not sent", parents=[shared()])
    cancel.add_argument("ids", nargs="+", metavar="ORDER", help="its number")
    cancel.add_argument("--refund", action="store_true", help="and give back all that was paid")
    back = deeds.add_parser("return", help="take goods back, all or some", parents=[shared()])
    back.add_argument("id", metavar="ORDER", help="its number")
    back.add_argument(
        "--line", action="append", default=[], metavar="N[xPIECES]",
        help="line N of the order, 2x1 for one piece of line 2; repeat it for each; without it all that is out",
    )  # fmt: skip
    back.add_argument(
        "--refund", default="", metavar="AMOUNT", help="what is given back; “fair” for the share of what was paid"
    )
    refund = deeds.add_parser("refund", help="give money back", parents=[shared()])
    refund.add_argument("id", metavar="ORDER", help="its number")
    refund.add_argument("amount", metavar="AMOUNT", help="12.50, or “all” for what is left")
