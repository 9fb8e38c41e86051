"""The outline of a text: what our loader reads in one that is whole, and all that can be told of one that isn't."""

from __future__ import annotations

from random import Random

import pytest

from generator.load import load_yaml
from generator.lsp.outline import outline
from generator.lsp.scalars import said

from ..acceptance.broken.port import BRIEF, FILES
from ..acceptance.broken.test_noise import NOISE
from ..layout.test_thousand_files import written

BATCH = 100


@pytest.mark.parametrize("batch", range(10))
def test_a_whole_file_is_read_as_our_loader_reads_it(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        _, _, text = written(seed)
        tree, _ = load_yaml("f.yml", text.encode())
        assert tree is not None
        found = outline(text.split("\n"))
        assert {found.path(at) for at in range(len(found.nodes))} == {path for path in tree.values if path}, (
            seed
        )
        for at, node in enumerate(found.nodes):
            value: object = tree.value
            for step in found.path(at):
                value = value[step]  # type: ignore[index]
            if isinstance(value, str):
                assert node.is_scalar, (seed, found.path(at))
                assert said(found, at) == value, (seed, found.path(at))


@pytest.mark.parametrize("seed", range(4))
def test_an_outline_that_follows_an_edit_is_that_of_the_text(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing is to be kept secret
    text, last, kept = FILES[BRIEF], outline(FILES[BRIEF].split("\n")), 0
    for step in range(400):
        at, length = dice.randrange(len(text) + 1), dice.choice([0, 0, 0, 1, 3])
        noise = dice.choice(["", "a", "b ", *NOISE]) if dice.random() < 0.3 else dice.choice("abc :-")
        new = text[:at] + noise + text[at + length :]
        followed, anew = outline(new.split("\n"), last), outline(new.split("\n"))
        assert followed.nodes == anew.nodes, step
        assert followed.children == anew.children, step
        kept += any(node is old for node, old in zip(followed.nodes, last.nodes, strict=False))
        text, last = (new, followed) if step % 20 else (FILES[BRIEF], outline(FILES[BRIEF].split("\n")))
    assert kept > 40, "nothing was followed: it was all read anew"


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("a: [b, c\nd: e", [("a",), ("a", 0), ("a", 1), ("d",)]),
        ('a: "b\nd: e', [("a",), ("d",)]),
        ("a: {b: 'c\nd: e", [("a",), ("a", "b"), ("d",)]),
        ("a:\n  - b: [c\n    d: e", [("a",), ("a", 0), ("a", 0, "b"), ("a", 0, "b", 0), ("a", 0, "d")]),
        ("a\nb: c", [("a",), ("b",)]),
        ("a:\n    b: c\n   d: e", [("a",), ("a", "b"), ("a", "d")]),
    ],
)  # fmt: skip
def test_what_is_broken_hides_nothing_below_it(text: str, paths: list[tuple[str | int, ...]]) -> None:
    found = outline(text.split("\n"))
    assert [found.path(at) for at in range(len(found.nodes))] == paths
