"""Each rule holds in the house, and each catches an offender planted in a house of cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import rules
from tests.house.source import ROOT
from tests.house.table import table

SOUND = '"""A sound module."""\n'
DOC = '"""Doc."""\n'
PLANTED: dict[str, dict[str, str]] = {
    "no_drawers": {"actions/helpers.py": SOUND},
    "no_star_imports": {"actions/orders.py": SOUND + "from desktop_app.queries.orders import *\n"},
    "forbidden_calls": {
        "ui/a.py": SOUND + "QApplication.instance()\n",
        "ui/b.py": SOUND + "app.processEvents()\n",
        "store/c.py": SOUND + "import time\ntime.sleep(1)\n",
        "store/d.py": SOUND + "from time import sleep\nsleep(1)\n",
    },
    "one_sqlite": {
        "exchange/a.py": SOUND + "import sqlite3\n",
        "ui/b.py": SOUND + "from PySide6.QtSql import QSqlDatabase\n",
        "ui/c.py": SOUND + "from PySide6 import QtSql\n",
    },
    "file_dialogs_unopened": {
        "ui/a.py": SOUND + "QFileDialog(parent)\n",
        "ui/b.py": SOUND + "QFileDialog.getOpenFileName(parent)\n",
        "ui/c.py": SOUND + "QMimeDatabase()\n",
    },
    "third_parties_on_their_floor": {
        "actions/a.py": SOUND + "def f():\n    import peewee\n",
        "cli/b.py": SOUND + "from PySide6.QtCore import QObject\n",
        "documents/c.py": SOUND + "from reportlab.pdfgen import canvas\n",
        "logs.py": SOUND + "import apsw\n",
    },
    "modules_documented": {"domain/a.py": "X = 1\n"},
    "public_things_documented": {
        "domain/a.py": SOUND + "def price():\n    return 1\n",
        "domain/b.py": SOUND + f"class A:\n    {DOC}    def total(self):\n        return 1\n",
        "domain/c.py": SOUND + "class B:\n    x = 1\n",
    },
    "small_rooms": {
        "domain/a.py": SOUND + "X = 1\n" * 400,
        "domain/b.py": SOUND + "def f():\n" + "    x = 1\n" * 60,
    },
    "no_mutual_imports": {
        "domain/a.py": SOUND + "from desktop_app.domain import b\n",
        "domain/b.py": SOUND + "from desktop_app.domain.c import X\n",
        "domain/c.py": SOUND + "def f():\n    from desktop_app.domain.a import Y\n",
    },
    "settings_used": {
        "domain/settings.py": SOUND + 'SHOP_NAME = Setting("shop.name", "", msg("Shop name"))\nALL = (SHOP_NAME,)\n',
        "domain/paper_settings.py": SOUND + 'CARD_QR = Setting("paper.qr", True, msg("QR"))\nALL = (CARD_QR,)\n',
    },
    "one_file_writer": {
        "actions/a.py": SOUND + 'open("x", "w")\n',
        "actions/b.py": SOUND + 'path.open(mode="ab")\n',
        "actions/c.py": SOUND + 'Path("x").write_bytes(b"")\n',
        "actions/d.py": SOUND + 'import shutil\nshutil.copyfile("a", "b")\n',
        "actions/e.py": SOUND + 'zipfile.ZipFile("a", "w")\n',
        "actions/f.py": SOUND + 'os.open("a", os.O_WRONLY | os.O_CREAT)\n',
    },
    "colours_by_name": {
        "ui/a.py": SOUND + 'STYLE = "QLabel { color: #A8481F }"\n',
        "ui/b.py": SOUND + "PEN = QPen(Qt.GlobalColor.white)\n",
        "ui/c.py": SOUND + "INK = QColor(1, 2, 3)\n",
    },
    "no_module_state": {
        "domain/a.py": SOUND + "cache = {}\n",
        "domain/b.py": SOUND + "def f():\n    global X\n    X = 1\n",
    },
}


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_holds_in_the_house(rule: rules.Rule) -> None:
    offences = rule(ROOT)
    assert not offences, "\n".join(["", *offences])


@pytest.mark.parametrize(
    ("rule", "path"), [(name, path) for name, files in PLANTED.items() for path in files], ids=lambda value: str(value)
)
def test_catches_an_offender(rule: str, path: str, tmp_path: Path) -> None:
    for name, text in PLANTED[rule].items():
        if name == path or rule == "no_mutual_imports":
            file = tmp_path / "desktop_app" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    offences = getattr(rules, rule)(tmp_path)
    assert any(Path(path).stem in offence for offence in offences), offences


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_lets_a_sound_module_be(rule: rules.Rule, tmp_path: Path) -> None:
    (tmp_path / "desktop_app" / "domain").mkdir(parents=True)
    text = (
        f"{SOUND}import decimal\n\nONE = 1\n\n\ndef cents(amount: decimal.Decimal) -> int:\n    {DOC}    return ONE\n"
    )
    (tmp_path / "desktop_app" / "domain" / "money.py").write_text(text, encoding="utf-8")
    assert rule(tmp_path) == []


def test_every_rule_has_its_control() -> None:
    assert set(PLANTED) == {rule.__name__ for rule in rules.RULES}


def test_the_table_is_of_the_whole_house(tmp_path: Path) -> None:
    (tmp_path / "desktop_app" / "domain").mkdir(parents=True)
    text = f"{SOUND}def told():\n    {DOC}def untold():\n    x = 1\n"
    (tmp_path / "desktop_app" / "domain" / "money.py").write_text(text, encoding="utf-8")
    [head, domain, house] = table(tmp_path)
    assert dict(zip(head, house, strict=True)) == {
        "": "the house", "files": "1", "lines": "6", "median": "6", "longest file": "6 money.py",
        "longest function": "2 untold", "over 40": "0", "said": "50%",
    }  # fmt: skip
    assert domain[1:] == house[1:]
