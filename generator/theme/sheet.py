"""A style sheet made smaller: without comments and blanks, and without rules that no page of the site can meet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

_COMMENT = r"/\*.*?\*/"
_WHOLE = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\(\s*[^"'\s)][^)]*\)|\\.)"""
"""What is read as one piece: a string, an address, an escaped character."""

_PIECE = re.compile(f"{_COMMENT}|{_WHOLE}", re.S)
_MARK = re.compile(f"([{{}};])|{_COMMENT}|{_WHOLE}", re.S)
_BLANK = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([{};,>])\s*|(?<=:)\s+")
_WRITTEN = re.compile(r"(?<![.\w-])[\w-]+")
_PARTING = re.compile(r'"(?:[^"\\]|\\.)*"|\\.|[(\[]|[)\]]|,')
_GROUPING = frozenset('"\\([)]')
_MAYBE = re.compile(r":(?:not|is|where|has)\([^()]*\)")
_QUOTED = re.compile(r'"(?:([\w-]+)|[^"]*)"')
_NEEDED = re.compile(r"\.([\w-]+)|\[((?:data-md-color-(?:primary|accent)|dir)=[\w-]+)")
_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
_PROPERTY = re.compile(
    rf"(?<=[{{;])(--[\w-]+):(?:{_STRING}|url\([^\"')][^)]*\)|[^;}}\"'])*(?:;|(?=}}))|{_STRING}"
)
_ASKED = re.compile(r"(--[\w-]+)(?![\w-]|\s*:)")
_ODD = re.compile(r"^\d|[^\w-]")
_PLAIN_TABLE = "table:not([class])"
_SWITCHING = re.compile(r"(?:^|(?<=[{}]))\[data-md-color-switching\][^{}]*\{[^{}]*\}")


def minified(sheet: str) -> str:
    """`sheet` without comments and without the blanks that mean nothing; strings and addresses as they are."""
    out: list[str] = []
    loose, start = "", 0
    for piece in _PIECE.finditer(sheet):
        loose += _BLANK.sub(" ", sheet[start : piece.start()])
        start = piece.end()
        if piece[1]:
            out += [_tight(loose), piece[1]]
            loose = ""
    loose += _BLANK.sub(" ", sheet[start:])
    return "".join([*out, _tight(loose)]).replace(";}", "}").strip()


def reduced(sheet: str, words: Collection[str], stems: tuple[str, ...] = ()) -> str:
    """`sheet`, minified before, without the selectors that need a class that is not in `words`.

    A class that begins with one of `stems` counts as one of `words`; a colour of Material's palette is looked for
    among them as `data-md-color-primary=white`, a direction as `dir=rtl`. What else a selector asks for (a state, an
    element, an attribute) may come to be; what it asks for by `:not()`, `:is()`, `:where()`, `:has()` is not asked
    for here. What is no rule stays.
    """
    out = []
    for prelude, block in _statements(sheet):
        if block is None:
            out.append(prelude)
        elif prelude.startswith(("@media", "@supports", "@layer", "@container")):
            inner = reduced(block, words, stems)
            out += [f"{prelude}{{{inner}}}"] if inner else []
        elif prelude.startswith("@"):
            out.append(f"{prelude}{{{block}}}")
        else:
            met = [each for each in _selectors(prelude) if _can_be_met(each, words, stems)]
            out += [f"{','.join(met)}{{{block}}}"] if met else []
    return "".join(out)


def quick(sheet: str, tables: Collection[str]) -> str:
    """`sheet`, minified before, without what makes a browser style a whole page anew for a word that changed.

    A plain table is one without a class: asked so, every class that is set anywhere touches all that lies below it.
    It is told by the classes instead, of which `tables` holds all that a table of the site has. And what stills every
    element while Material's script puts a colour on has no use: `partials/javascripts/palette.html` does that, as a
    rule before there is anything to still.
    """
    told = ",".join(f".{_ODD.sub(_escaped, name)}" for name in sorted(tables) or ["none"])
    return _SWITCHING.sub("", sheet).replace(_PLAIN_TABLE, f"table:not({told})")


def spare(sheet: str, used: Collection[str]) -> str:
    """`sheet`, minified before, without the custom properties that nothing asks for: neither itself nor `used`.

    What only such a property asks for goes with it (CSS Custom Properties for Cascading Variables Level 1, §3).
    """
    asked = {None, *asked_for(sheet), *used}
    rest = _PROPERTY.sub(lambda found: found[0] if found[1] in asked else "", sheet)
    return rest if rest == sheet else spare(rest, used)


def asked_for(text: str) -> set[str]:
    """Each custom property that a sheet, a page or a script names where it doesn't set it."""
    return set(_ASKED.findall(text))


def words_of_script(script: str) -> tuple[set[str], tuple[str, ...]]:
    """Each word that a script may write as a class, and the stems of those it may put together (`md-tag--`).

    A word behind a dot is one that the script looks for, not one that it writes.
    """
    words = set(_WRITTEN.findall(script))
    return words, tuple(sorted(word for word in words if len(word) > 2 and word.endswith("-")))


# --- Private ---


def _escaped(character: re.Match[str]) -> str:
    """A character as it may stand in a class selector (CSS Syntax Module Level 3, §4.3.7)."""
    return f"\\{ord(character[0]):x} "


def _tight(text: str) -> str:
    return _TIGHT.sub(lambda match: match[1] or "", text)


def _statements(sheet: str) -> Iterator[tuple[str, str | None]]:
    """Each rule as what stands before its block and the block's content; a statement without one as it is, and None.

    CSS Syntax Module Level 3, §5.4. What an unclosed block leaves at the end is given as it is.
    """
    depth = start = opened = 0
    for piece in _MARK.finditer(sheet):
        mark = piece[1]
        if mark == "{":
            depth += 1
            opened = piece.start() if depth == 1 else opened
        elif mark == "}" and depth:
            depth -= 1
            if not depth:
                yield sheet[start:opened].strip(), sheet[opened + 1 : piece.start()]
                start = piece.end()
        elif mark == ";" and not depth:
            yield sheet[start : piece.end()], None
            start = piece.end()
    if rest := sheet[start:].strip():
        yield rest, None


def _selectors(prelude: str) -> Iterator[str]:
    """The selectors of a list: parted at commas that stand in no brackets and no string."""
    if _GROUPING.isdisjoint(prelude):
        yield from map(str.strip, prelude.split(","))
        return
    depth = start = 0
    for piece in _PARTING.finditer(prelude):
        if piece[0] in "([":
            depth += 1
        elif piece[0] in ")]":
            depth -= 1
        elif piece[0] == "," and not depth:
            yield prelude[start : piece.start()].strip()
            start = piece.end()
    yield prelude[start:].strip()


def _can_be_met(selector: str, words: Collection[str], stems: tuple[str, ...]) -> bool:
    if "\\" in selector:
        return True
    asked = _QUOTED.sub(lambda match: match[1] or "", selector) if '"' in selector else selector
    before = "" if ":" in asked else asked
    while asked != before:
        asked, before = _MAYBE.sub("", asked), asked
    return all(
        name in words or name.startswith(stems) if name else _is_painted(colour, words)
        for name, colour in _NEEDED.findall(asked)
    )


def _is_painted(colour: str, words: Collection[str]) -> bool:
    """Whether a page has this colour, or a script may write any."""
    return colour in words or colour.partition("=")[0] in words
