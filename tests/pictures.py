"""Pictures made for tests."""

import io
import struct
import zlib

from PIL import Image, ImageDraw


def picture(wide: int, high: int, kind: str = "PNG", *, turned: bool = False) -> bytes:
    """A whole picture in one colour; `turned` as a phone writes it that was held upright."""
    out, notes = io.BytesIO(), Image.Exif()
    if turned:
        notes[0x0112] = 6
    Image.new("RGB", (wide, high), (168, 72, 31)).save(out, kind, exif=notes)
    return out.getvalue()


def meadow(wide: int = 900, high: int = 600) -> bytes:
    """A picture of hills under a low sun, for pictures of the window."""
    image = Image.new("RGB", (wide, high), (236, 222, 201))
    draw = ImageDraw.Draw(image)
    draw.ellipse((wide * 0.62, high * 0.12, wide * 0.78, high * 0.36), fill=(226, 149, 96))
    for step, colour in enumerate(((150, 170, 140), (106, 140, 104), (70, 108, 78))):
        top = high * (0.45 + 0.16 * step)
        draw.ellipse((-wide * (0.5 - 0.3 * step), top, wide * (0.9 + 0.3 * step), high * 1.9), fill=colour)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def bomb(wide: int, high: int) -> bytes:
    """A PNG that says it is very large and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(100_000))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body
