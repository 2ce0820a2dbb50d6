"""A file on the disk, looked through once: what it is, its fingerprint, its encoding; rows are read afterwards."""

from __future__ import annotations

import hashlib
import io
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import BadFile, Stopped
from desktop_app.domain.text import shorten
from desktop_app.exchange.decode import LONGEST_LINE, TextCheck, undecodable
from desktop_app.exchange.magic import BROKEN_ZIP, HTML, LOCKED, NAMED, Form, Found, what_is
from desktop_app.exchange.page_encoding import page_encoding
from desktop_app.exchange.zip_safety import Inside, damaged, locked
from desktop_app.i18n import msg

Progress = Callable[[int, int], bool]  # bytes done, bytes in all -> go on?
LARGEST_MAIL = 40 << 20  # bytes; no mail server lets more through
_CHUNK = 1 << 20
_BY_LINES = (Form.TEXT, Form.VCARD, Form.CALENDAR)
_LONGEST_PICTURE = 64 << 20  # bytes of a photo that stands in one line of a card
_PIECE = 1 << 18  # bytes between two questions whether to go on


@dataclass(frozen=True, slots=True)
class Examined:
    """What one look through a file told; a text has an encoding, of a workbook the `content` is held instead.

    Cards and calendars are read line by line from `stream`, which stands open while they are. `inside` is what is known
    of a workbook that was found safe already.
    """

    path: Path
    name: str
    sha256: str
    form: Form
    encoding: str = ""
    content: bytes = b""
    stream: HashedFile | None = None
    inside: Inside | None = None

    def lines(self) -> Iterator[str]:
        """The lines of a text that is read from its stream; raises BadFile where its bytes do not fit the encoding."""
        if self.stream is None:
            raise ValueError(f"{self.form} is not read by lines")
        text = io.TextIOWrapper(self.stream, self.encoding)
        row = 0
        try:
            while line := text.readline(LONGEST_LINE):
                row += 1
                yield line
        except UnicodeError as error:
            raise undecodable(self.name, row + 1, self.encoding) from error


def examine(path: Path, *, encoding: str = "") -> Examined:
    """Looks a file through, in the encoding a person chose if any.

    Raises BadFile when it is missing, empty, unreadable, or not what its name says.
    """
    name = path.name
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise BadFile(msg("{file} is a folder. Take the files you want from it.", file=shorten(name)), file=name)
        if not stat.S_ISREG(state.st_mode):
            raise BadFile(msg("{file} is not a file that can be read. Choose another.", file=shorten(name)), file=name)
        if state.st_size == 0:
            raise BadFile(msg("{file} is empty. Export it again.", file=shorten(name)), file=name)
        with path.open("rb") as stream:
            found = what_is(stream.read(4096), path.read_bytes)
            _check_name(name, path.suffix.lower(), found)
            stream.seek(0)
            if found.form is Form.MAIL and state.st_size > LARGEST_MAIL:
                said = msg("{file} is larger than any e-mail. Look whether it is the right file.", file=shorten(name))
                raise BadFile(said, file=name)
            if found.form is Form.HTML:
                content = stream.read()
                letters = page_encoding(content, name, chosen=encoding)
                return Examined(path, name, hashlib.sha256(content).hexdigest(), found.form, letters, content)
            if found.form not in _BY_LINES:
                content = stream.read()
                return Examined(path, name, hashlib.sha256(content).hexdigest(), found.form, content=content)
            digest = hashlib.sha256()
            check = TextCheck(name, encoding, longest=LONGEST_LINE if found.form is Form.TEXT else _LONGEST_PICTURE)
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                check.feed(chunk)
            check.finish()
    except OSError as error:
        raise unreadable(name, error) from error
    return Examined(path, name, digest.hexdigest(), found.form, check.encoding)


def unreadable(name: str, error: OSError) -> BadFile:
    """The failure to tell when the system does not give a file out."""
    if isinstance(error, FileNotFoundError):
        return BadFile(
            msg("There is no file {file}. Look whether it was moved or renamed.", file=shorten(name)), file=name
        )
    return BadFile(
        msg(
            "{file} cannot be read: {reason}. Close it in other programs and look whether you may open it.",
            file=shorten(name),
            reason=error.strerror or type(error).__name__,
        ),
        file=name,
    )


def stopped() -> Stopped:
    """The end of work that the person stopped."""
    return Stopped(msg("The import was stopped. Nothing was written."))


def _check_name(name: str, suffix: str, found: Found) -> None:
    if found is LOCKED:
        raise locked(name)
    if found is BROKEN_ZIP:
        raise damaged(name)
    if found.form is Form.OTHER:
        raise BadFile(
            msg(
                "{file} is {found}. Give a table (CSV, XLSX, XLS or ODS), contacts (VCF), birthdays in a calendar "
                "(ICS) or an e-mail saved as EML.",
                file=shorten(name),
                found=found.label,
            ),
            file=name,
        )
    named = NAMED.get(suffix)
    if named and named.form is not found.form and found is not HTML:  # shops call their pages .xls
        raise BadFile(
            msg(
                "{file} is {found}, not {named}. Give its name the ending {suffix} and try again.",
                file=shorten(name),
                found=found.label,
                named=named.label,
                suffix=found.suffix,
            ),
            file=name,
        )


class HashedFile(io.BufferedIOBase):
    """A file that counts and fingerprints the bytes read from it, and asks after each piece whether to go on."""

    def __init__(self, path: Path, progress: Progress | None = None) -> None:
        super().__init__()
        try:
            self._raw = path.open("rb", buffering=0)
            self._total = path.stat().st_size
        except OSError as error:
            raise unreadable(path.name, error) from error
        self.name = path.name
        self._digest = hashlib.sha256()
        self._progress = progress
        self._done = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read1(self, size: int = -1, /) -> bytes:  # noqa: ARG002  # text layers ask for 8 KB: too many steps
        """Reads the next piece; raises Stopped when the person stopped the work, BadFile when it was pulled away."""
        try:
            piece = self._raw.read(_PIECE) or b""
        except OSError as error:
            raise unreadable(self.name, error) from error
        self._digest.update(piece)
        self._done += len(piece)
        if self._progress and piece and not self._progress(self._done, max(self._total, self._done)):
            raise stopped()
        return piece

    def sha256(self) -> str:
        """The fingerprint of all that was read."""
        return self._digest.hexdigest()

    def close(self) -> None:
        """Closes the file."""
        if not self.closed:
            self._raw.close()
        super().close()
