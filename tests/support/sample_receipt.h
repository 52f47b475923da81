// Sample receipt: a commercial licence request at West Dammam, in either language; for tests, benches and
// eyes.
#pragma once

#include "kiosk/model/date.h"
#include "kiosk/model/money.h"
#include "kiosk/model/paper.h"

#include <string>

namespace balady::tests {

inline model::Receipt sampleReceipt(model::Language language) {
    using namespace std::chrono_literals;
    const bool arabic = language == model::Language::Arabic;
    const auto in = [&](const char* ar, const char* en) { return std::string(arabic ? ar : en); };
    const model::Date submitted{2026y / std::chrono::November / 21};
    const model::Date promised{2026y / std::chrono::November / 26};

    model::Receipt receipt;
    receipt.language = language;
    receipt.place =
        in("أمانة المنطقة الشرقية - بلدية غرب الدمام", "Eastern Province Municipality - West Dammam");
    receipt.title = in("إيصال استلام طلب", "Request receipt");
    receipt.subtitle = in("إصدار رخصة تجارية", "Issue a commercial licence");
    receipt.lines = {
        {in("رقم الطلب", "Request number"), "REQ-2026-004821", true, true},
        {in("مقدم الطلب", "Applicant"), "1•••••1234", true, false},
        {in("النشاط", "Activity"), in("مطعم وجبات سريعة", "Fast food restaurant"), false, false},
        {in("تاريخ التقديم", "Submitted"), model::bothCalendars(submitted, language), false, false},
        {in("وقت التقديم", "Time"), "16:05", true, false},
        {in("موعد الإنجاز", "Promised by"), model::bothCalendars(promised, language), false, false},
        {in("رمز المفوتر", "SADAD biller"), "187", true, false},
        {in("المبلغ", "Amount"), model::moneyText({125'000}, language), false, false},
        {in("رقم الفاتورة في سداد", "SADAD bill number"), "2026 1121 0048 21", true, true},
    };
    receipt.notes = {
        in("ستصلك رسالة نصية عند كل خطوة.", "You will get a text message at each step."),
        in("سدد الفاتورة خلال 10 أيام حتى يبقى طلبك قائمًا.",
           "Pay the bill within 10 days to keep your request."),
        in("تابع طلبك برقمه في تطبيق بلدي أو على الرقم 940.",
           "Follow your request by its number in the Balady app or on 940."),
    };
    receipt.qr = "https://balady.gov.sa/r/REQ-2026-004821";
    receipt.footer =
        in("جهاز ", "Terminal ") + model::isolated("DMM-W-03") + " - " + model::isolated("2026-11-21 16:05");
    return receipt;
}

} // namespace balady::tests
