"""Sightings of animals in four parks."""

from expectations import Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, day, groups, growth, mean, month, percent, read, top, total, where

from readings import any_of, leaders


def questions():
    rows = read("sightings.csv", numbers=("individuals",))
    for row in rows:
        row["day"] = day(row["observed_on"])
        row["month"], row["year"] = month(row["day"]), row["day"].year
    animals = lambda part: total(part, "individuals")
    species = lambda part: len(groups(part, "common_name"))
    bank = Bank("sightings", ["sightings.csv"])
    ask = bank.ask

    foxes = ask(
        "How many red fox sightings do we have?",
        "count",
        "Rows with common name Red Fox.",
        value(len(where(rows, common_name="Red Fox"))),
    )
    ask(
        "and badgers?",
        "count",
        "Rows with common name Badger.",
        value(len(where(rows, common_name="Badger"))),
        before=[foxes],
    )
    ask(
        "Which species gets spotted most often?",
        "best",
        "The common name with the most rows.",
        winner(best(by(rows, "common_name", len))),
        traits=["synonym"],
    )
    parks = ask(
        "total number of individuals by park",
        "group",
        "Sum of individuals by park.",
        table(["park"], by(rows, "park", animals)),
        traits=["terse"],
    )
    birds = where(rows, group="Bird")
    ask(
        "just birds",
        "group",
        "Sum of individuals by park, of group Bird.",
        table(["park"], by(birds, "park", animals)),
        before=[parks],
    )
    ask(
        "How many different species were recorded in each park?",
        "distinct",
        "Different common names by park.",
        table(["park"], by(rows, "park", species)),
    )
    monthly = ask(
        "Sigthings over time, monthly",
        "trend",
        "Count of rows by month.",
        table(["month"], by(rows, "month", len)),
        traits=["misspelling"],
    )
    ask(
        "Can I have one line per animal group?",
        "two-groups",
        "Count of rows by month and group.",
        table(["month", "group"], by(rows, ("month", "group"), len)),
        before=[monthly],
        traits=["polite"],
    )
    ask(
        "top 3 observers",
        "top",
        "The three observers with the most rows.",
        ranking(top(by(rows, "observer", len), 3), "observer"),
        traits=["terse"],
    )
    share = ask(
        "What proportion of the observations is research grade?",
        "share",
        "Rows with quality_grade research over all rows.",
        value(percent(len(where(rows, quality_grade="research")), len(rows)), unit="percent"),
        traits=["synonym"],
    )
    ask(
        "by observer",
        "share",
        "The same share by observer.",
        table(
            ["observer"],
            by(rows, "observer", lambda part: percent(len(where(part, quality_grade="research")), len(part))),
            unit="percent",
        ),
        before=[share],
    )
    ask(
        "When was a kingfisher first seen in 2024?",
        "min",
        "The earliest date of Common Kingfisher in 2024.",
        value(min(r["observed_on"] for r in rows if r["common_name"] == "Common Kingfisher" and r["year"] == 2024)),
        traits=["part-of-value"],
    )
    counts = by(rows, "common_name", len)
    ask(
        "Which species have been seen only once?",
        "condition",
        "Common names with a single row.",
        listing([name for name, count in counts.items() if count == 1], "common_name"),
    )
    spring = by([row for row in rows if row["day"].month in (4, 5, 6)], "year", len)
    ask(
        "Were there more sightings in spring (April to June) 2024 than in spring 2023?",
        "growth",
        "Count of rows from April to June of both years, or the change.",
        either(
            table(["year"], spring),
            value(spring[2024] - spring[2023]),
            value(growth(spring[2023], spring[2024]), unit="percent"),
        ),
    )
    ask(
        "How heavy were the deer on average?",
        "other topic",
        "No column tells weights.",
        decline("The file has no weights.", "heavy"),
    )
    ask(
        "Which park is best for watching wildlife?",
        "opinion",
        "By sightings, by individuals, by species, or by individuals a sighting.",
        any_of(
            winner(best(by(rows, "park", len))),
            winner(best(by(rows, "park", animals))),
            *leaders(by(rows, "park", species)),
            winner(best(by(rows, "park", lambda part: mean(part, "individuals")))),
        ),
        ambiguous=True,
    )
    return bank
