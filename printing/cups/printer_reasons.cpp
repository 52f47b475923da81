#include "printing/cups/printer_reasons.h"

#include <string_view>

namespace balady::cups {
namespace {

using model::DeviceState;
using model::PaperState;
using model::TonerState;

enum class Weight { None, Report, Warning, Error };

struct Reason {
    std::string_view word;
    Weight weight = Weight::None;
};

Reason split(std::string_view keyword) {
    for (const auto& [suffix, weight] : {std::pair<std::string_view, Weight>{"-error", Weight::Error},
                                         {"-warning", Weight::Warning},
                                         {"-report", Weight::Report}})
        if (keyword.ends_with(suffix))
            return {keyword.substr(0, keyword.size() - suffix.size()), weight};
    return {keyword, Weight::None};
}

bool oneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    for (const auto one : words)
        if (word == one)
            return true;
    return false;
}

} // namespace

model::PrinterStatus statusFromReasons(bool stopped, std::span<const std::string> reasons) {
    bool jammed = false, out = false, low = false, open = false, broken = false, away = false;
    bool tonerOut = false, tonerLow = false;
    for (const auto& keyword : reasons) {
        const auto [word, weight] = split(keyword);
        if (word == "media-jam")
            jammed = true;
        else if (oneOf(word, {"media-empty", "media-needed", "input-tray-missing"}))
            out = true;
        else if (word == "media-low")
            low = true;
        else if (oneOf(word, {"cover-open", "door-open", "interlock-open"}))
            open = true;
        else if (oneOf(word, {"offline", "shutdown", "connecting-to-device", "timed-out", "paused"}))
            away = true;
        else if (oneOf(word, {"toner-empty", "marker-supply-empty", "developer-empty"}))
            (weight == Weight::Report ? tonerLow : tonerOut) = true; // as a report it stops nothing yet
        else if (oneOf(word, {"toner-low", "marker-supply-low", "developer-low"}))
            tonerLow = true;
        // Every other error is one that we have no word for.
        else if (weight == Weight::Error ||
                 (weight != Weight::Report && oneOf(word, {"opc-life-over", "fuser-over-temp"})))
            broken = true;
    }

    model::PrinterStatus status;
    status.coverOpen = open;
    status.paper = jammed ? PaperState::Jammed
                   : out  ? PaperState::Out
                   : low  ? PaperState::Low
                          : PaperState::Full;
    status.toner = tonerOut ? TonerState::Out : tonerLow ? TonerState::Low : TonerState::Full;
    if (broken)
        status.device = DeviceState::HardwareError;
    else if (jammed || out || open || tonerOut)
        status.device = DeviceState::UserError;
    else if (away || stopped)
        status.device = DeviceState::Offline;
    else
        status.device = DeviceState::Online;
    return status;
}

bool needsPerson(const model::PrinterStatus& status) {
    return status.device != DeviceState::Online;
}

} // namespace balady::cups
