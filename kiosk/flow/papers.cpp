#include "kiosk/flow/papers.h"

#include "kiosk/flow/receipts.h"
#include "kiosk/model/condition_table.h"

#include <algorithm>

namespace balady::flow::papers {
namespace {

using model::PaperOutcome;

/// What keeps the printer from working, as the key of a sentence; "" where nothing is known against it.
std::string troubleOf(Paper paper, const model::PrinterStatus& status) {
    const auto printer =
        paper == Paper::Receipt ? model::DeviceRole::ReceiptPrinter : model::DeviceRole::DocumentPrinter;
    const auto* row = model::conditionRow(printer, model::troubleOf(status));
    return row == nullptr ? "" : std::string(row->sentence);
}

void begin(State& state, Desk& desk) {
    state.problem.clear();
    if (state.at >= state.papers.size()) {
        state.phase = Phase::Ready;
        return;
    }
    if (state.papers[state.at] == Paper::Receipt) {
        state.phase = Phase::Printing;
        desk.ask(PrintReceipt{receiptFor(desk.folder, desk.world, state.secondTry)});
    } else {
        state.phase = Phase::Fetching;
        desk.ask(FetchLicence{*desk.folder.submission->licenceNumber});
    }
}

void goOn(State& state, Desk& desk) {
    ++state.at;
    state.secondTry = false;
    state.forPhone = {};
    begin(state, desk);
}

void trouble(State& state, std::string problem) {
    state.phase = Phase::Trouble;
    state.problem = std::move(problem);
}

void printed(State& state, Desk& desk, Paper paper, const Result<model::PaperResult>& result) {
    if (!result) {
        trouble(state, paper == Paper::Receipt ? "receipt_printer_gone" : "licence_printer_gone");
        return;
    }
    switch (result->outcome) {
    case PaperOutcome::Completed:
    case PaperOutcome::SentToPrinter:
        state.out.push_back(paper);
        goOn(state, desk);
        return;
    case PaperOutcome::Unknown: state.secondTry = true; [[fallthrough]];
    case PaperOutcome::NotPrinted: {
        auto problem = troubleOf(paper, result->status);
        if (problem.empty())
            problem = paper == Paper::Receipt ? "receipt_unsure" : "licence_unsure";
        trouble(state, std::move(problem));
    }
    }
}

void lookForLicence(State& state, Desk& desk) {
    desk.ask(WatchCamera{desk.world.terminal.stock ? Seek::Sheet : Seek::Codes});
    const bool works = desk.world.conditions.works(model::DeviceRole::DocumentCamera);
    state.check.phase = Check::Phase::Looking;
    state.check.problem = works ? "" : "camera_gone";
}

void doubt(State& state, std::string problem, Desk& desk) {
    desk.ask(StopCamera{});
    state.check = {Check::Phase::Doubtful, std::move(problem)};
}

/// On numbered paper: when both were read, they are one pair.
void bindIfComplete(State& state, Desk& desk) {
    if (!state.check.licenceSeen || state.check.sheet.empty())
        return;
    desk.ask(StopCamera{});
    state.check.phase = Check::Phase::Binding;
    desk.ask(BindSheet{state.check.sheet, *desk.folder.submission->licenceNumber});
}

void see(State& state, const std::string& text, Desk& desk) {
    const auto& stock = desk.world.terminal.stock;
    if (stock && model::isSheetNumber(text, *stock)) {
        state.check.sheet = text;
        bindIfComplete(state, desk);
    } else if (!state.check.licenceSeen) {
        state.check.phase = Check::Phase::Verifying;
        desk.ask(VerifyCode{text});
    }
}

void verdict(State& state, const Result<model::Licence>& seen, Desk& desk) {
    const bool numbered = desk.world.terminal.stock.has_value();
    if (seen && seen->number == *desk.folder.submission->licenceNumber) {
        if (numbered) {
            state.check.phase = Check::Phase::Looking;
            state.check.licenceSeen = true;
            bindIfComplete(state, desk);
        } else {
            desk.ask(StopCamera{});
            state.check = {Check::Phase::Good, ""};
        }
    } else if (seen) {
        doubt(state, "another_licence", desk);
    } else if (seen.error().code != FaultCode::Malformed) {
        doubt(state, "licence_misprinted", desk);
    } else if (numbered) {
        state.check.phase = Check::Phase::Looking; // whatever else is printed on the sheet
    } else {
        doubt(state, "code_not_ours", desk);
    }
}

void sheetTold(State& state, const Result<model::SheetFate>& result, Desk& desk) {
    if (!result) {
        doubt(state, "sheet_not_noted", desk);
    } else if (*result == model::SheetFate::Refused) {
        doubt(state, "sheet_refused", desk);
    } else {
        state.sheet = *result;
        state.check = {Check::Phase::Good, ""};
    }
}

/// What happens to a licence that is shown to the camera.
void stepCheck(State& state, const Event& event, Desk& desk) {
    auto& phase = state.check.phase;
    if (phase == Check::Phase::Binding) {
        if (const auto* told = std::get_if<SheetBound>(&event))
            sheetTold(state, told->result, desk);
    } else if (std::holds_alternative<Back>(event)) {
        desk.ask(StopCamera{});
        desk.ask(DropPending{});
        state.check = {};
    } else if (std::holds_alternative<TryAgain>(event)) {
        state.check = {};
        lookForLicence(state, desk);
    } else if (phase == Check::Phase::Looking && std::holds_alternative<ConditionsChanged>(event)) {
        lookForLicence(state, desk);
    } else if (const auto* seen = std::get_if<CodeSeen>(&event); seen && phase == Check::Phase::Looking) {
        see(state, seen->text, desk);
    } else if (const auto* verified = std::get_if<CodeVerified>(&event);
               verified && phase == Check::Phase::Verifying) {
        verdict(state, verified->result, desk);
    }
}

bool isOut(const State& state) {
    return std::find(state.out.begin(), state.out.end(), Paper::Licence) != state.out.end();
}

} // namespace

bool offersCheck(const State& state, const World& world) {
    return state.phase == Phase::Ready && state.check.phase == Check::Phase::NotWished && isOut(state) &&
           world.conditions.works(model::DeviceRole::DocumentCamera);
}

bool owesSheet(const State& state, const World& world) {
    return world.terminal.stock && isOut(state) && !state.sheet;
}

bool isChecking(const State& state) {
    return state.check.phase != Check::Phase::NotWished && state.check.phase != Check::Phase::Good;
}

Move enter(State& state, Desk& desk) {
    state = State{};
    state.papers.push_back(Paper::Receipt);
    if (!desk.folder.listOnly && desk.folder.submission && desk.folder.submission->licenceNumber)
        state.papers.push_back(Paper::Licence);
    begin(state, desk);
    return Remain{};
}

Move step(State& state, const Event& event, Desk& desk) {
    if (isChecking(state)) {
        stepCheck(state, event, desk);
        return Remain{};
    }
    if (const auto* fetched = std::get_if<LicenceFetched>(&event);
        fetched && state.phase == Phase::Fetching) {
        if (fetched->reply && fetched->reply->value) {
            auto paper = *fetched->reply->value;
            paper.copy = paper.copy || state.secondTry;
            state.phase = Phase::Printing;
            desk.ask(PrintLicencePaper{std::move(paper)});
        } else {
            trouble(state, fetched->reply ? "licence_not_ready"
                           : fetched->reply.error().code == FaultCode::Tampered
                               ? "licence_not_ready"
                               : problemOf(fetched->reply.error()));
        }
    } else if (const auto* receipt = std::get_if<ReceiptOut>(&event);
               receipt && state.phase == Phase::Printing) {
        state.forPhone = receipt->forPhone;
        printed(state, desk, Paper::Receipt, receipt->result);
    } else if (const auto* licence = std::get_if<LicenceOut>(&event);
               licence && state.phase == Phase::Printing) {
        printed(state, desk, Paper::Licence, licence->result);
    } else if (state.phase == Phase::Trouble && std::holds_alternative<TryAgain>(event)) {
        begin(state, desk);
    } else if (state.phase == Phase::Trouble && std::holds_alternative<Skip>(event)) {
        state.leftOut.push_back(state.papers[state.at]);
        goOn(state, desk);
    } else if (std::holds_alternative<CheckLicence>(event) && offersCheck(state, desk.world)) {
        lookForLicence(state, desk);
    } else if (state.phase == Phase::Ready && std::holds_alternative<Next>(event)) {
        return Forward{};
    }
    return Remain{};
}

} // namespace balady::flow::papers
