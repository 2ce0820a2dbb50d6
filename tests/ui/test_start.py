"""The start as it is typed, in a process of its own: what is loaded before the first paint, and what stays behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from desktop_app.domain.errors import PasswordWanted
from desktop_app.i18n import Language, msg
from desktop_app.ui.start import _QtWords, _Shops, screen_language

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "reportlab",
    "uharfbuzz",
    "fontTools",
    "segno",
    "babel",
    "holidays",
    "PIL",
    "python_calamine",
    "xlsxwriter",
    "psycopg",
    "numpy",
    "chardet",
    "phonenumbers",
    "dateutil",
    "peewee",
    "apsw",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "PySide6.QtNetwork",
    "logging.handlers",
    "concurrent.futures",
    "hashlib",
    "asyncio",
    "email",
    "desktop_app.ui.pictures",
)
NEVER_ON_TODAY = (
    "reportlab",
    "uharfbuzz",
    "fontTools",
    "segno",
    "PIL",
    "python_calamine",
    "xlsxwriter",
    "psycopg",
    "numpy",
    "chardet",
    "phonenumbers",
    "PySide6.QtPdf",
    "PySide6.QtPrintSupport",
    "desktop_app.actions.importing",
    "desktop_app.exchange.readers",
)
MADE = 90  # of Qt's classes, which PySide makes when they are first named: each takes its time
FIRST_PAINT = 220  # modules; a bare window has 155, the rest is ours

WATCH = """
import json, sys, threading
from desktop_app import app
opened = app._window

def leave(shell, told):
    told.update(modules=sorted(sys.modules))
    shell.close()

def hooked(*given, **named):
    from desktop_app.ui import shell as shells
    made = shells.Shell.__init__
    def watched(self, *inner, **more):
        made(self, *inner, **more)
        def painted():
            told["painted"] = sorted(sys.modules)
            qt = [vars(module) for name, module in sys.modules.items() if name.startswith("PySide6.Qt")]
            told["made"] = sum(isinstance(one, type) for names in qt for one in names.values())
            from PySide6.QtCore import QTimer
            from desktop_app.ui.window import Window
            from desktop_app.ui.pages.page import Page
            timer = QTimer(self)
            def look():
                window, page = self.findChild(Window), self.findChild(Page)
                if window is not None and window.work.idle and (self.cover is not None or page is not None):
                    timer.stop()
                    told["today"] = sorted(sys.modules)
                    told["page"] = window.stage.name or type(self.cover).__name__
                    told["title"] = self.windowTitle()
                    QTimer.singleShot(0, self.close)
            timer.timeout.connect(look)
            timer.start(20)
        self.painted.connect(painted)
    shells.Shell.__init__ = watched
    return opened(*given, **named)

told = {}
app._window = hooked
code = app.main(sys.argv[1:])
told["code"] = code
told["threads"] = [t.name for t in threading.enumerate() if not t.daemon]
print(json.dumps(told))
"""


def start(home: Path, *arguments: str) -> dict[str, object]:
    """What a start with these arguments loaded and left, up to an orderly close."""
    found: dict[str, object] = run(home, WATCH, *arguments)
    return found


def run(home: Path, program: str, *arguments: str) -> Any:
    """What a program printed as JSON, in a home of its own, without a word of complaint."""
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    environment = {
        **os.environ,
        **folders,
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "en_GB.UTF-8",
        "LC_ALL": "",
        "LC_MESSAGES": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]
    assert said == []
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, object]]:
    """The very first start of a person, and their home after it."""
    home = tmp_path_factory.mktemp("home")
    return home, start(home)


def test_the_first_start_makes_a_shop_and_asks_its_questions(first: tuple[Path, dict[str, object]]) -> None:
    home, told = first
    assert (told["code"], told["page"]) == (0, "Welcome")
    assert (home / "DATA" / "cordial" / "shop.db").exists()
    assert "psycopg" not in told["today"]  # type: ignore[operator]  # a new file has no use for a server's driver
    assert json.loads((home / "CONFIG" / "cordial" / "desk.json").read_text("utf-8"))["window.geometry"]


def test_nothing_heavy_is_loaded_before_the_first_paint(first: tuple[Path, dict[str, object]]) -> None:
    modules = first[1]["painted"]
    assert isinstance(modules, list)
    assert [name for name in HEAVY if name in modules] == []
    assert len(modules) <= FIRST_PAINT
    assert 20 < first[1]["made"] <= MADE  # type: ignore[operator]
    assert "desktop_app.ui.sidebar" in modules  # the watch really looked at a start


def test_no_thread_is_left_behind(first: tuple[Path, dict[str, object]]) -> None:
    assert first[1]["threads"] == ["MainThread"]


def test_a_shop_that_is_lived_in_opens_on_today_without_paper_pictures_and_servers(tmp_path: Path) -> None:
    from desktop_app.app import main

    shop = tmp_path / "shop.db"
    assert main(["demo", "--shop", str(shop), "--customers", "5", "--orders", "8"]) == 0
    told = start(tmp_path, "--shop", str(shop))
    assert told["page"] == "today"
    assert told["title"]
    modules = told["today"]
    assert isinstance(modules, list)
    assert [name for name in NEVER_ON_TODAY if name in modules] == []


def test_a_list_is_loaded_without_what_writes_it_to_files(tmp_path: Path) -> None:
    pages = [f"desktop_app.ui.pages.{name}.page" for name in ("customers", "orders", "products", "complaints")]
    load = f"import json, sys, importlib\nfor page in {pages}: importlib.import_module(page)\n"
    modules = run(tmp_path, load + "print(json.dumps(sorted(sys.modules)))")
    assert set(pages) < set(modules)
    writers = ("actions.exporting", "actions.exporting_people", "queries.file_lists", "exchange.xlsx_list")
    assert [name for name in writers if f"desktop_app.{name}" in modules] == []


@pytest.mark.parametrize(
    ("chosen", "system", "language"),
    [
        ("lv", "ru_RU", Language.LV),
        ("", "ru_RU.UTF-8", Language.RU),
        ("", "de_DE", Language.EN),
        ("", "C.UTF-8", Language.EN),
    ],
)
def test_the_screen_speaks_as_chosen_or_as_the_system(
    chosen: str, system: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", system)
    assert screen_language(chosen) is language


@pytest.mark.parametrize(
    ("language", "cancel"), [(Language.RU, "Отмена"), (Language.LV, "Atcelt"), (Language.EN, "Cancel")]
)
def test_qts_own_dialogs_speak_the_screens_language(qapp: Any, language: Language, cancel: str) -> None:
    words = _QtWords(qapp)
    words.speak(Language.RU)
    words.speak(language)
    try:
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel
    finally:
        words.speak(Language.EN)


BACK_AND_FORTH = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app import app
from desktop_app.ui import window as windows

steps, said = iter(["change", "restore", "sample", "home", "close"]), []
from desktop_app.actions.backups import backup, backups
from desktop_app.actions.settings import set_settings
from desktop_app.domain.settings import SHOP_NAME

made = windows.Window.__init__
def watched(self, *given, **named):
    made(self, *given, **named)
    timer = QTimer(self)
    def look():
        if not self.work.idle or not (self.stage.page or self.shell.cover):
            return
        step = next(steps)
        said.append([step, self.desk.shop_name, self.stage.banner.text, self.desk.sample])
        timer.stop()
        if step == "change":
            self.work.ask(backup)
            self.work.change(set_settings, {SHOP_NAME: "Changed"}, then=lambda _: timer.start(20))
        elif step == "restore":
            self.switch(self.desk.location, restore=str(backups(self.desk.location)[0].file))
        elif step == "sample":
            self.switch(self.desk.sample_location)
        elif step == "home":
            self.switch(self.desk.home)
        else:
            self.shell.close()
    timer.timeout.connect(look)
    timer.start(20)
windows.Window.__init__ = watched
code = app.main(sys.argv[1:])
print(json.dumps([code, said]))
"""


def test_from_a_change_back_by_a_backup_to_the_sample_and_home(tmp_path: Path) -> None:
    from desktop_app.app import main

    shop = tmp_path / "shop.db"
    assert main(["demo", "--shop", str(shop), "--customers", "5", "--orders", "8"]) == 0
    code, said = run(tmp_path, BACK_AND_FORTH, "--shop", str(shop))
    steps = [(step, name, sample) for step, name, _, sample in said]
    own = said[0][1]
    assert code == 0
    assert steps == [
        ("change", own, False),
        ("restore", "Changed", False),
        ("sample", own, False),
        ("home", own, True),
        ("close", own, False),
    ]
    assert said[2][2].startswith("The backup is back.")


def test_a_password_comes_from_the_keyring_and_a_typed_one_goes_there_once_it_was_right(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ring: dict[str, str] = {"postgresql://anna@db/shop": "old"}
    monkeypatch.setattr("desktop_app.actions.passwords.kept_password", lambda place: ring.get(place, ""))
    monkeypatch.setattr("desktop_app.actions.passwords.keep_password", ring.__setitem__)
    right, tried = "old", []

    def opener(location: str) -> str:
        tried.append(location)
        if f":{right}@" not in location:
            raise PasswordWanted(msg("The server wants a password."))
        return location

    place: Any = "postgresql://anna@db/shop"
    nothing: Any = None
    shops = _Shops(nothing, nothing, nothing, nothing, opener, nothing, home=place, sample="")
    assert shops._open(place) == "postgresql://anna:old@db/shop"
    right = "new"  # somebody changed it on the server
    shops = _Shops(nothing, nothing, nothing, nothing, opener, nothing, home=place, sample="")
    with pytest.raises(PasswordWanted):
        shops._open(place)
    shops.passwords[place] = ("typo", True)
    with pytest.raises(PasswordWanted):
        shops._open(place)
    assert ring == {place: "old"}
    shops.passwords[place] = ("new", True)
    assert shops._open(place) == "postgresql://anna:new@db/shop"
    assert ring == {place: "new"}
