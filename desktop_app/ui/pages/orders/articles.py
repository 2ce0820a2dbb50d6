"""The articles of an order: their table, a field that takes names, codes and scans, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.money import Money
from desktop_app.domain.order_totals import articles_total, order_total
from desktop_app.domain.orders import Line
from desktop_app.domain.products import Product, ProductId
from desktop_app.domain.text import shorten
from desktop_app.i18n import Words
from desktop_app.queries.articles import Meant, article_meant
from desktop_app.queries.products import product
from desktop_app.queries.search import Hit, HitKind
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.orders.lines import Col, LinesModel
from desktop_app.ui.pages.orders.lines_table import LinesTable
from desktop_app.ui.pages.orders.wording import joined, money_text
from desktop_app.ui.search.popup import Popup, attach
from desktop_app.ui.theme.tokens import SPACE_2, Size, Tone
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.search_box import SearchBox


class Articles(QWidget):
    """`edited` when a person changed a line, `refused(sentence)` when a scan or a cell could not be taken."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk, self.words = desk, words
        self.model = LinesModel(words, self)
        self.table = LinesTable(desk.theme, words, self.model)
        self.box = SearchBox(desk.theme, words("Add an article by name, code or barcode"), clear=words("Clear"))
        self.box.entered.connect(self._entered)  # before the hits hear of it: a scan goes before a hit
        self._popup: Popup | None = None
        self.sums = Label("", Size.SMALL, tone=Tone.MUTED, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.table)
        column.addWidget(self.box)
        column.addWidget(self.sums)
        self.box.focused.connect(lambda here: self._attach() if here else None)
        self.model.edited.connect(self.edited)
        self.setFocusProxy(self.box)
        self.model.refused.connect(
            lambda text: self.refused.emit(words("“{text}” is not a number that fits here.", text=text))
        )

    def value(self) -> Any:
        """The lines as they stand."""
        return self.model.lines()

    def set_value(self, value: Any) -> None:
        """Show lines; the amounts that are typed stay in the currency of before."""
        lines = tuple(value or ())
        money = next((each for line in lines for each in (line.unit_price, line.total) if each is not None), None)
        self.model.set_lines(lines, money.currency if money is not None else self.model.currency)

    def take_focus(self) -> None:
        """Put the keyboard where an article is added."""
        self._attach()
        self.box.take_focus()

    def show_sums(self, currency: str, *, shipping: Money | None, discount: Money | None, total: Money | None) -> None:
        """Say what it all comes to; `total` is what a person wrote in its place."""
        words, lines = self.words, self.model.lines()
        counted = order_total(lines, currency, shipping=shipping, discount=discount)
        articles = articles_total(lines, currency)
        whole = total or counted
        self.sums.setText(joined(
            words("articles {amount}", amount=money_text(words, articles)) if articles and articles != whole else "",
            words("delivery {amount}", amount=money_text(words, shipping)) if shipping and shipping.minor else "",
            words("discount −{amount}", amount=money_text(words, discount)) if discount and discount.minor else "",
            _sum(words, total, counted, lines),
        ))
        self.sums.setVisible(bool(self.sums.text()))

    def _attach(self) -> None:
        """The hits lie over the window, which is known only once the field stands in it."""
        if self._popup is None:
            self._popup = attach(self.box, self._desk, kinds={HitKind.PRODUCT}, chosen=self._choose)

    def _entered(self) -> None:
        text = self.box.text().strip()
        if not text or (self._popup is not None and self._popup.offers(self.box.text())):
            return  # the hit that is marked is taken
        if self._popup is not None:
            self._popup.hide()
        self.box.edit.clear()
        self._ask(lambda shop: article_meant(shop, text), partial(self._meant, text))

    def _choose(self, hit: Hit) -> None:
        self._ask(lambda shop: product(shop, ProductId(hit.id)), self._add)

    def _ask(self, question: Callable[..., object], then: Callable[..., object]) -> None:
        self._desk.work.ask(question, then=then, failed=self._failed, owner=self)

    def _failed(self, error: AppError) -> None:
        self.refused.emit(self.words.say(error.message))

    def _meant(self, text: str, found: Meant) -> None:
        if found.one is not None:
            self._add(found.one)
        elif found.several:
            self.box.edit.setText(text)  # asks again, and offers them
            self.box.take_focus()
            self.box.edit.end(False)
        elif found.code:
            said = self.words("No article has the code {code}. Add it under Products, or type its name.",
                              code=shorten(text))
            self.refused.emit(said)
        else:
            self._put(Line(text))

    def _add(self, one: Product) -> None:
        fields, currency = one.fields, self.model.currency
        price = fields.price if fields.price is not None and fields.price.currency == currency else None
        self._put(Line(fields.name or fields.sku, 1, fields.sku, price, product=one.id))

    def _put(self, line: Line) -> None:
        row = self.model.add(line)
        self.table.setCurrentIndex(self.model.index(row, Col.PIECES if line.unit_price else Col.PRICE))
        self.box.edit.setFocus()


def _sum(words: Words, total: Money | None, counted: Money | None, lines: Sequence[Line]) -> str:
    if total is None and counted is None:
        unknown = next((line.name for line in lines if line.total is None), None)
        if unknown is None:
            return ""
        return words("no sum yet: “{name}” has no price; write 0 if it is free", name=shorten(unknown))
    if total is None:
        return words("together {amount}", amount=money_text(words, counted))
    if counted is not None and counted != total:
        return words("together {amount}, written as {total}", amount=money_text(words, counted),
                     total=money_text(words, total))
    return words("together {amount}", amount=money_text(words, total))
