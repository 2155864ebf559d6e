"""A restaurant's bills and tips of one spring."""

from datetime import date, timedelta

from .common import chance, weighted, write

SERVERS = {"Maya": 0.19, "Luis": 0.175, "Chloe": 0.2, "Ben": 0.155, "Aisha": 0.185}


def bills():
    rng = chance("tips")
    rows = []
    for place in range(240):
        day = date(2024, 3, 1) + timedelta(days=rng.randrange(92))
        while day.weekday() == 0 or (day.weekday() < 4 and rng.random() < 0.4):
            day = date(2024, 3, 1) + timedelta(days=rng.randrange(92))
        meal = weighted(rng, {"Dinner": 7, "Lunch": 4})
        party = weighted(rng, {1: 2, 2: 9, 3: 4, 4: 4, 5: 1, 6: 1})
        bill = round(party * rng.uniform(13, 24) * (1.35 if meal == "Dinner" else 1), 2)
        server = rng.choice(list(SERVERS))
        payment = weighted(rng, {"card": 7, "cash": 3})
        tip = round(bill * max(0.0, rng.gauss(SERVERS[server], 0.05)), 2)
        if payment == "cash":
            tip = round(tip * 2) / 2
        rows.append(
            [
                day,
                day.strftime("%a"),
                meal,
                server,
                rng.randint(1, 14),
                party,
                f"{bill:.2f}",
                "" if rng.random() < 0.03 else f"{tip:.2f}",
                payment,
                weighted(rng, {"No": 3, "Yes": 1}),
            ]
        )
    rows.sort(key=lambda row: row[0])
    write(
        "restaurant_tips.csv",
        ["Date", "Day", "Meal", "Server", "Table", "Party size", "Bill ($)", "Tip ($)", "Payment", "Outdoor"],
        [[row[0].strftime("%m/%d/%y"), *row[1:]] for row in rows],
    )
