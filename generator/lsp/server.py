"""The language server: what an editor asks, answered in a few lines each (LSP 3.17)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from generator import __version__
from generator.lsp import completion, targets
from generator.lsp.edits import Change
from generator.lsp.fixes import fixes
from generator.lsp.formatting import laid_out
from generator.lsp.hover import Said, hover
from generator.lsp.nodes import At
from generator.lsp.pen import Client
from generator.lsp.positions import Ruler
from generator.lsp.rename import renamable, rename
from generator.lsp.session import Session
from generator.lsp.sheet import Sheet
from generator.lsp.site import Desk
from generator.lsp.symbols import symbols
from generator.lsp.wire import (
    NAME,
    Files,
    can_make,
    can_rename_files,
    diagnostic,
    locations,
    symbol,
    workspace_edit,
)

SWITCH = 0.0005
"""Seconds for which a check may keep others waiting: a tenth of the usual, for which an answer would wait several
times."""

_TRIGGERS = [" ", ":", "-", "[", "{", ",", '"', "'", "_"]
_OPTIONS: dict[str, object] = {
    lsp.TEXT_DOCUMENT_COMPLETION: lsp.CompletionOptions(trigger_characters=_TRIGGERS),
    lsp.TEXT_DOCUMENT_CODE_ACTION: lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix]),
    lsp.TEXT_DOCUMENT_RENAME: lsp.RenameOptions(prepare_provider=True),
}
_WATCHED = ("**/brief.yml", "**/brief.lock.yml", "**/parties.yml", "**/articles/*.md", "**/mkdocs.yml")


def serve() -> None:
    """Speaks the protocol on standard input and output until the client ends it."""
    out, sys.stdout = sys.stdout, sys.stderr  # whoever prints must not speak in between
    sys.setswitchinterval(SWITCH)
    server().start_io(sys.stdin.buffer, out.buffer)


def server() -> LanguageServer:
    """A server that knows the format. Texts come whole: positions then never depend on what counts as a line."""
    made = LanguageServer(NAME, __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
    for feature, answer in _Front(made).answers().items():
        made.feature(feature, _OPTIONS.get(feature))(
            partial(answer)
        )  # pygls marks what it is given: no method
    return made


# --- Private ---


class _Front:
    """Answers the client. Completion is answered at once; what needs a check waits its turn aside."""

    def __init__(self, server: LanguageServer) -> None:
        self._server = server
        self._session = Session(server)

    def answers(self) -> dict[str, Callable[..., object]]:
        """What answers each message of the client."""
        return {
            lsp.INITIALIZED: self.initialized,
            lsp.SHUTDOWN: self.shutdown,
            lsp.TEXT_DOCUMENT_DID_OPEN: self.opened,
            lsp.TEXT_DOCUMENT_DID_CHANGE: self.changed,
            lsp.TEXT_DOCUMENT_DID_SAVE: self.saved,
            lsp.TEXT_DOCUMENT_DID_CLOSE: self.closed,
            lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: self.watched,
            lsp.TEXT_DOCUMENT_COMPLETION: self.complete,
            lsp.TEXT_DOCUMENT_HOVER: self.hover,
            lsp.TEXT_DOCUMENT_DEFINITION: self.definition,
            lsp.TEXT_DOCUMENT_REFERENCES: self.references,
            lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL: self.symbols,
            lsp.TEXT_DOCUMENT_CODE_ACTION: self.actions,
            lsp.TEXT_DOCUMENT_PREPARE_RENAME: self.prepare_rename,
            lsp.TEXT_DOCUMENT_RENAME: self.rename,
            lsp.TEXT_DOCUMENT_FORMATTING: self.format,
        }

    # --- Public methods: what the client tells ---

    def initialized(self, params: lsp.InitializedParams) -> None:
        """Asks to be told of files that change on disk, where the client can do that."""
        workspace = self._server.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching is None or not watching.dynamic_registration:
            return
        watchers = [lsp.FileSystemWatcher(pattern) for pattern in _WATCHED]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        asked = lsp.Registration("files", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        self._server.client_register_capability(lsp.RegistrationParams([asked]))

    def shutdown(self, params: None) -> None:
        """Starts nothing any more."""
        self._session.end()

    def opened(self, params: lsp.DidOpenTextDocumentParams) -> None:
        """A file is open."""
        document = params.text_document
        self._session.typed(document.uri, document.text, document.version, delay=0)

    def changed(self, params: lsp.DidChangeTextDocumentParams) -> None:
        """A file was typed in."""
        text = self._server.workspace.get_text_document(params.text_document.uri).source
        self._session.typed(params.text_document.uri, text, params.text_document.version)

    def saved(self, params: lsp.DidSaveTextDocumentParams) -> None:
        """A file was saved."""
        self._session.changed()

    def closed(self, params: lsp.DidCloseTextDocumentParams) -> None:
        """A file is open no more."""
        self._session.closed(params.text_document.uri)

    def watched(self, params: lsp.DidChangeWatchedFilesParams) -> None:
        """Files changed on disk."""
        self._session.changed()

    # --- Public methods: what the client asks ---

    def complete(self, params: lsp.CompletionParams) -> lsp.CompletionList | None:
        """What may be written at a position. It depends on what is typed, so that it is asked anew at each key."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        items = completion.complete(desk, sheet, ruler.at(params.position), ruler, self._client)
        return lsp.CompletionList(is_incomplete=True, items=items)

    async def hover(self, params: lsp.HoverParams) -> lsp.Hover | None:
        """What there is to say of a position."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        outcome = await self._session.aside(desk.site.check, desk.slug) if desk.slug else None
        said = await self._session.aside(hover, desk, sheet, ruler.at(params.position), outcome)
        if said is None:
            return None
        return lsp.Hover(self._shown(said), ruler.range(said.start, said.end))

    async def definition(self, params: lsp.DefinitionParams) -> list[lsp.Location] | None:
        """Where what stands at a position is."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        found = await self._session.aside(targets.definition, desk, sheet, ruler.at(params.position))
        return await self._session.aside(locations, found, self._files(desk))

    async def references(self, params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        """Every place that names what stands at a position."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        found = await self._session.aside(targets.references, desk, sheet, ruler.at(params.position))
        return await self._session.aside(locations, found, self._files(desk))

    def symbols(self, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
        """What a file holds."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        return [symbol(each, ruler) for each in symbols(desk, sheet)]

    async def actions(self, params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        """The quick fixes of the problems in a range."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        first, last = ruler.at(params.range.start), ruler.at(params.range.end)
        return await self._session.aside(self._actions, desk, sheet, first, last)

    async def prepare_rename(self, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        """The id at a position, if it can be renamed."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        found = await self._session.aside(renamable, desk, sheet, ruler.at(params.position))
        if found is None:
            return None
        return lsp.PrepareRenamePlaceholder(ruler.range(found[0].start, found[0].end), found[1])

    async def rename(self, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        """An id by another name everywhere."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        desk, sheet, ruler = here
        place, new = ruler.at(params.position), params.new_name
        change, why_not = await self._session.aside(rename, desk, sheet, place, new)
        if change is None:
            raise JsonRpcException(why_not, lsp.LSPErrorCodes.RequestFailed)
        if change.renamed and not can_rename_files(self._server.client_capabilities):
            moves = " and ".join(f"{old} to {new}" for old, new in change.renamed.items())
            told = lsp.ShowMessageParams(lsp.MessageType.Warning, f"Rename {moves} too.")
            self._server.window_show_message(told)
        able = self._server.client_capabilities
        return await self._session.aside(workspace_edit, change, self._files(desk), able)

    def format(self, params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
        """The file laid out, as by `briefs fmt`."""
        if (here := self._here(params.text_document.uri)) is None:
            return None
        _, sheet, ruler = here
        return [lsp.TextEdit(ruler.range(edit.start, edit.end), edit.text) for edit in laid_out(sheet)]

    # --- Private methods ---

    @property
    def _client(self) -> Client:
        document = self._server.client_capabilities.text_document
        item = document.completion.completion_item if document and document.completion else None
        modes = item.insert_text_mode_support.value_set if item and item.insert_text_mode_support else ()
        formats = (item.documentation_format if item else None) or ()
        return Client(
            bool(item and item.snippet_support),
            lsp.InsertTextMode.AsIs in modes,
            lsp.MarkupKind.Markdown in formats,
        )

    def _shown(self, said: Said) -> lsp.MarkupContent:
        """What is said, in Markdown where the client shows it."""
        document = self._server.client_capabilities.text_document
        formats = (document.hover.content_format if document and document.hover else None) or ()
        if lsp.MarkupKind.Markdown in formats:
            return lsp.MarkupContent(lsp.MarkupKind.Markdown, said.markdown)
        return lsp.MarkupContent(lsp.MarkupKind.PlainText, said.plain)

    def _here(self, uri: str) -> tuple[Desk, Sheet, Ruler] | None:
        """The file that an address names as it stands now, and what measures it."""
        desk = self._session.desk(uri)
        sheet = desk.sheet if desk is not None else None
        if desk is None or sheet is None:
            return None
        return desk, sheet, self._files(desk).ruler(desk.name)

    def _files(self, desk: Desk) -> Files:
        return self._session.files(desk.site)

    def _actions(self, desk: Desk, sheet: Sheet, first: At, last: At) -> list[lsp.CodeAction]:
        files, made = self._files(desk), []
        for problem in desk.site.check(desk.slug).problems:
            start, end = sheet.ends(problem.location)
            if problem.location.file != desk.name or end < first or last < start:
                continue
            told = diagnostic(problem, sheet, files.ruler(desk.name))
            made += [
                self._action(change, told, files)
                for change in fixes(desk, sheet, problem)
                if self._can(change)
            ]
        return made

    def _can(self, change: Change) -> bool:
        return can_make(change, self._server.client_capabilities)

    def _action(self, change: Change, told: lsp.Diagnostic, files: Files) -> lsp.CodeAction:
        edit = workspace_edit(change, files, self._server.client_capabilities)
        preferred = True if change.is_preferred else None
        return lsp.CodeAction(change.title, lsp.CodeActionKind.QuickFix, [told], preferred, edit=edit)
