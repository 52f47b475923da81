#include "tests/bench/ui/virtual_display.h"

namespace balady::bench {

// -noreset: the server would begin anew whenever its last client leaves. A painted pointer would be a change on the
// screen that no page made.
VirtualDisplay::VirtualDisplay()
    : m_server({"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1080x1920x24", "-nolisten", "tcp",
                "-noreset", "-nocursor"}),
      m_name(":" + m_server.line(std::chrono::seconds(30))) {}

} // namespace balady::bench
