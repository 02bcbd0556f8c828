"""Attributions without a verb, by layout: "Name: what she said" (headlines, transcripts) and "“Quote” – Name".

A label stands at the start of a line, is short, and names someone or a kind of document ("Poll:", "Report:").  What
looks like one and is not: "Photo credit: AP", "Updated: noon", "LONDON: …", a time, an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.extraction.statements.candidates import Candidate, Offsets
from service.extraction.statements.lexicon import words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import Tree
from service.extraction.statements.turns import LABEL, LONGEST_NAME, mislabels, speakers

LINE = re.compile(r"[^\n]+")
SIGNATURE = re.compile(r"\s*(?:[–—―]|--?)\s*(?P<name>[A-Z][^\n\"“”:;]{2,80}?)\.?\s*$")
QUESTION = re.compile(r"^[ \t]*Q[ \t]*(?::|\.(?=\s))", re.MULTILINE)
ANSWER = re.compile(r"^[ \t]*(?P<mark>A[ \t]*(?::|\.(?=\s)))[ \t]*(?P<said>\S[^\n]*)", re.MULTILINE)
ANSWERED = "answer"  # the frame of an answer
WORD = re.compile(r"\w+")
FEWEST_WORDS = 3  # of what stands behind a label
LONGEST_LABEL = 40  # characters


def labelled(tree: Tree, quoted: list[Quotation]) -> Iterator[Candidate]:
    """The candidates that a label or a signature names the source of."""
    text = tree.article.text
    first: dict[int, Quotation] = {}
    for q in quoted:
        first.setdefault(q.start, q)
    places: list[Candidate] = []
    labels = 0
    speaking = speakers(text)
    for line in LINE.finditer(text):
        match = LABEL.match(text, line.start(), line.end())
        if match and match.group("name") in speaking:
            labels += 1  # `turns` has it
            continue
        if match and is_name(tree, match.start("name"), match.end("name")):
            said = match.start("said"), line.start() + len(line.group().rstrip())
            if len(WORD.findall(text, *said)) >= FEWEST_WORDS:
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


def unlabelled(text: str, candidate: Candidate) -> Candidate:
    """The candidate without such a label in its content: "BREAKING: Train derails, officials say"."""
    content: list[Offsets] = []
    for start, end in candidate.content:
        colon = text.find(":", start, start + LONGEST_LABEL)
        begins = start == 0 or text[start - 1] == "\n"
        if begins and 0 < colon <= end and mislabels(text[start:colon]):
            start = colon + 1
            if end <= start and candidate.cue:  # the parser has taken the label for all that is said
                end = min((at for at, _ in (*candidate.cue, *candidate.source) if at >= start), default=start)
        if start < end:
            content.append((start, end))
    return candidate.with_content(tuple(content))
