"""All readers under the kinds of file they read; each stands in its platform's own module."""

from __future__ import annotations

from desktop_app.domain.file_kinds import FileKind
from desktop_app.exchange import (
    amazon_all_orders,
    amazon_orders,
    bitrix_orders,
    calendar_birthdays,
    ebay_orders,
    etsy_items,
    etsy_orders,
    google_contacts,
    magento_customers,
    mail,
    mailchimp_contacts,
    outlook_contacts,
    own_complaints,
    own_customers,
    own_orders,
    ozon_postings,
    prestashop_addresses,
    prestashop_customers,
    shopify_customers,
    shopify_orders,
    squarespace_orders,
    thunderbird_contacts,
    tilda_contacts,
    tilda_leads,
    vcard,
    wildberries_sales,
    wix_orders,
    woocommerce_analytics,
    woocommerce_items,
    woocommerce_orders,
)
from desktop_app.exchange.headings import Headings
from desktop_app.exchange.magic import Form
from desktop_app.exchange.mapping import MAPPED_READERS
from desktop_app.exchange.reader import DocumentReader, Reader

# Asked in this sequence: where one file bears the marks of two platforms, the one with more of them stands first.
_PLATFORMS = (
    squarespace_orders.READER,
    shopify_orders.READER,
    shopify_customers.READER,
    woocommerce_items.READER,
    ozon_postings.READER,
    bitrix_orders.READER,
    wildberries_sales.READER,
    tilda_leads.READER,
    tilda_contacts.READER,
    woocommerce_orders.READER,
    woocommerce_analytics.READER,
    prestashop_customers.READER,
    prestashop_addresses.READER,
    magento_customers.READER,
    wix_orders.READER,
    ebay_orders.READER,
    etsy_items.READER,
    etsy_orders.READER,
    amazon_orders.READER,
    amazon_all_orders.READER,
    google_contacts.READER,
    thunderbird_contacts.READER,
    outlook_contacts.READER,
    mailchimp_contacts.READER,
    own_orders.READER,
    own_customers.READER,
    own_complaints.READER,
)
READERS: dict[FileKind, Reader] = {reader.kind: reader for reader in (*_PLATFORMS, *MAPPED_READERS)}
_DOCUMENTS = (mail.READER, vcard.READER, calendar_birthdays.READER)
DOCUMENTS: dict[Form, DocumentReader] = {reader.form: reader for reader in _DOCUMENTS}


def reader_for(headings: Headings) -> Reader | None:
    """The reader whose marks these headings bear; None for a table of no platform that is read by itself."""
    return next((reader for reader in _PLATFORMS if reader.knows(headings)), None)
