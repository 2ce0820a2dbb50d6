"""Which of the things that all cards have alike may be drawn first, and which must lie over what they have not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.documents.plan import Node

Area = tuple[float, float, float, float]  # left, top, right, bottom in mm
ALL: Area = (float("-inf"), float("-inf"), float("inf"), float("inf"))


def layers_of(nodes: Sequence[Node], fixed: set[int], area: Callable[[Node], Area]) -> list[list[int]]:
    """The fixed nodes in layers, each by index: the first lies under everything else.

    A fixed node opens a further layer, to be drawn in its turn, where it may touch a varying one that comes before it;
    as most do not touch, most designs have one layer. `area` tells how far a node may reach on any card.
    """
    layers: list[list[int]] = [[]]
    passed: list[Area] = []  # what must not be drawn over
    opened = False
    for node in nodes:
        reach = area(node)
        if node.index not in fixed:
            passed.append(reach)
            opened = False
        elif any(_touch(reach, other) for other in passed):
            if not opened:
                layers.append([])
                opened = True
            layers[-1].append(node.index)
            passed.append(reach)
        else:
            layers[0].append(node.index)
    return layers


def _touch(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
