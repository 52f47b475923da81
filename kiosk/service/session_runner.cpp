#include "kiosk/service/session_runner.h"

#include "kiosk/base/bytes.h"
#include "kiosk/base/dead_frames.h"
#include "kiosk/base/log.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/licence/licence_claims.h"
#include "kiosk/model/terminal_reference.h"
#include "kiosk/service/attachment.h"
#include "kiosk/service/crash_on.h"
#include "kiosk/service/zone_scans.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace balady::service {
namespace {

namespace asio = boost::asio;

SecretText tokenOf(const flow::Session& session) {
    if (const auto* journey = std::get_if<flow::Journey>(&session.place); journey && journey->folder.citizen)
        return journey->folder.citizen->token;
    return session.citizen ? session.citizen->token : SecretText{};
}

/// How a session ends that ends with this event.
std::string_view endingBy(const flow::Session& session, const flow::Event& event) {
    if (std::holds_alternative<flow::Farewell>(session.place))
        return "finished";
    return std::holds_alternative<flow::TimerFired>(event) ? "idle" : "left";
}

} // namespace

SessionRunner::SessionRunner(asio::any_io_executor executor, Devices devices, ConditionBoard& board,
                             CatalogueKeeper& keeper, PaperKeeper& papers, flow::Terminal terminal,
                             Listeners listeners, SheetKeeper* sheets)
    : m_executor(std::move(executor)), m_devices(devices), m_board(board), m_keeper(keeper), m_papers(papers),
      m_sheets(sheets), m_terminal(std::move(terminal)), m_listeners(std::move(listeners)),
      m_lookUps(m_executor, m_devices.cache, m_devices.clock), m_trail(newTrail()) {
    publish();
}

SessionRunner::~SessionRunner() {
    *m_alive = false;
    dropPending();
}

flow::World SessionRunner::world() const {
    flow::World world;
    world.catalogue = m_keeper.catalogue();
    world.conditions = m_board.now();
    world.card = m_devices.cardReader.presence();
    world.now = m_devices.clock.now();
    world.lookUpWait = m_lookUps.wait();
    world.terminal = m_terminal;
    world.freshKey = crypto::uuid7(world.now);
    return world;
}

void SessionRunner::post(flow::Event event) {
    m_events.push_back(std::move(event));
    if (m_handling) // an effect answered at once: it waits for its turn
        return;
    m_handling = true;
    while (!m_events.empty()) {
        auto next = std::move(m_events.front());
        m_events.pop_front();
        m_leavingToken = tokenOf(m_session);
        const bool hadCitizen = !std::holds_alternative<flow::Attract>(m_session.place);
        const auto ending = endingBy(m_session, next);
        auto stepped = flow::step(std::move(m_session), next, world());
        m_session = std::move(stepped.session);
        const bool hasCitizen = !std::holds_alternative<flow::Attract>(m_session.place);
        if (hasCitizen && !hadCitizen)
            m_devices.record(ports::AuditEvent::SessionBegun);
        if (hadCitizen && !hasCitizen)
            m_devices.record(ports::AuditEvent::SessionEnded, {{"how", log::Plain{ending}}});
        for (auto& effect : stepped.effects)
            carryOut(std::move(effect));
    }
    m_handling = false;
    publish();
}

void SessionRunner::worldChanged() {
    post(flow::ConditionsChanged{});
}

void SessionRunner::publish() {
    if (m_listeners.changed)
        m_listeners.changed(std::make_shared<const Snapshot>(Snapshot{m_session, world(), m_cameraOn}));
}

void SessionRunner::dropPending() {
    ++m_ticket;
    for (auto& signal : m_pending)
        signal.emit(asio::cancellation_type::terminal);
}

template <class MakeTask>
void SessionRunner::spawn(MakeTask makeTask) {
    const auto signal = m_pending.emplace(m_pending.end());
    asio::co_spawn(m_executor, makeTask(),
                   asio::bind_cancellation_slot(signal->slot(), [this, alive = m_alive, trail = m_trail,
                                                                 signal](std::exception_ptr error) {
                       crashOn(error);
                       if (*alive)
                           m_pending.erase(signal);
                   }));
}

/// What holds it has ended when it goes, but may not be destroyed yet: hence by way of the event loop.
std::shared_ptr<void> SessionRunner::newTrail() {
    return {nullptr, [this, alive = m_alive](void*) {
                if (*alive)
                    asio::post(m_executor, [this, alive] {
                        wipeDeadFrames(); // where the event loop's own frames will lie while it waits
                        if (*alive && m_listeners.forgotten)
                            m_listeners.forgotten();
                    });
            }};
}

template <class T, class MakeEvent>
void SessionRunner::ask(ports::Task<T> task, MakeEvent makeEvent) {
    spawn([this, task = std::move(task), makeEvent = std::move(makeEvent), ticket = m_ticket,
           alive = m_alive]() mutable {
        return [](SessionRunner* self, ports::Task<T> pending, MakeEvent make, std::uint64_t asked,
                  std::shared_ptr<bool> stillAlive) -> asio::awaitable<void> {
            // A cancelled call must still come back with a Fault instead of an exception thrown at the next co_await.
            co_await asio::this_coro::throw_if_cancelled(false);
            ++self->m_asking;
            auto result = co_await std::move(pending);
            if (!*stillAlive)
                co_return;
            --self->m_asking;
            if (asked == self->m_ticket)
                self->post(make(std::move(result)));
        }(this, std::move(task), std::move(makeEvent), ticket, alive);
    });
}

void SessionRunner::startTimer(flow::Timer which, std::chrono::milliseconds after) {
    auto& timer = m_timers[which];
    if (!timer)
        timer = std::make_unique<asio::steady_timer>(m_executor);
    timer->expires_after(after);
    timer->async_wait([this, which, alive = m_alive](boost::system::error_code error) {
        if (!error && *alive)
            post(flow::TimerFired{which});
    });
}

void SessionRunner::startChallenge(const flow::StartChallenge& effect) {
    m_lookUps.began(effect.claim);
    if (m_lookUps.wait() > std::chrono::seconds{0})
        log::write(log::Level::Warning, "session", "look_ups_used");
    ask(m_devices.backend.startChallenge(effect.who, effect.kind),
        [this](Result<ports::Answer<model::Challenge>> result) {
            if (!result)
                m_lookUps.failed();
            return flow::ChallengeChanged{std::move(result)};
        });
}

void SessionRunner::signIn(const std::string& challengeId) {
    ask(m_devices.backend.signIn(challengeId), [this](Result<ports::Answer<model::Citizen>> result) {
        if (result && result->value)
            m_lookUps.confirmed();
        return flow::SignedIn{std::move(result)};
    });
}

/// Journal first, then the wire. A request that cannot be journalled is not sent.
void SessionRunner::submit(flow::Submit effect) {
    auto task = [](SessionRunner* self, flow::Submit wish,
                   SecretText token) -> ports::Task<ports::Answer<model::Submission>> {
        const auto key = wish.idempotencyKey;
        if (!self->m_begunKeys.contains(key)) {
            ports::Intent intent{key, wish.draft.serviceId}; // named: see kiosk/ports/task.h
            auto begun = co_await self->m_devices.journal.begin(std::move(intent));
            if (!begun) {
                log::fault("session", "intent_not_journalled", begun.error());
                co_return Fault{FaultCode::StorageFull, begun.error().context};
            }
            self->m_begunKeys.insert(key);
        }
        auto reply = co_await self->m_devices.backend.submit(std::move(token), std::move(wish.draft), key);
        if (reply) {
            const auto how = reply->value ? ports::Settlement::Accepted : ports::Settlement::Refused;
            if (reply->value) { // a refused request may be mended and sent again with its key
                self->m_begunKeys.erase(key);
                self->recordAccepted(key, reply->value->serviceId);
                if (auto settled = co_await self->m_devices.journal.settle(key, how); !settled)
                    log::fault("session", "intent_not_settled", settled.error());
            }
        } else {
            log::fault("session", "submit", reply.error());
        }
        co_return reply;
    };
    ask(task(this, std::move(effect), tokenOf(m_session)),
        [](Result<ports::Answer<model::Submission>> result) { return flow::Submitted{std::move(result)}; });
}

/// Journalled as what is sent is; the outbox settles it. The key stays this session's until the citizen has gone, so that
/// nobody takes it for one whose answer was lost.
void SessionRunner::keep(flow::Keep effect) {
    if (m_visit.empty())
        m_visit = crypto::uuid4();
    ports::KeptRequest request;
    request.idempotencyKey = std::move(effect.idempotencyKey);
    request.visit = m_visit;
    request.priority = effect.priority;
    request.draft = std::move(effect.draft);
    for (const auto& picture : effect.pictures) {
        auto attachment = attachmentOf(picture);
        if (!attachment) {
            log::fault("session", "not_kept", attachment.error());
            post(flow::Kept{attachment.error()});
            return;
        }
        request.attachments.push_back(std::move(*attachment));
    }
    request.acceptedAt = m_devices.clock.now();
    auto task = [](SessionRunner* self, ports::KeptRequest kept,
                   std::shared_ptr<bool> alive) -> ports::Task<std::string> {
        const auto key = kept.idempotencyKey;
        const auto serviceId = kept.draft.serviceId;
        if (!self->m_begunKeys.contains(key)) {
            ports::Intent intent{key, serviceId};
            auto begun = co_await self->m_devices.journal.begin(std::move(intent));
            if (!*alive)
                co_return Fault{FaultCode::Cancelled, "nobody is there"};
            if (!begun) {
                log::fault("session", "intent_not_journalled", begun.error());
                co_return begun.error();
            }
            self->m_begunKeys.insert(key);
        }
        auto number = co_await self->m_devices.outbox.keep(std::move(kept));
        if (!*alive)
            co_return Fault{FaultCode::Cancelled, "kept, but nobody is there"};
        if (!number) {
            log::fault("session", "not_kept", number.error());
            co_return number.error();
        }
        self->recordAccepted(key, serviceId);
        auto reference = model::terminalReference(self->m_terminal.id, *number);
        if (self->m_listeners.kept)
            self->m_listeners.kept();
        co_return reference;
    };
    ask(task(this, std::move(request), m_alive),
        [](Result<std::string> result) { return flow::Kept{std::move(result)}; });
}

void SessionRunner::reconcile(const std::string& key) {
    auto task = [](SessionRunner* self, std::string wanted,
                   SecretText token) -> ports::Task<ports::Answer<model::Submission>> {
        auto reply = co_await self->m_devices.backend.submissionByKey(std::move(token), wanted);
        if (reply && reply->value) {
            self->m_begunKeys.erase(wanted);
            self->recordAccepted(wanted, reply->value->serviceId);
            if (auto settled = co_await self->m_devices.journal.settle(wanted, ports::Settlement::Accepted);
                !settled)
                log::fault("session", "intent_not_settled", settled.error());
        }
        co_return reply;
    };
    ask(task(this, key, tokenOf(m_session)),
        [](Result<ports::Answer<model::Submission>> result) { return flow::Reconciled{std::move(result)}; });
}

void SessionRunner::upload(const flow::Upload& effect) {
    auto attachment = attachmentOf(effect.picture);
    if (!attachment) {
        log::fault("session", "not_uploaded", attachment.error());
        post(flow::Uploaded{attachment.error()});
        return;
    }
    ask(m_devices.backend.upload(tokenOf(m_session), std::move(*attachment)),
        [](Result<ports::Answer<std::string>> result) { return flow::Uploaded{std::move(result)}; });
}

/// The terminal shows the platform's own address and no other, whoever answered.
void SessionRunner::askTicket(flow::AskTicket effect) {
    ask(m_devices.backend.startTicket(tokenOf(m_session), std::move(effect.serviceId),
                                      std::move(effect.documentId)),
        [this](Result<ports::Answer<model::UploadTicket>> result) {
            if (!result)
                log::fault("session", "no_ticket", result.error());
            if (!result || !result->value)
                return flow::TicketGiven{std::move(result), {}};
            if (!model::isTicketAddress(result->value->address, m_terminal.phoneOrigin)) {
                const Fault foreign{FaultCode::Tampered, "ticket: not an address of backend/phoneUrl"};
                log::fault("session", "no_ticket", foreign);
                return flow::TicketGiven{foreign, {}};
            }
            auto code = m_papers.squareOf(result->value->address);
            return flow::TicketGiven{std::move(result), std::move(code)};
        });
}

/// A licence is printed only after its signature was checked here: a garbled reply must not become a paper.
void SessionRunner::fetchLicence(const std::string& number) {
    auto task = [](SessionRunner* self, std::string wanted,
                   SecretText token) -> ports::Task<ports::Answer<model::LicencePaper>> {
        auto reply = co_await self->m_devices.backend.licence(std::move(token), wanted);
        if (!reply)
            co_return reply.error();
        if (!reply->value)
            co_return ports::Answer<model::LicencePaper>{{}, reply->refusal};
        auto claims = licence::verify(reply->value->jws, self->m_keeper.keys());
        if (!claims && claims.error().code == FaultCode::NotFound) { // signed with a newer key than ours
            if (auto refreshed = co_await self->m_keeper.refresh(); !refreshed)
                log::fault("session", "keys_not_refreshed", refreshed.error());
            claims = licence::verify(reply->value->jws, self->m_keeper.keys());
        }
        if (!claims || claims->number != wanted) {
            const auto fault =
                claims ? Fault{FaultCode::Tampered, "licence: another number"} : claims.error();
            log::fault("session", "licence_not_verified", fault);
            co_return Fault{FaultCode::Tampered, fault.context};
        }
        co_return ports::Answer<model::LicencePaper>{model::LicencePaper{*claims, reply->value->jws, false},
                                                     {}};
    };
    ask(task(this, number, tokenOf(m_session)), [](Result<ports::Answer<model::LicencePaper>> result) {
        return flow::LicenceFetched{std::move(result)};
    });
}

ports::Task<flow::PageCue> SessionRunner::cueFor(ports::Frame frame, flow::Seek seek) {
    Result<model::PageSight> sight{model::PageSight{}};
    const bool byHand = seek == flow::Seek::Codes || seek == flow::Seek::Sheet || seek == flow::Seek::Zone;
    if ((seek == flow::Seek::Page || byHand) && m_devices.pageFinder != nullptr)
        sight = co_await m_devices.pageFinder->findPage(std::move(frame));
    else if (seek == flow::Seek::Face && m_devices.faceFinder != nullptr)
        sight = co_await m_devices.faceFinder->findFace(std::move(frame));
    else
        co_return flow::PageCue{};
    if (!sight)
        co_return sight.error();
    if (byHand) {
        const auto lacks = m_pageWatch.lacking(*sight, std::chrono::steady_clock::now());
        co_return flow::PageCue{{}, flow::aimsByHand(m_session) ? lacks : flow::PageHint::None, 0, false};
    }
    auto cue = m_pageWatch.see(*sight, std::chrono::steady_clock::now());
    if (!flow::aimsAtPage(m_session)) { // followed all the same: it may be taken away meanwhile
        m_pageWatch.restart();
        cue = {};
    }
    co_return cue;
}

void SessionRunner::watchCamera(flow::Seek seek) {
    m_cameraOn = true;
    m_pageWatch.restart();
    const auto ticket = ++m_cameraTicket;
    auto loop = [](SessionRunner* self, flow::Seek sought, std::uint64_t mine,
                   std::shared_ptr<bool> alive) -> asio::awaitable<void> {
        while (*alive && mine == self->m_cameraTicket) {
            auto frame = co_await self->m_devices.camera.nextFrame();
            if (!*alive || mine != self->m_cameraTicket)
                co_return;
            if (!frame) {
                log::fault("session", "camera", frame.error());
                self->m_board.set(model::DeviceRole::DocumentCamera, model::Trouble::Gone);
                asio::steady_timer pause(self->m_executor, std::chrono::seconds{1});
                co_await pause.async_wait(asio::use_awaitable);
                continue;
            }
            self->m_board.set(model::DeviceRole::DocumentCamera, model::Trouble::None);
            flow::PageCue cue;
            if (auto found = co_await self->cueFor(*frame, sought); found)
                cue = *found;
            if (!*alive || mine != self->m_cameraTicket)
                co_return;
            if (self->m_listeners.preview)
                self->m_listeners.preview(*frame, cue);
            if (cue.due)
                self->post(flow::PageHeldStill{});
            if (sought == flow::Seek::Zone && self->m_devices.zoneReader != nullptr) {
                auto zone = co_await self->m_devices.zoneReader->readZone(*frame);
                if (*alive && mine == self->m_cameraTicket && zone && zone->has_value()) {
                    sought = flow::Seek::Nothing;
                    self->post(flow::ZoneSeen{std::move(**zone)});
                }
            }
            if (sought != flow::Seek::Codes && sought != flow::Seek::Sheet)
                continue;
            const auto kinds =
                sought == flow::Seek::Sheet ? ports::CodeKinds::SquaresAndBars : ports::CodeKinds::Squares;
            auto found = co_await self->m_devices.codeReader.read(*frame, kinds);
            if (!*alive || mine != self->m_cameraTicket || !found || found->empty())
                continue;
            if (sought == flow::Seek::Codes) {
                sought = flow::Seek::
                    Nothing; // one code is one question; the page starts the camera anew for another
                found->resize(1);
            }
            for (auto& text : *found)
                if (mine == self->m_cameraTicket)
                    self->post(flow::CodeSeen{std::move(text)});
        }
    };
    asio::co_spawn(m_executor, loop(this, seek, ticket, m_alive),
                   [trail = m_trail](std::exception_ptr error) { crashOn(error); });
}

/// A scan by hand is the same as a code seen by the camera, and likewise of no use once the page is gone.
void SessionRunner::awaitScan(flow::Seek seek) {
    spawn([this, seek, ticket = m_cameraTicket, alive = m_alive] {
        return [](SessionRunner* self, flow::Seek sought, std::uint64_t mine,
                  std::shared_ptr<bool> stillAlive) -> asio::awaitable<void> {
            co_await asio::this_coro::throw_if_cancelled(false);
            do {
                auto scan = co_await self->m_devices.codeScanner->nextScan();
                if (!scan || !*stillAlive || mine != self->m_cameraTicket)
                    co_return;
                self->post(flow::CodeSeen{std::move(*scan)});
            } while (sought == flow::Seek::Sheet && mine == self->m_cameraTicket);
        }(this, seek, ticket, alive);
    });
}

/// Beside the camera: whichever reads the card's zone first.
void SessionRunner::awaitZone() {
    spawn([this, ticket = m_cameraTicket, alive = m_alive] {
        return [](SessionRunner* self, std::uint64_t mine,
                  std::shared_ptr<bool> stillAlive) -> asio::awaitable<void> {
            co_await asio::this_coro::throw_if_cancelled(false);
            for (ZoneScans lines;;) {
                const auto scans = co_await self->m_devices.codeScanner->nextScans();
                if (!scans || !*stillAlive || mine != self->m_cameraTicket)
                    co_return;
                for (const auto& scan : *scans)
                    if (auto zone = lines.take(scan)) {
                        self->post(flow::ZoneSeen{std::move(*zone)});
                        co_return;
                    }
            }
        }(this, ticket, alive);
    });
}

void SessionRunner::bindSheet(flow::BindSheet effect) {
    if (m_sheets == nullptr)
        post(flow::SheetBound{Fault{FaultCode::Bug, "paper is not numbered"}});
    else
        ask(m_sheets->bind(std::move(effect.sheet), std::move(effect.licence)),
            [](Result<model::SheetFate> result) { return flow::SheetBound{std::move(result)}; });
}

/// Not cancelled with the session: a badge may be taken out at any moment, and half a receipt would be called none.
void SessionRunner::printTest(model::Receipt receipt) {
    asio::co_spawn(m_executor, m_papers.printReceipt(std::move(receipt)),
                   [this, ticket = m_ticket, alive = m_alive,
                    trail = m_trail](std::exception_ptr error, Result<ports::PaperResult> result) {
                       crashOn(error);
                       if (*alive && ticket == m_ticket)
                           post(flow::TestOut{std::move(result)});
                   });
}

void SessionRunner::note(const flow::NoteMaintenance& effect) const {
    using What = flow::NoteMaintenance::What;
    using ports::AuditEvent;
    const log::Field badge{"badge", log::Plain{effect.badge}};
    switch (effect.what) {
    case What::SignedIn: m_devices.record(AuditEvent::BadgeSignedIn, {badge}); break;
    case What::Refused:
        m_devices.record(AuditEvent::BadgeRefused, {badge, {"why", log::Plain{effect.why}}});
        break;
    case What::Left: m_devices.record(AuditEvent::BadgeLeft, {badge}); break;
    case What::NewRoll: m_devices.record(AuditEvent::RollChanged, {badge}); break;
    case What::TestPrinted: m_devices.record(AuditEvent::TestPrinted, {badge}); break;
    }
}

/// The key itself would open the request to whoever reads the trail.
void SessionRunner::recordAccepted(const std::string& idempotencyKey, const std::string& serviceId) {
    const auto hash = toHex(crypto::sha256(asBytes(idempotencyKey))).substr(0, 32);
    m_devices.record(ports::AuditEvent::RequestAccepted,
                     {{"request", log::Plain{hash}}, {"service", log::Plain{serviceId}}});
}

/// At the end of a session: keys whose request never reached the backend are closed, the others stay for later.
void SessionRunner::forgetKey() {
    m_begunKeys.clear();
}

/// The platform forgets the citizen too; the terminal does not wait for it, and the token ends by itself anyway.
void SessionRunner::signOut() {
    auto token = std::exchange(m_leavingToken, SecretText{});
    if (token.empty())
        return;
    asio::co_spawn(m_executor, m_devices.backend.signOut(std::move(token)),
                   [trail = m_trail](std::exception_ptr error, Result<Done> result) {
                       crashOn(error);
                       if (!result)
                           log::fault("session", "not_signed_out", result.error());
                   });
}

void SessionRunner::carryOut(flow::Effect effect) {
    std::visit(
        flow::Overloaded{
            [&](const flow::StartTimer& e) { startTimer(e.timer, e.after); },
            [&](const flow::StopTimer& e) {
                if (const auto it = m_timers.find(e.timer); it != m_timers.end())
                    it->second->cancel();
            },
            [&](const flow::ReadCard& e) {
                ask(m_devices.cardReader.read(e.key),
                    [](Result<model::ChipContents> result) { return flow::CardRead{std::move(result)}; });
            },
            [&](const flow::StartChallenge& e) { startChallenge(e); },
            [&](const flow::PollChallenge& e) {
                ask(m_devices.backend.challenge(e.id), [](Result<ports::Answer<model::Challenge>> result) {
                    return flow::ChallengeChanged{std::move(result)};
                });
            },
            [&](const flow::AnswerChallenge& e) {
                ask(m_devices.backend.answerChallenge(e.id, e.code),
                    [](Result<ports::Answer<model::Challenge>> result) {
                        return flow::ChallengeChanged{std::move(result)};
                    });
            },
            [&](const flow::SignIn& e) { signIn(e.challengeId); },
            [&](const flow::LoadOptions& e) {
                ask(m_devices.backend.options(tokenOf(m_session), e.source, e.serviceId),
                    [field = e.field](Result<ports::Answer<std::vector<model::Option>>> result) {
                        return flow::OptionsLoaded{field, std::move(result)};
                    });
            },
            [&](const flow::WatchCamera& e) {
                watchCamera(e.seek);
                if (m_devices.codeScanner == nullptr)
                    return;
                if (e.seek == flow::Seek::Codes || e.seek == flow::Seek::Sheet)
                    awaitScan(e.seek);
                if (e.seek == flow::Seek::Zone)
                    awaitZone();
            },
            [&](const flow::StopCamera&) {
                ++m_cameraTicket;
                m_cameraOn = false;
                if (m_devices.zoneReader != nullptr)
                    m_devices.zoneReader->forgetZone();
            },
            [&](const flow::ShootPicture& e) {
                if (e.subject == model::PictureSubject::Portrait)
                    m_pageWatch.restart(); // taken again, it is of the same face in the same place
                else
                    m_pageWatch.taken();
                ask(m_devices.camera.takeStill(e.subject), [](Result<ports::Still> result) -> flow::Event {
                    if (!result)
                        return flow::PictureTaken{result.error()};
                    return flow::PictureTaken{std::make_shared<const model::Still>(std::move(*result))};
                });
            },
            [&](flow::AskTicket& e) { askTicket(std::move(e)); },
            [&](const flow::PollTicket& e) {
                ask(m_devices.backend.ticket(tokenOf(m_session), e.id),
                    [](Result<ports::Answer<model::UploadTicket>> result) {
                        return flow::TicketTold{std::move(result)};
                    });
            },
            [&](const flow::Upload& e) { upload(e); },
            [&](flow::Submit& e) { submit(std::move(e)); },
            [&](flow::Keep& e) { keep(std::move(e)); },
            [&](const flow::Reconcile& e) { reconcile(e.idempotencyKey); },
            [&](const flow::Refresh& e) {
                ask(m_devices.backend.request(tokenOf(m_session), e.number),
                    [](Result<ports::Answer<model::Submission>> result) {
                        return flow::Refreshed{std::move(result)};
                    });
            },
            [&](const flow::Inquire& e) {
                ask(m_devices.backend.inquire(tokenOf(m_session), e.inquiryId, e.answers),
                    [](Result<ports::Answer<std::vector<model::Finding>>> result) {
                        return flow::Found{std::move(result)};
                    });
            },
            [&](const flow::FetchLicence& e) { fetchLicence(e.number); },
            [&](const flow::VerifyCode& e) {
                post(flow::CodeVerified{licence::verify(e.text, m_keeper.keys())});
            },
            [&](flow::PrintReceipt& e) {
                auto task = m_papers.printReceipt(e.receipt);
                ask(std::move(task),
                    [this, receipt = std::move(e.receipt)](Result<ports::PaperResult> result) {
                        const bool out = result && (result->outcome == ports::PaperOutcome::Completed ||
                                                    result->outcome == ports::PaperOutcome::SentToPrinter);
                        return flow::ReceiptOut{std::move(result),
                                                out ? model::CodeSquare{} : m_papers.forPhone(receipt)};
                    });
            },
            [&](flow::PrintLicencePaper& e) {
                ask(m_papers.printLicence(std::move(e.paper)),
                    [](Result<ports::PaperResult> result) { return flow::LicenceOut{std::move(result)}; });
            },
            [&](flow::BindSheet& e) { bindSheet(std::move(e)); },
            [&](const flow::NoteUnboundSheet&) { m_devices.record(ports::AuditEvent::SheetUnbound); },
            [&](const flow::SendRating& e) {
                // Nobody waits for a rating: it goes on when the page, or the citizen, is gone.
                asio::co_spawn(
                    m_executor,
                    m_devices.backend.rate(e.serviceId, e.requestNumber, e.stars,
                                           crypto::uuid7(m_devices.clock.now())),
                    [trail = m_trail](std::exception_ptr error, Result<ports::Answer<Done>> result) {
                        crashOn(error);
                        if (!result)
                            log::fault("session", "rating_not_sent", result.error());
                    });
            },
            [&](const flow::LookForBadge&) {
                if (m_devices.badgeReader != nullptr)
                    ask(m_devices.badgeReader->look(),
                        [](Result<model::Badge> result) { return flow::BadgeSeen{std::move(result)}; });
            },
            [&](flow::ProveBadge& e) {
                if (m_devices.badgeReader != nullptr)
                    ask(m_devices.badgeReader->prove(std::move(e.pin)),
                        [](Result<model::Badge> result) { return flow::BadgeProven{std::move(result)}; });
            },
            [&](const flow::AskRoll&) {
                ask(m_papers.rollLeft(), [](Result<std::optional<model::RollLeft>> result) {
                    return flow::RollTold{std::move(result)};
                });
            },
            [&](const flow::CountNewRoll&) {
                ask(m_papers.newRoll(), [](Result<std::optional<model::RollLeft>> result) {
                    return flow::RollTold{std::move(result)};
                });
            },
            [&](flow::PrintTestReceipt& e) { printTest(std::move(e.receipt)); },
            [&](const flow::NoteMaintenance& e) { note(e); },
            [&](const flow::DropPending&) { dropPending(); },
            [&](const flow::EndSession&) {
                m_visit.clear();
                m_pageWatch = {};
                m_devices.camera.forget();
                forgetKey();
                signOut();
                if (m_listeners.ended)
                    m_listeners.ended();
                m_trail = newTrail();
            },
        },
        effect);
}

} // namespace balady::service
