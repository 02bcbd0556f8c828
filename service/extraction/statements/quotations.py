"""Quotations by their marks: curly, straight, angled and single, nested, unbalanced, over several paragraphs.

A quotation runs from its opening mark to its closing one, both included.  One that its paragraph does not close runs to
the paragraph's end; where the next paragraph opens anew, its quotation carries the first one on.  One pass over the
marks, whatever their number.
"""

from __future__ import annotations

import re

from service.extraction.records import record

MARK = re.compile(r"[\"“”„‟«»]|``|''|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
CLOSERS = {"“": '”"', "„": '“”"', "‟": '”"', "«": "»", "‘": "’'", "``": "''\"", "'": "'’", '"': '"”', "''": "''"}
NICKNAME = re.compile(r"[^\w\s]{1,2}(?:[A-Z][\w’'-]*)(?: (?:the |of )?[A-Z][\w’'-]*){0,2}[^\w\s,.]{1,2}")
NAME_BEFORE = re.compile(r"\b[A-Z][\w’'.-]+ $")
NAME_BEHIND = re.compile(r" [A-Z][\w’'-]+")
OPENING = frozenset("“„‟«‘") | {"``"}
CLOSING = frozenset("”»’")
SINGLE = frozenset("'‘’")
ANEW = re.compile(r"[.!?] ")  # before a mark that opens anew
NEXT_SINGLE = re.compile(r"\n\s*‘")  # a next paragraph that opens with a single mark
LONGEST_SINGLE = 400  # beyond this a single mark is an apostrophe


@record
class Quotation:
    """Offsets with the marks; `carries_on` from the paragraph before; `closed` where it has its end mark."""

    start: int
    end: int
    closed: bool
    carries_on: bool = False


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations in order of position, none overlapping."""
    found: list[Quotation] = []
    position, unclosed = 0, False
    for match in [*re.finditer(r"\n\s*", text), None]:
        end = match.start() if match else len(text)
        if end > position:
            if unclosed and (late := late_closing(text, position, end)) is not None:
                found[-1] = Quotation(found[-1].start, late, True, found[-1].carries_on)
                position, unclosed = late, False
            here = [q for q in in_paragraph(text, position, end, unclosed) if not is_nickname(text, q)]
            found += here
            unclosed = bool(here) and not here[-1].closed
        position = match.end() if match else len(text)
    return found


def is_nickname(text: str, q: Quotation) -> bool:
    """Whether the marks hold a part of a name: 'Anthony "Tony" Bruno', "the “Big Easy” Marathon"."""
    return q.closed and NICKNAME.fullmatch(text, q.start, q.end) is not None and is_named(text, q)


def is_named(text: str, q: Quotation) -> bool:
    """Whether a name's word stands right before the marks and another right behind them."""
    return (
        NAME_BEFORE.search(text, max(0, q.start - 30), q.start) is not None
        and NAME_BEHIND.match(text, q.end) is not None
    )


def inner(text: str, outer: Quotation) -> list[Quotation]:
    """The quotations inside an outer one, in marks of the other kind: “He said, ‘Wait.’”; those that are closed."""
    single = text[outer.start] in SINGLE
    found: list[Quotation] = []
    opened: int | None = None
    for match in MARK.finditer(text, outer.start + 1, outer.end - outer.closed):
        at, after, mark = *match.span(), match.group()
        if (mark in SINGLE) == single:
            continue
        if opened is not None and closes(text[opened], mark):
            found.append(Quotation(opened, after, True))
            opened = None
        elif is_opening(text, at, after, mark, outer.start, outer.end):
            opened = at
    return found


def late_closing(text: str, start: int, end: int) -> int | None:
    """Where a paragraph that does not open anew closes the quotation that the one before it left open."""
    for match in MARK.finditer(text, start, min(end, start + 4 * LONGEST_SINGLE)):
        mark = match.group()
        if mark in SINGLE:
            continue
        if is_opening(text, match.start(), match.end(), mark, start, end):
            return None
        return match.end()
    return None


def in_paragraph(text: str, start: int, end: int, unclosed: bool) -> list[Quotation]:
    """The quotations of one paragraph; `unclosed` says that the paragraph before left one open."""
    marks = [(m.start(), m.end(), m.group()) for m in MARK.finditer(text, start, end)]
    doubled = any(mark not in SINGLE for _, _, mark in marks)
    found: list[Quotation] = []
    opened: int | None = None
    style, passed = "", start
    for n, (at, after, mark) in enumerate(marks):
        if at < passed:
            continue
        if doubled and mark in SINGLE:
            if opened is None and is_opening(text, at, after, mark, start, end):
                close = single_end(text, marks, n)
                if close is not None:
                    found.append(Quotation(at, close, True))
                    passed = close
            continue
        if opened is not None and style in SINGLE and after - opened > LONGEST_SINGLE:
            opened = None
        if opened is None:
            if is_opening(text, at, after, mark, start, end):
                opened, style = at, mark
        elif closes(style, mark) and not (mark == style and is_spaced_before(text, at, after, start, end)):
            found.append(Quotation(opened, after, True, unclosed and not found and not text[start:opened].strip()))
            opened = None
        elif mark == style == "“" and ANEW.match(text, at - 2, at):  # the first was never closed
            found.append(Quotation(opened, at - 1, False, unclosed and not found and not text[start:opened].strip()))
            opened = at
    if opened is not None and (style not in SINGLE or style == "‘" and NEXT_SINGLE.match(text, end)):
        found.append(Quotation(opened, end, False, unclosed and not found and not text[start:opened].strip()))
    return found


def single_end(text: str, marks: list[tuple[int, int, str]], n: int) -> int | None:
    """Where a single mark's quotation ends that has double marks in it or beside it: ‘He said, “Run,” and we ran,’."""
    style, inside = marks[n][2], 0
    for k in range(n + 1, len(marks)):
        at, after, mark = marks[k]
        if after - marks[n][0] > LONGEST_SINGLE:
            return None
        if mark not in SINGLE:
            inside += 1
        elif closes(style, mark) and text[at - 1] in ",.!?" and inside % 2 == 0:
            return after
    return None


def closes(style: str, mark: str) -> bool:
    return mark == "''" if style == "''" else mark in CLOSERS.get(style, "")


def is_opening(text: str, at: int, after: int, mark: str, start: int, end: int) -> bool:
    """Whether the mark opens: a curly one says so itself, a straight one stands before a word, not after one."""
    if mark in OPENING:
        return True
    if mark in CLOSING:
        return False
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    return not following.isspace() and (not before.isalnum() or before.isspace())


def is_spaced_before(text: str, at: int, after: int, start: int, end: int) -> bool:
    """Whether a straight mark looks like an opening one: white space before it, a word after it."""
    return at > start and after < end and text[at - 1].isspace() and not text[after].isspace()
