"""Payments as Stripe exports them: one row a charge, those that failed among them."""

from datetime import datetime

from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, mean, month, percent, read, total, where
from readings import any_of, leaders

FILE = "payments.csv"
MONEY = ["Amount", "Amount Refunded", "Converted Amount", "Converted Amount Refunded", "Fee"]


def questions():
    bank = Bank("payments", [FILE])
    rows = read(FILE, numbers=MONEY)
    for row in rows:
        row["month"] = month(datetime.strptime(row["Created (UTC)"], "%Y-%m-%d %H:%M"))
    failed = where(rows, Status="Failed")
    through = [row for row in rows if row["Status"] != "Failed"]
    paid = where(rows, Status="Paid")
    american, visa = where(rows, **{"Card Brand": "American Express"}), where(rows, **{"Card Brand": "Visa"})

    asked = bank.ask("How many payments failed?", "count", "Rows with the status Failed.", value(len(failed)))
    bank.ask(
        "as a percentage of all payments?",
        "share",
        "Failed rows by all rows.",
        value(percent(len(failed), len(rows)), PERCENT),
        before=[asked],
    )
    asked = bank.ask(
        "total amount by currency, leaving out failed ones",
        "negation",
        "Sum of Amount by Currency over the rows that are not Failed.",
        table(["Currency"], by(through, "Currency", lambda part: total(part, "Amount"))),
        traits=["synonym"],
    )
    bank.ask(
        "and the fees?",
        "group",
        "Sum of Fee by Currency over the rows that are not Failed.",
        table(["Currency"], by(through, "Currency", lambda part: total(part, "Fee"))),
        before=[asked],
    )
    asked = bank.ask(
        "Number of payments per month",
        "trend",
        "Rows by month of Created (UTC).",
        table(["month"], by(rows, "month", len)),
    )
    bank.ask(
        "just the paid ones please",
        "condition",
        "Rows with the status Paid, by month.",
        table(["month"], by(paid, "month", len)),
        before=[asked],
        traits=["polite"],
    )
    bank.ask(
        "How much did we refund altogether, converted to dollars?",
        "sum",
        "Sum of Converted Amount Refunded.",
        value(total(rows, "Converted Amount Refunded")),
        traits=["synonym"],
    )
    bank.ask(
        "average fee by card brand, paid only",
        "average",
        "Mean Fee by Card Brand over the rows with the status Paid.",
        table(["Card Brand"], by(paid, "Card Brand", lambda part: mean(part, "Fee"))),
        traits=["terse"],
    )
    bank.ask(
        "In which month did Stripe take the most in fees?",
        "best",
        "The month of Created (UTC) with the highest sum of Fee.",
        winner(best(by(rows, "month", lambda part: total(part, "Fee")))),
        traits=["synonym"],
    )
    bank.ask(
        "how many payments have no customer email?",
        "missing",
        "Rows without a Customer Email.",
        value(sum(row["Customer Email"] is None for row in rows)),
    )
    bank.ask(
        "What's the biggest payment in GBP?",
        "max",
        "The highest Amount among the rows in gbp.",
        value(max(row["Amount"] for row in rows if row["Currency"] == "gbp")),
        traits=["synonym"],
    )
    bank.ask(
        "What did the banks give as reasons for the declines, and how often?",
        "group",
        "Failed rows by Seller Message.",
        table(["Seller Message"], by(failed, "Seller Message", len)),
        traits=["synonym"],
    )
    asked = bank.ask(
        "what share of payments is American Express",
        "share",
        "Rows of the Card Brand American Express by all rows.",
        value(percent(len(american), len(rows)), PERCENT),
    )
    bank.ask(
        "and Visa?",
        "share",
        "Rows of the Card Brand Visa by all rows.",
        value(percent(len(visa), len(rows)), PERCENT),
        before=[asked],
        traits=["terse"],
    )
    bank.ask(
        "How many chargebacks did we get in June?",
        "other topic",
        "There are refunds and failures, but no disputes.",
        decline("the file has no chargebacks", "chargebacks"),
    )
    bank.ask(
        "Who is our biggest customer?",
        "opinion",
        "By converted amount, by amount as charged, or by the number of payments, all or without failed ones.",
        any_of(
            *[
                one
                for name in ("Customer Email", "Customer ID")
                for part in (rows, through, paid)
                for compute in (
                    lambda some: total(some, "Converted Amount"),
                    lambda some: total(some, "Amount"),
                    lambda some: total(some, "Converted Amount") - total(some, "Converted Amount Refunded"),
                    len,
                )
                for one in leaders(by(part, name, compute))
            ]
        ),
        ambiguous=True,
    )
    return bank
