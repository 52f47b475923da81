#include "kiosk/model/condition_table.h"

#include <algorithm>
#include <array>

namespace balady::model {
namespace {

using enum Trouble;
constexpr auto kReader = DeviceRole::IdentityReader;
constexpr auto kReceipts = DeviceRole::ReceiptPrinter;
constexpr auto kDocuments = DeviceRole::DocumentPrinter;

constexpr std::string_view kType = "types the number instead of the card";
constexpr std::string_view kNoReceipt =
    "takes what it says with the telephone (a QR code), or goes on without: it is under “My requests”";
constexpr std::string_view kLater = "is told so, and prints the licence later: here, or at another terminal";
constexpr std::string_view kPolled = "by itself, when the printer says so";

constexpr std::array kTable{
    ConditionRow{kReader, Gone, false, Urgency::Visit, "CardReader device=noDevice", "reader_gone", kType,
                 "Connect the card reader; see that pcscd runs", "صِل قارئ البطاقات، وتأكد أن خدمة pcscd تعمل",
                 "by itself, when the reader is there"},

    ConditionRow{kReceipts, Gone, false, Urgency::Visit, "Printer device=noDevice", "receipt_printer_gone",
                 kNoReceipt, "Connect the receipt printer; compare its USB numbers with the settings",
                 "صِل طابعة الإيصالات، وقارن رقمي USB بالإعدادات", kPolled},
    ConditionRow{kReceipts, Offline, false, Urgency::Visit, "Printer device=offline", "receipt_printer_gone",
                 kNoReceipt, "Switch the receipt printer on; look at its cable and its button",
                 "شغّل طابعة الإيصالات، وافحص كابلها وزرها", kPolled},
    ConditionRow{kReceipts, Broken, false, Urgency::Visit, "Printer device=hardwareError",
                 "receipt_printer_gone", kNoReceipt,
                 "Switch the receipt printer off and on; if it comes back, change it",
                 "أطفئ طابعة الإيصالات ثم شغّلها، فإن عاد العطل فاستبدلها", kPolled},
    ConditionRow{kReceipts, PaperLow, true, Urgency::Notice, "Printer paper=low", "", "gets the receipt",
                 "Bring a roll; the log says the metres and hours left (roll_left)",
                 "أحضر لفة ورق؛ الأمتار والساعات المتبقية في السجل (\u2066roll_left\u2069)",
                 "by itself, when the sensor sees a new roll or new-roll was touched"},
    ConditionRow{kReceipts, PaperOut, false, Urgency::Visit, "Printer paper=out", "receipt_paper_out",
                 kNoReceipt, "Put a new roll in", "ضع لفة جديدة", kPolled},
    ConditionRow{kReceipts, PaperJammed, false, Urgency::Visit, "Printer paper=jammed",
                 "receipt_paper_jammed", kNoReceipt, "Open the cover, free the cutter, close the cover",
                 "افتح الغطاء، وحرر القاطع، ثم أغلق الغطاء", kPolled},
    ConditionRow{kReceipts, CoverOpen, false, Urgency::Visit, "Printer device=userError",
                 "receipt_cover_open", kNoReceipt, "Close the receipt printer's cover",
                 "أغلق غطاء طابعة الإيصالات", kPolled},

    ConditionRow{kDocuments, Gone, false, Urgency::Visit, "Printer device=noDevice", "licence_printer_gone",
                 kLater, "See that cupsd has the queue that the settings name",
                 "تأكد أن في cupsd قائمة الطباعة المذكورة في الإعدادات", kPolled},
    ConditionRow{kDocuments, Offline, false, Urgency::Visit, "Printer device=offline", "licence_printer_gone",
                 kLater, "Switch the licence printer on; see that cupsd runs",
                 "شغّل طابعة الرخص، وتأكد أن خدمة cupsd تعمل", kPolled},
    ConditionRow{kDocuments, Broken, false, Urgency::Visit, "Printer device=hardwareError",
                 "licence_printer_gone", kLater, "Read the licence printer's own panel",
                 "اقرأ شاشة طابعة الرخص نفسها", kPolled},
    ConditionRow{kDocuments, PaperLow, true, Urgency::Notice, "Printer paper=low", "", "gets the licence",
                 "Bring sheets", "أحضر ورقًا", kPolled},
    ConditionRow{kDocuments, PaperOut, false, Urgency::Visit, "Printer paper=out", "licence_paper_out",
                 kLater, "Fill the tray", "املأ درج الورق", kPolled},
    ConditionRow{kDocuments, PaperJammed, false, Urgency::Visit, "Printer paper=jammed",
                 "licence_paper_jammed", kLater, "Take the sheet out and shred it: it may be half a licence",
                 "أخرج الورقة وأتلفها: فقد تكون نصف رخصة", kPolled},
    ConditionRow{kDocuments, CoverOpen, false, Urgency::Visit, "Printer device=userError",
                 "licence_cover_open", kLater, "Close the licence printer's door", "أغلق باب طابعة الرخص",
                 kPolled},
    ConditionRow{kDocuments, TonerLow, true, Urgency::Notice, "Printer toner=low", "", "gets the licence",
                 "Bring toner", "أحضر حبرًا", kPolled},
    ConditionRow{kDocuments, TonerOut, false, Urgency::Visit, "Printer toner=out", "licence_printer_gone",
                 kLater, "Put new toner in", "ضع حبرًا جديدًا", kPolled},

    ConditionRow{
        DeviceRole::DocumentCamera, Gone, false, Urgency::Hasten, "Camera device=noDevice", "camera_gone",
        "sends documents from their own phone (a QR code); a hand scanner, where there is one, reads codes "
        "and cards",
        "Connect the camera; the log says what keeps it (area=camera)",
        "صِل الكاميرا؛ والسجل يذكر ما يعيقها (\u2066area=camera\u2069)", "by itself, with the next picture"},
    ConditionRow{DeviceRole::Network, Offline, false, Urgency::Hasten, "", "network_gone",
                 "reads conditions, examines licences, hands in a report, which is kept here; the rest waits",
                 "The log says why (area=network): look at the network; then at the backend's address and "
                 "certificates",
                 "السجل يذكر السبب (\u2066area=network\u2069): افحص الشبكة، ثم عنوان المنصة وشهاداتها",
                 "by itself, with the next answer"},
    ConditionRow{DeviceRole::Store, DataLost, true, Urgency::Visit, "", "", "notices nothing",
                 "Take the file terminal.db.damaged-TIME away for examination",
                 "خذ الملف \u2066terminal.db.damaged-TIME\u2069 لفحصه",
                 "at the next start without that file"},
    ConditionRow{DeviceRole::Outbox, Gone, false, Urgency::Visit, "", "network_gone",
                 "sends when the network is back: without it nothing is accepted at the terminal",
                 "Give the terminal its key (operations.md); the log says what is missing",
                 "أعطِ الجهاز مفتاحه (operations.md)؛ والسجل يذكر ما ينقص", "at the next start with the key"},
    ConditionRow{DeviceRole::Outbox, Broken, false, Urgency::Visit, "", "network_gone",
                 "sends when the network is back: nothing new is kept meanwhile",
                 "Give the key back with which the kept requests were sealed (operations.md)",
                 "أعد المفتاح الذي خُتمت به الطلبات المحفوظة (operations.md)",
                 "at the next start with that key"},
    ConditionRow{DeviceRole::Outbox, SetAside, true, Urgency::Visit, "", "",
                 "gets the request's fate from the municipality, not by text message",
                 "Tell the platform's people of the request that the log names (area=outbox)",
                 "أبلغ القائمين على المنصة بالطلب الذي يذكره السجل (\u2066area=outbox\u2069)",
                 "by itself, when none is set aside any more"},
    ConditionRow{DeviceRole::Catalogue, SetAside, true, Urgency::Visit, "", "",
                 "is served by the last good catalogue",
                 "The log says why (area=catalogue): compare backend/catalogueKeys with the platform's keys; "
                 "if they are right, tell its people, for somebody may alter catalogues",
                 "السجل يذكر السبب (\u2066area=catalogue\u2069): قارن \u2066backend/catalogueKeys\u2069 "
                 "بمفاتيح المنصة، فإن كانت "
                 "صحيحة فأبلغ القائمين عليها، فقد يكون هناك من يغيّر الدليل",
                 "by itself, with the next good catalogue"},
    ConditionRow{DeviceRole::Certificate, Broken, true, Urgency::Hasten, "", "",
                 "as without a network, as soon as the platform refuses it",
                 "Compare the terminal's clock with a watch; if it is right, the certificate has ended: have "
                 "a new one "
                 "issued (operations.md)",
                 "قارن ساعة الجهاز بساعتك، فإن كانت صحيحة فقد انتهت الشهادة: اطلب إصدار شهادة جديدة "
                 "(\u2066operations.md\u2069)",
                 "by itself, when the clock is right, or at the next start with a valid certificate"},
    ConditionRow{
        DeviceRole::Certificate, SetAside, true, Urgency::Visit, "", "", "notices nothing",
        "The log says what is wrong with the certificate that came (area=certificate); tell the platform's "
        "people, for somebody may answer in their place",
        "السجل يذكر عيب الشهادة التي وصلت (\u2066area=certificate\u2069)؛ أبلغ القائمين على المنصة، فقد يجيب "
        "غيرهم باسمهم",
        "by itself, with the next good certificate"},
    ConditionRow{
        DeviceRole::Certificate, EndsSoon, true, Urgency::Visit, "", "", "notices nothing",
        "The log says the days left and why none is issued (area=certificate); tell the platform's people",
        "السجل يذكر الأيام المتبقية وسبب عدم التجديد (\u2066area=certificate\u2069)؛ أبلغ القائمين على "
        "المنصة",
        "by itself, with the next certificate"},
    ConditionRow{
        DeviceRole::AuditTrail, Broken, true, Urgency::Visit, "", "", "notices nothing",
        "The log says what the disk answers (area=audit): make room on it, or change it; what it has not "
        "taken "
        "is lost when the terminal is switched off",
        "السجل يذكر ما يجيب به القرص (\u2066area=audit\u2069): وفّر فيه مكانًا أو استبدله؛ وما لم يأخذه يضيع "
        "إذا أُطفئ الجهاز",
        "by itself, when the disk takes it"},
    ConditionRow{
        DeviceRole::AuditTrail, DataLost, true, Urgency::Visit, "", "", "notices nothing",
        "Take the files audit.damaged-NUMBER away for examination; if no power cut explains them, tell the "
        "municipality, for somebody may have altered the trail",
        "خذ الملفات \u2066audit.damaged-NUMBER\u2069 لفحصها؛ فإن لم يفسّرها انقطاع في الكهرباء فأبلغ البلدية، "
        "فقد يكون هناك من غيّر السجل",
        "at the next start without those files"},
    ConditionRow{DeviceRole::AuditTrail, SetAside, true, Urgency::Visit, "", "", "notices nothing",
                 "Tell the municipality: the trail ends before what the platform has noted, so something was "
                 "cut off it, "
                 "or it was begun anew (./dev audit verify)",
                 "أبلغ البلدية: السجل ينتهي قبل ما دوّنته المنصة، فقد اقتُطع منه شيء أو بُدئ من جديد "
                 "(\u2066./dev audit verify\u2069)",
                 "by itself, when the platform takes its head"},
    ConditionRow{
        DeviceRole::Stock, SetAside, true, Urgency::Visit, "", "sheet_refused",
        "keeps the licence, which is valid, and has it printed on another sheet at the counter",
        "The log names the sheet and why (area=sheets): compare the tray with the record of its stock; a "
        "sheet "
        "that bears another licence was printed on twice, or somebody has numbered paper of their own",
        "السجل يذكر الورقة والسبب (\u2066area=sheets\u2069): قارن الورق في الدرج بسجل الورق المرقّم؛ فالورقة "
        "المرتبطة برخصة أخرى طُبع عليها مرتين، أو أن لدى أحدهم ورقًا مرقّمًا",
        "by itself, with the next sheet that the platform takes, or at the next start"},
    ConditionRow{
        DeviceRole::Clock, Offline, true, Urgency::Visit, "", "",
        "notices nothing; if the clock is wrong by much, it is as without a network, and dates are wrong",
        "Compare the terminal's clock with a watch; see that its time service runs and reaches its server "
        "(timedatectl)",
        "قارن ساعة الجهاز بساعتك، وتأكد أن خدمة الوقت تعمل وتصل إلى خادمها (\u2066timedatectl\u2069)",
        "by itself, within a minute of the server's answer"},
    ConditionRow{
        DeviceRole::Settings, SetAside, true, Urgency::Visit, "", "",
        "is served as before: the terminal goes on with the settings that it had",
        "The log says what is wrong with the new ones (area=app): bring good ones, signed today; if nobody "
        "of "
        "yours brought these, tell the municipality, for somebody may alter settings",
        "السجل يذكر عيب الجديدة (\u2066area=app\u2069): أحضر إعدادات سليمة وقّعت اليوم؛ فإن لم يحضرها أحد "
        "منكم فأبلغ البلدية، فقد يكون هناك من يغيّر الإعدادات",
        "at the next start with good ones"},
};

} // namespace

std::span<const ConditionRow> conditionTable() {
    return kTable;
}

const ConditionRow* conditionRow(DeviceRole device, Trouble trouble) {
    const auto found = std::find_if(kTable.begin(), kTable.end(), [&](const ConditionRow& row) {
        return row.device == device && row.trouble == trouble;
    });
    return found == kTable.end() ? nullptr : &*found;
}

std::string_view name(Urgency urgency) {
    switch (urgency) {
    case Urgency::Notice: return "notice";
    case Urgency::Visit: return "visit";
    case Urgency::Hasten: return "hasten";
    }
    return "";
}

} // namespace balady::model
