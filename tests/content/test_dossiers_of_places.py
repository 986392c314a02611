"""A dossier of a place and the page of that place count the same, of the real content in both languages."""

from generator.kinds.place import Place
from generator.presenters.dossier_roles import how_much
from generator.presenters.place import all_here
from generator.showcase.relate import relate
from generator.showcase.selection import Questions, at_place
from generator.text.context import contexts_of
from generator.text.listed import counted, names_listed
from tests.days import content_of
from tests.real import DAY, ROOT


def test_the_dossier_of_a_place_counts_first_what_its_page_counts() -> None:
    showcase, _ = relate(content_of(ROOT), DAY, drafts=False)
    for context in contexts_of(showcase):
        apart = 0
        for ref in names_listed(context, Place):
            asked = Questions(places=(ref,))
            refs, here = at_place(context.showcase, ref), all_here(context, ref)
            shown = [one for one in refs if context.language in context.showcase.languages(one)]
            said = how_much(context, shown, asked)
            if here:
                assert said.startswith(counted(context, here))
            apart += said != f"{counted(context, shown)}." and bool(shown)
        assert apart
