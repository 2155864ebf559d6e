from expectations import Bank, decline, either, ranking, table, value, winner
from reading import best, by, correlation, mean, median, read, top, where
from readings import any_of

NUMBERS = ("popularity", "duration_ms", "danceability", "energy", "key", "loudness", "mode", "tempo", "valence")


def questions():
    rows = read("spotify_tracks.csv", NUMBERS)
    once = list({row["track_id"]: row for row in rows}.values())
    fast = [row for row in rows if row["tempo"] > 130]
    bank = Bank("tracks", ["spotify_tracks.csv"])
    ask = bank.ask

    fame = ask(
        "average popularity by genre",
        "group",
        "The mean popularity by track_genre.",
        table(["track_genre"], by(rows, "track_genre", lambda part: mean(part, "popularity"))),
        traits=["terse"],
    )
    ask(
        "only explicit songs",
        "group",
        "The same where explicit is True.",
        table(["track_genre"], by(where(rows, explicit="True"), "track_genre", lambda part: mean(part, "popularity"))),
        before=[fame],
        traits=["synonym"],
    )
    ask(
        "What are the 5 most popular tracks?",
        "ranking",
        "The five tracks with the highest popularity.",
        ranking(top({row["track_name"]: row["popularity"] for row in rows if row["track_name"]}, 5), "track_name"),
    )
    ask(
        "Which genre is the most danceable on average?",
        "extreme",
        "The genre with the highest mean danceability.",
        winner(best(by(rows, "track_genre", lambda part: mean(part, "danceability")))),
        traits=["synonym"],
    )
    ask(
        "how many explicit tracks are there in each genre?",
        "group",
        "Rows where explicit is True by genre.",
        table(["track_genre"], by(where(rows, explicit="True"), "track_genre", len)),
    )
    ask(
        "How long is the average rock song, in minutes?",
        "mean",
        "The mean duration_ms of the genre rock, divided by 60000.",
        value(mean(where(rows, track_genre="rock"), "duration_ms") / 60000),
        traits=["synonym"],
    )
    ask(
        "is energy correlated with loudness?",
        "correlation",
        "Pearson's r over all rows; each track once is right as well.",
        any_of(value(correlation(rows, "energy", "loudness")), value(correlation(once, "energy", "loudness"))),
    )
    quick = ask(
        "how many songs are faster than 130 bpm",
        "count",
        "Rows with a tempo above 130; each track once is right as well.",
        any_of(value(len(fast)), value(sum(row["tempo"] > 130 for row in once))),
        traits=["synonym"],
    )
    ask(
        "which genre do most of them belong to",
        "extreme",
        "The genre with the most rows with a tempo above 130.",
        winner(best(by(fast, "track_genre", len))),
        before=[quick],
    )
    longest = ask(
        "longest track?",
        "extreme",
        "The track with the highest duration_ms.",
        winner(best({row["track_name"]: row["duration_ms"] for row in rows if row["track_name"]})),
        traits=["terse"],
    )
    ask(
        "and the shortest",
        "extreme",
        "The track with the lowest duration_ms.",
        winner(best({row["track_name"]: row["duration_ms"] for row in rows if row["track_name"]}, lowest=True)),
        before=[longest],
    )
    beats = ask(
        "median tempo of techno vs house",
        "group",
        "The median tempo of the two genres.",
        table(
            ["track_genre"],
            {name: median(where(rows, track_genre=name), "tempo") for name in ("house", "techno")},
        ),
    )
    ask(
        "now danceability",
        "group",
        "The median danceability of the two genres.",
        table(
            ["track_genre"],
            {name: median(where(rows, track_genre=name), "danceability") for name in ("house", "techno")},
        ),
        before=[beats],
        traits=["terse"],
    )
    ask(
        "How many songs feature Bad Bunny?",
        "count",
        "Rows whose artists contain Bad Bunny, alone or with others.",
        value(sum("Bad Bunny" in (row["artists"] or "") for row in rows)),
        traits=["part-of-value"],
    )
    ask(
        "how many streams did each genre get",
        "unanswerable",
        "There are no numbers of streams.",
        decline("no column of streams", "streams"),
    )
    ask(
        "How many tracks are in this dataset?",
        "ambiguous",
        "The rows, or the different tracks: some stand under two genres.",
        either(value(len(rows)), value(len({row["track_id"] for row in rows}))),
        ambiguous=True,
    )
    return bank
