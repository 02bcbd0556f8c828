"""Attributions without a verb, by layout: "Name: what she said" (headlines, transcripts) and "“Quote” – Name".

A label stands at the start of a line, is short, and names someone or a kind of document ("Poll:", "Report:").  What
looks like one and is not: "Photo credit: AP", "Updated: noon", "LONDON: …", a time, an address.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from service.extraction.statements.candidates import Candidate, Offsets
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree

LINE = re.compile(r"[^\n]+")
LABEL = re.compile(r"\s*(?P<name>[^\s:\"“”][^:\"“”\n]{0,60}?)(?P<colon>:)\s+(?P<said>\S[^\n]*)")
SIGNATURE = re.compile(r"\s*(?:[–—―]|--?)\s*(?P<name>[A-Z][^\n\"“”:;]{2,80}?)\.?\s*$")
QUESTION = re.compile(r"^[ \t]*Q[ \t]*(?::|\.(?=\s))", re.MULTILINE)
ANSWER = re.compile(r"^[ \t]*(?P<mark>A[ \t]*(?::|\.(?=\s)))[ \t]*(?P<said>\S[^\n]*)", re.MULTILINE)
ANSWERED = "answer"  # the frame of an answer
WORD = re.compile(r"\w+")
CLOSING = " \t\"”’')]"
PART = re.compile(r"[\w’'.]+")  # an initial keeps its full stop: "Ada A. Berg" is no answer
LONGEST_NAME = 7
FEWEST_WORDS = 3
LONGEST_LABEL = 40  # characters


def labelled(tree: Tree, quoted: list[Quotation]) -> Iterator[Candidate]:
    """The candidates that a label or a signature names the source of."""
    text = tree.article.text
    first: dict[int, Quotation] = {}
    for q in quoted:
        first.setdefault(q.start, q)
    places: list[Candidate] = []
    labels = 0
    speakers = turns(text)
    for line in LINE.finditer(text):
        match = LABEL.match(text, line.start(), line.end())
        if match and (match.group("name") in speakers or is_name(tree, match.start("name"), match.end("name"))):
            said = match.start("said"), line.start() + len(line.group().rstrip())
            fewest = 1 if match.group("name") in speakers else FEWEST_WORDS
            if len(WORD.findall(text, *said)) >= fewest:
                labels += 1
                label = Candidate((match.span("name"),), (match.span("colon"),), (said,), ":", "positive", ())
                if is_place(tree, *match.span("name")):
                    places.append(label)
                else:
                    yield label
            continue
        opening = line.start() + len(line.group()) - len(line.group().lstrip())
        quote = first.get(opening)
        if quote and quote.closed and quote.end < line.end():
            signed = SIGNATURE.match(text, quote.end, line.end())
            if signed and is_name(tree, signed.start("name"), signed.end("name"), signature=True):
                yield Candidate((signed.span("name"),), (), ((quote.start, quote.end),), "", "positive", ())
    yield from answers(text)
    if labels > 1:  # a transcript: there "Washington:" is a speaker, on a line of its own a topic or a dateline
        yield from places


def turns(text: str) -> frozenset[str]:
    """The speakers of a transcript: of two or more labels whose lines hold sentences and one of which comes again,
    those that come again or are all capitals ("JUDGE:", "REP. KLEIN:")."""
    lines = [match for line in LINE.finditer(text) if (match := LABEL.match(text, line.start(), line.end()))]
    spoken = Counter(m.group("name") for m in lines if m.group("said").rstrip(CLOSING)[-1:] in ".?!…")
    spoken = Counter({name: n for name, n in spoken.items() if is_label(name)})
    if len(spoken) < 2 or max(spoken.values()) < 2:
        return frozenset()
    return frozenset(name for name, times in spoken.items() if times > 1 or name.isupper())


def is_label(name: str) -> bool:
    """Whether a label may name a speaker: it begins with a capital, is short and no "Date" or "Price"."""
    parts = name.split()
    return name[0].isupper() and len(parts) <= LONGEST_NAME and not mislabels(name) and name not in {"Q", "A"}


def answers(text: str) -> Iterator[Candidate]:
    """The answers of an interview told as "Q:" and "A:".  Who "A" is, `resolve` may know from its introduction."""
    if not QUESTION.search(text):
        return
    for match in ANSWER.finditer(text):
        said = match.start("said"), match.start("said") + len(match.group("said").rstrip())
        if WORD.search(text, *said):
            answerer = match.start("mark"), match.start("mark") + 1
            yield Candidate((answerer,), (match.span("mark"),), (said,), ":", "positive", (), frame=ANSWERED)


def is_place(tree: Tree, start: int, end: int) -> bool:
    return all(tree.ent[i] in {"GPE", "LOC"} for i in range(tree.index(start), tree.index(end - 1) + 1))


def is_name(tree: Tree, start: int, end: int, signature: bool = False) -> bool:
    """Whether the characters are a label that can speak: proper names, or a kind of document or people."""
    tokens = range(tree.index(start), tree.index(end - 1) + 1)
    spoken = [tree.words[i] for i in tokens if not tree.words[i].isspace()]
    if not spoken or len(spoken) > LONGEST_NAME + 8 * signature or not spoken[0][0].isalpha():
        return False
    if spoken[-1].lower().rstrip("s") in words().labels or " ".join(spoken).lower() in words().labels:
        return True
    if mislabels(" ".join(spoken)) or tree.ent[tokens[-1]] in {"DATE", "TIME"}:
        return False
    if len(spoken) == 1 and len(spoken[0]) < 3 and tree.ent[tokens[0]] not in {"ORG", "GPE"}:
        return False
    names = [i for i in tokens if tree.tag[i] in {"NNP", "NNPS"} or tree.ent[i] in {"PERSON", "ORG"}]
    inner = [i for i in tokens if not tree.words[i].isspace() and tree.words[i] not in {",", "(", ")", ".", "&"}]
    return (tree.tag[inner[0]] == "DT" or inner[0] in names) and (
        2 * len(names) > len(inner) or signature and bool(names)
    )


def mislabels(name: str) -> bool:
    """Whether a label is a heading, a kind of text or a file's, which nobody bears: "FACT CHECK", "Storm Ada live"."""
    if name.count("(") != name.count(")"):  # "Norlys A/S (NYSE: NLY)"
        return True
    parts = [part.lower() for part in PART.findall(name)]
    return any(part in words().mislabels or part.rstrip("s") in words().mislabels for part in parts)


def unlabelled(text: str, candidate: Candidate) -> Candidate:
    """The candidate without such a label in its content: "BREAKING: Train derails, officials say"."""
    content: list[Offsets] = []
    for start, end in candidate.content:
        colon = text.find(":", start, start + LONGEST_LABEL)
        begins = start == 0 or text[start - 1] == "\n"
        if begins and 0 < colon <= end and mislabels(text[start:colon]):
            start = colon + 1
            if end <= start and candidate.cue:  # the parser has taken the label for all that is said
                end = min(at for at, _ in (*candidate.cue, *candidate.source) if at >= start)
        content.append((start, end))
    return replace(candidate, content=tuple(content))
