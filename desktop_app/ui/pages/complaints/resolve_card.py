"""What a complaint is made good by, on its record: what was chosen with its cost and voucher, and the papers for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.actions.enclosures import enclose, take_out
from desktop_app.actions.resolutions import resolution_done, take_back
from desktop_app.actions.vouchers import take_back_use, use_voucher
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.enclosures import Enclosure
from desktop_app.domain.kinds import KIND_NAMES
from desktop_app.domain.orders import OrderId
from desktop_app.domain.resolutions import Resolution, offer_name
from desktop_app.domain.vouchers import VoucherId
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import enclosures_of, waiting_in
from desktop_app.queries.resolutions import resolutions
from desktop_app.queries.steps import order_states
from desktop_app.queries.vouchers import vouchers_of
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.offers_input import cost_words
from desktop_app.ui.pages.complaints.resolve_dialog import make_good
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.dates import stamp
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow


@dataclass(frozen=True, slots=True)
class GoodDone:
    """What was chosen, the papers placed for it, and the number of the order each lies in or went with.

    `used` are the vouchers among them that were used.
    """

    chosen: tuple[Resolution, ...] = ()
    papers: tuple[tuple[Enclosure, str], ...] = ()
    used: frozenset[VoucherId] = frozenset()


def good_done(shop: Shop, complaint_id: ComplaintId) -> GoodDone:
    """What was done about a complaint so far."""
    papers = enclosures_of(shop, complaint_id)
    places = {**waiting_in(shop, papers), **{one.id: one.order for one in papers if one.gone_at and one.order}}
    numbers = {state.id: state.number for state in order_states(shop, list(places.values()))}
    shown = tuple((one, numbers.get(places.get(one.id, OrderId(0)), "")) for one in papers)
    used = frozenset(one.id for one in vouchers_of(shop, complaint=complaint_id) if one.used_on is not None)
    return GoodDone(resolutions(shop, complaint_id), shown, used)


class ResolveCard(RecordCard):
    """Changes at once, each a step of Undo; `show_complaint` asks anew."""

    told = Signal()  # its rows are there

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        words = desk.words
        super().__init__(desk, words("Made good"), parent=parent)
        self._complaint = ComplaintId(0)
        self.done = GoodDone()
        self.choose_button = small(words("Make it good"), self.choose)
        self.add_to_head(self.choose_button)

    def show_complaint(self, complaint: ComplaintId) -> None:
        """Ask what was done about a complaint."""
        self._complaint = complaint
        self.desk.work.ask(good_done, complaint, then=self._show, failed=self.desk.tell, owner=self, latest="made good")

    def choose(self) -> None:
        """Open the book for it."""
        make_good(self.desk, self.window(), self._complaint)

    def print_alone(self) -> None:
        """Its papers by themselves, for a letter or to hand over."""
        from desktop_app.ui.preview.dialog import open_preview  # QtPdf is loaded when something is printed

        open_preview(self.desk, self, complaint=self._complaint)

    def _show(self, found: GoodDone) -> None:
        self.done = found
        rows: list[QWidget] = [self._chosen(one) for one in found.chosen]
        rows += [self._paper(one, number) for one, number in found.papers]
        self.fill(rows, note="" if rows else self.words("Nothing was chosen yet."))
        self.told.emit()

    def _chosen(self, one: Resolution) -> DetailRow:
        words = self.words
        when = joined(stamp(words, one.chosen_at, self.desk.today()), one.by)
        detail = "\n".join(part for part in (joined(cost_words(words, one.cost), one.code, when), one.words) if part)
        done = bool(one.done_at)
        deeds: list[tuple[str, Callable[[], object]]] = [
            (words("Not done yet") if done else words("Done"), lambda: self._settle(one, done=not done)),
            (words("Take back"), partial(self.change, take_back, one.id)),
            *self._voucher(one),
        ]
        tag = (words("Done"), Tone.GOOD) if done else (words("To do"), Tone.WARN)
        return DetailRow(self.desk.theme, offer_name(words, one.offer), detail, tag=tag, deeds=deeds)

    def _voucher(self, one: Resolution) -> list[tuple[str, Callable[[], object]]]:
        """What may be done with the voucher it brought."""
        words, voucher = self.words, one.voucher
        if voucher is None:
            return []
        if voucher in self.done.used:
            return [(words("Voucher not used"), partial(self.change, take_back_use, voucher))]
        enclosed = any(paper.voucher_id == voucher for paper, _ in self.done.papers)
        deeds: list[tuple[str, Callable[[], object]]] = []
        if not enclosed:
            deeds.append((words("Into the next parcel"), partial(self._enclose, voucher)))
        return [*deeds, (words("Voucher used"), partial(self.change, use_voucher, voucher))]

    def _enclose(self, voucher: VoucherId) -> None:
        self.desk.work.change(
            enclose, self._complaint, apology=False, voucher=voucher,
            then=lambda made: self.desk.tell_done(made[-1], None), failed=self.desk.tell, owner=self,
        )  # fmt: skip

    def _settle(self, one: Resolution, *, done: bool) -> None:
        self.desk.work.change(
            resolution_done, [one.id], done=done, then=lambda changes: self.desk.tell_done(changes, None),
            failed=self.desk.tell, owner=self,
        )  # fmt: skip

    def _paper(self, one: Enclosure, number: str) -> DetailRow:
        words = self.words
        if one.gone_at:
            where = words("went with order {number}", number=number) if number else words("went by itself")
        elif number:
            where = words("lies in the parcel of order {number}", number=number)
        else:
            where = words("waits for their next order")
        deeds: list[tuple[str, Callable[[], object]]] = []
        if not one.gone_at:
            deeds = [
                (words("Print alone"), self.print_alone), (words("Take out"), partial(self.change, take_out, [one.id])),
            ]  # fmt: skip
        tag = (words("Has gone"), Tone.GOOD) if one.gone_at else (words("Waiting"), Tone.WARN)
        name = joined(words.say(KIND_NAMES[one.kind]), one.code)
        return DetailRow(self.desk.theme, name, where, tag=tag, deeds=deeds)
