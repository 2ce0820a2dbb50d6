"""What the checkout says of itself is true: the map, the version, the two commands, the lock files."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import desktop_app
from tests.house.source import ROOT, imports, modules

FOLDER_ROW = re.compile(r"^\|\s*`([a-z_/]+)/`", re.M)


def folders(root: Path) -> set[str]:
    """The folders of the program, from desktop_app down."""
    house = root / "desktop_app"
    return {p.relative_to(house).as_posix() for p in house.rglob("*") if p.is_dir() and any(p.glob("*.py"))}


def project() -> dict[str, str]:
    """The few lines of pyproject.toml that are compared (Python 3.10 has no reader for it)."""
    return dict(re.findall(r'^(\w[\w-]*) = "([^"]*)"$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M))


def declared(section: str) -> set[str]:
    """The names of the packages in a list of pyproject.toml, as the registry writes them."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(rf"^{section} = \[(.*?)\]$", text, re.M | re.S)
    assert block, section
    return {canonical(Requirement(line).name) for line in re.findall(r'"([^"]+)"', block[1])}


def canonical(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_map_has_every_folder_and_no_other() -> None:
    rows = FOLDER_ROW.findall((ROOT / "desktop_app" / "README.md").read_text(encoding="utf-8"))
    assert sorted(rows) == sorted(folders(ROOT))


def test_the_map_notices_a_new_folder(tmp_path: Path) -> None:
    (tmp_path / "desktop_app" / "attic").mkdir(parents=True)
    (tmp_path / "desktop_app" / "attic" / "old.py").touch()
    assert folders(tmp_path) - folders(ROOT) == {"attic"}


MADE_ON_THE_WAY = {  # by the worked examples of CONTRIBUTING
    "store/migrations/0003_door_code.py", "documents/invitation.py", "resources/cards/invitation-sprig.json",
}  # fmt: skip


@pytest.mark.parametrize("paper", ["desktop_app/README.md", "CONTRIBUTING.md"])
def test_the_files_a_newcomer_is_led_to_are_there(paper: str) -> None:
    named = set(re.findall(r"`([a-z_]+/[\w./-]+\.(?:py|json|md))`", (ROOT / paper).read_text(encoding="utf-8")))
    assert len(named) > 4
    there = {name for name in named if (ROOT / name).exists() or (ROOT / "desktop_app" / name).exists()}
    assert named - there - MADE_ON_THE_WAY == set()


def test_every_folder_has_its_tests_where_it_is_mirrored() -> None:
    mirrored = {f.parent.relative_to(ROOT / "tests").as_posix() for f in (ROOT / "tests").rglob("test_*.py")}
    told_elsewhere = {"store/tables": "store", "store/migrations": "store", "ui/theme": "ui"}
    assert {told_elsewhere.get(folder, folder) for folder in folders(ROOT)} - mirrored == set()


def test_one_version_everywhere() -> None:
    newest = re.search(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert newest
    assert newest[1] == desktop_app.__version__ == project()["version"]


def test_the_readme_has_the_two_commands_and_its_pictures() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in ("./packaging/run", "./packaging/test"):
        assert f"\n{command}\n" in text or f"\n    {command}" in text
        assert (ROOT / command).stat().st_mode & 0o111
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert links
    for link in links:
        assert (ROOT / link).exists(), link


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-postgres.txt", "requirements-test.txt"])
def test_a_lock_has_exact_versions_with_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^\s*--(?!hash=sha256:)", text, re.M)
    pins = re.findall(r"^(\S+?)==\S+.*((?:\\\n\s+--hash=sha256:[0-9a-f]{64} ?)+)", text, re.M)
    assert len(pins) == len(re.findall(r"^\w", text, re.M)) > 10


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("requirements.txt", ["dependencies"]),
        ("requirements-postgres.txt", ["dependencies", "postgres"]),
        ("requirements-test.txt", ["dependencies", "postgres", "dev"]),
    ],
)
def test_a_lock_is_not_behind_what_is_declared(name: str, sections: list[str]) -> None:
    locked = {canonical(pin) for pin in re.findall(r"^(\w\S*?)==", (ROOT / "packaging" / name).read_text(), re.M)}
    assert {package for section in sections for package in declared(section)} <= locked


IMPORTED_AS = {
    "argon2-cffi": "argon2",
    "fonttools": "fontTools",
    "phonenumberslite": "phonenumbers",
    "pillow": "PIL",
    "pyside6-essentials": "PySide6",
    "pyside6-pdf": "PySide6",
    "python-bidi": "bidi",
}
FACES = ("fontpkg-", "noto-cjk-")
COME_ALONG = {"_typeshed", "fontpkg", "playhouse", "shiboken6", "uharfbuzz"}  # the first is the type checker’s own


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    used = {name.split(".")[0] for m in modules() for _, name in imports(m)} - set(sys.stdlib_module_names)
    files_of = {name for m in modules() for name in re.findall(r'find_spec\("(\w+)"\)', m.text)}  # read, not imported
    used |= {name for name in files_of if not name.startswith("fontpkg")}
    packages = declared("dependencies")
    names = {IMPORTED_AS.get(p, p.replace("-", "_")) for p in packages if not p.startswith(FACES)}
    optional = {IMPORTED_AS.get(p, p) for p in declared("postgres")}
    assert names - used == set(), "declared and not imported"
    assert used - names - optional - COME_ALONG - {"desktop_app"} == set(), "imported and not declared"


def test_every_face_that_is_declared_is_drawn_with() -> None:
    text = "".join(m.text for m in modules())
    faces = {p.removeprefix("fontpkg-") for p in declared("dependencies") if p.startswith(FACES)}
    assert {face for face in faces if face not in text and face.replace("-", "_") not in text} == set()
