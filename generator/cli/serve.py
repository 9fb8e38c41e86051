"""The command that shows the site while it is edited: serve."""

from __future__ import annotations

import errno

import click

from generator.cli.site import needs_plugin, with_site
from generator.preview import Preview, preview
from generator.publish import Site
from generator.publish.engine import print_log


@click.command()
@click.option(
    "-a", "--dev-addr", metavar="IP:PORT", callback=lambda *given: _address(given[2]),
    help="Where to serve; by default 127.0.0.1:8000.",
)  # fmt: skip
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the brief edited last in a browser.")
@click.option(
    "--editor", metavar="LINK", default="", envvar="BRIEFS_EDITOR",
    help="A link that opens a problem's place: vscode://file{path}:{line}:{column}; without one it is copied.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Unfold warnings as errors are.")
@with_site
def serve(
    site: Site, quiet: bool, dev_addr: tuple[str, int] | None, open_browser: bool, editor: str, strict: bool
) -> None:
    """Preview the site, drafts and all: each page is made anew as soon as an edit touches it.

    Problems stand in the page, which stays as it last was without. A passage that you select in an article can be
    copied as YAML.

    \b
    Examples:
      briefs serve --open
      briefs serve -a 127.0.0.1:9000
      briefs serve --editor "vscode://file{path}:{line}:{column}"
    """
    needs_plugin(site)
    print_log(quiet=True)  # what it warns of stands in the pages; the rest is of builds
    host, port = dev_addr or site.dev_addr
    wanted = Preview(site.config_file, host, port, editor, strict, open_browser)

    def tell(address: str) -> None:
        if not quiet:
            click.echo(f"The preview is at {address} (Ctrl-C ends it)", err=True)

    try:
        preview(wanted, tell)
    except KeyboardInterrupt:
        pass  # that is how it ends
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES) or error.filename:
            raise
        raise click.ClickException(
            f"{host}:{port} cannot be listened on ({error.strerror}): choose another with -a IP:PORT"
        ) from error


# --- Private functions ---


def _address(given: str | None) -> tuple[str, int] | None:
    """The host and the port of `127.0.0.1:8000` or `[::1]:8000`."""
    if given is None:
        return None
    host, _, port = given.rpartition(":")
    if not host or not port.isascii() or not port.isdigit() or int(port) > 65535:
        raise click.BadParameter(f"write IP:PORT, such as 127.0.0.1:8000, not {given}")
    return host.strip("[]"), int(port)
