"""Questions on discharges from hospitals; a stay of `120 +` days is 120 or left out."""

from expectations import PERCENT, Bank, decline, ranking, table, value, winner
from reading import best, by, mean, median, percent, read, top, total, where
from readings import any_of, leaders

FILE = "Hospital_Inpatient_Discharges__SPARCS_De-Identified___2021.csv"
STAY, HOSPITAL, TYPE, LEAVES, AGE = (
    "Length of Stay",
    "Facility Name",
    "Type of Admission",
    "Patient Disposition",
    "Age Group",
)
LEVEL, PAYER, CHARGES, COSTS = (
    "APR Severity of Illness Description",
    "Payment Typology 1",
    "Total Charges",
    "Total Costs",
)
DIAGNOSIS, ARRIVES = "CCSR Diagnosis Description", "Emergency Department Indicator"


def questions():
    rows = read(FILE, [CHARGES, COSTS, "Birth Weight"])
    for row in rows:
        row["with"], row["without"] = (120.0, None) if row[STAY] == "120 +" else (float(row[STAY]),) * 2
    bank = Bank("stays", [FILE])
    ask = bank.ask

    def stay(form):
        return any_of(*(form(lambda part, column=column: mean(part, column)) for column in ("with", "without")))

    def dying(part):
        return percent(len(where(part, **{LEAVES: "Expired"})), len(part))

    dead = where(rows, **{LEAVES: "Expired"})
    ask("discharges per hospital", "count by group", "Rows by facility.", table([HOSPITAL], by(rows, HOSPITAL, len)))
    average = ask("What is the average length of stay?", "average", "Mean of the days; the longest as 120 or left out.",
                  stay(lambda compute: value(compute(rows))))  # fmt: skip
    ask("and by type of admission?", "average by group", "The same by type.",
        stay(lambda compute: table([TYPE], by(rows, TYPE, compute))), [average])  # fmt: skip
    ask("median cost of a stay", "median", "Median of the total costs.", value(median(rows, COSTS)))
    common = ask("top 5 diagnoses", "top", "The five diagnoses with the most rows.",
                 ranking(top(by(rows, DIAGNOSIS, len), 5), DIAGNOSIS), traits=["terse"])  # fmt: skip
    ask("for women only", "top", "The same for women.",
        ranking(top(by(where(rows, Gender="F"), DIAGNOSIS, len), 5), DIAGNOSIS), [common])  # fmt: skip
    ask("what share of patients came in through the emergency department?", "share", "Rows with Y of all.",
        value(percent(len(where(rows, **{ARRIVES: "Y"})), len(rows)), PERCENT))  # fmt: skip
    ask(
        "How many newborns?",
        "count",
        "Rows of this admission.",
        value(len(where(rows, **{TYPE: "Newborn"}))),
        traits=["terse"],
    )
    ask(
        "average birth weight of boys and girls",
        "average by group",
        "Mean by gender where there is one.",
        table(
            ["Gender"],
            by([row for row in rows if row["Birth Weight"]], "Gender", lambda part: mean(part, "Birth Weight")),
        ),
    )
    ask("which hospital has the highest average charges?", "best", "The facility with the highest mean of charges.",
        winner(best(by(rows, HOSPITAL, lambda part: mean(part, CHARGES)))))  # fmt: skip
    ask(
        "ratio of charges to costs per hospital",
        "ratio by group",
        "Both sums, or the mean of the ratios, by facility.",
        any_of(
            table([HOSPITAL], by(rows, HOSPITAL, lambda part: total(part, CHARGES) / total(part, COSTS))),
            table([HOSPITAL], by(rows, HOSPITAL, lambda part: mean(part, lambda row: row[CHARGES] / row[COSTS]))),
        ),
    )
    ask("how many patients 70 or older had an extreme severity of illness", "conditions", "Both conditions.",
        value(len(where(rows, **{AGE: "70 or Older", LEVEL: "Extreme"}))))  # fmt: skip
    dearest = max(rows, key=lambda row: row[COSTS])
    charged = max(rows, key=lambda row: row[CHARGES])
    ask(
        "what was the most expensive stay and in which hospital?",
        "extreme row",
        "The row with the highest costs, or charges.",
        any_of(winner((dearest[HOSPITAL], dearest[COSTS])), winner((charged[HOSPITAL], charged[CHARGES]))),
    )
    long = [row for row in rows if row["with"] > 14]
    longer = ask(
        "How many stays lasted longer than two weeks?",
        "count",
        "More than 14 days, with those of 120 and more.",
        value(len(long)),
    )
    ask("how much did those cost in total", "sum", "Sum of the total costs of these; or of the charges.",
        any_of(value(total(long, COSTS)), value(total(long, CHARGES))), [longer])  # fmt: skip
    ask("number of deaths by age group", "count by group", "Rows of those expired, by age group.",
        table([AGE], by(dead, AGE, len)), traits=["synonym"])  # fmt: skip
    ask("mortality rate by severity of illness", "share by group", "Expired of all rows, by severity.",
        table([LEVEL], by(rows, LEVEL, dying), PERCENT), traits=["synonym"])  # fmt: skip
    ask("Who pays? Give me the split by payer in percent", "share by group", "Rows of each payer of all.",
        table([PAYER], by(rows, PAYER, lambda part: percent(len(part), len(rows))), PERCENT))  # fmt: skip
    both = [row for row in rows if row[PAYER] in ("Medicare", "Medicaid")]
    ask("compare average total costs of medicare and medicaid patients", "comparison", "Mean of both.",
        table([PAYER], by(both, PAYER, lambda part: mean(part, COSTS))))  # fmt: skip
    ask(
        "which hospital does the worst job?", "opinion", "Highest mortality, longest stays, or highest costs.",
        any_of(*(one for compute in (
            dying, lambda part: len(where(part, **{LEAVES: "Expired"})), lambda part: mean(part, "with"),
            lambda part: mean(part, "without"), lambda part: mean(part, COSTS), lambda part: mean(part, CHARGES),
            lambda part: total(part, COSTS), lambda part: total(part, CHARGES),
            lambda part: len(where(part, **{LEAVES: "Left Against Medical Advice"})),
            lambda part: len(where(part, **{LEAVES: "Left Against Medical Advice"})) / len(part),
        ) for one in leaders(by(rows, HOSPITAL, compute)))), ambiguous=True,
    )  # fmt: skip
    ask("How many patients were readmitted within 30 days?", "other topic", "Readmissions are not in the file.",
        decline("The file knows neither patients nor days.", "readmitted"))  # fmt: skip
    return bank
