"""The password of a shop on a server: asked for on a terminal, and nowhere to be read afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit, urlunsplit

import pytest

from desktop_app.app import main
from desktop_app.paths import with_password
from desktop_app.store.connect import open_shop
from desktop_app.store.snapshots import backup
from tests.cli.conftest import Answer
from tests.conftest import Server


@pytest.fixture
def shop_location(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a shop, without its password."""
    monkeypatch.delenv("PGPASSWORD", raising=False)
    whole = server.ready()
    parts = urlsplit(whole)
    yield urlunsplit(parts._replace(netloc=f"{parts.username}@{parts.netloc.rpartition('@')[2]}"))
    server.drop(whole)


@pytest.fixture
def password(server: Server) -> str:
    return urlsplit(server._address).password or ""


class Terminal:
    """Somebody at a terminal who types these."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self.asked: list[str] = []
        left = list(typed)

        def getpass(prompt: str, stream: object = None) -> str:
            self.asked.append(prompt)
            return left.pop(0)

        monkeypatch.setattr("getpass.getpass", getpass)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)


def test_it_is_asked_for_until_it_is_right(
    cordial: Callable[..., Answer], password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch, "wrong/one", password)
    answer = cordial("customer", "add", "--given", "Anna")
    assert (answer.code, terminal.asked) == (0, ["Password: "] * 2)
    assert "wants a password" in answer.err
    assert "did not accept" in answer.err
    assert "wrong" not in answer.err + answer.out


def test_after_three_wrong_ones_it_is_enough(cordial: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(monkeypatch, "a", "b", "c", "d")
    assert (cordial("today").code, len(terminal.asked)) == (1, 3)


def test_the_computers_keyring_is_asked_first(
    cordial: Callable[..., Answer], shop_location: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def kept(place: str) -> str:
        asked.append(place)
        return password

    monkeypatch.setattr("desktop_app.actions.passwords.kept_password", kept)
    assert cordial("today").code == 0  # nobody at a terminal
    assert asked == [shop_location]


def test_a_script_is_refused_and_not_kept_waiting(cordial: Callable[..., Answer]) -> None:
    answer = cordial("today")
    assert answer.code == 1
    assert answer.err.endswith("nobody is here to enter it. Set PGPASSWORD, or have a .pgpass file.\n")


def test_a_backup_is_restored_after_asking(
    cordial: Callable[..., Answer], shop_location: str, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = open_shop(with_password(shop_location, password))
    kept = backup(shop)
    shop.close()
    Terminal(monkeypatch, password)
    assert cordial("restore", kept.file).code == 0


def test_no_answer_shows_the_password_of_an_address(
    cordial: Callable[..., Answer], shop_location: str, password: str
) -> None:
    answer = cordial("--shop", with_password(shop_location, password), "migrate", "--json")
    assert answer.json["shop"] == shop_location
    assert password not in answer.out + answer.err


def test_a_password_on_the_command_line_is_refused_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["cordial", "--shop", "postgresql://anna:s3cret@127.0.0.1/shop", "today"])
    assert main() == 2
    said = capsys.readouterr().err
    assert "PGPASSWORD" in said
    assert "s3cret" not in said
