import statistics

from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, day, growth, mean, median, month, percent, read, total, where
from readings import any_of


def questions():
    rows = read("train.csv", numbers=("Weekly_Sales",))
    for row in rows:
        row["day"] = day(row["Date"])

    def sales(part):
        return total(part, "Weekly_Sales")

    def weekly(part):
        """What a week brings, all stores and departments together."""
        return sales(part) / len({row["Date"] for row in part})

    bank = Bank("walmart", ["train.csv"])
    ask = bank.ask

    stores = ask(
        "total sales per store",
        "group",
        "Sum of Weekly_Sales by Store.",
        table(["Store"], by(rows, "Store", sales)),
        traits=["terse"],
    )
    ask(
        "as percentage of the total",
        "share",
        "Sum of Weekly_Sales by Store of that of all rows.",
        table(["Store"], by(rows, "Store", lambda part: percent(sales(part), sales(rows))), PERCENT),
        before=[stores],
        traits=["terse"],
    )
    monthly = ask(
        "Show me how sales developed month by month",
        "trend",
        "Sum of Weekly_Sales by the month of Date.",
        table(["Date"], by(rows, lambda row: month(row["day"]), sales)),
    )
    ask(
        "same thing for store 20 only",
        "trend",
        "Sum of Weekly_Sales of store 20 by the month of Date.",
        table(["Date"], by(where(rows, Store="20"), lambda row: month(row["day"]), sales)),
        before=[monthly],
    )
    ask(
        "average sales in holiday weeks vs. normal weeks",
        "two-groups",
        "Mean of Weekly_Sales by IsHoliday; or what a week brings in all.",
        either(
            table(["IsHoliday"], by(rows, "IsHoliday", lambda part: mean(part, "Weekly_Sales"))),
            table(["IsHoliday"], by(rows, "IsHoliday", weekly)),
        ),
        traits=["synonym"],
    )
    minus = [row for row in rows if float(row["Weekly_Sales"]) < 0]
    negative = ask(
        "how many rows have negative sales?",
        "condition",
        "Rows with Weekly_Sales below 0.",
        value(len(minus)),
    )
    ask(
        "how much do they add up to?",
        "sum",
        "Sum of Weekly_Sales below 0.",
        value(sales(minus)),
        before=[negative],
        traits=["synonym"],
    )
    week = ask(
        "What was the best week for store 4?",
        "best",
        "The Date with the highest sum of Weekly_Sales of store 4.",
        winner(best(by(where(rows, Store="4"), "Date", sales))),
    )
    ask(
        "and for store 1?",
        "best",
        "The Date with the highest sum of Weekly_Sales of store 1.",
        winner(best(by(where(rows, Store="1"), "Date", sales))),
        before=[week],
        traits=["terse"],
    )
    ones = where(rows, Dept="1")
    springs = [
        sales([row for row in ones if row["day"].year == year and row["day"].month in (4, 5, 6)])
        for year in (2010, 2011)
    ]
    ask(
        "By how much did dept 1 sales grow from Q2 2010 to Q2 2011?",
        "growth",
        "Sum of Weekly_Sales of department 1 from April to June of both years: change in percent, or difference.",
        either(value(growth(*springs), PERCENT), value(springs[1] - springs[0])),
    )
    ask(
        "median weekly sales of department 47",
        "median",
        "Median of Weekly_Sales of department 47, of its rows or of what its weeks bring in all stores.",
        either(
            value(median(where(rows, Dept="47"), "Weekly_Sales")),
            value(statistics.median(by(where(rows, Dept="47"), "Date", sales).values())),
        ),
        traits=["missing-word"],
    )
    ask(
        "Which store sold the most in December 2010?",
        "best",
        "The Store with the highest sum of Weekly_Sales in December 2010.",
        winner(best(by([row for row in rows if month(row["day"]) == "2010-12"], "Store", sales))),
        traits=["synonym"],
    )
    ask(
        "Total sales without the holiday weeks",
        "negation",
        "Sum of Weekly_Sales where IsHoliday is FALSE.",
        value(sales(where(rows, IsHoliday="FALSE"))),
    )
    ask(
        "what's the last week we have data for",
        "extreme",
        "The latest Date.",
        value(max(row["Date"] for row in rows)),
    )
    ask(
        "What are the average sales?",
        "ambiguous",
        "A row, which is a store, department, and week; a week in all; a month in all; or a store in all.",
        any_of(
            value(mean(rows, "Weekly_Sales")),
            value(weekly(rows)),
            value(sales(rows) / len({month(row["day"]) for row in rows})),
            value(sales(rows) / len({row["Store"] for row in rows})),
            table(["Store"], by(rows, "Store", lambda part: mean(part, "Weekly_Sales"))),
        ),
        ambiguous=True,
    )
    ask(
        "Do we sell less when the temperature is high?",
        "unanswerable",
        "There is nothing about the weather.",
        decline("no column of temperature", "temperature"),
    )
    return bank
