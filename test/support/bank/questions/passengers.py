"""Passengers of a ship and who survived."""

from expectations import PERCENT, Bank, decline, either, histogram, listing, table, value, winner
from reading import best, by, groups, mean, median, percent, read, values, where


def rate(part):
    return percent(len(where(part, Survived="1")), len(part))


def questions():
    rows = read("passengers.csv", numbers=["Age", "SibSp", "Parch", "Fare"])
    bank = Bank("passengers", ["passengers.csv"])
    saved, lost = where(rows, Survived="1"), where(rows, Survived="0")
    bank.ask("How many passengers survived?", "count", "Rows with Survived 1.", value(len(saved)))
    sexes = bank.ask(
        "survival rate by sex", "ratio", "Survivors over all, by Sex.", table(["Sex"], by(rows, "Sex", rate), PERCENT)
    )
    bank.ask(
        "only third class",
        "ratio",
        "The same where Pclass is 3.",
        table(["Sex"], by(where(rows, Pclass="3"), "Sex", rate), PERCENT),
        before=[sexes],
    )
    bank.ask(
        "survival rate by class",
        "ratio",
        "Survivors over all, by Pclass.",
        table(["Pclass"], by(rows, "Pclass", rate), PERCENT),
    )
    bank.ask(
        "survival by sex and class in percent",
        "two-groups",
        "Survivors over all, by Sex and Pclass.",
        table(["Sex", "Pclass"], by(rows, ("Sex", "Pclass"), rate), PERCENT),
    )
    age = bank.ask(
        "average age of the survivors", "average", "Mean Age where Survived is 1.", value(mean(saved, "Age"))
    )
    bank.ask(
        "and of those who died?", "average", "Mean Age where Survived is 0.", value(mean(lost, "Age")), before=[age]
    )
    bank.ask(
        "median fare per class",
        "group",
        "Median of Fare by Pclass.",
        table(["Pclass"], by(rows, "Pclass", lambda part: median(part, "Fare"))),
    )
    bank.ask(
        "number of passengers under 18",
        "condition",
        "Age below 18.",
        value(len([x for x in values(rows, "Age") if x < 18])),
    )
    bank.ask("for how many passengers is the age missing", "missing", "Empty Age.", value(len(where(rows, Age=None))))
    bank.ask(
        "what share of passengers has no cabin?",
        "share",
        "Empty Cabin over all rows.",
        value(percent(len(where(rows, Cabin=None)), len(rows)), PERCENT),
    )
    bank.ask(
        "name of the oldest passenger",
        "best",
        "The Name with the highest Age.",
        winner(best({row["Name"]: row["Age"] for row in rows if row["Age"] is not None})),
    )
    bank.ask(
        "who paid the highest fare?",
        "best",
        "The Name with the highest Fare.",
        winner(best({row["Name"]: row["Fare"] for row in rows})),
    )
    bank.ask(
        "how many people travelled alone (no siblings, spouses, parents or children)",
        "condition",
        "SibSp and Parch both 0.",
        value(len(where(rows, SibSp=0, Parch=0))),
    )
    bank.ask("passengers who embarked in Q", "count", "Rows with Embarked Q.", value(len(where(rows, Embarked="Q"))))
    bank.ask(
        "highest fare among third class passengers who died",
        "max",
        "Highest Fare where Pclass is 3 and Survived is 0.",
        value(max(values(where(lost, Pclass="3"), "Fare"))),
    )
    bank.ask(
        "distribution of age in 10 year groups",
        "distribution",
        "Counts of Age by tens, named by their lower end.",
        table(
            ["Age"], by([row for row in rows if row["Age"] is not None], lambda row: int(row["Age"] // 10 * 10), len)
        ),
    )
    bank.ask(
        "percentage of women",
        "share",
        "Sex female over all rows.",
        value(percent(len(where(rows, Sex="female")), len(rows)), PERCENT),
        traits=["terse"],
    )
    bank.ask(
        "By how many percentage points was the survival of women higher than that of men?",
        "difference",
        "Survival rate of female minus that of male.",
        value(rate(where(rows, Sex="female")) - rate(where(rows, Sex="male")), "percentage points"),
    )
    bank.ask(
        "how many passengers have Mrs in their name",
        "count",
        "Names with the title Mrs.",
        value(len([row for row in rows if "Mrs." in row["Name"]])),
        traits=["part-of-value"],
    )
    shared = [ticket for ticket, part in groups(rows, "Ticket").items() if len(part) > 1]
    bank.ask(
        "which ticket numbers were used by more than one passenger",
        "duplicates",
        "Tickets with two rows or more.",
        listing(shared, "Ticket"),
    )
    bank.ask(
        "IDs of passengers over 65",
        "list",
        "Age above 65.",
        listing([row["PassengerId"] for row in rows if (row["Age"] or 0) > 65], "PassengerId"),
    )
    bank.ask(
        "avrage fare of femal passengers",
        "average",
        "Mean Fare of Sex female; slips.",
        value(mean(where(rows, Sex="female"), "Fare")),
        traits=["misspelling"],
    )
    bank.ask(
        "histogram of the fares", "distribution", "Counts by bins of Fare.", histogram(values(rows, "Fare"), "Fare")
    )
    bank.ask(
        "how many children were on board?",
        "count",
        "Below 18, below 16, or below 13.",
        either(*[value(len([x for x in values(rows, "Age") if x < limit])) for limit in (18, 16, 13)]),
        ambiguous=True,
    )
    bank.ask(
        "nationality of the passengers",
        "group",
        "No nationality in the file.",
        decline("The file has no nationality.", "nationality"),
        traits=["missing-word"],
    )
    bank.ask(
        "who was to blame for the accident?",
        "cause",
        "Blame.",
        decline("The file lists passengers; it says nothing of the accident."),
    )
    return bank
