"""Our values as the protocol has them (LSP 3.17): diagnostics, locations, edits of a workspace, symbols."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lsprotocol import types as lsp

from generator.lsp.edits import Change
from generator.lsp.positions import Ruler
from generator.lsp.sheet import Sheet
from generator.lsp.site import Site
from generator.lsp.standing import Stretch
from generator.lsp.symbols import Symbol
from generator.model.source import Problem

NAME = "briefs"
_SEVERITIES = {True: lsp.DiagnosticSeverity.Error, False: lsp.DiagnosticSeverity.Warning}


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a site as the client names and counts them."""

    site: Site
    uri: Callable[[str], str]
    version: Callable[[str], int | None]
    encoding: lsp.PositionEncodingKind | str | None

    def ruler(self, name: str) -> Ruler:
        """What measures the lines of a file."""
        sheet = self.site.sheet(name)
        return Ruler(sheet.lines if sheet is not None else [""], self.encoding)


def diagnostic(problem: Problem, sheet: Sheet | None, ruler: Ruler) -> lsp.Diagnostic:
    """A problem at its place, with its remedy below its message."""
    start, end = sheet.ends(problem.location) if sheet is not None else ((0, 0), (0, 0))
    message = f"{problem.message}\n{problem.remedy}" if problem.remedy else problem.message
    return lsp.Diagnostic(
        ruler.range(start, end),
        message,
        severity=_SEVERITIES[problem.is_error],
        code=problem.code,
        source=NAME,
    )


def locations(found: Iterable[Stretch], files: Files) -> list[lsp.Location]:
    """Parts of files."""
    with files.site.still():
        return [
            lsp.Location(files.uri(each.name), files.ruler(each.name).range(each.start, each.end))
            for each in found
        ]


def workspace_edit(change: Change, files: Files, can: lsp.ClientCapabilities) -> lsp.WorkspaceEdit:
    """A change of several files. Files are made and renamed where the client can do that."""
    with files.site.still():
        return _workspace_edit(change, files, can)


def _workspace_edit(change: Change, files: Files, can: lsp.ClientCapabilities) -> lsp.WorkspaceEdit:
    edits = {name: _edits(change, name, files) for name in change.edits}
    if not _does(can, lsp.ResourceOperationKind.Rename) and not change.made:
        return lsp.WorkspaceEdit(changes={files.uri(name): of for name, of in edits.items()})
    return lsp.WorkspaceEdit(document_changes=list(_operations(change, edits, files)))


def can_rename_files(can: lsp.ClientCapabilities) -> bool:
    """Whether the client renames a file when it is told to."""
    return _does(can, lsp.ResourceOperationKind.Rename)


def can_make(change: Change, can: lsp.ClientCapabilities) -> bool:
    """Whether the client can make the files that a change needs."""
    return not change.made or _does(can, lsp.ResourceOperationKind.Create)


def symbol(of: Symbol, ruler: Ruler) -> lsp.DocumentSymbol:
    """A thing of a file, with those in it."""
    extent = ruler.range(of.start, of.end)
    kind = lsp.SymbolKind.Object if of.within else lsp.SymbolKind.String
    within = [symbol(each, ruler) for each in of.within]
    return lsp.DocumentSymbol(
        of.name, kind, extent, extent, detail=of.detail or None, children=within or None
    )


# --- Private functions ---


def _edits(change: Change, name: str, files: Files) -> list[lsp.TextEdit]:
    ruler = files.ruler(name)
    return [lsp.TextEdit(ruler.range(edit.start, edit.end), edit.text) for edit in change.edits[name]]


def _operations(
    change: Change, edits: Mapping[str, list[lsp.TextEdit]], files: Files
) -> Iterator[lsp.TextDocumentEdit | lsp.CreateFile | lsp.RenameFile]:
    for name in change.made:
        yield lsp.CreateFile(files.uri(name), options=lsp.CreateFileOptions(ignore_if_exists=True))
    for name, of in edits.items():
        document = lsp.OptionalVersionedTextDocumentIdentifier(files.uri(name), files.version(name))
        yield lsp.TextDocumentEdit(document, list(of))
    for old, new in (change.renamed or {}).items():
        yield lsp.RenameFile(files.uri(old), files.uri(new))


def _does(can: lsp.ClientCapabilities, operation: lsp.ResourceOperationKind) -> bool:
    workspace = can.workspace.workspace_edit if can.workspace else None
    if workspace is None or not workspace.document_changes:
        return False
    return operation in (workspace.resource_operations or ())
