"""Flights of half a year from three airports."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import (
    best,
    by,
    correlation,
    day,
    groups,
    mean,
    median,
    percent,
    quantile,
    read,
    top,
    total,
    values,
    weekday,
    where,
)


def scheduled_or_departed(rows, origin):
    """A cancelled flight has no departure time: it is in the file, and did not leave."""
    part = where(rows, origin=origin)
    return either(value(len(part)), value(len(values(part, "dep_time"))))


def questions():
    rows = read("flights.csv", numbers=["dep_delay", "arr_delay", "air_time", "distance"], missing=("NA",))
    bank = Bank("flights", ["flights.csv"])
    bank.ask("how many flights are in this file", "count", "One row is one flight.", value(len(rows)))
    jfk = bank.ask(
        "How many flights left from JFK?",
        "count",
        "Rows with origin JFK, with or without those that never departed.",
        scheduled_or_departed(rows, "JFK"),
    )
    bank.ask(
        "and from LGA?",
        "count",
        "The same count with origin LGA.",
        scheduled_or_departed(rows, "LGA"),
        before=[jfk],
    )
    carriers = bank.ask(
        "average departure delay by carrier",
        "group",
        "Mean of dep_delay for each carrier, flights without a value left out.",
        table(["carrier"], by(rows, "carrier", lambda part: mean(part, "dep_delay"))),
    )
    bank.ask(
        "only flights to LAX",
        "group",
        "Mean dep_delay by carrier over flights with dest LAX.",
        table(["carrier"], by(where(rows, dest="LAX"), "carrier", lambda part: mean(part, "dep_delay"))),
        before=[carriers],
    )
    bank.ask(
        "Which origin has the worst average departure delay?",
        "best",
        "The origin with the highest mean of dep_delay.",
        winner(best(by(rows, "origin", lambda part: mean(part, "dep_delay")))),
    )
    bank.ask(
        "top 3 destinations by number of flights",
        "top",
        "Destinations with the most rows.",
        ranking(top(by(rows, "dest", len), 3), "dest"),
    )
    bank.ask(
        "show me the 5 flights with the largest arr_delay",
        "list",
        "Rows by arr_delay descending, named by flight number.",
        ranking(top({row["flight"]: row["arr_delay"] for row in rows if row["arr_delay"] is not None}, 5), "flight"),
    )
    late = len([row for row in rows if (row["dep_delay"] or 0) > 15])
    bank.ask(
        "What percentage of flights departed more than 15 minutes late?",
        "share",
        "dep_delay above 15, of the flights that departed or of all flights.",
        either(value(percent(late, len(values(rows, "dep_delay"))), PERCENT), value(percent(late, len(rows)), PERCENT)),
    )
    bank.ask(
        "number of flights per month as a line chart",
        "trend",
        "Rows for each month of 2023.",
        table(["month"], by(rows, lambda row: f"2023-{int(row['month']):02d}", len)),
    )
    bank.ask(
        "how many flights between 2023-03-01 and 2023-03-15",
        "period",
        "Departure days from 1 to 15 March, both included.",
        value(len([row for row in rows if "2023-03-01" <= row["time_hour"][:10] <= "2023-03-15"])),
    )
    bank.ask(
        "how many flights dont go to ORD or ATL",
        "negation",
        "Rows whose dest is neither ORD nor ATL.",
        value(len([row for row in rows if row["dest"] not in ("ORD", "ATL")])),
    )
    bank.ask(
        "busiest day of the week?",
        "best",
        "The weekday with the most flights.",
        winner(best(by(rows, lambda row: weekday(day(row["time_hour"][:10])), len))),
    )
    bank.ask(
        "avg dep delay by origin and month",
        "two-groups",
        "Mean dep_delay for each origin and month.",
        table(
            ["origin", "month"],
            by(rows, ("origin", lambda row: f"2023-{int(row['month']):02d}"), lambda part: mean(part, "dep_delay")),
        ),
    )
    bank.ask(
        "90th percentile of arrival delay",
        "percentile",
        "Percentile 90 of arr_delay with linear interpolation.",
        value(quantile(values(rows, "arr_delay"), 0.9)),
    )
    bank.ask(
        "correlation between distance and air_time",
        "correlation",
        "Pearson's r over flights with both.",
        value(correlation(rows, "distance", "air_time")),
    )
    routes = {origin: best(by(part, "dest", len)) for origin, part in groups(rows, "origin").items()}
    bank.ask(
        "most frequent destination for each origin",
        "best",
        "The dest with the most rows for each origin.",
        table(["origin", "dest"], {(origin, dest): count for origin, (dest, count) in routes.items()}),
    )
    bank.ask(
        "average departure deley for UA",
        "average",
        "Mean dep_delay of carrier UA; 'deley' is a slip.",
        value(mean(where(rows, carrier="UA"), "dep_delay")),
        traits=["misspelling"],
    )
    bank.ask(
        "how many different planes were used",
        "distinct",
        "Different tail numbers that are present.",
        value(len(set(values(rows, "tailnum")))),
        traits=["synonym"],
    )
    bank.ask(
        "Which flights to Seattle (SEA) arrived more than an hour late? Just the flight numbers please",
        "list",
        "dest SEA and arr_delay above 60.",
        listing([row["flight"] for row in where(rows, dest="SEA") if (row["arr_delay"] or 0) > 60], "flight"),
        traits=["polite"],
    )
    bank.ask(
        "median arr_delay DL",
        "median",
        "Median of arr_delay of carrier DL.",
        value(median(where(rows, carrier="DL"), "arr_delay")),
        traits=["terse"],
    )
    bank.ask(
        "what is the average delay?",
        "average",
        "Delay at departure or at arrival.",
        either(value(mean(rows, "dep_delay")), value(mean(rows, "arr_delay"))),
        ambiguous=True,
    )
    flown = [row for row in rows if row["air_time"] is not None]
    bank.ask(
        "average speed in miles per hour by carrier",
        "ratio",
        "Miles over hours in the air: all miles over all hours, or the mean of each flight's speed.",
        either(
            table(
                ["carrier"], by(flown, "carrier", lambda part: total(part, "distance") / total(part, "air_time") * 60)
            ),
            table(
                ["carrier"],
                by(flown, "carrier", lambda part: mean(part, lambda row: row["distance"] / row["air_time"] * 60)),
            ),
        ),
        ambiguous=True,
    )
    bank.ask(
        "how many passengers were on board in March",
        "count",
        "Nothing in the file counts people.",
        decline("The file has no number of passengers.", "passengers"),
        traits=["missing-word"],
    )
    bank.ask(
        "Why are flights from EWR so often delayed?",
        "cause",
        "A cause.",
        decline("The file has delays, but no causes."),
    )
    return bank
