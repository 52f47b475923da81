#include "kiosk/store/parcel_codec.h"

#include <string>
#include <string_view>

namespace balady::store {
namespace {

constexpr std::uint8_t kVersion = 1;

/// Texts with their length before them, in four bytes, the most significant first.
class Writer {
  public:
    explicit Writer(std::size_t room) { m_bytes.reserve(room); }
    void byte(std::uint8_t value) { m_bytes.push_back(value); }
    void count(std::size_t value) {
        for (int shift = 24; shift >= 0; shift -= 8)
            byte(static_cast<std::uint8_t>(value >> shift));
    }
    void text(std::string_view value) {
        count(value.size());
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    }
    SecretBytes take() { return std::move(m_bytes); }

  private:
    SecretBytes m_bytes;
};

/// After the first thing that does not fit, everything is empty and good() false.
class Reader {
  public:
    explicit Reader(ByteView bytes) : m_rest(bytes) {}
    std::uint8_t byte() {
        const auto one = take(1);
        return one.empty() ? std::uint8_t{0} : one.front();
    }
    std::size_t count() {
        std::size_t value = 0;
        for (const auto next : take(4))
            value = value << 8 | next;
        return value;
    }
    std::string text() { return asText(take(count())); }
    [[nodiscard]] bool good() const { return m_good; }
    [[nodiscard]] bool atEnd() const { return m_good && m_rest.empty(); }

  private:
    ByteView take(std::size_t size) {
        if (!m_good || size > m_rest.size()) {
            m_good = false;
            return {};
        }
        const auto taken = m_rest.first(size);
        m_rest = m_rest.subspan(size);
        return taken;
    }
    ByteView m_rest;
    bool m_good = true;
};

} // namespace

SecretBytes encodeDraft(const model::KeptRequest& request) {
    std::size_t room = 4096; // growing would only leave copies to wipe
    for (const auto& [field, value] : request.draft.answers)
        room += field.size() + value.size() + 8;
    Writer out(room);
    out.byte(kVersion);
    out.text(model::name(request.draft.kind));
    out.text(request.draft.serviceId);
    out.count(request.draft.answers.size());
    for (const auto& [field, value] : request.draft.answers) {
        out.text(field);
        out.text(value);
    }
    out.count(request.attachments.size());
    for (const auto& attachment : request.attachments) {
        out.text(attachment.documentId);
        out.text(attachment.mediaType);
        out.text(attachment.sha256Hex);
    }
    return out.take();
}

Result<Done> decodeDraft(ByteView bytes, model::KeptRequest& request) {
    Reader in(bytes);
    const bool known = in.byte() == kVersion;
    const auto kind = model::serviceKindFromName(in.text());
    request.draft = {};
    request.draft.serviceId = in.text();
    for (auto left = in.count(); left > 0 && in.good(); --left) {
        auto field = in.text();
        request.draft.answers[std::move(field)] = in.text();
    }
    request.attachments.clear();
    for (auto left = in.count(); left > 0 && in.good(); --left) {
        model::Attachment attachment;
        attachment.documentId = in.text();
        attachment.mediaType = in.text();
        attachment.sha256Hex = in.text();
        request.attachments.push_back(std::move(attachment));
    }
    if (!known || !kind || !in.atEnd())
        return Fault{FaultCode::Malformed, "parcel: not a draft of ours"};
    request.draft.kind = *kind;
    return Done{};
}

} // namespace balady::store
