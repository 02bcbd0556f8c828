"""Nouns and prepositions that carry an attribution: "his claim that …", "criticism of …", "according to …"."""

from __future__ import annotations

from collections.abc import Iterator

from service.extraction.statements.clauses import PEOPLE, Range, clause, phrase, possessor
from service.extraction.statements.constructions import Construction, group
from service.extraction.statements.lexicon import words
from service.extraction.statements.subjects import source_of
from service.extraction.statements.tree import Tree


def of_noun(tree: Tree, noun: int) -> Iterator[Construction]:
    """ "his claim that", "promises to", "criticism of": the owner, or who made the claim, is the source."""
    source, antecedent, cue = owner(tree, noun)
    for kid in tree.kids[noun]:
        if kid < noun:
            continue
        dep = tree.dep[kid]
        content = (tree.left[kid], tree.right[kid])
        if dep in {"acl", "ccomp", "relcl"}:
            if dep == "ccomp" or has_mark(tree, kid):
                yield Construction(noun, "that", cue, source, [content], tree.lemma[noun], antecedent)
            elif tree.left[kid] < kid and tree.tag[tree.left[kid]] == "TO":
                yield Construction(noun, "to", cue, source, [content], tree.lemma[noun], antecedent)
        elif dep == "prep" and tree.lower[kid] not in {"by", "from", "among"}:
            inner = tree.child(kid, "pobj", "pcomp")
            if inner is not None:
                yield Construction(
                    noun,
                    tree.lower[kid],
                    [*cue, kid],
                    source,
                    [(tree.left[inner], tree.right[inner])],
                    tree.lemma[noun],
                    antecedent,
                )


def has_mark(tree: Tree, verb: int) -> bool:
    """Whether a "that" or "whether" opens the clause, though the parser may have taken it for an object."""
    mark, first = tree.child(verb, "mark"), tree.left[verb]
    if mark is not None:
        return tree.lower[mark] in {"that", "whether"}
    return tree.lower[first] == "that" and tree.tag[first] == "IN" and tree.child(verb, "nsubj", "nsubjpass") != first


def owner(tree: Tree, noun: int) -> tuple[Range | None, Range | None, list[int]]:
    """Who stands behind a speech noun (possessor, "by …", nationality, subject of its verb), and the cue."""
    cue = [noun]
    named = named_with(tree, noun)
    if named is not None:
        return named, None, cue
    head = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.is_verb(head) and tree.lemma[head] in words().light:
        source, antecedent = source_of(tree, head)
        verbs = group(tree, head)
        return source, antecedent, sorted({*verbs, *(i for i in range(head, noun + 1) if i > max(verbs))})
    if tree.dep[noun] == "dobj" and tree.is_verb(head) and tree.lemma[head] not in words().others:
        source, antecedent = source_of(tree, head)
        return source, antecedent, cue
    held = (
        tree.lower[head] in {"in", "with", "under", "on"}
        or tree.lower[head] == "of"
        and tree.lemma[tree.head[head]] == "be"
    )
    if tree.dep[noun] == "pobj" and held and tree.is_verb(tree.head[head]):  # "is of the opinion that"
        source, antecedent = source_of(tree, tree.head[head])
        return source, antecedent, cue
    return nationality(tree, noun), None, cue


def owner_within(tree: Tree, noun: int) -> Range | None:
    """Who stands behind a speech noun as far as its own phrase names them."""
    return named_with(tree, noun) or nationality(tree, noun)


def named_with(tree: Tree, noun: int) -> Range | None:
    """The noun's possessor, or whom it is "by" or "from"."""
    whose = possessor(tree, noun)
    if whose is not None:
        return whose
    for kid in tree.kids[noun]:
        if kid > noun and tree.dep[kid] == "prep" and tree.lower[kid] in {"by", "from", "among"}:
            inner = tree.child(kid, "pobj")
            if inner is not None:
                return phrase(tree, inner, True)
    return None


def nationality(tree: Tree, noun: int) -> Range | None:
    """The name in front of the noun: "a Kremlin claim", "Chinese assertions"."""
    for kid in tree.kids[noun]:
        named = tree.dep[kid] in {"amod", "compound", "nmod"}
        if kid < noun and named and (tree.ent[kid] in PEOPLE or tree.words[kid][0].isupper()):
            return tree.left[kid], kid
    return None


def of_according(tree: Tree, i: int) -> Iterator[Construction]:
    """ "according to the ministry", "per officials": the rest of its clause is the content."""
    if tree.lower[i] == "according":
        to = tree.child(i, "prep")
        if to is None or tree.lower[to] != "to":
            return
        cue, inner = [i, to], tree.child(to, "pobj")
    else:
        cue, inner = [i], tree.child(i, "pobj")
        if (
            inner is None
            or tree.tag[inner] not in {"NNP", "NNPS"}
            and tree.lower[inner] not in {"report", "reports", "officials", "sources"}
        ):
            return
    if inner is None:
        return
    first, last = tree.sentence_bounds(i)
    source = phrase(tree, inner, True)
    end = max(tree.right[i], source[1])
    if i > first and tree.words[i - 1] == ",":  # "was, according to the engineer, built on sand"
        commas = (k for k in range(inner + 1, end) if tree.words[k] == "," and tree.tag[k + 1] in {"VBN", "VBG"})
        comma = next(commas, None)
        if comma is not None:
            source, end = (source[0], comma - 1), comma - 1
    content = host(tree, i, end, first, last)
    if content:
        yield Construction(i, "according", cue, source, content, "according to" if len(cue) == 2 else tree.lower[i])


def host(tree: Tree, i: int, end: int, first: int, last: int) -> list[Range]:
    """The clause that a prepositional attribution, which ends at `end`, belongs to, without the attribution."""
    head = tree.head[i]
    lo, hi = first, last
    for _ in range(40):
        if head == tree.head[head] or tree.dep[head] in {"ccomp", "relcl", "conj", "ROOT", "advcl"}:
            break
        head = tree.head[head]
    if tree.dep[head] == "relcl" and tree.left[head] < i:
        lo, hi = tree.left[head], tree.right[head]
    elif tree.dep[head] == "conj" and tree.child(head, "nsubj", "nsubjpass") is not None and tree.left[head] < i:
        lo, hi = tree.left[head], max(tree.right[head], end)
    pieces = []
    if lo < i:
        pieces.append((lo, i - 1))
    if end < hi and (i <= lo + 1 or tree.words[min(end + 1, hi)] == ","):
        pieces.append((end + 1, hi))
    return pieces


def of_fronted(tree: Tree, i: int) -> Iterator[Construction]:
    """ "In a May poll, she led by six": figures at the head of a sentence, the rest is what they show."""
    first, last = tree.sentence_bounds(i)
    inner = tree.child(i, "pobj")
    if tree.lower[i] != "in" or i != first or inner is None or tree.lemma[inner] not in words().figures:
        return
    source = phrase(tree, inner, True)
    if source[1] + 1 <= last and tree.words[source[1] + 1] == ",":
        yield Construction(i, "according", [i], source, [(source[1] + 2, last)], tree.lower[i])


def of_hearsay(tree: Tree, adverb: int) -> Iterator[Construction]:
    """ "The group is reportedly short of cash": nobody is named, the clause is the content."""
    verb = tree.head[adverb]
    if tree.dep[adverb] != "advmod" or not tree.is_verb(verb) and tree.tag[verb] not in {"MD", "JJ"}:
        return
    first, last = clause(tree, verb)
    mark = tree.child(verb, "mark")
    if mark is not None and mark < adverb:
        first = mark + 1
    relative = tree.child(verb, "nsubj", "nsubjpass")
    if relative is not None and tree.lower[relative] in {"who", "which", "that"}:
        first = relative + 1
    yield Construction(adverb, "hearsay", [adverb], None, [(first, last)], tree.lower[adverb])
