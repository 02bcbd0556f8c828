"""Which way a clause looks: at what has happened, or at what is to come."""

from __future__ import annotations

from spacy.tokens import Token

from service.extraction.syntax import auxiliaries, is_noun, is_verb
from service.extraction.times.agenda import (
    BE,
    PLANNING,
    POSTPONING,
    is_due,
    is_lower_bound,
    is_of_awaited,
    is_of_calendar,
    is_of_object,
    is_put_off,
    is_to_come,
    starts,
)
from service.lexicons import load

WORDS = load("times")["words"]
LISTS: dict[str, list[str]] = load("times")["tense"]
NAMES = (
    "will", "may", "would", "have", "scheduling", "reporting", "timetable", "unplanned", "requesting", "calling",
    "inquiring", "ordering", "answering", "awaiting", "announcing",
)  # fmt: skip
(
    WILL, MAY, WOULD, HAVE, SCHEDULING, REPORTING, TIMETABLE, UNPLANNED, REQUESTING, CALLING, INQUIRING, ORDERING,
    ANSWERING, AWAITING, ANNOUNCING,
) = (frozenset(LISTS[name]) for name in NAMES)  # fmt: skip
PREPOSITIONS = {"since": -2, "until": 1, "till": 1, "through": 1, "by": 1}
# Said right before a day, they put it in the future: "payable Dec. 15", "effective June 1".
TO_COME = frozenset({"effective", "payable", "due"})
# "Thursday morning", "5 p.m. Nov. 9": the head of the time stands behind the word that is asked about.
HEADS_OF_TIMES = frozenset({"p.m.", "a.m.", "weekend", "season", *WORDS["PART"], *WORDS["NOON"], *WORDS["MONTH"]})
WEEKDAYS = frozenset(WORDS["WEEKDAY"])
DAYS_AND_MONTHS = WEEKDAYS | frozenset(WORDS["MONTH"])
HOURS = frozenset({"hours", "pm", "am", "p.m.", "a.m.", *WORDS["PART"]})
TIMES = HEADS_OF_TIMES | HOURS | WEEKDAYS
HAD = frozenset({"had", "'d", "’d"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
STEPS = 6  # arcs from a time, or from a verb, upwards
NEAR = 9  # tokens
LONGEST_WAY_UP = 40  # arcs to the verb of a clause


class Tenses:
    """The ways of the clauses of one document.  What is known of a verb is kept: thousands of dates may hang on one."""

    def __init__(self) -> None:
        self.ways: dict[int, int | None] = {}
        self.pluperfect: dict[int, bool] = {}
        self.pending: dict[int, bool] = {}
        self.scheduled: dict[int, bool] = {}
        self.awaiting: dict[int, bool] = {}
        self.perfect: dict[int, bool] = {}
        self.set: dict[int, bool] = {}

    def way(self, token: Token) -> int:
        """-1 where the clause of the token is past, 1 where it looks ahead, 0 where neither.

        Twice as much where the verb itself has the time and is of the past ("They met in June"), or says "will".
        """
        token = hanging(token)
        if token.dep_ in {"compound", "nmod", "amod", "poss"}:
            if token.dep_ != "poss":
                return 0
            verb = first_verb(token)
            return 1 if self.way_up(verb) == 2 or is_put_off(token.head, verb) or self.is_set(token.head) else 0
        if token.dep_ == "pobj" and token.head.lower_ == "as":
            return (
                -1 if self.way_up(first_verb(token)) == -1 else 1
            )  # "insisted as late as Sunday", "may come as soon as"
        first = token.left_edge.i
        if first and token.doc[first - 1].lower_ in TO_COME:
            return 1
        verb = first_verb(token)
        if verb is not None and token.i < verb.i and is_participle(verb):
            verb = first_verb(verb.head)  # "to appear on Friday charged with theft": the day is of the clause above
        word = token.head.lower_ if token.dep_ == "pobj" else ""
        if is_lower_bound(token, word):
            return min(self.way_up(verb), 0) or 2  # "not before May": ahead, unless it tells of the past
        if (stated := PREPOSITIONS.get(word)) is not None:
            if verb is not None and (self.is_pluperfect(verb) or (word in {"through", "by"} and self.is_told(verb))):
                return -1
            return (
                2 if verb is not None and stated > 0 and ((self.way_of(verb) or 0) > 0 or self.awaits(verb)) else stated
            )
        if word in {"from", "to"} and verb is not None and verb.lemma_ in POSTPONING:
            return 1  # "put back to Monday", where "put back on Monday" tells when somebody did so
        if word == "for" and (token.lower_ in WEEKDAYS or has_day(token)):
            # "booked a flight for Thursday"; surely ahead: "called a vote for 12 June"
            return 2 if verb is not None and verb.lemma_ in CALLING and not self.is_pluperfect(verb) else 1
        if verb is not None and self.is_put_ahead(token, word, verb):
            return 1
        if verb is not None and is_adverbial(token, verb):
            if self.is_scheduled(verb):
                return 1
            if self.is_over(verb) and (token.dep_ != "pobj" or token.head.lower_ in {"in", "on", "at"}):
                return -2
        return self.way_up(verb)

    def is_told(self, verb: Token) -> bool:
        """Whether it is of the past: "used a million times by Thursday", but not "expected by Thursday"."""
        return self.way_of(verb) == -1 and verb.lemma_ not in PLANNING

    def is_over(self, verb: Token) -> bool:
        """Whether what it tells is surely over: "They met in June".  What was said may be of what is to come."""
        return verb.tag_ == "VBD" and verb.lemma_ not in REPORTING and self.way_of(verb) == -1

    def is_scheduled(self, verb: Token) -> bool:
        """Whether its simple present, said of a day, is the calendar's: "She appears in court on Monday"."""
        if verb.i not in self.scheduled:
            self.scheduled[verb.i] = (
                verb.tag_ in {"VBZ", "VBP"}
                and verb.lemma_ not in UNPLANNED
                and (verb.lemma_ not in REPORTING or verb.dep_ == "relcl")
                and not auxiliaries(verb)
            )
        return self.scheduled[verb.i]

    def is_put_ahead(self, token: Token, word: str, verb: Token) -> bool:
        """Whether the verb awaits or announces what is to come on the day, or to begin on it."""
        if starts(verb, token):
            above = first_verb(verb.head)
            return above is not None and (self.is_announced(above) or self.is_perfect(above))
        if word == "from" and token.lower_ in DAYS_AND_MONTHS and self.is_announced(verb):
            return True
        if self.awaits(verb):
            return is_of_awaited(token, verb)
        return self.is_pending(verb) and is_of_object(token, verb)

    def is_announced(self, verb: Token) -> bool:
        """Whether what begins on a day begins after this was said: "announced a curfew from Monday"."""
        return verb.lemma_ in ANNOUNCING and not self.is_pluperfect(verb)

    def is_set(self, subject: Token) -> bool:
        """Whether it is on the calendar: "Friday's match should go ahead", "Friday's vote is likely to be put off"."""
        verb = subject.head
        if subject.dep_ not in {"nsubj", "nsubjpass"}:
            return False
        if verb.i not in self.set:
            self.set[verb.i] = is_of_calendar(verb)
        return self.set[verb.i]

    def awaits(self, verb: Token) -> bool:
        """As in "expects a ruling by May", "said that he expected a ruling on Friday"."""
        if verb.lemma_ not in AWAITING:
            return False
        if verb.i not in self.awaiting:
            said = verb.tag_ != "VBD" or (verb.dep_ == "ccomp" and verb.head.lemma_ in REPORTING)
            of_now = verb.tag_ in {"VBZ", "VBP", "VBG", "VBD"} and said
            self.awaiting[verb.i] = of_now and any(child.dep_ == "dobj" for child in verb.children)
        return self.awaiting[verb.i]

    def is_perfect(self, verb: Token) -> bool:
        """As in "has banned"."""
        if verb.i not in self.perfect:
            self.perfect[verb.i] = verb.tag_ == "VBN" and any(h.lower_ in PERFECT for h in auxiliaries(verb))
        return self.perfect[verb.i]

    def is_pending(self, verb: Token) -> bool:
        """Whether what is done is about a thing to come: "has issued a warning for wind on Friday".

        A present perfect has no day of its own in English: what was done on Friday is told in the past.
        """
        if verb.i not in self.pending:
            self.pending[verb.i] = self.is_perfect(verb) and (
                verb.lemma_ == "warn" or (verb.lemma_ in CALLING and any(map(is_to_come, verb.children)))
            )
        return self.pending[verb.i]

    def way_up(self, verb: Token | None) -> int:
        """The way of the verb, or of the nearest above it that says."""
        for step in range(STEPS):
            if verb is None:
                return 0
            way = self.way_of(verb)
            if way is not None:
                # What was said on a day says nothing of the day that the words speak of.
                return 0 if step and verb.lemma_ in REPORTING else way
            verb = first_verb(verb.head) if verb.head.i != verb.i else None
        return 0

    def way_of(self, verb: Token) -> int | None:
        """The way of one verb; None where its governor must say."""
        if verb.i not in self.ways:
            self.ways[verb.i] = self.judge(verb)
        return self.ways[verb.i]

    def judge(self, verb: Token) -> int | None:
        if not is_verb(verb):
            return 1  # "Doors open at seven", which the tagger took for an adjective
        helpers = auxiliaries(verb)
        words = {helper.lower_ for helper in helpers}
        if words & WILL:
            return 2
        if verb.lemma_ == "be" and is_due(verb) and not words & HAD:
            return 1
        if verb.lemma_ in SCHEDULING and verb.tag_ in {"VBD", "VBN"}:
            return None if any(child.lower_ == "as" and child.dep_ == "mark" for child in verb.children) else 1
        if verb.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in helpers):
            return 1 if is_unreal(verb) else -1
        if "to" in words and (verb.tag_ == "VB" or (verb.tag_ == "VBN" and "be" in words)):
            return self.judge_infinitive(verb)
        if words & MAY:
            return -1 if "have" in words else 1  # "may have left on Monday"
        if words & WOULD:
            # "could be seen on Friday", "could not come on Friday", "would have come on Friday"
            unable = "could" in words and (verb.tag_ == "VBN" or any(child.dep_ == "neg" for child in verb.children))
            return 0 if unable or "have" in words else 1
        if verb.tag_ == "VBN" and words & HAVE:
            return -1
        if verb.tag_ == "VBN" and words & BE and verb.lemma_ in PLANNING:
            return 1  # "is expected on Friday"
        if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ == "after" and not helpers:
            # "will miss the cup after breaking a leg", but "will return after meeting the king"
            return 1 if verb.head.head.lemma_ in TIMETABLE and self.way_of(verb.head.head) == 2 else -1
        if verb.tag_ in {"VBG", "VBN"} and not helpers:
            return -1 if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "amod"} else None
        if verb.tag_ == "VBG":
            return (0 if verb.lemma_ in INQUIRING else 1) if words & BE else None
        if verb.lemma_ in TIMETABLE and (
            verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VB" and verb.dep_ == "ROOT" and not helpers)
        ):
            return 1
        return 0 if verb.tag_ in {"VBZ", "VBP"} or any(helper.tag_ in {"VBZ", "VBP"} for helper in helpers) else None

    def judge_infinitive(self, verb: Token) -> int | None:
        """Of infinitives: "due to expire" is future, "had been due to expire" past, "is to resume" future."""
        governor = verb.head
        if self.is_pluperfect(governor if is_verb(governor) else governor.head):
            return -1
        if governor.lower_ == "going" or governor.lemma_ in PLANNING or governor.lemma_ in REQUESTING:
            return 1
        if is_headline(verb):
            return 1
        if verb.lemma_ in ANSWERING:
            above = first_verb(governor)  # "remanded in custody to face court on 3 May"
            if above is not None and above.lemma_ in ORDERING:
                return 1
        said = governor.head if governor.dep_ == "acomp" else governor
        if said.tag_ in {"VBZ", "VBP"} and verb.dep_ == "xcomp":
            return 1  # "wants to run in November", "is likely to rain on Sunday"
        return 1 if governor.lemma_ == "be" and governor.tag_ in {"VBZ", "VBP", "VBD"} else None

    def was_planned(self, token: Token) -> bool:
        """As in "was due to be approved on Tuesday", whether or not that day is over."""
        verb = first_verb(hanging(token))
        if verb is None or self.way_of(verb) != 1:
            return False
        if verb.lemma_ == "be":
            return verb.tag_ == "VBD"
        governor = verb.head if is_verb(verb.head) else verb.head.head
        return governor.tag_ == "VBD" and governor.lemma_ == "be" and verb.tag_ in {"VB", "VBN"}

    def is_pluperfect(self, verb: Token) -> bool:
        """As in "had filed", "had been due"."""
        if verb.i not in self.pluperfect:
            had = any(child.lower_ in HAD and child.dep_ in {"aux", "auxpass"} for child in verb.children)
            self.pluperfect[verb.i] = had and verb.tag_ == "VBN"
        return self.pluperfect[verb.i]


def hanging(time: Token) -> Token:
    """The first of several times, or of the parts of one, by which the others hang on their clause.

    As in "Thursday *morning*", "*5 p.m.* Nov. 9", "the early *hours* of Friday", "on *Thursday* and Friday",
    "from *Thursday* to Saturday", "late on *Thursday* or early on Friday".
    """
    for _ in range(STEPS):
        above = time.head
        part = time.dep_ in {"compound", "nummod"} and above.lower_ in HEADS_OF_TIMES
        if part or (time.dep_ == "conj" and (above.lower_ in TIMES or above.dep_ == "prep")):
            time = above
        elif time.dep_ == "pobj" and above.lower_ not in PREPOSITIONS and (other := time_beside(above)) is not None:
            time = other
        else:
            break
    return time


def time_beside(preposition: Token) -> Token | None:
    """The time that a preposition adds another one to: the hours of "hours of Friday"."""
    above = preposition.head
    if above.lower_ in HOURS:
        return above
    if preposition.dep_ == "prep" and above.dep_ == "conj":
        above = above.head
    if above.dep_ != "prep" or above.tag_ not in {"IN", "TO"}:
        return None
    # not `above.children`, which looks at all that hangs below, to the end of a list
    near = above.doc[above.i + 1 : above.i + NEAR]
    return next((t for t in near if t.head.i == above.i and t.dep_ == "pobj" and t.lower_ in TIMES), None)


def has_day(month: Token) -> bool:
    """As in "12 June": a day, not a month, of which figures are reported too."""
    return any(child.dep_ == "nummod" and child.is_digit for child in month.children)


def is_participle(verb: Token) -> bool:
    """As in "a man charged with theft"."""
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not auxiliaries(verb)


def is_unreal(verb: Token) -> bool:
    """As in "if he won in November", what would come of it being told in the clause above."""
    if verb.dep_ != "advcl" or not any(child.lower_ == "if" and child.dep_ == "mark" for child in verb.children):
        return False
    return any(helper.lower_ in WOULD for helper in auxiliaries(verb.head))


def is_headline(verb: Token) -> bool:
    """As in "Minister to visit Rome on Friday, officials say": the subject begins the sentence, without an article."""
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None and verb.head.dep_ not in {"nsubj", "nsubjpass"}:  # "Efforts to reach him on Friday failed"
        subject = verb.head
    if subject is None or not is_noun(subject) or subject.i > verb.i:
        return False
    first = subject.doc[subject.left_edge.i]
    begins = first.is_sent_start or first.nbor(-1).lower_ in {":", "|", "-", "–", "—"}
    return begins and first.tag_ not in {"DT", "PRP$", "IN"}


def is_adverbial(time: Token, verb: Token) -> bool:
    """Whether the time says when the verb happens, not when one of its nouns did."""
    above = time.head if time.dep_ == "pobj" else time
    under = above.head.head if above.head.dep_ == "acomp" else above.head  # "is possible on Friday"
    return above.dep_ in {"npadvmod", "advmod", "prep", "attr"} and under.i == verb.i


def first_verb(token: Token) -> Token | None:
    """The token itself or the nearest verb above it."""
    for _ in range(LONGEST_WAY_UP):
        if (is_verb(token) and token.tag_ != "MD") or is_mistaken(token):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def is_aside(token: Token) -> bool:
    """Whether the time is of a clause that tells what was before, why or which: "lost after a boat sank on Sunday"."""
    verb = first_verb(hanging(token))
    for _ in range(STEPS):
        if verb is None or verb.dep_ not in {"xcomp", "ccomp", "conj"}:
            break
        verb = verb.head
    return verb is not None and verb.dep_ in {"advcl", "relcl", "acl", "pcomp"}


def is_mistaken(token: Token) -> bool:
    """Whether a verb of the timetable was taken for a noun or an adjective: "Doors open at seven"."""
    if token.lower_ not in TIMETABLE or token.tag_ not in {"NN", "NNS", "JJ"}:
        return False
    if token.dep_ == "amod":
        return token.i > token.head.i and token.head.tag_ == "NNS" and token.head.dep_ == "ROOT"
    return any(child.dep_ == "nsubj" and child.tag_ in {"NNS", "NNP", "NNPS"} for child in token.children)
