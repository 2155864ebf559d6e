"""Measures of penguins on three islands."""

from expectations import PERCENT, Bank, decline, either, histogram, ranking, table, value, winner
from reading import best, by, correlation, deviation, mean, median, percent, read, top, values, where


def questions():
    measures = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    rows = read("penguins.csv", numbers=measures, missing=("NA",))
    bank = Bank("penguins", ["penguins.csv"])
    gentoo = where(rows, species="Gentoo")
    chinstrap = where(rows, species="Chinstrap")
    bank.ask(
        "What is the average body mass by species?",
        "group",
        "Mean body_mass_g for each species.",
        table(["species"], by(rows, "species", lambda part: mean(part, "body_mass_g"))),
    )
    bank.ask(
        "heaviest penguin species",
        "best",
        "The species with the highest mean body mass; the heaviest bird is of the same species.",
        winner(best(by(rows, "species", lambda part: mean(part, "body_mass_g")))),
    )
    dream = bank.ask(
        "how many penguins live on Dream", "count", "Rows with island Dream.", value(len(where(rows, island="Dream")))
    )
    split = bank.ask(
        "split that by species",
        "group",
        "Rows on Dream by species.",
        table(["species"], by(where(rows, island="Dream"), "species", len)),
        before=[dream],
    )
    bank.ask(
        "and on Biscoe?",
        "group",
        "Rows on Biscoe by species.",
        table(["species"], by(where(rows, island="Biscoe"), "species", len)),
        before=[dream, split],
    )
    bank.ask(
        "count of penguins by species and island",
        "two-groups",
        "Rows for each pair.",
        table(["species", "island"], by(rows, ("species", "island"), len)),
    )
    females = bank.ask(
        "average bill length of female Gentoo penguins",
        "average",
        "Mean bill_length_mm where species is Gentoo and sex female.",
        value(mean(where(gentoo, sex="female"), "bill_length_mm")),
    )
    bank.ask(
        "and males?",
        "average",
        "The same mean for males.",
        value(mean(where(gentoo, sex="male"), "bill_length_mm")),
        before=[females],
    )
    bank.ask(
        "correlation flipper length vs body mass",
        "correlation",
        "Pearson's r of the two columns.",
        value(correlation(rows, "flipper_length_mm", "body_mass_g")),
        traits=["terse"],
    )
    bank.ask(
        "standard deviation of bill depth per species",
        "spread",
        "Sample standard deviation of bill_depth_mm.",
        table(["species"], by(rows, "species", lambda part: deviation(part, "bill_depth_mm"))),
    )
    bank.ask(
        "how many penguins have no sex recorded?", "missing", "Rows with NA in sex.", value(len(where(rows, sex=None)))
    )
    bank.ask(
        "penguins with flippers longer than 210 mm: how many?",
        "condition",
        "flipper_length_mm above 210.",
        value(len([x for x in values(rows, "flipper_length_mm") if x > 210])),
    )
    known = [row for row in chinstrap if row["sex"]]
    women = len(where(chinstrap, sex="female"))
    shares = [value(percent(women, len(known)), PERCENT), value(percent(women, len(chinstrap)), PERCENT)]
    bank.ask(
        "what share of Chinstraps is female",
        "share",
        "Females of the Chinstraps with a known sex, or of all of them.",
        either(*shares) if shares[0] != shares[1] else shares[0],
    )
    bank.ask(
        "how much heavier are males than females on average?",
        "difference",
        "Mean body mass of males minus that of females, in grams.",
        value(mean(where(rows, sex="male"), "body_mass_g") - mean(where(rows, sex="female"), "body_mass_g")),
    )
    bank.ask(
        "average weight in kg by island",
        "conversion",
        "Mean body_mass_g over 1000 for each island.",
        table(["island"], by(rows, "island", lambda part: mean(part, "body_mass_g") / 1000)),
        traits=["synonym"],
    )
    bank.ask(
        "whats the mean bil length of adelies",
        "average",
        "Mean bill_length_mm of Adelie; slips and a plural.",
        value(mean(where(rows, species="Adelie"), "bill_length_mm")),
        traits=["misspelling"],
    )
    bank.ask(
        "histogram of body mass",
        "distribution",
        "Counts by bins of body_mass_g.",
        histogram(values(rows, "body_mass_g"), "body_mass_g"),
    )
    bank.ask(
        "Which island had the most penguins in 2009?",
        "best",
        "Rows of 2009 by island.",
        winner(best(by(where(rows, year="2009"), "island", len))),
    )
    bank.ask(
        "rank the islands by median flipper length, longest first",
        "top",
        "Median flipper_length_mm by island, descending.",
        ranking(top(by(rows, "island", lambda part: median(part, "flipper_length_mm")), 3), "island"),
    )
    average = mean(rows, "body_mass_g")
    bank.ask(
        "how many penguins are heavier than the average penguin",
        "condition",
        "body_mass_g above the mean of all.",
        value(len([x for x in values(rows, "body_mass_g") if x > average])),
    )
    bank.ask(
        "average bill of Gentoo penguins",
        "average",
        "Length or depth of the bill.",
        either(value(mean(gentoo, "bill_length_mm")), value(mean(gentoo, "bill_depth_mm"))),
        ambiguous=True,
    )
    bank.ask(
        "typical weight of a chinstrap?",
        "average",
        "Mean or median body mass.",
        either(value(mean(chinstrap, "body_mass_g")), value(median(chinstrap, "body_mass_g"))),
        ambiguous=True,
        traits=["synonym"],
    )
    bank.ask(
        "second most common species",
        "top",
        "The species with the second most rows.",
        winner(top(by(rows, "species", len), 2)[1]),
    )
    bank.ask(
        "what do penguins eat",
        "other topic",
        "No food in the file.",
        decline("The file measures penguins; it says nothing of their food."),
    )
    return bank
