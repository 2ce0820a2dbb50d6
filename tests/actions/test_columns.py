from desktop_app.actions.columns import LINE_COLUMNS, customer_columns, line_rows, order_columns, product_columns
from desktop_app.domain.customers import CustomerFields
from desktop_app.domain.money import Money
from desktop_app.domain.orders import Line, OrderFields
from desktop_app.domain.products import ProductFields
from desktop_app.store.tables import CustomerTable, LineTable, OrderTable, ProductTable


def fields_of(table):
    return set(table._meta.fields)


def test_every_column_is_one_of_its_table():
    assert set(customer_columns(CustomerFields(), "LV")) <= fields_of(CustomerTable)
    assert set(order_columns(OrderFields("1"))) <= fields_of(OrderTable)
    assert set(product_columns(ProductFields())) <= fields_of(ProductTable)
    assert set(LINE_COLUMNS) <= fields_of(LineTable)


def test_lines_are_numbered_from_one():
    rows = line_rows(7, [Line("Cup", 2, "K", Money(5, "EUR"), Money(10, "EUR")), Line("Tea")])
    assert rows == [(7, 1, None, "K", "Cup", 2, 5, 10, None, 0), (7, 2, None, "", "Tea", 1, None, None, None, 0)]


def test_numbers_follow_the_shops_country():
    assert customer_columns(CustomerFields(phone="8 912 345 67 89"), "RU")["phone_key"] == "9123456789"
