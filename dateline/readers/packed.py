"""Files inside zip archives, read as those of a folder are; office files, which are such archives too."""

from __future__ import annotations

import io
import tempfile
import zipfile
import zlib
from collections.abc import Collection, Iterator
from typing import BinaryIO, cast

from dateline.errors import ArticleError
from dateline.readers import office
from dateline.readers.source import Stream, beside, passed_over, streamed

MARK = b"PK\x03\x04"
MOST_BYTES = 4_000_000_000
HELD = 32_000_000
"""Bytes of an archive that are held in memory; a larger one is put on disk while it is read."""
LONGEST_KIND = 200
OFFICE = ("[content_types].xml", "mimetype", "meta-inf/manifest.xml")
"""Files that tell that a zip is an office document, an e-book or the like."""


def members(stream: Stream) -> Iterator[Stream | ArticleError]:
    """The files of an archive sorted by name, without hidden ones and those that are no reports.

    A Word or open document is one file of text, a workbook one table. Raises ArticleError where it is another office
    file, or damaged.
    """
    with tempfile.SpooledTemporaryFile(max_size=HELD) as whole:
        length = 0
        while piece := stream.bytes.read(1 << 20):
            length += len(piece)
            if length > MOST_BYTES:  # what is packed once more may be made to fill the disk
                raise ArticleError(stream.name, f"the zip is longer than {MOST_BYTES:,} bytes: unpack it first")
            whole.write(piece)
        try:
            with zipfile.ZipFile(cast(BinaryIO, whole)) as archive:
                yield from _members(stream.name, archive)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise ArticleError(stream.name, "the zip is damaged or cut off: get it again") from error


def _members(source: str, archive: zipfile.ZipFile) -> Iterator[Stream | ArticleError]:
    """Each file in a zip, opened in turn; a document that is a zip itself is one. ArticleError for what is not read."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    inside = {info.filename for info in infos}
    if (whole := _document(source, archive, inside)) is not None:
        yield whole
        return
    names = {info.filename: info for info in infos if not _hidden(info.filename)}
    kept, others = beside(sorted(names))
    for name in kept:
        place = f"{source}/{name}"
        if names[name].flag_bits & 1:
            yield ArticleError(place, "it is locked with a password: unpack the zip first")
            continue
        try:
            with archive.open(names[name]) as raw:
                yield streamed(place, name, cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, raw))))
        except NotImplementedError:
            yield ArticleError(place, "it is packed in a way that is not read: unpack the zip first")
        except ArticleError as error:
            yield error
    if others:
        yield ArticleError(source, passed_over(others))
    elif not kept:
        yield ArticleError(source, "the zip holds no files")


def _document(source: str, archive: zipfile.ZipFile, inside: Collection[str]) -> Stream | None:
    """The one file that an office file is; None for other archives."""
    if office.DOCUMENT in inside:
        return streamed(source, "document.txt", cast(BinaryIO, io.BytesIO(office.text(source, archive))))
    if office.WORKBOOK in inside:
        return streamed(source, "sheet.csv", cast(BinaryIO, io.BytesIO(office.table(source, archive))))
    if _kind(archive) == office.OPEN_KIND:
        return streamed(source, "document.txt", cast(BinaryIO, io.BytesIO(office.open_text(source, archive))))
    if any(name.lower() in OFFICE for name in inside):
        raise ArticleError(source, "this is an office file or e-book: save it as .docx, .xlsx, PDF or text")
    return None


def _kind(archive: zipfile.ZipFile) -> bytes:
    """What the archive says that it is, as open documents and e-books do."""
    try:
        info = archive.getinfo("mimetype")
    except KeyError:
        return b""
    return archive.read(info).strip() if info.file_size < LONGEST_KIND else b""


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
