"""What the bench asks of the shop in one go, on the database thread: an answer is one wait for the packer, not five."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.actions.packing import check, claim, claim_next
from desktop_app.domain.errors import NotFound
from desktop_app.domain.orders import OrderId
from desktop_app.domain.packers import Packer, PackerId, ToRead, text_in
from desktop_app.domain.packing import Checked, Parcel
from desktop_app.domain.paper_settings import MISSIONS
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import Language
from desktop_app.queries import Shop
from desktop_app.queries.packers import packers
from desktop_app.queries.packing import QueueCount, QueueRow, order_by_number, parcel, queue, queue_count
from desktop_app.queries.pictures import picture
from desktop_app.queries.scanned import Stray, stray
from desktop_app.queries.settings import settings
from desktop_app.queries.words_of_day import day_word, unread
from desktop_app.ui.bench.scanner import reading, readings

SHOWN = 30  # orders of the queue that are on the screen: more than anybody looks ahead


@dataclass(frozen=True, slots=True)
class Queue:
    """The first orders to pack, and how many are left and done."""

    rows: tuple[QueueRow, ...]
    count: QueueCount


def active_packers(shop: Shop) -> list[Packer]:
    """Those who pack now."""
    return [one for one in packers(shop) if one.fields.active]


def words_to_read(shop: Shop, packer: PackerId, language: Language) -> list[ToRead]:
    """What this packer has yet to confirm today."""
    return unread(shop, packer, shop.today(), language)


def sayings(shop: Shop, language: Language) -> tuple[str, str]:
    """The first lines of the mission and the word of the day, as they stand beside the work; "" where there is none."""
    values = settings(shop)
    own = Language(values[SHOP_LANGUAGE])
    mission = text_in({spoken: values[setting] for spoken, setting in MISSIONS.items()}, language, own)
    word = day_word(shop, shop.today())
    return mission.partition("\n\n")[0], text_in(dict(word.texts), language, own) if word else ""


def look(shop: Shop) -> Queue:
    """The queue as it stands."""
    return Queue(tuple(queue(shop, limit=SHOWN)), queue_count(shop))


def take_next(shop: Shop, packer: str, bench: str, language: Language) -> Parcel | None:
    """Takes the next order and opens it; None when nothing is left."""
    order = claim_next(shop, packer, bench)
    return None if order is None else parcel(shop, order, language=language)


def take_order(shop: Shop, order: OrderId, packer: str, bench: str, language: Language) -> Parcel:
    """Takes this order and opens it; raises Conflict, NotFound."""
    claim(shop, order, packer, bench)
    return parcel(shop, order, language=language)


def take_numbered(shop: Shop, text: str, packer: str, bench: str, language: Language) -> Parcel:
    """Takes the order whose number was scanned or typed, in Latin letters where those of the keyboard find none."""
    missed: NotFound | None = None
    for number in readings(text):
        try:
            order = order_by_number(shop, number)
        except NotFound as error:
            missed = missed or error
            continue
        return take_order(shop, order, packer, bench, language)
    assert missed is not None
    raise missed


def scan(shop: Shop, order: OrderId, text: str, bench: str, codes: tuple[str, ...]) -> Checked:
    """Ticks what was scanned; `codes` are those of the parcel, by which a scan in foreign letters is read."""
    return check(shop, order, reading(text, codes), bench)


def stray_scan(shop: Shop, text: str, language: Language) -> Stray:
    """What was scanned where it does not belong."""
    return stray(shop, readings(text), language)


def pictures(shop: Shop, ids: tuple[int, ...]) -> dict[int, bytes]:
    """The pictures of a parcel's articles by their ids."""
    return {number: picture(shop, number) for number in ids}
