#include "tests/sandbox/sms.h"

#include "tests/sandbox/sandbox_clock.h"

namespace balady::sandbox {

void sendSms(Database& database, std::string_view mobile, const model::LocalizedText& text, WallTime now) {
    if (mobile.empty())
        return;
    database.run("INSERT INTO sms(mobile, text_ar, text_en, sent_at) VALUES(?, ?, ?, ?)", mobile,
                 text.byLanguage[0], text.byLanguage[1], milliseconds(now));
}

} // namespace balady::sandbox
