/// \file
/// Chapter 23: what a model has learned, in a file that others can open, too.
#pragma once

#include "23_writing/model/shape.hpp"
#include "23_writing/model/writer.hpp"
#include "23_writing/text/byte_pairs.hpp"

#include "common/open_to_read.hpp"
#include "common/safetensors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace attention
{

/// A model, and the tokens that it was trained on: neither is of use without the other.
struct SavedWriter {
    Writer<float> model;  ///< what it has learned
    BytePairs pairs;      ///< its vocabulary
};

/// Where `./learn run 23` leaves its weights and `./learn write` looks for them; the chapter's CMakeLists.txt says it.
inline const std::filesystem::path usual_weights = std::filesystem::path(BUILD_FOLDER) / "writing.safetensors";

/// Write a model into a file in the format safetensors. Numbers are tensors; the sizes and the merges are notes.
///
/// \param path   the file; another in its place stays as it is until this one is whole
/// \param saved  a model with all its pieces; it is not changed
/// \throws FileTrouble  where the file cannot be written
inline void save_writer(const std::filesystem::path& path, SavedWriter& saved)
{
    const WriterShape& shape = saved.model.shape;
    common::Safetensors file;
    for (const NamedPart<float>& part : named_parts(saved.model))
        file.tensors.push_back({part.name, part.shape, {part.numbers.begin(), part.numbers.end()}});
    file.notes = {{"length", std::to_string(shape.length)},
                  {"heads", std::to_string(shape.heads)},
                  {"layers", std::to_string(shape.layers)}};
    std::string& merges = file.notes["merges"];
    for (const auto& [left, right] : saved.pairs.merges()) merges += fmt::format("{} {} ", left, right);
    common::write_safetensors(path, file);
}

/// Whole numbers in a note of a file. \throws FileTrouble  where it holds something else
inline std::vector<std::size_t> counts_in(const common::Safetensors& file, const std::string& name)
{
    std::vector<std::size_t> counts;
    std::istringstream words(file.note(name));
    for (std::string word; words >> word;) {
        if (word.size() > 6 || word.find_first_not_of("0123456789") != std::string::npos)
            throw common::FileTrouble(fmt::format("{}: its note '{}' is not made of numbers", file.file, name));
        counts.push_back(std::stoul(word));
    }
    return counts;
}

/// The vocabulary that a file was written with. \throws FileTrouble  where a merge is of tokens that are not there yet
inline BytePairs pairs_in(const common::Safetensors& file)
{
    const std::vector<std::size_t> numbers = counts_in(file, "merges");
    std::vector<TokenPair> merges;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
        if (std::max(numbers[i], numbers[i + 1]) >= bytes + merges.size())
            throw common::FileTrouble(fmt::format("{}: merge {} is of a later token", file.file, merges.size()));
        merges.emplace_back(static_cast<int>(numbers[i]), static_cast<int>(numbers[i + 1]));
    }
    return BytePairs(std::move(merges));
}

/// The sizes of the model in a file. \throws FileTrouble  where they do not fit together
inline WriterShape shape_in(const common::Safetensors& file)
{
    const auto one = [&](const std::string& name) {
        const std::vector<std::size_t> counts = counts_in(file, name);
        if (counts.size() != 1 || counts[0] == 0)
            throw common::FileTrouble(fmt::format("{}: its note '{}' is not one number above 0", file.file, name));
        return counts[0];
    };
    const auto width_of = [&](const std::string& name) {
        const auto found = std::ranges::find(file.tensors, name, &common::NamedTensor::name);
        return found == file.tensors.end() || found->shape.size() != 2 ? 0 : found->shape[1];
    };
    WriterShape shape{.length = one("length"), .heads = one("heads"), .layers = one("layers")};
    shape.d_model = width_of("embedding");
    shape.d_hidden = width_of("blocks.0.W_in");
    if (shape.d_model % (2 * shape.heads) != 0 || shape.d_model == 0 || shape.layers > file.tensors.size())
        throw common::FileTrouble(fmt::format("{}: no model has {} heads, {} blocks and rows of {}", file.file,
                                              shape.heads, shape.layers, shape.d_model));
    return shape;
}

/// Read a model that `save_writer` has written, or another program in the same way.
///
/// \param path  the file
/// \return      the model with its vocabulary
/// \throws FileTrouble  where there is no such file, or it holds something else
inline SavedWriter load_writer(const std::filesystem::path& path)
{
    const common::Safetensors file = common::read_safetensors(path);
    BytePairs pairs = pairs_in(file);
    WriterShape shape = shape_in(file);
    shape.vocabulary = static_cast<std::size_t>(pairs.vocabulary());
    SavedWriter saved{zero_writer<float>(shape), std::move(pairs)};
    for (const NamedPart<float>& part : named_parts(saved.model))
        std::ranges::copy(file.tensor(part.name, part.shape).numbers, part.numbers.begin());
    return saved;
}

}  // namespace attention
