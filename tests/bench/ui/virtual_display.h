// VirtualDisplay: a terminal's screen in memory, for one bench alone.
#pragma once

#include "tests/support/child_process.h"

#include <string>

namespace balady::bench {

class VirtualDisplay {
  public:
    /// Starts Xvfb with 1080 x 1920 pixels on a free number. Throws when it does not come up.
    VirtualDisplay();

    /// For DISPLAY: ":N".
    [[nodiscard]] const std::string& name() const { return m_name; }

  private:
    tests::ChildProcess m_server;
    std::string m_name;
};

} // namespace balady::bench
