"""Marks of a school: one row a student, one column a subject; Abs for absence, nothing where it is not taken."""

from expectations import Bank, decline, listing, ranking, table, value, winner
from reading import best, by, correlation, mean, median, read, top, values
from readings import any_of, leaders

FILE = "year9_marks.csv"
SUBJECTS = ["Maths", "English", "Science", "History", "Geography", "French", "Art", "PE"]


def questions():
    bank = Bank("marks", [FILE])
    raw = read(FILE)
    rows = read(FILE, numbers=SUBJECTS, missing=("", "Abs"))
    for row in rows:
        there = values([{"mark": row[subject]} for subject in SUBJECTS], "mark")
        row["mean"], row["sum"] = sum(there) / len(there), sum(there)
        row["tops"] = sum(mark >= 80 for mark in there)
    means = {subject: mean(rows, subject) for subject in SUBJECTS}
    weak = [row for row in rows if row["French"] is not None and row["French"] < 50]
    away, nothing = ([row["Student"] for row in raw if row["Geography"] == text] for text in ("Abs", None))

    asked = bank.ask("What's the average maths mark?", "average", "Mean of Maths.", value(means["Maths"]))
    second = bank.ask("and English?", "average", "Mean of English.", value(means["English"]), before=[asked])
    bank.ask(
        "by class please",
        "group",
        "Mean of English by Class.",
        table(["Class"], by(rows, "Class", lambda part: mean(part, "English"))),
        before=[asked, second],
        traits=["polite"],
    )
    bank.ask(
        "average mark in every subject",
        "group",
        "Mean of each of the eight columns of subjects.",
        table(["subject"], means),
    )
    bank.ask(
        "Who got the highest mark in science?",
        "best",
        "The Student with the highest Science.",
        winner(best({row["Student"]: row["Science"] for row in rows if row["Science"] is not None})),
    )
    asked = bank.ask(
        "how many students scored under 50 in French?",
        "condition",
        "Rows with French below 50, without those who have no mark.",
        value(len(weak)),
        traits=["synonym"],
    )
    bank.ask(
        "Which class are most of them in?",
        "best",
        "The Class with the most of these.",
        winner(best(by(weak, "Class", len))),
        before=[asked],
    )
    bank.ask(
        "which subject do they do worst in?",
        "best",
        "The subject with the lowest mean.",
        winner(best(means, lowest=True)),
        traits=["synonym"],
    )
    bank.ask(
        "top 3 students by average mark over all subjects",
        "top",
        "The three students with the highest mean of the marks they have.",
        ranking(top({row["Student"]: row["mean"] for row in rows}, 3), "Student"),
    )
    bank.ask(
        "How many got more than 70 in both Maths and Science?",
        "condition",
        "Rows with Maths above 70 and Science above 70.",
        value(sum((row["Maths"] or 0) > 70 and (row["Science"] or 0) > 70 for row in rows)),
    )
    bank.ask(
        "Who was absent for geography?",
        "list",
        "Students with Abs in Geography, or without any mark.",
        any_of(listing(away, "Student"), listing(away + nothing, "Student")),
        traits=["synonym"],
    )
    asked = bank.ask(
        "Do pupils who are good at maths also do well in science?",
        "correlation",
        "Pearson's r of Maths and Science over the students who have both.",
        value(correlation(rows, "Maths", "Science")),
        traits=["synonym"],
    )
    bank.ask(
        "what about maths and art?",
        "correlation",
        "Pearson's r of Maths and Art over the students who have both.",
        value(correlation(rows, "Maths", "Art")),
        before=[asked],
    )
    bank.ask(
        "median history mark in 9B",
        "median",
        "Median of History in the Class 9B.",
        value(median([row for row in rows if row["Class"] == "9B"], "History")),
        traits=["terse"],
    )
    bank.ask(
        "How do the girls compare with the boys?",
        "other topic",
        "The file does not say who is a girl and who a boy.",
        decline("the file has no sex of the students", "girls"),
    )
    bank.ask(
        "Which class is the best?",
        "opinion",
        "The Class with the highest mean of the students' means, of all marks, of sums, or of the best student.",
        any_of(
            *leaders(by(rows, "Class", lambda part: mean(part, "mean"))),
            *leaders(by(rows, "Class", lambda part: sum(row["sum"] for row in part))),
            *leaders(by(rows, "Class", lambda part: mean(part, "sum"))),
            *leaders(by(rows, "Class", lambda part: max(row["mean"] for row in part))),
            *leaders(by(rows, "Class", lambda part: sum(row["tops"] for row in part))),
            *leaders(by(rows, "Class", lambda part: sum(mean(part, subject) for subject in SUBJECTS) / len(SUBJECTS))),
        ),
        ambiguous=True,
    )
    return bank
