"""What page furniture looks like: one small pattern a line, by kind.

A pattern has to fit the whole line (or sentence). `<names>` and the like stand for the pieces in PIECES, `<agency>` for
agencies. Patterns of ANY_CASE do not mind capitals; those of AS_WRITTEN do.
"""

from __future__ import annotations

# ruff: noqa: E501 - a pattern is easiest to read and to change on one line

PIECES = {
    "name": r"(?:[A-Z][\w.'’-]*|de|da|al|el|van|von|bin|ben|le|la|du)",
    "joint": r"(?:and|&|in|at|for|of|the|The|[|•·/–—-])",
    "crew": (
        r"(?:[A-Z(“\"'‘•][\w.'’()-]*,?|and|&|in|the|of|from|at|for|with|also|de|da|al|el|van|von|bin|du|la|who|is|based|news|staff,?"
        r"|(?:writer|reporter|correspondent|editor|producer|journalist|contributor|colleague|agencie|wire|service)s?,?)"
    ),
    "names": r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|da|al|el|van|von|bin|ben|le|la|du)){1,4}",
    "month": r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\.?",
    "weekday": r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?",
    "clock": r"\d\d?[:.]\d\d(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: ?\(?[a-z]{2,5}(?:[+-]\d+)?\)?)?",
    "day": r"(?:<month> \d\d?(?:st|nd|rd|th)?(?:,? \d{4})?|\d\d?(?:st|nd|rd|th)? <month>,?(?: \d{4})?|\d{4}-\d\d-\d\d|\d\d?[/.]\d\d?[/.]\d{2,4})",
    "stamp": r"(?:(?:<weekday>,? )?(?:<day>|<clock>)(?:(?: ?[,|•·–—-] ?| at | )(?:<weekday>,? )?(?:<day>|<clock>|<weekday>)){0,4}|\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?) ago)",
    "more": r"(?:(?:read|see|view|find out|learn) (?:more|also|next|further|the full (?:story|article|report|statement|text|list))|read (?:now|here|on|this|it here))",
    "calendar": (
        r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
        r"|October|November|December)\b"
    ),
    "mailing": r"(?:newsletters?|briefings?|bulletins?|e-?mails?|alerts?|updates|podcasts?|channel|mailing list)",
    "related": r"related(?: (?:articles?|stor(?:y|ies)|coverage|content|links?|news|topics?|posts?|videos?|reading|items))?",
    "desk": r"(?:reporting|writing|editing|compiled|translated|edited|written|compiling|translation|graphics?)",
    "site": r"(?:facebook|twitter|whatsapp|e-?mail|print|linkedin|pinterest|reddit|telegram|google\+?|instagram|youtube|messenger|copy link|x|tumblr)",
    "picture": r"(?:photos?|images?|pictures?|photograph|photographer|pic|illustration|graphic|screenshot|screengrab|video grab|caption)",
}
"""Pieces of patterns; a piece may use those above it."""

ANY_CASE = {
    "no words": (
        r"[\W_]+",
        r"(?:https?://|www\.)\S+",
        r"\S+@ ?[\w-]+(?:\.[\w-]+)+",
        r"[@#]\w+(?:[ ,|]+[@#]\w+)*",
        r"pic\.twitter\.com/\S+",
        r"[\w.$]+\([^ ]*\);?",
        r"(?:var |function |window\.|document\.|jquery)[^.]*[;{}]",
    ),
    "more to read": (
        r"[(\[]?<more>[ .…»>→:)\]]*",
        r"<more>(?: [^.?!]{0,60})?[:|»>–—-] ?\S.*",
        r"(?:also read|full (?:story|coverage)|don[’']t miss|must[- ]read|in pictures|in depth|explainer|interactive|slideshow|more) ?[:|»>] ?\S.*",
        r"more (?:on|from|about|in|coverage)\b[^:.]{0,60}:.*",
        r"continue reading(?: (?:the main story|below|this .{0,30}))?[ .…»>→]*",
        r"(?:skip|jump) to (?:main |the )?(?:content|navigation|.{0,30}links?|comments)|back to top",
        r"scroll down (?:for|to)\b.{0,60}",
        r"(?:keep reading|load more|show more|see all|view (?:all|gallery|comments|photos?|more|slideshow)|open in app)[ .…»>→]*",
        r"\[?(?:to )?read (?:more|the (?:full|original|rest|whole)|our (?:full|live|latest)|this (?:article|story)|about (?:this|it))\b.{0,80}\b(?:here|below|online|website|link)[.)\]]*",
    ),
    "related reports": (
        r"<related> ?:?",
        r"<related> ?[:|»>–—-] ?\S.*",
        r"you (?:may|might) (?:also )?(?:like|be interested in|have missed)[ .:…]*",
        r"recommended(?: (?:for you|stories|reading|videos?|articles|by .{0,20}))? ?:?",
        r"most (?:read|popular|viewed|shared|commented|recent)(?: (?:in|on|stories|articles|news|now)\b.{0,30})? ?:?",
        r"trending(?: (?:now|stories|topics|news))? ?:?",
        r"more (?:on this (?:story|topic)|stories|news|like this|from .{2,40}) ?:?",
        r"(?:top|latest|other|popular|featured) (?:stories|news|headlines|articles|posts|videos) ?:?",
        r"editors?[’']?s?[’']? (?:picks?|choice) ?:?",
        r"(?:from|around) (?:the|around the) web ?:?",
        r"(?:sponsored|promoted|paid|partner)(?: (?:content|links?|stories|post|by .{0,30}))? ?:?",
        r"(?:popular now|up next|see also|further reading|what to read next|read next|in this (?:story|article)|topics?|tags?) ?:?",
        r"(?:tags?|filed under|topics?|categor(?:y|ies)|keywords) ?: ?.{1,160}",
    ),
    "sign up": (
        r"(?:please )?(?:subscribe|sign up|log in|sign in|register)(?: (?:now|here|today|below|free))?[ .!:»>→]*",
        r"(?:please |click here to )?(?:subscribe|sign up|log in|sign in|register) (?:to|for|and|or) "
        r"(?:our|read|receive|get|continue|view|comment|access|see|watch|unlock|keep|[\w’' ]{1,50}\b<mailing>)\b.{0,140}",
        r"keep up with .{0,80}\bsubscribing\b.{0,40}",
        r"(?:get|want|receive|start your day|have) .{0,120}\b(?:in|to) your (?:e-?mail )?inbox\b.{0,60}",
        r"(?:get|download|try|install) (?:our|the) .{0,50}\b(?:newsletters?|app)\b.{0,60}",
        r"enter your e-?mail\b.{0,80}|e-?mail address ?\*?|already (?:a subscriber|a member|have an account|registered|subscribed)\b.{0,60}",
        r"thank you for (?:signing up|subscribing|reading|registering|your (?:support|interest|feedback))\b.{0,100}",
        r"(?:our |free |daily |weekly )*newsletters?(?: sign[- ]?up)?",
        r"(?:support our (?:journalism|work)|become a (?:member|subscriber|supporter))\b.{0,60}|donate(?: (?:now|today|here))?[.!]?",
        r"(?:this (?:article|content|story) is (?:for|only (?:for|available to)|reserved for) (?:paying )?(?:subscribers|members))\b.{0,60}",
        r"(?:you have (?:reached|read)|you[’']ve (?:reached|read)) .{0,40}\b(?:free articles?|limit)\b.{0,60}",
    ),
    "share and follow": (
        r"share(?: (?:this|it|on|via|with|by)\b.{0,60}| (?:the )?(?:story|article|post|page)| options)?[ :.!…]*",
        r"tweet(?: this)?|\d+ (?:shares?|comments?|likes?|views?)|comments?(?: \(?\d+\)?)?|(?:leave|add|post|view) (?:a |all )?comments?|reply|like",
        r"<site>(?:[ ,|/•·]*(?:<site>|share|save|and|or))*",
        r"(?:you can |please )?(?:follow|like|find|join) (?:us|the author|our [\w ]{1,30}|me|him|her)\b.{0,60}(?:@|\b(?:<site>|telegram|social media|live blog|channel|page)\b).{0,100}",
        r"follow @\w+.{0,160}",
        r"follow .{2,80} on (?:twitter|facebook|instagram|telegram|whatsapp|x|google news|youtube|social media|linkedin|tiktok|threads|bluesky)\b.{0,80}",
        r"follow (?:.{2,60} )?(?:at |via )?@\w+.{0,60}",
        r"(?:view this post on|a post shared by|view .{0,20}tweets? by|see .{0,20}tweets? by)\b.{0,100}",
        r"(?:have something to add|what do you think|let us know what you think|join the (?:conversation|discussion)|have your say|tell us what you think)\b.{0,120}",
        r"(?:(?:you can )?(?:write|send (?:letters|tips|e-?mails?|comments|feedback|questions|corrections)) to|contact|e-?mail|reach)\b.{0,100}\S@ ?\S+\.\S+.{0,40}",
    ),
    "advertisement": (
        r"(?:paid |scroll for more )?advert(?:isement|isment|s|ising)?[ .:]*|ad|ads",
        r"advertisement ?[:–—-] ?.{0,80}",
        r"(?:story|article|report) continues (?:below|after)\b.{0,40}|continues? below advertisement",
        r"(?:this advert(?:isement)?|this ad) has not loaded.{0,60}|report (?:this )?ad|article content|ads? by .{0,30}|(?:remove|skip) ads?",
    ),
    "click": (
        r"[(\[]?(?:please )?click (?:here|on|below|through|the (?:link|image|photo|button|video|map|graphic))\b.{0,140}",
        r"tap (?:here|to|on)\b.{0,80}",
    ),
    "video": (
        r"(?:watch|live|video|audio|listen|podcast)(?: (?:live|now|video|again|the (?:full )?video|below|it here|this|here|more))?[ :.…»>→▶]*",
        r"(?:watch|video|listen|podcast)(?: (?:live|now|video|more|also|next|below|here|this|again|the video))? ?[:|] ?\S.*",
        r"watch (?:the|this|our|a) (?:full |live |whole |entire )?(?:video|clip|report|interview|press conference|stream|broadcast)\b.{0,60}\b(?:here|below|above|online)[.!]?",
        r"video (?:loading|player|playback|transcript|settings|unavailable|ad)\b.{0,60}|media (?:playback|player)\b.{0,80}",
        r"(?:play|pause|mute|unmute|replay|autoplay)(?: (?:video|all|on|off|audio))?|now playing\b.{0,80}",
        r"(?:this|your) (?:video|browser|device)\b.{0,60}\b(?:play(?:ed)?|supported?|javascript|html5)\b.{0,60}",
        r"(?:hide|show|toggle) captions?|(?:open|close) (?:image|gallery|menu|modal|this .{0,30}|image modal)|(?:enlarge|expand|view|zoom)(?: this)? image.{0,30}|buy photo.{0,30}",
        r"(?:photos|images|video) in this .{0,60}|\d+ (?:of|/) \d+|slide \d+.{0,30}|(?:next|previous)(?: (?:article|story|slide|image|page|post))?",
    ),
    "caption": (
        r"[(\[](?:file |cover |main |top |lead |stock )?<picture>(?: (?:credit|source|copyright|by|courtesy(?: of)?|from|via))? ?: ?[^()\[\]]{1,200}[)\]]\.?",
        r"(?:file |cover |main |top |lead |stock )?<picture>(?: (?:credit|source|copyright|by|courtesy(?: of)?|from|via))? ?: ?\S.{0,150}",
        r"(?:image|photo|picture|media) (?:caption|copyright)\b.*|(?:image|photo|picture) (?:source|credit)\b.*",
        r"(?:image|photo|picture|photograph) (?:by|courtesy of) [^.]{2,80}",
        r"file (?:photo|picture|image|pic)(?:graph)?(?: ?[:–—-] ?.{0,300}| (?:of|from|showing)\b.{0,200})?[.]?",
        r"(?:(?:©|\(c\)) ?(?!(?:19|20)\d\d)|(?:credits?|photograph|courtesy|pictured): ?)\S.{0,120}",
    ),
    "copyright": (
        r"(?:this|the) (?:material|content|article|document) (?:may not be (?:published|reproduced|copied|broadcast|redistributed)|is protected by|is subject to copyright)\b.{0,200}",
        r"(?:reproduced|republished|reprinted|used) (?:with|by) (?:kind )?permission\b.{0,80}",
        r"(?:terms (?:of (?:use|service)|and conditions|& conditions)|privacy (?:policy|notice|settings)|contact us|about us|site map)(?: ?[|•·,&] ?.{0,100}| and .{0,60})?",
    ),
    "cookies": (
        r"(?:we|this (?:site|website|page)|our (?:site|website)|.{2,30}\.com)(?: and (?:our|its) .{0,30}partners)? uses? (?:necessary |essential )?cookies\b.{0,250}",
        r"(?:accept|reject|manage|allow)(?: all| necessary| optional)? cookies.{0,60}|cookie (?:policy|settings|notice|consent|preferences)\b.{0,60}",
        r"by (?:continuing|using|clicking|browsing|signing|submitting|subscribing|entering)\b.{0,120}\byou (?:agree|accept|consent|acknowledge)\b.{0,200}",
    ),
    "note on the page": (
        r"[(\[*]*(?:editor[’']?s?[’']? note|correction|clarification)(?: \(.{0,40}\))? ?[:–—-].{0,300}",
        r"(?:update|updated)(?: \d+)? ?: (?:this|the) (?:story|article|post|report|headline)\b.{0,200}",
        r"[(\[*]*this (?:story|article|post|page|piece|headline|live blog|live page) (?:has (?:since )?been|was|is|will be|may be) "
        r"(?:\w+ly |first |also |being |regularly )?(?:updated|corrected|amended|edited|published|developing|produced|adapted|translated|republished|reprinted)\b.{0,200}",
        r"[(\[*]*(?:this report|the (?:story|article|post|headline)) (?:has (?:since )?been|was) (?:updated|corrected|amended)\b.{0,200}",
        r"this (?:is )?(?:a )?(?:developing|breaking)(?: news)? story\b.{0,120}",
        r"(?:more|further) (?:details|information|updates?) (?:to follow|soon|as (?:we|they) (?:get|come|arrive)\b.{0,30})[.…]*|more to (?:follow|come)[.…]*|developing[.…]*",
        r"(?:sorry,? )?(?:we are not currently accepting comments|comments? (?:are|is|have been) (?:now )?(?:closed|disabled|turned off))\b.{0,60}",
        r"\d+[- ](?:minute|min)s? (?:read|listen|watch)|(?:estimated )?reading time\b.{0,30}",
    ),
    "time stamp": (
        r"(?:[(\[*]*(?:first |last |originally )?(?:updated|published|posted|modified|created|issued|date)(?: (?:on|at))? ?[:|]? ?)(?:at )?<stamp>[.)\]]*(?: ?[|,•·–—-]? ?(?:updated|published|posted)? ?[:|]? ?<stamp>)?",
        r"(?:<weekday>,? )?<day>,? ?(?:\d{4})?(?: ?[|,•·@–—-]? ?(?:at )?<clock>)?",
        r"<clock>(?: ?[|,•·–—-]? ?(?:<weekday>,? )?<day>)?",
        r"\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago",
    ),
    "credit": (
        r"[(\[](?:additional |with |more )*<desk> by\b.{0,300}",
        r"(?:additional |with |more )*<desk> by (?!.*\b(?:found|suggest|show|said|says|reveal|has|have|had|was|were|indicate)).{0,300}",
        r"[(\[]?additional reporting\b.{0,200}",
        r"[(\[]?with (?:\w+ ){0,4}(?:wires?|agency|agencies|news) (?:services?|reports?|inputs?)[.)\]]*|[(\[]?with (?:additional )?(?:inputs?|reports?|reporting|information|files|contributions?|material) from\b.{0,150}",
        r"contribut(?:ing|ors?) ?: ?\S.{0,150}",
        r"this (?:article|story|report|piece) (?:was )?(?:originally |first )?(?:appeared|published)\b.{0,150}",
    ),
}

AS_WRITTEN = {
    "more to read": (
        r"(?:READ|MORE|WATCH|SEE|RELATED|LISTEN)(?: (?:ALSO|MORE|NEXT|HERE|FURTHER|ON|NOW))* ?[:|–—-] ?\S.*",
        r"(?:READ|SEE|WATCH) (?:ALSO|MORE|NEXT)\b.{0,200}",
        r"[A-Z]\w+(?: \w+){0,2}:[A-Z][^.]{10,200}",
    ),
    "caption": (
        r"FILE(?: PHOTO)? ?[:–—-] ?.{0,390}",
        r"<names> ?/ ?(?:[A-Z][\w ]* ?/ ?)?<agency>(?: (?:via|file|for)\b.{0,60})?",
        r"<agency> ?/ ?<names>",
        r"<names> [–—|-] <agency>",
    ),
    "byline": (
        r"(?:By|BY|by|(?:Story|Reported|Written|Analysis|Words|Report|Text) by):? (?!<calendar>)<name>,?(?: (?:<name>,?|<joint>)){1,16}"
        r"(?:,? ?(?:(?:senior |chief |foreign |diplomatic |defense |political )?(?:correspondents?|staff writers?|reporters?|editors?|contributors?|producers?)|special to .{2,40}))?[.,]?",
        r"<names>,? (?:The )?(?:Associated Press|AP|AFP|Reuters|Agence France-Presse|BBC News|CNN|USA TODAY|Washington Post|New York Times|Al Jazeera)(?:,? [A-Z]\w+)?",
        r"<names>, (?:Staff Writer|Correspondent|Reporter|Editor|Contributor|Senior Correspondent|Bureau Chief|BBC News, .{2,30})",
    ),
    "credit": (
        r"(?:With )?[—–(\[-]* ?<agency>(?: ?(?:,|/|and|&|\|) ?<agency>)* ?[)\]]?\.?",
        r"(?:Source|SOURCE|Credit|Agencies|Via): ?(?:<agency>|<names>|[A-Z]\w+|https?\S+)",
        r"<crew>(?: <crew>){0,50} contributed(?: (?:additional )?(?:reporting|writing|research)\b.{0,80}"
        r"|(?: (?:to|for) this (?:report|story|article|piece|dispatch)\b.{0,60}| (?:to|for) the (?:report|story|article)[.)\]]*)?\.?)",
    ),
}

WITHIN = (
    (
        ("newsletter", "inbox", "podcast", "alert", "briefing"),
        "sign up",
        r".{0,120}\b(?:sign up|signing up|subscribe|subscribing)\b.{0,80}"
        r"\b(?:newsletters?|inbox|podcast|e-?mail alerts?|briefing)\b.{0,80}",
    ),
    (
        ("sign up", "subscribe", "register", "log in"),
        "sign up",
        r"(?:.{0,100}[.?!,] )?(?:please )?(?:sign up|subscribe|register|log in)(?: for (?:it|them|free))? (?:here|now|today|below)[.!]?",
    ),
    (("click here",), "click", r"(?:.{3,60}[.?!] )?(?:please )?click here\b.{0,80}"),
    ((" click ", " tap "), "click", r"(?:to|for)\b.{3,80},? (?:click|tap) (?:here|on|below)\b.{0,60}"),
    (
        ("javascript", "ad blocker", "adblocker"),
        "video",
        r".{0,80}\b(?:enable|turn on|disable) (?:javascript|your ad ?blocker)\b.{0,80}",
    ),
    (
        ("©", "(c)", "copyright"),
        "copyright",
        r"(?:.{0,80}[|.] )?(?:©|\(c\)|copyright)(?: ?(?:©|\(c\)))? ?(?:(?:19|20)\d\d|by |the |all )\b.{0,200}",
    ),
    (("all rights reserved",), "copyright", r".{0,100}\ball rights reserved\b.{0,100}"),
)
"""Patterns that begin with any words; they are tried only where one of their cues is in the line in lower case."""

BRACKET_ENDS = (
    r"[(\[](?:Photo|Image|Picture|Photograph|Pic|Credit|PHOTO|IMAGE)s?(?: by| credit| courtesy(?: of)?)? ?: ?[^()\[\]]{2,100}[)\]]\.?",
    r"[(\[](?:Photo|Image|Picture) (?:by|credit|courtesy)\b[^()\[\]]{2,100}[)\]]\.?",
    r"[(\[][^()\[\]]{0,80}\b(?:Getty Images|AP Photo|EPA-EFE|Shutterstock|[Ff]ile [Pp]hoto)\b[^()\[\]]{0,80}[)\]]\.?",
    r"[(\[]<agency> (?:photo|file|image|video|picture)s?(?:/[^()\[\]]{0,60})?[)\]]\.?",
    r"[(\[](?:<names> ?/ ?(?:[A-Z][\w ]* ?/ ?)?<agency>|<agency> ?/ ?[^()\[\]]{2,60})(?: (?:via|for) [^()\[\]]{2,60})?[)\]]\.?",
)
"""Credits of pictures in brackets that make the line they end a caption."""

BARE_END = r"(?<=[.”\"]) ?(?:AP Photo|Getty Images|(?:Photo|Photograph|Image|Picture|Credit) ?: ?\S[^.]{1,80}|<names> ?/ ?(?:[A-Z][\w ]* ?/ ?)?<agency>(?: via .{2,40})?|<agency> ?/ ?<names>)"
"""The same without brackets."""
