#include "common/safetensors.hpp"

#include "common/npy_array.hpp"
#include "common/open_to_read.hpp"
#include "common/whole_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

namespace common
{

namespace
{

using Json = nlohmann::ordered_json;

constexpr std::size_t length_bytes = 8;              // before the header: how long it is
constexpr std::size_t longest_header = 100'000'000;  // the format allows no more
constexpr std::size_t number_bytes = 4;              // of each number
constexpr const char* notes_name = "__metadata__";

/// A tensor as the header describes it.
struct Entry {
    std::string name;
    std::vector<std::size_t> shape;
    std::size_t begin = 0;  // of its bytes, counted from the end of the header
    std::size_t end = 0;
};

/// A number, least byte first.
template <typename Number>
void put(std::string& bytes, Number number)
{
    for (std::size_t i = 0; i < sizeof number; ++i) bytes += static_cast<char>(number >> 8 * i & 0xFF);
}

/// The number that these bytes are, the least first.
template <typename Number>
Number number_at(std::string_view bytes, std::size_t place)
{
    Number number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
        number |= static_cast<Number>(static_cast<unsigned char>(bytes[place + i])) << 8 * i;
    return number;
}

/// What somebody else wrote, short and without control characters.
std::string shown(const std::string& text)
{
    std::string result = text.substr(0, 60);
    for (char& c : result) c = static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? '?' : c;
    return result;
}

/// Reads a file that is in memory, with distrust.
class FileReader
{
public:
    /// \param bytes  all of the file
    /// \param file   its name, for messages
    FileReader(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {}

    Safetensors read()
    {
        const Json header = parsed(header_text());
        Safetensors result{{}, {}, file_};
        std::vector<Entry> entries;
        for (const auto& [name, value] : header.items()) {
            if (name == notes_name)
                result.notes = notes_in(value);
            else
                entries.push_back(entry_in(name, value));
        }
        std::ranges::stable_sort(entries, {}, [](const Entry& entry) { return std::pair(entry.begin, entry.end); });
        require_gapless(entries);
        for (const Entry& entry : entries) result.tensors.push_back({entry.name, entry.shape, numbers_of(entry)});
        return result;
    }

private:
    template <typename... Numbers>
    [[noreturn]] void fail(fmt::format_string<Numbers...> why, Numbers&&... numbers) const
    {
        throw FileTrouble(file_ + ": " + fmt::format(why, std::forward<Numbers>(numbers)...));
    }

    /// The JSON before the numbers; what is left in `bytes_` are the numbers.
    std::string_view header_text()
    {
        if (bytes_.empty()) fail("it is empty");
        if (bytes_.size() < length_bytes) fail("it is cut off: it ends within its first 8 bytes");
        const auto length = number_at<std::uint64_t>(bytes_, 0);
        if (bytes_.size() > length_bytes && bytes_[length_bytes] != '{') fail("this is not a safetensors file");
        if (length > longest_header) fail("it claims a header of {} bytes; {} is the most", length, longest_header);
        if (length > bytes_.size() - length_bytes)
            fail("it is cut off: its header takes {} bytes, and {} are there", length, bytes_.size() - length_bytes);
        const std::string_view text = bytes_.substr(length_bytes, length);
        bytes_.remove_prefix(length_bytes + length);
        return text;
    }

    Json parsed(std::string_view text) const
    {
        std::set<std::string> names;
        std::string twice;
        const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
            if (depth > 3) fail("its header has brackets in brackets in brackets, which no such file has");
            if (event == Json::parse_event_t::key && depth == 1 && !names.insert(value.get<std::string>()).second)
                twice = value.get<std::string>();
            return true;
        };
        const Json header = Json::parse(text, watch, false);
        if (header.is_discarded() || !header.is_object()) fail("its header is not the JSON that such a file has");
        if (!twice.empty()) fail("it has two tensors of the name '{}'", shown(twice));
        return header;
    }

    std::map<std::string, std::string> notes_in(const Json& value) const
    {
        std::map<std::string, std::string> notes;
        if (!value.is_object()) fail("its {} is not a list of names with texts", notes_name);
        for (const auto& [name, text] : value.items()) {
            if (!text.is_string()) fail("'{}' in its {} is not a text", shown(name), notes_name);
            notes.emplace(name, text.get<std::string>());
        }
        return notes;
    }

    Entry entry_in(const std::string& name, const Json& value) const
    {
        const bool complete = value.is_object() && value.contains("dtype") && value["dtype"].is_string() &&
                              value.contains("shape") && value.contains("data_offsets");
        if (!complete) fail("'{}' has no dtype, no shape or no data_offsets", shown(name));
        const auto type = value["dtype"].get<std::string>();
        if (type != "F32")
            fail("'{}' holds numbers of type {}; F32 is wanted (in PyTorch: tensor.float())", shown(name), shown(type));
        const std::vector<std::size_t> offsets = counts_in(name, value["data_offsets"]);
        Entry entry{name, counts_in(name, value["shape"]), 0, 0};
        if (offsets.size() != 2 || offsets[0] > offsets[1])
            fail("'{}' does not say where it begins and ends", shown(name));
        entry.begin = offsets[0];
        entry.end = offsets[1];
        if (entry.end - entry.begin != bytes_for(entry))
            fail("'{}' has shape {}, and {} bytes for it", shown(name), shape_text(entry.shape),
                 entry.end - entry.begin);
        return entry;
    }

    std::vector<std::size_t> counts_in(const std::string& name, const Json& value) const
    {
        std::vector<std::size_t> counts;
        if (!value.is_array() || value.size() > 64)
            fail("'{}' has a strange shape or strange data_offsets", shown(name));
        for (const Json& count : value) {
            if (!count.is_number_unsigned()) fail("'{}' has a size that is not a whole number", shown(name));
            counts.push_back(count.get<std::size_t>());
        }
        return counts;
    }

    /// How many bytes the numbers of a shape take. A shape that no computer could hold gets a size that no file has.
    static std::size_t bytes_for(const Entry& entry)
    {
        constexpr std::size_t too_many = std::numeric_limits<std::size_t>::max();
        std::size_t result = number_bytes;
        for (const std::size_t size : entry.shape) {
            if (size != 0 && result > (std::size_t{1} << 60) / size) return too_many;
            result *= size;
        }
        return result;
    }

    /// Every byte belongs to one tensor, and to one only.
    void require_gapless(const std::vector<Entry>& entries) const
    {
        std::size_t here = 0;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const Entry& entry = entries[i];
            if (entry.begin < here)
                fail("'{}' begins at byte {}, before '{}' has ended", shown(entry.name), entry.begin,
                     shown(entries[i - 1].name));
            if (entry.begin > here) fail("its bytes {} to {} belong to no tensor", here, entry.begin);
            here = entry.end;
        }
        if (here > bytes_.size())
            fail("it is cut off: its tensors take {} bytes, and {} are there", here, bytes_.size());
        if (here < bytes_.size()) fail("{} bytes follow the last tensor", bytes_.size() - here);
    }

    std::vector<float> numbers_of(const Entry& entry) const
    {
        std::vector<float> numbers;
        numbers.reserve((entry.end - entry.begin) / number_bytes);
        for (std::size_t at = entry.begin; at < entry.end; at += number_bytes)
            numbers.push_back(std::bit_cast<float>(number_at<std::uint32_t>(bytes_, at)));
        return numbers;
    }

    std::string_view bytes_;
    std::string file_;
};

/// The header that describes these tensors, with blanks at its end, so that the numbers begin at a multiple of 8.
std::string header_of(const Safetensors& what)
{
    Json header = Json::object();
    if (!what.notes.empty()) header[notes_name] = what.notes;
    std::size_t here = 0;
    for (const auto& [name, shape, numbers] : what.tensors) {
        const std::size_t end = here + number_bytes * numbers.size();
        header[name] = {{"dtype", "F32"}, {"shape", shape}, {"data_offsets", {here, end}}};
        here = end;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

}  // namespace

const NamedTensor& Safetensors::tensor(const std::string& name, const std::vector<std::size_t>& shape) const
{
    const auto found = std::ranges::find(tensors, name, &NamedTensor::name);
    if (found == tensors.end()) throw FileTrouble(fmt::format("{}: it has no tensor '{}'", file, name));
    if (found->shape != shape) {
        throw FileTrouble(fmt::format("{}: '{}' has shape {}; {} is needed", file, name, shape_text(found->shape),
                                      shape_text(shape)));
    }
    return *found;
}

const std::string& Safetensors::note(const std::string& name) const
{
    const auto found = notes.find(name);
    if (found == notes.end()) throw FileTrouble(fmt::format("{}: its {} does not say '{}'", file, notes_name, name));
    return found->second;
}

Safetensors read_safetensors(const std::filesystem::path& path)
{
    std::ifstream in = open_to_read(path);
    const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in.bad()) throw FileTrouble(path.string() + ": reading failed");
    return FileReader(bytes, path.string()).read();
}

void write_safetensors(const std::filesystem::path& path, const Safetensors& what)
{
    const std::string header = header_of(what);
    std::string length;
    put(length, static_cast<std::uint64_t>(header.size()));
    std::string numbers;
    for (const NamedTensor& tensor : what.tensors)
        for (const float number : tensor.numbers) put(numbers, std::bit_cast<std::uint32_t>(number));
    const std::string wrong = write_whole({{path.string(), {length, header, numbers}}});
    if (!wrong.empty()) throw FileTrouble(wrong);
}

}  // namespace common
