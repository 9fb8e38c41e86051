// Starts `briefs lsp` for the briefs of the workspace. There is nothing to build.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const FILES = ["**/brief.yml", "**/parties.yml", "**/articles/*.md"];

let client;

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("briefs.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("briefs.command") && restart()),
  );
  await start();
}

async function deactivate() {
  const ended = client;
  client = undefined;
  await ended?.stop();
}

async function restart() {
  await deactivate();
  await start();
}

async function start() {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
  const run = { command: command(folder), args: ["lsp"], options: { cwd: folder } };
  const documentSelector = FILES.map((pattern) => ({ scheme: "file", pattern }));
  client = new LanguageClient("briefs", "Annotated briefs", { run, debug: run }, { documentSelector });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `Briefs: “${run.command} lsp” could not be started (${error.message}). Set “briefs.command” to where briefs is.`,
    );
  }
}

// The setting; else the environment that stands beside the briefs; else whatever is on the path.
function command(folder) {
  const set = vscode.workspace.getConfiguration("briefs").get("command");
  if (set) {
    return set;
  }
  const own = process.platform === "win32" ? [".venv", "Scripts", "briefs.exe"] : [".venv", "bin", "briefs"];
  const beside = folder && path.join(folder, ...own);
  return beside && fs.existsSync(beside) ? beside : "briefs";
}

module.exports = { activate, deactivate };
