"""Makes the models of `briefs add`: `python -m benchmarks.extraction.train` (or `make model`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.extraction.corpora import CORPORA, PROJECT, judged, other
from benchmarks.extraction.learn import (
    MARKUP_PATH,
    PASTED_PATH,
    Page,
    fair,
    markup_page,
    pasted_page,
    spliced,
    train,
)
from generator.ingest.classify import MARKUP, PASTED
from generator.ingest.classify.trees import Model

COPIES = 2
"""How many spliced pages are made of each page."""

_FOLDER = PROJECT / "generator" / "ingest" / "classify"


def main() -> None:
    """Writes both models, trained on every shared page."""
    if not CORPORA.is_dir():
        sys.exit(
            f"{CORPORA} is not there: the shared corpora are needed (BRIEFS_SHARED names their folder's parent)"
        )
    samples = [*judged(), *other()]
    _write(
        _FOLDER / f"{PASTED}.json",
        train(with_copies(fair([pasted_page(sample) for sample in samples])), *PASTED_PATH),
    )
    _write(_FOLDER / f"{MARKUP}.json", train(fair([markup_page(sample) for sample in samples]), *MARKUP_PATH))


def with_copies(pages: list[Page]) -> list[Page]:
    """The pages, and pages spliced of them."""
    return [*pages, *spliced(pages, COPIES)]


# --- Private functions ---


def _write(file: Path, model: Model) -> None:
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in model.trees)
    text = f'{{"features":{model.features},"stay":{model.stay},"bias":{model.bias},"trees":[\n{trees}\n]}}\n'
    file.write_text(text, encoding="utf-8")
    print(f"{file.relative_to(PROJECT)}: {len(model.trees)} trees, {len(text) / 1000:.0f} KB")


if __name__ == "__main__":
    main()
