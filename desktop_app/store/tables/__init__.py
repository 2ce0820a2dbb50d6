"""The shop's tables, one file a noun; without a database of their own, so that they serve every shop and engine."""

from desktop_app.store.tables.base import Table
from desktop_app.store.tables.carriers import CarrierTable
from desktop_app.store.tables.contacts import (
    AddressTable,
    ConsentTable,
    ContactTable,
    CustomerWordTable,
    FormerKeyTable,
    NoteTable,
    NotSameTable,
    WordTable,
)
from desktop_app.store.tables.customers import CustomerTable
from desktop_app.store.tables.imports import ImportTable
from desktop_app.store.tables.journal import ChangeTable, JournalTable
from desktop_app.store.tables.orders import LineTable, OrderTable, StepTable
from desktop_app.store.tables.packers import DayWordTable, PackerTable, ReadingTable
from desktop_app.store.tables.packing import ClaimTable, PackingStepTable
from desktop_app.store.tables.people import CongratulationTable, RelativeTable, SpecialDayTable
from desktop_app.store.tables.pictures import PictureTable
from desktop_app.store.tables.prints import PrintItemTable, PrintTable
from desktop_app.store.tables.products import ProductTable, ProductTextTable, ProductWordTable
from desktop_app.store.tables.settings import SettingTable
from desktop_app.store.tables.stocks import CalibrationTable, StockTable
from desktop_app.store.tables.templates import TemplateTable, TemplateVersionTable
from desktop_app.store.tables.views import ViewTable

__all__ = [
    "AddressTable",
    "CalibrationTable",
    "CarrierTable",
    "ChangeTable",
    "ClaimTable",
    "CongratulationTable",
    "ConsentTable",
    "ContactTable",
    "CustomerTable",
    "CustomerWordTable",
    "DayWordTable",
    "FormerKeyTable",
    "ImportTable",
    "JournalTable",
    "LineTable",
    "NotSameTable",
    "NoteTable",
    "OrderTable",
    "PackerTable",
    "PackingStepTable",
    "PictureTable",
    "PrintItemTable",
    "PrintTable",
    "ProductTable",
    "ProductTextTable",
    "ProductWordTable",
    "ReadingTable",
    "RelativeTable",
    "SettingTable",
    "SpecialDayTable",
    "StepTable",
    "StockTable",
    "Table",
    "TemplateTable",
    "TemplateVersionTable",
    "ViewTable",
    "WordTable",
]
