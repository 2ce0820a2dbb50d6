"""Scenes of answers: a complaint answered, and the texts of messages with their preview."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.complaints import ComplaintId
from desktop_app.domain.message_texts import TextKey
from desktop_app.domain.messages import MessageKind
from desktop_app.ui.pages.complaints.answer import open_answer
from desktop_app.ui.pages.messages.text_picker import field_picker
from desktop_app.ui.pages.messages.texts import open_texts
from tests.gallery.complaint_scenes import recorded
from tests.ui.around import House


def answer(house: House) -> QWidget:
    """The answer to a complaint that came by e-mail, as it is proposed."""
    late = ComplaintId(recorded(house) + 1)
    house.window.navigate("complaints", complaint=int(late))
    house.settle()
    dialog = open_answer(house.window.desk, house.shell, late)
    house.settle()
    return dialog


def texts(house: House) -> QWidget:
    """The texts of messages, one of them as it comes out for an order."""
    house.window.navigate("messages")
    house.settle()
    dialog = open_texts(house.window.desk, house.shell, TextKey(MessageKind.SHIPPED))
    house.settle()
    return dialog


def fields(house: House) -> QWidget:
    """The fields to put into a text."""
    house.window.navigate("messages")
    house.settle()
    picker = field_picker(house.window.desk, house.shell, MessageKind.COMPLAINT, house.window.desk.words.language)
    house.settle()
    return picker
