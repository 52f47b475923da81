#include "kiosk/catalogue/catalogue.h"
#include "kiosk/catalogue/icons.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <string>

namespace json = boost::json;
using namespace balady;

namespace {

/// The smallest document with everything in it that can go wrong.
json::value validDocument() {
    return json::parse(R"json({
      "version": "1",
      "lists": {"towns": {"id": "towns",
        "groups": [{"id": "east", "label": {"ar": "الشرق", "en": "East"}}, {"id": "west", "label": {"ar": "الغرب", "en": "West"}}],
        "options": [{"code": "1", "label": {"ar": "أ", "en": "A"}, "group": "east"},
                    {"code": "2", "label": {"ar": "ب", "en": "B"}, "group": "east"},
                    {"code": "3", "label": {"ar": "ج", "en": "C"}, "group": "west"}]}},
      "services": [{
        "id": "first", "rank": 1, "kind": "application", "family": "electronic",
        "name": {"ar": "الأولى", "en": "First"}, "summary": {"ar": "خدمة", "en": "A service"},
        "icon": "building", "keywords": ["first"], "conditions": [], "steps": [{"ar": "خطوة", "en": "A step"}],
        "form": [
          {"id": "where", "title": {"ar": "أين؟", "en": "Where?"}, "fields": [
            {"id": "town", "type": "choice", "label": {"ar": "البلدية", "en": "Town"}, "list": "towns"},
            {"id": "sign", "type": "yes-no", "label": {"ar": "لوحة؟", "en": "A sign?"}}]},
          {"id": "how", "title": {"ar": "كم؟", "en": "How much?"}, "fields": [
            {"id": "width", "type": "number", "label": {"ar": "العرض", "en": "Width"}, "min": 1, "max": 9,
             "showIf": {"field": "sign", "equals": "yes"}}]}],
        "documents": [{"id": "photo", "name": {"ar": "صورة", "en": "Photo"}, "askIf": {"field": "town", "equals": "3"}}],
        "needsIdentity": false, "promise": {"days": 5}, "fee": {"halalas": null},
        "gates": [{"id": "before", "reason": {"ar": "السبب", "en": "The reason"}, "startHere": "second"}],
        "output": {"paper": "receipt", "name": {"ar": "إيصال", "en": "Receipt"}},
        "source": "https://example.test", "confidence": "page"
      }, {
        "id": "second", "rank": 2, "kind": "inquiry", "family": "information",
        "name": {"ar": "الثانية", "en": "Second"}, "summary": {"ar": "خدمة", "en": "A service"},
        "icon": "search", "keywords": [], "conditions": [], "steps": [],
        "needsIdentity": false, "promise": {"days": null}, "fee": {"halalas": 0},
        "output": {"paper": "slip", "name": {"ar": "ورقة", "en": "A slip"}}, "inquiry": {"id": "by-number"},
        "source": "https://example.test", "confidence": "page"
      }]
    })json");
}

/// Puts a value where the pointer says, be it a new member or an old one.
void put(json::value& document, std::string_view pointer, json::value value) {
    const auto slash = pointer.rfind('/');
    auto& owner = document.at_pointer(pointer.substr(0, slash));
    std::string last(pointer.substr(slash + 1));
    if (auto* items = owner.if_array()) {
        items->at(std::stoul(last)) = std::move(value);
        return;
    }
    if (const auto escaped = last.find("~1"); escaped != std::string::npos)
        last.replace(escaped, 2, "/");
    owner.as_object()[last] = std::move(value);
}

/// Why the valid document is refused after one change, or "" if it is not.
std::string refusal(std::string_view pointer, json::value replacement) {
    auto document = validDocument();
    put(document, pointer, std::move(replacement));
    const auto read = catalogue::readDocument(json::serialize(document));
    if (read)
        return "";
    CHECK(read.error().code == FaultCode::InvalidData);
    return read.error().context;
}

/// The same after one member is gone.
std::string refusalWithout(std::string_view owner, std::string_view member) {
    auto document = validDocument();
    document.at_pointer(owner).as_object().erase(member);
    const auto read = catalogue::readDocument(json::serialize(document));
    return read ? "" : read.error().context;
}

const json::value kText{{"ar", "نص"}, {"en", "A text"}};

} // namespace

TEST_CASE("valid_document_is_refused") {
    const auto read = catalogue::readDocument(json::serialize(validDocument()));
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().context));
    CHECK(read->version == "1");
    REQUIRE(read->services.size() == 2);
    const auto& service = read->services.front();
    const auto& town = service.form.at(0).fields.at(0);
    CHECK(town.options.at(2).group.in(model::Language::English) == "West");
    CHECK(service.form.at(1).fields.at(0).showIf == model::Condition{"sign", "yes"});
    CHECK(service.documents.at(0).askIf == model::Condition{"town", "3"});
    CHECK(service.promise.days == 5);
    CHECK(read->services.back().inquiry->id == "by-number");
}

TEST_CASE("unknown_fee_becomes_free_of_charge") {
    const auto read = catalogue::readDocument(json::serialize(validDocument()));
    REQUIRE(read.has_value());
    CHECK(read->services.at(0).fee.amount == std::nullopt);
    CHECK(read->services.at(1).fee.amount == model::Money{0});
    CHECK(read->services.at(1).promise.days == std::nullopt);
}

TEST_CASE("unknown_member_is_ignored") {
    CHECK(refusal("/services/0/nmae", kText) == "service first: /nmae: unknown member");
    CHECK(refusal("/services/0/form/0/fields/1/lable", kText) ==
          "service first: /form/0/fields/1/lable: unknown member");
    CHECK(refusal("/services/0/name/fr", "x") == "service first: /name/fr: unknown member");
    CHECK(refusal("/lists/towns/options/1/a~1b", 1) == "list towns: /options/1/a~1b: unknown member");
    CHECK(refusal("/extra", 1) == "catalogue: /: unknown member");
}

TEST_CASE("member_without_meaning_for_its_type_is_ignored") {
    CHECK(refusal("/services/0/form/0/fields/1/max", 3) ==
          "service first: /form/0/fields/1/max: unknown member");
    CHECK(refusal("/services/0/form/1/fields/0/list", "towns") ==
          "service first: /form/1/fields/0/list: unknown member");
    CHECK(refusal("/services/0/inquiry", {{"id", "x"}}) == "service first: /inquiry: unknown member");
}

TEST_CASE("complaint_cannot_take_the_number_of_a_late_request") {
    CHECK(refusal("/services/0/forLateRequest", "width") ==
          "service first: /forLateRequest: no question of the form that takes a reference");
    CHECK(refusal("/services/0/forLateRequest", "nowhere") ==
          "service first: /forLateRequest: no question of the form that takes a reference");
    auto document = validDocument();
    put(document, "/services/0/form/1/fields/0",
        {{"id", "number"},
         {"type", "reference"},
         {"label", kText},
         {"showIf", {{"field", "sign"}, {"equals", "yes"}}}});
    put(document, "/services/0/forLateRequest", "number");
    CHECK(catalogue::readDocument(json::serialize(document))->forLateRequests()->id == "first");
    put(document, "/services/1/form", document.at_pointer("/services/0/form"));
    put(document, "/services/1/forLateRequest", "number");
    CHECK(catalogue::readDocument(json::serialize(document)).error().context ==
          "service second: /forLateRequest: another service is offered already");
}

TEST_CASE("missing_member_gets_a_default") {
    CHECK(refusalWithout("/services/0", "promise") == "service first: /promise: is missing");
    CHECK(refusalWithout("/services/0", "needsIdentity") == "service first: /needsIdentity: is missing");
    CHECK(refusalWithout("/services/0/fee", "halalas") == "service first: /fee/halalas: is missing");
    CHECK(refusalWithout("/services/1", "inquiry") == "service second: /inquiry: is missing");
    CHECK(refusalWithout("/services/0", "source") == "service first: /source: is missing");
    CHECK(refusalWithout("", "lists") == "catalogue: /lists: is missing");
}

TEST_CASE("text_without_one_language_is_accepted") {
    CHECK(refusalWithout("/services/0/name", "ar") == "service first: /name/ar: is missing");
    CHECK(refusalWithout("/services/0/steps/0", "en") == "service first: /steps/0/en: is missing");
    CHECK(refusal("/lists/towns/options/0/label/ar", "") == "list towns: /options/0/label/ar: is empty");
    CHECK(refusal("/services/0/name/ar", "First") == "service first: /name/ar: has no Arabic letter");
    CHECK(refusal("/services/0/name/en", "الأولى") == "service first: /name/en: has Arabic letters");
}

TEST_CASE("text_that_does_not_fit_the_screen_is_accepted") {
    std::string arabic;
    for (int i = 0; i < 60; ++i)
        arabic += "ش";
    CHECK(refusal("/services/0/name/ar", json::string(arabic)) == "");
    CHECK(refusal("/services/0/name/ar", json::string(arabic + "ش")) ==
          "service first: /name/ar: is longer than 60 characters");
    CHECK(refusal("/services/0/name/en", " First") == "service first: /name/en: has spaces around it");
    CHECK(refusal("/services/0/name/en", "Fi\nrst") == "service first: /name/en: has a control character");
}

TEST_CASE("unknown_word_is_accepted") {
    CHECK(refusal("/services/0/kind", "petition") == "service first: /kind: unknown word");
    CHECK(refusal("/services/0/family", "other") == "service first: /family: unknown word");
    CHECK(refusal("/services/0/icon", "unicorn") == "service first: /icon: unknown icon");
    CHECK(refusal("/services/0/form/0/fields/1/type", "colour") ==
          "service first: /form/0/fields/1/type: unknown word");
    CHECK(refusal("/services/0/output/paper", "parchment") == "service first: /output/paper: unknown word");
    CHECK(refusal("/services/0/confidence", "sure") == "service first: /confidence: unknown word");
}

TEST_CASE("wrong_type_is_accepted") {
    CHECK(refusal("/services/0/needsIdentity", "yes") ==
          "service first: /needsIdentity: must be true or false");
    CHECK(refusal("/services/0/promise/days", "5") == "service first: /promise/days: must be a whole number");
    CHECK(refusal("/services/0/fee/halalas", 1.5) == "service first: /fee/halalas: must be a whole number");
    CHECK(refusal("/services/0/fee/halalas", -1) == "service first: /fee/halalas: must be 0 to 100000000");
    CHECK(refusal("/services/0/form", "none") == "service first: /form: must be a list");
    CHECK(refusal("/services/0/name", "First") == "service first: /name: must be an object");
    CHECK(refusal("/services/0", 7) == "service #0: /: must be an object");
    CHECK(refusal("/services", 7) == "catalogue: /services: must be a list of at most 1000");
}

TEST_CASE("id_is_used_twice") {
    CHECK(refusal("/services/1/id", "first") == "service first: /id: is used twice");
    CHECK(refusal("/services/0/form/0/fields/1/id", "town") ==
          "service first: /form/0/fields/1/id: is used twice");
    CHECK(refusal("/services/0/form/1/fields/0/id", "town") ==
          "service first: /form/1/fields/0/id: is used twice");
    CHECK(refusal("/services/0/form/1/id", "where") == "service first: /form/1/id: is used twice");
    CHECK(refusal("/lists/towns/options/2/code", "1") == "list towns: /options/2/code: is used twice");
    CHECK(refusal("/services/0/id", "First!") ==
          "service First!: /id: must be lower-case letters, digits and single hyphens");
}

TEST_CASE("question_depends_on_no_question") {
    const std::string showIf = "/services/0/form/1/fields/0/showIf";
    CHECK(refusal(showIf + "/field", "sing") ==
          "service first: /form/1/fields/0/showIf/field: no such question before this one");
    CHECK(refusal(showIf + "/field", "width") ==
          "service first: /form/1/fields/0/showIf/field: no such question before this one");
    CHECK(refusal(showIf + "/equals", "perhaps") ==
          "service first: /form/1/fields/0/showIf/equals: is no answer of that question");
    CHECK(refusal("/services/0/documents/0/askIf/field", "city") ==
          "service first: /documents/0/askIf/field: no such question before this one");
    CHECK(refusal("/services/0/documents/0/askIf/equals", "4") ==
          "service first: /documents/0/askIf/equals: is no answer of that question");
}

TEST_CASE("list_or_gate_leads_nowhere") {
    CHECK(refusal("/services/0/form/0/fields/0/list", "cities") ==
          "service first: /form/0/fields/0/list: unknown list");
    CHECK(refusal("/services/0/gates/0/startHere", "third") ==
          "service first: /gates/0/startHere: unknown service");
    CHECK(refusal("/services/0/gates/0/startHere", "first") ==
          "service first: /gates/0/startHere: leads back to the same service");
    CHECK(refusal("/lists/towns/id", "cities") == "list towns: /id: is not the name of this list");
}

TEST_CASE("choice_has_no_options_or_two_origins") {
    CHECK(refusalWithout("/services/0/form/0/fields/0", "list") ==
          "service first: /form/0/fields/0: a choice needs exactly one of options, list and optionsFrom");
    CHECK(refusal("/services/0/form/0/fields/0/optionsFrom", "slots") ==
          "service first: /form/0/fields/0: a choice needs exactly one of options, list and optionsFrom");
    CHECK(refusal("/lists/towns/options", json::array()) == "list towns: /options: is empty");
}

TEST_CASE("strangers_choose_from_somebody_elses_licences") {
    const json::value mine{{"id", "town"}, {"type", "choice"}, {"label", kText}, {"optionsFrom", "licences"}};
    auto document = validDocument();
    document.at_pointer("/services/0").as_object().erase("documents");
    put(document, "/services/0/form/0/fields/0", mine);
    const auto anonymous = catalogue::readDocument(json::serialize(document));
    REQUIRE(anonymous.has_error());
    CHECK(anonymous.error().context ==
          "service first: /needsIdentity: the form asks for the citizen's own licences");
    put(document, "/services/0/needsIdentity", true);
    CHECK(catalogue::readDocument(json::serialize(document)).has_value());
}

TEST_CASE("heading_appears_twice_on_the_screen") {
    CHECK(refusal("/lists/towns/options/0/group", "west") ==
          "list towns: /options/2/group: the options of a group must follow each other");
    CHECK(refusal("/lists/towns/options/1/group", "north") == "list towns: /options/1/group: unknown group");
    CHECK(refusalWithout("/lists/towns/options/1", "group") == "list towns: /options/1/group: is missing");
}

TEST_CASE("bounds_that_no_answer_can_keep_are_accepted") {
    CHECK(refusal("/services/0/form/1/fields/0/max", 0) ==
          "service first: /form/1/fields/0/max: is less than min");
}

TEST_CASE("broken_json_crashes_the_reader") {
    for (const auto* text : {"", "{", "[]", "null", R"({"version": 1, "lists": {}, "services": []})"}) {
        const auto read = catalogue::readDocument(text);
        REQUIRE(read.has_error());
        CHECK(read.error().code == FaultCode::InvalidData);
    }
}

TEST_CASE("icon_is_listed_twice_or_out_of_order") {
    const auto icons = catalogue::icons();
    for (std::size_t i = 1; i < icons.size(); ++i)
        CHECK_MESSAGE(icons[i - 1] < icons[i], std::string(icons[i]));
}
