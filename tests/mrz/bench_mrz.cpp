// Bench: how many machine readable zones are read exactly, how long that takes, what is confused, and how many wrong
// texts are believed, or have check digits that hold. Prints one JSON object. usage: bench_mrz [PICTURES-PER-KIND [SEED [FOLDER]]]
// FOLDER gets the pictures that were not read exactly.

#include "drivers/vision/mrz_reader.h"
#include "kiosk/model/mrz.h"
#include "tests/mrz/grey_files.h"
#include "tests/mrz/scenes.h"

#include <boost/json.hpp>
#include <opencv2/core/utility.hpp>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <map>
#include <vector>

using namespace balady;
using tests::Scene;

namespace {

constexpr double kFrameMilliseconds = 33;

double quantile(std::vector<double> values, double part) {
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(part * static_cast<double>(values.size() - 1))];
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines)
        out += line + "\n";
    return out;
}

/// What a reader made of many pictures.
struct Score {
    int pictures = 0, exact = 0, silent = 0, valid = 0, wrongButValid = 0, wrongThoughDigitsHold = 0,
        characters = 0, wrongCharacters = 0;
    std::vector<double> wall, cpu;
    std::map<std::string, int> confused; ///< "O as 0": how often

    /// `believed`: the reader stands by it.
    void add(const std::vector<std::string>& truth, const std::vector<std::string>& lines, bool believed,
             double wallMs, double cpuMs) {
        ++pictures;
        wall.push_back(wallMs);
        cpu.push_back(cpuMs);
        silent += lines.empty() ? 1 : 0;
        const bool right = lines == truth;
        exact += right ? 1 : 0;
        valid += believed ? 1 : 0;
        wrongButValid += believed && !right ? 1 : 0;
        wrongThoughDigitsHold += !right && model::parseMrz(joined(lines)) ? 1 : 0;
        if (lines.size() != truth.size())
            return;
        for (std::size_t row = 0; row < lines.size(); ++row)
            for (std::size_t i = 0; lines[row].size() == truth[row].size() && i < truth[row].size(); ++i) {
                ++characters;
                if (lines[row][i] == truth[row][i])
                    continue;
                ++wrongCharacters;
                ++confused[std::string{truth[row][i]} + " as " + lines[row][i]];
            }
    }

    [[nodiscard]] boost::json::object json() const {
        boost::json::object pairs;
        for (const auto& [pair, count] : confused)
            pairs[pair] = count;
        return {{"pictures", pictures},
                {"exact", exact},
                {"exact_part", pictures == 0 ? 0 : static_cast<double>(exact) / pictures},
                {"silent", silent},
                {"valid", valid},
                {"wrong_but_valid", wrongButValid},
                {"wrong_though_digits_hold", wrongThoughDigitsHold},
                {"characters", characters},
                {"wrong_characters", wrongCharacters},
                {"ms_p50", quantile(wall, 0.5)},
                {"ms_p95", quantile(wall, 0.95)},
                {"cpu_ms_p50", quantile(cpu, 0.5)},
                {"cpu_ms_p95", quantile(cpu, 0.95)},
                {"of_a_frame_p95", quantile(cpu, 0.95) / kFrameMilliseconds},
                {"confused", std::move(pairs)}};
    }
};

/// The tesseract command with its English model, told which characters there are and that it is one block of text.
std::vector<std::string> askTesseract(const std::filesystem::path& picture, std::size_t lineCount) {
    const auto command =
        "tesseract '" + picture.string() +
        "' - --psm 6 -c tessedit_char_whitelist='ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<' 2>/dev/null";
    std::vector<std::string> lines{""};
    if (auto* pipe = ::popen(command.c_str(), "r"); pipe != nullptr) {
        for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
            if (c == '\n')
                lines.emplace_back();
            else if (c != ' ')
                lines.back() += static_cast<char>(c);
        ::pclose(pipe);
    }
    std::erase_if(lines, [](const std::string& line) { return line.size() < 20; });
    if (lines.size() > lineCount)
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(lineCount));
    return lines;
}

} // namespace

int main(int argc, char** argv) {
    const int perKind = argc > 1 ? std::max(1, std::atoi(argv[1])) : 30;
    const auto seed = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 9303);
    const std::filesystem::path folder = argc > 3 ? argv[3] : "";
    cv::setNumThreads(1);
    const tests::OcrB font;
    const vision::MrzReader reader;
    const bool peer = std::system("command -v tesseract >/dev/null") == 0;
    const auto scratch =
        std::filesystem::temp_directory_path() / ("balady-bench-mrz-" + std::to_string(::getpid()) + ".png");

    boost::json::object scenes;
    for (const auto& [scene, name] : {std::pair{Scene::Scan, "scan"},
                                      {Scene::Camera, "camera"},
                                      {Scene::Hard, "hard"},
                                      {Scene::Askew, "askew"},
                                      {Scene::Soiled, "soiled"},
                                      {Scene::Empty, "empty"}}) {
        Score ours, theirs;
        boost::json::object kinds;
        for (const auto kind : tests::kZoneKinds) {
            tests::Chance chance(seed + 1000 * static_cast<std::uint32_t>(scene) +
                                 100 * static_cast<std::uint32_t>(kind));
            int exact = 0;
            for (int i = 0; i < perKind; ++i) {
                const auto photo = tests::inventScene(scene, kind, font, chance);
                const auto wall = std::chrono::steady_clock::now();
                const auto cpu = std::clock();
                const auto reading = reader.read(
                    vision::GreyPicture{photo.grey.data, photo.grey.cols, photo.grey.rows, photo.grey.step});
                const double cpuMs = 1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
                const auto millisecondsSince = [](auto start) {
                    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                        .count();
                };
                ours.add(photo.lines, reading.lines, reading.valid(), millisecondsSince(wall), cpuMs);
                exact += reading.lines == photo.lines ? 1 : 0;
                if (!folder.empty() && reading.lines != photo.lines)
                    tests::writeGreyPng(photo.grey,
                                        folder / (std::string(name) + std::to_string(static_cast<int>(kind)) +
                                                  "_" + std::to_string(i) + ".png"));
                if (peer && scene != Scene::Empty && i < 5) {
                    tests::writeGreyPng(photo.grey, scratch);
                    const auto start = std::chrono::steady_clock::now();
                    const auto lines = askTesseract(scratch, photo.lines.size());
                    theirs.add(photo.lines, lines, model::parseMrz(joined(lines)).has_value(),
                               millisecondsSince(start), 0);
                }
            }
            constexpr const char* kNames[] = {"td1", "td2", "td3", "mrv_a", "mrv_b", "fr_id"};
            kinds[kNames[static_cast<int>(kind)]] = static_cast<double>(exact) / perKind;
        }
        auto result = ours.json();
        result["exact_by_kind"] = std::move(kinds);
        if (peer) {
            auto other = theirs.json();
            for (const auto* key : {"confused", "cpu_ms_p50", "cpu_ms_p95", "of_a_frame_p95"})
                other.erase(key);
            result["tesseract"] = std::move(other);
        }
        scenes[name] = std::move(result);
    }
    std::error_code ignored;
    std::filesystem::remove(scratch, ignored);
    std::cout << boost::json::object{{"bench", "mrz"},
                                     {"frame_ms", kFrameMilliseconds},
                                     {"scenes", std::move(scenes)}}
              << "\n";
}
