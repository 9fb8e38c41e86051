"""What became of an input: its pieces in order, those of the article among them, and what was guessed of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from generator.ingest.guess.guess import Guesses
from generator.ingest.kind import Kind


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a paragraph of the input. One that was left out has a `number`, from 1, by which it is taken back."""

    text: str
    is_body: bool
    is_heading: bool = False
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An input read as `kind`: every piece of it, in order, and the guesses at its front matter."""

    kind: Kind
    pieces: tuple[Piece, ...]
    guesses: Guesses

    @property
    def body(self) -> str:
        """The article's canonical text: its paragraphs, an empty line between them."""
        return "\n\n".join(self._paragraphs())

    @property
    def left_out(self) -> tuple[Piece, ...]:
        """What is not in the body, in order."""
        return tuple(piece for piece in self.pieces if not piece.is_body)

    def keeping(self, numbers: Collection[int]) -> Reading:
        """The reading with these of the pieces left out in the body, in their places; numbers stay."""
        pieces = tuple(
            replace(piece, is_body=True) if piece.number in numbers else piece for piece in self.pieces
        )
        return replace(self, pieces=pieces)

    def _paragraphs(self) -> Iterator[str]:
        for piece in self.pieces:
            if piece.is_body:
                yield f"## {piece.text}" if piece.is_heading else piece.text


def numbered(pieces: list[Piece]) -> tuple[Piece, ...]:
    """The pieces, those left out numbered from 1."""
    found, number = [], 0
    for piece in pieces:
        if piece.is_body:
            found.append(piece)
        else:
            number += 1
            found.append(replace(piece, number=number))
    return tuple(found)
