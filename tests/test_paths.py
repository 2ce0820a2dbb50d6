"""The program finds its resources in a checkout, and as an installed package elsewhere."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.paths import has_password, shown_place, with_password

ASK = "from desktop_app.paths import resources; print(resources('sample', 'orders_export.csv'))"


def test_finds_the_checkouts_resources() -> None:
    assert paths.resources("sample", "orders_export.csv").is_file()


def test_finds_those_inside_an_installed_package(tmp_path: Path) -> None:
    package = tmp_path / "site packages" / "desktop_app"
    (package / "resources").mkdir(parents=True)
    for name in ("__init__.py", "paths.py"):
        shutil.copy(Path(paths.__file__).with_name(name), package)
    done = subprocess.run([sys.executable, "-c", ASK], cwd=package.parent, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()) == package / "resources" / "sample" / "orders_export.csv"


def test_the_shop_lies_in_the_users_own_folder(tmp_path: Path) -> None:
    assert paths.data_folder().is_relative_to(tmp_path)
    assert paths.desk_folder().is_relative_to(tmp_path)


def test_a_server_is_shown_without_its_password() -> None:
    assert shown_place("postgresql://owner:s3cret@db.example:5433/shop") == "postgresql://owner@db.example:5433/shop"
    assert shown_place("/home/ilze/a:b@c.db") == "/home/ilze/a:b@c.db"


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("postgresql://owner@db.example:5433/shop", "postgresql://owner:p%40s%2Fs%20%C4%81@db.example:5433/shop"),
        (
            "postgresql://an%20na:old@db/shop?sslmode=require",
            "postgresql://an%20na:p%40s%2Fs%20%C4%81@db/shop?sslmode=require",
        ),
        ("postgresql://db/shop?password=old&user=anna", "postgresql://:p%40s%2Fs%20%C4%81@db/shop?user=anna"),
    ],
)
def test_a_typed_password_takes_its_place_in_the_address(address: str, whole: str) -> None:
    assert with_password(address, "p@s/s ā") == whole


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://anna@db/shop", False),
        ("postgresql://anna:secret@db/shop", True),
        ("postgresql://db:5433/shop?user=anna&password=secret", True),
        ("postgresql://db:5433/shop", False),
        ("shop:1.db", False),
    ],
)
def test_an_address_that_tells_a_password_is_known(address: str, told: bool) -> None:
    assert has_password(address) is told
