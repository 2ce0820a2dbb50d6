"""The Complaints page."""

from desktop_app.ui.pages.complaints.page import ComplaintsPage


def test_a_shop_without_complaints_is_told_what_will_stand_here(around):
    page = ComplaintsPage(around.desk)
    around.show(page)
    assert page.content.is_message
