#include "kiosk/flow/receipts.h"
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

TEST_CASE("second_receipt_passes_for_the_first") {
    auto person = atPapers();
    CHECK(person.asked<PrintReceipt>()->receipt.mark.empty());
    person.does(ReceiptOut{paper(model::PaperOutcome::NotPrinted, model::PaperState::Out)}).does(TryAgain{});
    CHECK(person.asked<PrintReceipt>()->receipt.mark.empty()); // certainly nothing came out before
    person.does(ReceiptOut{paper(model::PaperOutcome::Unknown)}).does(TryAgain{});
    CHECK(person.asked<PrintReceipt>()->receipt.mark == "نسخة");
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

TEST_CASE("code_for_the_phone_stays_when_the_receipt_is_done_with") {
    auto person = atPapers();
    person.does(ReceiptOut{paper(model::PaperOutcome::NotPrinted, model::PaperState::Out), {1, {1}}});
    CHECK(person.stage<papers::State>()->forPhone.size == 1);
    person.does(Skip{});
    CHECK(person.stage<papers::State>()->forPhone.size == 0);
}

TEST_CASE("receipt_for_the_phone_is_cut_in_a_line_or_shows_too_much") {
    auto person = atPapers();
    auto receipt = person.asked<PrintReceipt>()->receipt;
    const auto all = phoneText(receipt);
    CHECK(all.starts_with(receipt.title + "\n"));
    CHECK(all.find("REQ-1") != std::string::npos);
    CHECK(all.find("1000000008") == std::string::npos);
    CHECK(all.find("\u2066") == std::string::npos);
    for (int i = 0; i < 100; ++i)
        receipt.lines.push_back({"سؤال", "جواب لا ينتهي", false, false});
    const auto bounded = phoneText(receipt);
    CHECK(bounded.size() < 600);
    CHECK(bounded.ends_with("جواب لا ينتهي"));
}

namespace {

/// The licence is out; the citizen wishes to see that it can be read.
Person atCheck() {
    auto person = atPapers();
    person.does(ReceiptOut{paper(model::PaperOutcome::Completed)})
        .does(LicenceFetched{ok(model::LicencePaper{})})
        .does(LicenceOut{paper(model::PaperOutcome::Completed)})
        .does(CheckLicence{});
    return person;
}

model::Licence licence(std::string number) {
    model::Licence licence;
    licence.number = std::move(number);
    return licence;
}

} // namespace

TEST_CASE("fresh_licence_is_not_looked_at") {
    auto person = atCheck();
    REQUIRE(person.asked<WatchCamera>());
    CHECK(person.asked<WatchCamera>()->seek == Seek::Codes);
    person.does(CodeSeen{"code"});
    CHECK(person.asked<VerifyCode>()->text == "code");
    person.does(CodeVerified{licence("L-1")});
    CHECK(person.stage<papers::State>()->check.phase == papers::Check::Phase::Good);
    CHECK(person.asked<StopCamera>());
    person.does(Next{});
    CHECK(person.stage<rate::State>());
}

TEST_CASE("another_licence_passes_for_the_fresh_one") {
    auto person = atCheck();
    person.does(CodeSeen{"code"}).does(CodeVerified{licence("L-2")});
    CHECK(person.stage<papers::State>()->check.problem == "another_licence");
    person.does(TryAgain{}).does(CodeSeen{"code"}).does(CodeVerified{Fault{FaultCode::Tampered, "test"}});
    CHECK(person.stage<papers::State>()->check.problem == "licence_misprinted");
    person.does(TryAgain{}).does(CodeSeen{"code"}).does(CodeVerified{Fault{FaultCode::Malformed, "test"}});
    CHECK(person.stage<papers::State>()->check.problem == "code_not_ours");
}

TEST_CASE("showing_the_licence_is_a_dead_end") {
    auto person = atCheck();
    person.does(Back{});
    CHECK(person.asked<StopCamera>());
    CHECK(papers::offersCheck(*person.stage<papers::State>(), person.world));
    person.does(CheckLicence{});
    person.world.conditions.standing[model::DeviceRole::DocumentCamera] = model::Trouble::Gone;
    person.does(ConditionsChanged{});
    CHECK(person.stage<papers::State>()->check.problem == "camera_gone");
    person.does(TryAgain{}).does(Back{});
    CHECK_FALSE(papers::offersCheck(*person.stage<papers::State>(), person.world));
    person.does(Next{});
    CHECK(person.stage<rate::State>());
}
