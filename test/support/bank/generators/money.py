"""German invoices and bank transactions."""

import calendar
from datetime import date, timedelta

from .common import chance, padded, weighted, write


def german_number(value, digits=2):
    return f"{value:,.{digits}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def german_date(day):
    return day.strftime("%d.%m.%Y")


def rechnungen():
    rng = chance("rechnungen")
    kunden = [
        ("Bäckerei Ähren GmbH", "München", "80331"),
        ("Müller Metallbau", "Dresden", "01067"),
        ("Nordlicht AG", "Hamburg", "20095"),
        ("Gärtnerei Grünwald", "Köln", "50667"),
        ("Praxis Dr. Özdemir", "Berlin", "10115"),
        ("Schreinerei Holz & Sohn", "Leipzig", "04109"),
        ("Café Süßkind", "Berlin", "10405"),
        ("Autohaus Weber", "Hamburg", "22041"),
        ("Verlag Fünfkirchen", "Köln", "50825"),
        ("Stadtwerke Halle", "Halle", "06108"),
    ]
    leistungen = [
        ("Wartung", 89.0, 19),
        ("Schulung", 640.0, 19),
        ("Softwarelizenz", 249.5, 19),
        ("Fachbuch", 38.9, 7),
        ("Beratung", 125.0, 19),
        ("Zeitschrift", 12.5, 7),
    ]
    weights = [rng.uniform(0.5, 1.8) for _ in kunden]
    rows = []
    tage = sorted(rng.randrange(731) for _ in range(196))
    for number, offset in enumerate(tage, 1):
        day = date(2023, 1, 1) + timedelta(days=offset)
        kunde, ort, plz = rng.choices(kunden, weights=weights)[0]
        leistung, preis, satz = rng.choice(leistungen)
        menge = rng.randint(1, 12) if preis < 300 else rng.randint(1, 4)
        einzel = round(preis * rng.uniform(0.9, 1.12), 2)
        netto = round(menge * einzel, 2)
        brutto = round(netto * (1 + satz / 100) + 1e-9, 2)
        due = day + timedelta(days=14 if rng.random() < 0.6 else 30)
        status = (
            weighted(rng, {"bezahlt": 82, "offen": 12, "storniert": 6})
            if day >= date(2024, 6, 1)
            else weighted(rng, {"bezahlt": 92, "offen": 3, "storniert": 5})
        )
        paid = german_date(day + timedelta(days=rng.randint(3, 45))) if status == "bezahlt" else ""
        rows.append(
            [
                f"{number:05d}",
                german_date(day),
                padded(rng, kunde),
                ort,
                plz,
                leistung,
                menge,
                german_number(einzel),
                german_number(netto),
                f"{satz} %",
                german_number(brutto),
                german_date(due),
                paid,
                status,
            ]
        )
    write(
        "rechnungen.csv",
        [
            "Rechnungsnummer",
            "Rechnungsdatum",
            "Kunde",
            "Ort",
            "PLZ",
            "Leistung",
            "Menge",
            "Einzelpreis",
            "Nettobetrag",
            "MwSt-Satz",
            "Bruttobetrag",
            "Fällig am",
            "Bezahlt am",
            "Status",
        ],
        rows,
        delimiter=";",
        bom=True,
    )


def transactions():
    rng = chance("transactions")
    shops = [
        ("FRESHMART 0231 LEEDS", "Groceries", 18, 74),
        ("FRESHMART 0417 YORK", "Groceries", 9, 60),
        ("GREENLEAF MARKET", "Groceries", 12, 55),
        ("CITYRAIL TICKETS", "Transport", 3, 48),
        ("TAXI NOVA", "Transport", 8, 32),
        ("CAFE MIRABEL", "Eating out", 4, 19),
        ("TRATTORIA LUNGO", "Eating out", 22, 78),
        ("BOOKNOOK", "Shopping", 7, 42),
        ("HOMELINE STORE", "Shopping", 25, 310),
        ("ATM WITHDRAWAL", "", 20, 120),
        ("PHARMA PLUS", "Health", 5, 38),
    ]
    entries = []
    for month in range(1, 13):
        last = calendar.monthrange(2024, month)[1]
        entries += [
            (date(2024, month, 1), "RENT HOLLOWAY ESTATES", "Housing", 985.0, None),
            (date(2024, month, 3), "POWERCO ENERGY", "Utilities", round(rng.uniform(64, 142), 2), None),
            (date(2024, month, 5), "TELNET MOBILE", "Utilities", 27.5, None),
            (
                date(2024, month, min(28, last)),
                "SALARY BRIGHTWORKS LTD",
                "Income",
                None,
                2840.0 if month < 7 else 2965.0,
            ),
        ]
        for _ in range(rng.randint(11, 15)):
            name, category, low, high = rng.choice(shops)
            entries.append(
                (date(2024, month, rng.randint(1, last)), name, category, round(rng.uniform(low, high), 2), None)
            )
    entries += [
        (date(2024, 4, 17), "TAX REFUND", "Income", None, 412.36),
        (date(2024, 8, 9), "SKYLARK AIRWAYS", "Travel", 1268.4, None),
        (date(2024, 8, 13), "HOTEL BELVEDERE", "Travel", 1104.75, None),
        (date(2024, 11, 20), "REFUND HOMELINE STORE", "Shopping", None, 89.9),
    ]
    entries.sort(key=lambda entry: entry[0])
    balance, rows = 1830.55, []
    for day, name, category, debit, credit in entries:
        balance = round(balance - (debit or 0) + (credit or 0), 2)
        rows.append(
            [
                day.strftime("%d/%m/%Y"),
                padded(rng, name, 0.04),
                category,
                f"{debit:,.2f}" if debit else "",
                f"{credit:,.2f}" if credit else "",
                f"{balance:,.2f}",
            ]
        )
    # The export was taken in two parts that overlap by three rows.
    rows[120:120] = [list(row) for row in rows[117:120]]
    write("transactions.csv", ["Date", "Description", "Category", "Debit", "Credit", "Balance"], rows)
