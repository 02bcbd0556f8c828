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
from dataclasses import dataclass

from service.extraction.statements.clauses import Range, clause, phrase
from service.extraction.statements.lexicon import words
from service.extraction.statements.subjects import is_passive, source_of
from service.extraction.statements.tree import Tree


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
        if tree.head[i] == verb and tree.dep[i] == "advmod" and tree.tag[i] != "WRB" and tree.left[i] == tree.right[i] and i + 1 in tokens | {verb}:
            tokens.add(i)
        elif i not in tokens:
            break
    for i in range(first, verb):
        if tree.head[i] == verb and tree.dep[i] in {"advmod", "neg"} and tree.tag[i] != "WRB":
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
            yield construction("pred" if small else "that", [clause(tree, kid)])
        elif dep == "ccomp":
            taken = {"ccomp", "xcomp"} if tree.lemma[verb] in words().telling else {"ccomp", "xcomp", "dobj"}
            if not any(k > verb and tree.dep[k] in taken for k in tree.kids[verb]):
                yield construction("aside", [(tree.left[kid], tree.right[kid])])
        elif dep == "xcomp" and kid > verb:
            infinitive = any(tree.dep[k] == "aux" and tree.tag[k] == "TO" for k in tree.kids[kid])
            first = max(verb + 1, tree.left[kid])
            called = next((k for k in tree.children(verb, "prep") if verb < k < kid and tree.lower[k] in {"on", "upon", "for"}), None)
            asked = tree.child(called, "pobj") if called is not None else None
            if called is not None and asked is not None and not passive:
                yield construction(tree.lower[called] + "-to", [(tree.left[asked], tree.right[kid])], [called])
                continue
            obj = tree.child(verb, "dobj")
            if obj is not None and verb < obj < first and tree.lemma[verb] not in words().telling:
                first = tree.left[obj]
            if own is not None and tree.lemma[verb] in {"seem", "appear"}:
                bare = construction("seem", [phrase(tree, own), (tree.left[kid], tree.right[kid])])
                bare.source = None
                yield bare
            elif passive and tree.child(verb, "agent") is None and own is not None:
                yield construction("passive-to" if infinitive else "passive-pred", [phrase(tree, own), (tree.left[kid], tree.right[kid])])
            else:
                yield construction("to" if infinitive else "ing" if tree.tag[kid] == "VBG" else "pred", [(first, tree.right[kid])])
        elif dep == "dobj" and kid > verb:
            if tree.child(verb, "xcomp", "ccomp") is not None:
                continue
            pred = tree.child(verb, "oprd")
            last = short(tree, kid)
            if tree.lemma[verb] in {"quote", "cite"} and any(tree.child(k, "pcomp") for k in tree.children(verb, "prep")):
                continue
            if pred is not None and pred > kid:
                yield construction("pred", [(tree.left[kid], tree.right[pred])])
                continue
            after = [k for k in tree.kids[verb] if k > last and tree.dep[k] == "prep"]
            if tree.lemma[verb] in words().naming and (naming := [k for k in after if tree.lower[k] == "as"]):
                yield construction("obj-as", [(tree.left[kid], tree.right[naming[0]])])
                continue
            if after and tree.lower[after[0]] in {"as", "for", "of", "on", "against", "with", "over", "about"} and tree.left[after[0]] == last + 1:
                yield construction("obj-" + tree.lower[after[0]], [(tree.left[kid], tree.right[after[0]])])
            else:
                yield construction("obj", [(tree.left[kid], last)])
        elif dep == "prep" and kid > verb and tree.lower[kid] != "by":
            inner = tree.child(kid, "pobj", "pcomp")
            if inner is not None and (kid == max(cue) + 1 or tree.left[kid] == verb + 1):
                last = tree.right[inner]
                if tree.lower[kid] == "to" and tree.lemma[verb] == "refer":
                    last = max([last, *(tree.right[k] for k in tree.children(verb, "prep") if tree.lower[k] == "as" and k > kid)])
                yield construction(tree.lower[kid], [(tree.left[inner], last)], [kid])
        elif dep == "acomp":
            yield from of_adjective(tree, verb, kid)
    if passive and own is not None and tree.child(verb, "xcomp", "ccomp") is None:
        yield construction("passive", [phrase(tree, own)])
    if tree.dep[verb] in {"parataxis", "ccomp", "advcl", "conj", "dep"} and own is not None and tree.child(verb, "ccomp") is None:
        aside = inserted(tree, verb, source, cue)
        if aside:
            yield construction("aside", aside)


def short(tree: Tree, noun: int) -> int:
    """The last token of an object without a relative clause set off by a comma, which is the reporter's remark."""
    last = tree.right[noun]
    for i in range(noun + 1, last):
        if tree.words[i] == "," and tree.lower[i + 1] in {"which", "who", "whose", "where"}:
            return i - 1
    return last


def inserted(tree: Tree, verb: int, source: Range | None, cue: list[int]) -> list[Range] | None:
    """The clause around "…, he said, …": commas on both sides, and nothing inside but the attribution."""
    if source is None:
        return None
    first, last = tree.sentence_bounds(verb)
    a, b = min(source[0], cue[0]), max(source[1], cue[-1], verb)
    while b + 1 <= last and tree.words[b + 1] not in {",", ".", "?", "!", "”", '"', ";"} and b - verb < 12:
        b += 1
    if a > first and tree.lower[a - 1] == "as":
        a -= 1
    opening = a == first and tree.lower[a] == "as"
    set_off = a > first and tree.words[a - 1] in {",", "”", '"', "–", "—", "--"}
    after = b + 1 <= last and tree.words[b + 1] in {",", ".", "–", "—", "--"}
    if not (set_off or opening) or not after:
        return None
    if b - max(source[1], cue[-1]) > 8:
        return None
    pieces = [(first, a - 1)] if a > first else []
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
            frame, content = "that", clause(tree, kid)
        elif tree.dep[kid] == "xcomp" and kid > adjective:
            frame = "to"
        elif tree.dep[kid] == "prep" and kid > adjective:
            inner = tree.child(kid, "pobj", "pcomp")
            if inner is not None:
                frame, content = tree.lower[kid], (tree.left[inner], tree.right[inner])
        if frame:
            more = [kid] if frame not in {"that", "to"} else []
            yield Construction(adjective, frame, cue + more, source, [content], tree.lower[adjective], antecedent)


def to_whom(tree: Tree, verb: int) -> Range | None:
    """ "told reporters", "said to her": the indirect object."""
    kid = tree.child(verb, "dative")
    if kid is None and tree.lemma[verb] in words().telling:
        kid = tree.child(verb, "dobj")
    if kid is not None:
        inner = tree.child(kid, "pobj") if tree.tag[kid] in {"IN", "TO"} else kid
        return phrase(tree, inner) if inner is not None else None
    for prep in tree.children(verb, "prep"):
        if tree.lower[prep] == "to" and prep > verb:
            inner = tree.child(prep, "pobj")
            return phrase(tree, inner) if inner is not None else None
    return None
