"""Cutting a picture by hand: the whole picture behind its box in millimetres, and what a pull makes of both."""

from __future__ import annotations

from desktop_app.domain.cards import Fit, PictureItem, Template
from desktop_app.domain.design import Frame, item_of
from desktop_app.domain.design_handles import from_local, to_local
from desktop_app.domain.design_place import Stand, place
from desktop_app.domain.design_text import set_part
from desktop_app.domain.picture_fit import Crop, filling

LEAST_SEEN = 0.02  # of a side; a picture never vanishes


def drawn_in(item: PictureItem, box: Frame, pixels: tuple[int, int]) -> tuple[Frame, Crop]:
    """Where a picture is drawn in its box, and what of it is cut off."""
    width, height, crop = filling((box.width, box.height), pixels=pixels, crop=item.crop, fit=item.fit)
    x, y = box.centre
    return Frame(x - width / 2, y - height / 2, width, height, box.rotate), crop


def whole_of(frame: Frame, crop: Crop) -> Frame:
    """Where the whole picture lies, most of it perhaps unseen, whose cropped part is seen in a frame."""
    left, top, right, bottom = crop
    width, height = frame.width / (1 - left - right), frame.height / (1 - top - bottom)
    x, y = from_local(frame, (right - left) / 2 * width, (bottom - top) / 2 * height)
    return Frame(x - width / 2, y - height / 2, width, height, frame.rotate)


def window_in(whole: Frame, frame: Frame) -> tuple[Frame, Crop]:
    """A frame kept within the whole picture, and what of the picture is then cut off."""
    dx, dy = to_local(whole, *frame.centre)
    left, right = _within(dx, frame.width, whole.width)
    top, bottom = _within(dy, frame.height, whole.height)
    x, y = from_local(whole, (left + right) / 2, (top + bottom) / 2)
    width, height = right - left, bottom - top
    seen = Frame(x - width / 2, y - height / 2, width, height, whole.rotate)
    shares = (left / whole.width, top / whole.height, -right / whole.width, -bottom / whole.height)
    cut = [min(max(0.0, round(0.5 + share, 4)), 1 - LEAST_SEEN) for share in shares]
    return seen, (cut[0], cut[1], cut[2], cut[3])


def slid(whole: Frame, frame: Frame, by: tuple[float, float]) -> Frame:
    """The whole picture pushed along behind its frame, which it goes on filling; turned as it is."""
    dx, dy = to_local(frame, *whole.moved(*by).centre)
    spare_x, spare_y = (whole.width - frame.width) / 2, (whole.height - frame.height) / 2
    x, y = from_local(frame, min(max(-spare_x, dx), spare_x), min(max(-spare_y, dy), spare_y))
    return Frame(x - whole.width / 2, y - whole.height / 2, whole.width, whole.height, whole.rotate)


def crop_to(template: Template, name: str, *, whole: Frame, frame: Frame, stand: Stand) -> Template:
    """The design with a picture seen through a frame, as it lies behind it."""
    if not isinstance(item_of(template, name), PictureItem):
        return template
    seen, crop = window_in(whole, frame)
    return place(set_part(template, name, crop=crop, fit=Fit.COVER), name, frame=seen, stand=stand)


def _within(middle: float, length: float, whole: float) -> tuple[float, float]:
    """Both ends of a length about a middle, kept within a whole about nothing and never closer than may be."""
    least = min(whole, LEAST_SEEN * whole)
    low, high = max(-whole / 2, middle - length / 2), min(whole / 2, middle + length / 2)
    if high - low < least:
        middle = min(max(-whole / 2 + least / 2, (low + high) / 2), whole / 2 - least / 2)
        low, high = middle - least / 2, middle + least / 2
    return low, high
