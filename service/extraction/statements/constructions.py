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


def phrase(tree: Tree, i: int, after: bool = False) -> Range:
    """The noun phrase headed by `i`, without the attribution that hangs on it.

    `after` says that it follows its cue; then a clause set off by a comma ("the readout, which quoted …") is not part of it.
    """
    first, last = tree.left[i], tree.right[i]
    for kid in tree.kids[i]:
        if kid > i and tree.dep[kid] in {"relcl", "advcl", "parataxis"} and tree.right[kid] >= last:
            last = max(i, tree.left[kid] - 1)
    if after:
        for k in range(i + 1, last):
            if tree.words[k] == "," and tree.lower[k + 1] in {"which", "who", "whose", "adding", "saying"}:
                last = k - 1
                break
    while last > i and (tree.words[last] in {",", ";", ":", "--", "–", "—", "-"} or tree.words[last].isspace()):
        last -= 1
    while first < i and (tree.words[first] in {",", ";", '"', "“", "”"} or tree.words[first].isspace()):
        first += 1
    return first, last


def clause(tree: Tree, i: int) -> Range:
    """The clause headed by `i`, without a conjunct that the parser has hung too low.

    "China is worried that it may escalate and hopes …": a finite verb is no conjunct of one that has a modal, and a verb of
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
        return tree.lemma[verb] in TURNS
    mark = tree.child(verb, "mark")
    return mark is not None and tree.lower[mark] in {"while", "as"} and tree.lemma[verb] in {"say", "add", "tell", "argue", "call"}


TURNS = frozenset("say add note explain describe call cite promise urge tell warn argue insist claim point quote ask refer".split())


def raised(tree: Tree, verb: int) -> int | None:
    """The verb above that a conjunct really belongs beside, where the parser has hung it too low; else None."""
    head = tree.head[verb]
    if tree.tag[verb] not in {"VBZ", "VBD", "VBP"} or tree.child(verb, "nsubj", "nsubjpass", "expl") is not None:
        return None
    if tree.child(verb, "aux", "auxpass", "mark") is not None:
        return None
    top = head
    while tree.dep[top] == "conj" and tree.is_verb(tree.head[top]):
        top = tree.head[top]
    if tree.dep[top] != "ccomp":
        return None
    above = tree.head[top]
    if tree.dep[above] == "acomp":
        above = tree.head[above]
    if not tree.is_verb(above) or above > top:
        return None
    finite = {"VBZ": "present", "VBP": "present", "VBD": "past"}
    mine, theirs, outer_tense = finite.get(tree.tag[verb]), finite.get(tree.tag[head]), finite.get(tree.tag[above])
    if theirs and mine == outer_tense and mine != theirs and tree.child(head, "aux") is None:
        return above
    if tree.lemma[verb] in SPOKEN and mine == outer_tense:
        return above
    modal = any(tree.tag[k] == "MD" for k in tree.kids[head] if tree.dep[k] == "aux")
    if modal and tree.tag[verb] == "VBZ" and tree.tag[above] == "VBZ":
        return above
    if tree.lemma[verb] in VOICED and tree.tag[verb] == tree.tag[above]:
        own, outer = tree.child(top, "nsubj", "nsubjpass"), tree.child(above, "nsubj")
        if own is not None and outer is not None and not animate(tree, own) and animate(tree, outer):
            return above
    return None


SPOKEN = frozenset("say add note tell urge reiterate stress".split())
TELLING = frozenset("tell ask remind assure inform warn advise write answer add".split())
NAMING = frozenset(
    "describe portray characterise characterize depict cast view see regard dismiss identify paint denounce praise condemn".split()
)
VOICED = frozenset("express say add urge call warn voice reiterate note tell ask thank criticize criticise praise".split())
PEOPLE = frozenset({"PERSON", "NORP", "ORG", "GPE"})


def animate(tree: Tree, i: int) -> bool:
    """A personal pronoun or "who", or a noun phrase headed by a name of a person, people, organisation or country."""
    return tree.lower[i] in {"he", "she", "they", "we", "i", "you", "who"} or tree.ent[i] in PEOPLE


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
        if own is None and step == 0 and (above := raised(tree, verb)) is not None:
            verb = above
            continue
        if own is not None:
            return own, "own" if step == 0 else "shared"
        dep, head = tree.dep[verb], tree.head[verb]
        if dep == "acl":
            return author(tree, verb, head), "acl"
        if dep == "pcomp":
            above = tree.head[head]
            if not tree.is_verb(above):
                return None, ""
            if tree.lower[head] == "as":
                told = tree.child(above, "dobj", "nsubjpass")
                if told is not None:
                    return told, "quoted"
            verb = above
            continue
        if step == 0 and dep == "advcl" and tree.tag[verb] == "VBG" and tree.dep[head] == "ccomp" and tree.lemma[verb] in TURNS:
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
        return None, ""
    return None, ""


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


def infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.kids[verb] if k < verb)


def author(tree: Tree, verb: int, noun: int) -> int | None:
    """Who speaks in "released a paper calling on …": the one who released it; in "an official saying", the noun."""
    if not (tree.is_noun(noun) or tree.tag[noun] == "PRP"):
        return None
    above = tree.head[noun]
    if tree.tag[verb] == "VBG" and tree.dep[noun] == "dobj" and tree.is_verb(above) and tree.ent[noun] not in PEOPLE:
        maker = tree.child(above, "nsubj")
        if maker is not None and tree.lower[noun] not in PERSONS:
            return maker
    return noun


PERSONS = frozenset("people man woman men women officials official critics voters someone one those anyone reporters".split())


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
    if how == "acl" and first <= verb <= last:
        last = max(head, tree.left[verb] - 1)
        while last > head and tree.words[last] in {",", "-", "–", "—"}:
            last -= 1
    if first <= verb <= last:
        return None, None, None
    return (first, last), None, head


def held_by(tree: Tree, verb: int, head: int) -> int:
    """In "the paper reflected Beijing's view, claiming that …" the one whose view it is; else the subject itself."""
    above = tree.head[head]
    if above == verb or tree.lemma[above] not in {"reflect", "outline", "summarise", "summarize", "mirror", "echo"}:
        return head
    obj = tree.child(above, "dobj")
    owner = tree.child(obj, "poss") if obj is not None else None
    return owner if owner is not None and not animate(tree, head) else head


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
            taken = {"ccomp", "xcomp"} if tree.lemma[verb] in TELLING else {"ccomp", "xcomp", "dobj"}
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
            if obj is not None and verb < obj < first:
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
            last = tree.right[kid]
            if pred is not None and pred > kid:
                yield construction("pred", [(tree.left[kid], tree.right[pred])])
                continue
            after = [k for k in tree.kids[verb] if k > last and tree.dep[k] == "prep"]
            if tree.lemma[verb] in NAMING and (naming := [k for k in after if tree.lower[k] == "as"]):
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


# Verbs whose object is somebody else's word: "rejected claims that …".
OTHERS = frozenset(
    "reject deny dismiss face receive draw spark prompt cite discuss hear report address answer ignore fuel trigger follow "
    "support oppose criticize criticise renew include raise counter rebut refute dispute echo see read accept deflect".split()
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
                return phrase(tree, inner, True), None, cue
    head = tree.head[noun]
    if tree.dep[noun] == "dobj" and tree.is_verb(head) and tree.lemma[head] in LIGHT:
        source, antecedent, _ = source_of(tree, head)
        verbs = group(tree, head)
        return source, antecedent, sorted({*verbs, *(i for i in range(head, noun + 1) if i > max(verbs))})
    if tree.dep[noun] == "dobj" and tree.is_verb(head) and tree.lemma[head] not in OTHERS:
        source, antecedent, _ = source_of(tree, head)
        return source, antecedent, cue
    if tree.dep[noun] == "pobj" and tree.lower[head] in {"in", "with", "under", "on"} and tree.is_verb(tree.head[head]):
        source, antecedent, _ = source_of(tree, tree.head[head])
        return source, antecedent, cue
    for kid in tree.kids[noun]:
        if kid < noun and tree.dep[kid] in {"amod", "compound", "nmod"} and (tree.ent[kid] in PEOPLE or tree.words[kid][0].isupper()):
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
        if inner is None or tree.tag[inner] not in {"NNP", "NNPS"} and tree.lower[inner] not in {"report", "reports", "officials", "sources"}:
            return
    if inner is None:
        return
    first, last = tree.sentence_bounds(i)
    source = phrase(tree, inner, True)
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
