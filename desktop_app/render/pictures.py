"""The shop's pictures in a PDF: each stored once, in the fineness its place can show, and measured for layout."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.documents.model import LOGO, SIGNATURE, Picture
from desktop_app.domain.printing import ShopDetails
from desktop_app.render.sink import Sink

if TYPE_CHECKING:
    from desktop_app.render.images import Crop, Prepared

FINEST = 600  # dots to the inch; more is not seen on paper

_UNCUT = (0.0, 0.0, 0.0, 0.0)


class Stored(NamedTuple):
    """A picture in the file: the name it is called by, and what of it is not to be seen."""

    name: bytes
    hidden: Crop


class Darkroom:
    """Pictures measured and prepared; kept between the proofs of one window, as preparing takes longest of all.

    With `whole` pictures are kept whole and so many pixels wide: pulled at and cropped, none is prepared anew.
    """

    def __init__(self, *, whole: int = 0) -> None:
        self._whole = whole
        self._extents: dict[tuple[str, int], tuple[int, int]] = {}
        self._prepared: dict[tuple[str, int, Crop, int], Prepared] = {}

    def extent(self, key: str, content: bytes) -> tuple[int, int]:
        """A picture's pixels across and down; raises Invalid when it cannot be read."""
        from desktop_app.render.images import size_of  # Pillow only where there are pictures

        known = (key, hash(content))
        if known not in self._extents:
            self._extents[known] = size_of(content)
        return self._extents[known]

    def prepared(self, picture: Picture, content: bytes) -> Prepared:
        """A picture as its place needs it; raises Invalid when it is damaged."""
        from desktop_app.render.images import prepared

        left, above, right, below = (round(share, 4) for share in picture.crop)
        crop = (left, above, right, below) if not self._whole else _UNCUT
        wide = self._whole or ceil(picture.width / 25.4 * FINEST)
        key = (picture.key, hash(content), crop, wide)
        if key not in self._prepared:
            self._prepared[key] = prepared(content, crop, wide)
        made = self._prepared[key]
        return made._replace(hidden=(left, above, right, below)) if self._whole else made


class Album:
    """The pictures of one PDF, by the names a design has for them."""

    def __init__(self, sink: Sink, shop: ShopDetails, *, by: str = "", darkroom: Darkroom | None = None) -> None:
        """`by` is who packs: the signature is that person's."""
        self._sink = sink
        self._shop = shop
        self._signature = shop.signature_of(by)
        self._darkroom = darkroom or Darkroom()
        self._stored: dict[Prepared, Stored] = {}
        self.objects: dict[bytes, int] = {}  # by name, what pages share

    def extent(self, key: str) -> tuple[int, int] | None:
        """A picture's pixels across and down, None when the shop has not got it; raises Invalid for a bad one."""
        content = self._content(key)
        return self._darkroom.extent(key, content) if content else None

    def stored(self, picture: Picture) -> Stored:
        """The picture in the file, written there when it is first needed."""
        made = self._darkroom.prepared(picture, self._content(picture.key))
        if made not in self._stored:
            name = b"P%d" % (len(self.objects) + 1)
            mask = b""
            if made.mask:
                mask = b"/SMask %d 0 R" % self._write(made.mask_entries, made.mask)
            self.objects[name] = self._write(made.entries + mask, made.data)
            self._stored[made] = Stored(name, made.hidden)
        return self._stored[made]

    def _write(self, entries: bytes, data: bytes) -> int:
        return self._sink.add(b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data))

    def _content(self, key: str) -> bytes:
        if key == LOGO:
            return self._shop.logo
        return self._signature if key == SIGNATURE else self._shop.pictures.get(key, b"")
