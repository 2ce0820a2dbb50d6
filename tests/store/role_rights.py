"""What each role of a shop on a server may do, declared cell by cell, and what it can in truth: by trying each one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import psycopg

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rights:
    """The columns of one table that a role may read, add and edit, and whether it may remove rows."""

    select: frozenset[str] = NOTHING
    insert: frozenset[str] = NOTHING
    update: frozenset[str] = NOTHING
    delete: bool = False
    others: frozenset[str] = field(default=NOTHING)  # TRUNCATE, LOCK, ALTER, DROP …: never


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLOSED = Rights()
ALL = "*"

_PACKER: dict[str, tuple[str, str, str, bool]] = {
    # table: what the bench may select, insert, update, delete
    "calibration": (ALL, "", "", False),
    "carrier": (ALL, "", "", False),
    "change_log": (
        "id at actor topics undoes undone_by undoable", "at actor title topics undoes undoable", "", False,
    ),
    "congratulation": ("", "", "", False),
    "consent": ("", "", "", False),
    "contact": ("", "", "", False),
    "cordial_migration": (ALL, "", "", False),
    "customer": (
        "id given family patronymic company language name_to street city region postcode country gender called"
        " called_to opening orders extra_care open_complaints",
        "", "", False,
    ),
    "customer_address": ("", "", "", False),
    "customer_note": ("", "", "", False),
    "customer_word": ("", "", "", False),
    "day_word": (ALL, "", "", False),
    "former_key": ("", "", "", False),
    "import_run": ("", "", "", False),
    "journal": ("", "change_id tbl op first_id last_id columns before", "", False),
    "not_same": ("", "", "", False),
    "order_line": (
        "id version order_id position product_id sku name quantity unit_minor total_minor returned", "", "", False,
    ),
    "order_step": (ALL, "id version order_id status at by missing", "", False),
    "orders": (
        "id version number number_key source customer_id placed_at placed_on status paid currency total_minor ship_by"
        " deliver_by carrier tracking to_name to_street to_city to_region to_postcode to_country note packer_note"
        " note_to gift set_aside shelf_key packed_by line_count first thank_you_printed insert_printed"
        " open_complaints",
        "",
        "version status paid tracking set_aside packed_by thank_you_printed insert_printed",
        False,
    ),
    "packer": (ALL, "", "", False),
    "packing_claim": (ALL, ALL, ALL, True),
    "packing_step": (ALL, "", "", False),
    "picture": (ALL, "", "", False),
    "print_item": (
        "id version run_id order_id customer_id kind card sheet place product",
        "id version run_id order_id customer_id relative_id kind title card sheet place product",
        "", False,
    ),
    "print_run": (
        ALL,
        "version at kind design stock by file sha256 cards sheets printer kept_until again choices job outcome",
        "version job outcome",
        False,
    ),
    "product": (
        "id version sku name barcode shelf shelf_key fragile care warranty_months link stock weight handling_days"
        " picture_id sku_key sort_key",
        "", "version stock", False,
    ),
    "product_text": (ALL, "", "", False),
    "product_word": ("", "", "", False),
    "reading": (ALL, "version packer_id kind key at", "", False),
    "relative": ("", "", "", False),
    "saved_view": ("", "", "", False),
    "setting": (ALL, "", "", False),
    "special_day": ("", "", "", False),
    "stock": (ALL, "", "", False),
    "template": (ALL, "", "", False),
    "template_version": ("", "", "", False),
    "word": ("", "", "", False),
    "cause": ("", "", "", False),
    "complaint": ("", "", "", False),
    "complaint_file": ("", "", "", False),
    "complaint_kind": ("", "", "", False),
    "complaint_step": ("", "", "", False),
    "complaint_term": ("", "", "", False),
    "complaint_word": ("", "", "", False),
    "enclosure": (
        "id version customer_id voucher_id kind what promised order_id gone_at", "", "version order_id gone_at", False,
    ),
    "inbox": ("", "", "", False),
    "message": ("", "", "", False),
    "message_text": ("", "", "", False),
    "remedy": ("", "", "", False),
    "renewal": ("", "", "", False),
    "resolution": ("", "", "", False),
    "resolution_page": ("", "", "", False),
    "voucher": ("id code percent worth_minor currency words valid_to", "", "", False),
}  # fmt: skip


def declared(role: str, columns: Mapping[str, frozenset[str]]) -> dict[str, Rights]:
    """The rights of a role by table; a table nobody declared is not in it."""
    if role == "packer":
        return {table: _packers(table, columns.get(table, NOTHING)) for table in _PACKER}
    whole = {table: columns.get(table, NOTHING) for table in _PACKER}
    if role == "backup":
        return {table: Rights(select=names) for table, names in whole.items()}
    made = {table: Rights(names, names, names, True) for table, names in whole.items()}
    return made | {"cordial_migration": Rights(select=whole["cordial_migration"])}


def _packers(table: str, columns: frozenset[str]) -> Rights:
    select, insert, update, delete = _PACKER[table]
    return Rights(*(columns if told == ALL else _names(told) for told in (select, insert, update)), delete)


def columns_of(admin: Any) -> dict[str, frozenset[str]]:
    """Every table, view and materialized view of the shop's database with its columns, as the server lists them."""
    rows = admin.execute(
        "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p', 'f')"
        " AND a.attnum > 0 AND NOT a.attisdropped"
    ).fetchall()
    found: dict[str, set[str]] = {}
    for table, column in rows:
        found.setdefault(table, set()).add(column)
    return {table: frozenset(names) for table, names in found.items()}


def tried(connection: Any, columns: Mapping[str, frozenset[str]]) -> dict[str, Rights]:
    """What a connection can do, found out by doing it, cell by cell, on no row."""
    return {table: _tried_on(connection, table, names) for table, names in columns.items()}


def _tried_on(connection: Any, table: str, names: frozenset[str]) -> Rights:
    def those(statement: str) -> frozenset[str]:
        return frozenset(name for name in names if may(connection, statement.format(table=table, name=name)))

    others = {
        "TRUNCATE": f'TRUNCATE public."{table}" CASCADE',
        "ALTER": f'ALTER TABLE public."{table}" ADD COLUMN more integer',
        "OPEN": f'ALTER TABLE public."{table}" DISABLE ROW LEVEL SECURITY',
        "DROP": f'DROP TABLE public."{table}" CASCADE',
        "TRIGGER": f'CREATE TRIGGER spy BEFORE UPDATE ON public."{table}" FOR EACH ROW EXECUTE FUNCTION'
        " suppress_redundant_updates_trigger()",
        "POLICY": f'CREATE POLICY spy ON public."{table}" USING (true)',
        "RULE": f'CREATE RULE spy AS ON INSERT TO public."{table}" DO ALSO NOTHING',
        "GRANT": f'GRANT SELECT ON public."{table}" TO PUBLIC WITH GRANT OPTION',
    }
    return Rights(
        select=those('SELECT "{name}" FROM public."{table}" LIMIT 0'),
        insert=those('INSERT INTO public."{table}" ("{name}") SELECT NULL WHERE false'),
        update=those('UPDATE public."{table}" SET "{name}" = DEFAULT WHERE false'),
        delete=may(connection, f'DELETE FROM public."{table}" WHERE false'),
        others=frozenset(what for what, statement in others.items() if may(connection, statement))
        | _referred(connection, table),
    )


def _referred(connection: Any, table: str) -> frozenset[str]:
    """REFERENCES cannot be tried without a table of one's own, which none of the roles may make."""
    asked = "SELECT has_any_column_privilege(%s::regclass, 'REFERENCES')"
    [(found,)] = connection.execute(asked, (f'public."{table}"',)).fetchall()
    return frozenset({"REFERENCES"} if found else ())


def may(connection: Any, statement: str) -> bool:
    """Whether a statement is let through; it is taken back at once."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement)
    except psycopg.errors.InsufficientPrivilege:
        return False
    except (psycopg.errors.InvalidGrantOperation, psycopg.errors.WrongObjectType):  # of a view
        return False
    return True
