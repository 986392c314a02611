"""Which presenter tells which kind."""

from collections.abc import Mapping

from generator.content.record import AnyRecord
from generator.kinds.agreement import Agreement
from generator.kinds.base import Kind
from generator.kinds.case import Case
from generator.kinds.correction import Correction
from generator.kinds.indicator import Indicator
from generator.kinds.initiative import Cantiere, Initiative
from generator.kinds.network import Network
from generator.kinds.organisation import Organisation
from generator.kinds.person import Person
from generator.kinds.place import Place
from generator.kinds.plan import Area, Plan
from generator.kinds.programme import Programme
from generator.kinds.source import Source
from generator.presenters.agreement import AgreementPresenter
from generator.presenters.case import CasePresenter
from generator.presenters.corrections import CorrectionPresenter
from generator.presenters.indicator import IndicatorPresenter
from generator.presenters.initiative import CantierePresenter, InitiativePresenter
from generator.presenters.network import NetworkPresenter
from generator.presenters.organisation import OrganisationPresenter
from generator.presenters.person import PersonPresenter
from generator.presenters.place import PlacePresenter
from generator.presenters.plan import AreaPresenter, PlanPresenter
from generator.presenters.presenter import Presenter
from generator.presenters.programme import ProgrammePresenter
from generator.presenters.source import SourcePresenter

PRESENTERS: Mapping[type[Kind], Presenter[Kind]] = {
    Agreement: AgreementPresenter(),
    Area: AreaPresenter(),
    Case: CasePresenter(),
    Cantiere: CantierePresenter(),
    Correction: CorrectionPresenter(),
    Indicator: IndicatorPresenter(),
    Initiative: InitiativePresenter(),
    Network: NetworkPresenter(),
    Organisation: OrganisationPresenter(),
    Person: PersonPresenter(),
    Place: PlacePresenter(),
    Plan: PlanPresenter(),
    Programme: ProgrammePresenter(),
    Source: SourcePresenter(),
}
_AS_DECLARED: Presenter[Kind] = Presenter()


def presenter_of(record: AnyRecord) -> Presenter[Kind]:
    """The presenter of a record's kind."""
    return PRESENTERS.get(type(record.facts), _AS_DECLARED)
