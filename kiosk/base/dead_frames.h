// wipeDeadFrames(): overwrites what calls that have returned left on the stack of the thread that calls it.
#pragma once

namespace balady {

/// For a thread that is about to wait after it had personal data: a short text that was moved leaves its letters where it
/// was, and the frames of the call that waits lie over that place without filling it. Reaches 8 KiB, which is more than the
/// frames of a call that waits; the rest is wiped when the visit ends (kiosk/app/dead_stacks.h).
void wipeDeadFrames() noexcept;

} // namespace balady
