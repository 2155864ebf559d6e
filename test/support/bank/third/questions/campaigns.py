"""Marketing campaigns: spend, clicks, conversions, and revenue by month."""

from datetime import datetime

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, growth, mean, month, percent, read, top, total, where

from readings import any_of

FIGURES = ("Spend (EUR)", "Impressions", "Clicks", "Conversions", "Revenue (EUR)")


def questions():
    rows = read("campaigns.csv", numbers=FIGURES, missing=("", "-"))
    for row in rows:
        row["month"] = month(datetime.strptime(row["Month"], "%b %Y"))
    spend, revenue = (lambda part: total(part, "Spend (EUR)")), (lambda part: total(part, "Revenue (EUR)"))
    clicks, conversions = (lambda part: total(part, "Clicks")), (lambda part: total(part, "Conversions"))
    known = lambda part: [row for row in part if row["Conversions"] is not None]
    bank = Bank("campaigns", ["campaigns.csv"])
    ask = bank.ask

    ask(
        "How much did we spend in total?",
        "sum",
        "Sum of spend.",
        value(spend(rows)),
    )
    channels = ask(
        "spend by channel",
        "group",
        "Sum of spend by channel.",
        table(["Channel"], by(rows, "Channel", spend)),
        traits=["terse"],
    )
    ask(
        "as % of total",
        "share",
        "Spend of each channel over all spend, in percent.",
        table(["Channel"], {key: percent(n, spend(rows)) for key, n in by(rows, "Channel", spend).items()}, "percent"),
        before=[channels],
        traits=["terse"],
    )
    cost = ask(
        "What does a click cost us on each channel?",
        "ratio",
        "Spend over clicks, by channel.",
        table(["Channel"], by(rows, "Channel", lambda part: spend(part) / clicks(part))),
    )
    ask(
        "and a conversion?",
        "ratio",
        "Spend over conversions, by channel (with or without the rows whose conversions are missing).",
        either(
            table(["Channel"], by(rows, "Channel", lambda part: spend(part) / conversions(part))),
            table(["Channel"], by(rows, "Channel", lambda part: spend(known(part)) / conversions(part))),
        ),
        before=[cost],
    )
    ask(
        "Which five campaigns generated the most revenue?",
        "top",
        "The five campaigns with the highest sum of revenue.",
        ranking(top(by(rows, "Campaign", revenue), 5), "Campaign"),
    )
    ask(
        "How many conversions did the newsletter bring in?",
        "condition",
        "Sum of conversions of campaign Newsletter.",
        value(conversions(where(rows, Campaign="Newsletter"))),
    )
    monthly = ask(
        "Show me revenue month by month",
        "trend",
        "Sum of revenue by month.",
        table(["month"], by(rows, "month", revenue)),
    )
    ask(
        "just Germany pls",
        "trend",
        "Sum of revenue by month, of Germany.",
        table(["month"], by(where(rows, Country="Germany"), "month", revenue)),
        before=[monthly],
    )
    ask(
        "add spend next to it",
        "trend",
        "Sum of spend by month, of Germany, beside the revenue.",
        table(["month"], by(where(rows, Country="Germany"), "month", spend)),
        before=[monthly, "just Germany pls"],
    )
    totals = by(rows, "Campaign", lambda part: spend(part) - revenue(part))
    ask(
        "Which campains cost more than they earned?",
        "condition",
        "Campaigns whose sum of spend is above their sum of revenue.",
        listing([key for key, loss in totals.items() if loss > 0], "Campaign"),
        traits=["synonym", "misspelling"],
    )
    second, first = ([row for row in rows if row["month"] in months] for months in (months_of(2), months_of(1)))
    ask(
        "clicks in Q2 compared to Q1",
        "growth",
        "Sum of clicks in the two quarters, or the change.",
        either(
            table(["quarter"], {"2024-Q1": clicks(first), "2024-Q2": clicks(second)}),
            value(growth(clicks(first), clicks(second)), unit="percent"),
            value(clicks(second) - clicks(first)),
        ),
        traits=["terse"],
    )
    ask(
        "What's the click-through rate (clicks / impressions) of our social campaigns?",
        "ratio",
        "Clicks over impressions of channel Social (of all, or by campaign).",
        either(
            value(percent(clicks(social(rows)), total(social(rows), "Impressions")), unit="percent"),
            table(
                ["Campaign"],
                by(social(rows), "Campaign", lambda part: percent(clicks(part), total(part, "Impressions"))),
                unit="percent",
            ),
        ),
    )
    ask(
        "avg monthly spend of Retargeting",
        "average",
        "Mean of spend of campaign Retargeting, which has one row a month.",
        value(mean(where(rows, Campaign="Retargeting"), "Spend (EUR)")),
        traits=["terse"],
    )
    ask(
        "Which age group clicks on our ads most often?",
        "other topic",
        "No column tells ages.",
        decline("The file has no age groups.", "age group"),
    )
    ask(
        "What was our most successful campaign?",
        "opinion",
        "By revenue, by conversions, by clicks, by return on spend, by profit, or by rate of conversion.",
        any_of(
            winner(best(by(rows, "Campaign", revenue))),
            winner(best(by(rows, "Campaign", conversions))),
            winner(best(by(rows, "Campaign", clicks))),
            winner(best(by(rows, "Campaign", lambda part: revenue(part) / spend(part)))),
            winner(best(by(rows, "Campaign", lambda part: revenue(part) - spend(part)))),
            winner(best(by(rows, "Campaign", lambda part: percent(conversions(part), clicks(part))))),
        ),
        ambiguous=True,
    )
    return bank


def months_of(quarter):
    return [f"2024-{3 * quarter - back:02d}" for back in (2, 1, 0)]


def social(rows):
    return where(rows, Channel="Social")
