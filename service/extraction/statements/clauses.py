"""Where a noun phrase and a clause end: the parser's subtrees, without what it has hung on them too low."""

from __future__ import annotations

from service.extraction.statements.lexicon import words
from service.extraction.statements.tree import Tree

Range = tuple[int, int]
PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
TENSE = {"VBZ": "present", "VBP": "present", "VBD": "past"}


def phrase(tree: Tree, i: int, after: bool = False) -> Range:
    """The noun phrase headed by `i`, without the attribution that hangs on it.

    `after` says that it follows its cue; then a clause after a comma ("the readout, which quoted …") is not part of it.
    """
    first, last = tree.left[i], tree.right[i]
    for kid in tree.kids[i]:
        cut = tree.dep[kid] in {"relcl", "advcl", "parataxis"}
        cut = cut or tree.dep[kid] == "acl" and tree.words[tree.left[kid] - 1] == ","
        if kid > i and cut and tree.right[kid] >= last - 1:
            last = max(i, tree.left[kid] - 1)
    if after:
        for k in range(i + 1, min(last, i + 60)):
            if tree.words[k] == "," and tree.lower[k + 1] in {"which", "who", "whose", "adding", "saying"}:
                last = k - 1
                break
    while last > i and (tree.words[last] in {",", ";", ":", "--", "–", "—", "―", "-"} or tree.words[last].isspace()):
        last -= 1
    while first < i and (tree.words[first] in {",", ";", '"', "“", "”"} or tree.words[first].isspace()):
        first += 1
    return first, last


def possessor(tree: Tree, noun: int) -> Range | None:
    """The phrase of whose the noun is, without its "'s"."""
    whose = tree.child(noun, "poss")
    if whose is None:
        return None
    first, last = phrase(tree, whose)
    return first, last - (last > whose and tree.lower[last] in POSSESSIVE)


def of_what(tree: Tree, noun: int) -> tuple[int | None, int | None]:
    """The noun's "of", and the head of what stands behind it."""
    of = next((kid for kid in tree.children(noun, "prep") if tree.lower[kid] == "of"), None)
    return of, None if of is None else tree.child(of, "pobj")


def clause(tree: Tree, i: int) -> Range:
    """The clause headed by `i`, without a conjunct that the parser has hung too low.

    "China is worried that it may escalate and hopes …": a finite verb is no conjunct of one with a modal, and a verb of
    speech no conjunct of what a thing does ("noted that the paper showed … and expressed hope").
    """
    first, last = tree.left[i], tree.right[i]
    for kid in lowered(tree, i):
        edge = min(tree.left[kid], kid) - 1
        while edge > i and (tree.words[edge] == "," or tree.dep[edge] == "cc" or tree.words[edge].isspace()):
            edge -= 1
        last = min(last, edge)
    return first, last


def lowered(tree: Tree, i: int) -> list[int]:
    """The conjuncts inside the clause headed by `i` that belong to the clause above it."""
    found, queue, seen = [], [i], 0
    while queue and seen < 12:
        verb = queue.pop()
        seen += 1
        for kid in tree.kids[verb]:
            if tree.dep[kid] == "advcl" and kid > verb and tree.words[tree.left[kid] - 1] == "," and is_turn(tree, kid):
                found.append(kid)
            elif tree.dep[kid] == "conj" and kid > verb and tree.is_verb(kid):
                if raised(tree, kid) is not None:
                    found.append(kid)
                else:
                    queue.append(kid)
    return found


def is_turn(tree: Tree, verb: int) -> bool:
    """Whether an adverbial clause after a comma is the reporter's again: ", adding that …", ", while others said …"."""
    if tree.tag[verb] == "VBG":
        return tree.lemma[verb] in words().turns
    mark = tree.child(verb, "mark")
    return (
        mark is not None
        and tree.lower[mark] in {"while", "as"}
        and tree.lemma[verb] in {"say", "add", "tell", "argue", "call"}
    )


def raised(tree: Tree, verb: int) -> int | None:
    """The verb above that a conjunct really belongs beside, where the parser has hung it too low; else None."""
    head = tree.head[verb]
    if tree.tag[verb] not in {"VBZ", "VBD", "VBP"} or tree.child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return None
    if tree.child(verb, "aux", "auxpass", "mark") is not None:
        return None
    top = head
    for _ in range(12):
        if tree.dep[top] != "conj" or not tree.is_verb(tree.head[top]):
            break
        top = tree.head[top]
    if tree.dep[top] != "ccomp":
        return None
    above = tree.head[top]
    if tree.dep[above] == "acomp":
        above = tree.head[above]
    if not tree.is_verb(above) or above > top:
        return None
    mine, theirs, outer_tense = TENSE.get(tree.tag[verb]), TENSE.get(tree.tag[head]), TENSE.get(tree.tag[above])
    if theirs and mine == outer_tense and mine != theirs and tree.child(head, "aux") is None:
        return above
    if tree.lemma[verb] in words().spoken and mine == outer_tense:
        return above
    modal = any(tree.tag[k] == "MD" for k in tree.kids[head] if tree.dep[k] == "aux")
    if modal and tree.tag[verb] == "VBZ" and tree.tag[above] == "VBZ":
        return above
    speaks = tree.lemma[verb] in words().voiced or "quote" in words().verbs.get(tree.lemma[verb], ())
    if modal and tree.tag[verb] == tree.tag[above] == "VBD" and speaks:
        return above  # "said it would close and accused …": nothing that "would" goes on with
    if tree.lemma[verb] in words().voiced and tree.tag[verb] == tree.tag[above]:
        own, outer = tree.child(top, "nsubj", "nsubjpass"), tree.child(above, "nsubj")
        outer = in_series(tree, above) if outer is None else outer
        if (
            own is not None
            and outer is not None
            and not animate(tree, own)
            and (animate(tree, outer) or tree.tag[outer] == "NNP")
        ):
            return above
    return None


def in_series(tree: Tree, verb: int) -> int | None:
    """The subject of "called for calm, argued that … and vowed …", its first verb taken for a quotation."""
    first = tree.child(verb, "ccomp")
    if first is None or first > verb or tree.tag[first] != tree.tag[verb] or tree.words[verb - 1] != ",":
        return None
    subject = tree.child(first, "nsubj")
    return subject if subject is not None and first < verb - 1 else None


def animate(tree: Tree, i: int) -> bool:
    """A personal pronoun or "who", or a noun phrase headed by a name of a person, people, organisation or country."""
    return tree.lower[i] in {"he", "she", "they", "we", "i", "you", "who"} or tree.ent[i] in PEOPLE


def coordinated(tree: Tree, verb: int, kid: int) -> int:
    """Where "The trains are late and the halls are cold, riders say" begins, if the parser has parted its halves."""
    first = tree.left[kid]
    before = first - 1
    if before < 1 or tree.dep[before] != "cc":
        return first
    beside = [k for k in tree.children(verb, "ccomp") if k < kid and tree.right[k] in {before, before - 1}]
    head = tree.head[verb]
    if beside:
        return tree.left[beside[-1]]
    joined = tree.dep[verb] == "conj" and head < before and tree.head[before] == head and tree.is_verb(head)
    speaks = words().verbs.get(tree.lemma[head], frozenset()) & {"that", "aside"}
    return tree.left[head] if joined and not speaks and tree.child(head, "nsubj", "nsubjpass") is not None else first


def before_semicolon(tree: Tree, kid: int) -> Range:
    """The clause, or its first half where the parser has hung that on the second: "said A; she would not comment"."""
    first, last = clause(tree, kid)
    inner = tree.child(kid, "ccomp")
    if inner is None or inner > kid:
        return first, last
    stop = next((i for i in range(tree.right[inner] + 1, kid) if tree.words[i] == ";"), None)
    return (first, last) if stop is None else (first, stop - 1)


def before_finite(tree: Tree, infinitive_: int) -> int:
    """The last token of an infinitive's phrase, without a finite verb hung on it: "to wait and [offered to pay]"."""
    for kid in tree.kids[infinitive_]:
        if tree.dep[kid] == "conj" and kid > infinitive_ and tree.tag[kid] in {"VBD", "VBZ"}:
            edge = min(tree.left[kid], kid) - 1
            while edge > infinitive_ and (tree.words[edge] == "," or tree.dep[edge] == "cc"):
                edge -= 1
            return edge
    return tree.right[infinitive_]


def up_to_remark(tree: Tree, noun: int) -> int:
    """The last token of an object without a relative clause set off by a comma, which is the reporter's remark."""
    last = tree.right[noun]
    for i in range(noun + 1, min(last, noun + 60)):
        if tree.words[i] == "," and tree.lower[i + 1] in {"which", "who", "whose", "where"}:
            return i - 1
    return last


def behind_colon(tree: Tree, first: int, last: int) -> int:
    """Where the clause before `last` begins: "She denied a fault: the plane, he said, had been checked"."""
    for i in range(last - 1, max(first, last - 60), -1):
        if tree.words[i] in {":", ";"}:
            return i + 1
    return first
