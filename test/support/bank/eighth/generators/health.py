"""Costs of health insurance and salaries in data science, after the sets of Kaggle."""

import math

from .common import chance, weighted, write

REGIONS = {"southeast": 27, "southwest": 24, "northwest": 24, "northeast": 24}
CHILDREN = {0: 43, 1: 24, 2: 18, 3: 12, 4: 2, 5: 1}


def insurance():
    rng = chance("insurance")
    rows = []
    for _ in range(243):
        age = rng.choice([18, 19]) if rng.random() < 0.1 else rng.randint(18, 64)
        sex = rng.choice(["female", "male"])
        bmi = round(min(53.1, max(16, rng.gauss(30.6, 6))), 2)
        children, region = weighted(rng, CHILDREN), weighted(rng, REGIONS)
        smoker = rng.random() < (0.24 if sex == "male" else 0.17)
        charges = 258 * age - 3600 + 480 * children + 60 * (bmi - 30) + rng.gauss(0, 700)
        if rng.random() < 0.1:
            charges += rng.uniform(6000, 14000)
        if smoker:
            charges += 13500 + (19500 if bmi >= 30 else 0) + 350 * (bmi - 30)
        charges = max(1121.8739, charges)
        rows.append(
            [age, sex, f"{bmi:g}", children, "yes" if smoker else "no", region, f"{charges:.{rng.choice([3, 4, 5])}f}"]
        )
    rows.insert(181, rows[58])
    write("insurance.csv", ["age", "sex", "bmi", "children", "smoker", "region", "charges"], rows)


TITLES = {
    "Data Scientist": (27, 100000),
    "Data Engineer": (25, 105000),
    "Data Analyst": (18, 82000),
    "Machine Learning Engineer": (9, 103000),
    "Research Scientist": (4, 99000),
    "Data Science Manager": (3, 152000),
    "Data Architect": (3, 165000),
    "Big Data Engineer": (3, 62000),
    "Machine Learning Scientist": (2, 142000),
    "AI Scientist": (2, 71000),
    "BI Data Analyst": (2, 68000),
    "Computer Vision Engineer": (2, 59000),
    "Head of Data": (1, 163000),
}
LEVELS = {"EN": 0.55, "MI": 0.8, "SE": 1.15, "EX": 1.65}
COUNTRIES = {
    "US": (55, "USD", 1.25),
    "GB": (8, "GBP", 0.8),
    "CA": (5, "CAD", 0.85),
    "DE": (5, "EUR", 0.72),
    "IN": (5, "INR", 0.28),
    "FR": (3, "EUR", 0.56),
    "ES": (3, "EUR", 0.5),
    "GR": (2, "EUR", 0.46),
    "JP": (1, "USD", 0.9),
    "BR": (1, "USD", 0.3),
}
RATES = {
    "USD": {2020: 1, 2021: 1, 2022: 1},
    "EUR": {2020: 1.1404, 2021: 1.1828, 2022: 1.0987},
    "GBP": {2020: 1.2827, 2021: 1.3756, 2022: 1.3082},
    "CAD": {2020: 0.7455, 2021: 0.7976, 2022: 0.788},
    "INR": {2020: 0.0135, 2021: 0.01352, 2022: 0.0131},
}


def salaries():
    rng = chance("salaries")
    rows = []
    for year, count in ((2020, 32), (2021, 82), (2022, 126)):
        for _ in range(count):
            level = weighted(rng, {"EN": 15, "MI": 35, "SE": 45 if year == 2022 else 30, "EX": 5})
            kind = weighted(rng, {"FT": 95, "PT": 2, "CT": 2, "FL": 1})
            title = weighted(rng, {name: weight for name, (weight, _) in TITLES.items()})
            country = weighted(rng, {code: weight for code, (weight, _, _) in COUNTRIES.items()})
            _, currency, level_of_pay = COUNTRIES[country]
            home = country if rng.random() < 0.92 else rng.choice(list(COUNTRIES))
            dollars = TITLES[title][1] * LEVELS[level] * level_of_pay * math.exp(rng.gauss(0, 0.22))
            if kind == "PT":
                dollars *= 0.4
            step = 50000 if currency == "INR" else 1000 if rng.random() < 0.8 else 250
            salary = max(step, round(dollars / RATES[currency][year] / step) * step)
            remote = weighted(rng, {0: 20, 50: 16 if year < 2022 else 6, 100: 52 if year < 2022 else 74})
            size = weighted(rng, {"S": 18, "M": 25, "L": 45} if year < 2022 else {"S": 5, "M": 72, "L": 23})
            in_dollars = round(salary * RATES[currency][year])
            rows.append(
                [len(rows), year, level, kind, title, salary, currency, in_dollars, home, remote, country, size]
            )
    header = ["", "work_year", "experience_level", "employment_type", "job_title", "salary", "salary_currency"]
    header += ["salary_in_usd", "employee_residence", "remote_ratio", "company_location", "company_size"]
    write("ds_salaries.csv", header, rows)
