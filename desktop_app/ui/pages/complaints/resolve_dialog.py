"""“Make it good”: an offer is chosen, its cost booked, and its papers laid into the next parcel, in one step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.actions.resolutions import choose
from desktop_app.domain.changes import Changes
from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.errors import Invalid
from desktop_app.domain.money import Money
from desktop_app.domain.resolution_words import promise_words, wrong_words
from desktop_app.domain.resolutions import (
    DEED_NAMES,
    ON_PAPER,
    Budget,
    Deed,
    Offer,
    Proposed,
    ResolutionId,
    cost_of,
    size_from,
)
from desktop_app.i18n import Words
from desktop_app.queries import Shop
from desktop_app.queries.enclosures import next_parcels
from desktop_app.queries.resolutions import ToMakeGood, budget, proposal, to_make_good
from desktop_app.queries.steps import order_states
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.offers_input import OffersInput
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


@dataclass(frozen=True, slots=True)
class GoodFile:
    """What the dialog is made of; `parcel` is the number of the order in which papers would lie, "" of none yet."""

    found: ToMakeGood
    offers: tuple[Proposed, ...]
    budget: Budget
    parcel: str


def good_file(shop: Shop, complaint_id: ComplaintId) -> GoodFile:
    """A complaint with its offers, the month's budget and its customer's next parcel; raises NotFound."""
    found = to_make_good(shop, complaint_id)
    customers = [found.customer] if found.customer is not None else []
    states = order_states(shop, list(next_parcels(shop, customers).values()))
    return GoodFile(found, proposal(shop, complaint_id), budget(shop), states[0].number if states else "")


def make_good(desk: Desk, parent: QWidget, complaint_id: ComplaintId) -> None:
    """Ask what is offered for a complaint, then for the choice."""

    def show(file: GoodFile) -> None:
        open_good(desk, parent, file)

    desk.work.ask(good_file, complaint_id, then=show, failed=desk.tell, owner=parent)


def open_good(desk: Desk, parent: QWidget, file: GoodFile) -> FormDialog:
    """The dialog on what is known of a complaint."""
    form = GoodForm(desk, file)
    words = desk.words
    line = ""
    if file.found.number:
        line = words("Order {number}. Each offer with what it costs the shop.", number=file.found.number)
    dialog = FormDialog(
        desk.theme, words, parent, title=words("Make it good"), form=form, wide=600, line=line,
        deed=words("Choose it"),
    )  # fmt: skip
    dialog.saved.connect(partial(_keep, desk, dialog, form))
    dialog.open()
    return dialog


def _keep(desk: Desk, dialog: FormDialog, form: GoodForm, values: dict[str, Any]) -> None:
    def done(result: tuple[ResolutionId, Changes]) -> None:
        dialog.kept()
        desk.tell_done(result[1], None)

    try:
        offer = form.offer(values)
    except Invalid as error:
        dialog.refuse(error)
        return
    papers = {"apology": values["apology"], "enclosed": values["enclosed"], "what": values["what"]}
    desk.work.change(
        choose, form.file.found.complaint, offer, words=values["words"], cost=values["cost"], **papers,
        then=done, failed=dialog.refuse, owner=dialog,
    )  # fmt: skip


class GoodForm(Form):
    """The offers, and what becomes of the one that is chosen; what a person wrote stays when they choose another."""

    def __init__(self, desk: Desk, file: GoodFile, parent: QWidget | None = None) -> None:
        self.file = file
        self._reader = Words(file.found.language)
        words = desk.words
        super().__init__(desk.theme, words, _fields(desk, file), today=desk.today(), parent=parent)
        best = next((one.offer for one in file.offers if one.best), None)
        self.box("cost").input.follow(file.found.case.currency)
        self.box("cost").input.edited.connect(self._say_budget)
        self.set_value(
            {
                "offer": best, "deed": Deed.VOUCHER, "size": "", "cost": self._cost(best), "words": self._promise(best),
                "what": wrong_words(self._reader, file.found.facts.key.kind), "apology": self._whose,
                "enclosed": self._whose,
            }
        )  # fmt: skip
        self._shown = (self._cost(best), self._promise(best))
        self.edited.connect(self._renew)
        self._show_parts()
        self._say_budget()

    def offer(self, values: dict[str, Any]) -> Offer:
        """The offer that is chosen, or put together; raises Invalid at "size"."""
        if values["offer"] is not None:
            chosen: Offer = values["offer"]
            return chosen
        return Offer(values["deed"], *size_from(values["size"], self.file.found.case.currency))

    @property
    def _whose(self) -> bool:
        """Whether a parcel may come: of nobody’s complaint none does."""
        return self.file.found.customer is not None

    def _cost(self, offer: Offer | None) -> Money | None:
        return cost_of(offer, self.file.found.case) if offer is not None else None

    def _promise(self, offer: Offer | None) -> str:
        if offer is None:
            return ""
        return promise_words(self._reader, offer, self.file.found.case, self.file.found.article)

    def _now(self) -> Offer | None:
        try:
            return self.offer(self.raw())
        except Invalid:  # not typed to its end yet
            return None

    def _renew(self, key: str) -> None:
        if key not in ("offer", "deed", "size"):
            return
        offer = self._now()
        proposed = (self._cost(offer), self._promise(offer))
        for name, was, now in zip(("cost", "words"), self._shown, proposed, strict=True):
            if (self.raw()[name] or None) == (was or None):  # nobody wrote anything of their own there
                self.box(name).input.set_value(now)
        self._shown = proposed
        self._show_parts()
        self._say_budget()

    def _show_parts(self) -> None:
        values = self.raw()
        own = values["offer"] is None
        deed = values["deed"] if own else values["offer"].deed
        for name, there in (
            ("deed", own), ("size", own), ("words", deed is not Deed.APOLOGY), ("apology", self._whose),
            ("enclosed", self._whose and deed in ON_PAPER), ("what", self._whose),
        ):  # fmt: skip
            self.box(name).setVisible(there)

    def _say_budget(self) -> None:
        cost = self.raw()["cost"]
        said = _budget_words(self._words, self.file.budget, cost if isinstance(cost, Money) else None)
        self.box("cost").set_help(said)


def _fields(desk: Desk, file: GoodFile) -> list[Field]:
    words = desk.words
    where = words("It waits for their next order.")
    if file.parcel:
        where = words("It goes into the parcel of order {number}.", number=file.parcel)
    language = {"en": words("in English"), "ru": words("in Russian"), "lv": words("in Latvian")}[file.found.language]
    return [
        Field(
            "offer", words("What the shop offers"), wide=True,
            make=lambda: OffersInput(desk.theme, words, file.offers),
        ),
        Field(
            "deed", words("What is done"), Input.CHOICE,
            choices=[(deed, words.say(name)) for deed, name in DEED_NAMES.items()],
        ),
        Field("size", words("How much"), hint=words("10% or 5.00")),
        Field("cost", words("What it costs the shop, {currency}", currency=file.found.case.currency), Input.MONEY,
              wide=True, currency=file.found.case.currency),
        Field(
            "words", words("What is promised, {language}", language=language), Input.LONG, lines=2,
            help=words("Stands on the card after “Here is what we do about it:”."),
        ),
        Field("apology", words("An apology card in the next parcel"), Input.CHECK, wide=True, help=where),
        Field("enclosed", words("The voucher as a card in the next parcel"), Input.CHECK, wide=True),
        Field(
            "what", words("What went wrong, {language}", language=language), wide=True,
            help=words("Stands on the apology card; empty it says only that we are sorry."),
        ),
    ]  # fmt: skip


def _budget_words(words: Words, budget: Budget, cost: Money | None) -> str:
    """What the month comes to with this, and a warning where that is more than was set aside."""
    if not budget.limit.minor:
        return ""
    more = cost if cost is not None else Money(0, budget.limit.currency)
    left = budget.after(more)
    if left is None:
        return ""
    limit, spent = (words.money(one.amount, one.currency) for one in (budget.limit, budget.spent))
    if left.minor < 0:
        over = words.money(-left.amount, left.currency)
        return words("Careful: {over} more than the {limit} set aside for this month.", over=over, limit=limit)
    return words("This month {spent} of {limit} went so far.", spent=spent, limit=limit)
