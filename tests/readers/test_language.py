from __future__ import annotations

import subprocess
import sys

from dateline.readers.language import identified

PLAIN = (
    "Fishermen from the northern coast have blocked the harbour of Ostby with their boats, and they said that the new "
    "quotas were decided without them."
)
QUOTING = (
    "« The fishermen were heard », a dit le ministre. Les pêcheurs de la côte du nord ont bloqué le port avec leurs "
    "bateaux, et le gouvernement a promis de les recevoir mardi prochain à la préfecture."
)


def test_plain_english_is_told_without_a_model() -> None:
    code = "import sys; from dateline.readers.language import identified as i; print(i(sys.argv[1]), *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, PLAIN], capture_output=True, text=True, check=True)
    language, *modules = done.stdout.split()
    assert language == "en"
    assert "py3langid" not in modules


def test_english_words_quoted_do_not_make_a_text_english() -> None:
    assert identified(QUOTING) == "fr"
