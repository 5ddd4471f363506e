/// \file
/// What an answer gets where data must be seen once only: a stream.
#pragma once

#include <functional>
#include <optional>
#include <utility>

namespace attention
{

/// Things that come one after another, for a range-based `for`. Each comes once: a second loop finds nothing any more.
template <typename Item>
class Stream
{
public:
    /// \param source  gives the next thing, or nothing at the end
    explicit Stream(std::function<std::optional<Item>()> source) : source_(std::move(source)) {}

    struct End {
    };

    class Iterator
    {
    public:
        explicit Iterator(Stream& stream) : stream_(&stream) { ++*this; }

        const Item& operator*() const { return *stream_->now_; }
        Iterator& operator++() { return stream_->now_ = stream_->source_(), *this; }
        bool operator!=(End) const { return stream_->now_.has_value(); }

    private:
        Stream* stream_;
    };

    Iterator begin() { return Iterator(*this); }
    End end() const { return {}; }

private:
    std::function<std::optional<Item>()> source_;
    std::optional<Item> now_;
};

}  // namespace attention
