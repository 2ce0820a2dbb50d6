"""The words of `cordial message`; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

NEWS = (
    "paid", "packed", "shipped", "delivered", "cancelled", "refunded", "delay", "out-of-stock", "review-request",
)  # fmt: skip
MEANS = ("email", "sms", "whatsapp", "viber", "telegram", "copy")


def message(words: argparse.ArgumentParser, shared: Callable[[], argparse.ArgumentParser]) -> None:
    """What is due, written and put into the outbox; `cordial mail send` sends it."""
    deeds = words.add_subparsers(dest="deed", metavar="due|put|leave|write|edit|show", required=True)
    for deed, help_ in (
        ("due", "what wants to go out and is not in the outbox yet"),
        ("put", "put what is due into the outbox, or only these"),
        ("leave", "never write these: they are not due any more"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        if deed == "leave":
            one.add_argument("keys", nargs="+", metavar="KEY", help="as message due tells them")
        elif deed == "put":
            one.add_argument("keys", nargs="*", metavar="KEY", help="as message due tells them; none: all")
        one.add_argument("--by", default="", metavar="NAME", help="who signs")
    write = deeds.add_parser("write", help="write to a customer or about orders", parents=[shared()])
    whom = write.add_mutually_exclusive_group(required=True)
    whom.add_argument("--orders", nargs="+", metavar="NUMBER", help="with --kind: news of these orders")
    whom.add_argument("--renewals", nargs="+", metavar="ID", help="that these renewals come due")
    whom.add_argument("--customer", metavar="ID", help="with --text: a message written by hand")
    write.add_argument("--kind", choices=NEWS, metavar="KIND", help=", ".join(NEWS))
    write.add_argument("--by", default="", metavar="NAME", help="who signs")
    _words(write)
    edit = deeds.add_parser("edit", help="give a message other words before it goes", parents=[shared()])
    edit.add_argument("id", metavar="ID", help="as mail list tells it")
    _words(edit)
    show = deeds.add_parser("show", help="a message whole", parents=[shared()])
    show.add_argument("id", metavar="ID", help="as mail list tells it")


def _words(words: argparse.ArgumentParser) -> None:
    words.add_argument("--subject", metavar="TEXT")
    words.add_argument("--text", metavar="TEXT", help="- reads it from standard input")
    words.add_argument("--means", choices=MEANS, help="by which way it goes; else as they wish")
    words.add_argument("--address", metavar="ADDRESS", help="another than the customer's own")
