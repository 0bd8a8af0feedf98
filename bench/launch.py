"""Starts a command and tells what it took: `python -I -S bench/launch.py COMMAND…`.

A process's peak of memory begins with that of the one that starts it, so whoever measures small
programs has to be small: nothing but these three modules is imported here. Prints the seconds by
the clock, those of all processors, the peak (in the kernel's unit) and the exit status.
"""

import os
import sys
import time

start = time.perf_counter()
pid = os.posix_spawnp(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ],
)
_, status, usage = os.wait4(pid, 0)
wall = time.perf_counter() - start
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
