#include "tests/simulators/chip/plain_command.h"

namespace balady::simulators {

std::size_t expectedIn(ByteView le) {
    if (le.empty())
        return 0;
    std::size_t value = 0;
    for (const auto byte : le)
        value = value << 8 | byte;
    return value != 0 ? value : std::size_t{1} << (8 * le.size());
}

std::optional<PlainCommand> parseCommand(ByteView command) {
    if (command.size() < 4)
        return std::nullopt;
    PlainCommand plain{command[0], command[1], command[2], command[3], {}, 0};
    auto rest = command.subspan(4);
    const bool extended = rest.size() > 2 && rest[0] == 0;
    const std::size_t lengthSize = extended ? 2 : 1;
    if (extended)
        rest = rest.subspan(1);
    if (rest.size() > lengthSize) {
        const std::size_t count = extended ? static_cast<std::size_t>(rest[0] << 8 | rest[1]) : rest[0];
        rest = rest.subspan(lengthSize);
        if (count == 0 || rest.size() < count)
            return std::nullopt;
        plain.data.assign(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(count));
        rest = rest.subspan(count);
    }
    if (!rest.empty() && rest.size() != lengthSize)
        return std::nullopt;
    plain.expected = expectedIn(rest);
    return plain;
}

} // namespace balady::simulators
