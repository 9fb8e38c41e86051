"""A file laid out as `briefs fmt` does it, as edits of the lines that change."""

from __future__ import annotations

from generator.layout import lay_out_article, lay_out_file, runs
from generator.load import load_article, load_yaml
from generator.lsp.edits import Edit
from generator.lsp.sheet import Sheet


def laid_out(sheet: Sheet) -> list[Edit]:
    """The edits that lay a file out; none where it is laid out, or has an error of YAML."""
    load, lay_out = (load_article, lay_out_article) if sheet.is_article else (load_yaml, lay_out_file)
    _, problems = load(sheet.name, sheet.raw)
    if any(problem.is_error for problem in problems):
        return []
    laid = lay_out(sheet.raw)
    if laid is None or laid == sheet.raw:
        return []
    after = Sheet(sheet.name, laid, is_article=sheet.is_article).lines
    return list(_edits(sheet, after))


# --- Private functions ---


def _edits(sheet: Sheet, after: list[str]) -> list[Edit]:
    """The lines that differ, each run of them by itself."""
    before, found = sheet.lines, []
    for first, last, start, stop in runs(before, after):
        text = "".join(line + sheet.line_end for line in after[start:stop])
        if last < len(before):
            found.append(Edit((first, 0), (last, 0), text))
            continue
        edge = (first - 1, len(before[first - 1])) if first else (0, 0)  # at the end no line end follows
        text = "".join(sheet.line_end + line for line in after[start:stop]) if first else text
        found.append(Edit(edge, (last - 1, len(before[last - 1])), text))
    return found
