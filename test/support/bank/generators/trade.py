"""Orders with customers, and stock of a warehouse."""

import calendar
from datetime import date, timedelta

from .common import chance, padded, people, weighted, write

# Unit price and margin before discount.
PRODUCTS = {
    "Furniture": {
        "Chairs": [("Oslo Swivel Chair", 189.9), ("Bergen Stool", 64.5)],
        "Tables": [("Lisbon Desk", 329.0), ("Porto Side Table", 118.4)],
        "Bookcases": [("Harbor Shelf 5", 142.75)],
    },
    "Office Supplies": {
        "Paper": [("Cloud Copy Paper", 6.35), ("Kraft Pad", 4.15)],
        "Binders": [("Ring Binder A4", 3.79)],
        "Storage": [("Stack Box 30", 24.6), ("Rolling Cart", 87.2)],
        "Art": [("Graphite Set", 11.95)],
    },
    "Technology": {
        "Phones": [("Volta Phone 7", 412.0), ("Desk Phone D2", 76.3)],
        "Accessories": [("Quiet Keyboard", 58.9), ("USB Hub 4", 27.45)],
        "Copiers": [("Lumen Copier 300", 899.0)],
    },
}
MARGIN = {
    "Chairs": 0.21,
    "Tables": 0.08,
    "Bookcases": 0.06,
    "Paper": 0.44,
    "Binders": 0.4,
    "Storage": 0.14,
    "Art": 0.27,
    "Phones": 0.22,
    "Accessories": 0.29,
    "Copiers": 0.31,
}
PLACES = [
    ("Los Angeles", "California", "90036", "West", 9),
    ("San Diego", "California", "92105", "West", 4),
    ("Seattle", "Washington", "98103", "West", 6),
    ("Denver", "Colorado", "80219", "West", 2),
    ("New York City", "New York", "10024", "East", 9),
    ("Buffalo", "New York", "14215", "East", 2),
    ("Hoboken", "New Jersey", "07030", "East", 3),
    ("Boston", "Massachusetts", "02151", "East", 3),
    ("Philadelphia", "Pennsylvania", "19134", "East", 5),
    ("Chicago", "Illinois", "60610", "Central", 6),
    ("Houston", "Texas", "77036", "Central", 6),
    ("Dallas", "Texas", "75220", "Central", 3),
    ("Detroit", "Michigan", "48205", "Central", 3),
    ("Atlanta", "Georgia", "30318", "South", 4),
    ("Miami", "Florida", "33180", "South", 4),
    ("Nashville", "Tennessee", "37211", "South", 2),
]
SHIPPING = {"Standard Class": (58, 4, 7), "Second Class": (20, 2, 5), "First Class": (16, 1, 3), "Same Day": (6, 0, 0)}


def us_date(day):
    return f"{day.month}/{day.day}/{day.year}"


def order_lines(rng, order_id, customer, day):
    city, state, postal, region, _ = rng.choices(PLACES, weights=[place[4] for place in PLACES])[0]
    mode = weighted(rng, {name: weight for name, (weight, _, _) in SHIPPING.items()})
    shipped = day + timedelta(days=rng.randint(*SHIPPING[mode][1:]))
    returned = "Yes" if rng.random() < 0.08 else "No"
    choices = [
        (category, sub, name, price)
        for category, subs in PRODUCTS.items()
        for sub, items in subs.items()
        for name, price in items
    ]
    lines = []
    for category, sub, name, price in rng.sample(choices, weighted(rng, {1: 52, 2: 30, 3: 13, 4: 5})):
        quantity = weighted(rng, {1: 20, 2: 26, 3: 22, 4: 12, 5: 10, 7: 6, 9: 4})
        discount = weighted(rng, {0: 50, 0.1: 12, 0.2: 24, 0.3: 8, 0.4: 4, 0.5: 2})
        list_price = price * rng.uniform(0.94, 1.06)
        sales = round(list_price * quantity * (1 - discount), 2)
        profit = round(list_price * quantity * (MARGIN[sub] - discount * 0.8 + rng.gauss(0, 0.03)), 4)
        code = f"{category[:3].upper()}-{sub[:2].upper()}-{1000 + sum(map(ord, name)) * 7 % 9000}"
        lines.append(
            [
                order_id,
                us_date(day),
                us_date(shipped),
                mode,
                customer,
                city,
                state,
                postal,
                padded(rng, region),
                code,
                category,
                sub,
                name,
                sales,
                quantity,
                discount,
                profit,
                returned,
            ]
        )
    return lines


def orders_and_customers():
    rng = chance("orders")
    customers = []
    for number, (first, last, _) in enumerate(people(rng, 64)):
        signup = date(2018, 1, 5) + timedelta(days=rng.randrange(1090))
        customers.append(
            [
                f"{first[0]}{last[0]}-{10105 + number * 137}",
                f"{first} {last}",
                weighted(rng, {"Consumer": 50, "Corporate": 31, "Home Office": 19}),
                signup.isoformat(),
                "" if rng.random() < 0.2 else weighted(rng, {"Gold": 2, "Silver": 4, "Bronze": 6}),
                "" if rng.random() < 0.12 else f"{first}.{last}@example.com".lower(),
                weighted(rng, {"Newsletter": 3, "Search": 5, "Friend": 2, "Trade fair": 1}),
                rng.randrange(1950, 2001),
            ]
        )
    write(
        "customers.csv",
        ["Customer ID", "Customer Name", "Segment", "Signup Date", "Loyalty Tier", "Email", "Source", "Birth Year"],
        customers,
    )
    buyers = [customer[0] for customer in customers[:57]]
    weights = [rng.uniform(0.4, 2.2) for _ in buyers]
    lines, order = [], 0
    while len(lines) < 396:
        order += 1
        year = weighted(rng, {2021: 19, 2022: 22, 2023: 27, 2024: 32})
        month = weighted(rng, dict(zip(range(1, 13), [5, 4, 7, 7, 7, 8, 7, 8, 11, 9, 13, 14])))
        day = date(year, month, rng.randint(1, calendar.monthrange(year, month)[1]))
        customer = rng.choices(buyers, weights=weights)[0]
        lines += order_lines(rng, f"US-{year}-{100000 + rng.randrange(69999)}", customer, day)
    rows = [[number, *line] for number, line in enumerate(lines, 1)]
    write(
        "orders.csv",
        [
            "Row ID",
            "Order ID",
            "Order Date",
            "Ship Date",
            "Ship Mode",
            "Customer ID",
            "City",
            "State",
            "Postal Code",
            "Region",
            "Product ID",
            "Category",
            "Sub-Category",
            "Product Name",
            "Sales",
            "Quantity",
            "Discount",
            "Profit",
            "Returned",
        ],
        rows,
    )


def stock():
    rng = chance("stock")
    items = [
        ("00417", "Ladder 3 m", 48.5),
        ("00418", "Ladder 5 m", 79.9),
        ("00532", "Cordless drill", 64.25),
        ("00540", "Drill bits 10 pcs", 7.8),
        ("01203", "Work gloves", 3.15),
        ("01277", "Safety helmet", 11.4),
        ("02051", "Paint white 10 l", 27.6),
        ("02066", "Paint roller", 4.35),
    ]
    levels = {(place, sku): rng.randrange(60, 420) for place in ("Nord", "Sued") for sku, _, _ in items}
    limits = {key: round(level * rng.uniform(0.5, 0.85) / 5) * 5 for key, level in levels.items()}
    rows = []
    for month in range(1, 13):
        day = date(2024, month, calendar.monthrange(2024, month)[1])
        for place in ("Nord", "Sued"):
            for sku, product, cost in items:
                moved = levels[place, sku] + round(rng.gauss(-4, levels[place, sku] * 0.16 + 6))
                if moved < limits[place, sku] * 0.6:
                    moved += rng.randrange(90, 180)
                levels[place, sku] = max(0, moved)
                counted = (
                    "" if (month, place, sku) in {(3, "Sued", "01203"), (8, "Nord", "02066")} else levels[place, sku]
                )
                rows.append(
                    [
                        day.isoformat(),
                        place,
                        sku,
                        padded(rng, product, 0.02),
                        counted,
                        limits[place, sku],
                        f"{cost:.2f}",
                    ]
                )
    write("stock.csv", ["date", "warehouse", "sku", "product", "units_on_hand", "reorder_level", "unit_cost"], rows)
