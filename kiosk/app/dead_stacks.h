// wipeDeadStacks(): overwrites what calls that have returned left behind on the stacks of this program's threads.
#pragma once

#include <cstddef>

namespace balady::app {

struct WipedStacks {
    std::size_t wiped = 0;
    std::size_t missed = 0; ///< threads that take no signals, or none in time
};

/// Every thread, whosever library it belongs to, gives the part of its stack below its present call back to the system, at a
/// signal, and goes on with what it did. A number that was on a stack only for a moment would else stay there until a deeper
/// call happens to cover it. Takes a millisecond, at most a tenth of a second. One caller at a time; any thread.
WipedStacks wipeDeadStacks();

} // namespace balady::app
