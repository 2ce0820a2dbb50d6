"""Every command and its words, as argparse knows them; which module answers is decided in run.py."""

from __future__ import annotations

import argparse
from functools import cache

from desktop_app import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from typing import Any

LISTED = (
    "customers", "orders", "products", "complaints", "inboxes", "carriers", "views", "tags", "interests", "prints",
    "designs", "stocks", "calibrations", "signatures", "packers", "renewals", "messages", "vouchers", "changes",
    "backups",
)  # fmt: skip
WRITTEN = ("customers", "orders", "products", "complaints")
EXPORTED = (
    *WRITTEN, "order-lines", "people", "birthdays", "vouchers", "messages", "renewals", "prints", "inboxes",
    "carriers", "tags", "interests", "imports", "changes",
)  # fmt: skip
SHOWN = ("customer", "order", "product", "complaint", "voucher", "message", "print")


def parser(words: list[str]) -> argparse.ArgumentParser:
    """The command line that `words` may be; common options may stand before and after the command.

    Only commands that occur among the words get their arguments: building all of them costs more than Python's start.
    """
    root = argparse.ArgumentParser(
        prog="cordial",
        description="The back office of a small shop that posts parcels. Without a command the window opens.",
    )
    _common(root, default=None)
    root.add_argument("--bench", action="store_true", help="open the packing bench in place of the window")
    root.add_argument("--as", dest="at_bench", metavar="PACKER", help="who packs there; a PIN is asked all the same")
    nobodys = argparse.ArgumentParser(add_help=False)  # stands for all that are not meant

    def its_words(*, meant: bool = True, **given: Any) -> argparse.ArgumentParser:
        return argparse.ArgumentParser(**given) if meant else nobodys

    commands = root.add_subparsers(dest="command", metavar="COMMAND", parser_class=its_words)  # type: ignore[call-overload]
    for name, (help_, fill) in _COMMANDS.items():
        if name in words:
            command = commands.add_parser(name, help=help_, description=help_, parents=[_shared()])
            if fill is not None:
                fill(command)
        else:
            commands.add_parser(name, help=help_, meant=False)
    return root


def printed() -> list[str]:
    """The kinds of paper there are; what tells them is loaded for the commands that print alone."""
    from desktop_app.domain.kinds import Kind

    return [kind.value for kind in Kind]


@cache
def _shared() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    _common(common, default=argparse.SUPPRESS)
    return common


def _common(root: argparse.ArgumentParser, *, default: object) -> None:
    options = root.add_argument_group("options for every command")
    options.add_argument("--shop", metavar="FILE|URL", default=default, help="the shop's file, or postgresql://…")
    options.add_argument("--lang", choices=("en", "ru", "lv"), default=default, help="the language of the output")
    options.add_argument("--today", metavar="YYYY-MM-DD", type=_day, default=default, help="the day for every rule")
    options.add_argument("--json", action="store_true", default=default or False, help="print one JSON object")
    options.add_argument("-v", "--verbose", action="store_true", default=default or False, help="log to standard error")
    if default is None:
        root.add_argument("--version", action="version", version=f"cordial {__version__}")


def _demo(words: argparse.ArgumentParser) -> None:
    words.add_argument("--customers", type=_count, default=60, metavar="N")
    words.add_argument("--orders", type=_count, default=180, metavar="N")
    words.add_argument("--seed", type=int, default=1, metavar="N")


def _lists(words: argparse.ArgumentParser) -> None:
    words.add_argument("kind", choices=LISTED, metavar="KIND", help=", ".join(LISTED))
    words.add_argument("--limit", type=_count, default=1000, metavar="N")
    _narrowing(words)


def _export(words: argparse.ArgumentParser) -> None:
    words.add_argument("kind", choices=EXPORTED, metavar="KIND", help=", ".join(EXPORTED))
    words.add_argument("--to", required=True, metavar="FILE.csv|xlsx", help="people as .vcf, birthdays as .ics")
    words.add_argument("--vcard", choices=("4.0", "3.0"), default="4.0", help="the form of contact cards")
    _narrowing(words)


def _view(words: argparse.ArgumentParser) -> None:
    deeds = words.add_subparsers(dest="deed", metavar="save|rename|remove", required=True)
    for deed, help_ in (
        ("save", "keep a list, as the options narrow, sort and show it, under a name"),
        ("rename", "give a view another name"),
        ("remove", "remove a view"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[_shared()])
        one.add_argument("name", metavar="NAME")
        one.add_argument("--of", choices=WRITTEN, default="customers", metavar="KIND", help="customers, if not said")
        if deed == "rename":
            one.add_argument("--to", required=True, metavar="NAME")
        if deed == "save":
            _narrowing(one)


def _narrowing(words: argparse.ArgumentParser) -> None:
    from desktop_app.cli.narrowing_arguments import narrowing

    narrowing(words)


def _show(words: argparse.ArgumentParser) -> None:
    words.add_argument("kind", choices=SHOWN, metavar="KIND", help=", ".join(SHOWN))
    words.add_argument("id", metavar="ID", help="its number here; an order by the shop's, a voucher by its code")


def _find(words: argparse.ArgumentParser) -> None:
    words.add_argument("text", nargs="+", metavar="TEXT")
    words.add_argument("--limit", type=_count, default=50, metavar="N")


def _print(words: argparse.ArgumentParser) -> None:
    words.add_argument("kind", choices=printed(), metavar="KIND", help=", ".join(printed()))
    which = words.add_mutually_exclusive_group()
    which.add_argument("--orders", nargs="+", metavar="NUMBER")
    which.add_argument("--customers", nargs="+", type=int, metavar="ID", help="or the latest order of each")
    which.add_argument("--for-date", type=_day, metavar="D", help="orders promised for this day; birthdays on it")
    which.add_argument("--segment", metavar="NAME", help="what a saved view of orders or of customers shows")
    which.add_argument("--unprinted", action="store_true", help="what is to be packed, or congratulated, and has none")
    words.add_argument(
        "--template", metavar="T", help="the design: sprig, wave … own-3, as cordial list designs tells them"
    )
    words.add_argument("--stock", metavar="S", help="a6, a6-4up-a4 …, as cordial list stocks tells them")
    words.add_argument("--start", type=_count, default=1, metavar="N", help="first free place on the first sheet")
    words.add_argument("--duplex", choices=("long", "short", "fold"), default="off", help="print the backs too")
    words.add_argument("--order", choices=("reading", "cut-and-stack"), default="reading", help="how cards are laid")
    words.add_argument(
        "--left-over", action="store_true", help="fill the begun sheets first, note what is left of them"
    )
    words.add_argument("--guide", action="store_true", help="a last sheet that shows where to cut")
    words.add_argument("--no-marks", action="store_true", help="leave the cutting marks out")
    words.add_argument("--copies", type=_count, default=1, metavar="N")
    words.add_argument("--by", default="", metavar="PACKER", help="who packs; their signature stands on the papers")
    said = words.add_argument_group("what the papers say")
    said.add_argument("--code", nargs="+", default=[], metavar="CODE", help="one for all, or one for each record")
    said.add_argument("--worth", metavar="12.50", help="what a voucher is worth, in the shop's currency")
    said.add_argument("--percent", type=_count, metavar="N", help="what a voucher takes off")
    said.add_argument("--what", default="", metavar="TEXT", help="what a voucher gives; on an apology, what went wrong")
    said.add_argument("--promised", default="", metavar="TEXT", help="on an apology, what is done about it")
    said.add_argument("--until", type=_day, metavar="D", help="the voucher's last day")
    said.add_argument("--gift", default="", metavar="TEXT", help="the gift that goes with it")
    said.add_argument("--warranty", type=_count, default=0, metavar="MONTHS", help="on a warranty card")
    said.add_argument("--link", default="", metavar="URL", help="on a care sheet, where it is shown how")
    said.add_argument("--in", dest="language", choices=("en", "ru", "lv"), help="the language of a promise or mission")
    words.set_defaults(refuse=words.error)
    _where(words)


def _reprint(words: argparse.ArgumentParser) -> None:
    words.add_argument("id", metavar="ID", help="the run's number, as cordial list prints tells it")
    which = words.add_mutually_exclusive_group(required=True)
    which.add_argument("--cards", nargs="+", type=_count, default=[], metavar="N", help="as show print ID numbers them")
    which.add_argument("--sheets", nargs="+", type=_count, default=[], metavar="N", help="whole, as they were")
    words.add_argument("--onward", action="store_true", help="and all that come after the first of them")
    words.add_argument("--start", type=_count, default=1, metavar="N", help="first free place on the first sheet")
    _where(words)


def _where(words: argparse.ArgumentParser) -> None:
    where = words.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", metavar="FILE.pdf")
    where.add_argument("--printer", metavar="NAME")
    words.add_argument("--tray", default="", metavar="NAME", help="the printer's tray")


def _in(room: str, name: str) -> Callable[[argparse.ArgumentParser], None]:
    """The words of a command that stand in a room of their own, loaded when they are meant."""

    def fill(words: argparse.ArgumentParser) -> None:
        from importlib import import_module

        getattr(import_module(f"desktop_app.cli.{room}"), name)(words, _shared)

    return fill


def _record(words: argparse.ArgumentParser) -> None:
    from desktop_app.cli.record_arguments import record

    record(words, words.prog.rsplit(" ", 1)[-1], _shared)


def _word(words: argparse.ArgumentParser) -> None:
    from desktop_app.cli.packer_arguments import word

    word(words, _shared, day=_day)


def _late(words: argparse.ArgumentParser) -> None:
    words.add_argument("--limit", type=_count, default=500, metavar="N")
    words.add_argument("--by", default="", metavar="NAME", help="who signs the messages")
    words.add_argument("--told", nargs="+", metavar="NUMBER", help="note that the customers of these orders were told")


def _design(words: argparse.ArgumentParser) -> None:
    deeds = words.add_subparsers(dest="deed", metavar="export|import|duplicate|rename|remove", required=True)
    for deed, help_, wanted in (
        ("export", "write a design with its pictures to one file", ("kind", "key", "file")),
        ("import", "take a design from a file", ("file",)),
        ("duplicate", "begin a design of the shop's own as another is", ("kind", "key", "title")),
        ("rename", "give a design of the shop's own another name", ("key", "title")),
        ("remove", "remove a design of the shop's own", ("key",)),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[_shared()])
        for name in wanted:
            kinds = [kind for kind in printed() if kind != "parcel"] if name == "kind" else None
            one.add_argument(name, metavar=name.upper(), choices=kinds)


def _stock(words: argparse.ArgumentParser) -> None:
    deeds = words.add_subparsers(dest="deed", metavar="own|disown|begun", required=True)
    for deed, help_ in (("own", "note paper the shop has"), ("disown", "note paper the shop has not")):
        one = deeds.add_parser(deed, help=help_, parents=[_shared()])
        one.add_argument("keys", nargs="+", metavar="S", help="a6-4up-a4 …, as cordial list stocks tells them")
    begun = deeds.add_parser("begun", help="note the begun sheets of a paper", parents=[_shared()])
    begun.add_argument("key", metavar="S")
    begun.add_argument(
        "sheets", nargs="*", metavar="PLACES", help="the free places of each sheet: 3,4 or 2-4; none: forget"
    )


def _calibrate(words: argparse.ArgumentParser) -> None:
    words.add_argument("--printer", required=True, metavar="NAME")
    words.add_argument("--tray", default="", metavar="NAME")
    words.add_argument("--stock", required=True, metavar="S")
    words.add_argument("--duplex", choices=("long", "short"), default="off", help="the test page has a back too")
    what = words.add_mutually_exclusive_group(required=True)
    what.add_argument("--page", metavar="FILE.pdf", help="make the test page, with the correction in use")
    what.add_argument(
        "--measured", nargs="+", type=float, metavar="MM", help="left top [across down [back-left back-top]]"
    )
    what.add_argument("--forget", action="store_true", help="print without a correction again")


def _settings(words: argparse.ArgumentParser) -> None:
    words.add_argument("values", nargs="*", metavar="NAME=VALUE", help="shop.name=Mazais veikals, shop.logo=logo.png …")


def _backup(words: argparse.ArgumentParser) -> None:
    words.add_argument("--to", metavar="FILE")


def _restore(words: argparse.ArgumentParser) -> None:
    words.add_argument("file", metavar="FILE")


def _migrate(words: argparse.ArgumentParser) -> None:
    words.add_argument("--roles", action="store_true", help="on a server, make its roles and set their rights too")


def _move(words: argparse.ArgumentParser) -> None:
    words.add_argument("--to", required=True, metavar="FILE|URL", help="the new place: a file, or postgresql://…")


def _server(words: argparse.ArgumentParser) -> None:
    deeds = words.add_subparsers(dest="deed", metavar="check|setup", required=True)
    for deed, help_ in (
        ("check", "say what a server is and what this login may do there; nothing is written"),
        ("setup", "make the shop's tables, its roles and the logins for the owner and the benches"),
    ):
        one = deeds.add_parser(deed, help=help_, parents=[_shared()])
        one.add_argument("address", metavar="URL", help="postgresql://USER@HOST/DATABASE, without a password")
        if deed == "setup":
            one.add_argument("--owner", metavar="NAME", help="the owner's login; DATABASE_desk, if not said")
            one.add_argument("--packers", metavar="NAME", help="the benches' login; DATABASE_bench, if not said")
            one.add_argument("--backups", metavar="NAME", help="a login for backups by night too")
            one.add_argument("--type", action="store_true", help="ask for the passwords, else they are made and shown")


def _erase(words: argparse.ArgumentParser) -> None:
    words.add_argument("ids", nargs="*", metavar="CUSTOMER", help="their numbers, as cordial list customers tells them")
    words.add_argument("--yes", action="store_true", help="do not ask for the name; it cannot be undone")
    words.add_argument("--dry-run", action="store_true", help="only say what goes, what stays, which backups hold them")
    words.add_argument("--tidy", action="store_true", help="rewrite the database where an erasing could not")
    words.set_defaults(refuse=words.error)


def _statement(words: argparse.ArgumentParser) -> None:
    words.add_argument("id", metavar="CUSTOMER", help="the number, as cordial list customers tells it")
    words.add_argument("--to", required=True, metavar="FILE.pdf")
    words.add_argument("--json-to", metavar="FILE.json", help="else beside the PDF under the same name")
    words.add_argument("--in", dest="language", choices=("en", "ru", "lv"), help="else the customer's own language")


def _undo(words: argparse.ArgumentParser) -> None:
    words.add_argument("id", nargs="?", type=_count, metavar="ID")


def _day(text: str) -> dt.date:
    import datetime as dt

    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it as 2026-03-31") from None


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of 1 or more")
    return number


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None] | None]] = {
    "demo": ("Fill a new shop with invented, realistic people and orders.", _demo),
    "import": ("Take orders or people from files; show or take back imports.", _in("import_arguments", "import_files")),
    "list": ("List records.", _lists),
    "export": ("Write a list as CSV or XLSX, people as contact cards, birthdays as a calendar.", _export),
    "view": ("Save, rename or remove a view of a list.", _view),
    "show": ("Show one record whole.", _show),
    "find": ("Find anything, as the search box does.", _find),
    "today": ("What the Today page shows.", None),
    "late": ("Late orders, each with a message prepared for its customer.", _late),
    "print": ("Make cards and inserts as one PDF, or print them.", _print),
    "reprint": ("Print cards or sheets of a run once more, as after a jam.", _reprint),
    "pack": ("Pack orders: take, check, finish, set aside or give back.", _in("packing_arguments", "pack")),
    "checklist": ("Keep the packing checklist.", _in("packing_arguments", "checklist")),
    "customer": ("Add, edit, remove or merge customers.", _in("record_arguments", "customer")),
    "statement": ("Write all that is known of a customer as a PDF and as JSON, to hand out.", _statement),
    "erase": ("Take customers out of the shop for good; their orders stay as nobody's.", _erase),
    "order": ("Add, edit or remove an order.", _record),
    "product": ("Add, edit or remove a product.", _record),
    "design": ("Carry card designs in and out; duplicate, rename or remove the shop's own.", _design),
    "stock": ("Note the paper the shop has, and its begun sheets.", _stock),
    "calibrate": ("Measure a printer’s tray on a paper, so that cards lie where they should.", _calibrate),
    "packer": ("Add, edit or remove packers, give them PINs.", _in("packer_arguments", "packer")),
    "word": ("Say a word to the packers; see who has read it.", _word),
    "signature": ("Add or remove a packer’s signature, which their papers show.", _in("packer_arguments", "signature")),
    "carrier": (
        "Add, edit, remove or list carriers: their days, and where parcels are followed.",
        _in("carrier_arguments", "carrier"),
    ),
    "complaint": (
        "Record complaints and reviews, keep their thread, and move them on.",
        _in("complaint_arguments", "complaint"),
    ),
    "cause": ("Keep what complaints come from, and what was changed because of it.", _in("cause_arguments", "cause")),
    "inbox": (
        "Keep where complaints arrive, and note who looked there when.",
        _in("inbox_arguments", "inbox"),
    ),
    "deadline": (
        "Set in how many working hours complaints are answered and solved.",
        _in("inbox_arguments", "deadline"),
    ),
    "voucher": ("Give vouchers, withdraw them, note that they were used.", _in("resolution_arguments", "voucher")),
    "renewal": (
        "Keep what customers pay for by period, and note that it was paid.",
        _in("renewal_arguments", "renewal"),
    ),
    "text": ("The texts of messages: list, show, edit, reset.", _in("text_arguments", "text")),
    "message": ("See what wants to go out, and put it into the outbox.", _in("message_arguments", "message")),
    "mail": ("Set up the mail server, send the messages that wait, decide about them.", _in("mail_arguments", "mail")),
    "settings": ("Show the shop's settings, or change them.", _settings),
    "undo": ("Take back the last change, or change ID.", _undo),
    "redo": ("Do again what was taken back last.", None),
    "backup": ("Keep a verified copy of the shop.", _backup),
    "restore": ("Bring the shop back as a backup holds it; what is there now is kept.", _restore),
    "check": ("Check the shop's file and its backups.", None),
    "migrate": ("Bring the shop to this version; on a server, set the roles' rights.", _migrate),
    "move": ("Copy the shop whole to a server, or from there to a file, compared row by row.", _move),
    "server": ("Look at a database server, or set a shop up on it for several desks.", _server),
    "version": ("Say which version this is.", None),
}
