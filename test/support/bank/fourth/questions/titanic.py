"""Passengers of the Titanic, as in the competition for beginners."""

from expectations import PERCENT, Bank, decline, either, histogram, table, value
from reading import by, correlation, mean, median, percent, read, values, where


def questions():
    bank = Bank("titanic", ["titanic.csv"])
    ask = bank.ask
    rows = read("titanic.csv", numbers=("Survived", "Age", "SibSp", "Parch", "Fare"))
    survived = where(rows, Survived=1)
    rate = lambda part: percent(len(where(part, Survived=1)), len(part))  # noqa: E731

    many = ask("how many passengers survived?", "count", "Rows with Survived = 1.", value(len(survived)))
    ask(
        "and how many of them were women?",
        "condition",
        "Survivors with Sex = female.",
        value(len(where(survived, Sex="female"))),
        before=[many],
    )
    rates = ask(
        "survival rate by class",
        "share",
        "Survivors among the passengers of each Pclass, in percent.",
        table(["Pclass"], by(rows, "Pclass", rate), PERCENT),
        traits=["terse"],
    )
    ask(
        "can you split that by sex as well",
        "two-groups",
        "Survivors among the passengers of each Pclass and Sex, in percent.",
        table(["Pclass", "Sex"], by(rows, ("Pclass", "Sex"), rate), PERCENT),
        before=[rates],
    )
    first = where(rows, Pclass="1")
    fare = ask(
        "What was the average fare in first class?",
        "average",
        "Mean Fare of the rows with Pclass = 1.",
        value(mean(first, "Fare")),
    )
    ask("and the median?", "median", "Median Fare of Pclass 1.", value(median(first, "Fare")), before=[fare])
    ask(
        "For how many people do we not know the age?",
        "missing",
        "Rows without an Age.",
        value(sum(row["Age"] is None for row in rows)),
    )
    ask(
        "number of people by port of embarkation",
        "group",
        "Rows by Embarked.",
        table(["Embarked"], by(rows, "Embarked", len)),
        traits=["terse"],
    )
    ask("What's the highest fare anyone paid?", "max", "Highest Fare.", value(max(values(rows, "Fare"))))
    minors = [row for row in rows if row["Age"] is not None and row["Age"] < 18]
    ask(
        "Of the passengers under 18, what percentage died?",
        "share",
        "Rows with Survived = 0 among those with an Age below 18.",
        value(percent(len(where(minors, Survived=0)), len(minors)), PERCENT),
    )
    alone = where(rows, SibSp=0, Parch=0)
    solo = ask(
        "How many people had neither siblings/spouses nor parents/children on board?",
        "count",
        "Rows with SibSp = 0 and Parch = 0.",
        value(len(alone)),
    )
    ask(
        "how many of those have a cabin on record",
        "condition",
        "Of these, the rows with a Cabin.",
        value(sum(row["Cabin"] is not None for row in alone)),
        before=[solo],
    )
    ask(
        "Did people who paid more survive more often?",
        "correlation",
        "Correlation of Fare and Survived, or the mean Fare of survivors and of the others.",
        either(
            value(correlation(rows, "Fare", "Survived")),
            table(["Survived"], by(rows, "Survived", lambda part: mean(part, "Fare"))),
            table(["Survived"], by(rows, "Survived", lambda part: median(part, "Fare"))),
        ),
    )
    ask(
        "show me the age distribution please",
        "distribution",
        "Bins over Age.",
        histogram(values(rows, "Age"), "Age"),
        traits=["polite"],
    )
    ask(
        "What nationality were most of the passengers?",
        "other topic",
        "The file says where they boarded, not where they were from.",
        decline("The file has no nationalities.", "nationality"),
    )
    family = mean(rows, lambda row: row["SibSp"] + row["Parch"])
    ask(
        "whats the average family size",
        "average",
        "SibSp + Parch, with or without the passenger.",
        either(value(family), value(family + 1)),
        ambiguous=True,
        traits=["terse"],
    )
    return bank
