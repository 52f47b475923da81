// Reads the machine readable zones in picture files: one JSON line a file on standard output.
// usage: balady-mrz FILE...

#include "drivers/vision/mrz_reader.h"
#include "tests/mrz/grey_files.h"

#include <boost/json.hpp>
#include <opencv2/core/utility.hpp>

#include <chrono>
#include <iostream>

using namespace balady;

namespace {

boost::json::object fieldsOf(const model::Mrz& mrz) {
    constexpr const char* kFormats[] = {"TD1", "TD2", "TD3", "MRV-A", "MRV-B", "FR-ID"};
    return {{"format", kFormats[static_cast<int>(mrz.format)]},
            {"documentCode", mrz.documentCode},
            {"issuingState", mrz.issuingState},
            {"documentNumber", mrz.documentNumber},
            {"nationality", mrz.nationality},
            {"surname", mrz.surname},
            {"givenNames", mrz.givenNames},
            {"birthDate", mrz.birthDate},
            {"expiryDate", mrz.expiryDate},
            {"sex", mrz.sex},
            {"optionalData", mrz.optionalData}};
}

boost::json::object readFile(const vision::MrzReader& reader, const char* file) {
    const auto grey = tests::readGreyFile(file);
    const auto start = std::chrono::steady_clock::now();
    const auto reading = reader.read(vision::GreyPicture{grey.data, grey.cols, grey.rows, grey.step});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    boost::json::object checks;
    for (const auto& check : reading.checks)
        checks[check.what] = check.holds;
    boost::json::object out{{"file", file},
                            {"lines", boost::json::value_from(reading.lines)},
                            {"fields", nullptr},
                            {"checks", std::move(checks)},
                            {"valid", reading.valid()},
                            {"confidence", reading.leastConfidence()},
                            {"characters", boost::json::value_from(reading.confidence)},
                            {"ms", took.count()}};
    if (reading.fields)
        out["fields"] = fieldsOf(*reading.fields);
    if (grey.empty())
        out["error"] = "not a JPEG or PNG file";
    return out;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: balady-mrz FILE...\n";
        return 2;
    }
    cv::setNumThreads(1); // what one core needs is what counts on a kiosk
    const vision::MrzReader reader;
    [[maybe_unused]] const auto ready =
        reader.read(vision::GreyPicture{}); // what is loaded once is not a file's time
    for (int i = 1; i < argc; ++i)
        std::cout << readFile(reader, argv[i]) << std::endl;
}
