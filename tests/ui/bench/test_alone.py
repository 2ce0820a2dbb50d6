"""The bench as a process of its own, with a packer's login on a server that shows them no more than a parcel needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.desk_settings import BENCH_SOUND, DESK_PRINTER
from desktop_app.domain.errors import StoreUnavailable
from desktop_app.domain.orders import OrderId, Status
from desktop_app.i18n import Words, msg
from desktop_app.queries.orders import order
from desktop_app.store.connect import open_shop
from desktop_app.ui.bench.alone import BenchAlone
from desktop_app.ui.desk_settings import DeskSettings
from desktop_app.ui.first_start.notice import Notice
from desktop_app.ui.first_start.password import AskPassword
from desktop_app.ui.handbook.reader import Reader
from desktop_app.ui.theme.theme import Theme
from tests.conftest import TwoDesks
from tests.ui.bench.around import SPACE, Packing
from tests.ui.bench.orders import CANDLE, CLOTH, MUG, Filled, fill

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|propagateSizeHints)")


class Alone(Packing):
    """The keys of a bench that has no window beside it."""

    def __init__(self, qtbot: Any, alone: BenchAlone) -> None:
        assert alone.bench is not None
        self.qtbot, self.work, self.bench = qtbot, alone.work, alone.bench
        self.window = alone.bench.window
        self.window.resize(1280, 800)
        self.settle()


def settings() -> DeskSettings:
    made = DeskSettings()
    made.set(BENCH_SOUND, False)
    made.set(DESK_PRINTER, "Office")
    return made


@pytest.fixture
def filled(two_desks: TwoDesks) -> Filled:
    """What the owner put into the shop."""
    return fill(two_desks.owner)


@pytest.fixture
def alone(qtbot: Any, theme: Theme, two_desks: TwoDesks, filled: Filled) -> Iterator[BenchAlone]:
    """The bench, started for Inese."""
    made = BenchAlone(
        theme, settings(), Words(), location=two_desks.logins.packer, packer="Inese Š.",
        open_shop=lambda: open_shop(two_desks.logins.packer), take_password=lambda *_: None, full=False,
    )  # fmt: skip
    made.start()
    qtbot.waitUntil(lambda: made.bench is not None, timeout=20_000)
    yield made
    if made.bench is not None and made.bench.window.isVisible():
        made.bench.window.close()


def test_a_packer_packs_with_no_more_rights_than_a_packer_has(
    qtbot: Any, alone: BenchAlone, two_desks: TwoDesks, filled: Filled, no_printer: list[Path]
) -> None:
    packing = Alone(qtbot, alone)
    while packing.step.name == "read":
        packing.enter()
    assert packing.queue.now is not None
    assert [row.number for row in packing.queue.now.rows] == ["10437", "10438", "10439"]
    packing.enter()
    packing.scan(CANDLE)
    assert packing.alarm.startswith("Wrong article")
    packing.scan(MUG, MUG, CLOTH)
    packing.key(SPACE, text=" ")
    packing.key(SPACE, text=" ")
    packing.enter()
    assert packing.step.name == "tracking", packing.said
    assert len(no_printer) == 1
    packing.scan("CE123456789LV")
    packing.scan("10438", CANDLE)
    packing.key(SPACE, text=" ")
    packing.enter()
    packing.key(Qt.Key.Key_F9)
    assert packing.parcel.title == "№ 10438", packing.said
    packing.key(Qt.Key.Key_F2)
    packing.scan("1")
    now = [order(two_desks.owner, OrderId(filled.orders[number])) for number in ("10437", "10438")]
    assert [(one.fields.status, one.fields.tracking, one.set_aside) for one in now] == [
        (Status.PACKED, "CE123456789LV", ""),
        (Status.PAID, "", "Not there: 1 × Soy candle"),
    ]


def test_what_the_owner_changes_is_seen_without_a_click(
    qtbot: Any, alone: BenchAlone, two_desks: TwoDesks, filled: Filled, no_printer: list[Path]
) -> None:
    from desktop_app.actions.orders import set_status

    packing = Alone(qtbot, alone)
    while packing.step.name == "read":
        packing.enter()
    packing.enter()
    set_status(two_desks.owner, [OrderId(filled.orders["10437"])], Status.CANCELLED, actor="Ilze")
    assert packing.bench is not None
    packing.bench.look()
    packing.settle()
    assert packing.step.name == "queue"
    assert "removed in the meantime" in packing.said  # a packer does not see what is not to be packed


def test_the_bench_gives_back_what_it_held_when_it_is_closed(
    qtbot: Any, alone: BenchAlone, two_desks: TwoDesks, no_printer: list[Path]
) -> None:
    from desktop_app.queries.packing import queue

    packing = Alone(qtbot, alone)
    while packing.step.name == "read":
        packing.enter()
    packing.enter()
    assert [row.claimed_by for row in queue(two_desks.owner)] == ["Inese Š.", "", ""]
    packing.window.close()
    assert [row.claimed_by for row in queue(two_desks.owner)] == ["", "", ""]


def test_a_server_that_is_away_is_told_with_the_way_out(qtbot: Any, theme: Theme, two_desks: TwoDesks) -> None:
    tries: list[int] = []

    def away() -> object:
        tries.append(1)
        if len(tries) == 1:
            raise StoreUnavailable(msg("The server does not answer."))
        return open_shop(two_desks.logins.packer)

    made = BenchAlone(
        theme, settings(), Words(), location="postgresql://shop@server/vilna", packer="", open_shop=away,
        take_password=lambda *_: None, full=False,
    )  # fmt: skip
    made.start()
    qtbot.waitUntil(lambda: isinstance(made.page, Notice), timeout=10_000)
    page: Any = made.page
    assert page.sentence.text() == "The server does not answer."
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.keyClick(page, Qt.Key.Key_F1)
    reader = page.findChild(Reader)
    assert reader.page == "shop-does-not-open"
    reader.close()
    made.start()
    qtbot.waitUntil(lambda: made.bench is not None, timeout=10_000)
    assert made.page is None
    assert made.bench is not None
    made.bench.window.close()


def test_a_password_that_is_wanted_is_asked_for(qtbot: Any, theme: Theme, two_desks: TwoDesks) -> None:
    from desktop_app.domain.errors import PasswordWanted

    typed: list[str] = []

    def locked() -> object:
        if not typed:
            raise PasswordWanted(msg("The server of the shop wants a password."))
        return open_shop(two_desks.logins.packer)

    made = BenchAlone(
        theme, settings(), Words(), location="postgresql://inese@server/vilna", packer="", open_shop=locked,
        take_password=lambda password, _: typed.append(password), full=False,
    )  # fmt: skip
    made.start()
    qtbot.waitUntil(lambda: isinstance(made.page, AskPassword), timeout=10_000)
    assert isinstance(made.page, AskPassword)
    made.page.password.setText("wool")
    made.page.go.click()
    qtbot.waitUntil(lambda: made.bench is not None, timeout=10_000)
    assert typed == ["wool"]
    assert made.bench is not None
    made.bench.window.close()
