from __future__ import annotations

from typing import Any

import pytest

from desktop_app.domain.contact import checked_phone
from desktop_app.domain.customers import Contact, ContactKind
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Words
from desktop_app.ui.pages.customers.contact_rows import ContactRow
from desktop_app.ui.theme.theme import Theme


@pytest.fixture
def row(theme: Theme, qtbot: Any) -> ContactRow:
    made = ContactRow(theme, Words(), lambda typed: checked_phone(typed, "LV"))
    qtbot.addWidget(made)
    return made


def test_what_is_shown_is_read_back_and_a_blank_row_is_nothing(row: ContactRow) -> None:
    assert (row.value(), row.raw()) == (None, None)
    contact = Contact(ContactKind.MESSENGER, "@anna", "Telegram")
    row.set_value(contact)
    assert row.value() == contact


@pytest.mark.parametrize(
    ("kind", "typed"), [(ContactKind.EMAIL, "a@@b.lv"), (ContactKind.EMAIL, "a@b.lv c@d.lv"), (ContactKind.PHONE, "12")]
)
def test_what_reaches_nobody_is_refused_and_marked_until_it_is_another(
    row: ContactRow, kind: ContactKind, typed: str
) -> None:
    row.set_value(Contact(kind, typed))
    assert not row.text.property("wrong")
    with pytest.raises(Invalid) as wrong:
        row.value()
    assert wrong.value.field == "contacts"
    assert row.text.property("wrong")
    row.text.edited.emit()
    assert not row.text.property("wrong")


def test_a_messenger_is_nobodys_first_way(row: ContactRow) -> None:
    row.set_value(Contact(ContactKind.MESSENGER, "@anna"))
    assert not row._first.isEnabled()
    row.set_value(Contact(ContactKind.PHONE, "26123456"))
    assert row._first.isEnabled()


@pytest.mark.parametrize(("width", "lines"), [(300, 2), (380, 2), (700, 1)])
def test_an_address_can_be_read_however_narrow_the_panel_is(row: ContactRow, width: int, lines: int) -> None:
    row.resize(width, row.heightForWidth(width))
    row.show()
    assert row.text.width() >= 140
    assert row.label.width() >= 130
    assert len({box.y() for box in (row.kind, row.text, row.label)}) == lines
    boxes = [box.geometry() for box in (row.kind, row.text, row.label, row._first)]
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])
    assert all(row.rect().contains(box) for box in boxes)
