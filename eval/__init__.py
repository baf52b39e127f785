"""Quality on labelled data: needs the corpora, which are not part of this repository."""
