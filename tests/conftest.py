"""What every test may ask for."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# No deadline: machines are noisy. On CI the examples are always the same, so that a change is judged by itself;
# elsewhere they differ from run to run, and find what they find.
settings.register_profile("house", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="write golden files instead of comparing with them"
    )


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written."""
    return bool(request.config.getoption("--update"))
