"""Writes a PDF file as it comes: objects and finished pages go out at once, only their places in the file are kept."""

from __future__ import annotations

import hashlib
from array import array
from typing import BinaryIO

from deflate import zlib_compress

_KIDS = 64  # pages under one node of the page tree
# libdeflate gives the same bytes on every machine, in a third of the time of zlib.
_LEVEL = 6  # for what is stored once
_PAGE_LEVEL = 1  # for pages: as small as zlib makes them on its second


class Sink:
    """A PDF 1.7 file being written; equal calls give equal bytes.

    Nothing is written before the first page is. Object 1 is the catalogue, 2 the root of the page tree, 3 what all
    pages share.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._hash = hashlib.blake2b(digest_size=16)
        self._offsets = array("Q", [0, 0, 0, 0])
        self._position = 0
        self._nodes: list[int] = []
        self._kids: list[int] = []
        self._held: list[bytes] | None = []
        self.pages = 0
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """The number of an object that will be written later."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def add(self, body: bytes, number: int = 0) -> int:
        """Writes an object and returns its number; `number` is one reserved before."""
        number = number or self.reserve()
        self._offsets[number] = self._position
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def stream(self, data: bytes, entries: bytes = b"", number: int = 0) -> int:
        """Writes a stream, compressed, with further dictionary entries; returns its number."""
        return self._packed(zlib_compress(data, _LEVEL), entries, number)

    def _packed(self, data: bytes | bytearray, entries: bytes = b"", number: int = 0) -> int:
        return self.add(
            b"<</Filter/FlateDecode%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), bytes(data)), number
        )

    def page(self, content: bytes, size: tuple[float, float], boxes: bytes = b"") -> None:
        """Writes a page of `size` points; `boxes` are its TrimBox and BleedBox, its own edges where nothing is said."""
        if not self._kids:
            self._nodes.append(self.reserve())
        self._release()
        contents = self._packed(zlib_compress(content, _PAGE_LEVEL))
        box = b"[0 0 %b %b]" % (number(size[0]), number(size[1]))
        boxes = boxes or b"/TrimBox%b/BleedBox%b" % (box, box)
        page = b"<</Type/Page/Parent %d 0 R/Resources 3 0 R/Contents %d 0 R/MediaBox%b%b>>"
        self._kids.append(self.add(page % (self._nodes[-1], contents, box, boxes)))
        self.pages += 1
        if len(self._kids) == _KIDS:
            self._close_node()

    def finish(self, resources: bytes, title: str) -> None:
        """Writes what the pages share, the page tree, the catalogue and the table of places; the file is then whole."""
        if self._kids:
            self._close_node()
        self.add(resources, 3)
        kids = b" ".join(b"%d 0 R" % node for node in self._nodes)
        self.add(b"<</Type/Pages/Count %d/Kids[%b]>>" % (self.pages, kids), 2)
        self.add(b"<</Type/Catalog/Pages 2 0 R/ViewerPreferences<</PrintScaling/None>>>>", 1)
        info = self.add(b"<</Title%b/Producer(Cordial)>>" % text(title))
        place = self._position
        count = len(self._offsets)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        self._write(b"".join([b"%010d 00000 n \n" % offset for offset in self._offsets[1:]]))
        mark = self._hash.hexdigest().encode()
        trailer = b"trailer\n<</Size %d/Root 1 0 R/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
        self._write(trailer % (count, info, mark, mark, place))

    def _close_node(self) -> None:
        kids = b" ".join(b"%d 0 R" % kid for kid in self._kids)
        node = b"<</Type/Pages/Parent 2 0 R/Count %d/Kids[%b]>>" % (len(self._kids), kids)
        self.add(node, self._nodes[-1])
        self._kids.clear()

    def _release(self) -> None:
        """Lets out what was held back until it was sure that there is a page."""
        if self._held is not None:
            self._out.write(b"".join(self._held))
            self._held = None

    def _write(self, data: bytes) -> None:
        if self._held is None:
            self._out.write(data)
        else:
            self._held.append(data)
        self._hash.update(data)
        self._position += len(data)


def number(value: float) -> bytes:
    """A number as short as a PDF may write it, to a thousandth."""
    written = b"%.3f" % value
    return written.rstrip(b"0").rstrip(b".") if b"." in written else written


def text(value: str) -> bytes:
    """A text as a PDF string: UTF-16 in hexadecimal, so that nothing in it can end the string."""
    return b"<FEFF%b>" % value.encode("utf-16-be", "replace").hex().upper().encode()
