"""The register of charging stations of the Bundesnetzagentur and the population after the GENESIS of Destatis."""

from datetime import date, timedelta

from .common import chance, weighted, write

# town: weight, state, district, first digits of the postcode, latitude, longitude
TOWNS = {
    "Berlin": (20, "Berlin", "Kreisfreie Stadt Berlin", "10", 52.52, 13.4),
    "Hamburg": (17, "Hamburg", "Kreisfreie Stadt Hamburg", "20", 53.55, 10.0),
    "München": (18, "Bayern", "Kreisfreie Stadt München", "80", 48.14, 11.57),
    "Nürnberg": (8, "Bayern", "Kreisfreie Stadt Nürnberg", "90", 49.45, 11.08),
    "Stuttgart": (12, "Baden-Württemberg", "Stadtkreis Stuttgart", "70", 48.78, 9.18),
    "Karlsruhe": (6, "Baden-Württemberg", "Stadtkreis Karlsruhe", "76", 49.01, 8.4),
    "Köln": (10, "Nordrhein-Westfalen", "Kreisfreie Stadt Köln", "50", 50.94, 6.96),
    "Dortmund": (8, "Nordrhein-Westfalen", "Kreisfreie Stadt Dortmund", "44", 51.51, 7.47),
    "Hannover": (7, "Niedersachsen", "Landkreis Region Hannover", "30", 52.37, 9.73),
    "Leipzig": (6, "Sachsen", "Kreisfreie Stadt Leipzig", "04", 51.34, 12.37),
    "Dresden": (5, "Sachsen", "Kreisfreie Stadt Dresden", "01", 51.05, 13.74),
    "Frankfurt am Main": (9, "Hessen", "Kreisfreie Stadt Frankfurt am Main", "60", 50.11, 8.68),
}
LOCAL = {"Berlin": "Berliner Stadtwerke KommunalPartner GmbH", "Hamburg": "Hamburger Energiewerke Mobil GmbH"}
LOCAL |= {"München": "SWM Versorgungs GmbH", "Köln": "TankE GmbH", "Leipzig": "Leipziger Stadtwerke"}
LOCAL |= {"Dresden": "SachsenEnergie AG", "Hannover": "enercity AG", "Frankfurt am Main": "Mainova AG"}
EVERYWHERE = {"EnBW mobility+ AG und Co.KG": 30, "Allego GmbH": 14, "Aldi SÜD": 12, "E.ON Drive GmbH": 12}
EVERYWHERE |= {"Lidl Dienstleistung GmbH & Co. KG": 11, "IONITY GmbH": 6, "Tesla Germany GmbH": 6, "Shell": 5}
STREETS = ["Bahnhofstraße", "Hauptstraße", "Gartenstraße", "Am Markt", "Industriestraße", "Schillerstraße"]
STREETS += ["Lindenallee", "Hafenstraße", "Berliner Straße", "Parkweg", "Messeplatz", "Goethestraße"]
FEW, MORE = {1: 14, 2: 78, 4: 8}, {1: 10, 2: 70, 3: 14, 4: 6}
FAST_ONES = ("IONITY GmbH", "Tesla Germany GmbH", "Shell")


def charging():
    rng = chance("charging")
    rows = []
    for _ in range(272):
        town = weighted(rng, {name: facts[0] for name, facts in TOWNS.items()})
        _, state, district, digits, lat, long = TOWNS[town]
        firm = LOCAL[town] if town in LOCAL and rng.random() < 0.4 else weighted(rng, EVERYWHERE)
        year = weighted(rng, {2017: 4, 2018: 7, 2019: 11, 2020: 14, 2021: 20, 2022: 28, 2023: 38})
        opened = date(year, 1, 1) + timedelta(days=rng.randint(0, 364))
        fast = firm in FAST_ONES or rng.random() < 0.12 + 0.05 * (year - 2017)
        own = firm in FAST_ONES
        points = rng.choice([2, 4, 6]) if own else weighted(rng, MORE if fast else FEW)
        each = rng.choice([50, 75, 150, 150, 300]) if fast else weighted(rng, {11: 12, 22: 80, 3.7: 4})
        power = each * points if not fast else each * max(1, points // 2)
        slow = rng.choice(["AC Steckdose Typ 2", "AC Steckdose Typ 2", "AC Steckdose Typ 2, AC Schuko"])
        plug = "DC Kupplung Combo" if firm in FAST_ONES or rng.random() < 0.6 else "DC Kupplung Combo, DC CHAdeMO"
        row = [firm, rng.choice(STREETS), f"{rng.randint(1, 140)}{'a' if rng.random() < 0.08 else ''}"]
        row += [rng.choice(["Parkplatz", "Tiefgarage", "P+R"]) if rng.random() < 0.16 else ""]
        row += [digits + f"{rng.randint(100, 899)}", town, state, district]
        row += [f"{lat + rng.uniform(-0.06, 0.06):.6f}", f"{long + rng.uniform(-0.09, 0.09):.6f}"]
        row += [f"{opened:%d.%m.%Y}", f"{power:g}", ("Schnell" if fast else "Normal") + "ladeeinrichtung", points]
        for place in range(4):
            row += [plug if fast else slow, f"{each:g}", ""] if place < points else ["", "", ""]
        for place in (8, 9, 11, 15, 18, 21, 24):
            row[place] = row[place].replace(".", ",")
        rows.append(row)
    rows.sort(key=lambda row: (row[0].lower(), row[4]))
    header = ["Betreiber", "Straße", "Hausnummer", "Adresszusatz", "Postleitzahl", "Ort", "Bundesland"]
    header += ["Kreis/kreisfreie Stadt", "Breitengrad", "Längengrad", "Inbetriebnahmedatum"]
    header += ["Nennleistung Ladeeinrichtung [kW]", "Art der Ladeeinrichung", "Anzahl Ladepunkte"]
    for place in "1234":
        header += [f"Steckertypen{place}", f"P{place} [kW]", f"Public Key{place}"]
    blank = ";" * (len(header) - 1) + "\n"
    above = "Ladesäulenregister der Bundesnetzagentur" + blank + blank + "Stand: 01.01.2024" + blank
    above += "Die Liste enthält die Ladeeinrichtungen aller Betreiber, die zugestimmt haben." + blank
    above += blank + "Allgemeine Informationen" + ";" * 14
    above += "1. Ladepunkt;;;2. Ladepunkt;;;3. Ladepunkt;;;4. Ladepunkt;;\n"
    write("Ladesaeulenregister.csv", header, rows, delimiter=";", before=above, bom=True)


# code: state, thousands at the end of 2018, growth a year
STATES = {
    "01": ("Schleswig-Holstein", 2897, 0.0042),
    "02": ("Hamburg", 1841, 0.0075),
    "03": ("Niedersachsen", 7982, 0.0041),
    "04": ("Bremen", 683, 0.0022),
    "05": ("Nordrhein-Westfalen", 17933, 0.0024),
    "06": ("Hessen", 6266, 0.0045),
    "07": ("Rheinland-Pfalz", 4085, 0.0042),
    "08": ("Baden-Württemberg", 11070, 0.0047),
    "09": ("Bayern", 13077, 0.0049),
    "10": ("Saarland", 991, 0.0005),
    "11": ("Berlin", 3645, 0.0072),
    "12": ("Brandenburg", 2512, 0.0055),
    "13": ("Mecklenburg-Vorpommern", 1610, 0.0022),
    "14": ("Sachsen", 4078, 0.0008),
    "15": ("Sachsen-Anhalt", 2208, -0.0026),
    "16": ("Thüringen", 2143, -0.0018),
}


def population():
    rng = chance("population")
    fixed = ["12411", "Fortschreibung des Bevölkerungsstandes", "STAG", "Stichtag"]
    counts = {}
    for code, (_, thousands, growth) in STATES.items():
        part, people = rng.uniform(0.487, 0.497), thousands * 1000 + rng.randint(-400, 400)
        for year in range(2018, 2024):
            slow = 0.15 if year in (2020, 2021) else 1.9 if year == 2022 else 1
            people *= 1 + growth * slow * rng.uniform(0.8, 1.2) if year > 2018 else 1
            men = round(people * (part + 0.0003 * (year - 2018)))
            counts[year, code] = men, round(people) - men
    rows = []
    for (year, code), both in sorted(counts.items()):
        for (sex, name), count in zip((("GESM", "männlich"), ("GESW", "weiblich")), both):
            row = [*fixed, f"31.12.{year}", "DLAND", "Bundesländer", code, STATES[code][0]]
            rows.append([*row, "GES", "Geschlecht", sex, name, count])
    header = ["Statistik_Code", "Statistik_Label", "Zeit_Code", "Zeit_Label", "Zeit"]
    for place in "12":
        header += [f"{place}_{part}" for part in ("Merkmal_Code", "Merkmal_Label")]
        header += [f"{place}_{part}" for part in ("Auspraegung_Code", "Auspraegung_Label")]
    write("12411-0011_flat.csv", [*header, "BEVSTD__Bevoelkerungsstand__Anzahl"], rows, delimiter=";", bom=True)
