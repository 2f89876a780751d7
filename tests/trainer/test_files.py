"""Uploads and results, as files under opaque names."""

import io
import os
import stat

import pytest

from trainer.errors import FileMissingError, InputError
from trainer.files import FileStore


@pytest.fixture
def store(tmp_path) -> FileStore:
    return FileStore(folder=tmp_path / "files", limit_mb=1)


def test_upload_is_kept_under_an_opaque_name(store):
    stored = store.save(io.BytesIO(b"a,b\n"), suffix=".csv")

    assert store.path(stored.name).read_bytes() == b"a,b\n"
    assert (stored.size, stored.name[-4:], len(stored.name)) == (4, ".csv", 26)
    store.remove(stored.name)
    with pytest.raises(FileMissingError):
        store.path(stored.name)


def test_folder_of_uploads_is_private(store):
    store.save(io.BytesIO(b"a,b\n"), suffix=".csv")

    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_upload_that_is_too_large_leaves_nothing(store):
    with pytest.raises(InputError, match="at most 1 MB"):
        store.save(io.BytesIO(b"x" * (1 << 20) + b"y"), suffix=".csv")

    assert list(store.folder.iterdir()) == []


def test_sweep_removes_only_old_drafts(store):
    kept = store.save(io.BytesIO(b"a,b\n"), suffix=".csv")
    old, new = (store.folder / f"{'a' * 22}.csv.part", store.folder / f"{'b' * 22}.csv.part")
    for path in (old, new, store.path(kept.name)):
        path.write_bytes(b"half")
        os.utime(path, (1000, 1000) if path != new else (3000, 3000))

    store.sweep(before=2000)

    assert {path.name for path in store.folder.iterdir()} == {kept.name, new.name}


@pytest.mark.parametrize("name", ["../poise.db", "/etc/passwd", "", "x.csv", "a" * 22 + ".sh"])
def test_store_gives_out_no_other_file(store, tmp_path, name):
    (tmp_path / "poise.db").write_text("private")
    store.folder.mkdir()
    (store.folder / "x.csv").touch()

    with pytest.raises(FileMissingError):
        store.path(name)
