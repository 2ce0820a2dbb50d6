"""A picture from the owner's disk is taken by what it holds, a phone's photograph too, or refused in words."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from desktop_app.actions.pictures import checked_picture
from desktop_app.domain.errors import Invalid


def file(form: str, **more: object) -> bytes:
    """A red picture of 60 by 40."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, form, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    ("form", "kind"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp"), ("MPO", "image/jpeg")]
)
def test_pictures_are_known_by_what_they_hold(form: str, kind: str) -> None:
    more = {"save_all": True, "append_images": [Image.new("RGB", (60, 40), "blue")]} if form == "MPO" else {}
    row = checked_picture(file(form, **more))
    assert (row["media_type"], row["width"], row["height"]) == (kind, 60, 40)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"<svg/>", file("GIF"), file("PNG")[:50]])
def test_what_is_none_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(Invalid, match="PNG, JPEG or WebP"):
        checked_picture(content)
