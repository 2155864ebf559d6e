from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from reading import best, by, day, mean, month, percent, read, top, total, where

from .common import any_of

SET = "sealed"


def questions():
    loans = read("library_loans.csv", numbers=("Renewals", "Fine"), symbols="£")
    for row in loans:
        row["from"], row["due"], row["back"] = (
            day(row[column], "%d-%b-%Y") for column in ("Loan date", "Due date", "Return date")
        )
        row["days"] = (row["back"] - row["from"]).days if row["back"] else None
        row["late"] = bool(row["back"] and row["back"] > row["due"])
    bank = Bank("library", ["library_loans.csv"])
    ask = bank.ask

    ask("how many loans in 2024?", "count", "Rows with a loan date in 2024.", value(len(loans)))
    monthly = ask(
        "Loans per month",
        "trend",
        "Rows for each month of Loan date.",
        table(["month"], by(loans, lambda row: month(row["from"]), len)),
        traits=["terse"],
    )
    ask(
        "and at the Central branch only?",
        "trend",
        "The same counts, branch Central.",
        table(["month"], by(where(loans, Branch="Central"), lambda row: month(row["from"]), len)),
        before=[monthly],
    )
    ask(
        "What are the 3 most borrowed titles?",
        "top",
        "The three titles with the most rows.",
        ranking(top(by(loans, "Title", len), 3), "Title"),
        traits=["synonym"],
    )
    author = ask(
        "which author is borrowed the most",
        "best",
        "The author with the most rows.",
        winner(best(by(loans, "Author", len))),
        traits=["synonym"],
    )
    ask(
        "and by students?",
        "best",
        "The author with the most rows of borrower type Student.",
        winner(best(by(where(loans, **{"Borrower type": "Student"}), "Author", len))),
        before=[author],
        traits=["part-of-value"],
    )
    late = [row for row in loans if row["late"]]
    returned = [row for row in loans if row["back"]]
    overdue = ask(
        "How many items came back late?",
        "condition",
        "Rows whose Return date is after the Due date.",
        value(len(late)),
        traits=["synonym"],
    )
    ask(
        "as a percentage?",
        "share",
        "Those of all loans; or of the loans that were returned.",
        any_of(
            value(percent(len(late), len(loans)), unit=PERCENT), value(percent(len(late), len(returned)), unit=PERCENT)
        ),
        before=[overdue],
        traits=["terse"],
    )
    fines = ask("total fines", "sum", "Sum of Fine.", value(total(loans, "Fine")), traits=["terse"])
    ask(
        "by type of borrower please",
        "group",
        "The same sum for each borrower type.",
        table(["Borrower type"], by(loans, "Borrower type", lambda part: total(part, "Fine"))),
        before=[fines],
        traits=["polite"],
    )
    ask(
        "How many days do people keep an item on average?",
        "average",
        "Mean of Return date less Loan date over the loans that were returned.",
        value(mean(loans, "days")),
    )
    ask(
        "how many have not been returned yet?",
        "condition",
        "Rows without a Return date.",
        value(len(loans) - len(returned)),
    )
    cards = by(loans, "Card no", len)
    ask(
        "how many different people borrowed somthing",
        "distinct",
        "Different values of Card no.",
        value(len(cards)),
        traits=["misspelling"],
    )
    ask(
        "Which cards have more than 5 loans?",
        "list",
        "Values of Card no with more than five rows.",
        listing([key for key, count in cards.items() if count > 5], "Card no"),
    )
    ask(
        "loans between 1 July and 31 August by genre",
        "period",
        "Rows with Loan date in July or August, for each genre.",
        table(["Genre"], by([row for row in loans if row["from"].month in (7, 8)], "Genre", len)),
    )
    ask(
        "more e-books or more audiobooks?",
        "difference",
        "Rows of each of the two formats.",
        table(
            ["Format"],
            by([row for row in loans if row["Format"] in ("E-book", "Audiobook")], "Format", len),
            subset=True,
        ),
    )
    ask(
        "Loans that were never renewed, excluding e-books",
        "negation",
        "Number of rows with Renewals 0 and a format other than E-book.",
        value(len([row for row in loans if row["Renewals"] == 0 and row["Format"] != "E-book"])),
    )
    ask(
        "how many copies of Night Ferry do we own?",
        "missing",
        "There are loans in the file, no holdings.",
        decline("The file does not say how many copies there are.", word="copies"),
        traits=["missing-word"],
    )
    kinds = ("Borrower type",)
    ask(
        "which borrowers are the worst at returning on time?",
        "best",
        "The borrower type with the most late returns, or the highest share; or the card with the highest fines.",
        any_of(
            winner(best(by(loans, kinds, lambda part: sum(row["late"] for row in part)))),
            winner(best(by(returned, kinds, lambda part: percent(sum(row["late"] for row in part), len(part))))),
            winner(best(by(loans, "Card no", lambda part: total(part, "Fine")))),
        ),
        ambiguous=True,
    )
    return bank
