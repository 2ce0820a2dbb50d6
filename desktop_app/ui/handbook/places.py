"""Which page of the handbook belongs to which place of the window: one table, from the class of a widget to a page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

PLACE = "handbook"  # the property of a widget whose class is that of many others
PLACES: Mapping[str, str] = {
    # the pages of the sidebar
    "TodayPage": "morning",
    "OrdersPage": "order-steps",
    "CustomersPage": "find-anybody",
    "ComplaintsPage": "complaint-next",
    "MessagesPage": "send-messages",
    "ProductsPage": "products",
    "PaperPage": "other-papers",
    "ImportsPage": "import-orders",
    "SettingsPage": "settings",
    # their records, and what stands on them
    "OrderForm": "order-by-hand",
    "CustomerForm": "customer-parts",
    "PeopleCard": "customer-record",
    "PersonForm": "customer-record",
    "DaysCard": "congratulate",
    "ConsentsCard": "customer-record",
    "NotesCard": "customer-parts",
    "RenewalsCard": "renewals",
    "EntryForm": "take-complaint",
    "ThreadCard": "answer-complaint",
    "ResolveCard": "make-good",
    "CauseCard": "complaint-causes",
    "MappingView": "unknown-table",
    "GuideCard": "where-files-come-from",
    "WatchedCard": "watched-folder",
    "ReadingCard": "unknown-table",
    # the cards of the settings
    "BackupsCard": "yesterdays-shop",
    "BenchCard": "bench-scanner",
    "BookCard": "make-good",
    "CarriersCard": "promises",
    "ChecklistCard": "word-of-the-day",
    "ClosedDaysCard": "promises",
    "ComplaintKindsCard": "complaint-kinds",
    "DeadlinesCard": "deadlines",
    "InboxesCard": "deadlines",
    "PackersCard": "packers",
    "ServerCard": "several-desks",
    "WordCard": "word-of-the-day",
    # dialogs
    "AnswerDialog": "answer-complaint",
    "BegunDialog": "begun-sheets",
    "BookDialog": "make-good",
    "CalibrationDialog": "calibrate",
    "CameOut": "print-again",
    "CardWords": "look-through",
    "Designer": "own-card",
    "EraseDialog": "forget-somebody",
    "FieldList": "words-on-cards",
    "FiguresDialog": "complaint-causes",
    "Following": "print-again",
    "HelpDialog": "start",
    "HistoryDialog": "undo",
    "LateDialog": "late-parcels",
    "MergingDialog": "one-person-twice",
    "MessageDialog": "congratulate",
    "OwnStockDialog": "your-paper",
    "PictureView": "take-complaint",
    "PreviewFrame": "look-through",
    "Question": "own-card",
    "ReadDialog": "send-messages",
    "RestoreDialog": "yesterdays-shop",
    "RunDialog": "print-again",
    "ServerDialog": "several-desks",
    "StocksDialog": "your-paper",
    "TextPicker": "message-texts",
    "TextsDialog": "message-texts",
    # before a shop is open
    "AskPassword": "several-desks",
    "Filling": "start",
    "Notice": "shop-does-not-open",
    "Welcome": "start",
    # the steps of the packing bench
    "MissingStep": "bench-missing",
    "PackerStep": "bench-begin",
    "ParcelStep": "bench-parcel",
    "PinStep": "bench-begin",
    "PrinterStep": "bench-printer",
    "QueueStep": "bench-begin",
    "ReadStep": "bench-begin",
    "TrackingStep": "bench-parcel",
}


def page_for(*places: QWidget | None) -> str:
    """The page for the first of these, or what it stands in, that has one; that of the first start where none has."""
    for place in places:
        while place is not None:
            if place.property(PLACE):
                return str(place.property(PLACE))
            for kind in type(place).__mro__:
                if kind.__name__ in PLACES:
                    return PLACES[kind.__name__]
            place = place.parentWidget()
    return PLACES["Welcome"]
