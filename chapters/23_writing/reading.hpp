/// \file
/// Chapter 23: a model reads a text token by token, with the keys and values of chapter 22 kept, or all over again.
#pragma once

#include "23_writing/model/forward.hpp"
#include "23_writing/model/mlp.hpp"
#include "23_writing/model/norm.hpp"
#include "23_writing/model/products.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/writer.hpp"

#include "16_positions/rotary.hpp"
#include "17_induction/model.hpp"
#include "17_induction/sequences.hpp"
#include "22_kv_cache/cache.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace attention
{

/// Where the window begins in which a model reads the newest of so many tokens. When the window is full, its older half is let
/// go, so a token has at least half a window before it, as it had when the model was tested.
///
/// \param tokens  read so far
/// \param length  of a window, even, above 0
/// \return        the first token of the window; from it to the newest there are at most `length`
inline std::size_t window_begin(std::size_t tokens, std::size_t length)
{
    const std::size_t half = length / 2;
    return tokens <= length ? 0 : (tokens - length + half - 1) / half * half;
}

/// A row of a matrix that has one.
template <typename Real>
Vector only_row(const Numbers<Real>& M)
{
    return xt::cast<double>(xt::view(M, 0, xt::all()));
}

/// Some coordinates of a row, turned to their token's position.
inline Vector turned(const Vector& row, std::size_t first, std::size_t count, std::size_t position)
{
    Matrix part = xt::zeros<double>({std::size_t{1}, count});
    for (std::size_t c = 0; c < count; ++c) part(0, c) = row(first + c);
    return row_of(rotated(part, position), 0);
}

/// Reads with a cache: only the new token goes through the model, and asks the keys and values that are kept.
///
/// Apart from attention, the steps are those of `forward`, on a single row.
template <typename Real>
class CachedReading
{
public:
    /// \param model  a model with all its pieces; it must outlive this
    explicit CachedReading(const Writer<Real>& model) : model_(model)
    {
        common::require(model.shape.without == Piece::nothing, "CachedReading: a model with all its pieces is needed");
        forget();
    }

    /// Read one more token. \return  a score for each token that could come next, shape (vocabulary)
    Vector after(int token)
    {
        text_.push_back(token);
        const std::size_t begin = window_begin(text_.size(), model_.shape.length);
        if (begin == begin_) return read(token);
        begin_ = begin;  // the window is full: positions begin anew, so what is kept is of no use
        forget();
        Vector logits;
        for (std::size_t i = begin; i < text_.size(); ++i) logits = read(text_[i]);
        return logits;
    }

private:
    void forget()
    {
        const std::size_t d = model_.shape.d_head();
        kept_.assign(model_.shape.layers, std::vector<KeyValueCache>(model_.shape.heads, KeyValueCache(d, d)));
    }

    Vector read(int token)
    {
        const WriterShape& shape = model_.shape;
        common::require(token >= 0 && static_cast<std::size_t>(token) < shape.vocabulary,
                        "CachedReading: token {}, but the model knows 0 to {}", token, shape.vocabulary - 1);
        const Real factor = std::sqrt(static_cast<Real>(shape.d_model));
        Numbers<Real> x = xt::zeros<Real>({std::size_t{1}, shape.d_model});
        for (std::size_t c = 0; c < shape.d_model; ++c)
            x(0, c) = factor * model_.embedding(static_cast<std::size_t>(token), c);
        for (std::size_t l = 0; l < shape.layers; ++l) block(model_.blocks[l], kept_[l], x);
        norm(x, model_.final_gain, normed_);
        product_with_transposed_into(normed_.rows, model_.embedding, logits_);
        return only_row(logits_);
    }

    void block(const WriterBlock<Real>& W, std::vector<KeyValueCache>& kept, Numbers<Real>& x)
    {
        norm(x, W.attention_gain, normed_);
        x += heads(W, normed_.rows, kept);
        norm(x, W.mlp_gain, normed_);
        mlp(normed_.rows, W.W_in, W.W_out, mlp_);
        x += mlp_.output;
    }

    /// Each head keeps the new token's key and value, and asks all that it has kept.
    Numbers<Real> heads(const WriterBlock<Real>& W, const Numbers<Real>& n, std::vector<KeyValueCache>& kept)
    {
        const std::size_t d = model_.shape.d_head();
        const Vector q = times(n, W.W_Q);  // the heads side by side, (d_model)
        const Vector k = times(n, W.W_K);
        const Vector v = times(n, W.W_V);
        Numbers<Real> found = xt::zeros<Real>({std::size_t{1}, model_.shape.d_model});
        for (std::size_t h = 0; h < kept.size(); ++h) {
            const std::size_t position = kept[h].tokens();
            const Vector value = xt::view(v, xt::range(h * d, (h + 1) * d));
            kept[h].append(turned(k, h * d, d, position), value);
            const Vector output = attend_to_cache(turned(q, h * d, d, position), kept[h]);
            for (std::size_t c = 0; c < d; ++c) found(0, h * d + c) = static_cast<Real>(output(c));
        }
        product_into(found, W.W_O, product_);
        return product_;
    }

    Vector times(const Numbers<Real>& n, const Numbers<Real>& W)
    {
        product_into(n, W, product_);
        return only_row(product_);
    }

    const Writer<Real>& model_;
    std::vector<int> text_;                         // all that was read
    std::size_t begin_ = 0;                         // of the window in it
    std::vector<std::vector<KeyValueCache>> kept_;  // of each block and head
    Normed<Real> normed_;                           // the rest is memory
    MlpTrace<Real> mlp_;
    Numbers<Real> product_;
    Numbers<Real> logits_;
};

/// Reads without a cache: for each new token, all of the window goes through the model again.
template <typename Real>
class PlainReading
{
public:
    /// \param model  it must outlive this
    explicit PlainReading(const Writer<Real>& model) : model_(model) {}

    /// Read one more token. \return  a score for each token that could come next, shape (vocabulary)
    Vector after(int token)
    {
        text_.push_back(token);
        const auto begin = static_cast<std::ptrdiff_t>(window_begin(text_.size(), model_.shape.length));
        const std::vector<int> window(text_.begin() + begin, text_.end());
        forward(model_, {window.size(), window, std::vector<int>(window.size(), nothing_asked)}, trace_);
        return xt::cast<double>(xt::view(trace_.logits, window.size() - 1, xt::all()));
    }

private:
    const Writer<Real>& model_;
    std::vector<int> text_;
    WriterTrace<Real> trace_;
};

}  // namespace attention
