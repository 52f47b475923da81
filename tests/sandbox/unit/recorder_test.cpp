#include "kiosk/crypto/crypto.h"
#include "tests/sandbox/recorder.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace balady::sandbox {

TEST_CASE("tokens_and_binary_bodies_in_the_record") {
    const auto file = std::filesystem::temp_directory_path() / ("balady-record-" + crypto::uuid4());
    {
        Recorder recorder(file);
        Request request;
        request.method = "POST";
        request.headers = {{"authorization", "Bearer s3cret-of-the-request"},
                           {"content-type", "application/octet-stream"}};
        request.body = "\xff\xd8";
        Reply reply;
        reply.response = {201, {{"content-type", "application/json"}}, R"({"token":"s3cret-of-the-reply"})"};
        reply.delivery = Delivery::Reset;
        recorder.record(request, reply);
    }
    std::stringstream text;
    text << std::ifstream(file).rdbuf();
    std::filesystem::remove(file);
    CHECK(text.str().find("s3cret") == std::string::npos);
    CHECK(text.str().find(R"("requestBodyBase64Url":"_9g")") != std::string::npos);
    CHECK(text.str().find(R"("fault":"reset")") != std::string::npos);
}

} // namespace balady::sandbox
