"""The turns of a transcript: lines that a speaker's label begins, whole, up to the next one's.

Layout alone tells them, so they need no belief of the encoder's, which has read no transcripts.  A transcript has
labels of two parties at least ("Q:" may be one), of which one comes again.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from service import lexicons
from service.extraction.statements.candidates import Candidate
from service.extraction.statements.lexicon import words

LINE = re.compile(r"[^\n]+")
LABEL = re.compile(r"\s*(?P<name>[^\s:\"“”][^:\"“”\n]{0,60}?)(?P<colon>:)\s+(?P<said>\S[^\n]*)")
QUESTION = re.compile(r"[ \t]*(?:Q|QUESTION|REPORTER|Reporter|Question)[ \t]*(?::|\.(?=\s))")
DIRECTION = re.compile(r"[ \t]*[(\[][^()\[\]\n]*[)\]][ \t]*$|[ \t]*[-–—*_=#]+[ \t]*$")  # "(Laughter.)", a rule
WORD = re.compile(r"\w+")
PART = re.compile(r"[\w’'.]+")  # an initial keeps its full stop: "Ada A. Berg" is no answer
ENDS = ".?!…–—-"
CLOSING = " \t\"”’')]"
TURN = "turn"  # the frame
LONGEST_NAME = 7  # words
MOSTLY = 0.5  # share of the lines that begin with a label from which those without one go on with the turn
TITLES = frozenset(title.rstrip(".").casefold() for title in [*lexicons.load("titles")["neutral"], "Mr", "Mrs", "Ms"])


def speakers(text: str) -> frozenset[str]:
    """The speakers of a transcript: of two or more labels whose lines hold sentences and one of which comes again,
    those that come again or are all capitals ("JUDGE:", "REP. KLEIN:")."""
    lines = [match for line in LINE.finditer(text) if (match := LABEL.match(text, line.start(), line.end()))]
    spoken = Counter(m.group("name") for m in lines if m.group("said").rstrip(CLOSING)[-1:] in ENDS)
    spoken = Counter({name: n for name, n in spoken.items() if is_label(name)})
    asked = any(QUESTION.match(line.group()) for line in LINE.finditer(text))
    if len(spoken) + asked < 2 or max(spoken.values(), default=0) < 2:
        return frozenset()
    return frozenset(name for name, times in spoken.items() if times > 1 or name.isupper())


def is_label(name: str) -> bool:
    """Whether a label may name a speaker: it begins with a capital, is short and no "Date" or "Price"."""
    parts = name.split()
    if not name[0].isupper() or len(parts) > LONGEST_NAME or name in {"Q", "A"} or QUESTION.match(name + ":"):
        return False
    if len(parts) > 1 and parts[0].rstrip(".").casefold() in TITLES:  # "MR. PRICE"
        return True
    return not mislabels(name)


def mislabels(name: str) -> bool:
    """Whether a label is a heading, a kind of text or a file's, which nobody bears: "FACT CHECK", "Storm Ada live"."""
    if name.count("(") != name.count(")"):  # "Norlys A/S (NYSE: NLY)"
        return True
    parts = [part.lower() for part in PART.findall(name)]
    return any(part in words().mislabels or part.rstrip("s") in words().mislabels for part in parts)


def turns(text: str) -> list[Candidate]:
    """Every turn of the transcript, in order; none where the article is none."""
    names = speakers(text)
    if not names:
        return []
    lines = [line for line in LINE.finditer(text) if WORD.search(line.group())]
    labels = [LABEL.match(text, line.start(), line.end()) for line in lines]
    begun = [(m is not None and m.group("name") in names) for m in labels]
    asked = [bool(QUESTION.match(line.group())) for line in lines]
    goes_on = sum(begun) + sum(asked) >= MOSTLY * len(lines)
    last = max(line.start() for line, begins, asks in zip(lines, begun, asked, strict=True) if begins or asks)
    found: list[Candidate] = []
    open_ = False
    for line, match, begins, asks in zip(lines, labels, begun, asked, strict=True):
        end = line.start() + len(line.group().rstrip())
        if begins and match is not None:
            said = match.start("said"), end
            found.append(
                Candidate((match.span("name"),), (match.span("colon"),), (said,), ":", "positive", (), frame=TURN)
            )
            open_ = True
        elif asks or (match is not None and is_label(match.group("name"))):
            open_ = False
        elif open_ and goes_on and line.start() < last and not DIRECTION.match(line.group()):
            start = line.start() + len(line.group()) - len(line.group().lstrip())
            found[-1] = replace(found[-1], content=(*found[-1].content, (start, end)))
    return found


def laid_out(found: list[Candidate], sure: list[Candidate]) -> list[Candidate]:
    """The candidates with those that layout tells, instead of what else has been made of the same labels."""
    labels = {start for each in sure for start, _ in (*each.source, *each.cue)}
    begun = {each.start for each in sure}
    kept = [
        each
        for each in found
        if labels.isdisjoint(start for start, _ in (*each.source, *each.cue)) and (each.cue or each.start not in begun)
    ]
    return [*kept, *sure]
