"""Members of a German club, and the generation of electricity in Germany."""

import calendar
import math
from datetime import date, timedelta

from .common import chance, weighted, write

WOMEN = "Anna Julia Sabine Petra Lea Emma Katharina Ursula Claudia Mia Sophie Heike Renate Birgit Lena".split()
MEN = "Thomas Stefan Jonas Lukas Peter Klaus Andreas Felix Jürgen Uwe Paul Wolfgang Günther Ben".split()
NAMES = """Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein
Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Huber
Kaiser Fuchs Vogel Jung Hahn Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann""".split()
STREETS = [
    "Hauptstraße",
    "Bahnhofstraße",
    "Gartenstraße",
    "Schulstraße",
    "Ringstraße",
    "Lindenweg",
    "Am Sportplatz",
    "Kirchgasse",
]
PLACES = {
    ("35390", "Gießen"): 60,
    ("35578", "Wetzlar"): 16,
    ("35440", "Linden"): 12,
    ("35415", "Pohlheim"): 9,
    ("35305", "Grünberg"): 5,
}
SECTIONS = {"Fußball": 34, "Turnen": 28, "Tennis": 17, "Tischtennis": 11, "Leichtathletik": 10}
FEES = {
    "Kind/Jugend": "48,00",
    "Erwachsene": "96,00",
    "Ermäßigt": "60,00",
    "Passiv": "36,00",
    "Ehrenmitglied": "0,00",
}


def german_date(day):
    return f"{day:%d.%m.%Y}" if day else ""


def mitglieder():
    rng = chance("mitglieder")
    rows = []
    entries = sorted(
        date(2024, 11, 30) - timedelta(days=min(18500, int(rng.expovariate(1 / 3100)))) for _ in range(170)
    )
    for place, entry in enumerate(entries):
        woman = rng.random() < 0.44
        section = weighted(rng, SECTIONS)
        age = rng.randrange(5, 17) if rng.random() < 0.42 else rng.randrange(17, 60)
        born = date(entry.year - age, rng.randrange(1, 13), rng.randrange(1, 29))
        old = 2024 - born.year
        group = (
            "Kind/Jugend"
            if old < 18
            else weighted(rng, {"Erwachsene": 70, "Ermäßigt": 16 if old < 28 or old > 66 else 3, "Passiv": 14})
        )
        if 2024 - entry.year > 40 and rng.random() < 0.7:
            group = "Ehrenmitglied"
        fee = FEES[group]
        if section == "Tennis" and group in ("Kind/Jugend", "Erwachsene", "Ermäßigt"):
            fee = {"48,00": "84,50", "96,00": "178,50", "60,00": "112,50"}[fee]
        left = None
        if rng.random() < 0.17:
            left = (
                date(rng.randrange(max(entry.year + 1, 2019), 2025), *rng.choice([(6, 30), (12, 31), (12, 31)]))
                if entry.year < 2024
                else None
            )
        first = rng.choice(WOMEN if woman else MEN)
        last = rng.choice(NAMES)
        mail = f"{first}.{last}".lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
        code, town = weighted(rng, PLACES)
        rows.append(
            [
                f"{place + 1:04d}",
                "Frau" if woman else "Herr",
                last,
                first,
                german_date(born),
                f"{rng.choice(STREETS)} {rng.randrange(1, 90)}",
                code,
                town,
                "" if rng.random() < (0.5 if old > 65 else 0.12) else f"{mail}@example.de",
                german_date(entry),
                german_date(left),
                section,
                group,
                fee,
                weighted(rng, {"Lastschrift": 78, "Überweisung": 16, "Bar": 6}),
            ]
        )
    rows.sort(key=lambda row: (row[2].translate(str.maketrans("äöü", "aou")), row[3], row[0]))
    header = "Mitgliedsnr.;Anrede;Nachname;Vorname;Geburtsdatum;Straße;PLZ;Ort;E-Mail;Eintritt;Austritt;Abteilung"
    header += ";Beitragsgruppe;Jahresbeitrag;Zahlungsart"
    write("Mitglieder.csv", header.split(";"), rows, delimiter=";", bom=True)


# Mean of a month in MWh, swing over the year (above 0: more in winter), change a year, chance.
SOURCES = {
    "Biomasse": (3350000, 0.03, -0.015, 0.03),
    "Wasserkraft": (1250000, -0.15, 0.0, 0.12),
    "Wind Offshore": (2080000, 0.28, 0.005, 0.13),
    "Wind Onshore": (8700000, 0.36, 0.025, 0.17),
    "Photovoltaik": (4100000, -0.82, 0.085, 0.07),
    "Sonstige Erneuerbare": (112000, 0.05, -0.02, 0.05),
    "Kernenergie": (5500000, 0.05, -0.01, 0.08),
    "Braunkohle": (8300000, 0.1, -0.07, 0.12),
    "Steinkohle": (3900000, 0.2, -0.09, 0.2),
    "Erdgas": (4600000, 0.18, -0.01, 0.14),
    "Pumpspeicher": (880000, 0.02, 0.01, 0.08),
    "Sonstige Konventionelle": (1120000, 0.06, -0.02, 0.06),
}


def comma(number):
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))


def smard():
    rng = chance("smard")
    rows = []
    for place in range(72):
        year, month = 2019 + place // 12, place % 12 + 1
        start, end = date(year, month, 1), date(2019 + (place + 1) // 12, (place + 1) % 12 + 1, 1)
        winter = math.cos((month - 0.8) / 12 * 2 * math.pi)
        days = calendar.monthrange(year, month)[1]
        figures = []
        for source, (middle, swing, change, luck) in SOURCES.items():
            figure = middle * (1 + swing * winter) * (1 + change) ** (place / 12) * days / 30.4
            figure = round(figure * max(0.4, rng.gauss(1, luck)) * 4) / 4
            if source == "Kernenergie":
                figure *= 1 if year < 2022 else 0.5
                figure = (
                    0.0
                    if (year, month) > (2023, 4)
                    else round(figure * (0.45 if (year, month) == (2023, 4) else 1) * 4) / 4
                )
                if year == 2024:
                    figures.append("-")
                    continue
            figures.append(comma(figure))
        rows.append([german_date(start), german_date(end), *figures])
    header = ["Datum von", "Datum bis"] + [f"{source} [MWh] Berechnete Auflösungen" for source in SOURCES]
    write("Realisierte_Erzeugung_201901010000_202501010000_Monat.csv", header, rows, delimiter=";", bom=True)
