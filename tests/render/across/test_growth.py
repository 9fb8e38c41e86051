"""The work for the pages across briefs grows as the briefs do."""

from __future__ import annotations

from functools import cache

import pytest

from generator.model.findings import Corrected, Record
from tests.growth import LINEAR, growth
from tests.render.across.made import lean, site


@cache
def briefs(count: int, shape: str) -> tuple[Record, ...]:
    """So many briefs that share one outlet, one origin and one tag, or have each one of their own."""
    own = shape == "apart"
    return tuple(
        lean(
            f"b{n:05}",
            f"2026-01-{n % 28 + 1:02}",
            size=4,
            tags=(f"tag {n}" if own else "tag",),
            corrections=(Corrected("2026-01-01", "2026-01-01", "was", "now", "why", None, False),),
        )
        for n in range(count)
    )


@pytest.mark.parametrize("shape", ["together", "apart"])
def test_four_times_the_briefs_are_four_times_the_work(shape: str) -> None:
    briefs(1200, shape)
    briefs(300, shape)
    assert growth(lambda size: site(*briefs(size, shape)), 1200) < LINEAR
