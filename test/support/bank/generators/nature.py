"""Penguins, births, cases of an epidemic, and sensors."""

import math
from datetime import date, datetime, timedelta

from .common import chance, padded, weighted, write

# Means of bill length, bill depth, flipper length (mm) and body mass (g).
SPECIES = {"Adelie": (38.9, 18.4, 190, 3650), "Chinstrap": (48.7, 18.5, 196, 3790), "Gentoo": (47.4, 15.1, 217, 5020)}
ISLANDS = {"Adelie": {"Biscoe": 3, "Dream": 4, "Torgersen": 4}, "Chinstrap": {"Dream": 1}, "Gentoo": {"Biscoe": 1}}
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def penguins():
    rng = chance("penguins")
    rows = []
    for _ in range(174):
        species = weighted(rng, {"Adelie": 44, "Chinstrap": 20, "Gentoo": 36})
        sex = rng.choice(["male", "female"])
        sign = 1 if sex == "male" else -1
        bill, depth, flipper, mass = SPECIES[species]
        size = rng.gauss(0, 1)
        measures = [
            f"{bill + sign * 1.6 + rng.gauss(0, 1.9):.1f}",
            f"{depth + sign * 0.7 + rng.gauss(0, 0.8):.1f}",
            str(round(flipper + sign * 3 + size * 4 + rng.gauss(0, 3))),
            str(round((mass + sign * 330 + size * 180 + rng.gauss(0, 210)) / 25) * 25),
        ]
        if rng.random() < 0.02:
            measures = ["NA"] * 4
        rows.append(
            [
                species,
                weighted(rng, ISLANDS[species]),
                *measures,
                "NA" if rng.random() < 0.05 else sex,
                rng.choice([2007, 2008, 2009]),
            ]
        )
    rows.sort(key=lambda row: (row[0], row[7]))
    write(
        "penguins.csv",
        ["species", "island", "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g", "sex", "year"],
        rows,
    )


def births():
    rng = chance("births")
    season = [-2, -9, 1, 0, 4, 5, 11, 9, 10, 2, -5, -3]
    rows = []
    for year in range(1980, 2010):
        level = 5200 - 38 * (year - 1980) + 320 * math.sin((year - 1980) / 4.5)
        for index, month in enumerate(MONTHS):
            count = round(level * (1 + season[index] / 100) + rng.gauss(0, 70))
            rows.append([year, month, "." if (year, month) == (1987, "November") else count])
    write(
        "births.csv",
        ["Year", "Month", "Births"],
        rows,
        before="Live births by month, Province of Norland, 1980-2009\n\n",
        after="\nNote: figures for 2009 are provisional.\n. = not available\nSource: Register office (invented)\n",
    )


def covid():
    rng = chance("covid")
    countries = [
        ("DEU", "Europe", "Germany", 83200000, 5200, 0.035, 2),
        ("FRA", "Europe", "France", 67800000, 4300, 0.09, 0),
        ("ITA", "Europe", "Italy", 59700000, 5600, 0.12, -6),
        ("BRA", "South America", "Brazil", 212600000, 9800, 0.06, 30),
        ("KOR", "Asia", "South Korea", 51800000, 520, 0.02, -18),
    ]
    rows = []
    for code, continent, country, population, peak, lethality, shift in countries:
        cases, deaths = round(peak * rng.uniform(0.05, 0.1)), 0
        for day_number in range(75):
            day = date(2020, 3, 1) + timedelta(days=day_number)
            wave = math.exp(-(((day_number - 32 - shift) / 16) ** 2))
            weekend = 0.7 if day.weekday() >= 5 else 1.06
            cases += round(max(3, peak * wave * weekend * rng.uniform(0.85, 1.15)))
            lagged = math.exp(-(((day_number - 41 - shift) / 17) ** 2))
            deaths += round(peak * lethality * lagged * weekend * rng.uniform(0.8, 1.2))
            rows.append([code, continent, padded(rng, country, 0.02), day.isoformat(), cases, deaths or "", population])
    write("covid.csv", ["iso_code", "continent", "location", "date", "total_cases", "total_deaths", "population"], rows)


def sensors():
    rng = chance("sensors")
    places = {
        "S-01": ("Kitchen", 22.4, 51),
        "S-02": ("Office", 21.6, 42),
        "S-03": ("Cellar", 15.2, 66),
        "S-04": ("Server room", 24.9, 35),
    }
    rows = []
    for hour in range(96):
        moment = datetime(2024, 6, 3) + timedelta(hours=hour)
        for number, (sensor, (room, warmth, moisture)) in enumerate(places.items()):
            swing = math.sin((moment.hour - 9) / 24 * 2 * math.pi) * (2.1 if room != "Server room" else 0.6)
            temperature = f"{warmth + swing + hour / 80 + rng.gauss(0, 0.35):.2f}"
            humidity = f"{moisture - swing * 2.2 + rng.gauss(0, 1.6):.1f}"
            battery = f"{3.31 - 0.03 * number - hour * 0.0011 + rng.gauss(0, 0.004):.3f}"
            temperature = "85.00" if (hour, sensor) == (58, "S-02") else "-" if rng.random() < 0.02 else temperature
            rows.append(
                [
                    moment.strftime("%Y-%m-%d %H:%M"),
                    sensor,
                    padded(rng, room, 0.02),
                    temperature,
                    "-" if rng.random() < 0.025 else humidity,
                    battery,
                ]
            )
    write(
        "sensors.tsv",
        ["timestamp", "sensor_id", "room", "temperature (°C)", "humidity (%)", "battery (V)"],
        rows,
        delimiter="\t",
    )
