"""Diamonds, films and series, and video games."""

from datetime import date, timedelta

from .common import LAST, MEN, WOMEN, bounded, chance, weighted, write


def diamonds():
    rng = chance("diamonds")
    rows = []
    clarities = ["I1", "SI2", "SI1", "VS2", "VS1", "VVS2", "VVS1", "IF"]
    for _ in range(260):
        carat = round(rng.choice([0.23, 0.3, 0.31, 0.4, 0.5, 0.7, 0.71, 0.9, 1.0, 1.01, 1.2, 1.5, 2.0]), 2)
        carat = round(carat + rng.choice([0, 0, 0.01, 0.02, 0.05, 0.08]), 2)
        cut = weighted(rng, {"Fair": 4, "Good": 10, "Very Good": 22, "Premium": 25, "Ideal": 39})
        color = weighted(rng, {"D": 12, "E": 18, "F": 18, "G": 21, "H": 15, "I": 10, "J": 6})
        clarity = weighted(rng, dict(zip(clarities, [3, 17, 24, 23, 15, 9, 6, 3])))
        quality = 1 + 0.09 * (clarities.index(clarity) - 3) - 0.06 * ("DEFGHIJ".index(color) - 3)
        price = 4150 * carat**1.75 * bounded(quality, 0.45, 1.8) * rng.uniform(0.88, 1.14)
        price = price if price < 18500 else rng.uniform(15000, 18823)
        depth = round(rng.gauss({"Fair": 64.5, "Good": 62.3}.get(cut, 61.6), 1.1), 1)
        x = round(6.42 * carat ** (1 / 3) * rng.uniform(0.99, 1.01), 2)
        y = round(x + rng.choice([-0.03, -0.02, 0.02, 0.03, 0.04]), 2)
        z = round((x + y) / 2 * depth / 100, 2)
        if rng.random() < 0.012:
            z = 0
            if rng.random() < 0.4:
                x = y = 0
        table = rng.choice([53, 54, 55, 55, 56, 56, 57, 57, 58, 58, 59, 60, 61, 62, 58.5])
        rows.append([carat, cut, color, clarity, depth, table, max(int(price), 326), x, y, z])
    rows.sort(key=lambda row: row[6])
    write("diamonds.csv", "carat cut color clarity depth table price x y z".split(), rows)


FILMS = """Roma|The Irishman|Marriage Story|Bird Box|Extraction|The Old Guard|Enola Holmes|Mank|Okja|The Platform
His House|I Am Mother|The Two Popes|Klaus|Mudbound|Annihilation|The King|The Dig|Army of the Dead|Red Notice
Set It Up|Always Be My Maybe|Da 5 Bloods|Hold the Dark|Cargo|1922|Gerald's Game|The Perfection|Apostle|Hush
Lust Stories|Love per Square Foot|Ludo|Guilty|Bulbbul|Raat Akeli Hai|Andhaghaaram|Chopsticks|Jaws|Rocky
Pulp Fiction|Goodfellas|Casper|Labyrinth|The Matrix|Inception|Training Day|Sankofa|Dick Johnson Is Dead|13TH
Icarus|Virunga|The Great Hack|Crip Camp|American Factory|My Octopus Teacher|The Social Dilemma|Athlete A|Amanda Knox
Strong Island|Nanette|Homecoming|Springsteen on Broadway|John Mulaney: Kid Gorgeous at Radio City
Dave Chappelle: Sticks & Stones|Ali Wong: Baby Cobra|Hannah Gadsby: Douglas|Bo Burnham: Make Happy
Louis C.K. 2017|Louis C.K.: Hilarious|Louis C.K.: Live at the Comedy Store|Under the Shadow|The Ritual|Calibre
Outlaw King|Lionheart|Atlantics|The Half of It|Tigertail|The Lovebirds|Polar|Triple Frontier|War Machine
The Wandering Earth|Us and Them|Forgotten|Time to Hunt|Space Sweepers|Night in Paradise|Elisa & Marcela
The Occupant|Mirage|The Bar|Blue Miracle|Beats|Tallulah|Wheelman""".replace("\n", "|").split("|")
SERIES = """Stranger Things|The Crown|Ozark|Narcos|Mindhunter|Bodyguard|Dark|Money Heist|Elite|Lupin|Squid Game
Kingdom|Sacred Games|Delhi Crime|Jamtara|Kota Factory|Blood & Water|Midnight Mass|The Queen's Gambit|Unorthodox
Sex Education|Black Mirror|Peaky Blinders|Derry Girls|After Life|Bridgerton|The Witcher|Russian Doll|GLOW|Dead to Me
Grace and Frankie|BoJack Horseman|Big Mouth|Castlevania|Aggretsuko|Terrace House|Chef's Table|Our Planet
Formula 1: Drive to Survive|The Last Dance|Making a Murderer|Tiger King|Crash Landing on You|Vincenzo|Hospital Playlist
Nailed It!|Queer Eye|The Great British Baking Show|Cocomelon|Octonauts|Dreamworks Dragons""".replace("\n", "|").split("|")
NETFLIX = (
    "show_id type title director cast country date_added release_year rating duration listed_in description".split()
)


def netflix():
    rng = chance("netflix")
    titles = [(title, "Movie") for title in FILMS] + [(title, "TV Show") for title in SERIES]
    rng.shuffle(titles)
    countries = {"United States": 40, "India": 14, "United Kingdom": 9, "Japan": 5, "South Korea": 6, "Canada": 4}
    countries |= {"Spain": 5, "France": 4, "Mexico": 3, "Germany": 2, "Nigeria": 2, "": 9}
    movie_kinds = ["Dramas", "Comedies", "Documentaries", "Action & Adventure", "Independent Movies", "Horror Movies"]
    movie_kinds += ["Thrillers", "Stand-Up Comedy", "Children & Family Movies", "Romantic Movies"]
    show_kinds = ["TV Dramas", "TV Comedies", "Crime TV Shows", "Kids' TV", "Docuseries", "Reality TV"]
    show_kinds += ["British TV Shows", "Romantic TV Shows"]
    person = lambda: f"{rng.choice(rng.choice([WOMEN, MEN]))} {rng.choice(LAST)}"  # noqa: E731
    added = [date(2016, 3, 1) + timedelta(days=int(2030 * rng.random() ** 0.6)) for _ in titles]
    rows = []
    for number, ((title, kind), day) in enumerate(zip(titles, sorted(added, reverse=True)), 1):
        film = kind == "Movie"
        country = weighted(rng, countries)
        if country and rng.random() < 0.14:
            country += ", " + weighted(rng, {name: 1 for name in countries if name not in ("", country)})
        released = day.year - weighted(rng, {0: 45, 1: 25, 2: 8, 3: 6, 5: 6, 9: 4, 16: 3, 24: 2, 35: 1})
        rating = {"TV-MA": 36, "TV-14": 25, "TV-PG": 10, "TV-Y7": 4, "TV-Y": 4, "TV-G": 3}
        rating |= {"R": 12, "PG-13": 8, "PG": 5, "NR": 1} if film else {}
        rating = weighted(rng, rating)
        length = (
            f"{int(bounded(rng.gauss(101, 24), 24, 209))} min" if film else weighted(rng, {1: 67, 2: 16, 3: 8, 4: 4, 5: 3})
        )
        if not film:
            length = f"{length} Season" + ("" if length == 1 else "s")
        if title.startswith("Louis C.K."):
            rating, length = f"{rng.randint(62, 86)} min", ""
        listed = rng.sample(movie_kinds if film else show_kinds, weighted(rng, {1: 3, 2: 4, 3: 2}))
        if rng.random() < 0.3:
            listed = (["International Movies"] if film else ["International TV Shows"]) + listed[:2]
        shown = f"{day:%B} {day.day}, {day.year}"
        if not film and rng.random() < 0.06:
            shown = " " + shown
        if not film and rng.random() < 0.04:
            shown = ""
        director = person() if rng.random() < (0.95 if film else 0.1) else ""
        if director and rng.random() < 0.06:
            director += f", {person()}"
        cast = ", ".join(dict.fromkeys(person() for _ in range(rng.randint(2, 6)))) if rng.random() < 0.91 else ""
        word = rng.choice(["A young woman", "A detective", "A retired teacher", "A pair of brothers", "A crew of strangers"])
        turn = rng.choice(["uncovers a secret", "returns home", "faces a long night", "starts over in a new city"])
        tale = f"{word} {turn} that changes everything." if turn == "uncovers a secret" else f"{word} {turn}."
        rows.append(
            [
                f"s{number}",
                kind,
                title,
                director,
                cast,
                country,
                shown,
                released,
                "" if number == 88 else rating,
                length,
                ", ".join(sorted(listed)),
                tale,
            ]
        )
    write("netflix_titles.csv", NETFLIX, rows)
