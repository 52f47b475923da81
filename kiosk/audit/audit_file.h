// AuditFile: the audit trail as a file that is only ever appended to; called on the core thread, writes on one of its own.
#pragma once

#include "kiosk/audit/signing_key.h"
#include "kiosk/base/clock.h"
#include "kiosk/ports/audit_trail.h"

#include <filesystem>
#include <memory>

namespace balady::audit {

class AuditFile final : public ports::AuditTrail {
  public:
    /// Opens FOLDER/audit.log, or begins it. A last line that a power cut broke off is moved to
    /// FOLDER/audit.torn-N, and an entry says so. A trail whose last whole line is no entry is moved to FOLDER/audit.damaged-N and
    /// a new one begun: citizens are served, and who knows the head sees that it went back. AccessDenied.
    [[nodiscard]] static Result<std::unique_ptr<AuditFile>> open(const std::filesystem::path& folder,
                                                                 SigningKey key, const Clock& clock);
    /// Signs what is not signed yet.
    ~AuditFile() override;

    /// The end of a session, and whatever happens outside of one, signs everything before it. What cannot be written (a full
    /// disk) waits, is told to the log, and is tried again with the next entry.
    void record(ports::AuditEvent event, std::initializer_list<log::Field> fields = {}) override;
    [[nodiscard]] ports::AuditHead head() const override;
    [[nodiscard]] model::Trouble trouble() const override;

    [[nodiscard]] const std::string& publicKey() const;

  private:
    class Writer;
    explicit AuditFile(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

} // namespace balady::audit
