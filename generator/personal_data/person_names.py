"""Names by which a mailbox is known as a person's: the commonest in Italy, and what is a person's name only beside
another."""

_FIRST_NAMES = frozenset(
    """alberto alessandra alessandro alessia alessio alice andrea angela angelo anna annamaria antonella antonio
    arianna barbara beatrice bruno carla carlo caterina chiara claudia claudio cristina daniela daniele dario
    davide debora domenico donatella elena eleonora elisa elisabetta emanuela emanuele enrico erica fabio
    fabrizio federica federico filippo francesca francesco franco gabriele gabriella giacomo giada gianluca gianni
    giorgia giorgio giovanna giovanni giulia giuliano giulio giuseppe giuseppina ilaria irene ivan jessica john
    laura leonardo lorenzo luca lucia luciano luigi luisa manuela marco margherita maria mariangela mario marta
    martina massimo matteo maurizio mauro michela michele monica nicola nicoletta paola paolo patrizia peter
    piero pietro raffaele raffaella riccardo rita roberta roberto rosanna salvatore sandra sara sergio silvia
    simona simone sofia stefania stefano teresa thomas tommaso umberto valentina valeria valerio vincenzo
    walter""".split()
)
_SURNAMES = frozenset(
    """amato barbieri barone basile bassi bellini benedetti bernardi bernasconi bianchi brambilla caputo caruso cattaneo
    colombo conte coppola costantini damico deangelis deluca derosa desantis donati esposito fabbri farina ferrari
    ferrario ferraro ferrero ferretti ferri fumagalli fusco galli gallo gatti gentile giannini giordano giuliani
    grassi grasso grossi guidi leonardi lombardi longo mancini mantovani marchetti mariani marini martinelli martini
    mazza milani montanari morelli moretti negri neri orlandi orlando pagano palmieri palumbo parisi pellegrini
    pellegrino piras ricci rinaldi rizzi rizzo rossetti rossi rota ruggiero russo sanna santoro sartori silvestri
    sorrentino valentini verdi villani vitali""".split()
)
PERSON_NAMES = _FIRST_NAMES | _SURNAMES
"""No mailbox with one is an office's, whatever else its name says: none is as well a place or a theme."""
NAMES_OF_THEMES = frozenset(
    """ada adele agata alba alma amalia ambra anita aurora azzurra bianca camilla celeste clara costanza dafne dalia
    dante diana elettra enea eva fiore fiorenza flora franca gaia gemma gioia gloria grazia greta ida iole iris isabella
    italia leone letizia libera linda livia luce luna maia mara maya mia mila mina mira miranda nora norma olga olimpia
    olivia ottavia penelope perla pia regina rosa santo serena sole stella sveva tea tosca vera viola virginia vita
    vittoria zoe""".split()
)
"""First names that are as well a place, a theme or a project: a person's only beside a surname."""
SURNAMES_OF_OFFICES = frozenset("bandi campus corsi orto polo posta rettore sindaco smart stampa".split())
"""Surnames that are words of an office as well: a person's after a first name or an initial."""
