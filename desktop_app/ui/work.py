"""Work off the main thread: one database thread that owns the shop, a pool for the rest; results come back.

Pages call `ask` to read, `change` to write, `run` for work without the shop. Callbacks run on the main thread and are
dropped when their owner (a QObject, usually the page) is gone. A failure goes to the job's own `failed(AppError)`,
else to the signal `failed`, which the window shows in its banner.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import Stopped
from desktop_app.i18n import msg
from desktop_app.ui.bus import Bus
from desktop_app.ui.jobs import Failed, Job, Tell, Then

T = TypeVar("T")


class Work(QObject):
    """One per window. `failed` carries the AppErrors nobody else took."""

    failed = Signal(object)
    _done = Signal(object)
    _moved = Signal(object, int, int)

    def __init__(self, bus: Bus, *, actor: Callable[[], str] = str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._actor = actor
        self._shop: Any = None
        self._queue: deque[Job] = deque()
        self._wake = threading.Condition()
        self._current: Job | None = None
        self._thread: threading.Thread | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._closing = False
        self._open: set[Job] = set()
        self._done.connect(self._deliver)
        self._moved.connect(self._report)

    def open(self, open_shop: Callable[[], Any], *, then: Then | None = None, failed: Failed | None = None) -> Job:
        """Open the shop on the database thread, started here; everything asked meanwhile waits for it."""

        def opened(_: Any) -> None:
            self._shop = open_shop()

        job = self._queued(Job(opened, then=then, failed=failed, writes=True, counts=True))
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="database")
            self._thread.start()
        return job

    def ask(
        self, fn: Callable[..., Any], *args: Any, then: Then | None = None, failed: Failed | None = None,
        owner: QObject | None = None, latest: str = "", progress: Tell | None = None, **named: Any,
    ) -> Job:
        """Run the query `fn(shop, *args, **named)`; with `latest` a newer ask of that name ends the older.

        With `progress` (see `change`) a cancelled query is not dropped: `failed` hears that it stopped.
        """
        if latest:
            self._end_older(latest)
        job = Job(
            lambda shop: fn(shop, *args, **named), then=then, failed=failed, tell=progress, owner=owner, name=latest,
            counts=progress is not None,
        )
        self._give_progress(job, named)
        return self._queued(job)

    def change(
        self, fn: Callable[..., Any], *args: Any, then: Then | None = None, failed: Failed | None = None,
        progress: Tell | None = None, owner: QObject | None = None, **named: Any,
    ) -> Job:
        """Run the action `fn(shop, *args, actor=…, **named)`; its Changes are announced, then `then(result)` is called.

        With `progress(done, total)` the action gets a `progress` of its own, which stops it once the job is cancelled.
        """
        named = {"actor": self._actor(), **named}
        job = Job(
            lambda shop: fn(shop, *args, **named), then=then, failed=failed, tell=progress, owner=owner,
            writes=True, counts=True,
        )
        self._give_progress(job, named)
        return self._queued(job)

    def run(
        self, fn: Callable[..., Any], *args: Any, then: Then | None = None, failed: Failed | None = None,
        progress: Tell | None = None, owner: QObject | None = None, **named: Any,
    ) -> Job:
        """Run `fn(*args, **named)` on the pool, without the shop (compiling a PDF); progress as in `change`."""
        job = Job(lambda _: fn(*args, **named), then=then, failed=failed, tell=progress, owner=owner, counts=True)
        self._give_progress(job, named)
        if self._closing:  # a timer of a page that is going: like a question asked now, nobody answers it
            return job
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="work")
        self._open.add(job)
        self._pool.submit(self._perform, job)
        return job

    def turn(self, deed: Callable[[Any], T], /) -> T:
        """From a thread of the pool: run a deed on the database thread, and wait for what comes of it.

        So long work without the shop (talking to a mail server) looks into it now and then; what it announces at its
        end is its caller's to say. Raises what the deed raises, and Stopped when the window has closed.
        """
        answer: Future[T] = Future()

        def run(shop: Any) -> None:
            try:
                answer.set_result(deed(shop))
            except BaseException as error:  # noqa: BLE001 - it is raised again where it was asked for
                answer.set_exception(error)

        with self._wake:
            if self._closing:
                raise Stopped(msg("Stopped. Nothing was changed."))
            self._queue.append(Job(run, writes=True))
            self._wake.notify()
        return answer.result()

    @property
    def idle(self) -> bool:
        """Whether nothing is waiting, running or on its way back."""
        return not self._open

    def close(self, last: Callable[[Any], object] | None = None) -> None:
        """Finish what writes, drop what only reads, do `last(shop)`, close the shop and join every thread."""
        if self._pool is not None:
            for job in self._open:
                if not job.writes:
                    job.cancel()
            self._pool.shutdown(wait=True, cancel_futures=True)
        with self._wake:
            self._closing = True
            self._queue = deque(job for job in self._queue if job.writes)
            if self._current is not None and not self._current.writes and self._shop is not None:
                self._current.cancel()
                self._shop.interrupt()
            if last is not None:
                self._queue.append(Job(lambda shop: shop and last(shop), writes=True))
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    def _queued(self, job: Job) -> Job:
        self._open.add(job)
        with self._wake:
            self._queue.append(job)
            self._wake.notify()
        return job

    def _end_older(self, name: str) -> None:
        with self._wake:
            for job in self._queue:
                if job.name == name:
                    job.cancel()
            # Under the lock the database thread cannot pass on to the next job, so only this one is interrupted.
            if self._current is not None and self._current.name == name and self._shop is not None:
                self._current.cancel()
                self._shop.interrupt()

    def _serve(self) -> None:
        while (job := self._next()) is not None:
            self._perform(job)
        if self._shop is not None:
            self._shop.close()

    def _next(self) -> Job | None:
        with self._wake:
            self._current = None
            while not self._queue and not self._closing:
                self._wake.wait()
            self._current = self._queue.popleft() if self._queue else None
            return self._current

    def _perform(self, job: Job) -> None:
        job.perform(self._shop)
        self._done.emit(job)

    def _deliver(self, job: Job) -> None:
        self._open.discard(job)
        changes = job.changes if job.writes else None
        try:
            if changes is not None:
                self._bus.announce(changes, initiator=job.owner)
            if job.wanted:
                self._tell_result(job)
        finally:
            job.let_go()

    def _tell_result(self, job: Job) -> None:
        if job.error is None:
            if job.then is not None:
                job.then(job.result)
        elif job.failed is not None:
            job.failed(job.error)
        elif not (isinstance(job.error, Stopped) and job.cancelled):
            self.failed.emit(job.error)

    def _give_progress(self, job: Job, named: dict[str, Any]) -> None:
        if job.tell is not None:
            named["progress"] = partial(self._advance, job)

    def _advance(self, job: Job, done: int, total: int) -> bool:
        """Called on the working thread: report now and then, and answer whether to go on."""
        if job.due(done, total):
            self._moved.emit(job, done, total)
        return not job.cancelled

    def _report(self, job: Job, done: int, total: int) -> None:
        if job in self._open and job.wanted and job.tell is not None:
            job.tell(done, total)
