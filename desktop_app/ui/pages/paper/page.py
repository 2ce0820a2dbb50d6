"""The Paper page: how cards and inserts look, what they are printed on, and what has been printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.actions.paper import chosen_stock
from desktop_app.actions.settings import set_settings
from desktop_app.actions.stocks import StockChoice, offered_stocks, stock_choices
from desktop_app.actions.template_files import SUFFIX, import_template
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.desk_settings import DESK_PERSON
from desktop_app.domain.errors import AppError
from desktop_app.domain.paper_settings import DESIGNS
from desktop_app.domain.printing import FOR_SHOP, KIND_NAMES, Kind, PrintId, PrintRow
from desktop_app.domain.settings import SHOP_LANGUAGE, Setting, SettingValues
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.printing import print_rows, unprinted_orders
from desktop_app.queries.settings import settings
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.paper.cards import designs_card, stock_card, stock_setting
from desktop_app.ui.pages.paper.prints_card import prints_card
from desktop_app.ui.pages.paper.samples import KindDesigns, Picture, kind_designs, pictures
from desktop_app.ui.pages.paper.settling import settle
from desktop_app.ui.theme.tokens import SPACE_3, SPACE_4, Tone
from desktop_app.ui.widgets.chips import FilterChips
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.content import Content
from desktop_app.ui.widgets.file_dialogs import ask_for_file
from desktop_app.ui.widgets.labels import Label
from desktop_app.ui.widgets.scroll import Scroll

KINDS = tuple(kind for kind in Kind if kind is not Kind.PARCEL)


@dataclass(frozen=True, slots=True)
class Desktop:
    """Everything the page asks the shop for."""

    values: SettingValues
    runs: tuple[PrintRow, ...]
    stocks: tuple[StockChoice, ...]  # every one: runs were printed on any
    offered: tuple[StockChoice, ...]
    unprinted: tuple[int, ...]
    designs: KindDesigns


def desktop(shop: Shop, kind: Kind, language: str) -> Desktop:
    """Its settings, its print log, its paper, what waits for it, and the designs of one kind of paper."""
    values = settings(shop)
    waiting = tuple(int(order) for order in unprinted_orders(shop))
    designs = kind_designs(shop, kind, Language(language or values[SHOP_LANGUAGE]))
    stocks, offered = tuple(stock_choices(shop)), tuple(offered_stocks(shop))
    return Desktop(values, tuple(print_rows(shop)), stocks, offered, waiting, designs)


class PaperPage(Page):
    """Designs, stock, print log."""

    name = "paper"
    topics = frozenset({Topic.PRINTS, Topic.SETTINGS, Topic.ORDERS, Topic.CARDS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words = self.words
        self.set_title(words("Paper"), words("what goes into your parcels"))
        self.set_primary(words("Print today’s cards"), self.print, shortcut="Ctrl+P")
        self.kinds = FilterChips([(kind.value, words.say(KIND_NAMES[kind])) for kind in KINDS], name=words("Paper"))
        self.kinds.chosen.connect(lambda _: self._turn_to())
        self.languages = FilterChips(
            [(value, words.say(label)) for value, label in SHOP_LANGUAGE.choices], name=words("Language")
        )
        self.languages.chosen.connect(lambda _: self._turn_to())
        self._now: Desktop | None = None
        self._drawn_for: tuple[object, ...] = ()
        self._pictures: list[Picture] = []
        self._first = True
        self._columns = Columns(shares=(3, 2))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.kinds)
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(Label(words("For customers who read"), tone=Tone.MUTED))
        row.addWidget(self.languages, 1)
        column.addLayout(row)
        column.addWidget(self._columns, 1)
        self._content = Content(desk.theme, Scroll(inside), waiting=words("Drawing the designs"))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._content)

    @property
    def kind(self) -> Kind:
        """The kind of paper that is shown."""
        return Kind(self.kinds.value)

    def refresh(self) -> None:
        """Ask anew."""
        self._content.wait()
        language = "" if self._first else self.languages.value
        self.desk.work.ask(
            desktop, self.kind, language, then=self._come, failed=self._fail, owner=self, latest=f"paper {id(self)}"
        )
        settle(self.desk, self)

    def open(self, **what: object) -> None:
        """`run=17` opens a print run, to print some of it again."""
        run = what.get("run")
        if isinstance(run, int):
            self._open_run(PrintId(run))

    def print(self) -> None:
        """Ctrl+P: everything that waits to be packed and lacks a paper."""
        if self._now is None:
            return
        if not self._now.unprinted:
            self.desk.tell(msg("Every order to pack has its cards and inserts."))
            return
        from desktop_app.ui.preview.dialog import open_preview

        open_preview(self.desk, self, orders=self._now.unprinted)

    def _print_shown(self) -> None:
        """The leaflet or the card about the shop, in the language that is shown."""
        from desktop_app.ui.preview.dialog import open_preview

        open_preview(self.desk, self, kind=self.kind, language=Language(self.languages.value))

    def new(self) -> None:
        """Ctrl+N: a new design of the kind that is shown."""
        self._design("")

    def _turn_to(self) -> None:
        self.refresh()

    def _come(self, now: Desktop) -> None:
        self._now = now
        if self._first:
            self._first = False
            self.languages.choose(now.values[SHOP_LANGUAGE])
        wanted = (now.designs, self.languages.value)
        if wanted == self._drawn_for:
            self._fill()
            return
        self.desk.work.run(
            pictures, now.designs, Language(self.languages.value), self.desk.today(), screen=self.words.language,
            by=self.desk.settings.get(DESK_PERSON) or "Anna", then=partial(self._drawn, wanted), failed=self._fail,
            owner=self,
        )

    def _drawn(self, wanted: tuple[object, ...], found: list[Picture]) -> None:
        self._drawn_for, self._pictures = wanted, found
        self._fill()

    def _fill(self) -> None:
        now, kind = self._now, self.kind
        if now is None or now.designs.kind is not kind:
            return  # another kind was chosen meanwhile; its answer is on the way
        design = DESIGNS[kind]
        left = [designs_card(
            self.desk, kind, self._pictures, design=now.values[design], chosen=partial(self._keep, design),
            change=lambda: self._design(now.values[design]), new=self.new, take_in=self._take_in,
            print_it=self._print_shown if kind in FOR_SHOP else None,
        )]
        right = [
            stock_card(
                self.desk, now.offered, stock=chosen_stock(kind, now.values),
                chosen=partial(self._keep, stock_setting(kind)), every=self._all_papers, calibrate=self._calibrate,
            ),
            prints_card(self.words, self.desk, now.runs, now.stocks, self.desk.today(), opened=self._open_run),
        ]
        self._columns.fill(left, right)
        self._content.show_content()

    def _design(self, key: str) -> None:
        from desktop_app.ui.designer.dialog import open_designer  # loaded when somebody designs

        open_designer(self.desk, self, self.kind, key)

    def _take_in(self) -> None:
        """A design from a file, of whatever kind it is."""
        title = self.words("Import a design")
        ask_for_file(self.window(), self.desk.settings, title, f"*{SUFFIX}", taken=self.take_in)

    def take_in(self, file: Path) -> None:
        """Keep the design in this file."""
        self.desk.work.change(import_template, file, then=self._taken_in, failed=self.desk.tell, owner=self)

    def _taken_in(self, done: tuple[int, Changes]) -> None:
        self.desk.tell_done(done[1], None)

    def _open_run(self, run: PrintId) -> None:
        from desktop_app.ui.pages.paper.run import RunDialog

        RunDialog(self.desk, self.window(), run).open()

    def _all_papers(self) -> None:
        from desktop_app.ui.pages.paper.stocks_dialog import StocksDialog

        StocksDialog(self.desk, self.window(), stock=self._stock()).open()

    def _calibrate(self) -> None:
        from desktop_app.ui.pages.paper.calibrating import CalibrationDialog

        CalibrationDialog(self.desk, self.window(), stock=self._stock()).open()

    def _stock(self) -> str:
        """The paper of the kind that is shown."""
        return chosen_stock(self.kind, self._now.values) if self._now is not None else ""

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
