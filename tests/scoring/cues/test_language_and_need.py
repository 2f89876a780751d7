"""When a reply is left ungraded, and what a complaint asks for."""

import pytest

from scoring import LONGEST_REPLY, Case, assess
from scoring.cues.need import judged_text
from scoring.text import Text

COMPLAINT = "Where is my parcel? It was due on Monday and nobody answers."
FOREIGN = """
Lamentamos mucho lo ocurrido con su pedido, le enviaremos uno nuevo mañana.
Gracias por escribirnos, su reembolso llegará en tres días.
Nous sommes désolés pour ce retard, votre colis arrivera demain matin.
Bonjour Sam, votre remboursement est en route.
Es tut uns leid, dass Ihre Bestellung beschädigt angekommen ist.
Wir haben Ihnen heute einen Ersatz geschickt. Viele Grüße
Ci dispiace molto per il ritardo, il suo ordine arriva domani.
Grazie per la segnalazione, stiamo controllando con il corriere.
Het spijt ons dat uw bestelling te laat is, wij sturen morgen een nieuwe.
Pedimos desculpa pelo atraso, o seu pedido chega amanhã.
Przepraszamy za opóźnienie, Państwa zamówienie dotrze jutro.
Omlouváme se za zpoždění, vaše zásilka dorazí zítra.
Vi beklagar förseningen, din beställning kommer i morgon.
Vi beklager forsinkelsen, pakken din kommer i morgen.
Olemme pahoillamme viivästyksestä, tilauksesi saapuu huomenna.
Siparişiniz geciktiği için özür dileriz, yarın teslim edilecek.
Maaf atas keterlambatan ini, pesanan Anda akan tiba besok.
Paumanhin po sa abala, darating na po ang inyong order bukas.
Tunaomba radhi kwa usumbufu, mzigo wako utafika kesho.
Ne pare rău pentru întârziere, comanda dumneavoastră ajunge mâine.
Chúng tôi xin lỗi vì sự chậm trễ, đơn hàng của bạn sẽ đến ngày mai.
Приносим извинения за задержку, ваш заказ прибудет завтра.
ご迷惑をおかけして申し訳ございません。明日お届けします。
很抱歉您的包裹延误了，我们明天会送达。
주문이 늦어져서 죄송합니다. 내일 도착합니다.
نعتذر عن التأخير، سيصل طلبك غدا.
אנו מצטערים על העיכוב, ההזמנה תגיע מחר.
देरी के लिए हमें खेद है, आपका ऑर्डर कल पहुंचेगा।
Λυπούμαστε για την καθυστέρηση, η παραγγελία σας έρχεται αύριο.
ขออภัยในความล่าช้า พัสดุของคุณจะถึงพรุ่งนี้
""".strip().splitlines()
ENGLISH = (
    "ok",
    "sorted mate",
    "On it",
    "fixed 👍",
    "Pole sana Mama Akinyi, asante for telling us. I've sent the 3,200 back to your line today.",
    "Lo siento mucho, Maria! I've rebooked your bus for 3pm and the driver knows.",
    "Aye nae bother pal, wee refund's on its wey the day.",
    "Abeg no vex, we don reverse am. Money go enter before 5.",
    "Sorry ah, refund coming tomorrow lah.",
    "wot happened was we lost ur parsel, new 1 comin 2moro",
)


@pytest.mark.parametrize("reply", FOREIGN)
def test_another_language_is_ungraded(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply))

    assert not card.graded
    assert card.reason is not None
    assert "English" in card.reason


@pytest.mark.parametrize("reply", ENGLISH)
def test_dialect_short_and_mixed_replies_are_graded(reply):
    assert assess(Case(complaint=COMPLAINT, reply=reply)).graded


@pytest.mark.parametrize("reply", ["", " \r\n ", "😡😡", "\x00", "123 456", "...", "\u202e"])
def test_no_words_is_ungraded(reply):
    assert assess(Case(complaint=COMPLAINT, reply=reply)).reason == "The reply holds no words."


@pytest.mark.parametrize("reply", [COMPLAINT, COMPLAINT.upper(), f"  {COMPLAINT}!!\r\n"])
def test_complaint_sent_back_is_ungraded(reply):
    card = assess(Case(complaint=COMPLAINT, reply=reply))

    assert card.reason == "The reply repeats the complaint word for word."


@pytest.mark.parametrize(
    "reply", ["asdf qwer zxcv hjkl", "xkcdq wrtzpl mnbvcx", "aaaaaaaa bbbbbbb"]
)
def test_gibberish_is_ungraded(reply):
    assert not assess(Case(complaint=COMPLAINT, reply=reply)).graded


@pytest.mark.parametrize(
    "unit", ["sorry we are late ", "a", "you should have, but ", "\u0336x", "((("]
)
def test_a_hundred_thousand_characters_are_too_many(unit):
    reply = (unit * 100_000)[:100_000]

    card = assess(Case(complaint=COMPLAINT, reply=reply))

    assert not card.graded
    assert "100,000 characters" in card.reason


def test_a_reply_is_graded_up_to_the_longest_that_is():
    reply = ("We will call you on Monday. " * LONGEST_REPLY)[:LONGEST_REPLY]

    assert assess(Case(complaint=COMPLAINT, reply=reply)).graded
    assert not assess(Case(complaint=COMPLAINT, reply=f"{reply}!")).graded


@pytest.mark.parametrize(
    "post",
    [
        "Shout out to Gwil who spent an hour teaching my dad to use video calls. We all cried.",
        "Just want to say the girl on till 6 was so kind to my nan, thank you x",
        "best sourdough for miles and the lady remembers my dog's name",
        "Five stars. Can't fault it. Breakfast lady is a marvel.",
    ],
)
def test_praise_needs_courtesy_only(post):
    need = judged_text(Text(post))

    assert need.is_praise
    assert need.emotion < 0.3


@pytest.mark.parametrize(
    "post",
    [
        "Quick question, is the garden fully fenced? Our whippet can clear 4ft",
        "does boardwick export to csv? asking before i pay",
        "can my husband drive too if he's not on the booking?",
        "is there a lift to the dinosaurs? double buggy, thursday",
    ],
)
def test_plain_question_needs_an_answer_only(post):
    need = judged_text(Text(post))

    assert need.is_question
    assert need.emotion < 0.3


@pytest.mark.parametrize(
    "post",
    [
        "Lovely food but you charged me twice and nobody answers the phone.",
        "Thanks so much for ruining my daughter's birthday. Brilliant. Amazing service.",
        "where is my refund",
        "Is anyone going to tell me why my mum sat in A&E for 9 hours?",
        "",
    ],
)
def test_complaint_needs_care(post):
    need = judged_text(Text(post))

    assert need.emotion >= 0.3
    assert not need.is_praise
    assert not need.is_question


def test_anger_needs_more_than_a_grumble():
    grumble = judged_text(Text("The tea was a bit cold on the train from Leeds this morning."))
    fury = judged_text(Text("DISGUSTING!!! You LOST my bag and refused a refund, I am furious"))

    assert fury.emotion > grumble.emotion


@pytest.mark.parametrize(
    "post",
    [
        "Bought a kettle from you and the handle is hot. How do I pour it without hands??",
        "Your man said Tuesday. Do you open on Tuesdays?",
    ],
)
def test_a_question_that_complains_is_a_complaint(post):
    assert not judged_text(Text(post)).is_question
