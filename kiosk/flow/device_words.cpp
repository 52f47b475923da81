#include "kiosk/flow/device_words.h"

#include "kiosk/model/condition_table.h"

namespace balady::flow {

using model::text;

std::vector<model::DeviceRole> maintainedDevices(const Terminal& terminal) {
    using enum model::DeviceRole;
    std::vector devices{ReceiptPrinter, DocumentPrinter, IdentityReader, DocumentCamera, Network, Store,
                        Outbox,         Catalogue,       Certificate,    AuditTrail,     Clock,   Settings};
    if (terminal.stock)
        devices.insert(devices.begin() + 2, Stock);
    return devices;
}

model::LocalizedText deviceName(model::DeviceRole device) {
    using model::DeviceRole;
    switch (device) {
    case DeviceRole::IdentityReader: return text("قارئ البطاقات", "Card reader");
    case DeviceRole::ReceiptPrinter: return text("طابعة الإيصالات", "Receipt printer");
    case DeviceRole::DocumentPrinter: return text("طابعة الرخص", "Licence printer");
    case DeviceRole::DocumentCamera: return text("الكاميرا", "Camera");
    case DeviceRole::Network: return text("الاتصال بالمنصة", "Connection to the platform");
    case DeviceRole::Store: return text("ذاكرة الجهاز", "The terminal's store");
    case DeviceRole::Outbox: return text("الطلبات المحفوظة هنا", "Requests kept here");
    case DeviceRole::Catalogue: return text("دليل الخدمات", "Catalogue of services");
    case DeviceRole::Certificate: return text("شهادة الجهاز", "The terminal's certificate");
    case DeviceRole::AuditTrail: return text("سجل التدقيق", "Audit trail");
    case DeviceRole::Stock: return text("الورق المرقّم", "Numbered paper");
    case DeviceRole::Clock: return text("ساعة الجهاز", "The terminal's clock");
    case DeviceRole::Settings: return text("إعدادات الجهاز", "The terminal's settings");
    }
    return {};
}

model::LocalizedText stateText(model::DeviceRole device, model::Trouble trouble) {
    using enum model::Trouble;
    switch (trouble) {
    case None:
        if (device == model::DeviceRole::Clock)
            return text("تُضبط من الشبكة", "Set by the network");
        return device == model::DeviceRole::DocumentCamera ? text("لا عطل معروف", "No trouble known")
                                                           : text("جاهز", "Ready");
    case Gone: return text("غير موجود", "Not there");
    case Offline:
        return device == model::DeviceRole::Clock ? text("لا تُضبط من الشبكة", "Not set by the network")
                                                  : text("لا يجيب", "Does not answer");
    case Broken:
        if (device == model::DeviceRole::AuditTrail)
            return text("لا يُكتب", "Cannot be written");
        return device == model::DeviceRole::Certificate ? text("غير سارية", "Not valid")
                                                        : text("عطل", "Broken");
    case PaperLow: return text("الورق قليل", "Paper is low");
    case PaperOut: return text("نفد الورق", "No paper");
    case PaperJammed: return text("ورق عالق", "Paper is stuck");
    case CoverOpen: return text("الغطاء مفتوح", "Cover is open");
    case TonerLow: return text("الحبر قليل", "Toner is low");
    case TonerOut: return text("نفد الحبر", "No toner");
    case DataLost:
        return device == model::DeviceRole::AuditTrail
                   ? text("بدأ من جديد بعد تلف", "Began anew after damage")
                   : text("بدأت من جديد بعد تلف", "Began anew after damage");
    case SetAside:
        if (device == model::DeviceRole::Outbox)
            return text("طلب ينتظر المعالجة", "A request waits for people");
        if (device == model::DeviceRole::Stock)
            return text("رُفضت ورقة", "A sheet was refused");
        if (device == model::DeviceRole::AuditTrail)
            return text("لم تقبله المنصة", "Refused by the platform");
        if (device == model::DeviceRole::Settings)
            return text("رُفضت الجديدة", "New ones were refused");
        return device == model::DeviceRole::Catalogue ? text("رُفض دليل", "One was refused")
                                                      : text("رُفضت شهادة", "One was refused");
    case EndsSoon: return text("تنتهي قريبًا", "Ends soon");
    }
    return {};
}

model::LocalizedText adviceFor(model::DeviceRole device, model::Trouble trouble) {
    const auto* row = model::conditionRow(device, trouble);
    return row == nullptr ? model::LocalizedText{} : text(row->technicianArabic, row->technician);
}

} // namespace balady::flow
