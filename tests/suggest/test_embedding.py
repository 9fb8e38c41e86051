"""A model of sentences' meaning, where there is one."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec

import pytest

from generator.load.folder import Folder
from generator.model.settings import Settings
from generator.pipeline import drafting
from generator.suggest.embedding import MissingError, embedding
from generator.suggest.likeness import Embedding
from tests.pipeline.test_drafting import folder

ARTICLES = {
    "herald": "A tram hit a bus in Orrin. The children sang until the morning came.",
    "echo": "A bus and a tram collided. Youngsters performed songs the whole night.",
}


class ByHand:
    """Says that the second sentences mean the same, and nothing else does."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        self.read += texts
        return [(1.0, 0.0) if "sang" in text or "songs" in text else (0.0, 1.0) for text in texts]


def shared(embed: Embedding | None, language: str = "en") -> set[str]:
    """The words of the claims that both articles report."""
    said = f"title: T\nlanguage: {language}\n".encode()
    made = folder(ARTICLES).briefs["strike"]
    articles = {name: raw.replace(b"title: T\n", said) for name, raw in made.articles.items()}
    one = {"strike": replace(made, articles=articles)}
    drafted = drafting.draft_folder(Folder("p", None, one), Settings(), "strike", [], embed)
    return {claim.claim for claim in drafted.suggestions.claims if len(claim.sources) > 1}


def test_what_means_the_same_in_other_words_is_put_together_by_a_model() -> None:
    assert not any("sang" in claim for claim in shared(None))
    assert any("sang" in claim or "songs" in claim for claim in shared(ByHand()))


def test_a_model_of_english_is_asked_of_nothing_else() -> None:
    model = ByHand()
    shared(model, "sv")
    assert model.read == []


def test_a_model_that_was_not_asked_for_is_not_loaded() -> None:
    assert embedding(asked=False) is None


@pytest.mark.skipif(find_spec("wordllama") is not None, reason="the extra [embed] is installed")
def test_a_model_that_is_not_there_is_missed_only_where_it_was_asked_for() -> None:
    assert embedding(asked=None) is None
    with pytest.raises(MissingError, match=r"annotated-briefs\[embed\]"):
        embedding(asked=True)


@pytest.mark.skipif(find_spec("wordllama") is None, reason="the extra [embed] is not installed")
def test_the_model_knows_what_means_the_same_and_asks_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("the network was asked"))
    model = embedding(asked=True)
    assert model is not None
    burst, flooded, tram = model(
        ["the river burst its banks", "the floods began when the river overflowed", "a tram hit a bus"]
    )
    near, far = (sum(a * b for a, b in zip(burst, other, strict=True)) for other in (flooded, tram))
    assert near > far + 0.2
