// MrzReader: reads the machine readable zone of a document that lies under the camera (ICAO Doc 9303).
#pragma once

#include "kiosk/model/mrz.h"
#include "kiosk/ports/frame.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace balady::vision {

/// A grey picture that somebody else holds.
struct GreyPicture {
    const std::uint8_t* pixels = nullptr;
    int width = 0;
    int height = 0;
    std::size_t stride = 0; ///< bytes from row to row
};

struct MrzCheck {
    std::string_view
        what; ///< "document number", "birth date", "expiry date", "personal number" or "composite"
    bool holds = false;
};

/// What one picture, or several together, say. Personal: lives only in the citizen's session.
struct MrzReading {
    std::vector<std::string>
        lines; ///< top to bottom; empty if nothing was read that is more likely right than wrong
    std::vector<std::vector<float>> confidence; ///< for each character, from 0 to 1
    std::vector<MrzCheck> checks;
    /// The fields; only if every check digit holds and every character is sure. Nothing else may be believed.
    std::optional<model::Mrz> fields;

    [[nodiscard]] bool valid() const { return fields.has_value(); }
    /// Of the most doubtful character; 0 without lines.
    [[nodiscard]] float leastConfidence() const;
};

struct FoundZone;
struct ZoneEvidence;

/// Pictures of one document, one after the other: each adds what it shows, and doubts of one picture are settled by
/// the next. A picture of another document begins anew.
class MrzReader {
  public:
    MrzReader();
    ~MrzReader();
    MrzReader(MrzReader&&) noexcept;
    MrzReader& operator=(MrzReader&&) noexcept;

    /// Reads one picture, whatever was seen before. Never fails on a bad picture: it then has no lines.
    [[nodiscard]] MrzReading read(const GreyPicture& picture) const;
    [[nodiscard]] MrzReading read(const ports::Frame& frame) const;

    /// Adds a picture and reads all of them together. Unless it is valid: hold still, or hold it otherwise.
    [[nodiscard]] MrzReading add(const GreyPicture& picture);
    [[nodiscard]] MrzReading add(const ports::Frame& frame);
    /// The citizen took the document away.
    void forget();

  private:
    [[nodiscard]] MrzReading add(const FoundZone& zone);

    std::unique_ptr<ZoneEvidence> m_seen;
    int m_pictures = 0;
};

} // namespace balady::vision
