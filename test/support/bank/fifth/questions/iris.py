from expectations import PERCENT, Bank, decline, either, histogram, table, value, winner
from reading import best, by, correlation, deviation, mean, percent, quantile, read, values, where

NUMBERS = ("sepal_length", "sepal_width", "petal_length", "petal_width")


def questions():
    rows = read("iris.csv", NUMBERS)
    setosa, versicolor, virginica = (where(rows, species=name) for name in ("setosa", "versicolor", "virginica"))
    bank = Bank("iris", ["iris.csv"])
    ask = bank.ask

    petal = ask(
        "what's the average petal length for each species?",
        "group",
        "The mean petal length by species.",
        table(["species"], by(rows, "species", lambda part: mean(part, "petal_length"))),
    )
    ask(
        "and sepal width?",
        "group",
        "The same, of sepal width.",
        table(["species"], by(rows, "species", lambda part: mean(part, "sepal_width"))),
        before=[petal],
    )
    ask(
        "how many flowers were measured",
        "count",
        "The number of rows.",
        value(len(rows)),
        traits=["synonym"],
    )
    ask(
        "Which species has the widest sepals on average?",
        "extreme",
        "The species with the highest mean sepal width.",
        winner(best(by(rows, "species", lambda part: mean(part, "sepal_width")))),
        traits=["synonym"],
    )
    related = ask(
        "correlation between petal length and petal width",
        "correlation",
        "Pearson's r over all rows.",
        value(correlation(rows, "petal_length", "petal_width")),
        traits=["terse"],
    )
    ask(
        "only setosa please",
        "correlation",
        "The same over the rows of setosa.",
        value(correlation(setosa, "petal_length", "petal_width")),
        before=[related],
        traits=["polite"],
    )
    ask(
        "std dev of petal width by species",
        "group",
        "The sample standard deviation of petal width by species.",
        table(["species"], by(rows, "species", lambda part: deviation(part, "petal_width"))),
        traits=["terse"],
    )
    ask(
        "Could you show me how sepal length is distributed?",
        "distribution",
        "A histogram of sepal length.",
        histogram(values(rows, "sepal_length"), "sepal_length"),
        traits=["polite"],
    )
    long = ask(
        "How many irises have petals longer than 5 cm?",
        "count",
        "Rows with a petal length above 5.",
        value(sum(row["petal_length"] > 5 for row in rows)),
        traits=["synonym"],
    )
    ask(
        "how many of them are versicolor?",
        "count",
        "The same, of versicolor only.",
        value(sum(row["petal_length"] > 5 for row in versicolor)),
        before=[long],
    )
    short = ask(
        "What percentage of the flowers has a sepal length under 5.5?",
        "share",
        "Rows with a sepal length below 5.5 as a share of all.",
        value(percent(sum(row["sepal_length"] < 5.5 for row in rows), len(rows)), PERCENT),
    )
    ask(
        "per species",
        "share",
        "The same share within each species.",
        table(
            ["species"],
            by(rows, "species", lambda part: percent(sum(row["sepal_length"] < 5.5 for row in part), len(part))),
            PERCENT,
        ),
        before=[short],
        traits=["terse"],
    )
    ask(
        "On average, how much longer are virginica petals than versicolor petals?",
        "difference",
        "The difference of the two mean petal lengths.",
        value(mean(virginica, "petal_length") - mean(versicolor, "petal_length")),
    )
    ask(
        "90th percentile of sepal width",
        "quantile",
        "The 90th percentile of sepal width over all rows.",
        value(quantile(values(rows, "sepal_width"), 0.9)),
        traits=["terse"],
    )
    ask(
        "what is the average stem height per species",
        "unanswerable",
        "There is nothing about stems.",
        decline("no column of stems", "stem"),
    )
    ask(
        "Which speices is the biggest?",
        "ambiguous",
        "By which of the measurements, or by how many flowers, is open.",
        any_species(rows),
        ambiguous=True,
        traits=["misspelling"],
    )
    return bank


def any_species(rows):
    return either(*(winner(best(by(rows, "species", lambda part, of=name: mean(part, of)))) for name in NUMBERS))
