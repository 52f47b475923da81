#include "kiosk/app/revocation_file.h"

#include "kiosk/base/clock.h"
#include "kiosk/base/log.h"

#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace balady::app {
namespace {

Result<crypto::RevocationList> read(const std::filesystem::path& file, const crypto::TrustList& issuers) {
    std::ifstream in(file, std::ios::binary);
    const std::string pem{std::istreambuf_iterator<char>(in), {}};
    if (!in)
        return Fault{FaultCode::InvalidSettings, "cannot be read"};
    auto lists = crypto::RevocationList::fromPem(pem, issuers);
    if (!lists)
        return Fault{FaultCode::InvalidSettings, lists.error().context};
    return lists;
}

} // namespace

RevocationFile::RevocationFile(std::filesystem::path file, crypto::TrustList issuers)
    : m_file(std::move(file)), m_issuers(std::move(issuers)) {}

Result<RevocationFile> RevocationFile::open(std::filesystem::path file, crypto::TrustList issuers) {
    RevocationFile out(std::move(file), std::move(issuers));
    auto lists = read(out.m_file, out.m_issuers);
    if (!lists)
        return lists.error();
    out.m_lists = std::move(*lists);
    if (out.m_lists.isOld(SystemClock().now()))
        log::write(log::Level::Warning, "app", "badge_revocations_old");
    return out;
}

crypto::RevocationList RevocationFile::now() {
    auto lists = read(m_file, m_issuers);
    if (lists.has_value() != m_isUsable) {
        m_isUsable = lists.has_value();
        if (m_isUsable)
            log::write(log::Level::Info, "app", "badge_revocations_usable_again");
        else
            log::write(log::Level::Warning, "app", "badge_revocations_unusable",
                       {{"context", log::Plain{lists.error().context}}});
    }
    if (lists)
        m_lists = std::move(*lists);
    return m_lists;
}

} // namespace balady::app
