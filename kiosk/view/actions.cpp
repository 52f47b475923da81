#include "kiosk/view/actions.h"

#include <QHash>
#include <QVariantMap>
#include <functional>

namespace balady::view {
namespace {

using Make = std::function<std::optional<flow::Event>(const QVariant&)>;

template <class E>
Make plain() {
    return [](const QVariant&) { return std::optional<flow::Event>(E{}); };
}

template <class E>
Make withIndex() {
    return [](const QVariant& value) -> std::optional<flow::Event> {
        bool isNumber = false;
        const int index = value.toInt(&isNumber);
        if (!isNumber || index < 0)
            return std::nullopt;
        return E{static_cast<std::size_t>(index)};
    };
}

const QHash<QString, Make>& table() {
    static const QHash<QString, Make> actions{
        {QStringLiteral("touched"), plain<flow::Touched>()},
        {QStringLiteral("openLanguages"), plain<flow::OpenLanguages>()},
        {QStringLiteral("next"), plain<flow::Next>()},
        {QStringLiteral("back"), plain<flow::Back>()},
        {QStringLiteral("leave"), plain<flow::Leave>()},
        {QStringLiteral("leaveConfirmed"), plain<flow::LeaveConfirmed>()},
        {QStringLiteral("stay"), plain<flow::Stay>()},
        {QStringLiteral("anotherService"), plain<flow::AnotherService>()},
        {QStringLiteral("tryAgain"), plain<flow::TryAgain>()},
        {QStringLiteral("skip"), plain<flow::Skip>()},
        {QStringLiteral("useCard"), plain<flow::UseCard>()},
        {QStringLiteral("typeDetails"), plain<flow::TypeDetails>()},
        {QStringLiteral("typeNumber"), plain<flow::TypeNumber>()},
        {QStringLiteral("sendSms"), plain<flow::SendSms>()},
        {QStringLiteral("takePicture"), plain<flow::TakePicture>()},
        {QStringLiteral("usePhone"), plain<flow::UsePhone>()},
        {QStringLiteral("retake"), plain<flow::Retake>()},
        {QStringLiteral("anotherPage"), plain<flow::AnotherPage>()},
        {QStringLiteral("printLicence"), plain<flow::PrintLicence>()},
        {QStringLiteral("printSlip"), plain<flow::PrintSlip>()},
        {QStringLiteral("checkLicence"), plain<flow::CheckLicence>()},
        {QStringLiteral("startGate"), plain<flow::StartGate>()},
        {QStringLiteral("complain"), plain<flow::Complain>()},
        {QStringLiteral("newRoll"), plain<flow::NewRoll>()},
        {QStringLiteral("printTest"), plain<flow::PrintTest>()},
        {QStringLiteral("editPage"), withIndex<flow::EditPage>()},
        {QStringLiteral("findingChosen"), withIndex<flow::FindingChosen>()},
        {QStringLiteral("stars"),
         [](const QVariant& value) { return std::optional<flow::Event>(flow::Stars{value.toInt()}); }},
        {QStringLiteral("languageChosen"),
         [](const QVariant& value) -> std::optional<flow::Event> {
             if (const auto language = model::languageFromCode(value.toString().toStdString()))
                 return flow::LanguageChosen{*language};
             return std::nullopt;
         }},
        {QStringLiteral("serviceChosen"),
         [](const QVariant& value) {
             return std::optional<flow::Event>(flow::ServiceChosen{value.toString().toStdString()});
         }},
        {QStringLiteral("codeTyped"),
         [](const QVariant& value) {
             return std::optional<flow::Event>(flow::CodeTyped{SecretText(value.toString().toStdString())});
         }},
        {QStringLiteral("typed"),
         [](const QVariant& value) -> std::optional<flow::Event> {
             const auto map = value.toMap();
             if (!map.contains(QStringLiteral("field")) || !map.contains(QStringLiteral("text")))
                 return std::nullopt;
             return flow::Typed{map[QStringLiteral("field")].toString().toStdString(),
                                map[QStringLiteral("text")].toString().toStdString()};
         }},
    };
    return actions;
}

} // namespace

std::optional<flow::Event> eventFor(const QString& action, const QVariant& value) {
    const auto it = table().constFind(action);
    return it == table().constEnd() ? std::nullopt : (*it)(value);
}

} // namespace balady::view
