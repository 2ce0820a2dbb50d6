"""The shop's carriers: who brings the parcels, in how many working days, and where a parcel is followed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.domain.carriers import (
    LONGEST_NAME,
    MOST_DAYS,
    SUGGESTED,
    Carrier,
    CarrierFields,
    carrier_key,
    country_days,
    country_days_text,
)
from desktop_app.queries.carriers import carriers
from desktop_app.ui.desk import Desk
from desktop_app.ui.pages.customers.record_card import RecordCard
from desktop_app.ui.pages.orders.wording import joined
from desktop_app.ui.theme.tokens import SPACE_2, SPACE_3, SPACE_4
from desktop_app.ui.widgets.buttons import small
from desktop_app.ui.widgets.detail_row import DetailRow
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.form_dialog import FormDialog


class CarriersCard(RecordCard):
    """Changes at once, each a step of Undo; `refresh` asks who they are."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, desk.words("Carriers"), desk.words("working days to the door, links"), parent=parent)
        self.shown: tuple[Carrier, ...] = ()
        self.add_button = small(self.words("Add"), lambda: self.add(CarrierFields("")))
        self.add_button.setAccessibleName(self.words("Add a carrier"))
        self.add_to_head(self.add_button)

    def refresh(self) -> None:
        """Ask for the carriers."""
        self.desk.work.ask(carriers, then=self._show, owner=self, latest="carriers")

    def add(self, begun: CarrierFields) -> None:
        """Ask for a new carrier, begun with what is suggested."""
        from desktop_app.actions.carriers import add_carrier

        dialog = self._dialog(self.words("New carrier"), begun)
        dialog.saved.connect(lambda values: self._keep(dialog, values, add_carrier))
        dialog.open()

    def edit(self, carrier: Carrier) -> None:
        """Ask for other days or another link; what was promised stays."""
        from desktop_app.actions.carriers import edit_carrier, remove_carriers

        remove = (self.words("Remove"), partial(self.change, remove_carriers, [carrier.id]))
        dialog = self._dialog(self.words("Change a carrier"), carrier.fields, remove=remove)
        dialog.saved.connect(lambda values: self._keep(dialog, values, edit_carrier, carrier.id, carrier.version))
        dialog.open()

    def _dialog(self, title: str, fields: CarrierFields, **more: Any) -> FormDialog:
        words = self.words
        form = Form(
            self.desk.theme, words,
            [
                Field("name", words("Name"), wide=True, help=words("As it stands in your orders.")),
                Field(
                    "days", words("Working days to the door"), Input.NUMBER, high=MOST_DAYS, empty=True,
                    hint=words("not known"), help=words("In your own country, and where nothing else is said."),
                ),
                Field(
                    "countries", words("Other countries"), hint="EE 2, DE 5", check=country_days,
                    help=words("Each with its working days."),
                ),
                Field(
                    "link", words("Link to follow a parcel"), wide=True, hint="https://post.example/track/{number}",
                    help=words("With {number} where the tracking number goes.", number="{number}"),
                ),
            ],
            today=self.desk.today(),
        )  # fmt: skip
        form.set_value(
            {"name": fields.name[:LONGEST_NAME], "days": fields.days, "link": fields.link,
             "countries": country_days_text(fields.countries)}
        )  # fmt: skip
        line = words("Orders that have their promise keep it.")
        return FormDialog(self.desk.theme, words, self.window(), title=title, form=form, line=line, **more)

    def _keep(self, dialog: FormDialog, values: dict[str, Any], action: Any, *args: Any) -> None:
        fields = CarrierFields(values["name"], values["link"], values["days"], country_days(values["countries"]))
        self.change(action, *args, fields, dialog=dialog)

    def _show(self, found: Sequence[Carrier]) -> None:
        self.shown = tuple(found)
        rows: list[QWidget] = [self._row(one) for one in found]
        known = {carrier_key(one.fields.name) for one in found}
        begun = [one for one in SUGGESTED if carrier_key(one.name) not in known]
        if begun:
            rows.append(self._suggestions(begun))
        none = self.words("Without a carrier’s days no day of delivery is promised.")
        self.fill(rows, note="" if found else none)

    def _row(self, one: Carrier) -> DetailRow:
        words, fields = self.words, one.fields
        days = words.n("{n} working day", "{n} working days", fields.days) if fields.days is not None else ""
        link = words("parcels can be followed") if fields.link else ""
        detail = joined(days, country_days_text(fields.countries), link)
        row = DetailRow(self.desk.theme, fields.name, detail, change=words("Change"))
        row.opened.connect(lambda: self.edit(one))
        return row

    def _suggestions(self, begun: Sequence[CarrierFields]) -> QWidget:
        """Buttons that begin a carrier with what is usual for it in Latvia."""
        row = QWidget()
        flow = FlowLayout(row, space=SPACE_2)
        flow.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        for one in begun:
            button = small(f"+ {one.name}", partial(self.add, one), tip=self.words("Look over what is suggested"))
            button.setAccessibleName(self.words("Add {name}", name=one.name))
            flow.addWidget(button)
        return row
