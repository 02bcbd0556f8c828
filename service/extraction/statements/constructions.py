"""Every place where the syntax would carry an attribution: a possible cue, what it takes, and who would be speaking.

Nothing here knows which words are cues; `cues` decides that from the lexicon.  Positions are token indices, ranges include
both ends.  The frames:

* ``that``   a finite clause after the cue: "said (that) it rained", "asked whether"
* ``aside``  the clause that the cue is inserted in or added to: "It rained, he said."
* ``to``     an infinitive: "hopes to win"           ``ing``  a gerund: "denied taking it"
* ``obj``    an object: "criticised the plan"        ``pred`` an object and what it is called: "called him a liar"
* a preposition (``for``, ``on``, …): "called for calm"
* ``passive-to``, ``passive``: the subject is the content: "is expected to win", "was criticised by"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from service.extraction.statements.tree import NOUN_TAGS, SUBJECTS, Tree

Range = tuple[int, int]
WH = frozenset({"who", "which", "that", "whom", "whose"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
ADJUNCT_HEADS = frozenset({"prep", "advcl", "npadvmod", "advmod", "punct", "cc", "conj"})


@dataclass(slots=True)
class Construction:
    """A possible attribution: the cue's head and tokens, the frame, the source's range and the content's ranges."""

    head: int
    frame: str
    cue: list[int]
    source: Range | None
    content: list[Range]
    lemma: str
    antecedent: Range | None = None
    addressee: Range | None = None
    extra: dict[str, str] = field(default_factory=dict)


def phrase(tree: Tree, i: int) -> Range:
    """The noun phrase headed by `i`, without the relative clause or the attribution that hangs on it."""
    first, last = tree.left[i], tree.right[i]
    for kid in tree.kids[i]:
        if kid > i and tree.dep[kid] in {"relcl", "punct", "cc", "advcl", "parataxis"} and tree.right[kid] >= last:
            edge = tree.left[kid] - 1
            if tree.dep[kid] in {"relcl", "advcl", "parataxis"}:
                last = max(i, edge)
    while last > i and (tree.words[last] in {",", ";", ":", "--", "–", "—", "-"} or tree.words[last].isspace()):
        last -= 1
    while first < i and (tree.words[first] in {",", ";", '"', "“", "”"} or tree.words[first].isspace()):
        first += 1
    return first, last


def is_passive(tree: Tree, verb: int) -> bool:
    """Also the bare participle: "asked whether it rained, he nodded"."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return tree.tag[verb] == "VBN" and tree.child(verb, "aux", "nsubj") is None and tree.dep[verb] in {"acl", "advcl"}


def subject_of(tree: Tree, verb: int) -> tuple[int | None, str]:
    """The token that heads the verb's logical subject, and how it was reached: ``own``, ``shared``, ``acl``, ``agent``."""
    if is_passive(tree, verb):
        by = tree.child(verb, "agent")
        if by is None:
            for kid in tree.children(verb, "prep"):
                if tree.lower[kid] == "by":
                    by = kid
        agent = tree.child(by, "pobj") if by is not None else None
        return agent, "agent"
    for step in range(6):
        own = tree.child(verb, "nsubj", "nsubjpass")
        if own is not None:
            return own, "own" if step == 0 else "shared"
        dep, head = tree.dep[verb], tree.head[verb]
        if dep == "acl":
            return (head if tree.is_noun(head) or tree.tag[head] == "PRP" else None), "acl"
        if dep == "pcomp":
            above = tree.head[head]
            if tree.is_verb(above):
                verb = above
                continue
            return None, ""
        if dep in {"conj", "xcomp", "advcl", "parataxis", "dep", "ccomp"} and tree.is_verb(head) and head != verb:
            if dep == "ccomp" and tree.tag[verb] in FINITE:
                return None, ""
            if dep == "advcl" and tree.tag[verb] not in {"VBG", "VBN"}:
                return None, ""
            verb = head
            continue
        if dep in {"prep", "acomp", "attr"} and tree.is_verb(head):
            verb = head
            continue
        return None, ""
    return None, ""


def source_of(tree: Tree, verb: int) -> tuple[Range | None, Range | None, int | None]:
    """The source's range, the antecedent's where the source is a relative pronoun, and the source's head."""
    head, how = subject_of(tree, verb)
    if head is None:
        return None, None, None
    if tree.lower[head] in WH and tree.dep[verb] == "relcl" or tree.lower[head] in {"who", "which"}:
        above = tree.head[verb]
        return (head, head), (phrase(tree, above) if tree.is_noun(above) else None), head
    first, last = phrase(tree, head)
    if how == "acl" and first <= verb <= last:
        last = max(head, tree.left[verb] - 1)
        while last > head and tree.words[last] in {",", "-", "–", "—"}:
            last -= 1
    if first <= verb <= last:
        return None, None, None
    return (first, last), None, head


def group(tree: Tree, verb: int) -> list[int]:
    """The verb with its auxiliaries, its negation, its particle and the adverbs between them."""
    tokens = {verb}
    for kid in tree.kids[verb]:
        if tree.dep[kid] in {"aux", "auxpass", "neg", "prt"}:
            tokens.add(kid)
        elif tree.dep[kid] == "preconj" and tree.lower[kid] == "neither":
            tokens.add(kid)
    first = min(tokens)
    for i in range(verb - 1, max(-1, verb - 4), -1):
        if tree.head[i] == verb and tree.dep[i] == "advmod" and tree.left[i] == tree.right[i] and i + 1 in tokens | {verb}:
            tokens.add(i)
        elif i not in tokens:
            break
    for i in range(first, verb):
        if tree.head[i] == verb and tree.dep[i] in {"advmod", "neg"}:
            tokens.add(i)
    return sorted(tokens)


def of_verb(tree: Tree, verb: int) -> Iterator[Construction]:
    """Every frame that the verb at hand is used in."""
    source, antecedent, _ = source_of(tree, verb)
    cue = group(tree, verb)
    passive = is_passive(tree, verb)

    def construction(frame: str, content: list[Range], more: list[int] | None = None) -> Construction:
        return Construction(verb, frame, cue + (more or []), source, content, tree.lemma[verb], antecedent, to_whom(tree, verb))

    own = tree.child(verb, "nsubj", "nsubjpass")
    for kid in tree.kids[verb]:
        dep = tree.dep[kid]
        if dep == "ccomp" and kid > verb:
            small = not tree.is_verb(kid) and tree.child(kid, "cop", "aux") is None or tree.tag[kid] == "VB" and tree.child(kid, "aux") is None
            small = small and tree.child(kid, "mark") is None and tree.left[kid] == verb + 1
            yield construction("pred" if small else "that", [(tree.left[kid], tree.right[kid])])
        elif dep == "ccomp" and (own is None or kid < own or True):
            yield construction("aside", [(tree.left[kid], tree.right[kid])])
        elif dep == "xcomp" and kid > verb:
            infinitive = any(tree.dep[k] == "aux" and tree.tag[k] == "TO" for k in tree.kids[kid])
            first = max(verb + 1, tree.left[kid])
            obj = tree.child(verb, "dobj")
            if obj is not None and verb < obj < first:
                first = tree.left[obj]
            if passive and tree.child(verb, "agent") is None and own is not None:
                yield construction("passive-to" if infinitive else "passive-pred", [phrase(tree, own), (tree.left[kid], tree.right[kid])])
            else:
                yield construction("to" if infinitive else "ing" if tree.tag[kid] == "VBG" else "pred", [(first, tree.right[kid])])
        elif dep == "dobj" and kid > verb:
            if tree.child(verb, "xcomp", "ccomp") is not None:
                continue
            pred = tree.child(verb, "oprd")
            last = tree.right[kid]
            if pred is not None and pred > kid:
                yield construction("pred", [(tree.left[kid], tree.right[pred])])
                continue
            after = [k for k in tree.kids[verb] if k > last and tree.dep[k] == "prep"]
            if after and tree.lower[after[0]] in {"as", "for", "of", "on", "against", "with", "over", "about"} and tree.left[after[0]] == last + 1:
                yield construction("obj-" + tree.lower[after[0]], [(tree.left[kid], tree.right[after[0]])])
            else:
                yield construction("obj", [(tree.left[kid], last)])
        elif dep == "prep" and kid > verb and tree.lower[kid] != "by":
            inner = tree.child(kid, "pobj", "pcomp")
            if inner is not None and (kid == max(cue) + 1 or tree.left[kid] == verb + 1):
                yield construction(tree.lower[kid], [(tree.left[inner], tree.right[inner])], [kid])
        elif dep == "acomp":
            yield from of_adjective(tree, verb, kid)
    if passive and own is not None and tree.child(verb, "xcomp", "ccomp") is None:
        yield construction("passive", [phrase(tree, own)])
    if tree.dep[verb] in {"parataxis", "ccomp", "advcl", "conj", "dep"} and own is not None and tree.child(verb, "ccomp") is None:
        aside = inserted(tree, verb, source, cue)
        if aside:
            yield construction("aside", aside)


def inserted(tree: Tree, verb: int, source: Range | None, cue: list[int]) -> list[Range] | None:
    """The clause around "…, he said, …": commas on both sides, and nothing inside but the attribution."""
    if source is None:
        return None
    first, last = tree.sentence_bounds(verb)
    a, b = min(source[0], cue[0]), max(source[1], cue[-1], verb)
    while b + 1 <= last and tree.words[b + 1] not in {",", ".", "?", "!", "”", '"', ";"} and b - verb < 12:
        b += 1
    before = a > first and tree.words[a - 1] in {",", "”", '"', "–", "—", "--"}
    after = b + 1 <= last and tree.words[b + 1] in {",", ".", "–", "—", "--"}
    if not (before and after):
        return None
    if b - max(source[1], cue[-1]) > 8:
        return None
    pieces = [(first, a - 1)]
    if b + 1 < last and tree.words[b + 1] == ",":
        pieces.append((b + 1, last))
    return pieces


def of_adjective(tree: Tree, verb: int, adjective: int) -> Iterator[Construction]:
    """ "is concerned that", "was confident of", "are eager to"."""
    source, antecedent, _ = source_of(tree, verb)
    cue = sorted({*group(tree, verb), adjective})
    for kid in tree.kids[adjective]:
        frame = None
        content = (tree.left[kid], tree.right[kid])
        if tree.dep[kid] == "ccomp" and kid > adjective:
            frame = "that"
        elif tree.dep[kid] == "xcomp" and kid > adjective:
            frame = "to"
        elif tree.dep[kid] == "prep" and kid > adjective:
            inner = tree.child(kid, "pobj", "pcomp")
            if inner is not None:
                frame, content = tree.lower[kid], (tree.left[inner], tree.right[inner])
        if frame:
            more = [kid] if frame not in {"that", "to"} else []
            yield Construction(adjective, frame, cue + more, source, [content], tree.lower[adjective], antecedent)


def of_noun(tree: Tree, noun: int) -> Iterator[Construction]:
    """ "his claim that", "promises to", "criticism of": the owner, or who made the claim, is the source."""
    source, antecedent, cue = owner(tree, noun)
    for kid in tree.kids[noun]:
        if kid < noun:
            continue
        dep = tree.dep[kid]
        content = (tree.left[kid], tree.right[kid])
        if dep in {"acl", "ccomp", "relcl"}:
            mark = tree.child(kid, "mark")
            if mark is not None and tree.lower[mark] in {"that", "whether"} or dep == "ccomp":
                yield Construction(noun, "that", cue, source, [content], tree.lemma[noun], antecedent)
            elif tree.left[kid] < kid and tree.tag[tree.left[kid]] == "TO":
                yield Construction(noun, "to", cue, source, [content], tree.lemma[noun], antecedent)
        elif dep == "prep" and tree.lower[kid] not in {"by", "from"}:
            inner = tree.child(kid, "pobj", "pcomp")
            if inner is not None:
                yield Construction(noun, tree.lower[kid], [*cue, kid], source, [(tree.left[inner], tree.right[inner])], tree.lemma[noun], antecedent)


SUPPORT = frozenset(
    "make express voice issue give have offer release repeat raise take hold share show reiterate deliver send publish sign win "
    "provide cite receive face draw deny reject dismiss".split()
)
LIGHT = frozenset("make express voice issue give have offer release repeat raise take hold share reiterate deliver send publish".split())


def owner(tree: Tree, noun: int) -> tuple[Range | None, Range | None, list[int]]:
    """Who stands behind a speech noun (possessor, "by …", adjective of nationality, subject of its verb), and the cue."""
    cue = [noun]
    possessor = tree.child(noun, "poss")
    if possessor is not None:
        first, last = phrase(tree, possessor)
        if last > possessor and tree.lower[last] in {"'s", "’s", "'", "’"}:
            last -= 1
        return (first, last), None, cue
    for kid in tree.kids[noun]:
        if kid > noun and tree.dep[kid] == "prep" and tree.lower[kid] in {"by", "from"}:
            inner = tree.child(kid, "pobj")
            if inner is not None:
                return phrase(tree, inner), None, cue
    head = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.is_verb(head) and tree.lemma[head] in LIGHT:
        source, antecedent, _ = source_of(tree, head)
        verbs = group(tree, head)
        return source, antecedent, sorted({*verbs, *(i for i in range(head, noun + 1) if i > max(verbs))})
    for kid in tree.kids[noun]:
        if kid < noun and tree.dep[kid] in {"amod", "compound", "nmod"} and tree.ent[kid] in {"NORP", "ORG", "GPE", "PERSON"}:
            return (tree.left[kid], kid), None, cue
    return None, None, cue


def of_according(tree: Tree, i: int) -> Iterator[Construction]:
    """ "according to the ministry", "per officials": the rest of its clause is the content."""
    if tree.lower[i] == "according":
        to = tree.child(i, "prep")
        if to is None or tree.lower[to] != "to":
            return
        cue, inner = [i, to], tree.child(to, "pobj")
    else:
        cue, inner = [i], tree.child(i, "pobj")
    if inner is None:
        return
    first, last = tree.sentence_bounds(i)
    source = phrase(tree, inner)
    content = host(tree, i, source, first, last)
    if content:
        yield Construction(i, "according", cue, source, content, "according to" if len(cue) == 2 else tree.lower[i])


def host(tree: Tree, i: int, source: Range, first: int, last: int) -> list[Range]:
    """The clause that a prepositional attribution belongs to, without the attribution."""
    end = max(tree.right[i], source[1])
    head = tree.head[i]
    lo, hi = first, last
    while head != tree.head[head] and tree.dep[head] not in {"ccomp", "relcl", "conj", "ROOT", "advcl"}:
        head = tree.head[head]
    if tree.dep[head] in {"relcl"} and tree.left[head] < i:
        lo, hi = tree.left[head], tree.right[head]
    elif tree.dep[head] == "conj" and tree.child(head, "nsubj", "nsubjpass") is not None and tree.left[head] < i:
        lo, hi = tree.left[head], max(tree.right[head], end)
    pieces = []
    if lo < i:
        pieces.append((lo, i - 1))
    if end < hi and (i <= lo + 1 or tree.words[min(end + 1, hi)] == ","):
        pieces.append((end + 1, hi))
    return pieces


def to_whom(tree: Tree, verb: int) -> Range | None:
    """ "told reporters", "said to her": the indirect object."""
    kid = tree.child(verb, "dative")
    if kid is not None:
        inner = tree.child(kid, "pobj") if tree.tag[kid] in {"IN", "TO"} else kid
        return phrase(tree, inner) if inner is not None else None
    for prep in tree.children(verb, "prep"):
        if tree.lower[prep] == "to" and prep > verb:
            inner = tree.child(prep, "pobj")
            return phrase(tree, inner) if inner is not None else None
    return None


__all__ = ["NOUN_TAGS", "SUBJECTS", "Construction", "of_according", "of_noun", "of_verb"]
