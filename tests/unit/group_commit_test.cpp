#include "kiosk/store/group_commit.h"
#include "kiosk/store/open_database.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <doctest/doctest.h>

#include <future>
#include <thread>

using namespace balady;
using store::GroupCommit;

// The order that a busy machine brings about once in many ends: the timer rings while the thread is at work with a commit and
// the end behind it in the queue, so that both come before the timer is heard, and it finds that the log was not quiet.
TEST_CASE("timer_that_rang_before_the_end_is_heard_after_it") {
    const tests::TempFolder folder;
    auto database = store::openDatabase({folder / "store.db", {}});
    REQUIRE(database.has_value());
    REQUIRE(database->execute("CREATE TABLE heap (bytes BLOB)").has_value());

    boost::asio::io_context context; // outlives its callee's thread
    std::optional<GroupCommit> commits(std::in_place, *database);
    const auto insert = [&]() -> Result<Done> {
        return database->execute("INSERT INTO heap VALUES (zeroblob(4000000))");
    };
    REQUIRE(tests::runTask(context, commits->write(insert)).has_value());
    REQUIRE(database->pagesInLog() >
            store::Database::kReservedPages); // so it listens for a quiet moment, from now

    boost::asio::steady_timer later(context,
                                    std::chrono::milliseconds{300}); // than the moment that it listens for
    std::promise<void> begun, rung;
    later.async_wait([&](boost::system::error_code) { rung.set_value(); });
    auto work = [&]() -> Result<Done> {
        begun.set_value();
        rung.get_future().wait();
        return Done{};
    };
    boost::asio::co_spawn(context, commits->run(std::move(work)), boost::asio::detached);
    boost::asio::co_spawn(context, commits->write(insert), boost::asio::detached);
    context.restart();
    context.poll();
    begun.get_future().wait();
    std::thread end([&] { commits.reset(); });
    context.run();
    end.join();

    CHECK(database->value("SELECT count(*) FROM heap").value() == "2");
}
