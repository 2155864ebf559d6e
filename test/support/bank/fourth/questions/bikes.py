"""Hired bicycles by day."""

from datetime import date

from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, correlation, day, growth, mean, month, percent, quarter, read, total, weekday


def questions():
    bank = Bank("bikes", ["day.csv"])
    ask = bank.ask
    rows = read("day.csv", numbers=("temp", "atemp", "hum", "windspeed", "casual", "registered", "cnt"))
    for row in rows:
        row["date"] = day(row["dteday"])

    rentals = ask("How many bikes were rented in total?", "sum", "Sum of cnt.", value(total(rows, "cnt")))
    ask(
        "and by registered users?",
        "sum",
        "Sum of registered.",
        value(total(rows, "registered")),
        before=[rentals],
    )
    ask(
        "average number of daily rentals for each month",
        "trend",
        "Mean cnt of the days of each month.",
        table(["month"], by(rows, lambda row: month(row["date"]), lambda part: mean(part, "cnt"))),
    )
    daily = {row["dteday"]: row["cnt"] for row in rows}
    busiest = ask("Which day had the most rentals?", "best", "Day with the highest cnt.", winner(best(daily)))
    ask(
        "and the fewest?",
        "best",
        "Day with the lowest cnt.",
        winner(best(daily, lowest=True)),
        before=[busiest],
    )
    ask(
        "How do working days and non-working days compare in average rentals?",
        "group",
        "Mean cnt by workingday.",
        table(["workingday"], by(rows, "workingday", lambda part: mean(part, "cnt"))),
    )
    warm = ask(
        "is there a correlation between temperature and number of rentals",
        "correlation",
        "Pearson's r of temp and cnt, or of the felt temperature, atemp.",
        either(value(correlation(rows, "temp", "cnt")), value(correlation(rows, "atemp", "cnt"))),
    )
    ask(
        "what about humidity?",
        "correlation",
        "Pearson's r of hum and cnt.",
        value(correlation(rows, "hum", "cnt")),
        before=[warm],
    )
    ask(
        "What percentage of all rentals came from casual users?",
        "share",
        "Sum of casual in percent of the sum of cnt.",
        value(percent(total(rows, "casual"), total(rows, "cnt")), PERCENT),
    )
    ask(
        "total rides by season",
        "group",
        "Sum of cnt by season.",
        table(["season"], by(rows, "season", lambda part: total(part, "cnt"))),
        traits=["terse", "synonym"],
    )
    above = lambda bound: value(sum(row["cnt"] > bound for row in rows))  # noqa: E731
    many = ask("how many days had more than 4000 rentals?", "count", "Days with cnt > 4000.", above(4000))
    ask("more than 5000?", "count", "Days with cnt > 5000.", above(5000), before=[many], traits=["terse"])
    names = best(by(rows, lambda row: weekday(row["date"]), lambda part: mean(part, "cnt")))
    numbers = best(by(rows, "weekday", lambda part: mean(part, "cnt")))
    ask(
        "Which day of the week is busiest on average?",
        "best",
        "Mean cnt by weekday, by its name or by its number (0 is Sunday).",
        either(winner(names), winner(numbers)),
    )
    autumn, winter = (
        total([row for row in rows if quarter(row["date"]) == wanted], "cnt") for wanted in ("2011-Q4", "2012-Q1")
    )
    assert max(row["date"] for row in rows) == date(2012, 3, 31)
    ask(
        "How did total rentals change from Q4 2011 to Q1 2012?",
        "difference",
        "Sum of cnt of January to March 2012 against October to December 2011.",
        either(
            value(winter - autumn),
            value(growth(autumn, winter), PERCENT),
            table(["quarter"], {"2011-Q4": autumn, "2012-Q1": winter}),
        ),
    )
    ask(
        "Which station is used the most?",
        "other topic",
        "The file has one row a day and no stations.",
        decline("The file has no stations.", "station"),
    )
    ask(
        "what was the avg temperature",
        "average",
        "temp, or atemp, the felt one.",
        either(value(mean(rows, "temp")), value(mean(rows, "atemp"))),
        ambiguous=True,
        traits=["terse"],
    )
    return bank
