#include "kiosk/flow/identify.h"

#include "kiosk/model/date.h"

#include <algorithm>

namespace balady::flow::identify {
namespace {

using namespace std::chrono_literals;
using model::CardPresence;
using model::ChallengeKind;
using model::ChallengeState;

constexpr auto kPollEvery = 2s;

bool readerWorks(const World& world) {
    return world.card != CardPresence::NoReader && world.conditions.works(model::DeviceRole::IdentityReader);
}

/// `who` may be part of the state that ends here.
void startChallenge(State& state, const model::IdentityNumber& who, ChallengeKind kind, Claim claim,
                    Desk& desk) {
    if (claim != Claim::Proven && desk.world.lookUpWait > 0s) {
        state = Stuck{"look_ups_used", {}, who, {}, kind, claim};
        return;
    }
    desk.ask(StartChallenge{who, kind, claim});
    state = Starting{who, kind};
}

model::Date today(const World& world) {
    return model::Date{std::chrono::floor<std::chrono::days>(inRiyadh(world.now))};
}

/// "2031-04-15" -> "310415", as the MRZ has it.
std::string shortDate(const std::string& iso) {
    return iso.substr(2, 2) + iso.substr(5, 2) + iso.substr(8, 2);
}

bool isComplete(const model::Answers& typed) {
    return std::all_of(cardForm().fields.begin(), cardForm().fields.end(), [&](const auto& field) {
        const auto answer = typed.find(field.id);
        return answer != typed.end() && !answer->second.empty();
    });
}

Move checkCardDetails(State& state, CardDetails& details, Desk& desk) {
    for (const auto& field : cardForm().fields) {
        auto checked = model::checkAnswer(field, details.typed[field.id]);
        if (checked.problem.empty())
            details.typed[field.id] = std::move(checked.value);
    }
    details.problems = model::checkPage(cardForm(), details.typed);
    if (!details.problems.empty())
        return Remain{};
    auto typed = std::move(details.typed);
    if (desk.world.card != CardPresence::Present) {
        state = AwaitCard{std::move(typed)};
        return Remain{};
    }
    desk.ask(ReadCard{
        {typed["document-number"], shortDate(typed["birth-date"]), shortDate(typed["expiry-date"])}});
    state = Reading{std::move(typed)};
    return Remain{};
}

/// Whether another card, or the same one put in again, is a way on.
bool isAboutTheCard(const Stuck& stuck) {
    return stuck.problem == "reader_gone" || stuck.problem.starts_with("card_");
}

/// To what the card still needs: to be put in, its three details, or only to be read.
Move toCard(State& state, model::Answers typed, Desk& desk) {
    if (desk.world.card != CardPresence::Present) {
        state = AwaitCard{std::move(typed)};
        return Remain{};
    }
    state = CardDetails{std::move(typed), {}};
    auto& details = std::get<CardDetails>(state);
    return isComplete(details.typed) ? checkCardDetails(state, details, desk) : Move{Remain{}};
}

bool zoneCanBeRead(const World& world) {
    return world.terminal.handScanner || world.conditions.works(model::DeviceRole::DocumentCamera);
}

/// The camera or a hand scanner reads what opens the chip; without either, that is typed when the card is there.
Move toCamera(State& state, Desk& desk) {
    if (!zoneCanBeRead(desk.world))
        return toCard(state, {}, desk);
    desk.ask(WatchCamera{Seek::Zone});
    state = ShowCard{};
    return Remain{};
}

Move fromCamera(State& state, model::Answers shown, Desk& desk) {
    desk.ask(StopCamera{});
    return toCard(state, std::move(shown), desk);
}

/// "900517", a day that is past, -> "1990-05-17"; empty if it is no day.
std::string birthDateFrom(const std::string& yymmdd, model::Date today) {
    for (const char* century : {"20", "19"}) {
        const auto day = model::parseIsoDate(century + yymmdd.substr(0, 2) + "-" + yymmdd.substr(2, 2) + "-" +
                                             yymmdd.substr(4, 2));
        if (day && std::chrono::sys_days{*day} <= std::chrono::sys_days{today})
            return model::toIso(*day);
    }
    return {};
}

/// What of a zone opens the chip; incomplete where the card has no such line, as some countries' have none for the expiry.
model::Answers detailsIn(const model::Mrz& zone, model::Date today) {
    const auto expiry = zone.expiry(today);
    return {{"document-number", zone.documentNumber},
            {"birth-date", birthDateFrom(zone.birthDate, today)},
            {"expiry-date", expiry ? model::toIso(*expiry) : ""}};
}

/// A card is put in, taken out or mute, or its reader is gone. What was typed is never lost by it.
Move cardChanged(State& state, CardPresence presence, Desk& desk) {
    auto* awaiting = std::get_if<AwaitCard>(&state);
    auto* details = std::get_if<CardDetails>(&state);
    auto* stuck = std::get_if<Stuck>(&state);
    const bool choosing = std::holds_alternative<Choose>(state);
    const bool showing =
        std::holds_alternative<ShowCard>(state); // a card that is on the reader meanwhile is read after
    auto typed = awaiting ? awaiting->typed : details ? details->typed : model::Answers{};
    if (presence == CardPresence::Present && (choosing || awaiting))
        return toCard(state, std::move(typed), desk); // a card put in is an answer to "card or number?"
    if (presence == CardPresence::Present && stuck && isAboutTheCard(*stuck))
        return toCard(state, std::move(stuck->typed), desk); // "put it back", and here it is
    if (showing && presence == CardPresence::NoReader)
        desk.ask(StopCamera{});
    if (presence == CardPresence::NoReader && (choosing || showing || awaiting || details))
        state = Stuck{"reader_gone", {}, {}, std::move(typed)};
    else if (presence == CardPresence::Mute && (choosing || awaiting))
        state = Stuck{"card_unreadable", {}, {}, std::move(typed)};
    return Remain{};
}

Move cardRead(State& state, Reading& reading, const CardRead& event, Desk& desk) {
    if (!event.result) {
        switch (event.result.error().code) {
        case FaultCode::AccessDenied: // what was typed does not open the chip: most likely a typing mistake
            state = CardDetails{std::move(reading.typed), {{"document-number", "card_details_wrong"}}};
            break;
        case FaultCode::CardRemoved:
        case FaultCode::NotFound: state = Stuck{"card_removed", {}, {}, std::move(reading.typed)}; break;
        case FaultCode::UnsupportedCard: state = Stuck{"card_not_supported", {}, {}}; break;
        case FaultCode::NoDevice: state = Stuck{"reader_gone", {}, {}, std::move(reading.typed)}; break;
        default: state = Stuck{"card_unreadable", {}, {}, std::move(reading.typed)};
        }
        return Remain{};
    }
    if (event.result->authenticity == model::Authenticity::Tampered) {
        state = Stuck{"card_tampered", {}, {}};
        return Remain{};
    }
    const auto& mrz = event.result->mrz;
    const auto expiry = mrz.expiry(today(desk.world));
    if (!expiry || std::chrono::sys_days{*expiry} < std::chrono::sys_days{today(desk.world)}) {
        state = Stuck{"card_expired", {}, {}};
        return Remain{};
    }
    auto who = model::IdentityNumber::parse(mrz.optionalData);
    if (!who) {
        state = Stuck{"card_without_number", {}, {}};
        return Remain{};
    }
    const auto authenticity = event.result->authenticity;
    const bool proven = authenticity == model::Authenticity::Verified;
    startChallenge(state, *who, ChallengeKind::App, proven ? Claim::Proven : Claim::Fresh, desk);
    if (auto* starting = std::get_if<Starting>(&state))
        starting->card = authenticity;
    return Remain{};
}

Move showChallenge(State& state, const model::IdentityNumber& who, const model::Challenge& challenge,
                   Desk& desk) {
    switch (challenge.state) {
    case ChallengeState::Approved:
        desk.ask(StopTimer{Timer::Poll});
        desk.ask(SignIn{challenge.id});
        state = SigningIn{};
        break;
    case ChallengeState::Pending:
        if (challenge.kind == ChallengeKind::Sms) {
            state = EnterCode{who, challenge, "", false};
        } else {
            desk.ask(StartTimer{Timer::Poll, kPollEvery});
            state = AwaitApp{who, challenge};
        }
        break;
    case ChallengeState::Refused:
        state =
            Stuck{challenge.kind == ChallengeKind::Sms ? "code_tries_used" : "challenge_refused", {}, who};
        break;
    case ChallengeState::Expired: state = Stuck{"challenge_expired", {}, who}; break;
    }
    return Remain{};
}

/// The page that waits for the app says what became of the card.
void keepCard(State& state, std::optional<model::Authenticity> card) {
    if (auto* waiting = std::get_if<AwaitApp>(&state))
        waiting->card = card;
}

Move challengeStarted(State& state, const Starting& starting, const ChallengeChanged& event, Desk& desk) {
    const auto who = starting.who;
    const auto card = starting.card;
    if (!event.reply)
        state = Stuck{problemOf(event.reply.error()), {}, who};
    else if (event.reply->value) {
        auto move = showChallenge(state, who, *event.reply->value, desk);
        keepCard(state, card);
        return move;
    } else if (event.reply->refusal.type == "not-found")
        state = TypeIdentity{who.digits(), "identity_unknown"};
    else
        state = Stuck{event.reply->refusal.type == "rate-limited" ? "too_many_tries" : "refused",
                      event.reply->refusal.sentence,
                      event.reply->refusal.type == "rate-limited" ? std::nullopt : std::optional(who)};
    return Remain{};
}

Move appAnswered(State& state, const AwaitApp& waiting, const ChallengeChanged& event, Desk& desk) {
    if (event.reply && event.reply->value) {
        auto challenge = *event.reply->value;
        if (challenge.number.empty())
            challenge.number = waiting.challenge.number; // the number is told once
        const auto who = waiting.who;
        const auto card = waiting.card;
        auto move = showChallenge(state, who, challenge, desk);
        keepCard(state, card);
        return move;
    }
    desk.ask(StartTimer{Timer::Poll, kPollEvery}); // a lost poll is no answer: ask again
    return Remain{};
}

Move codeAnswered(State& state, EnterCode& entry, const ChallengeChanged& event, Desk& desk) {
    entry.checking = false;
    if (!event.reply) {
        entry.problem = problemOf(event.reply.error());
        return Remain{};
    }
    if (event.reply->value) {
        const auto who = entry.who;
        const auto challenge = *event.reply->value;
        return showChallenge(state, who, challenge, desk);
    }
    const auto& refusal = event.reply->refusal;
    if (refusal.type == "wrong-code" && refusal.attemptsLeft != 0) {
        entry.problem = "wrong_code";
        if (refusal.attemptsLeft > 0)
            entry.challenge.attemptsLeft = refusal.attemptsLeft;
        return Remain{};
    }
    const auto who = entry.who;
    state = Stuck{refusal.type == "wrong-code" ? "code_tries_used" : "refused", refusal.sentence, who};
    return Remain{};
}

Move signedIn(State& state, const SignedIn& event, Desk& desk) {
    if (event.reply && event.reply->value) {
        desk.folder.citizen = *event.reply->value;
        return Forward{};
    }
    state = event.reply ? Stuck{"refused", event.reply->refusal.sentence, {}}
                        : Stuck{problemOf(event.reply.error()), {}, {}};
    return Remain{};
}

Move typeNumber(State& state, Desk& desk) {
    if (std::holds_alternative<ShowCard>(state))
        desk.ask(StopCamera{});
    desk.ask(DropPending{});
    desk.ask(StopTimer{Timer::Poll});
    state = TypeIdentity{};
    return Remain{};
}

Move backToStart(State& state, Desk& desk) {
    desk.ask(DropPending{});
    desk.ask(StopTimer{Timer::Poll});
    return enter(state, desk);
}

} // namespace

const model::FormPage& cardForm() {
    static const model::FormPage form = [] {
        model::FormPage page;
        page.id = "card";
        page.title = model::text("ثلاث معلومات من بطاقتك", "Three things from your card");
        model::Field number;
        number.id = "document-number";
        number.type = model::FieldType::Reference;
        number.label = model::text("رقم البطاقة", "Card number");
        number.help = model::text("الرقم المطبوع على البطاقة، حروف وأرقام",
                                  "The number printed on the card, letters and digits");
        number.min = 6;
        number.max = 20;
        model::Field birth;
        birth.id = "birth-date";
        birth.type = model::FieldType::Date;
        birth.label = model::text("تاريخ ميلادك", "Your date of birth");
        model::Field expiry;
        expiry.id = "expiry-date";
        expiry.type = model::FieldType::Date;
        expiry.label = model::text("تاريخ انتهاء البطاقة", "Card expiry date");
        page.fields = {number, birth, expiry};
        return page;
    }();
    return form;
}

Move enter(State& state, Desk& desk) {
    if (!readerWorks(desk.world))
        state = TypeIdentity{};
    else if (desk.world.card == CardPresence::Present)
        state = CardDetails{};
    else
        state = Choose{};
    return Remain{};
}

Move step(State& state, const Event& event, Desk& desk) {
    if (const auto* card = std::get_if<CardChanged>(&event))
        return cardChanged(state, card->presence, desk);
    if (std::holds_alternative<TypeNumber>(event))
        return typeNumber(state, desk);
    return std::visit(
        Overloaded{
            [&](Choose&) -> Move {
                if (std::holds_alternative<UseCard>(event))
                    return toCamera(state, desk);
                if (std::holds_alternative<Back>(event))
                    return Backward{};
                return Remain{};
            },
            [&](ShowCard&) -> Move {
                if (const auto* seen = std::get_if<ZoneSeen>(&event))
                    return fromCamera(state, detailsIn(seen->zone, today(desk.world)), desk);
                if (std::holds_alternative<TypeDetails>(event) || !zoneCanBeRead(desk.world))
                    return fromCamera(state, {}, desk);
                if (std::holds_alternative<Back>(event)) {
                    desk.ask(StopCamera{});
                    state = Choose{};
                }
                return Remain{};
            },
            [&](AwaitCard&) -> Move {
                if (std::holds_alternative<Back>(event))
                    state = Choose{};
                return Remain{};
            },
            [&](CardDetails& details) -> Move {
                if (const auto* typed = std::get_if<Typed>(&event)) {
                    details.typed[typed->field] = typed->text;
                    std::erase_if(details.problems,
                                  [&](const auto& problem) { return problem.field == typed->field; });
                } else if (std::holds_alternative<Next>(event)) {
                    return checkCardDetails(state, details, desk);
                } else if (std::holds_alternative<Back>(event)) {
                    state = Choose{};
                }
                return Remain{};
            },
            [&](Reading& reading) -> Move {
                if (const auto* read = std::get_if<CardRead>(&event))
                    return cardRead(state, reading, *read, desk);
                return Remain{};
            },
            [&](TypeIdentity& entry) -> Move {
                if (const auto* typed = std::get_if<Typed>(&event)) {
                    entry = {typed->text, ""};
                } else if (std::holds_alternative<Next>(event)) {
                    model::NumberProblem problem{};
                    auto who = model::IdentityNumber::parse(entry.typed, &problem);
                    if (who)
                        startChallenge(state, *who, ChallengeKind::App, Claim::Fresh, desk);
                    else
                        entry.problem = model::name(problem);
                } else if (std::holds_alternative<Back>(event)) {
                    if (!readerWorks(desk.world))
                        return Backward{};
                    state = Choose{};
                } else if (std::holds_alternative<UseCard>(event)) {
                    return toCamera(state, desk);
                }
                return Remain{};
            },
            [&](Starting& starting) -> Move {
                if (const auto* changed = std::get_if<ChallengeChanged>(&event))
                    return challengeStarted(state, starting, *changed, desk);
                if (std::holds_alternative<Back>(event))
                    return backToStart(state, desk);
                return Remain{};
            },
            [&](AwaitApp& waiting) -> Move {
                if (const auto* fired = std::get_if<TimerFired>(&event); fired && fired->timer == Timer::Poll)
                    desk.ask(PollChallenge{waiting.challenge.id});
                else if (const auto* changed = std::get_if<ChallengeChanged>(&event))
                    return appAnswered(state, waiting, *changed, desk);
                else if (std::holds_alternative<SendSms>(event)) {
                    desk.ask(DropPending{});
                    desk.ask(StopTimer{Timer::Poll});
                    startChallenge(state, waiting.who, ChallengeKind::Sms, Claim::Again, desk);
                } else if (std::holds_alternative<Back>(event))
                    return backToStart(state, desk);
                return Remain{};
            },
            [&](EnterCode& entry) -> Move {
                if (const auto* typed = std::get_if<CodeTyped>(&event)) {
                    if (!entry.checking) {
                        entry.checking = true;
                        entry.problem.clear();
                        desk.ask(AnswerChallenge{entry.challenge.id, typed->code});
                    }
                } else if (const auto* changed = std::get_if<ChallengeChanged>(&event))
                    return codeAnswered(state, entry, *changed, desk);
                else if (std::holds_alternative<Back>(event))
                    return backToStart(state, desk);
                return Remain{};
            },
            [&](SigningIn&) -> Move {
                if (const auto* done = std::get_if<SignedIn>(&event))
                    return signedIn(state, *done, desk);
                return Remain{};
            },
            [&](Stuck& stuck) -> Move {
                if (std::holds_alternative<TryAgain>(event)) {
                    if (stuck.who) {
                        startChallenge(state, *stuck.who, stuck.retry, stuck.claim, desk);
                    } else if (readerWorks(desk.world)) {
                        return toCard(state, std::move(stuck.typed), desk);
                    } else {
                        state = TypeIdentity{};
                    }
                } else if (std::holds_alternative<SendSms>(event) && stuck.who) {
                    startChallenge(state, *stuck.who, ChallengeKind::Sms, stuck.claim, desk);
                } else if (std::holds_alternative<Back>(event)) {
                    return backToStart(state, desk);
                }
                return Remain{};
            },
        },
        state);
}

} // namespace balady::flow::identify
