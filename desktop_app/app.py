"""The only composition root: paths -> store -> desk -> window or command line."""

from __future__ import annotations

import os
import sys

from desktop_app.cli.arguments import parser

TYPE_CHECKING = False  # importing typing would cost a tenth of what `--help` may take
if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from desktop_app.cli.run import Opener
    from desktop_app.i18n import Language
    from desktop_app.store.connect import Shop

SHOP_FILE = "shop.db"
SAMPLE_FILE = "sample.db"
_WRONG_WORDS = 2  # as cli.run has it, which is not loaded for this


def main(arguments: list[str] | None = None) -> int:
    """Runs `cordial ARGUMENTS` and returns its exit code; without a command the window opens."""
    os.umask(0o077)  # before anything is written: new files would be readable by everyone
    given = sys.argv[1:] if arguments is None else arguments
    words = parser(given).parse_args(given)  # leaves here for --help and wrong words; all else is loaded after it
    if arguments is None and _tells_a_password(words):
        return _WRONG_WORDS
    return _compose(words)


def _tells_a_password(words: argparse.Namespace) -> bool:
    """Whether an address on the command line holds a password, which every user of the computer can read there."""
    texts = [one for one in vars(words).values() if isinstance(one, str)]
    given = [one for one in texts if one.startswith("postgres") and "://" in one]
    if not given:
        return False
    from desktop_app.i18n import Words, msg
    from desktop_app.paths import has_password

    if not any(map(has_password, given)):
        return False
    sentence = msg(
        "The address holds a password, which others can read in the list of running programs. Leave it out: it is "
        "asked for, or taken from the keyring or from the variable PGPASSWORD."
    )
    sys.stderr.write(Words(_language(words.lang)).say(sentence) + "\n")
    return True


def _compose(words: argparse.Namespace) -> int:
    from desktop_app import logs
    from desktop_app.i18n import Words, msg
    from desktop_app.paths import data_folder

    language = _language(words.lang)
    location = words.shop or os.environ.get("CORDIAL_SHOP") or _this_desks_shop() or str(data_folder() / SHOP_FILE)
    try:
        today = _today(words.today)
    except ValueError:
        from desktop_app.cli.run import WRONG_WORDS

        text = os.environ["CORDIAL_TODAY"]
        sentence = msg("CORDIAL_TODAY is “{text}”, which is not a day; write it as 2026-03-31.", text=text)
        sys.stderr.write(Words(language).say(sentence) + "\n")
        return WRONG_WORDS

    def opener(place: str, *, write: bool = True) -> Shop:
        from desktop_app.store.connect import open_shop

        return open_shop(place, write=write, today=(lambda: today) if today else None)

    with logs.kept(data_folder() / "log", verbose=words.verbose):
        if words.command is None:
            return _window(location, opener, language=words.lang, bench=words.at_bench or ("" if words.bench else None))
        from desktop_app.cli.run import run

        return run(words, opener, location=location, language=language, actor=_person())


def _window(location: str, opener: Opener, *, language: str | None, bench: str | None = None) -> int:
    from pathlib import Path

    from desktop_app.i18n import Language
    from desktop_app.paths import data_folder, desk_folder
    from desktop_app.ui.start import open_window

    settings = desk_folder() / "desk.json"

    def keep(text: str) -> None:
        from desktop_app.store.durable import durable_write  # brings the database library: not before the first paint

        durable_write(settings, text.encode())

    def owners(place: str, *, write: bool = True) -> Shop:
        shop = opener(place, write=write)
        if shop.sqlite:
            return shop
        from desktop_app.store.roles import refuse_bench_login

        try:
            refuse_bench_login(shop)
        except BaseException:
            shop.close()
            raise
        return shop

    beside = data_folder() if "://" in location else Path(location).parent
    return open_window(
        location,
        sample=str(beside / SAMPLE_FILE),
        opener=owners if bench is None else opener,
        desk_text=settings.read_text("utf-8") if settings.exists() else "",
        keep_desk=keep,
        language=Language(language) if language else None,
        bench=bench,
    )


def _this_desks_shop() -> str:
    """Where this desk's shop lies, once it was moved to a server or back; else ""."""
    from desktop_app.paths import desk_folder

    try:
        text = (desk_folder() / "desk.json").read_text("utf-8")
    except OSError:
        return ""
    import json

    try:
        kept = json.loads(text)
    except ValueError:  # it is begun anew by the window
        return ""
    return str(kept.get("window.shop") or "") if isinstance(kept, dict) else ""


def _today(given: dt.date | None) -> dt.date | None:
    """The day every rule counts from: --today, else CORDIAL_TODAY, else None for the clock's."""
    import datetime as dt

    set_outside = os.environ.get("CORDIAL_TODAY", "")
    return given or (dt.date.fromisoformat(set_outside) if set_outside else None)


def _language(given: str | None) -> Language:
    """--lang, else the system's where it is one of ours, else English."""
    from desktop_app.i18n import Language

    if given:
        return Language(given)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in tuple(Language):
            return Language(code)
        if code:
            break
    return Language.EN


def _person() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""  # no such user on this system: the change stands without a name
