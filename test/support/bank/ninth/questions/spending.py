"""A ministry's payments over 25,000 pounds, as gov.uk publishes them."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, day, median, month, percent, read, top, total, values, where
from readings import any_of, leaders

FILE = "dft-spending-over-25000-april-september-2024.csv"


def questions():
    rows = [row for row in read(FILE, ("Amount",)) if row["Date"]]
    for row in rows:
        row["day"] = day(row["Date"], "%d/%m/%Y")
        row["month"] = month(row["day"])
    bank = Bank("spending", [FILE])

    def paid(part):
        return total(part, "Amount")

    consultancy = where(rows, **{"Expense Type": "Consultancy"})
    rail = where(rows, **{"Supplier": "NETWORK RAIL INFRASTRUCTURE LTD"})
    bank.ask("How much was paid out in total?", "sum", "sum of Amount", value(paid(rows)))
    types = bank.ask(
        "spend by expense type",
        "group",
        "sum of Amount by Expense Type",
        table(["Expense Type"], by(rows, "Expense Type", paid)),
        traits=["terse"],
    )
    bank.ask(
        "only for the Driver and Vehicle Licensing Agency",
        "group",
        "the same, Entity is that agency",
        table(["Expense Type"], by(where(rows, Entity="Driver and Vehicle Licensing Agency"), "Expense Type", paid)),
        before=[types],
    )
    biggest = bank.ask(
        "Who are the ten biggest suppliers?",
        "top",
        "the ten suppliers with the highest sum of Amount",
        ranking(top(by(rows, "Supplier", paid), 10), "Supplier"),
        traits=["synonym"],
    )
    bank.ask(
        "without Network Rail please",
        "top",
        "the same without that supplier",
        ranking(top(by([row for row in rows if row not in rail], "Supplier", paid), 10), "Supplier"),
        before=[biggest],
        traits=["polite", "part-of-value"],
    )
    monthly = bank.ask(
        "Total payments per month", "trend", "sum of Amount by month", table(["month"], by(rows, "month", paid))
    )
    bank.ask(
        "and how many transactions was that each month",
        "trend",
        "rows by month",
        table(["month"], by(rows, "month", len)),
        before=[monthly],
    )
    most = bank.ask(
        "how much went on consultancy?", "sum", "sum of Amount, Expense Type is Consultancy", value(paid(consultancy))
    )
    bank.ask(
        "which firm got the most of it",
        "best",
        "supplier of consultancy with the highest sum",
        winner(best(by(consultancy, "Supplier", paid))),
        before=[most],
        traits=["synonym"],
    )
    bank.ask(
        "What's the median payment to Softcat?",
        "median",
        "median Amount, Supplier is SOFTCAT PLC",
        value(median(where(rows, Supplier="SOFTCAT PLC"), "Amount")),
        traits=["part-of-value"],
    )
    bank.ask(
        "are there any negative amounts, and how many?",
        "count",
        "rows whose Amount is below 0",
        value(sum(row["Amount"] < 0 for row in rows)),
    )
    bank.ask(
        "Number of payments above £10 million",
        "condition",
        "rows whose Amount is above 10000000",
        value(sum(row["Amount"] > 1e7 for row in rows)),
    )
    bank.ask(
        "precentage of spend that went to Transport for London between June and August",
        "share",
        "Amount of that supplier from June to August, of the Amount of all in these months",
        value(
            percent(
                paid(
                    [row for row in rows if row["Supplier"] == "TRANSPORT FOR LONDON" and row["day"].month in (6, 7, 8)]
                ),
                paid([row for row in rows if row["day"].month in (6, 7, 8)]),
            ),
            PERCENT,
        ),
        traits=["misspelling"],
    )
    bank.ask(
        "How many lines have a blank description?",
        "missing",
        "rows without a Description; the two empty lines may count",
        any_of(
            value(sum(row["Description"] is None for row in rows)),
            value(sum(row["Description"] is None for row in rows) + 2),
        ),
    )
    bank.ask(
        "How far over budget are we on each expense area?",
        "other topic",
        "there is no budget",
        decline("the file has payments only, no budget", "budget"),
        traits=["missing-word"],
    )
    bank.ask(
        "what was our largest expense?",
        "best",
        "the largest payment, supplier, expense type, or expense area",
        any_of(
            value(max(values(rows, "Amount"))),
            *(
                entry
                for column in ("Supplier", "Expense Type", "Expense Area")
                for entry in leaders(by(rows, column, paid))
            ),
        ),
        ambiguous=True,
    )
    return bank
