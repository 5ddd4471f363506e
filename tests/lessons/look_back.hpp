/// \file
/// The rule that keeps the chapters in order: they look back, never forward.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tests
{

/// Every include that breaks the rule, as `chapters/02_softmax/softmax.hpp includes 03_weighted_sum/weighted_sum.hpp`.
///
/// A file of chapter N may include its own chapter, chapters below N, and common/. A file of common/ may include nothing
/// of chapters/, tests/, exercises/ or solutions/.
///
/// \param root  a folder with chapters/ and common/ in it
std::vector<std::string> forward_looks(const std::filesystem::path& root);

}  // namespace tests
