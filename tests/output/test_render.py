from pathlib import Path

import pytest

from generator.output.errors import OutputError
from generator.output.render import Renderer
from generator.output.templates import Templates
from generator.problems.problem import Position, Problem
from generator.problems.setup import SetupError
from generator.view.outputs import Feed, FeedEntry, HtmlPage, Redirect, Robots
from generator.words import Phrase, words_for

REDIRECT = Redirect("old/index.html", "en", "Old & <new>", "/new/", "https://showcase.example/new/")


def failure(renderer: Renderer, view: HtmlPage | Redirect) -> Problem:
    with pytest.raises(OutputError) as caught:
        renderer.render(view, words_for("en"))
    (problem,) = caught.value.problems
    assert problem.code == "template-error"
    return problem


def test_a_page_sees_page_body_and_frame(write, page, english):
    folder = write({"page.html": "{{ page.path }} {{ body.title }} {{ frame.site_title }} {{ body.passages }}"})
    assert Renderer(Templates([folder])).render(page, english) == (
        b"method/index.html The &lt;method&gt; A showcase <p>Prose</p>\n"
    )


def test_a_page_is_rendered_by_the_template_of_its_body_and_a_view_by_its_own(write, page, english):
    folder = write({"page.html": "page", "redirect.html": "{{ view.title }}"})
    assert Renderer(Templates([folder])).render(page, english) == b"page\n"
    assert Renderer(Templates([folder])).render(REDIRECT, english) == b"Old &amp; &lt;new&gt;\n"


def test_xml_is_escaped_and_plain_text_is_not(write, english):
    folder = write(
        {
            "feed.xml": "{{ view.title }}{% for e in view.entries %} {{ e.title }}{% endfor %}",
            "robots.txt": "Sitemap: {{ view.sitemap }}",
        }
    )
    feed = Feed("feed.xml", "en", "id", "Us & them", "", "", "", "", "", (FeedEntry("", "<b>", "", "", ""),))
    assert Renderer(Templates([folder])).render(feed, english) == b"Us &amp; them &lt;b&gt;\n"
    robots = Robots("robots.txt", "https://showcase.example/sitemap.xml?a=1&b=2", disallowed=())
    assert (
        Renderer(Templates([folder])).render(robots, english)
        == b"Sitemap: https://showcase.example/sitemap.xml?a=1&b=2\n"
    )


def test_the_first_folder_wins_template_by_template(write, english):
    ours = write({"redirect.html": "ours {% include 'part.html' %}", "part.html": "our part"}, "ours")
    theirs = write({"part.html": "their part"}, "theirs")
    assert Renderer(Templates([theirs, ours])).render(REDIRECT, english) == b"ours their part\n"


def test_a_folder_that_does_not_exist_is_passed_over_but_one_must(tmp_path, write, english):
    folder = write({"redirect.html": "ours"})
    assert Renderer(Templates([tmp_path / "none", folder])).render(REDIRECT, english) == b"ours\n"
    with pytest.raises(SetupError, match="no templates"):
        Renderer(Templates([tmp_path / "none"]))


def test_one_newline_at_the_end_and_no_carriage_returns(write, english):
    folder = write({"redirect.html": "\r\n{% if true %}\r\n  è\r\n{% endif %}\r\n{{ view.title }}\r\n\r\n\r\n"})
    view = Redirect("x", "en", "a\r\nb", "", "")
    assert Renderer(Templates([folder])).render(view, english) == "  è\na\nb\n".lstrip().encode()


def test_the_lines_of_tags_leave_no_trace(write, english):
    folder = write({"redirect.html": "a\n  {% if true %}\nb\n  {% endif %}\nc"})
    assert Renderer(Templates([folder])).render(REDIRECT, english) == b"a\nb\nc\n"


def test_words_are_escaped_and_so_is_what_fills_them(write, english):
    folder = write({"redirect.html": "{{ _('Tom & {name} {bold}', name=view.title, bold='<b>x</b>'|safe) }}"})
    assert Renderer(Templates([folder])).render(REDIRECT, english) == b"Tom &amp; Old &amp; &lt;new&gt; <b>x</b>\n"


@pytest.mark.parametrize(("number", "said"), [(1, "1 &lt; of A &amp; B"), (1234, "1,234 &gt; of A &amp; B")])
def test_counted_words(write, english, number, said):
    template = "{{ _n('{number} < of {who}', '{number} > of {who}', view.href|int, who='A & B') }}"
    folder = write({"redirect.html": template})
    view = Redirect("x", "en", "", str(number), "")
    assert Renderer(Templates([folder])).render(view, english).decode() == f"{said}\n"


def test_the_words_are_those_of_each_call(write):
    folder = write({"redirect.html": "{{ _n('{number} x', '{number} xs', 1234) }}"})
    renderer = Renderer(Templates([folder]))
    assert renderer.render(REDIRECT, words_for("en")) == b"1,234 xs\n"
    assert renderer.render(REDIRECT, words_for("it")) == b"1.234 xs\n"
    assert renderer.render(REDIRECT, words_for("en")) == b"1,234 xs\n"


def test_the_catalogue_is_asked(write):
    folder = write({"redirect.html": "{{ _('{amount} euros', amount='<2>') }}"})
    italian = words_for("it").catalogue.gettext("{amount} euros").format(amount="&lt;2&gt;")
    assert Renderer(Templates([folder])).render(REDIRECT, words_for("it")).decode() == f"{italian}\n"


@pytest.mark.parametrize("name", ["lipsum()", "cycler('a')", "joiner()", "[1, 2]|random"])
def test_nothing_in_a_template_changes_from_time_to_time(write, name):
    folder = write({"redirect.html": f"{{{{ {name} }}}}"})
    assert failure(Renderer(Templates([folder])), REDIRECT).place.line == 1


def test_a_missing_variable_is_named_with_file_and_line(write):
    folder = write({"redirect.html": "one\ntwo\n{{ view.titel }}\n"})
    problem = failure(Renderer(Templates([folder])), REDIRECT)
    assert (problem.place.path, problem.place.line) == ((folder / "redirect.html").as_posix(), 3)
    assert problem.values["cause"] == "'generator.view.outputs.Redirect object' has no attribute 'titel'"


def test_a_failure_in_an_included_template_or_a_macro_is_placed_there(write):
    folder = write(
        {
            "redirect.html": "{% include 'parts/a.html' %}",
            "parts/a.html": "\n{% from 'parts/macros.html' import show %}\n{{ show(view) }}",
            "parts/macros.html": "\n\n\n{% macro show(it) %}\n{{ it.nothing }}\n{% endmacro %}",
        }
    )
    problem = failure(Renderer(Templates([folder])), REDIRECT)
    assert (problem.place.path, problem.place.line) == ((folder / "parts/macros.html").as_posix(), 5)
    assert "nothing" in str(problem.values["cause"])


def test_a_failure_in_a_base_template_is_placed_there(write):
    folder = write(
        {
            "redirect.html": "{% extends 'base.html' %}{% block a %}{{ 1 / 0 }}{% endblock %}",
            "base.html": "\n{{ unheard_of }}\n{% block a %}{% endblock %}",
        }
    )
    problem = failure(Renderer(Templates([folder])), REDIRECT)
    assert (problem.place.path, problem.place.line) == ((folder / "base.html").as_posix(), 2)


@pytest.mark.parametrize(
    ("template", "cause"),
    [
        ("\n{{ 1 / 0 }}", "ZeroDivisionError"),
        ("\n{{ _('{number} records') ~ _('{number} x', other=1) }}", "number"),
        ("\n{{ 'a'.nothing() }}", "nothing"),
        ("\n{% if %}", "Expected an expression"),
        ("\n{{ 1|unheard }}", "unheard"),
        ("\n{{ 'a' + 1 }}", "TypeError"),
    ],
)
def test_whatever_fails_in_a_template_is_a_problem_with_its_line(write, template, cause):
    folder = write({"redirect.html": template})
    problem = failure(Renderer(Templates([folder])), REDIRECT)
    assert (problem.place.path, problem.place.line) == ((folder / "redirect.html").as_posix(), 2)
    assert cause in str(problem.values["cause"])


def test_a_syntax_error_in_an_included_template_is_placed_there(write):
    folder = write({"redirect.html": "{% include 'b.html' %}", "b.html": "\n\n{% endfor %}"})
    problem = failure(Renderer(Templates([folder])), REDIRECT)
    assert (problem.place.path, problem.place.line) == ((folder / "b.html").as_posix(), 3)


def test_a_missing_template_is_named_where_it_is_wanted(write, page):
    folder = write({"redirect.html": "\n{% include 'gone.html' %}"})
    problem = failure(Renderer(Templates([folder])), REDIRECT)
    assert (problem.place.path, problem.place.line) == ((folder / "redirect.html").as_posix(), 2)
    assert problem.values["cause"] == Phrase("there is no template “{name}”", {"name": "gone.html"})
    assert failure(Renderer(Templates([folder])), page).place.path == (folder / "page.html").as_posix()


def test_a_template_that_is_no_text_is_told_at_its_byte(write):
    folder = write({"redirect.html": "{% extends 'base.html' %}", "base.html": b"one\n\xe8 la carte\xe0"})
    with pytest.raises(OutputError) as caught:
        Renderer(Templates([folder])).render(REDIRECT, words_for("en"))
    assert caught.value.problems == (Problem("wrong-encoding", Position((folder / "base.html").as_posix(), 2, 1)),)


def test_folders_named_relatively_keep_their_name(write, monkeypatch):
    folder: Path = write({"redirect.html": "{{ x }}"})
    monkeypatch.chdir(folder.parent)
    assert failure(Renderer(Templates([Path("templates")])), REDIRECT).place.path == "templates/redirect.html"
