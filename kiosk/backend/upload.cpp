#include "kiosk/backend/upload.h"

#include "kiosk/backend/codec_upload.h"
#include "kiosk/base/bytes.h"

#include <algorithm>

namespace balady::backend {
namespace {

/// The contract's limit for a chunk.
constexpr std::size_t kChunk = std::size_t{256} << 10;

using Standing = Result<ports::Answer<UploadProgress>>;

/// The chunk may or may not have arrived.
bool isUncertain(const Standing& sent) {
    if (sent)
        return !sent->value && sent->refusal.type == "upload-offset-mismatch";
    switch (sent.error().code) {
    case FaultCode::Unreachable:
    case FaultCode::ConnectionLost:
    case FaultCode::TimedOut:
    case FaultCode::Overloaded: return true;
    default: return false;
    }
}

class Upload {
  public:
    Upload(Client& client, SecretText token, model::Attachment attachment)
        : m_client(client), m_token(std::move(token)), m_attachment(std::move(attachment)) {}

    ports::Asked<std::string> run() {
        auto standing = co_await start();
        int stuck = 0; // attempts since the platform last got further
        while (standing && standing->value && !standing->value->complete) {
            m_id = standing->value->id;
            const auto offset = standing->value->offset;
            if (offset >= m_attachment.content.size())
                co_return Fault{FaultCode::Malformed, "upload: whole, but not complete"};
            standing = co_await sendChunk(offset);
            if (isUncertain(standing)) {
                if (!co_await m_client.mayTryAgain(AttemptEnd::NoEffect, Repeat::Safe, ++stuck))
                    co_return standing ? Fault{FaultCode::Malformed, "upload: no agreement on the offset"}
                                       : standing.error();
                standing = co_await ask();
            } else if (standing && standing->value && standing->value->offset <= offset) {
                co_return Fault{FaultCode::Malformed,
                                "upload: a chunk was taken, but the offset stands still"};
            }
            if (standing && standing->value && standing->value->offset > offset)
                stuck = 0;
        }
        if (!standing)
            co_return standing.error();
        ports::Answer<std::string> answer;
        if (standing->value)
            answer.value = standing->value->id;
        answer.refusal = std::move(standing->refusal);
        co_return answer;
    }

  private:
    [[nodiscard]] WipedText path() const { return pathWith("/v1/attachments/", m_id); }

    [[nodiscard]] auto decoder() const {
        return
            [size = m_attachment.content.size()](std::string_view body) { return decodeUpload(body, size); };
    }

    ports::Asked<UploadProgress> start() {
        // Safe to repeat: the platform deletes an upload that nothing names.
        auto request = postRequest("/v1/attachments", encodeUploadStart(m_attachment), Repeat::Safe, m_token);
        return m_client.ask("upload: start", std::move(request), decoder());
    }

    /// Where the upload stands.
    ports::Asked<UploadProgress> ask() {
        return m_client.ask("upload: resume", getRequest(path(), m_token), decoder());
    }

    ports::Asked<UploadProgress> sendChunk(std::size_t offset) {
        const auto& content = m_attachment.content;
        const auto chunk = ByteView(content).subspan(offset, std::min(kChunk, content.size() - offset));
        auto request = getRequest(path(), m_token);
        request.method = HttpMethod::Patch;
        addHeader(request, "Content-Type", "application/octet-stream");
        addHeader(request, "Upload-Offset", std::to_string(offset));
        request.body.assign(reinterpret_cast<const char*>(chunk.data()), chunk.size());
        // Once: what to send next depends on how far this one got.
        const auto response = co_await m_client.sendOnce(std::move(request));
        if (!response)
            co_return response.error().within("upload: chunk");
        auto answer = understood(*response, decoder());
        if (!answer)
            co_return answer.error().within("upload: chunk");
        co_return answer;
    }

    Client& m_client;
    SecretText m_token;
    model::Attachment m_attachment;
    std::string m_id;
};

ports::Asked<std::string> run(Upload upload) {
    co_return co_await upload.run();
}

} // namespace

ports::Asked<std::string> upload(Client& client, SecretText token, model::Attachment attachment) {
    return cancelledAsFault(run(Upload(client, std::move(token), std::move(attachment))));
}

} // namespace balady::backend
