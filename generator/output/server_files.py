"""What a web server is to know of a site, in the words of three sorts: headers, redirects, what browsers may keep.

`nginx` gets a server of its own; Apache reads `.htaccess` in the site; hosts such as Cloudflare Pages and Netlify read
`_headers` and `_redirects` there. With none of these the site is the same: each page has its policy in its head, each
old address a page that leads on.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from urllib.parse import quote

from generator.machine.run_by_servers import PROGRAMS
from generator.output.compressed import TEXTS
from generator.output.content_policy import WAITING_POLICY, WORKER_POLICY

_FRAMES = "frame-ancestors 'none'"
_PAGES = f"{WAITING_POLICY};{_FRAMES}"
_EMBEDS = f"{WAITING_POLICY};frame-ancestors *"
_OPENED = f"default-src 'self';sandbox;{_FRAMES}"
"""Of what is no page and can be opened all the same, as attachments and data: it runs nothing, and is of no origin."""
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""Of every answer."""
_NO_FRAME = ("X-Frame-Options", "DENY")
"""The same as `frame-ancestors`, for browsers that do not know it."""
_WORKER = r"program\.[0-9a-f]{10}\.js"
_SHOWN = "avif|css|gif|jpe?g|js|mp3|mp4|pdf|png|webm|webp|woff2"
"""What pages fetch for themselves, and what browsers show by means of their own, which a sandbox would take away."""
_NAMED_BY_CONTENT = ("assets/", "pagefind/fragment/", "pagefind/index/")
_FOR_EVER, _ASKED_ANEW = "public, max-age=31536000, immutable", "no-cache"
_OTHERS = {
    "application/epub+zip": "epub",
    "application/pdf": "pdf",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/zip": "zip",
    "audio/mpeg": "mp3",
    "font/woff2": "woff2",
    "image/avif": "avif",
    "image/gif": "gif",
    "image/jpeg": "jpg jpeg",
    "image/png": "png",
    "image/webp": "webp",
    "video/mp4": "mp4",
    "video/webm": "webm",
}
WRITTEN_BY = "# Written by `vetrina hosting"
"""How each of the files begins, by which it is known as ours."""
_HIDDEN = r"/\.(?!well-known/)"


@dataclass(frozen=True)
class Served:
    """A site as a server needs to know it."""

    host: str
    base: str
    """The path at which it stands: "/", or "/third/mission/"."""
    moved: Mapping[str, str]
    """Where each path that it had leads: "accordi/old/" → "/third/mission/accordi/new/"."""
    roots: tuple[str, ...]
    """The folders in which its pages stand, at its root: "accordi", "en"."""
    embeds: tuple[str, ...] = ()
    """The paths of the pages that other sites may show within theirs."""


def nginx(served: Served, site: str, listen: str) -> dict[str, str]:
    """A file for `conf.d/`: `site` is the folder of the site on that computer, `listen` where its server listens."""
    return {"vetrina.conf": _lines(_nginx(served, site.rstrip("/"), listen))}


def apache(served: Served) -> dict[str, str]:
    """The file for the folder of the site."""
    return {".htaccess": _lines(_apache(served))}


def headers(served: Served) -> dict[str, str]:
    """The files for the folder of the site, for hosts that have taken them over from one another.

    A path may meet several rules there, whose policies all hold: so that of pages is given to their folders alone, and
    never to the worker; and of pages that others may show, what all others have is taken back (`!`, which not all of
    these hosts know).
    """
    redirects = (f"{quote(served.base + old)} {new} 301" for old, new in served.moved.items())
    begun = f"{WRITTEN_BY} headers`."
    return {"_headers": _lines(_headers(served, begun)), "_redirects": _lines(chain((begun,), redirects))}


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _nginx(served: Served, site: str, listen: str) -> Iterator[str]:
    at, kept = re.escape(served.base), "|".join(_NAMED_BY_CONTENT)
    yield f"{WRITTEN_BY} nginx`. What else this server needs, as a certificate, stands in vetrina.d/."
    yield "map $uri $vetrina_policy {"
    yield f'    default "{_OPENED}";'
    yield from (f'    "~^{_quoted(at + re.escape(path))}(?:index[.]html)?$" "{_EMBEDS}";' for path in served.embeds)
    yield f'    "~(?:/|[.]html)$" "{_PAGES}";'
    yield f'    "~^{at}assets/{_WORKER}$" "{WORKER_POLICY}";'
    yield f'    "~*[.](?:{_SHOWN})$" "{_FRAMES}";'
    yield "}"
    yield "map $uri $vetrina_framed {"
    yield f'    default "{_NO_FRAME[1]}";'
    yield from (f'    "~^{_quoted(at + re.escape(path))}(?:index[.]html)?$" "";' for path in served.embeds)
    yield "}"
    yield "map $uri $vetrina_kept {"
    yield f'    default "{_ASKED_ANEW}";'
    yield f'    "~^{at}(?:{kept})" "{_FOR_EVER}";'
    yield "}"
    yield "server {"
    yield f"    listen {listen};"
    yield f"    server_name {served.host};"
    yield "    include vetrina.d/*.conf;"
    yield "    server_tokens off;"
    yield "    absolute_redirect off;"
    yield "    charset utf-8;"
    yield f"    charset_types {' '.join(TEXTS)};"
    yield "    default_type application/octet-stream;"
    yield "    types {"
    yield "        text/html html;"
    yield from (f"        {form} {endings};" for form, endings in (TEXTS | _OTHERS).items())
    yield "    }"
    yield "    gzip on;"
    yield "    gzip_static on;"
    yield "    gzip_vary on;"
    yield "    gzip_proxied any;"
    yield "    gzip_min_length 1000;"
    yield f"    gzip_types {' '.join(TEXTS)};"
    yield from (f'    add_header {name} "{value}" always;' for name, value in _ALWAYS.items())
    yield f"    add_header {_NO_FRAME[0]} $vetrina_framed always;"
    yield "    add_header Content-Security-Policy $vetrina_policy always;"
    yield "    add_header Cache-Control $vetrina_kept always;"
    yield f"    error_page 404 {served.base}404.html;"
    yield f"    location {served.base} {{"
    yield f'        alias "{site}/";'
    yield "        index index.html;"
    yield "    }"
    if served.base != "/":
        yield f'    location = "{_quoted(served.base.rstrip("/"))}" {{'
        yield f'        return 301 "{served.base}";'
        yield "    }"
    yield f'    location ~ "{_HIDDEN}" {{'
    yield "        return 404;"
    yield "    }"
    for old, new in served.moved.items():
        for path in (old, f"{old}index.html") if old.endswith("/") else (old,):
            yield f'    location = "{_quoted(served.base + path)}" {{'
            yield f'        return 301 "{new}";'
            yield "    }"
    yield "}"


def _apache(served: Served) -> Iterator[str]:
    programs = " ".join(f".{ending}" for ending in PROGRAMS)
    yield f"{WRITTEN_BY} apache`."
    yield "Options -Indexes -MultiViews"
    yield "DirectoryIndex index.html"
    yield f"ErrorDocument 404 {served.base}404.html"
    yield "AddDefaultCharset utf-8"
    yield f"AddCharset utf-8 {' '.join(TEXTS.values())}"
    for form, endings in (TEXTS | _OTHERS).items():
        yield f"AddType {form} {endings}"
    yield f"RemoveHandler {programs}"
    yield f"RemoveOutputFilter {programs}"
    yield f"RemoveType .gz {programs}"
    yield "AddEncoding gzip .gz"
    yield "<IfModule mod_headers.c>"
    yield from (f'Header always set {name} "{value}"' for name, value in (*_ALWAYS.items(), _NO_FRAME))
    yield f'Header always set Content-Security-Policy "{_OPENED}"'
    yield f'Header always set Cache-Control "{_ASKED_ANEW}"'
    for names, name, value in (
        (r"\.html(?:\.gz)?$", "Content-Security-Policy", _PAGES),
        (rf"\.(?:{_SHOWN})(?:\.gz)?$", "Content-Security-Policy", _FRAMES),
        (rf"^{_WORKER}(?:\.gz)?$", "Content-Security-Policy", WORKER_POLICY),
    ):
        yield f'<FilesMatch "{names}">'
        yield f'Header always set {name} "{value}"'
        yield "</FilesMatch>"
    kept = "|".join(_NAMED_BY_CONTENT)
    yield f'<If "%{{REQUEST_URI}} =~ m#^{_quoted(re.escape(served.base))}(?:{kept})#">'
    yield f'Header always set Cache-Control "{_FOR_EVER}"'
    yield "</If>"
    for path in served.embeds:
        address = _quoted(re.escape(served.base + path))
        yield rf'<If "%{{REQUEST_URI}} =~ m#^{address}(?:index\.html(?:\.gz)?)?$#">'
        yield f'Header always set Content-Security-Policy "{_EMBEDS}"'
        yield f"Header always unset {_NO_FRAME[0]}"
        yield "</If>"
    yield "</IfModule>"
    yield "<IfModule mod_deflate.c>"
    yield f"AddOutputFilterByType DEFLATE text/html {' '.join(TEXTS)}"
    yield "</IfModule>"
    yield "<IfModule mod_rewrite.c>"
    yield "RewriteEngine On"
    yield "RewriteCond %{HTTP:Accept-Encoding} gzip"
    yield "RewriteCond %{REQUEST_FILENAME}.gz -f"
    yield rf"RewriteRule ^(.+\.(?:html|{'|'.join(TEXTS.values())}))$ $1.gz [E=no-gzip:1,L]"
    yield "</IfModule>"
    yield "<IfModule mod_alias.c>"
    yield f'RedirectMatch 404 "{_HIDDEN}"'
    for old, new in served.moved.items():
        end = r"(?:index\.html)?" if old.endswith("/") else ""
        yield f'RedirectMatch 301 "^{_quoted(re.escape(served.base + old))}{end}$" "{new}"'
    yield "</IfModule>"


def _headers(served: Served, begun: str) -> Iterator[str]:
    yield begun
    yield f"{served.base}*"
    yield from (f"  {name}: {value}" for name, value in (*_ALWAYS.items(), _NO_FRAME))
    yield f"  Content-Security-Policy: {_FRAMES}"
    for path in ("", "404.html", *(f"{quote(root)}/*" for root in served.roots)):
        yield f"{served.base}{path}"
        yield f"  Content-Security-Policy: {WAITING_POLICY}"
    for folder in _NAMED_BY_CONTENT:
        yield f"{served.base}{folder}*"
        yield f"  Cache-Control: {_FOR_EVER}"
    for path in served.embeds:
        yield f"{served.base}{quote(path)}"
        yield f"  ! {_NO_FRAME[0]}"
        yield "  ! Content-Security-Policy"
        yield f"  Content-Security-Policy: {_EMBEDS}"


def _quoted(path: str) -> str:
    return path.replace("\\", "\\\\").replace('"', '\\"')
