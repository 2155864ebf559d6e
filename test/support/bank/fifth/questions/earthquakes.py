from datetime import date

from expectations import Bank, decline, either, ranking, table, value, winner
from reading import best, by, correlation, day, mean, median, read, top, where
from readings import any_of


def questions():
    rows = read("all_month.csv", ("depth", "mag", "nst", "gap", "dmin", "rms"))
    for row in rows:
        row["day"] = day(row["time"][:10])
    quakes = where(rows, type="earthquake")
    strong = [row for row in rows if row["mag"] > 4.5]
    assert all(row["type"] == "earthquake" for row in strong)
    bank = Bank("earthquakes", ["all_month.csv"])
    ask = bank.ask

    ask(
        "Where was the strongest quake of the month?",
        "extreme",
        "The place of the event with the highest magnitude.",
        winner(best({row["place"]: row["mag"] for row in rows})),
        traits=["synonym"],
    )
    ask(
        "5 biggest by magnitude with place",
        "ranking",
        "The five events with the highest magnitude.",
        ranking(top({row["place"]: row["mag"] for row in rows}, 5), "place"),
        traits=["terse", "synonym"],
    )
    over = ask(
        "how many were above magnitude 4.5?",
        "count",
        "Events with mag above 4.5.",
        value(len(strong)),
        traits=["synonym"],
    )
    ask(
        "and of those, how many deeper than 100 km?",
        "count",
        "The same with a depth above 100.",
        value(sum(row["depth"] > 100 for row in strong)),
        before=[over],
    )
    ask(
        "number of events by type",
        "group",
        "The number of rows by type.",
        table(["type"], by(rows, "type", len)),
    )
    ask(
        "events per day",
        "trend",
        "The number of rows by day of time.",
        table(["day"], by(rows, "day", len)),
        traits=["terse"],
    )
    depth = ask(
        "whats the avg depth of the earthquakes",
        "mean",
        "The mean depth of events of type earthquake; of all events is right as well, as the file is called so.",
        any_of(value(mean(quakes, "depth")), value(mean(rows, "depth"))),
        traits=["misspelling"],
    )
    ask(
        "split that by network",
        "group",
        "The mean depth by net.",
        any_of(
            table(["net"], by(quakes, "net", lambda part: mean(part, "depth"))),
            table(["net"], by(rows, "net", lambda part: mean(part, "depth"))),
        ),
        before=[depth],
        traits=["synonym"],
    )
    alaska = ask(
        "How many events were in Alaska?",
        "count",
        "Rows whose place contains Alaska.",
        value(sum("Alaska" in row["place"] for row in rows)),
        traits=["part-of-value"],
    )
    ask(
        "and Nevada",
        "count",
        "Rows whose place contains Nevada.",
        value(sum("Nevada" in row["place"] for row in rows)),
        before=[alaska],
        traits=["part-of-value"],
    )
    ask(
        "Is magnitude related to depth?",
        "correlation",
        "Pearson's r of mag and depth.",
        value(correlation(rows, "mag", "depth")),
        traits=["synonym"],
    )
    types = ask(
        "Please give me the median magnitude for every magnitude type.",
        "group",
        "The median of mag by magType.",
        table(["magType"], by(rows, "magType", lambda part: median(part, "mag"))),
        traits=["polite", "synonym"],
    )
    ask(
        "only the reviewed ones",
        "group",
        "The same where status is reviewed.",
        table(["magType"], by(where(rows, status="reviewed"), "magType", lambda part: median(part, "mag"))),
        before=[types],
    )
    ask(
        "How many rows have no nst value?",
        "missing",
        "Rows where nst is missing.",
        value(sum(row["nst"] is None for row in rows)),
    )
    ask(
        "how many casualties were there in total",
        "unanswerable",
        "There is nothing about casualties.",
        decline("no column of casualties", "casualties"),
    )
    ask(
        "How many earthquakes were there between October 10 and October 15?",
        "ambiguous",
        "All events of these six days or only those of type earthquake; the last day may be left out.",
        either(
            *{
                part_count: value(part_count)
                for part in (rows, quakes)
                for last in (15, 14)
                for part_count in [sum(date(2024, 10, 10) <= row["day"] <= date(2024, 10, last) for row in part)]
            }.values()
        ),
        ambiguous=True,
    )
    return bank
