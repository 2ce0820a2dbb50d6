"""Pictures made for tests."""

import io
import struct
import zlib

from PIL import Image


def picture(wide: int, high: int, kind: str = "PNG", *, turned: bool = False) -> bytes:
    """A whole picture in one colour; `turned` as a phone writes it that was held upright."""
    out, notes = io.BytesIO(), Image.Exif()
    if turned:
        notes[0x0112] = 6
    Image.new("RGB", (wide, high), (168, 72, 31)).save(out, kind, exif=notes)
    return out.getvalue()


def bomb(wide: int, high: int) -> bytes:
    """A PNG that says it is very large and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
