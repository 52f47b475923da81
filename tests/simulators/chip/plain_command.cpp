#include "tests/simulators/chip/plain_command.h"

namespace balady::simulators {

std::optional<PlainCommand> parseCommand(ByteView command) {
    if (command.size() < 4)
        return std::nullopt;
    PlainCommand plain{command[0], command[1], command[2], command[3], {}, 0};
    auto rest = command.subspan(4);
    if (rest.size() > 1) {
        const std::size_t count = rest[0];
        if (count == 0 || rest.size() - 1 < count || rest.size() - 1 > count + 1)
            return std::nullopt;
        plain.data.assign(rest.begin() + 1, rest.begin() + 1 + static_cast<std::ptrdiff_t>(count));
        rest = rest.subspan(1 + count);
    }
    if (!rest.empty())
        plain.expected = rest[0] == 0 ? 256 : rest[0];
    return plain;
}

} // namespace balady::simulators
