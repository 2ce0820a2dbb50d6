"""Rings of garbage end on the main thread, whatever thread makes more of them."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from desktop_app.ui.garbage import Collector
from desktop_app.ui.jobs import Job


class Ring:
    """Holds itself, and notes which thread ends it."""

    def __init__(self, ends: list[int]) -> None:
        self.itself: Ring | None = self
        self.ends = ends

    def __del__(self) -> None:
        self.ends.append(threading.get_ident())


def make_garbage_elsewhere() -> int:
    """Allocates in another thread until Python's own collector must have looked; returns that thread."""
    seen: list[int] = []

    def work() -> None:
        seen.append(threading.get_ident())
        kept: list[Any] = [[n] for n in range(200_000)]
        kept.clear()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return seen[0]


@pytest.fixture
def collector(qapp: Any) -> Iterator[Collector]:
    made = Collector()
    yield made
    made.stop()
    gc.unfreeze()


def test_another_thread_ends_no_ring(collector: Collector) -> None:
    collector.look()
    ends: list[int] = []
    for _ in range(2_000):
        Ring(ends)
    make_garbage_elsewhere()
    assert ends == []
    collector.look()
    assert ends == [threading.get_ident()] * 2_000


def test_python_itself_would_end_it_in_that_thread(qapp: Any) -> None:
    """The control: without the collector the ring ends where the garbage was made."""
    gc.collect()
    ends: list[int] = []
    gc.enable()
    try:
        Ring(ends)
        other = make_garbage_elsewhere()
    finally:
        gc.disable()
    assert ends == [other]


def test_the_old_are_looked_at_too(collector: Collector) -> None:
    collector.look()
    ends: list[int] = []
    ring = Ring(ends)
    gc.collect(1)  # it grows old while it is in use
    del ring
    collector.look()
    assert ends == []
    for _ in range(130):
        collector.look()
    assert ends == [threading.get_ident()]


def test_python_takes_over_again(qapp: Any) -> None:
    gc.enable()
    try:
        made = Collector()
        assert not gc.isenabled()
        made.stop()
        assert gc.isenabled()
    finally:
        gc.disable()


def test_a_delivered_job_holds_nobody() -> None:
    """A working thread may keep a job until its next one; what the job served must not end there."""
    page = Ring([])
    page.itself = None
    job = Job(partial(getattr, page), then=partial(print, page), failed=partial(print, page), tell=partial(print, page))
    job.result = page
    served = weakref.ref(page)
    del page
    assert served() is not None
    job.let_go()
    assert served() is None
