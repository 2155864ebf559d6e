"""Questions on ads on Facebook, one row an ad."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, correlation, mean, percent, read, top, total, where
from readings import any_of, leaders

CAMPAIGN, DONE = "xyz_campaign_id", "Approved_Conversion"


def questions():
    rows = read("KAG_conversion_data.csv", ["Impressions", "Clicks", "Spent", "Total_Conversion", DONE])
    bank = Bank("ads", ["KAG_conversion_data.csv"])
    ask = bank.ask

    def spent(part):
        return total(part, "Spent")

    def clicks(part):
        return total(part, "Clicks")

    def ratio(above, below, scale=1.0):
        return lambda part: scale * total(part, above) / total(part, below) if total(part, below) else 0.0

    whole = ask("How much did we spend altogether?", "sum", "Sum of Spent.", value(spent(rows)))
    ask(
        "per xyz campaign?", "group", "Sum of Spent by xyz_campaign_id.", table([CAMPAIGN], by(rows, CAMPAIGN, spent)),
        [whole], ["terse"],
    )  # fmt: skip
    ask(
        "CTR by age group", "ratio", "All clicks per all impressions, by age.",
        table(["age"], by(rows, "age", ratio("Clicks", "Impressions", 100)), PERCENT), traits=["terse"],
    )  # fmt: skip
    ask(
        "what's our cost per click overall", "ratio", "All spending per all clicks.", value(ratio("Spent",
        "Clicks")(rows)),
    )  # fmt: skip
    silent = where(rows, Clicks=0)
    dead = ask("how many ads didn't get a single click?", "condition", "Ads with 0 clicks.", value(len(silent)))
    ask(
        "how many of them still had an approved conversion", "condition", "Of these, ads with approved conversions.",
        value(sum(row[DONE] > 0 for row in silent)), [dead],
    )  # fmt: skip
    ask(
        "List the 5 ads with the most impressions", "top", "The five ads with the highest impressions.",
        ranking(top({row["ad_id"]: row["Impressions"] for row in rows}, 5), "ad_id"),
    )  # fmt: skip
    sexes = ask(
        "approved conversions men vs women", "group", "Sum of approved conversions by gender.",
        table(["gender"], by(rows, "gender", lambda part: total(part, DONE))), traits=["synonym"],
    )  # fmt: skip
    ask(
        "and what did each approved conversion cost, by gender?", "ratio",
        "Spending per approved conversion by gender.",
        table(["gender"], by(rows, "gender", ratio("Spent", DONE))), [sexes],
    )  # fmt: skip
    ages = ask(
        "which age group clicked most?", "best", "The age with the most clicks.",
        winner(best(by(rows, "age", clicks))), traits=["synonym"],
    )  # fmt: skip
    ask(
        "and the least?", "best", "The age with the fewest clicks.", winner(best(by(rows, "age", clicks), lowest=True)),
        [ages], ["terse"],
    )  # fmt: skip
    ask(
        "What share of the spend went into campaign 1178?", "share", "Spending of this campaign of the whole.",
        value(percent(spent(where(rows, **{CAMPAIGN: "1178"})), spent(rows)), PERCENT),
    )  # fmt: skip
    ask(
        "average spend per ad in campaign 936, leave out ads without clicks", "negation",
        "Mean of Spent of the ads of this campaign that were clicked.",
        value(mean([row for row in where(rows, **{CAMPAIGN: "936"}) if row["Clicks"] > 0], "Spent")),
    )  # fmt: skip
    ask(
        "does spending more on an ad bring more approved conversions?", "correlation",
        "Correlation of Spent and Approved_Conversion.", value(correlation(rows, "Spent", DONE)),
    )  # fmt: skip
    rates = [(DONE, "Total_Conversion"), (DONE, "Clicks"), ("Total_Conversion", "Clicks"), (DONE, "Impressions"),
             ("Total_Conversion", "Impressions")]  # fmt: skip
    ask(
        "Which interest converts best?", "opinion",
        "The interest with the most conversions, or with the most per enquiry, click, or impression.",
        any_of(*[one for pair in rates for one in leaders(by(rows, "interest", ratio(*pair)))],
               *leaders(by(rows, "interest", lambda part: total(part, DONE))),
               *leaders(by(rows, "interest", lambda part: total(part, "Total_Conversion")))), ambiguous=True,
    )  # fmt: skip
    ask(
        "spend per month", "other topic", "There are no dates in the file.",
        decline("The file has no dates.", "month"), traits=["terse"],
    )  # fmt: skip
    return bank
