// The catalogue as the backend sends it.
#include "kiosk/base/text.h"
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/catalogue/limits.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
namespace limits = catalogue;

bool fits(const model::LocalizedText& text, std::size_t most) {
    for (const auto& one : text.byLanguage)
        if (one.empty() || characterCount(one) > most)
            return false;
    return true;
}

void run(ByteView input) {
    const auto read = catalogue::readDocument(asText(input));
    if (!read) {
        fuzz::mustHold(read.error().code == FaultCode::InvalidData,
                       "a document that is refused is invalid data");
        return;
    }
    fuzz::mustHold(read->services.size() <= limits::kServices, "no more services than a terminal can show");
    for (const auto& service : read->services) {
        fuzz::mustHold(read->find(service.id) == &service, "no two services have one id");
        fuzz::mustHold(fits(service.name, limits::kNameLength) &&
                           fits(service.summary, limits::kSentenceLength),
                       "texts are in both languages and fit the screen");
        fuzz::mustHold(service.documents.size() <= limits::kDocuments &&
                           service.form.size() <= limits::kPages && service.gates.size() <= limits::kGates,
                       "lists keep their limits");
        for (const auto& page : service.form)
            fuzz::mustHold(page.fields.size() <= limits::kFieldsOfPage, "no more questions than fit a page");
        for (const auto& gate : service.gates)
            fuzz::mustHold(gate.startHere.empty() || read->find(gate.startHere) != nullptr,
                           "a gate leads somewhere");
        fuzz::mustHold((service.kind == model::ServiceKind::Inquiry) == service.inquiry.has_value(),
                       "an inquiry says what it asks");
    }
}

const fuzz::Registration kTarget("catalogue", run);

} // namespace
