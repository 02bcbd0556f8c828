"""Who is the logical subject of a cue: its own, a shared one, a participle's noun, a passive's agent, who is quoted."""

from __future__ import annotations

from service.extraction.statements.clauses import PEOPLE, Range, animate, in_series, phrase, raised
from service.extraction.statements.hearers import can_hear
from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import FINITE, Tree

WH = frozenset({"who", "which", "that", "whom", "whose"})
SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis", "dep", "ccomp", "prep", "acomp", "attr"})
MOST_STEPS = 6  # arcs upwards
INVERTING = frozenset({"”", '"', "''", "»", "’", ","})


def source_of(tree: Tree, verb: int) -> tuple[Range | None, Range | None]:
    """The source's range, and the antecedent's where the source is a relative pronoun."""
    head, how = subject_of(tree, verb)
    if head is None and how != "agent":
        head = right_before(tree, verb)
        head = inverted(tree, verb) if head is None else head
    if head is None:
        return None, None
    if tree.lower[head] in WH and tree.dep[verb] == "relcl" or tree.lower[head] in {"who", "which"}:
        above = tree.head[verb]
        return (head, head), (phrase(tree, above) if tree.is_noun(above) else None)
    head = held_by(tree, verb, head)
    first, last = phrase(tree, head, head > verb)
    if last - first > 2:
        first = behind_dateline(tree, first, head, last)
    if how == "acl" and first <= verb <= last:
        last = max(head, tree.left[verb] - 1)
        while last > head and tree.words[last] in {",", "-", "–", "—"}:
            last -= 1
    if how == "agent":
        last = before_charge(tree, head, last)
    if first <= verb <= last:
        return None, None
    return (first, last), None


def before_charge(tree: Tree, head: int, last: int) -> int:
    """Where a passive's agent ends when what is charged has been hung on it: "by the party [of hiding it]"."""
    for kid in tree.kids[head]:
        if kid > head and tree.lower[kid] in {"of", "for"} and tree.child(kid, "pcomp") is not None:
            return kid - 1
    return last


def behind_dateline(tree: Tree, first: int, head: int, last: int) -> int:
    """The first token of the phrase when "LONDON, May 3 (Reuters) -" is taken off it."""
    for i in range(first, min(last, first + 14)):
        if tree.words[i] not in {"-", "–", "—", "--"} or not first < i < last:
            continue
        if tree.words[i - 1] == ")" or tree.words[i - 1].isdigit():  # "Sept 30 - President …"
            return i + 1 if i < head else first
    return first


def subject_of(tree: Tree, verb: int) -> tuple[int | None, str]:
    """The head of the verb's logical subject, and how it was reached: ``own``, ``shared``, ``acl``, ``agent``."""
    if is_passive(tree, verb):
        by = agent(tree, verb)
        if by is None and tree.lemma[verb] in words().felt:  # "was convinced that": it was in his mind
            by = tree.child(verb, "nsubjpass", "nsubj")
        elif by is None and tree.lemma[tree.head[verb]] == "let" and tree.dep[verb] == "ccomp":
            by = tree.child(tree.head[verb], "nsubj")  # "let it be known that"
        return by, "agent"
    above = raised(tree, verb) or turned(tree, verb)
    how = "shared" if above is not None else "own"
    verb = verb if above is None else above
    for _ in range(MOST_STEPS):
        own = next(reversed(tree.children(verb, "nsubj", "nsubjpass")), None)  # of two the nearer
        if own is not None and tree.lower[own] != "hand":  # "on the other hand criticising"
            return own, how
        series = in_series(tree, verb)
        if series is not None:
            return series, "shared"
        if tree.dep[verb] == "acl":
            return of_participle(tree, verb)
        whom = compelled(tree, verb)
        if whom is not None:
            return whom, "shared"
        if tree.dep[verb] == "pcomp":
            found, above = through_preposition(tree, verb)
        else:
            found, above = None, controller(tree, verb)
        if found is not None or above is None:
            return found, "shared"
        verb, how = above, "shared"
    return None, ""


def agent(tree: Tree, verb: int) -> int | None:
    """Who did it, of a passive: "by …"."""
    by = tree.child(verb, "agent")
    if by is None:
        by = next((kid for kid in tree.children(verb, "prep") if tree.lower[kid] == "by"), None)
    return None if by is None else tree.child(by, "pobj")


def charged(tree: Tree, by: int) -> int | None:
    """The "of" or "for" of a passive's verb that the parser has hung on its agent: "accused by rivals of lying"."""
    agent_ = tree.child(by, "pobj")
    hung = tree.children(agent_, "prep") if agent_ is not None else []
    return next((k for k in hung if tree.lower[k] in {"of", "for"} and tree.child(k, "pcomp") is not None), None)


def turned(tree: Tree, verb: int) -> int | None:
    """The verb above the clause that a participle has been hung in: "said it rained, adding that …"."""
    head = tree.head[verb]
    if tree.dep[verb] != "advcl" or tree.tag[verb] != "VBG" or tree.lemma[verb] not in words().turns:
        return None
    above = tree.head[head]
    set_off = tree.words[max(0, tree.left[verb] - 1)] == ","
    return above if tree.dep[head] == "ccomp" and tree.is_verb(above) and above < head < verb and set_off else None


def of_participle(tree: Tree, verb: int) -> tuple[int | None, str]:
    """ "an effort to deny", "a paper calling for", "officials saying"."""
    noun = tree.head[verb]
    if infinitive(tree, verb) and tree.lower[noun] not in words().persons:
        return holder(tree, noun), "shared"
    return author(tree, verb, noun), "acl"


def through_preposition(tree: Tree, verb: int) -> tuple[int | None, int | None]:
    """The subject of "as saying", "by noting", "history of blaming", or the verb to look for it at."""
    prep = tree.head[verb]
    above = tree.head[prep]
    if tree.is_noun(above):
        return holder(tree, above), None
    if not tree.is_verb(above):
        return None, None
    charged = tree.lower[prep] == "of" and tree.lemma[above] in {"accuse", "suspect", "convict"}
    whom = tree.child(above, "dobj", "nsubjpass")
    if tree.lower[prep] == "for":  # "jailed two men for mocking him"
        charged = whom is not None and (animate(tree, whom) or can_hear(tree, whom))
    return (whom if tree.lower[prep] == "as" or charged else None), above


def compelled(tree: Tree, verb: int) -> int | None:
    """Who is made to say it: "forced [the minister], who …, to admit that"."""
    above = tree.head[verb]
    if (
        tree.dep[verb] not in {"xcomp", "advcl"}
        or tree.lemma[above] not in words().compelling
        or not infinitive(tree, verb)
    ):
        return None
    whom = tree.child(above, "dobj")
    return whom if whom is not None and above < whom < verb else None


def controller(tree: Tree, verb: int) -> int | None:
    """The verb whose subject a conjunct, a participle or an infinitive shares; None where it shares none."""
    dep, head = tree.dep[verb], tree.head[verb]
    if head == verb:
        return None
    if not tree.is_verb(head):  # "is likely to say"
        above = tree.head[head]
        return above if dep == "xcomp" and tree.dep[head] in {"acomp", "oprd"} and tree.is_verb(above) else None
    if dep == "ccomp" and tree.tag[verb] in FINITE:
        return None
    if dep == "advcl" and tree.tag[verb] not in {"VBG", "VBN"} and not infinitive(tree, verb):
        return None
    if dep == "conj" and (saying := beside_content(tree, verb)) is not None:
        return saying
    return head if dep in SHARING else None


def beside_content(tree: Tree, verb: int) -> int | None:
    """The verb of saying that a finite one goes on with, where the parser has hung that on the verb of what is said.

    "The authors suggest that most of it is lost, and estimate that …": the most of it estimates nothing.
    """
    inner = tree.head[verb]
    said = tree.head[inner]
    unmarked = tree.tag[verb] == "VB" and tree.child(verb, "aux") is None and tree.child(inner, "aux") is None
    tag = "VBP" if unmarked else tree.tag[verb]
    if tree.dep[inner] != "ccomp" or tag != tree.tag[said] or tag not in {"VBD", "VBP", "VBZ"}:
        return None
    own = tree.child(inner, "nsubj", "nsubjpass")
    if own is None or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return None
    frames = words().verbs.get(tree.lemma[verb], frozenset())
    if "that" not in words().verbs.get(tree.lemma[said], ()) or not frames:
        return None
    mute = not (animate(tree, own) or can_hear(tree, own) or tree.lemma[own] in words().figures | words().labels)
    return said if mute else None


def is_passive(tree: Tree, verb: int) -> bool:
    """Also the bare participle, "asked whether it rained, he nodded", and one beside a passive."""
    if tree.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.tag[verb] != "VBN" or tree.child(verb, "aux", "nsubj") is not None:
        return False
    return tree.dep[verb] in {"acl", "advcl"} or shares_passive(tree, verb)


def shares_passive(tree: Tree, verb: int) -> bool:
    """ "was welcomed by some and [condemned] by others"."""
    head = tree.head[verb]
    return (
        tree.dep[verb] == "conj" and tree.child(verb, "agent") is not None and tree.child(head, "auxpass") is not None
    )


def infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.kids[verb] if k < verb)


def holder(tree: Tree, noun: int) -> int | None:
    """Whose "effort to …", "history of …" it is: the possessor's, else that of the subject of the noun's verb."""
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


def inverted(tree: Tree, verb: int) -> int | None:
    """The noun phrase right behind the verb, in "“Where is it?” asked Ruth", where the parser has seen an object."""
    if tree.tag[verb] not in {"VBD", "VBZ"} or verb == 0 or tree.words[verb - 1] not in INVERTING:
        return None
    beside = (
        kid for kid in tree.kids[verb] if tree.left[kid] == verb + 1 and tree.dep[kid] in {"dobj", "npadvmod", "dep"}
    )
    return next((kid for kid in beside if tree.is_noun(kid) or tree.tag[kid] == "PRP"), None)


def opening(tree: Tree, first: int, last: int) -> int:
    """The end of the noun phrase that a long aside follows: "Ann Lee, who served twice under two presidents, said"."""
    for i in range(last, max(first, last - 60), -1):
        if tree.words[i] in INVERTING and tree.words[i] != ",":
            first = i + 1
            break
    comma = next((i for i in range(first, last) if tree.words[i] == ","), None)
    return comma - 1 if comma is not None and comma - first in range(1, 9) and tree.is_noun(comma - 1) else last


def right_before(tree: Tree, verb: int) -> int | None:
    """The noun phrase that ends right before a finite verb, where the parser has seen no subject."""
    if tree.tag[verb] not in {"VBD", "VBZ", "VBP"} or tree.dep[verb] in {"conj", "amod"}:
        return None
    i = verb - 1
    first, _ = tree.sentence_bounds(verb)
    while i > first and (tree.dep[i] in {"aux", "advmod", "neg"} or tree.words[i] == ","):
        i -= 1
    if i + 1 < verb and tree.words[i + 1] == ",":
        i = opening(tree, first, i)
    if i < first or not (
        tree.is_noun(i) or tree.tag[i] == "PRP" or tree.lower[i] in {"both", "some", "many", "others"}
    ):
        return None
    for _ in range(8):
        head = tree.head[i]
        if head >= verb or head == i or head < first or tree.is_verb(head) or tree.right[head] >= verb:
            break
        i = head
    return i if tree.is_noun(i) or tree.tag[i] in {"PRP", "DT", "JJ", "NNS"} else None
