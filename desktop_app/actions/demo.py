"""Fills a new shop with invented, realistic people and orders, for looking around and for measuring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import TYPE_CHECKING

from desktop_app.actions.demo_bench import write_bench, write_interests, write_products
from desktop_app.actions.demo_complaints import write_complaints
from desktop_app.actions.demo_orders import Contents, SampleOrders
from desktop_app.actions.demo_people import Figures, SamplePeople
from desktop_app.actions.demo_renewals import write_renewals
from desktop_app.actions.demo_resolutions import write_resolutions
from desktop_app.actions.invented import Placed, Sample, orders, sample
from desktop_app.actions.pictures import checked_picture
from desktop_app.actions.settings import write_settings
from desktop_app.domain.changes import Changes, Topic
from desktop_app.domain.errors import Conflict, Stopped
from desktop_app.domain.settings import (
    COUNTRY,
    SHOP_ADDRESS,
    SHOP_CONTACT,
    SHOP_CURRENCY,
    SHOP_LANGUAGE,
    SHOP_LINK,
    SHOP_LOGO,
    SHOP_NAME,
)
from desktop_app.domain.working_days import Calendar, public_holidays
from desktop_app.i18n import msg, nmsg
from desktop_app.queries import Shop
from desktop_app.queries.customer_list import customer_ids
from desktop_app.queries.orders import order_ids
from desktop_app.store.indexes import indexes_built_after, sorting_on_disk
from desktop_app.store.tables import (
    ConsentTable,
    ContactTable,
    CustomerTable,
    CustomerWordTable,
    OrderTable,
    PictureTable,
    RelativeTable,
    SpecialDayTable,
)

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

Progress = Callable[[int, int], bool]
_BIG = 20_000  # records from which indexes are built at the end
# Not the orders' lines: they come in the order of their index, and sorting ten millions of them takes much memory.
_SEARCHED_LATE = (
    CustomerTable, RelativeTable, SpecialDayTable, ContactTable, CustomerWordTable, ConsentTable, OrderTable,
)  # fmt: skip
_IN_ORDER = ("number_key", "source", "placed_on", "ship_by")  # of the orders; invented customers have no source


def fill_sample(
    shop: Shop,
    *,
    customers: int = 60,
    orders: int = 180,
    seed: int = 1,
    undoable: bool = True,
    actor: str = "",
    progress: Progress | None = None,
) -> Changes:
    """Writes the sample shop in one change, a step of Undo where `undoable`.

    Raises Conflict when the shop has records, Stopped when told to stop.
    """
    if customer_ids(shop, limit=1) or order_ids(shop, limit=1):
        raise Conflict(msg("This shop has records already. Start an empty shop for the sample."))
    filling = _Filling(shop, sample(), customers, orders if customers else 0, seed, progress)
    title = nmsg("Sample shop with {n} customer", "Sample shop with {n} customers", n=customers)
    topics = (Topic.CUSTOMERS, Topic.ORDERS, Topic.PRODUCTS, Topic.SETTINGS, Topic.CARDS, Topic.PRINTS,
              Topic.PACKERS, Topic.COMPLAINTS)  # fmt: skip
    with (
        sorting_on_disk(shop) if filling.big else nullcontext(),
        shop.change(title, actor=actor, topics=topics, undoable=undoable) as change,
    ):
        filling.write(change)
    return change.changes


class _Filling:
    def __init__(
        self, shop: Shop, found: Sample, customers: int, orders: int, seed: int, progress: Progress | None
    ) -> None:
        self.shop, self.found, self.seed, self.progress = shop, found, seed, progress
        self.customers, self.orders = customers, orders
        self.big = customers + orders >= _BIG
        self.today = shop.today()
        years = range(self.today.year - 3, self.today.year + 2)
        self.calendar = Calendar(public_holidays(found.shop["country"], years))
        self.done = 0

    def write(self, change: Change) -> None:
        """Settings, products, people with their figures, then orders with their lines, a batch at a time."""
        made = self.found.shop
        write_settings(
            self.shop,
            change,
            {
                SHOP_NAME: made["name"],
                SHOP_ADDRESS: made["address"],
                SHOP_CONTACT: made["contact"],
                SHOP_LINK: made["link"],
                SHOP_LANGUAGE: made["language"],
                SHOP_CURRENCY: made["currency"],
                COUNTRY: made["country"],
                SHOP_LOGO: change.insert(PictureTable, checked_picture(self.found.logo)),
            },
        )
        tables = _SEARCHED_LATE if self.big else ()
        with (
            indexes_built_after(change.access, *tables, in_order=_IN_ORDER, step=self._looked_after)
            if tables
            else nullcontext()
        ):
            products = write_products(change, self.found)
            write_bench(change, self.found, self.today)
            content = Contents(self.found, self.seed)
            figures = Figures(self.customers, made["currency"])
            for n, placed in enumerate(self._placed()):
                figures.add(placed, content.total(n))
            people = SamplePeople(self.found, self.today, self.seed, self._step)
            people.write(change, self.customers, figures)
            write_interests(change, self.found, products, people.words)
            written = SampleOrders(self.found, products, people, content, self._step, self.calendar)
            written.write(change, self._placed())
        write_renewals(change, self.found, people, self.today)
        posted = [(one.order, one.tongue, one.packer) for one in written.posted]
        write_complaints(self.shop, change, self.found, posted)
        write_resolutions(self.shop, change, self.found.people["packers"][made["language"]][0])

    def _placed(self) -> Iterator[Placed]:
        return orders(self.orders, customers=self.customers, today=self.today, calendar=self.calendar, seed=self.seed)

    def _step(self) -> None:
        self.done += 1
        if self.done % 500 == 0:
            self._looked_after()

    def _looked_after(self) -> None:
        if self.progress and not self.progress(self.done, self.customers + self.orders):
            raise Stopped(msg("Stopped. Nothing was written."))
