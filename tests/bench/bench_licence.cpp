// Bench: what a licence costs, from its claims to the bytes of the page. Prints one JSON object.
// usage: bench_licence [PAGES]

#include "printing/layout/licence_layout.h"
#include "tests/support/sample_licence.h"

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <optional>
#include <vector>

using namespace balady;

namespace {

/// Milliseconds that `work` takes.
template <class Work>
double timed(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

} // namespace

int main(int argc, char** argv) {
    const int pages = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
    const auto paper = tests::SampleIssuer().paper(tests::sampleLicence());

    std::optional<layout::LicenceLayout> licences;
    const double open = timed([&] { licences = layout::LicenceLayout::open().value(); });
    std::size_t bytes = 0;
    const double first = timed([&] { bytes = licences->layOut(paper).value().size(); });
    std::vector<double> each;
    const auto cpuStart = std::clock();
    for (int i = 0; i < pages; ++i)
        each.push_back(timed([&] { bytes = licences->layOut(paper).value().size(); }));

    // Processor time is what can be compared on a machine that does other things as well.
    const double cpu = 1000.0 * static_cast<double>(std::clock() - cpuStart) / CLOCKS_PER_SEC / pages;

    std::cout << boost::json::object{{"bench", "licence"},
                                     {"pages", pages},
                                     {"open_ms", open},
                                     {"first_page_ms", first},
                                     {"page_ms_p50", quantile(each, 0.5)},
                                     {"page_ms_p95", quantile(each, 0.95)},
                                     {"page_cpu_ms", cpu},
                                     {"pdf_bytes", bytes},
                                     {"jws_bytes", paper.jws.size()}}
              << "\n";
}
