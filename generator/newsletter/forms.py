"""A newsletter in its forms: a page, the same as programs for e-mail want it, plain text."""

from generator.output.render import Renderer
from generator.view.letter import Newsletter
from generator.words import Words


def as_page(view: Newsletter, renderer: Renderer, words: Words) -> str:
    """A page whole in itself: it asks for nothing."""
    return renderer.render(view, words).decode()


def as_mail(page: str) -> str:
    """The page with its style in its elements, as many programs want it; for those that heed it the style stays, so
    that dark ones are dark. Nothing is fetched for it."""
    from css_inline import CSSInliner  # an extra, and a library that is slow to load

    return CSSInliner(keep_style_tags=True, load_remote_stylesheets=False).inline(page)


def as_text(view: Newsletter, words: Words) -> str:
    """Plain text, its addresses on lines of their own."""
    parts = [view.title, view.lead]
    for section in view.sections:
        parts.append(section.heading.upper())
        parts += ["\n".join(filter(None, (f"* {one.title}", one.note, one.href))) for one in section.items]
        parts += [f"{section.more}\n{section.href}"] if section.more else []
    parts += [view.untold] if view.untold else []
    parts.append("\n".join(filter(None, (view.site, view.home, view.banner))))
    return "\n\n".join(parts) + "\n"
