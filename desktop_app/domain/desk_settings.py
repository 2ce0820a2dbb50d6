"""The settings a desk keeps for itself: its language and looks, who sits at it, its printers and its scanner."""

from __future__ import annotations

from desktop_app.domain.settings import LANGUAGES, AnySetting, Scope, Setting
from desktop_app.i18n import msg

DESK_LANGUAGE = Setting("desk.language", "", msg("Language of the screen"), scope=Scope.DESK, choices=LANGUAGES)
DESK_THEME = Setting(
    "desk.theme",
    "system",
    msg("Appearance"),
    scope=Scope.DESK,
    choices=(("system", msg("As the system")), ("light", msg("Light")), ("dark", msg("Dark"))),
)
DESK_TEXT = Setting(
    "desk.text",
    "100",
    msg("Size of text"),
    scope=Scope.DESK,
    choices=(("100", msg("Normal")), ("125", msg("Large")), ("150", msg("Larger")), ("200", msg("Largest"))),
)
DESK_PERSON = Setting(
    "desk.person",
    "",
    msg("Your name"),
    msg("Signs cards and inserts, and is noted beside your changes."),
    scope=Scope.DESK,
)
DESK_PRINTER = Setting("desk.printer", "", msg("Printer for cards"), scope=Scope.DESK)
# printers and trays by stock, as domain/printers writes them
DESK_PRINTERS = Setting("desk.printers", "", msg("Printer and tray for each paper"), scope=Scope.DESK)
BENCH_PREFIX = Setting(
    "desk.bench_prefix",
    "",
    msg("The scanner begins with"),
    msg("Signs that your scanner puts before every code, if it does."),
    scope=Scope.DESK,
)
BENCH_SUFFIX = Setting(
    "desk.bench_suffix",
    "",
    msg("The scanner ends with"),
    msg("Signs between the code and Enter, if there are any."),
    scope=Scope.DESK,
)
WATCHED_FOLDER = Setting(
    "desk.watched_folder",
    "",
    msg("Watched folder"),
    msg("Exports that appear in it are offered, never taken in by themselves."),
    scope=Scope.DESK,
)
BENCH_SOUND = Setting("desk.bench_sound", True, msg("Sounds at the packing bench"), scope=Scope.DESK)

DESK_SETTINGS: tuple[AnySetting, ...] = (
    DESK_LANGUAGE,
    DESK_THEME,
    DESK_TEXT,
    DESK_PERSON,
    DESK_PRINTER,
    DESK_PRINTERS,
    BENCH_PREFIX,
    BENCH_SUFFIX,
    BENCH_SOUND,
    WATCHED_FOLDER,
)
