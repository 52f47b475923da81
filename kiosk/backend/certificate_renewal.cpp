#include "kiosk/backend/certificate_renewal.h"

#include "kiosk/backend/client.h"
#include "kiosk/base/log.h"
#include "kiosk/base/replace_file.h"
#include "kiosk/crypto/renewal.h"

namespace balady::backend {
namespace {

/// Of an answer that was not what was asked for: more than any chain has.
constexpr std::size_t kMostSetAside = 64UL * 1024;
constexpr mode_t kEverybody = 0644; ///< may read a certificate

Result<WipedText> requestFor(const CertificateFiles& files, const std::string& inUse) {
    auto key = readFile(files.key, "private key");
    if (!key)
        return key.error();
    const SecretText secret(std::move(*key));
    auto request = crypto::renewalRequest(inUse, secret);
    if (!request)
        return request.error();
    return WipedText(*request);
}

} // namespace

Result<std::unique_ptr<CertificateRenewal>>
CertificateRenewal::create(Client& client, const Clock& clock, CertificateFiles files, std::string inUse) {
    std::unique_ptr<CertificateRenewal> made(new CertificateRenewal(client, clock, std::move(files)));
    if (auto used = made->use(std::move(inUse)); !used)
        return used.error();
    return made;
}

Result<Done> CertificateRenewal::use(std::string pem) {
    const auto validity = crypto::validityOf(pem);
    if (!validity)
        return validity.error();
    m_inUse = std::move(pem);
    m_validity = {validity->from, validity->until};
    return Done{};
}

ports::Task<Done> CertificateRenewal::renew() {
    if (m_files.successor.empty())
        co_return Fault{FaultCode::Refused, "renew certificate: there is no place for a successor"};
    auto body = requestFor(m_files, m_inUse);
    if (!body)
        co_return body.error().within("renew certificate");
    // Safe: two answers are two certificates, each as good as the other.
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.target = "/.well-known/est/simplereenroll";
    request.body = std::move(*body);
    request.repeat = Repeat::Safe;
    addHeader(request, "Content-Type", "application/pkcs10");
    addHeader(request, "Content-Transfer-Encoding", "base64");
    const auto response = co_await m_client.send(std::move(request));
    if (!response)
        co_return response.error().within("renew certificate");
    if (response->status >= 400)
        co_return faultOf(*response).within("renew certificate");
    if (response->status != 200 || !response->header("Content-Type").starts_with("application/pkcs7-mime"))
        co_return Fault{FaultCode::Malformed, "renew certificate: status " +
                                                  std::to_string(response->status) + " without certificates"};
    auto taken = take(response->body);
    if (!taken)
        co_return taken.error().within("renew certificate");
    co_return taken;
}

/// On the disk before it is used: what a restart would not find, no connection was made with.
Result<Done> CertificateRenewal::take(std::string_view answer) {
    const auto pem = readFile(m_files.authority, "trusted CA");
    if (!pem)
        return pem.error();
    const auto authority = crypto::TrustList::fromPem(*pem);
    if (!authority)
        return authority.error();
    auto successor = crypto::successorIn(answer, m_inUse, *authority, m_clock.now());
    if (!successor) {
        auto aside = m_files.successor;
        aside += ".refused";
        if (auto kept = replaceFile(aside, answer.substr(0, kMostSetAside), kEverybody); !kept)
            log::fault("certificate", "refused_answer_not_kept", kept.error());
        return successor.error();
    }
    if (auto written = replaceFile(m_files.successor, *successor, kEverybody); !written)
        return written;
    if (auto shown = m_client.showCertificate(*successor); !shown)
        return shown;
    return use(std::move(*successor));
}

} // namespace balady::backend
