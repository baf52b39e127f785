"""The words that tell whether a sentence speaks of the past or of the future, by what each kind of them does."""

from __future__ import annotations

from dateline.resolve.word_lists import word_set

PAST_WORDS = word_set(
    "said told was were had did made came went took gave got left saw met held began broke brought built "
    "bought caught cut drew drove fell fought found fled flew froze grew heard hit hurt kept killed knew laid "
    "led lost meant paid put ran rose sat sent set shot shut slew sold spoke spent stood stole struck swore "
    "taught thought threw tore understood underwent voted won withdrew wounded wrote became blew bore chose "
    "dealt dug fed felt forbade forgot hung hid knelt lay lit overthrew overran rang sank sought shook sang "
    "slid spread sprang stuck cast quit split swept swung wore wound ago earlier previously"
)
BASE_FORMS = word_set("hit put cut set shut hurt cast quit split")
NOT_PAST = word_set(
    "scheduled expected planned need indeed united hundred speed feed seed deed breed proposed slated "
    "tentatively anticipated bed red embed exceed proceed succeed armed masked based detailed so-called "
    "unprecedented supposed"
)
FUTURE_WORDS = word_set(
    "will ll wo shall would going scheduled expected due slated planned plans plan planning hopes hope wants "
    "want set intends intend upcoming tomorrow must should may might could can until till poised ahead ready "
    "next tentatively anticipated unless if"
)
PAST_BEFORE_TO = word_set(
    "failed refused tried sought had forced managed able unable began started continued moved came went helped "
    "rushed declined used appeared seemed gathered returned traveled travelled arrived turned stopped met "
    "flew marched compelled allowed obliged proceeded rallied assembled descended according led response "
    "thanks similar close compared attributed"
)
AHEAD_BEFORE_TO = word_set(
    "is are be expected scheduled due set plans plan planned planning going agreed vowed pledged promised "
    "ready wants want hopes hope intends intend likely about prepared prepares preparing poised needs need "
    "has have expects expect slated supposed deadline continue tomorrow"
)
NOT_VERBS = word_set(
    "the a an his her its their this that these those our my your be-all him them it us me you all some any no each "
    "both such which whom what on in at by for with from of after before during over under and or but about against "
    "people police media parliament congress power prison court school jail death war office hospital safety "
    "justice independence rural eastern western northern southern central local foreign public new former many more "
    "most other several two three four five six ten"
)
"""What makes "to" a preposition: "spoke to people", "agreed to on Monday"."""
BEFORE_GERUND = word_set("after before since despite without by for of from on in while")
"""What makes "going" no word of the future."""
NOUN_ENDS = ("ity", "ism", "ness", "ship")
SEEMING = word_set("appears appear seems seem tends tend claims claim")
"""Before an infinitive that is not ahead: "so far appears to confirm"."""
TELLING = word_set(
    "said told announced added reported warned urged called confirmed postponed delayed moved extended set proposed "
    "agreed invited asked demanded ordered approved voted decided pledged promised vowed wrote insisted predicted"
)
"""Past verbs behind which a date may still be ahead: "postponed to January 5", "said the trial in May"."""
SPOKEN = word_set("said told announced accused denied warned urged vowed ordered rejected condemned issued signed")
WITH_TO = word_set("plans plan planning hopes hope wants want intends intend set ready poised")
DONE = word_set(
    "attack attacks bombing bombings ruling shooting shootings raid raids killing killings strike strikes airstrike "
    "airstrikes blast blasts explosion explosions crash assault massacre clashes violence arrest arrests death deaths "
    "announcement decision statement resignation comments remarks quake earthquake incident murder coup loss losses "
    "defeat victory close unrest riots protests carnage ambush tragedy disaster"
)
"""Nouns of what has happened where a day owns them."""
DEEDS = DONE - word_set("strike strikes decision announcement statement comments remarks protests close victory")
"""Nouns of what has happened beside a date ("the Nov. 3 attacks"): none of what is set for a day."""
SCENES_OF_2001 = word_set(
    "america american americans homeland manhattan new nyc pennsylvania pentagon trade twin u.s us united usa "
    "washington world"
)
"""First words of what was attacked on 11 September 2001, and of "the U.S. consulate" elsewhere."""
MISSIONS = word_set("compound consulate diplomatic embassies embassy facilities facility mission missions outpost")
WORDS = word_set("statements statement comments remarks")
NEWS = word_set("announcement decision warning vow pledge promise claim report")
"""Nouns of what was told where "that" follows the day."""
SPEAKING = word_set("speaking tweeting testifying")
ARRANGED = word_set(
    "meeting arriving traveling travelling leaving heading visiting flying hosting attending returning opening "
    "convening voting reopening"
)
"""What is said of a coming day in the present: "are meeting in Geneva on Friday"."""
PROGRAMME = word_set("begins starts opens ends expires resumes convenes travels arrives airs premieres closes peaks")
"""Verbs of a programme, which the present tells ahead; "open", "visits" and the like are more than verbs."""
PROGRAMMED = word_set("arrive be begin close convene depart end expire finish meet open resume start take travel vote")
"""Behind "due to": what is set for a day, and no cause ("a strike, due to start on Monday")."""
MEET = word_set("meet meets")
"""Who "meet Monday" has still to do so."""
BEGINS = word_set("starting beginning")
"""Right before a weekday: what begins then is ahead ("tariffs starting on Monday"), as is all that is "effective"."""
PLANNED = word_set("planned scheduled slated expected due set")
BEFORE_INFINITIVE = word_set("to will would shall should may might must can could not")
"""Before "have" where it is no past: "plans to have dinner"."""
DETERMINERS = word_set("a an the its his her their this that these those still of in")
PROMISED = word_set("agreed vowed pledged promised planned")
OWNERS = word_set("a an the his her its their")
BE = word_set("is are was were be been")
NOW_DONE = word_set("be get is are being gets")
"""Before a participle: what is done, or will be, is not yet past ("when the case is heard in May")."""
STOPS = frozenset([";", ":", "—", "”", "“", '"'])
NO_NOUN = word_set("and or in on at for with as were was are have has had before after since but by to from")
"""Behind a time: words with which the sentence goes on, so that no noun follows that the time would belong to."""
STEPS = {
    **dict.fromkeys(("last", "past", "previous", "preceding", "prior"), -1),
    **dict.fromkeys(("next", "coming", "upcoming", "following", "subsequent", "ensuing", "succeeding"), 1),
}
"""To which period such a word leads from another."""
OF_THE_TALE = {"previous", "preceding", "prior", "following", "subsequent", "ensuing", "succeeding", "same", "that"}
"""Words that count from the last time mentioned, not from the day of writing."""
OF_CLAUSE = word_set("the a an he she they it we his her its their that when which of this these")
"""What makes "the night" that of something: "the night the bomb fell"."""
