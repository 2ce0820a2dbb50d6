"""The card of orders to pack: tick some, print their cards and inserts; what is printed already carries its mark."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.orders import OrderId
from desktop_app.domain.promise import Standing
from desktop_app.queries.orders import OrderRow
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.wording import joined, order_tag, order_title
from desktop_app.ui.pages.today.cards import Calls, invitation, order_detail
from desktop_app.ui.pages.today.lookup import TO_PACK_SHOWN, Morning
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_4, Tone
from desktop_app.ui.widgets.buttons import Button, Look, quiet
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.inputs import CheckInput
from desktop_app.ui.widgets.task_row import TaskRow


class ToPackCard(Card):
    """`ticked_changed` carries the ticked ids, `narrowed` whether only unprinted orders are shown."""

    ticked_changed = Signal(list)
    narrowed = Signal(bool)

    def __init__(
        self, desk: Desk, now: Morning, calls: Calls, *, ticked: frozenset[int], unprinted_only: bool,
        parent: QWidget | None = None,
    ) -> None:
        words = desk.words
        unprinted = len(now.unprinted)
        hint = words.n("{n} not printed yet", "{n} not printed yet", unprinted) if unprinted else words("all printed")
        super().__init__(words("To pack"), hint, parent=parent)
        self._desk, self._now, self._calls = desk, now, calls
        self._boxes: dict[int, CheckInput] = {}
        self.only = Button(words("Not printed yet"), look=Look.CHIP, small=True)
        self.only.setCheckable(True)
        self.only.setChecked(unprinted_only)
        self.only.clicked.connect(self.narrowed.emit)
        self.add_to_head(self.only)
        rows = [row for row in now.day.to_pack if not (unprinted_only and row.printed)]
        for row in rows[:TO_PACK_SHOWN]:
            self.add_row(self._row(row, ticked=row.id in ticked))
        if not rows:
            self.add_note(words("Every order to pack has its cards."))
        self._add_foot(len(rows), unprinted_only=unprinted_only)

    @property
    def ticked(self) -> list[OrderId]:
        """The ticked orders, in the order shown."""
        return [OrderId(order_id) for order_id, box in self._boxes.items() if box.isChecked()]

    @property
    def can_tick(self) -> bool:
        """Whether any order is shown."""
        return bool(self._boxes)

    def tick_all(self, ticked: bool) -> None:
        """Tick or clear every order shown."""
        for box in self._boxes.values():
            box.setChecked(ticked)
        self._count()

    def _row(self, row: OrderRow, *, ticked: bool) -> TaskRow:
        words = self._desk.words
        box = CheckInput(self._desk.theme)
        box.setAccessibleName(words("Select {order}", order=order_title(words, row.number, row.customer)))
        box.setChecked(ticked)
        box.edited.connect(self._count)
        self._boxes[row.id] = box
        tag = order_tag(words, row.status, row.standing, row.days_late)
        detail = order_detail(words, row, self._now)
        if row.printed and row.standing is Standing.LATE:  # which is told before anything else
            detail = joined(words("papers printed"), detail)
        elif row.printed:
            tag = (words("Printed"), Tone.GOOD)
        made = TaskRow(
            self._desk.theme, order_title(words, row.number, row.customer), detail,
            lead=box, tag=tag, buttons=((words("Open"), lambda: self._calls.open_order(row.id)),),
        )
        made.opened.connect(lambda: self._calls.open_order(row.id))
        made.setObjectName(f"pack-{row.number}")
        return made

    def _add_foot(self, shown: int, *, unprinted_only: bool) -> None:
        words, total = self._desk.words, self._now.day.counts.to_pack
        hidden = (len(self._now.unprinted) if unprinted_only else total) - min(shown, TO_PACK_SHOWN)
        if hidden > 0:
            chip = "unprinted" if unprinted_only else "to-pack"
            text = words.n("{n} more in Orders", "{n} more in Orders", hidden)
            self.add_row(invitation("", (text, lambda: self._calls.show_orders(chip))))
        if not self._boxes:
            return
        # Of a long queue only the first are shown, and only those are ticked: the box says so.
        self._all = words("Select all")
        if hidden > 0:
            self._all = words.n("Select the one shown", "Select the {n} shown", len(self._boxes))
        self.all_box = CheckInput(self._desk.theme, self._all)
        self.all_box.clicked.connect(self._toggle)
        self.all_box.setToolTip("Ctrl+A")
        self.print_button = quiet(words("Print cards and inserts"), self._print, shortcut="Ctrl+P")
        self.print_button.wear(self._desk.theme, "print")
        self.bench_button = quiet(
            words("Pack"), lambda: self._desk.navigate("bench"), tip=words("Open the packing bench"), shortcut="Ctrl+B"
        )
        foot = QWidget()
        lay = FlowLayout(foot, space=SPACE_2)
        lay.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_2)
        lay.addWidget(self.all_box)
        lay.addWidget(self.bench_button)
        lay.addWidget(self.print_button)
        self.add_row(foot)
        self._count()

    def _toggle(self) -> None:
        self.tick_all(len(self.ticked) < len(self._boxes))

    def _print(self) -> None:
        if self.ticked:
            self._calls.print_orders([int(order_id) for order_id in self.ticked])

    def _count(self) -> None:
        words, n = self._desk.words, len(self.ticked)
        states = Qt.CheckState
        some = states.PartiallyChecked if n else states.Unchecked
        self.all_box.setCheckState(states.Checked if n == len(self._boxes) else some)
        self.all_box.setText(words.n("{n} selected", "{n} selected", n) if n else self._all)
        self.all_box.setAccessibleName(self.all_box.text())
        self.all_box.updateGeometry()
        self.print_button.setEnabled(n > 0)
        self.ticked_changed.emit([int(order_id) for order_id in self.ticked])
