"""What is done to files: one small seam, where each thing can fail, and says at which path it did."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_IMODE, S_ISDIR

from generator.mark import mark

FILE, FOLDER = 0o644, 0o755
"""The modes of all that is published, whatever the umask: a web server may read it, its owner alone may write it."""

At = str | os.PathLike[str]


def write(path: At, content: bytes) -> None:
    """A new file with this content: what is there already, and may be another's too by a hard link, gives way."""
    pour(path, (content,))


def pour(path: At, parts: Iterable[bytes]) -> None:
    """A new file of these parts, as `write`."""
    file = _new(path)
    try:
        os.fchmod(file, FILE)
        for part in parts:
            _whole(file, part)
    except OSError as error:
        raise _at(path, error) from error
    finally:
        os.close(file)


def replace(path: At, *parts: bytes) -> None:
    """The file at this path with these parts, which appears there whole or not at all."""
    folder, name = os.path.split(os.fspath(path))
    part = os.path.join(folder, f".{name}.{mark()}")  # noqa: PTH118
    try:
        pour(part, parts)
        rename(part, path)
    except OSError:
        _quietly(unlink, part)
        raise


def stamp(file: int, path: At, content: bytes, at: int) -> None:
    """Writes over what an open file has at this place."""
    try:
        written = os.pwrite(file, content, at)
    except OSError as error:
        raise _at(path, error) from error
    if written != len(content):
        raise OSError(errno.EIO, "not all of it was written", os.fspath(path))


def link(source: At, at: At) -> None:
    """The same file at another place, or a copy where the file system has no such links; what is there gives way."""
    try:
        _linked(source, at)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        pour(at, _parts(source))


def rename(old: At, new: At) -> None:
    """Another name, in the place of a file or link of that name, or of an empty folder (POSIX.1-2017 `rename`)."""
    os.rename(old, new)  # noqa: PTH104


def exchange(one: At, other: At) -> bool:
    """Both have the other's name at one stroke; whether the system and the file system can do that."""
    call = getattr(_c(), "renameat2", None)
    if call is None:
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP):
        return False
    raise OSError(number, os.strerror(number), os.fspath(one), None, os.fspath(other))


def symlink(to: str, at: At) -> None:
    """A symbolic link."""
    try:
        os.symlink(to, at)  # noqa: PTH211
    except OSError as error:  # it names what the link would lead to
        raise _at(at, error) from error


def unlink(path: At) -> None:
    """Removes a file or a link; there need be none."""
    try:
        os.unlink(path)  # noqa: PTH108
    except FileNotFoundError:
        return


def mkdir(path: At) -> None:
    """A folder with those above it; what is there, and is neither a folder nor a link to one, gives way."""
    try:
        _made(path)
    except FileNotFoundError:
        above = os.path.dirname(os.fspath(path))  # noqa: PTH120
        if above == path:
            raise
        mkdir(above)
        _made_in(above, path)


def own(path: At) -> None:
    """A folder where there is one to be in: what is there and is none gives way, a link to one too."""
    try:
        os.mkdir(path, FOLDER)  # noqa: PTH102
    except FileExistsError:
        if S_ISDIR(os.lstat(path).st_mode):
            return
        unlink(path)
        os.mkdir(path, FOLDER)  # noqa: PTH102
    os.chmod(path, FOLDER)  # noqa: PTH101 - the umask has taken away what it likes


def rmdir(path: At) -> None:
    """Removes an empty folder."""
    os.rmdir(path)  # noqa: PTH106


def remove(path: At) -> None:
    """Removes whatever is there, with all that is in it; there need be nothing."""
    if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112, PTH114
        shutil.rmtree(path)
    else:
        unlink(path)


def usual(path: At) -> None:
    """Gives a file or folder the mode of what is published."""
    mode = os.lstat(path).st_mode
    wanted = FOLDER if S_ISDIR(mode) else FILE
    if S_IMODE(mode) != wanted:
        os.chmod(path, wanted)  # noqa: PTH101


def sync(folder: At) -> None:
    """Has all that was written to the folder's file system reach its disk (Linux `syncfs`), or all below the
    folder."""
    call = getattr(_c(), "syncfs", None)
    if call is None:
        for where, _, names in os.walk(folder):
            for name in names:
                sync_one(os.path.join(where, name))  # noqa: PTH118
            sync_one(where)
        return
    with _opened(folder) as file:
        if call(file) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), os.fspath(folder))


def sync_one(path: At) -> None:
    """Has a file, or which names a folder has, reach the disk."""
    with _opened(path) as file:
        try:
            os.fsync(file)
        except OSError as error:
            if error.errno != errno.EINVAL:  # a file system that has nothing to sync there
                raise _at(path, error) from error


# --- Private ---

_NO_LINKS = {
    errno.EXDEV,
    errno.EPERM,
    errno.EMLINK,
    errno.ENOSYS,
    errno.EOPNOTSUPP,
    getattr(errno, "ENOTSUP", errno.EOPNOTSUPP),
}
_HERE = -100
"""`AT_FDCWD`: paths are relative to the folder in which the process is."""
_EXCHANGE = 2
"""`RENAME_EXCHANGE` (Linux `renameat2`)."""
_PART = 1 << 20

_loaded: list[ctypes.CDLL] = []


def _c() -> ctypes.CDLL | None:
    """The C library, where there is one to be asked by name."""
    if os.name != "posix":
        return None
    if not _loaded:
        _loaded.append(ctypes.CDLL(None, use_errno=True))
    return _loaded[0]


def _at(path: At, error: OSError) -> OSError:
    """The error, with the path, which what is open doesn't know."""
    return OSError(error.errno, error.strerror, os.fspath(path))


def _made(path: At) -> None:
    """A folder in one that is there."""
    try:
        os.mkdir(path, FOLDER)  # noqa: PTH102
    except FileExistsError:
        if os.path.isdir(path):  # noqa: PTH112
            return
        unlink(path)
        os.mkdir(path, FOLDER)  # noqa: PTH102
    os.chmod(path, FOLDER)  # noqa: PTH101 - the umask has taken away what it likes


def _made_in(above: str, path: At) -> None:
    """The same where the folder above was just seen: some file systems say that it isn't there (`/proc`)."""
    try:
        _made(path)
    except FileNotFoundError as error:
        if not os.path.isdir(above):  # noqa: PTH112
            raise
        raise OSError(errno.EOPNOTSUPP, "no folder can be made here", os.fspath(path)) from error


def _new(path: At) -> int:
    try:
        return os.open(path, _NEW, FILE)
    except FileExistsError:
        remove(path)
        return os.open(path, _NEW, FILE)


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _linked(source: At, at: At) -> None:
    try:
        os.link(source, at)
    except FileExistsError:
        remove(at)
        os.link(source, at)


def _whole(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]


def _parts(source: At) -> Iterator[bytes]:
    with Path(source).open("rb") as file:
        while part := file.read(_PART):
            yield part


@contextmanager
def _opened(path: At) -> Iterator[int]:
    file = os.open(path, os.O_RDONLY)
    try:
        yield file
    finally:
        os.close(file)


def _quietly(do: Callable[[At], None], path: At) -> None:
    """Does what may fail too, after something else has."""
    try:
        do(path)
    except OSError:
        return
