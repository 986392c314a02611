"""Views → text files, through the templates, which see a view and the interface's words and nothing else."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import TracebackType

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError, UndefinedError
from markupsafe import Markup, escape

from generator.output.compiled import CompiledOnce
from generator.output.content_policy import PAGE_POLICY, WAITING, WAITING_POLICY
from generator.output.errors import OutputError
from generator.output.once import Once
from generator.output.pieces import inline, piece
from generator.output.templates import Templates
from generator.problems.problem import Position, Problem, problem
from generator.problems.setup import SetupError
from generator.view.dossiers import PaperPage
from generator.view.letter import Newsletter
from generator.view.office_report import Report
from generator.view.outputs import Feed, HtmlPage, Redirect, Robots, SecurityContact, Sitemap
from generator.view.pictures import EmbedPage, PictureSvg
from generator.words import N_, Phrase, Words

Rendered = (
    HtmlPage
    | Feed
    | Sitemap
    | Robots
    | SecurityContact
    | Redirect
    | Newsletter
    | Report
    | PaperPage
    | PictureSvg
    | EmbedPage
)

# Their results differ from one time to the next, or remember what was asked before.
_UNREPEATABLE_GLOBALS = ("cycler", "joiner", "lipsum")
_UNREPEATABLE_FILTERS = ("random",)


class Renderer:
    """Shows views by `templates`.

    A template gets `_(message, **values)` and `_n(one, many, number, **values)`, which say a message of the
    catalogues as escaped `Markup`, `policy`, what a page may do, and `waiting_policy` of one with the line `waiting`;
    a page's also `page`, `body` and `frame`, any other view's `view`. A macro of another file sees the words and the
    view only when imported `with context`. The filters `piece` and `inline` write inline text, and `{% once %}` what
    many pages have.

    Raises SetupError when none of their folders exists.
    """

    def __init__(self, templates: Templates) -> None:
        self._folders = templates.folders
        if not any(folder.is_dir() for folder in self._folders):
            raise SetupError(
                Phrase(N_("There are no templates in {folders}."), {"folders": ", ".join(map(str, self._folders))}),
                Phrase(N_("Install Vetrina again, or give the folder that holds the templates.")),
            )
        self._environment = CompiledOnce(
            loader=FunctionLoader(templates.source),
            undefined=StrictUndefined,
            autoescape=_escapes,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            extensions=[Once],
        )
        self._sayings: dict[str, tuple[Words, dict[str, Callable[..., Markup]]]] = {}
        self._environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self._environment.filters |= {"piece": piece, "inline": inline}
        said = {"policy": PAGE_POLICY, "waiting_policy": WAITING_POLICY, "waiting": WAITING}
        self._environment.globals |= {name: Markup(one) for name, one in said.items()}
        for name in _UNREPEATABLE_GLOBALS:
            del self._environment.globals[name]
        for name in _UNREPEATABLE_FILTERS:
            del self._environment.filters[name]

    def render(self, view: Rendered, words: Words) -> bytes:
        """Show `view` as UTF-8 with one newline at the end.

        Raises OutputError (`template-error`, at the template's file and line) when the template is missing,
        malformed, or asks for what the view does not have; where one cannot be read, as `Templates` do.
        """
        name = view.template
        try:
            text = self._environment.get_template(name).render(_shown(view) | self._said(words))
        except Exception as error:  # an owner's template may fail in any way
            raise self._explained(error, name) from error
        return text.replace("\r\n", "\n").strip().encode() + b"\n"

    def faults(self, name: str) -> Sequence[Problem]:
        """What is wrong with a template as it is written, whatever it shows."""
        try:
            self._environment.get_template(name)
        except Exception as error:  # whatever it is made of is compiled
            return self._explained(error, name).problems
        return ()

    def _said(self, words: Words) -> dict[str, Callable[..., Markup]]:
        """The functions that say a message in a language."""
        known = self._sayings.get(words.language)
        if known is None or known[0] is not words:  # other sites have other words
            known = self._sayings[words.language] = words, {"_": _text(words), "_n": _count(words)}
        return known[1]

    def _explained(self, error: Exception, name: str) -> OutputError:
        if isinstance(error, OutputError):
            return error
        cause: object = f"{type(error).__name__}: {error}"
        place = self._place(error, name)
        if isinstance(error, TemplateNotFound):
            cause = Phrase(N_("there is no template “{name}”"), {"name": error.name})
        elif isinstance(error, TemplateSyntaxError):
            cause = error.message or ""
            place = Position(Path(error.filename or name).as_posix(), error.lineno)
        elif isinstance(error, UndefinedError):
            cause = error.message or ""
        return OutputError(problem("template-error", place, cause=cause))

    def _place(self, error: Exception, name: str) -> Position:
        """The innermost line of a template that the error passed through, or else the template `name`."""
        place = Position((self._folders[-1] / name).as_posix())
        for file, line in _lines(error.__traceback__):
            if any(file.is_relative_to(folder) for folder in self._folders):
                place = Position(file.as_posix(), line)
        return place


def _escapes(name: str | None) -> bool:
    return name is not None and name.endswith((".html", ".xml", ".svg"))


def _lines(traceback: TracebackType | None) -> Iterator[tuple[Path, int]]:
    while traceback is not None:
        yield Path(traceback.tb_frame.f_code.co_filename), traceback.tb_lineno
        traceback = traceback.tb_next


def _shown(view: Rendered) -> dict[str, object]:
    return {"page": view, "body": view.body, "frame": view.frame} if isinstance(view, HtmlPage) else {"view": view}


def _text(words: Words) -> Callable[..., Markup]:
    @cache
    def plain(message: str) -> Markup:
        """A message without gaps: pages repeat them."""
        return filled(message)

    def filled(message: str, /, **values: object) -> Markup:
        return escape(words.catalogue.gettext(message)).format(**values)

    return lambda message, /, **values: filled(message, **values) if values else plain(message)


def _count(words: Words) -> Callable[..., Markup]:
    def count(one: str, many: str, number: int, /, **values: object) -> Markup:
        sentence = escape(words.catalogue.ngettext(one, many, number))
        return sentence.format(**{"number": words.number(number), **values})

    return count


@lru_cache(maxsize=1)
def renderer_of(templates: Templates) -> Renderer:
    """What shows views by some templates: whoever asks again while they say the same has them compiled."""
    return Renderer(templates)
