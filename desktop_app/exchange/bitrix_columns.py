"""The headings of Bitrix's orders, which shops add to, and what its statuses and flags together mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.domain.orders import Status
from desktop_app.domain.text import fold
from desktop_app.exchange.statuses import known_status

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("номер заказа",),
    "placed_at": ("дата создания", "дата заказа", "дата вставки", "дата"),
    "changed_at": ("дата изменения", "дата обновления"),
    "total": ("сумма", "сумма заказа"),
    "currency": ("валюта",),
    "shipping": ("стоимость доставки",),
    "status": ("статус", "статус заказа"),
    "paid": ("оплачен",),
    "came": ("оплачено",),
    "payments": ("оплаты",),
    "cancelled": ("отменен", "отменён"),
    "goods": ("позиции", "состав заказа", "товары"),
    "price": ("цена товара", "цены товаров"),
    "name": ("покупатель", "фио", "контактное лицо"),
    "person_key": ("id покупателя", "код покупателя"),
    "carrier": ("служба доставки",),
}
ALSO: dict[str, tuple[str, ...]] = {  # any of them may be filled
    "email": ("email покупателя", "e mail покупателя", "e mail", "email", "e mail.1"),
    "phone": ("телефон покупателя", "телефон", "контактный телефон"),
    "company": ("название компании", "компания"),
    "ship_name": ("контактное лицо", "контактное лицо.1", "получатель"),
    "place": ("выберите свой населенный пункт", "населенный пункт", "населённый пункт", "местоположение"),
    "to_street": (
        "адрес (улица, дом)", "адрес доставки", "адрес по данным почты", "адрес пвз сдек",
        "адрес пвз (яндекс доставка)", "адрес",
    ),
    "to_city": ("город",),
    "postcode": ("индекс", "почтовый индекс"),
    "tracking": ("идентификатор отправления", "трек номер", "номер отслеживания"),
    "note": ("комментарии покупателя", "комментарий покупателя", "комментарий к заказу"),
}  # fmt: skip

# What a status begins with; the first that fits counts.
_WORDS = (
    ("отмен", Status.CANCELLED), ("частичн", Status.DELIVERED), ("возврат", Status.RETURNED),
    ("совершен возврат", Status.RETURNED), ("не подтвержд", Status.NEW), ("принят", Status.NEW), ("новый", Status.NEW),
    ("оплачен", Status.PAID), ("обработ", Status.PAID), ("подтвержд", Status.PAID), ("ожида", Status.PAID),
    ("собира", Status.PACKING), ("комплект", Status.PACKING), ("собран", Status.PACKED), ("готов", Status.PACKED),
    ("отправлен", Status.SHIPPED), ("отгруж", Status.SHIPPED), ("передан", Status.SHIPPED),
    ("доставляется", Status.SHIPPED), ("прибыл", Status.SHIPPED), ("в пути", Status.SHIPPED),
    ("доставлен", Status.DELIVERED), ("выполнен", Status.DELIVERED), ("получен", Status.DELIVERED),
    ("вручен", Status.DELIVERED), ("выдан", Status.DELIVERED), ("закрыт", Status.DELIVERED),
)  # fmt: skip


class Standing(NamedTuple):
    """How an order stands; `status` is None for a word nobody knows."""

    status: Status | None
    paid: bool
    back: bool = False  # all of its money went back
    part_back: bool = False


def standing(word: str, *, paid: bool, cancelled: bool, words: Mapping[str, str]) -> Standing:
    """What status and flags mean: the flag “Отменен” wins, “Закрыт” without payment is an order given up."""
    told = fold(word).strip()
    if cancelled:
        return Standing(Status.CANCELLED, paid)
    if any(fold(given).strip() == told for given in words):
        return Standing(known_status(word, words), paid)
    status = next((status for start, status in _WORDS if told.startswith(start)), None) or known_status(word, {})
    if told.startswith("закрыт") and not paid:
        return Standing(Status.CANCELLED, paid)
    if told.startswith("частичн"):
        return Standing(status, True, part_back="возврат" in told)
    if status is Status.RETURNED:
        return Standing(status, True, back=True)
    if paid and status in (None, Status.NEW):
        return Standing(Status.PAID if status or not told else None, paid)
    return Standing(status, paid)


def place(text: str) -> tuple[str, str, str]:
    """Country, region and city of “Россия, Пермский край, Пермь”, where the region may be missing."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return "", "", text.strip()
    return parts[0], ", ".join(parts[1:-1]), parts[-1]
