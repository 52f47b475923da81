#include "tests/sandbox/rules.h"
#include "tests/sandbox/unit/sandbox_fixture.h"

#include <doctest/doctest.h>

namespace balady::sandbox {

TEST_CASE("rules_with_a_foreign_word_are_refused") {
    CHECK_FALSE(readRules("{}").has_value());
    CHECK_FALSE(readRules(R"({"colour":"red"})").has_value());
}

TEST_CASE_FIXTURE(SandboxFixture, "rules_name_only_services_activities_and_gates_of_the_catalogue") {
    const auto* shops = served.catalogue.find("issue-commercial-license");
    REQUIRE(shops != nullptr);
    std::set<std::string> activities;
    for (const auto& page : shops->form)
        for (const auto& field : page.fields)
            if (field.id == "activity")
                for (const auto& option : field.options)
                    activities.insert(option.code);
    for (const auto& code : rules.immediateActivities)
        CHECK_MESSAGE(activities.contains(code), code);
    for (const auto& rule : rules.services) {
        const auto* service = served.catalogue.find(rule.serviceId);
        REQUIRE_MESSAGE(service != nullptr, rule.serviceId);
        for (const auto& gate : rule.gates)
            CHECK(std::any_of(service->gates.begin(), service->gates.end(),
                              [&](const model::Gate& shown) { return shown.id == gate.gateId; }));
    }
}

} // namespace balady::sandbox
