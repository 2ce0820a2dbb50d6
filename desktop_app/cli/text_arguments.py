"""The words of `cordial text …` and of `cordial complaint answer`; arguments.py asks for them when they are meant."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Shared = Callable[[], argparse.ArgumentParser]
    Deeds = argparse._SubParsersAction[argparse.ArgumentParser]

MEANS = ("email", "sms", "whatsapp", "viber", "telegram", "copy")
_LANGUAGES = ("en", "ru", "lv")
_KEY = "such as delay, complaint/late/yes or ready/where: text list tells them"


def text(words: argparse.ArgumentParser, shared: Shared) -> None:
    """`list`, `show`, `edit`, `reset`, `add`, `remove`, `fields`."""
    deeds = words.add_subparsers(dest="deed", metavar="list|show|edit|reset|add|remove|fields", required=True)
    listed = deeds.add_parser("list", help="every text, and which the shop wrote itself", parents=[shared()])
    listed.add_argument("--own", action="store_true", help="only those the shop wrote itself")
    shown = deeds.add_parser("show", help="a text as it is written, or as it comes out", parents=[shared()])
    shown.add_argument("--preview", action="store_true", help="as it comes out for a real record, the newest first")
    shown.add_argument("--place", default="1", metavar="N", help="for the record before that, and so on")
    shown.add_argument("--short", action="store_true", help="as a text message or a messenger has it")
    edit = deeds.add_parser("edit", help="write a text in one language", parents=[shared()])
    reset = deeds.add_parser("reset", help="go back to the words that came with the program", parents=[shared()])
    fields = deeds.add_parser("fields", help="the fields and conditions a text may use", parents=[shared()])
    gone = deeds.add_parser("remove", help="take a ready answer out of the list", parents=[shared()])
    for one in (shown, edit, reset, fields, gone):
        one.add_argument("key", metavar="TEXT", help=_KEY)
    add = deeds.add_parser("add", help="add a ready answer of the shop's own", parents=[shared()])
    add.add_argument("name", metavar="NAME", help="the question it answers")
    for one in (shown, edit, reset, add):
        one.add_argument("--in", dest="language", choices=_LANGUAGES, help="the language of the text")
    for one in (edit, add):
        one.add_argument("--subject", metavar="TEXT")
        one.add_argument("--text", metavar="TEXT", required=one is add, help="- reads it from standard input")


def answering(deeds: Deeds, shared: Shared) -> None:
    """`complaint answer`."""
    one = deeds.add_parser("answer", help="propose an answer; --keep puts it into the outbox", parents=[shared()])
    one.add_argument("id", metavar="ID")
    one.add_argument("--text", dest="key", metavar="TEXT", help=f"another text, {_KEY}")
    one.add_argument("--by", dest="means", choices=MEANS, help="the way it goes; else as it came in")
    one.add_argument("--in", dest="language", choices=_LANGUAGES, help="else the customer's own language")
    one.add_argument("--say", metavar="TEXT", help="your own words instead; - reads them from standard input")
    one.add_argument("--subject", metavar="TEXT")
    one.add_argument("--person", default="", metavar="NAME", help="who signs it")
    one.add_argument("--keep", action="store_true", help="put it into the outbox: mail send sends it")
    one.add_argument("--opened", action="store_true", help="you sent or pasted it yourself: the thread keeps it")
