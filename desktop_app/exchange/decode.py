"""From bytes to text: byte order mark, strict UTF-8, or a guess that the preview shows and the owner may switch."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from desktop_app.domain.errors import BadFile, Invalid
from desktop_app.domain.text import shorten
from desktop_app.exchange.likely_encoding import likely_encoding
from desktop_app.i18n import Message, msg

OFFERED = (
    "utf-8",
    "cp1257",
    "cp1251",
    "cp1252",
    "utf-16",
    "cp1250",
    "iso8859-13",
    "koi8-r",
    "cp866",
    "cp775",
    "mac-cyrillic",
    "cp932",
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
LONGEST_LINE = 1 << 20  # bytes of a row of a table
_ENOUGH = 3  # lines in UTF-8 prove that a file is written in it
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


class TextCheck:
    """Looks along the bytes of a text file, piece by piece, and tells its encoding; raises BadFile where none can fit.

    With an encoding that a person chose nothing is guessed: reading tells whether it fits.
    """

    def __init__(self, file: str, chosen: str = "", *, longest: int = LONGEST_LINE) -> None:
        self.file = file
        self._longest = longest
        self.encoding = ""
        self._marked = check_encoding(chosen) if chosen else ""
        self._chosen = bool(chosen)
        self._begun = False
        self._lines = 0
        self._rest = b""
        self._sample = bytearray()
        self._good = 0  # lines with letters beyond ASCII that are UTF-8
        self._bad = 0
        self._first_bad: tuple[int, bytes] | None = None
        self._blank = True

    def feed(self, chunk: bytes) -> None:
        """The next piece of the file."""
        if not self._begun:
            self._begun = True
            self._begin(chunk)
        if self._blank and chunk.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
            self._blank = False
        if self._chosen or self._marked.startswith(("utf-16", "utf-32")):
            return
        at = chunk.find(b"\x00")
        if at >= 0:
            raise damaged(self.file, self._lines + chunk.count(b"\n", 0, at) + 1)
        if chunk.isascii() and not self._rest:
            self._lines += chunk.count(b"\n") or chunk.count(b"\r")
            return
        data = self._rest + chunk
        end = max(data.rfind(b"\n"), data.rfind(b"\r", 0, len(data) - 1)) + 1
        if not end and len(data) > self._longest:
            said = msg(
                "the row is longer than a million letters, so this is no table. Look whether it is the right file"
            )
            raise at_row(self.file, self._lines + 1, said)
        self._rest = data[end:]
        self._count_lines(data[:end])

    def finish(self) -> None:
        """The end of the file: settles the encoding."""
        if self._blank:
            raise BadFile(msg("{file} is empty. Export it again.", file=shorten(self.file)), file=self.file)
        self._count_lines(self._rest)
        self._rest = b""
        if self._bad:
            self._refuse_mixed()
        if self._marked:
            if self._bad and self._first_bad:
                raise undecodable(self.file, self._first_bad[0], "UTF-8")
            self.encoding = self._marked
        else:
            self.encoding = _guess(bytes(self._sample)) if self._bad else "utf-8"

    def _begin(self, chunk: bytes) -> None:
        if self._chosen:
            if self._marked == "utf-8" and chunk.startswith(codecs.BOM_UTF8):
                self._marked = "utf-8-sig"
            return
        for mark, name in _MARKS:
            if chunk.startswith(mark):
                self._marked = name
                return
        head = chunk[:2048]
        pairs = len(head) // 2
        if head[1::2].count(0) > pairs * 0.4:
            self._marked = "utf-16-le"
        elif head[0::2].count(0) > pairs * 0.4:
            self._marked = "utf-16-be"

    def _count_lines(self, data: bytes) -> None:
        if len(self._sample) >= _SAMPLE:
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                pass  # line by line, to tell which row it is
            else:
                self._lines += data.count(b"\n") or data.count(b"\r")
                self._good += 0 if data.isascii() else _ENOUGH
                return
        for line in data.splitlines():
            self._lines += 1
            if line.isascii():
                continue
            if len(self._sample) < _SAMPLE:
                self._sample += line + b"\n"
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                self._bad += 1
                self._first_bad = self._first_bad or (self._lines, line)
            else:
                self._good += 1

    def _refuse_mixed(self) -> None:
        row, line = self._first_bad or (0, b"")
        if _SURROGATE.search(line):
            raise at_row(
                self.file,
                row,
                msg("half a character stands in it (a lone surrogate). Correct that cell and export it again"),
            )
        if self._good and (self._good >= _ENOUGH or self._good * 10 >= self._bad):
            raise at_row(
                self.file,
                row,
                msg("its letters are written in another encoding than the rest. Save the whole file as UTF-8"),
            )


def _guess(sample: bytes) -> str:
    if likely := likely_encoding(sample):
        return likely
    import chardet  # heavy: only for files that are not UTF-8

    found = chardet.detect(sample, prefer_superset=True, compat_names=False)["encoding"] or "cp1252"
    try:
        sample.decode(found)
    except (UnicodeDecodeError, LookupError):
        return "cp1252" if found != "cp1252" else "iso8859-1"
    return found


def check_encoding(name: str) -> str:
    """The proper name of an encoding a person chose; raises Invalid for one that does not exist."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, ValueError, TypeError) as error:
        raise Invalid(
            "encoding", msg("There is no encoding called {name}. Try utf-8, cp1257 or cp1251.", name=shorten(name))
        ) from error
    return found.name


def without_zeros(lines: Iterator[str], file: str) -> Iterator[str]:
    """The lines as they come; raises BadFile at a zero character, which no text has."""
    for row, line in enumerate(lines, 1):
        if "\x00" in line:
            raise damaged(file, row)
        yield line


def damaged(file: str, row: int) -> BadFile:
    """The failure to tell for a zero byte."""
    return at_row(file, row, msg("a zero byte stands in it, so it is damaged or not a text. Export it again"))


def undecodable(file: str, row: int, encoding: str) -> BadFile:
    """The failure to tell when bytes do not fit the encoding."""
    return at_row(
        file, row, msg("it is not {encoding}. Choose another encoding or save the file as UTF-8", encoding=encoding)
    )


def at_row(file: str, row: int, what: Message) -> BadFile:
    """A failure that names the file and the row."""
    return BadFile(msg("{file}, row {row}: {what}.", file=shorten(file), row=row, what=what), file=file, row=row)
