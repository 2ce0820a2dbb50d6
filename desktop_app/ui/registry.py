"""The pages of the sidebar in their order; each is imported and made only when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.i18n import Message, msg

if TYPE_CHECKING:
    from desktop_app.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its name for navigate(), its words, its icon, and how to get its class."""

    name: str
    title: Message
    icon: str
    load: Callable[[], type[Page]]


def _today() -> type[Page]:
    from desktop_app.ui.pages.today.page import TodayPage

    return TodayPage


def _orders() -> type[Page]:
    from desktop_app.ui.pages.orders.page import OrdersPage

    return OrdersPage


def _customers() -> type[Page]:
    from desktop_app.ui.pages.customers.page import CustomersPage

    return CustomersPage


def _complaints() -> type[Page]:
    from desktop_app.ui.pages.complaints.page import ComplaintsPage

    return ComplaintsPage


def _messages() -> type[Page]:
    from desktop_app.ui.pages.messages.page import MessagesPage

    return MessagesPage


def _products() -> type[Page]:
    from desktop_app.ui.pages.products.page import ProductsPage

    return ProductsPage


def _paper() -> type[Page]:
    from desktop_app.ui.pages.paper.page import PaperPage

    return PaperPage


def _imports() -> type[Page]:
    from desktop_app.ui.pages.imports.page import ImportsPage

    return ImportsPage


def _settings() -> type[Page]:
    from desktop_app.ui.pages.settings.page import SettingsPage

    return SettingsPage


ENTRIES: tuple[Entry, ...] = (
    Entry("today", msg("Today"), "today", _today),
    Entry("orders", msg("Orders"), "orders", _orders),
    Entry("customers", msg("Customers"), "customers", _customers),
    Entry("complaints", msg("Complaints"), "complaint", _complaints),
    Entry("messages", msg("Messages"), "message", _messages),
    Entry("products", msg("Products"), "products", _products),
    Entry("paper", msg("Paper"), "paper", _paper),
    Entry("imports", msg("Import"), "import", _imports),
    Entry("settings", msg("Settings"), "settings", _settings),
)
