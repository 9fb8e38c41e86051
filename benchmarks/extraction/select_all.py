"""What a browser's “select all” copies of a page: Chromium's `innerText`, with scripts off and no network."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

CHROMIUM = "/usr/bin/chromium"


def select_all(pages: Mapping[str, str], cache: Path) -> dict[str, str]:
    """The text of each page by its id; empty where the browser shows none. Kept below `cache`."""
    cache.mkdir(parents=True, exist_ok=True)
    kept = {id_: cache / f"{hashlib.sha256(html.encode()).hexdigest()}.txt" for id_, html in pages.items()}
    missing = {id_: html for id_, html in pages.items() if not kept[id_].exists()}
    if missing:
        _render(missing, kept)
    return {id_: path.read_text(encoding="utf-8") for id_, path in kept.items() if path.exists()}


# --- Private functions ---


def _render(pages: Mapping[str, str], kept: Mapping[str, Path]) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(java_script_enabled=False, offline=True)
        for id_, html in pages.items():
            file = kept[id_].with_suffix(".html")
            file.write_text(html, encoding="utf-8")
            page = context.new_page()
            try:
                page.goto(file.as_uri(), wait_until="domcontentloaded", timeout=20_000)
                text = page.evaluate("document.body.innerText")
                kept[id_].write_text(text, encoding="utf-8", errors="replace")
            except Error as error:
                print(f"{id_}: {error.message.splitlines()[0]}")
            finally:
                page.close()
                file.unlink()
        browser.close()
