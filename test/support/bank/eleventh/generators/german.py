"""German: the matches of a league, meters of public buildings, and stock at the end of each month."""

from datetime import date, timedelta

from .common import chance, weighted, write


def dotted(number, digits=0):
    """1.234,56"""
    return f"{number:,.{digits}f}".translate(str.maketrans(",.", ".,"))


CLUBS = {
    "SV Falkenau": (1.9, 31000),
    "FC Grünwalde": (1.7, 26500),
    "TSV Rothenbach": (1.3, 14000),
    "1. FC Marienstadt": (2.2, 48000),
    "SC Weidental": (1.1, 11500),
    "VfB Hohenfels": (1.6, 24000),
    "Eintracht Lindau": (1.4, 21000),
    "SpVgg Erlenbach": (1.0, 9800),
    "FSV Steinburg": (1.2, 17500),
    "Hansa Seehafen": (1.3, 23500),
    "Viktoria Kronach": (1.1, 12800),
    "SV Donautal": (0.9, 8700),
    "Fortuna Bergheim": (1.5, 29500),
    "TuS Wiesengrund": (1.0, 10200),
    "Borussia Altmark": (1.8, 38000),
    "VfL Moorhausen": (1.2, 15500),
    "FC Sankt Georg": (1.4, 22000),
    "Arminia Tannberg": (0.9, 9100),
}
JUDGES = [
    "Anja Krüger",
    "Bernd Hollmann",
    "Cem Aksoy",
    "Dirk Paulsen",
    "Eva Lindner",
    "Frank Möbius",
    "Gero Stahl",
    "Heike Brandt",
]


def rounds(names):
    """Pairs of home and guest for each round of a double round robin."""
    ring, first = list(names), []
    for number in range(len(ring) - 1):
        pairs = [(ring[place], ring[-1 - place]) for place in range(len(ring) // 2)]
        first.append([pair if number % 2 else pair[::-1] for pair in pairs])
        ring.insert(1, ring.pop())
    return first + [[(guest, home) for home, guest in pairs] for pairs in first]


def goals(rng, level):
    return sum(rng.random() < level / 12 for _ in range(12))


def league():
    rng, rows = chance("league"), []
    saturday = date(2023, 8, 19)
    for number, pairs in enumerate(rounds(CLUBS), 1):
        for place, (home, guest) in enumerate(pairs):
            offset, clock = (
                (-1, "20:30") if place == 0 else (1, rng.choice(["15:30", "17:30"])) if place > 6 else (0, "15:30")
            )
            a, b = (
                goals(rng, CLUBS[home][0] * 1.15),
                goals(rng, CLUBS[guest][0] * (1.4 if guest == "Borussia Altmark" else 0.95)),
            )
            half = f"{rng.randint(0, a)}:{rng.randint(0, b)}"
            crowd = round(CLUBS[home][1] * rng.uniform(0.7, 1.0))
            row = [
                number,
                f"{saturday + timedelta(days=offset):%d.%m.%Y}",
                clock,
                home,
                guest,
                f"{a}:{b}",
                half,
                a,
                b,
                dotted(crowd) if rng.random() > 0.03 else "",
                rng.choice(JUDGES),
                rng.randrange(0, 9),
                weighted(rng, {0: 84, 1: 14, 2: 2}),
            ]
            if (number, place) in ((17, 3), (22, 6), (22, 7)):
                row[5:13] = ["abgesagt", "", "", "", "", "", "", ""]
            rows.append(row)
        saturday += timedelta(days=21 if number == 17 else 14 if number in (4, 12, 25) else 7)
    head = [
        "Spieltag",
        "Datum",
        "Anstoß",
        "Heim",
        "Gast",
        "Ergebnis",
        "Halbzeit",
        "Tore Heim",
        "Tore Gast",
        "Zuschauer",
    ]
    write("Spielplan_Saison_2023_24.csv", [*head, "Schiedsrichter", "Gelbe Karten", "Rote Karten"], rows, ";", bom=True)


BUILDINGS = {
    "Rathaus": ("Marktplatz 1", 9000, 21000, 60), "Grundschule Nord": ("Birkenweg 12", 6200, 38000, 95),
    "Grundschule Süd": ("Am Anger 3", 5400, 33000, 88), "Gymnasium": ("Lessingstr. 20", 18000, 72000, 210),
    "Hallenbad": ("Badstr. 5", 42000, 130000, 1900), "Feuerwache": ("Industriestr. 40", 3900, 16000, 45),
    "Stadtbücherei": ("Kirchgasse 7", 3100, 9500, 22), "Bauhof": ("Industriestr. 44", 2500, 14500, 70),
    "Kita Sonnenschein": ("Gartenstr. 9", 1500, 7800, 61), "Kita Pusteblume": ("Talweg 2", 1350, 7100, 57),
    "Sporthalle": ("Lessingstr. 22", 7600, 41000, 130),
}  # fmt: skip
MEDIA = {"Strom": ("kWh", 0.31), "Gas": ("kWh", 0.104), "Wasser": ("m³", 4.85)}


def meters():
    rng, rows = chance("meters"), []
    for name, (street, *levels) in BUILDINGS.items():
        for (medium, (unit, price)), level in zip(MEDIA.items(), levels):
            number, reading = f"00{rng.randrange(100000, 999999)}", rng.randrange(1000, 400000)
            for place in range(24):
                year, month = 2023 + place // 12, place % 12 + 1
                season = {"Gas": (1.9, 1.7, 1.4, 0.9, 0.4, 0.15, 0.1, 0.1, 0.35, 0.9, 1.5, 1.8)}.get(
                    medium, (1.15, 1.1, 1.05, 1, 0.95, 0.9, 0.75, 0.7, 0.95, 1.05, 1.15, 1.2)
                )[month - 1]
                used = round(level * season * rng.uniform(0.88, 1.12) * (0.93 if year == 2024 else 1))
                reading += used
                day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=rng.choice([1, 1, 1, 2, 3]))
                guessed = rng.random() < 0.03
                money = used * price * (1.06 if year == 2024 else 1) + (12.5 if medium != "Wasser" else 6)
                rows.append([
                    name, street, number, medium, unit, f"{day:%d.%m.%Y}", dotted(reading),
                    "" if rng.random() < 0.015 else dotted(used), dotted(money, 2),
                    "" if guessed else rng.choice(["Hr. Wolff", "Fr. Seidel", "Fernauslesung", "Fernauslesung"]),
                    "geschätzt" if guessed else "Zählerwechsel geplant" if rng.random() < 0.01 else "",
                ])  # fmt: skip
    head = ["Liegenschaft", "Straße", "Zählernummer", "Medium", "Einheit", "Ablesedatum", "Zählerstand", "Verbrauch"]
    write("Zaehlerablesungen_2023-2024.csv", [*head, "Kosten (€)", "Abgelesen durch", "Bemerkung"], rows, ";")


GOODS = {
    "Elektro": (["Steckdose", "Kabeltrommel", "LED-Strahler", "Sicherung", "Lichtschalter", "Verteilerkasten"], 18),
    "Werkzeug": (["Akkuschrauber", "Hammer", "Wasserwaage", "Stichsäge", "Zangenset", "Bohrersatz"], 45),
    "Sanitär": (["Armatur", "Siphon", "Dichtung", "Brausekopf", "Eckventil"], 30),
    "Befestigung": (["Holzschraube", "Dübel", "Winkel", "Unterlegscheibe", "Ankerbolzen"], 3),
    "Farben": (["Wandfarbe", "Lack", "Grundierung", "Abtönfarbe"], 22),
}
MAKERS = {"Brenner GmbH": 24, "Hagel & Sohn": 20, "Nordtech AG": 18, "Ruhr Metall KG": 14, "Lindner Handel": 10, "": 5}
SIZES = ["S", "M", "L", "XL", "Basic", "Profi", "Eco"]
MONTHS = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]


def stock():
    rng, rows, number = chance("stock by month"), [], 117
    every = [(group, f"{name} {size}") for group, (names, _) in GOODS.items() for name in names for size in SIZES]
    for group, name in every:
        number += rng.randrange(1, 13)
        price = round(GOODS[group][1] * rng.lognormvariate(0, 0.6), 2)
        level = round(rng.lognormvariate(4.6 if price < 20 else 3.6, 0.8))
        least, start = round(level * 0.4 / 5) * 5, rng.randrange(2, 8) if rng.random() < 0.07 else 0
        left, cells = level, []
        for place in range(12):
            left = max(0, left - rng.randrange(0, max(2, level // 2)) + (level // 4 if rng.random() < 0.85 else 0))
            left = left + level if left < least and rng.random() < 0.5 else left
            cells.append("" if place < start else dotted(left))
        place = weighted(rng, {"Halle 1": 45, "Halle 2": 35, "Außenlager": 20})
        rows.append([f"{number:05d}", name, group, place, weighted(rng, MAKERS), dotted(price, 2), least, *cells])
    head = ["Artikelnr.", "Bezeichnung", "Warengruppe", "Lagerort", "Lieferant", "EK-Preis", "Mindestbestand"]
    head += [f"{month} 2024" for month in MONTHS]
    write("Lagerbestand_Monatsende_2024.csv", head, rows, ";", bom=True)
