from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, top

NUMBERS = ("mpg", "cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb")


def questions():
    rows = read("mtcars.csv", NUMBERS)
    bank = Bank("mtcars", ["mtcars.csv"])
    ask = bank.ask
    horses = {row["model"]: row["hp"] for row in rows}

    mileage = ask(
        "Average mpg by number of cylinders",
        "group",
        "The mean of mpg by cyl.",
        table(["cyl"], by(rows, "cyl", lambda part: mean(part, "mpg"))),
    )
    ask(
        "just the ones with 4 gears",
        "group",
        "The same over cars with gear = 4.",
        table(["cyl"], by([row for row in rows if row["gear"] == 4], "cyl", lambda part: mean(part, "mpg"))),
        before=[mileage],
    )
    ask(
        "Which car has the best gas mileage?",
        "extreme",
        "The model with the highest mpg.",
        winner(best({row["model"]: row["mpg"] for row in rows})),
        traits=["synonym"],
    )
    strong = ask(
        "top 5 cars by horsepower",
        "ranking",
        "The five models with the highest hp.",
        ranking(top(horses, 5), "model"),
        traits=["synonym"],
    )
    ask(
        "and the bottom 5?",
        "ranking",
        "The five models with the lowest hp.",
        ranking(top(horses, 5, lowest=True), "model"),
        before=[strong],
    )
    ask(
        "how many cars have over 200 hp",
        "count",
        "Rows with hp above 200.",
        value(sum(row["hp"] > 200 for row in rows)),
    )
    ask(
        "lightest car?",
        "extreme",
        "The model with the lowest wt.",
        winner(best({row["model"]: row["wt"] for row in rows}, lowest=True)),
        traits=["terse", "synonym"],
    )
    heavy = ask(
        "Is there a relationship between weight and mpg?",
        "correlation",
        "Pearson's r of wt and mpg.",
        value(correlation(rows, "wt", "mpg")),
        traits=["synonym"],
    )
    ask(
        "what about hp and mpg",
        "correlation",
        "Pearson's r of hp and mpg.",
        value(correlation(rows, "hp", "mpg")),
        before=[heavy],
    )
    middle = ask(
        "median hp of the 4 cylinder cars",
        "median",
        "The median of hp where cyl = 4.",
        value(median([row for row in rows if row["cyl"] == 4], "hp")),
    )
    ask(
        "the 8 cylinder ones?",
        "median",
        "The median of hp where cyl = 8.",
        value(median([row for row in rows if row["cyl"] == 8], "hp")),
        before=[middle],
    )
    ask(
        "How many Mercs are in the list?",
        "count",
        "Rows whose model contains Merc.",
        value(sum("Merc" in row["model"] for row in rows)),
        traits=["part-of-value"],
    )
    ask(
        "Which cars do more than 20 mpg and have less than 100 hp?",
        "list",
        "Models with mpg above 20 and hp below 100.",
        listing([row["model"] for row in rows if row["mpg"] > 20 and row["hp"] < 100], "model"),
    )
    ask(
        "share of cars with five gears",
        "share",
        "Rows with gear = 5 as a share of all.",
        value(percent(sum(row["gear"] == 5 for row in rows), len(rows)), PERCENT),
    )
    ask(
        "How much does a Fiat 128 cost?",
        "unanswerable",
        "There are no prices.",
        decline("no column of prices", "cost"),
    )
    ask(
        "which car is the fastest",
        "ambiguous",
        "The shortest quarter mile (qsec), or the most horsepower: there is no top speed.",
        either(
            winner(best({row["model"]: row["qsec"] for row in rows}, lowest=True)),
            winner(best(horses)),
            decline("no column of speed", "fast"),
        ),
        ambiguous=True,
    )
    return bank
