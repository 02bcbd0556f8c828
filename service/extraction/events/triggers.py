"""Which words name an event: verbs, eventive nouns, and of a light-verb construction the noun.

By rules these are verbs that are neither auxiliary, stative nor of plain saying, and the nouns of a lexicon.  With the
encoder its event head decides, trained on TimeML events, and the rules only say what to leave out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service import lexicons
from service.extraction import syntax
from service.extraction.annotations import Entity, Statement
from service.extraction.article import Article
from service.extraction.events.page import Page
from service.extraction.events.telling import Telling
from service.extraction.events.tree import MODIFIERS, Tree
from service.extraction.search import places

LEXICON = lexicons.load("event_nouns")
NOUNS = frozenset(LEXICON["nouns"])
LIGHT_VERBS = frozenset(LEXICON["light_verbs"])
STATIVE_VERBS = frozenset(LEXICON["stative_verbs"])
PLAIN_SAYING = frozenset(LEXICON["plain_saying"])
SAYING = frozenset(LEXICON["saying"])
CARRIED = {noun: frozenset(verbs) for noun, verbs in LEXICON["carried"].items()}
MARKED = {noun: frozenset(words) for noun, words in LEXICON["marked"].items()}
MOVES = frozenset({"up", "down", "higher", "lower", "off"})
AMOUNTS = frozenset({"PERCENT", "MONEY", "CARDINAL", "QUANTITY"})
NEAR = 3  # tokens between "was" and "down"
SEEMING = frozenset({"xcomp", "ccomp", "acomp", "oprd", "attr", "expl"})
OBJECTS = frozenset({"dobj", "nsubjpass"})
# Probabilities of the encoder's event head from which a word is a trigger, on its own and where the rules name it too;
# chosen on articles that it was not trained on.
SURE, LIKELY = 0.4, 0.07


def find(article: Article, tree: Tree, entities: tuple[Entity, ...], statements: tuple[Statement, ...]) -> list[int]:
    """The indices of the tokens that name an event, in order.

    The plain cue of a statement is none: the statement stands for it.
    """
    cues = cue_tokens(article, statements)
    page = Page(article, tree, entities)
    found = [i for i in candidates(article, tree) if not page.holds(i)]
    return [i for i in found if not (i in cues and tree.lemmas[i] in PLAIN_SAYING)]


def is_saying(tree: Tree, telling: Telling) -> bool:
    """Whether the cue of a statement only says or judges: no deed of which PLOVER knows, none with a day of its own."""
    if telling.lemma not in SAYING or (telling.dated and telling.dated.direct) or telling.type is not None:
        return False
    return telling.lemma != "call" or bool(tree.children(telling.token, "oprd", "ccomp", "xcomp"))  # "called me"


def candidates(article: Article, tree: Tree) -> Iterator[int]:
    sure = article.event_probabilities if article.encoding else None
    moves = find_moves(tree)
    told: set[str] = set()  # nouns that were sure to name an event: with an article they name it again
    tags, deps, lemmas = tree.tags, tree.deps, tree.lemmas
    for i in range(len(lemmas)) if sure is None else worth_a_look(tree, sure, moves):
        lemma = lemmas[i]
        if moves and i in moves:
            if moves[i] != i:
                yield i
            continue
        if lemma in CARRIED and is_told(tree, i, told):
            told.add(lemma)
            yield i
            continue
        if sure is None:
            if tags[i][0] not in "VN":
                continue
        elif sure[i] < LIKELY and not (deps[i] in OBJECTS and is_carried(tree, i)):
            continue
        word = tree.words[i]
        if not is_word(word) or is_auxiliary(tree, i) or (lemma in LIGHT_VERBS and is_light(tree, i)):
            continue
        if word.isupper() and is_dateline(tree, i):
            continue
        if sure is None:
            if named_by_rule(tree, i):
                yield i
        elif not is_state(tree, i) and (sure[i] >= SURE or named_by_rule(tree, i)):
            yield i


def worth_a_look(tree: Tree, sure: list[float], moves: dict[int, int]) -> list[int]:
    """What can be a trigger: most words are none at first sight."""
    rows = zip(sure, tree.deps, tree.lemmas, strict=True)
    found = [
        i
        for i, (probability, dep, lemma) in enumerate(rows)
        if probability >= LIKELY or dep in OBJECTS or lemma in CARRIED
    ]
    return sorted({*found, *moves}) if moves else found


def find_moves(tree: Tree) -> dict[int, int]:
    """The forms of "be" that tell how far something was up or down, with that word; it leads to itself."""
    moves: dict[int, int] = {}
    for i in sorted(i for word in MOVES & tree.vocabulary for i in places(tree.lowers, word)):
        if tree.lemmas[tree.heads[i]] == "be" and move(tree, tree.heads[i]) == i:
            moves[tree.heads[i]] = moves[i] = i
    return moves


def is_carried(tree: Tree, i: int) -> bool:
    """ "Flight" of "made its first flight", which is the only word for it: the verb is left out."""
    return is_eventive(tree, i) and is_light(tree, tree.heads[i])


def last(tree: Tree, i: int) -> int:
    """The last token of the trigger that starts with this form of "be"."""
    end = move(tree, i)
    return i if end is None else end


def is_told(tree: Tree, i: int, told: set[str]) -> bool:
    """Whether the noun is sure to name an event, or names again one that was `told`: "the order"."""
    lemma = tree.lemmas[i]
    if tree.tags[i] not in {"NN", "NNS"} or tree.deps[i] in MODIFIERS:
        return False
    definite = lemma in told and any(tree.lowers[kid] in {"the", "this", "that"} for kid in tree.kids[i])
    return definite or is_sure(tree, i)


def is_sure(tree: Tree, i: int) -> bool:
    """Whether the noun's verb or what stands before it leaves no doubt: "won an order", "a test flight"."""
    lemma = tree.lemmas[i]
    if tree.deps[i] in OBJECTS and tree.lemmas[tree.heads[i]] in CARRIED[lemma]:
        return True
    return any(tree.lemmas[kid] in MARKED[lemma] for kid in tree.kids[i] if tree.deps[kid] in {"amod", "compound"})


def move(tree: Tree, be: int) -> int | None:
    """ "Down" of "the index was down 3 percent": how far it went is told, so it is what happened and no state."""
    if not tree.is_verb(be) or tree.deps[be] in syntax.AUXILIARIES:
        return None
    for kid in tree.kids[be]:
        if tree.lowers[kid] in MOVES and tree.tags[kid] != "IN" and 0 < kid - be <= NEAR:
            near = [*tree.kids[be], *tree.kids[kid]]
            near += [inner for each in near if tree.lowers[each] in {"by", "at"} for inner in tree.kids[each]]
            if any(tree.types[each] in AMOUNTS for each in near if each > be):
                return kid
    return None


def is_word(word: str) -> bool:
    return word.isalpha() or ("-" in word and word[:1].isalpha())


def is_dateline(tree: Tree, i: int) -> bool:
    """ "FALLS" of "MARSHFIELD FALLS — The council …"."""
    if tree.words[i + 1 : i + 2] not in (["—"], ["–"], ["--"], ["-"], [","]):
        return False
    return i > 0 and tree.words[i - 1].isupper() and not any(map(str.isupper, tree.words[i + 2 : i + 4]))


def named_by_rule(tree: Tree, i: int) -> bool:
    if tree.is_verb(i):
        # "rising tensions", "the proposed law": participles before a noun describe, they do not report
        return not is_state(tree, i) and tree.deps[i] not in {"amod", "compound", "prep", "mark", "case"}
    return is_eventive(tree, i)


def is_eventive(tree: Tree, i: int) -> bool:
    """Whether the noun is one of the lexicon, and no name ("Foreign Minister", "the Battle of Britain Museum")."""
    if tree.tags[i] in {"NN", "NNS"}:
        return tree.lemmas[i] in NOUNS and tree.deps[i] not in MODIFIERS
    return False


def is_auxiliary(tree: Tree, i: int) -> bool:
    """An auxiliary, the copula, or the particle of the verb before it ("walk out")."""
    tag = tree.tags[i]
    if tag in {"RP", "RB"} and i and tree.heads[i] == i - 1 and tree.is_verb(i - 1) and tree.lemmas[i - 1] != "be":
        return True
    if tag == "MD" or tree.deps[i] in syntax.AUXILIARIES or (tree.lemmas[i] == "be" and tree.is_verb(i)):
        return True
    return tree.participle(i) is not None or is_of_another(tree, i)


def is_of_another(tree: Tree, i: int) -> bool:
    """ "Going" of "is going to close"; "ended" of "the year ended June 30"."""
    lemma = tree.lemmas[i]
    if lemma == "go":
        return tree.tags[i] == "VBG" and any(
            tree.tags[k] == "TO" for x in tree.children(i, "xcomp") for k in tree.kids[x]
        )
    return lemma == "end" and tree.deps[i] == "acl" and tree.types[tree.heads[i]] == "DATE"


def is_light(tree: Tree, i: int) -> bool:
    """ "Paid" in "paid a visit": its object names the event."""
    if tree.lemmas[i] not in LIGHT_VERBS or not tree.is_verb(i):
        return False
    return any(tree.lemmas[kid] in NOUNS for kid in tree.kids[i] if tree.deps[kid] in OBJECTS)


def is_state(tree: Tree, i: int) -> bool:
    if tree.lemmas[i] not in STATIVE_VERBS or not tree.is_verb(i):
        return False
    # who appears before a court or on a stage acts
    return tree.lemmas[i] != "appear" or any(tree.deps[kid] in SEEMING for kid in tree.kids[i])


def cue_tokens(article: Article, statements: Iterable[Statement]) -> set[int]:
    """The indices of the tokens of all cues of statements."""
    return {
        i
        for statement in statements
        if statement.cue
        for span in statement.cue.spans
        for i in article.indices(span.start, span.end)
    }
