from collections import Counter

from expectations import PERCENT, Bank, decline, either, histogram, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, values


def questions():
    columns = (
        "fixed acidity",
        "volatile acidity",
        "citric acid",
        "residual sugar",
        "chlorides",
        "free sulfur dioxide",
        "total sulfur dioxide",
        "density",
        "pH",
        "sulphates",
        "alcohol",
        "quality",
    )
    rows = read("winequality-red.csv", numbers=columns, delimiter=";")
    bank = Bank("wine", ["winequality-red.csv"])
    ask = bank.ask

    ask("how many wines are in the list?", "count", "Rows.", value(len(rows)))
    alcohol = ask(
        "average alcohol by quality",
        "group",
        "Mean of alcohol by quality.",
        table(["quality"], by(rows, "quality", lambda part: mean(part, "alcohol"))),
        traits=["terse"],
    )
    ask(
        "and the median?",
        "group",
        "Median of alcohol by quality.",
        table(["quality"], by(rows, "quality", lambda part: median(part, "alcohol"))),
        before=[alcohol],
    )
    good = [row for row in rows if row["quality"] >= 7]
    better = ask(
        "How many wines got a 7 or better?",
        "condition",
        "Rows with a quality of at least 7.",
        value(len(good)),
        traits=["missing-word"],
    )
    ask(
        "what percent is that",
        "share",
        "Rows with a quality of at least 7 of all rows.",
        value(percent(len(good), len(rows)), PERCENT),
        before=[better],
        traits=["terse"],
    )
    ask(
        "Show me the distribution of the quality scores",
        "distribution",
        "Rows by quality, or a histogram of quality.",
        either(table(["quality"], by(rows, "quality", len)), histogram(values(rows, "quality"), "quality")),
    )
    ask(
        "Does a higher alcohol content go along with better quality?",
        "correlation",
        "Pearson's r of alcohol and quality.",
        value(correlation(rows, "alcohol", "quality")),
    )
    ask(
        "what's the highest residual sugar?",
        "max",
        "The highest residual sugar.",
        value(max(values(rows, "residual sugar"))),
    )
    light = ask(
        "mean pH of wines with less than 10% alcohol",
        "condition",
        "Mean of pH where alcohol is below 10.",
        value(mean([row for row in rows if row["alcohol"] < 10], "pH")),
    )
    ask(
        "And for those with more than 12?",
        "condition",
        "Mean of pH where alcohol is above 12.",
        value(mean([row for row in rows if row["alcohol"] > 12], "pH")),
        before=[light],
    )
    times = Counter(tuple(row.values()) for row in rows)
    ask(
        "are there duplicate rows, and how many?",
        "duplicates",
        "Rows that repeat another one, or all rows that are there more than once.",
        either(
            value(sum(count - 1 for count in times.values())),
            value(sum(count for count in times.values() if count > 1)),
        ),
    )
    ask(
        "which quality has the most cholrides on average",
        "best",
        "The quality with the highest mean of chlorides.",
        winner(best(by(rows, "quality", lambda part: mean(part, "chlorides")))),
        traits=["misspelling"],
    )
    none = [row for row in rows if row["citric acid"] == 0]
    zero = ask(
        "How many wines have no citric acid at all?",
        "count",
        "Rows where citric acid is 0.",
        value(len(none)),
    )
    ask(
        "what's their average quality?",
        "average",
        "Mean of quality where citric acid is 0.",
        value(mean(none, "quality")),
        before=[zero],
    )
    ask(
        "How acidic are these wines on average?",
        "ambiguous",
        "Mean of fixed acidity, of volatile acidity, of both together, of pH, or of citric acid.",
        either(
            value(mean(rows, "fixed acidity")),
            value(mean(rows, "volatile acidity")),
            value(mean(rows, lambda row: row["fixed acidity"] + row["volatile acidity"])),
            value(mean(rows, "pH")),
            value(mean(rows, "citric acid")),
        ),
        ambiguous=True,
    )
    ask(
        "Which grape variety scores best?",
        "unanswerable",
        "There is nothing about grapes.",
        decline("no column of the grape", "grape"),
    )
    return bank
