"""What the default, encoder and rules together, makes of texts that are traps for either."""

from __future__ import annotations

from collections.abc import Callable

from service.extraction.annotations import Annotations


def test_a_dateline_is_nobodys_words(extract: Callable[..., Annotations]) -> None:
    """Neither content nor patient: the sentence begins after the dash, with the encoder and without."""
    text = "NAIROBI, Kenya — At least 31 people were killed on Thursday, the Red Cross said."
    found = extract(text, published="2024-07-19")
    assert [s.content.spans[0].text for s in found.statements] == ["At least 31 people were killed on Thursday"]
    killed = next(e for e in found.events if e.trigger.text == "killed")
    assert "NAIROBI" not in {argument.text for argument in killed.arguments}


def test_a_source_stands_in_the_sentence_of_its_cue(extract: Callable[..., Annotations]) -> None:
    """Where nobody is named, nobody is: not the subject of the sentence before or after."""
    text = "The party chose Ines Tanabe. Parliament is expected to vote on Oct. 15. She promised reform."
    expected = [s for s in extract(text).statements if s.cue and "expected" in s.cue.spans[0].text]
    assert expected
    assert all(s.source is None for s in expected)


def test_a_quotation_over_paragraphs_keeps_its_speaker(extract: Callable[..., Annotations]) -> None:
    """Each paragraph opens anew, the last one closes."""
    text = (
        'The novelist Ines Calder said: "I stopped. My brother died in 2014.\n\n'
        '"Then I started writing again. It took me years to finish."'
    )
    found = extract(text, published="2024-07-19").statements
    assert "".join(span.text for s in found for span in s.content.spans).count("writing") == 1
    assert {s.source.name for s in found if s.source} == {"Ines Calder"}
    assert all(s.source for s in found)


def test_who_said_it_and_what_tells_so_are_both_kept(extract: Callable[..., Annotations]) -> None:
    """ "She noted that …, according to the readout": her words, handed on by a document."""
    text = (
        "The ministers of Talvia and Norland spoke by telephone on Thursday. Ines Calder, Norland's foreign minister, "
        "thanked her colleague for the call. She also noted that the plan showed good will in promoting a truce along "
        "the border and expressed hope to keep up contact with Talvia, according to the readout.\n\n"
        "Talvia has said nothing yet. The border has been closed since the spring, and trade has stopped."
    )
    found = extract(text, published="2024-07-19").statements
    names = {s.source.name for s in found if s.source and "the plan showed good will" in s.content.spans[0].text}
    assert "Ines Calder" in names


def test_two_towns_of_a_dateline_are_two_places_and_no_agent(extract: Callable[..., Annotations]) -> None:
    """ "OSLO/GENEVA, May 9 -" opens the sentence; who did it comes after."""
    found = extract("OSLO/GENEVA, May 9 - Premier Anna Berg on Thursday announced a truce.", published="2024-05-10")
    assert {(each.name, each.type) for each in found.entities} >= {("Oslo", "GPE"), ("Geneva", "GPE")}
    announced = next(each for each in found.events if each.trigger.text == "announced")
    assert [each.text for each in announced.arguments if each.role == "agent"] == ["Premier Anna Berg"]


def test_who_is_quoted_by_a_paper_is_quoted_to_the_end(extract: Callable[..., Annotations]) -> None:
    """The encoder knows where the words end, the rules whose they are; what surrounds them is not theirs."""
    quoted = {
        "The weekly quoted another minister as saying that the boats were sunk not by the navy, but by the storm.":
            "that the boats were sunk not by the navy, but by the storm",
        "The readout, which quoted Mr. Sultanov as saying that both armies would step back, made no mention of cash.":
            "that both armies would step back",
    }  # fmt: skip
    for text, content in quoted.items():
        said = [s for s in extract(text).statements if s.cue and s.cue.spans[0].text == "saying"]
        assert [span.text for s in said for span in s.content.spans] == [content]


def test_a_source_ends_before_its_cue(extract: Callable[..., Annotations]) -> None:
    """A verb that the parser takes for a noun is none of who it is that says it."""
    text = (
        "The mill on the Sava has been shut since May. But its owners have poured no dye into the river since 2019, "
        "records compiled by the Centre for Clean Rivers show.\n\nThe council votes on the mill in June. A ban on dyes "
        "was dropped in March, after the owners had threatened to leave the valley for good and to close both works."
    )
    shown = [s for s in extract(text).statements if s.cue and s.cue.spans[0].text == "show"]
    assert [s.source.spans[0].text for s in shown if s.source] == ["records compiled by the Centre for Clean Rivers"]
