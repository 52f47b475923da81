// The catalogue that is shipped, and what becomes of it when a file is added or spoilt.
#include "kiosk/catalogue/catalogue.h"
#include "kiosk/catalogue/icons.h"

#include <boost/json.hpp>
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;
namespace json = boost::json;
using namespace balady;

namespace {

const fs::path kShipped = fs::path(BALADY_SOURCE_DIR) / "config/catalogue";
const fs::path kThirteenth = fs::path(BALADY_SOURCE_DIR) / "tests/data/new_service.json";
const fs::path kBroken = fs::path(BALADY_SOURCE_DIR) / "tests/data/broken_services.json";

std::string contents(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

void replace(const fs::path& file, std::string_view text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// A copy of the shipped catalogue that goes away with the test.
class Copy {
  public:
    Copy()
        : m_root(fs::temp_directory_path() /
                 ("catalogue-" + std::to_string(::getpid()) + "-" + std::to_string(++s_count))) {
        fs::copy(kShipped, m_root, fs::copy_options::recursive);
    }
    ~Copy() { fs::remove_all(m_root); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    [[nodiscard]] const fs::path& root() const { return m_root; }
    [[nodiscard]] fs::path service(std::string_view id) const {
        return m_root / "services" / (std::string(id) + ".json");
    }

  private:
    static inline int s_count = 0;
    fs::path m_root;
};

/// RFC 7396.
void merge(json::object& target, const json::object& patch) {
    for (const auto& member : patch) {
        if (member.value().is_null()) {
            target.erase(member.key());
        } else if (const auto* inner = member.value().if_object()) {
            auto& value = target[member.key()];
            if (!value.is_object())
                value = json::object();
            merge(value.get_object(), *inner);
        } else {
            target[member.key()] = member.value();
        }
    }
}

Result<model::Catalogue> readDirectory(const fs::path& directory) {
    auto document = catalogue::assembleDirectory(directory);
    if (!document)
        return document.error();
    return catalogue::readDocument(*document);
}

std::string versionOf(const fs::path& directory) {
    const auto read = readDirectory(directory);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().context));
    return read->version;
}

const model::Field& field(const model::Service& service, std::string_view id) {
    for (const auto& page : service.form)
        for (const auto& candidate : page.fields)
            if (candidate.id == id)
                return candidate;
    FAIL("no field ", id);
    std::abort();
}

} // namespace

TEST_CASE("shipped_catalogue_is_refused_or_out_of_order") {
    const auto read = readDirectory(kShipped);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().context));
    REQUIRE(read->services.size() == 13);
    CHECK(read->services.front().id == "issue-commercial-license");
    CHECK(read->services.back().id == "rate-service");
    REQUIRE(read->forLateRequests() != nullptr);
    CHECK(read->forLateRequests()->id == "submit-940-report");
    CHECK(read->version.size() == 64);
}

TEST_CASE("a_kind_of_service_is_shipped_by_nobody") {
    const auto read = readDirectory(kShipped);
    REQUIRE(read.has_value());
    for (const auto kind :
         {model::ServiceKind::Application, model::ServiceKind::Inquiry, model::ServiceKind::Report,
          model::ServiceKind::Appointment, model::ServiceKind::Conditions, model::ServiceKind::Verification,
          model::ServiceKind::Rating})
        CHECK_MESSAGE(std::any_of(read->services.begin(), read->services.end(),
                                  [&](const model::Service& service) { return service.kind == kind; }),
                      std::string(model::name(kind)));
}

TEST_CASE("icon_that_nobody_has_drawn") {
    const auto drawn = contents(fs::path(BALADY_SOURCE_DIR) / "qml/Kiosk/Controls/icons.js");
    for (const auto icon : catalogue::icons())
        CHECK_MESSAGE(drawn.find("\n    \"" + std::string(icon) + "\":") != std::string::npos,
                      std::string(icon));
}

TEST_CASE("list_is_shorter_than_the_facts") {
    const auto read = readDirectory(kShipped);
    REQUIRE(read.has_value());
    const auto& licence = *read->find("issue-commercial-license");
    CHECK(field(licence, "activity").options.size() == 69);
    CHECK(field(licence, "municipality").options.size() == 326);
    CHECK(field(licence, "municipality").list == model::kMunicipalities);
    CHECK(field(*read->find("photo-report"), "category").options.size() == 26);
    CHECK(field(*read->find("book-appointment"), "classification").options.size() == 10);
}

TEST_CASE("each_question_keeps_a_list_of_its_own") {
    const auto read = readDirectory(kShipped);
    REQUIRE(read.has_value());
    std::vector<const model::Option*> lists;
    for (const auto& service : read->services)
        for (const auto& page : service.form)
            for (const auto& question : page.fields)
                if (question.list == model::kMunicipalities)
                    lists.push_back(&question.options.at(0));
    REQUIRE(lists.size() > 1);
    CHECK(std::count(lists.begin(), lists.end(), lists.front()) == std::ssize(lists));
}

TEST_CASE("rating_does_not_offer_a_service_or_offers_itself") {
    const auto read = readDirectory(kShipped);
    REQUIRE(read.has_value());
    const auto& options = field(*read->find("rate-service"), "service").options;
    REQUIRE(options.size() == 12);
    for (const auto& option : options) {
        const auto* service = read->find(option.code);
        REQUIRE(service != nullptr);
        CHECK(service->kind != model::ServiceKind::Rating);
        CHECK(option.label == service->name);
        CHECK(option.icon == service->icon);
    }
}

TEST_CASE("new_service_needs_new_code") {
    Copy copy;
    fs::copy_file(kThirteenth, copy.service("issue-demolition-license"));
    const auto read = readDirectory(copy.root());
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().context));
    CHECK(read->services.size() == 14);
    const auto* service = read->find("issue-demolition-license");
    REQUIRE(service != nullptr);
    CHECK(service->promise.days == 3);
    CHECK(service->documents.size() == 1);
    CHECK(field(*service, "municipality").options.size() == 326);
}

TEST_CASE("new_service_of_some_kind_needs_new_code") {
    const auto shipped = readDirectory(kShipped);
    REQUIRE(shipped.has_value());
    for (const auto& original : shipped->services) {
        Copy copy;
        auto service = json::parse(contents(copy.service(original.id)));
        service.as_object()["id"] = "new";
        service.as_object()["rank"] = 1;
        service.as_object().erase("forLateRequest"); // one service has it
        replace(copy.service("new"), json::serialize(service));
        const auto read = readDirectory(copy.root());
        REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().context));
        REQUIRE(read->services.size() == shipped->services.size() + 1);
        CHECK(read->services.front().id == "new");
        CHECK(read->services.front().kind == original.kind);
    }
}

// tests/catalogue/schema_check.py gives the same ones to the schema.
TEST_CASE("reader_accepts_what_the_schema_refuses") {
    const auto all = json::parse(contents(kBroken));
    for (const auto& broken : all.as_array()) {
        Copy copy;
        auto service = json::parse(contents(kThirteenth));
        merge(service.as_object(), broken.at("patch").as_object());
        replace(copy.service(std::string(service.at("id").as_string())), json::serialize(service));
        const auto read = readDirectory(copy.root());
        const std::string what(broken.at("what").as_string());
        REQUIRE_MESSAGE(read.has_error(), what);
        CHECK_MESSAGE(read.error().code == FaultCode::InvalidData, what);
    }
}

TEST_CASE("version_does_not_follow_the_contents") {
    const auto before = versionOf(kShipped);
    Copy copy;
    CHECK(versionOf(copy.root()) == before);
    auto file = copy.service("rate-service");
    auto service = json::parse(contents(file));
    service.as_object()["rank"] = 121;
    replace(file, json::serialize(service));
    CHECK(versionOf(copy.root()) != before);
}

TEST_CASE("spoilt_file_is_left_out_silently") {
    Copy copy;
    replace(copy.service("rate-service"), "{\"id\": \"rate-service\",");
    const auto read = readDirectory(copy.root());
    REQUIRE(read.has_error());
    CHECK(read.error().code == FaultCode::InvalidData);
    CHECK(read.error().context.find("rate-service.json: not JSON") != std::string::npos);
}

TEST_CASE("copied_file_shadows_the_original") {
    Copy copy;
    fs::copy_file(copy.service("rate-service"), copy.service("rate-service-2"));
    const auto read = readDirectory(copy.root());
    REQUIRE(read.has_error());
    CHECK(read.error().context == "catalogue: rate-service-2.json: /id: must be the name of the file");
}

TEST_CASE("removed_service_leaves_a_gate_to_nowhere") {
    Copy copy;
    fs::remove(copy.service("insulation-certificate"));
    const auto read = readDirectory(copy.root());
    REQUIRE(read.has_error());
    CHECK(read.error().context == "service issue-occupancy-certificate: /gates/0/startHere: unknown service");
}

TEST_CASE("missing_directory_is_an_empty_catalogue") {
    const auto read = catalogue::assembleDirectory(kShipped / "nowhere");
    REQUIRE(read.has_error());
    CHECK(read.error().code == FaultCode::NotFound);
}
