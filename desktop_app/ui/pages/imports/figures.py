"""The figures of an import plan, each with what it counts, to be held against what the platform itself says."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.file_kinds import Brings, FileKind
from desktop_app.domain.importing import PlanSummary
from desktop_app.domain.money import Money
from desktop_app.i18n import Words
from desktop_app.ui.pages.imports.wording import span
from desktop_app.ui.pages.orders.wording import money_text
from desktop_app.ui.theme.tokens import SPACE_4, Size, Tone, Weight
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import Label


class Figures(QWidget):
    """Figures side by side, in as many lines as the width asks for; none for an e-mail."""

    def __init__(self, words: Words, plan: PlanSummary, today: dt.date) -> None:
        super().__init__()
        flow = FlowLayout(self, space=SPACE_4)
        flow.setContentsMargins(0, 0, 0, 0)
        told = figures(words, plan, today)
        for label, value in told:
            flow.addWidget(_Figure(label, value))
        if not told:
            self.hide()


class _Figure(QWidget):
    def __init__(self, label: str, value: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(value, weight=Weight.BOLD))
        column.addWidget(Label(label, Size.SMALL, tone=Tone.MUTED))


def figures(words: Words, plan: PlanSummary, today: dt.date) -> list[tuple[str, str]]:
    """What is counted in a whole file, whatever of it is new: (“Orders”, “149”), (“In EUR”, “€6,002.70”)…"""
    if plan.kind is FileKind.MAIL:
        return []
    brings, records = plan.kind.brings, plan.new + plan.changed + plan.same
    names = {
        Brings.ORDERS: words("Orders"), Brings.PEOPLE: words("Customers"), Brings.PRODUCTS: words("Products"),
        Brings.COMPLAINTS: words("Reviews and complaints"),
    }
    told = [(names[brings], words.count(records))]
    if plan.lines:
        told.append((words("Order lines"), words.count(plan.lines)))
    if plan.people:
        told.append((words("Customers"), words.count(plan.people)))
    told += [
        (label, words.count(number))
        for label, number in (
            (words("Birthdays"), plan.birthdays), (words("Other days"), plan.other_days),
            (words("People around them"), plan.relatives),
        )
        if number
    ]  # fmt: skip
    if days := span(words, plan.first_day, plan.last_day, today):
        told.append((words("Dates"), days))
    told += [(words("Total in {currency}", currency=currency), money_text(words, Money(minor, currency)))
             for currency, minor in plan.totals]
    return told
