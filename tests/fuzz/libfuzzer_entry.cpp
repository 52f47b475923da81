// What libFuzzer calls: the program's one target.
#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) { // NOLINT: libFuzzer's name
    balady::fuzz::targets().front().run({data, size});
    return 0;
}
