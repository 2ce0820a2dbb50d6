"""Nothing is said to a server on another computer before it has proven who it is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.errors import StoreUnavailable
from desktop_app.store.connect import open_shop
from desktop_app.store.server_address import is_local, secured
from tests.conftest import Server
from tests.store.tls_server import NAME, PASSWORD, Running, TlsServer


@pytest.fixture(scope="module")
def tls() -> Iterator[TlsServer]:
    """A server with a certificate of our own."""
    running = Running(Path(tempfile.mkdtemp()))
    yield running.server
    running.stop()


@pytest.mark.parametrize(
    "address",
    [
        "postgresql:///shop",
        "postgresql://anna@localhost/shop",
        "postgresql://anna@127.0.0.1:5433/shop",
        "postgresql://anna@[::1]/shop",
        "postgresql://anna@/shop?host=/run/postgresql",
    ],
)
def test_this_computer_needs_no_certificate(address: str) -> None:
    assert secured(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://anna@db.example/shop",
        "postgres://anna@db.example/shop?sslmode=verify-full",
        "postgresql://anna@localhost,db.example/shop",
        "postgresql://anna@localhost/shop?hostaddr=192.0.2.7",
        "postgresql://anna@/shop?host=db.example",
        "postgresql://anna@[2001:db8::1]:5432/shop",
    ],
)
def test_another_computer_has_to_prove_itself(address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    made = secured(address)
    assert "sslmode=verify-full" in made
    assert "sslrootcert=system" in made


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "nonsense"])
def test_an_address_that_says_less_is_refused_with_the_way_out(mode: str) -> None:
    with pytest.raises(StoreUnavailable, match=f"sslmode={mode} would not.*sslrootcert=FILE") as refused:
        secured(f"postgresql://anna:secret@db.example/shop?sslmode={mode}")
    assert "secret" not in str(refused.value)


def test_the_environment_makes_nothing_less_safe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGSSLMODE", "disable")
    with pytest.raises(StoreUnavailable, match="sslmode=disable"):
        secured("postgresql://anna@db.example/shop")
    monkeypatch.delenv("PGSSLMODE")
    monkeypatch.setenv("PGHOST", "db.example")
    assert "verify-full" in secured("postgresql:///shop")
    monkeypatch.delenv("PGHOST")
    monkeypatch.setenv("PGHOSTADDR", "192.0.2.7")  # libpq goes there, whatever the host is called
    assert "verify-full" in secured("postgresql://anna@localhost/shop")
    assert "verify-full" not in secured("postgresql://anna@localhost/shop?hostaddr=127.0.0.1")


@pytest.mark.parametrize("address", ["postgresql://a@[::1/shop", "postgresql://a@db/shop?nonsense"])
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(StoreUnavailable, match="no address of a server"):
        secured(address)


@pytest.mark.parametrize(
    ("host", "local"), [("127.9.9.9", True), ("LOCALHOST", True), ("10.0.0.1", False), ("localhost.example", False)]
)
def test_which_hosts_are_this_computer(host: str, local: bool) -> None:
    assert is_local(host) is local


def test_a_server_that_proves_itself_is_spoken_to(tls: TlsServer) -> None:
    shop = open_shop(tls.address())
    assert shop.sql("SELECT ssl, version LIKE 'TLS%' FROM pg_stat_ssl WHERE pid = pg_backend_pid()") == [(True, True)]
    shop.close()


def test_an_authority_nobody_trusts_here_is_refused(tls: TlsServer) -> None:
    with pytest.raises(StoreUnavailable, match="cannot prove that it is the right one.*sslrootcert=FILE") as refused:
        open_shop(tls.address(authority=tls.stranger))
    assert PASSWORD not in str(refused.value)


def test_the_certificate_of_another_name_is_refused(tls: TlsServer) -> None:
    with pytest.raises(StoreUnavailable, match=f'cannot prove.*"{NAME}".*does not match'):
        open_shop(tls.address(host="other-server.example"))


def test_a_certificate_that_is_not_there_is_named(tls: TlsServer, tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match=r"cannot prove.*none\.crt"):
        open_shop(tls.address(authority=tmp_path / "none.crt"))


def test_a_server_without_encryption_is_refused(server: Server, tls: TlsServer) -> None:
    plain = server._address.replace("@127.0.0.1", f"@{NAME}") + f"?hostaddr=127.0.0.1&sslrootcert={tls.authority}"
    with pytest.raises(StoreUnavailable, match="cannot prove.*does not support SSL"):
        open_shop(plain)
