"""A password goes into a real keyring or nowhere."""

from __future__ import annotations

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from desktop_app.actions.passwords import can_keep, keep_password, kept_password

PLACE = "postgresql://anna@db/shop"


class Ring:
    """A keyring of some kind."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, password: str) -> None:
        self.kept[service, name] = password


def of_kind(module: str) -> Any:
    return type("Keyring", (Ring,), {"__module__": module})()


def have(monkeypatch: pytest.MonkeyPatch, ring: Any) -> None:
    library = ModuleType("keyring")
    library.get_keyring = lambda: ring  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", library)


@pytest.mark.parametrize("kind", ["SecretService", "kwallet", "macOS", "Windows", "libsecret"])
def test_a_real_keyring_keeps_it(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    have(monkeypatch, of_kind(f"keyring.backends.{kind}"))
    assert can_keep()
    assert kept_password(PLACE) == ""
    assert keep_password(PLACE, "s3cret")
    assert kept_password(PLACE) == "s3cret"


@pytest.mark.parametrize("kind", ["keyrings.alt.file", "keyring.backends.fail", "keyring.backends.null", "elsewhere"])
def test_a_file_that_calls_itself_a_keyring_gets_nothing(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    ring = of_kind(kind)
    have(monkeypatch, ring)
    assert not can_keep()
    assert not keep_password(PLACE, "s3cret")
    assert (kept_password(PLACE), ring.kept) == ("", {})


def test_of_several_the_real_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, real = of_kind("keyrings.alt.file"), of_kind("keyring.backends.kwallet")
    chain = SimpleNamespace(backends=[plain, real])
    have(monkeypatch, chain)
    assert keep_password(PLACE, "s3cret")
    assert (plain.kept, len(real.kept)) == ({}, 1)


def test_without_the_library_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert (can_keep(), kept_password(PLACE), keep_password(PLACE, "s3cret")) == (False, "", False)


def test_a_keyring_that_is_locked_away_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    ring = of_kind("keyring.backends.SecretService")

    def locked(*_: object) -> None:
        raise RuntimeError("prompt dismissed")

    ring.get_password = ring.set_password = locked
    have(monkeypatch, ring)
    assert (kept_password(PLACE), keep_password(PLACE, "s3cret")) == ("", False)
