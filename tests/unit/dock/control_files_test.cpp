#include "tests/simulators/dock/surroundings/control_files.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

using balady::dock::ControlFiles;
using balady::tests::TempFolder;

namespace {

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("half_written_word_is_read") {
    const TempFolder folder;
    ControlFiles files;
    files.setFolder(QString::fromStdString(folder.path().string()));
    // Words longer than any buffer on the way, so that a write in place could be seen half done.
    const std::string one(200'000, 'a');
    const std::string other(300'000, 'b');
    REQUIRE(files.put("card", QString::fromStdString(one)));

    std::set<std::string> seen;
    std::atomic<bool> done = false;
    std::thread device([&] {
        while (!done)
            seen.insert(content(folder / "card"));
    });
    for (int i = 0; i < 100; ++i)
        files.put("card", QString::fromStdString(i % 2 == 0 ? other : one));
    done = true;
    device.join();
    seen.erase(one + '\n');
    seen.erase(other + '\n');
    CHECK(seen.empty());
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) ==
          1); // and nothing is left beside it
}

TEST_CASE("word_that_a_shell_wrote_is_overlooked") {
    const TempFolder folder;
    ControlFiles files;
    files.setFolder(QString::fromStdString(folder.path().string()));
    CHECK(files.words().isEmpty());
    int announced = 0;
    QObject::connect(&files, &ControlFiles::wordsChanged, [&] { ++announced; });

    std::ofstream(folder / "receipt-printer") << "paper-out\n";
    files.refresh();
    CHECK(files.words()["receipt-printer"] == "paper-out");
    files.refresh();
    CHECK(announced == 1);
}

TEST_CASE("card_that_was_taken_is_still_shown") {
    const TempFolder folder;
    ControlFiles files;
    files.setFolder(QString::fromStdString(folder.path().string()));
    REQUIRE(files.put("card", "citizen"));
    CHECK(content(folder / "card") == "citizen\n");
    CHECK(files.words()["card"] == "citizen");
    REQUIRE(files.put("card", ""));
    CHECK(content(folder / "card").empty());
    CHECK_FALSE(files.words().contains("card"));
}

TEST_CASE("word_that_could_not_be_written_is_shown_as_obeyed") {
    const TempFolder folder;
    ControlFiles files;
    files.setFolder(QString::fromStdString((folder / "absent").string()));
    CHECK_FALSE(files.put("card", "citizen"));
    CHECK(files.words().isEmpty());
}
