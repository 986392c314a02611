"""One class a kind of content: the vocabulary of the whole project."""

from generator.content.kinds.agreement import Agreement
from generator.content.kinds.initiative import Cantiere, Initiative
from generator.content.kinds.organisation import Organisation
from generator.content.kinds.page import Page
from generator.content.kinds.person import Person
from generator.content.kinds.programme import Programme
from generator.content.kinds.record import Kind
from generator.content.kinds.source import Source

KINDS: tuple[type[Kind], ...] = (Programme, Initiative, Cantiere, Agreement, Organisation, Person, Source, Page)
BY_FOLDER = {kind.folder: kind for kind in KINDS}
