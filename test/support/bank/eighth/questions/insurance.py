"""Medical costs: one row a person who is insured; one row stands there twice, as in the original."""

from collections import Counter

from expectations import Bank, decline, either, histogram, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, total, where


def questions():
    rows = read("insurance.csv", ["age", "bmi", "children", "charges"])
    bank = Bank("insurance", ["insurance.csv"])
    ask = bank.ask
    smokers = where(rows, smoker="yes")
    men = where(rows, sex="male")

    ask("how many people are in this dataset?", "count", "Rows.", value(len(rows)))
    smoking = ask(
        "avg charges smokers vs non-smokers",
        "group",
        "Mean of charges by smoker.",
        table(["smoker"], by(rows, "smoker", lambda part: mean(part, "charges"))),
        traits=["terse"],
    )
    ask(
        "and the median?",
        "group",
        "Median of charges by smoker.",
        table(["smoker"], by(rows, "smoker", lambda part: median(part, "charges"))),
        before=[smoking],
    )
    ask(
        "What did we pay in total for the southeast?",
        "sum",
        "Sum of charges where region is southeast.",
        value(total(where(rows, region="southeast"), "charges")),
        traits=["synonym"],
    )
    share = ask(
        "What percentage of the insured smoke?",
        "share",
        "Rows with smoker yes, of all rows.",
        value(percent(len(smokers), len(rows)), unit="percent"),
        traits=["synonym"],
    )
    ask(
        "just the men",
        "share",
        "The same among the rows with sex male.",
        value(percent(len(where(men, smoker="yes")), len(men)), unit="percent"),
        before=[share],
        traits=["terse", "synonym"],
    )
    costs = by(rows, "region", lambda part: mean(part, "charges"))
    dearest = ask(
        "Which region has the highest average cost per person?",
        "best",
        "The region with the highest mean of charges.",
        winner(best(costs)),
        traits=["synonym"],
    )
    ask(
        "and which one is cheapest?",
        "best",
        "The region with the lowest mean of charges.",
        winner(best(costs, lowest=True)),
        before=[dearest],
    )
    ask(
        "Is there a relationship between BMI and charges?",
        "correlation",
        "Pearson's r of bmi and charges.",
        value(correlation(rows, "bmi", "charges")),
    )
    ask(
        "number of people with three or more kids",
        "condition",
        "Rows with at least three children.",
        value(sum(row["children"] >= 3 for row in rows)),
        traits=["synonym"],
    )
    weights = ask(
        "mean bmi per sex please",
        "group",
        "Mean of bmi by sex.",
        table(["sex"], by(rows, "sex", lambda part: mean(part, "bmi"))),
        traits=["polite"],
    )
    ask(
        "now by region instead",
        "group",
        "Mean of bmi by region.",
        table(["region"], by(rows, "region", lambda part: mean(part, "bmi"))),
        before=[weights],
    )
    ask(
        "how many smokers are older than 50",
        "condition",
        "Rows with smoker yes and an age above 50.",
        value(sum(row["age"] > 50 for row in smokers)),
    )
    ask(
        "Show me the distribution of the charges.",
        "distribution",
        "A histogram of charges.",
        histogram([row["charges"] for row in rows], "charges"),
    )
    ask(
        "What's the average deductible by region?",
        "other topic",
        "The file has no deductibles.",
        decline("There is no column of deductibles.", "deductible"),
    )
    people = Counter(row["region"] for row in rows)
    whole = by(rows, "region", lambda part: total(part, "charges"))
    ask(
        "Which region is our top region?",
        "opinion",
        "Most people, highest charges in all, or highest charges a person: all are a top.",
        either(winner(best(people)), winner(best(whole)), winner(best(costs))),
        ambiguous=True,
    )
    return bank
