"""Questions on payments by card in three currencies, with their amounts converted to dollars."""

from datetime import datetime

from expectations import PERCENT, Bank, decline, listing, table, value
from identifiers import also_by
from reading import by, groups, growth, mean, month, percent, read, total, where
from readings import any_of, leaders

USD, REASON, COUNTRY, MAIL = "Converted Amount", "Decline Reason", "Card Issue Country", "Customer Email"


def questions():
    rows = read("unified_payments.csv", ["Amount", "Amount Refunded", USD, "Converted Amount Refunded", "Fee"])
    for row in rows:
        row["at"] = datetime.strptime(row["Created date (UTC)"], "%Y-%m-%d %H:%M")
    bank = Bank("payments", ["unified_payments.csv"])
    ask = bank.ask
    paid, failed = where(rows, Status="Paid"), where(rows, Status="Failed")
    refunded = where(rows, Status="Refunded")

    def usd(part):
        return total(part, USD)

    def months(row):
        return month(row["at"])

    def failing(part):
        return percent(len(where(part, Status="Failed")), len(part))

    ask("total converted amount of paid payments", "sum", "Sum in dollars of the status Paid.", value(usd(paid)))
    fails = ask("How many payments failed?", "count", "Rows of the status Failed.", value(len(failed)))
    ask("what were the reasons?", "count by group", "Failed rows by decline reason.",
        table([REASON], by(failed, REASON, len)), [fails])  # fmt: skip
    ask("failure rate by card brand", "share by group", "Failed of all rows, by brand.",
        table(["Card Brand"], by(rows, "Card Brand", failing), PERCENT))  # fmt: skip
    monthly = ask("number of payments per month", "trend", "Rows by month.", table(["month"], by(rows, months, len)))
    ask("only the ones that were paid", "trend", "The same for the status Paid.",
        table(["month"], by(paid, months, len)), [monthly])  # fmt: skip
    ask("What did we pay in fees in total?", "sum", "Sum of the fees.", value(total(rows, "Fee")))
    ask(
        "fees as a percentage of the amount paid, in usd",
        "ratio",
        "Fees by converted amount; of paid ones, or with refunds.",
        any_of(
            value(percent(total(paid, "Fee"), usd(paid)), PERCENT),
            value(percent(total(rows, "Fee"), usd(paid)), PERCENT),
            value(percent(total(rows, "Fee"), usd(paid + refunded)), PERCENT),
        ),
    )
    ask("how much did we refund in US dollars?", "sum", "Sum of what was refunded, converted.",
        value(total(rows, "Converted Amount Refunded")))  # fmt: skip
    ask("How many payments in euros?", "count", "Rows in this currency.", value(len(where(rows, Currency="eur"))),
        traits=["synonym"])  # fmt: skip
    ask(
        "average amount per currency",
        "average by group",
        "Mean of the amount in its currency; of all, or of paid ones.",
        any_of(
            table(["Currency"], by(rows, "Currency", lambda part: mean(part, "Amount"))),
            table(["Currency"], by(paid, "Currency", lambda part: mean(part, "Amount"))),
        ),
    )
    ask("which customers had more than 2 failed payments", "having", "Customers with more than two failed rows.",
        listing([mail for mail, count in by(failed, MAIL, len).items() if count > 2], MAIL))  # fmt: skip
    ask("how many unique customers paid something?", "distinct", "Distinct customers of the status Paid.",
        value(len(groups(paid, "Customer ID"))))  # fmt: skip
    ask("credit vs debit vs prepaid in %", "share by group", "Rows of each kind of card of all.",
        table(["Card Funding"], by(rows, "Card Funding", lambda part: percent(len(part), len(rows))), PERCENT),
        traits=["terse"])  # fmt: skip
    abroad = [row for row in paid if row[COUNTRY] not in ("US", None)]
    outside = ask(
        "paid volume in USD from cards issued outside the US",
        "negation",
        "Sum of paid ones of other countries.",
        any_of(value(usd(abroad)), value(usd([row for row in paid if row[COUNTRY] != "US"]))),
    )
    ask(
        "and inside the us",
        "condition",
        "The same for cards of the US.",
        value(usd(where(paid, **{COUNTRY: "US"}))),
        [outside],
    )
    ask("At what hour of the day do most payments fail?", "best", "The hour with the most failed rows.",
        any_of(*leaders(by(failed, lambda row: row["at"].hour, len))))  # fmt: skip
    march, april = (usd([row for row in paid if row["at"].month == number]) for number in (3, 4))
    ask("paid usd volume in april compared with march", "growth", "Change from March to April, or both.",
        any_of(value(growth(march, april), PERCENT), value(april - march),
               table(["month"], {"2024-03": march, "2024-04": april})))  # fmt: skip
    bills = where(rows, Description="Payment for Invoice")
    ask(
        "how many invoice payments over 1000 were there?",
        "conditions",
        "This description, above 1000 in its currency or in dollars.",
        any_of(
            value(sum(row["Amount"] > 1000 for row in bills)),
            value(sum(row[USD] > 1000 for row in bills)),
            value(sum(row["Amount"] > 1000 for row in bills if row["Status"] != "Failed")),
        ),
        traits=["part-of-value"],
    )
    ask(
        "Who is our top customer?", "opinion", "Highest sum, or most payments, of all or of paid ones.",
        any_of(*(one for column in (MAIL, "Customer ID") for part in (rows, paid) for one in (
            *leaders(by(part, column, usd)), *leaders(by(part, column, len)),
            *leaders(by(part, column, lambda part: total(part, "Amount")))))), ambiguous=True,
    )  # fmt: skip
    ask("how many visitors abandon the checkout page?", "other topic", "Visits are not in the file.",
        decline("The file has payments, no visitors.", "visitors"))  # fmt: skip
    also_by(bank, rows, MAIL, "Customer ID")
    return bank
