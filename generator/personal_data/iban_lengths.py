"""How long a bank account is in each country (IBAN, ISO 13616), its country and check digits included."""

from collections.abc import Mapping

_BY_LENGTH = """
15 NO
16 BE
18 DK FI FK FO GL NL SD
19 MK SI
20 AT BA EE KZ LT LU MN XK
21 CH CR HR LI LV
22 BG BH DE GB GE IE ME RS VA
23 AE GI IL IQ OM SO TL
24 AD CZ DZ ES MD PK RO SA SE SK TN VG YE
25 AO CV LY PT ST
26 IS TR
27 BI CM DJ FR GR IT MC MR SM
28 AL AZ BF BJ BY CI CY DO GT HN HU LB ML NI PL SN SV
29 BR EG PS QA UA
30 JO KW MU
31 MT SC
32 LC
33 RU
"""
IBAN_LENGTHS: Mapping[str, int] = {
    country: int(length)
    for length, *countries in map(str.split, _BY_LENGTH.strip().splitlines())
    for country in countries
}
