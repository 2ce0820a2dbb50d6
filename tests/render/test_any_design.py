"""Any design prints any text on any card, or says in words what is wrong with it; the file is always clean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop_app.domain.cards import Side, Template
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import LineDetails, PaperDetails, ShopDetails
from desktop_app.i18n import Message, english
from desktop_app.render.proof import ProofPress, proof
from tests.documents.designed import templates
from tests.render.artwork import logo, photograph, signature
from tests.render.sheets import outside, parcel, run

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "C")), max_size=60)
SIZES = st.sampled_from([(85.0, 55.0), (105.0, 148.0), (148.0, 210.0), (50.0, 20.0)])


class Anything(Mapping[str, bytes]):
    """A shop that has whatever picture it is asked for."""

    def __init__(self, picture: bytes) -> None:
        self._picture = picture

    def __getitem__(self, key: str) -> bytes:
        return self._picture

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


SHOP = ShopDetails(
    "Veikals", logo=logo(), signatures=Anything(signature()), pictures=Anything(photograph((60, 30))),
    colours={"Sarkans": "#C81010"},
)  # fmt: skip
PRESS = ProofPress()


@settings(max_examples=40, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(templates(), TEXTS, SIZES)
def test_any_design_is_shown_in_the_designer(made: Template, text: str, card: tuple[float, float]) -> None:
    for side in Side:
        done = proof(
            made, parcel(1, text, lines=(LineDetails(1, text),)), SHOP, by=text, card=card, side=side, press=PRESS
        )
        assert [one.id for one in done.boxes] == [item.id for item in made.items if item.side is side]
        assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], done.pdf)


@settings(max_examples=25, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(templates(), st.lists(TEXTS, min_size=5, max_size=5))
def test_any_design_is_printed_or_refused_in_words(made: Template, texts: list[str]) -> None:
    orders = [parcel(n, text, lines=(LineDetails(1, text, text),)) for n, text in enumerate(texts)]
    told = _refusal(made, orders)
    assert told is None or english(told)


def _refusal(made: Template, orders: list[PaperDetails]) -> Message | None:
    """Why the whole run was refused; else every order was printed or left out in words, in a clean file."""
    try:
        result, file = run(orders, kind=made.kind, shop=SHOP, by="Inese", designs={made.kind: made}, stock="a6-4up-a4")
    except AppError as refusal:
        return refusal.message
    assert len({card.key for card in result.placed}) + len(result.skipped) == len(orders)
    assert all(english(told.message) for told in result.remarks)
    if file:
        assert "No syntax or stream encoding errors" in outside(["qpdf", "--check", "{}"], file)
    return None
