"""The columns a list of customers may have: for the window, the command line and files."""

from __future__ import annotations

from desktop_app.domain.consents import PURPOSE_NAMES
from desktop_app.domain.customers import CHANNEL_NAMES
from desktop_app.domain.list_columns import CellKind, ListColumn
from desktop_app.domain.settings import SHOP_LANGUAGE
from desktop_app.i18n import msg
from desktop_app.queries.customer_list import CustomerRow

_LANGUAGES = dict(SHOP_LANGUAGE.choices)
_ = ListColumn[CustomerRow]
CUSTOMER_COLUMNS: tuple[ListColumn[CustomerRow], ...] = (
    _("name", msg("Customer"), lambda row: row.name),
    _("given", msg("Given name"), lambda row: row.given),
    _("family", msg("Family name"), lambda row: row.family),
    _("company", msg("Company"), lambda row: row.company),
    _("language", msg("Language"), lambda row: _LANGUAGES[row.language] if row.language else None),
    _("email", msg("E-mail"), lambda row: row.email),
    _("phone", msg("Phone"), lambda row: row.phone),
    _("street", msg("Street"), lambda row: row.street),
    _("town", msg("City"), lambda row: row.city),
    _("postcode", msg("Postcode"), lambda row: row.postcode),
    _("country", msg("Country"), lambda row: row.country),
    _("birthday", msg("Birthday"), lambda row: row.birthday, CellKind.BIRTHDAY),
    _("not_congratulated", msg("Not congratulated"), lambda row: not row.congratulate, CellKind.YES),
    _("deceased", msg("Deceased"), lambda row: row.deceased, CellKind.YES),
    _("extra_care", msg("Extra care with parcels"), lambda row: row.extra_care, CellKind.YES),
    _("channel", msg("Told by"), lambda row: CHANNEL_NAMES[row.channel] if row.channel else None),
    _("tags", msg("Tags"), lambda row: row.tags),
    _("interests", msg("Interests"), lambda row: row.interests),
    _("consents", msg("Consents"), lambda row: tuple(PURPOSE_NAMES[what] for what in row.consents)),
    _("first_order", msg("First order"), lambda row: row.first_order_on, CellKind.DAY),
    _("last_order", msg("Last order"), lambda row: row.last_order_on, CellKind.DAY),
    _("orders", msg("Orders"), lambda row: row.orders, CellKind.NUMBER),
    _("spent", msg("Spent"), lambda row: row.spent, CellKind.MONEY),
    _("id", msg("Customer number"), lambda row: row.id, CellKind.NUMBER),
)
