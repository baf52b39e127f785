"""Place names on the map."""

from __future__ import annotations

from pathlib import Path

from dateline.resolve.where import Gazetteer
from eval.corpora import Corpora
from eval.figure import Figure, f1, measured, percent
from eval.geoparsing import SETS, Score, articles, half_of, measure_article

TITLE = "Where"
SPLIT = "GeoVirus, GeoWebNews and LGL (its shared part): the halves that nobody looked at"
SCORER = "share within 161 km of the gold point, mentions given; F1 of mentions by overlap, one to one"
ABOUT = """A mention that is not resolved is wrong. The weights were fitted and the rules written on the other
halves. Demonyms and nouns that some sets mark are no places by Dateline's definition and count neither way."""
NAMES = {"geovirus": "GeoVirus", "gwn": "GeoWebNews", "lgl_dev": "LGL"}


def gold(corpora: Corpora) -> list[Path]:
    """The files of the gold."""
    return [corpora.path(f"place/{name}.jsonl.gz") for name in SETS]


def run(corpora: Corpora) -> list[Figure]:
    """Accuracy within 161 km and F1 of mentions, for each set."""
    gazetteer = Gazetteer.open()
    figures = []
    for name in SETS:
        table = []
        for article in articles(corpora.path("place"), name):
            if half_of(article) == "b":
                score = Score()
                measure_article(article, name, gazetteer, score)
                table.append([score.near, score.total, score.found, score.tagged, score.gold])
        title = NAMES[name]
        figures.append(measured(f"{title}: within 161 km", table, percent(0, 1), int(sum(r[1] for r in table))))
        figures.append(measured(f"{title}: mention F1", table, f1(2, 3, 4), int(sum(r[4] for r in table))))
    return figures
