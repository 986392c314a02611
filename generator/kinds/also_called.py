"""What writers also call a field, in their tables and by mistake; several kinds have most of these."""

from generator.words import N_

A_SORT = N_("type, sort, category")
A_PLACE = N_("place, venue, location, town, where")
ENROL = N_("registration, enrolment")
PRICE = N_("price, fee, ticket")
A_SCOPE = N_("territory, range")
A_PROMOTER = N_("organiser, promoted by, lead partner")
A_START = N_("start date, begins on")
AN_END = N_("end date, ends on")
A_SUM = N_("sum, budget, funding, contribution")
