"""How many working hours the shop gives itself to answer and to solve a complaint, by kind and severity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.complaints import Severity

LONGEST_TERM = 1000  # working hours
OTHERS = ""  # the kind whose terms go for every kind that has none of its own


@dataclass(frozen=True, slots=True)
class Term:
    """How many working hours the shop gives itself for the first answer and for the solution."""

    answer_hours: int
    solve_hours: int


# What counts as long as the shop set no terms.
STARTER_TERMS: Mapping[Severity, Term] = {
    Severity.LOW: Term(9, 45),
    Severity.NORMAL: Term(4, 27),
    Severity.HIGH: Term(2, 9),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a shop by kind and severity, as far as it set any."""

    kept: Mapping[tuple[str, Severity], Term]

    def of(self, kind: str, severity: Severity) -> Term:
        """The term of a kind: its own, else that of all others, else the program's."""
        return self.kept.get((kind, severity)) or self.kept.get((OTHERS, severity)) or STARTER_TERMS[severity]
