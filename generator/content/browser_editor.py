"""Where the editor in the browser finds the content: which repository, on which host, and how one signs in."""

from typing import ClassVar

from generator.fields.choices import Choice, Option
from generator.fields.declare import Group, needed, optional
from generator.fields.texts import TEXT, TextType
from generator.fields.web import URL
from generator.words import N_

HOSTS = Choice({"github": Option("GitHub"), "gitlab": Option("GitLab"), "gitea": Option("Gitea")})


class BrowserEditor(Group):
    singular: ClassVar[str] = N_("the editor in the browser")
    host: str = needed(HOSTS, N_("Host"), help=N_("What the repository of the contents is kept on."))
    repository: str = needed(
        TextType("ateneo/vetrina"),
        N_("Repository"),
        help=N_("Whose it is and what it is called, as in its address: ateneo/vetrina."),
    )
    branch: str | None = optional(
        TextType("main"), N_("Branch"), help=N_("The branch that is published; without it, the usual one of the host.")
    )
    server: str | None = optional(
        URL,
        N_("Server"),
        help=N_("The address of the host, where it is one of your own: without it, the public one."),
        example="https://git.collefiorito.example/",
    )
    sign_in: str | None = optional(
        URL,
        N_("Sign-in service"),
        help=N_("On GitHub, the address of your service for signing in; without it, one signs in by a token."),
        example="https://accesso.collefiorito.example/",
    )
    app_id: str | None = optional(
        TEXT,
        N_("Application id"),
        help=N_("On GitLab and Gitea, the id of the application that signs in; without it, one signs in by a token."),
        example="3f6c1b0e",
    )
