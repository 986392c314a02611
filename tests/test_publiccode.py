"""publiccode.yml keeps to its standard, version 0.7, whose table of fields is typed below."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]


def one_of(*values: str) -> Callable[[Any], bool]:
    return lambda value: value in values


def each(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and bool(value) and all(map(test, value))


def matches(pattern: str) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value, re.DOTALL) is not None


def is_bool(value: Any) -> bool:
    return isinstance(value, bool)


TEXT = matches(r"\S.*")
URL = matches(r"https?://\S+")
COUNTRY = matches("[A-Z]{2}")
LANGUAGE = matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
CATEGORIES = """
    accounting agile-project-management applicant-tracking application-development appointment-scheduling
    backup billing-and-invoicing blog budgeting business-intelligence business-process-management cad
    call-center-management cloud-management collaboration communications compliance-management
    contact-management content-management crm customer-service-and-support data-analytics data-collection
    data-visualization design design-system digital-asset-management digital-citizenship document-management
    donor-management e-commerce e-signature educational-content email-management email-marketing
    employee-management enterprise-project-management enterprise-social-networking erp event-management
    facility-management feedback-and-reviews-management financial-reporting fleet-management fundraising
    gamification geographic-information-systems grant-management graphic-design help-desk hr ide
    identity-management instant-messaging integrated-library-system inventory-management it-asset-management
    it-development it-management it-security it-service-management knowledge-management
    learning-management-system marketing mind-mapping mobile-marketing mobile-payment network-management
    office online-booking online-community payment-gateway payroll predictive-analysis procurement
    productivity-suite project-collaboration project-management property-management real-estate-management
    regulations-and-directives remote-support resource-management sales-management seo service-desk
    social-media-management survey talent-management task-management taxes-management test-management
    time-management time-tracking translation video-conferencing video-editing visitor-management voip
    warehouse-management web-collaboration web-conferencing website-builder whistleblowing
    workflow-management other
""".split()
SCOPES = """
    agriculture culture defence education emergency-services employment energy environment
    finance-and-economic-development foreign-affairs government healthcare infrastructures justice
    local-authorities manufacturing research science-and-technology security society sport tourism
    transportation welfare
""".split()

# Path → what its value must be. `*` stands for any key or position.
MANDATORY: dict[str, Callable[[Any], bool]] = {
    "publiccodeYmlVersion": one_of("0.7", "0.7.0"),
    "name": TEXT,
    "url": URL,
    "platforms": each(TEXT),
    "developmentStatus": one_of("concept", "development", "beta", "stable", "obsolete"),
    "softwareType": one_of(
        "standalone/mobile",
        "standalone/iot",
        "standalone/desktop",
        "standalone/web",
        "standalone/backend",
        "standalone/other",
        "addon",
        "library",
        "configurationFiles",
    ),
    "description/*/shortDescription": matches(r"[^\n]{1,150}"),
    "description/*/longDescription": matches(r".{150,10000}"),
    "description/*/features": each(TEXT),
    "legal/license": matches("EUPL-1.2"),
    "maintenance/type": one_of("internal", "contract", "community", "none"),
    "maintenance/contacts/*/name": TEXT,
    "localisation/localisationReady": is_bool,
    "localisation/availableLanguages": each(LANGUAGE),
}
OPTIONAL: dict[str, Callable[[Any], bool]] = {
    "landingURL": URL,
    "softwareVersion": TEXT,
    "releaseDate": matches(r"\d{4}-\d\d-\d\d"),
    "logo": matches(r"\S+\.(svg|svgz|png)"),
    "categories": each(one_of(*CATEGORIES)),
    "usedBy": each(TEXT),
    "roadmap": URL,
    "intendedAudience/countries": each(COUNTRY),
    "intendedAudience/scope": each(one_of(*SCOPES)),
    "supports/*/id": matches(r"(alias|urn|https?):\S+"),
    "organisation/uri": matches(r"(urn|https?):\S+"),
    "organisation/name": TEXT,
    "fundedBy/*/name": TEXT,
    "fundedBy/*/uri": TEXT,
    "description/*/localisedName": TEXT,
    "description/*/documentation": URL,
    "description/*/apiDocumentation": URL,
    "description/*/screenshots": each(matches(r"\S+\.(png|jpe?g)")),
    "description/*/videos": each(URL),
    "description/*/awards": each(TEXT),
    "legal/mainCopyrightOwner": TEXT,
    "maintenance/contacts/*/affiliation": TEXT,
    "dependsOn/*/*/name": TEXT,
    "dependsOn/*/*/version": TEXT,
    "dependsOn/*/*/versionMin": TEXT,
    "dependsOn/*/*/versionMax": TEXT,
    "dependsOn/*/*/optional": is_bool,
}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its path; a list of plain values is one value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}/{key}".lstrip("/"))
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}/{index}")
    else:
        yield path, value


def is_at(path: str, field: str) -> bool:
    return re.fullmatch(field.replace("*", "[^/]+"), path) is not None


def read() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((ROOT / "publiccode.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return loaded


def test_every_mandatory_field_is_filled() -> None:
    paths = [path for path, _ in leaves(read())]
    assert [field for field in MANDATORY if not any(is_at(path, field) for path in paths)] == []


def test_every_field_is_known_and_holds_what_the_standard_allows() -> None:
    fields = MANDATORY | OPTIONAL
    wrong = [
        (path, value)
        for path, value in leaves(read())
        if not any(is_at(path, field) and test(value) for field, test in fields.items())
    ]
    assert wrong == []


def test_each_language_is_described_in_full() -> None:
    publiccode = read()
    assert list(publiccode["description"]) == ["en", "it"]
    for words in publiccode["description"].values():
        assert set(words) >= {"shortDescription", "longDescription", "features"}


def test_what_the_project_says_elsewhere_is_said_the_same_way() -> None:
    publiccode = read()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == f"{publiccode['legal']['license']} AND OFL-1.1", "the program’s, and that of its fonts"
    assert publiccode["description"]["en"]["shortDescription"] == project["description"]
    [python] = publiccode["dependsOn"]["open"]
    assert project["requires-python"] == f">={python['versionMin']}"
