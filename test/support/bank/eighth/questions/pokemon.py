"""Pokemon: one row a form; the second type is often missing, and mega forms share the number of their kind."""

from collections import Counter

from expectations import Bank, decline, listing, ranking, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, top, where
from readings import any_of

STATS = ["Total", "HP", "Attack", "Defense", "Sp. Atk", "Sp. Def", "Speed"]


def named(rows, column):
    return {row["Name"]: row[column] for row in rows}


def questions():
    rows = read("Pokemon.csv", STATS)
    bank = Bank("pokemon", ["Pokemon.csv"])
    ask = bank.ask
    plain = where(rows, Legendary="False")

    ask(
        "How many legendary pokemon are there?",
        "count",
        "Rows with Legendary True.",
        value(len(where(rows, Legendary="True"))),
    )
    counted = ask(
        "count of pokemon per generation",
        "group",
        "Rows by Generation.",
        table(["Generation"], Counter(row["Generation"] for row in rows)),
    )
    ask(
        "without the legendary ones",
        "negation",
        "Rows with Legendary False by Generation.",
        table(["Generation"], Counter(row["Generation"] for row in plain)),
        before=[counted],
    )
    attack = ask(
        "average attack by Type 1",
        "group",
        "Mean of Attack by Type 1.",
        table(["Type 1"], by(rows, "Type 1", lambda part: mean(part, "Attack"))),
    )
    ask(
        "and defence",
        "group",
        "Mean of Defense by Type 1.",
        table(["Type 1"], by(rows, "Type 1", lambda part: mean(part, "Defense"))),
        before=[attack],
        traits=["terse", "misspelling"],
    )
    ask(
        "Which pokemon has the highest total?",
        "best",
        "The Name with the highest Total.",
        winner(best(named(rows, "Total"))),
    )
    fast = ask(
        "Which is the fastest non-legendary one?",
        "best",
        "The Name with the highest Speed where Legendary is False.",
        winner(best(named(plain, "Speed"))),
        traits=["synonym"],
    )
    ask(
        "what type is it",
        "lookup",
        "Type 1 of this one, which has no other.",
        value(where(rows, Name=best(named(plain, "Speed"))[0])[0]["Type 1"]),
        before=[fast],
    )
    ask(
        "top 5 by HP",
        "top",
        "The five names with the highest HP.",
        ranking(top(named(rows, "HP"), 5), "Name"),
        traits=["terse"],
    )
    single = ask(
        "How many pokemon only have one type?",
        "missing",
        "Rows without a Type 2.",
        value(sum(row["Type 2"] is None for row in rows)),
        traits=["synonym"],
    )
    ask(
        "in percent?",
        "share",
        "These rows of all rows.",
        value(percent(sum(row["Type 2"] is None for row in rows), len(rows)), unit="percent"),
        before=[single],
        traits=["terse"],
    )
    ask(
        "correlation of attack and speed",
        "correlation",
        "Pearson's r of Attack and Speed.",
        value(correlation(rows, "Attack", "Speed")),
        traits=["terse"],
    )
    ask(
        "What's the median total of legendary vs. normal pokemon?",
        "group",
        "Median of Total by Legendary.",
        table(["Legendary"], by(rows, "Legendary", lambda part: median(part, "Total"))),
        traits=["synonym"],
    )
    ask(
        "List the fire pokemon with an attack above 70.",
        "list",
        "Names of the rows with an Attack above 70 and Fire as the first type, or as either type.",
        any_of(
            listing([r["Name"] for r in rows if r["Type 1"] == "Fire" and r["Attack"] > 70], "Name"),
            listing([r["Name"] for r in rows if "Fire" in (r["Type 1"], r["Type 2"]) and r["Attack"] > 70], "Name"),
        ),
    )
    ask(
        "how many pokemon evolve from another one?",
        "other topic",
        "The file does not say what evolves from what.",
        decline("There is no column of evolutions.", "evolve"),
    )
    ask(
        "what's the best type?",
        "opinion",
        "The type, first or second, with the highest mean of Total or of Attack, or with the most pokemon.",
        any_of(
            winner(best(by(rows, "Type 1", lambda part: mean(part, "Total")))),
            winner(best(by(rows, "Type 1", lambda part: mean(part, "Attack")))),
            winner(best(Counter(row["Type 1"] for row in rows))),
            winner(best(by(rows, "Type 2", lambda part: mean(part, "Total")))),
        ),
        ambiguous=True,
    )
    return bank
