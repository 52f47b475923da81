// CodeScanner: a hand scanner for bar codes and QR codes; core thread.
#pragma once

#include "kiosk/ports/task.h"

#include <string>
#include <vector>

namespace balady::ports {

class CodeScanner {
  public:
    virtual ~CodeScanner() = default;
    /// The next whole scan, printable ASCII. What was scanned while nobody waited is gone: it was not meant for this
    /// page. Waits as long as it takes, also for a scanner that is not plugged in. Cancelled when a newer wait takes
    /// its place.
    virtual Task<std::string> nextScan() = 0;
    /// The same with what comes on its heels, within 0.3 s, oldest first: the lines of a machine readable zone, which
    /// some scanners send one by one. At least one, at most eight.
    virtual Task<std::vector<std::string>> nextScans() = 0;
};

} // namespace balady::ports
