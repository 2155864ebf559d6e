"""Medals at five games."""

from expectations import PERCENT, Bank, decline, either, listing, ranking, table, value, winner
from reading import best, by, groups, percent, read, top, where


def questions():
    rows = read("medals.csv")
    bank = Bank("medals", ["medals.csv"])
    gold = where(rows, Medal="Gold")
    won = by(rows, "Country", len)
    athletes = by(rows, ("Athlete", "Country"), len)
    kenya = bank.ask(
        "how many gold medals did Kenya win?",
        "count",
        "Rows with Country Kenya and Medal Gold.",
        value(len(where(gold, Country="Kenya"))),
    )
    bank.ask(
        "and silver?",
        "count",
        "Rows with Country Kenya and Medal Silver.",
        value(len(where(rows, Country="Kenya", Medal="Silver"))),
        before=[kenya],
    )
    table_top = bank.ask(
        "top 3 countries by number of medals", "top", "Countries with the most rows.", ranking(top(won, 3), "Country")
    )
    bank.ask(
        "only swimming",
        "top",
        "The same over rows with Sport Swimming; the order is another one.",
        ranking(top(by(where(rows, Sport="Swimming"), "Country", len), 3), "Country"),
        before=[table_top],
    )
    bank.ask(
        "gold medals per country",
        "group",
        "Rows with Gold by Country; a country without gold may stand as zero.",
        table(["Country"], by(gold, "Country", len)),
    )
    bank.ask(
        "medals by country and type of medal",
        "two-groups",
        "Rows by Country and Medal.",
        table(["Country", "Medal"], by(rows, ("Country", "Medal"), len)),
    )
    bank.ask(
        "which country never won gold",
        "negation",
        "Countries in the file without a row of Gold.",
        listing([name for name in won if name not in groups(gold, "Country")], "Country"),
    )
    bank.ask(
        "How many medals were awarded in swimming?",
        "count",
        "Rows with Sport Swimming.",
        value(len(where(rows, Sport="Swimming"))),
    )
    bank.ask(
        "medals for Germany by year",
        "trend",
        "Rows of Germany by Year.",
        table(["Year"], by(where(rows, Country="Germany"), "Year", len)),
    )
    bank.ask(
        "who won the women's marathon in 2012",
        "lookup",
        "The athlete with Gold in Marathon, Women, 2012.",
        value(where(gold, Event="Marathon", Gender="Women", Year="2012")[0]["Athlete"]),
    )
    bank.ask(
        "how many more gold medals did China win than Brazil",
        "difference",
        "Gold of China minus gold of Brazil.",
        value(len(where(gold, Country="China")) - len(where(gold, Country="Brazil"))),
    )
    bank.ask(
        "how many different athletes won a medal for Italy",
        "distinct",
        "Different names with Country Italy.",
        value(len(groups(where(rows, Country="Italy"), "Athlete"))),
    )
    bank.ask(
        "share of gold among the medals of each country",
        "share",
        "Gold over all rows of the country.",
        table(
            ["Country"], by(rows, "Country", lambda part: percent(len(where(part, Medal="Gold")), len(part))), PERCENT
        ),
    )
    bank.ask(
        "medals of the host city London by sport",
        "group",
        "Rows with City London by Sport.",
        table(["Sport"], by(where(rows, City="London"), "Sport", len)),
    )
    bank.ask(
        "number of medals in Rio",
        "count",
        "Rows with City Rio de Janeiro.",
        value(len(where(rows, City="Rio de Janeiro"))),
        traits=["part-of-value"],
    )
    bank.ask(
        "medals 2008 CHN",
        "count",
        "Rows with Year 2008 and Country Code CHN.",
        value(len([row for row in rows if row["Year"] == "2008" and row["Country Code"] == "CHN"])),
        traits=["terse"],
    )
    bank.ask(
        "which sports are there in the data?",
        "distinct",
        "Different values of Sport.",
        listing(sorted(groups(rows, "Sport")), "Sport"),
    )
    bank.ask(
        "athletes with 4 or more medals",
        "condition",
        "Athletes of one country with four rows or more.",
        table(["Athlete"], {name: number for (name, _), number in athletes.items() if number >= 4}),
    )
    bank.ask(
        "How did Great Britain's medal count change from 2008 to 2012?",
        "difference",
        "Rows of 2012 minus rows of 2008.",
        value(
            len(where(rows, Country="Great Britain", Year="2012"))
            - len(where(rows, Country="Great Britain", Year="2008"))
        ),
    )
    bank.ask(
        "medals of the untied states",
        "count",
        "Rows with Country United States; a slip.",
        value(won["United States"]),
        traits=["misspelling"],
    )
    bank.ask(
        "which was the most successful country?",
        "best",
        "By all medals, or by gold.",
        either(winner(best(won)), winner(best(by(gold, "Country", len)))),
        ambiguous=True,
    )
    bank.ask(
        "Hello, I would like to see how many medals each sport has got so far, thank you very much",
        "group",
        "Rows by Sport.",
        table(["Sport"], by(rows, "Sport", len)),
        traits=["polite"],
    )
    bank.ask(
        "average age of the medal winners",
        "average",
        "No age in the file.",
        decline("The file has no age of the athletes.", "age"),
        traits=["missing-word"],
    )
    bank.ask(
        "Should Germany invest more in rowing?",
        "opinion",
        "Advice.",
        decline("Advice is no computation over the file."),
    )
    return bank
