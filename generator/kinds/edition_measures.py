"""What the totals over all editions count."""

from generator.fields.choices import Choice, Option
from generator.fields.quantities import COUNT, MONEY
from generator.words import N_

MEASURES = Choice(
    {
        "submitted": Option(N_("projects submitted"), also=N_("submitted, applications, proposals"), measured_as=COUNT),
        "funded": Option(
            N_("projects funded"), also=N_("funded, winners, winning projects"), within="submitted", measured_as=COUNT
        ),
        "earmarked": Option(N_("sum set aside"), measured_as=MONEY),
        "paid": Option(N_("sum paid"), measured_as=MONEY),
        "amount": Option(N_("total sum"), measured_as=MONEY),
    }
)
