"""What is not whole yet is named by who makes it, so that the next can tell what somebody left who was ended."""

from __future__ import annotations

import os
import re
import socket

HOST = re.sub(r"[^0-9A-Za-z]", "", socket.gethostname()) or "here"


def mark() -> str:
    """How the name of a thing ends that is being made: by whom, `HOST-PID`."""
    return f"{HOST}-{os.getpid()}"


def lives(pid: int) -> bool:
    """Whether there is a process of this number on this machine: perhaps another one, by now."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
