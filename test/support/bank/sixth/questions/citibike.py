from datetime import datetime

from expectations import PERCENT, Bank, decline, either, ranking, table, value, winner
from reading import best, by, mean, percent, read, top, weekday, where
from readings import leaders


def questions():
    rows = read("JC-202309-citibike-tripdata.csv")
    for row in rows:
        start, end = (datetime.fromisoformat(row[name]) for name in ("started_at", "ended_at"))
        row["start"], row["minutes"] = start, (end - start).total_seconds() / 60
    members, casual = (where(rows, member_casual=kind) for kind in ("member", "casual"))
    bank = Bank("citibike", ["JC-202309-citibike-tripdata.csv"])
    ask = bank.ask

    rides = ask("How many rides were there?", "count", "Rows.", value(len(rows)))
    ask(
        "members vs casual riders?",
        "group",
        "Rows by member_casual.",
        table(["member_casual"], by(rows, "member_casual", len)),
        before=[rides],
        traits=["terse"],
    )
    length = ask(
        "what's the average trip duration in minutes",
        "average",
        "Mean of ended_at less started_at, in minutes.",
        value(mean(rows, "minutes")),
        traits=["missing-word"],
    )
    ask(
        "only e-bikes",
        "average",
        "Mean of ended_at less started_at in minutes, where rideable_type is electric_bike.",
        value(mean(where(rows, rideable_type="electric_bike"), "minutes")),
        before=[length],
        traits=["terse", "synonym"],
    )
    ask(
        "top 3 start stations",
        "top",
        "Rows by start_station_name, the three highest.",
        ranking(top(by(rows, "start_station_name", len), 3), "start_station_name"),
        traits=["terse"],
    )
    daily = ask(
        "Show the number of rides per day",
        "trend",
        "Rows by the date of started_at.",
        table(["started_at"], by(rows, lambda row: row["start"].date(), len)),
    )
    ask(
        "just the members please",
        "trend",
        "Rows of members by the date of started_at; a day without any may be shown or not.",
        table(["started_at"], by(members, lambda row: row["start"].date(), len)),
        before=[daily],
        traits=["polite"],
    )
    ask(
        "at what hour of the day do most trips start?",
        "best",
        "The hour of started_at with the most rows.",
        winner(best(by(rows, lambda row: row["start"].hour, len))),
    )
    ask(
        "What share of the trips is by casual riders?",
        "share",
        "Rows with casual of all rows.",
        value(percent(len(casual), len(rows)), PERCENT),
    )
    ask(
        "which weekday is the busiest?",
        "best",
        "The weekday of started_at with the most rows; that the month has five Saturdays is not evened out.",
        winner(best(by(rows, lambda row: weekday(row["start"]), len))),
        traits=["synonym"],
    )
    ask(
        "how many trips have no end station",
        "missing",
        "Rows without end_station_name.",
        value(len([row for row in rows if row["end_station_name"] is None])),
    )
    long = [row for row in rows if row["minutes"] > 20]
    over = ask(
        "How many trips took longer than 20 minutes?",
        "condition",
        "Rows where ended_at is more than 20 minutes after started_at.",
        value(len(long)),
    )
    ask(
        "and how many of those were casuals?",
        "condition",
        "Rows of casual riders where ended_at is more than 20 minutes after started_at.",
        value(len(where(long, member_casual="casual"))),
        before=[over],
    )
    ask(
        "number of rides between September 4 and September 10",
        "period",
        "Rows that started from the 4th to the 10th, both included.",
        value(len([row for row in rows if 4 <= row["start"].day <= 10])),
    )
    ends = [row for row in rows if row["end_station_name"] is not None]
    both = by(rows, "start_station_name", len)
    for station, count in by(ends, "end_station_name", len).items():
        both[station] = both.get(station, 0) + count
    ask(
        "What is the most popular station?",
        "ambiguous",
        "By trips that start there, that end there, or both.",
        either(
            *leaders(by(rows, "start_station_name", len)),
            *leaders(by(ends, "end_station_name", len)),
            *leaders(both),
        ),
        ambiguous=True,
    )
    ask(
        "How much revenue did the casual rides bring in?",
        "unanswerable",
        "There is nothing about money.",
        decline("no column of revenue", "revenue"),
    )
    return bank
