"""The words of news pages that are not the news: furniture, credits, agencies.

Each pattern is matched against a whole line, in any case, unless it says otherwise.
"""

from __future__ import annotations

import re

from reconcile.text.late import late

_AGENCIES = """
AFP|AP|Associated Press|ANSA|BBC|Bloomberg|CNN|CTK|DPA|dpa|EFE|EPA|epa|EPA-EFE|Getty Images|IANS|Interfax|IPS
IRNA
ITAR-TASS|Kyodo|KUNA|MTI|NPR|PA|PAP|PTI|Reuters|REUTERS|RFE/RL|RIA Novosti|Shutterstock|TASS|UN News|UNIAN
UPI|VOA
WAM|Xinhua|Yonhap
"""

_FURNITURE = r"""
accessibility (?:links|help|feedback)
(?:skip|jump|go) to (?:main |the )?(?:content|navigation|search|menu|article)
(?:breaking|latest|live|top|more) (?:news|stories|headlines|updates)
breaking|live|home|news|world|menu|search|close|sections|topics|newsletters?|advertisement
sponsored(?: content)?
(?:main )?(?:navigation|menu)|toggle navigation|sign in|log ?in|log out|register|donate|subscribe(?: now)?
share(?: (?:this|on|via|with|it)\b.{0,40})?|tweet|print(?: this.{0,20})?|e-?mail(?: this.{0,20})?
embed|download|copy link|(?:the )?(?:link|code) has been copied to (?:your )?clipboard\.?
facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|messenger|viber|reddit|rss|flipboard|pinterest
comments?|view comments|leave a (?:comment|reply)|no comments|\d+ (?:comments?|shares?|views?)|post a comment
(?:please )?(?:follow|like|join|find) us (?:on|at|in)\b.{0,60}
(?:subscribe|sign up|register) (?:to|for|here|now|today)\b.{0,120}
(?:get|receive) (?:the|our|all)\b.{0,80}\b(?:newsletter|e-?mails?|alerts|inbox)\b.{0,40}
(?:to (?:find out|read|see|learn|know) more,? ?)?(?:click|tap|press) here\b.{0,60}
(?:read|see|find out|learn|show|load|view|discover) more(?: (?:on|about|from|in) .{1,80})?
(?:read|see|show|view) (?:the )?full (?:story|article)
(?:read|see|find out|learn|view) more ?(?::.{0,160}|\.{1,3}|…|»|>+)
(?:also read|read also|see also|also on .{1,60}|watch|listen|photos?|video|gallery|audio)(?:\s*:.{0,160})?
listen now|in pictures|photo gallery|read (?:the )?next|(?:next|previous) (?:story|article)|back to top
top of page
loading(?:\.\.\.|…)?|no media source currently available|auto ?play|pop-?out player|direct link
\d+:\d\d(?:[ :/]\d+){0,6}|(?:image|photo|picture) \d+ of \d+|\d+ (?:min(?:ute)?s?) read
this (?:article|story|post) (?:was|is) (?:first |originally )?published\b.{0,120}
(?:we|this (?:web)?site) uses? cookies\b.{0,200}|cookie (?:policy|settings|preferences)
accept (?:all )?cookies
privacy(?: policy| notice)?|terms(?: of (?:use|service)| (?:and|&) conditions)?|contact(?: us)?|about(?: us)?
advertise(?: with us)?|site ?map|careers|tags?:.{0,200}|filed under:?.{0,120}|categor(?:y|ies):.{0,120}
source:.{0,80}|share:.{0,80}
"""

_LEGAL = r"""
(?:\(c\)|©|copyright\b).{0,300}
.{0,200}\ball rights reserved\b.{0,300}
.{0,120}\bhas been declared an? \W?(?:undesirable organi[sz]ation|foreign agent)\b.{0,120}
.{0,200}\bmay not be (?:published|reproduced)\b.{0,300}
.{0,200}\b(?:reprinted|reproduced) with(?:out)?(?: the)? permission\b.{0,300}
if you are in \w+.{0,300}\bplease note that you could face\b.{0,300}
"""

_MORE = r"""
(?:related|recommended|suggested)(?: (?:news|stories|articles|content|links|topics|coverage|items|reading))?:?
(?:recommended|suggested) for you|more (?:on|from|in|about) .{1,60}
more (?:stories|news|articles|like this|coverage):?
most (?:read|popular|viewed|shared|recent|commented).{0,30}
you (?:may|might) (?:also )?(?:like|be interested in):?|what to read next|read next|don.t miss
trending(?: now)?
popular(?: now)?|editor.?s?.? picks?|in other news|latest (?:from|in) .{1,40}
"""

_CREDIT = r"""
[(\[].{0,300}\b(?:contributed|report(?:ed|ing)|writ(?:ten|ing)|translated|compiled|edit(?:ed|ing))\b.{0,120}[)\]]\.?
(?:with )?(?:additional )?(?:reporting|writing|editing|translation|research) (?:was contributed )?by\b.{0,300}
(?:written|edited|translated|compiled|reported|adapted)(?: for .{1,40})? by\b.{0,300}
[\w .,'’-]{1,80}\bcontributed (?:to this|reporting)\b.{0,120}
"""

_CAPTION = r"""
(?:file )?(?:photo|picture|image|illustration|photograph)s?(?: credit| courtesy| by)?\s*[:/].{0,200}
(?:credit|image caption|caption|file photo)\b\s*[:/.].{0,300}
"""


def _any_of(patterns: str) -> re.Pattern[str]:
    return late("|".join(f"(?:{line})" for line in patterns.split("\n") if line), re.I)


_LINE = _any_of(_FURNITURE)
LEGAL = _any_of(_LEGAL)  # below the text: the page ends here
MORE = _any_of(_MORE)  # heads a list of other articles
_BY = _any_of(_CREDIT)
CAPTION = _any_of(_CAPTION)
_AGENCY = "|".join(re.escape(name) for name in re.split(r"[|\n]", _AGENCIES.strip()))
AGENCY = late(rf"(?:{_AGENCY})")
_PICTURE = (
    r"(?i:(?:file|undated|courtesy|combo|archive) (?:photo|picture|image)s?|(?:photo|credit)s?: ?[^()]{1,60})"
)
PICTURE_CREDIT = late(rf"(?:\((?:{_PICTURE}|(?:[^()]{{0,40}}(?:/|via )\s?)?(?:{_AGENCY}))\)\s*)+")

# What furniture begins with. To look for these costs little; every text that may be a page is asked.
_WORDS = """
0|1|2|3|4|5|6|7|8|9|about|accept|accessib|advert|also |audio|auto|back to|breaking|career|categor
click|close|code|comment|contact|cookie|copy|direct|discover|donate|download|e-mail|email|embed
facebook|filed|find|flipb|follow|gallery|get |go to|home|image|in pic|instagram|join|jump|latest
learn|leave|like|link|listen|live|load|log|main|menu|messenger|more|navigation|news|next|no com
no med|photo|picture|pinterest|please|pop|post|press|previous|print|privacy|read|receive|reddit
register|rss|search|section|see|share|show|sign in|sign up|site|skip|source|sponsored|subscribe|tag
tap|telegram|terms|the code|the link|this |to find|to know|to learn|to read|to see|toggle|top|tweet
twitter|viber|video|view|watch|we use|whatsapp|world|x|youtube
"""
_BEGINNINGS = tuple(_WORDS.strip().replace("\n", "|").split("|"))


def is_furniture(line: str) -> bool:
    """True for a line dropped wherever it stands."""
    begins = not line.isascii() or line.lower().startswith(_BEGINNINGS)
    return begins and _LINE.fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """True for a line that says who wrote the text, or helped."""
    small = line.lower()
    may_be = small.startswith(("(", "[")) or " by" in small or "contributed" in small or not line.isascii()
    return may_be and _BY.fullmatch(line) is not None
