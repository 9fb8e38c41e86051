"""`make supply`: advisories on all that is locked, the workflows' faults, the bills of materials.

Ends with 0 where all is well, 1 where something was found, and 69 where nothing was found but the advisory service
gave no answer for some package: then nothing is known of it, which is not the same as its being well.
`python -m tests.supply sbom` makes the bills only.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .tools import LOCKS, PEERS, ROOT, Audited, ask, bill, lint

UNANSWERED = os.EX_UNAVAILABLE


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0, 1 or 69 (above)."""
    for lock in LOCKS:
        print(f"{bill(lock).relative_to(ROOT)}: the bill of materials of {lock.relative_to(ROOT)}")
    if list(arguments) == ["sbom"]:
        return 0
    clean, said = lint()
    print(said if not clean else "zizmor: 0 findings in .github")
    answers = [ask(lock) for lock in (*LOCKS, PEERS)]
    print("\n".join(map(told, answers)))
    status = verdict(clean, answers)
    if status == UNANSWERED:
        print("make supply: the advisory service was not to be asked here: NOT AUDITED", file=sys.stderr)
    return status


def told(answer: Audited) -> str:
    """A line for a lock, and one for each advisory."""
    if answer.failure:
        return f"pip-audit: {answer.lock}: no answer ({answer.failure})"
    advisories = [f"  {name} {version}: {advisory}" for name, version, advisory in answer.vulnerable]
    unasked = f", no answer for {len(answer.unasked)}" if answer.unasked else ""
    count = f"pip-audit: {answer.lock}: {len(advisories)} advisories on {answer.known} packages{unasked}"
    return "\n".join([count, *advisories])


def verdict(clean: bool, answers: Sequence[Audited]) -> int:
    """1 where anything was found, else 69 where anything could not be asked, else 0."""
    if not clean or any(answer.vulnerable for answer in answers):
        return 1
    return UNANSWERED if any(answer.failure or answer.unasked for answer in answers) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
