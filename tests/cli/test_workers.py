from __future__ import annotations

import signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from dateline.cli.workers import _deaf_to_ctrl_c


def _ears() -> bool:
    return signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def test_processes_of_coding_do_not_hear_ctrl_c_and_this_one_does() -> None:
    before = signal.getsignal(signal.SIGINT)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        with _deaf_to_ctrl_c():
            asked = pool.submit(_ears)
        assert asked.result(timeout=120)
    assert signal.getsignal(signal.SIGINT) is before
