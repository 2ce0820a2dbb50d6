"""A record in its panel: loaded with its version, saved by one action, a conflict shown instead of overwritten.

A subclass says how a record is fetched, which values its form shows, and which actions keep it; only Save saves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.changes import Changes
from desktop_app.domain.customers import CustomerId
from desktop_app.domain.errors import AppError, Conflict, NotFound
from desktop_app.i18n import msg
from desktop_app.queries.changes import who_did
from desktop_app.ui.desk import Desk
from desktop_app.ui.theme.tokens import Tone
from desktop_app.ui.widgets.buttons import quiet
from desktop_app.ui.widgets.form import Form
from desktop_app.ui.widgets.record_panel import RecordPanel


class Record(RecordPanel):
    """`created(id)` is emitted when a new record was kept; `record_id` is 0 while one is begun."""

    created = Signal(int)

    def __init__(
        self, desk: Desk, form: Form, *, delete: Callable[[list[int]], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, desk.words, parent=parent)
        self.desk = desk
        self.words = desk.words
        self.record_id = 0
        self.version = 0
        self._asked = 0
        self._focus_waits = False  # for the record that is on its way
        self._deleted = 0  # the record its own button was to delete
        self._delete = delete
        self._held: dict[str, Any] | None = None  # what was typed while theirs is looked at
        self._sent: dict[str, Any] | None = None  # what is on its way to be kept
        self.set_form(form)
        self.delete_button = quiet(desk.words("Remove"), self._press_delete)
        self.add_button(self.delete_button)
        self.saved.connect(self._keep)

    # What a subclass says.

    def fetch(self, record_id: int) -> Callable[[Any], Any]:
        """A lookup `fn(shop)` for everything the panel shows of a record; what it returns has `.id` and `.version`."""
        raise NotImplementedError

    def show_values(self, found: Any) -> None:
        """Load the form and the rest of the panel from what was fetched (None: a new record)."""
        raise NotImplementedError

    def keep_new(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Ask for the adding action; `then` gets (id, Changes)."""
        raise NotImplementedError

    def keep_edited(self, values: dict[str, Any], then: Callable[[Any], object]) -> None:
        """Ask for the editing action with `record_id` and `version`."""
        raise NotImplementedError

    def started(self, customer: CustomerId | None) -> None:
        """Ask for what a new record starts from, where that is not just an empty form."""

    def same_words(self, _found: Any) -> bool:
        """Whether what the form was loaded from is kept so still, though something else of the record is another."""
        return False

    def show_part(self, _key: str) -> None:
        """Show a part of the record, where it has parts."""

    def show_rest(self, found: Any) -> None:
        """Show what stands beside the form; what is typed stays."""

    # What happens with it.

    @property
    def asked(self) -> int:
        """The record that is shown, or on its way here; 0 while a new one is begun."""
        return self._asked

    @property
    def can_save(self) -> bool:
        """Whether Save would keep anything; a new record always asks for what it needs."""
        return not self.record_id or super().can_save

    def show_record(self, record_id: int) -> None:
        """Show a record; what was shown stays until it is here."""
        self._asked = record_id
        self._held = None
        self._look_up(then=self._load, failed=self._missing)

    def begin(self, *, customer: CustomerId | None = None) -> None:
        """Begin a new record, perhaps one of a customer's."""
        self.record_id = self.version = self._asked = 0
        self.delete_button.hide()
        self.banner.dismiss()
        self.show_values(None)
        self.order_stops()
        self.to_top()
        self.renew_save()
        self.started(customer)

    def look_again(self) -> None:
        """Something changed: show what is kept now, or say so where a person is typing."""
        if self.record_id and self._asked == self.record_id:
            self._look_up(then=self._meanwhile, failed=self._not_found)

    def take_focus(self) -> None:
        """Put the keyboard into the first field, once the record is here: an empty form would take it for a new one."""
        self._focus_waits = self._asked != self.record_id
        if self.form is not None and not self._focus_waits:
            self.form.focus_first()

    def refuse(self, error: AppError) -> None:
        """Of two who changed the same both ways on are offered; the rest is said at its field or above the form."""
        self._sent = None
        if isinstance(error, Conflict) and self.record_id:
            self._say_conflict(self._words.say(error.message))
        else:
            super().refuse(error)

    def load_newer(self) -> None:
        """Show the record as it is kept now; what was typed is held, and offered back."""
        if self.form is not None:
            self._held = self.form.typed() if self.form.dirty else None
            self.form.mark_clean()
        self.banner.dismiss()
        held = self._held
        self.show_record(self.record_id)
        self._held = held

    def keep_mine(self) -> None:
        """Keep what is typed over what the other one wrote."""
        self.banner.dismiss()
        self._look_up(then=self._keep_over, failed=self._missing)

    def _keep_over(self, found: Any) -> None:
        self._typed_on(found)
        self.save()

    def _say_conflict(self, said: str) -> None:
        self.banner.say(
            said, Tone.WARN,
            ways=((self.words("Keep mine"), self.keep_mine), (self.words("See theirs"), self.load_newer)),
        )

    def _offer_back(self) -> None:
        """Theirs is shown; what was typed before can stand there again."""
        held, self._held = self._held, None
        form = self.form
        if held is None or form is None:
            return
        said = self.words("This is how it is kept now. What you typed is held here until you leave.")
        back = (self.words("Back to what I typed"), lambda: form.type_again(held))
        self.banner.say(said, Tone.MUTED, ways=(back,))

    def _look_up(self, *, then: Callable[[Any], object], failed: Callable[[AppError], object]) -> None:
        self.desk.work.ask(
            self.fetch(self._asked), then=then, failed=failed, owner=self, latest=f"record {id(self)}"
        )

    def _load(self, found: Any) -> None:
        if int(found.id) != self._asked:
            return
        other = self.record_id != int(found.id)
        self.record_id, self.version = int(found.id), found.version
        self.delete_button.show()
        self.banner.dismiss()
        self.show_values(found)
        self.order_stops()
        if other:
            self.to_top()
        self._offer_back()
        if self._focus_waits:
            self.take_focus()

    def _keep(self, values: dict[str, Any]) -> None:
        if self._sent is not None:  # a second press before the answer would add the same twice
            return
        if self.record_id:
            self.keep_edited(values, self._was_kept)
        else:
            self.keep_new(values, self._was_added)
        self._sent = self.form.raw() if self.form is not None else {}

    def _was_kept(self, done: Changes) -> None:
        sent, self._sent = self._sent, None
        if self.form is not None and self.form.raw() != sent:
            self._look_up(then=self._typed_on, failed=self._missing)
        else:
            self.kept()
            self.show_record(self.record_id)
        self.desk.tell_done(done, msg("Saved"))

    def _was_added(self, answer: tuple[int, Changes]) -> None:
        self._sent = None
        self.kept()
        self.created.emit(int(answer[0]))
        self.desk.tell_done(answer[1], msg("Saved"))

    def _typed_on(self, found: Any) -> None:
        """What was typed while the rest was being kept stays, as a change of what is kept now."""
        if int(found.id) == self._asked:
            self.version = found.version
            self.show_rest(found)

    def _meanwhile(self, found: Any) -> None:
        if int(found.id) != self._asked:
            return
        if self.form is None or not self.form.dirty:
            self._load(found)
        elif self.same_words(found):
            self.version = found.version
            self.show_rest(found)
        elif found.version != self.version:
            self.desk.work.ask(who_did, found.version, then=self._say_meanwhile, owner=self)

    def _say_meanwhile(self, who: str) -> None:
        if who and who not in self.desk.settings.names:
            said = self.words("{who} changed this meanwhile. What you typed is not saved yet.", who=who)
        else:
            said = self.words("This was changed meanwhile. What you typed is not saved yet.")
        self._say_conflict(said)

    def _not_found(self, error: AppError) -> None:
        """Look again did not find it; what a person typed stays to be read, or copied, until they close it."""
        if not isinstance(error, NotFound):
            return  # the shop is away for a moment, which is said where something was asked for
        if self.unsaved and self._deleted != self.record_id:
            self.banner.say(self.words("This record was removed meanwhile. What you typed is not saved."), Tone.WARN)
        else:
            self._vanished()

    def _press_delete(self) -> None:
        self._deleted = self.record_id
        self._delete([self.record_id])

    def _missing(self, error: AppError) -> None:
        self._vanished()
        self.desk.tell(error)

    def _vanished(self) -> None:
        """The record is gone (deleted, an import undone): nothing is left to show."""
        if self.form is not None:
            self.form.mark_clean()
        self.record_id = self._asked = 0
        self.closed.emit()
