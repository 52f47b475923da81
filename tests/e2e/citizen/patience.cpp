#include "tests/e2e/citizen/patience.h"

#include <QTest>

namespace balady::e2e {

bool await(const std::function<bool()>& condition, std::chrono::milliseconds limit) {
    return QTest::qWaitFor(condition, static_cast<int>(limit.count()));
}

} // namespace balady::e2e
