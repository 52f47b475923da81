#include "kiosk/catalogue/service_reader.h"

#include "kiosk/catalogue/form_reader.h"
#include "kiosk/catalogue/limits.h"

#include <algorithm>

namespace balady::catalogue {
namespace {

using strictjson::Object;

template <class Item>
bool hasId(const std::vector<Item>& items, std::string_view id) {
    return std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
}

/// Whether the document is a portrait; without a kind it is what lies under the camera.
bool readKind(Object& document) {
    if (!document.has("kind"))
        return false;
    if (document.text("kind", kKeywordLength) != "portrait")
        document.refuse("kind", "unknown word");
    return true;
}

std::vector<model::RequiredDocument> readDocuments(Object& service,
                                                   const std::vector<model::FormPage>& form) {
    std::vector<model::RequiredDocument> documents;
    service.optionalEach("documents", kDocuments, [&](Object& object) {
        model::RequiredDocument document;
        document.id = object.id("id");
        if (hasId(documents, document.id))
            object.refuse("id", "is used twice");
        document.name = object.localized("name", kNameLength);
        document.help = object.optionalLocalized("help", kSentenceLength);
        document.portrait = readKind(object);
        document.required = object.booleanOr("required", !document.portrait);
        document.pages = static_cast<int>(object.optionalInteger("pages", 1, kPagesOfDocument).value_or(0));
        if (document.portrait && document.required)
            object.refuse("required", "nobody is made to have their portrait taken here");
        if (document.portrait && document.pages > 0)
            object.refuse("pages", "a portrait has none");
        if (object.has("askIf"))
            document.askIf = readCondition(object, "askIf", form);
        documents.push_back(std::move(document));
    });
    return documents;
}

std::vector<model::Gate> readGates(Object& service, std::string_view serviceId) {
    std::vector<model::Gate> gates;
    service.optionalEach("gates", kGates, [&](Object& object) {
        model::Gate gate;
        gate.id = object.id("id");
        if (hasId(gates, gate.id))
            object.refuse("id", "is used twice");
        gate.reason = object.localized("reason", kSentenceLength);
        if (object.has("startHere"))
            gate.startHere = object.id("startHere");
        if (gate.startHere == serviceId)
            object.refuse("startHere", "leads back to the same service");
        gates.push_back(std::move(gate));
    });
    return gates;
}

model::Promise readPromise(Object& service) {
    model::Promise promise;
    service.object("promise", [&](Object& object) {
        if (const auto days = object.nullableInteger("days", 0, kPromiseDays))
            promise.days = static_cast<int>(*days);
        promise.note = object.optionalLocalized("note", kSentenceLength);
    });
    return promise;
}

model::Fee readFee(Object& service) {
    model::Fee fee;
    service.object("fee", [&](Object& object) {
        if (const auto halalas = object.nullableInteger("halalas", 0, kFeeHalalas))
            fee.amount = model::Money{*halalas};
        fee.note = object.optionalLocalized("note", kSentenceLength);
    });
    return fee;
}

model::Output readOutput(Object& service) {
    model::Output output;
    service.object("output", [&](Object& object) {
        output.paper = object.word("paper", model::outputPaperFromName);
        if (output.paper != model::OutputPaper::None)
            output.name = object.localized("name", kNameLength);
    });
    return output;
}

/// An inquiry asks the backend one question; no other kind does.
std::optional<model::InquirySpec> readInquiry(Object& service, model::ServiceKind kind) {
    if (kind != model::ServiceKind::Inquiry)
        return std::nullopt;
    model::InquirySpec spec;
    service.object("inquiry", [&](Object& object) { spec.id = object.id("id"); });
    return spec;
}

/// Only what is sent without a name and asks the platform nothing on the way can be accepted without it (ADR 0017).
std::optional<model::Offline> readOffline(Object& service, const model::Service& read) {
    if (!service.has("offline"))
        return std::nullopt;
    model::Offline offline;
    service.object("offline", [&](Object& object) {
        offline.priority = static_cast<int>(object.integer("priority", 1, kPriority));
    });
    if (read.kind != model::ServiceKind::Report || read.needsIdentity)
        service.refuse("offline", "only reports without an identity are accepted without a network");
    for (const auto& document : read.documents)
        if (document.portrait)
            service.refuse("offline", "a portrait is not kept on a terminal");
    for (const auto& page : read.form)
        for (const auto& field : page.fields)
            if (!field.optionsFrom.empty())
                service.refuse("offline", "the form asks the platform for " + field.optionsFrom);
    return offline;
}

/// Somebody's establishments and licences can only be asked for when somebody is signed in.
void checkOwnOptions(Object& object, const model::Service& service) {
    if (service.needsIdentity)
        return;
    for (const auto& page : service.form)
        for (const auto& field : page.fields)
            if (field.optionsFrom == "establishments" || field.optionsFrom == "licences")
                object.refuse("needsIdentity", "the form asks for the citizen's own " + field.optionsFrom);
}

/// Where a fact comes from and how sure we are is for auditors; the terminal only insists that it is said.
void checkProvenance(Object& object) {
    object.text("source", kSourceLength);
    const auto confidence = object.text("confidence", kKeywordLength);
    if (confidence != "page" && confidence != "snippet" && confidence != "inferred")
        object.refuse("confidence", "unknown word");
}

} // namespace

model::Service readService(Object& object, const OptionLists& lists) {
    model::Service service;
    service.id = object.id("id");
    object.integer("rank", 1, kRank); // the order of the document says it already
    service.kind = object.word("kind", model::serviceKindFromName);
    service.family = object.word("family", model::familyFromName);
    service.name = object.localized("name", kNameLength);
    service.summary = object.localized("summary", kSentenceLength);
    service.icon = readIcon(object);
    service.keywords = object.texts("keywords", kKeywords, kKeywordLength);
    service.conditions = object.localizedTexts("conditions", kSentences, kSentenceLength);
    service.steps = object.localizedTexts("steps", kSentences, kSentenceLength);
    service.form = readForm(object, lists);
    service.documents = readDocuments(object, service.form);
    service.needsIdentity = object.boolean("needsIdentity");
    service.promise = readPromise(object);
    service.fee = readFee(object);
    service.gates = readGates(object, service.id);
    service.output = readOutput(object);
    service.inquiry = readInquiry(object, service.kind);
    if (object.has("forLateRequest"))
        service.lateRequestField = readReferenceField(object, "forLateRequest", service.form);
    service.offline = readOffline(object, service);
    checkOwnOptions(object, service);
    checkProvenance(object);
    return service;
}

} // namespace balady::catalogue
