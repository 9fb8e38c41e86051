"""A server that tests speak to as an editor does, on its standard streams; each test has a site of its own."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types as lsp
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from ..acceptance.broken.port import FILES
from .editor import VERSIONS, Editor

CONFIG = "site_name: Lethe\nplugins: [search, briefs]\n"


def put(root: Path, files: Mapping[str, str]) -> Path:
    """Puts files down below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return root


def _told(client: LanguageClient, params: lsp.PublishDiagnosticsParams) -> None:
    """What is told of a text that was typed over since is no news."""
    if params.version is None or params.version >= VERSIONS.get(params.uri, 0):
        client.diagnostics[params.uri] = params.diagnostics


@asynccontextmanager
async def spoken_to(
    capabilities: lsp.ClientCapabilities, encodings: list[str] | None = None
) -> AsyncIterator[LanguageClient]:
    """A client of a server that has just begun; the server is ended as an editor ends it."""
    client = LanguageClient(converter_factory=default_converter)
    register_lsp_features(client, {**DEFAULT_CLIENT_FEATURES, lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _told})
    client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    await client.start_io(str(Path(sys.executable).with_name("briefs")), "lsp", "--stdio")
    if encodings is not None and capabilities.general is not None:
        capabilities.general.position_encodings = encodings
    await client.initialize_session(lsp.InitializeParams(capabilities))
    yield client
    await client.shutdown_session()
    await client.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def client() -> AsyncIterator[LanguageClient]:
    """A client that can do what Visual Studio Code can."""
    async with spoken_to(client_capabilities("visual-studio-code")) as client:
        yield client


@pytest.fixture
def files() -> dict[str, str]:
    """The files of a test's site; a module may have others."""
    return {"mkdocs.yml": CONFIG, **FILES}


@pytest.fixture
def editor(tmp_path: Path, client: LanguageClient, files: dict[str, str]) -> Editor:
    """An editor at a site without problems."""
    client.diagnostics.clear()
    return Editor(put(tmp_path, files), client)
