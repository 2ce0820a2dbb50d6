"""An order leaves the bench: papers to the printer, then packed and logged in one change, then its tracking number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop_app.actions.chimes import Chime
from desktop_app.actions.packing import done
from desktop_app.domain.errors import AppError, Conflict, NotFound
from desktop_app.domain.kinds import KIND_NAMES
from desktop_app.domain.packing import Parcel
from desktop_app.domain.print_run import Remark
from desktop_app.domain.printers import Binding
from desktop_app.i18n import Message, msg, nmsg
from desktop_app.ui.bench.papers import Before, Made, ParcelPapers, keep_and_print, look_before
from desktop_app.ui.bench.printer import BenchPrinter
from desktop_app.ui.bench.shift import Packed, Shift
from desktop_app.ui.pages.dates import short_day
from desktop_app.ui.theme.tokens import Tone

Lost = Callable[[AppError], object]


class PackingOff(QObject):
    """`pack` what is checked. Without a printer the papers are kept as a PDF, once the packer has said so by Enter.

    `asked` when papers came out before: `pack` prints them again then, `pack_with_those` does not.
    """

    asked = Signal()

    def __init__(self, shift: Shift, printer: BenchPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.papers = ParcelPapers(shift.desk, self)
        self._shift, self._printer = shift, printer
        self._out: tuple[Made, str] | None = None  # papers that came out, and their job, of an order not packed yet
        self._asked: tuple[Made, Before, bool] | None = None  # papers that came out before, and whether all is ticked
        self._told = False  # that there is no printer was said: Enter keeps the papers as a PDF from now on

    @property
    def unprinted(self) -> bool:
        """Whether Enter packs without printing now: no printer is chosen, and the packer was told."""
        return self._told and not self._printer.bound().printer

    def asks(self, parcel: Parcel) -> bool:
        """Whether it was said of this order that its papers came out before."""
        return self._asked is not None and self._asked[0].order == parcel.order

    def prepare(self, parcel: Parcel) -> None:
        """Make the papers of what is open, for the printer of now."""
        self._asked = None
        self.papers.prepare(parcel.order, by=self._shift.who, language=self._shift.words.language)

    def prepare_anew(self, parcel: Parcel) -> None:
        """Another printer was chosen, which may print elsewhere on the sheet; what came out already stays."""
        if self._out is None or self._out[0].order != parcel.order:
            self.prepare(parcel)

    def pack(self, parcel: Parcel, *, unchecked: bool, lost: Lost) -> None:
        """Print the papers, pack, log; `lost` hears that the order is not this bench’s any more."""
        shift = self._shift
        if not self._printer.bound().printer and not self._told:
            self._told = True
            words = shift.words
            said = words(
                "No printer is chosen on this desk. F4 chooses one; Enter packs without and keeps the papers as a PDF."
            )
            shift.note(said, Tone.WARN, chime=Chime.NOTE)
            return
        release = shift.hold()  # what is scanned meanwhile waits

        def ready(made: Made) -> None:
            if self._out is not None and self._out[0] is made:  # the shop did not answer after they were printed
                self._printed(parcel, made, unchecked, lost, self._out[1])
            else:
                shift.ask(
                    look_before,
                    made,
                    then=partial(self._looked, parcel, made, unchecked, lost),
                    failed=partial(self._held_since, parcel),
                )
            release()

        def failed(error: AppError) -> None:
            shift.tell(error)
            release()

        self.papers.take(ready, failed)

    def pack_with_those(self, parcel: Parcel, *, lost: Lost) -> None:
        """Pack with the papers that came out before, as the packer says who holds them."""
        if self._asked is None or self._asked[0].order != parcel.order:
            return
        made, before, unchecked = self._asked
        left = before.handed
        self._shift.change(
            done,
            parcel.order,
            packer=self._shift.who,
            bench=self._shift.bench,
            unchecked=unchecked,
            result=left.result if left else made.result,
            file=left.file if left else None,
            printer=left.printer if left else "",
            came_out=left is not None,
            logged=left is None,
            then=lambda _: self._packed(parcel, replace(made, file=None), ""),
            failed=lost,
        )

    def _looked(self, parcel: Parcel, made: Made, unchecked: bool, lost: Lost, before: Before | None) -> None:
        """Print them, unless they came out before and nobody was asked yet: nothing comes out twice unasked."""
        if before is None or (self._asked is not None and self._asked[0] is made):
            self._print(parcel, made, unchecked, lost)
            return
        self._asked = (made, before, unchecked)
        self._shift.note(self._where_are_they(before), Tone.WARN, chime=Chime.NOTE)
        self.asked.emit()

    def _where_are_they(self, before: Before) -> str:
        words = self._shift.words
        if before.handed is not None:
            return words(
                "Cordial stopped while these papers went to {printer}. Did they come out? "
                "F3: they are here. Enter prints them again.",
                printer=before.handed.printer,
            )
        at = dt.datetime.fromisoformat(before.at)
        day = "" if at.date() == self._shift.desk.today() else short_day(words, at.date(), self._shift.desk.today())
        when = f"{day} {at:%H:%M}".strip()
        if before.saved:
            return words(
                "These papers were saved as a PDF before: {when}. "
                "F3: they are printed and here. Enter makes them again.",
                when=when,
            )
        return words("These papers came out before: {when}. F3: they are here. Enter prints them again.", when=when)

    def _print(self, parcel: Parcel, made: Made, unchecked: bool, lost: Lost) -> None:
        self._shift.run(
            keep_and_print,
            made,
            self._printer.bound(made.result.stock),
            self._shift.who,
            self._asked[1].handed if self._asked is not None else None,
            failed=self._not_printed,
            then=partial(self._printed, parcel, made, unchecked, lost),
        )

    def _held_since(self, parcel: Parcel, error: AppError) -> None:
        """A complaint came in while the parcel was packed: its papers are made anew, and Enter packs with them."""
        self.prepare(parcel)
        said = msg("Not packed. A complaint came in meanwhile: the papers are made anew. Enter packs.")
        self._shift.note(said if isinstance(error, Conflict) else error.message, Tone.WARN, chime=Chime.NOTE)

    def _printed(self, parcel: Parcel, made: Made, unchecked: bool, lost: Lost, job: str) -> None:
        self._out = (made, job)
        place: Binding = self._printer.bound(made.result.stock)
        there = made.file is not None
        self._shift.change(
            done,
            parcel.order,
            packer=self._shift.who,
            bench=self._shift.bench,
            unchecked=unchecked,
            result=made.result if there else None,
            file=made.to if there else None,
            printer=place.printer if there else "",
            job=job,
            then=lambda _: self._packed(parcel, made, job),
            failed=partial(self._not_packed, job, lost),
        )

    def _packed(self, parcel: Parcel, made: Made, job: str) -> None:
        shift, self._out, self._asked = self._shift, None, None
        shift.packed.append(Packed(parcel.order, parcel.number))
        self._printer.follow(job)
        shift.calm()
        shift.sounds.play(Chime.DONE)
        held = made.result.held
        odd = [one for one in (*made.result.skipped, *made.result.warnings) if one not in held]
        if held and not odd:
            shift.note(_packed_without(held), Tone.WARN)
        elif odd:
            shift.note(msg("Packed. Look at its papers: {what}", what=odd[0].message), Tone.WARN, chime=Chime.NOTE)
        elif made.file is not None and not job:
            shift.note(msg("Packed. Its papers are kept in {file}.", file=str(made.to)), Tone.GOOD)
        elif job and self._printer.halted:
            shift.note(
                msg(
                    "Order {number} is packed. Its papers wait: {printer} is stopped.",
                    number=parcel.number,
                    printer=job.rpartition("-")[0],
                ),
                Tone.WARN,
            )
        else:
            shift.note(_packed_with(parcel.number, made.result.sheets if job else 0, job.rpartition("-")[0]), Tone.GOOD)
        self.papers.drop()
        shift.go("tracking", parcel)

    def _not_printed(self, error: AppError) -> None:
        """The order stays open: Enter tries again, F4 chooses another printer."""
        said = self._shift.words.say(error.message)
        self._shift.note(
            self._shift.words("Not packed. {why} Enter tries again, F4 chooses another printer.", why=said),
            Tone.BAD,
            chime=Chime.WRONG,
        )

    def _not_packed(self, job: str, lost: Lost, error: AppError) -> None:
        if job and isinstance(error, (Conflict, NotFound)):
            said = self._shift.words.say(error.message)
            lost(type(error)(msg("{why} The papers that come out now are not needed.", why=said)))
        else:
            lost(error)


def _packed_with(number: str, sheets: int, printer: str) -> Message:
    """That it is packed, and how many sheets to take from the printer for it."""
    if not sheets:
        return msg("Order {number} is packed.", number=number)
    return nmsg(
        "Order {number} is packed. {n} sheet comes out of {printer}.",
        "Order {number} is packed. {n} sheets come out of {printer}.",
        n=sheets,
        number=number,
        printer=printer,
    )


def _packed_without(held: Sequence[Remark]) -> Message:
    """What stays out of the parcel, and the fact why: more of it a packer is not told."""
    papers = [KIND_NAMES[one.kind] for one in held if one.kind is not None]
    return msg("Packed. Not in the parcel: {papers}. A complaint of theirs is open.", papers=papers)
