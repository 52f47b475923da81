// VirtualPrinter: an ESC/POS receipt printer in memory that reads every byte strictly and says what is on the paper;
// no I/O, one thread, owned by the program that gives it a plug.
#pragma once

#include "kiosk/base/bytes.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::simulators {

/// What is wrong with the printer now.
enum class Trouble {
    None,
    PaperLow, ///< prints, and says so
    PaperOut,
    CoverOpen,
    Jam,         ///< the cutter is stuck: nothing goes on
    Error,       ///< an error that a person clears with the button
    Broken,      ///< an error that nobody clears
    Hot,         ///< the head cools down, then goes on by itself
    FedByButton, ///< somebody holds the feed button
    Offline,
    Silent,  ///< prints, never answers
    Garbage, ///< answers every question with nonsense
    Dead,    ///< unplugged, or its network is gone: the plug's owner breaks the connection
    Restart, ///< as Dead, and the plug's owner sets None as soon as the connection is broken
};

[[nodiscard]] std::string_view name(Trouble trouble);
/// By the words of the control file, of which kNames in the .cpp is the list.
[[nodiscard]] std::optional<Trouble> troubleFromName(std::string_view word);

/// One piece of paper, from cut to cut.
struct Paper {
    Bytes bytes; ///< exactly as received
    int widthDots = 0;
    int heightDots = 0;
    Bytes rows; ///< as the head burnt them, packed, without the feed to the cutter
    bool partialCut = true;
};

/// Real-time commands (DLE …) are obeyed as they arrive, as in a real printer, even inside a picture; everything
/// else waits its turn, and waits for ever while the printer is stopped.
class VirtualPrinter {
  public:
    using OnPaper = std::function<void(const Paper&)>;
    VirtualPrinter(int widthDots, OnPaper onPaper);

    /// Bytes from the host.
    void receive(ByteView bytes);
    /// Bytes for the host, since the last call.
    [[nodiscard]] Bytes takeAnswers();

    /// Switched off and on again, the paper torn off, nothing remembered.
    void reset();
    void set(Trouble trouble);
    /// The trouble begins after that many more bytes have been carried out.
    void setAfter(Trouble trouble, std::size_t bytes);
    [[nodiscard]] Trouble trouble() const { return m_trouble; }
    /// Its connection is to be broken: Dead or Restart.
    [[nodiscard]] bool powered() const { return m_trouble != Trouble::Dead && m_trouble != Trouble::Restart; }
    /// GET_PORT_STATUS of the USB printer class.
    [[nodiscard]] std::uint8_t portStatus() const;

    /// Everything that a real printer would have printed as rubbish or ignored.
    [[nodiscard]] const std::vector<std::string>& errors() const { return m_errors; }
    [[nodiscard]] std::size_t receivedBytes() const { return m_received; }
    /// Of the drawer-kick connector.
    [[nodiscard]] int pulses() const { return m_pulses; }
    /// Rows burnt since the last cut: what hangs out of the slot.
    [[nodiscard]] int uncutRows() const { return m_paper.heightDots; }

  private:
    void realTime(std::uint8_t byte);
    [[nodiscard]] bool is(Trouble trouble) const { return m_trouble == trouble; }
    void answerStatus(std::uint8_t query);
    void clearBuffers();
    void work();
    [[nodiscard]] bool stopped() const;
    [[nodiscard]] std::size_t command();
    [[nodiscard]] std::size_t rasterRow();
    [[nodiscard]] std::size_t beginRaster();
    [[nodiscard]] std::size_t cut();
    [[nodiscard]] std::size_t unknown(std::size_t length);
    void consume(std::size_t count);
    void feed(int rows);
    void answer(std::uint8_t byte);
    void automaticStatus();
    void error(std::string what);

    int m_widthDots;
    OnPaper m_onPaper;
    Trouble m_trouble = Trouble::None;
    Trouble m_coming = Trouble::None;
    std::size_t m_comingAt = std::numeric_limits<std::size_t>::max();

    std::deque<std::uint8_t> m_waiting;
    Bytes m_realTime;                     ///< the beginning of a real-time command
    std::deque<std::size_t> m_realTimeAt; ///< where obeyed ones began, counted from the first byte ever
    std::size_t m_received = 0;
    int m_pulses = 0;
    std::size_t m_done = 0;

    std::size_t m_rasterStride = 0;
    int m_rasterRows = 0;
    bool m_cutNow = false;
    bool m_automaticStatus = false;
    Paper m_paper;
    Bytes m_answers;
    std::vector<std::string> m_errors;
};

} // namespace balady::simulators
