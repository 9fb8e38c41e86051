"""Prints how soon the language server answers in a long brief: `python -m benchmarks.lsp [LINES]`."""

from __future__ import annotations

import asyncio
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from benchmarks.invention.english import ENGLISH
from benchmarks.invention.names import place
from benchmarks.invention.tongue import sentence

RUNS = 15
SOURCES = 4
BRIEF = "briefs/long/brief.yml"


def long_brief(root: Path, lines: int, seed: int = 20261128) -> str:
    """The text of a valid brief of at least so many lines and four sources, written below `root` with its site."""
    dice = random.Random(seed)  # noqa: S311 - data for a benchmark, not a secret
    bodies: dict[str, list[str]] = {f"source-{n}": [] for n in range(SOURCES)}
    head = "title: A long brief\nsummary: It is made up.\ndate: 2026-02-03\nstatus: draft\n\nclaims:\n"
    claims: list[str] = []
    while head.count("\n") + sum(claim.count("\n") for claim in claims) < lines:
        claims.append(_claim(len(claims), bodies, dice))
    text = head + "\n".join(claims)
    _write(root / "mkdocs.yml", "site_name: Long\nplugins: [briefs]\n")
    _write(
        root / "briefs/parties.yml", "".join(f"{id_}: {{name: No {id_}}}\n" for id_ in [*bodies, "agency"])
    )
    _write(root / BRIEF, text)
    for source, paragraphs in bodies.items():
        front = f"---\noutlet: {source}\ntitle: All of {source}\n---\n\n"
        _write(root / f"briefs/long/articles/{source}.md", front + "\n\n".join(paragraphs) + "\n")
    return text


def main(lines: int) -> None:
    """A table: what is asked, and the median and longest time to the answer, the server's process and all."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        text = long_brief(root, lines)
        lines = text.count("\n")
        print(
            f"A brief of {lines} lines, {SOURCES} articles\n\n| | median, ms | longest, ms |\n|---|---|---|"
        )
        asyncio.run(_measure(root, text))


# --- Private functions ---


async def _measure(root: Path, text: str) -> None:
    client, told = LanguageClient("benchmark", "1"), asyncio.Event()
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: told.set())
    await client.start_io(shutil.which("briefs", path=str(Path(sys.executable).parent)) or "briefs", "lsp")
    await client.initialize_async(lsp.InitializeParams(lsp.ClientCapabilities()))
    client.initialized(lsp.InitializedParams())
    document = lsp.TextDocumentItem((root / BRIEF).as_uri(), "yaml", 1, text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    await told.wait()
    for name, before, replaced, letters in (
        ("a quotation, behind a keystroke", "quote: ", "", "the report counts"),
        ("a party, behind a keystroke", "via: [", "", "agency"),
        ("a key, behind a keystroke", "\n        ", "via: [agency]", "stance"),
    ):
        await _ask(client, document.uri, text, name, (before, replaced, letters))
    await _diagnose(client, document.uri, text, told)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


async def _ask(client: LanguageClient, uri: str, text: str, name: str, typed: tuple[str, str, str]) -> None:
    """Types at a place in the middle of the text, and asks at once, while what was typed is checked."""
    before, replaced, letters = typed
    times: list[float] = []
    at = text.index(before + replaced, len(text) // 2) + len(before)
    for run in range(RUNS):
        begun = letters[: run % len(letters) + 1]
        _type(client, uri, text[:at] + begun + text[at + len(replaced) :], run + 2)
        position = lsp.Position(text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1 + len(begun))
        begin = time.perf_counter()
        params = lsp.CompletionParams(lsp.TextDocumentIdentifier(uri), position)
        found = await client.text_document_completion_async(params)
        times.append(time.perf_counter() - begin)
        assert isinstance(found, lsp.CompletionList)  # noqa: S101 - a benchmark of nothing would be quick
        assert found.items  # noqa: S101
        await asyncio.sleep(0.05 * (run % 4))
    _print(name, times)


async def _diagnose(client: LanguageClient, uri: str, text: str, told: asyncio.Event) -> None:
    times = []
    for run in range(RUNS // 3):
        await asyncio.sleep(1)
        told.clear()
        begin = time.perf_counter()
        _type(client, uri, text.replace("made up", "made up " + "x" * run), 100 + run)
        await told.wait()
        times.append(time.perf_counter() - begin)
    _print("problems of the whole brief, behind a keystroke (of it 150 ms wait for the next)", times)


def _type(client: LanguageClient, uri: str, text: str, version: int) -> None:
    document = lsp.VersionedTextDocumentIdentifier(version, uri)
    change = lsp.TextDocumentContentChangeWholeDocument(text)
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))


def _print(name: str, times: list[float]) -> None:
    print(f"| {name} | {1000 * statistics.median(times):.0f} | {1000 * max(times):.0f} |", flush=True)


def _claim(number: int, bodies: dict[str, list[str]], dice: random.Random) -> str:
    amount, what = dice.randint(2, 90) * 100, ENGLISH.say("counted", dice)
    lines = [
        f"  - id: claim-{number}",
        f"    claim: {ENGLISH.say('opening', dice)}",
        f"    measure: {what}",
        "    reports:",
    ]
    for source, paragraphs in bodies.items():
        quote = f"about {amount:,} {what} of case {number} in {place(dice)}"
        paragraphs.append(
            f"{_said(dice)} The report counts {quote}{ENGLISH.say('circ', dice)}. {_said(dice)}"
        )
        lines += [
            f"      {source}:",
            f"        quote: {quote}",
            f"        value: about {amount}",
            "        via: [agency]",
        ]
    return "\n".join(lines) + "\n"


def _said(dice: random.Random) -> str:
    return sentence(ENGLISH.say("filler", dice))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
