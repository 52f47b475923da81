// BenchTop: a virtual printer on the tester's bench: obeys a control file, and puts its papers and its state into a
// folder; one thread.
#pragma once

#include "tests/simulators/receipt_printer/virtual_printer.h"

#include <filesystem>

namespace balady::simulators {

class BenchTop {
  public:
    /// `control` and `output` may be empty: then nothing is read, or nothing written.
    BenchTop(int widthDots, std::filesystem::path control, std::filesystem::path output);
    BenchTop(const BenchTop&) = delete;
    BenchTop& operator=(const BenchTop&) = delete;
    ~BenchTop();

    [[nodiscard]] VirtualPrinter& printer() { return m_printer; }

    /// Becomes readable when the control file has changed; -1 without one.
    [[nodiscard]] int controlEvents() const { return m_inotify; }
    /// Obeys the control file as it is now, if it has changed. One command: "ok", "reset", a trouble's name,
    /// "<trouble>-after N" with N in bytes ("paper-out-after 9000"), or "dies-after N" for "unplug-after N". Empty or
    /// gone is "ok". Anything else is recorded as an error.
    void readControl();
    /// Writes state.json if something in it has changed.
    void saveState();

  private:
    void obeyFile();
    void obey(const std::string& text);
    void store(const Paper& paper);

    std::filesystem::path m_control;
    std::filesystem::path m_output;
    int m_inotify = -1;
    int m_papers = 0;
    int m_obeyed = 0;
    std::vector<std::string> m_errors;
    std::string m_state;
    VirtualPrinter m_printer;
};

} // namespace balady::simulators
