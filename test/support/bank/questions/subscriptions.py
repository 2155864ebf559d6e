"""Subscriptions with their status; dates such as Mar 14, 2023."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value
from reading import by, day, first, mean, median, month, percent, read, top, total, values, where

FORM = "%b %d, %Y"
PRICE = "price per seat"


def monthly(part):
    return sum(row["seats"] * row[PRICE] for row in part)


def questions():
    rows = read("subscriptions.csv", numbers=["seats", PRICE], missing=("-", ""), symbols="$")
    for row in rows:
        row["start"], row["end"] = day(row["started on"], FORM), day(row["cancelled on"], FORM)
    bank = Bank("subscriptions", ["subscriptions.csv"])
    active, cancelled = where(rows, status="active"), where(rows, status="cancelled")
    running = bank.ask(
        "how many active subscriptions do we have?", "count", "Rows with status active.", value(len(active))
    )
    bank.ask("by plan", "group", "Active rows by plan.", table(["plan"], by(active, "plan", len)), before=[running])
    bank.ask("and cancelled ones?", "count", "Rows with status cancelled.", value(len(cancelled)), before=[running])
    bank.ask(
        "subscriptions per status as a bar chart",
        "group",
        "Rows by status, outer blanks ignored.",
        table(["status"], by(rows, "status", len)),
    )
    bank.ask(
        "monthly revenue of active subscriptions (seats times price per seat)",
        "sum",
        "Sum of seats times price over active rows.",
        value(monthly(active)),
    )
    bank.ask(
        "total seats by country, active only",
        "group",
        "Sum of seats of active rows by country.",
        table(["country"], by(active, "country", lambda part: total(part, "seats"))),
    )
    bank.ask(
        "new subscriptions per month in 2024",
        "trend",
        "Rows by the month of started on in 2024.",
        table(["month"], by([row for row in rows if row["start"].year == 2024], lambda row: month(row["start"]), len)),
    )
    bank.ask(
        "How many subscriptions were cancelled in 2023?",
        "period",
        "Rows with cancelled on in 2023.",
        value(len([row for row in rows if row["end"] and row["end"].year == 2023])),
    )
    bank.ask(
        "average lifetime of cancelled subscriptions in days",
        "difference",
        "Mean of cancelled on minus started on.",
        value(mean(cancelled, lambda row: (row["end"] - row["start"]).days)),
    )
    bank.ask(
        "my boss wants the top 5 accounts by seats, can you list them",
        "top",
        "Accounts with the most seats.",
        ranking(top({row["account"]: row["seats"] for row in rows}, 5), "account"),
        traits=["polite"],
    )
    bank.ask(
        "which account has been active the longest",
        "best",
        "The active row with the earliest start.",
        value(first(active, "start")["account"]),
    )
    bank.ask(
        "how many subscriptions are not from the US",
        "negation",
        "country other than US.",
        value(len([row for row in rows if row["country"] != "US"])),
    )
    bank.ask(
        "what percentage of Basic subscriptions was cancelled?",
        "share",
        "Cancelled over all rows with plan Basic.",
        value(percent(len(where(cancelled, plan="Basic")), len(where(rows, plan="Basic"))), PERCENT),
    )
    bank.ask(
        "share of each channel, subscriptions with a known channel",
        "share",
        "Rows by channel over rows that have one.",
        table(["channel"], by(rows, "channel", lambda part: percent(len(part), len(values(rows, "channel")))), PERCENT),
    )
    bank.ask(
        "subscriptions by plan and country",
        "two-groups",
        "Rows for each pair.",
        table(["plan", "country"], by(rows, ("plan", "country"), len)),
    )
    bank.ask(
        "accounts that are past due",
        "list",
        "Accounts with status past due.",
        listing([row["account"] for row in where(rows, status="past due")], "account"),
    )
    bank.ask(
        "median seats enterprise",
        "median",
        "Median of seats where plan is Enterprise.",
        value(median(where(rows, plan="Enterprise"), "seats")),
        traits=["terse"],
    )
    bank.ask(
        "how many subscribtions started before July 2022",
        "period",
        "started on before 2022-07-01; a slip.",
        value(len([row for row in rows if (row["start"].year, row["start"].month) < (2022, 7)])),
        traits=["misspelling"],
    )
    paying = [row for row in rows if row["status"] != "trial"]
    bank.ask(
        "what's our churn rate?",
        "ratio",
        "Cancelled over all, or without trials, or cancelled in 2024 over those running at its start.",
        either(
            value(percent(len(cancelled), len(rows)), PERCENT),
            value(percent(len(cancelled), len(paying)), PERCENT),
            value(yearly_churn(rows), PERCENT),
        ),
        ambiguous=True,
    )
    bank.ask("will Acorn Travel renew next year", "forecast", "The future.", decline("The file has no future."))
    bank.ask(
        "customer satisfaction by plan",
        "group",
        "No satisfaction in the file.",
        decline("The file has no satisfaction.", "satisfaction"),
        traits=["missing-word"],
    )
    return bank


def yearly_churn(rows):
    start = day("2024-01-01")
    before = [row for row in rows if row["start"] < start and not (row["end"] and row["end"] < start)]
    return percent(len([row for row in before if row["end"]]), len(before))
