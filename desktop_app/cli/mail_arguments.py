"""The words of `cordial mail`; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def mail(words: argparse.ArgumentParser, shared: Callable[[], argparse.ArgumentParser]) -> None:
    """`setup`, `test`, `send`, and what a person decides about messages."""
    deeds = words.add_subparsers(dest="deed", metavar="setup|test|send|list|cancel|again|arrived", required=True)
    setup = deeds.add_parser("setup", help="set up the mail server, or show how it is set up", parents=[shared()])
    setup.add_argument("--server", metavar="NAME", help="such as smtp.shop.example")
    setup.add_argument("--port", metavar="N", help="0: the usual one")
    setup.add_argument("--security", choices=("tls", "starttls", "none"), help="none: a server on this computer only")
    setup.add_argument("--user", metavar="NAME")
    setup.add_argument("--from", dest="sender", metavar="ADDRESS", help="the shop's e-mail address")
    setup.add_argument("--name", metavar="TEXT", help="beside the address; the shop's name, if not said")
    setup.add_argument("--reply-to", metavar="ADDRESS", help="where answers go")
    setup.add_argument("--per-minute", metavar="N", help="so many messages a minute at most")
    setup.add_argument("--certificate", metavar="FILE.pem", help="of an authority of your own; empty: none")
    setup.add_argument("--password", action="store_true", help="ask for the password, and keep it in the keyring")
    deeds.add_parser("test", help="send a test message to the shop's own address", parents=[shared()])
    send = deeds.add_parser("send", help="send the e-mails that wait", parents=[shared()])
    send.add_argument("ids", nargs="*", metavar="ID", help="only these")
    send.add_argument("--to", metavar="FOLDER", help="send nothing: write them into this folder as .eml files")
    listed = deeds.add_parser("list", help="the outbox", parents=[shared()])
    listed.add_argument(
        "--status", action="append", default=[], metavar="S", help="waiting, handed, refused, unknown, held …"
    )
    listed.add_argument("--limit", type=int, default=1000, metavar="N")
    for deed, help_ in (
        ("cancel", "do not send messages that wait or are held back"),
        ("again", "send messages (once more), also those of which nobody knows whether they went"),
        ("arrived", "note of messages of which nobody knew that they did go"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[shared()])
        one.add_argument("ids", nargs="+", metavar="ID", help="as mail list tells them")
