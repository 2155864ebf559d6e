"""Wines, clients of a bank, districts of California, and the health of countries."""

import csv

from .common import FILES, chance, weighted, write


def within(rng, middle, spread, low, high, digits):
    return round(min(high, max(low, rng.gauss(middle, spread))), digits)


def short(number):
    """A number as the file has it: no zeros at its end."""
    return f"{number:g}"


def quoted(name, header, rows):
    """Semicolons; texts in quotes, numbers without, as the repository of the UCI has its files."""
    with (FILES / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
        writer.writerow(header)
        writer.writerows(rows)


def wine():
    rng = chance("wine")
    rows = []
    for _ in range(194):
        quality = weighted(rng, {3: 3, 4: 8, 5: 80, 6: 74, 7: 25, 8: 4})
        better = quality - 5.6
        free = within(rng, 15, 9, 1, 60, 0)
        citric = 0.0 if rng.random() < 0.09 else within(rng, 0.27 + 0.05 * better, 0.17, 0.01, 0.79, 2)
        alcohol = within(rng, 10.4 + 0.5 * better, 0.85, 8.4, 14.0, 1)
        sugar = within(rng, 2.3, 0.5, 1.2, 4, 1) if rng.random() < 0.93 else within(rng, 7, 3, 4, 15.4, 1)
        rows.append(
            [
                within(rng, 8.3, 1.7, 4.6, 15.9, 1),
                within(rng, 0.53 - 0.08 * better, 0.16, 0.12, 1.33, 3),
                citric,
                sugar,
                within(rng, 0.085 - 0.006 * better, 0.02, 0.012, 0.4, 3),
                free,
                free + within(rng, 30, 18, 5, 150, 0),
                within(rng, 0.9990 - 0.0008 * (alcohol - 8.4), 0.0011, 0.99, 1.0037, 5),
                within(rng, 3.31, 0.15, 2.74, 4.01, 2),
                within(rng, 0.65 + 0.05 * better, 0.14, 0.33, 1.6, 2),
                alcohol,
                quality,
            ]
        )
    for _ in range(6):
        place = rng.randrange(len(rows))
        if rows.count(rows[place]) == 1:
            rows.insert(place, rows[place])
    header = [
        "fixed acidity",
        "volatile acidity",
        "citric acid",
        "residual sugar",
        "chlorides",
        "free sulfur dioxide",
        "total sulfur dioxide",
        "density",
        "pH",
        "sulphates",
        "alcohol",
        "quality",
    ]
    lines = [";".join(f'"{name}"' for name in header)] + [";".join(map(short, row)) for row in rows]
    (FILES / "winequality-red.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


JOBS = {
    "management": (20, 42, "tertiary"),
    "blue-collar": (19, 41, "primary"),
    "technician": (16, 40, "secondary"),
    "admin.": (11, 39, "secondary"),
    "services": (9, 39, "secondary"),
    "retired": (6, 63, "primary"),
    "self-employed": (4, 41, "tertiary"),
    "entrepreneur": (4, 42, "tertiary"),
    "unemployed": (3, 41, "secondary"),
    "housemaid": (3, 47, "primary"),
    "student": (3, 26, "secondary"),
    "unknown": (1, 48, "unknown"),
}
MONTHS = {
    "jan": 3,
    "feb": 5,
    "mar": 1.5,
    "apr": 6,
    "may": 30,
    "jun": 12,
    "jul": 15,
    "aug": 14,
    "sep": 1.8,
    "oct": 2,
    "nov": 9,
    "dec": 1.2,
}


def bank():
    rng = chance("bank")
    rows = []
    for _ in range(260):
        job = weighted(rng, {name: one[0] for name, one in JOBS.items()})
        age = int(within(rng, JOBS[job][1], 8, 19, 87, 0))
        marital = weighted(rng, {"single": 9 if age < 33 else 2, "married": 3 if age < 33 else 9, "divorced": 1.4})
        education = JOBS[job][2]
        if rng.random() < 0.35:
            education = weighted(rng, {"primary": 15, "secondary": 50, "tertiary": 30, "unknown": 5})
        balance = round(rng.lognormvariate(6.4, 1.3)) if rng.random() < 0.9 else -rng.randrange(1, 1200)
        if rng.random() < 0.06:
            balance = 0
        housing = "yes" if rng.random() < (0.2 if job in ("retired", "student") else 0.6) else "no"
        loan = "yes" if rng.random() < 0.16 else "no"
        duration = round(rng.lognormvariate(5.2, 0.85)) + 5
        campaign = min(32, 1 + int(rng.expovariate(0.55)))
        pdays, previous, outcome = -1, 0, "unknown"
        if rng.random() < 0.2:
            pdays, previous = rng.randrange(20, 380), 1 + int(rng.expovariate(0.5))
            outcome = weighted(rng, {"failure": 6, "other": 2.5, "success": 2})
        chance_of = 0.02 + 0.0004 * duration + (0.4 if outcome == "success" else 0) + (0.1 if job == "student" else 0)
        contact = weighted(rng, {"cellular": 64, "unknown": 29, "telephone": 7})
        if contact == "unknown":
            chance_of *= 0.5
        rows.append(
            [
                age,
                job,
                marital,
                education,
                "yes" if rng.random() < 0.02 else "no",
                balance,
                housing,
                loan,
                contact,
                rng.randrange(1, 31),
                weighted(rng, MONTHS),
                duration,
                campaign,
                pdays,
                previous,
                outcome,
                "yes" if rng.random() < chance_of else "no",
            ]
        )
    quoted(
        "bank.csv",
        [
            "age",
            "job",
            "marital",
            "education",
            "default",
            "balance",
            "housing",
            "loan",
            "contact",
            "day",
            "month",
            "duration",
            "campaign",
            "pdays",
            "previous",
            "poutcome",
            "y",
        ],
        rows,
    )


# Longitude, latitude, income, value of a house, age of the houses, weight.
COASTS = {
    "<1H OCEAN": (-118.3, 34.0, 4.2, 236000, 30, 44),
    "INLAND": (-119.6, 36.6, 3.2, 125000, 24, 32),
    "NEAR OCEAN": (-118.9, 34.4, 4.0, 246000, 29, 13),
    "NEAR BAY": (-122.2, 37.8, 4.2, 257000, 37, 11),
    "ISLAND": (-118.4, 33.4, 2.7, 390000, 45, 1.2),
}


def housing():
    rng = chance("housing")
    rows = []
    for _ in range(220):
        coast = weighted(rng, {name: one[-1] for name, one in COASTS.items()})
        longitude, latitude, income, price, age, _ = COASTS[coast]
        earned = within(rng, income, 1.4, 0.9, 12.5, 4)
        households = round(rng.lognormvariate(6.0, 0.55))
        if coast == "ISLAND":
            households = rng.randrange(110, 440)
        rooms = round(households * within(rng, 4.2 + 0.35 * earned, 0.7, 2.4, 9, 3))
        bedrooms = round(households * within(rng, 1.07, 0.05, 0.9, 1.4, 3))
        house = round(price * (0.45 + 0.55 * earned / income) * rng.uniform(0.75, 1.28), -2)
        rows.append(
            [
                f"{within(rng, longitude, 0.25 if coast != 'INLAND' else 1.5, -124.3, -114.3, 2)}",
                f"{within(rng, latitude, 0.25 if coast != 'INLAND' else 1.3, 32.5, 41.9, 2)}",
                f"{within(rng, age, 11, 2, 52, 0):.1f}",
                f"{rooms:.1f}",
                "" if rng.random() < 0.035 else f"{bedrooms:.1f}",
                f"{round(households * within(rng, 2.95, 0.6, 1.6, 5.5, 3)):.1f}",
                f"{households:.1f}",
                f"{earned:.4f}",
                f"{500001 if house >= 500000 else house:.1f}",
                coast,
            ]
        )
    write(
        "housing.csv",
        [
            "longitude",
            "latitude",
            "housing_median_age",
            "total_rooms",
            "total_bedrooms",
            "population",
            "households",
            "median_income",
            "median_house_value",
            "ocean_proximity",
        ],
        rows,
    )
