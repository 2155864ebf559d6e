"""Reports of crashes, payroll, and receipts of a German shop."""

from datetime import date, timedelta

from .common import chance, padded, people, weighted, write


def crashes():
    rng = chance("crashes")
    boroughs = {"BROOKLYN": 32, "QUEENS": 27, "MANHATTAN": 19, "BRONX": 15, "STATEN ISLAND": 5, "": 7}
    factors = {
        "Driver Inattention/Distraction": 30,
        "Failure to Yield Right-of-Way": 17,
        "Following Too Closely": 14,
        "Unspecified": 20,
        "Unsafe Speed": 9,
        "Backing Unsafely": 7,
        "Alcohol Involvement": 5,
        "Pavement Slippery": 3,
    }
    vehicles = {
        "Sedan": 46,
        "Station Wagon/SUV": 33,
        "Taxi": 8,
        "Pick-up Truck": 6,
        "Bus": 5,
        "Box Truck": 5,
        "Bike": 4,
    }
    streets = ["ATLANTIC AVENUE", "BROADWAY", "GRAND CONCOURSE", "JAMAICA AVENUE", "HYLAN BOULEVARD", "2 AVENUE", ""]
    hours = [3, 2, 2, 1, 1, 2, 4, 7, 10, 8, 7, 8, 9, 9, 11, 12, 14, 15, 13, 10, 8, 7, 6, 4]
    rows = []
    for _ in range(268):
        day = date(2023, 1, 1) + timedelta(days=rng.randrange(731))
        hour = rng.choices(range(24), weights=hours)[0]
        factor = weighted(rng, factors)
        reckless = factor in ("Unsafe Speed", "Alcohol Involvement")
        injured = weighted(
            rng, {0: 50, 1: 32, 2: 11, 3: 4, 4: 2} if not reckless else {0: 25, 1: 35, 2: 22, 3: 12, 5: 4}
        )
        killed = int(rng.random() < (0.13 if reckless else 0.02))
        rows.append(
            [
                day,
                f"{hour}:{rng.randrange(12) * 5:02d}",
                padded(rng, weighted(rng, boroughs), 0.02),
                rng.choice(streets),
                injured,
                killed,
                int(injured > 0 and rng.random() < 0.2),
                factor,
                weighted(rng, vehicles),
            ]
        )
    rows.sort(key=lambda row: row[0])
    rows[141][4] = 9
    write(
        "crashes.csv",
        [
            "COLLISION_ID",
            "CRASH DATE",
            "CRASH TIME",
            "BOROUGH",
            "ON STREET NAME",
            "NUMBER OF PERSONS INJURED",
            "NUMBER OF PERSONS KILLED",
            "NUMBER OF CYCLISTS INJURED",
            "CONTRIBUTING FACTOR",
            "VEHICLE TYPE",
        ],
        [[4601233 + 17 * place, f"{day:%m/%d/%Y}", *rest] for place, (day, *rest) in enumerate(rows)],
    )


def payroll():
    rng = chance("payroll")
    departments = {
        "Warehouse": (9, 17.5, 14),
        "Production": (7, 20.25, 10),
        "Office": (5, 26.0, 3),
        "Drivers": (4, 19.0, 18),
    }
    staff = []
    names = iter(people(rng, 25))
    for department, (count, rate, extra) in departments.items():
        for place in range(count):
            first, last, _ = next(names)
            staff.append(
                {
                    "number": f"{len(staff) * 13 + 21:05d}",
                    "name": f"{last}, {first}",
                    "department": department,
                    "site": "Leeds" if department == "Office" else rng.choice(["Leeds", "Hull", "Hull", "York"]),
                    "rate": round(rate * rng.uniform(0.9, 1.35) * 4) / 4,
                    "extra": extra * rng.uniform(0.3, 1.7),
                    "months": range(1, 13),
                }
            )
    staff[3]["months"], staff[11]["months"], staff[24]["months"] = range(5, 13), range(1, 9), range(9, 13)
    rows = []
    for month in range(1, 13):
        for person in staff:
            if month not in person["months"]:
                continue
            rate = person["rate"] + (0.75 if month >= 7 else 0)
            regular = rng.choice([160, 160, 160, 152, 168, 144])
            extra = (
                0
                if rng.random() < 0.18
                else round(person["extra"] * (1.5 if month >= 11 else 1) * rng.uniform(0.3, 1.6) * 2) / 2
            )
            base, overtime = round(rate * regular, 2), round(rate * 1.5 * extra, 2)
            gross = round(base + overtime, 2)
            tax = round(gross * (0.16 + min(0.12, gross / 60000)), 2)
            rows.append(
                [
                    f"{month:02d}/2024",
                    person["number"],
                    person["name"],
                    padded(rng, person["department"], 0.02),
                    person["site"],
                    f"{rate:.2f}",
                    regular,
                    f"{extra:g}",
                    f"{base:,.2f}",
                    f"{overtime:,.2f}",
                    f"{gross:,.2f}",
                    f"{tax:,.2f}",
                    f"{gross - tax:,.2f}",
                ]
            )
    write(
        "payroll.csv",
        [
            "Pay Period",
            "Employee No",
            "Name",
            "Department",
            "Site",
            "Hourly Rate",
            "Regular Hours",
            "Overtime Hours",
            "Base Pay",
            "Overtime Pay",
            "Gross Pay",
            "Tax",
            "Net Pay",
        ],
        rows,
    )


def kassenbons():
    rng = chance("kassenbons")
    waren = [
        ("Backwaren", "Roggenbrot 1 kg", 4.2),
        ("Backwaren", "Brezel", 0.95),
        ("Backwaren", "Laugenstange", 1.1),
        ("Getränke", "Apfelsaft 1 l", 2.49),
        ("Getränke", "Mineralwasser 6 x 1,5 l", 4.74),
        ("Getränke", "Grauburgunder 0,75 l", 8.9),
        ("Käse", "Bergkäse 200 g", 5.8),
        ("Käse", "Ziegenfrischkäse", 3.29),
        ("Obst & Gemüse", "Äpfel 1 kg", 2.99),
        ("Obst & Gemüse", "Kürbis", 3.5),
        ("Obst & Gemüse", "Möhren 1 kg", 1.79),
        ("Süßwaren", "Lebkuchen", 3.99),
        ("Süßwaren", "Nussschokolade", 1.89),
        ("Haushalt", "Kerzen 10 Stück", 6.49),
        ("Haushalt", "Geschenkkorb", 34.9),
    ]
    rows = []
    tage = sorted(date(2024, 10, 1) + timedelta(days=rng.randrange(92)) for _ in range(118))
    nummer = 40117
    for tag in tage:
        if tag.weekday() == 6 or (tag.month, tag.day) in ((10, 3), (12, 25), (12, 26)):
            continue
        nummer += rng.randint(1, 9)
        stunde = rng.choices(range(8, 20), weights=[6, 8, 9, 11, 9, 6, 6, 8, 11, 14, 12, 5])[0]
        filiale = weighted(rng, {"Altstadt": 44, "Bahnhof": 33, "Südring": 23})
        zahlung = weighted(rng, {"Bar": 44, "EC-Karte": 40, "Kreditkarte": 12, "Gutschein": 4})
        for gruppe, artikel, preis in rng.sample(waren, weighted(rng, {1: 22, 2: 28, 3: 26, 4: 16, 6: 8})):
            if artikel in ("Lebkuchen", "Geschenkkorb") and tag.month == 10:
                continue
            menge = rng.randint(1, 6) if preis < 3 else weighted(rng, {1: 7, 2: 3, 3: 1})
            einzel = preis if tag.month < 12 or gruppe != "Käse" else round(preis * 1.05, 2)
            rows.append(
                [
                    f"{nummer:08d}",
                    f"{tag:%d.%m.%Y}",
                    f"{stunde:02d}:{(nummer * 7) % 60:02d}",
                    padded(rng, filiale, 0.02),
                    gruppe,
                    artikel,
                    menge,
                    f"{einzel:.2f}".replace(".", ","),
                    f"{menge * einzel:.2f}".replace(".", ","),
                    zahlung,
                ]
            )
    write(
        "kassenbons.csv",
        [
            "Bon-Nr",
            "Datum",
            "Uhrzeit",
            "Filiale",
            "Warengruppe",
            "Artikel",
            "Menge",
            "Einzelpreis (€)",
            "Betrag (€)",
            "Zahlungsart",
        ],
        rows,
        delimiter=";",
        bom=True,
    )
