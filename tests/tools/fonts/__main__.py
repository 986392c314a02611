"""Makes the fonts and measures below `generator/data/` anew: `make fonts`."""

from tests.tools.fonts.make import DATA, made


def main() -> None:
    """Write each file in its place."""
    for name, content in made().items():
        file = DATA / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    main()
