"""Questions on receipts of three coffee shops; what was paid is units times price."""

from math import fsum

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, day, groups, growth, month, percent, read, top, total, weekday, where
from readings import any_of, leaders

STORE, CATEGORY, UNITS = "store_location", "product_category", "transaction_qty"


def questions():
    rows = read("Coffee Shop Sales.csv", [UNITS, "unit_price"])
    for row in rows:
        row["day"], row["paid"] = day(row["transaction_date"], "%m/%d/%Y"), row[UNITS] * row["unit_price"]
    bank = Bank("coffee", ["Coffee Shop Sales.csv"])
    ask = bank.ask

    def paid(part):
        return fsum(row["paid"] for row in part)

    def units(part):
        return total(part, UNITS)

    def months(row):
        return month(row["day"])

    def in_month(number):
        return [row for row in rows if row["day"].month == number]

    ask("how much money did we take in total?", "sum", "Sum of units times price.", value(paid(rows)),
    traits=["synonym"])
    monthly = ask(
        "revenue by month", "trend", "Sum of units times price by month.", table(["month"], by(rows, months, paid)),
        traits=["terse"],
    )  # fmt: skip
    ask(
        "only the Astoria store", "trend", "The same for one store.",
        table(["month"], by(where(rows, **{STORE: "Astoria"}), months, paid)), [monthly],
    )  # fmt: skip
    units_by = by(rows, CATEGORY, units)
    sold = ask(
        "Which product category do we sell the most units of?", "best", "The category with the highest sum of units.",
        winner(best(units_by)),
    )  # fmt: skip
    ask(
        "and which brings the least revenue", "best", "The category with the lowest sum of units times price.",
        winner(best(by(rows, CATEGORY, paid), lowest=True)), [sold],
    )  # fmt: skip
    ask(
        "average revenue per transaction for each store", "group", "Revenue by the number of transactions, by store.",
        table([STORE], by(rows, STORE, lambda part: paid(part) / len(part))),
    )  # fmt: skip
    ask(
        "which weekday is best in terms of revenue?", "best", "The weekday with the highest revenue.",
        winner(best(by(rows, lambda row: weekday(row["day"]), paid))),
    )  # fmt: skip
    june = ask("How many transactions were there in June?", "period", "Rows of this month.", value(len(in_month(6))))
    ask(
        "how does that compare with may in percent", "growth", "Change from May to June.",
        value(growth(len(in_month(5)), len(in_month(6))), PERCENT), [june],
    )  # fmt: skip
    ask(
        "top 5 product types by revnue", "top", "The five types with the highest revenue.",
        ranking(top(by(rows, "product_type", paid), 5), "product_type"), traits=["misspelling", "terse"],
    )  # fmt: skip
    loose = [row for row in rows if "Tea" in row[CATEGORY]]
    ask(
        "what share of revenue is tea?", "share", "Revenue of the category Tea of all; with Loose Tea or without.",
        any_of(value(percent(paid(where(rows, **{CATEGORY: "Tea"})), paid(rows)), PERCENT),
               value(percent(paid(loose), paid(rows)), PERCENT)),
    )  # fmt: skip
    ask(
        "How many different products were sold at Hell's Kitchen?", "distinct", "Distinct products of this store.",
        value(len(groups(where(rows, **{STORE: "Hell's Kitchen"}), "product_id"))),
    )  # fmt: skip
    kept = [row for row in rows if row[CATEGORY] not in ("Bakery", "Branded")]
    eaten = ask(
        "units sold per category without bakery and branded", "negation", "Sum of units by the other categories.",
        table([CATEGORY], by(kept, CATEGORY, units)),
    )  # fmt: skip
    ask(
        "now just lower manhattan", "negation", "The same for one store.",
        table([CATEGORY], by(where(kept, **{STORE: "Lower Manhattan"}), CATEGORY, units)), [eaten],
    )  # fmt: skip
    ask(
        "which of our stores is doing best?", "opinion",
        "Highest revenue, most transactions or units, or revenue of one.",
        any_of(*leaders(by(rows, STORE, paid)), *leaders(by(rows, STORE, len)), *leaders(by(rows, STORE, units)),
               *leaders(by(rows, STORE, lambda part: paid(part) / len(part)))), ambiguous=True,
    )  # fmt: skip
    ask(
        "whats the profit margin on lattes", "other topic", "Costs are not in the file.",
        decline("The file has prices, no costs.", "margin"),
    )  # fmt: skip
    return bank
