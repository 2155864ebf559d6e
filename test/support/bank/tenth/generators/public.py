"""A machine's parts, patients, homes in Melbourne, and unemployment of the World Bank."""

from datetime import date, timedelta

from .common import FILES, chance, weighted, write


def parts():
    rng, rows, wear = chance("ai4i"), [], 0
    air, above = 298.1, 10.5
    for number in range(1, 281):
        kind = weighted(rng, {"L": 60, "M": 30, "H": 10})
        air = min(304.2, max(295.4, round(air + rng.choice([-0.2, -0.1, 0, 0.1, 0.2]), 1)))
        above = min(12.1, max(7.8, above + rng.gauss(0, 0.12)))
        torque = round(max(4.2, rng.gauss(40, 11)), 1)
        speed = max(1181, round(62000 / (torque + 0.9) + rng.gauss(0, 65)) if torque > 22 else round(rng.gauss(2350,
        190)))
        wear += rng.choice([2, 3, 5]) + (3 if rng.random() < 0.4 else 0)
        limit = {"L": 11000, "M": 12000, "H": 13000}[kind]
        power = torque * speed * 0.10472
        flags = [
            int(wear > 205 and rng.random() < 0.25),
            int(speed < 1400 and rng.random() < 0.14),
            int(power < 3700 or power > 8400),
            int(wear * torque > 0.9 * limit),
            int(rng.random() < 0.006),
        ]
        rows.append([
            number, f"{kind}{({'L': 47179, 'M': 14859, 'H': 29412}[kind]) + number}", kind, air, round(air + above, 1),
            speed, torque, wear, int(any(flags[:4])), *flags,
        ])  # fmt: skip
        if wear > 240 or flags[0] or rng.random() < 0.01:
            wear = 0
    head = ["UDI", "Product ID", "Type", "Air temperature [K]", "Process temperature [K]", "Rotational speed [rpm]"]
    head += ["Torque [Nm]", "Tool wear [min]", "Machine failure", "TWF", "HDF", "PWF", "OSF", "RNF"]
    write("ai4i2020.csv", head, rows)


def patients():
    rng, rows = chance("stroke"), []
    for _ in range(290):
        age = round(rng.uniform(0.4, 1.9), 2) if rng.random() < 0.02 else rng.randrange(2, 83)
        child = age < 15
        work = "children" if child else weighted(
            rng, {"Private": 62, "Self-employed": 8 + age / 3, "Govt_job": 16, "Never_worked": 3 if age < 24 else 0}
        )  # fmt: skip
        tension = int(rng.random() < age / 420)
        heart = int(rng.random() < max(0, age - 35) / 380)
        sugar = round(rng.gauss(205, 20) if rng.random() < 0.06 + age / 650 else rng.gauss(90, 17), 2)
        bmi = round(max(11.5, rng.gauss(19.5 if child else 26.5 + age / 20, 3.5 if child else 6)), 1)
        smoke = "Unknown" if child else weighted(
            rng, {"never smoked": 40, "Unknown": 22, "formerly smoked": 22, "smokes": 18}
        )  # fmt: skip
        stroke = rng.random() < (age / 85) ** 4 * 0.38 + 0.05 * tension * (age > 30)
        rows.append([
            rng.randrange(67, 72941), weighted(rng, {"Female": 585, "Male": 411, "Other": 4}), max(age, 0.4), tension,
            heart, "Yes" if age > 18 and rng.random() < min(0.9, age / 55) else "No", work,
            rng.choice(["Urban", "Rural"]), max(55.12, sugar), "N/A" if rng.random() < 0.045 else bmi, smoke,
            int(stroke),
        ])  # fmt: skip
    rows.sort(key=lambda row: -row[-1])
    head = ["id", "gender", "age", "hypertension", "heart_disease", "ever_married", "work_type", "Residence_type"]
    write(
        "healthcare-dataset-stroke-data.csv",
        [*head, "avg_glucose_level", "bmi", "smoking_status", "stroke"],
        rows,
    )


# suburb: distance, postcode, council, region, properties, level of prices, place
SUBURBS = {
    "Abbotsford": (2.5, 3067, "Yarra", "Northern Metropolitan", 4019, 1.05, -37.80, 144.99),
    "Richmond": (2.6, 3121, "Yarra", "Northern Metropolitan", 14949, 1.2, -37.82, 145.0),
    "Brunswick": (5.2, 3056, "Moreland", "Northern Metropolitan", 11918, 1.0, -37.77, 144.96),
    "Coburg": (7.8, 3058, "Moreland", "Northern Metropolitan", 11204, 0.92, -37.74, 144.96),
    "Preston": (8.8, 3072, "Darebin", "Northern Metropolitan", 14577, 0.87, -37.74, 145.0),
    "Reservoir": (11.2, 3073, "Darebin", "Northern Metropolitan", 21650, 0.68, -37.71, 145.0),
    "Craigieburn": (20.6, 3064, "Hume", "Northern Metropolitan", 15510, 0.5, -37.6, 144.94),
    "Footscray": (6.4, 3011, "Maribyrnong", "Western Metropolitan", 7570, 0.8, -37.8, 144.9),
    "Sunshine": (13.5, 3020, "Brimbank", "Western Metropolitan", 3755, 0.68, -37.79, 144.83),
    "Essendon": (8.4, 3040, "Moonee Valley", "Western Metropolitan", 9264, 1.1, -37.75, 144.91),
    "Brighton": (11.2, 3186, "Bayside", "Southern Metropolitan", 10579, 2.0, -37.91, 145.0),
    "St Kilda": (6.1, 3182, "Port Phillip", "Southern Metropolitan", 13240, 1.0, -37.86, 144.98),
    "Bentleigh East": (13.9, 3165, "Glen Eira", "Southern Metropolitan", 10969, 1.12, -37.92, 145.06),
    "Hawthorn": (4.6, 3122, "Boroondara", "Southern Metropolitan", 11308, 1.45, -37.82, 145.03),
    "Camberwell": (7.8, 3124, "Boroondara", "Southern Metropolitan", 8920, 1.75, -37.84, 145.07),
    "Doncaster": (13.0, 3108, "Manningham", "Eastern Metropolitan", 9028, 1.1, -37.79, 145.13),
    "Ringwood": (22.6, 3134, "Maroondah", "Eastern Metropolitan", 7785, 0.82, -37.82, 145.23),
    "Frankston": (38.0, 3199, "Frankston", "South-Eastern Metropolitan", 17055, 0.6, -38.15, 145.13),
}  # fmt: skip
STREETS = ["Turner St", "Bloomburg St", "Charles St", "Victoria St", "Nicholson St", "Park Rd", "Union St", "High St",
           "The Avenue", "Grange Rd", "Albert St", "Waverley Rd"]  # fmt: skip
AGENTS = {"Nelson": 20, "Jellis": 20, "hockingstuart": 14, "Barry": 18, "Ray": 9, "Marshall": 8, "Buxton": 9,
          "Biggin": 6, "McGrath": 5, "Greg": 3}  # fmt: skip


def homes():
    rng, rows = chance("melbourne"), []
    for _ in range(265):
        suburb = rng.choice(list(SUBURBS))
        distance, postcode, council, region, properties, level, north, east = SUBURBS[suburb]
        kind = weighted(rng, {"h": 64, "u": 24, "t": 12})
        rooms = weighted(rng, {2: 12, 3: 45, 4: 33, 5: 8} if kind == "h" else {1: 16, 2: 56, 3: 26})
        day = date(2016, 1, 30) + timedelta(days=7 * rng.randrange(109))
        bare, dull = rng.random() < 0.22, rng.random() < 0.38
        price = 5e5 * level * (1.25 if kind == "h" else 0.75) * (0.45 + rooms / 4.2) * rng.lognormvariate(0.12, 0.2)
        price *= 1.0 + 0.05 * (day.year - 2016)
        baths = max(1, round(rooms / 2.2 + rng.gauss(0, 0.5)))
        method = weighted(rng, {"S": 58, "SP": 13, "PI": 14, "VB": 9, "SN": 4, "W": 1})
        land = 0 if rng.random() < 0.14 else round(rng.lognormvariate(6.2 if kind == "h" else 5, 0.4))
        rows.append([
            suburb, f"{rng.choice(['', f'{rng.randrange(1, 12)}/']) if kind == 'u' else ''}{rng.randrange(1, 190)} "
            f"{rng.choice(STREETS)}", rooms, kind,
            "" if method == "SN" or rng.random() < 0.17 else round(price / 500) * 500, method, weighted(rng, AGENTS),
            f"{day.day}/{day.month:02d}/{day.year}", distance, postcode,
            *(["", "", "", ""] if bare else [rooms, baths, rng.choice([0, 1, 1, 2, 2, 2, 4]), land]),
            "" if bare or dull else round(rooms * rng.uniform(32, 58)),
            "" if bare or dull else rng.choice([1890, 1900, 1910, 1920, 1930, 1950, 1960, 1970, 1980, 1995, 2005,
            2012]),
            council, *(["", ""] if bare else [f"{north + rng.uniform(-0.02, 0.02):.4f}",
            f"{east + rng.uniform(-0.02, 0.02):.4f}"]),
            region, properties,
        ])  # fmt: skip
    rows.sort(key=lambda row: (row[0], row[1]))
    write(
        "Melbourne_housing_FULL.csv",
        [
            "Suburb", "Address", "Rooms", "Type", "Price", "Method", "SellerG", "Date", "Distance", "Postcode",
            "Bedroom2", "Bathroom", "Car", "Landsize", "BuildingArea", "YearBuilt", "CouncilArea", "Lattitude",
            "Longtitude", "Regionname", "Propertycount",
        ],
        rows,
    )  # fmt: skip


# country: code, level; None for those without data
COUNTRIES = {
    "Argentina": ("ARG", 9.5), "Australia": ("AUS", 6), "Austria": ("AUT", 4.8), "Bermuda": ("BMU", None),
    "Brazil": ("BRA", 9.5), "Canada": ("CAN", 7.2), "Switzerland": ("CHE", 4), "Chile": ("CHL", 8), "China": ("CHN",
    4.4),
    "Colombia": ("COL", 11), "Czechia": ("CZE", 5.5), "Germany": ("DEU", 6.6), "Denmark": ("DNK", 5.8),
    "Egypt, Arab Rep.": ("EGY", 9.8), "Euro area": ("EMU", 9.3), "Spain": ("ESP", 17), "European Union": ("EUU", 8.9),
    "Finland": ("FIN", 8.9), "France": ("FRA", 9.6), "Faroe Islands": ("FRO", None), "United Kingdom": ("GBR", 5.9),
    "Greece": ("GRC", 14), "High income": ("HIC", 6.8), "India": ("IND", 7.6), "Italy": ("ITA", 9.7),
    "Japan": ("JPN", 3.9), "Korea, Rep.": ("KOR", 3.5), "Liechtenstein": ("LIE", None), "Mexico": ("MEX", 4),
    "Nigeria": ("NGA", 4.2), "Netherlands": ("NLD", 5.2), "Norway": ("NOR", 4.1), "Poland": ("POL", 11),
    "Portugal": ("PRT", 8.4), "Qatar": ("QAT", 0.5), "Sub-Saharan Africa": ("SSF", 7), "Sweden": ("SWE", 7.6),
    "Turkiye": ("TUR", 9.9), "United States": ("USA", 5.8), "World": ("WLD", 6), "South Africa": ("ZAF", 25),
}  # fmt: skip
YEARS = range(1960, 2024)


def unemployment():
    rng, rows = chance("unemployment"), []
    for name, (code, level) in COUNTRIES.items():
        drift, cells = 0.0, []
        for year in YEARS:
            if year < 1991 or level is None:
                cells.append("")
                continue
            drift = 0.82 * drift + rng.gauss(0, 0.055)
            crisis = {2009: 0.12, 2020: 0.16}.get(year, 0) * rng.uniform(0.5, 1.5)
            if code in ("ESP", "GRC", "PRT", "ITA", "EMU", "EUU"):
                crisis += max(0, 0.45 - 0.13 * abs(year - 2013)) * (1.6 if code in ("GRC", "ESP") else 0.7)
            number = level * (1 + drift + crisis)
            cells.append(f"{max(0.1, number):.3f}".rstrip("0").rstrip("."))
        rows.append([name, code, "Unemployment, total (% of total labor force) (modeled ILO estimate)",
                     "SL.UEM.TOTL.ZS", *cells, ""])  # fmt: skip
    name = "API_SL.UEM.TOTL.ZS_DS2_en_csv_v2_715.csv"
    write(
        name,
        ["Country Name", "Country Code", "Indicator Name", "Indicator Code", *map(str, YEARS), ""],
        rows,
        before='"Data Source","World Development Indicators",\n\n"Last Updated Date","2024-06-28",\n\n',
        bom=True,
        quote_all=True,
    )
    path = FILES / name
    path.write_text(path.read_text(encoding="utf-8").replace(',""\n', ",\n"), encoding="utf-8", newline="\n")
