#include "tests/simulators/chip/card_file.h"

#include "kiosk/model/mrz.h"

#include <boost/json/parse.hpp>

namespace balady::simulators {
namespace {

namespace json = boost::json;

Fault invalid(std::string what) {
    return {FaultCode::InvalidData, "card file: " + std::move(what)};
}

Result<CardFaults> parseFaults(const json::object& object) {
    CardFaults out;
    for (const auto& [key, value] : object) {
        if (key == "mute" && value.is_bool()) {
            out.mute = value.get_bool();
            continue;
        }
        if (!value.is_int64() || value.get_int64() < 0)
            return invalid("fault " + std::string(key));
        const int number = static_cast<int>(value.get_int64());
        if (key == "delay_ms")
            out.delay = std::chrono::milliseconds{number};
        else if (key == "dies_after_command")
            out.diesAfterCommand = number;
        else if (key == "silent_after_command")
            out.silentAfterCommand = number;
        else if (key == "short_answer_to_command")
            out.shortAnswerToCommand = number;
        else if (key == "wrong_mac_to_command")
            out.wrongMacToCommand = number;
        else
            return invalid("fault " + std::string(key));
    }
    return out;
}

} // namespace

Result<CardFile> parseCardFile(std::string_view text) {
    boost::system::error_code error;
    const auto document = json::parse({text.data(), text.size()}, error);
    if (error || !document.is_object())
        return invalid("not a JSON object");
    CardFile out;
    bool withApplication = true;
    for (const auto& [key, value] : document.get_object()) {
        if (key == "mrz" && value.is_array()) {
            for (const auto& line : value.get_array())
                out.mrz += line.is_string() ? std::string(line.get_string()) : std::string("?");
        } else if (key == "application" && value.is_string()) {
            withApplication = value.get_string() != "none";
        } else if (key == "faults" && value.is_object()) {
            const auto faults = parseFaults(value.get_object());
            if (!faults)
                return faults.error();
            out.faults = *faults;
        } else if (key != "comment") {
            return invalid("key " + std::string(key));
        }
    }
    if (!withApplication) {
        out.mrz.clear();
    } else if (const auto mrz = model::parseMrz(out.mrz); !mrz) {
        return invalid(mrz.error().context);
    }
    return out;
}

} // namespace balady::simulators
