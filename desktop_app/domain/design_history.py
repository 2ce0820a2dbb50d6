"""The history of a design: every version a person made while the designer is open, taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.cards import Template
from desktop_app.i18n import Message


@dataclass(frozen=True, slots=True)
class Step:
    """A design as it was before something was done, and what that was."""

    template: Template
    title: Message
    merge: str = ""


@dataclass(slots=True)
class History:
    """Undo and redo without end; steps of the same `merge` key that follow each other become one (typing, nudging)."""

    now: Template
    past: list[Step] = field(default_factory=list)
    future: list[Step] = field(default_factory=list)

    def do(self, template: Template, title: Message, *, merge: str = "") -> bool:
        """Go on with a changed design; False when nothing changed."""
        if template == self.now:
            return False
        goes_on = bool(merge) and bool(self.past) and self.past[-1].merge == merge and not self.future
        if not goes_on:
            self.past.append(Step(self.now, title, merge))
        self.future.clear()
        self.now = template
        return True

    def settle(self) -> None:
        """What comes next is a step of its own, whatever its merge key."""
        if self.past and self.past[-1].merge:
            last = self.past[-1]
            self.past[-1] = Step(last.template, last.title)

    def undo(self) -> Message | None:
        """Take back the last step; what it was, None at the beginning."""
        if not self.past:
            return None
        step = self.past.pop()
        self.future.append(Step(self.now, step.title))
        self.now = step.template
        return step.title

    def redo(self) -> Message | None:
        """Do again what was taken back last; what it was, None at the end."""
        if not self.future:
            return None
        step = self.future.pop()
        self.past.append(Step(self.now, step.title))
        self.now = step.template
        return step.title

    @property
    def undo_title(self) -> Message | None:
        """What undo would take back."""
        return self.past[-1].title if self.past else None

    @property
    def redo_title(self) -> Message | None:
        """What redo would do again."""
        return self.future[-1].title if self.future else None
