"""Levels of proteins in the cortex of mice: fifteen samples a mouse, one column a protein."""

from expectations import Bank, decline, histogram, table, value, winner
from reading import best, by, correlation, mean, median, quantile, read, values, where
from readings import any_of

FILE = "Data_Cortex_Nuclear.csv"
OTHERS = ("MouseID", "Genotype", "Treatment", "Behavior", "class")


def questions():
    bank = Bank("mice", [FILE])
    proteins = [column for column in read(FILE)[0] if column not in OTHERS]
    rows = read(FILE, numbers=proteins)

    def versus(protein):
        control, down = (mean(where(rows, Genotype=name), protein) for name in ("Control", "Ts65Dn"))
        return any_of(
            table(["Genotype"], {"Control": control, "Ts65Dn": down}), value(down - control), value(control - down)
        )

    def average(protein):
        return lambda part: mean(part, protein)

    asked = bank.ask(
        "Mean DYRK1A_N in Ts65Dn vs control",
        "difference",
        "Mean of DYRK1A_N by Genotype, or the difference.",
        versus("DYRK1A_N"),
        traits=["terse"],
    )
    bank.ask(
        "and for APP?",
        "difference",
        "Mean of APP_N by Genotype, or the difference.",
        versus("APP_N"),
        before=[asked],
    )
    gone = [row for row in rows if row["BCL2_N"] is None]
    asked = bank.ask(
        "How many samples have no BCL2 value?",
        "missing",
        "Rows without BCL2_N.",
        value(len(gone)),
    )
    bank.ask(
        "which treatment are more of those in?",
        "best",
        "The Treatment with the most of these rows.",
        winner(best(by(gone, "Treatment", len))),
        before=[asked],
    )
    bank.ask(
        "90th percentile of NR1_N",
        "percentile",
        "The interpolated percentile of NR1_N.",
        value(quantile(values(rows, "NR1_N"), 0.9)),
        traits=["terse"],
    )
    bank.ask(
        "Could you give me the median pCAMKII_N by treatment?",
        "median",
        "Median of pCAMKII_N by Treatment.",
        table(["Treatment"], by(rows, "Treatment", lambda part: median(part, "pCAMKII_N"))),
        traits=["polite"],
    )
    asked = bank.ask(
        "Is ITSN1_N correlated with DYRK1A_N?",
        "correlation",
        "Pearson's r over the samples that have both.",
        value(correlation(rows, "ITSN1_N", "DYRK1A_N")),
    )
    bank.ask(
        "only the saline group",
        "correlation",
        "Pearson's r over the samples of the Treatment Saline.",
        value(correlation(where(rows, Treatment="Saline"), "ITSN1_N", "DYRK1A_N")),
        before=[asked],
    )
    bank.ask(
        "Which sample shows the highest pERK_N?",
        "best",
        "The MouseID with the highest pERK_N.",
        winner(best({row["MouseID"]: row["pERK_N"] for row in rows if row["pERK_N"] is not None})),
    )
    bank.ask(
        "average BDNF_N by genotype and treatment",
        "two-groups",
        "Mean of BDNF_N by Genotype and Treatment.",
        table(["Genotype", "Treatment"], by(rows, ("Genotype", "Treatment"), average("BDNF_N"))),
    )
    bank.ask(
        "show the distribution of SOD1_N",
        "distribution",
        "Histogram of SOD1_N.",
        histogram(values(rows, "SOD1_N"), "SOD1_N"),
    )
    bank.ask(
        "How many samples have a pAKT_N level above 0.25?",
        "condition",
        "Rows with pAKT_N above 0.25.",
        value(sum(level > 0.25 for level in values(rows, "pAKT_N"))),
    )
    calcineurin = by(rows, "class", average("CaNA_N"))
    asked = bank.ask(
        "Which class has the lowest average CaNA_N?",
        "best",
        "The class with the lowest mean of CaNA_N.",
        winner(best(calcineurin, lowest=True)),
    )
    bank.ask(
        "and the highest?",
        "best",
        "The class with the highest mean of CaNA_N.",
        winner(best(calcineurin)),
        before=[asked],
        traits=["terse"],
    )
    bank.ask(
        "What did the mice weigh on average?",
        "other topic",
        "There are levels of proteins, but no weights.",
        decline("the file has no weights", "weigh"),
    )
    bank.ask(
        "How many mice are in each class?",
        "opinion",
        "Different mice, whose number stands before the underscore of MouseID, or rows, which are samples.",
        any_of(
            table(["class"], by(rows, "class", lambda part: len({row["MouseID"].split("_")[0] for row in part}))),
            table(["class"], by(rows, "class", len)),
        ),
        ambiguous=True,
    )
    return bank
