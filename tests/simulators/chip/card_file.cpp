#include "tests/simulators/chip/card_file.h"

#include "kiosk/model/mrz.h"

#include <boost/json/parse.hpp>

#include <array>
#include <utility>

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
        if (key == "refusal" && value.is_string()) {
            const auto word = fromHex(std::string_view(value.get_string()));
            if (!word || word->size() != 2)
                return invalid("refusal");
            out.refusal = static_cast<std::uint16_t>((*word)[0] << 8 | (*word)[1]);
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
        else if (key == "empty_answer_to_command")
            out.emptyAnswerToCommand = number;
        else if (key == "refused_command")
            out.refusedCommand = number;
        else
            return invalid("fault " + std::string(key));
    }
    return out;
}

/// The value beside a word of a short list.
template <class T, std::size_t N>
std::optional<T> valueOf(const std::array<std::pair<std::string_view, T>, N>& words,
                         const json::value& word) {
    if (word.is_string())
        for (const auto& [name, value] : words)
            if (name == std::string_view(word.get_string()))
                return value;
    return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Signature>, 7> kSignatures{
    {{"good", Signature::Good},
     {"none", Signature::None},
     {"unknown-issuer", Signature::UnknownIssuer},
     {"expired-signer", Signature::ExpiredSigner},
     {"tampered-name", Signature::TamperedName},
     {"forged", Signature::Forged},
     {"copied", Signature::Copied}}};
constexpr std::array<std::pair<std::string_view, ChipKey::Kind>, 2> kKeys{
    {{"ec-p256", ChipKey::Kind::EcP256}, {"rsa-2048", ChipKey::Kind::Rsa2048}}};
/// How the chip opens.
enum class Ways { Bac, Pace, Both };
constexpr std::array<std::pair<std::string_view, Ways>, 3> kWays{
    {{"bac", Ways::Bac}, {"pace", Ways::Pace}, {"both", Ways::Both}}};
constexpr std::array<std::pair<std::string_view, std::uint8_t>, 4> kCiphers{
    {{"3des", 1}, {"aes-128", 2}, {"aes-192", 3}, {"aes-256", 4}}};

constexpr std::array<std::pair<std::string_view, Application>, 3> kApplications{
    {{"lds", Application::Identity}, {"piv", Application::Badge}, {"none", Application::None}}};

/// The offer as the driver reads it from an EF.CardAccess, so that a card cannot offer what is not understood.
Result<smartcard::PaceOffer> parsePace(const json::object& object) {
    const auto* cipher = object.if_contains("cipher");
    const auto* parameters = object.if_contains("parameters");
    const auto number = cipher ? valueOf(kCiphers, *cipher) : std::nullopt;
    if (object.size() != 2 || !number || !parameters || !parameters->is_int64())
        return invalid("pace");
    auto file = fromHex("31143012060a04007f0007020204020002010202010d").value();
    file[15] = *number;
    file.back() = static_cast<std::uint8_t>(parameters->get_int64());
    const auto offers = smartcard::parseCardAccess(file);
    if (!offers || offers->empty())
        return invalid("pace: no such curve");
    return offers->front();
}

} // namespace

Result<CardFile> parseCardFile(std::string_view text) {
    boost::system::error_code error;
    const auto document = json::parse({text.data(), text.size()}, error);
    if (error || !document.is_object())
        return invalid("not a JSON object");
    CardFile out;
    Ways access = Ways::Bac;
    for (const auto& [key, value] : document.get_object()) {
        if (key == "mrz" && value.is_array()) {
            for (const auto& line : value.get_array())
                out.mrz += line.is_string() ? std::string(line.get_string()) : std::string("?");
        } else if (const auto kind = valueOf(kApplications, value); key == "application" && kind) {
            out.application = *kind;
        } else if (key == "pin" && value.is_string()) {
            out.pin = std::string(value.get_string());
        } else if (key == "tries" && value.is_int64()) {
            out.tries = static_cast<int>(value.get_int64());
        } else if (key == "refusesPin" && value.is_bool()) {
            out.refusesPin = value.get_bool();
        } else if (const auto ways = valueOf(kWays, value); key == "access" && ways) {
            access = *ways;
        } else if (key == "pace" && value.is_object()) {
            const auto offer = parsePace(value.get_object());
            if (!offer)
                return offer.error();
            out.pace = *offer;
        } else if (key == "cardAccessNumber" && value.is_string()) {
            out.cardAccessNumber = std::string(value.get_string());
        } else if (const auto own = valueOf(kKeys, value); key == "chipKey" && own) {
            out.key = *own;
        } else if (key == "portraitBytes" && value.is_int64()) {
            out.portraitSize = static_cast<std::size_t>(value.get_int64());
        } else if (const auto signature = valueOf(kSignatures, value); key == "signature" && signature) {
            out.signature = *signature;
        } else if (key == "faults" && value.is_object()) {
            const auto faults = parseFaults(value.get_object());
            if (!faults)
                return faults.error();
            out.faults = *faults;
        } else if (key != "comment") {
            return invalid("key " + std::string(key));
        }
    }
    out.bac = access != Ways::Pace;
    if (out.pace.has_value() != (access != Ways::Bac))
        return invalid("access and pace do not fit");
    if (out.signature == Signature::Copied && !out.key)
        return invalid("a copy of a chip without a key is as good as the first");
    if (out.application != Application::Identity) {
        out.mrz.clear();
    } else if (const auto mrz = model::parseMrz(out.mrz); !mrz) {
        return invalid(mrz.error().context);
    }
    return out;
}

} // namespace balady::simulators
