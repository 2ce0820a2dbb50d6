"""The seasons as ornaments: a branch in blossom, berries, falling leaves, snow; drawn to their box in millimetres."""

from __future__ import annotations

import math
import random

from desktop_app.documents.model import Path
from desktop_app.documents.strokes import Point, around, dot, leaf, line, on_curve, room


def blossom(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """Spring: a bare branch from the right edge with open blossoms, buds and the first leaves."""
    rng = random.Random(seed)
    branch = (
        (width * 1.06, height * 0.16),
        (width * 0.70, height * 0.30),
        (width * 0.42, height * 0.26),
        (0.0, height * 0.72),
    )
    paths = [Path(branch[0], ((*branch[1], *branch[2], *branch[3]),), stroke=0.022 * height)]
    for index, t in enumerate((0.10, 0.24, 0.40, 0.55, 0.70, 0.84, 0.97)):
        foot, heading = on_curve(branch, t)
        side = 1 if index % 2 else -1
        lean = heading + side * rng.uniform(0.9, 1.2)
        reach = height * rng.uniform(0.10, 0.17)
        head = around(foot, lean, reach)
        if index == 6:  # the tip
            paths.append(leaf(foot, heading, height * 0.24, tint=0.7))
            continue
        paths.append(line(foot, head, stroke=0.014 * height))
        if index in (1, 3, 4):
            paths += _flower(head, height * rng.uniform(0.115, 0.14), rng)
        else:
            paths += [dot(head, height * 0.035, tint=0.8), leaf(foot, lean - side * 0.8, height * 0.2, tint=0.5)]
    return tuple(paths)


def berries(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """Summer: a twig that bows from the right edge, heavy with berries in twos and threes, a leaf to each."""
    rng = random.Random(seed)
    twig = (
        (width * 1.05, height * 0.06),
        (width * 0.72, height * 0.02),
        (width * 0.36, height * 0.14),
        (0.0, height * 0.52),
    )
    pen = 0.016 * height
    paths = [Path(twig[0], ((*twig[1], *twig[2], *twig[3]),), stroke=pen)]
    for index, t in enumerate((0.12, 0.30, 0.48, 0.66, 0.82, 0.98)):
        foot, heading = on_curve(twig, t)
        paths.append(leaf(foot, heading - math.pi * 0.62 + rng.uniform(-0.1, 0.1), height * 0.22, tint=0.5))
        for spread in (-0.42, 0.05, 0.48)[: 3 - index % 2]:
            head = around(foot, math.pi / 2 + spread, height * rng.uniform(0.20, 0.34))
            paths.append(line(foot, head, stroke=pen * 0.7))
            paths.append(dot(head, height * rng.uniform(0.045, 0.058), tint=(1.0, 0.75)[rng.random() > 0.6]))
    return tuple(paths)


def leaves(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """Autumn: leaves let go one by one, close at the upper right, turning as they fall."""
    rng = random.Random(seed)
    unit = math.sqrt(width * height)
    placed: list[tuple[float, float, float]] = []
    paths: list[Path] = []
    for index in range(11):
        reach = 0.35 + 0.65 * index / 11
        tries = [(width * (1 - reach * rng.random() ** 0.7), height * reach * rng.random()) for _ in range(20)]
        foot = max(tries, key=lambda spot: room(spot, placed, corner=(width, 0.0)))
        size = unit * (0.24 - 0.013 * index) * rng.uniform(0.9, 1.1)
        placed.append((*foot, size * 0.5))
        heading = rng.uniform(0.2, 2.6)
        stem = around(foot, heading + math.pi + rng.uniform(-0.3, 0.3), size * 0.3)
        vein = around(foot, heading + 0.05, size * 0.78)
        tint = (0.9, 0.5, 0.7)[index % 3]
        paths += [line(stem, foot, stroke=0.26, tint=tint), leaf(foot, heading, size, tint=tint)]
        paths.append(line(foot, vein, stroke=0.16, tint=0.3))
    return tuple(paths)


def snow(width: float, height: float, seed: int) -> tuple[Path, ...]:
    """Winter: crystals of three sizes in the upper right, with flakes that are only dots."""
    rng = random.Random(seed)
    unit = math.sqrt(width * height)
    sizes = [0.13, 0.09, 0.075, 0.055, 0.05, 0.04, 0.04, *(0.011,) * 9, *(0.008,) * 9]
    placed: list[tuple[float, float, float]] = []
    paths: list[Path] = []
    for index, share in enumerate(sizes):
        reach = 0.30 + 0.70 * index / len(sizes)
        tries = [(width * (1 - reach * rng.random() ** 0.8), height * reach * rng.random() ** 1.1) for _ in range(24)]
        spot = max(tries, key=lambda one: room(one, placed, corner=(width, 0.0)))
        size = unit * share
        placed.append((*spot, size))
        tint = (1.0, 0.6)[index % 2]
        paths += (
            [dot(spot, size, tint=tint)] if share < 0.02 else _crystal(spot, size, rng.uniform(0, math.pi / 3), tint)
        )
    return tuple(paths)


def _flower(centre: Point, size: float, rng: random.Random) -> list[Path]:
    """Five round petals about a small heart."""
    turn = rng.uniform(0, math.tau / 5)
    petals = [dot(around(centre, turn + n * math.tau / 5, size * 0.56), size * 0.42, tint=0.42) for n in range(5)]
    threads = [
        line(centre, around(centre, turn + (n + 0.5) * math.tau / 5, size * 0.42), stroke=0.18, tint=0.9)
        for n in range(5)
    ]
    return [*petals, *threads, dot(centre, size * 0.16, tint=1.0)]


def _crystal(centre: Point, size: float, turn: float, tint: float) -> list[Path]:
    """Six arms with a pair of barbs each."""
    pen = max(0.16, size * 0.06)
    paths = []
    for arm in range(6):
        angle = turn + arm * math.pi / 3
        paths.append(line(centre, around(centre, angle, size), stroke=pen, tint=tint))
        fork = around(centre, angle, size * 0.56)
        for side in (-1, 1):
            paths.append(line(fork, around(fork, angle + side * math.pi / 3.4, size * 0.34), stroke=pen, tint=tint))
    return paths
