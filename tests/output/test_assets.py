import re
from hashlib import sha256
from urllib.parse import unquote

import pytest

from generator.output.assets import accent_stylesheet, bundle
from generator.output.errors import OutputError
from generator.problems.problem import Position, Problem


def failure(folder) -> Problem:
    with pytest.raises(OutputError) as caught:
        bundle([folder], {})
    (problem,) = caught.value.problems
    return problem


def test_an_address_changes_with_the_content_and_only_then(write):
    folder = write({"assets/mark.svg": "<svg/>", "assets/fonts/body.woff2": b"font", "assets/fonts/OFL": "licence"})
    first = bundle([folder], {})
    assert first.addresses["fonts/body.woff2"] == f"assets/fonts/body.{sha256(b'font').hexdigest()[:10]}.woff2"
    assert re.fullmatch(r"assets/fonts/OFL\.[0-9a-f]{10}", first.addresses["fonts/OFL"])
    assert first.files[first.addresses["mark.svg"]] == b"<svg/>"
    assert sorted(first.files) == sorted(first.addresses.values())
    write({"assets/mark.svg": "<svg></svg>"})
    second = bundle([folder], {})
    assert {name for name in first.addresses if first.addresses[name] != second.addresses[name]} == {"mark.svg"}


@pytest.mark.parametrize(("size", "is_within"), [(512, True), (513, False)])
def test_a_small_icon_is_held_within_the_pages(write, size, is_within):
    icon = "<svg a='#&'>" + " " * (size - 18) + "</svg>"
    assets = bundle([write({"assets/icon.svg": icon})], {})
    assert (list(assets.within), len(assets.files)) == ((["icon.svg"], 0) if is_within else ([], 1))
    if is_within:
        before, _, content = assets.within["icon.svg"].partition(",")
        assert (before, unquote(content)) == ("data:image/svg+xml", icon)
        assert not set('"<>#') & set(content)


def test_the_first_folder_wins_asset_by_asset(write, tmp_path):
    ours = write({"assets/a.svg": "ours", "assets/b.svg": "ours"}, "ours")
    theirs = write({"assets/a.svg": "theirs"}, "theirs")
    assets = bundle([theirs, tmp_path / "none", ours], {})
    assert [assets.files[assets.addresses[name]] for name in ("a.svg", "b.svg")] == [b"theirs", b"ours"]


def test_templates_and_hidden_files_are_no_assets(write):
    folder = write({"base.html": "x", "assets/.DS_Store": "x", "assets/a.js": "x"})
    assert list(bundle([folder], {}).addresses) == ["a.js"]


def test_no_assets_at_all(tmp_path):
    assets = bundle([tmp_path], {})
    assert (assets.addresses, assets.files) == ({}, {})


def test_stylesheets_lead_to_the_fingerprinted_files(write):
    folder = write(
        {
            "assets/css/style.css": (
                "@import url(base.css);\n"
                "a { src: url( '../fonts/b%20c.woff2' ); fill: url(#x); background: url(\"../i.svg#part\") }\n"
                "b { background: url(data:image/png;base64,AAAA), url('data:image/svg+xml,<svg/>') }"
            ),
            "assets/css/base.css": "c { src: url(../fonts/b%20c.woff2) }",
            "assets/fonts/b c.woff2": "font",
            "assets/i.svg": "<svg/>",
        }
    )
    assets = bundle([folder], {})
    address = {name: path.removeprefix("assets/") for name, path in assets.addresses.items()}
    font = address["fonts/b c.woff2"].replace(" ", "%20")
    assert assets.files[assets.addresses["css/style.css"]].decode() == (
        f'@import url("{address["css/base.css"].removeprefix("css/")}");'
        f'a{{src:url("../{font}");fill:url(#x);background:url("../{address["i.svg"]}#part")}}'
        "b{background:url(data:image/png;base64,AAAA),url('data:image/svg+xml,<svg/>')}\n"
    )


def test_what_a_stylesheet_imports_by_name_is_taken_in(write):
    folder = write(
        {
            "assets/site.css": '@layer a, b;\n@import "styles/b.css";\nc { d: e }\n',
            "assets/styles/b.css": "b { src: url(../f.woff2) }",
            "assets/f.woff2": "1",
        }
    )
    assets = bundle([folder], {})
    assert assets.addresses.keys() == {"f.woff2", "site.css"}
    font = assets.addresses["f.woff2"].removeprefix("assets/")
    assert assets.files[assets.addresses["site.css"]].decode() == f'@layer a,b;b{{src:url("{font}")}}c{{d:e}}\n'


def test_stylesheets_that_take_each_other_in_are_a_problem(write):
    folder = write({"assets/a.css": '\n@import "b.css";\n', "assets/b.css": '@import "a.css";\n'})
    assert failure(folder).place == Position((folder / "assets/b.css").as_posix(), 1)


def test_a_stylesheet_is_renamed_when_its_font_changes(write):
    folder = write({"assets/style.css": "a { src: url(f.woff2) }", "assets/f.woff2": "1"})
    before = bundle([folder], {}).addresses
    write({"assets/f.woff2": "2"})
    assert bundle([folder], {}).addresses["style.css"] != before["style.css"]


def test_stylesheets_lose_comments_and_needless_spaces_and_nothing_else(write):
    css = """/* don't
       url(nowhere.png) */
    a   {
        content: "/* kept */  it's"; /* gone */
        --x:  'a  b';
    }

    .a/**/.b { margin: 0  auto }
    """
    assets = bundle([write({"assets/a.css": css})], {})
    assert assets.files[assets.addresses["a.css"]].decode() == (
        "a{content:\"/* kept */  it's\";--x:'a  b'}.a.b{margin:0 auto}\n"
    )


@pytest.mark.parametrize("target", ["fonts/body.woff", "/fonts/body.woff2", "../x.svg", "//cdn.example/x.css"])
def test_a_url_that_leads_to_no_asset_is_a_problem_at_its_line(write, target):
    folder = write({"assets/a.css": f"\n/*\n*/ a {{ src: url({target}) }}", "assets/fonts/body.woff2": "x"})
    problem = failure(folder)
    assert problem.code == "template-error"
    assert problem.place == Position((folder / "assets/a.css").as_posix(), 3)
    assert target in str(problem.values["cause"])


def test_the_asset_that_was_meant_is_suggested(write):
    folder = write({"assets/a.css": "a { src: url(fonts/body.woff) }", "assets/fonts/body.woff2": "x"})
    assert failure(folder).suggestions == ("fonts/body.woff2",)


def test_stylesheets_that_import_each_other_are_a_problem(write):
    folder = write({"assets/a.css": "@import url(b.css);", "assets/b.css": "\n@import url(a.css);"})
    assert failure(folder).place == Position((folder / "assets/b.css").as_posix(), 2)


def test_a_stylesheet_in_another_encoding_is_a_problem_at_its_line(write):
    folder = write({"assets/a.css": "a{}\n/* città */".encode("latin-1")})
    assert failure(folder) == Problem("wrong-encoding", Position((folder / "assets/a.css").as_posix(), 2, 8))


def test_what_is_given_makes_way_for_a_file_of_any_folder(write, tmp_path):
    given = {"accent.css": accent_stylesheet("#123456", "#abcdef"), "fonts/body.woff2": b"given"}
    assets = bundle([tmp_path], given)
    css = assets.files[assets.addresses["accent.css"]].decode()
    assert css.index("--accent:#123456") < css.index("prefers-color-scheme:dark") < css.index("--accent:#abcdef")
    theirs = bundle([write({"assets/fonts/body.woff2": "theirs"})], given)
    assert {name: theirs.files[address] for name, address in theirs.addresses.items()} == {
        "accent.css": css.encode(),
        "fonts/body.woff2": b"theirs",
    }


def test_the_accent_ends_the_stylesheet_of_every_page(write):
    folder = write({"assets/vetrina.css": ":root { --accent: #000 }", "assets/other.css": "a{}"})
    assets = bundle([folder], {"accent.css": accent_stylesheet("#123456", "#abcdef")})
    css = assets.files[assets.addresses["vetrina.css"]].decode()
    positions = [css.index(one) for one in ("#000", "--accent:#123456", "prefers-color-scheme:dark", "#abcdef")]
    assert positions == sorted(positions)
    assert assets.files[assets.addresses["other.css"]] == b"a{}\n"
    assert "accent.css" not in assets.addresses


def test_scripts_import_the_fingerprinted_files(write):
    script = (
        'import a from "./parts/a.js";\nconst c = () => import("./b.js");\n'
        'import outside from "/pagefind/x.js"; const text = "./b.js";\n'
    )
    folder = write(
        {"assets/s.js": script, "assets/b.js": "1", "assets/parts/a.js": 'export * from "../b.js";\nexport let a;'}
    )
    assets = bundle([folder], {})
    address = {name: path.removeprefix("assets/") for name, path in assets.addresses.items()}
    expected = script.replace("./parts/a.js", f"./{address['parts/a.js']}")
    expected = expected.replace('("./b.js")', f'("./{address["b.js"]}")')
    assert assets.files[assets.addresses["s.js"]].decode() == expected
    assert f'from "../{address["b.js"]}"' in assets.files[assets.addresses["parts/a.js"]].decode()
    write({"assets/b.js": "2"})
    assert bundle([folder], {}).addresses["s.js"] != assets.addresses["s.js"]


def test_a_script_imported_for_its_effects_is_taken_in(write):
    folder = write(
        {"assets/s.js": 'import "./a.js";\nconst one = 1;\n', "assets/a.js": 'const one = () => import("./b.js");\n'}
        | {"assets/b.js": ""}
    )
    assets = bundle([folder], {})
    b = assets.addresses["b.js"].removeprefix("assets/")
    whole = f'{{\nconst one = () => import("./{b}");\n}}\nconst one = 1;\n'
    assert assets.files[assets.addresses["s.js"]].decode() == whole


def test_a_script_of_which_names_are_imported_is_taken_in_once_with_its_other_names_its_own(write):
    folder = write(
        {
            "assets/s.js": 'import { a, b } from "./a.js";\nimport { c } from "./c-d.js";\nconst own = 1;\n',
            "assets/a.js": 'import { c } from "./c-d.js";\nconst own = 2;\nexport class a {}\nexport let b = c;\n',
            "assets/c-d.js": "// four\nexport async function c() {}\n",
        }
    )
    assets = bundle([folder], {})
    assert list(assets.addresses) == ["s.js"]
    assert assets.files[assets.addresses["s.js"]].decode() == (
        "const $c_d = (() => {\nasync function c() {}\nreturn { c };\n})();\n"
        "const $a = (() => {\nconst { c } = $c_d;\nconst own = 2;\nclass a {}\nlet b = c;\nreturn { a, b };\n})();\n"
        "const { a, b } = $a;\nconst { c } = $c_d;\nconst own = 1;\n"
    )


@pytest.mark.parametrize("imported", ['import "./b.js";\n', 'import { b } from "./b.js";\n'])
def test_scripts_that_import_each_other_are_a_problem(write, imported):
    folder = write({"assets/a.js": f"// one\n{imported}", "assets/b.js": '// one\nimport "./a.js";\n'})
    assert failure(folder).place == Position((folder / "assets/b.js").as_posix(), 2)


def test_scripts_lose_their_comments(write):
    script = (
        '// one\n/** two\n * three */\nconst a = "//x"; // gone\n  // four\nconst b = "/** */";\nf({ // five\n});\n'
    )
    assets = bundle([write({"assets/s.js": script})], {})
    assert assets.files[assets.addresses["s.js"]] == b'const a = "//x";\nconst b = "/** */";\nf({\n});\n'


@pytest.mark.parametrize("line", ['a = "; // x"', "a = '{ // x'", "a = `, // x`", "a = 1 // it’s", "a; // don't"])
def test_what_may_stand_in_a_text_is_no_comment(write, line):
    assets = bundle([write({"assets/s.js": f"{line}\n"})], {})
    assert assets.files[assets.addresses["s.js"]].decode() == f"{line}\n"


def test_a_script_that_imports_what_is_not_there_is_a_problem_at_its_line(write):
    folder = write({"assets/s.js": '// one\nimport "./finding.js";', "assets/finder.js": ""})
    found = failure(folder)
    assert (found.code, found.place) == ("template-error", Position((folder / "assets/s.js").as_posix(), 2))
