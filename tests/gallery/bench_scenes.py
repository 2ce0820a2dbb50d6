"""Scenes of the packing bench: who packs, what is read, the queue, a parcel in every state, set aside, its keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.actions.pins import set_pin
from desktop_app.domain.desk_settings import BENCH_SOUND, DESK_PRINTER
from desktop_app.domain.packing import Parcel
from desktop_app.queries.packers import packers
from desktop_app.ui.bench.bench import Bench
from desktop_app.ui.theme.tokens import Tone
from tests.ui.around import House

BenchScene = Callable[[House], QWidget]


def bench(house: House) -> Bench:
    """The bench as the house has it, as large as its window, with nobody at it."""
    house.settings.set(BENCH_SOUND, False)
    house.settings.set(DESK_PRINTER, "")
    house.window.bench_full = False
    house.window.open_bench()
    found = house.window.bench
    assert found is not None
    found.window.resize(house.shell.size())
    found.printer.stop()
    settle(house, found)
    return found


def settle(house: House, found: Bench) -> None:
    """Every answer is there."""
    house.settle()
    house.qtbot.waitUntil(lambda: not found.shift.busy, timeout=20_000)
    house.settle()


def at_queue(house: House) -> Bench:
    """Somebody packs, and has read what there is to read."""
    found = bench(house)
    _welcome(house, found)
    while found.window.step.name == "read":
        found.window.step.enter("")
        settle(house, found)
    found.window.foot.show_printer(found.shift.words("{printer} · ready", printer="Canon-TS5350"), Tone.MUTED)
    return found


def opened(house: House, **traits: object) -> Bench:
    """The next order is open; with `traits` it is of a kind that the sample may not have at its head."""
    found = at_queue(house)
    if found.window.step.name != "parcel":
        found.window.step.enter("")
        settle(house, found)
    step: Any = found.window.step
    parcel: Parcel = step.parcel
    step._show(replace(parcel, **traits))  # type: ignore[arg-type]
    settle(house, found)
    return found


def who(house: House) -> QWidget:
    """The list of packers."""
    found = bench(house)
    found.window.go("packer")
    settle(house, found)
    return found.window


def pin(house: House) -> QWidget:
    """A wrong PIN, and another one half typed."""
    known: list[Any] = []
    house.window.work.ask(packers, then=known.extend)
    house.settle()
    house.window.work.change(set_pin, known[0].id, "2580")
    house.settle()
    found = bench(house)
    step: Any = found.window.step
    step._choose(0)
    settle(house, found)
    found.window.step.enter("1111")
    settle(house, found)
    found.window.scanner.text = "25"
    found.window.renew()
    return found.window


def read(house: House) -> QWidget:
    """The owner's words, to be confirmed."""
    found = bench(house)
    _welcome(house, found)
    return found.window


def queue(house: House) -> QWidget:
    """What is to be packed."""
    return at_queue(house).window


def parcel(house: House) -> QWidget:
    """An open order, begun, with a gift, notes and every tag."""
    found = opened(
        house,
        extra_care=True,
        gift=True,
        first=False,
        regular=True,
        packer_note=found_words(house, "note"),
        surprise=found_words(house, "tea"),
        surprise_shelf="G 2",
    )
    step: Any = found.window.step
    line = step.parcel.lines[0]
    found.window.step.enter(line.barcode or line.sku)
    settle(house, found)
    step._next_step()
    settle(house, found)
    return found.window


def found_words(house: House, what: str) -> str:
    """What the owner wrote, or the gift engine will say, in the packer's language."""
    said = {
        "tea": {"en": "thyme tea", "ru": "чай с чабрецом", "lv": "timiāna tēja"},
        "note": {"en": "Use the small box", "ru": "Взять маленькую коробку", "lv": "Ņemt mazo kasti"},
    }
    return said[what][house.window.desk.words.language.value]


def wrong(house: House) -> QWidget:
    """An article that does not belong here."""
    found = opened(house)
    found.window.step.enter("4006381333931")
    settle(house, found)
    return found.window


def unticked(house: House) -> QWidget:
    """Enter before everything was checked."""
    found = opened(house)
    found.window.step.enter("")
    settle(house, found)
    return found.window


def missing(house: House) -> QWidget:
    """Why it is set aside."""
    found = opened(house)
    found.window.step.press(Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    settle(house, found)
    return found.window


def tracking(house: House) -> QWidget:
    """Packed; its number is half scanned, and the printer is out of paper."""
    found = opened(house)
    step: Any = found.window.step
    found.window.go("tracking", replace(step.parcel, carrier="Omniva"))
    words = found.shift.words
    found.shift.note(words("Order {number} is packed.", number=step.parcel.number), Tone.GOOD)
    found.window.scanner.text = "CE1234"
    why = words("The paper is out.")
    found.window.foot.show_printer(words("{printer} · stopped: {why}", printer="Canon-TS5350", why=why), Tone.BAD)
    found.window.renew()
    return found.window


def printer(house: House) -> QWidget:
    """Which printer."""
    found = at_queue(house)
    step: Any = found.window._steps["printer"]
    found.window.go("printer", "queue")
    settle(house, found)
    step._show(["Canon-TS5350", "Office", "Zebra-GK420"])
    return found.window


def keys(house: House) -> QWidget:
    """All keys."""
    found = at_queue(house)
    found.window._show_keys()
    return found.window


def _welcome(house: House, found: Bench) -> None:
    known: list[Any] = []
    house.window.work.ask(packers, then=known.extend)
    house.settle()
    language = house.window.desk.words.language
    active = [one for one in known if one.fields.active]
    one = next((one for one in active if one.fields.language is language), active[0])
    found.shift.welcomed.emit(replace(one, fields=replace(one.fields, language=language)))
    settle(house, found)


BENCH_SCENES: dict[str, BenchScene] = {
    "bench-who": who,
    "bench-read": read,
    "bench-queue": queue,
    "bench-parcel": parcel,
    "bench-wrong": wrong,
    "bench-unticked": unticked,
    "bench-missing": missing,
    "bench-tracking": tracking,
    "bench-printer": printer,
    "bench-keys": keys,
    "bench-pin": pin,
}
