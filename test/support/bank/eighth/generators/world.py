"""Emissions of countries, after Our World in Data, and storms of the Atlantic, after the set of dplyr."""

import math
from datetime import datetime, timedelta

from .common import chance, write

# code, population in 2003 and its growth, tonnes of CO2 a head in 2003 and their growth, GDP a head, coal, gas
LANDS = {
    "Australia": ("AUS", 19.7e6, 0.0145, 18.6, -0.012, 37000, 0.5, 0.17),
    "Brazil": ("BRA", 181e6, 0.009, 1.8, 0.009, 11000, 0.13, 0.11),
    "Canada": ("CAN", 31.6e6, 0.011, 18.1, -0.012, 36000, 0.15, 0.34),
    "China": ("CHN", 1290e6, 0.005, 3.6, 0.042, 5900, 0.72, 0.05),
    "France": ("FRA", 60.4e6, 0.004, 6.9, -0.022, 31000, 0.12, 0.24),
    "Germany": ("DEU", 81.6e6, 0.001, 11.0, -0.016, 35000, 0.38, 0.22),
    "India": ("IND", 1108e6, 0.0135, 0.97, 0.037, 2700, 0.67, 0.05),
    "Indonesia": ("IDN", 223e6, 0.0122, 1.4, 0.027, 5400, 0.3, 0.2),
    "Japan": ("JPN", 127.6e6, -0.001, 10.1, -0.009, 33000, 0.35, 0.17),
    "Poland": ("POL", 38.5e6, -0.001, 8.2, -0.001, 13000, 0.7, 0.1),
    "South Africa": ("ZAF", 46.4e6, 0.0132, 8.6, -0.009, 9300, 0.83, 0.02),
    "United States": ("USA", 290e6, 0.0073, 20.2, -0.017, 44000, 0.36, 0.21),
}
TOGETHER = {"European Union (27)": (("France", "Germany", "Poland"), 2.35), "World": (tuple(LANDS), 1.72)}


def dated(number):
    return "" if number is None else f"{number:.3f}"


def emissions():
    rng = chance("emissions")
    figures = {}
    for land, (_, people, more, head, change, rich, coal, gas) in LANDS.items():
        for year in range(2003, 2023):
            age = year - 2003
            heads = round(people * (1 + more) ** age)
            shock = -0.035 if year == 2009 else -0.06 if year == 2020 else 0
            co2 = heads * head * (1 + change) ** age / 1e6 * math.exp(rng.gauss(shock, 0.015))
            parts = [coal - 0.004 * age * (coal > 0.2), gas + 0.002 * age, rng.uniform(0.02, 0.05)]
            gdp = round(heads * rich * 1.021**age * (1 + rng.gauss(0, 0.01)))
            figures[land, year] = [heads, gdp, co2, co2 * parts[2], co2 * parts[0], co2 * parts[1]]
    for name, (members, factor) in TOGETHER.items():
        for year in range(2003, 2023):
            sums = [factor * sum(figures[land, year][place] for land in members) for place in range(6)]
            figures[name, year] = [round(sums[0]), round(sums[1]), *sums[2:]]
    rows = []
    for name in sorted([*LANDS, *TOGETHER]):
        code = LANDS[name][0] if name in LANDS else ""
        before = None
        for year in range(2003, 2023):
            heads, gdp, co2, cement, coal, gas = figures[name, year]
            grown = None if before is None else co2 - before
            share = 100 * co2 / figures["World", year][2]
            row = [name, year, code, heads, "" if year > 2018 or name not in LANDS and name != "World" else f"{gdp}.0"]
            row += [dated(number) for number in (cement, co2, grown, grown and 100 * grown / before)]
            row += [dated(number) for number in (co2 * 1e6 / heads, coal, gas, co2 - coal - gas - cement, share)]
            rows.append(row)
            before = co2
    header = ["country", "year", "iso_code", "population", "gdp", "cement_co2", "co2", "co2_growth_abs"]
    header += ["co2_growth_prct", "co2_per_capita", "coal_co2", "gas_co2", "oil_co2", "share_global_co2"]
    write("owid-co2-data.csv", header, rows)


STORMS = {
    2015: {"Ana": (45, 14), "Danny": (110, 24), "Erika": (45, 15), "Joaquin": (135, 38), "Kate": (75, 16)},
    2016: {"Alex": (75, 24), "Bonnie": (40, 22), "Earl": (75, 18), "Gaston": (105, 32), "Matthew": (145, 36)},
    2017: {"Arlene": (60, 15), "Franklin": (75, 14), "Ophelia": (100, 29)},
}
STARTS = {"Ana": (5, 6), "Alex": (1, 7), "Arlene": (4, 16), "Bonnie": (5, 27)}


def kind(wind):
    return "tropical depression" if wind < 34 else "tropical storm" if wind < 64 else "hurricane"


def storms():
    rng = chance("storms")
    rows = []
    for year, named in STORMS.items():
        begun = datetime(year, 7, 28, 12)
        for name, (peak, count) in named.items():
            begun += timedelta(hours=6 * rng.randint(40, 75))
            when = datetime(year, *STARTS[name], 6) if name in STARTS else begun
            lat, long, ripe = rng.uniform(11, 24), rng.uniform(-75, -35), rng.uniform(0.4, 0.75) * count
            for step in range(count):
                shape = math.exp(-(((step - ripe) / (count * 0.33)) ** 2))
                wind = min(peak, max(25, round((25 + (peak - 25) * shape + rng.gauss(0, 3)) / 5) * 5))
                if step == round(ripe):
                    wind = peak
                gone = step > count - 4 and lat > 33 and rng.random() < 0.7
                status = "extratropical" if gone else kind(wind)
                scale = sum(wind >= bound for bound in (64, 83, 96, 113, 137)) if status == "hurricane" else 0
                pressure = round(1015 - 0.55 * (wind - 20) - 0.0026 * (wind - 20) ** 2 + rng.gauss(0, 2.5))
                wide = 0 if wind < 34 else round((40 + wind * 1.5 + rng.gauss(0, 20)) / 10) * 10
                core = 0 if wind < 64 else max(10, round((wind * 0.6 + rng.gauss(0, 8)) / 5) * 5)
                unknown = rng.random() < 0.04
                row = [name, year, when.month, when.day, when.hour, f"{lat:.1f}", f"{long:.1f}"]
                row += [status, scale or "NA", wind, pressure, "NA" if unknown else wide, "NA" if unknown else core]
                rows.append(row)
                when += timedelta(hours=6)
                lat, long = lat + rng.uniform(0.1, 0.9), long + rng.uniform(-0.9, 0.3)
    header = ["name", "year", "month", "day", "hour", "lat", "long", "status", "category", "wind", "pressure"]
    write("storms.csv", [*header, "tropicalstorm_force_diameter", "hurricane_force_diameter"], rows)
