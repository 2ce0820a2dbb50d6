"""The words of `cordial complaint offers|resolve|…`: how a complaint is made good; and of `cordial voucher`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]
    Deeds = argparse._SubParsersAction[argparse.ArgumentParser]

ROOMS = {
    "offers": "resolutions", "resolve": "resolutions", "chosen": "resolutions", "done": "resolutions",
    "unresolve": "resolutions", "enclose": "enclosing", "take-out": "enclosing", "papers": "enclosing",
    "book": "resolution_book",
}  # fmt: skip
DEEDS = (
    "apology", "free-delivery", "voucher", "partial-refund", "keep", "replacement", "refund", "refund-and-more",
)  # fmt: skip


def making_good(deeds: Deeds, shared: Shared) -> None:
    """Offers, the choice, the papers for the next parcel, and the book."""
    _choosing(deeds, shared)
    _enclosing(deeds, shared)
    _book(deeds, shared)


def _choosing(deeds: Deeds, shared: Shared) -> None:
    offers = deeds.add_parser("offers", help="what the book offers for a complaint, with costs", parents=[shared()])
    offers.add_argument("id", metavar="ID")
    one = deeds.add_parser("resolve", help="choose what is done about a complaint, and book it", parents=[shared()])
    one.add_argument("id", metavar="ID")
    one.add_argument("doing", nargs="?", choices=DEEDS, metavar="DEED", help=f"{', '.join(DEEDS)}; else as proposed")
    one.add_argument("size", nargs="?", default="", metavar="SIZE", help="a share such as 10%% or a sum such as 5.00")
    one.add_argument("--cost", metavar="5.00", help="what it costs the shop, where the order does not tell")
    one.add_argument("--words", default="", metavar="TEXT", help="what is promised, in the customer's language")
    one.add_argument("--apology", action="store_true", help="lay an apology card into the next parcel")
    one.add_argument("--enclose", action="store_true", help="lay the voucher into the next parcel")
    one.add_argument("--what", default=None, metavar="TEXT", help="on the apology card, what went wrong")
    shown = deeds.add_parser("chosen", help="what was chosen for a complaint, and its papers", parents=[shared()])
    shown.add_argument("id", metavar="ID")
    done = deeds.add_parser("done", help="note that what was promised was done", parents=[shared()])
    done.add_argument("numbers", nargs="+", metavar="N", help="as complaint chosen tells them")
    done.add_argument("--not", dest="undone", action="store_true", help="that it was not")
    back = deeds.add_parser("unresolve", help="take a choice back, with its voucher", parents=[shared()])
    back.add_argument("number", metavar="N", help="as complaint chosen tells it")


def _enclosing(deeds: Deeds, shared: Shared) -> None:
    one = deeds.add_parser("enclose", help="lay papers into the customer's next parcel", parents=[shared()])
    one.add_argument("id", metavar="ID")
    one.add_argument("--apology", action="store_true", help="an apology card")
    one.add_argument("--voucher", metavar="10%|5.00|CODE", help="a new voucher, or one that was given")
    one.add_argument("--until", metavar="D", help="a new voucher's last day")
    one.add_argument("--what", default=None, metavar="TEXT", help="on the card, what went wrong")
    one.add_argument("--promised", default="", metavar="TEXT", help="on the card, what is done about it")
    out = deeds.add_parser("take-out", help="take papers out of the next parcel", parents=[shared()])
    out.add_argument("numbers", nargs="+", metavar="N", help="as complaint chosen tells them")
    papers = deeds.add_parser("papers", help="print what waits for the next parcel by itself", parents=[shared()])
    papers.add_argument("id", metavar="ID")
    papers.add_argument("--by", default="", metavar="NAME", help="who signs")
    where = papers.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", metavar="FILE.pdf")
    where.add_argument("--printer", metavar="NAME")


def _book(deeds: Deeds, shared: Shared) -> None:
    book = deeds.add_parser("book", help="show or change the resolution book")
    acts = book.add_subparsers(dest="act", metavar="show|set|reset", required=True)
    for act, help_ in (
        ("show", "the offers for each kind, the most modest first"),
        ("set", "write the offers of a page, the most modest first"),
        ("reset", "have a page as the program brings it"),
    ):
        one = acts.add_parser(act, help=help_, parents=[shared()])
        one.add_argument("kind", metavar="KIND", nargs="?" if act == "show" else None)
        if act != "show":
            one.add_argument("verdict", choices=("yes", "no", "unclear"), metavar="yes|no|unclear")
            one.add_argument("order", choices=("first", "later"), metavar="first|later")
        if act == "set":
            one.add_argument("offers", nargs="+", metavar="DEED[:SIZE]", help="voucher:10%%, refund …")


def voucher(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`add`, `edit`, `remove`, `use`, `unuse` and `show`."""
    deeds = words.add_subparsers(dest="deed", metavar="add|edit|remove|use|unuse|show", required=True)
    for deed, help_ in (("add", "give a voucher with a code of its own"), ("edit", "change what a voucher gives")):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        if deed == "edit":
            one.add_argument("code", metavar="CODE")
        one.add_argument("gives", nargs="?", metavar="10%|5.00|TEXT", help="a share, a sum, or something in words")
        one.add_argument("--until", metavar="D", help="its last day; empty: for ever")
        one.add_argument("--customer", metavar="ID", help="whose it is; empty: nobody's")
    gone = deeds.add_parser("remove", help="withdraw vouchers that were not used", parents=[shared()])
    gone.add_argument("codes", nargs="+", metavar="CODE")
    use = deeds.add_parser("use", help="note that a voucher was used today", parents=[shared()])
    use.add_argument("code", metavar="CODE")
    use.add_argument("--order", metavar="NUMBER", help="for which order")
    for deed, help_ in (("unuse", "make a voucher usable again"), ("show", "say what a voucher gives")):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        one.add_argument("code", metavar="CODE")
