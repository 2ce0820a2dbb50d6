"""Words of platforms for the state of an order, in the languages shops run in, as our own steps."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.orders import Status
from desktop_app.domain.text import fold

_WORDS: dict[Status, str] = {
    Status.NEW: (
        "в ожидании|новый заказ|ожидает подтверждения|new|pending|pending payment|on hold|open|unpaid|authorized|"
        "awaiting payment|draft|checkout draft|"
        "partially paid|новый|принят|ожидает оплаты|на удержании|не оплачен|jauns|gaida apmaksu|aizturets|"
        "neapmaksats|offen|in wartestellung|ausstehend|zahlung ausstehend|entwurf|en attente|en attente de paiement|"
        "attente paiement|brouillon|pendiente|pendiente de pago|en espera|in attesa|in attesa di pagamento|in sospeso|"
        "pendente|pagamento pendente|aguardando|in afwachting|in de wacht|oczekujące na płatność|wstrzymane|"
        "oczekuje na płatność|maksājums gaidāms|gaida|ожидание оплаты|ожидание|черновик"
    ),
    Status.PAID: (
        "оформлен|обрабатывается|в работе|согласован|paid|processing|unshipped|unfulfilled|confirmed|"
        "awaiting shipment|awaiting fulfillment|"
        "partially refunded|оплачен|оплачено|в обработке|обработка|подтвержден|ожидает сборки|"
        "ожидает отгрузки|apstrade|apmaksats|apstiprinats|bezahlt|in bearbeitung|wird bearbeitet|"
        "en cours|en cours de traitement|procesando|in lavorazione|processando|em processamento|in behandeling|"
        "w trakcie realizacji|przetwarzane|apmaksāts"
    ),
    Status.PACKING: (
        "упаковка|комплектация|сборка|packing|picking|being packed|partially shipped|partially fulfilled|собирается|"
        "комплектуется|"
        "упаковывается|tiek komplektets|tiek iesainots"
    ),
    Status.PACKED: (
        "готов к отгрузке|ожидает передачи курьеру|передача|packed|ready to ship|ready for pickup|ready|собран|"
        "упакован|готов к отправке|готов к выдаче|"
        "iepakots|sapakots|gatavs sutisanai"
    ),
    Status.SHIPPED: (
        "отгружен|передан в доставку|передан на доставку|переданы на доставку|передан курьеру|"
        "передан в службу доставки|в доставке|на доставке|доставка|готов к получению|в пункте выдачи|"
        "прибыл в пункт выдачи|shipped|sent|dispatched|fulfilled|completed|complete|in transit|done|closed|выполнен|"
        "завершен|"
        "отправлен|доставляется|в пути|nosutits|pabeigts|izpildits|versandt|versendet|abgeschlossen|"
        "fertiggestellt|terminée|terminé|completado|completada|completato|concluído|concluída|completo|voltooid|"
        "afgerond|"
        "zrealizowane|ukończone"
    ),
    Status.DELIVERED: "delivered|received|доставлен|выдан|получен|вручен|piegadats|sanemts|zugestellt",
    Status.CANCELLED: (
        "отмена|отменен при обработке|отменен при доставке|отменен покупателем|отменен продавцом|"
        "аннулирован|cancelled|canceled|failed|voided|expired|trash|declined|отменен|отменено|не удался|atcelts|"
        "neizdevies|storniert|fehlgeschlagen|annulée|annulé|échouée|échoué|cancelado|cancelada|fallido|annullato|"
        "fallito|"
        "malogrado|falhado|geannuleerd|mislukt|anulowane|nieudane|не удалось"
    ),
    Status.RETURNED: (
        "невыкуп|не выкуплен|returned|refunded|refund|возврат|возвращен|возвращено|возврат заказа|atgriezts|atmaksats|"
        "zuruckerstattet|erstattet|ruckerstattet|remboursée|remboursé|reembolsado|reembolsada|rimborsato|terugbetaald|"
        "zwrócone|zwrócono"
    ),
}
_KNOWN = {fold(word): status for status, words in _WORDS.items() for word in words.split("|")}


def known_status(text: str, own: Mapping[str, str]) -> Status | None:
    """The step a platform's word means, None for one nobody knows; `own` are words a person gave a meaning to."""
    word = _key(text)
    for given, status in own.items():
        if _key(given) == word:
            return Status(status)
    return _KNOWN.get(word)


def _key(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").removeprefix("wc ").split())
