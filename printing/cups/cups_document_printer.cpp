#include "printing/cups/cups_document_printer.h"

#include "printing/cups/print_watch.h"

namespace balady::cups {

ports::Task<model::PrinterStatus> CupsDocumentPrinter::status() {
    auto work = [this]() -> Result<model::PrinterStatus> {
        const auto known = queue();
        return known ? PrintWatch(*known).status() : known.error();
    };
    co_return co_await m_thread.run(std::move(work));
}

ports::Task<Done> CupsDocumentPrinter::discardRest() {
    auto work = [this]() -> Result<Done> {
        const auto known = queue();
        return known ? PrintWatch(*known).withdrawAll() : known.error();
    };
    co_return co_await m_thread.run(std::move(work));
}

Result<Queue> CupsDocumentPrinter::queue() const {
    auto known = m_queue;
    if (!known.name.empty())
        return known;
    auto name = PrintWatch::discover(m_queue);
    if (!name)
        return name.error();
    known.name = std::move(*name);
    return known;
}

Result<Bytes> CupsDocumentPrinter::layOut(const model::LicencePaper& paper) {
    if (!m_layout) {
        auto opened = layout::LicenceLayout::open();
        if (!opened)
            return opened.error().within("licence layout");
        m_layout = std::move(*opened);
    }
    return m_layout->layOut(paper);
}

ports::Task<ports::PaperResult> CupsDocumentPrinter::print(model::LicencePaper paper) {
    // Named, because g++ 12 destroys a temporary lambda's captures twice when it stands in a co_await.
    auto work = [this, paper = std::move(paper)]() -> Result<ports::PaperResult> {
        const auto pdf = layOut(paper);
        if (!pdf)
            return pdf.error();
        const auto known = queue();
        return known ? PrintWatch(*known).print(*pdf) : known.error();
    };
    co_return co_await m_thread.run(std::move(work));
}

} // namespace balady::cups
