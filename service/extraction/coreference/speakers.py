"""The first person inside a quotation is its speaker."""

from __future__ import annotations

from bisect import bisect_left

from service import lexicons
from service.extraction.annotations import Entity, Mention, Statement
from service.extraction.article import Article

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
BODIES = frozenset({"ORG", "GPE", "NORP"})
NOUNS = lexicons.load("coreference")["nouns"]
VOICES, PLAYERS, LEADERS, WIDER = (
    frozenset(NOUNS[key].split()) for key in ("voices", "players", "leaders", "wider")
)
TOPIC = 3  # mentions that make a body one of which the article tells: of the others a leader is but heard as an expert
PAST = frozenset({"former", "ex", "ex-", "then", "onetime", "vice", "deputy"})
MOST_BODIES = 300  # that are looked for in a speaker's description


def find(article: Article, entities: tuple[Entity, ...], statements: tuple[Statement, ...]) -> dict[str, list[Mention]]:
    """Mentions of the first person by entity id: "I" of a person, "we" of a body or of whom a person speaks for; of two
    quotations the inner."""
    kinds = {entity.id: entity.type for entity in entities}
    spoken_for = bodies(entities)
    found: dict[str, list[Mention]] = {}
    seen: set[int] = set()
    for statement in sorted(statements, key=length):
        speaker = statement.source.entity if statement.source else None
        if speaker is None or speaker not in kinds or statement.type == "indirect":
            continue
        wanted = SINGULAR if kinds[speaker] == "PERSON" else PLURAL if kinds[speaker] in BODIES else frozenset()
        for span in statement.content.spans:
            for token in article.tokens(span.start, span.end):
                if token.tag_ not in {"PRP", "PRP$"} or token.idx in seen or token.lower_ not in SINGULAR | PLURAL:
                    continue
                seen.add(token.idx)
                meant = speaker if token.lower_ in wanted else spoken_for.get(speaker)
                if token.tag_ == "PRP$" and token.head.lower_ in WIDER:
                    meant = None if token.lower_ in PLURAL else meant
                if meant is not None and (token.lower_ in wanted or token.lower_ in PLURAL):
                    mention = Mention(token.idx, token.idx + len(token), token.text, "pronoun")
                    found.setdefault(meant, []).append(mention)
    return found


def bodies(entities: tuple[Entity, ...]) -> dict[str, str]:
    """For every person who speaks for a body by trade ("Airbus spokesman", "coach of Chile") that body's id."""
    known = [entity for entity in entities if entity.type in {"ORG", "GPE"}][:MOST_BODIES]
    found = {}
    for person in entities:
        words = (person.description or "").casefold().replace("’s", "").replace("'s", "").split()
        plays = bool(PLAYERS.intersection(words))
        if person.type != "PERSON" or not (plays or VOICES.intersection(words)):
            continue
        phrase = f" {' '.join(words)} "
        named = [body for body in known if (plays or body.type == "ORG") and f" {body.name.casefold()} " in phrase]
        if named:
            found[person.id] = max(named, key=lambda body: len(body.name)).id
    return served(entities) | found


def served(entities: tuple[Entity, ...]) -> dict[str, str]:
    """For every person told to lead a body ("its president", "the club's coach", "head of the union") that body's id."""
    owners = sorted(
        (
            (mention.start, mention.end, body)
            for body in entities
            if body.type in {"ORG", "GPE"}
            for mention in body.mentions
        ),
        key=lambda owner: owner[:2],
    )
    starts = [start for start, _, _ in owners]
    found: dict[str, str] = {}
    for person in entities:
        if person.type != "PERSON":
            continue
        for mention in person.mentions:
            if mention.form != "nominal" or person.id in found:
                continue
            words = mention.text[: mention.core - mention.start].casefold().split()
            if not words or words[-1] not in LEADERS | VOICES | PLAYERS or PAST.intersection(words):
                continue
            if words[-1] == "manager" and len(words) > 2:
                continue  # "strategic partnership manager for the bank"
            if words[-1] == "executive" and words[-2:-1] != ["chief"]:
                continue
            for _, end, body in owners[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]:
                known = words[-1] not in LEADERS or len(body.mentions) >= TOPIC
                if end <= mention.end and known and (body.type == "ORG" or words[-1] in PLAYERS):
                    found[person.id] = body.id
                    break
    return found


def length(statement: Statement) -> int:
    """How many characters the statement's content has."""
    return sum(span.end - span.start for span in statement.content.spans)
