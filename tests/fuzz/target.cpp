#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace balady::fuzz {
namespace {

/// Made by the first registration, whichever file that is in.
std::vector<Target>& known() {
    static std::vector<Target> list;
    return list;
}

} // namespace

std::span<const Target> targets() {
    return known();
}

Registration::Registration(std::string_view name, Run run) {
    known().push_back({name, run});
}

void mustHold(bool holds, std::string_view promise) {
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
    std::abort();
}

std::uint8_t Portions::byte() {
    if (m_rest.empty())
        return 0;
    const auto first = m_rest.front();
    m_rest = m_rest.subspan(1);
    return first;
}

ByteView Portions::portion() {
    const std::size_t high = byte();
    const auto size = std::min(high << 8 | byte(), m_rest.size());
    const auto part = m_rest.first(size);
    m_rest = m_rest.subspan(size);
    return part;
}

} // namespace balady::fuzz
