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

namespace {

/// The same, on numbered paper.
Person atNumberedCheck() {
    auto person = atPapers();
    person.world.terminal.stock = model::Stock{"DM-", 8};
    person.does(ReceiptOut{paper(model::PaperOutcome::Completed)})
        .does(LicenceFetched{ok(model::LicencePaper{})})
        .does(LicenceOut{paper(model::PaperOutcome::Completed)})
        .does(CheckLicence{});
    return person;
}

const papers::Check& check(const Person& person) {
    return person.stage<papers::State>()->check;
}

} // namespace

TEST_CASE("text_of_another_form_passes_for_a_sheets_number") {
    const model::Stock stock{"DM-", 8};
    CHECK(model::isSheetNumber("DM-00041237", stock));
    for (const auto* other : {"DM-0004123", "DM-000412370", "DM-0004123A", "XX-00041237", "00041237", "",
                              "DM-٠٠٠٤١٢٣٧", "dm-00041237"})
        CHECK_FALSE(model::isSheetNumber(other, stock));
    CHECK_FALSE(model::isSheetNumber("DM-", {"DM-", 0}));
}

TEST_CASE("numbered_sheet_is_not_bound_to_its_licence") {
    auto person = atNumberedCheck();
    CHECK(person.asked<WatchCamera>()->seek == Seek::Sheet);
    person.does(CodeSeen{"code"}).does(CodeVerified{licence("L-1")});
    CHECK(person.asked<StopCamera>() == nullptr); // the other code is still to come
    CHECK(check(person).licenceSeen);
    person.does(CodeSeen{"DM-00041237"});
    REQUIRE(person.asked<BindSheet>());
    CHECK(person.asked<BindSheet>()->sheet == "DM-00041237");
    CHECK(person.asked<BindSheet>()->licence == "L-1");
    CHECK(person.asked<StopCamera>());
    CHECK(busy(*person.journey()));
    person.does(Back{}).does(Leave{}); // nobody leaves in the middle
    CHECK(check(person).phase == papers::Check::Phase::Binding);
    person.does(SheetBound{model::SheetFate::Bound});
    CHECK(check(person).phase == papers::Check::Phase::Good);
    person.does(Next{});
    CHECK(person.stage<rate::State>());
    CHECK(person.asked<NoteUnboundSheet>() == nullptr);
}

TEST_CASE("sheets_number_counts_only_before_the_code_or_only_after_it") {
    auto person = atNumberedCheck();
    person.does(CodeSeen{"DM-00041237"});
    CHECK(person.asked<BindSheet>() == nullptr);
    CHECK(check(person).sheet == "DM-00041237");
    person.does(ConditionsChanged{}); // what was read stays read
    person.does(CodeSeen{"code"}).does(CodeVerified{licence("L-1")});
    REQUIRE(person.asked<BindSheet>());
    person.does(SheetBound{model::SheetFate::Kept});
    CHECK(person.stage<papers::State>()->sheet == model::SheetFate::Kept);
}

TEST_CASE("any_bar_code_is_believed_or_stops_the_camera") {
    auto person = atNumberedCheck();
    person.does(CodeSeen{"6281007012345"}).does(CodeVerified{Fault{FaultCode::Malformed, "test"}});
    CHECK(check(person).phase == papers::Check::Phase::Looking);
    CHECK(check(person).sheet.empty());
    person.does(CodeSeen{"code"}).does(CodeVerified{licence("L-1")}).does(CodeSeen{"6281007012345"});
    CHECK(person.asked<BindSheet>() == nullptr);
    CHECK(person.asked<VerifyCode>() == nullptr);
    auto other = atNumberedCheck();
    other.does(CodeSeen{"DM-00041237"}).does(CodeSeen{"code"}).does(CodeVerified{licence("L-2")});
    CHECK(check(other).problem == "another_licence");
    CHECK(other.asked<BindSheet>() == nullptr);
    other.does(TryAgain{}); // and the sheet's number is read again with it
    CHECK(check(other).sheet.empty());
}

TEST_CASE("refused_sheet_is_a_dead_end_or_called_bound") {
    auto person = atNumberedCheck();
    person.does(CodeSeen{"DM-00041237"}).does(CodeSeen{"code"}).does(CodeVerified{licence("L-1")});
    person.does(SheetBound{model::SheetFate::Refused});
    CHECK(check(person).problem == "sheet_refused");
    person.does(TryAgain{})
        .does(CodeSeen{"DM-00041238"})
        .does(CodeSeen{"code"})
        .does(CodeVerified{licence("L-1")});
    person.does(SheetBound{Fault{FaultCode::StorageFull, "test"}});
    CHECK(check(person).problem == "sheet_not_noted");
    person.does(Back{}).does(Next{});
    CHECK(person.stage<rate::State>());
    CHECK(person.asked<NoteUnboundSheet>());
}

TEST_CASE("unbound_sheet_is_not_in_the_audit_trail") {
    auto left = atNumberedCheck();
    left.does(LeaveConfirmed{}).does(Leave{}).does(LeaveConfirmed{});
    CHECK(std::holds_alternative<Attract>(left.session.place));
    CHECK(left.asked<NoteUnboundSheet>());
    auto away = atNumberedCheck();
    away.does(TimerFired{Timer::Idle}).does(TimerFired{Timer::IdleGrace});
    CHECK(away.asked<NoteUnboundSheet>());
    auto plain = atCheck(); // paper without numbers
    plain.does(Back{}).does(Next{});
    CHECK(plain.asked<NoteUnboundSheet>() == nullptr);
}
