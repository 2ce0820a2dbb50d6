import pytest

from desktop_app.domain.barcodes import barcode_remark, check_digit, tidy_barcode
from desktop_app.i18n import Language, Words


@pytest.mark.parametrize("right", ["96385074", "036000291452", "4006381333931", "4 006381 333931", "40-0638-1333931"])
def test_a_right_number_is_not_remarked_upon(right):
    assert barcode_remark(right) is None


@pytest.mark.parametrize(
    ("wrong", "kind", "digit"),
    [("96385075", "EAN-8", "4"), ("036000291453", "UPC-A", "2"), ("4 006381 333932", "EAN-13", "1")],
)
def test_a_mistyped_one_is_said_with_what_it_should_be(wrong, kind, digit):
    said = Words(Language.EN).say(barcode_remark(wrong))
    assert kind in said
    assert f"end in {digit}" in said


@pytest.mark.parametrize("other", ["", "KR-201", "12345", "01234567890123", "٩٦٣٨٥٠٧٥"])
def test_codes_of_another_kind_are_left_alone(other):
    assert barcode_remark(other) is None


def test_every_single_wrong_digit_is_found():
    code = "4006381333931"
    for place in range(len(code)):
        for digit in "0123456789":
            mistyped = code[:place] + digit + code[place + 1 :]
            assert (barcode_remark(mistyped) is None) == (mistyped == code)
    assert check_digit("400638133393") == "1"


def test_what_is_printed_between_digits_is_taken_out_and_other_codes_stay():
    assert tidy_barcode(" 4 006381-333931 ") == "4006381333931"
    assert tidy_barcode("KR 201-b") == "KR 201-b"
