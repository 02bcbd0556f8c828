"""Pronouns and nominals: who is meant, and when nobody is said to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations

Extract = Callable[..., Annotations]


def referent(found: Annotations, text: str, words: str, occurrence: int = 0) -> str | None:
    """The name of the entity that the given occurrence of `words` is a mention of."""
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    for entity in found.entities:
        if any(mention.start == start and mention.end == start + len(words) for mention in entity.mentions):
            return entity.name
    return None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        # who is judged is so for a doing of their own
        ("Norway has not condemned Chad for its raid on the port.", "its", "Chad"),
        ("Sweden's premier thanked Norway for its support.", "its", "Norway"),
        ("Peter Lang criticised Tom Reed for his remarks.", "his", "Tom Reed"),
        # a state of mind is somebody's
        ("Airbus closed the plant. Airbus said it was confident that orders would rise.", " it", "Airbus"),
        # the last speaker speaks on, over a paragraph's end
        ("Anna Berg spoke in Oslo.\n\nThe plan is sound, she said.", " she", "Anna Berg"),
        ("Ivan Petrov praised the deal. He said it was fair.", "He", "Ivan Petrov"),
        # kin tells who is a woman
        ("Omar Diallo was jailed. Diallo’s wife, Awa, said he was innocent.", " he", "Omar Diallo"),
        # what stands before a semicolon is not said by who comes after
        (
            "Tom Reed said rain fell. President Rodrigo Duterte saw the flood; he promised aid.",
            " he",
            "Rodrigo Duterte",
        ),
        # a long quotation puts its speaker out of nobody's view
        (
            'Ivan Petrov defied critics. "It is a fine deal. It is fair. Jan Novak says so. We all win," he said.',
            " he",
            "Ivan Petrov",
        ),
        # agreement in gender
        ("Laura Diaz met Peter Lang. She thanked him.", "She", "Laura Diaz"),
        ("Laura Diaz met Peter Lang. She thanked him.", "him", "Peter Lang"),
        # reported speech: he is the speaker
        ("Mayor Tom Reed told Carl Stone that he would resign.", " he", "Tom Reed"),
        # possessive of the subject
        ("David Moss sold his house in May.", "his", "David Moss"),
        # a title tells what no first name does
        ("Mrs. Ngo opened the school. She gave a speech.", "She", "Ngo"),
        # a pronoun ahead of its name
        ("In her speech, Anna Berg praised the police.", "her", "Anna Berg"),
        # who is quoted as saying speaks
        (
            "A report quoted Mr Karim Aziz as saying that prices would fall. He also asked for patience.",
            "He",
            "Karim Aziz",
        ),
        # relative
        ("The nominee for president, Anna Berg, who runs a shop, spoke.", "who", "Anna Berg"),
        ("Airbus paid a fine levied by the European Union, which said it was fair.", "which", "European Union"),
        # a will, a staff: a body's
        ("Kessler Motors sold the mill after a report was out. It now expects a loss.", "It", "Kessler Motors"),
        (
            "The Oslo Philharmonic has ordered two violas if the bank allows. Its conductor left.",
            "Its",
            "Oslo Philharmonic",
        ),
        ("Prices rose, said Anna Berg, who runs a shop.", "who", "Anna Berg"),
        # bodies
        ("Airbus said it would hire workers.", " it", "Airbus"),
        ("Finland raised its taxes.", "its", "Finland"),
        # reflexive
        ("Peter Lang blamed himself.", "himself", "Peter Lang"),
        # named behind the phrase that leads up to it
        ("Ivan Petrov left. For his part, Carl Stone stayed in Oslo.", "his", "Carl Stone"),
        ("Ivan Petrov left. Since launching his bid, Carl Stone has won twice.", "his", "Carl Stone"),
        # in apposition to the subject, with the subject's weight
        ("The mayor, Anna Berg, met Laura Diaz. She asked for calm.", "She", "Anna Berg"),
        # who says it is not whom it speaks of, named before or after
        ("The minister, Jan Novak, met Carl Stone. “If he resigns, I will cheer,” Mr. Stone said.", " he", "Jan Novak"),
        ("Ivan Petrov left. If Carl Stone had paid, he said, there would have been no strike.", "he", "Ivan Petrov"),
        # the story has turned to another since the last speaker spoke
        (
            "Ivan Petrov said rain was likely. Carl Stone took that up in a reply to Mr. Petrov. “It will,” he said.",
            " he",
            "Carl Stone",
        ),
        # whom a quotation names does not say it
        ("Carl Stone took the stage. “It will rain on Ivan Petrov,” he said.", " he", "Carl Stone"),
        # people and bodies in the plural
        ("Republicans blocked the bill. They want lower taxes.", "They", "Republicans"),
        ("Palestinians want a state and their own capital.", "their", "Palestinians"),
        # who spoke last speaks on
        (
            '"Prices will fall," the Finance Ministry said. "Wages will rise. The year will be good," it added.',
            " it",
            "Finance Ministry",
        ),
    ],
)
def test_pronoun(extract: Extract, text: str, pronoun: str, name: str) -> None:
    """The pronoun is a mention of the person or body it stands for."""
    found = extract(text)
    start = text.index(pronoun) + (len(pronoun) - len(pronoun.strip()))
    at = {mention.start: entity.name for entity in found.entities for mention in entity.mentions}
    assert at.get(start) == name


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        # two men, equally in view
        ("Peter Lang and Tom Reed arrived. He was tired.", "He"),
        # the empty "it"
        ("Airbus closed the plant. It is raining in Toulouse.", "It"),
        # nobody of that gender
        ("Anna Berg left. He stayed.", "He"),
        # an unnamed person is nearer
        ("Tom Reed resigned. A police officer found the gun. He called for help.", "He"),
        # "him" is not the subject of its own clause
        ("Tom Reed saw him.", "him"),
        # whom the pronoun's own clause names further on
        ("Tom Reed spoke. Later he said that Tom Reed would win.", " he"),
        # a list, and a common noun nearer
        ("Peter Lang and Tom Reed pledged to work together despite their differences.", "their"),
        ("Airbus sold the plant. Workers said they were angry.", "they"),
        ("Airbus praised the plan. The report says it will fail.", "it"),
        # objects may be anything
        ("The Times wrote about the fire. Peter Lang asked about it.", "it"),
        # a plural of two
        ("The leaders of Iran and Iraq met. They agreed on a border.", "They"),
    ],
)
def test_left_out(extract: Extract, text: str, pronoun: str) -> None:
    """Where syntax forbids it, or two readings are about equal, the pronoun is no mention."""
    assert referent(extract(text), text, pronoun.strip(), text[: text.index(pronoun)].count(pronoun.strip())) is None


def test_he_in_a_quotation_is_not_its_speaker(extract: Extract) -> None:
    """ "He is guilty", said by one man, is about another."""
    text = 'Police arrested Carl Stone on Monday. "He is guilty," said prosecutor Tom Reed.'
    assert referent(extract(text), text, "He") != "Tom Reed"


def test_the_one_quoted_last_is_not_he_inside_the_next_quotation(extract: Extract) -> None:
    """A quotation that goes on is its speaker's still: "he" in it is the one spoken of."""
    text = 'Anna Berg praised Carl Stone. "Stone is a good man," Peter Lang said. "He works hard."'
    assert referent(extract(text), text, "He") == "Carl Stone"


@pytest.mark.parametrize(
    ("text", "nominal", "name"),
    [
        # what follows the noun belongs to it
        ("Anna Berg, a lawyer for the city, denied the charge.", "a lawyer for the city", "Anna Berg"),
        ("Anna Berg is the head of the union.", "the head of the union", "Anna Berg"),
        ("Anna Berg was an artist and a trader.", "a trader", "Anna Berg"),
        ("The head of the union, Anna Berg, denied the charge.", "The head of the union", "Anna Berg"),
        # kin and counterparts
        ("Anna Berg met her Finnish counterpart, Aino Salonen.", "her Finnish counterpart", "Aino Salonen"),
        # a people's name for one of it
        ("Ivan Petrov withdrew on Monday. The Bulgarian has a torn calf.", "The Bulgarian", "Ivan Petrov"),
        # the article's only council, however far off
        (
            "The Oslo City Council met on Monday. " + "Rain fell on the town. " * 12 + "The council will vote in May.",
            "The council",
            "Oslo City Council",
        ),
        # the name and its kind
        ("The Hamas group fired rockets at the town.", "The Hamas group", "Hamas"),
        ("Fighting went on in the Lombardy region on Monday.", "the Lombardy region", "Lombardy"),
        # what such a thing is called
        ("Lagos was flooded. The city asked for help.", "The city", "Lagos"),
        ("Emirates Airways cut fares. The airline gave no reason.", "The airline", "Emirates Airways"),
        (
            "The Foreign Ministry protested. A day later the ministry said talks would go on.",
            "the ministry",
            "Foreign Ministry",
        ),
        ("Spokesman Chen Weimin spoke. The spokesman said no more.", "The spokesman", "Chen Weimin"),
        ("Anna Berg, a lawyer, denied the charge.", "a lawyer", "Anna Berg"),
        ("President Ana Silva landed in Lima. The president will stay for two days.", "The president", "Ana Silva"),
        ("Boeing Co. cut 400 jobs. The company gave no reason.", "The company", "Boeing Co."),
        ("Peru closed its border. The country had warned of it.", "The country", "Peru"),
        # told by its seat or its country
        ("Airbus posted a loss. The Toulouse-based group cut 900 jobs.", "The Toulouse-based group", "Airbus"),
        ("Nissan posted a loss. The Japanese firm cut 900 jobs.", "The Japanese firm", "Nissan"),
        (
            "Kenya’s central bank cut rates. The Central Bank of Kenya met on Monday.",
            "Kenya’s central bank",
            "Central Bank of Kenya",
        ),
        ("Typhoon Mara killed nine. The storm hit Luzon at dawn.", "The storm", "Typhoon Mara"),
        ("Modi opened a dam. The prime minister later flew to Goa.", "The prime minister", "Modi"),
    ],
)
def test_nominal(extract: Extract, text: str, nominal: str, name: str) -> None:
    """A noun with an article is a mention of what the article has called so."""
    found = extract(text)
    assert referent(found, text, nominal) == name
    forms = {mention.text: mention.form for entity in found.entities for mention in entity.mentions}
    assert forms[nominal] == "nominal"


@pytest.mark.parametrize(
    ("text", "nominal"),
    [
        ("The two leaders of Chad and Mali met. The two leaders shook hands.", "The two leaders"),
        ("Spokesman Chen Weimin spoke. A spokesman for the hospital declined to comment.", "A spokesman"),
        ("Russian President Ivan Orlov called Chinese President Li Wei. The president was ill.", "The president"),
        # not said to be so, another one, one of a list, no apposition
        ("Anna Berg would be a good mayor.", "a good mayor"),
        ("Anna Berg is not a lawyer.", "a lawyer"),
        ("President Ana Silva resigned. The next president will be sworn in soon.", "The next president"),
        ("According to Anna Berg, a detective was there.", "a detective"),
    ],
)
def test_nominal_left_out(extract: Extract, text: str, nominal: str) -> None:
    """Plurals, indefinites and nouns that fit two people alike are nobody's."""
    assert referent(extract(text), text, nominal) is None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # by the same role
        (
            "The mayor of this city was in her garden when the dam broke.\n\nMayor Ruth Ammann ran.",
            "her",
            "Ruth Ammann",
        ),
        # a new name with an aside, at a paragraph's start
        ("A teacher was found guilty after he lost an appeal.\n\nPeter Lang, 61, stared.", " he", "Peter Lang"),
        ("A teacher was found guilty after he lost an appeal.\n\nPeter Lang, 61, stared.", "A teacher", "Peter Lang"),
    ],
)
def test_the_lede_names_nobody_yet(extract: Extract, text: str, words: str, name: str) -> None:
    """Whom the first sentences speak of without a name is the one named after them, pronouns and all."""
    start = text.index(words) + len(words) - len(words.lstrip())
    at = {mention.start: entity.name for entity in extract(text).entities for mention in entity.mentions}
    assert at.get(start) == name


@pytest.mark.parametrize(
    "text",
    [
        # who speaks is somebody else
        "A retired teacher was found guilty on Monday.\n\nPeter Lang, the judge, said he had lied for years.",
        # of two in the lede none
        "A retired teacher sued a former banker on Monday.\n\nPeter Lang, 61, stared at the table.",
    ],
)
def test_the_lede_speaks_of_another(extract: Extract, text: str) -> None:
    """Where nothing tells that the name is that of the unnamed, it is not."""
    assert not any("teacher" in m.text for entity in extract(text).entities for m in entity.mentions)


def test_nationality_chooses_between_presidents(extract: Extract) -> None:
    """ "The Russian president" is the one the article called so."""
    text = "Russian President Ivan Orlov met Chinese President Li Wei. The Chinese president stayed a week."
    assert referent(extract(text), text, "The Chinese president") == "Li Wei"


def test_the_author_of_a_byline_is_not_meant(extract: Extract) -> None:
    """ "She" is nobody where the only woman named is the reporter."""
    text = "By Julia Stone\n\nThe mayor, Tom Reed, resigned on Friday. She had seen it coming."
    assert referent(extract(text), text, "She") is None


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Chinese Foreign Minister Qin Gang met reporters.", "Qin Gang", "Chinese Foreign Minister"),
        ("Foreign Ministry spokesman Wang Wenbin denied it.", "Wang Wenbin", "Foreign Ministry spokesman"),
        ("Anna Berg, a lawyer for the city, denied the charge.", "Anna Berg", "lawyer for the city"),
        ("Mr. Peter Lang denied the charge.", "Peter Lang", None),
        # before the name and a comma; of a thing as of a person
        ("She thanked her lawyer, Tom Reed, on Monday.", "Tom Reed", "lawyer"),
        ("Peru’s interior minister, Ana Silva, resigned.", "Ana Silva", "Peru’s interior minister"),
        ("Siemens, the German engineering group, posted a loss.", "Siemens", "German engineering group"),
        ("He works for the Danish brewer Carlsberg in Odense.", "Carlsberg", "Danish brewer"),
        ("Talks opened in Lima, the capital of Peru.", "Lima", "capital of Peru"),
    ],
)
def test_description(extract: Extract, text: str, name: str, description: str | None) -> None:
    """A name carries the role or title that the article gives, forms of address left out."""
    assert [entity.description for entity in extract(text).entities if entity.name == name] == [description]


def test_the_first_person_is_the_speaker(extract: Extract) -> None:
    """ "I" inside a quotation is a mention of who said it."""
    text = '"I am proud of my town," Anna Berg said on Monday.'
    assert referent(extract(text), text, "I") == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Former crew members described the show. They said it was loud.", "They", "Former crew members"),
        ("He refused to pay an architect who said he was owed money.", "who", "an architect"),
        ("A police officer found the gun. She said it was loaded.", "She", "A police officer"),
    ],
)
def test_the_source_of_a_statement_is_named_though_it_is_no_entity(
    extract: Extract, text: str, pronoun: str, name: str
) -> None:
    """A pronoun that stands for unnamed people has no entity, but the source's name says who they are."""
    sources = [each.source for each in extract(text).statements if each.source and each.source.spans[0].text == pronoun]
    assert sources
    assert (sources[0].entity, sources[0].name) == (None, name)


def test_i_inside_a_quotation_is_the_source_of_what_it_says(extract: Extract) -> None:
    """ "I think", in a quotation, is a statement of the one who is quoted."""
    text = 'Anna Berg ran for office. "I think that taxes will rise," she said on Monday.'
    sources = [each.source for each in extract(text).statements if each.source and each.source.spans[0].text == "I"]
    assert [source.name for source in sources] == ["Anna Berg"]


def test_we_of_a_spokesman_is_whom_he_speaks_for(extract: Extract) -> None:
    """ "We" of one who speaks for a body by trade is the body, "our country" is not."""
    text = 'State Department spokesman Carl Stone was asked. "We will help, and our country is safe," Stone said.'
    found = extract(text)
    assert referent(found, text, "We") == "State Department"
    assert referent(found, text, "our") is None
