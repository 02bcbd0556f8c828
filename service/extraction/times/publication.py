"""The day an article was published, where its own text proves it.

A line that is a date, a dateline with a year, "today, 14 June 2017", or a date that stands apart in the headline.

Abstains otherwise; the clock is never read.
"""

from __future__ import annotations

import re
from datetime import date

from service.extraction.times.grammar import PATTERNS
from service.extraction.times.lexemes import lex
from service.extraction.times.normalise import READERS, Match

# A date of publication stands before the story has begun.
HEAD_CHARACTERS = 1500
HEAD_LINES = 8
FULL_DATES = tuple((rule, pattern) for rule, pattern in PATTERNS if rule in {"mdy", "dmy", "iso", "numeric"})
MONTH_YEAR = dict(PATTERNS)["my"]
# Parts of a line about the article, set apart: "PTI | Hyderabad | Updated: …", "… | 3 min read".
PARTS_BEFORE = r"(?:[^|•·\n.!?]{1,40}\s[|•·]\s){0,4}"
PARTS_AFTER = re.compile(
    r"\s*(?:[|•·–—]\s*)?(?:(?:last\s+)?(?:published|updated|modified|posted)\b[^|\n]{0,60}|\d{1,3}\s*-?\s*min(?:ute)?s?\.?(?:\s+read)?)",
    re.IGNORECASE,
)
LABEL = re.compile(
    PARTS_BEFORE + r"(?:(?:first|last)?\s*(?:published|updated|posted|modified|issued|released|date|dated|created)"
    r"(?:\s+(?:on|at))?\s*:?"
    r"|by\s[^.!?]{2,60}[,|•·-]|[A-Z][\w .&-]{1,40}\s[|•·])?\s*",
    re.IGNORECASE,
)
CLOCK_TAIL = re.compile(
    r"[\s,|•·at-]*(?:\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?)?\s*(?:[A-Z]{2,4})?[\s.,|•·]*", re.IGNORECASE
)
KIND = re.compile(
    r"\A[^.!?\n]*\b(?:transcript|briefing|press conference|bulletin|newsletter|press release|minutes)\b[^.!?\n]*\Z",
    re.IGNORECASE,
)
DATELINE_PLACE = re.compile(r"[A-Z][^\n.!?;:]{1,30}(?:,\s[A-Z][^\n!?;:]{1,30}){0,2}[,\s(–—-]{1,3}")
DATELINE_SOURCE = re.compile(r"\s*(?:\([A-Z][^()\n]{1,40}\)|(?:--|[–—:/]|-\s))")


# A date that a headline is dated by, not one that it speaks of: "Bulletin, 3 March 2012", "3 March 2012: Storm hits".
APART_BEFORE = re.compile(r"(?:.*\S\s*[,|:•·(\[–—-]|.*\s-)?\s*", re.DOTALL)
APART_AFTER = re.compile(r"\s*(?:[|:•·–—)\]]|-\s|\Z).*", re.DOTALL)
TODAY = re.compile(r"\btoday(?:\s+is|,)\s+\Z", re.IGNORECASE)


def infer(text: str, title: str | None = None) -> date | None:
    """The publication date that the head of the text or its headline states, or None."""
    return from_text(text) or (from_title(title) if title else None)


def from_title(title: str) -> date | None:
    """The one full date of a headline, at its edge and set apart."""
    found = full_dates(title[:HEAD_CHARACTERS])
    if len({when for _, _, when in found}) != 1:
        return None
    start, end, when = found[0]
    before, after = title[:start], title[end:]
    apart = APART_BEFORE.fullmatch(before) and APART_AFTER.fullmatch(after)
    return when if apart and not (before.strip() and after.strip(" )]")) else None


def from_text(text: str) -> date | None:
    """The publication date that the head of the text states, or None."""
    for start, end, when in full_dates(text[:HEAD_CHARACTERS]):
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        before, after = text[line_start:start], text[end : line_end if line_end >= 0 else len(text)]
        if text.count("\n", 0, start) > 2 * HEAD_LINES:
            return None
        if TODAY.search(text, max(0, start - 20), start) and not is_quoted(text[line_start:start]):
            return when
        if (
            heads_document(before, after)
            or is_date_line(before, after)
            or is_dateline(before, after)
            or heads_paragraph(before, after, text[start:end])
        ):
            return when
    return None


def is_quoted(before: str) -> bool:
    """Whether a quotation is open: what a speaker calls today need not be the day of the article."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def years_of_months(title: str) -> dict[str, str]:
    """The years that a headline gives to months: ``{"-03": "2023"}`` of "Storm of March 2023"."""
    lexemes = lex(title[:HEAD_CHARACTERS])
    drafts = [READERS["my"](Match(lexemes, match)) for match in MONTH_YEAR.finditer(lexemes.classes)]
    return {draft.value[4:]: draft.value[:4] for draft in drafts if draft}


def full_dates(head: str) -> list[tuple[int, int, date]]:
    """Every day with its year in the text, by position: start, end and the day."""
    lexemes = lex(head)
    found = []
    for rule, pattern in FULL_DATES:
        for match in pattern.finditer(lexemes.classes):
            draft = READERS[rule](Match(lexemes, match))
            if draft and draft.settle == "fixed" and len(draft.value) >= 10:
                when = date.fromisoformat(draft.value[:10])
                found.append((lexemes.starts[match.start()], lexemes.ends[match.end() - 1], when))
    return sorted(found, key=lambda item: (item[0], -item[1]))


def is_date_line(before: str, after: str) -> bool:
    """Whether nothing else is on the line but a label, a byline or a clock time."""
    if not LABEL.fullmatch(before.strip() + " " if before.strip() else ""):
        return False
    clock = CLOCK_TAIL.match(after)
    rest = after[clock.end() :] if clock else after
    return not rest or bool(PARTS_AFTER.fullmatch(rest))


def heads_document(before: str, after: str) -> bool:
    """As in "TRANSCRIPT: Press briefing, June 22, 2026": a line that names the document, and ends with its day."""
    return (
        not after.strip() and bool(KIND.search(before)) and before.rstrip()[-1:] in {",", ":", "|", "-", "–", "—", "("}
    )


def is_dateline(before: str, after: str) -> bool:
    """As in "GENEVA, March 3, 2012 (UPI) --": a place before it, the agency or a dash behind it."""
    return bool(DATELINE_PLACE.fullmatch(before.strip() + " ") or not before.strip()) and bool(
        DATELINE_SOURCE.match(after)
    )


def heads_paragraph(before: str, after: str, words: str) -> bool:
    """A weekday, a date and, without a stop, a new sentence: "Thursday, May 7, 2015 On Tuesday, the …"."""
    return (
        not before.strip()
        and words[:1].isupper()
        and bool(re.match(r"\s+(?:On|In|The|A|An|At|[A-Z][a-z]+)\s", after))
        and "day" in words.lower()
    )


def is_own_line(text: str, start: int, end: int) -> bool:
    """Whether a date makes up a whole line near the top of the text."""
    if start > HEAD_CHARACTERS:
        return False
    line_end = text.find("\n", end)
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and not text[
        end : line_end if line_end >= 0 else len(text)
    ].strip(" .\t\r")
