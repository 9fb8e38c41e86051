"""What of the articles is touched, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Collection

from generator.model.characters import one_line
from generator.model.coverage import Coverage


def coverage_as_text(covered: Collection[Coverage]) -> str:
    """A line for each article, and below it a line for each sentence that nothing touches, with its line in the file.

    Nothing of the user's reaches a terminal as a control character.
    """
    blocks = ["\n".join([_head(one), *_untouched(one)]) for one in covered]
    if len(covered) > 1:
        blocks.append(_sum(covered))
    return "\n\n".join(blocks) + "\n"


def coverage_as_json(slug: str, covered: Collection[Coverage]) -> str:
    """`{"slug", "sentences", "touched", "share", "articles": [{"source", "file", "sentences", "touched", "share",
    "untouched": [{"line", "start", "end", "text"}]}]}`, a line feed at its end.

    `start` and `end` are code points of the article's body, as in `briefs export`; `share` lies between 0 and 1 and
    is `null` where there are no sentences.
    """
    every, touched = sum(one.sentences for one in covered), sum(one.touched for one in covered)
    said = {
        "slug": slug,
        "sentences": every,
        "touched": touched,
        "share": _rounded(touched / every if every else None),
        "articles": [
            {
                "source": one.article.id,
                "file": one.article.file,
                "sentences": one.sentences,
                "touched": one.touched,
                "share": _rounded(one.share),
                "untouched": [
                    {"line": s.line, "start": s.span.start, "end": s.span.end, "text": s.text}
                    for s in one.untouched
                ],
            }
            for one in covered
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


# --- Private functions ---


def _head(one: Coverage) -> str:
    return f"{one_line(one.article.file)}: {_counted(one.touched, one.sentences)}"


def _untouched(one: Coverage) -> list[str]:
    return [f"{sentence.line:>5} | {one_line(sentence.text)}" for sentence in one.untouched]


def _sum(covered: Collection[Coverage]) -> str:
    counted = _counted(sum(one.touched for one in covered), sum(one.sentences for one in covered))
    return f"{len(covered)} articles: {counted}"


def _counted(touched: int, every: int) -> str:
    if not every:
        return "no sentences"
    noun = "sentence" if every == 1 else "sentences"
    return f"{touched} of {every} {noun} touched, {100 * touched // every} %"


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
