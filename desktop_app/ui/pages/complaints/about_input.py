"""What a complaint is about: an order by its number (typed or scanned) or a customer, and which of its articles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import AppError, Invalid
from desktop_app.domain.orders import Line, OrderId
from desktop_app.domain.products import ProductId
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.complaints.article_chips import ArticleChips
from desktop_app.ui.pages.complaints.facts import Facts, customer_facts, number_facts, order_facts
from desktop_app.ui.search.popup import Popup, attach
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone, Weight
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.labels import Elided, Label
from desktop_app.ui.widgets.search_box import SearchBox

_PARTS = frozenset(("order", "customer", "product"))  # what an action calls parts of it


def at_about(error: Invalid) -> Invalid:
    """A fault of the order, customer or product as one of the field that holds them all."""
    return Invalid("about", error.message) if error.field in _PARTS else error


@dataclass(frozen=True, slots=True)
class About:
    """The order and customer a complaint is about, and the article in question ("" for the whole order)."""

    order: OrderId | None = None
    customer: CustomerId | None = None
    product: ProductId | None = None
    article: str = ""


class AboutInput(QWidget):
    """`edited` when a person chose otherwise; `found(facts)` once an order or customer was taken, to go on with."""

    edited = Signal()
    found = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk, self._about = desk, About()
        self.facts: Facts | None = None
        self._popup: Popup | None = None
        self.box = SearchBox(desk.theme, words("Order number, or a name"), clear=words("Clear"))
        self.box.entered.connect(self._entered)  # before the hits hear of it: a scan goes before a hit
        self.box.focused.connect(lambda here: self._attach() if here else None)
        self._wrong = Label("", Size.SMALL, tone=Tone.BAD, wrap=True)
        self._wrong.hide()
        self.title = Elided("", weight=Weight.MEDIUM)
        self.detail = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        self.change = small(words("Change"), self._search)
        self._chosen = self._head()
        self.articles = ArticleChips(words)
        self.articles.meant.connect(self._mean)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        for part in (self.box, self._wrong, self._chosen, self.articles):
            column.addWidget(part)
        self.setFocusProxy(self.box.edit)
        self._show()

    def value(self) -> Any:
        """What is chosen."""
        return self._about

    def set_value(self, value: Any) -> None:
        """Show what a complaint is about; what is known of it comes from the shop."""
        self._about = value if isinstance(value, About) else About()
        self.facts = None
        self._show()
        self._look_up()

    def take_order(self, order: OrderId) -> None:
        """Choose an order as if a person had."""
        self._ask(partial(order_facts, order_id=order))

    def take_customer(self, customer: CustomerId) -> None:
        """Choose a customer as if a person had."""
        self._ask(partial(customer_facts, customer=customer))

    def _look_up(self) -> None:
        about = self._about
        if about.order is not None:
            question: Any = partial(order_facts, order_id=about.order)
        elif about.customer is not None:
            question = partial(customer_facts, customer=about.customer)
        else:
            return
        self._desk.work.ask(question, then=partial(self._know, about), owner=self, latest=f"about {id(self)}")

    def _know(self, about: About, facts: Facts) -> None:
        if about == self._about:
            self.facts = facts
            self._show()

    def _head(self) -> QWidget:
        room = QWidget(self)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        row = QHBoxLayout(room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_2)
        row.addLayout(texts, 1)
        row.addWidget(self.change)
        return room

    def _show(self) -> None:
        facts, words = self.facts, self._desk.words
        chosen = self._about.order is not None or self._about.customer is not None
        self.box.setHidden(chosen)
        self._wrong.hide()
        self._chosen.setHidden(not chosen)
        self.title.setText(facts.title(words) if facts is not None else "")
        self.detail.setText(facts.detail(words, self._desk.today()) if facts is not None else "")
        self.detail.setVisible(bool(self.detail.text()))
        self.setFocusProxy(self.change if chosen else self.box.edit)
        self.articles.offer(facts.lines if facts is not None else (), self._about.article)

    def _mean(self, line: Line | None) -> None:
        article, product = (line.name, line.product) if line is not None else ("", None)
        self._about = About(self._about.order, self._about.customer, product, article)
        self.edited.emit()

    def _attach(self) -> None:
        """The hits lie over the window, which is known only once the field stands in it."""
        if self._popup is None:
            kinds = {HitKind.ORDER, HitKind.CUSTOMER}
            self._popup = attach(self.box, self._desk, kinds=kinds, chosen=self._choose)

    def _entered(self) -> None:
        text = self.box.text().strip()
        if not text or (self._popup is not None and self._popup.offers(self.box.text())):
            return  # the hit that is marked is taken
        if self._popup is not None:
            self._popup.hide()
        self._ask(partial(number_facts, number=text))

    def _choose(self, hit: Hit) -> None:
        if hit.kind is HitKind.ORDER:
            self.take_order(OrderId(hit.id))
        else:
            self.take_customer(CustomerId(hit.id))

    def _ask(self, question: Any) -> None:
        self._desk.work.ask(question, then=self._take, failed=self._refuse, owner=self)

    def _take(self, facts: Facts) -> None:
        found = facts.order
        only = found.fields.lines[0] if found is not None and len(found.fields.lines) == 1 else None
        self._about = About(
            found.id if found is not None else None, facts.customer,
            only.product if only is not None else None, only.name if only is not None else "",
        )
        self.facts = facts
        self.box.edit.clear()
        self._show()
        self.edited.emit()
        self.found.emit(facts)

    def _refuse(self, error: AppError) -> None:
        self._wrong.setText(self._desk.words.say(error.message))
        self._wrong.show()
        self.box.take_focus()

    def _search(self) -> None:
        """Choose another one: nothing is chosen until that is done."""
        self._about, self.facts = About(), None
        self._show()
        self.box.take_focus()
        self.edited.emit()
