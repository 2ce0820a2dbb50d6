"""What every test may ask for: a shop on both engines, ready in milliseconds, and folders of its own to live in.

One shop is made and migrated once a session for each engine; every test gets a copy of it. PostgreSQL is the server
named in CORDIAL_TEST_POSTGRES, where databases may be created; packaging/test starts one.
"""

from __future__ import annotations

import gc
import logging
import os
import secrets
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from hypothesis import HealthCheck, settings

from desktop_app.domain.servers import Role
from desktop_app.paths import with_password
from desktop_app.store.connect import Engine, Shop, open_shop
from desktop_app.store.roles import make_roles, role_name
from tests.spare_databases import SpareDatabases

settings.register_profile(
    "cordial",
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("cordial")

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Rings of garbage are collected between tests, on the main thread: see desktop_app/ui/garbage."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What stands before the first test stays to the end: half a million objects that no collection looks through."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests begin first, so that no process works alone at the end while the others have nothing left."""
    items.sort(key=lambda item: (item.path.name != "test_the_week.py", "gallery" not in item.path.parts))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Where the time went: seconds of each folder of tests, all processes together, the longest first."""
    spent: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                parts = report.nodeid.split("::")[0].split("/")
                spent["/".join(parts[1 : 3 if parts[1:2] == ["ui"] else 2])] += report.duration
    shown = [f"{name} {seconds:.0f} s" for name, seconds in spent.most_common() if seconds >= 10]
    if shown:
        terminalreporter.write_line("time by folder: " + " · ".join(shown))


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """What a test left in rings goes before the next begins."""
    yield
    gc.collect(2 if gc.get_count()[2] > 40 else 1)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the person's own shop, settings or language."""
    for name, folder in (("DATA", "data"), ("CONFIG", "config"), ("STATE", "state")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / folder))
    monkeypatch.setenv("XDG_CACHE_HOME", str(ROOT / "build" / "cache"))  # made fonts may be shared
    for name in ("CORDIAL_SHOP", "CORDIAL_TODAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log is either what a test is about, which then looks at it and clears it, or a fault."""
    yield
    stray = [
        f"{line.name}: {line.getMessage()}" for line in caplog.get_records("call") if line.levelno >= logging.WARNING
    ]
    assert stray == []


@dataclass(frozen=True)
class Logins:
    """A shop on the server with its roles: its address for a login of each, the packers' as `packer`."""

    admin: str
    owner: str
    packer: str
    backup: str


@dataclass(frozen=True)
class TwoDesks:
    """One shop on the server, open with the owner's login and with a packer's, whose rights are the packer's only."""

    owner: Shop
    packer: Shop
    logins: Logins


class Server:
    """The test server: makes databases that are empty or copies of a ready shop, and takes them away again."""

    def __init__(self, address: str) -> None:
        import psycopg

        self._address = address
        self._connection = psycopg.connect(address, autocommit=True)
        self._made: list[str] = []
        self._spare = SpareDatabases()
        self._template = ""
        self._roled: Logins | None = None
        self._roles: list[str] = []

    def empty(self) -> str:
        """The address of a new, empty database."""
        return self._make("template0")

    def ready(self) -> str:
        """The address of a database that holds an empty shop."""
        if not self._template:
            address = self.empty()
            open_shop(address).close()
            self._spare.know(address)
            self._template = urlsplit(address).path[1:]
        return self._spare.take() or self._make(self._template)

    def give_back(self, address: str) -> None:
        """Lets the next test have the database, emptied; takes it away where more than its rows were changed."""
        if not self._spare.give_back(address):
            self.drop(address)

    def roled(self) -> Logins:
        """A new database that holds an empty shop with its roles, and a login of each."""
        if self._roled is None:
            self._roled = self.with_roles(self.ready())
            self._spare.leave(self._roled.admin)
        copy = urlsplit(self._make(urlsplit(self._roled.admin).path[1:])).path
        return Logins(
            *(
                urlunsplit(urlsplit(address)._replace(path=copy))
                for address in (self._roled.admin, self._roled.owner, self._roled.packer, self._roled.backup)
            )
        )

    def login(self, address: str, *roles: str) -> str:
        """The address of a database for a new login that is a member of some roles."""
        name, password = f"cordial_login_{secrets.token_hex(6)}", secrets.token_hex(12)
        self._connection.execute(f"""CREATE ROLE "{name}" LOGIN PASSWORD '{password}'""")
        self._roles.append(name)
        for role in roles:
            self._connection.execute(f'GRANT "{role}" TO "{name}"')
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        return with_password(urlunsplit(parts._replace(netloc=f"{name}@{host}")), password)

    def forget(self, *names: str) -> None:
        """Has logins taken away at the end that a test made."""
        self._roles += names

    def forget_roles_of(self, address: str) -> None:
        """Has the roles named after a database taken away at the end."""
        self._roles[:0] = [f"{urlsplit(address).path[1:]}_{role}" for role in Role]

    def with_roles(self, address: str) -> Logins:
        """Makes the roles of the shop at an address, and a login of each."""
        shop = open_shop(address)
        make_roles(shop)
        names = {role: role_name(shop, role) for role in Role}
        shop.close()
        self.forget_roles_of(address)
        return Logins(
            address,
            self.login(address, names[Role.OWNER], names[Role.MIGRATOR]),
            self.login(address, names[Role.PACKER]),
            self.login(address, names[Role.BACKUP]),
        )

    def until_one_waits(self, address: str) -> None:
        """Returns once a desk of this database waits for what another one writes."""
        waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"
        while not self._connection.execute(waiting, (urlsplit(address).path[1:],)).fetchall():
            pass

    def drop(self, address: str) -> None:
        """Takes a database away, whoever is still in it."""
        self._spare.leave(address)
        name = urlsplit(address).path[1:]
        self._connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def close(self) -> None:
        for address in self._made:
            self.drop(address)
        for name in reversed(self._roles):
            quoted = name.replace('"', '""')
            self._connection.execute(f'DROP ROLE IF EXISTS "{quoted}"')
        self._connection.close()

    def _make(self, template: str) -> str:
        name = f"cordial_test_{secrets.token_hex(8)}"
        self._connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        address = urlunsplit(urlsplit(self._address)._replace(path=f"/{name}"))
        self._made.append(address)
        return address


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The PostgreSQL server for tests."""
    address = os.environ.get("CORDIAL_TEST_POSTGRES")
    if not address:
        pytest.fail(
            "No PostgreSQL server: start the tests by packaging/test, or set CORDIAL_TEST_POSTGRES", pytrace=False
        )
    made = Server(address)
    yield made
    made.close()


@pytest.fixture(scope="session")
def ready_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed file that holds an empty shop; copy it, do not open it."""
    file = tmp_path_factory.mktemp("ready") / "shop.cordial"
    open_shop(file).close()
    return file


@pytest.fixture(params=list(Engine), ids=str)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each of the two engines in turn."""
    return Engine(request.param)


@pytest.fixture
def shop_location(engine: Engine, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where an empty shop lies ready, not opened: a file's path or a server's address."""
    if engine is Engine.SQLITE:
        file = tmp_path / "shop.cordial"
        shutil.copy(request.getfixturevalue("ready_file"), file)
        yield str(file)
    else:
        server: Server = request.getfixturevalue("server")
        address = server.ready()
        yield address
        server.give_back(address)


@pytest.fixture
def shop(shop_location: str) -> Iterator[Shop]:
    """An open, empty shop; the test runs once on each engine."""
    opened = open_shop(shop_location)
    yield opened
    opened.close()


@pytest.fixture
def two_desks(server: Server) -> Iterator[TwoDesks]:
    """One empty shop on the server, open with the owner's login and with a packer's."""
    logins = server.roled()
    owner, packer = open_shop(logins.owner), open_shop(logins.packer)
    yield TwoDesks(owner, packer, logins)
    packer.close()
    owner.close()
    server.drop(logins.admin)


@pytest.fixture
def packer_shop(two_desks: TwoDesks) -> Shop:
    """An empty shop opened with a packer's login; `two_desks.owner` fills it."""
    return two_desks.packer


@pytest.fixture
def file_shop(tmp_path: Path, ready_file: Path) -> Iterator[Shop]:
    """An open, empty shop in a file, for what has nothing to do with the engine (pages, words, papers)."""
    file = tmp_path / "shop.cordial"
    shutil.copy(ready_file, file)
    opened = open_shop(file)
    yield opened
    opened.close()
