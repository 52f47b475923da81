// CertificateRenewal: the terminal's certificate in use, and its successor by EST (RFC 7030); core thread.
#pragma once

#include "kiosk/backend/certificate_files.h"
#include "kiosk/ports/terminal_certificate.h"

#include <memory>
#include <string>
#include <string_view>

namespace balady::backend {

class Client;

class CertificateRenewal final : public ports::TerminalCertificate {
  public:
    /// `inUse` is what certificateInUse() gave, and what `client` shows. Both must outlive it, and so must `clock`. Malformed
    /// if `inUse` is no certificate.
    [[nodiscard]] static Result<std::unique_ptr<CertificateRenewal>>
    create(Client& client, const Clock& clock, CertificateFiles files, std::string inUse);

    [[nodiscard]] Validity validity() const override { return m_validity; }
    /// The files are small: they are written on the core thread. Refused where there is no place for a successor.
    ports::Task<Done> renew() override;

  private:
    CertificateRenewal(Client& client, const Clock& clock, CertificateFiles files)
        : m_client(client), m_clock(clock), m_files(std::move(files)) {}
    [[nodiscard]] Result<Done> use(std::string pem);
    [[nodiscard]] Result<Done> take(std::string_view answer);

    Client& m_client;
    const Clock& m_clock;
    const CertificateFiles m_files;
    std::string m_inUse; ///< PEM
    Validity m_validity;
};

} // namespace balady::backend
