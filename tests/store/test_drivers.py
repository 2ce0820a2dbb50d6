"""What opening a shop costs a start: no driver that is not needed, no second SQLite, no machinery for upgrades."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "sqlite3",
    "_sqlite3",
    "psycopg",
    "psycopg2",
    "playhouse.migrations",
    "playhouse.migrate",
    "zipfile",
    "argparse",
}


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules a fresh Python has loaded after some code."""
    code += "\nimport json, sys; print(json.dumps([name for name, module in sys.modules.items() if module]))"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(json.loads(done.stdout))


OPEN = "import sys\nfrom desktop_app.store.connect import open_shop\nshop = open_shop(sys.argv[1])\nshop.close()"


@pytest.mark.parametrize(
    "code",
    [
        "import desktop_app.store.tables",
        "import desktop_app.queries",
        "from desktop_app.store.connect import open_shop",
        "import desktop_app.store.undo",
    ],
)
def test_importing_the_store_brings_no_driver(code: str) -> None:
    assert loaded(code) & HEAVY == set()


def test_opening_a_shop_that_is_up_to_date_brings_nothing_heavy(ready_file: Path, tmp_path: Path) -> None:
    shutil.copy(ready_file, tmp_path / "shop.cordial")
    found = loaded(OPEN, str(tmp_path / "shop.cordial"))
    assert "apsw" in found
    assert found & HEAVY == set()


def test_a_new_shop_brings_the_machinery_for_upgrades_but_no_driver(tmp_path: Path) -> None:
    found = loaded(OPEN, str(tmp_path / "shop.cordial"))
    assert {"apsw", "playhouse.migrations"} <= found
    assert found & {"sqlite3", "_sqlite3", "psycopg", "psycopg2", "psycopg.pq", "pymysql"} == set()


def test_a_server_s_shop_brings_its_driver_and_only_that(server) -> None:
    found = loaded(OPEN, server.ready())
    assert "psycopg" in found
    assert found & {"psycopg2", "_sqlite3", "apsw"} == set()


def test_peewee_by_itself_would_bring_them() -> None:
    """The control: without our order of imports the drivers come along."""
    assert {"psycopg", "_sqlite3"} <= loaded("import peewee")


def test_others_may_import_what_was_hidden_for_a_moment() -> None:
    assert "psycopg" in loaded("import desktop_app.store.tables\nimport psycopg")
