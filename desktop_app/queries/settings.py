"""The shop's settings as they stand; pages, papers and rules read them."""

from __future__ import annotations

import json

from desktop_app.domain.settings import Setting, SettingValues, T
from desktop_app.queries import Shop
from desktop_app.store.tables import SettingTable


def settings(shop: Shop) -> SettingValues:
    """All settings of the shop, each asked for by its declaration: `settings(shop)[SHOP_NAME]`."""
    rows = shop.rows(SettingTable.select(SettingTable.key, SettingTable.value).tuples())
    return SettingValues({key: json.loads(value) for key, value in rows})


def setting(shop: Shop, wanted: Setting[T]) -> T:
    """One setting of the shop; its default where nobody set it."""
    return settings(shop)[wanted]


def setting_rows(shop: Shop) -> dict[str, int]:
    """The ids of the settings that were ever set, by key."""
    return dict(shop.rows(SettingTable.select(SettingTable.key, SettingTable.id).tuples()))
