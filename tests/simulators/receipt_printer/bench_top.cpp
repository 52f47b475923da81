#include "tests/simulators/receipt_printer/bench_top.h"

#include "tests/simulators/receipt_printer/paper_picture.h"

#include <boost/json.hpp>
#include <sys/inotify.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace balady::simulators {

namespace fs = std::filesystem;

namespace {

bool isEmpty(const fs::path& file) {
    std::error_code none;
    return fs::file_size(file, none) == 0;
}

} // namespace

BenchTop::BenchTop(int widthDots, fs::path control, fs::path output)
    : m_control(std::move(control)), m_output(std::move(output)),
      m_printer(widthDots, [this](const Paper& paper) { store(paper); }) {
    if (!m_output.empty())
        fs::create_directories(m_output);
    if (!m_control.empty()) {
        // The folder, not the file: editors and `mv` replace the file.
        const auto folder = m_control.has_parent_path() ? m_control.parent_path() : fs::path(".");
        m_inotify = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        ::inotify_add_watch(m_inotify, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE);
        if (fs::exists(m_control))
            obeyFile();
    }
    saveState();
}

BenchTop::~BenchTop() {
    if (m_inotify >= 0)
        ::close(m_inotify);
}

void BenchTop::readControl() {
    char events[4096];
    bool ours = false;
    for (auto count = ::read(m_inotify, events, sizeof events); count > 0;
         count = ::read(m_inotify, events, sizeof events)) {
        for (ssize_t at = 0; at < count;) {
            const auto* event = reinterpret_cast<const inotify_event*>(events + at);
            // A file that was just made is empty until its writer is done; one that came by a link is whole.
            const bool unfinished = (event->mask & IN_CREATE) != 0 && isEmpty(m_control);
            ours = ours || (m_control.filename() == event->name && !unfinished);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
        }
    }
    if (ours)
        obeyFile();
}

void BenchTop::obeyFile() {
    std::ifstream file(m_control);
    std::string line;
    std::getline(file, line);
    ++m_obeyed;
    obey(line);
}

void BenchTop::obey(const std::string& text) {
    std::istringstream words(text);
    std::string word;
    std::size_t bytes = 0;
    words >> word;
    if (word == "reset") {
        m_printer.reset();
        m_errors.clear();
        return;
    }
    if (const auto trouble = troubleFromName(word.empty() ? "ok" : word)) {
        m_printer.set(*trouble);
        return;
    }
    constexpr std::string_view kAfter = "-after";
    if (word.ends_with(kAfter) && words >> bytes) {
        word.resize(word.size() - kAfter.size());
        if (const auto trouble = troubleFromName(word == "dies" ? "unplug" : word)) {
            m_printer.setAfter(*trouble, bytes);
            return;
        }
    }
    m_errors.push_back("control: " + text);
}

void BenchTop::store(const Paper& paper) {
    ++m_papers;
    if (m_output.empty())
        return;
    char name[32];
    std::snprintf(name, sizeof name, "receipt-%04d", m_papers);
    std::ofstream(m_output / (std::string(name) + ".bin"), std::ios::binary)
        .write(reinterpret_cast<const char*>(paper.bytes.data()),
               static_cast<std::streamsize>(paper.bytes.size()));
    if (!savePaperPicture(paper, m_output / (std::string(name) + ".png")))
        m_errors.push_back("picture not written");
}

void BenchTop::saveState() {
    if (m_output.empty())
        return;
    boost::json::array errors;
    for (const auto& error : m_errors)
        errors.emplace_back(error);
    for (const auto& error : m_printer.errors())
        errors.emplace_back(error);
    const auto state = boost::json::serialize(boost::json::object{{"state", name(m_printer.trouble())},
                                                                  {"obeyed", m_obeyed},
                                                                  {"papers", m_papers},
                                                                  {"received", m_printer.receivedBytes()},
                                                                  {"pulses", m_printer.pulses()},
                                                                  {"uncutRows", m_printer.uncutRows()},
                                                                  {"errors", std::move(errors)}});
    if (state == m_state)
        return;
    m_state = state;
    const auto draft = m_output / "state.json.new";
    std::ofstream(draft) << state << '\n';
    fs::rename(draft, m_output / "state.json");
}

} // namespace balady::simulators
