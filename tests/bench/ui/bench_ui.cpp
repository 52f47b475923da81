// Bench: the screen from outside: start to first page, memory, tap to page; the kiosk, the least Qt Quick program and
// Chromium in kiosk mode in one run, on one X server of its own. Prints one JSON object; progress is on stderr.
// usage: bench_ui [--runs N] [--citizens N] [--bin DIR] [--pictures DIR]; 0 runs or citizens leave that part out

#include "tests/bench/ui/statistics.h"
#include "tests/bench/ui/subject.h"
#include "tests/bench/ui/taps.h"
#include "tests/bench/ui/virtual_display.h"
#include "tests/support/sandbox_process.h"
#include "tests/support/temp_folder.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <sstream>
#include <stdexcept>

using namespace balady;
using namespace balady::bench;
namespace json = boost::json;

namespace {

// What the product promises (kiosk/docs, "speed").
constexpr double kStartPerMinimal = 2;
constexpr double kStartPerChromium = 0.15;
constexpr double kMemoryPerChromium = 0.15;
constexpr double kTapLimit = 16.7; // ms: one frame at 60 Hz

struct Options {
    int runs = 5;
    int citizens = 20;
    std::filesystem::path bin = BALADY_BIN_DIR;
    std::filesystem::path pictures;
};

Options readOptions(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--runs")
            options.runs = std::stoi(argv[i + 1]);
        else if (name == "--citizens")
            options.citizens = std::stoi(argv[i + 1]);
        else if (name == "--bin")
            options.bin = argv[i + 1];
        else if (name == "--pictures")
            options.pictures = argv[i + 1];
        else
            throw std::runtime_error("no option " + name);
    }
    if (argc % 2 == 0 || options.runs < 0 || options.citizens < 0 || options.runs + options.citizens == 0)
        throw std::runtime_error("usage: bench_ui [--runs N] [--citizens N] [--bin DIR] [--pictures DIR]");
    return options;
}

/// A terminal that has a backend and none of its devices; everything that it keeps is in `state`.
std::filesystem::path writeSettings(const tests::TempFolder& state, const tests::SandboxProcess& backend) {
    const std::filesystem::path source = BALADY_SOURCE_DIR;
    std::ifstream profile(source / "config/profiles/development.json");
    std::stringstream text;
    text << profile.rdbuf();
    auto settings = json::parse(text.str()).as_object();
    settings["backend"] = {{"url", "https://localhost:" + std::to_string(backend.port())},
                           {"ca", backend.ca().string()},
                           {"clientCertificate", backend.clientCertificate().string()},
                           {"clientKey", {{"file", backend.clientKey().string()}}},
                           {"catalogueKeys", backend.catalogueKeys().string()}};
    settings["stateDirectory"] = (state / "kiosk").string();
    settings["terminalKey"] = {{"file", (state / "kiosk/terminal.key").string()}};
    settings["outboxKeys"] = {{"file", (state / "kiosk/outbox.keys").string()}};
    settings["catalogueDirectory"] = (source / "config/catalogue").string();
    settings["documentPrinter"].as_object()["server"] = (state / "no-cups.sock").string();
    settings["camera"] = {{"scenes", (state / "no-scenes").string()},
                          {"control", (state / "no-camera").string()}};
    settings["development"] = {{"dock", false}, {"controlDirectory", (state / "control").string()}};
    const auto file = state / "settings.json";
    std::ofstream(file) << json::serialize(settings);
    return file;
}

std::map<std::string, std::string> environment(const std::string& display, const tests::TempFolder& state) {
    return {{"DISPLAY", display},
            {"QT_QPA_PLATFORM", "xcb"},
            {"QT_QUICK_BACKEND", "software"},
            {"XDG_RUNTIME_DIR", state.path().string()},
            {"PCSCLITE_CSOCK_NAME", (state / "no-pcscd").string()}};
}

Subject chromium(std::map<std::string, std::string> environment, const tests::TempFolder& state) {
    // The program itself: Debian's shell script around it would count against it.
    return {"chromium",
            {"/usr/lib/chromium/chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--noerrdialogs",
             "--disable-infobars", "--disable-background-networking", "--disable-component-update",
             "--disable-extensions", "--disable-sync", "--disable-gpu", "--disable-quic",
             "--disable-features=Translate,MediaRouter", "--password-store=basic", "--window-position=0,0",
             "--window-size=1080,1920", "--user-data-dir=" + (state / "chromium").string(),
             "file://" BALADY_ATTRACT_HTML},
            std::move(environment)};
}

json::object toJson(const std::vector<double>& values) {
    const auto summary = summarize(values);
    return {{"n", summary.count},
            {"p50", summary.median},
            {"p95", summary.p95},
            {"min", summary.least},
            {"max", summary.most}};
}

json::object goal(double value, double limit) {
    return {{"value", value}, {"limit", limit}, {"met", value <= limit}};
}

template <class Figure>
std::vector<double> figures(const std::vector<Start>& starts, const Figure& figure) {
    std::vector<double> out;
    for (const auto& start : starts)
        out.push_back(figure(start));
    return out;
}

double median(const std::vector<double>& values) {
    return summarize(values).median;
}

double load() {
    double minutes = 0;
    ::getloadavg(&minutes, 1);
    return minutes;
}

json::object run(const Options& options) {
    const auto loadBefore = load();
    const tests::TempFolder state;
    const VirtualDisplay display;
    const tests::SandboxProcess backend(options.bin / "balady-sandbox",
                                        std::filesystem::path(BALADY_SOURCE_DIR) / "config/catalogue",
                                        state / "record");
    const auto surroundings = environment(display.name(), state);
    const auto settings = writeSettings(state, backend);
    const std::vector<Subject> subjects{
        {"minimal_quick", {(options.bin / "minimal-quick").string()}, surroundings, 1},
        {"kiosk", {(options.bin / "balady-kiosk").string(), "--settings", settings.string()}, surroundings},
        chromium(surroundings, state)};
    const auto& kiosk = subjects[1];
    XScreen screen(display.name());
    const auto log = state / "log";

    // One after the other and over again, so that what else the machine does meets all of them alike. The first time
    // is not counted: it fills the page cache and lets each write what it keeps.
    std::map<std::string, std::vector<Start>> starts;
    for (int turn = 0; options.runs > 0 && turn <= options.runs; ++turn)
        for (const auto& subject : subjects) {
            const auto start = measureStart(subject, screen, log);
            std::cerr << "bench_ui: start " << turn << '/' << options.runs << ' ' << subject.name << ' '
                      << start.firstPage << " ms, " << start.memory.pss << " MiB\n";
            if (turn > 0)
                starts[subject.name].push_back(start);
        }
    if (options.citizens > 0)
        std::cerr << "bench_ui: taps of " << options.citizens << " citizens\n";
    const auto taps = measureTaps(kiosk, screen, options.citizens, log, options.pictures);

    json::object bySubject;
    std::map<std::string, double> firstPage;
    std::map<std::string, double> pss;
    for (const auto& [name, all] : starts) {
        const auto page = figures(all, [](const Start& s) { return s.firstPage; });
        const auto memory = figures(all, [](const Start& s) { return s.memory.pss; });
        firstPage[name] = median(page);
        pss[name] = median(memory);
        bySubject[name] = {
            {"first_page_ms", toJson(page)},
            {"settled_ms", toJson(figures(all, [](const Start& s) { return s.settled; }))},
            {"cpu_ms", toJson(figures(all, [](const Start& s) { return s.processor; }))},
            {"pss_mib", toJson(memory)},
            {"own_pages_mib", toJson(figures(all, [](const Start& s) { return s.memory.ownPages; }))},
            {"processes", all.back().memory.processes}};
    }
    json::object byPage;
    std::vector<double> pages;
    std::vector<double> waits;
    std::vector<double> alone; // what is left of each: as if no other program had been in the way
    for (const auto& [page, painted] : taps.painted) {
        byPage[page] = {{"painted_ms", toJson(painted)}, {"settled_ms", toJson(taps.settled.at(page))}};
        const auto& waited = taps.waited.at(page);
        pages.insert(pages.end(), painted.begin(), painted.end());
        waits.insert(waits.end(), waited.begin(), waited.end());
        std::ranges::transform(painted, waited, std::back_inserter(alone), std::minus{});
    }
    json::object tap;
    json::object goals;
    if (options.citizens > 0) {
        tap = {{"all_pages_painted_ms", toJson(pages)},
               {"waited_for_a_processor_ms", toJson(waits)},
               {"painted_less_waiting_ms", toJson(alone)},
               {"by_page", byPage},
               {"disturbances", json::value_from(taps.disturbances)}};
        goals["tap_to_page_p95_ms"] = goal(summarize(pages).p95, kTapLimit);
    }
    if (options.runs > 0) {
        goals["start_kiosk_per_minimal_quick"] =
            goal(firstPage["kiosk"] / firstPage["minimal_quick"], kStartPerMinimal);
        goals["start_kiosk_per_chromium"] =
            goal(firstPage["kiosk"] / firstPage["chromium"], kStartPerChromium);
        goals["pss_kiosk_per_chromium"] = goal(pss["kiosk"] / pss["chromium"], kMemoryPerChromium);
    }
    return {
        {"bench", "ui"},
        {"screen", "Xvfb 1080x1920x24, software scene graph"},
        {"load_before", loadBefore},
        {"load_after", load()},
        {"start", bySubject},
        {"tap", tap},
        {"goals", goals},
    };
}

} // namespace

int main(int argc, char** argv) {
    try {
        std::cout << run(readOptions(argc, argv)) << "\n";
        return 0;
    } catch (const std::exception& failure) {
        std::cerr << "bench_ui: " << failure.what() << "\n";
        return 1;
    }
}
