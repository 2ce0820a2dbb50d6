"""The Messages page."""

from desktop_app.ui.pages.messages.page import MessagesPage


def test_a_shop_without_messages_is_told_what_will_stand_here(around):
    page = MessagesPage(around.desk)
    around.show(page)
    assert page.content.is_message
