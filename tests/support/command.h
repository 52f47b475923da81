// output: runs a program in a test and answers what it wrote.
#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

namespace balady::tests {

/// Standard output of a shell command; throws if it cannot be run or fails.
inline std::string output(const std::string& command) {
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr)
        throw std::runtime_error("cannot run " + command);
    std::string text;
    std::array<char, 65536> chunk{};
    for (std::size_t got; (got = std::fread(chunk.data(), 1, chunk.size(), pipe)) > 0;)
        text.append(chunk.data(), got);
    if (::pclose(pipe) != 0)
        throw std::runtime_error("failed: " + command);
    return text;
}

} // namespace balady::tests
