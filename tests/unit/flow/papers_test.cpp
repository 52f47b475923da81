#include "tests/unit/flow/stage_person.h"

using namespace balady;
using namespace balady::flow;
using namespace balady::flow::test;

namespace {

Person atPapers() {
    Person person;
    auto issued = submission(model::RequestState::Issued);
    issued.licenceNumber = "L-1";
    person.sends().does(Submitted{ok(issued)}).does(Next{});
    return person;
}

Result<model::PaperResult> paper(model::PaperOutcome outcome,
                                 model::PaperState state = model::PaperState::Full) {
    return model::PaperResult{outcome, {model::DeviceState::Online, state, false}};
}

} // namespace

TEST_CASE("receipt_paper_out_blocks_the_licence") {
    auto person = atPapers();
    REQUIRE(person.asked<PrintReceipt>());
    person.does(ReceiptOut{paper(model::PaperOutcome::NotPrinted, model::PaperState::Out)});
    CHECK(person.stage<papers::State>()->problem == "receipt_paper_out");
    person.does(Skip{});
    CHECK(person.asked<FetchLicence>()->number == "L-1");
    CHECK(person.stage<papers::State>()->leftOut.size() == 1);
}

TEST_CASE("jammed_licence_is_called_printed") {
    auto person = atPapers();
    person.does(ReceiptOut{paper(model::PaperOutcome::Completed)});
    person.does(LicenceFetched{ok(model::LicencePaper{})});
    REQUIRE(person.asked<PrintLicencePaper>());
    CHECK_FALSE(person.asked<PrintLicencePaper>()->paper.copy);
    person.does(LicenceOut{paper(model::PaperOutcome::Unknown, model::PaperState::Jammed)});
    CHECK(person.stage<papers::State>()->problem == "licence_paper_jammed");
    CHECK(person.stage<papers::State>()->out == std::vector{papers::Paper::Receipt});
    // What may have come out makes the next one a copy: never two originals.
    person.does(TryAgain{}).does(LicenceFetched{ok(model::LicencePaper{})});
    CHECK(person.asked<PrintLicencePaper>()->paper.copy);
}

TEST_CASE("unverified_licence_is_printed") {
    auto person = atPapers();
    person.does(ReceiptOut{paper(model::PaperOutcome::Completed)})
        .does(LicenceFetched{fault<model::LicencePaper>(FaultCode::Tampered)});
    CHECK(person.asked<PrintLicencePaper>() == nullptr);
    CHECK(person.stage<papers::State>()->problem == "licence_not_ready");
}

TEST_CASE("printer_gone_ends_the_session") {
    auto person = atPapers();
    person.does(ReceiptOut{Fault{FaultCode::NoDevice, "test"}});
    CHECK(person.stage<papers::State>()->problem == "receipt_printer_gone");
    person.does(Skip{})
        .does(LicenceFetched{ok(model::LicencePaper{})})
        .does(LicenceOut{paper(model::PaperOutcome::Completed)});
    CHECK(person.stage<papers::State>()->phase == papers::Phase::Ready);
    person.does(Next{}).does(Stars{5});
    CHECK(person.asked<SendRating>()->stars == 5);
    CHECK(std::holds_alternative<Farewell>(person.session.place));
}

TEST_CASE("receipt_shows_a_whole_identity_number") {
    auto person = atPapers();
    for (const auto& line : person.asked<PrintReceipt>()->receipt.lines)
        CHECK(line.value.find("1000000008") == std::string::npos);
}
