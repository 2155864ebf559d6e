"""The budget of a German municipality: results and plans by product and kind."""

from .common import chance, german, write

PRODUCTS = {
    "Innere Verwaltung": ["Rathaus und Gremien", "Personalservice", "IT und Digitalisierung"],
    "Sicherheit und Ordnung": ["Feuerwehr", "Ordnungsamt", "Standesamt"],
    "Schule": ["Grundschulen", "Gesamtschule", "Schülerbeförderung"],
    "Kultur": ["Stadtbücherei", "Museum", "Musikschule"],
    "Kinder und Jugend": ["Kindertagesstätten", "Jugendzentrum"],
    "Sport und Bäder": ["Hallenbad", "Sportplätze"],
    "Bauen und Verkehr": ["Straßen", "Bauleitplanung", "ÖPNV"],
    "Umwelt": ["Abfallwirtschaft", "Grünflächen", "Friedhöfe"],
}
KINDS = {
    "Personalaufwendungen": ("Aufwand", 520_000),
    "Sachaufwendungen": ("Aufwand", 310_000),
    "Abschreibungen": ("Aufwand", 90_000),
    "Zuweisungen": ("Ertrag", 150_000),
    "Gebühren und Entgelte": ("Ertrag", 110_000),
}


def budget():
    rng = chance("haushalt")
    rows = []
    for area, (name, products) in enumerate(PRODUCTS.items(), 1):
        for place, product in enumerate(products, 1):
            size = rng.uniform(0.4, 2.2)
            for kind, (side, amount) in KINDS.items():
                if side == "Ertrag" and area == 1 and kind == "Zuweisungen":
                    continue
                if kind == "Abschreibungen" and rng.random() < 0.15:
                    continue
                result = amount * size * rng.uniform(0.5, 1.4)
                plan = result * rng.uniform(0.94, 1.12)
                new = plan * rng.uniform(0.96, 1.1)
                rows.append(
                    [
                        f"{area:02d}",
                        name,
                        f"{area:02d}.{place:02d}",
                        product,
                        side,
                        kind,
                        "-" if product in ("Jugendzentrum", "ÖPNV") else german(result),
                        german(round(plan, -2)),
                        german(round(new, -2)),
                    ]
                )
    write(
        "haushalt.csv",
        [
            "Nr",
            "Produktbereich",
            "Produktnummer",
            "Produkt",
            "Art",
            "Kontengruppe",
            "Ergebnis 2023",
            "Ansatz 2024",
            "Ansatz 2025",
        ],
        rows,
        delimiter=";",
        bom=True,
    )
