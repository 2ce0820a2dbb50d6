"""What all cards have alike is drawn once and first, but for what must lie over a thing that differs."""

from __future__ import annotations

from desktop_app.documents.layers import ALL, Area, layers_of
from desktop_app.documents.plan import Ground, Node, nodes_of
from desktop_app.i18n import Language
from tests.documents.designs import design, template
from tests.documents.letters import Composer

ALONE: dict[str, Area] = {"a": (0, 0, 10, 10), "b": (20, 0, 30, 10), "c": (5, 5, 25, 9), "d": (40, 0, 50, 5), "v": ALL}


def layers(names: str, varying: str) -> list[str]:
    """The layers of items of these names, in drawing order; `varying` differ from card to card."""
    items = [{"type": "fill", "id": name, "box": {"top": 1, "height": 1}} for name in names]
    nodes = nodes_of(template(design(), items=items), Ground((105, 148), Language.EN, Composer()))
    by_index = {node.index: node.item.id for node in nodes}

    def area(node: Node) -> Area:
        return ALONE[node.item.id]

    fixed = {node.index for node in nodes if node.item.id not in varying}
    return ["".join(by_index[index] for index in layer) for layer in layers_of(nodes, fixed, area)]


def test_what_touches_nothing_that_differs_goes_to_the_bottom() -> None:
    assert layers("abd", "a") == ["bd"]
    assert layers("abcd", "") == ["abcd"]


def test_what_lies_over_something_that_differs_stays_over_it() -> None:
    assert layers("ac", "a") == ["", "c"]
    assert layers("vabd", "v") == ["", "abd"]


def test_what_lies_over_such_a_thing_stays_over_that_too() -> None:
    assert layers("acb", "a") == ["", "cb"]


def test_layers_are_kept_apart_by_what_differs_between_them() -> None:
    assert layers("acvb", "av") == ["", "c", "b"]
