from __future__ import annotations

from typing import Any

from desktop_app.domain.changes import ChangeId, Changes, Topic
from desktop_app.i18n import msg
from desktop_app.ui.bus import Bus


def test_a_change_is_told_with_who_started_it(qapp: Any) -> None:
    heard: list[tuple[object, object]] = []
    bus = Bus()
    bus.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    change = Changes(ChangeId(7), frozenset({Topic.ORDERS}), msg("Edit order"))
    page = object()
    bus.announce(change, initiator=page)
    assert heard == [(change, page)]


def test_an_empty_change_is_not_told(qapp: Any) -> None:
    heard: list[object] = []
    bus = Bus()
    bus.changed.connect(lambda changes, _: heard.append(changes))
    bus.announce(Changes(ChangeId(0), frozenset({Topic.ORDERS}), msg("Nothing")))
    assert heard == []


def test_everyone_looks_again_when_the_clock_moved_on(qapp: Any) -> None:
    heard: list[tuple[Changes, object]] = []
    bus = Bus()
    bus.changed.connect(lambda changes, initiator: heard.append((changes, initiator)))
    bus.pass_time(frozenset({Topic.COMPLAINTS}))
    [(changes, initiator)] = heard
    assert (changes.id, changes.topics, initiator) == (0, frozenset({Topic.COMPLAINTS}), None)
