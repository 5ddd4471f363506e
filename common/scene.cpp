#include "common/scene.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace common
{

namespace
{

/// Puts one thing after the other. The machine's own order of bytes is the one that is wanted: all we build for are little-endian.
class Writer
{
public:
    void count(std::size_t value)
    {
        const auto small = static_cast<std::uint32_t>(value);
        raw(&small, sizeof small);
    }

    void write(const std::string& text)
    {
        count(text.size());
        bytes_ += text;
    }

    void write(const std::vector<double>& numbers)
    {
        count(numbers.size());
        raw(numbers.data(), numbers.size() * sizeof(double));
    }

    void write(const std::vector<std::string>& texts)
    {
        count(texts.size());
        for (const std::string& text : texts) write(text);
    }

    std::string bytes() && { return std::move(bytes_); }

private:
    void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }

    std::string bytes_;
};

/// Takes one thing after the other.
class Reader
{
public:
    explicit Reader(const std::string& bytes) : bytes_(bytes) {}

    std::size_t count()
    {
        std::uint32_t value = 0;
        std::memcpy(&value, next(sizeof value), sizeof value);
        return value;
    }

    std::string text()
    {
        const std::size_t size = count();
        return {next(size), size};
    }

    std::vector<double> numbers()
    {
        const std::size_t size = count();
        const char* from = next(size * sizeof(double));
        std::vector<double> values(size);
        if (size > 0) std::memcpy(values.data(), from, size * sizeof(double));
        return values;
    }

    std::vector<std::string> texts()
    {
        std::vector<std::string> all;
        for (std::size_t left = count(); left > 0; --left) all.push_back(text());
        return all;
    }

private:
    const char* next(std::size_t size)
    {
        if (size > bytes_.size() - at_) throw std::invalid_argument("decoded: the bytes end too soon");
        at_ += size;
        return bytes_.data() + (at_ - size);
    }

    const std::string& bytes_;
    std::size_t at_ = 0;
};

Field read_field(Reader& reader)
{
    switch (reader.count()) {
    case 0: return reader.text();
    case 1: return reader.numbers();
    default: return reader.texts();
    }
}

}  // namespace

const Field* Item::find(const std::string& name) const
{
    for (const auto& [own, value] : fields_)
        if (own == name) return &value;
    return nullptr;
}

std::string encoded(const Scene& scene)
{
    Writer writer;
    writer.count(scene.size());
    for (const Item& item : scene) {
        writer.write(item.kind());
        writer.count(item.fields().size());
        for (const auto& [name, value] : item.fields()) {
            writer.write(name);
            writer.count(value.index());
            std::visit([&](const auto& held) { writer.write(held); }, value);
        }
    }
    return std::move(writer).bytes();
}

Scene decoded(const std::string& bytes)
{
    Reader reader(bytes);
    Scene scene;
    for (std::size_t items = reader.count(); items > 0; --items) {
        Item item(reader.text());
        for (std::size_t fields = reader.count(); fields > 0; --fields) {
            std::string name = reader.text();
            item.with(std::move(name), read_field(reader));
        }
        scene.push_back(std::move(item));
    }
    return scene;
}

}  // namespace common
