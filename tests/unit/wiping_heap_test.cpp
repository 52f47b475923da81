// What is left of memory that was given back; this program has the heap of the kiosk.
#include <doctest/doctest.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

namespace {

/// A number of its own, so that the compiler does not follow the block.
std::uintptr_t placeOf(const void* block) {
    auto place = reinterpret_cast<std::uintptr_t>(block);
    asm volatile("" : "+r"(place));
    return place;
}

/// Whether any of those bytes is still what the block was filled with. The heap may keep its own lists in the first 16.
bool keeps(std::uintptr_t place, std::size_t size, char filling) {
    const auto* bytes = reinterpret_cast<const volatile char*>(place);
    std::size_t left = 0;
    for (std::size_t i = 16; i < size; ++i)
        left += bytes[i] == filling;
    return left > 8;
}

constexpr char kFilling = '\x5c';

} // namespace

TEST_CASE("freed_memory_keeps_what_was_in_it") {
    for (const std::size_t size : {40, 1'000, 3'000, 100'000}) { // each is another part of the heap's
        CAPTURE(size);
        // Behind it, so that the heap is not given back to the system, where nobody could look.
        auto* block = static_cast<char*>(std::malloc(size));
        const std::unique_ptr<char[]> behind(new char[64]);
        std::memset(block, kFilling, size);
        const auto place = placeOf(block);
        REQUIRE(keeps(place, size, kFilling));
        std::free(block);
        CHECK_FALSE(keeps(place, size, kFilling));
    }
}

TEST_CASE("grown_block_leaves_its_old_place_as_it_was") {
    auto* block = static_cast<char*>(std::malloc(500));
    const std::unique_ptr<char[]> behind(new char[64]);
    std::memset(block, kFilling, 500);
    const auto place = placeOf(block);
    auto* grown = static_cast<char*>(std::realloc(block, 50'000));
    REQUIRE(placeOf(grown) != place);
    CHECK(keeps(placeOf(grown), 500, kFilling));
    CHECK_FALSE(keeps(place, 500, kFilling));
    std::free(grown);
}

TEST_CASE("shrunk_block_leaves_its_end_as_it_was") {
    auto* block = static_cast<char*>(std::malloc(5'000));
    const std::unique_ptr<char[]> behind(new char[64]);
    std::memset(block, kFilling, 5'000);
    const auto place = placeOf(block);
    auto* shrunk = static_cast<char*>(std::realloc(block, 100));
    CHECK(keeps(placeOf(shrunk), 100, kFilling));
    CHECK_FALSE(keeps(place + 128, 4'800, kFilling));
    std::free(shrunk);
}

TEST_CASE("string_of_another_library_stays_when_it_goes") {
    std::uintptr_t place = 0;
    {
        const std::string text(200, kFilling);
        place = placeOf(text.data());
    }
    CHECK_FALSE(keeps(place, 200, kFilling));
}

TEST_CASE("heap_breaks_the_contract_of_the_c_library") {
    std::free(nullptr);
    auto* block = std::realloc(nullptr, 10);
    REQUIRE(block != nullptr);
    errno = 42;
    std::free(block);
    CHECK(errno == 42);
    block = std::malloc(100);
    errno = 0;
    CHECK(std::realloc(block, SIZE_MAX / 2) == nullptr); // and the block is still there
    std::memset(block, 1, 100);
    CHECK(std::realloc(block, 0) == nullptr);
}
