"""The one small tree of failures; each carries a sentence that names the thing and the way out."""

from __future__ import annotations

from desktop_app.i18n import Message, english, msg


class AppError(Exception):
    """A failure a person can do something about; `message` is said in the desk's language."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return english(self.message)


class Invalid(AppError):
    """A value that cannot be kept; `field` names the form field it stands in."""

    def __init__(self, field: str, message: Message) -> None:
        super().__init__(message)
        self.field = field


class NotFound(AppError):
    """The record asked for is not in the shop."""


class Conflict(AppError):
    """Somebody or something else changed the same thing first."""


class StoreUnavailable(AppError):
    """The shop's database cannot be reached, opened or written."""


class NoShop(StoreUnavailable):
    """There is no shop at that place yet."""


class PasswordWanted(StoreUnavailable):
    """The server of the shop lets nobody in without a password, or not with the one it was `given`."""

    def __init__(self, message: Message, *, given: bool = False) -> None:
        super().__init__(message)
        self.given = given


class Damaged(StoreUnavailable):
    """The shop's file is not whole any more: a backup is the way out."""


class BadFile(AppError):
    """A file that cannot be used; tells where in it the trouble is (rows and columns as a spreadsheet counts them)."""

    def __init__(
        self,
        message: Message,
        *,
        file: str,
        sheet: str = "",
        row: int | None = None,
        column: str = "",
    ) -> None:
        super().__init__(message)
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column


class DeliveryFailed(AppError):
    """A printer or a mail server did not take what it was given."""


class Stopped(AppError):
    """The person stopped the work; nothing is half done."""


BUG = msg("Something went wrong in Cordial itself. Nothing you entered was harmed; please try again.")
