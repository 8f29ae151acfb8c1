"""Every state since 1945 under the names that newspapers gave it, on a day when they did: the registry has them."""

from datetime import date

import pycountry
import pytest

from dragoman.actors.registry import registry
from dragoman.actors.registry_check import AMBIGUOUS
from dragoman.actors.registry_records import State

# "name code" where the name holds now; "name code year" where it held on 1 July of that year.
NAMES = """
Afghanistan AFG; Albania ALB; Algeria DZA; Andorra AND; Angola AGO; Antigua and Barbuda ATG; Antigua ATG; Argentina
ARG; Armenia ARM; Australia AUS; Austria AUT; Azerbaijan AZE; Bahamas BHS; The Bahamas BHS; Bahrain BHR; Bangladesh
BGD; Barbados BRB; Belarus BLR; Byelorussia BLR 1991; Belorussia BLR 1992; Belgium BEL; Belize BLZ; British Honduras
BLZ 1970; Benin BEN; Dahomey BEN 1972; Bhutan BTN; Bolivia BOL; Bosnia BIH 1993; Bosnia-Herzegovina BIH 1994; Bosnia
and Herzegovina BIH; Botswana BWA; Bechuanaland BWA 1960; Brazil BRA; Brunei BRN; Bulgaria BGR; Burkina Faso BFA;
Upper Volta BFA 1980; Burma MMR 1980; Myanmar MMR 1995; Burundi BDI; Cambodia KHM; Kampuchea KHM 1982; Khmer
Republic KHM 1972; Democratic Kampuchea KHM 1977; Cameroon CMR; Canada CAN; Cape Verde CPV; Cabo Verde CPV 2020;
Central African Republic CAF; Central African Empire CAF 1978; Chad TCD; Chile CHL; China CHN; Red China CHN 1955;
Mainland China CHN; Colombia COL; Comoros COM; Congo-Brazzaville COG 1995; Republic of Congo COG; Congo Republic COG
2010; Zaire COD 1990; DR Congo COD 2005; Democratic Republic of Congo COD 2005; Congo-Kinshasa COD 1998; Belgian
Congo COD 1955; Costa Rica CRI; Ivory Coast CIV; Cote d'Ivoire CIV; Croatia HRV; Cuba CUB; Cyprus CYP; Czech
Republic CZE; Czechia CZE 2020; Czechoslovakia CSK 1968; Czecho-Slovakia CSK 1992; Denmark DNK; Djibouti DJI; French
Somaliland DJI 1960; Dominica DMA; Dominican Republic DOM; East Timor TLS; Timor-Leste TLS; Timor Leste TLS;
Portuguese Timor TLS 1970; Ecuador ECU; Egypt EGY; United Arab Republic EGY 1960; El Salvador SLV; Equatorial Guinea
GNQ; Spanish Guinea GNQ 1960; Eritrea ERI; Estonia EST; Ethiopia ETH; Abyssinia ETH 1950; Eswatini SWZ 2020;
eSwatini SWZ 2020; Swaziland SWZ 2010; Fiji FJI; Finland FIN; France FRA; Gabon GAB; Gambia GMB; The Gambia GMB;
Georgia GEO 2008; Germany DEU 1995; West Germany DEU 1985; East Germany DDR 1985; German Democratic Republic DDR
1985; GDR DDR 1985; Federal Republic of Germany DEU; Ghana GHA; Gold Coast GHA 1955; Greece GRC; Grenada GRD;
Guatemala GTM; Guinea GIN; Guinea-Bissau GNB; Portuguese Guinea GNB 1970; Guyana GUY; British Guiana GUY 1960; Haiti
HTI; Honduras HND; Hungary HUN; Iceland ISL; India IND; Indonesia IDN; Dutch East Indies IDN 1947; Iran IRN; Persia
IRN 1946; Iraq IRQ; Ireland IRL; Irish Republic IRL; Eire IRL 1946; Israel ISR; Italy ITA; Jamaica JAM; Japan JPN;
Jordan JOR; Transjordan JOR 1948; Kazakhstan KAZ; Kazakstan KAZ 1996; Kenya KEN; Kiribati KIR; Gilbert Islands KIR
1977; North Korea PRK; DPRK PRK; South Korea KOR; Republic of Korea KOR; Kuwait KWT; Kyrgyzstan KGZ; Kirghizia KGZ
1992; Laos LAO; Latvia LVA; Lebanon LBN; Lesotho LSO; Basutoland LSO 1960; Liberia LBR; Libya LBY; Liechtenstein
LIE; Lithuania LTU; Luxembourg LUX; Macedonia MKD 2001; North Macedonia MKD 2020; FYROM MKD 2005; Madagascar MDG;
Malagasy Republic MDG 1970; Malawi MWI; Nyasaland MWI 1960; Malaysia MYS; Malaya MYS 1958; Maldives MDV; Mali MLI;
French Sudan MLI 1955; Malta MLT; Marshall Islands MHL; Mauritania MRT; Mauritius MUS; Mexico MEX; Micronesia FSM;
Moldova MDA; Moldavia MDA 1992; Monaco MCO; Mongolia MNG; Outer Mongolia MNG 1950; Montenegro MNE 2010; Morocco MAR;
Mozambique MOZ; Namibia NAM; South West Africa NAM 1980; Nauru NRU; Nepal NPL; Netherlands NLD; Holland NLD; New
Zealand NZL; Nicaragua NIC; Niger NER; Nigeria NGA; Norway NOR; Oman OMN; Muscat and Oman OMN 1960; Pakistan PAK;
West Pakistan PAK 1971; East Pakistan BGD 1970; Palau PLW; Palestine PSE; Palestinian Authority PSE 2005;
Palestinian territories PSE; Panama PAN; Papua New Guinea PNG; Paraguay PRY; Peru PER; Philippines PHL; Poland POL;
Portugal PRT; Qatar QAT; Romania ROU; Rumania ROU 1950; Russia RUS 2000; Russian Federation RUS 1995; Soviet Union
SUN 1980; USSR SUN 1980; Rwanda RWA; Samoa WSM 2005; Western Samoa WSM 1990; San Marino SMR; Sao Tome and Principe
STP; Saudi Arabia SAU; Senegal SEN; Serbia SRB 2010; Serbia and Montenegro SCG 2004; Yugoslavia YUG 1985; Federal
Republic of Yugoslavia YUG 1999; Seychelles SYC; Sierra Leone SLE; Singapore SGP; Slovakia SVK; Slovenia SVN;
Solomon Islands SLB; Somalia SOM; South Africa ZAF; South Sudan SSD; Spain ESP; Sri Lanka LKA; Ceylon LKA 1960; St
Kitts and Nevis KNA; St. Lucia LCA; St Vincent and the Grenadines VCT; Sudan SDN; Suriname SUR; Surinam SUR 1990;
Dutch Guiana SUR 1970; Sweden SWE; Switzerland CHE; Syria SYR; Tajikistan TJK; Tadzhikistan TJK 1992; Tanzania TZA;
Tanganyika TZA 1962; Zanzibar XZZ 1964-01-05; Thailand THA; Siam THA 1948; Togo TGO; Tonga TON; Trinidad and Tobago
TTO; Tunisia TUN; Turkey TUR; Turkiye TUR 2023; Türkiye TUR 2023; Turkmenistan TKM; Tuvalu TUV; Ellice Islands TUV
1977; Uganda UGA; Ukraine UKR; the Ukraine UKR 1992; United Arab Emirates ARE; UAE ARE; Trucial States ARE 1968;
United Kingdom GBR; Britain GBR; Great Britain GBR; UK GBR; United States USA; America USA; US USA; U.S. USA;
Uruguay URY; Uzbekistan UZB; Vanuatu VUT; New Hebrides VUT 1975; Vatican VAT; Holy See VAT; Venezuela VEN; Vietnam
VNM 1990; Viet Nam VNM; North Vietnam VNM 1970; South Vietnam RVN 1970; Yemen YEM 2010; North Yemen YEM 1985; South
Yemen YMD 1985; Zambia ZMB; Northern Rhodesia ZMB 1960; Zimbabwe ZWE 1990; Rhodesia ZWE 1970; Southern Rhodesia ZWE
1960; Zimbabwe-Rhodesia ZWE 1979; Abkhazia XAB 2010; South Ossetia XSO 2010; Transnistria XTR 2010; Trans-Dniester
XTR 1992; Nagorno-Karabakh XNK 2015; Kosovo XKX 2010; Northern Cyprus XNC 2010; Somaliland XSL 2010; Western Sahara
ESH; Taiwan TWN; Formosa TWN 1955; Chechnya XCH 1996; Biafra XBI 1968; Katanga XKT 1961; Tibet XTI 1950; Sikkim SKM
1970; Hyderabad State XHY 1948; Saar Protectorate XSA 1950; Free Territory of Trieste XFT 1950; West Indies
Federation XWI 1960; Federation of Rhodesia and Nyasaland XFR 1960; Federation of South Arabia XSB 1965; Mali
Federation XMF 1960; Republic of Mahabad XMB 1946; Portuguese India XGO 1960; French Indochina XIC 1950;
Ruanda-Urundi XRU 1960; Hong Kong HKG; Macau MAC; Macao MAC; Greenland GRL; Faroe Islands FRO; Puerto Rico PRI;
Gibraltar GIB; Falkland Islands FLK; the Falklands FLK; Bermuda BMU; New Caledonia NCL; French Polynesia PYF; French
Guiana GUF; Netherlands Antilles ANT 1990; Curacao CUW 2015; Aruba ABW; Guam GUM; American Samoa ASM; Cayman Islands
CYM; Panama Canal Zone PCZ 1975
"""


def _rows() -> list[tuple[str, str, date]]:
    found = []
    for item in " ".join(NAMES.split()).split("; "):
        name, _, last = item.rpartition(" ")
        day = date(2024, 7, 1)
        if last[0].isdigit():
            day = date.fromisoformat(last) if "-" in last else date(int(last), 7, 1)
            name, _, last = name.rpartition(" ")
        found.append((name.removeprefix("the ") if name == "the Falklands" else name, last, day))
    return found


def test_the_list_is_as_long_as_it_says() -> None:
    assert len({name for name, _, _ in _rows()}) >= 300
    assert {code for _, code, _ in _rows()} >= {s.code for s in registry().states.values() if s.sovereign}


@pytest.mark.parametrize(("name", "code", "day"), _rows())
def test_a_newspaper_name_leads_to_its_state_on_the_day(name: str, code: str, day: date) -> None:
    entries = registry().lookup(name, day)
    assert entries, f"{name}: a report may name it and the registry lacks it"
    first = entries[0].record
    assert isinstance(first, State)
    assert (first.code, entries[0].on(day)) == (code, True)


def test_names_of_iso_3166_lead_to_their_states() -> None:
    wrong = []
    for country in pycountry.countries:
        given = {country.name, getattr(country, "common_name", None), getattr(country, "official_name", None)}
        for name in sorted(n for n in given if n and "," not in n):  # "Bolivia, Plurinational State of" is for lists
            entries = registry().lookup(name.removeprefix("the "))
            if country.alpha_3 not in {entry.record.id for entry in entries[: 1 + (name in AMBIGUOUS)]}:
                wrong.append((name, country.alpha_3))
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("CSK", (), ("CZE", "SVK")),
        ("DDR", (), ("DEU",)),
        ("UKR", ("SUN",), ()),
        ("SCG", ("YUG",), ("SRB", "MNE")),
        ("SSD", ("SDN",), ()),
        ("ERI", ("ETH",), ()),
    ],
)
def test_what_a_state_came_out_of_and_what_out_of_it(
    code: str, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    state = registry().states[code]
    assert (state.predecessors, state.successors) == (before, after)


@pytest.mark.parametrize(
    ("code", "on", "seats"),
    [
        ("NLD", "2000-01-01", {"The Hague"}),
        ("BOL", "2000-01-01", {"La Paz"}),
        ("DEU", "1995-01-01", {"Bonn"}),
        ("DEU", "2005-01-01", set()),
        ("MYS", "2005-01-01", {"Putrajaya"}),
        ("CIV", "2011-01-01", {"Abidjan"}),
    ],
)
def test_the_seat_of_government_where_it_is_not_the_capital(code: str, on: str, seats: set[str]) -> None:
    held = registry().states[code].seats
    assert {seat.text for seat in held if seat.on(date.fromisoformat(on))} == seats


def test_what_is_disputed_says_why() -> None:
    states = registry().states
    for code in ("XKX", "TWN", "PSE", "ESH", "XAB", "XSO", "XTR", "XNC", "XSL", "XNK"):
        assert len(states[code].why.split()) > 5, code
    assert all(state.belongs in states for state in states.values() if state.belongs)
    assert states["FRA"].why == ""
