"""Lines of sales as Adventure Works has them, and an export of orders as Shopify writes it."""

from datetime import date, datetime, timedelta

from .common import chance, people, weighted, write

CATALOGUE = [
    ("Road-150 Red, 62", "Road Bikes", "Bikes", 3578.27, 5),
    ("Road-650 Black, 52", "Road Bikes", "Bikes", 699.0982, 8),
    ("Road-250 Black, 44", "Road Bikes", "Bikes", 2181.5625, 8),
    ("Road-550-W Yellow, 38", "Road Bikes", "Bikes", 1000.4375, 7),
    ("Mountain-200 Black, 38", "Mountain Bikes", "Bikes", 2049.0982, 11),
    ("Mountain-200 Silver, 42", "Mountain Bikes", "Bikes", 2071.4196, 10),
    ("Mountain-500 Silver, 40", "Mountain Bikes", "Bikes", 564.99, 5),
    ("Touring-1000 Blue, 46", "Touring Bikes", "Bikes", 2384.07, 7),
    ("Touring-3000 Yellow, 50", "Touring Bikes", "Bikes", 742.35, 5),
    ("Sport-100 Helmet, Red", "Helmets", "Accessories", 34.99, 12),
    ("Sport-100 Helmet, Blue", "Helmets", "Accessories", 34.99, 11),
    ("Sport-100 Helmet, Black", "Helmets", "Accessories", 34.99, 11),
    ("Mountain Tire Tube", "Tires and Tubes", "Accessories", 4.99, 13),
    ("Road Tire Tube", "Tires and Tubes", "Accessories", 3.99, 10),
    ("Patch Kit/8 Patches", "Tires and Tubes", "Accessories", 2.29, 14),
    ("HL Mountain Tire", "Tires and Tubes", "Accessories", 35.0, 7),
    ("Water Bottle - 30 oz.", "Bottles and Cages", "Accessories", 4.99, 18),
    ("Mountain Bottle Cage", "Bottles and Cages", "Accessories", 9.99, 9),
    ("Bike Wash - Dissolver", "Cleaners", "Accessories", 7.95, 5),
    ("Fender Set - Mountain", "Fenders", "Accessories", 21.98, 8),
    ("AWC Logo Cap", "Caps", "Clothing", 8.99, 10),
    ("Long-Sleeve Logo Jersey, M", "Jerseys", "Clothing", 49.99, 8),
    ("Short-Sleeve Classic Jersey, L", "Jerseys", "Clothing", 53.99, 8),
    ("Half-Finger Gloves, M", "Gloves", "Clothing", 24.49, 7),
    ("Women's Mountain Shorts, M", "Shorts", "Clothing", 69.99, 6),
]
TERRITORIES = {
    "Southwest": 21,
    "Northwest": 16,
    "Australia": 19,
    "Canada": 13,
    "United Kingdom": 10,
    "Germany": 8,
    "France": 8,
    "Northeast": 3,
    "Central": 3,
    "Southeast": 3,
}


def adventure_works():
    rng = chance("adventure works")
    customers = [(11000 + rng.randrange(18484), weighted(rng, TERRITORIES)) for _ in range(88)]
    products = {product: product[4] for product in CATALOGUE}
    rows, detail = [], 46042
    days = sorted(
        [date(2012, 1, 3) + timedelta(days=rng.randrange(363)) for _ in range(46)]
        + [date(2013, 1, 2) + timedelta(days=rng.randrange(364)) for _ in range(66)]
    )
    for order, day in enumerate(days):
        customer, territory = rng.choice(customers)
        chosen = set()
        while len(chosen) < rng.choice([1, 1, 2, 2, 3, 4]):
            chosen.add(weighted(rng, products))
        for name, subcategory, category, price, _ in sorted(chosen, key=lambda product: product[0]):
            reseller = rng.random() < 0.22
            quantity = rng.choice([2, 3, 4, 6, 8, 12, 15]) if reseller else 1
            discount = 0.02 if quantity > 10 else 0.0
            paid = round(price * (0.6 if reseller else 1), 4)
            detail += 1
            rows.append(
                [
                    51131 + order * 3,
                    detail,
                    f"{day} 00:00:00.000",
                    customer,
                    name,
                    subcategory,
                    category,
                    quantity,
                    f"{paid:.4f}",
                    f"{discount:.4f}",
                    f"{paid * (1 - discount) * quantity:.6f}",
                    territory,
                ]
            )
    header = "SalesOrderID,SalesOrderDetailID,OrderDate,CustomerKey,ProductName,Subcategory,Category,OrderQty"
    header += ",UnitPrice,UnitPriceDiscount,LineTotal,Territory"
    write("AdventureWorks_Sales.csv", header.split(","), rows)


GOODS = [
    ("Soy Candle - Lavender / 8 oz", "CND-LAV-8", 24, ""),
    ("Soy Candle - Cedar / 8 oz", "CND-CED-8", 24, ""),
    ("Soy Candle - Cedar / 16 oz", "CND-CED-16", 38, 42),
    ("Reed Diffuser - Fig", "DIF-FIG", 32, ""),
    ("Room Spray - Citrus", "SPR-CIT", 16, 19),
    ("Linen Napkins (Set of 4) - Oat", "LIN-NAP-OAT", 46, ""),
    ("Linen Tablecloth - Sage", "LIN-TBL-SAG", 98, 120),
    ("Ceramic Mug - Speckled", "MUG-SPK", 22, ""),
    ("Ceramic Vase - Tall", "VAS-TAL", 64, ""),
    ("Gift Card - $50", "", 50, ""),
    ("Wool Throw - Charcoal", "THR-CHA", 129, 149),
    ("Wick Trimmer", "ACC-WCK", 12, ""),
]
CITIES = [
    ("Portland", "OR", "US"),
    ("Seattle", "WA", "US"),
    ("Brooklyn", "NY", "US"),
    ("Austin", "TX", "US"),
    ("Chicago", "IL", "US"),
    ("Denver", "CO", "US"),
    ("Toronto", "ON", "CA"),
    ("Vancouver", "BC", "CA"),
    ("London", "", "GB"),
]
SHIPPING = {"Standard": 7.95, "Express": 18.5, "Free Shipping": 0}
HEADER = """Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency
Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity
Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping
Lineitem fulfillment status,Billing Name,Shipping City,Shipping Province,Shipping Country,Payment Method
Refunded Amount,Vendor"""


def stamp(moment):
    """Local time with the offset of New York, which changes on the second Sunday of March."""
    return f"{moment} {'-0400' if date(2024, 3, 10) <= moment.date() < date(2024, 11, 3) else '-0500'}"


def orders():
    rng = chance("shopify")
    buyers = [
        (f"{first} {last}", f"{first}.{last}@{rng.choice(['gmail.com', 'yahoo.com', 'icloud.com'])}".lower(), place)
        for (first, last, _), place in zip(people(rng, 71), rng.choices(CITIES, [9, 7, 8, 6, 6, 4, 4, 3, 3], k=71))
    ]
    moments = sorted(
        datetime(2024, 1, 2, 8) + timedelta(days=rng.randrange(180), seconds=rng.randrange(36000)) for _ in range(112)
    )
    found = []
    for number, created in enumerate(moments):
        name, email, (city, province, country) = rng.choice(buyers)
        lines = [
            (good, rng.choice([1, 1, 1, 1, 2, 2, 3]))
            for good in rng.sample(GOODS, weighted(rng, {1: 50, 2: 32, 3: 13, 4: 5}))
        ]
        subtotal = sum(good[2] * quantity for good, quantity in lines)
        spring = created.month in (3, 4, 5)
        code = weighted(rng, {"": 66, "WELCOME10": 18, "SPRING20": 11 if spring else 0, "FRIENDS": 5})
        discount = round(subtotal * {"": 0, "WELCOME10": 0.1, "SPRING20": 0.2, "FRIENDS": 0.25}[code], 2)
        method = "Free Shipping" if subtotal - discount >= 100 else weighted(rng, {"Standard": 4, "Express": 1})
        taxes = round((subtotal - discount) * {"US": 0.0, "CA": 0.13, "GB": 0.2}[country], 2)
        total = subtotal - discount + SHIPPING[method] + taxes
        status = weighted(rng, {"paid": 86, "refunded": 6, "partially_refunded": 4, "pending": 2, "voided": 2})
        late = number > 104
        sent = status not in ("pending", "voided") and not (late and rng.random() < 0.6)
        fulfilled = created + timedelta(days=rng.choice([1, 1, 2, 2, 3, 5]), seconds=rng.randrange(9000))
        refunded = {"refunded": total, "partially_refunded": round(lines[0][0][2] * 0.5, 2)}.get(status, 0)
        head = [
            status,
            stamp(created + timedelta(seconds=2)) if status not in ("pending", "voided") else "",
            "fulfilled" if sent else "unfulfilled",
            stamp(fulfilled) if sent else "",
            rng.choice(["yes", "no", "no"]),
            "USD",
            f"{subtotal - discount:.2f}",
            f"{SHIPPING[method]:.2f}",
            f"{taxes:.2f}",
            f"{total:.2f}",
            code,
            f"{discount:.2f}",
            method,
        ]
        tail = [name, city, province, country, rng.choice(["Shopify Payments"] * 4 + ["PayPal Express Checkout"])]
        for place, ((title, sku, price, compare), quantity) in enumerate(lines):
            line = [quantity, title, f"{price:.2f}", f"{compare:.2f}" if compare else "", sku]
            line += ["false" if title.startswith("Gift") else "true", "fulfilled" if sent else "pending"]
            begin = [f"#{1042 + number}", email]
            if place == 0:
                row = [*begin, *head, stamp(created), *line, *tail, f"{refunded:.2f}"]
            else:
                row = [*begin, *[""] * len(head), stamp(created), *line, *[""] * len(tail), ""]
            found.append((-number, place, [*row, "Hearth & Fig"]))
    rows = [row for _, _, row in sorted(found, key=lambda entry: entry[:2])]
    write("orders_export_1.csv", HEADER.replace("\n", ",").split(","), rows)
