// PhonePages: what a citizen's telephone sees at a ticket's address: a form, and what became of the file.
#pragma once

#include "tests/sandbox/http.h"
#include "tests/sandbox/platform.h"

namespace balady::sandbox {

/// The largest request of the form: a file and what stands around it (RFC 7578).
inline constexpr std::size_t kPhoneBodyLimit = 5UL * 1024 * 1024 + 16UL * 1024;

/// Plain HTML in Arabic and English, without scripts: old telephones, strict browsers, nothing to keep up. GET shows the
/// form, POST (multipart/form-data, one file in "file") takes the file once.
[[nodiscard]] Response answerTelephone(Platform& platform, const Request& request);

} // namespace balady::sandbox
