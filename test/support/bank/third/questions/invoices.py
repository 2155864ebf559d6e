"""Invoices and accounts of a software firm: two files, joined by account_id."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, day, growth, mean, month, percent, read, top, total, where

from readings import any_of, leaders


def questions():
    accounts = {row["account_id"]: row for row in read("accounts.csv", numbers=("employees",))}
    rows = read("invoices.csv", numbers=("amount",), symbols="$")
    for row in rows:
        row.update({key: text for key, text in accounts[row["account_id"]].items() if key != "account_id"})
        row["issued"], row["paid"] = day(row["issued_on"]), day(row["paid_on"])
        row["days"] = (row["paid"] - row["issued"]).days if row["paid"] else None
    amount = lambda part: total(part, "amount")
    in_2024 = [row for row in rows if row["issued"].year == 2024]
    unpaid = [row for row in rows if row["status"] != "paid"]
    bank = Bank("invoices", ["invoices.csv", "accounts.csv"])
    ask = bank.ask

    ask(
        "How many invoices are overdue?",
        "condition",
        "Invoices whose status is overdue.",
        value(len(where(rows, status="overdue"))),
    )
    by_country = ask(
        "total invoiced amount by country",
        "join",
        "Sum of amount by the country of the account.",
        table(["country"], by(rows, "country", amount)),
        traits=["terse"],
    )
    ask(
        "and only what is still unpaid?",
        "join",
        "Sum of amount by country, of the invoices that are not paid.",
        table(["country"], by(unpaid, "country", amount)),
        before=[by_country],
    )
    ask(
        "Show me the top 5 companies by billing please",
        "top",
        "The five companies with the highest sum of amount.",
        ranking(top(by(rows, "company", amount), 5), "company"),
        traits=["polite", "synonym"],
    )
    per_segment = ask(
        "avg invoice amount per segment",
        "average",
        "Mean of amount by the segment of the account.",
        table(["segment"], by(rows, "segment", lambda part: mean(part, "amount"))),
        traits=["terse"],
    )
    ask(
        "Same thing but 2024 only",
        "average",
        "Mean of amount by segment, of invoices issued in 2024.",
        table(["segment"], by(in_2024, "segment", lambda part: mean(part, "amount"))),
        before=[per_segment],
    )
    billed = {row["account_id"] for row in rows}
    ask(
        "Which accounts have never been invoiced?",
        "negation",
        "Accounts that have no row among the invoices.",
        listing([key for key in accounts if key not in billed], "account_id"),
    )
    enterprise = amount(where(rows, segment="Enterprise"))
    ask(
        "What share of our billing comes from Enterprise customers?",
        "share",
        "Sum of amount of Enterprise accounts over the sum of all, in percent.",
        value(percent(enterprise, amount(rows)), unit="percent"),
    )
    monthly = ask(
        "number of invoices sent each month",
        "trend",
        "Count of invoices by the month of issued_on.",
        table(["month"], by(rows, lambda row: month(row["issued"]), len)),
        traits=["terse", "synonym"],
    )
    ask(
        "what about the Scale plan on its own",
        "trend",
        "Count of invoices by month, of plan Scale only.",
        table(["month"], by(where(rows, plan="Scale"), lambda row: month(row["issued"]), len)),
        before=[monthly],
    )
    ask(
        "And in dollars instead of the count?",
        "trend",
        "Sum of amount by month, of plan Scale.",
        table(["month"], by(where(rows, plan="Scale"), lambda row: month(row["issued"]), amount)),
        before=[monthly, "what about the Scale plan on its own"],
    )
    ask(
        "How many days does it take on average until an invoice gets paid?",
        "average",
        "Mean of paid_on minus issued_on in days, over paid invoices.",
        value(mean(rows, "days")),
    )
    years = by(rows, lambda row: row["issued"].year, amount)
    ask(
        "How did total billing in 2024 compare to 2023?",
        "growth",
        "Sum of amount in both years, or the change.",
        either(
            table(["year"], years),
            value(growth(years[2023], years[2024]), unit="percent"),
            value(years[2024] - years[2023]),
        ),
    )
    ask(
        "Which account manager has the most unpaid money on their accounts?",
        "best",
        "The account manager with the highest sum of amount that is not paid.",
        winner(best(by(unpaid, "account_manager", amount))),
    )
    ask(
        "What profit margin do we have on the Growth plan?",
        "other topic",
        "There are no costs.",
        decline("The files have amounts, but neither costs nor profit.", "profit margin"),
    )
    ask(
        "Who is our best customer?",
        "opinion",
        "By amount invoiced, by amount paid, or by the number of invoices.",
        any_of(
            winner(best(by(rows, "company", amount))),
            winner(best(by(where(rows, status="paid"), "company", amount))),
            *leaders(by(rows, "company", len)),
        ),
        ambiguous=True,
    )
    return bank
