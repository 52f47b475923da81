// Bench: what a receipt costs, from its texts to the last ESC/POS byte. Prints one JSON object.
// usage: bench_receipt [RECEIPTS]

#include "printing/escpos/print_job.h"
#include "printing/layout/receipt_layout.h"
#include "tests/support/offscreen_gui.h"
#include "tests/support/sample_receipt.h"

#include <boost/json.hpp>

#include <QFontDatabase>
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <vector>

#include "qml/fonts/fonts.h"

using namespace balady;

namespace {

struct Cost {
    double milliseconds = 0;
    int rows = 0;
    std::size_t bytes = 0;
};

/// All bytes of one receipt, as they would go to a one-way printer.
Cost encode(const model::Receipt& receipt) {
    Cost cost;
    const auto start = std::chrono::steady_clock::now();
    auto drawn = layout::layOutReceipt(receipt, layout::kRoll80mmDots).value();
    cost.rows = drawn.heightDots;
    auto job =
        escpos::PrintJob::make({576, true, false}, {drawn.widthDots, drawn.heightDots, std::move(drawn.rows)})
            .value();
    auto step = job.start();
    for (const escpos::Send* send = std::get_if<escpos::Send>(&step); send != nullptr;
         send = std::get_if<escpos::Send>(&step)) {
        cost.bytes += send->bytes.size();
        step = job.on(escpos::Sent{});
    }
    cost.milliseconds =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    return cost;
}

double quantile(std::vector<double> values, double part) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

boost::json::object measure(model::Language language, int receipts) {
    const auto receipt = tests::sampleReceipt(language);
    const auto first = encode(receipt);
    std::vector<double> each;
    const auto cpuStart = std::clock();
    for (int i = 0; i < receipts; ++i)
        each.push_back(encode(receipt).milliseconds);
    // Processor time is what can be compared on a machine that does other things as well.
    const double cpu = 1000.0 * static_cast<double>(std::clock() - cpuStart) / CLOCKS_PER_SEC / receipts;
    return {{"first_ms", first.milliseconds},
            {"ms_min", quantile(each, 0)},
            {"ms_p50", quantile(each, 0.5)},
            {"ms_p95", quantile(each, 0.95)},
            {"cpu_ms", cpu},
            {"rows", first.rows},
            {"bytes", first.bytes}};
}

} // namespace

int main(int argc, char** argv) {
    const int receipts = argc > 1 ? std::max(1, std::atoi(argv[1])) : 200;
    tests::offscreenGui();
    for (const auto* file : fonts::kFiles)
        QFontDatabase::addApplicationFont(QString::fromLatin1(file));
    constexpr double kLimit = 2; // ms, after the first
    const auto arabic = measure(model::Language::Arabic, receipts);
    const auto english = measure(model::Language::English, receipts);
    const auto slower = std::max(arabic.at("ms_p50").as_double(), english.at("ms_p50").as_double());
    std::cout << boost::json::object{{"bench", "receipt"},
                                     {"receipts", receipts},
                                     {"arabic", arabic},
                                     {"english", english},
                                     {"goals",
                                      {{"receipt_ms_p50",
                                        {{"value", slower}, {"limit", kLimit}, {"met", slower < kLimit}}}}}}
              << "\n";
}
