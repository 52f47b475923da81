#include "kiosk/view/page_parts.h"

namespace balady::view {
namespace {

constexpr int kQuietZone = 4; ///< modules (ISO/IEC 18004, 6.3.8)

QString typeName(model::FieldType type) {
    switch (type) {
    case model::FieldType::Text: return QStringLiteral("text");
    case model::FieldType::Note: return QStringLiteral("note");
    case model::FieldType::Digits: return QStringLiteral("digits");
    case model::FieldType::Number: return QStringLiteral("number");
    case model::FieldType::Identity: return QStringLiteral("identity");
    case model::FieldType::Establishment: return QStringLiteral("establishment");
    case model::FieldType::Mobile: return QStringLiteral("mobile");
    case model::FieldType::Address: return QStringLiteral("address");
    case model::FieldType::Date: return QStringLiteral("date");
    case model::FieldType::Choice: return QStringLiteral("choice");
    case model::FieldType::YesNo: return QStringLiteral("yesNo");
    case model::FieldType::Reference: return QStringLiteral("reference");
    }
    return {};
}

QVariantMap optionMap(const model::Option& option, const Voice& voice) {
    return {{QStringLiteral("code"), qt(option.code)},
            {QStringLiteral("label"), qt(option.label, voice)},
            {QStringLiteral("note"), qt(option.note, voice)},
            {QStringLiteral("group"), qt(option.group, voice)},
            {QStringLiteral("badge"), QString()},
            {QStringLiteral("icon"), qt(option.icon)}};
}

/// `own` is the code of the option that comes first, under a heading that says why; "" where none does.
QVariantList optionList(const model::Options& options, const std::string& own, const Voice& voice) {
    QVariantList list;
    list.reserve(static_cast<qsizetype>(options.size()));
    for (const auto& option : options)
        if (!own.empty() && option.code == own) {
            auto first = optionMap(option, voice);
            const auto why = qt(model::text("البلدية التي أنت فيها", "Where you are"), voice);
            first[QStringLiteral("note")] = first[QStringLiteral("group")];
            first[QStringLiteral("group")] = why;
            first[QStringLiteral("badge")] = why;
            list.prepend(first);
        } else {
            list.append(optionMap(option, voice));
        }
    return list;
}

} // namespace

QString squarePath(const model::CodeSquare& code) {
    QString path;
    const auto dark = [&](int row, int column) {
        return column < code.size &&
               code.dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(code.size) +
                         static_cast<std::size_t>(column)] != 0;
    };
    for (int row = 0; row < code.size; ++row)
        for (int column = 0; column < code.size; ++column) {
            int run = 0; // of dark modules, drawn at a time
            while (dark(row, column + run))
                ++run;
            if (run > 0)
                path += QStringLiteral("M%1 %2h%3v1h-%3z")
                            .arg(column + kQuietZone)
                            .arg(row + kQuietZone)
                            .arg(run);
            column += run;
        }
    return path;
}

int squareUnits(const model::CodeSquare& code) {
    return code.size + 2 * kQuietZone;
}

bool readsLeftToRight(model::FieldType type) {
    switch (type) {
    case model::FieldType::Text:
    case model::FieldType::Note:
    case model::FieldType::Choice:
    case model::FieldType::YesNo:
    case model::FieldType::Date: return false;
    default: return true;
    }
}

QVariantMap row(const QString& label, const QString& value, bool leftToRight, bool strong) {
    return {{QStringLiteral("label"), label},
            {QStringLiteral("value"), value},
            {QStringLiteral("ltr"), leftToRight},
            {QStringLiteral("strong"), strong}};
}

QString problemFor(const std::vector<model::FieldProblem>& problems, const std::string& field) {
    for (const auto& problem : problems)
        if (problem.field == field)
            return qt(problem.code);
    return {};
}

QVariantMap fieldMap(const model::Field& field, const model::Options& options, const std::string& value,
                     const QString& problem, bool loading, const std::string& ownMunicipality,
                     const Voice& voice) {
    const auto& own = field.list == model::kMunicipalities ? ownMunicipality : std::string();
    return {{QStringLiteral("id"), qt(field.id)},
            {QStringLiteral("type"), typeName(field.type)},
            {QStringLiteral("label"), qt(field.label, voice)},
            {QStringLiteral("help"), qt(field.help, voice)},
            {QStringLiteral("required"), field.required},
            {QStringLiteral("options"), optionList(options, own, voice)},
            {QStringLiteral("source"), qt(field.optionsFrom)},
            {QStringLiteral("minimum"), QVariant::fromValue<qlonglong>(field.min.value_or(0))},
            {QStringLiteral("maximum"), QVariant::fromValue<qlonglong>(field.max.value_or(0))},
            {QStringLiteral("value"), qt(value)},
            {QStringLiteral("problem"), problem},
            {QStringLiteral("loading"), loading}};
}

PageModel formPage(const QString& title, const QVariantList& fields, const QString& sentence,
                   const QString& loadProblem) {
    return {QStringLiteral("Form"),
            {{QStringLiteral("pageTitle"), title},
             {QStringLiteral("fields"), fields},
             {QStringLiteral("sentence"), sentence},
             {QStringLiteral("loadProblem"), loadProblem}}};
}

PageModel waiting(const char* what, int index, int count) {
    return {QStringLiteral("Waiting"),
            {{QStringLiteral("what"), QString::fromLatin1(what)},
             {QStringLiteral("index"), index},
             {QStringLiteral("count"), count}}};
}

PageModel stuck(const std::string& problem, const model::LocalizedText& sentence, const Voice& voice,
                const QStringList& actions, const QString& gateName) {
    return {QStringLiteral("Stuck"),
            {{QStringLiteral("problem"), qt(problem)},
             {QStringLiteral("sentence"), qt(sentence, voice)},
             {QStringLiteral("actions"), actions},
             {QStringLiteral("gateName"), gateName}}};
}

} // namespace balady::view
