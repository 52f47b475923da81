#include "tests/privacy/mappings.h"

#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace balady::privacy {
namespace {

constexpr std::size_t kPiece = 8u << 20;
constexpr std::size_t kPage = 4096;

/// As many bytes as can be read at once; none at a page that nobody can read.
std::size_t readAt(int memory, std::uint64_t address, Bytes& into, std::size_t from, std::size_t size) {
    const auto count = ::pread(memory, into.data() + from, size, static_cast<off_t>(address));
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

} // namespace

std::vector<Mapping> mappingsOf(int pid) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/maps");
    std::vector<Mapping> mappings;
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        Mapping mapping;
        std::string skipped;
        char dash = 0;
        words >> std::hex >> mapping.begin >> dash >> mapping.end >> mapping.permissions >> skipped >>
            skipped >> skipped;
        std::getline(words >> std::ws, mapping.name);
        if (mapping.name.empty())
            mapping.name = "anonymous";
        mappings.push_back(std::move(mapping));
    }
    if (mappings.empty())
        throw std::runtime_error("there is no process " + std::to_string(pid));
    return mappings;
}

void readMapping(int memory, const Mapping& mapping, std::size_t overlap,
                 const std::function<void(ByteView piece, std::uint64_t offset)>& see) {
    Bytes buffer(overlap + kPiece);
    std::size_t kept = 0; // at the front of the buffer: the end of the piece before
    for (auto at = mapping.begin; at < mapping.end;) {
        const auto wanted = std::min<std::uint64_t>(kPiece, mapping.end - at);
        const auto count = readAt(memory, at, buffer, kept, wanted);
        if (count == 0) {
            at = (at / kPage + 1) * kPage;
            kept = 0;
            continue;
        }
        const auto size = kept + count;
        see(ByteView(buffer.data(), size), at - kept - mapping.begin);
        at += count;
        kept = std::min(overlap, size);
        std::copy(buffer.begin() + static_cast<std::ptrdiff_t>(size - kept),
                  buffer.begin() + static_cast<std::ptrdiff_t>(size), buffer.begin());
    }
}

} // namespace balady::privacy
