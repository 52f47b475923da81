#include "printing/cups/print_watch.h"

#include "printing/cups/printer_reasons.h"

#include <array>
#include <charconv>
#include <random>
#include <thread>

namespace balady::cups {
namespace {

using model::DeviceState;
using model::PaperOutcome;
using model::PaperResult;
using model::PaperState;
using model::PrinterStatus;
using SteadyClock = std::chrono::steady_clock;

// cupsd's Get-Notifications does not wait for an event (notify-wait), so that events are asked for, too: one small
// question instead of three. An event is a reason to ask, no answer itself: what cupsd tells of a printer in it may be
// from an earlier fault.
constexpr std::chrono::milliseconds kBetweenQuestions{100};
// The printer may have something to say of which cupsd knows nothing.
constexpr std::chrono::milliseconds kWithoutEvents{500};
// A printer that is busy may fail to answer once.
constexpr int kSilencesUntilOffline = 3;

IppPeer spoolerOf(const Queue& queue) {
    const auto resource = queue.name.empty() ? "/" : "/printers/" + queue.name;
    const auto colon = queue.server.rfind(':');
    if (queue.server.starts_with('/') || colon == std::string::npos)
        return {queue.server, ippPort(), false, resource, queue.answer};
    int port = 0;
    std::from_chars(queue.server.data() + colon + 1, queue.server.data() + queue.server.size(), port);
    return {queue.server.substr(0, colon), port, false, resource, queue.answer};
}

/// Says when it is time to ask about a job: after each event of its subscription, and from time to time; always where
/// there is no subscription, or it was lost (cupsd forgets those of jobs that have ended).
class Occasion {
  public:
    Occasion(IppPeer& spooler, int subscription) : m_spooler(spooler), m_subscription(subscription) {}

    [[nodiscard]] bool now() {
        if (m_subscription == 0)
            return true;
        const auto events = m_spooler.events(m_subscription, m_next);
        if (!events)
            m_subscription = 0;
        else if (events->count > 0)
            m_next = events->last + 1;
        const auto time = SteadyClock::now();
        if (events && events->count == 0 && time < m_asked + kWithoutEvents)
            return false;
        m_asked = time;
        return true;
    }

  private:
    IppPeer& m_spooler;
    int m_subscription;
    int m_next = 1;
    SteadyClock::time_point m_asked{};
};

std::optional<IppPeer> printerBehind(const std::string& deviceUri, std::chrono::milliseconds limit) {
    std::array<char, 32> scheme{};
    std::array<char, 256> user{}, host{};
    std::array<char, 1024> resource{};
    int port = 0;
    const auto status =
        httpSeparateURI(HTTP_URI_CODING_ALL, deviceUri.c_str(), scheme.data(), scheme.size(), user.data(),
                        user.size(), host.data(), host.size(), &port, resource.data(), resource.size());
    const std::string_view name = scheme.data();
    if (status < HTTP_URI_STATUS_OK || (name != "ipp" && name != "ipps"))
        return std::nullopt;
    std::string path = resource.data();
    path.resize(std::min(path.find('?'), path.size())); // options of the backend, such as waitjob
    return IppPeer(host.data(), port, name == "ipps", std::move(path), limit);
}

constexpr const char* kOurJobs = "licence-";

/// Says nothing of the citizen; tells our job from every other one.
std::string freshJobName() {
    std::random_device random;
    return kOurJobs + std::to_string(random()) + "-" + std::to_string(random());
}

bool effectUnknown(FaultCode code) {
    return code == FaultCode::ConnectionLost || code == FaultCode::TimedOut;
}

} // namespace

Result<std::string> PrintWatch::discover(const Queue& queue) {
    auto spooler = spoolerOf(queue);
    auto byDefault = spooler.defaultQueue();
    if (byDefault || byDefault.error().code != FaultCode::NotFound)
        return byDefault;
    const auto all = spooler.queues();
    if (!all && all.error().code != FaultCode::NotFound)
        return all.error();
    if (!all || all->size() != 1)
        return Fault{FaultCode::NoDevice, "cups: no queue, or none that is the default one"};
    return all->front();
}

PrintWatch::PrintWatch(const Queue& queue) : m_queue(queue), m_spooler(spoolerOf(queue)) {}

Result<PrinterStatus> PrintWatch::status() {
    const auto queue = m_spooler.printer();
    if (!queue)
        return queue.error().code == FaultCode::NotFound ? Fault{FaultCode::NoDevice, "cups: no such queue"}
                                                         : queue.error();
    const auto ticket = ticketFor(queue->can);
    if (!ticket)
        return ticket.error();
    m_ticket = *ticket;
    m_paused = queue->paused;
    if (!m_printer)
        m_printer = printerBehind(queue->deviceUri, m_queue.answer);
    if (!m_printer)
        return m_last = statusFromReasons(queue->stopped, queue->reasons);
    const auto printer = m_printer->printer();
    m_last = printer ? statusFromReasons(printer->stopped, printer->reasons)
                     : PrinterStatus{DeviceState::Offline, PaperState::Unknown, false};
    if (m_paused && m_last.device == DeviceState::Online)
        m_last.device = DeviceState::Offline;
    return m_last;
}

PaperResult PrintWatch::result(PaperOutcome outcome) {
    return {outcome, m_last};
}

Result<PaperResult> PrintWatch::print(ByteView pdf) {
    const auto before = status();
    if (!before)
        return before.error();
    if (needsPerson(*before))
        return result(PaperOutcome::NotPrinted);

    const auto name = freshJobName();
    const auto submitted = m_spooler.submit(name, m_ticket, pdf);
    if (submitted)
        return watch(*submitted, name);
    if (!effectUnknown(submitted.error().code))
        return submitted.error();
    // The answer was lost, not the job: find it by its name.
    const auto arrived = m_spooler.jobs(name, false);
    return arrived && !arrived->empty() ? withdraw(arrived->front().number, name)
                                        : result(PaperOutcome::Unknown);
}

Result<Done> PrintWatch::withdrawAll() {
    if (const auto known = status(); !known)
        return known.error();
    for (auto* peer : {&m_spooler, m_printer ? &*m_printer : nullptr}) {
        if (peer == nullptr)
            continue;
        const auto waiting = peer->waitingJobs(kOurJobs);
        if (!waiting)
            return waiting.error();
        for (const auto& job : *waiting)
            (void)peer->cancel(job.number); // a refusal means that it has just ended
    }
    return Done{};
}

Result<PaperResult> PrintWatch::watch(const JobAttributes& submitted, const std::string& name) {
    const auto number = submitted.number;
    const auto deadline = SteadyClock::now() + m_queue.patience;
    Occasion occasion(m_spooler, submitted.subscription);
    for (int silences = 0; SteadyClock::now() < deadline; std::this_thread::sleep_for(kBetweenQuestions)) {
        if (!occasion.now())
            continue;
        const auto job = m_spooler.job(number);
        if (!job)
            return spoolerLost(number, name);
        if (job->state == IPP_JSTATE_COMPLETED)
            return result(confirmed(name));
        const auto now = status();
        if (job->over())
            return result(aftermath(*job, name));
        if (!now)
            return spoolerLost(number, name);
        if (m_paused || job->state == IPP_JSTATE_HELD)
            break; // somebody has stopped it on purpose, and nobody knows for how long
        silences = now->device == DeviceState::Offline ? silences + 1 : 0;
        if (now->device == DeviceState::Offline ? silences >= kSilencesUntilOffline : needsPerson(*now))
            break;
    }
    return withdraw(number, name);
}

PaperResult PrintWatch::spoolerLost(int number, const std::string& name) {
    const auto deadline = SteadyClock::now() + m_queue.withdrawal;
    for (; SteadyClock::now() < deadline; std::this_thread::sleep_for(kBetweenQuestions))
        if (m_spooler.job(number))
            return withdraw(number, name);
    return result(PaperOutcome::Unknown);
}

PaperResult PrintWatch::withdraw(int number, const std::string& name) {
    const auto problem = m_last;
    const auto deadline = SteadyClock::now() + m_queue.withdrawal;
    // A refusal means that it has just ended; the question below tells how.
    (void)m_spooler.cancel(number);
    for (; SteadyClock::now() < deadline; std::this_thread::sleep_for(kBetweenQuestions)) {
        const auto job = m_spooler.job(number);
        if (!job)
            break;
        if (!job->over())
            continue;
        if (job->state == IPP_JSTATE_COMPLETED)
            return {confirmed(name), problem};
        const auto waiting = m_printer ? m_printer->jobs(name, false) : std::vector<JobAttributes>{};
        if (!waiting)
            break; // the printer is away: nobody knows what it will do when it is back
        if (waiting->empty())
            return {problem.paper == PaperState::Jammed ? PaperOutcome::Unknown : aftermath(*job, name),
                    problem};
        // cupsd hands the cancellation on; some printers must be told again.
        (void)m_printer->cancel(waiting->front().number);
    }
    return {PaperOutcome::Unknown, problem};
}

PaperOutcome PrintWatch::confirmed(const std::string& name) {
    if (!m_printer)
        return PaperOutcome::SentToPrinter;
    // A job that was cancelled at the printer before cupsd first asked for it counts as done there.
    if (const auto ended = m_printer->jobs(name, true))
        for (const auto& one : *ended)
            if (one.state != IPP_JSTATE_COMPLETED)
                return one.impressions == 0 ? PaperOutcome::NotPrinted : PaperOutcome::Unknown;
    return PaperOutcome::Completed;
}

PaperOutcome PrintWatch::aftermath(const JobAttributes& job, const std::string& name) {
    // Without its own word the printer may hold the page in its memory.
    const auto ended = m_printer ? m_printer->jobs(name, true) : Result<std::vector<JobAttributes>>(Fault{});
    if (!ended || m_last.paper == PaperState::Jammed)
        return PaperOutcome::Unknown;
    for (const auto& one : *ended) {
        if (one.state == IPP_JSTATE_COMPLETED)
            return PaperOutcome::Completed;
        if (one.impressions != 0)
            return PaperOutcome::Unknown;
    }
    // cupsd counts the pages that its filters have made, printed or not: only none at all says something.
    return ended->empty() && job.impressions != 0 ? PaperOutcome::Unknown : PaperOutcome::NotPrinted;
}

} // namespace balady::cups
