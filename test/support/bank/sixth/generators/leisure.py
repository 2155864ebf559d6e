"""Trips by bike, books that sold best, and apps."""

from datetime import datetime, timedelta

from .common import chance, weighted, write

STATIONS = {
    "Grove St PATH": ("JC115", 40.7194, -74.0431, 12),
    "Hoboken Terminal - River St & Hudson Pl": ("HB102", 40.7361, -74.0291, 11),
    "Sinatra Dr": ("HB105", 40.7400, -74.0271, 6),
    "South Waterfront Walkway - Sinatra Dr & 1 St": ("HB103", 40.7369, -74.0277, 9),
    "Newport PATH": ("JC066", 40.7272, -74.0338, 7),
    "Hamilton Park": ("JC009", 40.7275, -74.0442, 8),
    "Exchange Pl": ("JC116", 40.7163, -74.0334, 5),
    "Liberty Light Rail": ("JC052", 40.7112, -74.0557, 6),
    "Marin Light Rail": ("JC013", 40.7145, -74.0428, 6),
    "City Hall": ("JC003", 40.7177, -74.0438, 5),
    "Newport Pkwy": ("JC008", 40.7287, -74.0321, 5),
    "Sip Ave": ("JC056", 40.7309, -74.0638, 4),
    "Warren St": ("JC006", 40.7211, -74.0380, 4),
    "Brunswick St": ("JC023", 40.7241, -74.0507, 4),
    "14 St Ferry - 14 St & Shipyard Ln": ("HB202", 40.7529, -74.0243, 5),
}
HOURS = [1, 0.6, 0.4, 0.2, 0.3, 1, 3, 6, 9, 6, 5, 5, 6, 6, 6, 7, 8, 11, 12, 9, 6, 4, 3, 2]


def citibike():
    rng = chance("citibike")
    weights = {name: one[-1] for name, one in STATIONS.items()}
    rows = []
    for _ in range(260):
        member = rng.random() < 0.71
        day = datetime(2023, 9, 1) + timedelta(days=rng.randrange(30))
        if not member and day.weekday() < 4 and rng.random() < 0.4:
            day = datetime(2023, 9, rng.choice([2, 3, 9, 16, 17, 23, 30]))
        start = day + timedelta(hours=rng.choices(range(24), HOURS)[0], seconds=rng.randrange(3600))
        kind = weighted(
            rng, {"classic_bike": 66, "electric_bike": 34 if member else 40, "docked_bike": 0 if member else 4}
        )
        minutes = rng.lognormvariate(1.95 if member else 2.5, 0.7)
        end = start + timedelta(seconds=max(65, round(minutes * 60)))
        first, last = weighted(rng, weights), weighted(rng, weights)
        code, latitude, longitude, _ = STATIONS[first]
        shift = rng.uniform(-0.0002, 0.0002) if kind == "electric_bike" else 0
        ends = [last, STATIONS[last][0]]
        place = [f"{STATIONS[last][1]:.6f}", f"{STATIONS[last][2]:.6f}"]
        if rng.random() < 0.035:
            ends = ["", ""]
            place = ["40.73", "-74.04"] if rng.random() < 0.6 else ["", ""]
        rows.append(
            [
                f"{rng.randrange(16**16):016X}",
                kind,
                f"{start:%Y-%m-%d %H:%M:%S}",
                f"{end:%Y-%m-%d %H:%M:%S}",
                first,
                code,
                *ends,
                f"{latitude + shift:.6f}",
                f"{longitude - shift:.6f}",
                *place,
                "member" if member else "casual",
            ]
        )
    rng.shuffle(rows)
    write(
        "JC-202309-citibike-tripdata.csv",
        [
            "ride_id",
            "rideable_type",
            "started_at",
            "ended_at",
            "start_station_name",
            "start_station_id",
            "end_station_name",
            "end_station_id",
            "start_lat",
            "start_lng",
            "end_lat",
            "end_lng",
            "member_casual",
        ],
        rows,
    )


# First year on the list, and how many years it may stay.
BOOKS = [
    ("11/22/63: A Novel", "Stephen King", "Fiction", 2011, 1),
    ("12 Rules for Life: An Antidote to Chaos", "Jordan B. Peterson", "Non Fiction", 2018, 1),
    ("1984 (Signet Classics)", "George Orwell", "Fiction", 2017, 1),
    (
        "5,000 Awesome Facts (About Everything!) (National Geographic Kids)",
        "National Geographic Kids",
        "Non Fiction",
        2019,
        1,
    ),
    ("A Dance with Dragons (A Song of Ice and Fire)", "George R. R. Martin", "Fiction", 2011, 1),
    ("A Gentleman in Moscow: A Novel", "Amor Towles", "Fiction", 2017, 1),
    ("A Man Called Ove: A Novel", "Fredrik Backman", "Fiction", 2016, 2),
    ("All the Light We Cannot See", "Anthony Doerr", "Fiction", 2014, 2),
    ("American Sniper", "Chris Kyle", "Non Fiction", 2015, 1),
    ("Becoming", "Michelle Obama", "Non Fiction", 2018, 2),
    ("Between the World and Me", "Ta-Nehisi Coates", "Non Fiction", 2015, 2),
    ("Brown Bear, Brown Bear, What Do You See?", "Bill Martin Jr.", "Fiction", 2017, 3),
    ("Cabin Fever (Diary of a Wimpy Kid, Book 6)", "Jeff Kinney", "Fiction", 2011, 1),
    ("Catching Fire (The Hunger Games)", "Suzanne Collins", "Fiction", 2010, 3),
    ("Decision Points", "George W. Bush", "Non Fiction", 2010, 1),
    ("Dog Man: Fetch-22", "Dav Pilkey", "Fiction", 2019, 1),
    ("Educated: A Memoir", "Tara Westover", "Non Fiction", 2018, 2),
    ("Fifty Shades of Grey", "E L James", "Fiction", 2012, 2),
    ("First 100 Words", "Roger Priddy", "Non Fiction", 2014, 5),
    ("Gone Girl", "Gillian Flynn", "Fiction", 2012, 3),
    ("Good Days Start With Gratitude: A 52 Week Guide", "Pretty Simple Press", "Non Fiction", 2019, 1),
    ("Goodnight, Goodnight Construction Site", "Sherri Duskey Rinker", "Fiction", 2012, 2),
    ("Harry Potter and the Chamber of Secrets: The Illustrated Edition", "J.K. Rowling", "Fiction", 2016, 1),
    ("Harry Potter and the Cursed Child, Parts 1 & 2", "J.K. Rowling", "Fiction", 2016, 1),
    ("Harry Potter and the Sorcerer's Stone: The Illustrated Edition", "J.K. Rowling", "Fiction", 2015, 1),
    ("Harry Potter Coloring Book", "Scholastic", "Non Fiction", 2015, 1),
    ("Heaven is for Real", "Todd Burpo", "Non Fiction", 2011, 2),
    ("How to Win Friends & Influence People", "Dale Carnegie", "Non Fiction", 2014, 4),
    ("Inferno", "Dan Brown", "Fiction", 2013, 1),
    ("Jesus Calling: Enjoying Peace in His Presence", "Sarah Young", "Non Fiction", 2011, 6),
    ("Killing Lincoln", "Bill O'Reilly", "Non Fiction", 2011, 2),
    ("Laugh-Out-Loud Jokes for Kids", "Rob Elliott", "Non Fiction", 2013, 4),
    ("Love You Forever", "Robert Munsch", "Fiction", 2014, 3),
    ("Mastering the Art of French Cooking, Vol. 2", "Julia Child", "Non Fiction", 2009, 1),
    ("Mockingjay (The Hunger Games)", "Suzanne Collins", "Fiction", 2010, 3),
    ("New Moon (The Twilight Saga)", "Stephenie Meyer", "Fiction", 2009, 1),
    ("Oh, the Places You'll Go!", "Dr. Seuss", "Fiction", 2012, 8),
    ("Outliers: The Story of Success", "Malcolm Gladwell", "Non Fiction", 2009, 2),
    (
        "Publication Manual of the American Psychological Association, 6th Edition",
        "American Psychological Association",
        "Non Fiction",
        2009,
        10,
    ),
    ("School Zone - Big Preschool Workbook", "School Zone", "Non Fiction", 2018, 2),
    ("StrengthsFinder 2.0", "Gallup", "Non Fiction", 2009, 9),
    ("Strange Planet", "Nathan W. Pyle", "Fiction", 2019, 1),
    ("The Complete Ketogenic Diet for Beginners", "Amy Ramos", "Non Fiction", 2018, 2),
    ("The Book Thief", "Markus Zusak", "Fiction", 2013, 2),
    ("The Fault in Our Stars", "John Green", "Fiction", 2012, 3),
    ("The Four Agreements: A Practical Guide to Personal Freedom", "Don Miguel Ruiz", "Non Fiction", 2013, 6),
    ("The Girl on the Train", "Paula Hawkins", "Fiction", 2015, 2),
    ("The Girl with the Dragon Tattoo", "Stieg Larsson", "Fiction", 2009, 2),
    ("The Goldfinch: A Novel", "Donna Tartt", "Fiction", 2013, 2),
    ("The Great Gatsby", "F. Scott Fitzgerald", "Fiction", 2012, 3),
    ("The Help", "Kathryn Stockett", "Fiction", 2009, 3),
    ("The Hunger Games", "Suzanne Collins", "Fiction", 2010, 3),
    ("The Immortal Life of Henrietta Lacks", "Rebecca Skloot", "Non Fiction", 2010, 3),
    ("The Last Lecture", "Randy Pausch", "Non Fiction", 2009, 1),
    ("The Life-Changing Magic of Tidying Up", "Marie Kondō", "Non Fiction", 2015, 4),
    ("The Lost Symbol", "Dan Brown", "Fiction", 2009, 2),
    ("The Martian", "Andy Weir", "Fiction", 2015, 1),
    ("The Official SAT Study Guide", "The College Board", "Non Fiction", 2010, 5),
    ("The Shack", "William P. Young", "Fiction", 2009, 2),
    ("The Subtle Art of Not Giving a F*ck", "Mark Manson", "Non Fiction", 2017, 3),
    ("The Very Hungry Caterpillar", "Eric Carle", "Fiction", 2013, 7),
    ("The Wonky Donkey", "Craig Smith", "Fiction", 2018, 2),
    ("To Kill a Mockingbird", "Harper Lee", "Fiction", 2013, 4),
    ("Unbroken: A World War II Story of Survival", "Laura Hillenbrand", "Non Fiction", 2010, 5),
    ("What to Expect When You're Expecting", "Heidi Murkoff", "Non Fiction", 2009, 3),
    ("Where the Crawdads Sing", "Delia Owens", "Fiction", 2019, 1),
    ("Wonder", "R. J. Palacio", "Fiction", 2013, 5),
    ("You Are a Badass", "Jen Sincero", "Non Fiction", 2016, 4),
]


def bestsellers():
    rng = chance("bestsellers")
    rows = []
    for name, author, genre, start, length in BOOKS:
        rating = round(min(4.9, max(3.6, rng.gauss(4.6, 0.22))), 1)
        reviews = round(rng.lognormvariate(9.0 if start > 2011 else 8.4, 0.8))
        price = rng.choice([4, 5, 6, 6, 7, 8, 8, 9, 9, 10, 11, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 27])
        if name.startswith("Publication Manual"):
            price = 46
        for year in range(start, min(2019, start + length - 1) + 1):
            paid = 0 if name in ("To Kill a Mockingbird", "The Great Gatsby") and year < start + 2 else price
            rows.append([name, author, rating, reviews, paid, year, genre])
    write(
        "bestsellers with categories.csv",
        ["Name", "Author", "User Rating", "Reviews", "Price", "Year", "Genre"],
        sorted(rows, key=lambda row: (row[0].lower(), row[5])),
    )
