"""Who is the logical subject of a cue: its own, one it shares, a participle's noun, a passive's agent, whom it quotes."""

from __future__ import annotations

from service.extraction.statements.clauses import PEOPLE, Range, animate, phrase, raised
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree

WH = frozenset({"who", "which", "that", "whom", "whose"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def source_of(tree: Tree, verb: int) -> tuple[Range | None, Range | None, int | None]:
    """The source's range, the antecedent's where the source is a relative pronoun, and the source's head."""
    head, how = subject_of(tree, verb)
    if head is None and how != "agent":
        head = before(tree, verb)
    if head is None:
        return None, None, None
    if tree.lower[head] in WH and tree.dep[verb] == "relcl" or tree.lower[head] in {"who", "which"}:
        above = tree.head[verb]
        return (head, head), (phrase(tree, above) if tree.is_noun(above) else None), head
    head = held_by(tree, verb, head)
    first, last = phrase(tree, head, head > verb)
    if last - first > 2:
        first = behind_dateline(tree, first, head, last)
    if how == "acl" and first <= verb <= last:
        last = max(head, tree.left[verb] - 1)
        while last > head and tree.words[last] in {",", "-", "–", "—"}:
            last -= 1
    if first <= verb <= last:
        return None, None, None
    return (first, last), None, head


def behind_dateline(tree: Tree, first: int, head: int, last: int) -> int:
    """The first token of the phrase when "LONDON, May 3 (Reuters) -" is taken off it."""
    for i in range(first, min(last, first + 14)):
        if tree.words[i] in {"-", "–", "—", "--"} and i > first and tree.words[i - 1] == ")" and i < last:
            return i + 1 if i < head else first
    return first


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
        if own is not None and tree.lower[own] == "hand":  # "on the other hand criticising"
            own = None
        if own is None and step == 0 and (above := raised(tree, verb)) is not None:
            verb = above
            continue
        if own is not None:
            return own, "own" if step == 0 else "shared"
        dep, head = tree.dep[verb], tree.head[verb]
        if dep == "acl":
            if infinitive(tree, verb) and tree.lower[head] not in words().persons:
                return holder(tree, head), "shared"
            return author(tree, verb, head), "acl"
        if dep == "pcomp":
            above = tree.head[head]
            if not tree.is_verb(above):
                return (holder(tree, above) if tree.is_noun(above) else None), "shared"
            if tree.lower[head] == "as":
                told = tree.child(above, "dobj", "nsubjpass")
                if told is not None:
                    return told, "quoted"
            verb = above
            continue
        if step == 0 and dep == "advcl" and tree.tag[verb] == "VBG" and tree.dep[head] == "ccomp" and tree.lemma[verb] in words().turns:
            above = tree.head[head]
            if tree.is_verb(above) and above < head < verb and tree.words[max(0, tree.left[verb] - 1)] == ",":
                verb = above
                continue
        if dep in {"conj", "xcomp", "advcl", "parataxis", "dep", "ccomp"} and tree.is_verb(head) and head != verb:
            if dep == "ccomp" and tree.tag[verb] in FINITE:
                return None, ""
            if dep == "advcl" and tree.tag[verb] not in {"VBG", "VBN"} and not infinitive(tree, verb):
                return None, ""
            verb = head
            continue
        if dep in {"prep", "acomp", "attr"} and tree.is_verb(head):
            verb = head
            continue
        if dep == "xcomp" and tree.dep[head] in {"acomp", "oprd"} and tree.is_verb(tree.head[head]):
            verb = tree.head[head]
            continue
        return None, ""
    return None, ""


def is_passive(tree: Tree, verb: int) -> bool:
    """Also the bare participle: "asked whether it rained, he nodded"."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return tree.tag[verb] == "VBN" and tree.child(verb, "aux", "nsubj") is None and tree.dep[verb] in {"acl", "advcl"}


def infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.kids[verb] if k < verb)


def holder(tree: Tree, noun: int) -> int | None:
    """Whose "effort to …", "history of …" it is: the possessor, else the subject of the verb that the noun belongs to."""
    possessor = tree.child(noun, "poss")
    if possessor is not None:
        return possessor
    verb = tree.head[noun]
    if tree.dep[noun] == "pobj":
        verb = tree.head[verb]
    if tree.dep[noun] not in {"dobj", "pobj", "attr"} or not tree.is_verb(verb):
        return None
    return tree.child(verb, "nsubj")


def author(tree: Tree, verb: int, noun: int) -> int | None:
    """Who speaks in "released a paper calling on …": the one who released it; in "an official saying", the noun."""
    if not (tree.is_noun(noun) or tree.tag[noun] == "PRP"):
        return None
    above = tree.head[noun]
    if tree.tag[verb] == "VBG" and tree.dep[noun] == "dobj" and tree.is_verb(above) and tree.ent[noun] not in PEOPLE:
        maker = tree.child(above, "nsubj")
        if maker is not None and tree.lower[noun] not in words().persons:
            return maker
    return noun


def held_by(tree: Tree, verb: int, head: int) -> int:
    """In "the paper reflected Beijing's view, claiming that …" the one whose view it is; else the subject itself."""
    above = tree.head[head]
    if above == verb or tree.lemma[above] not in {"reflect", "outline", "summarise", "summarize", "mirror", "echo"}:
        return head
    obj = tree.child(above, "dobj")
    owner = tree.child(obj, "poss") if obj is not None else None
    return owner if owner is not None and not animate(tree, head) else head


def before(tree: Tree, verb: int) -> int | None:
    """The noun phrase that ends right before a finite verb, where the parser has seen no subject."""
    if tree.tag[verb] not in {"VBD", "VBZ", "VBP"} or tree.dep[verb] in {"conj", "amod"}:
        return None
    i = verb - 1
    first, _ = tree.sentence_bounds(verb)
    while i > first and (tree.dep[i] in {"aux", "advmod", "neg"} or tree.words[i] == ","):
        i -= 1
    if i < first or not (tree.is_noun(i) or tree.tag[i] == "PRP" or tree.lower[i] in {"both", "some", "many", "others"}):
        return None
    for _ in range(8):
        head = tree.head[i]
        if head >= verb or head == i or head < first or tree.is_verb(head) or tree.right[head] >= verb:
            break
        i = head
    return i if tree.is_noun(i) or tree.tag[i] in {"PRP", "DT", "JJ", "NNS"} else None
