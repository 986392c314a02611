"""Markdown as people write it → as the library reads it: the same words, with the blank lines and signs it wants.

A list or a table right after a sentence begins, entries are nested by two spaces, bullets are those of a word
processor, addresses stand bare, a paragraph is indented: all of it is meant, and none of it must be seen.
"""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from generator.content.lettered_lines import LIKE_A_MARK, MARK, lines_of_their_own
from generator.content.list_levels import BULLETED, NUMBERED, ListLevels

_BULLET = re.compile(r"^(\s*)(?:([•●▪◦‣⁃∙■□➢➤►▸✓✔❖◆○\uf020-\uf0ff])(?:\s+|(?=\w))|([o§Øüvqà])(?:\t\s*| {3,}))")
"""A bullet of a word processor; those that are letters elsewhere have a tab after them, or what became of it."""
_INNER = {"o": "o", "§": "▪", "▪": "▪", "\uf0a7": "▪"}
"""The bullets of Word for entries inside others, which lose their indentation where they are pasted."""
_LIKE_AN_ENTRY = re.compile(
    r"^(\s*)(?:[–—·→➔]\s*|-(?=[^\W\d_])|\*(?=\w)(?!(?:[^*]|\*\*)*(?<!\*)\*(?!\*))|(\d{1,2}[.)])(?=[^\W\d_])"
    r"|([§Øüvqà]) +(?=[^\W\d_]))(?=[\w«“\"(\[*])"
)
"""A line that begins with a dash, an arrow or the letter that a bullet became; or, and no space, with a hyphen, a
number or an asterisk that closes nowhere: where others do so too, a list.
"""
_TIMES = re.compile(r"(?<=[0-9])\*(?=[0-9])")
"""What multiplies, and stresses nothing."""
_HASHTAG = re.compile(r"^(\s*(?:(?:[-*+]|[0-9]{1,3}[.)])\s+)?)(?=#+[^\s#])")
"""Before a number sign without a space after it, which begins no heading."""
_BREAK = re.compile(r"(?<!\\)\\$")
_FEW = r"[+−-]?\w{1,4}(?:[+−-]\w{0,4})?"
"""What stands low or high: a number or a letter, with its sign or its charge; or what is one more or less."""
_LOW, _HIGH = re.compile(rf"(?<=\w)~({_FEW})~(?!~)"), re.compile(rf"(?<=[\w)])\^({_FEW}|[+−-])\^")
_ITEM = re.compile(r"^([ \t]*)([-*+]|[0-9]{1,3}[.)])(\s+)(?=\S)")
_RULE = re.compile(r"^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*(?:_\s*){3,}$")
_YEAR = re.compile(r"^(\s*[0-9]{4,})([.)])(?=\s)")
_NUMBER = re.compile(r"^(\s*[0-9]+)([.)])(?=\s)")
DIVIDER = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
"""The line of dashes below the head of a table."""
_BRACES = re.compile(r"^(#{1,6}.*)\{([^{}]*)\}(\s*#*\s*)$")
_ATTRIBUTES = re.compile(
    r":?\s*(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"']+))(?:\s+(?:[#.][\w:-]+|[\w-]+=\S+))*\s*"
)
_KEPT = re.compile(r"(`+)(?:(?!\1).)+?\1|!?\[[^\]]*\]\([^)]*\)|!?\[[^\]]*\]\[[^\]]*\]|<[^>\s]*>|^\s*\[[^\]]+\]:.*$")
"""What stands as it is: code, links, pictures, addresses in angles, the targets of links."""
_ADDRESS = re.compile(
    r"(?<![\w@/.=\"'\[])(?<!\]\()(?:(https?://(?:[^\s<>()\[\]\"|]|\([^\s()<>]*\))*"
    r"(?:[^\s<>()\[\]\"|.,;:!?'’”»*_]|\([^\s()<>]*\)))|(www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>()\[\]\"|]*[^\s<>()\[\]\"|.,;:!?'’”»*_])?))"
)
_HANGING = ("[^", ":")
"""What a note and a definition begin with: what is indented below goes on with them."""
FENCES = ("```", "~~~")
"""What a block of code begins and ends with."""
_STEP = 4
"""By how many spaces the library wants an entry inside another."""


def as_meant(text: str) -> str:
    """The text with what its writer means said in the library's way."""
    return "\n".join(_quoted(text.split("\n")))


def is_like_an_entry(line: str) -> bool:
    """Whether a line begins as an entry of a list does, also of one that Markdown does not know."""
    return any(mark.match(line) for mark in (_ITEM, _BULLET, _LIKE_AN_ENTRY, MARK, LIKE_A_MARK))


def _blocks(lines: list[str]) -> list[str]:
    """The lines with blank ones where a list or a table begins, and entries nested as the library nests them."""
    written: list[str] = []
    levels = ListLevels()
    code = list(_code(lines))
    lines = _entries(lines, code)
    own = lines_of_their_own(["" if is_code else line for line, is_code in zip(lines, code, strict=True)])
    before, hangs, told_more, outermost = "", False, False, 0
    for number, (line, following) in enumerate(pairwise([*lines, ""])):
        if code[number]:
            written.append(line)
            before = line
            continue
        line, sort = _bulleted(_HASHTAG.sub(r"\1\\", _broken(_linked(line), following, ends=number + 1 in own)))
        indent = len(line.expandtabs(_STEP)) - len(line.expandtabs(_STEP).lstrip())
        item = None if _RULE.match(line) else _ITEM.match(line)
        sort = sort or (NUMBERED if item and item[2][0].isdigit() else BULLETED)
        if not line.strip():
            written.append("")
        elif item and (_begins(item[2], before) or levels.goes_on(indent, sort)):
            is_first = not levels
            other = levels.enter(indent, sort, apart=not before.strip())
            if told_more or is_first or other or not before.strip() or len(levels) < outermost:
                written += [""] if before.strip() else []
                outermost = len(levels)
            told_more = False
            mark = item[2].replace(")", ".")
            written.append(" " * _STEP * (len(levels) - 1) + mark + item[3] + line[item.end() :])
        elif levels and (levels.holding(indent) or (before.strip() and not _is_head_of_table(line, following))):
            begins_table = before.strip() != "" and _is_head_of_table(line, following)
            written += [""] if begins_table else []
            told_more = told_more or begins_table or not before.strip()
            depth = len(levels) if before.strip() else levels.holding(indent)
            written.append(" " * _STEP * depth + _NUMBER.sub(r"\1\\\2", line.lstrip()))
        elif hangs and indent:
            written.append(" " * _STEP + line.lstrip())
        else:
            levels, told_more, hangs = ListLevels(), False, line.startswith(_HANGING)
            line = line.lstrip()
            written += [""] if _is_head_of_table(line, following) and before.strip() else []
            written.append(_heading(_YEAR.sub(r"\1\\\2", line)))
        before = line
    return written


def _code(lines: list[str]) -> Iterator[bool]:
    """Whether each line is of a block of code, its fences too."""
    fence = ""
    for line in lines:
        yield bool(fence) or line.startswith(FENCES)
        if fence:
            fence = "" if line.startswith(fence) else fence
        elif line.startswith(FENCES):
            fence = line[:3]


def _quoted(lines: list[str]) -> list[str]:
    """The same, quotations taken for texts of their own."""
    written: list[str] = []
    for is_quoted, group in groupby(lines, lambda line: line.startswith(">")):
        if is_quoted:
            inner = _quoted([line[1:].removeprefix(" ") for line in group])
            written += [f"> {line}".rstrip() for line in inner]
        else:
            written += _blocks(list(group))
    return written


def _entries(lines: list[str], code: list[bool]) -> list[str]:
    """The lines, those that several in a row begin like entries of a list as entries."""
    told = [number for number, line in enumerate(lines) if line.strip()]
    alike = {number for number in told if not code[number] and _LIKE_AN_ENTRY.match(lines[number])}
    several = {one for pair in pairwise(told) if alike.issuperset(pair) for one in pair}
    return [_LIKE_AN_ENTRY.sub(_entry, line) if number in several else line for number, line in enumerate(lines)]


def _entry(match: re.Match[str]) -> str:
    """What a line of a list begins with: a number, a bullet of a word processor with its tab, or a hyphen."""
    return f"{match[1]}{match[3]}\t" if match[3] else f"{match[1]}{match[2] or '-'} "


def _bulleted(line: str) -> tuple[str, str]:
    """A line whose bullet of a word processor is Markdown's, and what sort of inner bullet it was, if any."""
    if not (match := _BULLET.match(line)):
        return line, ""
    return f"{match[1]}- {line[match.end() :]}", _INNER.get(match[2] or match[3], "")


def _broken(line: str, following: str, *, ends: bool) -> str:
    """A line that ends where its writer ends it: at a backslash, or before an entry that stays a line of its own."""
    if _BREAK.search(line) and following.strip():
        return f"{line[:-1]}  "
    return f"{line}  " if ends and line.strip() else line


def _begins(mark: str, before: str) -> bool:
    """Whether an entry begins a list: a number inside a paragraph may be one of its words, but for 1."""
    return not before.strip() or not mark[0].isdigit() or mark[:-1] == "1" or before.rstrip().endswith(":")


def _is_head_of_table(line: str, following: str) -> bool:
    return "|" in line and "-" in following and "|" in following and DIVIDER.match(following) is not None


def _heading(line: str) -> str:
    """A heading whose last word stands in braces, unless these are attributes."""
    if (match := _BRACES.match(line)) and not _ATTRIBUTES.fullmatch(match[2]):
        return f"{match[1]}&#123;{match[2]}&#125;{match[3]}"
    return line


def _linked(line: str) -> str:
    """A line with its bare addresses linked, with what stands low or high between two signs, and with its products."""
    if not any(sign in line for sign in ("http", "www.", "~", "^")) and not _TIMES.search(line):
        return line
    parts, end = [], 0
    for kept in _KEPT.finditer(line):
        parts += [_inline(line[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*parts, _inline(line[end:])])


def _inline(text: str) -> str:
    text = _TIMES.sub(r"\\*", text)
    text = _HIGH.sub(r"<sup>\1</sup>", _LOW.sub(r"<sub>\1</sub>", text))
    return _ADDRESS.sub(_link, text)


def _link(match: re.Match[str]) -> str:
    return f"<{match[1]}>" if match[1] else f"[{match[2]}](https://{match[2]})"
