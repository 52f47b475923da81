// SandboxProcess: the reference backend as a test sees it: where it listens, and its administrator's switches.
#pragma once

#include "tests/support/child_process.h"
#include "tests/support/temp_folder.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace balady::tests {

class SandboxProcess {
  public:
    /// Starts it on free ports with a state of its own; returns when it is ready. Every exchange is appended to
    /// `record` (tests/contract checks that). `options`: more of its command line.
    SandboxProcess(const std::filesystem::path& program, const std::filesystem::path& catalogue,
                   const std::filesystem::path& record, const std::vector<std::string>& options = {});

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] const std::filesystem::path& ca() const { return m_ca; }
    [[nodiscard]] const std::filesystem::path& clientCertificate() const { return m_clientCertificate; }
    [[nodiscard]] const std::filesystem::path& clientKey() const { return m_clientKey; }
    [[nodiscard]] const std::filesystem::path& catalogueKeys() const { return m_catalogueKeys; }

    /// Admin pages answer JSON; throws on anything but status 200.
    boost::json::value look(std::string_view path) const;
    boost::json::value change(std::string_view path, const boost::json::value& body) const;

  private:
    [[nodiscard]] boost::json::value ask(const std::string& request) const;

    TempFolder m_state;
    ChildProcess m_process;
    std::uint16_t m_port = 0;
    std::uint16_t m_adminPort = 0;
    std::filesystem::path m_ca;
    std::filesystem::path m_clientCertificate;
    std::filesystem::path m_clientKey;
    std::filesystem::path m_catalogueKeys;
};

} // namespace balady::tests
