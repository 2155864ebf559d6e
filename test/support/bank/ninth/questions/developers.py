"""The developer survey of Stack Overflow: several answers in one cell, NA for none."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, mean, median, percent, read, top, values, where
from readings import any_of, leaders

FILE = "survey_results_public.csv"
PAY, LANGUAGES = "ConvertedCompYearly", "LanguageHaveWorkedWith"


def questions():
    rows = read(FILE, (PAY, "CompTotal"), missing=("", "NA"))
    bank = Bank("developers", [FILE])

    def uses(row, word, column=LANGUAGES):
        return word in (row[column] or "").split(";")

    def spread(part, column):
        """How often each of the answers of a cell was given."""
        every = [{"answer": answer} for row in part for answer in (row[column] or "").split(";") if answer]
        return by(every, "answer", len)

    def share(part, whole, column):
        return [
            value(percent(len(part), len(base)), PERCENT) for base in (whole, [row for row in whole if row[column]])
        ]

    remote = where(rows, RemoteWork="Remote")
    germans = where(rows, Country="Germany")
    bank.ask("how many people answered the survey", "count", "all rows", value(len(rows)))
    ages = bank.ask(
        "Respondants by age group", "group", "rows by Age", table(["Age"], by(rows, "Age", len)), traits=["misspelling"]
    )
    bank.ask(
        "only those from Germany",
        "group",
        "rows of Germany by Age",
        table(["Age"], by(germans, "Age", len)),
        before=[ages],
    )
    part = bank.ask(
        "What percentage works fully remote?",
        "share",
        "RemoteWork is Remote, of all or of those who answered",
        any_of(*share(remote, rows, "RemoteWork")),
    )
    bank.ask(
        "and hybrid?",
        "share",
        "RemoteWork is Hybrid, of all or of those who answered",
        any_of(*share([row for row in rows if (row["RemoteWork"] or "").startswith("Hybrid")], rows, "RemoteWork")),
        before=[part],
        traits=["part-of-value"],
    )
    pay = bank.ask(
        "median yearly compensation by country",
        "group",
        "median of ConvertedCompYearly by Country",
        table(["Country"], by([row for row in rows if row[PAY]], "Country", lambda one: median(one, PAY))),
    )
    bank.ask(
        "just the top 3",
        "top",
        "the three countries with the highest median",
        ranking(top(by([row for row in rows if row[PAY]], "Country", lambda one: median(one, PAY)), 3), "Country"),
        before=[pay],
        traits=["terse"],
    )
    bank.ask(
        "which programming language do most people use?",
        "best",
        "the answer that is most often among LanguageHaveWorkedWith",
        winner(best(spread(rows, LANGUAGES))),
    )
    python = bank.ask(
        "How many have worked with Python?",
        "condition",
        "Python is among LanguageHaveWorkedWith",
        value(sum(uses(row, "Python") for row in rows)),
    )
    bank.ask(
        "how many of those also with SQL?",
        "condition",
        "Python and SQL are among LanguageHaveWorkedWith",
        value(sum(uses(row, "Python") and uses(row, "SQL") for row in rows)),
        before=[python],
    )
    bank.ask(
        "Number of respondents who want to work with Rust but haven't yet",
        "condition",
        "Rust is among LanguageWantToWorkWith and not among LanguageHaveWorkedWith",
        value(sum(uses(row, "Rust", "LanguageWantToWorkWith") and not uses(row, "Rust") for row in rows)),
    )
    bank.ask(
        "how many left the salary question empty?",
        "missing",
        "CompTotal or ConvertedCompYearly is NA",
        any_of(*(value(sum(row[column] is None for row in rows)) for column in (PAY, "CompTotal"))),
        traits=["synonym"],
    )
    bank.ask(
        "Do they use AI tools? give me the counts",
        "group",
        "rows by AISelect",
        table(["AISelect"], by(rows, "AISelect", len)),
    )
    gap = [
        mean([row for row in rows if row["RemoteWork"] and row["RemoteWork"].startswith(kind)], PAY)
        for kind in ("Remote", "In-person")
    ]
    bank.ask(
        "Do remote people earn more than in-person people on average?",
        "difference",
        "mean of ConvertedCompYearly by RemoteWork: both figures, or what lies between them",
        any_of(
            table(["RemoteWork"], dict(zip(("Remote", "In-person"), gap))),
            table(["RemoteWork"], by(rows, "RemoteWork", lambda one: mean(one, PAY))),
            value(gap[0] - gap[1]),
            value(gap[1] - gap[0]),
        ),
    )
    bank.ask(
        "what's the gender split?",
        "other topic",
        "nobody was asked for a gender",
        decline("the file has no gender", "gender"),
        traits=["missing-word"],
    )
    paid = [row for row in rows if row[PAY]]
    bank.ask(
        "What kind of developer earns best?",
        "best",
        "the DevType with the highest median, mean, or single pay",
        any_of(
            *(
                entry
                for measure in (
                    lambda one: median(one, PAY),
                    lambda one: mean(one, PAY),
                    lambda one: max(values(one, PAY)),
                )
                for entry in leaders(by(paid, "DevType", measure))
            )
        ),
        ambiguous=True,
    )
    return bank
