#include "tests/simulators/receipt_printer/virtual_printer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace balady::simulators {
namespace {

constexpr std::uint8_t kDle = 0x10;
constexpr std::uint8_t kEsc = 0x1b;
constexpr std::uint8_t kGs = 0x1d;
const Bytes kClearBuffers{kDle, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};
// ESC d counts lines of 1/6 inch: 34 dots at 203 dpi.
constexpr int kLineDots = 34;

constexpr std::array<std::pair<Trouble, std::string_view>, 14> kNames{
    {{Trouble::None, "ok"},
     {Trouble::PaperLow, "paper-low"},
     {Trouble::PaperOut, "paper-out"},
     {Trouble::CoverOpen, "cover-open"},
     {Trouble::Jam, "jam"},
     {Trouble::Error, "error"},
     {Trouble::Broken, "broken"},
     {Trouble::Hot, "hot"},
     {Trouble::FedByButton, "fed-by-button"},
     {Trouble::Offline, "offline"},
     {Trouble::Silent, "silent"},
     {Trouble::Garbage, "garbage"},
     {Trouble::Dead, "unplug"},
     {Trouble::Restart, "restart"}}};

} // namespace

std::string_view name(Trouble trouble) {
    return std::find_if(kNames.begin(), kNames.end(), [&](const auto& pair) { return pair.first == trouble; })
        ->second;
}

std::optional<Trouble> troubleFromName(std::string_view word) {
    for (const auto& [trouble, text] : kNames)
        if (text == word)
            return trouble;
    return std::nullopt;
}

VirtualPrinter::VirtualPrinter(int widthDots, OnPaper onPaper)
    : m_widthDots(widthDots), m_onPaper(std::move(onPaper)), m_paper{{}, widthDots, 0, {}, true} {}

void VirtualPrinter::receive(ByteView bytes) {
    for (const auto byte : bytes) {
        m_waiting.push_back(byte);
        ++m_received;
        realTime(byte);
    }
    work();
}

Bytes VirtualPrinter::takeAnswers() {
    return std::exchange(m_answers, {});
}

void VirtualPrinter::reset() {
    *this = VirtualPrinter{m_widthDots, std::move(m_onPaper)};
}

void VirtualPrinter::set(Trouble trouble) {
    m_comingAt = std::numeric_limits<std::size_t>::max();
    m_trouble = trouble;
    if (!powered()) {
        // Power is gone, and all that was in memory with it.
        clearBuffers();
        m_answers.clear();
        m_automaticStatus = false;
        return;
    }
    if (m_automaticStatus)
        automaticStatus();
    work();
}

void VirtualPrinter::setAfter(Trouble trouble, std::size_t bytes) {
    m_trouble = Trouble::None;
    m_coming = trouble;
    m_comingAt = m_done + bytes;
    work();
}

std::uint8_t VirtualPrinter::portStatus() const {
    // Bit 3 not error, bit 4 selected, bit 5 paper empty.
    const unsigned status = (stopped() ? 0U : 0x08U) | (m_trouble == Trouble::Offline ? 0U : 0x10U) |
                            (m_trouble == Trouble::PaperOut ? 0x20U : 0U);
    return static_cast<std::uint8_t>(status);
}

bool VirtualPrinter::stopped() const {
    switch (m_trouble) {
    case Trouble::PaperOut:
    case Trouble::CoverOpen:
    case Trouble::Jam:
    case Trouble::Error:
    case Trouble::Broken:
    case Trouble::Hot:
    case Trouble::FedByButton:
    case Trouble::Offline:
    case Trouble::Dead:
    case Trouble::Restart: return true;
    case Trouble::None:
    case Trouble::PaperLow:
    case Trouble::Silent:
    case Trouble::Garbage: return false;
    }
    return true;
}

void VirtualPrinter::realTime(std::uint8_t byte) {
    m_realTime.push_back(byte);
    if (m_realTime[0] != kDle) {
        m_realTime.clear();
        return;
    }
    const auto obeyed = [&] {
        m_realTimeAt.push_back(m_received - m_realTime.size());
        m_realTime.clear();
    };
    if (m_realTime.size() == 3 && m_realTime[1] == 0x04) {
        obeyed();
        if (byte >= 1 && byte <= 4)
            answerStatus(byte);
        else
            error("DLE EOT with an unknown question");
    } else if (m_realTime.size() == kClearBuffers.size() && m_realTime == kClearBuffers) {
        m_realTime.clear();
        clearBuffers();
        for (const auto part : Bytes{0x37, 0x25, 0x00})
            answer(part);
    } else if (m_realTime.size() == 2 && byte != 0x04 && byte != 0x14) {
        // DLE before anything else is nothing; the other byte may be a DLE itself.
        m_realTime.clear();
        if (byte == kDle)
            m_realTime.push_back(byte);
    } else if (m_realTime.size() > 2 &&
               !std::equal(m_realTime.begin(), m_realTime.end(), kClearBuffers.begin())) {
        obeyed();
        error("DLE DC4 with an unknown function");
    }
}

void VirtualPrinter::answerStatus(std::uint8_t query) {
    if (m_trouble == Trouble::Garbage)
        return answer(0xff);
    std::uint8_t status = 0x12;
    const auto add = [&](bool when, unsigned bits) {
        status = static_cast<std::uint8_t>(status | (when ? bits : 0U));
    };
    switch (query) {
    case 1:
        add(stopped(), 0x08);
        add(is(Trouble::Error), 0x20);
        add(is(Trouble::FedByButton), 0x40);
        break;
    case 2:
        add(is(Trouble::CoverOpen), 0x04);
        add(is(Trouble::FedByButton), 0x08);
        add(is(Trouble::PaperOut), 0x20);
        add(is(Trouble::Jam) || is(Trouble::Error) || is(Trouble::Broken) || is(Trouble::Hot), 0x40);
        break;
    case 3:
        add(is(Trouble::Error), 0x04);
        add(is(Trouble::Jam), 0x08);
        add(is(Trouble::Broken), 0x20);
        add(is(Trouble::Hot), 0x40);
        break;
    default:
        add(is(Trouble::PaperLow) || is(Trouble::PaperOut), 0x0c);
        add(is(Trouble::PaperOut), 0x60);
        break;
    }
    answer(status);
}

void VirtualPrinter::clearBuffers() {
    m_done += m_waiting.size();
    m_waiting.clear();
    m_realTimeAt.clear();
    m_rasterRows = 0;
}

void VirtualPrinter::work() {
    while (true) {
        if (m_done >= m_comingAt)
            set(m_coming);
        if (stopped() || m_waiting.empty())
            return;
        const auto count = m_rasterRows > 0 ? rasterRow() : command();
        if (count == 0)
            return;
        consume(count);
        if (std::exchange(m_cutNow, false))
            m_onPaper(std::exchange(m_paper, Paper{{}, m_widthDots, 0, {}, true}));
    }
}

std::size_t VirtualPrinter::rasterRow() {
    if (m_waiting.size() < m_rasterStride)
        return 0;
    const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(m_rasterStride);
    m_paper.rows.insert(m_paper.rows.end(), m_waiting.begin(), end);
    m_paper.rows.resize(m_paper.rows.size() + static_cast<std::size_t>(m_widthDots) / 8 - m_rasterStride);
    ++m_paper.heightDots;
    --m_rasterRows;
    return m_rasterStride;
}

// How many bytes the command at the head takes; 0 while it is not whole.
std::size_t VirtualPrinter::command() {
    const auto at = [&](std::size_t index) { return m_waiting[index]; };
    const auto have = m_waiting.size();
    switch (at(0)) {
    case kDle:
        // Obeyed when it arrived.
        if (have < 3)
            return 0;
        if (!m_realTimeAt.empty() && m_realTimeAt.front() == m_done) {
            m_realTimeAt.pop_front();
            return 3;
        }
        return unknown(1);
    case kEsc:
        if (have < 2)
            return 0;
        if (at(1) == '@') {
            m_automaticStatus = false;
            return 2;
        }
        if (at(1) == 'p') { // pin, milliseconds on and off in pairs
            if (have < 5)
                return 0;
            ++m_pulses;
            return 5;
        }
        if (at(1) != 'd' && at(1) != 'J')
            return unknown(2);
        if (have < 3)
            return 0;
        feed(at(1) == 'd' ? at(2) * kLineDots : at(2));
        return 3;
    case kGs:
        if (have < 3)
            return 0;
        switch (at(1)) {
        case 'v': return beginRaster();
        case 'V': return cut();
        case 'r':
            if (at(2) != 1 && at(2) != 49)
                return unknown(3);
            answer(m_trouble == Trouble::PaperLow ? 0x03 : 0x00);
            return 3;
        case 'a':
            m_automaticStatus = at(2) != 0;
            if (m_automaticStatus)
                automaticStatus();
            return 3;
        default: return unknown(2);
        }
    default: return unknown(1);
    }
}

std::size_t VirtualPrinter::beginRaster() {
    if (m_waiting.size() < 8)
        return 0;
    const auto stride = static_cast<std::size_t>(m_waiting[4]) | static_cast<std::size_t>(m_waiting[5]) << 8;
    const auto rows = m_waiting[6] | m_waiting[7] << 8;
    if (m_waiting[2] != '0' || m_waiting[3] != 0)
        return unknown(4);
    if (stride == 0 || rows == 0 || stride * 8 > static_cast<std::size_t>(m_widthDots)) {
        error("GS v 0 with a size that the paper does not have");
        return 8;
    }
    m_rasterStride = stride;
    m_rasterRows = rows;
    return 8;
}

std::size_t VirtualPrinter::cut() {
    const auto mode = m_waiting[2];
    const bool feeding = mode == 65 || mode == 66;
    if (feeding && m_waiting.size() < 4)
        return 0;
    if (!feeding && mode != 0 && mode != 1 && mode != 48 && mode != 49)
        return unknown(3);
    m_paper.partialCut = mode == 1 || mode == 49 || mode == 66;
    m_cutNow = true;
    return feeding ? 4 : 3;
}

std::size_t VirtualPrinter::unknown(std::size_t length) {
    static constexpr std::string_view kHex = "0123456789abcdef";
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i) {
        bytes += kHex[m_waiting[i] >> 4];
        bytes += kHex[m_waiting[i] & 15];
    }
    error("unknown command " + bytes);
    return length;
}

void VirtualPrinter::consume(std::size_t count) {
    const auto end = m_waiting.begin() + static_cast<std::ptrdiff_t>(count);
    m_paper.bytes.insert(m_paper.bytes.end(), m_waiting.begin(), end);
    m_waiting.erase(m_waiting.begin(), end);
    m_done += count;
    while (!m_realTimeAt.empty() && m_realTimeAt.front() < m_done) {
        m_realTimeAt.pop_front();
        error("dots of a picture were obeyed as a real-time command");
    }
}

void VirtualPrinter::feed(int rows) {
    m_paper.rows.resize(m_paper.rows.size() +
                        static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_widthDots) / 8);
    m_paper.heightDots += rows;
}

void VirtualPrinter::answer(std::uint8_t byte) {
    if (m_trouble != Trouble::Silent)
        m_answers.push_back(byte);
}

void VirtualPrinter::automaticStatus() {
    const auto bits = [](bool when, unsigned value) { return when ? value : 0U; };
    const auto fed = is(Trouble::FedByButton);
    answer(static_cast<std::uint8_t>(0x10 | bits(stopped(), 0x08) | bits(is(Trouble::CoverOpen), 0x20) |
                                     bits(fed, 0x40)));
    answer(static_cast<std::uint8_t>(bits(is(Trouble::Error), 0x05) | bits(fed, 0x02) |
                                     bits(is(Trouble::Jam), 0x08) | bits(is(Trouble::Broken), 0x20) |
                                     bits(is(Trouble::Hot), 0x40)));
    answer(static_cast<std::uint8_t>(bits(is(Trouble::PaperLow) || is(Trouble::PaperOut), 0x03) |
                                     bits(is(Trouble::PaperOut), 0x0c)));
    answer(0x0f);
}

void VirtualPrinter::error(std::string what) {
    m_errors.push_back(std::move(what));
}

} // namespace balady::simulators
