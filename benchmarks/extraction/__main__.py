"""Prints how well articles are told from their pages, beside other libraries: `python -m benchmarks.extraction`."""

from __future__ import annotations

import logging
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence

import lxml.html
import trafilatura
from readability import Document
from readability.readability import Unparseable

from benchmarks.extraction.corpora import CORPORA, Sample, judged, other
from benchmarks.extraction.labels import labels
from benchmarks.extraction.learn import (
    MARKUP_PATH,
    PASTED_PATH,
    Page,
    chosen,
    fair,
    markup_page,
    pasted_page,
    train,
)
from benchmarks.extraction.score import f1
from benchmarks.extraction.strange import cased, uncased
from benchmarks.extraction.train import with_copies
from generator.ingest.html import tagged_lines

FOLDS = 6
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")


def main() -> None:
    """The table; ours is cross-validated: each page is read by a model that has seen no page of its site."""
    if not CORPORA.is_dir():
        print(f"{CORPORA} is not there: these figures need the shared corpora")
        return
    logging.disable(logging.CRITICAL)
    ours, others = list(judged()), other()
    print(
        f"{len(ours)} pages, shingles of four words. "
        f"Ours in {FOLDS} folds by site, {len(others)} more pages in training.\n"
    )
    print("| input | reading | precision | recall | F1 | s a page |\n|---|---|---|---|---|---|")
    for input_, name, read in _rivals(ours):
        begin = time.process_time()
        found = [read(sample) for sample in ours]
        _row(input_, name, ours, found, (time.process_time() - begin) / len(ours))
    _ours("pasted", ours, others, pasted_page, with_copies, PASTED_PATH)
    _ours("HTML", ours, others, markup_page, list, MARKUP_PATH)


# --- Private functions ---


def _row(input_: str, name: str, samples: Sequence[Sample], found: Sequence[str], seconds: float) -> None:
    precision, recall, both = f1((sample.truth, text) for sample, text in zip(samples, found, strict=True))
    print(f"| {input_} | {name} | {precision:.3f} | {recall:.3f} | {both:.3f} | {seconds:.2f} |", flush=True)


def _rivals(samples: Sequence[Sample]) -> Iterator[tuple[str, str, Callable[[Sample], str]]]:
    words = max(range(4, 30, 2), key=lambda least: f1((s.truth, _long(s, least)) for s in samples)[2])
    yield "pasted", "all of it", lambda sample: sample.pasted
    yield (
        "pasted",
        f"sentences of {words} words or more (the best simple rule)",
        lambda sample: _long(sample, words),
    )
    yield "pasted", "the best choice of whole lines", _best
    yield "HTML", "trafilatura", _trafilatura
    yield (
        "HTML",
        "trafilatura, favouring precision",
        lambda sample: _trafilatura(sample, favor_precision=True),
    )
    yield "HTML", "readability-lxml", _readability


def _long(sample: Sample, least: int) -> str:
    lines = [line.strip() for line in sample.pasted.splitlines()]
    return "\n".join(line for line in lines if _ENDS.search(line) and len(line.split()) >= least)


def _best(sample: Sample) -> str:
    lines = [line.strip() for line in sample.pasted.splitlines() if line.strip()]
    return "\n".join(line for line, yes in zip(lines, labels(lines, sample.truth)[0], strict=True) if yes)


def _trafilatura(sample: Sample, **favours: bool) -> str:
    return trafilatura.extract(sample.html, include_comments=False, **favours) or ""


def _readability(sample: Sample) -> str:
    try:
        tree = lxml.html.fromstring(Document(sample.html).summary())
    except Unparseable:
        return ""
    return "\n".join(tagged.line.text for tagged in tagged_lines(tree))


def _ours(
    input_: str,
    ours: Sequence[Sample],
    others: Sequence[Sample],
    made: Callable[[Sample], Page],
    more: Callable[[list[Page]], list[Page]],
    path: tuple[float, float],
) -> None:
    """The lines of what is read of each page by a model of the other folds; of pasted text in strange letters too."""
    pages = [made(sample) for sample in ours]
    training = more(fair([*pages, *(made(sample) for sample in others)]))
    changes = _STRANGE if input_ == "pasted" else {"briefs add": _same}
    tests = {name: [change(page) for page in pages] for name, change in changes.items()}
    found: dict[str, dict[str, str]] = {name: {} for name in tests}
    seconds = dict.fromkeys(tests, 0.0)
    for fold in _folds(ours):
        model = train([page for page in training if not page.made_of & fold], *path)
        for name, changed in tests.items():
            begin = time.process_time()
            for page, original in zip(changed, pages, strict=True):
                if page.sample.id in fold:
                    found[name][page.sample.id] = original.text(chosen(model, page))
            seconds[name] += time.process_time() - begin
    for name, read in found.items():
        _row(input_, name, ours, [read[sample.id] for sample in ours], seconds[name] / len(ours))


def _same(page: Page) -> Page:
    return page


_STRANGE: dict[str, Callable[[Page], Page]] = {
    "briefs add": _same,
    "briefs add, all words in letters of another script": cased,
    "briefs add, the same without capitals": uncased,
}
"""Pasted pages as they are, and as if in a language of which no word is known."""


def _folds(samples: Sequence[Sample]) -> list[set[str]]:
    """The ids of the pages kept aside in each fold; a site's pages are kept aside together."""
    sites = sorted({sample.site for sample in samples})
    random.Random(7).shuffle(sites)  # noqa: S311 - no secret
    return [{s.id for s in samples if s.site in sites[fold::FOLDS]} for fold in range(FOLDS)]


if __name__ == "__main__":
    main()
