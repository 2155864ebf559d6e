"""Tracks."""

import string

from .common import chance, weighted, write

ARTISTS = {
    "k-pop": ["BTS", "BLACKPINK", "TWICE", "Stray Kids", "IVE"],
    "hip-hop": ["Drake", "Kendrick Lamar", "Travis Scott", "Drake;21 Savage", "Future;Drake"],
    "reggaeton": ["Bad Bunny", "KAROL G", "J Balvin;Bad Bunny", "Daddy Yankee", "Rauw Alejandro;Bad Bunny"],
    "rock": ["Red Hot Chili Peppers", "Queen", "The Killers", "Måneskin", "AC/DC"],
    "techno": ["Amelie Lens", "Charlotte de Witte", "Boris Brejcha", "Ben Klock"],
    "house": ["David Guetta", "FISHER", "Disclosure;Sam Smith", "CamelPhat"],
    "acoustic": ["Jason Mraz", "Jack Johnson", "Ingrid Michaelson;ZAYN", "Boyce Avenue"],
    "classical": ["Johann Sebastian Bach;Glenn Gould", "Ludovico Einaudi", "Frédéric Chopin;Martha Argerich"],
}
FIRST = "Midnight Golden Paper Silver Broken Velvet Electric Hollow Crimson Slow Neon Winter Distant Blue Wild".split()
LAST = (
    "Letters Hearts Summer Rivers Lights Mirror Avenue Dreams Signals Fever Garden Motion Season Radio Shadows".split()
)
SOUND = {
    "k-pop": (66, 195, 0.69, 0.74, -5.0, 0.15, 122, 0.05),
    "hip-hop": (60, 205, 0.74, 0.65, -6.4, 0.14, 118, 0.6),
    "reggaeton": (62, 208, 0.75, 0.72, -5.2, 0.2, 112, 0.3),
    "rock": (52, 236, 0.55, 0.73, -6.9, 0.12, 128, 0.06),
    "techno": (34, 318, 0.69, 0.78, -8.6, 0.06, 134, 0.03),
    "house": (47, 222, 0.71, 0.79, -6.1, 0.09, 125, 0.06),
    "acoustic": (44, 214, 0.56, 0.42, -9.8, 0.65, 118, 0.02),
    "classical": (22, 276, 0.36, 0.2, -20.5, 0.93, 101, 0.0),
}


def tracks():
    rng = chance("tracks")
    titles = [f"{first} {last}" for first in FIRST for last in LAST]
    rng.shuffle(titles)
    rows, sold = [], {14: 97, 31: 94, 60: 92, 83: 90, 35: 89, 110: 87}
    for genre, (fame, length, dance, energy, loud, acoustic, tempo, explicit) in SOUND.items():
        for _ in range(27 if genre in ("rock", "house") else 26):
            place = len(rows)
            lift = rng.gauss(0, 1)
            popular = 0 if rng.random() < 0.08 else max(1, min(84, round(rng.gauss(fame, 11))))
            artist, title = rng.choice(ARTISTS[genre]), titles.pop()
            album = title if rng.random() < 0.5 else f"{rng.choice(FIRST)} {rng.choice(LAST)}"
            rows.append(
                [
                    place,
                    "".join(rng.choices(string.ascii_letters + string.digits, k=22)),
                    artist,
                    f"{album} (Deluxe)" if rng.random() < 0.1 else album,
                    title,
                    sold.get(place, popular),
                    round(1000 * max(80, rng.gauss(length, length / 5))) + rng.randrange(1000),
                    rng.random() < explicit,
                    round(min(0.98, max(0.1, rng.gauss(dance, 0.11))), 3),
                    round(min(0.99, max(0.02, energy + 0.12 * lift)), 4 if genre == "classical" else 3),
                    rng.randrange(12),
                    round(min(-1.2, loud + 1.6 * (0.7 * lift + rng.gauss(0, 0.7))), 3),
                    int(rng.random() < 0.63),
                    round(rng.uniform(0.03, 0.35 if genre == "hip-hop" else 0.12), 4),
                    round(min(0.99, max(0.0001, rng.gauss(acoustic, 0.12))), 4),
                    f"{rng.uniform(1, 9.9):.2f}e-{rng.randrange(5, 7):02d}"
                    if rng.random() < 0.3
                    else round(rng.random() ** (0.2 if genre in ("techno", "classical") else 6), 4),
                    round(rng.uniform(0.04, 0.6), 3),
                    round(rng.uniform(0.05, 0.96), 3),
                    round(rng.gauss(tempo, 6 if genre in ("techno", "house") else 24), 3),
                    weighted(rng, {4: 90, 3: 8, 5: 2}),
                    genre,
                ]
            )
    shared = [row for row in rows if row[-1] in ("techno", "acoustic") and row[5] < 60][4::9]
    for row, genre in zip(shared, ["house", "rock", "house", "rock", "k-pop"]):
        rows.append([len(rows), *row[1:-1], genre])
    rows[170][2:5] = ["", "", ""]
    header = (
        ",track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,energy,key,loudness,mode"
    )
    header += ",speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature,track_genre"
    write("spotify_tracks.csv", header.split(","), rows)
