// IppPeer: one connection to cupsd or to a printer, and the few IPP requests that we send; private to this folder.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "printing/cups/ipp_attributes.h"

#include <cups/cups.h>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace balady::cups {

/// Blocking; one thread. The connection is opened by the first request and again after it broke.
class IppPeer {
  public:
    /// `resource` is the path of the printer there ("/printers/licences"); `encrypted` is TLS from the start.
    IppPeer(std::string host, int port, bool encrypted, std::string resource,
            std::chrono::milliseconds limit);

    [[nodiscard]] Result<PrinterAttributes> printer();
    /// cupsd only: the queue that people have called the default one; NotFound if there is none.
    [[nodiscard]] Result<std::string> defaultQueue();
    /// cupsd only: all that it has.
    [[nodiscard]] Result<std::vector<std::string>> queues();
    /// Print-Job, with a subscription to what becomes of it, where the other side gives one. ConnectionLost and
    /// TimedOut mean that the effect is unknown.
    [[nodiscard]] Result<JobAttributes> submit(std::string_view jobName, const JobTicket& ticket,
                                               ByteView pdf);
    /// Get-Notifications: the events of a subscription from that number on. NotFound if it has none any more.
    [[nodiscard]] Result<Events> events(int subscription, int from);
    [[nodiscard]] Result<JobAttributes> job(int number);
    [[nodiscard]] Result<Done> cancel(int number);
    /// The jobs that have not ended and whose names begin so.
    [[nodiscard]] Result<std::vector<JobAttributes>> waitingJobs(std::string_view beginning);
    /// The jobs of this name that have ended, or those that have not.
    [[nodiscard]] Result<std::vector<JobAttributes>> jobs(std::string_view jobName, bool ended);

  private:
    struct CloseHttp {
        void operator()(http_t* connection) const { httpClose(connection); }
    };

    [[nodiscard]] IppPtr request(ipp_op_t operation) const;
    [[nodiscard]] IppPtr jobsRequest(bool ended) const;
    /// Sends; a status from 0x400 on becomes a Fault.
    [[nodiscard]] Result<IppPtr> exchange(IppPtr message, ByteView document = {});
    [[nodiscard]] Fault lost(std::string_view what);

    std::string m_host;
    int m_port;
    bool m_encrypted;
    std::string m_resource;
    std::string m_uri;
    std::chrono::milliseconds m_limit;
    std::unique_ptr<http_t, CloseHttp> m_connection;
};

} // namespace balady::cups
