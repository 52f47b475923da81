#include "tests/unit/flow/stage_person.h"

#include <algorithm>

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;
namespace su = balady::flow::submit;
using model::DeviceRole;
using model::Trouble;

namespace {

model::Service report() {
    model::Service service;
    service.id = "photo-report";
    service.kind = model::ServiceKind::Report;
    service.name = model::text("صوّر وأرسل", "Photo and send");
    model::Field mobile;
    mobile.id = "mobile";
    mobile.type = model::FieldType::Mobile;
    mobile.label = model::text("رقم جوالك", "Your mobile");
    mobile.required = false;
    service.form = {{"where", model::text("أين؟", "Where?"), {mobile}}};
    service.documents = {{"picture", model::text("صورة", "Picture"), {}, true, {}}};
    service.offline = model::Offline{3};
    return service;
}

/// Somebody with something to report.
struct Reporter : Person {
    Reporter() {
        auto catalogue = std::make_shared<model::Catalogue>();
        catalogue->services = {application(), report()};
        world.catalogue = catalogue;
    }
    Reporter& network(Trouble trouble) {
        world.conditions.standing[DeviceRole::Network] = trouble;
        return *this;
    }
    Reporter& reports(const std::string& mobile = "0501234567") {
        entersService("photo-report").showsDocument();
        if (!mobile.empty())
            does(Typed{"mobile", mobile});
        does(Next{});
        return *this;
    }
    [[nodiscard]] model::Receipt paper() {
        does(Next{});
        REQUIRE(asked<PrintReceipt>());
        return asked<PrintReceipt>()->receipt;
    }
};

bool says(const model::Receipt& receipt, const std::string& words) {
    return std::any_of(receipt.notes.begin(), receipt.notes.end(),
                       [&](const auto& note) { return note.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("report_cannot_be_begun_without_a_network") {
    Reporter person;
    person.network(Trouble::Offline);
    CHECK(obstacle(report(), person.world) == "");
    CHECK(obstacle(application(), person.world) == "network_gone");
    person.world.conditions.standing[DeviceRole::Outbox] = Trouble::Gone; // nothing to encrypt with
    CHECK(obstacle(report(), person.world) == "network_gone");
    person.world.conditions.standing[DeviceRole::Outbox] = Trouble::SetAside;
    CHECK(obstacle(report(), person.world) == "");
}

TEST_CASE("kept_report_is_called_sent") {
    Reporter person;
    person.network(Trouble::Offline);
    person.reports();
    CHECK(person.in<su::State, su::Keeping>());
    REQUIRE(person.asked<Keep>());
    CHECK(person.asked<Upload>() == nullptr);
    CHECK(person.asked<Keep>()->idempotencyKey == person.world.freshKey);
    CHECK(person.asked<Keep>()->priority == 3);
    CHECK(person.asked<Keep>()->pictures.size() == 1);
    CHECK(busy(*person.journey())); // nobody is cut off while the disk writes
    person.does(Kept{std::string("T-DAMMAM-07-468201-91")});
    REQUIRE(person.stage<outcome::State>());
    CHECK(person.journey()->folder.sent == Sent::Kept);
    const auto receipt = person.paper();
    CHECK(receipt.title == "بلاغ حفظه الجهاز ولم يُرسل بعد");
    CHECK(receipt.lines.front().value == "T-DAMMAM-07-468201-91");
    CHECK(receipt.qr == "T-DAMMAM-07-468201-91");
    CHECK(says(receipt, "برسالة نصية"));
}

TEST_CASE("number_is_promised_to_no_mobile") {
    Reporter person;
    person.network(Trouble::Offline);
    person.reports("").does(Kept{std::string("T-X-1-23")});
    REQUIRE(person.stage<outcome::State>());
    const auto receipt = person.paper();
    CHECK_FALSE(says(receipt, "برسالة نصية"));
    CHECK(says(receipt, "مرجع الجهاز"));
}

TEST_CASE("network_cut_while_sending_a_report_loses_it") {
    Reporter person;
    person.reports();
    REQUIRE(person.asked<Upload>());
    auto cut = person;
    cut.does(Uploaded{fault<std::string>(FaultCode::TimedOut)}); // pictures alone are no request
    CHECK(cut.asked<Keep>());
    person.does(Uploaded{ok(std::string("a1"))});
    REQUIRE(person.asked<Submit>());
    cut = person;
    cut.does(Submitted{fault<model::Submission>(FaultCode::Unreachable)});
    REQUIRE(cut.asked<Keep>());
    CHECK(cut.asked<Keep>()->idempotencyKey == cut.world.freshKey); // the same key: at most one report
    person.does(Submitted{fault<model::Submission>(FaultCode::TimedOut)});
    CHECK(person.asked<Keep>() == nullptr); // it may have arrived: that is asked first
    CHECK(person.in<su::State, su::Asking>());
}

TEST_CASE("full_disk_is_called_kept") {
    Reporter person;
    person.network(Trouble::Offline);
    person.reports().does(Kept{Fault{FaultCode::StorageFull, "test"}});
    REQUIRE(person.in<su::State, su::Stuck>());
    CHECK(person.in<su::State, su::Stuck>()->problem == "not_kept");
    person.network(Trouble::None).does(TryAgain{});
    CHECK(person.asked<Upload>()); // the network may be back
}

TEST_CASE("stars_for_a_kept_report_are_asked_for_and_lost") {
    Reporter person;
    person.network(Trouble::Offline);
    person.reports().does(Kept{std::string("T-X-1-23")}).does(Next{});
    person.does(ReceiptOut{model::PaperResult{model::PaperOutcome::Completed, {}}}).does(Next{});
    CHECK(std::holds_alternative<Farewell>(person.session.place));
}
