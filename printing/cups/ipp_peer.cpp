#include "printing/cups/ipp_peer.h"

#include <array>
#include <cerrno>
#include <utility>

namespace balady::cups {
namespace {

// The operator of the terminal, not the citizen: it stands in cupsd's log.
constexpr const char* kUser = "kiosk";

void add(ipp_t* message, ipp_tag_t group, ipp_tag_t type, const char* name, const std::string& value) {
    ippAddString(message, group, type, name, nullptr, value.c_str());
}

constexpr std::array kJobAttributes{"job-id", "job-name", "job-state", "job-impressions-completed",
                                    "job-media-sheets-completed"};

constexpr std::array kEvents{"job-state-changed", "job-progress", "job-stopped", "job-completed",
                             "printer-state-changed"};

Fault refused(ipp_status_t status) {
    const std::string context = "cups: " + std::string(ippErrorString(status));
    switch (status) {
    case IPP_STATUS_ERROR_NOT_FOUND: return {FaultCode::NotFound, context};
    case IPP_STATUS_ERROR_BUSY:
    case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
    case IPP_STATUS_ERROR_TEMPORARY:
    case IPP_STATUS_ERROR_INTERNAL: return {FaultCode::Overloaded, context};
    default: return {FaultCode::Refused, context};
    }
}

} // namespace

IppPeer::IppPeer(std::string host, int port, bool encrypted, std::string resource,
                 std::chrono::milliseconds limit)
    : m_host(std::move(host)), m_port(port), m_encrypted(encrypted), m_resource(std::move(resource)),
      m_limit(limit) {
    // Through a socket file the host in the URI is a formality.
    const auto named = m_host.starts_with('/') ? "localhost" : m_host;
    m_uri = "ipp://" + named + ":" + std::to_string(m_port) + m_resource;
}

Fault IppPeer::lost(std::string_view what) {
    const bool late = m_connection && httpError(m_connection.get()) == ETIMEDOUT;
    m_connection.reset();
    return {late ? FaultCode::TimedOut : FaultCode::ConnectionLost, "cups: " + std::string(what)};
}

IppPtr IppPeer::request(ipp_op_t operation) const {
    IppPtr message{ippNewRequest(operation)};
    add(message.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", m_uri);
    add(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", kUser);
    return message;
}

Result<IppPtr> IppPeer::exchange(IppPtr message, ByteView document) {
    if (!m_connection) {
        m_connection.reset(httpConnect2(m_host.c_str(), m_port, nullptr, AF_UNSPEC,
                                        m_encrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED,
                                        1, static_cast<int>(m_limit.count()), nullptr));
        if (!m_connection)
            return Fault{FaultCode::Unreachable, "cups: connect"};
        httpSetTimeout(
            m_connection.get(), std::chrono::duration<double>(m_limit).count(),
            [](http_t*, void*) { return 0; }, nullptr);
    }
    auto* http = m_connection.get();
    const auto length = ippLength(message.get()) + document.size();
    if (cupsSendRequest(http, message.get(), m_resource.c_str(), length) != HTTP_STATUS_CONTINUE)
        return lost("send");
    if (!document.empty() && cupsWriteRequestData(http, reinterpret_cast<const char*>(document.data()),
                                                  document.size()) != HTTP_STATUS_CONTINUE)
        return lost("send the document");
    IppPtr answer{cupsGetResponse(http, m_resource.c_str())};
    if (!answer)
        return lost("answer");
    if (const auto status = ippGetStatusCode(answer.get()); status >= IPP_STATUS_REDIRECTION_OTHER_SITE)
        return refused(status);
    return answer;
}

Result<PrinterAttributes> IppPeer::printer() {
    auto message = request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    constexpr std::array kWanted{"printer-state",
                                 "printer-state-reasons",
                                 "device-uri",
                                 "document-format-supported",
                                 "media-supported",
                                 "sides-supported",
                                 "print-color-mode-supported",
                                 "printer-resolution-supported"};
    ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(kWanted.size()), nullptr, kWanted.data());
    auto answer = exchange(std::move(message));
    if (!answer)
        return answer.error();
    return printerIn(answer->get());
}

Result<std::string> IppPeer::defaultQueue() {
    auto answer = exchange(request(IPP_OP_CUPS_GET_DEFAULT));
    if (!answer)
        return answer.error();
    auto names = queuesIn(answer->get());
    if (names.empty())
        return Fault{FaultCode::NotFound, "cups: no default queue"};
    return std::move(names.front());
}

Result<std::vector<std::string>> IppPeer::queues() {
    auto answer = exchange(request(IPP_OP_CUPS_GET_PRINTERS));
    if (!answer)
        return answer.error();
    return queuesIn(answer->get());
}

Result<JobAttributes> IppPeer::submit(std::string_view jobName, const JobTicket& ticket, ByteView pdf) {
    auto message = request(IPP_OP_PRINT_JOB);
    add(message.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", std::string(jobName));
    add(message.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", "application/pdf");
    ippAddInteger(message.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
    for (const auto& [name, value] : {std::pair{"media", ticket.media}, std::pair{"sides", ticket.sides},
                                      std::pair{"print-color-mode", ticket.colourMode}})
        if (!value.empty())
            add(message.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, name, value);
    if (ticket.resolution > 0)
        ippAddResolution(message.get(), IPP_TAG_JOB, "printer-resolution", IPP_RES_PER_INCH,
                         ticket.resolution, ticket.resolution);
    // The code's modules must stay as large as they were drawn.
    add(message.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", "none");
    add(message.get(), IPP_TAG_SUBSCRIPTION, IPP_TAG_KEYWORD, "notify-pull-method", "ippget");
    ippAddStrings(message.get(), IPP_TAG_SUBSCRIPTION, IPP_TAG_KEYWORD, "notify-events",
                  static_cast<int>(kEvents.size()), nullptr, kEvents.data());
    auto answer = exchange(std::move(message), pdf);
    if (!answer)
        return answer.error();
    return jobIn(answer->get());
}

Result<Events> IppPeer::events(int subscription, int from) {
    auto message = request(IPP_OP_GET_NOTIFICATIONS);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "notify-subscription-ids", subscription);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "notify-sequence-numbers", from);
    ippAddBoolean(message.get(), IPP_TAG_OPERATION, "notify-wait", 0);
    auto answer = exchange(std::move(message));
    if (!answer)
        return answer.error();
    return eventsIn(answer->get());
}

Result<JobAttributes> IppPeer::job(int number) {
    auto message = request(IPP_OP_GET_JOB_ATTRIBUTES);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number);
    ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(kJobAttributes.size()), nullptr, kJobAttributes.data());
    auto answer = exchange(std::move(message));
    if (!answer)
        return answer.error();
    return jobIn(answer->get());
}

Result<Done> IppPeer::cancel(int number) {
    auto message = request(IPP_OP_CANCEL_JOB);
    ippAddInteger(message.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", number);
    auto answer = exchange(std::move(message));
    if (!answer)
        return answer.error();
    return Done{};
}

IppPtr IppPeer::jobsRequest(bool ended) const {
    auto message = request(IPP_OP_GET_JOBS);
    add(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs",
        ended ? "completed" : "not-completed");
    ippAddStrings(message.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(kJobAttributes.size()), nullptr, kJobAttributes.data());
    return message;
}

Result<std::vector<JobAttributes>> IppPeer::jobs(std::string_view jobName, bool ended) {
    auto answer = exchange(jobsRequest(ended));
    if (!answer)
        return answer.error();
    return jobsIn(answer->get(), jobName);
}

Result<std::vector<JobAttributes>> IppPeer::waitingJobs(std::string_view beginning) {
    auto answer = exchange(jobsRequest(false));
    if (!answer)
        return answer.error();
    return jobsBeginning(answer->get(), beginning);
}

} // namespace balady::cups
