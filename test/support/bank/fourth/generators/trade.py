"""Lines of invoices of an online shop, and hired bicycles."""

import math
from datetime import date, datetime, timedelta

from .common import bounded, chance, weighted, write

PRODUCTS = """85123A|WHITE HANGING HEART T-LIGHT HOLDER|2.55
71053|WHITE METAL LANTERN|3.39
84406B|CREAM CUPID HEARTS COAT HANGER|2.75
22752|SET 7 BABUSHKA NESTING BOXES|7.65
21730|GLASS STAR FROSTED T-LIGHT HOLDER|4.25
22633|HAND WARMER UNION JACK|1.85
84879|ASSORTED COLOUR BIRD ORNAMENT|1.69
22745|POPPY'S PLAYHOUSE BEDROOM|2.1
22960|JAM MAKING SET WITH JARS|4.25
22423|REGENCY CAKESTAND 3 TIER|12.75
47566|PARTY BUNTING|4.95
85099B|JUMBO BAG RED RETROSPOT|1.95
20725|LUNCH BAG RED RETROSPOT|1.65
22469|HEART OF WICKER SMALL|1.65
22197|SMALL POPCORN HOLDER|0.85
23084|RABBIT NIGHT LIGHT|2.08
22086|PAPER CHAIN KIT 50'S CHRISTMAS|2.95
21212|PACK OF 72 RETROSPOT CAKE CASES|0.55
22720|SET OF 3 CAKE TINS PANTRY DESIGN|4.95
22138|BAKING SET 9 PIECE RETROSPOT|4.95
82482|WOODEN PICTURE FRAME WHITE FINISH|2.1
22726|ALARM CLOCK BAKELIKE GREEN|3.75
22727|ALARM CLOCK BAKELIKE RED|3.75
21232|STRAWBERRY CERAMIC TRINKET BOX|1.25
22114|HOT WATER BOTTLE TEA AND SYMPATHY|3.95
84946|ANTIQUE SILVER TEA LIGHT GLASS|1.25""".split("\n")
RETAIL = "InvoiceNo StockCode Description Quantity InvoiceDate UnitPrice CustomerID Country".split()


def online_retail():
    rng = chance("online retail")
    products = [line.split("|") for line in PRODUCTS]
    countries = {
        "United Kingdom": 66,
        "Germany": 10,
        "France": 10,
        "EIRE": 7,
        "Netherlands": 3,
        "Australia": 2,
        "Spain": 2,
    }
    customers = [(rng.randint(12347, 18287), weighted(rng, countries)) for _ in range(55)]
    moments = []
    while len(moments) < 87:
        day = date(2010, 12, 1) + timedelta(days=int(364 * rng.random() ** 0.85))
        if day.weekday() != 5:
            moments.append(datetime(day.year, day.month, day.day, rng.randint(8, 17), rng.randrange(60)))
    rows, sold, number = [], [], 536365
    for moment in sorted(moments):
        number += rng.randint(3, 480)
        shown = f"{moment.month}/{moment.day}/{moment.year} {moment.hour}:{moment.minute:02d}"
        customer, country = rng.choice(customers)
        draw = rng.random()
        if draw < 0.1 and sold:
            invoice, code, name, amount, price, customer, country = rng.choice(sold)
            rows.append(
                [f"C{number}", code, name, -rng.choice([1, 2, amount, amount]), shown, price, customer, country]
            )
            continue
        if draw < 0.14:
            code = rng.choice(products)[0]
            rows.append(
                [number, code, rng.choice(["", "", "damages"]), -rng.randint(3, 40), shown, 0, "", "United Kingdom"]
            )
            continue
        guest = rng.random() < 0.2
        for code, name, price in rng.sample(products, rng.randint(1, 6)):
            amount = weighted(rng, {1: 10, 2: 12, 3: 7, 4: 8, 6: 16, 8: 6, 10: 5, 12: 17, 24: 7, 48: 2, 96: 1})
            price = round(float(price) * 1.93 - 0.01, 2) if guest else float(price)
            price = f"{price:.2f}".rstrip("0").rstrip(".")
            line = [number, code, name, amount, shown, price]
            rows.append([*line, "", "United Kingdom"] if guest else [*line, customer, country])
            if not guest:
                sold.append((number, code, name, amount, price, customer, country))
        if country in ("Germany", "France") and not guest and rng.random() < 0.5:
            rows.append([number, "POST", "POSTAGE", rng.randint(1, 3), shown, 18, customer, country])
        if rng.random() < 0.03:
            rows.append(rows[-1])
    write("Online Retail.csv", RETAIL, rows)


HOLIDAYS = [date(2011, 7, 4), date(2011, 9, 5), date(2011, 10, 10), date(2011, 11, 11), date(2011, 11, 24)]
HOLIDAYS += [date(2011, 12, 26), date(2012, 1, 2), date(2012, 1, 16), date(2012, 2, 20)]
BIKES = """instant,dteday,season,yr,mnth,holiday,weekday,workingday,weathersit,temp,atemp,hum,windspeed,casual,
registered,cnt""".replace("\n", "").split(",")


def bikes():
    rng = chance("bikes")
    rows = []
    start = date(2011, 7, 1)
    drift = 0
    for place in range((date(2012, 4, 1) - start).days):
        day = start + timedelta(days=place)
        drift = 0.6 * drift + rng.gauss(0, 0.05)
        warm = bounded(0.5 + 0.25 * math.cos((day.timetuple().tm_yday - 200) / 365 * 2 * math.pi) + drift, 0.06, 0.86)
        felt = bounded(warm * 0.92 + 0.02 + rng.gauss(0, 0.012), 0.05, 0.84)
        weather = weighted(rng, {1: 63, 2: 33, 3: 4})
        damp = bounded(rng.gauss({1: 0.57, 2: 0.7, 3: 0.87}[weather], 0.1), 0.19, 0.97)
        wind = bounded(rng.gauss(0.19, 0.075), 0.03, 0.5)
        holiday = day in HOLIDAYS
        free = holiday or day.weekday() >= 5
        marks = (day.month, day.day)
        season = 1 if marks < (3, 21) or marks >= (12, 21) else 2 if marks < (6, 21) else 3 if marks < (9, 23) else 4
        clear = {1: 1, 2: 0.86, 3: 0.45}[weather]
        casual = (1500 if free else 640) * warm**1.3 * 1.75 * clear * rng.uniform(0.75, 1.25)
        regular = (2500 if free else 3350) * (0.45 + 0.85 * warm) * clear * rng.uniform(0.87, 1.13) * (1 + place / 900)
        rows.append(
            [
                181 + place + 1,
                day.isoformat(),
                season,
                day.year - 2011,
                day.month,
                int(holiday),
                (day.weekday() + 1) % 7,
                int(not free),
                weather,
                *(f"{number:.6f}".rstrip("0") for number in (warm, felt, damp, wind)),
                int(casual),
                int(regular),
                int(casual) + int(regular),
            ]
        )
    write("day.csv", BIKES, rows)
