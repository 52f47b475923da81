// FileReading: one elementary file of a chip, selected and read piece by piece (Doc 9303-10, 3.6); sans-IO.
#pragma once

#include "drivers/smartcard/apdu.h"
#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace balady::smartcard {

/// Its commands may be sent as they are or under secure messaging; it wants the opened answers.
class FileReading {
  public:
    /// `limit` is the size from which a chip is not believed; no more than 32 KiB, READ BINARY's reach.
    FileReading(std::uint16_t fileId, std::size_t limit) : m_fileId(fileId), m_limit(limit) {}

    /// SELECT by file identifier.
    [[nodiscard]] Command select() const;
    /// READ BINARY for the next piece.
    [[nodiscard]] Command read();
    /// Takes a piece. Malformed if the chip refuses, gives nothing or too much, or claims an impossible size.
    [[nodiscard]] Result<Done> take(ByteView piece, StatusWord status);

    [[nodiscard]] bool complete() const { return m_size != 0 && m_content.size() == m_size; }
    /// The whole data object that the file holds; only when complete().
    [[nodiscard]] const SecretBytes& content() const { return m_content; }

  private:
    std::uint16_t m_fileId;
    std::size_t m_limit;
    SecretBytes m_content;
    std::size_t m_size = 0;  ///< 0 while the file's own length is not known
    std::size_t m_asked = 0; ///< Le of the read that is under way
};

} // namespace balady::smartcard
