"""What writers also call a field, in their tables and by mistake; several kinds have most of these."""

from generator.words import N_

A_SORT = N_("type, sort, category")
A_PLACE = N_("place, venue, location, where")
ENROL = N_("registration, enrolment")
PRICE = N_("price, fee, ticket")
