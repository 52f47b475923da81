#include "tests/e2e/citizen/surroundings.h"

#include "tests/e2e/citizen/patience.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <algorithm>
#include <fstream>
#include <memory>

namespace balady::e2e {
namespace {

[[noreturn]] void fail(const QString& what) {
    throw Unexpected(what.toStdString());
}

/// In the margin below, as a printing house does it.
void drawBars(QImage& page, const QString& text) {
    const auto bars = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::Code128)
                          .setMargin(10)
                          .encode(text.toStdWString(), 0, 1);
    constexpr int kModule = 4, kHeight = 70;
    const QPoint corner((page.width() - bars.width() * kModule) / 2, page.height() - kHeight - 10);
    QPainter painter(&page);
    painter.fillRect(QRect(corner, QSize(bars.width() * kModule, kHeight)), Qt::white);
    for (int column = 0; column < bars.width(); ++column)
        if (bars.get(column, 0))
            painter.fillRect(QRect(corner + QPoint(column * kModule, 0), QSize(kModule, kHeight)), Qt::black);
}

} // namespace

Surroundings::Surroundings(const QJsonObject& facts) : m_facts(facts) {
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void Surroundings::device(const QString& name, const QString& word) const {
    // At once as a whole, by a rename: a simulator may look at any moment, and watches for just that.
    const std::filesystem::path control = m_facts["control"].toString().toStdString();
    const auto fresh = control / ("." + name).toStdString();
    std::ofstream(fresh) << word.toStdString();
    std::error_code error;
    std::filesystem::rename(fresh, control / name.toStdString(), error);
    if (error)
        fail("cannot write the control file of " + name);
}

QString Surroundings::deviceWord(const QString& name) const {
    const std::filesystem::path control = m_facts["control"].toString().toStdString();
    std::ifstream file(control / name.toStdString());
    std::string word;
    file >> word;
    return QString::fromStdString(word);
}

QJsonObject Surroundings::exchange(const QByteArray& method, const QString& path, const QByteArray& body) {
    QNetworkRequest request(QUrl(m_facts.value("sandbox")["admin"].toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    if (!await([&] { return reply->isFinished(); }))
        fail("the sandbox's administration does not answer " + path);
    const auto content = reply->readAll();
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        fail(method + ' ' + path + ": " + reply->errorString() + ' ' + content);
    return QJsonDocument::fromJson(content).object();
}

QJsonObject Surroundings::get(const QString& path) {
    return exchange("GET", path, {});
}

QJsonObject Surroundings::post(const QString& path, const QJsonObject& body) {
    return exchange("POST", path,
                    body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
}

void Surroundings::answerApp(const QString& decision, const QString& words) {
    for (const QJsonValue one : get("/admin/challenges")["challenges"].toArray())
        if (one["kind"] == "app" && one["state"] == "pending") {
            if (!words.contains(one["number"].toString()))
                fail("the number of the app is not on the screen");
            post("/admin/challenges/" + one["id"].toString() + '/' + decision);
            return;
        }
    fail("nobody asks the citizen's app for anything");
}

QString Surroundings::codeFromSms() {
    for (const QJsonValue one : get("/admin/challenges")["challenges"].toArray())
        if (one["kind"] == "sms" && one["state"] == "pending")
            return one["code"].toString();
    fail("no code was sent");
}

QString Surroundings::browse(const QNetworkRequest& request, QHttpMultiPart* form) {
    const std::unique_ptr<QNetworkReply> reply(form == nullptr ? m_network.get(request)
                                                               : m_network.post(request, form));
    if (!await([&] { return reply->isFinished(); }))
        fail("the telephone's page does not come");
    const auto page = QString::fromUtf8(reply->readAll());
    if (reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 0)
        fail("the telephone's page does not come: " + reply->errorString());
    return page;
}

QByteArray Surroundings::photographOnPhone() const {
    QFile scene(m_facts["scenes"].toString() + "/held.jpg");
    if (!scene.open(QIODevice::ReadOnly))
        fail("the telephone has no photograph");
    return scene.readAll();
}

QString Surroundings::sendFromPhone(const QImage& screen, const QByteArray& file) {
    const auto picture = QString::fromStdString((state() / "phone-sees.png").string());
    screen.save(picture);
    QProcess reader;
    reader.start(QCoreApplication::applicationDirPath() + "/balady-read-code", {picture});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        fail("the telephone cannot read the code on the screen");
    QNetworkRequest request(QUrl(QString::fromUtf8(reader.readAllStandardOutput().trimmed())));
    auto trust = QSslConfiguration::defaultConfiguration();
    trust.setCaCertificates(QSslCertificate::fromPath(m_facts.value("sandbox")["ca"].toString()));
    request.setSslConfiguration(trust);
    const auto shown = browse(request);
    if (!shown.contains("multipart/form-data") || shown.contains("<script") || !shown.contains("أرسل"))
        fail("the telephone shows no plain form: " + shown);
    auto* form = new QHttpMultiPart(QHttpMultiPart::FormDataType, &m_network);
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentTypeHeader, "application/octet-stream");
    part.setHeader(QNetworkRequest::ContentDispositionHeader, "form-data; name=\"file\"; filename=\"a\"");
    part.setBody(file);
    form->append(part);
    const auto answer = browse(request, form);
    m_mark = QRegularExpression("class=\"mark\">([0-9]{4})<").match(answer).captured(1);
    return answer;
}

QString Surroundings::payBillShownIn(const QString& words) {
    for (const QJsonValue one : requests()) {
        const auto number = one["bill"]["number"].toString();
        if (!number.isEmpty() && !one["bill"]["paid"].toBool() &&
            QString(words).remove(' ').contains(number)) {
            post("/admin/bills/" + number + "/pay");
            return number;
        }
    }
    fail("the number of no unpaid bill is on the screen");
}

std::vector<std::filesystem::path> Surroundings::papers(const QString& kind) const {
    std::vector<std::filesystem::path> found;
    const auto ending = kind == "receipts" ? ".bin" : ".pdf";
    std::error_code none;
    for (const auto& entry :
         std::filesystem::directory_iterator(m_facts[kind].toString().toStdString(), none))
        if (entry.path().extension() == ending && entry.path().filename().string().front() != '.')
            found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

void Surroundings::layUnderCamera(const std::filesystem::path& pdf) const {
    drawLicence(pdf);
    device("camera", "licence");
}

void Surroundings::scanByHand(const std::filesystem::path& pdf) const {
    QProcess reader;
    reader.start(QCoreApplication::applicationDirPath() + "/balady-read-code", {drawLicence(pdf)});
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        fail("the printed licence has no code that can be read");
    device("scanner", reader.readAllStandardOutput().trimmed());
}

QString Surroundings::drawLicence(const std::filesystem::path& pdf) const {
    const auto scene = m_facts["scenes"].toString() + "/licence";
    if (QProcess::execute("pdftoppm", {"-r", "150", "-singlefile", "-jpeg",
                                       QString::fromStdString(pdf.string()), scene}) != 0)
        fail("pdftoppm cannot draw the licence");
    if (!m_sheet.isEmpty()) {
        QImage page(scene + ".jpg");
        drawBars(page, m_sheet);
        page.save(scene + ".jpg");
    }
    return scene + ".jpg";
}

} // namespace balady::e2e
