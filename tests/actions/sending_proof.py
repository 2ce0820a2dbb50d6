"""Proves that a message goes at most once and is never lost: talks broken and senders killed at every step.

    packaging/with-postgres .venv/bin/python -m tests.actions.sending_proof --messages 1000 --rounds 8

Several senders, real processes, send the same outbox; the server of the test kills them (-9) or drops the connection at
each step of the talk. Those that die are started again until nothing waits. Meanwhile every lease counts as over each
time a sender starts, as if much time had passed. The positive controls send as one would without thinking.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.actions.outbox import put
from desktop_app.actions.sending import send_waiting
from desktop_app.domain.mail import Mail, Security
from desktop_app.domain.messages import Draft, KeptMessage, Means, MessageKind, MessageState
from desktop_app.post.letter import Envelope, letter, new_message_id
from desktop_app.post.smtp import MailServer
from desktop_app.queries.outbox import message_ids, message_rows
from desktop_app.store.connect import Shop, open_shop
from tests.post.postman import PASSWORD, UNSURE, USER, Fault, Ledger, Postman, every_fault, postman, vouched

S = MessageState
AT_ONCE = 7  # letters a sender sends before it takes leave and begins anew
_CONTEXT = "forkserver"
Sender = Callable[[Shop, Mail, threading.Lock], bool]


@dataclass(frozen=True)
class Proven:
    """What was found: messages sent twice, and lost; how many ended in each state; the faults that happened."""

    twice: tuple[str, ...]
    lost: tuple[str, ...]
    states: Counter[MessageState]
    faults: Counter[str]
    unsure: int
    starts: int

    @property
    def sound(self) -> bool:
        """Whether the promise was kept, and not by calling everything unknown."""
        return not self.twice and not self.lost and self.states[S.UNKNOWN] <= self.unsure


def careful(shop: Shop, mail: Mail, lock: threading.Lock) -> bool:
    """The sender of the program; whether it did anything."""

    def turn(deed: Callable[[Shop], Any]) -> Any:
        with lock:
            return deed(shop)

    sent = send_waiting(turn, mail, actor="", password_of=lambda _: PASSWORD, progress=lambda done, _: done < AT_ONCE)
    return bool(sent.done or sent.problem)


def notes_after(shop: Shop, mail: Mail, lock: threading.Lock) -> bool:
    """Sends, then notes that it did: who dies in between sends again."""
    return _naive(shop, mail, lock, before=False)


def notes_before(shop: Shop, mail: Mail, lock: threading.Lock) -> bool:
    """Notes that it sends, then does: who dies in between never does."""
    return _naive(shop, mail, lock, before=True)


def _naive(shop: Shop, mail: Mail, lock: threading.Lock, *, before: bool) -> bool:
    def note(number: int) -> None:
        with lock:
            shop.sql("UPDATE message SET state = 'handed' WHERE id = ? RETURNING id", (number,))

    with lock:
        waiting = shop.sql("SELECT id FROM message WHERE state = 'waiting' ORDER BY id LIMIT ?", (AT_ONCE,))
        kept = message_rows(shop, [number for (number,) in waiting])
    try:
        with MailServer(mail, PASSWORD) as server:
            for one in kept:
                if before:
                    note(one.id)
                server.offer(mail.sender, one.draft.address)
                server.hand_over(letter(one.draft, mail, Envelope(new_message_id(mail), _now(shop))))
                if not before:
                    note(one.id)
    except Exception:  # noqa: BLE001 - the connection was broken: tried again next time
        return True
    return bool(kept)


def _now(shop: Shop) -> Any:
    return shop.now()


def work(location: str, mail: Mail, sender: Sender, threads: int, go: Any) -> None:
    """One process that sends until nothing waits."""
    go.recv()
    shop, lock = open_shop(location), threading.Lock()

    def send() -> None:
        while True:
            with lock:  # much time passes: every lease is over, and what was put off is due
                shop.sql("UPDATE message SET until = 0 WHERE until > 0 RETURNING id")
                shop.sql("UPDATE message SET next_try = 0 WHERE state = 'waiting' AND next_try > 0 RETURNING id")
            if not sender(shop, mail, lock):
                with lock:
                    left = shop.sql("SELECT count(*) FROM message WHERE state = 'waiting'")[0][0]
                if not left:
                    return

    running = [threading.Thread(target=send) for _ in range(threads)]
    for one in running:
        one.start()
    for one in running:
        one.join()
    shop.close()
    os._exit(0)


def prove(
    location: str, *, messages: int, faults: Sequence[Fault], sender: Sender = careful, alone: bool = False
) -> Proven:
    """Sends so many messages of a new shop by two senders at once (one `alone`) while all these faults happen."""
    shop = open_shop(location)
    sqlite = shop.sqlite
    put(shop, [_draft(number) for number in range(messages)], actor="")
    shop.close()
    ledger = Ledger(keep=False)
    ledger.faults.extend(faults)
    context = multiprocessing.get_context(_CONTEXT)
    context.set_forkserver_preload(["desktop_app.actions.sending", "desktop_app.store.connect"])
    starts, most = 0, 4 * (1 + len(faults))
    with (
        tempfile.TemporaryDirectory() as folder,
        postman(ledger, security="starttls", tls=(trust := vouched(Path(folder))).context) as first,
        postman(ledger, security="starttls", tls=trust.context) as second,
    ):
        # A file has one process; its two senders are threads. On a server there are two processes.
        servers = [first] if sqlite or alone else [first, second]
        threads = 2 if sqlite and not alone else 1
        running: dict[Postman, Any] = {}
        ends = time.monotonic() + 60 + messages * 2
        while time.monotonic() < ends and starts < most:
            for server in servers:
                process = running.get(server)
                if process is not None and process.exitcode == 0:
                    continue
                if process is None or process.exitcode is not None:
                    running[server] = _started(context, location, server, trust.authority, sender, threads)
                    starts += 1
            multiprocessing.connection.wait([one.sentinel for one in running.values() if one.exitcode is None] or [],
                                            timeout=1)  # fmt: skip
            if all(one.exitcode == 0 for one in running.values()):
                break
        for process in running.values():
            process.kill()
            process.join()
    return _found(location, ledger, starts)


def _started(context: Any, location: str, server: Postman, authority: str, sender: Sender, threads: int) -> Any:
    go, said = context.Pipe(duplex=False)
    mail = Mail(
        "localhost", server.port, Security.STARTTLS, USER, "shop@ozols.example", per_minute=6_000, certificate=authority
    )
    process = context.Process(target=work, args=(location, mail, sender, threads, go))
    process.start()
    server.victim = process.pid
    said.send(True)
    said.close()
    go.close()
    return process


def _found(location: str, ledger: Ledger, starts: int) -> Proven:
    shop = open_shop(location)
    shop.sql("UPDATE message SET until = 0 RETURNING id")
    rows = message_rows(shop, list(message_ids(shop)))
    shop.close()
    lost = [one.draft.subject for one in rows if not _accounted(one, ledger)]
    twice = [subject for subject, count in ledger.taken.items() if count > 1]
    unsure = sum(count for step, count in ledger.made.items() if step in UNSURE)
    return Proven(
        tuple(sorted(twice)), tuple(sorted(lost)), Counter(one.state for one in rows), ledger.made, unsure, starts
    )


def _accounted(one: KeptMessage, ledger: Ledger) -> bool:
    """Whether what is said of a message is true: handed means taken, and nothing is left that waits or hangs."""
    if one.state is S.HANDED:
        return ledger.taken[one.draft.subject] > 0
    return one.state is S.UNKNOWN


def _draft(number: int) -> Draft:
    text = "".join(f"Line {line} of message {number}\n" for line in range(40))
    return Draft(f"free:{number}", MessageKind.FREE, Means.EMAIL, f"anna{number}@x.example", text, f"Order {number}")


def main() -> None:
    """Both engines at length; prints what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=8)
    words = parser.parse_args()
    from tests.conftest import Server

    server = Server(os.environ["CORDIAL_TEST_POSTGRES"])
    folder = Path(tempfile.mkdtemp())
    try:
        for name, location in (("SQLite", str(folder / "shop.cordial")), ("PostgreSQL", server.ready())):
            begun = time.monotonic()
            found = prove(location, messages=words.messages, faults=every_fault(words.rounds))
            taken = time.monotonic() - begun
            print(f"{name}: {len(found.twice)} twice, {len(found.lost)} lost, {dict(found.states)}; faults"
                  f" {dict(found.faults)}; {found.starts} starts; {taken:.0f} s")  # fmt: skip
    finally:
        server.close()
        shutil.rmtree(folder)


if __name__ == "__main__":
    from tests.actions import sending_proof  # its senders are found by that name in other processes

    sending_proof.main()
