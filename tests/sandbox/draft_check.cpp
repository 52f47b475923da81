#include "tests/sandbox/draft_check.h"

#include "tests/sandbox/answered.h"
#include "tests/sandbox/problem.h"

namespace balady::sandbox {
namespace {

using model::text;

[[noreturn]] void refuseAnswer(const std::string& field, const std::string& code) {
    refuse(ProblemType::Validation, code, text("راجع هذه الإجابة من فضلك.", "Please check this answer."),
           field);
}

bool isDocumentAsked(const model::RequiredDocument& document, const model::Answers& answers) {
    return !document.askIf || answerOf(answers, {document.askIf->field}) == document.askIf->equals;
}

const model::RequiredDocument* findDocument(const model::Service& service, const model::Answers& answers,
                                            const std::string& id) {
    for (const auto& document : service.documents)
        if (document.id == id && isDocumentAsked(document, answers))
            return &document;
    return nullptr;
}

} // namespace

void checkAnswers(const model::Service& service, const model::Answers& answers) {
    std::set<std::string> asked;
    for (const auto& page : service.form)
        if (const auto problems = model::checkPage(page, answers); !problems.empty())
            refuseAnswer(problems.front().field, problems.front().code);
    forAskedFields(service, answers, [&](const model::Field& field) {
        asked.insert(field.id);
        const auto answer = answerOf(answers, {field.id});
        if (model::checkAnswer(field, answer).value != answer)
            refuseAnswer(field.id, "not_normalised");
    });
    for (const auto& [field, value] : answers)
        if (!asked.contains(field))
            refuseAnswer(field, "not_asked");
}

void checkAttachments(Database& database, const model::Service& service, const model::Answers& answers,
                      const std::set<std::string>& attachmentIds, const std::string& terminal,
                      const std::optional<std::string>& identity) {
    const auto retake = text("أعد تصوير هذا المستند من فضلك.", "Please take this document's picture again.");
    std::set<std::string> shown;
    for (const auto& id : attachmentIds) {
        Query row(database,
                  "SELECT document, complete, submission, terminal, identity FROM attachments WHERE id = ?",
                  id);
        const bool ours = row.next() && row.text(3) == terminal &&
                          row.optionalText(4).value_or("") == identity.value_or("");
        if (!ours)
            refuse(ProblemType::FileRefused, "unknown attachment", retake);
        const auto document = row.text(0);
        if (row.integer(1) == 0 || !row.isNull(2))
            refuse(ProblemType::FileRefused, "unfinished or used before", retake, document);
        if (findDocument(service, answers, document) == nullptr)
            refuse(
                ProblemType::FileRefused, "a document that is not asked for",
                text("هذا المستند غير مطلوب في هذه الخدمة.", "This service does not ask for this document."),
                document);
        shown.insert(document);
    }
    for (const auto& document : service.documents)
        if (document.required && isDocumentAsked(document, answers) && !shown.contains(document.id))
            refuse(
                ProblemType::FileRefused, "missing",
                text("ينقص طلبك هذا المستند: " + document.name.byLanguage[0],
                     "Your request still needs this document: " + document.name.in(model::Language::English)),
                document.id);
}

} // namespace balady::sandbox
