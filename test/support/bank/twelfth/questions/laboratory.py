"""Questions on results of a laboratory; one row an analyte of a sample."""

from expectations import Bank, decline, table, value, winner
from tables import best, by, days, extreme, figure, groups, known, leaders, load, mean, middle, month, percent
from tables import where

FILE, LIMIT = "LIMS_results_export_2024-H1.csv", "Regulatory Limit"


def questions():
    form = "%Y-%m-%d"
    rows = load(FILE, [LIMIT], {"Collected": "%Y-%m-%d %H:%M", "Received": form, "Reported": form})
    for row in rows:
        row["below"] = row["Result"].startswith("<")
        row["number"] = None if row["below"] else figure(row["Result"])
        row["days"] = days(row, "Received", "Reported")
    over = [row for row in rows if row["number"] and row[LIMIT] and row["number"] > row[LIMIT]]
    bank = Bank("laboratory", [FILE])
    ask = bank.ask

    def of(name, **more):
        return where(rows, Analyte=name, **more)

    def result(part):
        return mean(part, "number")

    failed = where(rows, QC="Fail")
    ask("How many samples are in the export?", "distinct", "Distinct ids of samples.", value(len(groups(rows, "Sample ID"))))
    ask("how many results were below the reporting limit", "count", "Results that begin with <.",
        value(sum(row["below"] for row in rows)))  # fmt: skip
    nitrate = "average nitrate"
    ask(nitrate, "average", "Mean of the results of nitrate; none is below the limit.", value(result(of("Nitrate"))),
        traits=["terse"])  # fmt: skip
    ask("per site", "group", "The same by site.", table(["Site"], by(of("Nitrate"), "Site", result)), [nitrate], ["terse"])
    ask("How many lead results are above 5?", "conditions", "Results of lead above this.",
        value(sum(one > 5 for one in known(of("Lead"), "number"))))  # fmt: skip
    ask("how many results exceed the regulatory limit?", "two columns", "Results above the limit of the row.", value(len(over)))
    ask("number of results by analyte", "group", "Rows by analyte.", table(["Analyte"], by(rows, "Analyte", len)))
    checks = "QC fails per analyst"
    ask(checks, "group", "Rows with Fail by analyst.", table(["Analyst"], by(failed, "Analyst", len)), traits=["terse"])
    ask("as a share of each analyst's results", "share", "Rows with Fail of the rows of each analyst.",
        table(["Analyst"], by(rows, "Analyst", lambda part: percent(len(where(part, QC="Fail")), len(part))))
        | {"unit": "percent"}, [checks])  # fmt: skip
    ask("what is the average number of days from receipt to report", "two dates", "Mean of the days between both.",
        value(mean(rows, "days")))  # fmt: skip
    ask("and what was the longest turnaround, received to reported?", "two dates", "Greatest number of days.",
        value(max(known(rows, "days"))), ["what is the average number of days from receipt to report"])  # fmt: skip
    salty = extreme(of("Chloride"), "number")
    ask("Where was the highest chloride measured and how high was it?", "extreme row", "The row with the highest result.",
        winner((salty["Site"], salty["number"])))  # fmt: skip
    ask("how many pH readings are under 6.5", "conditions", "Results of pH below this.",
        value(sum(one < 6.5 for one in known(of("pH"), "number"))))  # fmt: skip
    ask("samples collected per month", "trend", "Distinct samples by month.",
        table(["month"], by(rows, month("Collected"), lambda part: len(groups(part, "Sample ID")))))  # fmt: skip
    ask("How many sampling sites do we have?", "distinct", "Distinct sites.", value(len(groups(rows, "Site"))))
    ask("lowest pH in drinking water", "minimum", "The lowest result of pH in drinking water.",
        value(min(known(of("pH", Matrix="Drinking water"), "number"))), traits=["terse"])  # fmt: skip
    ask("how many results have no analyst?", "missing", "Rows without one.", value(len(where(rows, Analyst=None))))
    ask("median turbidity in wastewater", "median", "Median of the results; none is below the limit.",
        value(middle(of("Turbidity", Matrix="Wastewater"), "number")))  # fmt: skip
    ask("Which site has the highest average turbidity?", "best", "Highest mean of turbidity.",
        winner(best(by(of("Turbidity"), "Site", result))))  # fmt: skip
    ask("what were the analysis costs per sample?", "other topic", "Costs are not in the file.",
        decline("The file has results and limits, no costs.", "costs"))  # fmt: skip
    ask("which site is the worst?", "opinion", "Most results above limits, most or the greatest share of fails.",
        leaders(by(over, "Site", len), by(failed, "Site", len),
                by(rows, "Site", lambda part: len(where(part, QC="Fail")) / len(part)),
                *(by(of(name), "Site", result) for name in ("Nitrate", "Lead", "Arsenic", "Turbidity", "Chloride"))),
        ambiguous=True)  # fmt: skip
    return bank
