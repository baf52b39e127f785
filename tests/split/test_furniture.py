from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.split.furniture import kind

FURNITURE = {
    "more to read": [
        "Read more",
        "READ MORE >>",
        "Read more: Five things to know about the harbour of Marava",
        "READ ALSO: Fishermen end their strike",
        "See also: The long way to a new port",
        "Continue reading the main story",
        "Scroll down for video",
        "MORE: What the strike means for Marava",
        "Skip to main content",
    ],
    "related reports": [
        "Related",
        "Related Articles",
        "Source ANM Related News Storm shuts harbour of Marava Fishermen end their strike Mayor resigns | Sports",
        "31 Related Army Kills Rebels In Marava Harbour Opens Again (VIDEO) Tags Marava Strike",
        "RELATED STORIES Navy Seizes Boats Off Marava",
        "Related: Harbour shut for a third day",
        "You may also like",
        "Most read",
        "Recommended for you",
        "More on this story",
        "Tags: Marava, fishing, strike",
    ],
    "sign up": [
        "Subscribe to our newsletter",
        "Sign up for our daily briefing here.",
        "Sign up",
        "Get the day's top stories delivered to your inbox",
        "Enter your email address",
        "Already a subscriber? Log in",
        "Please subscribe to continue reading.",
    ],
    "share and follow": [
        "Share this",
        "Share on Facebook",
        "Follow us on Twitter @maravapost",
        "Follow Amina Diallo on Twitter: @adiallo",
        "Facebook Twitter WhatsApp Email",
        "12 comments",
        "View this post on Instagram",
        "Write to Bea Lund at bea.lund@maravapost.example",
    ],
    "advertisement": ["Advertisement", "ADVERTISEMENT", "Story continues below advertisement"],
    "click": ["Click here", "Click here to see all pictures of the strike", "To see the full list, click here."],
    "video": [
        "Watch: Boats block the harbour",
        "Video",
        "Media playback is unsupported on your device",
        "WATCH LIVE",
        "1 of 12",
    ],
    "caption": [
        "Photo: Lena Ruiz/AFP",
        "(Image: Marava Port Authority)",
        "Image caption Boats in the harbour on Monday",
        "FILE PHOTO: Fishermen mend their nets in Marava, May 3, 2021. REUTERS/Omar Haddad",
        "Fishermen mend their nets in Marava on Monday. (AP Photo/Omar Haddad)",
        "Boats block the harbour [Omar Haddad/Reuters]",
        "Boats block the harbour of Marava. Photo: Omar Haddad",
        "Omar Haddad/Getty Images",
    ],
    "copyright": ["© 2024 Marava Post", "Copyright 2024 The Associated Press. All rights reserved."],
    "cookies": ["We use cookies to improve your visit. By continuing you agree.", "Accept all cookies"],
    "note on the page": [
        "This story has been updated.",
        "This article was first published on 3 May.",
        "Editor's note: An earlier version misspelled the governor's name.",
        "This is a developing story.",
        "3 min read",
    ],
    "time stamp": [
        "Updated 5:32 PM EDT, Fri August 2, 2024",
        "Published: 12:03 GMT, 3 May 2014",
        "August 2, 2024",
        "3 hours ago",
        "Last updated on 02/08/2024",
    ],
    "byline": [
        "By JOHN SMITH, Associated Press",
        "By Amina Diallo and Omar Haddad",
        "By Bea Lund in Marava, Foreign Correspondent",
        "Lena Ruiz, The Associated Press",
    ],
    "credit": [
        "Reuters",
        "— AP",
        "(Reporting by Amina Diallo; Editing by Bea Lund)",
        "Additional reporting by Omar Haddad in Bor.",
        "Reuters contributed to this report.",
        "Associated Press writers Lena Ruiz in Bor and Omar Haddad in Marava contributed to this report.",
        "With AFP",
        "Source: Reuters",
        "With inputs from PTI",
    ],
    "no words": [
        "* * *",
        "https://maravapost.example/strike",
        "news@maravapost.example",
        "@maravapost",
        "pic.twitter.com/AbC123",
    ],
}

BODY = [
    "Related news agencies in Marava said that the army had left.",
    "12 Related cases were heard on Monday in Bor.",
    "Read aloud to the crowd, the letter accused the governor of lying.",
    "Reading the verdict, the judge sentenced him to ten years.",
    "Follow the money, the prosecutor told the court in Marava.",
    "Following the attack, troops closed the road to Bor.",
    "Share prices fell after the coup.",
    "Sharing the Nile's water has been in dispute for decades.",
    "Click, click: the rifle had jammed, the soldier recalled.",
    "Watch officers at the port saw the boat first.",
    "Subscribers to the state gas company were cut off.",
    "Sign up to fight or go to prison, the army told the young men.",
    "Men rushed to sign up for the army in Bor on Monday.",
    "Register to vote before Friday, the commission told citizens.",
    "Advertisements by the ruling party were banned.",
    "Photos of the victims were carried through the streets.",
    "Photographs show tanks near the border, the ministry said.",
    "Images from the scene showed burning cars.",
    "Video of the arrest was shown on state television.",
    "Related charges against the general were dropped.",
    "More than 40 people were killed in Bor.",
    "More troops will be sent to Marava, the minister said.",
    "By Monday evening the rebels had left the town.",
    "By Friday",
    "By then, 300 people had fled.",
    "Reporting from the front line has become impossible, the union said.",
    "Reporting by local media suggests that the mayor has fled.",
    "Join us or die, the militants told villagers.",
    "Find us a place to live, the refugees asked the governor.",
    "The report was published by the United Nations on Tuesday and accuses both sides.",
    "The article was published by a newspaper close to the government.",
    "This report was a blow for the president, aides said.",
    "The document cannot be verified.",
    "The media source close to the army denied it.",
    "Sources: three killed in Bor",
    "Correction of the border was agreed in 1998.",
    "Updated rules of engagement allow the troops to fire first.",
    "Reuters reported that the governor had resigned.",
    "The AFP news agency said two of its reporters were held.",
    "AP journalists saw the bodies of at least six men.",
    "France and Germany contributed to the mission.",
    "The drought has contributed to this crisis.",
    "Contributing to the unrest were higher fuel prices.",
    "Cookies and water were handed out to the prisoners.",
    "Copyright law was the subject of the talks.",
    "Live ammunition was used against protesters.",
    "Tap water in Bor is no longer safe.",
    "Email from the minister showed that he knew of the plan.",
    "Twitter was blocked on Friday, and Facebook on Saturday.",
    "Facebook said it had removed 40 accounts linked to the army.",
    "Comments by the minister angered the opposition.",
    "Print works and newspapers were searched.",
    "Trending downward since May, prices rose again.",
    "Recommended by the prosecutor was a sentence of ten years.",
    "Popular forces took Bor on Friday.",
    "Top officials of both countries met in Marava.",
    "Previous talks failed.",
    "Tags on the bodies gave their names.",
    "Developing countries signed the agreement.",
    "Continue the strike, the union told its members.",
    "Want of food drove thousands from their homes.",
    "See what they did to us, she said, pointing to the ruins.",
    "Get out of our country, the crowd shouted at the ambassador.",
    "Log houses were burned in three villages.",
    "Support our troops, the president told the nation.",
    "Donate blood, the hospital in Bor asked residents.",
    "The deal (see page 4) was signed by Reuters' owner.",
    "May 3 was declared a day of mourning.",
    "Monday's attack killed six soldiers.",
    "Source code stolen from the ministry was sold.",
    "US: 12 killed in strike on Bor",
    "Marava: two soldiers abducted",
    "“We use weapons, not words,” he said.",
    "Image and honour were at stake, the general said.",
    "Play resumed after the police had left the ground.",
]


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in FURNITURE.items() for line in lines])
def test_furniture(name: str, line: str) -> None:
    assert kind(line) == name


@pytest.mark.parametrize("line", BODY)
def test_body(line: str) -> None:
    assert kind(line) is None


def test_prose_is_never_furniture_however_it_begins() -> None:
    assert kind("Read more: " + "the army moved on to the next town and took it without a fight. " * 7) is None


@given(st.text(max_size=420))
def test_any_line_is_judged(line: str) -> None:
    assert kind(line) is None or isinstance(kind(line), str)


@pytest.mark.parametrize(
    "piece",
    [
        "A ",
        "Ab, ",
        "By Ab ",
        "and Ab ",
        "AP, ",
        "Mon ",
        "1 May ",
        "12:00 ",
        "A/",
        "(AP ",
        "@a, ",
        "x",
        "-",
        "A-",
        "Photo: ",
        "sign up ",
        "contributed ",
        ". ",
        "The ",
    ],
)
def test_no_line_takes_long(piece: str) -> None:
    """Patterns that try all ways to divide a line would take minutes here."""
    before = time.process_time()
    for start in ("", "By ", "Updated 1 May ", "Photo: ", "(", "AP/"):
        kind((start + piece * 400)[:398] + "!?")
    assert time.process_time() - before < 1.0
