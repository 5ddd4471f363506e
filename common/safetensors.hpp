/// \file
/// Arrays with names in one file, as models are handed around today: read with distrust and written all or not at all.
///
/// The format: https://huggingface.co/docs/safetensors/index
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace common
{

/// An array with a name.
struct NamedTensor {
    std::string name;                ///< such as `blocks.0.W_Q`
    std::vector<std::size_t> shape;  ///< any number of axes
    std::vector<float> numbers;      ///< row after row
};

/// What a file holds.
struct Safetensors {
    std::vector<NamedTensor> tensors;          ///< in the order of the file
    std::map<std::string, std::string> notes;  ///< what else the writer wrote down, by name: `__metadata__`
    std::string file = {};                     ///< where it was read from, for messages

    /// The tensor of this name. \throws FileTrouble  where there is none, or one of another shape
    const NamedTensor& tensor(const std::string& name, const std::vector<std::size_t>& shape) const;

    /// The note of this name. \throws FileTrouble  where there is none
    const std::string& note(const std::string& name) const;
};

/// Read a file, whatever wrote it.
///
/// \param path  a file whose tensors are all of type F32
/// \return      its tensors and notes
/// \throws FileTrouble  where there is no such file, or it is cut off, or holds something else
Safetensors read_safetensors(const std::filesystem::path& path);

/// Write a file: all of it, or nothing.
///
/// \param path  the file; another in its place stays as it is until this one is whole
/// \param what  each tensor has as many numbers as its shape says
/// \throws FileTrouble  where the file cannot be written, or the disk is full
void write_safetensors(const std::filesystem::path& path, const Safetensors& what);

}  // namespace common
