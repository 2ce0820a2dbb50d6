"""The shop's tables, one file a noun; without a database of their own, so that they serve every shop and engine."""

from desktop_app.store.tables.base import Table
from desktop_app.store.tables.carriers import CarrierTable
from desktop_app.store.tables.complaints import (
    CauseTable,
    ComplaintFileTable,
    ComplaintKindTable,
    ComplaintStepTable,
    ComplaintTable,
    ComplaintTermTable,
    ComplaintWordTable,
    InboxTable,
    RemedyTable,
)
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
from desktop_app.store.tables.messages import MessageTable, MessageTextTable, RenewalTable
from desktop_app.store.tables.orders import LineTable, OrderTable, StepTable
from desktop_app.store.tables.packers import DayWordTable, PackerTable, ReadingTable
from desktop_app.store.tables.packing import ClaimTable, PackingStepTable
from desktop_app.store.tables.people import CongratulationTable, RelativeTable, SpecialDayTable
from desktop_app.store.tables.pictures import PictureTable
from desktop_app.store.tables.prints import PrintItemTable, PrintTable
from desktop_app.store.tables.products import ProductTable, ProductTextTable, ProductWordTable
from desktop_app.store.tables.resolutions import BookPageTable, EnclosureTable, ResolutionTable, VoucherTable
from desktop_app.store.tables.settings import SettingTable
from desktop_app.store.tables.stocks import CalibrationTable, StockTable
from desktop_app.store.tables.templates import TemplateTable, TemplateVersionTable
from desktop_app.store.tables.views import ViewTable

__all__ = [
    "AddressTable",
    "BookPageTable",
    "CalibrationTable",
    "CarrierTable",
    "CauseTable",
    "ChangeTable",
    "ClaimTable",
    "ComplaintFileTable",
    "ComplaintKindTable",
    "ComplaintStepTable",
    "ComplaintTable",
    "ComplaintTermTable",
    "ComplaintWordTable",
    "CongratulationTable",
    "ConsentTable",
    "ContactTable",
    "CustomerTable",
    "CustomerWordTable",
    "DayWordTable",
    "EnclosureTable",
    "FormerKeyTable",
    "ImportTable",
    "InboxTable",
    "JournalTable",
    "LineTable",
    "MessageTable",
    "MessageTextTable",
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
    "RemedyTable",
    "RenewalTable",
    "ResolutionTable",
    "SettingTable",
    "SpecialDayTable",
    "StepTable",
    "StockTable",
    "Table",
    "TemplateTable",
    "TemplateVersionTable",
    "ViewTable",
    "VoucherTable",
    "WordTable",
]
