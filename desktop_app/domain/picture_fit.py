"""How a picture fills its box: what of it is drawn, and where in the box; the press and the designer ask here."""

from __future__ import annotations

from typing import TypeAlias

from desktop_app.domain.cards import Fit

Crop: TypeAlias = tuple[float, float, float, float]  # shares of the whole cut off at the left, top, right, bottom


def shape_of(pixels: tuple[int, int], crop: Crop) -> float:
    """The width over the height of what is left of a picture."""
    left, above, right, below = crop
    return pixels[0] * (1 - left - right) / (pixels[1] * (1 - above - below))


def filling(box: tuple[float, float], *, pixels: tuple[int, int], crop: Crop, fit: Fit) -> tuple[float, float, Crop]:
    """The width and height a picture takes in the middle of its box, and what of it is cut off then."""
    left, above, right, below = crop
    ratio, (width, height) = shape_of(pixels, crop), box
    here = width / height
    if fit is Fit.CONTAIN:
        return (width, width / ratio, crop) if ratio > here else (height * ratio, height, crop)
    if ratio > here:
        cut = (1 - left - right) * (1 - here / ratio) / 2
        return width, height, (left + cut, above, right + cut, below)
    cut = (1 - above - below) * (1 - ratio / here) / 2
    return width, height, (left, above + cut, right, below + cut)
