"""What every page is held to where it says that something is not known: each gap once, and each dash explained."""

import re
from html import unescape

_CLOSING = {
    "it": r"(?:L[ae] font[ei] non dic(?:e|ono)|Non trovato nella parte letta dell[ae] font[ei]"
    r"|Di questa fonte non conosciamo): (?P<fields>.*?)\.</p>",
    "en": r"(?:Not stated in the sources?|Not found in the part of the sources? that was read"
    r"|Of this source we do not know): (?P<fields>.*?)\.</p>",
}
_LEGEND = {"it": "–: le fonti non lo dicono", "en": "–: not stated in the sources"}
_IN_PLACE = {"it": ">non indicato nella fonte<", "en": ">not stated in the source<"}
"""What no value is replaced by: a dash is, in a list or a table, and on a record's page nothing."""
_HIDDEN = re.compile(r'<p class="[^"]*" hidden>.*?</p>', re.DOTALL)
"""What a script shows with the dashes that it makes."""
_OTHER_LEGEND = re.compile(r"– (?:vuol dire|significa|means|stands for)")
"""No dash is explained in other words."""
_DASH = re.compile(r'<span class="unknown">–</span>|</svg>–</td>')
_ROW = re.compile(r"<dt>(.*?)</dt>\s*((?:<dd>.*?</dd>\s*)*)", re.DOTALL)
_STATUS = re.compile(r'<li class="strong">\s*<p class="name">(.*?)</p>')
_IN_WORDS = {
    "it": r"(?:non è|non sono) (?:disponibil|not|indicat|riportat|conosciut|dichiarat)",
    "en": r"(?:is|are) (?:unknown|not (?:available|known|stated|given))",
}
"""How a text says of a field that it is not known, which the closing line says."""
_TERM_PASSED = {"it": ("rinnovo non noto", "rinnovo"), "en": ("renewal not known", "renewal")}
"""What a status says that is not known, and the field that the closing line would name."""
_REASON = {"it": ("non sappiamo",), "en": ("we do not know", "we know neither")}
"""What no estimate is explained by: the closing line says what is not known."""
_ESTIMATE = {"it": r"La fine è una stima[^<]*", "en": r"The end is an estimate[^<]*"}
_READ_IN_PART = {
    "it": r"· letta in parte|Di ciascuna di queste fonti abbiamo letto una parte|<dd>\s*in parte\s*</dd>",
    "en": r"· read in part|read a part of each of these sources|<dd>\s*in part\s*</dd>",
}
"""What a page says where a source of it was not read whole."""
_SILENT = {
    "it": r"\b(?:font[ei]|pagin[ae]|articol[oi]|comunicat[oi]|notizi[ae]) non (?:l[oa] |ne )?"
    r"(?:cit|dic|indic|nomin|precis|riport|specific|spieg|us)\w+",
    "en": r"\b(?:sources?|pages?|articles?|releases?) do(?:es)? not "
    r"(?:explain|give|mention|name|report|say|specify|state|tell|use)",
}
"""What may be said of a source that was read whole alone: of others, only what was not found in the part that was."""
_UNFOUND = {"it": r"non (?:abbiamo trovato|trovat[aeio])", "en": r"not (?:have )?found|found no"}
"""What a sentence says of the years of which a value was not found."""
_PARTIAL = {"it": "la figura è parziale: ", "en": "the picture is partial: "}
"""How a picture of values says it."""
_TAG = re.compile(r"<[^>]+>")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def faults(page: str, language: str) -> list[str]:
    """What a page says twice, or leaves unexplained, of what is not known."""
    main = page[page.index("<main") : page.index("</main>")]
    closing = re.findall(_CLOSING[language], main)
    found = [f"{len(closing)} closing lines"] if len(closing) > 1 else []
    found += [f"“{_IN_PLACE[language]}”"] if _IN_PLACE[language] in main else []
    gaps = {_plain(one) for fields in closing for one in re.split(", | e | and ", _TAG.sub("", fields))}
    told, renewal = _TERM_PASSED[language]
    if renewal in gaps and any(told in one for one in _STATUS.findall(main)):
        found.append(f"“{told}” and “{renewal}” told as a gap")
    found += [
        f"“{one}” told in words and as a gap"
        for one in sorted(gaps)
        if re.search(rf"\b{re.escape(one)} {_IN_WORDS[language]}", _plain(main))
    ]
    estimates = re.findall(_ESTIMATE[language], main)
    found += [one for one in estimates if gaps and any(reason in one for reason in _REASON[language])]
    for label, values in _ROW.findall(main):
        said = _plain(_TAG.sub("", values))
        if said in ("", "–"):
            found.append(f"the row “{_plain(label)}” has no value")
        elif _plain(label) in gaps:
            found.append(f"“{_plain(label)}” has a row and is told as a gap")
    dashes, legends = len(_DASH.findall(main)), _HIDDEN.sub("", main).count(_LEGEND[language])
    if legends != min(dashes, 1):
        found.append(f"{legends} legends for {dashes} dashes")
    unfound = [one for one in re.split(r"(?<=\.)\s", _plain(main)) if re.search(_UNFOUND[language], one)]
    pictured = {year for one in unfound if _PARTIAL[language] in one for year in _YEAR.findall(one)}
    several = [year for year in sorted(pictured) if sum(year in one for one in unfound) > 1]
    found += [f"that the value of {year} was not found, twice" for year in several]
    found += _OTHER_LEGEND.findall(_plain(main))
    read_in_part = re.search(_READ_IN_PART[language], main)
    found += re.findall(_SILENT[language], main.replace(_LEGEND[language], "")) if read_in_part else []
    return found


def _plain(text: str) -> str:
    return " ".join(unescape(_TAG.sub("", text)).split()).lower()
