"""What a shell needs to complete our commands, and the slugs that it completes."""

from __future__ import annotations

import re
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from generator.cli.site import nearest_config

SHELLS = ("bash", "zsh", "fish")
NAME, VARIABLE = "briefs", "_BRIEFS_COMPLETE"
"""The command's name, and the environment variable by which Click is asked for what fits."""

_BRIEFS_DIR = re.compile(r"^[ \t]*briefs_dir:[ \t]*[\"']?([^\"'#\n]+?)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE)


class Slug(click.ParamType[str]):
    """A brief's slug; a shell is offered those that the nearest site has."""

    name = "slug"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The slugs that begin with `incomplete`, but for those that stand on the line already."""
        given = ctx.params.get(param.name or "") or ()
        taken = {given} if isinstance(given, str) else set(given)
        return [
            CompletionItem(slug) for slug in _slugs(ctx) if slug.startswith(incomplete) and slug not in taken
        ]


SLUG = Slug()


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what a shell needs to complete commands, options and slugs.

    \b
    Examples:
      eval "$(briefs completion bash)"                            in ~/.bashrc
      eval "$(briefs completion zsh)"                             in ~/.zshrc
      briefs completion fish > ~/.config/fish/completions/briefs.fish
    """
    made_by = get_completion_class(shell)
    if made_by is None:
        raise click.ClickException(f"Click knows no completion for {shell}")
    script = made_by(click.Command(NAME), {}, NAME, VARIABLE)
    click.echo(script.source_template % script.source_vars())


# --- Private functions ---


def _slugs(ctx: click.Context) -> list[str]:
    """The slugs of the site that the line names, or of the nearest.

    Its configuration is not loaded, which takes longer than a person waits for a key: the one line is looked for.
    """
    given = ctx.params.get("config_file")
    config = Path(str(given)) if given else nearest_config(Path.cwd())
    if config is None or not config.is_file():
        return []
    named = _BRIEFS_DIR.search(config.read_text("utf-8", errors="replace"))
    briefs = config.parent / (named[1] if named else "briefs")
    folders = briefs.iterdir() if briefs.is_dir() else ()
    return sorted(path.name for path in folders if path.is_dir() and not path.name.startswith((".", "_")))
