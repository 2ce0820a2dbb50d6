"""WooCommerce's own report of orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.file_kinds import FileKind
from desktop_app.domain.orders import Status
from tests.exchange.made import DATA, Said, said, written

EXPORTS = DATA / "exports"
HEAD = "Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution\n"


def joined(file: Path) -> Said:
    """What is said when the rows that stand apart have been put together."""
    return said(file, strays=said(file).strays)


def test_a_refund_in_a_row_of_its_own_is_money_given_back_of_its_order() -> None:
    found = joined(EXPORTS / "woocommerce-analytics.csv")
    assert found.refused == []
    towels, mug, bowl = found.orders
    assert (towels.number, towels.total_minor, towels.refunded_minor) == ("7104", 3900, 1200)
    assert [(line.quantity, line.name) for line in towels.lines] == [(2, "Mug, large"), (1, "Candle, scented")]
    assert (towels.placed_at, towels.status, towels.currency) == ("2026-11-03T23:59:59", Status.SHIPPED, "EUR")
    assert (mug.refunded_minor, bowl.status, bowl.person.family) == (None, Status.CANCELLED, "Сидорова")


@pytest.mark.parametrize(
    ("headings", "status"),
    [
        ("Datum;Bestellung #;Status;Kunde;Kundentyp;Produkt(e);Verkaufte Artikel;Codes;Nettoumsatz", "Abgeschlossen"),
        ("Fecha,Pedido #,Estado,Cliente,Tipo de cliente,Producto(s),Artículos vendidos,C,Ventas netas", "Completado"),
        ("Data,Ordine #,Stato,Cliente,Tipo di cliente,Prodotto/i,Articoli venduti,Codici,Vendite nette", "Completato"),
        ("Дата;№ заказа;Статус;Клиент;Тип клиента;Товар(ы);Продано товаров;Купон(ы);Чистые продажи", "Выполнен"),
        ("Datums;Pasūtījums #;Statuss;Klients;Klienta tips;Prece(s);Pārdotās preces;K;Neto pārdošana", "Pabeigts"),
        # Some of its words are others than were written down.
        ("Date,Référence,État,Client,Type de client,Articles,Articles vendus,Codes,Chiffre net", "Terminée"),
        # A language nobody wrote down: the columns stand where they always stand.
        ("Dato,Ordre nr.,Tilstand,Kunde,Kundetype,Produkt(er),Solgte varer,Kupon(er),Nettosalg", "completed"),
    ],
)  # fmt: skip
def test_the_report_in_any_language(headings: str, status: str, tmp_path: Path) -> None:
    cells = ("2026-11-03 10:00:00", "12", status, "Ann Lee", "new", '"2× Mug"', "2", "", "20.50")
    text = headings + "\n" + (";" if ";" in headings else ",").join(cells) + "\n"
    found = said(written(tmp_path, text))
    assert found.detected.reader.kind is FileKind.WOOCOMMERCE_ANALYTICS
    [order] = found.orders
    assert (order.number, order.total_minor, order.status, order.person.family) == ("12", 2050, Status.SHIPPED, "Lee")
    assert [(line.quantity, line.name) for line in order.lines] == [(2, "Mug")]


def test_a_word_for_the_kind_of_customer_is_nobodys_name(tmp_path: Path) -> None:
    text = HEAD + "2026-11-03 10:00:00,12,completed,returning,returning,1× Mug,1,,9,\n"
    [order] = said(written(tmp_path, text)).orders
    assert (order.person.given, order.person.family, order.ship_to.name) == ("", "", "")


def test_a_refund_without_its_order_is_refused_with_the_way_out(tmp_path: Path) -> None:
    found = said(written(tmp_path, HEAD + "2026-11-03 10:00:00,12,refunded,Ann Lee,new,-1× Mug,-1,,'-9.00,\n"))
    assert found.orders == []
    assert "Export a longer time" in found.reasons[0]


def test_the_number_of_a_refused_refund_is_told_short(tmp_path: Path) -> None:
    long = "7" * 400
    found = said(written(tmp_path, HEAD + f"2026-11-03 10:00:00,{long},refunded,Ann Lee,new,-1× Mug,-1,,'-9.00,\n"))
    assert [len(refusal.value) for refusal in found.refused] == [40]


def test_an_order_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    row = "2026-11-03 10:00:00,12,completed,Ann Lee,new,1× Mug,1,,9.00,\n"
    found = said(written(tmp_path, HEAD + row + row + row.replace("9.00", "8.00")))
    assert [order.total_minor for order in found.orders] == [900]
    assert [refused.place.row for refused in found.refused] == [4]
