// The camera and the readers in a process of their own: what a citizen's visit notices when that process is killed, hangs, lies.
#include "drivers/sight/remote_sight.h"
#include "tests/support/run_task.h"
#include "tests/support/temp_folder.h"

#include <boost/asio/co_spawn.hpp>
#include <doctest/doctest.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <memory>
#include <sstream>
#include <thread>

using namespace balady;
using namespace std::chrono_literals;
using sight::Limits;
using sight::Program;
using sight::RemoteSight;
namespace fs = std::filesystem;

namespace {

/// Scenes drawn once for all tests, and a control file of this one.
struct Studio {
    Studio() { show("default"); }
    static const fs::path& scenes() {
        static const tests::TempFolder kFolder;
        static const bool kDrawn = [] {
            const auto draw = std::string(BALADY_CAMERA_SCENES) + " " + kFolder.path().string();
            return std::system((draw + " && " + draw + " --code https://example.org/licence").c_str()) == 0;
        }();
        REQUIRE(kDrawn);
        return kFolder.path();
    }
    void show(const std::string& scene) const { std::ofstream(folder / "control") << scene << '\n'; }
    [[nodiscard]] Program program() const {
        return {BALADY_SIGHT, {"scenes", scenes().string(), (folder / "control").string()}, {}};
    }

    tests::TempFolder folder;
};

Program deviceProgram(const std::string& device) {
    return {BALADY_SIGHT, {"device", device}, device};
}
Program liar(const std::string& lie) {
    return {BALADY_LIAR, {lie}, "/dev/null"};
}

std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// What this process has started and is not gone, except zombies (proc(5), /proc/PID/task/TID/children).
std::vector<pid_t> childrenOf(pid_t parent) {
    std::vector<pid_t> out;
    std::error_code error;
    for (const auto& task : fs::directory_iterator("/proc/" + std::to_string(parent) + "/task", error)) {
        std::istringstream pids(contents(task.path() / "children"));
        for (pid_t pid = 0; pids >> pid;)
            out.push_back(pid);
    }
    return out;
}
pid_t sightProcess() {
    const auto children = childrenOf(::getpid());
    REQUIRE(children.size() == 1);
    return children.front();
}
std::string statusLine(const fs::path& process, const std::string& name) {
    std::ifstream in(process / "status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(name + ":\t"))
            return line.substr(name.size() + 2);
    return {};
}
bool isGone(pid_t pid) {
    const auto state = statusLine("/proc/" + std::to_string(pid), "State");
    return state.empty() || state.front() == 'Z';
}
/// As long as a slow machine needs, and no longer than the thing takes.
bool comesTrue(const std::function<bool()>& it) {
    for (const auto until = std::chrono::steady_clock::now() + 20s; std::chrono::steady_clock::now() < until;
         std::this_thread::yield())
        if (it())
            return true;
    return false;
}
void stop(pid_t pid) {
    ::kill(pid, SIGSTOP);
    REQUIRE(comesTrue([&] { return statusLine("/proc/" + std::to_string(pid), "State").starts_with("T"); }));
}

/// Whether a thread of ours is inside poll(2), in which none is but the one that has asked (proc(5), /proc/PID/syscall).
bool somebodyWaitsForAnAnswer() {
    return std::ranges::any_of(fs::directory_iterator("/proc/self/task"), [](const auto& task) {
        return contents(task.path() / "syscall").starts_with(std::to_string(SYS_poll) + ' ');
    });
}

FaultCode codeOf(const auto& result) {
    return result.has_error() ? result.error().code : FaultCode::Bug;
}

} // namespace

TEST_CASE("terminal_holds_what_parses_pictures") {
    const Studio studio;
    RemoteSight sight(studio.program());
    CHECK(childrenOf(::getpid()).empty()); // nobody has looked yet
    const auto frame = tests::runTask(sight.nextFrame()).value();
    CHECK(frame.bgr->size() == std::size_t{3} * static_cast<std::size_t>(frame.width * frame.height));
    CHECK(tests::runTask(sight.findPage(frame)).has_value());
    CHECK(tests::runTask(sight.findFace(frame)).has_value());
    const auto maps = contents("/proc/self/maps");
    for (const char* library : {"libopencv", "libZXing", "libturbojpeg", "libjpeg"})
        CHECK(maps.find(library) == std::string::npos);
    CHECK(contents("/proc/" + std::to_string(sightProcess()) + "/maps").find("libopencv") !=
          std::string::npos);
}

TEST_CASE("picture_from_the_process_is_of_something_else") {
    const Studio studio;
    RemoteSight sight(studio.program());
    const auto still = tests::runTask(sight.takeStill(ports::PictureSubject::Scene)).value();
    CHECK(still.problem == model::PictureProblem::None);
    CHECK(still.jpeg.size() > 10'000);
    CHECK(still.jpeg[0] == 0xff);
    CHECK(still.jpeg[1] == 0xd8);
    CHECK(still.shown.width > 100);
    CHECK(still.shown.width <= 1280);
    CHECK(still.shown.height <= 1280);
    CHECK(still.shown.bgr.size() ==
          std::size_t{3} * static_cast<std::size_t>(still.shown.width * still.shown.height));
    CHECK(std::ranges::max(still.shown.bgr) > 100); // light paper

    const auto page = tests::runTask(sight.takeStill(ports::PictureSubject::Page)).value();
    CHECK(page.shown.width != still.shown.width); // only the sheet
    CHECK(page.jpeg.size() > 10'000);

    studio.show("licence");
    const auto licence = tests::runTask(sight.nextFrame()).value();
    CHECK(tests::runTask(sight.read(licence, ports::CodeKinds::Squares)).value() ==
          std::vector<std::string>{"https://example.org/licence"});
    studio.show("dark");
    const auto dark = tests::runTask(sight.nextFrame()).value();
    CHECK(dark.sequence > licence.sequence);
    CHECK(tests::runTask(sight.takeStill(ports::PictureSubject::Scene)).value().problem ==
          model::PictureProblem::TooDark);
    CHECK(tests::runTask(sight.read(licence, ports::CodeKinds::Squares)).value().size() ==
          1); // the one before is still known
    studio.show("unplugged");
    CHECK(codeOf(tests::runTask(sight.nextFrame())) == FaultCode::NoDevice);
    CHECK(codeOf(tests::runTask(sight.takeStill(ports::PictureSubject::Page))) == FaultCode::NoDevice);
    CHECK(tests::runTask(sight.readZone(dark)).value() == std::nullopt);
    sight.forgetZone();
}

TEST_CASE("codec_that_crashes_takes_the_session_with_it") {
    const Studio studio;
    RemoteSight sight(studio.program());
    const auto frame = tests::runTask(sight.nextFrame()).value();
    const auto killedIn = [&](auto begin) {
        const pid_t pid = sightProcess();
        stop(pid); // so that it is in the middle of it for as long as we want
        auto result = std::async(std::launch::async, begin);
        REQUIRE(comesTrue(somebodyWaitsForAnAnswer));
        ::kill(pid, SIGKILL);
        return codeOf(result.get());
    };
    CHECK(killedIn([&] { return tests::runTask(sight.read(frame, ports::CodeKinds::Squares)); }) ==
          FaultCode::HardwareError);
    CHECK(tests::runTask(sight.nextFrame()).has_value());
    CHECK(killedIn([&] { return tests::runTask(sight.takeStill(ports::PictureSubject::Page)); }) ==
          FaultCode::HardwareError);
    CHECK(tests::runTask(sight.nextFrame()).has_value());
    CHECK(killedIn([&] { return tests::runTask(sight.nextFrame()); }) == FaultCode::HardwareError);
    // What it had seen is gone with it: nothing is found in that, and nobody waits.
    CHECK(codeOf(tests::runTask(sight.read(frame, ports::CodeKinds::Squares))) == FaultCode::HardwareError);
    CHECK(tests::runTask(sight.nextFrame()).value().sequence > frame.sequence);
    CHECK(codeOf(tests::runTask(sight.findPage(frame))) == FaultCode::HardwareError);

    // By itself, when it has been asked.
    for (const char* end : {"crash", "leave"}) {
        RemoteSight dying(liar(end));
        CHECK(codeOf(tests::runTask(dying.nextFrame())) == FaultCode::HardwareError);
        CHECK(codeOf(tests::runTask(dying.takeStill(ports::PictureSubject::Scene))) ==
              FaultCode::HardwareError);
    }
}

TEST_CASE("hung_sight_hangs_the_page") {
    const Studio studio;
    Limits limits;
    limits.reply = 5s;
    RemoteSight sight(studio.program(), limits);
    REQUIRE(tests::runTask(sight.nextFrame()).has_value());
    const pid_t pid = sightProcess();
    stop(pid);
    CHECK(codeOf(tests::runTask(sight.nextFrame())) == FaultCode::TimedOut);
    CHECK(isGone(pid));
    CHECK(tests::runTask(sight.nextFrame()).has_value());
}

TEST_CASE("hung_sight_keeps_the_terminal_from_its_end") {
    const Studio studio;
    Limits limits;
    limits.reply = 1h;
    auto sight = std::make_unique<RemoteSight>(studio.program(), limits);
    REQUIRE(tests::runTask(sight->nextFrame()).has_value());
    const pid_t pid = sightProcess();
    stop(pid);
    boost::asio::io_context io;
    std::vector<FaultCode> codes;
    for (int i = 0; i < 2; ++i) // and what waits behind it starts no other
        boost::asio::co_spawn(io, sight->nextFrame(), [&](std::exception_ptr, Result<ports::Frame> frame) {
            codes.push_back(codeOf(frame));
        });
    io.poll();
    REQUIRE(comesTrue(somebodyWaitsForAnAnswer));
    sight.reset();
    CHECK(isGone(pid));
    io.run();
    CHECK(codes == std::vector{FaultCode::HardwareError, FaultCode::Cancelled});
}

TEST_CASE("sight_that_breaks_down_is_started_for_ever") {
    Limits limits;
    limits.breakdowns = 2;
    RemoteSight sight(liar("crash"), limits);
    for (int i = 0; i < 2; ++i)
        CHECK(tests::runTask(sight.nextFrame()).error().context.find("the other end is gone") !=
              std::string::npos);
    CHECK(tests::runTask(sight.nextFrame()).error().context.find("again and again") != std::string::npos);
}

TEST_CASE("page_taken_by_a_liar_is_believed") {
    RemoteSight honest(liar("honest"));
    REQUIRE(tests::runTask(honest.nextFrame()).value().bgr->size() == 48);
    honest.forget();
    REQUIRE(comesTrue([] { return childrenOf(::getpid()).empty(); }));
    for (const char* lie : {"giant", "nothing", "giant still", "another number", "another answer", "short",
                            "long", "camera again and again"}) {
        CAPTURE(lie);
        RemoteSight sight(liar(lie));
        const bool ofStill = std::string(lie) == "giant still";
        const auto code = ofStill ? codeOf(tests::runTask(sight.takeStill(ports::PictureSubject::Page)))
                                  : codeOf(tests::runTask(sight.nextFrame()));
        CHECK(code == FaultCode::HardwareError);
        CHECK(childrenOf(::getpid()).empty()); // it is not asked a second time
    }
}

TEST_CASE("next_citizen_is_seen_by_the_same_process") {
    const Studio studio;
    RemoteSight sight(studio.program());
    REQUIRE(tests::runTask(sight.nextFrame()).has_value());
    const pid_t first = sightProcess();
    sight.forget();
    REQUIRE(tests::runTask(sight.nextFrame()).has_value());
    CHECK(isGone(first));
    CHECK(sightProcess() != first);
}

TEST_CASE("sight_process_stays_when_nobody_looks") {
    const Studio studio;
    Limits limits;
    limits.idle = 1ms;
    RemoteSight sight(studio.program(), limits);
    REQUIRE(tests::runTask(sight.nextFrame()).has_value());
    CHECK(comesTrue([] { return childrenOf(::getpid()).empty(); }));
    CHECK(tests::runTask(sight.nextFrame()).has_value());
}

TEST_CASE("camera_that_only_the_terminal_may_open_is_not_seen") {
    // Neither is a camera: that is what the process finds out about a descriptor that it was handed, or about none.
    RemoteSight foreign(deviceProgram("/dev/null"));
    CHECK(codeOf(tests::runTask(foreign.nextFrame())) == FaultCode::NoDevice);
    CHECK(codeOf(tests::runTask(foreign.takeStill(ports::PictureSubject::Page))) == FaultCode::NoDevice);
    foreign.forget();
    REQUIRE(comesTrue([] { return childrenOf(::getpid()).empty(); }));
    RemoteSight missing(deviceProgram("/dev/balady-no-such-camera"));
    CHECK(codeOf(tests::runTask(missing.nextFrame())) == FaultCode::NoDevice);
    CHECK_FALSE(isGone(sightProcess())); // it has not been killed for asking
    RemoteSight none({"/nowhere/balady-sight", {}, {}});
    CHECK(codeOf(tests::runTask(none.nextFrame())) == FaultCode::NotFound);
}

TEST_CASE("sight_process_keeps_the_parents_descriptors") {
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0); // without O_CLOEXEC, as libraries open things
    REQUIRE(::setenv("BALADY_SECRET", "of the terminal", 1) == 0);
    RemoteSight sight(deviceProgram("/dev/null"));
    REQUIRE(codeOf(tests::runTask(sight.nextFrame())) == FaultCode::NoDevice);
    const auto process = fs::path("/proc") / std::to_string(sightProcess());
    int sockets = 0;
    for (const auto& file : fs::directory_iterator(process / "fd")) {
        const auto what = fs::read_symlink(file.path()).string();
        CAPTURE(what);
        const bool own = what == "/dev/null" || what.starts_with("anon_inode:[event") ||
                         what.starts_with("anon_inode:[timerfd]") || what.starts_with("/memfd:balady-sight");
        sockets += what.starts_with("socket:") ? 1 : 0;
        CHECK((own || what.starts_with("socket:")));
    }
    CHECK(sockets == 1);
    ::close(pipe[0]);
    ::close(pipe[1]);
#ifndef BALADY_SANITIZED // whose libraries map more than the bounds allow, and whose processes are not filtered
    CHECK(contents(process / "environ").empty());
    for (const auto& task : fs::directory_iterator(process / "task"))
        CHECK(statusLine(task.path(), "Seccomp") == "2");
    const auto limits = contents(process / "limits");
    CHECK(limits.find("Max address space         1073741824") != std::string::npos);
#endif
    CHECK(statusLine(process, "NoNewPrivs") == "1");
    CHECK(contents(process / "limits").find("Max core file size        0                    0 ") !=
          std::string::npos);
}

TEST_CASE("sight_process_outlives_the_terminal") {
    int told[2];
    REQUIRE(::pipe(told) == 0);
    const pid_t terminal = ::fork();
    if (terminal == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // should this test end before it does
        RemoteSight sight(deviceProgram("/dev/null"));
        (void)tests::runTask(sight.nextFrame());
        const auto children = childrenOf(::getpid());
        const pid_t pid = children.empty() ? -1 : children.front();
        (void)!::write(told[1], &pid, sizeof pid);
        ::pause();
        ::_exit(0);
    }
    pid_t pid = -1;
    REQUIRE(::read(told[0], &pid, sizeof pid) == sizeof pid);
    REQUIRE(pid > 0);
    REQUIRE_FALSE(isGone(pid));
    ::kill(terminal, SIGKILL);
    ::waitpid(terminal, nullptr, 0);
    CHECK(comesTrue([&] { return isGone(pid); }));
    ::close(told[0]);
    ::close(told[1]);
}
