#include "tests/privacy/mappings.h"
#include "tests/privacy/searcher.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

using namespace balady;
using namespace balady::privacy;

namespace {

/// A mapping of this very process, with a guard page in the middle.
class Region {
  public:
    static constexpr std::size_t kPage = 4096;
    static constexpr std::size_t kSize = 4100 * kPage; // more than one piece
    Region()
        : m_at(static_cast<std::uint8_t*>(
              ::mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))) {}
    ~Region() { ::munmap(m_at, kSize); }
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;

    void plant(std::size_t offset, std::string_view text) {
        std::memcpy(m_at + offset, text.data(), text.size());
    }
    [[nodiscard]] Mapping mapping() const {
        const auto begin = reinterpret_cast<std::uint64_t>(m_at);
        return {begin, begin + kSize, "rw-p", "anonymous"};
    }

  private:
    std::uint8_t* m_at;
};

std::vector<std::uint64_t> found(const Region& region) {
    const Searcher searcher({{{"identity", "1083746529"}}, {}, {}});
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    REQUIRE(memory >= 0);
    std::vector<std::uint64_t> offsets;
    readMapping(memory, region.mapping(), searcher.overlap(), [&](ByteView piece, std::uint64_t offset) {
        for (const auto& hit : searcher.search(piece))
            offsets.push_back(offset + hit.offset);
    });
    ::close(memory);
    std::sort(offsets.begin(), offsets.end());
    offsets.erase(std::unique(offsets.begin(), offsets.end()), offsets.end());
    return offsets;
}

} // namespace

TEST_CASE("value_in_memory_is_overlooked") {
    Region region;
    constexpr std::size_t kSeam = 8u << 20; // between two pieces
    region.plant(17, "1083746529");
    region.plant(kSeam - 4, "1083746529");
    region.plant(Region::kSize - 10, "1083746529");
    CHECK(found(region) == std::vector<std::uint64_t>{17, kSeam - 4, Region::kSize - 10});
}

TEST_CASE("page_that_nobody_can_read_hides_what_follows") {
    Region region;
    region.plant(3 * Region::kPage, "1083746529");
    // /proc/PID/mem reads through page protections, but not where the mapping has ended.
    ::munmap(reinterpret_cast<void*>(region.mapping().begin + 2 * Region::kPage), Region::kPage);
    CHECK(found(region) == std::vector<std::uint64_t>{3 * Region::kPage});
}

TEST_CASE("mapping_of_a_process_is_not_listed") {
    const auto mappings = mappingsOf(::getpid());
    const Region region;
    const auto has = [](const std::vector<Mapping>& all, std::uint64_t address) {
        return std::any_of(all.begin(), all.end(),
                           [&](const Mapping& one) { return one.begin <= address && address < one.end; });
    };
    CHECK(has(mappingsOf(::getpid()), region.mapping().begin));
    const int onStack = 0;
    CHECK(has(mappings, reinterpret_cast<std::uint64_t>(&onStack)));
}
