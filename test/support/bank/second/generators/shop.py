"""A web shop: its orders of 2024 and what came back."""

from datetime import date, timedelta

from .common import chance, padded, people, weighted, write

PRODUCTS = {
    "Linen shirt": ("Clothing", 49.9),
    "Rain jacket": ("Clothing", 119.0),
    "Wool socks": ("Clothing", 14.5),
    "Slim jeans": ("Clothing", 79.9),
    "Trail shoes": ("Shoes", 109.0),
    "Canvas sneakers": ("Shoes", 64.9),
    "Winter boots": ("Shoes", 139.0),
    "Desk lamp": ("Home", 39.0),
    "Cotton bedding": ("Home", 89.0),
    "Coffee grinder": ("Home", 54.0),
    "Ceramic mug": ("Home", 12.0),
    "Bluetooth speaker": ("Electronics", 69.0),
    "Headphones": ("Electronics", 149.0),
    "Power bank": ("Electronics", 29.0),
}
RETURNING = {"Clothing": 0.32, "Shoes": 0.36, "Home": 0.1, "Electronics": 0.16}
REASONS = {
    "Clothing": {"too small": 5, "too large": 3, "not as described": 2, "changed my mind": 2},
    "Shoes": {"too small": 6, "too large": 2, "changed my mind": 1, "defective": 1},
    "Home": {"damaged in transit": 3, "not as described": 1, "changed my mind": 1},
    "Electronics": {"defective": 5, "changed my mind": 2, "not as described": 1},
}


def orders_and_returns():
    rng = chance("shop")
    customers = [
        (
            f"{first}.{last}@example.com".lower(),
            weighted(rng, {"Germany": 5, "Austria": 2, "France": 3, "Netherlands": 2}),
        )
        for first, last, _ in people(rng, 95)
    ]
    days = sorted(
        date(2024, 1, 1) + timedelta(days=rng.choices([rng.randrange(366), rng.randrange(305, 359)], [4, 1])[0])
        for _ in range(250)
    )
    orders, returns = [], []
    for place, ordered in enumerate(days):
        email, country = customers[int(len(customers) * rng.random() ** 1.6)]
        product = rng.choice(list(PRODUCTS))
        category, price = PRODUCTS[product]
        quantity = rng.choices([1, 2, 3, 4], [70, 20, 7, 3])[0]
        code = weighted(rng, {"": 70, "WELCOME10": 15, "SPRING15": 7, "VIP20": 8})
        goods = round(quantity * price * (1 - int(code[-2:] or 0) / 100), 2)
        shipping = 0.0 if goods > 80 else 4.9
        number = f"#{10241 + place}"
        orders.append(
            [
                number,
                ordered.isoformat(),
                email,
                padded(rng, country),
                weighted(rng, {"web": 6, "app": 4, "marketplace": 2}),
                product,
                category,
                quantity,
                f"{price:.2f}",
                code,
                f"{shipping:.2f}",
                f"{goods + shipping:.2f}",
                weighted(rng, {"PayPal": 5, "credit card": 4, "invoice": 2, "Klarna": 1}),
                "delivered" if ordered < date(2024, 12, 22) else weighted(rng, {"shipped": 2, "processing": 1}),
            ]
        )
        if rng.random() < RETURNING[category] and ordered < date(2024, 12, 10):
            back = ordered + timedelta(days=rng.randint(4, 30))
            part = goods if quantity == 1 or rng.random() < 0.7 else round(goods / quantity, 2)
            returns.append(
                [
                    number,
                    back.isoformat(),
                    weighted(rng, REASONS[category]),
                    weighted(rng, {"new": 5, "opened": 3, "used": 1}),
                    f"{part:.2f}",
                ]
            )
    returns.sort(key=lambda row: row[1])
    write(
        "shop_orders.csv",
        "order_id,order_date,customer_email,country,channel,product,category,quantity,unit_price,discount_code,"
        "shipping,total,payment_method,status".split(","),
        orders,
    )
    write(
        "shop_returns.csv",
        ["return_id", "order_id", "return_date", "reason", "condition", "refund"],
        [[f"R{place:04d}", *row] for place, row in enumerate(returns, 1)],
    )
