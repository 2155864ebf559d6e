"""Hours of weather and electricity: two hours are not there, some readings neither."""

from datetime import datetime

from expectations import Bank, decline, table, value, winner
from reading import best, by, correlation, mean, read, running, total, weekday
from readings import any_of, leaders

FILE = "energy_weather_hourly.csv"
USED = "consumption_kwh"


def used(rows):
    return total(rows, USED)


def date_of(row):
    return row["timestamp"][:10]


def hour_of(row):
    return row["moment"].hour


def questions():
    bank = Bank("energy", [FILE])
    rows = read(FILE, numbers=["temperature", "humidity", "wind", USED])
    for row in rows:
        row["moment"] = datetime.fromisoformat(row["timestamp"])
    weekend = [row for row in rows if row["moment"].weekday() > 4]
    frost = [row for row in rows if row["temperature"] < 0]
    mild = [row for row in rows if row["temperature"] >= 0]

    def rate(part):
        return mean(part, USED)

    def warmth(part):
        return mean(part, "temperature")

    asked = bank.ask("total consumption", "sum", "Sum of consumption_kwh.", value(used(rows)), traits=["terse"])
    second = bank.ask(
        "per day?",
        "trend",
        "Sum of consumption_kwh by date.",
        table(["date"], by(rows, date_of, used)),
        before=[asked],
        traits=["terse"],
    )
    bank.ask(
        "Which day was the highest?",
        "best",
        "The date with the highest sum of consumption_kwh.",
        winner(best(by(rows, date_of, used))),
        before=[asked, second],
    )
    bank.ask(
        "Average consumption by hour of the day",
        "group",
        "Mean of consumption_kwh by hour, 0 to 23.",
        table(["hour"], by(rows, hour_of, rate)),
    )
    peak = best({row["timestamp"][:16]: row[USED] for row in rows if row[USED] is not None})
    bank.ask(
        "When did we record the highest hourly consumption?",
        "lookup",
        "The timestamp of the row with the highest consumption_kwh.",
        winner(peak),
    )
    asked = bank.ask(
        "does colder weather go along with higher consumption?",
        "correlation",
        "Pearson's r of temperature and consumption_kwh over the rows that have both.",
        value(correlation(rows, "temperature", USED)),
        traits=["synonym"],
    )
    bank.ask(
        "what about wind?",
        "correlation",
        "Pearson's r of wind and consumption_kwh over the rows that have both.",
        value(correlation(rows, "wind", USED)),
        before=[asked],
    )
    bank.ask(
        "How many hours were below freezing?",
        "condition",
        "Rows with a temperature below 0.",
        value(len(frost)),
        traits=["synonym"],
    )
    bank.ask(
        "How much more do we use per hour when it's below 0 degrees than otherwise?",
        "difference",
        "Mean of consumption_kwh below 0 against the mean at 0 and above: the difference, or that in percent.",
        any_of(
            value(rate(frost) - rate(mild)),
            value(100 * (rate(frost) - rate(mild)) / rate(mild), "percent"),
        ),
    )
    bank.ask(
        "avergae hourly consumption on weekends",
        "average",
        "Mean of consumption_kwh over the rows of Saturdays and Sundays.",
        value(rate(weekend)),
        traits=["misspelling"],
    )
    bank.ask(
        "how many wind readings are missing",
        "missing",
        "Rows without wind.",
        value(sum(row["wind"] is None for row in rows)),
    )
    asked = bank.ask(
        "Which was the coldest day on average?",
        "best",
        "The date with the lowest mean temperature.",
        winner(best(by(rows, date_of, warmth), lowest=True)),
        traits=["synonym"],
    )
    bank.ask(
        "and the warmest",
        "best",
        "The date with the highest mean temperature.",
        winner(best(by(rows, date_of, warmth))),
        before=[asked],
        traits=["synonym", "terse"],
    )
    bank.ask(
        "cumulative consumption by day",
        "running-total",
        "Sum of consumption_kwh from the first date to each date.",
        table(["date"], running(by(rows, date_of, used))),
        traits=["terse"],
    )
    bank.ask(
        "What did the electricity cost us?",
        "other topic",
        "There is consumption, but no price.",
        decline("the file has no prices or costs", "cost"),
    )
    bank.ask(
        "When is our peak?",
        "opinion",
        "The hour of the day with the highest mean or sum, the single highest hour, the highest date, or weekday.",
        any_of(
            *leaders(by(rows, hour_of, rate)),
            *leaders(by(rows, hour_of, used)),
            winner(peak),
            *leaders(by(rows, date_of, used)),
            *leaders(by(rows, lambda row: weekday(row["moment"]), used)),
            *leaders(by(rows, lambda row: weekday(row["moment"]), rate)),
        ),
        ambiguous=True,
    )
    return bank
