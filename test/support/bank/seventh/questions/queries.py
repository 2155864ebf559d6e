"""The queries of the Search Console, without dates."""

from expectations import PERCENT, Bank, decline, histogram, listing, ranking, value
from reading import correlation, mean, percent, read, top, total, values
from readings import any_of

FILE = "Queries.csv"
QUERY = "Top queries"


def position(rows):
    """As a mean of the queries, or weighted by impressions as the Search Console itself does."""
    weighted = sum(row["Position"] * row["Impressions"] for row in rows) / total(rows, "Impressions")
    return any_of(value(mean(rows, "Position")), value(weighted))


def questions():
    bank = Bank("queries", [FILE])
    rows = read(FILE, numbers=["Clicks", "Impressions", "CTR", "Position"], symbols="%")
    clicks, impressions = total(rows, "Clicks"), total(rows, "Impressions")

    def containing(text):
        return [row for row in rows if text in row[QUERY]]

    asked = bank.ask("How many clicks did we get in total?", "sum", "Sum of Clicks.", value(clicks))
    bank.ask("and impressions?", "sum", "Sum of Impressions.", value(impressions), before=[asked], traits=["terse"])
    most = top({row[QUERY]: row["Impressions"] for row in rows}, 10)
    asked = bank.ask(
        "top 10 queries by impressions",
        "top",
        "The ten queries with the most Impressions.",
        ranking(most, QUERY),
        traits=["terse"],
    )
    shown = [row for row in rows if row[QUERY] in dict(most)]
    worst = max(shown, key=lambda row: row["Position"])
    bank.ask(
        "Which of these ranks worst?",
        "best",
        "Among those ten the one with the highest Position.",
        value(worst[QUERY], measure=worst["Position"]),
        before=[asked],
        traits=["synonym"],
    )
    ahead = [row for row in rows if row["Position"] < 3]
    asked = bank.ask(
        "Show me the queries with a position better than 3",
        "list",
        "Queries whose Position is below 3.",
        listing([row[QUERY] for row in ahead], QUERY),
    )
    bank.ask(
        "How many clicks do they bring together?",
        "sum",
        "Sum of Clicks over these.",
        value(total(ahead, "Clicks")),
        before=[asked],
    )
    bank.ask(
        "How many queries got fewer than 10 clicks?",
        "condition",
        "Queries with Clicks below 10.",
        value(sum(row["Clicks"] < 10 for row in rows)),
        traits=["synonym"],
    )
    asked = bank.ask(
        "average position of queries containing grinder",
        "average",
        "Mean Position of queries that contain the word, or weighted by Impressions.",
        position(containing("grinder")),
        traits=["part-of-value"],
    )
    bank.ask(
        "same for kettle",
        "average",
        "Mean Position of queries that contain kettle, or weighted by Impressions.",
        position(containing("kettle")),
        before=[asked],
        traits=["part-of-value"],
    )
    bank.ask(
        "What percentage of our clicks comes from searches with \"bean there\" in them?",
        "share",
        "Clicks of queries that contain bean there, by all clicks.",
        value(percent(total(containing("bean there"), "Clicks"), clicks), PERCENT),
        traits=["part-of-value", "synonym"],
    )
    bank.ask(
        "clicks from queries starting with \"how\"",
        "sum",
        "Sum of Clicks over the queries that begin with how.",
        value(total([row for row in rows if row[QUERY].startswith("how ")], "Clicks")),
        traits=["part-of-value"],
    )
    bank.ask(
        "Is there a correlation between position and CTR?",
        "correlation",
        "Pearson's r of Position and CTR over the queries.",
        value(correlation(rows, "Position", "CTR")),
    )
    bank.ask(
        "queries with more than 2000 impressions but a CTR under 2%",
        "list",
        "Impressions above 2000 and CTR below two percent.",
        listing([row[QUERY] for row in rows if row["Impressions"] > 2000 and row["CTR"] < 2], QUERY),
    )
    bank.ask(
        "Can you show how our positions are distributed?",
        "distribution",
        "Histogram of Position.",
        histogram(values(rows, "Position"), "Position"),
        traits=["polite"],
    )
    bank.ask(
        "how have clicks developed over the last three months?",
        "other topic",
        "The export of queries has no dates.",
        decline("the file has no dates", "months"),
    )
    bank.ask(
        "What's our average CTR?",
        "opinion",
        "All clicks by all impressions, or the mean of the column CTR.",
        any_of(value(percent(clicks, impressions), PERCENT), value(mean(rows, "CTR"), PERCENT)),
        ambiguous=True,
    )
    return bank
