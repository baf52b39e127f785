"""The English words by which `who` reads: pronouns, prepositions, measures, ties, and what some nouns imply."""

from __future__ import annotations

from dateline.resolve.word_lists import word_set

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
WE = frozenset(("we", "us", "our", "ours", "ourselves"))
SELF = WE | frozenset(("i", "me", "my", "mine", "myself"))
PRONOUNS = HE | SHE | IT | THEY | SELF | frozenset(("you", "your", "who", "which", "whose", "both"))
POSSESSIVE_GAPS = ("'s ", "’s ", "' ", "’ ")
"""What stands between a possessor and what it has."""

SHORT_STATES = frozenset(("US", "U.S.", "U.S", "UK", "U.K."))
"""Names of states that stand as they are before a noun ("US troops")."""

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}

COURTESY = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "lord": "m", "sir": "m", "dame": "f", "dr": "",
}  # fmt: skip
"""Forms of address with the gender they tell."""

FORMER = word_set("former ex ousted deposed onetime erstwhile toppled overthrown retired")

SPEECH = word_set(
    "said says say told tells added adds stated wrote tweeted declared announced warned insisted explained "
    "argued noted continued asked replied recalled claimed stressed testified posted vowed concluded admitted "
    "acknowledged remarked commented according acknowledging saying telling adding"
)
"""Words that report speech."""

WHEN_TOLD = word_set(
    "on monday tuesday wednesday thursday friday saturday sunday today yesterday late early earlier in the past"
)
"""Words that tell when somebody spoke, between the word of speech and what is told."""

MONTH_BEFORE = word_set(
    "in on of since until till by from through before after during early late mid last this next each every to and"
)
"""Words before "May" that make it the month."""

AUXILIARY = word_set(
    "is was are were has have had will would can could may might must should did does do also then later now who"
)
"""Words that follow the subject of a sentence."""

CONFLICT = word_set(
    "against attack attacked attacks attacking bombed bombing struck strikes strike shelled hit fired killed killing "
    "fighting fight fought target targeted targeting targets accused accuses accusing condemned blamed blames "
    "criticized criticised denounced rejected urged warned called calls demanded demands pressed "
    "pressure sanctions sanction imposed arrested detained expelled threatened threatens invaded seized hacked "
    "interfered meddled opposes opposed"
)
"""Words whose object is seldom of the country of their subject."""

STRIKES = word_set("strike strikes airstrike airstrikes raid raids bombing bombings shelling attack attacks")
"""What armed forces do, as nouns."""
STOPS = word_set(
    "of in from at on by with for to who whom whose that which near against during after before inside outside "
    "across around under over between among amid including as into and or but while when where because than "
    "then loyal accused suspected believed backed led trying seeking calling holding carrying being were was "
    "is are had has have killed wounded injured arrested detained"
)
"""Words that end the head noun's own group."""

FRONT = word_set("suspected backed led killed wounded injured arrested detained accused")
"""Stop words that may also stand before the head ("suspected militants")."""

CONTAINERS = word_set(
    "group groups member members thousands hundreds dozens scores some many several most all none each one two "
    "three four five six seven eight nine ten team teams crowd crowds number numbers majority handful couple "
    "part parts pair lot lots any those both half rest series wave unit band gang remnants ranks leader units "
    "millions million tens few percent third quarter trio kind type batch bunch contingent minority portion "
    "proportion people coalition alliance network cell mob convoy convoys busload busloads column columns caravan"
)
"""Nouns that only measure what follows "of"."""

ROUGHLY = word_set(
    "at least more than up to as many about around nearly over close almost less fewer an estimated roughly "
    "approximately the some a few only just another other all these those"
)
"""Words that only measure, before the noun's own group."""

COUNTED = word_set("many most some few several of all ordinary young")
"""Words before "Americans" that make them people rather than their state."""

MODIFIERS: dict[str, tuple[str, ...]] = {
    "military": ("MIL",), "army": ("MIL",), "naval": ("MIL",), "navy": ("MIL",), "pentagon": ("MIL",),
    "police": ("COP",), "intelligence": ("SPY",), "opposition": ("OPP",), "rebel": ("REB",), "separatist": ("REB",),
    "insurgent": ("REB",), "militant": ("REB",), "jihadist": ("REB",), "terrorist": ("REB",), "terror": ("REB",),
    "guerrilla": ("REB",), "islamist": ("REB",), "extremist": ("REB",), "paramilitary": ("PRM",),
    "mercenary": ("PRM",), "criminal": ("CRM",), "student": ("EDU",), "church": ("REL",), "religious": ("REL",),
    "humanitarian": ("SOC",), "medical": ("MED",), "election": ("GOV",), "government": ("GOV",), "judicial": ("JUD",),
    "congressional": ("LEG",), "parliamentary": ("LEG",), "defense": ("GOV", "MIL"), "defence": ("GOV", "MIL"),
    "commercial": ("BUS",), "state": ("GOV",), "party": ("PTY",), "union": ("LAB",),
    "bandit": ("CRM",), "gang": ("CRM",), "cartel": ("CRM",), "protest": ("CVL",), "strike": ("LAB",),
    "community": ("CVL",), "rights": ("SOC",), "democracy": ("OPP", "SOC"),
}  # fmt: skip
"""What an adjective or noun before the head says about the sector, where the head itself is only general."""

GENERAL = word_set(
    "official officials officer officers leader leaders commander commanders spokesman spokeswoman "
    "spokesperson source sources chief chiefs vehicle vehicles convoy aircraft helicopter helicopters plane "
    "planes jet jets position positions post posts base bases forces force headquarters compound target "
    "targets sites site facility facilities building buildings checkpoint checkpoints personnel member members "
    "figure figures representative representatives head group groups leadership casualties losses unit units "
    "boat boats vessel vessels camp camps stronghold strongholds hideout hideouts candidates candidate academy "
    "school staff activists activist protesters supporters politicians politician"
)
"""Nouns whose sector the word before them decides."""

DETACHED = word_set(
    "backed supported sponsored allied aligned trained funded linked affiliated occupied speaking inspired "
    "held controlled born besieged friendly proxy proxies armed equipped leaning "
    "appointed installed imposed brokered mediated supplied era language style made built designed educated"
)
"""Words after a name that tell a tie to it, not belonging ("Iran-backed")."""

FOOD = word_set("restaurant restaurants cafe cafes pub pubs bakery bakeries eatery takeaway food cuisine dish dishes")
"""Nouns before which an adjective of a country tells what is served, not whose it is ("Chinese restaurant")."""

ONCE = word_set("colony colonies republic republics protectorate protectorates possession possessions satellites")
"""Nouns that with "former" before them tell what was once a country's ("former French colonies")."""

PAPERS = word_set("examiner express tribune herald gazette chronicle telegraph courier inquirer times post")
"""Last words of the names of newspapers ("Washington Examiner")."""

OF_BODY = word_set(
    "fighter militant rebel insurgent terrorist gunman leader commander spokesman spokeswoman spokesperson "
    "official chief head member force troop soldier officer unit wing leadership representative envoy "
    "ambassador supporter operative jihadist extremist movement group cell network regime administration "
    "government army militia staff peacekeeper mission agency lawmaker deputy delegation campaign team "
    "negotiator diplomat source sniper faction side position stronghold target base authority guerrilla "
    "separatist contractor mercenary camp prisoner detainee suspect chairman chair chairwoman commandant "
    "hideout candidate politician activist ally critic founder director adviser advisor general secretary "
    "senator minister boss coordinator secretary-general"
)
"""Nouns whose party is the body named before them ("Hamas leaders", "Wagner mercenaries")."""

OWN_SECTOR = word_set(
    "government minister president ministry administration lawmaker police court judge mayor governor premier "
    "senator congressman congresswoman legislator mp"
)
"""Nouns that keep their own sector even where a group rules ("the Hamas government")."""

WITHOUT_REBELS = word_set(
    "QAT ARE KWT OMN CHE NOR SWE DNK FIN ISL NLD BEL LUX AUT DEU CAN USA JPN KOR SGP TWN HKG AUS NZL PRT HUN POL "
    "CZE SVK SVN EST LVA LTU MLT CYP ITA VAT JOR SAU KAZ TKM MNG CUB CRI PAN URY BRA CHL BWA ZMB GHA BEN TZA GAB MUS "
    "SYC CPV STP"
)
"""States in which no rebels have fought since 1990: in the news they host talks or mediate."""

NAME_WORDS = word_set(
    "coalition alliance body agency department council ministry commission party committee court union bloc league "
    "network movement front brigade organization organisation authority bank company association federation "
    "force assembly university army command corps institute foundation society tribunal administration mission "
    "service bureau airline newspaper group fund cartel congress brotherhood observatory"
)
"""Nouns that stand again for a name in which they occur ("the department" for "State Department")."""

PEOPLES: dict[str, tuple[str, ...]] = {
    "kurd": ("SYR", "IRQ", "TUR", "IRN"), "kurds": ("SYR", "IRQ", "TUR", "IRN"),
    "kurdish": ("SYR", "IRQ", "TUR", "IRN"), "yazidi": ("IRQ",), "yazidis": ("IRQ",), "yezidi": ("IRQ",),
    "yezidis": ("IRQ",), "rohingya": ("MMR",), "rohingyas": ("MMR",), "uighur": ("CHN",), "uighurs": ("CHN",),
    "uyghur": ("CHN",), "uyghurs": ("CHN",), "tibetan": ("CHN",), "tibetans": ("CHN",), "chechen": ("RUS",),
    "chechens": ("RUS",), "tuareg": ("MLI", "NER"), "tuaregs": ("MLI", "NER"), "fulani": ("NGA", "MLI", "BFA"),
    "tigrayan": ("ETH",), "tigrayans": ("ETH",), "oromo": ("ETH",), "amhara": ("ETH",), "druze": ("SYR", "LBN", "ISR"),
    "alawite": ("SYR",), "alawites": ("SYR",), "kashmiri": ("IND", "PAK"), "kashmiris": ("IND", "PAK"),
    "tatars": ("UKR",), "dinka": ("SSD",), "nuer": ("SSD",), "hutu": ("RWA", "COD"), "tutsi": ("RWA", "COD"),
    "karen": ("MMR",), "kachin": ("MMR",), "tamil": ("LKA",), "tamils": ("LKA",), "baloch": ("PAK",),
    "pashtun": ("PAK", "AFG"), "hazara": ("AFG",), "hazaras": ("AFG",), "turkmens": ("SYR", "IRQ"),
    "turkmen": ("SYR", "IRQ"), "moro": ("PHL",), "papuan": ("IDN",), "papuans": ("IDN",), "catalan": ("ESP",),
    "catalans": ("ESP",), "basque": ("ESP",), "copts": ("EGY",), "coptic": ("EGY",), "sahrawi": ("ESH", "MAR"),
    "peshmerga": ("IRQ",), "maronite": ("LBN",), "maronites": ("LBN",), "bosniak": ("BIH",), "bosniaks": ("BIH",),
    "acehnese": ("IDN",), "dagestani": ("RUS",), "ingush": ("RUS",), "abkhazian": ("GEO",), "ossetian": ("GEO",),
    "gagauz": ("MDA",), "masalit": ("SDN",), "zaghawa": ("SDN", "TCD"), "nuba": ("SDN",), "shilluk": ("SSD",),
    "murle": ("SSD",), "banyamulenge": ("COD",), "hema": ("COD",), "lendu": ("COD",), "dogon": ("MLI", "BFA"),
    "hausa": ("NGA",), "igbo": ("NGA",), "yoruba": ("NGA",), "ijaw": ("NGA",), "ogoni": ("NGA",), "kanuri": ("NGA",),
    "kikuyu": ("KEN",), "kalenjin": ("KEN",), "sidama": ("ETH",), "zulu": ("ZAF",), "ndebele": ("ZWE",),
    "ambazonian": ("CMR",), "ambazonians": ("CMR",), "kabyle": ("DZA",), "toubou": ("LBY", "TCD", "NER"),
    "naga": ("IND",), "bodo": ("IND",), "meitei": ("IND",), "meiteis": ("IND",), "kuki": ("IND",), "kukis": ("IND",),
    "khalistani": ("IND",), "sindhi": ("PAK",), "mohajir": ("PAK",), "karenni": ("MMR",), "kokang": ("MMR",),
    "montagnard": ("VNM",), "montagnards": ("VNM",), "hmong": ("LAO", "VNM"), "mapuche": ("CHL", "ARG"),
    "miskito": ("NIC", "HND"), "aymara": ("BOL",), "yanomami": ("BRA",), "maori": ("NZL",),
}  # fmt: skip
"""Peoples and parties that live in these countries, by how they are written."""

BODIES = frozenset(("UNO", "EUR", "IGO"))
"""Codes of bodies that several states have together."""

FEDERATIONS = word_set(
    "USA CAN MEX BRA ARG VEN DEU AUT CHE BEL BIH IND PAK NPL MYS AUS NGA ETH SOM SDN SSD COM FSM KNA IRQ ARE MMR"
)
"""States that have a federal government ("federal agents" of an article on Lebanon and America are American).

What is Russia's and federal is told with its name.
"""

OF_ONE_STATE = word_set(
    "army navy police gendarmerie government governor mayor junta minister senator king queen president parliament "
    "opposition lawmaker"
)
"""Nouns for what a state has by itself."""

BLOCS = word_set("bloc body alliance organization organisation agency commission mission")
"""Nouns that stand again for an intergovernmental body."""

ANY_GROUP = word_set(
    "group movement organization organisation party faction militia branch member affiliate leader network"
)
"""Nouns that say nothing of a group's sector."""

THE_GROUP = word_set("group movement organization organisation party faction militia")
"""Nouns that stand again for the group last named."""

JOINT = word_set(
    "state country nation side leader government power ally party man neighbor neighbour capital army minister "
    "president counterpart force rival"
)
"""Nouns that after a number stand for parties named before ("both countries")."""

JOINT_PEOPLE = frozenset(("man", "leader", "president", "minister"))
"""Those of them that are people."""

AMERICAN = frozenset(("sen", "rep", "gov", "congressman", "congresswoman"))
"""Forms of address that are the usual style of American news for American offices."""

ABROAD = frozenset(("embassy", "consulate", "ambassador", "diplomat", "consul", "envoy"))
"""What stands in a country that is not its own."""

RELATED = word_set(
    "ally partner neighbor neighbour foe adversary enemy rival counterpart backer captor kidnapper abductor killer"
)
"""What a country has without its being of that country ("Ukraine's allies")."""

LOCAL = frozenset(("police", "court", "judge", "prosecutor", "authority"))
"""State nouns that belong to the place rather than to the state the article is about."""

THE_STATE = frozenset(("country", "nation", "state", "republic", "kingdom", "homeland"))
"""Nouns that stand again for a state by its name."""

NOT_NAMES = word_set(
    "the a an this that these those he she it they we you i his her him them me us hers its their our my your "
    "there here in on at by for from with of to as but and or if when while after before since because "
    "although though what who why how where no not yes so now then also even still just only most more some "
    "many all both each every other another such monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december new north south "
    "east west northern southern eastern western central great is are was were be been has have had do does "
    "did will would can could should might must one two three first last next several earlier later meanwhile "
    "however despite during under over about according twitter facebook islam islamic christian muslim jewish "
    "arab shiite sunni kurdish god read photo video image file please click subscribe copyright reuters ap gmt "
    "am pm war day ii iii world embassy ministry department consulate university hospital airport street "
    "square party state states city province district county following amid unlike until upon among against "
    "including citing besides alongside"
)
"""Capitalised words that begin or end no personal name."""

TITLE_WORDS = word_set(
    "foreign prime vice deputy interior defense defence finance health education justice economy energy oil "
    "trade home treasury state senior top chief assistant acting interim caretaker first second press national "
    "security military army police opposition rebel separatist party supreme lt gen col maj sgt capt adm brig "
    "sen rep gov sheikh sheik ayatollah imam grand mullah maulana pope cardinal archbishop bishop father rev "
    "reverend king queen prince princess crown sultan emir dr prof sir dame lord lady saint presidential "
    "special republican democratic house senate majority minority city provincial district regional local "
    "environment agriculture communications information industry labor labour transport immigration homeland "
    "parliamentary parliament congressional federal executive political human rights chairman chairwoman elect "
    "pro former late then general under mission union conservative liberal socialist communist left right far "
    "wing anti war star team de facto longtime veteran populist outgoing incoming newly elected embattled "
    "exiled jailed imprisoned ousted controversial radical influential prominent leading billionaire pres r d "
    "africa asia americas mena pacific caribbean sahel emergency humanitarian programme program field operations "
    "advocacy research crisis"
)
"""Words that stand in titles before names ("acting deputy foreign minister")."""

RELATIONS = word_set(
    "wife husband son daughter brother sister father mother widow cousin nephew niece lawyer spokesman "
    "spokeswoman spokesperson aide adviser advisor ally rival critic opponent supporter predecessor successor "
    "deputy"
)
"""Nouns that, after a person's name, tell a relation to them and not their office."""

PORTFOLIOS = word_set(
    "law power railway railways water tourism culture sports youth women planning development commerce mines mining "
    "petroleum works housing religious science technology railroads roads aviation fisheries land lands digital "
    "telecommunications communication irrigation infrastructure agrarian forestry social welfare veterans minorities "
    "external affairs policy policies family gas steel textiles food livestock universities employment "
    "innovation diaspora reform"
)
"""What ministers are of, besides the words that stand in titles anyway: a title only before "minister" and its like."""

MINISTERS = frozenset(("minister", "ministry", "secretary", "commissioner"))

ELSEWHERE_THAN_US = word_set("minister premier mp parliamentarian king queen emir sultan")
"""Last words of offices that the United States do not have."""

TITLE_OF = word_set("minister secretary ministry department speaker president chief head")
"""Nouns that take "of" inside a title ("minister of justice")."""

APPOSITION_ENDS = word_set(
    "of for at in who with from and to said told has was is whose which but currently now serving facing wanted accused"
)
"""Words that end an apposition behind a name."""

LIST_OFFICES = (
    "president", "prime minister", "minister", "leader", "spokesman", "secretary", "senator", "governor", "chancellor",
    "ambassador", "envoy",
)  # fmt: skip
"""Offices looked for in the notes of the actor list."""

TOP_OFFICES = ("president", "prime minister", "chancellor", "supreme leader", "pope", "junta leader")
"""Offices whose holder is named without saying of which country ("Putin")."""
