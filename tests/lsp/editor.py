"""An editor as the language server sees one: opens files, types, asks, and makes the edits that it gets."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from lsprotocol import types as lsp
from pytest_lsp import LanguageClient

CURSOR = "▲"
VERSIONS: dict[str, int] = {}
"""The version of each file that is open, by its address: each test has a folder of its own."""

PATIENCE = 30
"""Seconds after which an answer counts as missing."""


@dataclass
class Editor:
    """One client at a site's folder. Files go by their paths below it."""

    root: Path
    client: LanguageClient
    texts: dict[str, str] = field(default_factory=dict)

    # --- What an editor does ---

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def open(self, name: str, text: str | None = None) -> None:
        self.texts[name] = self.read(name) if text is None else text
        VERSIONS[self.uri(name)] = 1
        self.client.diagnostics.pop(self.uri(name), None)
        document = lsp.TextDocumentItem(self.uri(name), "yaml", 1, self.texts[name])
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))

    def type(self, name: str, text: str) -> None:
        """The whole text anew, as it stands after typing."""
        if name not in self.texts:
            self.open(name, text)
            return
        self.texts[name] = text
        VERSIONS[self.uri(name)] += 1
        self.client.diagnostics.pop(self.uri(name), None)
        document = lsp.VersionedTextDocumentIdentifier(VERSIONS[self.uri(name)], self.uri(name))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    def save(self, name: str) -> None:
        (self.root / name).write_text(self.texts[name], encoding="utf-8", newline="")
        document = lsp.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(document))

    def close(self, name: str) -> None:
        del self.texts[name], VERSIONS[self.uri(name)]
        self.client.diagnostics.pop(self.uri(name), None)
        document = lsp.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))

    async def problems(self, name: str) -> list[lsp.Diagnostic]:
        """What is told of a file after the last thing that was done to it."""
        for _ in range(PATIENCE * 100):
            if self.uri(name) in self.client.diagnostics:
                return list(self.client.diagnostics[self.uri(name)])
            await asyncio.sleep(0.01)
        raise AssertionError(f"nothing was told of {name}")

    # --- What an editor asks ---

    async def complete(self, name: str, marked: str) -> list[lsp.CompletionItem]:
        """What is offered where `▲` stands in a text that is being typed."""
        params = lsp.CompletionParams(*self._typed(name, marked))
        found = await self.client.text_document_completion_async(params)
        return list(found.items) if isinstance(found, lsp.CompletionList) else list(found or [])

    async def hover(self, name: str, marked: str) -> str | None:
        """What is said of the thing where `▲` stands."""
        found = await self.client.text_document_hover_async(lsp.HoverParams(*self._typed(name, marked)))
        if found is None:
            return None
        assert isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value

    async def definition(self, name: str, marked: str) -> list[tuple[str, str]]:
        """Where it leads: file and the text there, the whole line where no range is given."""
        params = lsp.DefinitionParams(*self._typed(name, marked))
        return self._told(await self.client.text_document_definition_async(params))

    async def references(self, name: str, marked: str) -> list[tuple[str, str]]:
        context = lsp.ReferenceContext(include_declaration=True)
        document, position = self._typed(name, marked)
        params = lsp.ReferenceParams(context, document, position)
        return self._told(await self.client.text_document_references_async(params))

    async def fixes(self, name: str, problem: lsp.Diagnostic) -> dict[str, lsp.CodeAction]:
        """The quick fixes of a problem, by their titles."""
        context = lsp.CodeActionContext([problem])
        document = lsp.TextDocumentIdentifier(self.uri(name))
        found = await self.client.text_document_code_action_async(
            lsp.CodeActionParams(document, problem.range, context)
        )
        return {action.title: action for action in found or [] if isinstance(action, lsp.CodeAction)}

    async def rename(self, name: str, marked: str, new: str) -> lsp.WorkspaceEdit:
        document, position = self._typed(name, marked)
        found = await self.client.text_document_rename_async(lsp.RenameParams(document, position, new))
        assert found is not None
        return found

    # --- What an editor makes of the answers ---

    def accept(self, name: str, item: lsp.CompletionItem) -> str:
        """The text with an item put in, as it is typed from then on."""
        assert isinstance(item.text_edit, lsp.TextEdit)
        edits = [item.text_edit, *(item.additional_text_edits or [])]
        self.type(name, edited(self.texts[name], edits))
        return self.texts[name]

    def make(self, change: lsp.WorkspaceEdit) -> set[str]:
        """Makes a change of several files, on disk where they aren't open; the names of those changed."""
        changed = set()
        for uri, edits in (change.changes or {}).items():
            changed.add(self._edit(uri, edits))
        for operation in change.document_changes or []:
            match operation:
                case lsp.TextDocumentEdit():
                    assert all(isinstance(edit, lsp.TextEdit) for edit in operation.edits)
                    changed.add(self._edit(operation.text_document.uri, operation.edits))  # type: ignore[arg-type]
                case lsp.CreateFile():
                    self._path(operation.uri).touch()
                case lsp.RenameFile():
                    self._path(operation.old_uri).rename(self._path(operation.new_uri))
                case _:
                    raise AssertionError(operation)
        return changed

    def read(self, name: str) -> str:
        """The text of a file as it stands: typed, or on disk."""
        if name in self.texts:
            return self.texts[name]
        return (self.root / name).read_bytes().decode("utf-8")

    # --- Private methods ---

    def _typed(self, name: str, marked: str) -> tuple[lsp.TextDocumentIdentifier, lsp.Position]:
        before, _, after = marked.partition(CURSOR)
        if self.texts.get(name) != before + after:
            self.type(name, before + after)
        lines = re.split(r"\r\n|\r|\n", before)
        position = lsp.Position(len(lines) - 1, units(lines[-1]))
        return lsp.TextDocumentIdentifier(self.uri(name)), position

    def _edit(self, uri: str, edits: Iterable[lsp.TextEdit]) -> str:
        name = self._path(uri).relative_to(self.root).as_posix()
        text = edited(self.read(name), edits)
        if name in self.texts:
            self.type(name, text)
        else:
            (self.root / name).write_bytes(text.encode("utf-8"))
        return name

    def _told(self, found: object) -> list[tuple[str, str]]:
        told = []
        for location in found or []:  # type: ignore[attr-defined]
            assert isinstance(location, lsp.Location)
            name = self._path(location.uri).relative_to(self.root).as_posix()
            text = self.read(name)
            start, end = (offset(text, at) for at in (location.range.start, location.range.end))
            told.append((name, text[start:end]))
        return told

    @staticmethod
    def _path(uri: str) -> Path:
        return Path(lsp_path(uri))


def lsp_path(uri: str) -> str:
    from pygls.uris import to_fs_path

    path = to_fs_path(uri)
    assert path is not None
    return path


def units(text: str) -> int:
    """How many UTF-16 code units a text has."""
    return len(text.encode("utf-16-le")) // 2


def offset(text: str, position: lsp.Position) -> int:
    """Where a position is in a text, in code points. It must be one: no editor forgives another."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    assert position.line < len(starts), position
    start = starts[position.line]
    line = re.split(r"\r\n|\r|\n", text[start:], maxsplit=1)[0]
    for column in range(len(line) + 1):
        if units(line[:column]) == position.character:
            return start + column
    raise AssertionError(f"{position} is within a character, or beyond its line {line!r}")


def edited(text: str, edits: Iterable[lsp.TextEdit]) -> str:
    """The text with the edits made; none may overlap another (LSP 3.17, "TextEdit[]")."""
    spans = sorted((offset(text, e.range.start), offset(text, e.range.end), e.new_text) for e in edits)
    for (_, end, _), (start, _, _) in pairwise(spans):
        assert end <= start, "edits overlap"
    for start, end, new in reversed(spans):
        text = text[:start] + new + text[end:]
    return text
