/// \file
/// The rows of the glossary: terms that somebody may look for, each with a place of its own on the page.
#pragma once

#include <string>
#include <vector>

namespace site
{

/// One row of the glossary.
struct Term {
    std::string name;                ///< as the row prints it in bold: `softmax`
    std::vector<std::string> forms;  ///< the name and its other forms: `mask`, `masks`, `masked`
    std::string meaning;             ///< in plain words
    std::string chapter;             ///< the folder of the chapter that explains it: `02_softmax`

    std::string place() const;  ///< of its row on the page: `term-dot-product`
};

/// All rows of the glossary, in order.
std::vector<Term> terms_of(const std::string& glossary);

/// The glossary with a place in each row that a link can lead to, for Doxygen.
std::string with_places(const std::string& glossary);

}  // namespace site
