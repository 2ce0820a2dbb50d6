"""The words themselves: help, version, wrong words, quiet pipes, and how quickly help comes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

HEAVY = (
    "logging",
    "typing",
    "dataclasses",
    "gettext.GNUTranslations",
    "peewee",
    "apsw",
    "PySide6",
    "babel",
    "desktop_app.store",
)


def started(*words, **options):
    return subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, **options
    )


def test_help_names_every_command_and_loads_next_to_nothing():
    done = started("-X", "importtime", "-m", "desktop_app", "--help")
    assert done.returncode == 0
    for (
        command
    ) in "demo import list show find today print customer order product undo backup restore check version".split():
        assert f"    {command}" in done.stdout
    loaded = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "argparse" in loaded  # the measure itself works
    assert loaded.isdisjoint(HEAVY)


def test_options_stand_before_and_after_the_command(cordial):
    before, after = cordial("--json", "version"), cordial("version", "--json")
    assert before.json == after.json
    assert before.json["version"]


def test_wrong_words_end_with_2(cordial):
    for words in (
        ("nonsense",),
        ("print", "thank-you"),
        ("find",),
        ("list", "gnomes"),
        ("print", "parcel", "--unprinted"),
    ):
        answer = cordial(*words)
        assert answer.code == 2, words
        assert answer.out == ""
        assert "usage:" in answer.err


def test_json_is_the_only_thing_on_standard_output(cordial, orders_file):
    for words in (("import", orders_file), ("list", "orders"), ("today",), ("find", "a"), ("backup",), ("check",)):
        answer = cordial(*words, "--json")
        assert answer.code == 0, answer.err
        assert isinstance(json.loads(answer.out), dict)


def test_a_reader_who_leaves_is_no_error(tmp_path):
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "CORDIAL_SHOP": str(tmp_path / "shop.db")}
    with subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "version"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        _, err = running.communicate()
    assert err in (b"", None)


def test_new_files_are_for_their_owner_only(cordial, tmp_path, shop_location):
    if shop_location.startswith("postgresql:"):
        target = tmp_path / "kept.zip"
        assert cordial("backup", "--to", target).code == 0
        assert target.stat().st_mode & 0o077 == 0
        return
    assert cordial("check").code == 0
    assert os.stat(shop_location).st_mode & 0o077 == 0
