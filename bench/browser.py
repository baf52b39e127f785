"""What a reader waits for: `python -m bench.browser --db FILE` times pages in headless Chromium, in milliseconds.

A first view begins with an empty cache and ends when list, timeline, counts and map are drawn; a filter change begins
with the click and ends when all four are drawn anew; an article opens from a click in the list until its text stands
with its marks. Each ends with the first frame after the last answer. Beside it stands the processor time that server
and browser spent on it together, which other work on the machine changes less. `--db` is a store that
`python -m bench.views --build` made, or any other. Needs chromium and the test extra.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.serving import launched, served

COUNTING = """
window.asked = 0; window.open_ = 0;
const real = window.fetch;
window.fetch = async (...given) => {
  window.asked++; window.open_++;
  try {
    const answer = await real(...given);
    const json = answer.json.bind(answer);
    answer.json = async () => { try { return await json(); } finally { window.open_--; answer.counted = true; } };
    return answer;
  } catch (error) { window.open_--; throw error; }
};
window.frames_ = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
window.until = async (ready, began) => {
  const last = performance.now() + 60000;
  while (performance.now() < last) {
    await window.frames_();
    if (window.open_ === 0 && ready()) { await window.frames_(); return performance.now() - began; }
  }
  throw new Error("not ready after a minute");
};
"""
"""How many answers are awaited, and until when."""
DRAWN = """() => document.querySelector(".incidents > li") !== null && document.querySelectorAll(".facet").length > 2
  && document.querySelector(".listpane")?.ariaBusy !== "true" && document.querySelector(".map") !== null"""
CHANGED = """([field, n]) => {
  const box = document.querySelectorAll(`.facet`)[field].querySelectorAll("input[type=checkbox]")[n];
  const began = performance.now(), before = window.asked;
  box.click();
  return window.until(() => window.asked > before && document.querySelector(".listpane")?.ariaBusy !== "true", began);
}"""
OPENED = """(n) => {
  const link = document.querySelectorAll(".articles td.title a")[n], before = window.asked, began = performance.now();
  link.click();
  return window.until(() => window.asked > before && document.querySelector(".article-text") !== null, began);
}"""
TOLD = """(n) => {
  const link = document.querySelectorAll(".incidents > li a")[n], before = window.asked, began = performance.now();
  link.click();
  return window.until(() => window.asked > before && document.querySelector("main h1") !== null, began);
}"""
BARS = {"first view": 1500, "filter change": 500, "article opens": 300}
"""What they may take at most."""


Took = tuple[float, float]
"""Milliseconds by the clock and of the processors."""


def measured(browser: Browser, base: str, times: int) -> Iterator[tuple[str, list[Took]]]:
    """What was done, and what each time took."""
    yield "first view", [_timed(lambda: _first_view(browser, base)) for _ in range(times)]
    page = _page(browser, base)
    _go(page, "/incidents", f"() => window.until({DRAWN}, 0)")
    chosen = [[field, n] for n in range((times + 1) // 2) for field in (0, 1, 2)][:times]
    yield (
        "filter change",
        [_timed(partial(page.evaluate, CHANGED, one)) for one in chosen for _ in (True, False)],
    )
    opened, told = [], []
    for n in range(times):
        _go(page, "/articles", "() => window.until(() => document.querySelector('.articles td.title a'), 0)")
        opened.append(_timed(partial(page.evaluate, OPENED, n)))
        _go(page, "/incidents", f"() => window.until({DRAWN}, 0)")
        told.append(_timed(partial(page.evaluate, TOLD, n)))
    yield "article opens", opened
    yield "incident opens", told


def _timed(act: Callable[[], float]) -> Took:
    before = _spent()
    return act(), 1000 * (_spent() - before)


def _spent() -> float:
    """Seconds of the processors that all programs begun from here took so far; 0 where /proc does not tell."""
    found: dict[int, tuple[int, float]] = {}
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = file.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue  # it has ended meanwhile
        found[int(file.parent.name)] = int(told[1]), (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    mine, edge = 0.0, {os.getpid()}
    while edge:
        edge = {pid for pid, (parent, _) in found.items() if parent in edge}
        mine += sum(found[pid][1] for pid in edge)
    return mine


def _first_view(browser: Browser, base: str) -> float:
    page = _page(browser, base)
    took: float = _go(page, "/incidents", f"() => window.until({DRAWN}, 0)")
    page.context.close()
    return took


def _page(browser: Browser, base: str) -> Page:
    page = browser.new_context(base_url=base, viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(60_000)
    page.add_init_script(COUNTING)
    return page


def _go(page: Page, path: str, ready: str) -> float:
    page.goto(path, wait_until="commit")
    return float(page.evaluate(ready))


def main() -> int:
    """Serve, measure, print; 1 where something took longer than it may."""
    parser = argparse.ArgumentParser(prog="bench.browser", description=__doc__)
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    slow = 0
    with (
        tempfile.TemporaryDirectory() as name,
        sync_playwright() as playwright,
        served(options.db, log=Path(name) / "server.log") as base,
    ):
        browser = launched(playwright)
        for what, times in measured(browser, base, options.times):
            clock, spent = zip(*times, strict=True)
            median = statistics.median(clock)
            slow += median > BARS.get(what, float("inf"))
            sys.stdout.write(
                f"{what:<16} {len(times):2} times, median {median:6.0f} ms, longest {max(clock):6.0f} ms; "
                f"of the processors {statistics.median(spent):6.0f} ms, at most {max(spent):6.0f} ms\n"
            )
            sys.stdout.flush()
        browser.close()
    return 1 if slow else 0


if __name__ == "__main__":
    raise SystemExit(main())
