"""The extension for Visual Studio Code: whole, and it starts our command for our files."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from ..acceptance.broken.port import ALDER, BRIEF, REGISTER

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"

STUB = """
const Module = require("node:module");
const load = Module._load;
const clients = [];
class LanguageClient {
  constructor(id, name, { run }, options) {
    this.at = clients.push({ run, options, events: [] }) - 1;
  }
  async start() { clients[this.at].events.push("start"); }
  async stop() { clients[this.at].events.push("stop"); }
}
const vscode = {
  commands: { registerCommand: () => ({}) },
  workspace: {
    onDidChangeConfiguration: () => ({}),
    workspaceFolders: [{ uri: { fsPath: process.argv[2] } }],
    getConfiguration: () => ({ get: () => process.argv[3] }),
  },
  window: { showErrorMessage: () => {} },
};
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name.startsWith("vscode-languageclient") ? { LanguageClient } : load(name, ...rest);
const extension = require(process.argv[1]);
extension
  .activate({ subscriptions: [] })
  .then(() => extension.deactivate())
  .then(() => console.log(JSON.stringify(clients)));
"""


def package() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / "package.json").read_text("utf-8"))
    return found


def started(folder: Path, setting: str) -> dict[str, Any]:
    """The client that the extension makes in a folder; it was started and stopped once."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node")
    arguments = [node, "-e", STUB, str(FOLDER / package()["main"]), str(folder), setting]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, timeout=60)
    (client,) = json.loads(done.stdout)
    assert client["events"] == ["start", "stop"]
    return client  # type: ignore[no-any-return]


def test_what_it_says_of_itself_holds() -> None:
    said = package()
    assert (FOLDER / said["main"]).is_file()
    assert "workspaceContains:briefs/parties.yml" in said["activationEvents"]
    assert "briefs.command" in said["contributes"]["configuration"]["properties"]
    assert set(said["dependencies"]) == {"vscode-languageclient"}, "nothing has to be built"


def test_its_lock_names_no_registry() -> None:
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))
    packages = [of for name, of in lock["packages"].items() if name]
    assert packages
    assert all("integrity" in of and "resolved" not in of for of in packages)


def test_it_starts_the_command_that_stands_beside_the_briefs(tmp_path: Path) -> None:
    assert started(tmp_path, "")["run"]["command"] == "briefs"
    own = tmp_path / ".venv" / "bin" / "briefs"
    own.parent.mkdir(parents=True)
    own.touch()
    run = started(tmp_path, "")["run"]
    assert (run["command"], run["args"]) == (str(own), ["lsp"])
    assert started(tmp_path, "/opt/briefs")["run"]["command"] == "/opt/briefs"


def test_it_is_for_the_three_files_of_the_format(tmp_path: Path) -> None:
    selectors = started(tmp_path, "")["options"]["documentSelector"]
    patterns = [selector["pattern"] for selector in selectors]
    for name in (BRIEF, ALDER, REGISTER):
        assert any(fnmatch(f"/{name}", pattern) for pattern in patterns), name
    assert not any(fnmatch("/docs/index.md", pattern) for pattern in patterns)
    assert {selector["scheme"] for selector in selectors} == {"file"}


def test_its_readme_names_the_package_that_is_made() -> None:
    said = package()
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert re.search(rf"{said['name']}-{re.escape(said['version'])}\.vsix", readme)
