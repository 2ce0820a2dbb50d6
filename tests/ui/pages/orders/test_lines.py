"""The articles of an order as Qt sees them."""

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line
from desktop_app.domain.products import ProductId
from desktop_app.i18n import Language, Words
from desktop_app.ui.pages.orders.lines import Col, LinesModel

SCARF = Line("Linen scarf", 2, "LN-1", Money(1250, "EUR"), Money(2500, "EUR"))


@pytest.fixture
def model(qapp):
    made = LinesModel(Words())
    made.set_lines([SCARF, Line("Mug")], "EUR")
    return made


def cells(model: LinesModel, row: int) -> list[str]:
    return [model.data(model.index(row, column)) for column in Col]


def test_the_model_keeps_qts_rules(model, qtmodeltester):
    qtmodeltester.check(model)
    model.setData(model.index(2, Col.NAME), "Ribbon")
    model.remove(0)
    qtmodeltester.check(model)


def test_a_line_is_shown_with_what_is_known(model):
    assert cells(model, 0) == ["2 ×", "Linen scarf", "LN-1", "12.50", "", "25.00"]
    assert cells(model, 1) == ["1 ×", "Mug", "", "", "", ""]
    assert cells(model, 2) == ["", "Add an article…", "", "", "", ""]


def test_the_total_follows_pieces_and_price(model):
    model.setData(model.index(0, Col.PIECES), "3")
    assert model.lines()[0].total == Money(3750, "EUR")
    model.setData(model.index(1, Col.PRICE), "4,20")
    assert model.lines()[1].total == Money(420, "EUR")


def test_a_discount_is_an_amount_or_a_share_of_the_line(model):
    model.setData(model.index(0, Col.LESS), "2,50")
    assert (model.lines()[0].discount, model.lines()[0].total) == (Money(250, "EUR"), Money(2250, "EUR"))
    assert cells(model, 0)[-2:] == ["−2.50", "22.50"]
    model.setData(model.index(0, Col.LESS), "10 %")
    assert (model.lines()[0].discount, model.lines()[0].total) == (Money(250, "EUR"), Money(2250, "EUR"))
    model.setData(model.index(0, Col.LESS), "")
    assert (model.lines()[0].discount, model.lines()[0].total) == (None, Money(2500, "EUR"))


def test_a_piece_more_of_the_same_article_goes_to_its_line(model):
    mug = Line("Mug", 1, "MG", Money(900, "EUR"), product=ProductId(7))
    assert (model.add(mug), model.add(mug)) == (2, 2)
    assert (model.lines()[2].quantity, model.lines()[2].total) == (2, Money(1800, "EUR"))
    assert model.add(Line("Gift wrap")) == 3
    assert model.add(Line("Gift wrap")) == 4


def test_amounts_go_into_another_currency_by_their_figures(model):
    model.say_in("USD")
    assert (model.currency, model.lines()[0].total) == ("USD", Money(2500, "USD"))
    with pytest.raises(ValueError, match="finer"):
        model.say_in("JPY")
    assert model.currency == "USD"


def test_only_the_name_of_the_empty_row_and_no_total_can_be_edited(model):
    editable = [
        [bool(model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable) for column in Col] for row in (0, 2)
    ]
    assert editable == [
        [True, True, True, True, True, False], [False, True, False, False, False, False],
    ]


def test_it_tells_only_what_a_person_changed(model, qtbot):
    with qtbot.assertNotEmitted(model.edited):
        model.set_lines([SCARF], "EUR")
        model.setData(model.index(0, Col.NAME), "Linen scarf")
    with qtbot.waitSignal(model.edited):
        model.setData(model.index(0, Col.NAME), "Wool scarf")


@pytest.mark.parametrize(
    ("column", "text"), [(Col.PIECES, "0"), (Col.PIECES, "many"), (Col.PRICE, "1.234"), (Col.PRICE, "x"),
     (Col.LESS, "26"), (Col.LESS, "101 %")]
)
def test_what_does_not_fit_is_refused_and_the_line_stays(model, qtbot, column, text):
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(model.index(0, column), text)
    assert refused.args == [text]
    assert model.lines()[0] == SCARF


def test_amounts_have_the_sign_of_the_language(qapp):
    made = LinesModel(Words(Language.LV))
    made.set_lines([SCARF], "EUR")
    assert cells(made, 0)[-3:] == ["12,50", "", "25,00"]
