"""What sorts of agreement there are, by whatever name a source calls one."""

from generator.fields.choices import Choice, Option
from generator.words import N_

FORMS = Choice(
    {
        "memorandum": Option(
            N_("memorandum of understanding"),
            N_("Memoranda of understanding"),
            segments={"it": "protocollo-d-intesa", "en": "memorandum-of-understanding"},
        ),
        "framework": Option(
            N_("framework agreement"),
            N_("Framework agreements"),
            segments={"it": "accordo-quadro", "en": "framework-agreement"},
            also=N_("framework, framework accord"),
        ),
        "convention": Option(
            N_("agreement (convenzione)"),
            N_("Agreements (convenzioni)"),
            segments={"it": "convenzione", "en": "convention"},
        ),
        "implementing-convention": Option(
            N_("implementing agreement (convenzione)"),
            N_("Implementing agreements (convenzioni)"),
            segments={"it": "convenzione-attuativa", "en": "implementing-convention"},
        ),
        "letter-of-intent": Option(
            N_("letter of intent"),
            N_("Letters of intent"),
            segments={"it": "lettera-d-intenti", "en": "letter-of-intent"},
        ),
        "collaboration": Option(
            N_("collaboration agreement"),
            N_("Collaboration agreements"),
            segments={"it": "accordo-di-collaborazione", "en": "collaboration-agreement"},
        ),
        "programme-agreement": Option(
            N_("programme agreement"),
            N_("Programme agreements"),
            segments={"it": "accordo-di-programma", "en": "programme-agreement"},
        ),
        "concession": Option(N_("concession"), N_("Concessions"), segments={"it": "concessione", "en": "concession"}),
        "consortium": Option(N_("consortium"), N_("Consortia"), segments={"it": "consorzio", "en": "consortium"}),
    }
)
