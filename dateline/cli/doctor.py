"""`dateline doctor`: is everything there, does it fit together, how fast is it here?"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import typer

from dateline.errors import DatelineError

LIBRARIES = ("numpy", "onnxruntime", "trafilatura", "py3langid", "pypdf", "typer", "rich")

SAMPLE = (
    "Rebels attacked an army post near the northern town on Monday, killing at least seven soldiers, "
    "the defence ministry said. The president condemned the attack and promised help to the families.\n"
)


def doctor() -> None:
    """Check the installation part by part; exit code 1 where something is wrong."""
    import dateline
    from dateline import settings

    typer.echo(f"dateline {dateline.__version__} · Python {platform.python_version()} · {platform.platform()}")
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("libraries", _libraries),
        ("codebook", _codebook),
        ("model", _model),
        ("gazetteer", _gazetteer),
        ("actor list", _actors),
        ("coding", _coding),
    )
    typer.echo(f"  your own data: {settings.home()}{'' if settings.home().is_dir() else ' (none)'}")
    wrong = sum(not _check(name, check) for name, check in checks)
    if wrong:
        typer.echo(f"{wrong} of {len(checks)} checks failed")
        raise typer.Exit(1)
    typer.echo("all is well")


def _check(name: str, check: Callable[[], str]) -> bool:
    try:
        typer.echo(f"  ok    {name:<11} {check()}")
    except DatelineError as error:
        typer.echo(f"  WRONG {name:<11} {error}")
        return False
    except Exception as error:  # noqa: BLE001 - a doctor reports whatever it finds
        typer.echo(f"  WRONG {name:<11} {type(error).__name__}: {error}")
        return False
    return True


def _libraries() -> str:
    found = []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            raise DatelineError(f"{name} is not installed: pip install dateline again") from None
    return ", ".join(found)


def _codebook() -> str:
    from dateline.codebooks.own import chosen, usable

    book = usable(chosen())
    modes = sum(len(t.modes) for t in book.types.values())
    return f"{book.id}: {len(book.types)} types, {modes} modes, {len(book.contexts)} contexts"


def _model() -> str:
    from dateline.annotate.model import Model
    from dateline.codebooks.codebook import Codebook

    model, book = Model(), Codebook.load()
    if model.card.codebook != book.id:
        raise DatelineError(f"the model was trained for {model.card.codebook}, the codebook is {book.id}")
    return f"digest {model.card.digest}, for {model.card.codebook}"


def _gazetteer() -> str:
    from dateline import settings
    from dateline.resolve.where import Gazetteer

    return f"{Gazetteer.open(settings.gazetteer()).size:,} places"


def _actors() -> str:
    from dateline import settings
    from dateline.resolve.who import ActorList

    return f"{len(ActorList.load(settings.actor_lists()).entries):,} actors"


def _coding() -> str:
    from dateline import pipeline
    from dateline.records.article import Article

    started = time.perf_counter()
    parts = pipeline.load()
    loaded = time.perf_counter() - started
    article = Article("doctor", SAMPLE, published="2024-08-02")
    coded = pipeline.code_article(article, parts)
    if not coded.events:
        raise DatelineError("no event was found in a plain attack report: reinstall dateline")
    text = SAMPLE * 12
    started = time.perf_counter()
    pipeline.code_article(Article("doctor", text, published="2024-08-02"), parts)
    rate = len(text.split()) / (time.perf_counter() - started)
    return f"parts loaded in {loaded:.1f} s, {rate:,.0f} words a second on one processor of {sys.platform}"
