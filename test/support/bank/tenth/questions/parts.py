"""Questions on the parts that a machine made, and its failures."""

from statistics import fmean

from expectations import PERCENT, Bank, decline, table, value
from reading import best, by, correlation, first, mean, median, percent, read, total, where
from readings import any_of, leaders

AIR, PROCESS, SPEED = "Air temperature [K]", "Process temperature [K]", "Rotational speed [rpm]"
TORQUE, WEAR, FAILED, MODES = "Torque [Nm]", "Tool wear [min]", "Machine failure", ["TWF", "HDF", "PWF", "OSF", "RNF"]


def questions():
    rows = read("ai4i2020.csv", [AIR, PROCESS, SPEED, TORQUE, WEAR, FAILED, *MODES])
    bank = Bank("parts", ["ai4i2020.csv"])
    ask = bank.ask

    def failures(part):
        return total(part, FAILED)

    def rate(part):
        return percent(failures(part), len(part))

    failed = ask("How many machine failures were there?", "count", "Rows with a failure.", value(failures(rows)))
    ask("whats that as a rate", "share", "Failures of all rows.", value(rate(rows), PERCENT), [failed], ["terse"])
    ask(
        "failure rate by product type", "group", "Share of failures by type.",
        table(["Type"], by(rows, "Type", rate), PERCENT), traits=["terse"],
    )  # fmt: skip
    ask(
        "Average torque with and without machine failure", "average", "Mean torque by failure.",
        table([FAILED], by(rows, FAILED, lambda part: mean(part, TORQUE))),
    )  # fmt: skip
    worn = ask("median tool wear in minutes?", "median", "Median of the tool wear.", value(median(rows, WEAR)))
    ask(
        "and for type L", "median", "The same for one type.", value(median(where(rows, Type="L"), WEAR)), [worn],
        ["terse"],
    )  # fmt: skip
    fastest = first([{**row, "slow": -row[SPEED]} for row in rows], "slow")
    fast = ask(
        "what was the fastest rotational speed", "max", "The highest speed.", value(fastest[SPEED]), traits=["synonym"]
    )
    ask(
        "which product was running then?", "lookup", "The product of this row.", value(fastest["Product ID"]), [fast],
    )  # fmt: skip
    mode, count = best({name: total(rows, name) for name in MODES})
    ask(
        "Which of the failure modes TWF, HDF, PWF, OSF, RNF happens most often?", "best",
        "The mode with the highest sum.", value(mode, measure=count),
    )  # fmt: skip
    ask(
        "how many parts were made with more than 200 min of tool wear?", "condition", "Rows with a wear above this.",
        value(sum(row[WEAR] > 200 for row in rows)),
    )  # fmt: skip
    ask(
        "how are rotational speed and torqe related", "correlation", "Correlation of both.",
        value(correlation(rows, SPEED, TORQUE)), traits=["misspelling"],
    )  # fmt: skip
    ask(
        "Number of parts per type please", "group", "Rows by type.", table(["Type"], by(rows, "Type", len)),
        traits=["polite", "synonym"],
    )  # fmt: skip

    def gap(part):
        return fmean(row[PROCESS] - row[AIR] for row in part)

    warmer = ask(
        "By how many degrees is the process warmer than the air on average?", "difference",
        "Mean of process temperature less air temperature.", value(gap(rows)), traits=["synonym"],
    )  # fmt: skip
    ask(
        "and when the machine failed?", "difference", "The same for rows with a failure.",
        value(gap(where(rows, **{FAILED: 1}))), [warmer],
    )  # fmt: skip
    ask(
        "which product type is the worst?", "opinion", "Most failures, the highest rate of them, or the most wear.",
        any_of(*leaders(by(rows, "Type", failures)), *leaders(by(rows, "Type", rate)),
               *leaders(by(rows, "Type", lambda part: mean(part, WEAR)))), ambiguous=True,
    )  # fmt: skip
    ask(
        "How long was the downtime after each failure?", "other topic", "Downtime is not in the file.",
        decline("The file has failures, not how long they lasted.", "downtime"),
    )  # fmt: skip
    return bank
