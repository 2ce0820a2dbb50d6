"""A chunk of a file of products held against the shop's own, and written into them; a file says only what it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop_app.actions.belongings import known_words
from desktop_app.actions.checks_products import checked_product
from desktop_app.actions.columns import PRODUCT_TEXT_COLUMNS, product_columns, product_text_rows
from desktop_app.actions.shelves import reshelve
from desktop_app.domain.errors import Invalid
from desktop_app.domain.importing import Difference, Fate, ProductRecord
from desktop_app.domain.keys import name_key, sku_key
from desktop_app.domain.money import Money
from desktop_app.domain.products import ProductFields, ProductId, ProductText
from desktop_app.domain.tags import WordKind
from desktop_app.domain.text import shorten
from desktop_app.i18n import Language, Message, msg
from desktop_app.queries import Shop
from desktop_app.queries.known import catalogue
from desktop_app.queries.products import fields_by_id, interest_rows, open_order_ids, text_rows
from desktop_app.store.tables import ProductTable, ProductTextTable, ProductWordTable

if TYPE_CHECKING:
    from desktop_app.store.transaction import Change

_PLAIN = (
    "name", "sku", "barcode", "price", "stock", "shelf", "weight", "fragile", "handling_days", "warranty_months",
    "link", "care", "note", "supplier",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ComparedProduct:
    """One product of the file, as the shop has it (`id` 0: not yet) and as it would be `after` the import."""

    record: ProductRecord
    id: ProductId
    before: ProductFields
    after: ProductFields

    @property
    def fate(self) -> Fate:
        """What the import does with it."""
        if not self.id:
            return Fate.NEW
        return Fate.SAME if self.after == self.before else Fate.CHANGED

    def differences(self) -> tuple[Difference, ...]:
        """What changes, as people read it."""
        if not self.id:
            return ()
        old, new = _told(self.before), _told(self.after)
        return tuple(Difference(key, old[key], new[key]) for key in new if old[key] != new[key])


@dataclass(frozen=True, slots=True)
class RefusedProduct:
    """A product that cannot be kept as the file has it, and why."""

    record: ProductRecord
    reason: Message


class ProductComparer:
    """Holds chunks of products against the shop's; a file that keeps known ones brings these nothing."""

    def __init__(self, shop: Shop, *, keeps_known: bool) -> None:
        self.shop = shop
        self.keeps_known = keeps_known

    def compare(self, records: Sequence[ProductRecord]) -> list[ComparedProduct | RefusedProduct]:
        """Each product beside the one it is: by its code, else by barcode or name where no code speaks against."""
        ids = self._known(records)
        kept = fields_by_id(self.shop, [id_ for id_ in ids if id_])
        found: list[ComparedProduct | RefusedProduct] = []
        taken: set[int] = set()
        for record, id_ in zip(records, ids, strict=True):
            before = kept.get(id_, ProductFields())
            try:
                after = before if id_ and self.keeps_known else checked_product(_merged(before, record))
            except Invalid as wrong:
                found.append(RefusedProduct(record, _why(record, wrong)))
                continue
            if id_ in taken:
                found.append(RefusedProduct(record, msg("Another row of this file is the same product of yours.")))
                continue
            taken.update({id_} if id_ else ())
            found.append(ComparedProduct(record, id_, before, after))
        return found

    def settled(self, change: Change, compared: Sequence[ComparedProduct]) -> list[ComparedProduct]:
        """The same, with the products it edits held and as they are now: a bench may have taken pieces since."""
        edited = {each.id for each in compared if each.fate is Fate.CHANGED}
        if self.shop.sqlite or not edited:  # a file has one writer
            return list(compared)
        change.hold_many(ProductTable, edited)
        now = fields_by_id(self.shop, list(edited))
        return [
            replace(each, before=now[each.id], after=checked_product(_merged(now[each.id], each.record)))
            if each.id in now
            else each
            for each in compared
        ]

    def _known(self, records: Sequence[ProductRecord]) -> list[ProductId]:
        """The product each record is, 0 for a new one."""
        codes, barcodes, names = catalogue(
            self.shop,
            {sku_key(record.sku) for record in records if record.sku},
            {record.barcode for record in records if record.barcode},
            {name_key(record.name) for record in records if record.name},
        )
        found = []
        for record in records:
            id_ = codes.get(sku_key(record.sku), 0) if record.sku else 0
            for others, key in ((barcodes, record.barcode), (names, name_key(record.name))):
                if not id_ and key in others:
                    id_, code = others[key]
                    id_ = 0 if record.sku and code else id_  # a product of another code is another product
            found.append(ProductId(id_))
        return found


def write_products(shop: Shop, change: Change, compared: Sequence[ComparedProduct]) -> None:
    """Adds the new products of a chunk and edits the changed, inside a change; orders go where the shelves are now."""
    new = [each for each in compared if each.fate is Fate.NEW]
    changed = [each for each in compared if each.fate is Fate.CHANGED]
    if new:
        rows = [product_columns(each.after) for each in new]
        added = change.insert_many(ProductTable, tuple(rows[0]), (tuple(row.values()) for row in rows))
        _write_told(shop, change, [(ProductId(id_), each) for id_, each in zip(added, new, strict=True)])
    if changed:
        rows = [product_columns(each.after) for each in changed]
        ids = [each.id for each in changed]
        change.update_many(ProductTable, ids, tuple(rows[0]), (tuple(row.values()) for row in rows))
        _write_told(shop, change, [(each.id, each) for each in changed])
        moved = [each.id for each in changed if each.after.shelf != each.before.shelf]
        if moved:
            reshelve(shop, change, open_order_ids(shop, moved))


def _write_told(shop: Shop, change: Change, written: Sequence[tuple[ProductId, ComparedProduct]]) -> None:
    """The texts and interests of products, where they are others than before."""
    spoken = [(id_, each.after.texts) for id_, each in written if each.after.texts != each.before.texts]
    served = [(id_, each.after.interests) for id_, each in written if each.after.interests != each.before.interests]
    if spoken:
        _forget(change, ProductTextTable, text_rows(shop, [id_ for id_, _ in spoken]))
        rows = [row for id_, texts in spoken for row in product_text_rows(id_, texts)]
        change.insert_many(ProductTextTable, PRODUCT_TEXT_COLUMNS, rows)
    if served:
        words = known_words(shop, change, WordKind.INTEREST, [word for _, several in served for word in several])
        _forget(change, ProductWordTable, interest_rows(shop, [id_ for id_, _ in served]))
        pairs = [(words[name_key(word)], id_) for id_, several in served for word in several]
        change.insert_many(ProductWordTable, ("word", "product"), pairs)
    touched = sorted({id_ for id_, _ in (*spoken, *served)})
    change.touch_many(ProductTable, touched)


def _forget(change: Change, table: Any, rows: Sequence[int]) -> None:
    if rows:
        change.delete(table, rows)


def _merged(before: ProductFields, record: ProductRecord) -> ProductFields:
    """The product with everything the file says of it; what the file leaves empty stays."""
    told: dict[str, Any] = {
        key: value for key in _PLAIN if key != "price" and (value := getattr(record, key)) is not None and value != ""
    }
    if record.price_minor is not None:
        told["price"] = Money(record.price_minor, record.currency)
    texts = tuple(_text(before.text(one), record) for one in Language)
    interests = (*before.interests, *record.interests)
    return replace(before, **told, texts=texts, interests=interests)


def _text(before: ProductText, record: ProductRecord) -> ProductText:
    said = next((text for text in record.texts if text.language is before.language), ProductText(before.language))
    return replace(before, name=said.name or before.name, care=said.care or before.care)


def _told(fields: ProductFields) -> dict[str, str | Money]:
    """What is told of a product, under the names of the fields of a file."""
    said: dict[str, str | Money] = {}
    for key in _PLAIN:
        value = getattr(fields, key)
        plain = "" if value is None or value is False else "✓" if value is True else str(value)
        said["product" if key == "name" else key] = value if isinstance(value, Money) else shorten(plain)
    said["interests"] = shorten(", ".join(fields.interests))
    for language in Language:
        text = fields.text(language)
        said[f"name_{language}"], said[f"care_{language}"] = shorten(text.name), shorten(text.care)
    return said


def _why(record: ProductRecord, wrong: Invalid) -> Message:
    if wrong.field == "name" and not record.name:
        return msg("No product of yours has this code, and the row gives no name for a new one. Fill in the name.")
    return wrong.message
