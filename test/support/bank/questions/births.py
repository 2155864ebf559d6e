"""Births by month over thirty years, below a title and above footnotes."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, changes, growth, mean, moving, percent, read, running, top, total, where

NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SUMMER = ("June", "July", "August")


def births(part):
    return total(part, "Births")


def questions():
    rows = read("births.csv", numbers=["Year", "Births"], missing=(".",), header="Year,Month")
    for row in rows:
        row["month"] = f"{int(row['Year'])}-{NAMES.index(row['Month']) + 1:02d}"
        row["decade"] = f"{int(row['Year']) // 10 * 10}s"
    bank = Bank("births", ["births.csv"])
    yearly = by(rows, "Year", births)
    single = {row["month"]: row["Births"] for row in rows if row["Births"] is not None}
    bank.ask("total births", "sum", "Sum of Births over all months.", value(births(rows)), traits=["terse"])
    one = bank.ask(
        "how many births were there in 1995?",
        "sum",
        "Sum of Births of 1995, not the number of rows.",
        value(yearly[1995]),
    )
    bank.ask("and in 2005?", "sum", "Sum of Births of 2005.", value(yearly[2005]), before=[one])
    bank.ask(
        "average number of births for each calendar month",
        "group",
        "Mean of Births over the years, by month name.",
        table(["Month"], by(rows, "Month", lambda part: mean(part, "Births"))),
    )
    bank.ask("births per year as a line chart", "trend", "Sum of Births for each year.", table(["Year"], yearly))
    bank.ask("which year had the most births", "best", "The year with the highest sum.", winner(best(yearly)))
    bank.ask(
        "5 years with the fewest births",
        "bottom",
        "Years by the sum of Births, lowest first; 1987 lacks a month.",
        ranking(top(yearly, 5, lowest=True), "Year"),
    )
    bank.ask(
        "births by decade",
        "trend",
        "Sum of Births for the 1980s, 1990s, and 2000s.",
        table(["decade"], by(rows, "decade", births)),
    )
    bank.ask(
        "by how many percent did births fall between 1980 and 2009",
        "growth",
        "Change of the yearly sum from 1980 to 2009, as a fall or with its sign.",
        either(value(-growth(yearly[1980], yearly[2009]), PERCENT), value(growth(yearly[1980], yearly[2009]), PERCENT)),
    )
    since = {year: number for year, number in yearly.items() if year >= 2000}
    bank.ask(
        "year over year growth of births since 2000",
        "growth",
        "Change of each yearly sum against the year before; 2000 itself may be there, against 1999, or not.",
        table(["Year"], changes(since), PERCENT, subset=True),
    )
    bank.ask(
        "12 month moving average of births",
        "moving-average",
        "Mean of the month and the eleven before it; checked from 1990 on, where no month is missing.",
        table(["month"], moving({key: number for key, number in single.items() if key >= "1989-02"}, 12), subset=True),
    )
    bank.ask(
        "what was the lowest number of births in a single month and when?",
        "min",
        "The lowest single value; its month identifies it.",
        winner(best(single, lowest=True)),
    )
    bank.ask(
        "births by quarter in 2000",
        "trend",
        "Sum of Births for each quarter of 2000.",
        table(
            ["quarter"], by(where(rows, Year=2000), lambda row: f"2000-Q{(NAMES.index(row['Month']) + 3) // 3}", births)
        ),
    )
    bank.ask(
        "running total of births in 2008",
        "running-total",
        "The months of 2008 added up.",
        table(["month"], running({row["month"]: row["Births"] for row in rows if row["Year"] == 2008})),
    )
    bank.ask(
        "What share of all births falls in June, July and August?",
        "share",
        "Births in the three months over all births.",
        value(percent(births([row for row in rows if row["Month"] in SUMMER]), births(rows)), PERCENT),
    )
    bank.ask(
        "average births per month in the nineties",
        "average",
        "Mean of Births from 1990 to 1999: one figure, or one for each calendar month.",
        either(
            value(mean(where(rows, decade="1990s"), "Births")),
            table(["Month"], by(where(rows, decade="1990s"), "Month", lambda part: mean(part, "Births"))),
        ),
    )
    bank.ask(
        "in how many months were there fewer than 4000 births",
        "condition",
        "Single months with Births below 4000.",
        value(len([number for number in single.values() if number < 4000])),
    )
    bank.ask(
        "which month has no value?",
        "missing",
        "The month with a dot for Births.",
        either(value("1987-11"), value("November 1987")),
    )
    bank.ask(
        "difference in average monthly births between the 1980s and the 2000s",
        "difference",
        "Mean of Births of the 1980s minus that of the 2000s, or the other way round.",
        either(
            value(mean(where(rows, decade="1980s"), "Births") - mean(where(rows, decade="2000s"), "Births")),
            value(mean(where(rows, decade="2000s"), "Births") - mean(where(rows, decade="1980s"), "Births")),
        ),
    )
    bank.ask(
        "months of 1999 with more than 4300 births",
        "list",
        "Months of 1999 with Births above 4300.",
        listing([row["Month"] for row in where(rows, Year=1999) if row["Births"] > 4300], "Month"),
    )
    bank.ask(
        "Which month has the most births?",
        "best",
        "A month of the calendar, by its sum or mean, or one month of one year.",
        either(
            winner(best(by(rows, "Month", births))),
            winner(best(by(rows, "Month", lambda part: mean(part, "Births")))),
            winner(best(single)),
        ),
        ambiguous=True,
    )
    bank.ask("how many births will there be in 2012", "forecast", "The future.", decline("The file ends in 2009."))
    bank.ask(
        "births by hospital",
        "group",
        "No hospital in the file.",
        decline("The file has no hospitals.", "hospital"),
        traits=["missing-word"],
    )
    return bank
