"""What web servers may run wherever it stands in the name of a file, as in `elenco.php.csv`."""

PROGRAMS = tuple(
    """asa asax ashx asmx asp aspx cfm cgi fcgi jsp jspx phar php php3 php4 php5 php7 php8 phps pht phtml pl py shtm
    shtml stm""".split()
)
"""The endings of programs, and of pages in which servers look for them."""


def program_in(name: str) -> str:
    """The ending of a program that stands in a name; "" where none does."""
    return next((one for one in name.lower().split(".")[1:] if one.strip() in PROGRAMS), "").strip()
