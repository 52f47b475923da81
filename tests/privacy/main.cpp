// balady-trace-search: looks for canaries in the memory of a process and in folders; says where, never what.
#include "tests/privacy/mappings.h"
#include "tests/privacy/searcher.h"

#include <boost/json.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

namespace balady::privacy {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr const char* kUsage =
    "usage: balady-trace-search [--process PID] [--around] [FOLDER|FILE...] <CANARIES\n"
    "CANARIES is {\"texts\": {NAME: TEXT}, \"files\": {NAME: FILE}, \"colours\": {NAME: [R, G, B]}}. Prints "
    "one JSON object:\n"
    "the hits, each with canary, form, where, offset and neighbourhood, and how many bytes were searched. "
    "--around adds the\n"
    "bytes before and behind, for who looks for a cause with canaries of nobody. Ends with 0 whatever was "
    "found.\n";

Bytes contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

Canaries readCanaries(std::istream& in) {
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto read = json::parse(text).as_object();
    Canaries canaries;
    const auto each = [&](const char* key, const auto& take) {
        if (const auto* members = read.if_contains(key))
            for (const auto& [name, value] : members->as_object())
                take(std::string(name), value);
    };
    each("texts", [&](std::string name, const json::value& value) {
        canaries.texts.push_back({std::move(name), std::string(value.as_string())});
    });
    each("files", [&](std::string name, const json::value& value) {
        canaries.files.push_back({std::move(name), contentOf(std::string(value.as_string()))});
    });
    each("colours", [&](std::string name, const json::value& value) {
        const auto channel = [&](std::size_t i) {
            return json::value_to<std::uint8_t>(value.as_array().at(i));
        };
        canaries.colours.push_back({std::move(name), {channel(0), channel(1), channel(2)}});
    });
    return canaries;
}

class Report {
  public:
    Report(const Canaries& canaries, bool around) : m_searcher(canaries), m_around(around) {}

    void searchProcess(int pid) {
        const int memory = ::open(("/proc/" + std::to_string(pid) + "/mem").c_str(), O_RDONLY | O_CLOEXEC);
        if (memory < 0)
            throw std::runtime_error("cannot read the memory of process " + std::to_string(pid));
        for (const auto& mapping : mappingsOf(pid)) {
            if (mapping.permissions.front() != 'r' || mapping.name.starts_with("[v"))
                continue;
            std::set<std::uint64_t> told; // pieces overlap
            readMapping(memory, mapping, m_searcher.overlap(), [&](ByteView piece, std::uint64_t offset) {
                m_bytes += piece.size();
                for (const auto& hit : m_searcher.search(piece))
                    if (told.insert(offset + hit.offset).second)
                        add(hit, mapping.name + " " + mapping.permissions, offset, piece);
            });
        }
        ::close(memory);
    }

    /// A file's name can tell something too.
    void searchFiles(const fs::path& path) {
        const auto take = [&](const fs::path& file) {
            const auto name = file.filename().string();
            for (const auto& hit : m_searcher.search(asBytes(name)))
                add(hit, "a name in " + file.parent_path().string(), 0, asBytes(name));
            if (!fs::is_regular_file(file))
                return;
            const auto content = contentOf(file);
            m_bytes += content.size();
            for (const auto& hit : m_searcher.search(content))
                add(hit, file.string(), 0, content);
        };
        if (fs::is_directory(path))
            for (const auto& entry : fs::recursive_directory_iterator(path))
                take(entry.path());
        else
            take(path);
    }

    [[nodiscard]] json::object result() && { return {{"bytes", m_bytes}, {"hits", std::move(m_hits)}}; }

  private:
    void add(const Hit& hit, std::string where, std::uint64_t offset, ByteView piece) {
        json::object told{{"canary", hit.canary},
                          {"form", hit.form},
                          {"where", std::move(where)},
                          {"offset", offset + hit.offset},
                          {"neighbourhood", name(hit.neighbourhood)}};
        if (m_around) {
            const auto from = hit.offset < 96 ? 0 : hit.offset - 96;
            std::string text;
            for (const auto byte : piece.subspan(from, std::min<std::size_t>(224, piece.size() - from)))
                text += byte >= 0x20 && byte < 0x7f ? static_cast<char>(byte) : byte == 0 ? '.' : '~';
            told["around"] = std::move(text);
        }
        m_hits.emplace_back(std::move(told));
    }

    Searcher m_searcher;
    bool m_around;
    std::uint64_t m_bytes = 0;
    json::array m_hits;
};

int run(const std::vector<std::string>& arguments) {
    bool around = false;
    std::vector<int> processes;
    std::vector<fs::path> paths;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--around")
            around = true;
        else if (arguments[i] == "--process" && i + 1 < arguments.size())
            processes.push_back(std::stoi(arguments[++i]));
        else if (arguments[i].starts_with("-")) {
            std::cerr << kUsage;
            return 2;
        } else
            paths.emplace_back(arguments[i]);
    }
    Report report(readCanaries(std::cin), around);
    for (const int pid : processes)
        report.searchProcess(pid);
    for (const auto& path : paths)
        report.searchFiles(path);
    std::cout << json::serialize(std::move(report).result()) << std::endl;
    return 0;
}

} // namespace
} // namespace balady::privacy

int main(int argc, char** argv) {
    try {
        return balady::privacy::run({argv + 1, argv + argc});
    } catch (const std::exception& reason) {
        std::cerr << "balady-trace-search: " << reason.what() << '\n';
        return 1;
    }
}
