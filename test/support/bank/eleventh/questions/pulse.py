"""Questions on a survey of employees, whose columns are its questions and whose answers are on scales."""

from datetime import datetime

from expectations import PERCENT, Bank, decline, table, value, winner
from reading import best, by, mean, median, percent, read, values, where
from readings import any_of, leaders

FILE = "Employee Pulse Survey 2024 (Responses) - Form Responses 1.csv"
TEAM, TENURE, PLACE = (
    "Which department do you work in?",
    "How long have you been with us?",
    "Where do you usually work?",
)
VALUED, FEEDBACK = "I feel valued at work", "My manager gives me useful feedback"
TOOLS, LOAD = "I have the tools I need to do my job", "My workload is manageable"
SCORE = "How likely are you to recommend us as a place to work? (0-10)"
PAY, PERKS = "How satisfied are you with your pay? (1-5)", "Which benefits do you use? (tick all that apply)"
POINTS = {"Strongly disagree": 1, "Disagree": 2, "Neither agree nor disagree": 3, "Agree": 4, "Strongly agree": 5}


def questions():
    rows = read(FILE, [SCORE, PAY])
    for row in rows:
        row["day"] = datetime.strptime(row["Timestamp"], "%m/%d/%Y %H:%M:%S").date()
    bank = Bank("pulse", [FILE])
    ask = bank.ask

    def agreeing(part, column, whole=False):
        given = values(part, column)
        return percent(sum(POINTS[answer] > 3 for answer in given), len(part) if whole else len(given))

    def shares(form):
        return any_of(*(form(lambda part, whole=whole: agreeing(part, VALUED, whole)) for whole in (False, True)))

    def net(part):
        given = values(part, SCORE)
        return percent(sum(mark > 8 for mark in given) - sum(mark < 7 for mark in given), len(given))

    def score(part):
        return mean(part, SCORE)

    ask("how many people took part?", "count", "All rows.", value(len(rows)))
    teams = by(rows, TEAM, len)
    part = ask(
        "responses by department", "count by group", "Rows by department.", table([TEAM], teams), traits=["terse"]
    )
    ask(
        "in percent please",
        "share by group",
        "Rows of each department of all.",
        table([TEAM], {key: percent(count, len(rows)) for key, count in teams.items()}, PERCENT),
        [part],
        ["polite"],
    )
    valued = ask(
        "What percentage agrees or strongly agrees that they feel valued at work?",
        "share",
        "Both answers of those given; or of all rows.",
        shares(lambda compute: value(compute(rows), PERCENT)),
    )
    ask("and per department", "share by group", "The same by department.",
        shares(lambda compute: table([TEAM], by(rows, TEAM, compute), PERCENT)), [valued])  # fmt: skip
    pay = ask("average satisfaction with pay", "average", "Mean of this column.", value(mean(rows, PAY)))
    ask("split that by how long people have been here", "average by group", "The same by time with us.",
        table([TENURE], by(rows, TENURE, lambda part: mean(part, PAY))), [pay])  # fmt: skip
    ask("What is our NPS?", "net promoter score", "Shares of 9 and 10 less those of 0 to 6.", value(net(rows), PERCENT),
        traits=["synonym"])  # fmt: skip
    ask("which department is least likely to recommend us", "best", "The department with the lowest mean of the score.",
        winner(best(by(rows, TEAM, score), lowest=True)))  # fmt: skip
    ask("How many people strongly disagree that their workload is manageable?", "count", "Rows with this answer.",
        value(len(where(rows, **{LOAD: "Strongly disagree"}))))  # fmt: skip
    ask("distribution of answers on manager feedback", "count by group", "Rows by answer.",
        table([FEEDBACK], by(rows, FEEDBACK, len)))  # fmt: skip
    ask("how many left a comment?", "missing", "Rows with a comment; `n/a` counts or not.",
        any_of(value(len(values(rows, "Anything else you want to tell us?"))),
               value(sum(text != "n/a" for text in values(rows, "Anything else you want to tell us?")))))  # fmt: skip
    ask("how many use bike leasing", "part of a list", "Rows whose benefits name it.",
        value(sum("Bike leasing" in (row[PERKS] or "") for row in rows)))  # fmt: skip
    team = where(rows, **{TEAM: "IT"})
    ask("What share of IT works mostly at home?", "share", "Rows with this answer of the department.",
        value(percent(len(where(team, **{PLACE: "Mostly at home"})), len(team)), PERCENT))  # fmt: skip
    ask("median recommendation score of people who have been here more than 7 years", "median", "Median of the score.",
        value(median(where(rows, **{TENURE: "More than 7 years"}), SCORE)))  # fmt: skip
    ask("does the recommend score depend on where people work?", "average by group", "Mean of the score by place.",
        table([PLACE], by(rows, PLACE, score)))  # fmt: skip
    ask("How many did not answer the question about tools?", "missing", "Rows without an answer.",
        value(len(where(rows, **{TOOLS: None}))))  # fmt: skip
    ask("number of responses per day", "trend", "Rows by day.", table(["day"], by(rows, lambda row: row["day"], len)))
    both = by([row for row in rows if row[TEAM] in ("Sales", "Finance")], TEAM, lambda part: mean(part, PAY))
    ask(
        "pay satisfaction: Sales vs Finance",
        "comparison",
        "Mean of both, or their difference.",
        any_of(table([TEAM], both), value(both["Sales"] - both["Finance"]), value(both["Finance"] - both["Sales"])),
    )
    marks = [
        lambda part, column=column: mean(part, lambda row: POINTS.get(row[column]))
        for column in (VALUED, FEEDBACK, TOOLS, LOAD)
    ]
    ask(
        "Which department is the least happy?", "opinion", "Lowest in one of the scales.",
        any_of(*(one for compute in (
            score, net, lambda part: mean(part, PAY), *marks,
            *(lambda part, column=column: agreeing(part, column) for column in (VALUED, FEEDBACK, TOOLS, LOAD)),
        ) for one in leaders(by(rows, TEAM, compute), lowest=True))), ambiguous=True,
    )  # fmt: skip
    ask("are people happier than in last year's survey?", "other topic", "One survey is in the file.",
        decline("The file has the survey of one year.", "last year"))  # fmt: skip
    return bank
