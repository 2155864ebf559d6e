"""The German register of public charging stations."""

from datetime import date, timedelta

from .common import chance, weighted, write

OPERATORS = {
    "EnBW mobility+ AG und Co.KG": (20, 75),
    "E.ON Drive GmbH": (14, 35),
    "Stadtwerke München GmbH": (11, 0),
    "Hamburger Energiewerke Mobil GmbH": (9, 10),
    "Allego GmbH": (9, 55),
    "Berliner Stadtwerke KommunalPartner GmbH": (9, 5),
    "Lidl Dienstleistung GmbH & Co. KG": (8, 50),
    "EWE Go GmbH": (8, 60),
    "IONITY GmbH": (5, 100),
    "Westenergie AG": (7, 10),
}
TOWNS = [
    ("München", "Bayern", "80331", "Landeshauptstadt München", 48.137, 11.575, 13),
    ("Nürnberg", "Bayern", "90402", "Kreisfreie Stadt Nürnberg", 49.452, 11.077, 7),
    ("Berlin", "Berlin", "10117", "Kreisfreie Stadt Berlin", 52.517, 13.389, 15),
    ("Hamburg", "Hamburg", "20095", "Kreisfreie Stadt Hamburg", 53.551, 9.994, 12),
    ("Stuttgart", "Baden-Württemberg", "70173", "Stadtkreis Stuttgart", 48.776, 9.183, 9),
    ("Freiburg im Breisgau", "Baden-Württemberg", "79098", "Stadtkreis Freiburg im Breisgau", 47.996, 7.849, 4),
    ("Köln", "Nordrhein-Westfalen", "50667", "Kreisfreie Stadt Köln", 50.938, 6.960, 10),
    ("Dortmund", "Nordrhein-Westfalen", "44135", "Kreisfreie Stadt Dortmund", 51.514, 7.465, 6),
    ("Hannover", "Niedersachsen", "30159", "Landkreis Region Hannover", 52.374, 9.739, 7),
    ("Oldenburg (Oldenburg)", "Niedersachsen", "26121", "Kreisfreie Stadt Oldenburg (Oldenburg)", 53.144, 8.214, 3),
    ("Leipzig", "Sachsen", "04109", "Kreisfreie Stadt Leipzig", 51.340, 12.375, 6),
    ("Dresden", "Sachsen", "01067", "Kreisfreie Stadt Dresden", 51.050, 13.737, 5),
]
STREETS = ["Hauptstraße", "Bahnhofstraße", "Goethestraße", "Am Markt", "Ringstraße", "Industriestraße", "Parkallee"]


def ladesaeulen():
    rng, rows, number = chance("ladesaeulen"), [], 1010338
    for _ in range(240):
        town, land, plz, district, north, east, _ = rng.choices(TOWNS, weights=[entry[-1] for entry in TOWNS])[0]
        operator = weighted(
            rng,
            {
                name: share
                for name, (share, _) in OPERATORS.items()
                if not name.startswith(("Stadtwerke", "Hamb", "Berl"))
                or name.split()[-2] in town
                or name[:5] == town[:5]
                or (name.startswith("Stadtwerke") and town == "München")
            },
        )
        fast = rng.randrange(100) < OPERATORS[operator][1]
        points = weighted(rng, {2: 80, 4: 14, 6: 6} if fast else {1: 12, 2: 88})
        power = (
            rng.choice([50, 100, 150, 150, 300, 300, 350, 400])
            if fast
            else 22 * points
            if rng.random() < 0.8
            else 11 * points
        )
        opened = date(2016, 1, 4) + timedelta(days=int(3150 * rng.random() ** 0.45))
        number += rng.randrange(1, 60)
        plug = "DC Fahrzeugkupplung Typ Combo 2 (CCS)" if fast else "AC Typ 2 Steckdose"
        each = power if fast and points == 2 else power // points
        rows.append(
            [
                number,
                operator,
                operator.split(" GmbH")[0] if rng.random() < 0.5 else "",
                "In Betrieb" if rng.random() < 0.97 else "In Wartung",
                "Schnellladeeinrichtung" if fast else "Normalladeeinrichtung",
                points,
                power,
                f"{opened:%d.%m.%Y}",
                rng.choice(STREETS),
                rng.randrange(1, 180),
                "" if rng.random() < 0.8 else "Parkplatz",
                plz,
                town,
                district,
                land,
                f"{north + rng.uniform(-0.06, 0.06):.6f}".replace(".", ","),
                f"{east + rng.uniform(-0.08, 0.08):.6f}".replace(".", ","),
                rng.choice(["", "RFID-Karte;Onlinezahlungsverfahren", "Kreditkarte (NFC);Onlinezahlungsverfahren"]),
                "247" if rng.random() < 0.72 else "Keine Angabe" if rng.random() < 0.5 else "",
                plug,
                each,
                plug if points > 1 else "",
                each if points > 1 else "",
            ]
        )
    header = (
        "Ladeeinrichtungs-ID;Betreiber;Anzeigename (Karte);Status;Art der Ladeeinrichtung;Anzahl Ladepunkte;Nennleistung "
        "Ladeeinrichtung [kW];Inbetriebnahmedatum;Straße;Hausnummer;Adresszusatz;Postleitzahl;Ort;Kreis/kreisfreie Stadt;"
        "Bundesland;Breitengrad;Längengrad;Bezahlsysteme;Öffnungszeiten;Steckertypen1;Nennleistung Stecker1;Steckertypen2;"
        "Nennleistung Stecker2"
    ).split(";")
    blank = ";" * (len(header) - 1)
    write(
        "Ladesaeulenregister_BNetzA_2024-09-01.csv",
        header,
        rows,
        delimiter=";",
        bom=True,
        before="".join(
            line + blank + "\n"
            for line in (
                "Ladesäulenregister der Bundesnetzagentur",
                "Stand: 01.09.2024",
                "Veröffentlicht werden die Angaben der Betreiber, die das Anzeigeverfahren vollständig abgeschlossen haben.",
            )
        ),
    )
