"""Questions on the claims of an insurer, with a line of totals below."""

from expectations import PERCENT, Bank, decline, listing, ranking, table, value, winner
from tables import best, by, days, either, groups, leaders, load, mean, percent, quarter, top, total, where, year

FILE, LINE, PAID, RESERVE, BACK = (
    "claims_bordereau_2023-2024.csv", "Line of Business", "Paid", "Outstanding Reserve", "Recoveries")  # fmt: skip


def questions():
    form = "%d/%m/%Y"
    rows = load(FILE, [PAID, RESERVE, BACK], {"Date of Loss": form, "Date Notified": form, "Date Closed": form})
    last = rows.pop()
    assert last["Claim Ref"] == "TOTAL" and abs(last[PAID] - total(rows, PAID)) < 0.01
    for row in rows:
        row["wait"] = days(row, "Date of Loss", "Date Notified")
        row["open"] = days(row, "Date Notified", "Date Closed")
    bank = Bank("claims", [FILE])
    ask = bank.ask

    def paid(part):
        return total(part, PAID)

    def declined(part):
        return value(percent(len(where(part, Status="Declined")), len(part)), PERCENT)

    active = [row for row in rows if row["Status"] in ("Open", "Reopened")]
    still = where(rows, Status="Open")
    ask("what have we paid in total?", "sum", "Sum of what was paid, without the line of totals.", value(paid(rows)))
    ask("How many claims are still open?", "count", "Rows with Open; or with those that were reopened.",
        either(value(len(still)), value(len(active))))  # fmt: skip
    ask("average payment on closed claims", "average", "Mean of what was paid of Closed.",
        value(mean(where(rows, Status="Closed"), PAID)))  # fmt: skip
    lines = "paid by line of business"
    ask(lines, "group", "Sum by line.", table([LINE], by(rows, LINE, paid)), traits=["terse"])
    ask("only losses from 2024", "group", "The same for dates of loss in 2024.",
        table([LINE], by([row for row in rows if year("Date of Loss")(row) == "2024"], LINE, paid)), [lines])  # fmt: skip
    ask("top 5 causes of loss by amount paid", "top", "Causes by sum.",
        ranking(top(by(rows, "Cause of Loss", paid), 5), "Cause of Loss"))  # fmt: skip
    delay = "How long does it take on average from the loss until we are notified?"
    ask(delay, "two dates", "Mean of the days between both.", value(mean(rows, "wait")))
    ask("for each line of business", "two dates", "The same by line.",
        table([LINE], by(rows, LINE, lambda part: mean(part, "wait"))), [delay])  # fmt: skip
    ask("how many claims were notified more than 30 days after the loss", "two dates", "Rows above this.",
        value(sum(row["wait"] > 30 for row in rows)))  # fmt: skip
    ask("outstanding reserve per handler", "group", "Sum of reserves by handler.",
        table(["Handler"], by(rows, "Handler", lambda part: total(part, RESERVE))), traits=["terse"])  # fmt: skip
    ask("Which handler has the most open claims?", "best", "Handler of most rows with Open; or with Reopened too.",
        either(winner(best(by(still, "Handler", len))), *leaders_of(active)))  # fmt: skip
    share = "what percentage of claims was declined?"
    ask(share, "share", "Rows with Declined of all.", declined(rows))
    ask("and in travel?", "share", "The same for one line.", declined(where(rows, Line_of_Business="Travel")), [share])
    ask("number of claims per quarter by date of loss", "trend", "Rows by quarter.",
        table(["quarter"], by(rows, quarter("Date of Loss"), len)))  # fmt: skip
    ask("policies with more than 4 claims", "having", "Policies with more than 4 rows.",
        listing([name for name, count in by(rows, "Policy No", len).items() if count > 4], "Policy No"))  # fmt: skip
    ask("total recoveries on motor", "filter", "Sum of recoveries of motor.",
        value(total(where(rows, Line_of_Business="Motor"), BACK)), traits=["terse"])  # fmt: skip
    ask("How many days does it take on average to close a property claim?", "two dates",
        "Mean of the days from notification, or from loss, to closing.",
        either(value(mean(where(rows, Line_of_Business="Property"), "open")),
               value(mean([row | {"all": days(row, "Date of Loss", "Date Closed")}
                           for row in where(rows, Line_of_Business="Property")], "all"))))  # fmt: skip
    ask("how many claims have no handler?", "missing", "Rows without one.", value(len(where(rows, Handler=None))))
    yearly = by(rows, year("Date of Loss"), paid)
    change = yearly["2024"] - yearly["2023"]
    ask("did we pay more for 2024 losses than for 2023?", "comparison", "Both sums, or their difference.",
        either(table(["year"], yearly), value(change), value(percent(change, yearly["2023"]), PERCENT)))  # fmt: skip
    ask("what's our loss ratio?", "other topic", "Premiums are not in the file.",
        decline("The file has claims, no premiums.", "loss ratio"))  # fmt: skip
    ask("what is our biggest claim", "opinion", "Most paid, most in reserve, or most of both.",
        leaders(*(by(rows, "Claim Ref", of) for of in (
            paid, lambda part: total(part, RESERVE), lambda part: paid(part) + total(part, RESERVE),
            lambda part: paid(part) + total(part, RESERVE) - total(part, BACK)))), ambiguous=True)  # fmt: skip
    assert len(groups(rows, "Claim Ref")) == len(rows)
    return bank


def leaders_of(rows):
    found = leaders(by(rows, "Handler", len))
    return found.get("either", [found])
