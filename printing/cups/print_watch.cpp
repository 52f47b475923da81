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

// cupsd's Get-Notifications does not wait for an event (notify-wait), so that asking is all there is.
constexpr std::chrono::milliseconds kBetweenQuestions{100};
// A printer that is busy may fail to answer once.
constexpr int kSilencesUntilOffline = 3;

IppPeer spoolerOf(const Queue& queue) {
    const auto resource = "/printers/" + queue.name;
    const auto colon = queue.server.rfind(':');
    if (queue.server.starts_with('/') || colon == std::string::npos)
        return {queue.server, ippPort(), false, resource, queue.answer};
    int port = 0;
    std::from_chars(queue.server.data() + colon + 1, queue.server.data() + queue.server.size(), port);
    return {queue.server.substr(0, colon), port, false, resource, queue.answer};
}

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

/// Says nothing of the citizen; tells our job from every other one.
std::string freshJobName() {
    std::random_device random;
    return "licence-" + std::to_string(random()) + "-" + std::to_string(random());
}

bool effectUnknown(FaultCode code) {
    return code == FaultCode::ConnectionLost || code == FaultCode::TimedOut;
}

} // namespace

PrintWatch::PrintWatch(const Queue& queue) : m_queue(queue), m_spooler(spoolerOf(queue)) {}

Result<PrinterStatus> PrintWatch::status() {
    const auto queue = m_spooler.printer();
    if (!queue)
        return queue.error().code == FaultCode::NotFound ? Fault{FaultCode::NoDevice, "cups: no such queue"}
                                                         : queue.error();
    if (!m_printer)
        m_printer = printerBehind(queue->deviceUri, m_queue.answer);
    if (!m_printer)
        return m_last = statusFromReasons(queue->stopped, queue->reasons);
    const auto printer = m_printer->printer();
    m_last = printer ? statusFromReasons(printer->stopped, printer->reasons)
                     : PrinterStatus{DeviceState::Offline, PaperState::Unknown, false};
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
    const auto number = m_spooler.submit(name, pdf);
    if (number)
        return watch(*number, name);
    if (!effectUnknown(number.error().code))
        return number.error();
    // The answer was lost, not the job: find it by its name.
    const auto arrived = m_spooler.jobs(name, false);
    return arrived && !arrived->empty() ? withdraw(arrived->front().number, name)
                                        : result(PaperOutcome::Unknown);
}

Result<PaperResult> PrintWatch::watch(int number, const std::string& name) {
    const auto deadline = SteadyClock::now() + m_queue.patience;
    for (int silences = 0; SteadyClock::now() < deadline; std::this_thread::sleep_for(kBetweenQuestions)) {
        const auto job = m_spooler.job(number);
        if (!job)
            return result(PaperOutcome::Unknown);
        if (job->state == IPP_JSTATE_COMPLETED)
            return result(m_printer ? PaperOutcome::Completed : PaperOutcome::SentToPrinter);
        const auto now = status();
        if (job->over())
            return result(aftermath(*job, name));
        if (!now)
            return result(PaperOutcome::Unknown);
        silences = now->device == DeviceState::Offline ? silences + 1 : 0;
        if (now->device == DeviceState::Offline ? silences >= kSilencesUntilOffline : needsPerson(*now))
            break;
    }
    return withdraw(number, name);
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
            return {m_printer ? PaperOutcome::Completed : PaperOutcome::SentToPrinter, problem};
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
