"""What the briefs were at a revision of git, as if it had been released."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.export.brief_json import export_brief
from generator.load.revision import NoRevisionError, folder_at
from generator.model.published import UNLIMITED
from generator.model.settings import Settings
from generator.pipeline.line import check_folder, served
from generator.pipeline.since import Past

__all__ = ["NoRevisionError", "of_revision"]


def of_revision(root: Path, settings: Settings, revision: str) -> Past:
    """The briefs that `revision` would have published, by today's rules. Raises `NoRevisionError`, in words for who
    named it."""
    as_built = replace(settings, excerpt_limit=UNLIMITED, drafts=False)
    outcome = check_folder(folder_at(root, settings.briefs_dir, revision), as_built)
    exports = {findings.brief.slug: export_brief(findings) for findings in served(outcome, as_built)}
    faulty = {problem.location.file.split("/")[-2] for problem in outcome.problems if problem.is_error}
    return Past(exports, revision, tuple(sorted(faulty & set(outcome.slugs))))
