"""A sales pipeline: deals with stages and owners."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, day, mean, month, percent, quarter, read, top, total, values, where

from readings import any_of

US = "%m/%d/%Y"


def questions():
    rows = read("deals.csv", numbers=("Amount (USD)", "Probability"), symbols="%")
    for row in rows:
        row["created"], row["closed"] = day(row["Created Date"], US), day(row["Close Date"], US)
        row["days"] = (row["closed"] - row["created"]).days
    amount = lambda part: total(part, "Amount (USD)")
    won, lost = where(rows, Stage="Closed Won"), where(rows, Stage="Closed Lost")
    running = [row for row in rows if not row["Stage"].startswith("Closed")]
    bank = Bank("deals", ["deals.csv"])
    ask = bank.ask

    ask(
        "how many deals does each rep have",
        "group",
        "Count of deals by owner.",
        table(["Owner"], by(rows, "Owner", len)),
        traits=["synonym"],
    )
    by_stage = ask(
        "Total deal value by stage",
        "group",
        "Sum of the amount by stage.",
        table(["Stage"], by(rows, "Stage", amount)),
        traits=["synonym"],
    )
    ask(
        "leave out the closed ones",
        "negation",
        "Sum of the amount by stage, without Closed Won and Closed Lost.",
        table(["Stage"], by(running, "Stage", amount)),
        before=[by_stage],
    )
    size = ask(
        "What's the average size of the deals we won?",
        "average",
        "Mean amount of deals in stage Closed Won.",
        value(mean(won, "Amount (USD)")),
        traits=["synonym", "part-of-value"],
    )
    ask(
        "and of those we lost?",
        "average",
        "Mean amount of deals in stage Closed Lost.",
        value(mean(lost, "Amount (USD)")),
        before=[size],
        traits=["part-of-value"],
    )
    ask(
        "Which deals in Negotiation are worth more than 15k?",
        "list",
        "Deals in stage Negotiation with an amount above 15,000.",
        listing(
            [row["Deal ID"] for row in where(rows, Stage="Negotiation") if (row["Amount (USD)"] or 0) > 15000],
            "Deal ID",
        ),
        traits=["part-of-value"],
    )
    created = ask(
        "New deals per quarter",
        "trend",
        "Count of deals by the quarter of the created date.",
        table(["quarter"], by(rows, lambda row: quarter(row["created"]), len)),
        traits=["terse"],
    )
    ask(
        "split that by region",
        "two-groups",
        "Count of deals by quarter and region.",
        table(["quarter", "Region"], by(rows, (lambda row: quarter(row["created"]), "Region"), len)),
        before=[created],
    )
    ask(
        "Which 3 lead sources brought in the most closed won revenue?",
        "top",
        "The three lead sources with the highest amount in stage Closed Won.",
        ranking(top(by(won, "Lead Source", amount), 3), "Lead Source"),
    )
    rates = by(
        [row for row in rows if row["Stage"].startswith("Closed")],
        "Owner",
        lambda part: percent(len(where(part, Stage="Closed Won")), len(part)),
    )
    of_all = by(rows, "Owner", lambda part: percent(len(where(part, Stage="Closed Won")), len(part)))
    ask(
        "win rate by owner",
        "ratio",
        "Deals won as a share of the deals closed (or of all), by owner.",
        either(table(["Owner"], rates, unit="percent"), table(["Owner"], of_all, unit="percent")),
        traits=["terse"],
    )
    ask(
        "How long does it take to win a deal on average, from creation to close?",
        "average",
        "Mean days from created date to close date, of deals in stage Closed Won.",
        value(mean(won, "days")),
        traits=["part-of-value"],
    )
    ask(
        "How many deals have no ammount entered?",
        "missing",
        "Deals whose amount is empty.",
        value(len(rows) - len(values(rows, "Amount (USD)"))),
        traits=["misspelling"],
    )
    july = [row for row in won if "2024-04" <= month(row["closed"]) <= "2024-06"]
    ask(
        "closed won amount between April and June 2024, by close date",
        "period",
        "Sum of the amount of Closed Won deals with a close date from April to June 2024.",
        value(amount(july)),
        traits=["terse"],
    )
    ask(
        "just Hannah",
        "condition",
        "The same, of owner Hannah Cole only.",
        value(amount(where(july, Owner="Hannah Cole"))),
        before=["closed won amount between April and June 2024, by close date"],
        traits=["part-of-value"],
    )
    ask(
        "Which competitor do we lose the most deals to?",
        "other topic",
        "No column tells competitors.",
        decline("The file names no competitors.", "competitor"),
    )
    ask(
        "Who's the top sales rep?",
        "opinion",
        "By amount won, by number won, by amount of all deals, by number of deals, or by win rate.",
        any_of(
            winner(best(by(won, "Owner", amount))),
            winner(best(by(won, "Owner", len))),
            winner(best(by(rows, "Owner", amount))),
            winner(best(by(rows, "Owner", len))),
            winner(best(rates)),
        ),
        ambiguous=True,
    )
    return bank
