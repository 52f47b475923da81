// confine(): what this process may still ask of the kernel; private to this folder.
#pragma once

#include "kiosk/base/result.h"

namespace balady::sight {

/// Ends with the terminal, leaves no core dump and lets no program of its account look into it, never gets more rights than
/// it has, and keeps its memory and its files within bounds (prctl(2), setrlimit(2)). Before anything else. Bug, if the kernel
/// refuses.
[[nodiscard]] Result<Done> limitProcess();

/// What the pictures come from.
enum class Eyes {
    Device, ///< a descriptor that the terminal hands over: no file is opened
    Scenes  ///< files, which are opened for reading; a development profile's alone
};

/// From here on every thread may work with what it has: memory, the terminal's socket, the camera's controls. Whoever asks for
/// anything else (a file, a socket, a program, a thread, a process) is killed with the whole process (seccomp(2)). After
/// everything has been made that the pictures need. Bug, if the kernel refuses. Does nothing in a build with sanitizers, which
/// open files and ask for more at any time.
[[nodiscard]] Result<Done> confine(Eyes eyes);

} // namespace balady::sight
