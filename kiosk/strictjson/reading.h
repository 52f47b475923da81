// Reading: the verdict on one JSON document while it is read; the first problem is the one that is told.
#pragma once

#include "kiosk/base/fault.h"

#include <optional>
#include <string>
#include <string_view>

namespace balady::strictjson {

/// Collects at most one fault. Reading goes on after it with harmless values, so that readers are written as
/// plain assignments and ask once, at the end, whether all was well.
class Reading {
  public:
    /// `code` is the fault's code (InvalidData, InvalidSettings); `document` names the file or part in its
    /// context.
    Reading(FaultCode code, std::string document) : m_code(code), m_document(std::move(document)) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    /// `pointer` is where (RFC 6901), `why` is a phrase without the value.
    void refuse(std::string_view pointer, std::string_view why);

    [[nodiscard]] const std::optional<Fault>& fault() const { return m_fault; }

  private:
    FaultCode m_code;
    std::string m_document;
    std::optional<Fault> m_fault;
};

/// The pointer of a member or an element below `pointer` (RFC 6901: "~" and "/" in the name are escaped).
[[nodiscard]] std::string below(std::string_view pointer, std::string_view name);
[[nodiscard]] std::string below(std::string_view pointer, std::size_t index);

} // namespace balady::strictjson
