"""A shop moved, and a server set up, from the command line."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from desktop_app.paths import with_password
from tests.conftest import Server


def names(cordial, *place: object) -> list[str]:
    return [one["name"] for one in cordial("list", "customers", "--json", *place).json["customers"]]


def test_a_shop_is_moved_to_the_other_kind_and_said(
    cordial, server: Server, shop_location: str, tmp_path: Path
) -> None:
    cordial("customer", "add", "--given", "Anna")
    to = str(tmp_path / "new.db") if "://" in shop_location else server.empty()
    answer = cordial("move", "--to", to)
    assert answer.code == 0, answer.err
    assert "were copied and compared" in answer.out
    assert "Do not go on working in it" in answer.out
    assert (urlsplit(to).password or "no password") not in answer.out
    assert names(cordial, "--shop", to) == names(cordial) == ["Anna"]
    again = cordial("move", "--to", to)
    assert again.code == 1
    assert "holds records already" in again.err


def test_a_server_is_looked_at_and_set_up(cordial, server: Server) -> None:
    address = server.empty()
    server.forget_roles_of(address)
    name = urlsplit(address).path[1:]
    server.forget(f"{name}_desk", f"{name}_night", f"{name}_bench")
    seen = cordial("server", "check", address)
    assert seen.code == 0
    assert "a shop can be made in it" in seen.out
    answer = cordial("server", "setup", address, "--backups", f"{name}_night", "--json")
    assert answer.code == 0, answer.err
    logins = answer.json["logins"]
    assert {role: one["login"] for role, one in logins.items()} == {
        "owner": f"{name}_desk", "packer": f"{name}_bench", "backup": f"{name}_night",
    }  # fmt: skip

    def at(role: str) -> str:
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        return with_password(
            urlunsplit(parts._replace(netloc=f"{logins[role]['login']}@{host}")), logins[role]["password"]
        )

    assert cordial("customer", "add", "--given", "Anna", "--shop", at("owner")).code == 0
    assert cordial("backup", "--shop", at("backup")).code == 0
    refused = cordial("list", "customers", "--shop", at("packer"))
    assert (refused.code, "does not let this login do that" in refused.err) == (1, True)
    assert logins["packer"]["password"] not in refused.err


def test_a_login_without_rights_is_told_so_before_anything_is_made(cordial, server: Server) -> None:
    address = server.empty()
    seen = cordial("server", "check", server.login(address))
    assert (seen.code, "may not create tables and roles" in seen.out) == (1, True)


def test_typed_passwords_are_taken(cordial, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    address = server.empty()
    server.forget_roles_of(address)
    name = urlsplit(address).path[1:]
    server.forget(f"{name}_desk", f"{name}_bench")
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream=None: "short")
    refused = cordial("server", "setup", address, "--type")
    assert (refused.code, "too short" in refused.err) == (1, True)
    monkeypatch.setattr("getpass.getpass", lambda prompt, stream=None: "long enough, too")
    assert cordial("server", "setup", address, "--type").code == 0
