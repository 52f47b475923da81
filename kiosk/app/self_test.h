// Self-test: makes every page once with the properties that the view gives it, in both languages; GUI thread.
#pragma once

namespace balady::app {

/// 0 if every page came up without a QML warning; else 1, and the log says which did not.
[[nodiscard]] int selfTest();

} // namespace balady::app
