"""The headings of Wildberries' reports on sales, old and new, always compared whole; and its words for a row."""

from __future__ import annotations

from enum import Enum, auto

from desktop_app.domain.text import fold

COLUMNS: dict[str, tuple[str, ...]] = {
    "subject": ("предмет",),
    "name": ("название", "наименование", "название товара"),
    "brand": ("бренд",),
    "sku": ("артикул поставщика", "артикул продавца"),
    "wb_code": ("код номенклатуры", "артикул wb", "номенклатура"),
    "barcode": ("баркод", "баркоды", "штрихкод"),
    "size": ("размер",),
    "document": ("тип документа",),
    "reason": ("обоснование для оплаты",),
    "sold_at": ("дата продажи", "дата операции", "дата заказа покупателем", "дата заказа"),
    "quantity": ("количество", "кол во", "кол-во", "кол во, шт"),
    "revenue": (
        "вайлдберриз реализовал товар (пр)", "wildberries реализовал товар (пр)", "вайлдберриз реализовал товар",
        "wildberries реализовал товар", "сумма продаж (возвратов)",
        "вб реализовал товар (пр)", "wb реализовал товар (пр)",
    ),
    "payout": (
        "к перечислению продавцу за реализованный товар", "к перечислению за товар", "к перечислению продавцу",
        "к перечислению поставщику за реализованный товар",
    ),
}  # fmt: skip
FEES = (  # what Wildberries keeps besides its share of a sale; each stands in a column of its own
    "услуги по доставке товара покупателю", "услуги по доставке товаров покупателю", "стоимость логистики",
    "общая сумма штрафов", "хранение", "стоимость хранения", "удержания", "прочие удержания",
    "прочие удержания/выплаты",
    "платная приемка", "платная приёмка", "операции на приемке", "операции на приёмке", "стоимость платной приемки",
)  # fmt: skip


class Sale(Enum):
    """What a row of a report tells."""

    SOLD = auto()
    RETURNED = auto()
    FEE = auto()  # delivery, storage, a fine, or what a pick-up point is paid


def sale_of(document: str, reason: str) -> Sale:
    """What a row tells; the reason decides where it names a fee, however its document is called."""
    why, kind = fold(reason).strip(), fold(document).strip()
    if why.startswith(("возмещение", "логистика", "штраф", "хранение", "удержан", "платная прием", "коррекция логист")):
        return Sale.FEE
    if not kind:  # some re-exports leave the document out
        kind = why if why in ("продажа", "возврат") else ""
    if kind.startswith("возврат"):
        return Sale.RETURNED
    return Sale.SOLD if kind.startswith("продажа") else Sale.FEE
