"""What verbs take, and the adjectives that complete them: every frame in which one would carry an attribution.

The clause after "said", the object of "criticised", the infinitive of "hopes to", the sentence around "he said".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from service.extraction.statements.clauses import (
    Range,
    before_finite,
    before_semicolon,
    behind_colon,
    clause,
    coordinated,
    phrase,
    up_to_remark,
)
from service.extraction.statements.constructions import Construction, group, quoted_as, tells_occasion
from service.extraction.statements.hearers import can_hear, to_whom
from service.extraction.statements.lexicon import words
from service.extraction.statements.subjects import charged, infinitive, is_passive, shares_passive, source_of
from service.extraction.statements.tree import Tree

OBJECT_PREPOSITIONS = frozenset({"as", "for", "of", "on", "against", "with", "over", "about"})
URGING = frozenset({"on", "upon", "for", "with"})
QUALIFYING = frozenset({"with", "without", "for", "of"})  # "described it as a sermon with jokes"
PLACING = frozenset({"in", "between", "among"})
INSERTED = frozenset({"parataxis", "ccomp", "advcl", "conj", "dep"})


class Use:
    """A verb as it is used: its group, its subject and its source, which all its frames share."""

    def __init__(self, tree: Tree, verb: int) -> None:
        self.tree = tree
        self.verb = verb
        self.lemma = tree.lemma[verb]
        self.passive = is_passive(tree, verb)
        shared = tree.head[verb] if shares_passive(tree, verb) else verb
        self.subject = next(reversed(tree.children(shared, "nsubj", "nsubjpass")), None)

    @cached_property
    def speaker(self) -> tuple[Range | None, Range | None]:
        return source_of(self.tree, self.verb)

    @property
    def source(self) -> Range | None:
        return self.speaker[0]

    @property
    def antecedent(self) -> Range | None:
        return self.speaker[1]

    @cached_property
    def cue(self) -> list[int]:
        return group(self.tree, self.verb)

    def taking(self, frame: str, content: list[Range], more: list[int] | None = None) -> Construction:
        """The construction of one frame; `more` are the tokens that it adds to the cue."""
        heard = to_whom(self.tree, self.verb)
        heard = None if heard == self.source else heard
        cue = self.cue + (more or [])
        return Construction(self.verb, frame, cue, self.source, content, self.lemma, self.antecedent, heard)


def takes_clauses(tree: Tree, verb: int) -> bool:
    """Whether the verb may carry an attribution though the lexicon lacks it, or with an adjective."""
    return tree.dep[verb] in INSERTED or tree.child(verb, "ccomp", "acomp") is not None


def of_verb(tree: Tree, verb: int) -> Iterator[Construction]:
    """Every frame that the verb at hand is used in."""
    use = Use(tree, verb)
    for kid in tree.kids[verb]:
        taken = TAKEN.get(tree.dep[kid])
        if taken is not None:
            yield from taken(tree, use, kid)
    if use.passive and use.subject is not None and tree.child(verb, "xcomp", "ccomp") is None:
        yield from takes_subject(tree, use, use.subject)
    before = appended(tree, use)
    if before is not None:
        yield use.taking("aside", [before])
    if tree.dep[verb] in INSERTED and use.subject is not None and not is_whole(tree, use):
        around = inserted(tree, use)
        if around:
            yield use.taking("aside", around)


def is_whole(tree: Tree, use: Use) -> bool:
    """Whether the verb has what it takes already, so that nothing around it is said: "We found it, we …"."""
    if tree.child(use.verb, "ccomp") is not None:
        return True
    obj = tree.child(use.verb, "dobj")
    plain = obj is not None and tree.lower[obj] == "it" and obj > use.verb and use.lemma not in words().telling
    return plain and use.lemma != "put"


def takes_subject(tree: Tree, use: Use, subject: int) -> Iterator[Construction]:
    """ "The plan was condemned by doctors", "was described by one as an insult", "was blamed by them on the rain"."""
    whole = phrase(tree, subject)
    by = next((k for k in tree.children(use.verb, "agent", "prep") if tree.lower[k] == "by"), None)
    if by is None:
        yield use.taking("passive", [whole])
        return
    charge = charged(tree, by)
    for prep in [*tree.children(use.verb, "prep"), *([] if charge is None else [charge])]:
        if prep > use.verb and tree.lower[prep] in {"as", "for", "of", "on", "over", "with"}:
            yield use.taking("obj-" + tree.lower[prep], [whole, (prep, tree.right[prep])])
            return
    yield use.taking("obj", [whole])


def takes_clause(tree: Tree, use: Use, kid: int) -> Iterator[Construction]:
    """ "said (that) it rained", "It rained, he said", "called him a liar"."""
    if kid > use.verb:
        obj = tree.child(use.verb, "dobj")
        if obj is not None and obj < kid and tree.words[tree.left[kid] - 1] == "," and use.lemma not in words().telling:
            return  # "we found it, we didn't make it"
        told = tree.child(kid, "ccomp", "advcl") if use.lemma == "make" and tree.tag[kid] == "JJ" else None
        if told is not None:  # "made it clear that"
            cue = [*use.cue, *range(max(use.cue) + 1, kid + 1)]
            yield Construction(kid, "that", cue, use.source, [clause(tree, told)], tree.lower[kid], use.antecedent)
            return
        if not runs_on(tree, use, kid):
            yield use.taking("pred" if is_small(tree, use.verb, kid) else "that", [before_semicolon(tree, kid)])
            if infinitive(tree, kid):  # "would like the pipe to be laid"
                yield use.taking("to", [clause(tree, kid)])
        return
    saying = quoted_as(tree, use.verb)
    if saying is not None:  # "“…,” he was quoted as saying"
        yield Use(tree, saying).taking("aside", [(tree.left[kid], tree.right[kid])])
        return
    if ";" in tree.words[tree.right[kid] + 1 : use.verb]:
        return
    others = {"ccomp", "xcomp"} if use.lemma in words().telling else {"ccomp", "xcomp", "dobj"}
    if not any(k > use.verb and tree.dep[k] in others for k in tree.kids[use.verb]):
        yield use.taking("aside", [(coordinated(tree, use.verb, kid), tree.right[kid])])


def runs_on(tree: Tree, use: Use, kid: int) -> bool:
    """Whether a comma only sets a second sentence beside the first, which has its object: "We saw it, it was red"."""
    first, obj = tree.left[kid], tree.child(use.verb, "dobj")
    if obj is None or not use.verb < obj < first or use.lemma in words().telling:
        return False
    return tree.words[first - 1] == "," and tree.child(kid, "mark") is None and tree.tag[first][0] != "W"


def is_before_semicolon(tree: Tree, kid: int) -> bool:
    """Whether the parser has hung another sentence on the verb: "[she said no]; he called it absurd"."""
    return tree.words[min(tree.right[kid] + 1, tree.size - 1)] == ";"


def is_small(tree: Tree, verb: int, kid: int) -> bool:
    """Whether a clausal complement has no finite verb: "called him a liar", "saw them leave"."""
    if tree.child(kid, "mark", "aux") is not None or tree.left[kid] != verb + 1:
        return False
    return not tree.is_verb(kid) or tree.tag[kid] == "VB"


def takes_infinitive(tree: Tree, use: Use, kid: int) -> Iterator[Construction]:
    """ "hopes to win", "urged him to stay", "called on them to stay", "is expected to win", "seems to win"."""
    if kid < use.verb:
        return
    last = before_finite(tree, kid)
    if not use.passive:
        for prep in tree.children(use.verb, "prep"):
            whom = tree.child(prep, "pobj")
            if use.verb < prep < kid and tree.lower[prep] in URGING and whom is not None:
                yield use.taking(tree.lower[prep] + "-to", [(tree.left[whom], last)], [prep])
                return
    to = infinitive(tree, kid)
    whole = [phrase(tree, use.subject), (tree.left[kid], last)] if use.subject is not None else []
    if whole and use.lemma in {"seem", "appear"}:
        yield replace(use.taking("seem", whole), source=None)
    elif whole and use.passive and (tree.child(use.verb, "agent") is None or to and not takes_order(use.lemma)):
        yield use.taking("passive-to" if to else "passive-pred", whole)
    else:
        first = max(use.verb + 1, tree.left[kid])
        obj = tree.child(use.verb, "dobj")
        if obj is not None and use.verb < obj < first and (use.lemma not in words().telling or use.lemma == "ask"):
            first = tree.left[obj]
        yield use.taking("to" if to else "ing" if is_gerund(tree, kid) else "pred", [(first, last)])


def takes_order(lemma: str) -> bool:
    """Whether the subject of the passive is who is told: "was told to go by them", not "is said by them to be …"."""
    return lemma in words().telling or lemma in words().urging


def is_gerund(tree: Tree, verb: int) -> bool:
    """Also "denies having known"."""
    return tree.tag[verb] == "VBG" or any(
        tree.lower[kid] in {"having", "being"} for kid in tree.kids[verb] if kid < verb
    )


def takes_object(tree: Tree, use: Use, kid: int) -> Iterator[Construction]:
    """ "criticised the plan", "praised him for it", "described it as a mistake"."""
    if kid < use.verb or any(not is_before_semicolon(tree, k) for k in tree.children(use.verb, "xcomp", "ccomp")):
        return
    after = [k for k in tree.children(use.verb, "prep") if k > kid]
    if quoted_as(tree, use.verb) is not None:
        return  # "quoted him as saying": the saying is the cue
    first, last = tree.left[kid], up_to_remark(tree, kid)
    called = tree.child(use.verb, "oprd")
    naming = [k for k in after if k > last and tree.lower[k] == "as"] if use.lemma in words().naming else []
    beside = [k for k in after if tree.left[k] == last + 1 and tree.lower[k] in OBJECT_PREPOSITIONS]
    at = next((k for k in after if tree.lower[k] == "at" and tree.left[k] == last + 1), None)
    figure = tree.child(at, "pobj") if at is not None and use.lemma in {"put", "estimate"} else None
    if at is not None and figure is not None and "CD" in (tree.tag[figure], *(tree.tag[k] for k in tree.kids[figure])):
        yield use.taking("obj-at", [(first, tree.right[at])])  # "put the toll at 12"
    elif called is not None and called > kid:
        yield use.taking("pred", [(first, tree.right[called])])
    elif naming:
        last = tree.right[naming[0]]
        more = (
            k for k in after if tree.left[k] == last + 1 and tree.lower[k] in QUALIFYING and not tells_occasion(tree, k)
        )
        yield use.taking("obj-as", [(first, max([last, *(tree.right[k] for k in more)]))])
    elif beside:
        yield use.taking("obj-" + tree.lower[beside[0]], [(first, tree.right[beside[0]])])
    else:
        yield use.taking("obj", [(first, last)])


def takes_name(tree: Tree, use: Use, kid: int) -> Iterator[Construction]:
    """ "called them a disgrace", where the parser takes "them" for whom it was said to."""
    named = tree.child(use.verb, "dative")
    if named is not None and use.verb < named < kid and tree.child(use.verb, "dobj") is None:
        yield replace(use.taking("pred", [(tree.left[named], tree.right[kid])]), addressee=None)


def takes_preposition(tree: Tree, use: Use, kid: int) -> Iterator[Construction]:
    """ "called for calm", "referred to it as a mistake"."""
    inner = tree.child(kid, "pobj", "pcomp")
    if kid < use.verb or inner is None or tree.lower[kid] == "by":
        return
    if tree.lower[kid] == "to" and can_hear(tree, inner) and use.lemma in words().telling:
        return  # "asks to the government to pay": whom, not what
    if kid != max(use.cue) + 1 and tree.left[kid] != use.verb + 1:
        return
    last = tree.right[inner]
    then = next((k for k in tree.children(use.verb, "advcl") if tree.left[k] == last + 1 and infinitive(tree, k)), None)
    if then is not None and tree.lower[kid] in URGING:  # "called on them to stay", taken for a purpose
        yield use.taking(tree.lower[kid] + "-to", [(tree.left[inner], before_finite(tree, then))], [kid])
        return
    if use.lemma == "refer":
        last = max(
            [last, *(tree.right[k] for k in tree.children(use.verb, "prep") if tree.lower[k] == "as" and k > kid)]
        )
    for more in tree.children(use.verb, "prep"):
        if tree.left[more] == last + 1 and tree.lower[more] in PLACING and not tells_occasion(tree, more):
            last = tree.right[more]  # "called for peace in the valley"
    yield use.taking(tree.lower[kid], [(tree.left[inner], last)], [kid])


def takes_adjective(tree: Tree, use: Use, adjective: int) -> Iterator[Construction]:
    """ "is concerned that", "was confident of", "are eager to"."""
    cue = sorted({*use.cue, adjective})
    for kid in tree.kids[adjective]:
        dep, inner = tree.dep[kid], tree.child(kid, "pobj", "pcomp")
        if kid < adjective:
            continue
        if dep == "ccomp":
            frame, content = "that", clause(tree, kid)
        elif dep == "xcomp":
            frame, content = "to", (tree.left[kid], tree.right[kid])
        elif dep == "prep" and inner is not None:
            frame, content = tree.lower[kid], (tree.left[inner], tree.right[inner])
        else:
            continue
        lemma = tree.lower[adjective]
        more = [kid] if dep == "prep" else []
        yield Construction(adjective, frame, cue + more, use.source, [content], lemma, use.antecedent)


TAKEN: dict[str, Callable[[Tree, Use, int], Iterator[Construction]]] = {
    "ccomp": takes_clause,
    "xcomp": takes_infinitive,
    "dobj": takes_object,
    "oprd": takes_name,
    "prep": takes_preposition,
    "acomp": takes_adjective,
}


def appended(tree: Tree, use: Use) -> Range | None:
    """The clause before "…, a witness told radio", where the parser gives the verb two subjects and no clause."""
    subjects = tree.children(use.verb, "nsubj")
    if len(subjects) < 2 or subjects[-1] > use.verb or tree.child(use.verb, "ccomp", "xcomp") is not None:
        return None
    first, _ = tree.sentence_bounds(use.verb)
    comma = tree.left[subjects[-1]] - 1
    return (first, comma - 1) if comma > first and tree.words[comma] == "," else None


def inserted(tree: Tree, use: Use) -> list[Range] | None:
    """The clause around "…, he said, …": commas on both sides, and nothing inside but the attribution."""
    if use.source is None:
        return None
    first, last = tree.sentence_bounds(use.verb)
    a, end = min(use.source[0], use.cue[0]), max(use.source[1], use.cue[-1])
    first = behind_colon(tree, first, a)
    b = end
    while b < last and tree.words[b + 1] not in {",", ".", "?", "!", "”", '"', ";"} and b - use.verb < 12:
        b += 1
    if a > first and tree.lower[a - 1] == "as":  # "as he put it"
        a -= 1
    set_off = a > first and tree.words[a - 1] in {",", "”", '"', "–", "—", "--"} or tree.lower[a] == "as" and a == first
    if not set_off or b == last or tree.words[b + 1] not in {",", ".", "–", "—", "--"} or b - end > 8:
        return None
    pieces = [(first, a - 1)] if a > first else []
    if b + 1 < last and tree.words[b + 1] == ",":
        pieces.append((b + 1, last))
    return pieces
