"""Receipts of three coffee shops, as in Maven's Coffee Shop Sales."""

from datetime import date, timedelta

from .common import chance, weighted, write

STORES = {"Lower Manhattan": (5, 10), "Hell's Kitchen": (8, 11), "Astoria": (3, 10)}
# id, price, category, type, detail, share
PRODUCTS = [
    (22, 2, "Coffee", "Drip coffee", "Our Old Time Diner Blend Sm", 4),
    (23, 2.5, "Coffee", "Drip coffee", "Our Old Time Diner Blend Rg", 5),
    (24, 3, "Coffee", "Drip coffee", "Our Old Time Diner Blend Lg", 5),
    (26, 3, "Coffee", "Organic brewed coffee", "Brazilian Rg", 5),
    (32, 3, "Coffee", "Gourmet brewed coffee", "Ethiopia Rg", 7),
    (33, 3.5, "Coffee", "Gourmet brewed coffee", "Ethiopia Lg", 6),
    (38, 3.75, "Coffee", "Barista Espresso", "Latte", 7),
    (39, 4.25, "Coffee", "Barista Espresso", "Latte Rg", 6),
    (40, 3.75, "Coffee", "Barista Espresso", "Cappuccino", 5),
    (41, 4.25, "Coffee", "Barista Espresso", "Cappuccino Lg", 6),
    (42, 2.5, "Tea", "Brewed herbal tea", "Lemon Grass Rg", 6),
    (45, 3, "Tea", "Brewed herbal tea", "Peppermint Lg", 6),
    (47, 3, "Tea", "Brewed Green tea", "Serenity Green Tea Lg", 5),
    (50, 2.5, "Tea", "Brewed Black tea", "Earl Grey Rg", 6),
    (54, 2.5, "Tea", "Brewed Chai tea", "Morning Sunrise Chai Rg", 7),
    (57, 3.1, "Tea", "Brewed Chai tea", "Spicy Eye Opener Chai Lg", 6),
    (59, 4.5, "Drinking Chocolate", "Hot chocolate", "Dark chocolate Lg", 6),
    (61, 4.75, "Drinking Chocolate", "Hot chocolate", "Sustainably Grown Organic Lg", 5),
    (69, 3.25, "Bakery", "Biscotti", "Hazelnut Biscotti", 4),
    (71, 3.75, "Bakery", "Pastry", "Chocolate Croissant", 6),
    (77, 3, "Bakery", "Scone", "Oatmeal Scone", 5),
    (79, 3.75, "Bakery", "Scone", "Jumbo Savory Scone", 4),
    (64, 0.8, "Flavours", "Regular syrup", "Hazelnut syrup", 3),
    (84, 0.8, "Flavours", "Regular syrup", "Chocolate syrup", 3),
    (9, 22.5, "Coffee beans", "Organic Beans", "Organic Decaf Blend", 1),
    (8, 45, "Coffee beans", "Premium Beans", "Civet Cat", 1),
    (13, 9.25, "Loose Tea", "Herbal tea", "Lemon Grass", 1),
    (16, 8.95, "Loose Tea", "Black tea", "Traditional Blend Chai", 1),
    (81, 28, "Branded", "Clothing", "I Need My Bean! T-shirt", 1),
    (83, 14, "Branded", "Housewares", "I Need My Bean! Latte cup", 1),
]


def sales():
    rng, rows, day, number = chance("coffee shops"), [], date(2023, 1, 1), 1
    while day < date(2023, 7, 1):
        count = weighted(rng, {0: 5, 1: 4, 2: 3, 3: 2} if day.month < 4 else {0: 2, 1: 4, 2: 4, 3: 2, 4: 1})
        clock = sorted(
            (weighted(rng, {7: 8, 8: 14, 9: 14, 10: 15, 11: 5, 12: 5, 14: 5, 16: 5, 18: 4, 19: 2}), rng.randrange(3600))
            for _ in range(count)
        )
        for hour, second in clock:
            number += rng.randrange(1, 900)
            store = weighted(rng, {name: share for name, (_, share) in STORES.items()})
            place = weighted(rng, {place: entry[-1] for place, entry in enumerate(PRODUCTS)})
            product, price, category, kind, detail, _ = PRODUCTS[place]
            cheap = price < 8
            rows.append([
                number, f"{day.month}/{day.day}/{day.year}", f"{hour}:{second // 60:02d}:{second % 60:02d}",
                weighted(rng, {1: 60, 2: 38, 3: 4, 4: 1} if cheap else {1: 1}), STORES[store][0], store, price, product,
                category, kind, detail,
            ])  # fmt: skip
        day += timedelta(days=1)
    head = ["transaction_id", "transaction_date", "transaction_time", "transaction_qty", "store_id", "store_location"]
    head += ["unit_price", "product_id", "product_category", "product_type", "product_detail"]
    write("Coffee Shop Sales.csv", head, rows)
