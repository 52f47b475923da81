// Lets every target read every file of its folder of seeds once, in a build without a fuzzer: a target cannot rot, and
// an input that once broke a parser is tried again with each test run.
// usage: fuzz_seeds SEEDS     Ends with 1 if a target has no seeds, or seeds no target; a broken promise aborts.
#include "tests/fuzz/target.h"

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;
using namespace balady;

/// Longer than any seed needs even where everything is slow: what takes this long would stop a terminal.
constexpr std::clock_t kPatience = 10 * CLOCKS_PER_SEC; // of the processor: a busy machine is nobody's fault

Bytes bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// How many seeds it has read.
int runSeeds(const fuzz::Target& target, const fs::path& folder) {
    int count = 0;
    for (const auto& file : fs::directory_iterator(folder)) {
        // Before the run: an abort leaves the name of the input as the last line.
        std::printf("%s\n", file.path().c_str());
        std::fflush(stdout);
        const auto input = bytesOf(file);
        const auto begin = std::clock();
        target.run(input);
        fuzz::mustHold(std::clock() - begin < kPatience, "an input is read in a moment");
        ++count;
    }
    return count;
}

bool isTarget(const std::string& name) {
    for (const auto& target : fuzz::targets())
        if (target.name == name)
            return true;
    return false;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: fuzz_seeds SEEDS\n");
        return 2;
    }
    const fs::path seeds = argv[1];
    bool good = true;
    for (const auto& folder : fs::directory_iterator(seeds))
        if (!isTarget(folder.path().filename())) {
            std::fprintf(stderr, "no target reads %s\n", folder.path().c_str());
            good = false;
        }
    int count = 0;
    for (const auto& target : fuzz::targets()) {
        const auto folder = seeds / target.name;
        const int read = fs::is_directory(folder) ? runSeeds(target, folder) : 0;
        if (read == 0)
            std::fprintf(stderr, "no seeds in %s\n", folder.c_str());
        good = good && read > 0;
        count += read;
    }
    std::printf("%d seeds, %zu targets\n", count, fuzz::targets().size());
    return good ? 0 : 1;
}
