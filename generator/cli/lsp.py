"""The command that editors start: lsp."""

from __future__ import annotations

import click


@click.command()
@click.option("--stdio", is_flag=True, help="Speak on standard input and output. It always does.")
def lsp(stdio: bool) -> None:
    """Start the language server, for an editor to speak to.

    It tells problems while you type, completes ids, words and quotations, shows what a quotation's paragraph and a
    claim's status are, leads from a quotation to its article, mends what can be mended, and renames ids everywhere.

    \b
    Examples:
      briefs lsp            as an editor starts it
    """
    from generator.lsp import serve  # noqa: PLC0415 - the protocol takes as long to import as all other commands

    serve()
