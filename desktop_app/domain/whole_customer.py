"""A customer with everything that belongs to them, as files of contacts and whole lists take it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.customers import CustomerFields, CustomerId, full_name
from desktop_app.domain.people import KeptDay, Relative


@dataclass(frozen=True, slots=True)
class WholeCustomer:
    """A customer with their own further days and the people around them; words and contacts stand in the fields."""

    id: CustomerId
    fields: CustomerFields
    days: tuple[KeptDay, ...] = ()
    relatives: tuple[Relative, ...] = ()

    @property
    def name(self) -> str:
        """The name to show."""
        return full_name(self.fields)
