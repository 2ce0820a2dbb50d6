"""The papers of the open parcel: made on the pool while its articles are checked, printed as they were made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir

from desktop_app.actions.handed import Handed, drop_handed, forget_handed, left_handed, note_handed
from desktop_app.actions.paper import chosen_designs, chosen_stock
from desktop_app.actions.printers import print_file
from desktop_app.actions.printing import keep_papers, make_parcel_papers, print_folder
from desktop_app.actions.stocks import read_stock
from desktop_app.actions.templates import read_templates, with_pictures
from desktop_app.domain.calibration import Calibration
from desktop_app.domain.cards import Template
from desktop_app.domain.desk_settings import DESK_PRINTER, DESK_PRINTERS
from desktop_app.domain.errors import AppError, DeliveryFailed, NotFound
from desktop_app.domain.imposing import Duplex
from desktop_app.domain.orders import OrderId
from desktop_app.domain.print_run import PrintResult
from desktop_app.domain.printers import Binding, printer_for
from desktop_app.domain.printing import Kind, PaperDetails, ShopDetails
from desktop_app.domain.settings import SettingValues
from desktop_app.domain.stock import Stock
from desktop_app.domain.templates import own_id
from desktop_app.i18n import Language, msg
from desktop_app.queries import Shop
from desktop_app.queries.printing import parcel_details, shop_details
from desktop_app.queries.prints import papers_before
from desktop_app.queries.reaching import refuse_held
from desktop_app.queries.settings import settings
from desktop_app.queries.stocks import calibration
from desktop_app.ui.desk import Desk
from desktop_app.ui.jobs import Job

Ready = Callable[["Made"], object]


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the papers of an order are made of, and the folder where the printed ones are kept."""

    details: tuple[PaperDetails, ...]
    shop: ShopDetails
    values: SettingValues
    stock: Stock
    own: Mapping[str, Template]
    correction: Calibration | None
    folder: Path
    stamp: str
    place: str  # where the shop is kept


@dataclass(frozen=True, slots=True)
class Made:
    """The papers of an order as one PDF that is not printed yet; `file` is None where it needs none."""

    order: OrderId
    result: PrintResult
    file: Path | None
    to: Path
    stock: Stock
    shop: str  # where it is kept

    @property
    def duplex(self) -> Duplex:
        """The sides they were made for."""
        return self.result.layout.duplex if self.result.layout else Duplex.OFF


class ParcelPapers(QObject):
    """`prepare` when an order is opened or was changed, `take` when it is packed."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder = QTemporaryDir()
        self._turn = 0
        self._job: Job | None = None
        self._made: Made | None = None
        self._error: AppError | None = None
        self._wanted: tuple[Ready, Callable[[AppError], object]] | None = None

    def prepare(self, order: OrderId, *, by: str, language: Language) -> None:
        """Begin to make the papers of an order, in place of those of any other."""
        self.drop()
        turn = self._turn
        place = (self._desk.settings.get(DESK_PRINTERS), self._desk.settings.get(DESK_PRINTER))
        self._job = self._desk.work.ask(
            sheets_of,
            order,
            place,
            then=partial(self._make, turn, order, by, language),
            failed=partial(self._fail, turn),
            owner=self,
        )

    def drop(self) -> None:
        """These are not wanted any more."""
        self._turn += 1
        if self._job is not None:
            self._job.cancel()
        if self._made is not None and self._made.file is not None:
            self._made.file.unlink(missing_ok=True)
        self._job = self._made = self._error = self._wanted = None

    def take(self, ready: Ready, failed: Callable[[AppError], object]) -> None:
        """Call `ready(made)` as soon as they are there, now if they are."""
        self._wanted = (ready, failed)
        self._answer()

    def close(self) -> None:
        """Stop, and take the files away."""
        self.drop()
        self._folder.remove()

    def _make(self, turn: int, order: OrderId, by: str, language: Language, sheets: Sheets) -> None:
        if turn != self._turn:
            return
        file = Path(self._folder.filePath(f"parcel-{turn}.pdf"))
        self._job = self._desk.work.run(
            make_parcel_papers,
            sheets.details,
            sheets.shop,
            kind=Kind.PARCEL,
            values=sheets.values,
            to=file,
            stock=sheets.stock,
            own_designs=sheets.own,
            calibration=sheets.correction,
            by=by,
            language=language,
            then=partial(self._keep, turn, order, sheets, file),
            failed=partial(self._fail, turn),
            owner=self,
        )

    def _keep(self, turn: int, order: OrderId, sheets: Sheets, file: Path, result: PrintResult) -> None:
        if turn != self._turn:
            file.unlink(missing_ok=True)
            return
        self._job = None
        to = sheets.folder / f"parcel-{sheets.stamp}-{order}-{turn}.pdf"
        stock = result.layout.stock if result.layout else sheets.stock  # folded cards lie on double sheets
        self._made = Made(order, result, file if result.pages else None, to, stock, sheets.place)
        self._answer()

    def _fail(self, turn: int, error: AppError) -> None:
        if turn == self._turn:
            self._job, self._error = None, error
            self._answer()

    def _answer(self) -> None:
        if self._wanted is None or (self._made is None and self._error is None):
            return
        ready, failed = self._wanted
        self._wanted = None
        if self._made is not None:
            ready(self._made)
        elif self._error is not None:
            failed(self._error)


def sheets_of(shop: Shop, order: OrderId, place: tuple[str, str]) -> Sheets:
    """Everything the papers of an order need; `place` are the desk's printers as its settings keep them."""
    values = settings(shop)
    details = tuple(parcel_details(shop, [order]))
    if not details:
        raise NotFound(msg("This order was removed in the meantime. Go on with the next one."))
    keys = {paper: key for paper, key in chosen_designs(Kind.PARCEL, values).items() if own_id(key) is not None}
    own = {keys[paper]: template for paper, template in read_templates(shop, keys).items()}
    stock = read_stock(shop, chosen_stock(Kind.PARCEL, values))
    here = printer_for(*place, stock.id, Kind.PARCEL)
    return Sheets(
        details=details,
        shop=with_pictures(shop, shop_details(shop), list(own.values())),
        values=values,
        stock=stock,
        own=own,
        correction=calibration(shop, here.printer, here.tray, stock.id) if here.printer else None,
        folder=print_folder(shop),
        stamp=f"{shop.now():%Y%m%d-%H%M%S}",
        place=shop.location,
    )


@dataclass(frozen=True, slots=True)
class Before:
    """Papers of an order that came out already: `at`, as the log says; or may have, while the program stopped.

    Those that were `saved` as a PDF are on paper only if somebody printed that.
    """

    at: str = ""
    saved: bool = False
    handed: Handed | None = None


def look_before(shop: Shop, made: Made) -> Before | None:
    """Whether the same papers came out before; raises Conflict when one of them may not be given to its reader now."""
    refuse_held(shop, made.result.placed)
    left = next((one for one in left_handed(shop) if one.kind is Kind.PARCEL and one.orders == (made.order,)), None)
    if left is not None:  # a run of more than this parcel is asked about in the window
        return Before(handed=left)
    at, printer, kinds = papers_before(shop, made.order)
    return Before(at, saved=not printer) if at and kinds == [card.kind for card in made.result.placed] else None


def keep_and_print(made: Made, place: Binding, by: str, left: Handed | None) -> str:
    """Keeps the very file that was made and hands it to the printer; the job's name, empty without a printer.

    What was `left` on its way to a printer before, and did not come out, is forgotten.
    """
    if left is not None:
        drop_handed(left)
    if made.file is None:
        return ""
    keep_papers(made.file, made.to, sha256=made.result.sha256)
    if not place.printer:
        return ""
    note_handed(Handed(made.shop, made.result, Kind.PARCEL, made.to, place.printer, by))
    try:
        return print_file(
            made.to,
            place.printer,
            title=f"Cordial {Kind.PARCEL}",
            stock=made.stock,
            tray=place.tray,
            duplex=made.duplex,
        )
    except DeliveryFailed:
        forget_handed(made.to)
        made.to.unlink(missing_ok=True)  # nothing came of it: no run of the log has this file
        raise
