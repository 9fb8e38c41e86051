"""Budgets are sizes in words; a site that is nearly too large is told before it is."""

from __future__ import annotations

import pytest

from generator.publish.inspect.sizes import Budgets, over_budget, read_budgets


@pytest.mark.parametrize(
    ("written", "budgets"),
    [
        (None, Budgets()), ({}, Budgets()), ({"page": "2 MB"}, Budgets(page=2_000_000)),
        ({"page": "500kB", "site": "1.5 GB"}, Budgets(page=500_000, site=1_500_000_000)),
        ({"page": "9 B"}, Budgets(page=9)),
    ],
)  # fmt: skip
def test_what_is_read(written: object, budgets: Budgets) -> None:
    assert read_budgets(written) == (budgets, "")


@pytest.mark.parametrize(
    "written", ["2 MB", {"pages": "2 MB"}, {"page": 3}, {"page": "2 miles"}, {"site": "-1 MB"}]
)
def test_what_is_refused(written: object) -> None:
    budgets, fault = read_budgets(written)
    assert budgets == Budgets()
    assert "MB" in fault


@pytest.mark.parametrize(("size", "told"), [(79, []), (81, [False]), (100, [False]), (101, [True])])
def test_there_is_a_warning_first(size: int, told: list[bool]) -> None:
    assert [fault.is_error for fault in over_budget(size, Budgets(site=100))] == told
