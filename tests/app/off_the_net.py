"""Runs a command that the kernel kills the moment it, or a process it starts, asks for a socket to anywhere else.

`python -m tests.app.off_the_net COMMAND…`. Only sockets within the machine (AF_UNIX) are let through. A seccomp filter
sees what every library does, Qt's and CUPS' C code too; it is inherited and cannot be taken off.
"""

from __future__ import annotations

import ctypes
import os
import platform
import sys

SOCKET_CALLS = {"x86_64": 41, "aarch64": 198}
"""The number of the system call `socket` (Linux `unistd.h`)."""
AF_UNIX = 1
_SET_SECCOMP, _NO_NEW_PRIVILEGES, _FILTER = 22, 38, 2  # `prctl.h`, `seccomp.h`
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06  # classic BPF
_CALL, _FIRST_ARGUMENT = 0, 16  # where they stand in `struct seccomp_data`, of a little-endian machine
_ALLOW, _KILL_PROCESS = 0x7FFF0000, 0x80000000


class _Instruction(ctypes.Structure):
    _fields_ = [("code", ctypes.c_ushort), ("yes", ctypes.c_ubyte), ("no", ctypes.c_ubyte), ("value", ctypes.c_uint)]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("first", ctypes.POINTER(_Instruction))]


def stay_off_the_net() -> None:
    """From now on this process, and all it starts, is killed by SIGSYS at such a socket. Raises OSError."""
    instructions = (
        _Instruction(_LOAD, 0, 0, _CALL),
        _Instruction(_JUMP_IF_EQUAL, 0, 2, SOCKET_CALLS[platform.machine()]),
        _Instruction(_LOAD, 0, 0, _FIRST_ARGUMENT),
        _Instruction(_JUMP_IF_EQUAL, 0, 1, AF_UNIX),
        _Instruction(_RETURN, 0, 0, _ALLOW),
        _Instruction(_RETURN, 0, 0, _KILL_PROCESS),
    )
    program = _Program(len(instructions), (_Instruction * len(instructions))(*instructions))
    system = ctypes.CDLL(None, use_errno=True)
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or system.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program)):
        raise OSError(ctypes.get_errno(), "seccomp")


if __name__ == "__main__":
    stay_off_the_net()
    os.execvp(sys.argv[1], sys.argv[1:])
