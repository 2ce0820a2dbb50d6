"""Money: whole minor units and a currency, never a float; where files and people's typing become amounts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

# ISO 4217: currencies whose minor unit is not a hundredth.
_DIGITS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
}
_MOST_DIGITS = 18  # of minor units, which stay within 64 bits


def digits(currency: str) -> int:
    """How many decimal places a currency has (ISO 4217), 2 for most."""
    return _DIGITS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in minor units (cents) of an ISO 4217 currency."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> Money:
        """An amount in major units; raises ValueError when it is not finite, absurd, or finer than the minor unit."""
        number = Decimal(amount)
        if not number.is_finite():
            raise ValueError(f"not an amount: {amount}")
        if number.adjusted() + digits(currency) >= _MOST_DIGITS:
            raise ValueError(f"{amount} is larger than any amount")
        scaled = number.scaleb(digits(currency))
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{amount} is finer than the minor unit of {currency}")
        return cls(int(scaled), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in major units."""
        return Decimal(self.minor).scaleb(-digits(self.currency))

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other.minor

    def as_json(self) -> dict[str, str]:
        """The form of the command line's contract."""
        return {"amount": str(self.amount), "currency": self.currency}
