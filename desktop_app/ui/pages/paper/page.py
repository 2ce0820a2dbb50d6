"""The Paper page: how cards and inserts look, what they are printed on, and what has been printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.paper import stocks
from desktop_app.actions.settings import set_settings
from desktop_app.domain.changes import Topic
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import Kind, PrintRow, ShopDetails
from desktop_app.domain.settings import DESIGNS, DESK_PERSON, SHOP_LANGUAGE, STOCK, Setting, SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.printing import print_rows, shop_details, unprinted_orders
from desktop_app.queries.settings import settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.paper.cards import designs_card, prints_card, stock_card
from desktop_app.ui.pages.paper.samples import Picture, pictures
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import Scroll


@dataclass(frozen=True, slots=True)
class Desktop:
    """Everything the page asks the shop for."""

    shop: ShopDetails
    values: SettingValues
    runs: tuple[PrintRow, ...]
    stocks: tuple[Stock, ...]
    unprinted: tuple[int, ...]


def desktop(shop: Shop) -> Desktop:
    """The shop as its papers show it, its settings, its print log and what waits for paper."""
    waiting = tuple(int(order) for order in unprinted_orders(shop))
    return Desktop(shop_details(shop), settings(shop), tuple(print_rows(shop)), tuple(stocks()), waiting)


class PaperPage(Page):
    """Designs, stock, print log."""

    name = "paper"
    topics = frozenset({Topic.PRINTS, Topic.SETTINGS, Topic.ORDERS, Topic.CARDS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.set_title(self.words("Paper"), self.words("what goes into your parcels"))
        self.set_primary(self.words("Print today’s cards"), self.print, shortcut="Ctrl+P")
        self.languages = FilterChips(
            [(value, self.words.say(label)) for value, label in SHOP_LANGUAGE.choices], name=self.words("Language")
        )
        self.languages.chosen.connect(lambda _: self._draw())
        self._now: Desktop | None = None
        self._pictures: list[Picture] = []
        self._first = True
        self._columns = Columns(shares=(3, 2))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(Label(self.words("For customers who read"), tone=Tone.MUTED))
        row.addWidget(self.languages, 1)
        column.addLayout(row)
        column.addWidget(self._columns, 1)
        self._content = Content(desk.theme, Scroll(inside), waiting=self.words("Drawing the designs"))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._content)

    def refresh(self) -> None:
        """Ask anew."""
        self._content.wait()
        self.desk.work.ask(desktop, then=self._come, failed=self._fail, owner=self)

    def print(self) -> None:
        """Ctrl+P: everything that waits to be packed and lacks a paper."""
        if self._now is None:
            return
        if not self._now.unprinted:
            self.desk.tell(msg("Every order to pack has its cards and inserts."))
            return
        from desktop_app.ui.preview.dialog import open_preview

        open_preview(self.desk, self, orders=self._now.unprinted)

    def _come(self, now: Desktop) -> None:
        before, self._now = self._now, now
        if self._first:
            self._first = False
            self.languages.choose(now.values[SHOP_LANGUAGE])
        if before is None or before.shop != now.shop or not self._pictures:
            self._draw()
        else:
            self._fill()

    def _draw(self) -> None:
        now = self._now
        if now is None:
            return
        self.desk.work.run(
            pictures, now.shop, now.values, Language(self.languages.value), self.desk.today(),
            screen=self.words.language, by=self.desk.settings.get(DESK_PERSON) or "Anna", then=self._drawn,
            failed=self._fail, owner=self,
        )

    def _drawn(self, found: list[Picture]) -> None:
        self._pictures = found
        self._fill()

    def _fill(self) -> None:
        now = self._now
        assert now is not None
        left = [
            designs_card(
                self.desk, kind, [one for one in self._pictures if one.kind is kind],
                design=now.values[DESIGNS[kind]], chosen=partial(self._keep, DESIGNS[kind]),
            )
            for kind in (Kind.THANK_YOU, Kind.PACKING_INSERT)
        ]
        right = [
            stock_card(self.desk, now.stocks, stock=now.values[STOCK], chosen=partial(self._keep, STOCK)),
            prints_card(self.words, self.desk, now.runs, now.stocks, self.desk.today()),
        ]
        self._columns.fill(left, right)
        self._content.show_content()

    def _keep(self, setting: Setting[str], value: str) -> None:
        self.desk.work.change(
            set_settings, {setting: value}, then=lambda done: self.desk.tell_done(done, None), failed=self._refused,
            owner=self,
        )

    def _refused(self, error: AppError) -> None:
        self.desk.tell(error)
        self.refresh()

    def _fail(self, error: AppError) -> None:
        self.ask_again()
        self._content.show_failure(self.words.say(error.message), button=(self.words("Try again"), self.refresh))
