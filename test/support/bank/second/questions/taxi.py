from collections import Counter
from datetime import datetime

from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, mean, percent, read, top, total, values, weekday, where

SET = "open"


def questions():
    trips = read(
        "taxi_trips.csv",
        numbers=("passenger_count", "trip_distance", "fare_amount", "tip_amount", "tolls_amount", "total_amount"),
    )
    for row in trips:
        row["start"] = datetime.fromisoformat(row["pickup_datetime"])
        row["minutes"] = (datetime.fromisoformat(row["dropoff_datetime"]) - row["start"]).total_seconds() / 60
    bank = Bank("taxi", ["taxi_trips.csv"])
    ask = bank.ask

    per_day = Counter(row["start"].date().isoformat() for row in trips)
    days = ask(
        "trips per day", "trend", "Rows for each day of pickup_datetime.", table(["day"], per_day), traits=["terse"]
    )
    ask(
        "what was the busiest day?",
        "best",
        "The day with the most trips.",
        winner(best(per_day)),
        before=[days],
        traits=["synonym"],
    )
    ask(
        "How long is the average ride, in miles?",
        "average",
        "Mean of trip_distance.",
        value(mean(trips, "trip_distance")),
        traits=["synonym"],
    )
    ask(
        "average trip duration in minutes by pickup zone",
        "group",
        "Mean of dropoff less pickup in minutes, for each pickup_zone.",
        table(["pickup_zone"], by(trips, "pickup_zone", lambda part: mean(part, "minutes"))),
    )
    jfk = where(trips, pickup_zone="JFK Airport")
    airport = ask(
        "how many trips started at JFK",
        "condition",
        "Rows with pickup_zone JFK Airport.",
        value(len(jfk)),
        traits=["part-of-value"],
    )
    ask(
        "where did most of them go?",
        "best",
        "The dropoff_zone most frequent among the trips from JFK Airport.",
        winner(best(Counter(row["dropoff_zone"] for row in jfk))),
        before=[airport],
    )
    cash = where(trips, payment_type="Cash")
    share = ask(
        "What share of trips is paid in cash?",
        "share",
        "Trips with payment_type Cash, of all trips.",
        value(percent(len(cash), len(trips)), unit=PERCENT),
    )
    card = where(trips, payment_type="Credit card")
    ask(
        "and by card?",
        "share",
        "Trips with payment_type Credit card, of all trips.",
        value(percent(len(card), len(trips)), unit=PERCENT),
        before=[share],
        traits=["part-of-value"],
    )
    tips = ask(
        "avg tip when paying by card",
        "average",
        "Mean of tip_amount where payment_type is Credit card.",
        value(mean(card, "tip_amount")),
        traits=["part-of-value", "terse"],
    )
    ask(
        "as a percentage of the fare please",
        "ratio",
        "Tips of card trips as a share of their fares: of the sums, or the mean of each trip's share.",
        either(
            value(percent(total(card, "tip_amount"), total(card, "fare_amount")), unit=PERCENT),
            value(mean(card, lambda row: percent(row["tip_amount"], row["fare_amount"])), unit=PERCENT),
        ),
        before=[tips],
        traits=["polite"],
    )
    ask(
        "total fares per payement type",
        "group",
        "Sum of fare_amount for each payment_type.",
        table(["payment_type"], by(trips, "payment_type", lambda part: total(part, "fare_amount"))),
        traits=["misspelling"],
    )
    ask(
        "Show me the 3 drop-off zones with the highest average fare",
        "top",
        "The three values of dropoff_zone with the highest mean of fare_amount.",
        ranking(top(by(trips, "dropoff_zone", lambda part: mean(part, "fare_amount")), 3), "dropoff_zone"),
    )
    late = [row for row in trips if row["start"].hour >= 22]
    ask(
        "how many rides were there after 10pm?",
        "condition",
        "Trips with a pickup from 22:00 until midnight; or also those before 5 or 6 in the morning.",
        either(value(len(late)), value(len(late) + len([row for row in trips if row["start"].hour < 5]))),
        traits=["synonym"],
    )
    parts = by(
        trips,
        lambda row: "weekend" if weekday(row["start"]) in ("Saturday", "Sunday") else "weekday",
        lambda part: mean(part, "total_amount"),
    )
    ask(
        "do weekends bring in more per trip than weekdays?",
        "difference",
        "Mean of total_amount on Saturdays and Sundays, and on the other days; or the difference.",
        either(table(["part of the week"], parts), value(parts["weekend"] - parts["weekday"])),
    )
    ask(
        "how many trips without a passenger count",
        "condition",
        "Rows whose passenger_count is empty.",
        value(len([row for row in trips if row["passenger_count"] is None])),
    )
    ask(
        "Which drivers earned the most?",
        "missing",
        "There is no driver in the file.",
        decline("The file does not name drivers.", word="drivers"),
        traits=["missing-word"],
    )
    ask(
        "what's the longest trip",
        "max",
        "The trip with the greatest distance, or with the greatest duration.",
        either(
            value(max(values(trips, "trip_distance"))),
            value(max(values(trips, "minutes"))),
        ),
        ambiguous=True,
    )
    return bank
