"""Makes tests/data/shops/NNNN.sql, a filled shop of today's version as SQL text, once for each new migration.

    python -m tests.store.old_shop

The files of released versions are never made again: each shows for good that a shop of its time still opens.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

import apsw

from desktop_app.domain.changes import Topic
from desktop_app.domain.text import fold
from desktop_app.i18n import msg
from desktop_app.store import migrate, tables
from desktop_app.store.connect import Shop, open_shop

FOLDER = Path(__file__).parents[1] / "data" / "shops"
PEOPLE = (
    ("Līga", "Kalniņa", "liga@example.com", "20000001", dt.date(2026, 11, 2)),
    ("Пётр", "Ёлкин", "petr@example.com", "20000002", dt.date(2026, 11, 3)),
    ("Ann", "O'Hara", "ann@example.com", "", None),
)


def fill(shop: Shop) -> None:
    """Something in every table, with an undoable edit last."""
    with shop.change(msg("Import of {file}", file="orders.csv"), actor="Anna", topics=[Topic.IMPORTS]) as change:
        people = change.insert_many(
            tables.CustomerTable,
            [
                "given",
                "family",
                "email",
                "email_key",
                "phone_key",
                "sort_key",
                "doc",
                "first_order_on",
                "birth_month_day",
            ],
            ((g, f, e, e, p, fold(f"{f} {g}"), fold(f"{g} {f}"), day, 229) for g, f, e, p, day in PEOPLE),
        )
        goods = change.insert_many(
            tables.ProductTable,
            ["sku", "name", "sku_key", "sort_key", "price_minor", "currency", "warranty_months"],
            [
                ("CU-1", "Cup", "cu-1", "cup", 1900, "EUR", 24),
                ("LN-1", "Linen napkin", "ln-1", "linen napkin", 950, "EUR", 0),
            ],
        )
        orders = change.insert_many(
            tables.OrderTable,
            ["number", "number_key", "source", "source_key", "customer", "placed_on", "status", "paid", "total_minor"],
            [
                ("#1001", "1001", "shopify", "9001", people[0], dt.date(2026, 11, 2), "shipped", True, 3800),
                ("#1002", "1002", "shopify", "9002", people[1], dt.date(2026, 11, 3), "new", True, 1900),
                ("#1003", "1003", "shopify", "9003", None, dt.date(2026, 11, 4), "new", False, None),
            ],
        )
        change.insert_many(
            tables.LineTable,
            ["order", "position", "product", "name", "quantity", "unit_minor"],
            [
                (orders[0], 1, goods[1], "Linen napkin", 2, 950),
                (orders[0], 2, goods[0], "Cup", 1, 1900),
                (orders[1], 1, goods[0], "Cup", 1, 1900),
                (orders[2], 1, None, "Bowl — «большая»", 1, None),
                (orders[2], 2, None, "Gift\nwrap", 1, 0),
            ],
        )
        change.insert(tables.ImportTable, {"at": "2026-11-22", "file": "orders.csv", "sha256": "00", "kind": "orders"})
    with shop.change(msg("Settings"), actor="Anna", topics=[Topic.SETTINGS]) as change:
        logo = {"name": "logo.png", "media_type": "image/png", "width": 1, "height": 1, "sha256": "01"}
        picture = change.insert(tables.PictureTable, {**logo, "content": bytes(range(0, 256, 5))})
        packer = change.insert(tables.PackerTable, {"person": "Līga", "person_key": "liga", "picture": picture})
        change.insert(tables.ReadingTable, {"packer": packer, "kind": "word", "key": "2026-11-22", "at": "2026-11-22"})
        change.insert(tables.DayWordTable, {"day": dt.date(2026, 11, 22), "texts": '{"lv": "Lēnām!"}'})
        change.insert(tables.PackingStepTable, {"position": 1, "texts": '{"en": "Tissue"}', "needs": "fragile"})
        change.insert(tables.CarrierTable, {"name": "Omniva", "name_key": "omniva", "days": 2, "countries": "EE 3"})
        called = {"language": "lv", "name": "Krūze", "name_key": "kruze"}
        change.insert(tables.ProductTextTable, {"product": goods[0], **called})
        change.insert_many(tables.SettingTable, ["key", "value"], [("shop.name", '"Linen & Clay"'), ("shop.logo", "1")])
    with shop.change(msg("Print"), actor="Anna", topics=[Topic.PRINTS]) as change:
        run = change.insert(tables.PrintTable, {"at": "2026-11-22", "kind": "parcel", "stock": "a6-4up-a4", "cards": 2})
        papers = [(run, orders[0], None, "thank-you"), (run, None, people[1], "birthday")]
        change.insert_many(tables.PrintItemTable, ["run", "order", "customer", "kind"], papers)
        printed = {"thank_you_printed": True, "insert_printed": True}
        change.update(tables.OrderTable, orders[0], version=None, values=printed)
    with shop.change(msg("Save design"), actor="Anna", topics=[Topic.CARDS]) as change:
        saved = {"title": "Ours, blue", "content": "{}", "at": "2026-11-22"}
        design = change.insert(tables.TemplateTable, {"kind": "birthday", "number": 2, **saved})
        change.insert(tables.TemplateVersionTable, {"template": design, "number": 1, **saved})
        change.insert(tables.StockTable, {"key": "a6-4up-a4", "owned": True, "begun": "[[3, 4]]"})
        measured = {"printer": "Bench", "stock": "a6-4up-a4", "measures": "{}"}
        change.insert(tables.CalibrationTable, measured)
    with shop.change(msg("Add {name}", name="Jānis"), actor="Anna", topics=[Topic.CUSTOMERS]) as change:
        liga, petr, ann = people
        janis = {"customer": liga, "relation": "child", "given": "Jānis", "given_key": "janis", "doc": "janis"}
        child = change.insert(tables.RelativeTable, {**janis, "other": petr, "together": True})
        day = {"customer": liga, "relative": child, "kind": "birthday"}
        change.insert(tables.SpecialDayTable, {**day, "month_day": 1200, "lead_days": 9})
        change.insert(
            tables.CongratulationTable, {**day, "kept_on": dt.date(2026, 12, 1), "state": "done", "at": "2026-11-22"}
        )
        change.insert(tables.ContactTable, {"customer": liga, "kind": "phone", "value": "20 00", "key": "2000"})
        change.insert(tables.AddressTable, {"customer": liga, "label": "work", "city": "Rīga"})
        word = change.insert(tables.WordTable, {"kind": "tag", "word": "Čakla", "word_key": "cakla", "lead_days": 3})
        change.insert(tables.CustomerWordTable, {"word": word, "customer": liga})
        change.insert(tables.ProductWordTable, {"word": word, "product": goods[0]})
        change.insert(tables.ConsentTable, {"customer": liga, "what": "news-email", "given_on": dt.date(2026, 1, 2)})
        change.insert(tables.NoteTable, {"customer": petr, "at": "2026-11-22", "text": "звонил"})
        change.insert(tables.FormerKeyTable, {"customer": petr, "source": "Etsy", "source_key": "buyer:7"})
        change.insert(tables.NotSameTable, {"first": liga, "second": ann})
        change.insert(tables.ViewTable, {"page": "customers", "name": "Riga", "name_key": "riga", "content": "{}"})
    fill_complaints(shop, people[0], orders[0])
    with shop.change(msg("Pack {number}", number="#1002"), actor="Līga", topics=[Topic.ORDERS]) as change:
        change.insert(tables.ClaimTable, {"order": orders[1], "packer": "Līga", "bench": "1", "until": 1})
        change.insert(tables.StepTable, {"order": orders[1], "status": "packed", "at": "2026-11-22", "by": "Līga"})
        change.update(tables.OrderTable, orders[1], version=None, values={"status": "packed", "packed_by": "Līga"})


def fill_complaints(shop: Shop, customer: int, order: int) -> None:
    """Something in every table of complaints and messages."""
    whose = {"customer": customer, "complaint": 1}
    with shop.change(msg("Add complaint"), actor="Anna", topics=[Topic.COMPLAINTS]) as change:
        cause = change.insert(tables.CauseTable, {"name": "Boxes too thin", "name_key": "boxes too thin"})
        changed = {"cause": cause, "changed_on": dt.date(2026, 11, 20), "text": "Double walls"}
        change.insert(tables.RemedyTable, changed)
        said = {"source": "email", "received_at": "2026-11-20T10:00", "received_on": dt.date(2026, 11, 20)}
        judged = {"kind": "damaged", "severity": "normal", "verdict": "yes", "state": "answered", "cause": cause}
        one = change.insert(tables.ComplaintTable, {**said, **judged, "customer": customer, "order": order})
        change.insert(tables.ComplaintStepTable, {"complaint": one, "state": "answered", "at": "2026-11-20T11:00"})
        change.insert(tables.ComplaintWordTable, {"complaint": one, "at": "2026-11-20T11:00", "way": "out"})
        picture = {"media_type": "image/png", "width": 1, "height": 1, "content": b"\x89", "sha256": "02"}
        change.insert(tables.ComplaintFileTable, {"complaint": one, **picture})
        change.insert(tables.ComplaintKindTable, {"code": "own-1", "texts": '{"lv": "Smarža"}', "position": 9})
        term = {"kind": "damaged", "severity": "high", "answer_hours": 2, "solve_hours": 16}
        change.insert(tables.ComplaintTermTable, term)
        looked = {"name": "Etsy", "name_key": "etsy", "source": "marketplace", "every_hours": 8}
        change.insert(tables.InboxTable, looked)
        page = {"kind": "damaged", "verdict": "yes", "regular": True, "offers": "[]"}
        change.insert(tables.BookPageTable, page)
        code = {"code": "AB-CD", "code_key": "abcd", "given_on": dt.date(2026, 11, 20)}
        voucher = change.insert(tables.VoucherTable, {**whose, **code, "percent": 10})
        chosen = {"chosen_at": "2026-11-20T11:00", "chosen_on": dt.date(2026, 11, 20), "voucher": voucher}
        change.insert(tables.ResolutionTable, {"complaint": one, "deed": "voucher", **chosen})
        placed = {"kind": "apology", "placed_at": "2026-11-20T11:00", "voucher": voucher}
        change.insert(tables.EnclosureTable, {**whose, **placed})
        change.update(tables.CustomerTable, customer, version=None, values={"open_complaints": 1})
    with shop.change(msg("Send"), actor="Anna", topics=[Topic.MESSAGES]) as change:
        sent = {"key": "answer:1", "kind": "answer", "channel": "email", "text": "Atvainojiet", "state": "waiting"}
        change.insert(tables.MessageTable, {**whose, **sent, "created_at": "2026-11-20T11:00"})
        ready = {"kind": "ready", "name": "Sizes", "name_key": "sizes"}
        change.insert(tables.MessageTextTable, {**ready, "language": "lv"})
        due = {"what": "Tea, monthly", "every_months": 1, "next_on": dt.date(2026, 12, 1), "due_day": 1}
        change.insert(tables.RenewalTable, {"customer": customer, **due})


def as_text(file: Path) -> Iterator[str]:
    """A closed shop's file as statements that make it again."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    for pragma in ("application_id", "user_version"):
        yield f"PRAGMA {pragma} = {connection.pragma(pragma)};"
    yield "PRAGMA journal_mode = WAL;"
    yield "BEGIN;"
    made = list(connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"))
    searched = {name for _, name, text in made if text.startswith("CREATE VIRTUAL")}
    shadows = {name for kind, name, _ in made if kind == "table" and any(name.startswith(f"{s}_") for s in searched)}
    plain = [name for kind, name, _ in made if kind == "table" and name not in searched | shadows]
    for _, name, text in made:
        if name in plain and not name.startswith("sqlite_"):
            yield f"{text};"
    for name in plain:
        if name.startswith("sqlite_stat"):  # measures for the planner, which every shop takes for itself
            continue
        for row in connection.execute(f'SELECT * FROM "{name}"'):
            yield f'INSERT INTO "{name}" VALUES ({", ".join(apsw.format_sql_value(value) for value in row)});'
    for _, name, text in made:
        if name not in plain and name not in shadows:
            yield f"{text};"
            if name in searched and "fts5vocab" not in text:
                yield f"INSERT INTO {name} ({name}) VALUES ('rebuild');"
    yield "COMMIT;"
    connection.close()


def main() -> None:
    """Writes the file of the newest migration."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shop.cordial"
        shop = open_shop(file, today=lambda: dt.date(2026, 11, 22))
        fill(shop)
        shop.close()
        text = "\n".join(as_text(file)) + "\n"
    (FOLDER / f"{migrate.known()[-1][:4]}.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
