"""Search keywords as Google Ads exports them: two lines above the table, two lines of totals below."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, by, mean, percent, read, top, total, where
from readings import any_of, leaders

FILE = "Search keyword report.csv"
NUMBERS = (
    "Max. CPC",
    "Clicks",
    "Impr.",
    "CTR",
    "Avg. CPC",
    "Cost",
    "Conversions",
    "Conv. rate",
    "Cost / conv.",
    "Quality Score",
)


def questions():
    rows = read(FILE, NUMBERS, missing=("", "--"), header="Keyword status", symbols="%")
    rows = [row for row in rows if not row["Keyword status"].startswith("Total")]
    bank = Bank("keywords", [FILE])

    def ratio(above, below, factor=1):
        return lambda part: factor * total(part, above) / total(part, below)

    def rates(part, column, above, below):
        """A rate over all clicks of a group, or the mean of the keywords' rates."""
        return [
            by(part, column, ratio(above, below, 100)),
            by([row for row in part if row["CTR"] is not None], column, lambda one: mean(one, "CTR")),
        ]

    bank.ask(
        "What did we spend in total?", "sum", "sum of Cost, without the lines of totals", value(total(rows, "Cost"))
    )
    costs = bank.ask(
        "cost by campaign",
        "group",
        "sum of Cost by Campaign",
        table(["Campaign"], by(rows, "Campaign", lambda part: total(part, "Cost"))),
        traits=["terse"],
    )
    bank.ask(
        "what about conversions?",
        "group",
        "sum of Conversions by Campaign",
        table(["Campaign"], by(rows, "Campaign", lambda part: total(part, "Conversions"))),
        before=[costs],
    )
    clicks = bank.ask(
        "Which keyword got the most clicks?",
        "best",
        "Keyword with the highest Clicks",
        winner(best({row["Keyword"]: row["Clicks"] for row in rows})),
    )
    bank.ask(
        "leave out the hiking campaign",
        "best",
        "the same without the campaign Search | Hiking",
        winner(best({row["Keyword"]: row["Clicks"] for row in rows if row["Campaign"] != "Search | Hiking"})),
        before=[clicks],
    )
    bank.ask(
        "number of paused keywords",
        "count",
        "rows whose Keyword status is Paused",
        value(len(where(rows, **{"Keyword status": "Paused"}))),
    )
    bank.ask(
        "ctr per match type",
        "ratio",
        "Clicks by Impr. of a Match type, or the mean of CTR",
        any_of(*(table(["Match type"], figures, PERCENT) for figures in rates(rows, "Match type", "Clicks", "Impr."))),
        traits=["terse"],
    )
    wasted = [row for row in rows if row["Cost"] > 50 and row["Conversions"] < 1]
    burned = bank.ask(
        "Which keywords cost more than $50 but brought less than one conversion?",
        "condition",
        "Cost above 50 and Conversions below 1",
        listing([row["Keyword"] for row in wasted], "Keyword"),
    )
    bank.ask(
        "how much money did those burn altogether?",
        "sum",
        "sum of Cost of those keywords",
        value(total(wasted, "Cost")),
        before=[burned],
        traits=["synonym"],
    )
    expensive = bank.ask(
        "cost per conversion for each ad group",
        "ratio",
        "sum of Cost by sum of Conversions, by Ad group",
        table(["Ad group"], by([row for row in rows], "Ad group", ratio("Cost", "Conversions"))),
    )
    bank.ask(
        "which is the cheapest?",
        "ratio",
        "the Ad group with the lowest cost per conversion",
        winner(best(by(rows, "Ad group", ratio("Cost", "Conversions")), lowest=True)),
        before=[expensive],
    )
    bank.ask(
        "how many keywords have no quality score",
        "missing",
        "rows whose Quality Score is --",
        value(sum(row["Quality Score"] is None for row in rows)),
    )
    bank.ask(
        "What percentage of our budget went to competitor campaigns?",
        "share",
        "Cost of the campaign Search | Competitors, of all Cost",
        value(percent(total(where(rows, Campaign="Search | Competitors"), "Cost"), total(rows, "Cost")), PERCENT),
        traits=["synonym", "part-of-value"],
    )
    bank.ask(
        "top 5 keywords by impressions",
        "top",
        "the five highest Impr.",
        ranking(top({row["Keyword"]: row["Impr."] for row in rows}, 5), "Keyword"),
    )
    bank.ask(
        "How did clicks develop from week to week?",
        "trend",
        "the report has no dates, only a sum over three months",
        decline("there is no date in the table"),
        traits=["missing-word"],
    )
    every = [
        lambda part: total(part, "Conversions"),
        ratio("Conversions", "Clicks"),
        lambda part: total(part, "Clicks"),
        ratio("Clicks", "Impr."),
    ]
    alone = {row["Keyword"]: row for row in rows if row["Clicks"]}
    bank.ask(
        "What's our best keyword?",
        "best",
        "the most conversions or clicks, the highest rate, or the lowest cost of one",
        any_of(
            *(entry for measure in every for entry in leaders({key: measure([row]) for key, row in alone.items()})),
            *leaders(
                {key: row["Cost"] / row["Conversions"] for key, row in alone.items() if row["Conversions"]}, lowest=True
            ),
        ),
        ambiguous=True,
    )
    return bank
