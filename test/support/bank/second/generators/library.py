"""A library's loans of one year."""

from datetime import date, timedelta

from .common import chance, weighted, write

TITLES = {
    ("The Salt Road", "Marlow, Edith"): "Fiction",
    ("A House by the Weir", "Marlow, Edith"): "Fiction",
    ("Night Ferry", "Okoye, Daniel"): "Crime",
    ("The Ninth Witness", "Okoye, Daniel"): "Crime",
    ("Murder at Low Tide", "Penrose, Iris"): "Crime",
    ("Baking Bread", "Lindqvist, Anna"): "Cookery",
    ("One Pot, Thirty Dinners", "Brandt, Leo"): "Cookery",
    ("The Bear Who Could Not Sleep", "Tan, Mei"): "Children",
    ("Dragons of Maple Street", "Tan, Mei"): "Children",
    ("My First Atlas", "Hughes, Rob"): "Children",
    ("A Short History of Bridges", "Hughes, Rob"): "Non-fiction",
    ("Statistics for the Curious", "Rao, Anjali"): "Non-fiction",
    ("Gardens in Small Places", "Brandt, Leo"): "Non-fiction",
    ("Walking the Coast", "Penrose, Iris"): "Travel",
    ("Lisbon in Four Days", "Costa, Rui"): "Travel",
}


def loans():
    rng = chance("library")
    cards = {
        f"{rng.randrange(10000, 99999):06d}": weighted(rng, {"Adult": 5, "Child": 3, "Student": 2, "Senior": 2})
        for _ in range(80)
    }
    weights = {title: rng.uniform(0.5, 3) for title in TITLES}
    rows = []
    for _ in range(260):
        loaned = date(2024, 1, 2) + timedelta(days=rng.randrange(364))
        card = rng.choice(list(cards))
        title = weighted(rng, weights)
        kind = weighted(rng, {"Book": 7, "Audiobook": 2, "E-book": 2})
        renewals = weighted(rng, {0: 7, 1: 3, 2: 1})
        due = loaned + timedelta(days=21 * (renewals + 1))
        back = loaned + timedelta(days=int(rng.triangular(2, 21 * (renewals + 1) + 16, 17 * (renewals + 1))))
        if kind == "E-book":
            back = min(back, due)
        missing = back > date(2024, 12, 31) or rng.random() < 0.02
        late = 0 if missing else max(0, (back - due).days)
        rows.append(
            [
                loaned,
                card,
                cards[card],
                title[0],
                title[1],
                TITLES[title],
                kind,
                weighted(rng, {"Central": 5, "Westfield": 3, "Harbour": 2}),
                due.strftime("%d-%b-%Y"),
                "" if missing else back.strftime("%d-%b-%Y"),
                renewals,
                f"£{late * (0.1 if cards[card] == 'Child' else 0.25):.2f}" if late else "",
            ]
        )
    rows.sort(key=lambda row: row[0])
    write(
        "library_loans.csv",
        "Loan ID,Loan date,Card no,Borrower type,Title,Author,Genre,Format,Branch,Due date,Return date,Renewals,"
        "Fine".split(","),
        [[3000 + place, row[0].strftime("%d-%b-%Y"), *row[1:]] for place, row in enumerate(rows, 1)],
    )
