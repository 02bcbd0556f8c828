"""Whether a text is plainly not English."""

from __future__ import annotations

import pytest

from service.extraction.language import plainly_foreign

ENGLISH = "The minister said on Friday that the two countries would not agree on the budget before the year ends. "
SHORT = {
    "a language in Cyrillic script": "Президент Талвии Иван Орлов заявил в пятницу об отставке.",
    "Chinese or Japanese": "外交部发言人星期五表示不同意。",
    "a language of India": "मंत्री ने शुक्रवार को कहा कि दोनों देश अभी सहमत नहीं हैं।",
}
FOREIGN = {
    "Swahili": (
        "Waziri alisema siku ya Ijumaa kwamba nchi hizo mbili bado hazijakubaliana kuhusu bajeti ya umoja na kwamba "
        "mazungumzo yataendelea katika mji mkuu wiki ijayo, baada ya mkutano wa viongozi."
    ),
    "French": (
        "Le ministre a déclaré vendredi que les deux pays ne sont pas encore d'accord sur le budget de "
        "l'Union et que les négociations vont reprendre dans la capitale."
    ),
    "German": (
        "Der Minister sagte am Freitag, dass sich die beiden Länder noch nicht auf den Haushalt der Union "
        "geeinigt haben und die Gespräche in der Hauptstadt weitergehen."
    ),
    "Spanish": (
        "El ministro dijo el viernes que los dos países todavía no están de acuerdo sobre el presupuesto de "
        "la Unión y que las negociaciones van a seguir en la capital."
    ),
    "Italian": (
        "Il ministro ha detto venerdì che i due paesi non sono ancora d'accordo sul bilancio dell'Unione e "
        "che i negoziati riprenderanno nella capitale la prossima settimana."
    ),
    "Portuguese": (
        "O ministro disse na sexta-feira que os dois países ainda não estão de acordo sobre o orçamento da "
        "União e que as negociações vão continuar na capital."
    ),
    "Dutch": (
        "De minister zei vrijdag dat de twee landen het nog niet eens zijn over de begroting van de Unie en "
        "dat er in de hoofdstad verder wordt onderhandeld."
    ),
    "Swedish": (
        "Ministern sade på fredagen att de två länderna ännu inte är överens om unionens budget och att "
        "samtalen ska fortsätta i huvudstaden nästa vecka."
    ),
    "Polish": (
        "Minister powiedział w piątek, że oba kraje nie są jeszcze zgodne co do budżetu Unii i że rozmowy "
        "będą się toczyć w stolicy w przyszłym tygodniu."
    ),
    "Turkish": (
        "Bakan cuma günü yaptığı açıklamada iki ülkenin bütçe konusunda henüz anlaşamadığını ve görüşmelerin "
        "gelecek hafta başkentte devam edeceğini, bunun için de yeni bir tarih belirlendiğini söyledi."
    ),
    "Indonesian": (
        "Menteri mengatakan pada hari Jumat bahwa kedua negara itu belum sepakat dengan anggaran dan "
        "pembicaraan akan dilanjutkan di ibu kota pada pekan depan."
    ),
    "Vietnamese": (
        "Bộ trưởng cho biết hôm thứ Sáu rằng hai nước vẫn chưa đồng ý về ngân sách của Liên minh và các cuộc "
        "đàm phán sẽ được tiếp tục ở thủ đô trong tuần tới."
    ),
    "Chinese or Japanese": (
        "外交部发言人汪文斌星期五表示，中方一贯主张通过对话解决争端，并愿意为此继续作出努力，双方下周将再次会谈。"
    ),
    "Korean": (
        "장관은 금요일 두 나라가 예산에 대해 아직 합의하지 못했으며 다음 주 수도에서 회담이 계속될 것이라고 "
        "말했다. 양측은 다시 만나기로 했다고 덧붙였다."
    ),
    "a language in Cyrillic script": (
        "Министр заявил в пятницу, что две страны пока не договорились о бюджете союза, и что переговоры "
        "продолжатся в столице на следующей неделе, сообщило агентство новостей."
    ),
    "a language in Arabic script": (
        "قال الوزير يوم الجمعة إن البلدين لم يتفقا بعد على ميزانية الاتحاد وإن المحادثات سوف تستأنف في "
        "العاصمة الأسبوع المقبل بحضور ممثلين عن الطرفين كما ذكرت وكالة الأنباء."
    ),
    "Greek": (
        "Ο υπουργός δήλωσε την Παρασκευή ότι οι δύο χώρες δεν έχουν συμφωνήσει ακόμη για τον προϋπολογισμό "
        "της Ένωσης και ότι οι συνομιλίες θα συνεχιστούν στην πρωτεύουσα."
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_paragraph_of_news_in_another_language_is_told(name: str) -> None:
    """And named, by its language or its script."""
    assert plainly_foreign(FOREIGN[name]) == name


@pytest.mark.parametrize("name", SHORT)
def test_a_sentence_in_another_script_is_told(name: str) -> None:
    """No English article is written in it, however short."""
    assert plainly_foreign(SHORT[name]) == name


@pytest.mark.parametrize("name", FOREIGN)
def test_mixed_text_passes(name: str) -> None:
    """An English article that quotes a foreign paragraph whole."""
    assert plainly_foreign(ENGLISH * 2 + FOREIGN[name]) is None


@pytest.mark.parametrize(
    "text", ["", "Bonjour le monde.", "Guten Tag, meine Damen und Herren.", "您好", "Привет!", "?" * 999]
)
def test_short_text_passes(text: str) -> None:
    """Nothing is plain in a few words."""
    assert plainly_foreign(text) is None


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        ENGLISH.lower() * 3,
        "Xi Jinping, Wang Wenbin, Qin Gang, Volodymyr Zelenskyy, Dmytro Kuleba, Emmanuel Macron, Olaf Scholz. " * 4,
        "1. A. Müller (SUI) 2:07.3  2. J. da Silva (BRA) 2:07.9  3. S. de Vries (NED) 2:08.1\n" * 5,
        "Leeds 2 Arsenal 1; Everton 0 Chelsea 0; Wigan 3 Fulham 1; Hull 1 Stoke 4; Derby 2 Burnley 2 " * 3,
        "SHARES UP. PROFIT FALLS. BANK CUTS RATES. OIL DOWN. GOLD STEADY. DOLLAR FIRM. BONDS MIXED. YEN WEAK. " * 2,
        "<p>The minister said no.</p>" * 9,
        "a" * 5000,
        "e " * 5000,
        "\U0001f600 " * 500,
        "wug blick zorp " * 50,
        "https://example.org/a/b?c=d&e=f#g " * 50,
        " ".join(ENGLISH),
    ],
)  # fmt: skip
def test_english_and_what_is_no_language_passes(text: str) -> None:
    """Names, tables, headlines, markup and gibberish have few English words, but none of another language either."""
    assert plainly_foreign(text) is None
