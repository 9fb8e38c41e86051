"""`make audit`: the Nu checker over every page of `site/`, and Lighthouse over a brief, an article and home."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from tests.acceptance.conftest import served

from .lighthouse import LEAST, PERFORMANCE, Verdict, audit
from .nu import Remark, remarks
from .pages import chosen
from .tools import ROOT, Unable, provide


def main(arguments: Sequence[str]) -> int:
    """0 where all is well, 1 where a page falls short or the audit cannot be made."""
    site = Path(arguments[0] if arguments else ROOT / "site").absolute()
    try:
        provide()
        found = remarks(site)
        print(told(found), flush=True)
        with served(site) as address:
            verdicts = [audit(address, page) for page in chosen(site).values()]
    except Unable as why:
        print(f"make audit: {why}", file=sys.stderr)
        return 1
    print(table(verdicts))
    failed = any(remark.is_error for remark in found) or any(verdict.short for verdict in verdicts)
    print("The audit has failed" if failed else "All is well")
    return int(failed)


def told(found: Sequence[Remark]) -> str:
    """The checker's messages, and how many they are."""
    errors = sum(remark.is_error for remark in found)
    count = f"The Nu checker: {errors} errors, {len(found) - errors} warnings"
    return "\n".join([*map(str, found), count])


def table(verdicts: Sequence[Verdict]) -> str:
    """A line for each page: its scores, the runs' performances, and below what fell short."""
    width = max(len(verdict.page or "/") for verdict in verdicts)
    lines = ["", "  ".join(["page".ljust(width), *LEAST, "runs"])]
    for each in verdicts:
        scores = [str(each.scores[name]).rjust(len(name)) for name in LEAST]
        lines.append(
            "  ".join([(each.page or "/").ljust(width), *scores, " ".join(map(str, each.performances))])
        )
        lines += [f"  {name} must be {LEAST[name]}" for name in each.short if name == PERFORMANCE]
        lines += [f"  {fault}" for fault in each.faults]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
