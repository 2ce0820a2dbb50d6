from collections.abc import Iterator

import pytest

from desktop_app.store.connect import Shop, open_shop
from tests.made import TODAY, Counting


@pytest.fixture
def shop(shop_location: str) -> Iterator[Shop]:
    """An open, empty shop on a Friday in November, on each engine."""
    opened = open_shop(shop_location, today=lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture
def counting(shop: Shop) -> Counting:
    """The same shop, counting its statements."""
    return Counting(shop)
