"""Two weeks of taxi trips, in the shape of New York's records."""

from datetime import datetime, timedelta

from .common import chance, weighted, write

ZONES = {
    "Midtown Center": (0, 0, 9),
    "Upper East Side": (1, 2, 7),
    "East Village": (1, -3, 6),
    "Penn Station": (-1, -1, 6),
    "Times Square": (-1, 0, 7),
    "Lincoln Square": (-1, 2, 4),
    "JFK Airport": (9, -11, 4),
    "LaGuardia Airport": (6, 2, 5),
    "Astoria": (4, 2, 2),
    "Williamsburg": (3, -4, 3),
}
WEIGHTS = {zone: place[2] for zone, place in ZONES.items()}


def trips():
    rng = chance("taxi")
    rows = []
    for _ in range(280):
        start = datetime(2024, 3, 4) + timedelta(
            days=rng.randrange(14),
            hours=weighted(rng, {8: 5, 9: 4, 12: 4, 14: 3, 17: 5, 18: 7, 19: 6, 22: 4, 23: 3, 1: 1, 5: 1}),
            seconds=rng.randrange(3600),
        )
        pickup, dropoff = weighted(rng, WEIGHTS), weighted(rng, WEIGHTS)
        (x, y, _), (to_x, to_y, _) = ZONES[pickup], ZONES[dropoff]
        miles = round((abs(x - to_x) + abs(y - to_y)) * 0.85 + rng.uniform(0.5, 1.4), 2)
        minutes = 3 + miles * rng.uniform(2.4, 5.5)
        airport = "JFK Airport" in (pickup, dropoff)
        fare = 70.0 if airport and miles > 8 else round(3 + miles * 2.9 + minutes * 0.25, 1)
        payment = weighted(rng, {"Credit card": 75, "Cash": 22, "No charge": 1, "Dispute": 2})
        tip = round(fare * rng.choice([0, 0.1, 0.15, 0.2, 0.2, 0.25]), 2) if payment == "Credit card" else 0.0
        tolls = 6.94 if airport and rng.random() < 0.6 else 0.0
        passengers = weighted(rng, {"1": 70, "2": 16, "3": 5, "4": 4, "5": 2, "": 4})
        rows.append(
            [
                weighted(rng, {"1": 1, "2": 2}),
                start,
                start + timedelta(seconds=int(minutes * 60)),
                passengers,
                f"{miles:.2f}",
                pickup,
                dropoff,
                payment,
                f"{fare:.2f}",
                f"{tip:.2f}",
                f"{tolls:.2f}",
                f"{fare + tip + tolls + 1.5:.2f}",
            ]
        )
    rows.sort(key=lambda row: row[1])
    write(
        "taxi_trips.csv",
        "VendorID,pickup_datetime,dropoff_datetime,passenger_count,trip_distance,pickup_zone,dropoff_zone,"
        "payment_type,fare_amount,tip_amount,tolls_amount,total_amount".split(","),
        rows,
    )
