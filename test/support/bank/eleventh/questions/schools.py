"""Questions on results of schools; SUPP is suppressed, NE is no entries."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from identifiers import also_by
from reading import best, by, correlation, mean, percent, read, top, total, values, where
from readings import any_of, leaders

FILE, AREA, NAME, KIND, SEX = (
    "england_ks4_school_results_2023-24.csv",
    "LA name",
    "School name",
    "Type of school",
    "Gender of entry",
)
PUPILS, POOR, SCORE, PROGRESS = (
    "Pupils at end of key stage 4",
    "% of disadvantaged pupils",
    "Attainment 8 score",
    "Progress 8 score",
)
STRONG, RATING = "Grade 5 or above in English & maths GCSEs", "Ofsted rating"


def questions():
    raw = read(FILE)
    rows = read(FILE, [PUPILS, POOR, SCORE, PROGRESS, STRONG], missing=("", "SUPP", "NE"), symbols="%")
    bank = Bank("schools", [FILE])
    ask = bank.ask

    def average(column):
        return lambda part: mean(part, column)

    def weighted(column):
        def compute(part):
            kept = [row for row in part if row[column] is not None]
            return sum(row[column] * row[PUPILS] for row in kept) / total(kept, PUPILS)

        return compute

    def readings(column, form):
        return any_of(form(average(column)), form(weighted(column)))

    ask("how many schools are there", "count", "All rows.", value(len(rows)))
    ask("schools per local authority", "count by group", "Rows by LA.", table([AREA], by(rows, AREA, len)))
    mean_score = ask("What is the average Attainment 8 score?", "average", "Mean over schools, or over pupils.",
                     readings(SCORE, lambda compute: value(compute(rows))))  # fmt: skip
    ask(
        "by type of school",
        "average by group",
        "The same by type.",
        readings(
            SCORE, lambda compute: table([KIND], by([row for row in rows if row[SCORE] is not None], KIND, compute))
        ),
        [mean_score],
        ["terse"],
    )
    scored = [row for row in rows if row[SCORE] is not None]
    leading = ask("top 5 schools by attainment 8", "top rows", "The five rows with the highest score.",
                  ranking(top({row[NAME]: row[SCORE] for row in scored}, 5), NAME))  # fmt: skip
    ask(
        "girls' schools only",
        "top rows",
        "The same for schools for girls.",
        ranking(top({row[NAME]: row[SCORE] for row in where(scored, **{SEX: "Girls"})}, 5), NAME),
        [leading],
    )
    ask(
        "how many schools have their results suppressed?",
        "count",
        "Rows with SUPP.",
        value(len(where(raw, **{SCORE: "SUPP"}))),
    )
    ask("total number of pupils", "sum", "Sum of the pupils.", value(total(rows, PUPILS)), traits=["terse"])
    ask(
        "Which local authority has the highest average attainment 8?",
        "best",
        "The LA with the highest mean.",
        any_of(winner(best(by(scored, AREA, average(SCORE)))), winner(best(by(scored, AREA, weighted(SCORE))))),
    )
    low = [row for row in rows if row[PROGRESS] is not None and row[PROGRESS] < -1.5]
    few = ask("How many schools have a Progress 8 score below -1.5?", "count", "Rows below this.", value(len(low)))
    ask("which ones?", "list", "Their names.", listing([row[NAME] for row in low], NAME), [few])
    ask("correlation between disadvantaged pupils and attainment 8", "correlation", "Pearson's r.",
        value(correlation(rows, POOR, SCORE)))  # fmt: skip
    largest = max(rows, key=lambda row: row[PUPILS])
    assert len(where(rows, **{PUPILS: largest[PUPILS]})) == 1
    ask(
        "which is the biggest school?",
        "extreme row",
        "The row with the most pupils.",
        winner((largest[NAME], largest[PUPILS])),
    )
    top_rated = len(where(rows, **{RATING: "Outstanding"}))
    ask(
        "what share of schools is rated outstanding",
        "share",
        "Rows of this rating of all, or of those rated.",
        any_of(
            value(percent(top_rated, len(rows)), PERCENT), value(percent(top_rated, len(values(rows, RATING))), PERCENT)
        ),
    )
    ask(
        "grade 5+ in english and maths: boys vs girls vs mixed schools",
        "average by group",
        "Mean over schools, or over pupils.",
        readings(STRONG, lambda compute: table([SEX], by(rows, SEX, compute), PERCENT)),
    )
    ask(
        "how many schools have more than 70% with grade 5 or above and progress 8 above 0.5?",
        "conditions",
        "Both conditions.",
        value(sum((row[STRONG] or 0) > 70 and row[PROGRESS] > 0.5 for row in rows)),
    )
    ask("average progress 8 by Ofsted rating", "average by group", "Mean over schools, or over pupils, by rating.",
        readings(PROGRESS, lambda compute: table([RATING], by(rows, RATING, compute))))  # fmt: skip
    ask("How many pupils go to special schools?", "sum", "Sum of the type Community special school.",
        value(total(where(rows, **{KIND: "Community special school"}), PUPILS)), traits=["part-of-value"])  # fmt: skip
    kent = {row[NAME]: row[POOR] for row in where(rows, **{AREA: "Kent"})}
    ask(
        "which school in Kent has the most disadvantaged pupils (in %)",
        "best",
        "The row of this LA with the highest share.",
        any_of(*leaders(kent)),
    )
    ask(
        "What is the best school?", "opinion", "Highest in one of the scores.",
        any_of(*(one for column in (SCORE, PROGRESS, STRONG) for one in
                 leaders({row[NAME]: row[column] for row in rows if row[column] is not None}))), ambiguous=True,
    )  # fmt: skip
    ask("How many teachers do these schools have?", "other topic", "Teachers are not in the file.",
        decline("The file has pupils, no teachers.", "teachers"))  # fmt: skip
    also_by(bank, rows, NAME, "URN")
    return bank
