"""One class a kind of content: the vocabulary of the whole project."""

from generator.content.kinds.agreement import Agreement
from generator.content.kinds.call import Call
from generator.content.kinds.indicator import Indicator
from generator.content.kinds.initiative import Cantiere, Initiative
from generator.content.kinds.network import Network
from generator.content.kinds.organisation import Organisation
from generator.content.kinds.page import Page
from generator.content.kinds.person import Person
from generator.content.kinds.plan import Area, Plan
from generator.content.kinds.programme import Programme
from generator.content.kinds.record import Kind
from generator.content.kinds.source import Source

KINDS: tuple[type[Kind], ...] = (
    Programme,
    Initiative,
    Cantiere,
    Agreement,
    Network,
    Call,
    Plan,
    Area,
    Indicator,
    Organisation,
    Person,
    Source,
    Page,
)
BY_FOLDER = {kind.folder: kind for kind in KINDS}
