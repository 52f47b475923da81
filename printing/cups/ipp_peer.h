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
    /// Print-Job. Answers the job's number. ConnectionLost and TimedOut mean that the effect is unknown.
    [[nodiscard]] Result<int> submit(std::string_view jobName, ByteView pdf);
    [[nodiscard]] Result<JobAttributes> job(int number);
    [[nodiscard]] Result<Done> cancel(int number);
    /// The jobs of this name that have ended, or those that have not.
    [[nodiscard]] Result<std::vector<JobAttributes>> jobs(std::string_view jobName, bool ended);

  private:
    struct CloseHttp {
        void operator()(http_t* connection) const { httpClose(connection); }
    };

    [[nodiscard]] IppPtr request(ipp_op_t operation) const;
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
