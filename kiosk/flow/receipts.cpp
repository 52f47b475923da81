#include "kiosk/flow/receipts.h"

#include "kiosk/model/date.h"
#include "kiosk/model/identity.h"
#include "kiosk/model/money.h"

#include <algorithm>

namespace balady::flow {
namespace {

using model::Language;
using model::text;

std::string clockText(WallTime time) {
    const auto local = inRiyadh(time);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    return model::timeText(std::chrono::floor<std::chrono::minutes>(local - day));
}

model::Date dateOf(WallTime time) {
    return model::Date{std::chrono::floor<std::chrono::days>(inRiyadh(time))};
}

/// Collects lines in one language.
class Writer {
  public:
    Writer(model::Receipt& receipt, Language language) : m_receipt(receipt), m_language(language) {}

    void line(const model::LocalizedText& label, std::string value, bool leftToRight = false,
              bool strong = false) {
        if (!value.empty())
            m_receipt.lines.push_back({label.in(m_language), std::move(value), leftToRight, strong});
    }
    void note(const model::LocalizedText& sentence) {
        if (!sentence.empty())
            m_receipt.notes.push_back(sentence.in(m_language));
    }
    void list(const model::LocalizedText& heading, const std::vector<model::LocalizedText>& sentences,
              bool numbered) {
        if (sentences.empty())
            return;
        model::PaperList list{heading.in(m_language), {}};
        for (const auto& sentence : sentences)
            list.entries.push_back(
                {numbered ? std::to_string(list.entries.size() + 1) : "", sentence.in(m_language)});
        m_receipt.lists.push_back(std::move(list));
    }
    void title(const model::LocalizedText& words) { m_receipt.title = words.in(m_language); }
    [[nodiscard]] Language language() const { return m_language; }

  private:
    model::Receipt& m_receipt;
    Language m_language;
};

bool readsLeftToRight(model::FieldType type) {
    switch (type) {
    case model::FieldType::Digits:
    case model::FieldType::Number:
    case model::FieldType::Identity:
    case model::FieldType::Establishment:
    case model::FieldType::Mobile:
    case model::FieldType::Address:
    case model::FieldType::Reference: return true;
    default: return false;
    }
}

/// The answers as the citizen gave them; identity numbers and mobiles masked, because paper is left lying about.
void writeAnswers(Writer& out, const Folder& folder) {
    for (const auto* field : askedFields(*folder.service, folder.answers)) {
        auto value = answerText(folder, *field);
        if (field->type == model::FieldType::Mobile)
            value = model::maskMobile(value);
        else if (field->type == model::FieldType::Identity)
            if (const auto number = model::IdentityNumber::parse(value))
                value = number->masked();
        out.line(field->label, std::move(value), readsLeftToRight(field->type));
    }
}

void writeBill(Writer& out, const model::Bill& bill) {
    out.line(text("رقم المفوتر (سداد)", "SADAD biller"), bill.biller, true);
    out.line(text("رقم الفاتورة", "Bill number"), bill.number, true, true);
    out.line(text("المبلغ", "Amount"), model::moneyText(bill.amount, out.language()));
    out.line(
        text("حالة السداد", "Payment"),
        (bill.paid ? text("مدفوعة", "Paid") : text("بانتظار السداد", "Not paid yet")).in(out.language()));
}

model::LocalizedText titleFor(const Folder& folder) {
    switch (folder.service->kind) {
    case model::ServiceKind::Report: return text("إيصال استلام بلاغ", "Report received");
    case model::ServiceKind::Appointment: return text("بطاقة موعد", "Appointment slip");
    default: return text("إيصال استلام طلب", "Request received");
    }
}

model::LocalizedText stateText(model::RequestState state) {
    switch (state) {
    case model::RequestState::AwaitingPayment: return text("بانتظار السداد", "Waiting for payment");
    case model::RequestState::UnderReview: return text("قيد المراجعة", "Under review");
    case model::RequestState::Approved: return text("تمت الموافقة", "Approved");
    case model::RequestState::Rejected: return text("لم تتم الموافقة", "Not approved");
    case model::RequestState::Issued: return text("صدرت", "Issued");
    case model::RequestState::Completed: return text("تم", "Done");
    }
    return {};
}

void writeSubmission(Writer& out, const Folder& folder) {
    const auto& submission = *folder.submission;
    out.title(titleFor(folder));
    out.line(text("الرقم المرجعي", "Reference number"), submission.number, true, true);
    out.line(text("الحالة", "Status"), stateText(submission.state).in(out.language()), false, true);
    if (folder.citizen)
        out.line(text("رقم الهوية", "ID number"), folder.citizen->maskedIdentity, true);
    writeAnswers(out, folder);
    out.line(text("تاريخ التقديم", "Submitted"),
             model::bothCalendars(dateOf(submission.submittedAt), out.language()));
    out.line(text("الوقت", "Time"), clockText(submission.submittedAt), true);
    if (submission.promisedBy && submission.state == model::RequestState::UnderReview)
        out.line(text("نعدك بالرد قبل", "Promised by"),
                 model::bothCalendars(*submission.promisedBy, out.language()));
    out.line(text("الجهة المسؤولة", "With"), submission.unit.in(out.language()));
    if (submission.licenceNumber)
        out.line(text("رقم الرخصة", "Licence number"), *submission.licenceNumber, true, true);
    if (submission.bill)
        writeBill(out, *submission.bill);
    out.note(submission.statusNote);
    if (submission.late)
        out.note(text("تأخرنا عن موعدنا معك. يمكنك تقديم شكوى جاهزة على 940.",
                      "We missed our promise. A ready complaint to 940 is open to you."));
    if (submission.state == model::RequestState::UnderReview)
        out.note(text("ستصلك رسالة نصية عند كل خطوة.", "You get a text message at each step."));
    out.note(text("احتفظ بهذا الرقم: به تتابع طلبك من أي جهاز.",
                  "Keep this number: with it you can follow up at any terminal."));
}

/// Honest about a lost answer: what is known, what is safe, what to do.
void writeUnknown(Writer& out, const Folder& folder) {
    out.title(text("إيصال طلب لم يتأكد استلامه بعد", "Request sent, not yet confirmed"));
    out.line(text("مرجع الجهاز", "Terminal reference"), terminalReference(folder), true, true);
    if (folder.citizen)
        out.line(text("رقم الهوية", "ID number"), folder.citizen->maskedIdentity, true);
    writeAnswers(out, folder);
    out.note(text("أرسلنا طلبك وانقطع الاتصال قبل أن يصلنا الرد، فلا نعرف بعد هل سُجّل.",
                  "We sent your request and the connection broke before an answer came, so we do not know "
                  "yet whether it was recorded."));
    out.note(text("لا تعد التقديم الآن: الجهاز يسأل عنه، وإن سُجّل وصلتك رسالة نصية برقمه.",
                  "Do not send it again now: the terminal keeps asking, and if it was recorded you get its "
                  "number by text message."));
    out.note(text("وتجده أيضا في «طلباتي» من أي جهاز.",
                  "You will also find it under “My requests” at any terminal."));
}

/// Accepted here and not sent: this paper is what the citizen has of it until the platform gives a number.
void writeKept(Writer& out, const Folder& folder, const World& world) {
    out.title(folder.service->kind == model::ServiceKind::Report
                  ? text("بلاغ حفظه الجهاز ولم يُرسل بعد", "Report kept here, not yet sent")
                  : text("طلب حفظه الجهاز ولم يُرسل بعد", "Request kept here, not yet sent"));
    out.line(text("مرجع الجهاز", "Terminal reference"), terminalReference(folder), true, true);
    out.line(text("الحالة", "Status"), text("محفوظ في الجهاز", "Accepted at the terminal").in(out.language()),
             false, true);
    writeAnswers(out, folder);
    out.line(text("تاريخ الاستلام", "Accepted"), model::bothCalendars(dateOf(world.now), out.language()));
    out.line(text("الوقت", "Time"), clockText(world.now), true);
    out.note(
        text("لا اتصال الآن. حفظناه هنا بأمان، ونرسله نحن مرة واحدة عند عودة الاتصال.",
             "There is no connection now. It is kept here safely, and we send it once when the connection is "
             "back."));
    if (!numberFollows(folder))
        out.note(
            text("لم تكتب رقم جوال. بعد الإرسال تجده من أي جهاز في «استعلام عن معاملة» بمرجع الجهاز هذا.",
                 "You gave no mobile number. Once it is sent, you find it at any terminal under the inquiry "
                 "about a transaction, by this terminal reference."));
    else
        out.note(text("عند إرساله يصلك رقمه برسالة نصية. وتجده من أي جهاز بمرجع الجهاز هذا.",
                      "When it is sent, its number comes to you by text message. You also find it at any "
                      "terminal by this terminal reference."));
    out.note(text("تُحسب مدة الرد من يوم إرساله.", "The time to answer counts from the day it is sent."));
}

void writeList(Writer& out, const Folder& folder) {
    out.title(text("ما تحتاجه قبل التقديم", "What you need before you apply"));
    const auto& service = *folder.service;
    if (service.promise.days)
        out.line(text("مدة الإنجاز", "Service promise"),
                 *service.promise.days == 0
                     ? text("فورية", "At once").in(out.language())
                     : text("حتى " + model::isolated(std::to_string(*service.promise.days)) + " يوم عمل",
                            "up to " + std::to_string(*service.promise.days) + " days")
                           .in(out.language()));
    out.line(text("الرسوم", "Fee"), feeText(service.fee, out.language()));
    out.list(text("الشروط", "Conditions"), service.conditions, false);
    std::vector<model::LocalizedText> documents;
    for (const auto& document : service.documents)
        documents.push_back(document.name);
    out.list(text("المستندات", "Documents"), documents, false);
    out.list(text("الخطوات", "Steps"), service.steps, true);
}

void writeFindings(Writer& out, const Folder& folder) {
    out.title(text("نتيجة الاستعلام", "Inquiry result"));
    for (const auto& finding : folder.findings) {
        out.line(text("العنوان", "Subject"), finding.title.in(out.language()), false, true);
        for (const auto& fact : finding.facts)
            out.line(fact.label, factText(fact, out.language()), fact.kind == model::FactKind::Reference);
    }
}

/// All that a person reads; the QR code stays as machines read it.
void useDigits(model::Receipt& receipt, model::DigitStyle digits) {
    if (digits == model::DigitStyle::Latin)
        return;
    const auto change = [&](std::string& words) { words = model::inDigits(words, digits); };
    for (auto* words : {&receipt.place, &receipt.title, &receipt.subtitle, &receipt.footer})
        change(*words);
    for (auto& line : receipt.lines) {
        change(line.label);
        line.value =
            line.leftToRight ? model::toArabicIndicDigits(line.value) : model::inDigits(line.value, digits);
    }
    for (auto& list : receipt.lists) {
        change(list.heading);
        for (auto& entry : list.entries) {
            change(entry.mark);
            change(entry.sentence);
        }
    }
    std::for_each(receipt.notes.begin(), receipt.notes.end(), change);
}

} // namespace

std::string factText(const model::Fact& fact, Language language) {
    if (!fact.localized.empty())
        return fact.localized.in(language);
    switch (fact.kind) {
    case model::FactKind::Date:
        if (const auto date = model::parseIsoDate(fact.value))
            return model::bothCalendars(*date, language);
        return fact.value;
    case model::FactKind::Money: {
        std::int64_t halalas = 0;
        for (char c : fact.value) {
            if (c < '0' || c > '9')
                return fact.value;
            halalas = halalas * 10 + (c - '0');
        }
        return model::moneyText({halalas}, language);
    }
    case model::FactKind::State:
        if (const auto state = model::requestStateFromName(fact.value))
            return stateText(*state).in(language);
        return fact.value;
    case model::FactKind::Text:
    case model::FactKind::Reference: return fact.value;
    }
    return fact.value;
}

std::string feeText(const model::Fee& fee, Language language) {
    if (!fee.amount)
        return text("تحددها البلدية", "Set by the municipality").in(language);
    return fee.amount->halalas == 0 ? text("مجانية", "Free").in(language)
                                    : model::moneyText(*fee.amount, language);
}

std::string requestStateText(model::RequestState state, Language language) {
    return stateText(state).in(language);
}

bool numberFollows(const Folder& folder) {
    const auto fields = askedFields(*folder.service, folder.answers);
    return std::any_of(fields.begin(), fields.end(), [&](const auto* field) {
        return field->type == model::FieldType::Mobile && !answerText(folder, *field).empty();
    });
}

std::string terminalReference(const Folder& folder) {
    if (folder.sent == Sent::Kept)
        return folder.keptReference;
    std::string reference;
    for (char c : folder.idempotencyKey.substr(0, 8))
        reference += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return "T-" + reference;
}

std::string phoneText(const model::Receipt& receipt) {
    constexpr std::size_t kMostBytes = 600; // version 18 of ISO/IEC 18004, 89 modules a side
    std::string all;
    const auto add = [&](std::string line) {
        for (const auto* isolate :
             {"\u2066", "\u2067", "\u2068", "\u2069"}) // a telephone shows them as boxes
            for (auto at = line.find(isolate); at != std::string::npos; at = line.find(isolate))
                line.erase(at, 3);
        if (!line.empty() && all.size() + line.size() < kMostBytes)
            all += all.empty() ? line : "\n" + line;
    };
    add(receipt.title);
    add(receipt.subtitle);
    for (const auto& line : receipt.lines)
        add(line.label + ": " + line.value);
    for (const auto& list : receipt.lists) {
        add(list.heading);
        for (const auto& entry : list.entries)
            add("- " + entry.sentence);
    }
    return all;
}

model::Receipt receiptFor(const Folder& folder, const World& world, bool copy) {
    model::Receipt receipt;
    if (copy)
        receipt.mark = text("نسخة", "Copy").in(folder.language);
    receipt.language = folder.language;
    receipt.place =
        world.terminal.amana.in(folder.language) + " - " + world.terminal.municipality.in(folder.language);
    receipt.subtitle = folder.service->name.in(folder.language);
    Writer out(receipt, folder.language);
    if (folder.listOnly)
        writeList(out, folder);
    else if (folder.sent == Sent::Unknown)
        writeUnknown(out, folder);
    else if (folder.sent == Sent::Kept)
        writeKept(out, folder, world);
    else if (folder.submission)
        writeSubmission(out, folder);
    else
        writeFindings(out, folder);
    if (folder.submission && !folder.listOnly)
        receipt.qr = folder.submission->number;
    else if (folder.sent == Sent::Kept)
        receipt.qr = folder.keptReference;
    const auto when = model::isolated(model::toIso(dateOf(world.now)) + " " + clockText(world.now));
    receipt.footer =
        text("الجهاز ", "Terminal ").in(folder.language) + model::isolated(world.terminal.id) + "  " + when;
    useDigits(receipt, digitsIn(folder.language, world.terminal));
    return receipt;
}

} // namespace balady::flow
