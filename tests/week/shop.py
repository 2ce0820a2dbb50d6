"""The week's world: the owner's desk and the benches at one shop, their printer and mail server, and what was seen."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from desktop_app.domain.servers import Role
from desktop_app.paths import server_files
from desktop_app.store.connect import Shop, open_shop
from desktop_app.store.roles import as_sql, database_name, role_name
from tests.conftest import Server
from tests.cups import Cups, cups, until
from tests.post.postman import Ledger, Postman
from tests.week.desk import ROOT, Desk

MONDAY = dt.date(2026, 10, 5)
PACKERS = ("Anna", "Борис")  # the one reads Latvian at the bench, the other Russian


class Week:
    """All a run of the week knows. `alone` is one desk with a file; else three desks share a server.

    `benches` are the packers' desks, in the order of PACKERS; alone it is the owner's own desk for both. `ledger` has
    the letters that arrived at `postman`; `today` is the day, `kept` the folder where story, pictures and papers stay.
    """

    def __init__(
        self, folder: Path, kept: Path, *, printer: Cups, postman: Postman, logins: Sequence[str] = (), empty: str = ""
    ) -> None:
        """`logins` are the server's addresses for the owner and each packer; none where the shop is a file.

        `empty` is the address of a database of the server that nobody used yet.
        """
        self.folder, self.kept = folder, kept
        self.printer, self.postman, self.ledger = printer, postman, postman.ledger
        self.alone, self.empty = not logins, empty
        self.today = dt.date.min
        self._told: list[str] = []
        self._took: list[float] = []  # seconds of each day
        self._printed = 0
        self.owner = self.desk("owner", *logins[:1])
        benches = [self.desk(name, login) for name, login in zip(("bench-1", "bench-2"), logins[1:], strict=False)]
        self.benches = tuple(benches) or (self.owner, self.owner)

    def desk(self, name: str, login: str = "") -> Desk:
        """One more desk, with a home of its own, at the same printer; at the shop of an address, else at its own."""
        known = {"CUPS_SERVER": str(self.printer.folder / "socket")}
        if login:
            parts = urlsplit(login)
            netloc = f"{parts.username}@{parts.netloc.rpartition('@')[2]}"  # the password is nobody's to read
            known["CORDIAL_SHOP"] = urlunsplit(parts._replace(netloc=netloc))
            known["PGPASSWORD"] = unquote(parts.password or "")
        if self.today > dt.date.min:
            known["CORDIAL_TODAY"] = self.today.isoformat()
        return Desk(name, self.folder, pictures=self.kept / "pictures", **known)

    @property
    def desks(self) -> tuple[Desk, ...]:
        """Every desk once."""
        return (self.owner, *(() if self.alone else self.benches))

    @contextmanager
    def day(self, date: dt.date) -> Iterator[None]:
        """A day in the shop: the owner's window is opened in the morning and left in the evening."""
        begun, self.today = time.monotonic(), date
        for desk in self.desks:
            desk.environment["CORDIAL_TODAY"] = date.isoformat()
        self.note("", f"{date:%A %d %B}")
        self.owner.start()
        try:
            yield
        except BaseException:
            for desk in self.desks:
                if desk.program is not None:
                    desk.picture("where it broke")
            raise
        for desk in self.desks:
            if desk.program is not None:
                desk.quit()
            assert desk.said() == ""
        self.papers()
        self._took.append(time.monotonic() - begun)
        self._write()

    @contextmanager
    def at_bench(self, packer: str) -> Iterator[Desk]:
        """The packing bench open for a packer: their own desk's, or on the owner's by Ctrl+B; left at the end."""
        desk = self.benches[PACKERS.index(packer)]
        if self.alone:
            desk.press("Ctrl+B")
            desk.sees_no("Settings")  # the bench is in front, and has the keyboard
            desk.sees("Who packs?")
            desk.scan(packer)
        else:
            desk.start("--bench", "--as", packer)
        yield desk
        if self.alone:
            desk.press("Ctrl+Q")
            desk.until(lambda: desk.look().named("Today", "CheckBox") or None, "the window behind the bench")
        else:
            desk.quit()

    def at_both_benches(self, work: object) -> None:
        """Lets both packers work, at once where each has a desk: `work(desk, packer)` for each."""
        assert callable(work)

        def shift(packer: str) -> None:
            with self.at_bench(packer) as desk:
                work(desk, packer)

        if self.alone:
            for packer in PACKERS:
                shift(packer)
            return
        with ThreadPoolExecutor(len(PACKERS)) as hands:
            for one in [hands.submit(shift, packer) for packer in PACKERS]:
                one.result()

    def note(self, who: str, what: str) -> None:
        """Writes into the week's story what somebody saw, printed or sent."""
        self._told.append(f"{who} {what}" if who else f"\n{what}")
        self._write()

    def _write(self) -> None:
        took = ", ".join(f"{seconds:.0f}" for seconds in self._took)
        text = "\n".join([*self._told, "", f"Seconds a day: {took}; together {sum(self._took):.0f}"])
        self.kept.mkdir(parents=True, exist_ok=True)
        (self.kept / "story.txt").write_text(text.strip() + "\n", encoding="utf-8")

    def papers(self, least: int = 0) -> list[Path]:
        """The PDFs the printer was given since the last call, each as it was given; waits until there are so many."""
        assert until(lambda: len(self.printer.jobs()) >= self._printed + least), f"no {least} papers came"
        jobs = self.printer.jobs()
        fresh, self._printed = jobs[self._printed :], len(jobs)
        folder = self.kept / "papers"
        folder.mkdir(parents=True, exist_ok=True)
        files = []
        for number, content in enumerate(fresh, self._printed - len(fresh) + 1):
            file = folder / f"{self.today:%m-%d}-{number:03}.pdf"
            file.write_bytes(content)
            files.append(file)
        return files


def pdf_words(file: Path) -> str:
    """All words on a paper in one line, as a person reads them."""
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


@contextmanager
def week(folder: Path, name: str, server: Server | None) -> Iterator[Week]:
    """The world of one run, cleared away after it; on the server's shop with its roles, else in a file."""
    kept = ROOT / "build" / "week" / name
    shutil.rmtree(kept, ignore_errors=True)
    postman = Postman(Ledger(), users=False).start()
    with ExitStack() as all_of:
        all_of.callback(postman.stop)
        printer = all_of.enter_context(cups())
        logins, empty = (_logins(server), server.empty()) if server else ((), "")
        one = Week(folder, kept, printer=printer, postman=postman, logins=logins, empty=empty)
        for desk in one.desks:
            all_of.callback(desk.close)
        yield one


def _logins(server: Server) -> list[str]:
    """A fresh shop's addresses for its owner and for each packer."""
    logins = server.with_roles(server.ready())
    shop = open_shop(logins.admin)
    packers = role_name(shop, Role.PACKER)
    _set_clock(shop)
    shop.close()
    return [logins.owner, logins.packer, server.login(logins.admin, packers)]


def _set_clock(shop: Shop) -> None:
    """Sets the server's own clock, by which it grants packers the orders of these days, to the middle of the week."""
    rights = (server_files() / "2-rights.sql").read_text(encoding="utf-8")
    there = rights.replace("now()", f"timestamp '{MONDAY + dt.timedelta(2)} 12:00'")
    text = as_sql(there, database_name(shop), lambda name, sign: f"{sign}{name}{sign}")
    with shop.database.atomic():
        shop.database.cursor().execute(text)
