"""Answers of a survey on a five-step scale, and how likely people are to recommend."""

import statistics

from expectations import PERCENT, Bank, decline, either, table, value, winner
from reading import best, by, mean, median, percent, read, values, where

EASY, RELIABLE, SUPPORT, FAIR = (
    "The app is easy to use",
    "The app is reliable",
    "Support answers quickly",
    "The price is fair",
)
LIKELY = "How likely are you to recommend us? (0-10)"
SCALE = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]


def agreeing(part, column):
    return len([row for row in part if row[column] in ("Agree", "Strongly agree")])


def agreement(part, column):
    return percent(agreeing(part, column), len(values(part, column)))


def promoters(part):
    scores = values(part, LIKELY)
    return percent(len([x for x in scores if x >= 9]) - len([x for x in scores if x <= 6]), len(scores))


def questions():
    rows = read("survey.csv", numbers=[LIKELY])
    bank = Bank("survey", ["survey.csv"])
    bank.ask("how many people answered the survey", "count", "One row is one respondent.", value(len(rows)))
    easy = bank.ask(
        "How many respondents agree or strongly agree that the app is easy to use?",
        "count",
        "Rows with Agree or Strongly agree in that column.",
        value(agreeing(rows, EASY)),
    )
    shares = [value(agreement(rows, EASY), PERCENT), value(percent(agreeing(rows, EASY), len(rows)), PERCENT)]
    bank.ask("as a percentage", "share", "Of those who answered, or of all rows.", either(*shares), before=[easy])
    bank.ask(
        "distribution of answers to 'The price is fair'",
        "distribution",
        "Rows by answer; the empty ones may stand apart.",
        table([FAIR], by(rows, FAIR, len)),
    )
    bank.ask(
        "average likelihood to recommend by plan",
        "group",
        "Mean of the 0-10 column by Plan.",
        table(["Plan"], by(rows, "Plan", lambda part: mean(part, LIKELY))),
    )
    bank.ask(
        "and by age group?",
        "group",
        "Mean of the 0-10 column by Age group.",
        table(["Age group"], by(rows, "Age group", lambda part: mean(part, LIKELY))),
        before=["average likelihood to recommend by plan"],
    )
    bank.ask(
        "what is our net promoter score? (9-10 minus 0-6)",
        "ratio",
        "Percent of 9 and 10 minus percent of 0 to 6, of those who answered.",
        value(promoters(rows), "points"),
    )
    bank.ask(
        "most common answer to Support answers quickly",
        "best",
        "The answer with the most rows.",
        winner(best(by(rows, SUPPORT, len))),
    )
    bank.ask("how many people left a comment", "missing", "Rows with a Comment.", value(len(values(rows, "Comment"))))
    bank.ask(
        "number of missing answers for each of the four statements",
        "missing",
        "Empty cells by column.",
        table(
            ["statement"], {column: len(where(rows, **{column: None})) for column in (EASY, RELIABLE, SUPPORT, FAIR)}
        ),
    )
    bank.ask(
        "respondents by device and plan",
        "two-groups",
        "Rows by Device and Plan.",
        table(["Device", "Plan"], by(rows, ("Device", "Plan"), len)),
    )
    bank.ask(
        "how many business users strongly disagree or disagree that the price is fair",
        "condition",
        "Plan Business with Disagree or Strongly disagree.",
        value(len([row for row in where(rows, Plan="Business") if row[FAIR] in ("Disagree", "Strongly disagree")])),
    )
    bank.ask(
        "which of the four statements has the most 'Strongly agree'?",
        "best",
        "The column with the most cells Strongly agree.",
        winner(
            best({column: len(where(rows, **{column: "Strongly agree"})) for column in (EASY, RELIABLE, SUPPORT, FAIR)})
        ),
    )
    bank.ask(
        "median recommendation score of phone users",
        "median",
        "Median of the 0-10 column where Device is Phone.",
        value(median(where(rows, Device="Phone"), LIKELY)),
    )
    bank.ask(
        "count of respondents not on the free plan",
        "negation",
        "Plan other than Free.",
        value(len([row for row in rows if row["Plan"] != "Free"])),
    )
    bank.ask("how many gave us a 10?", "condition", "10 in the 0-10 column.", value(len(where(rows, **{LIKELY: 10}))))
    bank.ask(
        "comments that mention support, how many",
        "count",
        "Comments with the word Support.",
        value(len([row for row in rows if "support" in (row["Comment"] or "").lower()])),
        traits=["part-of-value"],
    )
    bank.ask(
        "what percentage of 25-34 year olds use a phone",
        "share",
        "Device Phone over rows with Age group 25-34.",
        value(
            percent(
                len(where(rows, **{"Age group": "25-34", "Device": "Phone"})),
                len(where(rows, **{"Age group": "25-34"})),
            ),
            PERCENT,
        ),
    )
    points = {answer: place for place, answer in enumerate(SCALE, 1)}
    scores = [points[answer] for answer in values(rows, RELIABLE)]
    bank.ask(
        "average score for reliability",
        "average",
        "The scale as 1 to 5, 0 to 4, or -2 to 2.",
        either(*[value(statistics.fmean(scores) - shift) for shift in (0, 1, 3)]),
        ambiguous=True,
    )
    bank.ask(
        "how satisfied are our users?",
        "average",
        "By the mean likelihood to recommend, or by the net promoter score; or the word is named as missing.",
        either(
            value(mean(rows, LIKELY)), value(promoters(rows)), decline("No column asks for satisfaction.", "satisfied")
        ),
        ambiguous=True,
    )
    bank.ask("what should we improve first?", "opinion", "Advice.", decline("Advice is no computation over the file."))
    bank.ask(
        "income of the respondents by age group",
        "group",
        "No income in the file.",
        decline("The file has no income.", "income"),
        traits=["missing-word"],
    )
    return bank
