"""What a headline ends in: "We did nothing wrong: Adeyemi", "Rains to go on — Met office", "‘Never again’: Ito on …".

A line that is no sentence of the text and that asserts something names at its end who asserts it.  Whether it does is
read off the line's own grammar, and off the text below, which speaks of whom a headline names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service import lexicons
from service.extraction.statements.candidates import Candidate, Offsets
from service.extraction.statements.lexicon import SMALL, words
from service.extraction.statements.quotations import Quotation
from service.extraction.statements.tree import FINITE, Tree

LINE = re.compile(r"[^\n]+")
EDGE = re.compile(r"(?:(?P<colon>:)|(?P<dash> [-–—―] ?| ?[–—―] ))\s*(?P<name>[^\W\d_][^:;,?!\n]{1,60}?)\s*$")
TOPIC = re.compile(r"\s*(?P<colon>:) (?P<name>[A-Z][^\n:;,?!]{1,60}?)(?: (?:on|about|after|before|as|in)\b[^\n]*)?$")
GRANTED = frozenset({"why", "how"})  # "Why we left": that they left is said
ASKING = frozenset({"who", "what", "when", "where", "which", "whom", "whose"})
WRITTEN_SMALL = SMALL | {"is"}
PREPOSITIONS = frozenset({"in", "at", "on", "from", "after", "as"})
AGENCIES = frozenset(name.casefold() for name in lexicons.load("organisations")["agencies"]["names"])
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
FIRST = 3  # lines that may be headlines
LONGEST = 160  # characters of a headline
LONGEST_NAME = 5  # words
FEWEST_WORDS = 3  # of what a headline says
HEADED = "headline"  # the frame


def headed(tree: Tree, quoted: Sequence[Quotation]) -> Iterator[Candidate]:
    """What the headlines at the top of the article attribute at their ends."""
    text = tree.article.text
    opened = {q.start: q for q in quoted}
    lines = [line for line in LINE.finditer(text) if line.group().strip()]
    for line in lines[:FIRST]:
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        end = line.start() + len(line.group().rstrip())
        if end - start > LONGEST or text[end - 1] in ".?!":
            continue
        if len(lines) == 1:
            return  # a sentence alone
        q = opened.get(start)
        topic = TOPIC.match(text, q.end, end) if q is not None and q.closed else None
        if q is not None and topic is not None:
            if is_speech(tree, q) and is_somebody(tree, topic.span("name"), end):
                yield candidate(topic, (q.start, q.end))
            continue
        edge = EDGE.search(text, start, end)
        if edge is None or len(WORD.findall(text, start, edge.start())) < FEWEST_WORDS:
            continue
        if asserts(tree, start, edge.start()) and is_somebody(tree, edge.span("name"), end):
            yield candidate(edge, (start, edge.start()))


def candidate(found: re.Match[str], said: Offsets) -> Candidate:
    mark = found.span("colon") if found.group("colon") else found.span("dash")
    text = found.string[slice(*mark)]
    mark = mark[0] + len(text) - len(text.lstrip()), mark[1] - (len(text) - len(text.rstrip()))
    return Candidate((found.span("name"),), (mark,), (said,), ":", "positive", (), frame=HEADED)


def is_speech(tree: Tree, q: Quotation) -> bool:
    """Whether a quotation is no title: it has a verb, and small letters."""
    first, last = tree.index(q.start), tree.index(q.end - 1)
    spoken = WORD.findall(tree.article.text, q.start, q.end)
    small = any(word[0].islower() and word.lower() not in WRITTEN_SMALL for word in spoken)
    return len(spoken) >= FEWEST_WORDS and small and any(tree.tag[i] in FINITE | {"VB"} for i in range(first, last + 1))


def asserts(tree: Tree, start: int, end: int) -> bool:
    """Whether the words say that something is so: a clause with its subject, or "Rains to go on"."""
    first, last = tree.index(start), tree.index(end - 1)
    if tree.lower[first] in ASKING or tree.words[last] == "?":
        return False
    for i in range(first, last + 1):
        if tree.tag[i] in {"VBD", "VBZ", "VBP", "VB"} and is_main(tree, i, first):
            subject = tree.child(i, "nsubj", "nsubjpass", "expl")
            if subject is not None and first <= subject < i:
                return True
    return False


def is_main(tree: Tree, verb: int, first: int) -> bool:
    """Whether the verb heads the line, whatever the parser hangs the line on, or follows "why" or "how"."""
    if tree.lower[first] in GRANTED:
        return True
    return tree.dep[verb] not in {"relcl", "advcl", "acl"}


def is_somebody(tree: Tree, name: Offsets, end: int) -> bool:
    """Whether the words name who may say something: whom the text below speaks of, or somebody's office."""
    text = tree.article.text
    spoken = WORD.findall(text, *name)
    if not spoken or len(spoken) > LONGEST_NAME or " ".join(spoken).casefold() in AGENCIES:
        return False
    if any(word.casefold() in words().outlets or word.casefold() in words().mislabels for word in spoken):
        return False
    last = spoken[-1]
    tokens = range(tree.index(name[0]), tree.index(name[1] - 1) + 1)
    if any(tree.tag[i] in FINITE | {"VBN", "CD"} or tree.lower[i] in PREPOSITIONS for i in tokens):
        return False  # "Storm hits coast: Ten killed in Gdynia"
    if last.casefold() in words().persons or last.casefold() in words().labels:
        return True
    if not last[0].isupper():
        return False
    if re.search(rf"\b{re.escape(last)}\b", text[end:]) is not None:
        return True
    return abbreviates(last, text[end:])


def abbreviates(name: str, text: str) -> bool:
    """Whether the text has a name of these initials: "NLC" of "the Nigeria Labour Congress"."""
    if not 2 <= len(name) <= 6 or not name.isalpha() or not name.isupper():
        return False
    return re.search(r"\b" + r"\w+ (?:of |for |and |the |to )*".join(name) + r"\w+", text) is not None
