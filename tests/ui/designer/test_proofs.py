"""Proofs come one at a time, the newest last; closer in only the picture is made anew."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage

from desktop_app.domain.cards import Format, Side, Template
from desktop_app.domain.design import CARDS
from desktop_app.domain.design_new import Thing
from desktop_app.domain.design_samples import Sample, sample
from desktop_app.domain.design_seen import SeenPage
from desktop_app.domain.errors import Invalid
from desktop_app.i18n import Language, msg
from desktop_app.ui.designer.proofs import Proofs, Wanted
from tests.domain.designs import with_things
from tests.made import TODAY
from tests.ui.pages.around import Around

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 315 436]>>endobj\ntrailer<</Root 1 0 R>>\n"
)
DETAILS = sample(Sample.USUAL, Language.EN, today=TODAY, qr="1")


def wanted(template: Template, scale: float = 2.0) -> Wanted:
    form = Format.MEDIUM
    return Wanted(template, DETAILS, CARDS[form], form, Side.FRONT, Language.EN, scale)


class Maker:
    """Lays nothing out, and notes what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[Wanted] = []

    def __call__(self, asked: Wanted) -> SeenPage:
        self.asked.append(asked)
        if not asked.template.items:
            raise Invalid("design", msg("There is nothing on it."))
        return SeenPage(PDF, asked.form, asked.side, asked.card, 3.0, {})


@pytest.fixture
def proofs(around: Around) -> Any:
    maker = Maker()
    made = Proofs(around.work, maker)
    made.maker = maker  # type: ignore[attr-defined]
    yield made
    made.close()


def settle(around: Around, proofs: Proofs) -> None:
    around.qtbot.waitUntil(lambda: not proofs.under_way, timeout=10_000)


def test_of_many_wishes_the_newest_is_made(around: Around, proofs: Any) -> None:
    came: list[tuple[SeenPage, QImage]] = []
    proofs.came.connect(lambda page, image: came.append((page, image)))
    designs = [with_things(*[Thing.AREA] * n) for n in range(1, 9)]
    for design in designs:
        proofs.want(wanted(design))
    settle(around, proofs)
    assert [asked.template for asked in proofs.maker.asked] == [designs[-1]]
    assert came[0][1].width() == 222


def test_closer_in_nothing_is_laid_out_anew(around: Around, proofs: Any) -> None:
    came: list[int] = []
    proofs.came.connect(lambda _, image: came.append(image.width()))
    design = with_things(Thing.AREA)
    for scale in (2.0, 4.0, 4000.0):
        proofs.want(wanted(design, scale))
        settle(around, proofs)
    assert len(proofs.maker.asked) == 1
    assert came[:2] == [222, 444]
    assert came[2] < 3000


def test_a_design_that_cannot_be_laid_out_is_told_and_the_next_is_made(around: Around, proofs: Any) -> None:
    failed: list[Invalid] = []
    came: list[object] = []
    proofs.failed.connect(failed.append)
    proofs.came.connect(lambda page, _: came.append(page))
    proofs.want(wanted(with_things()))
    settle(around, proofs)
    proofs.want(wanted(with_things(Thing.AREA)))
    settle(around, proofs)
    assert (len(failed), len(came)) == (1, 1)
