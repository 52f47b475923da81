// Result<T>: a value or the Fault that prevented it; every operation that can fail returns one.
#pragma once

#include "kiosk/base/fault.h"

#include <boost/system/result.hpp>

#include <stdexcept>

namespace balady {

/// Found by argument-dependent lookup when somebody calls value() on a failed Result: that is a bug in the
/// caller, so it ends in an exception that nobody catches.
[[noreturn]] inline void throw_exception_from_error(const Fault& fault, const boost::source_location&) {
    throw std::logic_error("unchecked fault: " + fault.context);
}

template <class T>
using Result = boost::system::result<T, Fault>;

/// What an operation without a value answers.
struct Done {
    friend bool operator==(Done, Done) { return true; }
};

} // namespace balady
