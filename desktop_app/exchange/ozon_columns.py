"""The headings of Ozon's reports in their languages and generations, and its words for how a posting stands."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.orders import TO_PACK, Status
from desktop_app.domain.text import fold
from desktop_app.exchange.statuses import known_status

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": ("номер заказа", "order number", "订单编号", "订单号"),
    "posting": ("номер отправления", "shipment number", "posting number", "货件编号", "发货号码"),
    "placed_at": ("принят в обработку", "дата и время заказа", "accepted for processing", "已接受处理", "收单时间"),
    "ship_by": ("дата отгрузки без просрочки", "дата отгрузки", "shipment date", "发货日期"),
    "sent_at": ("фактическая дата передачи в доставку", "actual date of transfer for delivery", "实际移交配送日期"),
    "delivered_at": ("дата доставки", "фактическая дата доставки", "delivery date", "配送日期"),
    "cancelled_at": ("дата отмены", "cancellation date", "取消日期"),
    "status": ("статус", "status", "状态"),
    "total": ("сумма отправления", "shipment amount", "货件金额", "发货金额"),
    "currency": (
        "код валюты отправления", "код валюты товара", "shipment currency code", "货件货币代码", "货币代码",
    ),
    "product": ("название товара", "наименование товара", "product name", "商品名称"),
    "sku": ("артикул", "артикул товара", "item number", "article", "货号"),
    "ozon_sku": ("sku", "ozon id", "ozon sku id"),
    "price": (
        "ваша цена", "предельная цена", "итоговая стоимость товара", "стоимость товара", "your price", "您的价格",
    ),
    "quantity": ("количество", "quantity", "数量"),
    "carrier": ("перевозчик", "служба доставки", "carrier"),
    "tracking": ("трек номер", "трек-номер", "идентификатор отправления", "tracking number"),
    "name": ("имя покупателя", "фио покупателя", "имя получателя", "buyer name"),
    "ship_name": ("имя получателя", "получатель"),
    "email": ("email покупателя", "e-mail покупателя", "buyer email"),
    "phone": ("телефон покупателя", "телефон получателя", "buyer phone"),
    "street": ("адрес покупателя", "адрес доставки", "buyer address"),
    "city": ("город доставки", "delivery city"),
    "region": ("регион доставки", "delivery region"),
    "postcode": ("индекс", "почтовый индекс"),
}  # fmt: skip
OF_OWN_STOCK = (  # headings of reports on what the shop packs itself (FBS, rFBS)
    "дата отгрузки без просрочки", "id склада", "дата отмены", "способ отгрузки", "перевозчик", "трек номер",
    "трек-номер",
)  # fmt: skip

# What a word begins with; the first that fits counts.
_WORDS = (
    ("отмен", Status.CANCELLED), ("cancel", Status.CANCELLED), ("已取消", Status.CANCELLED),
    ("возвр", Status.RETURNED), ("return", Status.RETURNED),
    ("доставлен", Status.DELIVERED), ("delivered", Status.DELIVERED), ("已签收", Status.DELIVERED),
    ("ожидает в", Status.SHIPPED), ("ожидает получ", Status.SHIPPED),
    ("ожидает отгрузк", Status.PACKED), ("awaiting deliver", Status.PACKED), ("не принят", Status.PACKED),
    ("等待发运", Status.PACKED), ("ожида", Status.PAID), ("awaiting", Status.PAID), ("等待", Status.PAID),
    ("достав", Status.SHIPPED), ("переда", Status.SHIPPED), ("в пути", Status.SHIPPED), ("едет", Status.SHIPPED),
    ("у водителя", Status.SHIPPED), ("спор", Status.SHIPPED), ("deliver", Status.SHIPPED), ("运输", Status.SHIPPED),
    ("配送", Status.SHIPPED),
)  # fmt: skip


def state(text: str, *, own_stock: bool, words: Mapping[str, str]) -> Status | None:
    """How a posting stands, None for a word nobody knows; `words` are those a person gave a meaning to.

    What lies in Ozon's warehouse left the shop long ago: it is never the shop's to pack.
    """
    word = fold(text).strip()
    if any(fold(given).strip() == word for given in words):
        return known_status(text, words)
    found = next((status for start, status in _WORDS if word.startswith(start)), None) or known_status(text, {})
    if not own_stock and found in (*TO_PACK, Status.PACKED):
        return Status.SHIPPED
    return found
