"""Flights and passengers."""

from datetime import date, timedelta

from .common import chance, people, weighted, write

CARRIERS = {"UA": 9, "DL": 8, "B6": 7, "AA": 6, "WN": 4, "AS": 2}
ORIGINS = {"EWR": 9, "JFK": 8, "LGA": 6}
# Miles from the New York airports, rounded as in timetables.
DESTINATIONS = {
    "LAX": (2470, 9),
    "SFO": (2565, 7),
    "ORD": (725, 8),
    "ATL": (755, 8),
    "BOS": (190, 6),
    "MIA": (1090, 6),
    "SEA": (2410, 4),
    "DEN": (1615, 4),
    "MSP": (1010, 3),
}
EXTRA_MILES = {"EWR": 0, "JFK": 9, "LGA": 4}
HOURS = {
    5: 2,
    6: 7,
    7: 6,
    8: 9,
    9: 5,
    10: 4,
    11: 4,
    12: 4,
    13: 5,
    14: 5,
    15: 6,
    16: 5,
    17: 7,
    18: 6,
    19: 5,
    20: 3,
    21: 2,
}


def clock(minutes):
    """Minutes of the day as HHMM without leading zeros: 517, 1345."""
    minutes %= 1440
    return minutes // 60 * 100 + minutes % 60


def flights():
    rng = chance("flights")
    days = sorted(rng.randrange(181) for _ in range(380))
    numbers = rng.sample(range(100, 2999), 380)
    planes = [
        f"N{rng.randrange(100, 999)}{letters}" for letters in ("UA", "DL", "JB", "AA", "WN", "AS") for _ in range(28)
    ]
    rows = []
    for day_number, number in zip(days, numbers):
        day = date(2023, 1, 1) + timedelta(days=day_number)
        carrier, origin = weighted(rng, CARRIERS), weighted(rng, ORIGINS)
        destination = weighted(rng, {place: weight for place, (_, weight) in DESTINATIONS.items()})
        distance = DESTINATIONS[destination][0] + EXTRA_MILES[origin]
        scheduled = weighted(rng, HOURS) * 60 + rng.randrange(0, 60, 5)
        late = rng.random() < 0.16 + scheduled / 9000
        delay = round(rng.expovariate(1 / 48)) + 4 if late else rng.randrange(-12, 4)
        air = round(distance / 8.1 + 22 + rng.gauss(0, 9))
        arrival = delay + round(rng.gauss(-4, 13))
        plane = planes[list(CARRIERS).index(carrier) * 28 + rng.randrange(28)]
        cancelled, diverted = rng.random() < 0.035, rng.random() < 0.01
        rows.append(
            [
                day.year,
                day.month,
                day.day,
                "NA" if cancelled else clock(scheduled + delay),
                clock(scheduled),
                "NA" if cancelled else delay,
                "NA" if cancelled or diverted else arrival,
                carrier,
                number,
                "NA" if cancelled and rng.random() < 0.5 else plane,
                origin,
                destination,
                "NA" if cancelled or diverted else air,
                distance,
                f"{day.isoformat()} {scheduled // 60:02d}:00:00",
            ]
        )
    write(
        "flights.csv",
        [
            "year",
            "month",
            "day",
            "dep_time",
            "sched_dep_time",
            "dep_delay",
            "arr_delay",
            "carrier",
            "flight",
            "tailnum",
            "origin",
            "dest",
            "air_time",
            "distance",
            "time_hour",
        ],
        rows,
    )


def passengers():
    rng = chance("passengers")
    rows = []
    drawn = people(rng, 500)
    aboard = [person for person in drawn if person[2] == "female"][:88] + [
        person for person in drawn if person[2] == "male"
    ][:148]
    rng.shuffle(aboard)
    for number, (first, last, sex) in enumerate(aboard, 1):
        pclass = weighted(rng, {1: 24, 2: 21, 3: 55})
        age = round(max(0.5, rng.gauss({1: 39, 2: 31, 3: 26}[pclass], 13)), 0)
        age = rng.choice([0.75, 0.92, 1, 2, 3, 4, 5, 7, 9]) if rng.random() < 0.07 else age
        title = (
            ("Miss" if age < 16 or rng.random() < 0.5 else "Mrs") if sex == "female" else "Master" if age < 13 else "Mr"
        )
        odds = {1: 0.44, 2: 0.3, 3: 0.15}[pclass] + (0.46 if sex == "female" else 0) + (0.2 if age < 10 else 0)
        siblings = weighted(rng, {0: 68, 1: 23, 2: 5, 3: 4})
        parents = weighted(rng, {0: 76, 1: 14, 2: 10})
        fare = round(rng.lognormvariate({1: 4.1, 2: 2.9, 3: 2.2}[pclass], 0.45) * (1 + 0.4 * (siblings + parents)), 4)
        ticket = rng.choice(["", "", "PC ", "A/5 ", "STON "]) + str(rng.randrange(10000, 399999))
        cabin = (
            f"{rng.choice('BCDE')}{rng.randrange(2, 120)}" if rng.random() < {1: 0.75, 2: 0.1, 3: 0.04}[pclass] else ""
        )
        rows.append(
            [
                number,
                int(rng.random() < odds),
                pclass,
                f"{last}, {title}. {first}",
                sex,
                "" if rng.random() < 0.17 else f"{age:g}",
                siblings,
                parents,
                ticket,
                f"{fare:g}",
                cabin,
                "" if rng.random() < 0.01 else weighted(rng, {"S": 70, "C": 20, "Q": 10}),
            ]
        )
    rows[101][5] = "74"
    # Families and friends travel on one ticket.
    for index in range(9, 225, 18):
        rows[index + 1][8] = rows[index][8]
        rows[index + 1][9] = rows[index][9]
        rows[index + 1][2] = rows[index][2]
    write(
        "passengers.csv",
        [
            "PassengerId",
            "Survived",
            "Pclass",
            "Name",
            "Sex",
            "Age",
            "SibSp",
            "Parch",
            "Ticket",
            "Fare",
            "Cabin",
            "Embarked",
        ],
        rows,
    )
