#include "core/local_numbers.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/fill.h"
#include "core/translate.h"

namespace dorsum {

namespace {

/// The program never leaves the number format of "C", so the full stop is what was written.
std::string with_local_point(std::string number) {
    if (const std::size_t point = number.find('.'); point != std::string::npos) {
        // TRANSLATORS: what stands between whole numbers and tenths: 4.6 in English, 4,6 in French.
        number.replace(point, 1, tr_in("decimal sign", "."));
    }
    return number;
}

const char* month_name(const unsigned month) {
    switch (month) {
        case 1:
            return tr("January");
        case 2:
            return tr("February");
        case 3:
            return tr("March");
        case 4:
            return tr("April");
        case 5:
            return tr_in("month", "May");
        case 6:
            return tr("June");
        case 7:
            return tr("July");
        case 8:
            return tr("August");
        case 9:
            return tr("September");
        case 10:
            return tr("October");
        case 11:
            return tr("November");
        default:
            return tr("December");
    }
}

}  // namespace

std::string local_number(const double number, const int decimals) {
    std::array<char, 400> text{};  // the largest number has 309 digits
    std::snprintf(text.data(), text.size(), "%.*f", std::clamp(decimals, 0, 9), number);
    return with_local_point(text.data());
}

std::string local_number(const double number) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", number);
    return with_local_point(text.data());
}

std::string local_date(const std::chrono::year_month_day date) {
    const auto day = static_cast<unsigned>(date.day());
    // TRANSLATORS: the first of a month; {0} is its name, {1} the year. In French "1er {0} {1}".
    const char* pattern = day == 1 ? tr("1 {0} {1}")
                                   // TRANSLATORS: a date: {0} is the month's name, {1} the year, {2} the day.
                                   : tr("{2} {0} {1}");
    return fill(pattern, {month_name(static_cast<unsigned>(date.month())),
                          std::to_string(static_cast<int>(date.year())), std::to_string(day)});
}

}  // namespace dorsum
