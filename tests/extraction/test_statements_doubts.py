"""Who doubts, examines or denies a claim is not who makes it; what is only asked or tested is told by nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import line, source, the, words

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract(extract_either_way: Extract) -> Extract:
    """Both ways of finding statements, one after the other."""
    return extract_either_way


DOUBTED = (
    ("Engineers cast doubt on the claim that the weir was tampered with.",
     "Engineers | cast doubt on | the claim that the weir was tampered with"),
    ("Engineers have cast serious doubt on the theory that rust brought the crane down.",
     "Engineers | have cast serious doubt on | the theory that rust brought the crane down"),
    ("Virologists have debunked claims that the syrup cures mumps.",
     "Virologists | have debunked | claims that the syrup cures mumps"),
    ("The palace pushed back on reports that the queen had fainted.",
     "The palace | pushed back on | reports that the queen had fainted"),
    ("The spokesman hit straight back at reports that the ferry had been sold.",
     "The spokesman | hit straight back at | reports that the ferry had been sold"),
    ("The tribunal threw out the claim that the nurse had stolen morphine.",
     "The tribunal | threw out | the claim that the nurse had stolen morphine"),
    ("The yard's owner challenged the claim that its cranes were unsafe.",
     "The yard's owner | challenged | the claim that its cranes were unsafe"),
    ("The brewer played down reports that it was for sale.",
     "The brewer | played down | reports that it was for sale"),
    ("The coach laughed off suggestions that he would retire.",
     "The coach | laughed off | suggestions that he would retire"),
    ("Ms Rask brushed aside rumours that she was leaving.",
     "Ms Rask | brushed aside | rumours that she was leaving"),
    ("The league moved to quash rumours that the final would be moved.",
     "The league | to quash | rumours that the final would be moved"),
    ("An aide poured cold water on speculation that the duke would marry.",
     "An aide | poured cold water on | speculation that the duke would marry"),
    ("Ms Rask took issue with the suggestion that she had been late.",
     "Ms Rask | took issue with | the suggestion that she had been late"),
    ("The auditors questioned the assertion that the fund was solvent.",
     "The auditors | questioned | the assertion that the fund was solvent"),
    ("The coroner found no evidence to support the allegation that Lund was pushed.",
     "The coroner | found no evidence to support | the allegation that Lund was pushed"),
    ("The auditors saw no merit in the suggestion that funds were missing.",
     "The auditors | saw no merit in | the suggestion that funds were missing"),
    ("The claim that the ferry had been sold was debunked by Reuters.",
     "Reuters | was debunked | The claim that the ferry had been sold"),
    ("The minister, who has scotched rumours that she will resign, flew to Oslo.",
     "who | has scotched | rumours that she will resign"),
    ("The mayor played down fears of a strike.", "The mayor | played down | fears of a strike"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DOUBTED)
def test_who_doubts_a_claim_says_that_it_is_not_so(extract: Extract, text: str, wanted: str) -> None:
    """One negative statement of theirs about the claim; what is claimed is inside it, and nobody's."""
    found = extract(text)
    doubt = the(found, wanted)
    assert doubt.polarity == "negative"
    inner = [s for s in found.statements if s is not doubt]
    assert all(s.parent == doubt.id and s.source is None for s in inner), [line(s) for s in found.statements]


CLAIMED_BY = (
    ("Rivals challenged claims by the yard that its boats were sound.",
     "the yard | claims | that its boats were sound", "negative"),
    ("The owner contradicted the captain's claim that the hull was sound.",
     "the captain | claim | that the hull was sound", "negative"),
    ("The ministry rejected a Herald report that the ferry had been sold.",
     "Herald | report | that the ferry had been sold", "negative"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted", "outer"), CLAIMED_BY)
def test_a_doubted_claim_is_of_whom_its_phrase_names(extract: Extract, text: str, wanted: str, outer: str) -> None:
    """A possessor, whom it is "by", a name in front of it."""
    found = extract(text)
    inner = the(found, wanted)
    assert inner.polarity == "positive"
    assert [s.polarity for s in found.statements if s.id == inner.parent] == [outer]


NOT_THEIRS = (
    ("Police are investigating claims that guards were bribed.", "Police"),
    ("The committee heard claims that guards were bribed.", "The committee"),
    ("Inspectors are examining reports that the vault was left open.", "Inspectors"),
    ("The embassy was unable to verify the report that a diver had drowned.", "The embassy"),
    ("The bishop responded to claims that he had sold the chapel.", "The bishop"),
    ("Journalists found the claim that the film was staged to be false.", "Journalists"),
    ("Investigators looked into the allegation that the vault was left open.", "Investigators"),
    ("The inquest considered the theory that the pilot was asleep.", "The inquest"),
    ("Lund faces allegations that he hid the ledger.", "Lund"),
    ("The senator could question claims that the vault was safe.", "The senator"),
)


@pytest.mark.parametrize(("text", "who"), NOT_THEIRS)
def test_who_meets_a_claim_does_not_make_it(extract: Extract, text: str, who: str) -> None:
    """To hear, to examine, to answer a claim is to say nothing of it."""
    found = extract(text)
    assert who not in {source(s) for s in found.statements}, [line(s) for s in found.statements]


THEIRS = (
    ("Ms Rask made the claim that the vault was safe.", "Ms Rask | claim | that the vault was safe"),
    ("The coastguard issued a warning that ice was forming.", "The coastguard | warning | that ice was forming"),
    ("The union voiced concern that the yard would close.", "The union | concern | that the yard would close"),
    ("The senator spread rumours that the vault was empty.", "The senator | rumours | that the vault was empty"),
    ("Ms Rask repeated her assertion that the vault was safe.", "her | assertion | that the vault was safe"),
    ("Ms Rask stood by her claim that the vault was safe.", "her | claim | that the vault was safe"),
)


@pytest.mark.parametrize(("text", "wanted"), THEIRS)
def test_who_makes_or_repeats_a_claim_is_its_source(extract: Extract, text: str, wanted: str) -> None:
    """Under a verb of making, sharing or standing by, the claim is its subject's."""
    assert the(extract(text), wanted).polarity == "positive"


ASKED = (
    "Did the bishop really say the relics are fake?",
    "Does the chancellor still believe the mint should close?",
    "Has the bishop admitted that the relics are fake?",
    "Mr Chancellor, did you talk about copper?",
    "Is the chancellor confident that the mint will open?",
    'FACT CHECK: Did the bishop really say the relics are "fake"?',
    "CLAIM: The bishop told pilgrims the relics are fake.",
    "Myth: Doctors say the syrup cures mumps.",
)


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_or_put_to_the_test_is_no_statement(extract: Extract, text: str) -> None:
    """The article asks whether somebody has said it, or is about to test it."""
    assert not extract(text).statements, [line(s) for s in extract(text).statements]


def test_who_asks_has_asked(extract: Extract) -> None:
    """A question somebody is quoted with is theirs, and what is asked about is nobody's statement."""
    found = extract("“Did she say she would resign?” asked a reporter.")
    assert [source(s) for s in found.statements] == ["a reporter"]


TAKEN_FOR_GRANTED = "Why did the bishop say that the relics are fake?"


def test_a_question_for_the_reason_takes_the_saying_for_granted(extract: Extract) -> None:
    """ "Why did he say so" tells that he did."""
    assert [source(s) for s in extract(TAKEN_FOR_GRANTED).statements] == ["the bishop"]


LABELS = (
    "VERDICT: False. The relics were never in the chapel.",
    "Opinion: Why the mint was right to close",
    "Storm Petra live: Hundreds flee as rivers rise",
    "FACT CHECK: These relics were never in the chapel.",
    "Explainer: How the mint came to close",
)


@pytest.mark.parametrize("text", LABELS)
def test_a_heading_before_a_colon_speaks_not(extract: Extract, text: str) -> None:
    """A kind of text, a verdict, a running report: nobody bears such a name."""
    assert not extract(text).statements, [line(s) for s in extract(text).statements]


def test_a_heading_is_no_part_of_what_is_said(extract: Extract) -> None:
    """Nor does it swallow it."""
    found = extract("BREAKING: Train leaves rails near Olmo, officials say.")
    assert " / ".join(map(line, found.statements)) == "officials | say | Train leaves rails near Olmo"


DENIED = (
    ("Detectives ruled out arson.", "Detectives | ruled out | arson"),
    ("Police have ruled out foul play in the death.", "Police | have ruled out | *"),
    ("The treasurer has not ruled out a new levy.", "The treasurer | has not ruled out | a new levy"),
    ("Ms Rask would not rule out standing again.", "Ms Rask | would not rule out | standing again"),
    ("Lund pleaded not guilty to three counts of theft.", "Lund | pleaded | not guilty to three counts of theft"),
    ("Both brothers have pleaded not guilty.", "Both brothers | pleaded | not guilty"),
    ("Tully, who denied all the charges, showed no emotion as he was led away.", "who | denied | all the charges"),
    ("The accusations, which Lund denies, were made in March.", "Lund | denies | The accusations"),
    ("Lund is accused of lying, which he denies.", "he | denies | lying"),
    ("Rask has been charged with theft, which she denies.", "she | denies | theft"),
    ("The firm was fined for spills, a charge it disputes.", "it | disputes | a charge"),
    ("The plan, which the council rejected, would have closed two schools.", "the council | rejected | The plan"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), DENIED)
def test_a_denial_is_found_and_negative(extract: Extract, text: str, wanted: str) -> None:
    """To rule out, to plead not guilty, to deny what a relative pronoun stands for; and nothing else is said."""
    found = extract(text)
    denial = the(found, wanted)
    assert denial.polarity == "negative"
    assert all(s is denial or s.source is None for s in found.statements), [line(s) for s in found.statements]


DEEDS = (
    "Leticia Gomez is refusing to leave.",
    "Two governors, who do not want their names in print, left early.",
    "The passenger refused to board.",
    "Tully showed no remorse.",
    "The scan ruled out a fracture.",
    "The injury ruled him out of the final.",
    "The winger was ruled out of the final.",
)


@pytest.mark.parametrize("text", DEEDS)
def test_what_is_done_or_kept_back_is_no_statement(extract: Extract, text: str) -> None:
    """To stay, to keep one's name out, to show nothing; and what an injury rules out nobody has said."""
    assert "negative" not in {s.polarity for s in extract(text).statements}
    assert not [s for s in extract(text).statements if words(s.content.spans).startswith(("to ", "no ", "their"))]
