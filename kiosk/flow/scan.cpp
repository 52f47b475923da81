#include "kiosk/flow/scan.h"

namespace balady::flow::scan {
namespace {

Move verdict(State& state, const CodeVerified& event, Desk& desk) {
    desk.ask(StopCamera{});
    if (event.result) {
        const auto today = std::chrono::floor<std::chrono::days>(inRiyadh(desk.world.now));
        state = Genuine{*event.result, std::chrono::local_days{event.result->expires} < today};
    } else if (event.result.error().code == FaultCode::Tampered) {
        state = Doubtful{"licence_tampered"};
    } else if (event.result.error().code == FaultCode::NotFound) {
        state = Doubtful{"licence_key_unknown"};
    } else {
        state = Doubtful{"code_not_ours"};
    }
    return Remain{};
}

} // namespace

Move enter(State& state, Desk& desk) {
    desk.ask(WatchCamera{Seek::Codes});
    state = Looking{desk.world.conditions.works(model::DeviceRole::DocumentCamera) ? "" : "camera_gone"};
    return Remain{};
}

Move step(State& state, const Event& event, Desk& desk) {
    if (std::holds_alternative<Back>(event)) {
        desk.ask(StopCamera{});
        desk.ask(DropPending{});
        return Backward{};
    }
    if (std::holds_alternative<TryAgain>(event))
        return enter(state, desk);
    return std::visit(Overloaded{
                          [&](Looking&) -> Move {
                              if (const auto* seen = std::get_if<CodeSeen>(&event)) {
                                  desk.ask(VerifyCode{seen->text});
                                  state = Checking{};
                              } else if (std::holds_alternative<ConditionsChanged>(event)) {
                                  return enter(state, desk);
                              }
                              return Remain{};
                          },
                          [&](Checking&) -> Move {
                              if (const auto* verified = std::get_if<CodeVerified>(&event))
                                  return verdict(state, *verified, desk);
                              return Remain{};
                          },
                          [&](Genuine&) -> Move {
                              return std::holds_alternative<Next>(event) ? Move{Forward{}} : Move{Remain{}};
                          },
                          [&](Doubtful&) -> Move {
                              return std::holds_alternative<Next>(event) ? Move{Forward{}} : Move{Remain{}};
                          },
                      },
                      state);
}

} // namespace balady::flow::scan
