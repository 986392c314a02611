"""The values of options: a text as it was given → what is meant, or a phrase that says what is wrong with it.

Which option it is the value of, only the parser knows: one way of reading is for several.
"""

import argparse
import datetime
from collections.abc import Iterable
from pathlib import Path

from generator.fields.colours import COLOUR
from generator.fields.dates import DAY
from generator.fields.half_years import HalfYear
from generator.fields.meant.numbers import is_number
from generator.fields.types import RefusedError
from generator.fields.values import Day
from generator.fields.web import BaseUrlType
from generator.words import N_, Phrase, languages

CI_HOSTS = ("github", "gitlab", "none")
SERVERS = ("nginx", "apache", "headers")
FORMATS = ("text", "json", "github", "gitlab", "html")
MATTERS_FORMATS = ("text", "json", "ics")


def _refused(message: str, **values: object) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(Phrase(message, values))


def _not_one_of(value: str, known: Iterable[str]) -> argparse.ArgumentTypeError:
    return _refused(N_("“{value}” is not one of: {known}."), value=value, known=list(known))


def _no_address(text: str) -> argparse.ArgumentTypeError:
    return _refused(N_("“{value}” is not a web address such as https://example.org/path/."), value=text)


def folder(text: str) -> Path:
    """A folder that is there. Raises ArgumentTypeError."""
    folder = Path(text)
    if not folder.is_dir():
        raise _refused(N_("{folder} is not a folder."), folder=text)
    return folder


def built_site(text: str) -> Path:
    """The folder of a site that was built. Raises ArgumentTypeError."""
    site = Path(text)
    if not (site / "manifest.json").is_file():
        raise _refused(N_("{folder} is not the folder of a built site: it has no manifest.json."), folder=text)
    return site


def publication(text: str) -> Path | str:
    """The folder of a site that was built, or the address of one that is published. Raises ArgumentTypeError."""
    if "://" not in text:
        return built_site(text)
    try:
        return BaseUrlType().read(text)
    except RefusedError:
        raise _no_address(text) from None


def new_folder(text: str) -> Path:
    """A folder to be written. Raises ArgumentTypeError."""
    if not text.strip():
        raise _refused(N_("The name of the folder is empty."))
    return Path(text)


def language(text: str) -> str:
    """A language that messages are in. Raises ArgumentTypeError."""
    if text not in languages():
        raise _not_one_of(text, languages())
    return text


def some_text(text: str) -> str:
    """A name, on one line. Raises ArgumentTypeError."""
    if not text.strip() or "\n" in text:
        raise _refused(N_("“{value}” is not a name on one line."), value=text)
    return text.strip()


def site_languages(text: str) -> tuple[str, ...]:
    """The languages of a site, with commas between. Raises ArgumentTypeError."""
    found = tuple(dict.fromkeys(one.strip().lower() for one in text.split(",") if one.strip()))
    for one in found or ("",):
        if one not in languages():
            told = N_(
                "“{value}” is not one of: {known}. For another, begin with these; then put its catalogue beside "
                "content/ (locale/<code>.po) and its code into “languages” of content/site.yaml."
            )
            raise _refused(told, value=one, known=list(languages()))
    return found


def colour(text: str) -> str:
    """A colour. Raises ArgumentTypeError."""
    try:
        return COLOUR.read(text)
    except RefusedError:
        raise _refused(N_("“{value}” is not a colour of six digits after #, such as #12397f."), value=text) from None


def ci_host(text: str) -> str:
    """A host whose CI publishes a site. Raises ArgumentTypeError."""
    if text not in CI_HOSTS:
        raise _not_one_of(text, CI_HOSTS)
    return text


def server(text: str) -> str:
    """A sort of web server. Raises ArgumentTypeError."""
    if text not in SERVERS:
        raise _not_one_of(text, SERVERS)
    return text


def day(text: str) -> datetime.date:
    """A day, such as 2026-11-22. Raises ArgumentTypeError."""
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        raise _refused(N_("“{value}” is not a day such as 2026-11-22."), value=text) from None


def when(text: str) -> Day:
    """A day, a month or a year. Raises ArgumentTypeError."""
    try:
        return DAY.read(text)
    except RefusedError:
        raise _refused(
            N_("“{value}” is not a day, a month or a year, such as 2026-11-22, 2026-11 or 2026."), value=text
        ) from None


def half_year(text: str) -> HalfYear:
    """A half-year. Raises ArgumentTypeError."""
    found = HalfYear.read(text)
    if found is None:
        raise _refused(N_("“{value}” is no half-year, such as 2026-h1 or 2026-h2."), value=text)
    return found


def base_url(text: str) -> str:
    """The address of a site, with a slash at its end. Raises ArgumentTypeError."""
    try:
        return BaseUrlType().read(text)
    except RefusedError:
        raise _no_address(text) from None


def report_format(text: str) -> str:
    """How problems are told. Raises ArgumentTypeError."""
    if text not in FORMATS:
        raise _not_one_of(text, FORMATS)
    return text


def host(text: str) -> str:
    """An address to listen at: an empty one would be every address. Raises ArgumentTypeError."""
    if not text.strip():
        raise _refused(N_("“{value}” is not an address."), value=text)
    return text.strip()


def matters_format(text: str) -> str:
    """How what is to be seen to is told. Raises ArgumentTypeError."""
    if text not in MATTERS_FORMATS:
        raise _not_one_of(text, MATTERS_FORMATS)
    return text


def port(text: str) -> int:
    """A port to listen on. Raises ArgumentTypeError."""
    if not is_number(text) or not 0 < int(text) < 65536:
        raise _refused(N_("“{value}” is not a port number."), value=text)
    return int(text)


def kept(text: str) -> int:
    """How many releases stay: one to go back to at least. Raises ArgumentTypeError."""
    if not is_number(text) or not 1 < int(text) < 1000:
        raise _refused(N_("“{value}” is not a number from 2 to 999."), value=text)
    return int(text)


def field_value(text: str) -> tuple[str, str]:
    """A field and its value. Raises ArgumentTypeError."""
    field, sign, value = text.partition("=")
    if not (sign and field.strip() and value.strip()):
        raise _refused(N_("“{value}” is not a field, = and its value, such as title=…."), value=text)
    return field.strip(), value.strip()
