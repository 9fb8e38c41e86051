"""The command that drafts claims from a brief's articles: suggest."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import NoReturn

import click

from generator.cli.site import count, known, print_problems, with_site
from generator.load import load_yaml
from generator.load.folder import BriefFolder, read_folder
from generator.model.source import Location, Problem
from generator.pipeline import Outcome, drafting
from generator.publish import Site
from generator.suggest import as_block, as_json, as_yaml
from generator.suggest.embedding import MissingError, embedding
from generator.suggest.placed import begun, placed
from generator.write import write


@click.command()
@click.argument("slug")
@click.option(
    "--format", "style", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True,
    help="How the drafts are printed.",
)  # fmt: skip
@click.option("--write", "writes", is_flag=True, help="Put them into brief.yml, below `suggested:`, instead.")
@click.option(
    "--embed/--no-embed", "embeds", default=None,
    help="Compare sentences by their meaning too (the extra [embed]); by default where it is installed.",
)  # fmt: skip
@with_site
def suggest(site: Site, quiet: bool, slug: str, style: str, writes: bool, embeds: bool | None) -> None:
    """Draft claims from a brief's articles, for you to reword and move up into `claims:`.

    Quotations, figures, dates, hedges and who had it from whom are read from the articles; what several of them say
    of the same stands together, and first. Nothing of it is published. The brief needs no brief.yml yet.

    \b
    Examples:
      briefs suggest harbour-fire
      briefs suggest harbour-fire --write
      briefs suggest harbour-fire --format json | jq '.suggested[].claim'
    """
    if writes and style == "json":
        raise click.UsageError("brief.yml is YAML: leave out --format json, or --write")
    folder, problems = read_folder(site.root, site.briefs_dir)
    known(slug, Outcome({}, (), {}, tuple(folder.briefs)))
    try:
        model = embedding(asked=embeds)
    except MissingError as error:
        raise click.UsageError(str(error)) from error
    drafted = drafting.draft_folder(folder, site.settings(drafts=True), slug, problems, model)
    if drafted.problems:
        print_problems(Outcome({}, drafted.problems, {}, (slug,)), quiet=quiet, err=True)
    if writes:
        _put(site, folder.briefs[slug], drafted)
    else:
        said = as_json(drafted.suggestions) if style == "json" else as_yaml(drafted.suggestions)
        click.echo(said.encode("utf-8"), nl=False)
    if not quiet:
        click.echo(_told(drafted), err=True)
    if any(problem.is_error for problem in drafted.problems):
        sys.exit(1)


# --- Private functions ---


def _put(site: Site, brief: BriefFolder, drafted: drafting.Drafted) -> None:
    """Writes the drafts into brief.yml, which stays the same otherwise, or is left alone."""
    if brief.brief is None:
        day = datetime.now(tz=UTC).date().isoformat()
        text = begun(brief.slug.replace("-", " ").capitalize(), day, sorted(brief.articles))
    elif _is_text(brief.brief) and load_yaml(brief.brief_file, brief.brief)[0] is not None:
        text = brief.brief.decode("utf-8-sig")
    else:
        _refuse(brief, "this file can't be read, and stays as it is")
    made = placed(text, as_block(drafted.suggestions)).encode("utf-8")
    if brief.brief is not None and _rest(brief, made) != _rest(brief, brief.brief):
        _refuse(brief, "nothing can be added to the end of this file without changing it: it stays as it is")
    path = (site.root / brief.brief_file).resolve()
    write([(path.name, made)], path.parent)


def _refuse(brief: BriefFolder, message: str) -> NoReturn:
    place = Location(brief.brief_file, 1, 1)
    remedy = "Mend it first (`briefs check` says what is wrong), or print the drafts: leave out --write."
    problem = Problem(place, "not-written", message, remedy)
    print_problems(Outcome({}, (problem,), {}, ()), quiet=False, err=True)
    sys.exit(1)


def _rest(brief: BriefFolder, raw: bytes) -> object:
    """What a brief.yml holds besides drafts."""
    tree, _ = load_yaml(brief.brief_file, raw)
    value = tree.value if tree else None
    return {key: of for key, of in value.items() if key != "suggested"} if isinstance(value, dict) else value


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return True


def _told(drafted: drafting.Drafted) -> str:
    claims = drafted.suggestions.claims
    shared = sum(len(claim.sources) > 1 for claim in claims)
    parties = count(len(drafted.suggestions.parties), "party").replace("partys", "parties")
    return (
        f"{count(len(claims), 'claim')} drafted, {shared} of them from several sources; {parties} to register"
    )
