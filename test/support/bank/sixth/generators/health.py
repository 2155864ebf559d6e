"""Life expectancy as the WHO's data on Kaggle have it."""

from .common import chance, write

# Developed, life expectancy of 2000 and of 2015, mortality, alcohol, GDP of 2015, people in millions, schooling.
COUNTRIES = {
    "Australia": (True, 79.5, 82.8, 66, 10.2, 56554, 23.8, 20.2),
    "Bangladesh": (False, 65.3, 71.8, 140, 0.1, 1210, 161.2, 9.9),
    "Brazil": (False, 70.5, 75.0, 150, 7.2, 8757, 204.5, 14.9),
    "China": (False, 71.7, 76.1, 92, 4.6, 8067, 137.1, 13.1),
    "Ethiopia": (False, 51.2, 64.8, 260, 1.6, 645, 99.9, 8.2),
    "Germany": (True, 78.0, 81.0, 78, 12.1, 41176, 81.7, 17.0),
    "India": (False, 62.5, 68.3, 195, 2.6, 1613, 131.0, 11.5),
    "Japan": (True, 81.1, 83.7, 63, 7.6, 34474, 127.1, 15.3),
    "Kenya": (False, 51.9, 63.4, 300, 1.8, 1349, 47.2, 11.0),
    "Mexico": (False, 74.8, 76.7, 122, 5.3, 9143, 125.9, 13.2),
    "Nigeria": (False, 47.1, 54.5, 372, 8.9, 2655, 181.2, 10.0),
    "Norway": (True, 78.5, 81.8, 65, 6.3, 74498, 5.2, 17.6),
    "Poland": (True, 73.8, 77.5, 130, 10.3, 12566, 38.0, 16.3),
    "South Africa": (False, 57.3, 62.9, 420, 7.5, 5770, 55.0, 13.1),
    "United Kingdom of Great Britain and Northern Ireland": (True, 77.8, 81.2, 75, 11.0, None, None, None),
    "Viet Nam": (False, 73.4, 76.0, 128, 3.2, 2065, 93.6, 12.4),
}


def short(number):
    return "" if number is None else f"{number:.10g}"


def life():
    rng = chance("life")
    rows = []
    for country, (developed, before, after, mortality, alcohol, gdp, people, school) in COUNTRIES.items():
        for year in range(2015, 1999, -1):
            part = (year - 2000) / 15
            poor = not developed
            years = round(before + (after - before) * part + rng.gauss(0, 0.25), 1)
            deaths = max(1, round(mortality * (1.25 - 0.3 * part) * rng.uniform(0.96, 1.04)))
            size = None if people is None else people * (0.84 + 0.16 * part)
            births = (
                0
                if size is None or country in ("Norway", "Australia")
                else round(size * (2.6 - part if poor else 0.06))
            )
            # As in the file: what is not known of the last year, and of some others.
            drink = 0.01 if year == 2015 and poor else round(max(0.01, alcohol * rng.uniform(0.85, 1.08)), 2)
            product = None if gdp is None or rng.random() < 0.02 else gdp * (0.3 + 0.7 * part) * rng.uniform(0.9, 1.1)
            vaccine = round(min(99, rng.gauss(72 + 22 * part if poor else 93, 4)))
            hepatitis = (
                None if rng.random() < (0.35 if year < 2005 else 0.05) or country in ("Norway", "Japan") else vaccine
            )
            spent = None if year == 2015 else round(max(2.1, rng.gauss(5 if poor else 8.6, 0.5)), 2)
            if country == "Nigeria" and year < 2003:
                hepatitis = None
            fraction = (
                None if school is None else round((0.44 if poor else 0.83) + 0.0085 * (school - 9) + 0.07 * part, 3)
            )
            thin = round(max(0.2, (9 if poor else 1.2) - 2 * part + rng.gauss(0, 0.2)), 1)
            rows.append(
                [
                    country,
                    year,
                    "Developed" if developed else "Developing",
                    short(years),
                    deaths,
                    births,
                    short(drink),
                    short(0.0 if year == 2015 or product is None else product * rng.uniform(0.05, 0.17)),
                    short(hepatitis),
                    round(rng.lognormvariate(5 if poor else 3.5, 2.0)) if rng.random() < 0.8 else 0,
                    short(round((20 if poor else 54) + 8 * part + rng.gauss(0, 0.4), 1)),
                    round(births * (1.4 if poor else 1.2)),
                    vaccine if rng.random() < 0.9 else max(7, vaccine - 60 * poor),
                    short(spent),
                    min(99, vaccine + rng.randrange(3)),
                    short(
                        round(max(0.1, (14 if country in ("South Africa", "Kenya") else 3) * (1 - 0.8 * part)), 1)
                        if poor
                        else 0.1
                    ),
                    short(product),
                    short(None if size is None else round(size * 1e6)),
                    short(thin),
                    short(round(thin + rng.choice([0, 0.1, -0.1]), 1)),
                    short(fraction),
                    short(None if school is None else round(school * (0.82 + 0.18 * part) + rng.gauss(0, 0.05), 1)),
                ]
            )
    header = "Country,Year,Status,Life expectancy ,Adult Mortality,infant deaths,Alcohol,percentage expenditure,"
    header += (
        "Hepatitis B,Measles , BMI ,under-five deaths ,Polio,Total expenditure,Diphtheria , HIV/AIDS,GDP,Population,"
    )
    header += " thinness  1-19 years, thinness 5-9 years,Income composition of resources,Schooling"
    write("Life Expectancy Data.csv", header.split(","), rows)
