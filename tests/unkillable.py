"""`python -m tests.unkillable COMMAND …`: run a command whose processes cannot kill one another.

By a filter on system calls (seccomp): SIGKILL is sent, and nothing happens, as when its target is stuck in the kernel.
It wants no rights, and cannot be taken off; whoever stands outside can still kill them.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import struct
import sys

KILL = {"x86_64": 62, "aarch64": 129}
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # instructions of the packet filter: a word, a jump, the verdict
NUMBER, SECOND_ARGUMENT = 0, 24  # where they stand in what is filtered
ALLOW, DONE_NOTHING = 0x7FFF0000, 0x00050000


def main() -> None:
    """Filter, then become the command."""
    program = [
        (LOAD, 0, 0, NUMBER),
        (EQUAL, 0, 3, KILL[platform.machine()]),
        (LOAD, 0, 0, SECOND_ARGUMENT),
        (EQUAL, 0, 1, signal.SIGKILL),
        (RETURN, 0, 0, DONE_NOTHING),
        (RETURN, 0, 0, ALLOW),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in program))
    filters = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program), ctypes.addressof(code)))
    libc = ctypes.CDLL(None, use_errno=True)
    for call in (
        (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0),
        (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(filters), 0, 0),
    ):
        if libc.prctl(*call) != 0:
            raise OSError(ctypes.get_errno(), "no filter of system calls")
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606  # that is what it is for


if __name__ == "__main__":
    main()
