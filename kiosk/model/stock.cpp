#include "kiosk/model/stock.h"

#include <algorithm>

namespace balady::model {

bool isSheetNumber(std::string_view text, const Stock& stock) {
    return stock.digits > 0 && text.size() == stock.prefix.size() + static_cast<std::size_t>(stock.digits) &&
           text.starts_with(stock.prefix) &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(stock.prefix.size()), text.end(),
                       [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace balady::model
