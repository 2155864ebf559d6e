"""Questions on patients and strokes."""

from expectations import PERCENT, Bank, decline, histogram, table, value, winner
from reading import best, by, correlation, mean, median, percent, read, total, values, where
from readings import any_of, leaders

SMOKING, WORK, GLUCOSE, HOME = "smoking_status", "work_type", "avg_glucose_level", "Residence_type"


def questions():
    rows = read(
        "healthcare-dataset-stroke-data.csv", ["age", "hypertension", "heart_disease", GLUCOSE, "bmi", "stroke"],
        ("", "N/A"),
    )  # fmt: skip
    bank = Bank("patients", ["healthcare-dataset-stroke-data.csv"])
    ask = bank.ask

    def strokes(part):
        return total(part, "stroke")

    def rate(part):
        return percent(strokes(part), len(part))

    many = ask("how many patients had a stroke?", "count", "Rows with a stroke.", value(strokes(rows)))
    ask(
        "just women", "condition", "The same for women.", value(strokes(where(rows, gender="Female"))), [many],
        ["terse", "synonym"],
    )  # fmt: skip
    known = [row for row in rows if row[SMOKING] != "Unknown"]
    ask(
        "Stroke rate in % by smoking status", "group", "Share of strokes by status; Unknown is a group or not.",
        any_of(table([SMOKING], by(rows, SMOKING, rate), PERCENT), table([SMOKING], by(known, SMOKING, rate), PERCENT)),
    )  # fmt: skip
    weighed = [row for row in rows if row["bmi"] is not None]
    ask(
        "avg bmi by gender", "average", "Mean of the BMI by gender.",
        table(["gender"], by(weighed, "gender", lambda part: mean(part, "bmi"))), traits=["terse"],
    )  # fmt: skip
    ask("For how many people is the bmi missing?", "missing", "Rows whose BMI is N/A.", value(len(rows) - len(weighed)))
    ask(
        "compare the median age of people with and without stroke", "median", "Median age by stroke.",
        table(["stroke"], by(rows, "stroke", lambda part: median(part, "age"))),
    )  # fmt: skip
    tense = where(rows, hypertension=1)
    old = ask(
        "how many patients over 60 have hypertension", "condition", "Rows with hypertension and an age above 60.",
        value(sum(row["age"] > 60 for row in tense)),
    )  # fmt: skip
    ask("and under 50?", "condition", "The same below 50.", value(sum(row["age"] < 50 for row in tense)), [old],
    ["terse"])

    def smokers(gender):
        count = len(where(rows, gender=gender, **{SMOKING: "smokes"}))
        return any_of(value(percent(count, len(where(rows, gender=gender))), PERCENT),
                      value(percent(count, len(where(known, gender=gender))), PERCENT))  # fmt: skip

    men = ask(
        "What percentage of men smokes?", "share", "Men who smoke of all men, or of those whose status is known.",
        smokers("Male"), traits=["synonym"],
    )  # fmt: skip
    ask("what about women", "share", "The same for women.", smokers("Female"), [men], ["synonym"])
    ask(
        "does bmi go up with age?", "correlation", "Correlation of age and BMI.", value(correlation(rows, "age",
        "bmi")),
    )  # fmt: skip
    grown = [row for row in rows if row[WORK] != "children"]
    ask(
        "most common work type, leaving out children", "negation", "The work type with the most other patients.",
        winner(best(by(grown, WORK, len))),
    )  # fmt: skip
    ages = ask(
        "could you plot the age distribution", "distribution", "A histogram of the ages.",
        histogram(values(rows, "age"), "age"), traits=["polite"],
    )  # fmt: skip
    ask(
        "for the ones living in urban areas only", "distribution", "The same for urban residents.",
        histogram(values(where(rows, **{HOME: "Urban"}), "age"), "age"), [ages], ["part-of-value"],
    )  # fmt: skip
    traits = ["gender", WORK, SMOKING, HOME, "ever_married"]
    ask(
        "which group is hit the hardest?", "opinion",
        "Most strokes, or the highest rate of them, by one of the traits.",
        any_of(*[one for name in traits for figure in (strokes, rate) for one in leaders(by(rows, name, figure))]),
        ambiguous=True,
    )  # fmt: skip
    ask(
        "how many of the stroke patients died?", "other topic", "Deaths are not in the file.",
        decline("The file does not say who died.", "died"),
    )  # fmt: skip
    return bank
