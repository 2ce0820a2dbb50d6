"""The form of deadlines: for each severity, the worst first, the hours until the answer and until the solution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.complaints import SEVERITY_NAMES, ComplaintKind, Severity
from desktop_app.domain.terms import LONGEST_TERM, Term, Terms
from desktop_app.queries import Shop
from desktop_app.queries.complaint_kinds import kinds
from desktop_app.queries.deadlines import terms
from desktop_app.ui.desk import Desk
from desktop_app.ui.widgets.field import Field, Input
from desktop_app.ui.widgets.form import Form

WORST_FIRST = tuple(reversed(Severity))
_TWO_FROM = 320  # points: answer and solution stand side by side


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """The shop's kinds of complaint and what it set for them."""

    kinds: tuple[ComplaintKind, ...] = ()
    terms: Terms = Terms({})

    def own(self, kind: str) -> bool:
        """Whether a kind has terms of its own."""
        return any(of == kind for of, _ in self.terms.kept)

    @property
    def free(self) -> list[ComplaintKind]:
        """The kinds one may give terms of their own."""
        return [kind for kind in self.kinds if not kind.hidden and not self.own(kind.code)]


def known_terms(shop: Shop) -> KnownTerms:
    """What the card shows."""
    return KnownTerms(kinds(shop), terms(shop))


def terms_form(desk: Desk, known: Terms, kind: str, *, first: Sequence[Field] = ()) -> Form:
    """A form that holds what counts for a kind now; `first` is a choice that stands above it."""
    words = desk.words
    fields, begun = list(first), {field.key: field.choices[0][0] for field in first}
    for severity in WORST_FIRST:
        term, name = known.of(kind, severity), words.say(SEVERITY_NAMES[severity])
        for half, label, hours, group in (
            ("answer_hours", words("Answer within, h"), term.answer_hours, name),
            ("solve_hours", words("Solve within, h"), term.solve_hours, ""),
        ):
            key = f"{severity.value}.{half}"
            fields.append(Field(key, label, Input.NUMBER, low=1, high=LONGEST_TERM, group=group))
            begun[key] = hours
    form = Form(desk.theme, words, fields, today=desk.today(), two_from=_TWO_FROM)
    form.set_value(begun)
    return form


def told_terms(values: Mapping[str, Any]) -> dict[Severity, Term]:
    """The terms of values read from the form."""
    return {
        severity: Term(values[f"{severity.value}.answer_hours"], values[f"{severity.value}.solve_hours"])
        for severity in Severity
    }
