#include "tests/contract/receipt_printer/printer_bench.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

namespace balady::tests {
namespace {

std::string contents(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

void PrinterBench::tell(const std::string& command) const {
    const auto before = state().obeyed;
    auto draft = m_control;
    draft += ".new";
    std::ofstream(draft) << command << '\n';
    std::filesystem::rename(draft, m_control);
    waitFor([&](const BenchState& now) { return now.obeyed > before; });
}

BenchState PrinterBench::state() const {
    const auto json = boost::json::parse(contents(m_output / "state.json"));
    BenchState state;
    state.obeyed = json.at("obeyed").to_number<int>();
    state.papers = json.at("papers").to_number<int>();
    state.uncutRows = json.at("uncutRows").to_number<int>();
    state.pulses = json.at("pulses").to_number<int>();
    state.received = json.at("received").to_number<std::size_t>();
    for (const auto& error : json.at("errors").as_array())
        state.errors.emplace_back(error.as_string());
    return state;
}

BenchState PrinterBench::waitFor(const std::function<bool(const BenchState&)>& fits) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    auto now = state();
    while (!fits(now) && std::chrono::steady_clock::now() < deadline) {
        std::this_thread::yield();
        now = state();
    }
    REQUIRE(fits(now));
    return now;
}

Bytes PrinterBench::newestPaper() const {
    char name[32];
    std::snprintf(name, sizeof name, "receipt-%04d.bin", state().papers);
    const auto text = contents(m_output / name);
    return {text.begin(), text.end()};
}

} // namespace balady::tests
