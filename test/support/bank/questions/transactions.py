"""A year of one bank account. Three lines stand twice; all figures but one take the lines as they stand."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import (
    best,
    by,
    day,
    mean,
    median,
    month,
    percent,
    quarter,
    read,
    running,
    top,
    total,
    values,
    where,
)


def spent(part):
    return total(part, "Debit")


def net(part):
    return total(part, "Credit") - spent(part)


def questions():
    rows = read("transactions.csv", numbers=["Debit", "Credit", "Balance"])
    for row in rows:
        row["day"] = day(row["Date"], "%d/%m/%Y")
        row["month"], row["quarter"] = month(row["day"]), quarter(row["day"])
    bank = Bank("transactions", ["transactions.csv"])
    fresh = [row for row in rows if row["Description"].startswith("FRESHMART")]
    bank.ask("how much did I spend in total?", "sum", "Sum of Debit.", value(spent(rows)))
    food = bank.ask(
        "How much did I spend on groceries?",
        "sum",
        "Sum of Debit where Category is Groceries.",
        value(spent(where(rows, Category="Groceries"))),
    )
    bank.ask(
        "and on transport?",
        "sum",
        "Sum of Debit where Category is Transport.",
        value(spent(where(rows, Category="Transport"))),
        before=[food],
    )
    bank.ask(
        "per month",
        "trend",
        "Sum of Debit for Groceries by month of the date, day first.",
        table(["month"], by(where(rows, Category="Groceries"), "month", spent)),
        before=[food],
    )
    bank.ask(
        "spending by category, biggest first",
        "top",
        "Sum of Debit by Category, descending; lines without one may stand apart.",
        ranking(top({key: figure for key, figure in by(rows, "Category", spent).items() if figure}, 8), "Category"),
    )
    bank.ask(
        "income minus spending per month",
        "trend",
        "Sum of Credit minus sum of Debit by month.",
        table(["month"], by(rows, "month", net)),
    )
    bank.ask(
        "what was my biggest single expense",
        "best",
        "The Description with the highest Debit.",
        winner(
            best(
                {
                    f"{row['Description']}": row["Debit"]
                    for row in sorted(rows, key=lambda r: r["Debit"] or 0)
                    if row["Debit"] is not None
                }
            )
        ),
    )
    bank.ask("balance at the end of the year", "lookup", "Balance of the last line.", value(rows[-1]["Balance"]))
    bank.ask("lowest balance", "min", "Lowest value of Balance.", value(min(values(rows, "Balance"))), traits=["terse"])
    bank.ask(
        "how often did i shop at Freshmart",
        "count",
        "Descriptions that begin with FRESHMART, both branches, lines as they stand.",
        value(len(fresh)),
        traits=["part-of-value"],
    )
    bank.ask(
        "average amount per Freshmart purchase",
        "average",
        "Mean Debit of those lines.",
        value(mean(fresh, "Debit")),
        traits=["part-of-value"],
    )
    bank.ask(
        "Total spending per quarter",
        "trend",
        "Sum of Debit by quarter.",
        table(["quarter"], by(rows, "quarter", spent)),
    )
    august = where(rows, month="2024-08")
    bank.ask(
        "How much went out in August 2024 without travel?",
        "negation",
        "Sum of Debit in August where Category is not Travel.",
        value(spent([row for row in august if row["Category"] != "Travel"])),
    )
    bank.ask(
        "in which month did I spend the most",
        "best",
        "The month with the highest sum of Debit.",
        winner(best(by(rows, "month", spent))),
    )
    bank.ask(
        "how many transactions have no category", "missing", "Empty Category.", value(len(where(rows, Category=None)))
    )
    bank.ask(
        "are there duplicate rows? how many rows are repeated",
        "duplicates",
        "Lines that stand a second time in all columns: the further ones, or all that are involved.",
        either(
            value(len(rows) - len({tuple(row.values()) for row in rows})),
            value(2 * (len(rows) - len({tuple(row.values()) for row in rows}))),
        ),
    )
    bank.ask(
        "share of rent in total spending",
        "share",
        "Sum of Debit of RENT HOLLOWAY ESTATES over all Debit.",
        value(percent(spent([row for row in rows if "RENT" in row["Description"]]), spent(rows)), PERCENT),
        traits=["part-of-value"],
    )
    bank.ask(
        "running total of spending by month",
        "running-total",
        "Monthly sums of Debit added up.",
        table(["month"], running(by(rows, "month", spent))),
    )
    weekend = [row for row in rows if row["day"].weekday() >= 5]
    bank.ask("how much do i spend on weekends", "sum", "Sum of Debit on Saturdays and Sundays.", value(spent(weekend)))
    bank.ask(
        "show all payments above 300 that are not rent",
        "list",
        "Debit above 300 other than the rent.",
        listing(
            [row["Description"] for row in rows if (row["Debit"] or 0) > 300 and "RENT" not in row["Description"]],
            "Description",
        ),
    )
    bank.ask(
        "median of eating out bills",
        "median",
        "Median Debit where Category is Eating out.",
        value(median(where(rows, Category="Eating out"), "Debit")),
    )
    bank.ask(
        "salary total",
        "sum",
        "Sum of Credit of SALARY BRIGHTWORKS LTD.",
        value(total([row for row in rows if row["Description"].startswith("SALARY")], "Credit")),
        traits=["terse", "part-of-value"],
    )
    shopping = where(rows, Category="Shopping")
    bank.ask(
        "how much did I spend on shopping?",
        "sum",
        "Debits of Shopping, with or without the refund taken off.",
        either(value(spent(shopping)), value(-net(shopping))),
        ambiguous=True,
    )
    bank.ask(
        "can I afford a new car?",
        "opinion",
        "Advice.",
        decline("The account has no price of a car, and advice is no computation."),
    )
    bank.ask(
        "how much interest did the bank charge me",
        "sum",
        "No interest in the file.",
        decline("No line of the file is interest.", "interest"),
        traits=["missing-word"],
    )
    return bank
