"""Football matches of two seasons, and hotel bookings."""

from datetime import date, timedelta

from .common import chance, padded, weighted, write

CLUBS = {
    "Ashford United": (1.5, 21000),
    "Brimley Town": (1.1, 9500),
    "Carrick Rovers": (1.9, 33500),
    "Dunbrook": (0.9, 7800),
    "Easton City": (1.7, 41000),
    "Fairhaven": (1.2, 14500),
    "Granby Athletic": (1.0, 11200),
    "Holt Wanderers": (1.4, 18800),
    "Ivybridge": (0.8, 6200),
    "Kelso Albion": (1.3, 15900),
    "Lynmouth": (1.1, 8900),
}

# How many arrivals a month has, compared with the others.
MONTHS = {1: 5, 2: 6, 3: 7, 4: 9, 5: 10, 6: 11, 7: 14, 8: 15, 9: 11, 10: 8, 11: 5, 12: 7}


def matches():
    for season, start, left_out in (
        ("2022-23", date(2022, 8, 6), "Lynmouth"),
        ("2023-24", date(2023, 8, 12), "Ivybridge"),
    ):
        rng = chance(f"matches {season}")
        clubs = [club for club in CLUBS if club != left_out]
        ring = clubs[:]
        rng.shuffle(ring)
        rounds = []
        for turn in range(9):
            rounds.append([(ring[i], ring[9 - i]) if (turn + i) % 2 else (ring[9 - i], ring[i]) for i in range(5)])
            ring = [ring[0], ring[-1], *ring[1:-1]]
        rounds += [[(away, home) for home, away in games] for games in rounds]
        dated = []
        for place, games in enumerate(rounds):
            for home, away in sorted(games):
                day = start + timedelta(days=14 * place + rng.choice([0, 0, 0, 1, 1, 2]))
                goals = [
                    sum(rng.random() < chance_of / 9 for _ in range(9))
                    for chance_of in (CLUBS[home][0] * 1.25, CLUBS[away][0] * 0.95)
                ]
                result = "H" if goals[0] > goals[1] else "A" if goals[0] < goals[1] else "D"
                crowd = round(CLUBS[home][1] * rng.uniform(0.72, 1.0) * (0.97 if season == "2022-23" else 1.04))
                dated.append(
                    [
                        day,
                        rng.choice(["12:30", "15:00", "15:00", "17:30", "20:00"]),
                        home,
                        away,
                        *goals,
                        result,
                        "" if rng.random() < 0.02 else crowd,
                        weighted(rng, {"P. Hollins": 5, "D. Mercer": 4, "S. Quayle": 4, "A. Bright": 3}),
                        sum(rng.random() < 0.19 for _ in range(9)),
                        sum(rng.random() < 0.23 for _ in range(9)),
                        int(rng.random() < 0.07),
                        int(rng.random() < 0.09),
                    ]
                )
        rows = [[day.strftime("%d/%m/%Y"), *rest] for day, *rest in sorted(dated, key=lambda row: row[0])]
        write(
            f"matches_{season}.csv",
            [
                "Date",
                "Kick-off",
                "Home Team",
                "Away Team",
                "Home Goals",
                "Away Goals",
                "Result",
                "Attendance",
                "Referee",
                "Home Yellow Cards",
                "Away Yellow Cards",
                "Home Red Cards",
                "Away Red Cards",
            ],
            rows,
        )


def bookings():
    rng = chance("bookings")
    rooms = {"Standard": 84, "Superior": 109, "Family": 132, "Suite": 198}
    rows = []
    for _ in range(264):
        hotel = weighted(rng, {"City Hotel": 58, "Resort Hotel": 42})
        segment = weighted(rng, {"Online TA": 46, "Direct": 20, "Corporate": 16, "Groups": 12, "Offline TA": 14})
        lead = round(rng.expovariate(1 / {"Corporate": 14, "Groups": 90}.get(segment, 48)))
        arrival = date(2024, weighted(rng, MONTHS), rng.randint(1, 28))
        nights = rng.randint(1, 4) if hotel == "City Hotel" else weighted(rng, {2: 3, 3: 4, 5: 3, 7: 6, 10: 2, 14: 1})
        children = weighted(rng, {0: 80, 1: 10, 2: 9, 3: 1}) if segment not in ("Corporate", "Groups") else 0
        room = "Family" if children > 1 else weighted(rng, {"Standard": 55, "Superior": 28, "Family": 9, "Suite": 8})
        season = 1.28 if arrival.month in (7, 8) else 1.1 if arrival.month in (5, 6, 9, 12) else 0.92
        rate = rooms[room] * season * (1.12 if hotel == "Resort Hotel" else 1) * rng.uniform(0.88, 1.14)
        deposit = weighted(rng, {"No Deposit": 82, "Non Refund": 14, "Refundable": 4})
        risk = 0.14 + 0.0022 * min(lead, 150) + {"Online TA": 0.1, "Direct": -0.08, "Corporate": -0.09}.get(segment, 0)
        canceled = rng.random() < (risk + 0.1 if deposit == "Non Refund" else risk)
        country = weighted(rng, {"PRT": 34, "GBR": 21, "FRA": 16, "ESP": 13, "DEU": 11, "ITA": 6, "NLD": 4, "": 2})
        rows.append(
            [
                hotel,
                arrival - timedelta(days=lead),
                arrival,
                nights,
                weighted(rng, {1: 24, 2: 70, 3: 6}),
                children,
                segment,
                country,
                room,
                f"{rate:.2f}",
                deposit,
                int(canceled),
            ]
        )
    rows.sort(key=lambda row: row[1])
    write(
        "bookings.csv",
        [
            "booking_id",
            "hotel",
            "booked_on",
            "arrival_date",
            "nights",
            "adults",
            "children",
            "market_segment",
            "country",
            "room_type",
            "rate_per_night",
            "deposit_type",
            "is_canceled",
        ],
        [[f"B{number:05d}", padded(rng, hotel, 0.02), *rest] for number, (hotel, *rest) in enumerate(rows, 871)],
    )
