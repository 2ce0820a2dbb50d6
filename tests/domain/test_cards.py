"""Cards fall into classes of size by their shape, whichever maker they come from."""

from __future__ import annotations

import pytest

from desktop_app.domain.cards import Format, format_of


@pytest.mark.parametrize(
    ("size", "form"),
    [
        ((85, 55), Format.SMALL), ((62, 100), Format.SMALL), ((66.7, 25.4), Format.SMALL),
        ((105, 148), Format.MEDIUM), ((107.95, 139.7), Format.MEDIUM), ((100, 150), Format.MEDIUM),
        ((220, 110), Format.ENVELOPE),
        ((148, 105), Format.WIDE), ((199.6, 143.5), Format.WIDE), ((297, 210), Format.WIDE),
        ((99, 210), Format.TALL),
        ((148, 210), Format.LARGE),
        ((210, 297), Format.PAGE), ((215.9, 279.4), Format.PAGE),
    ],
)  # fmt: skip
def test_a_card_is_of_the_class_its_shape_says(size: tuple[float, float], form: Format) -> None:
    assert format_of(size) is form
