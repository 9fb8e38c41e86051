"""Waiting for something in a browser's page whose policy lets nothing be evaluated in it."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Error, Page

PAUSE = 50
"""Milliseconds between two looks."""


def until(page: Page, expression: str, arg: Any = None, timeout: float = 30_000) -> None:
    """Waits until an expression, or a function of `arg`, gives something true. Raises `AssertionError` after
    `timeout` milliseconds.

    Playwright's own `wait_for_function` evaluates it within the page, where its Content-Security-Policy forbids that
    unless it is so at once.
    """
    end = time.monotonic() + timeout / 1000
    while not _holds(page, expression, arg):
        assert time.monotonic() < end, f"still not so: {expression}"
        page.wait_for_timeout(PAUSE)


def _holds(page: Page, expression: str, arg: Any) -> bool:
    try:
        return bool(page.evaluate(expression, arg))
    except Error as error:
        if "context was destroyed" in str(error) or "navigation" in str(error):
            return False  # another page is on its way
        raise
