"""A supermarket, a trading company, and the cash book of a club."""

from datetime import date, timedelta

from .common import chance, weighted, write

LINES = {
    "Health and beauty": (15, 85),
    "Electronic accessories": (20, 99),
    "Home and lifestyle": (15, 95),
    "Sports and travel": (20, 99),
    "Food and beverages": (12, 99),
    "Fashion accessories": (14, 90),
}
TOWNS = {"A": "Yangon", "B": "Mandalay", "C": "Naypyitaw"}


def supermarket():
    rng = chance("supermarket")
    rows, seen = [], set()
    while len(rows) < 250:
        invoice = f"{rng.randrange(101, 900)}-{rng.randrange(10, 90)}-{rng.randrange(1000, 9900)}"
        if invoice in seen:
            continue
        seen.add(invoice)
        branch = weighted(rng, {"A": 36, "B": 31, "C": 33})
        line = weighted(rng, dict.fromkeys(LINES, 1) | {"Food and beverages": 1.4, "Fashion accessories": 1.2})
        price, quantity = round(rng.uniform(*LINES[line]), 2), rng.randrange(1, 11)
        goods = round(price * quantity, 2)
        tax = round(goods * 0.05, 4)
        moment = date(2019, 1, 1) + timedelta(days=rng.randrange(89))
        hour = weighted(rng, {hour: 10 + 5 * (hour in (13, 15)) + 9 * (hour == 19) for hour in range(10, 21)})
        rows.append(
            [
                invoice,
                branch,
                TOWNS[branch],
                rng.choice(["Member", "Normal"]),
                weighted(rng, {"Female": 52, "Male": 48}),
                line,
                price,
                quantity,
                tax,
                round(goods + tax, 4),
                f"{moment.month}/{moment.day}/{moment.year}",
                f"{hour}:{rng.randrange(60):02d}",
                weighted(rng, {"Ewallet": 36, "Cash": 33, "Credit card": 31}),
                goods,
                "4.761904762",
                tax,
                round(rng.uniform(4, 10), 1),
            ]
        )
    header = ["Invoice ID", "Branch", "City", "Customer type", "Gender", "Product line", "Unit price", "Quantity"]
    header += [
        "Tax 5%",
        "Total",
        "Date",
        "Time",
        "Payment",
        "cogs",
        "gross margin percentage",
        "gross income",
        "Rating",
    ]
    write("supermarket_sales.csv", header, rows)


CUSTOMERS = """ALFKI|Alfreds Futterkiste|Obere Str. 57|Berlin||12209|Germany
BERGS|Berglunds snabbköp|Berguvsvägen 8|Luleå||S-958 22|Sweden
BLONP|Blondel père et fils|24, place Kléber|Strasbourg||67000|France
ERNSH|Ernst Handel|Kirchgasse 6|Graz||8010|Austria
FOLKO|Folk och fä HB|Åkergatan 24|Bräcke||S-844 67|Sweden
FRANK|Frankenversand|Berliner Platz 43|München||80805|Germany
HANAR|Hanari Carnes|Rua do Paço, 67|Rio de Janeiro|RJ|05454-876|Brazil
HUNGO|Hungry Owl All-Night Grocers|8 Johnstown Road|Cork|Co. Cork||Ireland
LEHMS|Lehmanns Marktstand|Magazinweg 7|Frankfurt a.M.||60528|Germany
QUICK|QUICK-Stop|Taucherstraße 10|Cunewalde||01307|Germany
RATTC|Rattlesnake Canyon Grocery|2817 Milton Dr.|Albuquerque|NM|87110|USA
SAVEA|Save-a-lot Markets|187 Suffolk Ln.|Boise|ID|83720|USA
VICTE|Victuailles en stock|2, rue du Commerce|Lyon||69004|France
WHITC|White Clover Markets|1029 - 12th Ave. S.|Seattle|WA|98124|USA"""
PRICES = {
    1: 18,
    2: 19,
    7: 30,
    10: 31,
    11: 21,
    16: 17.45,
    17: 39,
    24: 4.5,
    28: 45.6,
    31: 12.5,
    38: 263.5,
    40: 18.4,
    41: 9.65,
}
PRICES |= {42: 14, 56: 38, 59: 55, 60: 34, 62: 49.3, 71: 21.5, 75: 7.75}


def northwind():
    rng = chance("northwind")
    customers = [line.split("|") for line in CUSTOMERS.split("\n")]
    weights = [3 + 6 * (entry[0] in ("SAVEA", "ERNSH")) + 11 * (entry[0] == "QUICK") for entry in customers]
    moment, orders, lines = date(1997, 1, 2), [], []
    for number in range(10400, 10510):
        code, *ship = rng.choices(customers, weights=weights)[0]
        moment += timedelta(days=rng.choice([0, 1, 2, 3, 5, 7]))
        shipped = moment + timedelta(days=rng.choice([2, 3, 4, 6, 7, 8, 9, 10, 12, 21, 32]))
        open_order = number > 10495 and rng.random() < 0.6
        orders.append(
            [
                number,
                code,
                weighted(rng, {4: 19, 3: 15, 1: 15, 8: 12, 2: 11, 7: 9, 6: 8, 9: 5, 5: 4}),
                moment,
                moment + timedelta(days=28 if rng.random() < 0.9 else 14),
                "NULL" if open_order else shipped,
                weighted(rng, {1: 30, 2: 38, 3: 32}),
                round(rng.uniform(0.5, 12) ** 2, 2),
                *(part or "NULL" for part in ship),
            ]
        )
        for product in sorted(rng.sample(list(PRICES), rng.choice([1, 2, 2, 3, 3, 4]))):
            price = round(PRICES[product] * (0.8 if moment < date(1997, 4, 1) else 1), 2)
            size = rng.choice([5, 6, 10, 12, 15, 20, 20, 24, 30, 40, 50]) * (2 if product in (59, 60) else 1)
            lines.append([number, product, price, size, rng.choice([0, 0, 0, 0.05, 0.1, 0.15, 0.2, 0.25])])
    header = ["OrderID", "CustomerID", "EmployeeID", "OrderDate", "RequiredDate", "ShippedDate", "ShipVia", "Freight"]
    header += ["ShipName", "ShipAddress", "ShipCity", "ShipRegion", "ShipPostalCode", "ShipCountry"]
    write("orders.csv", header, orders)
    write("order_details.csv", ["OrderID", "ProductID", "UnitPrice", "Quantity", "Discount"], lines)


def german(amount):
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


NAMES = "Adler Böhm Castell Drexler Ebert Frey Greiner Huber Imhof Jung Kessler Lorenz Moll"
NAMES += " Albrecht Brandt Dietz Engelhardt Fuchs Hartwig Jäger Köhler Lindner Marquardt Noack Pohl Reuter Seidel"
NAMES = NAMES.split()


def kassenbuch():
    rng = chance("kassenbuch")
    entries = []
    for year in (2023, 2024):
        for month in range(1, 13):
            entries.append(
                (date(year, month, 1), f"Hallenmiete {month:02d}/{year}", "Miete", -(280 if year == 2023 else 310))
            )
            for _ in range(rng.choice([1, 1, 1, 2])):
                entries.append(
                    (
                        day(rng, year, month),
                        f"Spende {rng.choice(NAMES)}",
                        "Spenden",
                        rng.choice([25, 50, 75, 100, 150, 250]),
                    )
                )
            if rng.random() < 0.6:
                goods = rng.choice(["Trikots", "Bälle", "Hütchen und Leibchen", "Tornetz", "Erste-Hilfe-Koffer"])
                entries.append((day(rng, year, month), goods, "Sportmaterial", -round(rng.uniform(20, 420), 2)))
            if rng.random() < 0.5:
                entries.append(
                    (
                        day(rng, year, month),
                        rng.choice(["Porto", "Druckerpapier", "Kopien", "Kontoführung"]),
                        "Büro",
                        -round(rng.uniform(4, 60), 2),
                    )
                )
            for _ in range(rng.choice([0, 1, 1])):
                entries.append(
                    (
                        day(rng, year, month),
                        rng.choice(["Fahrtkosten Auswärtsspiel", "Schiedsrichter", "Startgeld Turnier"]),
                        "Spielbetrieb",
                        -round(rng.uniform(30, 190), 2),
                    )
                )
        for name in rng.sample(NAMES, 21 if year == 2023 else 23):
            entries.append(
                (
                    day(rng, year, rng.choice([1, 1, 2, 2, 3, 7])),
                    f"Mitgliedsbeitrag {year} {name}",
                    "Mitgliedsbeiträge",
                    120 if year == 2023 else 132,
                )
            )
        entries.append(
            (date(year, 6, 22), "Sommerfest Getränkeverkauf", "Veranstaltungen", round(rng.uniform(1200, 2100), 2))
        )
        entries.append((date(year, 6, 18), "Sommerfest Einkauf", "Veranstaltungen", -round(rng.uniform(500, 820), 2)))
        entries.append((date(year, 12, 7), "Weihnachtsfeier", "Veranstaltungen", -round(rng.uniform(240, 390), 2)))
        entries.append((date(year, 4, 15), "Zuschuss Stadt", "Zuschüsse", 1800 if year == 2023 else 1500))
        entries.append((date(year, 2, 3), "Versicherung", "Versicherung", -(412.60 if year == 2023 else 438.15)))
    entries.sort(key=lambda entry: entry[0])
    rows, balance, years = [], 1784.37, {}
    for moment, text, kind, amount in entries:
        balance = round(balance + amount, 2)
        years[moment.year] = years.get(moment.year, 0) + 1
        rows.append(
            [
                "" if rng.random() < 0.05 else f"{moment.year}-{years[moment.year]:03d}",
                f"{moment:%d.%m.%Y}",
                text,
                kind,
                german(amount) if amount > 0 else "",
                german(-amount) if amount < 0 else "",
                german(balance),
            ]
        )
    header = ["Beleg-Nr.", "Datum", "Buchungstext", "Kategorie", "Einnahmen (€)", "Ausgaben (€)", "Kassenbestand (€)"]
    write("kassenbuch.csv", header, rows, delimiter=";", bom=True)


def day(rng, year, month):
    return date(year, month, rng.randrange(2, 28))
