"""Who says it, kind by kind, as written and by name, in news from all over the world."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.extraction.annotations import Annotations
from tests.extraction.said import told

Extract = Callable[..., Annotations]


@pytest.fixture(scope="session")
def extract_both(extract_either_way: Extract) -> Extract:
    """With the encoder, and without."""
    return extract_either_way


PRONOUNS = [
    (("Marta Quiroga took over the port authority of Callao in January. She told a trade fair in Lima that the "
      "new cranes would be paid for by the shipping lines themselves."),
     ["She = Marta Quiroga | told | that the new cranes would be paid for by the shipping lines themselves"]),
    (("When the mudslide reached the clinic, Dr. Farhan Siddiqui was in the operating theatre. “We carried on by "
      "torchlight because there was nothing else to do,” he recalled."),
     ["he = Farhan Siddiqui | recalled | We carried on by torchlight because there was nothing else to do"]),
    (("Novelist Adaeze Umeh turned the prize down. The money, she wrote on her website, came from a company that "
      "had poisoned the creek she grew up on."),
     ["she = Adaeze Umeh | wrote | The money … came from a company that had poisoned the creek she grew up on"]),
    (("Bus drivers in Valparaíso parked across the main avenue for a third morning. They say they have not been "
      "paid since the change of contractor."),
     ["They = Bus drivers in Valparaíso | say | they have not been paid since the change of contractor"]),
    (("Kenji Arai met Sofia Lindqvist in Geneva on Monday. He promised her that Japan would open its rice market "
      "by the end of the decade."),
     ["He = Kenji Arai | promised | that Japan would open its rice market by the end of the decade | to her"]),
    (("The union's leader, Bongani Khumalo, had walked out of the talks twice before. This time, he admitted, "
      "there was nowhere left to go."),
     ["he = Bongani Khumalo | admitted | This time … there was nowhere left to go"]),
    (("Estonia has bought 400 drones since the spring. It believes that any attack would come without warning "
      "and in winter."),
     ["It = Estonia | believes | that any attack would come without warning and in winter"]),
    ("Asked whether she would run again, Senator Leila Haddad laughed. “Ask me after the harvest,” she said.",
     ["she = Leila Haddad | said | Ask me after the harvest"]),
    (("The Canadian Grain Commission tested 300 samples from the burned silos. Most of the wheat, it concluded, "
      "could still be fed to pigs."),
     ["it = Canadian Grain Commission | concluded | Most of the wheat … could still be fed to pigs"]),
    (("Finance Minister Tendai Moyo flew home early. Harare, he insisted in the airport lounge, had never missed "
      "a payment."),
     ["he = Tendai Moyo | insisted | Harare … had never missed a payment"]),
]  # fmt: skip
TITLES = [
    (("Prime Minister Sione Fonua returned from Wellington with empty hands. The prime minister told parliament "
      "that the loan had been refused over a single clause."),
     ["The prime minister = Sione Fonua | told | that the loan had been refused over a single clause | to parliament"]),
    (("Bishop Ignacio Marín said Mass in the shell of his cathedral on Sunday. The stones, the bishop said, "
      "would be numbered and put back one by one."),
     ["the bishop = Ignacio Marín | said | The stones … would be numbered and put back one by one"]),
    (("Colombia’s central bank is led by Gabriela Ospina, its first woman governor. The governor warned on "
      "Thursday that food prices would not fall before the rains."),
     [("The governor = Gabriela Ospina | warned | that food prices would not fall before the rains | on "
       "2024-05-09 expression")]),
    (("King Tupou Ahio opened the new parliament in Nuku‘alofa. The monarch urged deputies to end a quarrel that "
      "has kept the budget waiting since March."),
     ["The monarch = Tupou Ahio | urged | deputies to end a quarrel that has kept the budget waiting since March"]),
    (("Lawyer Ngozi Obi spent four hours in the cell with her client. The lawyer said he had signed the "
      "confession without being able to read it."),
     ["The lawyer = Ngozi Obi | said | he had signed the confession without being able to read it"]),
    (("Ambassador Henrik Dahl was summoned twice in one week. “We have explained our position and shall explain "
      "it again,” the ambassador told the state broadcaster."),
     [("the ambassador = Henrik Dahl | told | We have explained our position and shall explain it again | to the "
       "state broadcaster")]),
    (("Judge Amparo Ruiz read the ruling aloud for an hour. The judge found that the mayor had known about the "
      "asbestos since 2011."),
     ["The judge = Amparo Ruiz | found | that the mayor had known about the asbestos since 2011"]),
    (("Captain Lee Joon-ho stayed on the bridge until the last boat was lowered. According to the captain, the "
      "pumps had failed within minutes of the collision."),
     ["the captain = Lee Joon-ho | According to | the pumps had failed within minutes of the collision"]),
    (("Taoiseach Aoife Brennan cut short her holiday. The taoiseach is confident that the coalition will last "
      "until the autumn."),
     ["The taoiseach = Aoife Brennan | confident | that the coalition will last until the autumn"]),
    (("Editor Pavel Dvořák resigned along with half his newsroom. The editor accused the owners of killing a "
      "story about their own quarry."),
     ["The editor = Pavel Dvořák | accused | the owners of killing a story about their own quarry"]),
    ("Sen. Carlos Nuñez voted against the treaty. The senator said he had not been shown its annexes.",
     ["The senator = Carlos Nuñez | said | he had not been shown its annexes"]),
    ("Queen Ingrid visited the burned church on Friday. The monarch praised the firemen for saving its bells.",
     ["The monarch = Ingrid | praised | the firemen for saving its bells"]),
    ("Ambassador Leila Nasser left Moscow on Monday. The diplomat insisted that her recall was routine.",
     ["The diplomat = Leila Nasser | insisted | that her recall was routine"]),
    ("Prime Minister Hugo Steen faced deputies for three hours. The prime minister denied that he had read the memo.",
     ["The prime minister = Hugo Steen | denied | that he had read the memo | neg"]),
]  # fmt: skip
NOMINALS = [
    (("Vietnam’s Ministry of Transport closed the bridge on Tuesday night. Cracks had been found in two of its "
      "cables, the ministry said, but no train had been in danger."),
     [("the ministry = Ministry of Transport | said | Cracks had been found in two of its cables … but no train "
       "had been in danger")]),
    (("Foreign Ministry spokesman Tomás Ibarra took no questions. The fishing boats, the spokesman said, had "
      "been inside the zone for three days."),
     ["the spokesman = Tomás Ibarra | said | The fishing boats … had been inside the zone for three days"]),
    (("Arctia Shipping Ltd. lost a third of its value in a week. The company said it would sell two icebreakers "
      "to pay its bondholders."),
     ["The company = Arctia Shipping Ltd. | said | it would sell two icebreakers to pay its bondholders"]),
    (("The Kenya Wildlife Service moved nine rhinos by lorry. The agency said that all had survived the journey "
      "and were grazing."),
     ["The agency = Kenya Wildlife Service | said | that all had survived the journey and were grazing"]),
    (("Banco del Sur shut 40 branches in the mountains. The bank promised to send a lorry with a cash machine to "
      "every valley once a week."),
     ["The bank = Banco del Sur | promised | to send a lorry with a cash machine to every valley once a week"]),
    (("The Halden Foundation has run the camp hospital for a year. The charity warned that its insulin would be "
      "gone by Sunday."),
     ["The charity = Halden Foundation | warned | that its insulin would be gone by Sunday"]),
    (("Air Savanna cancelled its flights to Juba. The airline blamed a shortage of fuel and said passengers "
      "would be paid back."),
     ["The airline = Air Savanna | blamed | a shortage of fuel",
      "The airline = Air Savanna | said | passengers would be paid back"]),
    (("The Supreme Court of Nepal heard the case in a single morning. A border cannot be moved by a notice in "
      "the gazette, the court ruled."),
     ["the court = Supreme Court of Nepal | ruled | A border cannot be moved by a notice in the gazette"]),
    ("Malta voted against the text at the last minute. The country argued that it had not been shown the final map.",
     ["The country = Malta | argued | that it had not been shown the final map"]),
    ("Police spokeswoman Inês Prado arrived at noon. “We found the car but not the driver,” the spokeswoman said.",
     ["the spokeswoman = Inês Prado | said | We found the car but not the driver"]),
    ("Rijeka United sacked its third coach of the season. The club thanked him for his work and gave no reason.",
     ["The club = Rijeka United | thanked | him for his work"]),
    (("The National Teachers’ Union called the strike at dawn. The union says half of its members have not been "
      "paid since Easter."),
     ["The union = National Teachers’ Union | says | half of its members have not been paid since Easter"]),
]  # fmt: skip
RELATIVES = [
    (("Ama Serwaa, who said she had slept in her shop since the fire, was handing out bread to her neighbours on "
      "Saturday."),
     ["who = Ama Serwaa | said | she had slept in her shop since the fire"]),
    (("The committee heard from Piet Jansen, who told it that the dyke had been inspected with binoculars from a "
      "moving car."),
     ["who = Piet Jansen | told | that the dyke had been inspected with binoculars from a moving car"]),
    (("The tax office, which insists that no data left the building, has nonetheless replaced all its locks and "
      "three of its managers."),
     ["which = tax office | insists | that no data left the building"]),
    ("Farmers who fear that the wolves will return have begun to keep donkeys with their sheep.",
     ["who = Farmers | fear | that the wolves will return"]),
    ("Zhanar Bekova, whom the agency quoted as saying that the dam would hold, had left the region two days earlier.",
     ["whom = Zhanar Bekova | saying | that the dam would hold"]),
    ("A delegation led by Ruben Tal, who promised to bring the prisoners home by Easter, crossed the river on foot.",
     ["who = Ruben Tal | promised | to bring the prisoners home by Easter"]),
    ("Hanna Virtanen, who did not say when the mine would reopen, left the hall by a side door.",
     ["who = Hanna Virtanen | say | when the mine would reopen | neg"]),
    ("The report was rejected by Samir Aoun, who called it a fairy tale paid for by his rivals.",
     ["who = Samir Aoun | called | it a fairy tale paid for by his rivals"]),
    (("The pilots’ association, which argues that the new rota is unsafe, will ask the court for an injunction "
      "next week."),
     ["which = pilots’ association | argues | that the new rota is unsafe"]),
    ("Residents were woken by Gloria Mensah, who shouted that the water was already in the school.",
     ["who = Gloria Mensah | shouted | that the water was already in the school"]),
    ("Tamar Gelashvili, who has repeatedly warned that the glacier is moving, was not invited to the hearing.",
     ["who = Tamar Gelashvili | warned | that the glacier is moving"]),
    ("Shares fell in Seoul Heavy Industries, which said that its yard in Busan would close for a month.",
     ["which = Seoul Heavy Industries | said | that its yard in Busan would close for a month"]),
    ("The letter, which warned that rents would double, was pushed under four hundred doors.",
     ["which = letter | warned | that rents would double"]),
    ("The striker, whom the club quoted as saying he would stay, flew to Rome.",
     ["whom = striker | saying | he would stay"]),
]  # fmt: skip
SEVERAL = [
    (("Environment Minister Lucía Paredes said the spill had been contained, adding that no oil had reached the "
      "mangroves."),
     ["* = Lucía Paredes | said | the spill had been contained",
      "* = Lucía Paredes | adding | that no oil had reached the mangroves"]),
    (("Ferhat Demir told shareholders that the plant in Izmir would stay open and warned them not to expect a "
      "dividend."),
     ["* = Ferhat Demir | told | that the plant in Izmir would stay open | to shareholders",
      "* = Ferhat Demir | warned | not to expect a dividend | to them"]),
    (("The ferry had been overloaded, investigator Mai Pham said, noting that it carried twice as many lorries "
      "as its papers allowed."),
     ["* = Mai Pham | said | The ferry had been overloaded",
      "* = Mai Pham | noting | that it carried twice as many lorries as its papers allowed"]),
    ("“The valley is finished,” said shepherd Luca Ferri, predicting that the last family would leave before winter.",
     ["* = Luca Ferri | said | The valley is finished",
      "* = Luca Ferri | predicting | that the last family would leave before winter"]),
    (("While praising the rescuers, Governor Dewi Lestari criticised the railway for sending passengers onto the "
      "line in the dark."),
     ["* = Dewi Lestari | praising | the rescuers",
      "* = Dewi Lestari | criticised | the railway for sending passengers onto the line in the dark"]),
    (("The health agency confirmed that two nurses had died, but stressed that the outbreak was under control "
      "and urged people to keep visiting their clinics."),
     ["The health agency | confirmed | that two nurses had died",
      "The health agency | stressed | that the outbreak was under control",
      "The health agency | urged | people to keep visiting their clinics"]),
    ("He hopes to win the seat back, Karim Benali said, and promised to give half his salary to the hospice.",
     ["* = Karim Benali | said | He hopes to win the seat back",
      "* = Karim Benali | promised | to give half his salary to the hospice"]),
    ("Opposition leader Chipo Dube conceded defeat, congratulated her rival and said she would return to teaching.",
     ["* = Chipo Dube | congratulated | her rival",
      "* = Chipo Dube | said | she would return to teaching"]),
    (("The envoy described the meeting as cordial, thanked his hosts and told reporters that a second round "
      "would be held in Muscat."),
     ["The envoy | described | the meeting as cordial",
      "The envoy | thanked | his hosts",
      "The envoy | told | that a second round would be held in Muscat | to reporters"]),
]  # fmt: skip
PASSIVE = [
    (("The deputy mayor was quoted by a local website as saying that the fountains would stay dry until the "
      "reservoirs were full."),
     ["The deputy mayor | saying | that the fountains would stay dry until the reservoirs were full"]),
    ("The general is said by former aides to have kept two sets of maps.",
     ["former aides | said | The general … to have kept two sets of maps"]),
    ("Residents were told by the water company that the brown colour was harmless.",
     ["the water company | told | that the brown colour was harmless | to Residents"]),
    ("It was announced by the palace on Monday that the wedding would be held without guests.",
     ["the palace | announced | that the wedding would be held without guests | on 2024-05-06 expression"]),
    ("The takeover was described by one shareholder as a robbery in slow motion.",
     ["one shareholder | described | The takeover … as a robbery in slow motion"]),
    ("“Nobody has asked us,” a village elder was quoted as saying in Wednesday’s edition.",
     ["a village elder | saying | Nobody has asked us"]),
    ("Ms. Okafor was reported by two newspapers to be considering a bid for the presidency.",
     ["two newspapers | reported | Ms. Okafor … to be considering a bid for the presidency"]),
    ("Passengers were advised by the railway to take the bus until the tunnel has been pumped dry.",
     ["the railway | advised | to take the bus until the tunnel has been pumped dry | to Passengers"]),
    ("The former banker was accused by prosecutors of moving the pensions of 9,000 nurses to an island account.",
     ["prosecutors | accused | The former banker … of moving the pensions of 9,000 nurses to an island account"]),
    ("The manager was cited in the Straits Herald as saying that the crew had been given twelve minutes to pack.",
     ["The manager | saying | that the crew had been given twelve minutes to pack"]),
    ("The claim that the statue is a fake was dismissed by the museum’s director as “absurd”.",
     ["the museum’s director | dismissed | The claim that the statue is a fake … as “absurd"]),
    ("Deputies were assured by the treasury that no pension would be touched before 2030.",
     ["the treasury | assured | that no pension would be touched before 2030 | to Deputies"]),
    ("“The cable was cut,” the engineer was quoted as saying by Gulf Daily.",
     ["the engineer | saying | The cable was cut"]),
    ("The painting is believed by experts to have been cut in two.",
     ["experts | believed | The painting … to have been cut in two"]),
]  # fmt: skip
CHAINS = [
    (("Reuters quoted the governor of the Bank of Zambia as telling parliament that the kwacha would be floated "
      "within a month."),
     [("the governor of the Bank of Zambia | telling | that the kwacha would be floated within a month | to "
       "parliament")]),
    (("According to a readout published in Astana, Foreign Minister Daniyar Sultanov said that the pipeline "
      "would be finished before winter."),
     ["* = Daniyar Sultanov | said | that the pipeline would be finished before winter | in Foreign Minister"]),
    (("The readout, which quoted Mr. Sultanov as saying that both armies would step back, made no mention of the "
      "prisoners."),
     ["* = Sultanov | saying | that both armies would step back"]),
    ("State radio reported that the admiral had ordered his crews to sleep on board.",
     ["the admiral | ordered | his crews to sleep on board | in that the admiral"]),
    ("The mayor’s brother told a Manila newspaper that she had confided to him that she would not run again.",
     ["she | confided | that she would not run again | in that she"]),
    ("The court heard that the driver had told a mechanic the brakes were gone.",
     ["the driver | told | the brakes were gone | to a mechanic"]),
    ("A spokesman for the diocese said the archbishop regarded the letter as a private matter.",
     ["the archbishop | regarded | the letter as a private matter | in the archbishop"]),
    ("In the leaked minutes, the chairman is quoted as warning colleagues that the fund would be empty by June.",
     ["the chairman | warning | that the fund would be empty by June | to colleagues"]),
    (("The Guardian’s Nairobi correspondent wrote that aid workers believe the true number of dead to be three "
      "times as high."),
     ["aid workers | believe | the true number of dead to be three times as high | in that aid"]),
    ("Interfax cited a source in the ministry as saying that the minister had denied signing the order.",
     ["a source in the ministry | saying | that the minister had denied signing the order",
      "the minister | denied | signing the order | neg | in that the minister"]),
    ("Police say the boy told his teacher that he had found the grenade in a ditch.",
     ["the boy | told | that he had found the grenade in a ditch | in the boy"]),
    (("Trade Minister Ulla Berg will not resign, her office said, quoting her as saying that she “has a job to "
      "finish”."),
     ["her office | said | Trade Minister Ulla Berg will not resign",
      "her = Ulla Berg | saying | that she “has a job to finish"]),
    ("Kyodo cited a diplomat in Hanoi as saying that the talks would be moved to Bangkok.",
     ["a diplomat in Hanoi | saying | that the talks would be moved to Bangkok"]),
]  # fmt: skip
WRITTEN = [
    (("An internal audit of the Lagos metro, seen by this newspaper, concludes that four of every ten tickets "
      "are never paid for."),
     ["* = An internal audit of the Lagos metro | concludes | that four of every ten tickets are never paid for"]),
    ("The World Meteorological Organization expects the drought in the Horn of Africa to last a sixth season.",
     ["* = World Meteorological Organization | expects | the drought in the Horn of Africa to last a sixth season"]),
    ("The will stipulates that the vineyard may be sold only to somebody born in the village.",
     ["The will | stipulates | that the vineyard may be sold only to somebody born in the village"]),
    ("Amnesty International accused both armies of using schools as ammunition stores.",
     ["Amnesty International = Amnesty International | accused | both armies of using schools as ammunition stores"]),
    ("A notice on the door of the embassy says visas will not be issued until further notice.",
     ["A notice on the door of the embassy | says | visas will not be issued until further notice"]),
    ("The Bangladesh Garment Manufacturers’ Association denied that wages had been withheld.",
     ["The Bangladesh Garment Manufacturers’ Association | denied | that wages had been withheld | neg"]),
    ("Flight data show that the pilot had pulled the wrong lever eleven seconds before the crash.",
     ["Flight data | show | that the pilot had pulled the wrong lever eleven seconds before the crash"]),
    (("The Dutch police force has apologised for the raid and says that the wrong house number was written on "
      "the warrant."),
     ["The Dutch police force | says | that the wrong house number was written on the warrant"]),
    (("In its annual report, the reindeer herders’ council warns that lichen is disappearing from a third of the "
      "winter pastures."),
     ["the reindeer herders’ council | warns | that lichen is disappearing from a third of the winter pastures"]),
    ("According to court filings in Manhattan, the dealer sold the same Vermeer to three buyers.",
     ["court filings in Manhattan | According to | the dealer sold the same Vermeer to three buyers"]),
    ("A poll by the Eko institute suggests that one voter in three has not yet decided.",
     ["A poll by the Eko institute | suggests | that one voter in three has not yet decided"]),
    ("Toyota Kirloskar said on Friday it would build a battery plant outside Bengaluru.",
     ["Toyota Kirloskar | said | it would build a battery plant outside Bengaluru"]),
    ("The coroner’s report stated that the climber had died of cold and not of the fall.",
     ["The coroner’s report | stated | that the climber had died of cold and not of the fall"]),
]  # fmt: skip
UNNAMED = [
    (("A senior official in the energy ministry said the tankers had been waiting offshore for a price nobody "
      "would pay."),
     [("A senior official in the energy ministry | said | the tankers had been waiting offshore for a price "
       "nobody would pay")]),
    (("Two people familiar with the matter said the retailer had hired advisers to prepare a sale of its Polish "
      "stores."),
     [("Two people familiar with the matter | said | the retailer had hired advisers to prepare a sale of its "
       "Polish stores")]),
    ("One of the negotiators, who asked not to be named, said the map had been redrawn four times in a single night.",
     ["* = One of the negotiators | said | the map had been redrawn four times in a single night"]),
    (("“We were told to write down what they wanted,” said a teacher who spoke on condition that her school not "
      "be identified."),
     ["* | said | We were told to write down what they wanted"]),
    ("The tunnel will not open this year, according to three engineers with direct knowledge of the tests.",
     ["three engineers with direct knowledge of the tests | according to | The tunnel will not open this year"]),
    ("A Western diplomat in Khartoum believes the ceasefire will not survive the week.",
     ["A Western diplomat in Khartoum | believes | the ceasefire will not survive the week"]),
    ("Several survivors told investigators that the doors had been chained from outside.",
     ["Several survivors | told | that the doors had been chained from outside | to investigators"]),
    ("“It is a mess,” one aide admitted, asking not to be quoted by name.",
     ["one aide | admitted | It is a mess"]),
    ("Economists at two of the country’s biggest banks expect the peso to fall further.",
     ["Economists at two of the country’s biggest banks | expect | the peso to fall further"]),
    ("A person close to the family said the funeral would be private.",
     ["A person close to the family | said | the funeral would be private"]),
    ("Insiders say the merger was agreed over a plate of dumplings.",
     ["Insiders | say | the merger was agreed over a plate of dumplings"]),
    ("A woman in the queue, holding a sleeping child, said she had been waiting since Tuesday night.",
     ["* = A woman in the queue | said | she had been waiting since Tuesday night"]),
]  # fmt: skip
METONYMS = [
    ("Beijing announced on Tuesday that it would lift its ban on Lithuanian beef.",
     ["Beijing = Beijing | announced | that it would lift its ban on Lithuanian beef"]),
    ("The White House said the president had signed the order before boarding his helicopter.",
     ["The White House = White House | said | the president had signed the order before boarding his helicopter"]),
    ("Ankara accuses Athens of turning back rafts in the dark.",
     ["Ankara = Ankara | accuses | Athens of turning back rafts in the dark"]),
    ("The Elysée denied that any such call had taken place.",
     ["The Elysée | denied | that any such call had taken place | neg"]),
    ("Canberra wants the islands to sign before the end of the year.",
     ["Canberra = Canberra | wants | the islands to sign before the end of the year"]),
    ("New Delhi, which had kept silent for a week, condemned the shelling of the monastery.",
     ["New Delhi = New Delhi | condemned | the shelling of the monastery"]),
    ("Silicon Valley fears that the tax will be copied elsewhere.",
     ["Silicon Valley = Silicon Valley | fears | that the tax will be copied elsewhere"]),
    ("“The offer stands,” the Pentagon said in a statement.",
     ["the Pentagon = Pentagon | said | The offer stands"]),
    ("Pyongyang warned Tokyo that any such flight would be shot down.",
     ["Pyongyang = Pyongyang | warned | that any such flight would be shot down | to Tokyo"]),
    ("Brussels insists that the money be returned by July.",
     ["Brussels = Brussels | insists | that the money be returned by July"]),
    ("The Blue House said it had found no trace of a call.",
     ["The Blue House | said | it had found no trace of a call"]),
    ("Jakarta and Hanoi agreed to mark the boundary with buoys.",
     ["Jakarta and Hanoi | agreed | to mark the boundary with buoys"]),
]  # fmt: skip
NOBODY = [
    ("It is believed that the painting left Kraków in a laundry basket in 1943.",
     ["— | believed | that the painting left Kraków in a laundry basket in 1943"]),
    ("The owner of the yacht is reportedly in talks with a buyer in Dubai.",
     ["— | reportedly | *"]),
    ("Critics say the stadium will stand empty once the games are over.",
     ["Critics = Critics | say | the stadium will stand empty once the games are over"]),
    ("The tomb is thought to have been opened twice in the Middle Ages.",
     ["— | thought | *"]),
    ("It has been alleged that ballots were burned behind a petrol station in Gulu.",
     ["— | alleged | that ballots were burned behind a petrol station in Gulu"]),
    ("Ivan Kolev met the board on Monday. It is understood that the board will accept his offer.",
     ["— | understood | that the board will accept his offer"]),
    ("Hospital staff were with Rosa Lima when she woke. She is said to be recovering well.",
     ["— | said | *"]),
    ("There are fears that the fire will reach the seed bank.",
     ["— | fears | that the fire will reach the seed bank"]),
    ("The Nile perch was supposedly brought to the lake in a single bucket.",
     ["— | supposedly | *"]),
    ("Some say the lake has no bottom.",
     ["Some | say | the lake has no bottom"]),
    ("Opponents of the dam argue that the villages were never asked.",
     ["Opponents of the dam = Opponents of the dam | argue | that the villages were never asked"]),
    ("Prince Faisal landed at noon. It was claimed that he had brought the money in cash.",
     ["— | claimed | that he had brought the money in cash"]),
    ("The goalkeeper, Jonas Wolff, is expected to miss the rest of the season.",
     ["— | expected | *"]),
]  # fmt: skip
# what the rules alone do not see to the word
BY_ENCODER = [
    (("“I have never seen the river so low,” said Boubacar Keita, a fisherman of 62. He blamed the dams upstream "
      "and the ministry that had waved them through."),
     ["* = Boubacar Keita | said | I have never seen the river so low",
      "He = Boubacar Keita | blamed | the dams upstream and the ministry that had waved them through"]),
    (("Archaeologist Sarah Cohen has dug at the oasis since 2016. The date palm in the courtyard, the "
      "archaeologist believes, was planted by the last monks."),
     ["the archaeologist = Sarah Cohen | believes | The date palm in the courtyard … was planted by the last monks"]),
    (("The University of Tartu has lost a third of its physicists. The university hopes to win some of them back "
      "with flats it is building by the river."),
     [("The university = University of Tartu | hopes | to win some of them back with flats it is building by the "
       "river")]),
    ("Cardinal Osei condemned the killings, appealed for blood donors and asked the army to stay in its barracks.",
     ["* = Osei | condemned | the killings",
      "* = Osei | appealed | blood donors",
      "* = Osei | asked | the army to stay in its barracks"]),
    ("Norway’s oil fund said it had sold its stake in the mine and called on other investors to follow.",
     ["Norway’s oil fund | said | it had sold its stake in the mine",
      "Norway’s oil fund | called | other investors to follow"]),
    ("Two researchers said the fossil was a forgery, one of whom added that the glue could be smelled.",
     ["Two researchers | said | the fossil was a forgery",
      "one of whom | added | that the glue could be smelled"]),
    ("The vaccine is considered by most European regulators to be safe for pregnant women.",
     ["most European regulators | considered | The vaccine … to be safe for pregnant women"]),
    ("Neighbours described the couple as quiet people who kept bees.",
     ["Neighbours | described | the couple as quiet people who kept bees"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), PRONOUNS + TITLES + NOMINALS + RELATIVES)
def test_pronouns_and_nouns_lead_to_the_name(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """ "She", "the monarch", "the ministry", "who"."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), SEVERAL + PASSIVE + CHAINS)
def test_every_cue_has_the_speaker_who_said_it(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """One for several cues, a passive's agent, the one who is quoted at a chain's end."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), WRITTEN + UNNAMED + METONYMS + NOBODY)
def test_who_has_no_name_is_given_as_written(extract_both: Extract, text: str, wanted: list[str]) -> None:
    """Bodies, papers, capitals, the unnamed; and nobody where nobody is told."""
    told(extract_both(text), wanted)


@pytest.mark.parametrize(("text", "wanted"), BY_ENCODER)
def test_speakers_by_the_encoder(extract: Extract, text: str, wanted: list[str]) -> None:
    """The same, where the parse alone goes astray."""
    told(extract(text), wanted)
