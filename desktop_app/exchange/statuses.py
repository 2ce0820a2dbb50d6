"""Words of platforms for the state of an order, in English, Russian, Latvian and German, as our own steps."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.orders import Status
from desktop_app.domain.text import fold

_WORDS: dict[Status, str] = {
    Status.NEW: (
        "new|pending|pending payment|on hold|open|unpaid|authorized|awaiting payment|draft|checkout draft|"
        "partially paid|новый|принят|ожидает оплаты|на удержании|не оплачен|jauns|gaida apmaksu|aizturets|"
        "neapmaksats|offen|in wartestellung"
    ),
    Status.PAID: (
        "paid|processing|unshipped|unfulfilled|confirmed|awaiting shipment|awaiting fulfillment|"
        "partially refunded|оплачен|оплачено|в обработке|обработка|подтвержден|ожидает сборки|"
        "ожидает отгрузки|apstrade|apmaksats|apstiprinats|bezahlt|in bearbeitung"
    ),
    Status.PACKING: (
        "packing|picking|being packed|partially shipped|partially fulfilled|собирается|комплектуется|"
        "упаковывается|tiek komplektets|tiek iesainots"
    ),
    Status.PACKED: (
        "packed|ready to ship|ready for pickup|ready|собран|упакован|готов к отправке|готов к выдаче|"
        "iepakots|sapakots|gatavs sutisanai"
    ),
    Status.SHIPPED: (
        "shipped|sent|dispatched|fulfilled|completed|complete|in transit|done|closed|выполнен|завершен|"
        "отправлен|доставляется|в пути|nosutits|pabeigts|izpildits|versandt|versendet|abgeschlossen"
    ),
    Status.DELIVERED: "delivered|received|доставлен|выдан|получен|вручен|piegadats|sanemts|zugestellt",
    Status.CANCELLED: (
        "cancelled|canceled|failed|voided|expired|trash|declined|отменен|отменено|не удался|atcelts|"
        "neizdevies|storniert"
    ),
    Status.RETURNED: (
        "returned|refunded|refund|возврат|возвращен|возвращено|возврат заказа|atgriezts|atmaksats|"
        "zuruckerstattet|erstattet"
    ),
}
_KNOWN = {word: status for status, words in _WORDS.items() for word in words.split("|")}


def known_status(text: str, own: Mapping[str, str]) -> Status | None:
    """The step a platform's word means, None for one nobody knows; `own` are words a person gave a meaning to."""
    word = _key(text)
    for given, status in own.items():
        if _key(given) == word:
            return Status(status)
    return _KNOWN.get(word)


def _key(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").removeprefix("wc ").split())
