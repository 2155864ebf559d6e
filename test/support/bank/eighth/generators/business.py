"""Houses that were sold in King County and people who were laid off, after the sets of Kaggle."""

import math
from datetime import date, timedelta

from .common import chance, weighted, write

# zip code: weight, level of prices, latitude, longitude
AREAS = {
    "98103": (16, 1.15, 47.67, -122.343),
    "98115": (15, 1.2, 47.685, -122.295),
    "98117": (14, 1.15, 47.687, -122.377),
    "98052": (14, 1.2, 47.68, -122.12),
    "98038": (14, 0.66, 47.37, -122.04),
    "98042": (13, 0.58, 47.36, -122.12),
    "98034": (12, 0.95, 47.72, -122.21),
    "98004": (8, 2.3, 47.62, -122.205),
    "98040": (7, 1.9, 47.56, -122.225),
    "98168": (7, 0.5, 47.49, -122.3),
}


def houses():
    rng = chance("houses")
    rows = []
    for _ in range(258):
        code = weighted(rng, {name: area[0] for name, area in AREAS.items()})
        _, level, lat, long = AREAS[code]
        rooms = weighted(rng, {1: 1, 2: 13, 3: 45, 4: 31, 5: 8, 6: 2})
        living = round(math.exp(rng.gauss(7.1 + 0.15 * rooms, 0.3)) / 10) * 10
        baths = max(0.75, round((rooms * 0.45 + living / 2500 + rng.gauss(0, 0.35)) * 4) / 4)
        cellar = round(living * rng.uniform(0.15, 0.45) / 10) * 10 if rng.random() < 0.39 else 0
        lot = round(math.exp(rng.gauss(8.9, 0.6)))
        grade = min(12, max(5, round(7.6 + (living - 2050) / 900 + rng.gauss(0, 0.6))))
        built = weighted(rng, {decade: 8 + decade % 50 / 10 for decade in range(1900, 2015, 10)}) + rng.randint(0, 9)
        built = min(2014, built)
        again = rng.randint(max(1980, built + 15), 2014) if built < 1975 and rng.random() < 0.12 else 0
        water = int(code in ("98040", "98034", "98115", "98004") and rng.random() < 0.08)
        view = rng.choice([3, 4, 4]) if water else weighted(rng, {0: 90, 1: 2, 2: 5, 3: 3})
        price = 165 * living**1.02 * level * (1 + 0.09 * (grade - 7.6)) * (1.9 if water else 1 + 0.05 * view)
        price *= math.exp(rng.gauss(0, 0.15))
        price = round(price, -3) if rng.random() < 0.4 else round(price / 50) * 50
        sold = date(2014, 5, 2) + timedelta(days=rng.randint(0, 375))
        rows.append(
            [
                *(f"{rng.randint(10**6 * 2, 99 * 10**8):010d}".lstrip("0"), sold, price, rooms, f"{baths:g}", living),
                *(lot, rng.choice(["1", "1", "1.5", "2", "2", "3"]), water, view),
                *(weighted(rng, {2: 1, 3: 65, 4: 26, 5: 8}), grade, living - cellar, cellar, built, again, code),
                *(f"{lat + rng.uniform(-0.02, 0.02):.4f}", f"{long + rng.uniform(-0.03, 0.03):.3f}"),
                *(round(living * rng.uniform(0.75, 1.2) / 10) * 10, round(lot * rng.uniform(0.8, 1.15))),
            ]
        )
    for place in (17, 88, 203):
        again = list(rows[place])
        again[1], again[2] = date(2015, 5, rng.randint(13, 27)), round(again[2] * rng.uniform(1.1, 1.5), -3)
        rows.append(again)
    rng.shuffle(rows)
    for row in rows:
        row[1] = f"{row[1]:%Y%m%d}T000000"
        row[2] = f"{row[2]:.0f}"
    header = ["id", "date", "price", "bedrooms", "bathrooms", "sqft_living", "sqft_lot", "floors", "waterfront", "view"]
    header += ["condition", "grade", "sqft_above", "sqft_basement", "yr_built", "yr_renovated", "zipcode"]
    write("kc_house_data.csv", [*header, "lat", "long", "sqft_living15", "sqft_lot15"], rows)


# company: town, industry, stage, country, millions raised, people in hundreds
FIRMS = """
Amazon|Seattle|Retail|Post-IPO|United States|108|900;
Meta|SF Bay Area|Consumer|Post-IPO|United States|26000|700;
Google|SF Bay Area|Consumer|Post-IPO|United States|26|900;
Microsoft|Seattle|Other|Post-IPO|United States|1|900;
Salesforce|SF Bay Area|Sales|Post-IPO|United States|65|400;
Twitter|SF Bay Area|Consumer|Post-IPO|United States|12900|75;
Uber|SF Bay Area|Transportation|Post-IPO|United States|24700|180;
Airbnb|SF Bay Area|Travel|Private Equity|United States|5400|75;
Booking.com|Amsterdam|Travel|Acquired|Netherlands|NULL|170;
Philips|Amsterdam|Healthcare|Post-IPO|Netherlands|NULL|700;
Peloton|New York City|Fitness|Post-IPO|United States|1900|60;
Carvana|Phoenix|Transportation|Post-IPO|United States|1600|150;
WeWork|New York City|Real Estate|Series H|United States|22200|80;
Compass|New York City|Real Estate|Post-IPO|United States|1600|45;
Better.com|New York City|Real Estate|Unknown|United States|905|60;
Opendoor|SF Bay Area|Real Estate|Post-IPO|United States|1900|28;
Coinbase|SF Bay Area|Crypto|Post-IPO|United States|549|50;
Kraken|SF Bay Area|Crypto|Unknown|United States|134|30;
BlockFi|New York City|Crypto Currency|Series E|United States|1000|9;
Gemini|New York City|Crypto|Unknown|United States|423|10;
Stripe|SF Bay Area|Finance|Series H|United States|2300|75; Klarna|Stockholm|Finance|Unknown|Sweden|5500|65;
N26|Berlin|Finance|Series E|Germany|1730|14; Gorillas|Berlin|Food|Series C|Germany|1300|20;
Delivery Hero|Berlin|Food|Post-IPO|Germany|8300|150; SoundCloud|Berlin|Consumer|Unknown|Germany|542|10;
Infarm|Berlin|Other|Series D|Germany|604|9; Getir|London|Food|Series E|United Kingdom|1800|60;
Deliveroo|London|Food|Post-IPO|United Kingdom|1700|35;
Cazoo|London|Transportation|Post-IPO|United Kingdom|2000|40;
Britishvolt|London|Transportation|Unknown|United Kingdom|2400|3;
Byju's|Bengaluru|Education|Private Equity|India|5500|500;
Ola|Bengaluru|Transportation|Series J|India|5000|60; Swiggy|Bengaluru|Food|Unknown|India|3600|60;
Unacademy|Bengaluru|Education|Series H|India|838|50; Oyo|Gurugram|Travel|Series F|India|4000|100;
Paytm|New Delhi|Finance|Unknown|India|3000|90; Vedantu|Bengaluru|Education|Series E|India|292|30;
Loft|Sao Paulo|Real Estate|Unknown|Brazil|788|32; QuintoAndar|Sao Paulo|Real Estate|Series E|Brazil|755|40;
Shopify|Ottawa|Retail|Post-IPO|Canada|122|110; Wealthsimple|Toronto|Finance|Unknown|Canada|900|12;
Hootsuite|Vancouver|Marketing|Series C|Canada|300|14; Shopee|Singapore|Food|Unknown|Singapore|NULL|300;
Crypto.com|Singapore|Crypto|Unknown|Singapore|156|40;
Grab|Singapore|Transportation|Post-IPO|Singapore|10100|90;
Lilium|Munich|Transportation|Post-IPO|Germany|1400|9; Flink|Berlin|Food|Series B|Germany|1000|80;
Bird|Los Angeles|Transportation|Post-IPO|United States|783|14;
Snap|Los Angeles|Consumer|Post-IPO|United States|4900|64;
Netflix|SF Bay Area|Media|Post-IPO|United States|121900|110; Spotify|Stockholm|Media|Post-IPO|Sweden|2100|98;
Casper|New York City|Retail|Post-IPO|United States|339|8;
Wayfair|Boston|Retail|Post-IPO|United States|1700|160;
Zillow|Seattle|Real Estate|Post-IPO|United States|97|80;
Butterfly Network|Boston|Healthcare|Post-IPO|United States.|530|5;
Olive AI|Columbus|Healthcare|Series H|United States|856|13;
Cerebral|SF Bay Area|Healthcare|Series C|United States|462|30;
Blue Apron|New York City|Food|Post-IPO|United States|352|16;
Quibi|Los Angeles|Media|Private Equity|United States|1800|3
"""
MONTHS = {(2020, 3): 8, (2020, 4): 20, (2020, 5): 16, (2020, 6): 5, (2020, 9): 2}
MONTHS |= {(2021, 1): 2, (2021, 6): 1, (2021, 12): 2}
MONTHS |= {(2022, month): weight for month, weight in enumerate([2, 2, 2, 3, 10, 14, 13, 12, 7, 13, 26, 10], 1)}
MONTHS |= {(2023, 1): 30, (2023, 2): 22, (2023, 3): 6}


def layoffs():
    rng = chance("layoffs")
    firms = [entry.strip().split("|") for entry in FIRMS.replace("\n", " ").split(";")]
    rows, seen = [], set()
    while len(rows) < 232:
        name, town, industry, stage, country, raised, hundreds = rng.choice(firms)
        year, month = weighted(rng, MONTHS)
        when = date(year, month, rng.randint(1, 6 if (year, month) == (2023, 3) else 28))
        if (name, year, month) in seen:
            continue
        seen.add((name, year, month))
        part = round(min(0.75, max(0.02, rng.gauss(0.14, 0.09))), 2)
        over = int(hundreds) < 40 and rng.random() < 0.08
        people = int(hundreds) * 100 if over else round(int(hundreds) * 100 * part)
        people = people if people < 100 or rng.random() < 0.35 else round(people, -1)
        if int(hundreds) > 300:
            people = min(12000, people // 4)
            part = round(people / int(hundreds) / 100, 2)
        rows.append(
            [
                *(name, town, "NULL" if rng.random() < 0.01 else industry),
                "NULL" if rng.random() < 0.27 else people,
                "1" if over else "NULL" if rng.random() < 0.3 else f"{part:g}",
                *(f"{when.month}/{when.day}/{when.year}", "NULL" if rng.random() < 0.01 else stage, country, raised),
                when,
            ]
        )
    rows.sort(key=lambda row: row[-1], reverse=True)
    rows = [row[:-1] for row in rows]
    for name in ("Cazoo", "Casper"):
        place = next(place for place, row in enumerate(rows) if row[0] == name)
        rows.insert(place, rows[place])
    header = ["company", "location", "industry", "total_laid_off", "percentage_laid_off", "date", "stage", "country"]
    write("layoffs.csv", [*header, "funds_raised_millions"], rows)
