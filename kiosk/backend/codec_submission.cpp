#include "kiosk/backend/codec_submission.h"

#include "kiosk/backend/codec_json.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <array>
#include <charconv>
#include <cstdio>

namespace balady::backend {
namespace {

namespace json = boost::json;
using model::FactKind;

// Upper bounds in bytes. The contract counts characters; an Arabic one is two bytes, none is more than four.
constexpr std::size_t kReference = 32;
constexpr std::size_t kFactValue = 2000;
constexpr std::int64_t kMostHalalas = 100'000'000'000;

json::object answersObject(const model::Answers& answers, const json::storage_ptr& storage) {
    json::object object(storage);
    for (const auto& [field, value] : answers)
        object.emplace(field, value);
    return object;
}

/// RFC 3339 in UTC, to the second.
std::string timestampText(WallTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time - day)};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return model::toIso(model::Date{day}) + text.data();
}

std::optional<FactKind> factKindFromName(std::string_view text) {
    if (text == "text")
        return FactKind::Text;
    if (text == "reference")
        return FactKind::Reference;
    if (text == "date")
        return FactKind::Date;
    if (text == "money")
        return FactKind::Money;
    if (text == "state")
        return FactKind::State;
    return std::nullopt;
}

std::string reference(const JsonNode& node) {
    return node.token(kReference, "-");
}

model::Bill readBill(const JsonNode& node) {
    model::Bill bill;
    bill.biller = node.at("biller").token(3, "");
    bill.number = node.at("number").token(20, "");
    bill.amount.halalas = node.at("amountHalalas").integer(1, kMostHalalas);
    bill.paid = node.at("paid").boolean();
    return bill;
}

model::Submission readSubmission(const JsonNode& node) {
    model::Submission submission;
    submission.number = reference(node.at("number"));
    submission.serviceId = node.at("serviceId").token(64, "-");
    submission.state = node.at("state").named(model::requestStateFromName);
    submission.submittedAt = node.at("submittedAt").timestamp();
    submission.unit = node.at("unit").localized();
    submission.late = node.at("late").boolean();
    if (auto promised = node.find("promisedBy"))
        submission.promisedBy = promised->date();
    if (auto bill = node.find("bill"))
        submission.bill = readBill(*bill);
    if (auto licence = node.find("licenceNumber"))
        submission.licenceNumber = reference(*licence);
    if (auto note = node.find("statusNote"))
        submission.statusNote = note->localized();
    return submission;
}

/// A value that its kind does not allow would be printed as nonsense.
void checkFactValue(const JsonNode& node, const model::Fact& fact) {
    switch (fact.kind) {
    case FactKind::Text: return;
    case FactKind::Reference: (void)reference(node); return;
    case FactKind::Date: (void)node.date(); return;
    case FactKind::State: (void)node.named(model::requestStateFromName); return;
    case FactKind::Money: {
        std::int64_t halalas = 0;
        const auto* end = fact.value.data() + fact.value.size();
        const auto [stop, error] = std::from_chars(fact.value.data(), end, halalas);
        if (error != std::errc{} || stop != end || halalas < 0)
            node.fail("is no amount");
        return;
    }
    }
}

model::Fact readFact(const JsonNode& node) {
    model::Fact fact;
    fact.label = node.at("label").localized();
    fact.kind = node.at("kind").named(factKindFromName);
    const auto value = node.at("value");
    fact.value = value.text(kFactValue);
    checkFactValue(value, fact);
    if (auto localized = node.find("localized"))
        fact.localized = localized->localized();
    return fact;
}

model::Finding readFinding(const JsonNode& node) {
    model::Finding finding;
    finding.title = node.at("title").localized();
    node.at("facts").forEach(40, [&](const JsonNode& fact) { finding.facts.push_back(readFact(fact)); });
    finding.printable = node.at("printable").boolean();
    if (auto number = node.find("requestNumber"))
        finding.requestNumber = reference(*number);
    return finding;
}

std::vector<model::Finding> readFindings(const JsonNode& node) {
    std::vector<model::Finding> findings;
    node.at("findings").forEach(200, [&](const JsonNode& finding) {
        findings.push_back(readFinding(finding));
    });
    return findings;
}

model::SignedLicence readLicence(const JsonNode& node) {
    return {reference(node.at("number")), node.at("jws").token(1200, "-_.")};
}

model::Option readOption(const JsonNode& node) {
    model::Option option;
    option.code = node.at("code").text(256);
    if (option.code.empty())
        node.at("code").fail("is empty");
    option.label = node.at("label").localized();
    if (auto note = node.find("note"))
        option.note = note->localized();
    if (auto group = node.find("group"))
        option.group = group->localized();
    return option;
}

std::vector<model::Option> readOptions(const JsonNode& node) {
    std::vector<model::Option> options;
    node.forEach(200, [&](const JsonNode& option) { options.push_back(readOption(option)); });
    return options;
}

} // namespace

WipedText encodeDraft(const model::Draft& draft) {
    const auto storage = wipedStorage();
    json::array attachments(storage);
    for (const auto& id : draft.attachmentIds)
        attachments.emplace_back(id);
    json::object object(storage);
    object.emplace("serviceId", draft.serviceId);
    object.emplace("answers", answersObject(draft.answers, storage));
    object.emplace("attachmentIds", std::move(attachments));
    if (draft.deferred) {
        json::object deferred(storage);
        deferred.emplace("acceptedAt", timestampText(draft.deferred->acceptedAt));
        deferred.emplace("reference", draft.deferred->reference);
        object.emplace("deferred", std::move(deferred));
    }
    return toText(std::move(object));
}

Result<model::Submission> decodeSubmission(std::string_view body) {
    return decode(body, readSubmission);
}

WipedText encodeQuestion(const model::Answers& answers) {
    const auto storage = wipedStorage();
    json::object object(storage);
    object.emplace("answers", answersObject(answers, storage));
    return toText(std::move(object));
}

Result<std::vector<model::Finding>> decodeFindings(std::string_view body) {
    return decode(body, readFindings);
}
Result<model::SignedLicence> decodeLicence(std::string_view body) {
    return decode(body, readLicence);
}

Result<Done> checkKeySet(std::string_view body) {
    return readJson(body, [](const JsonNode& node) {
        std::size_t keys = 0;
        node.at("keys").forEach(20, [&](const JsonNode& key) {
            (void)key.at("kid").text(256);
            ++keys;
        });
        if (keys == 0)
            node.at("keys").fail("is empty"); // kept for offline use, it would refuse every licence
    });
}

Result<std::vector<model::Option>> decodeOptions(std::string_view body) {
    return decode(body, readOptions);
}

WipedText encodeSheet(const model::SheetBinding& binding) {
    json::object object(wipedStorage());
    object.emplace("sheet", binding.sheet);
    object.emplace("licenceNumber", binding.licence);
    return toText(std::move(object));
}

WipedText encodeRating(std::string_view serviceId, std::string_view requestNumber, int stars) {
    json::object object(wipedStorage());
    object.emplace("serviceId", serviceId);
    if (!requestNumber.empty())
        object.emplace("requestNumber", requestNumber);
    object.emplace("stars", stars);
    return toText(std::move(object));
}

} // namespace balady::backend
