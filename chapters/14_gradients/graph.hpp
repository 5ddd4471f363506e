/// \file
/// The picture of attention as a computation graph, there and back; nothing to learn here.
#pragma once

#include "common/svg.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace attention::show
{

/// A box of the graph: what it holds, what shape that has, how it and its gradient are computed, and where it is drawn.
struct Node {
    std::string_view name;
    std::string_view shape;
    std::string_view formula;
    std::string_view gradient;
    std::string_view kind;
    double x = 0;
    double y = 0;
};

constexpr double node_width = 100;
constexpr double node_height = 44;

/// From the box with one number to the box with the other.
struct Edge {
    std::size_t from;
    std::size_t to;
};

/// Who is computed from whom, left to right; 0 is X, then Q, K, V, S, A, O and the loss, then W_Q, W_K and W_V.
constexpr std::array<Edge, 12> edges = {
    {{0, 1}, {0, 2}, {0, 3}, {8, 1}, {9, 2}, {10, 3}, {1, 4}, {2, 4}, {4, 5}, {5, 6}, {3, 6}, {6, 7}}};

/// The eleven boxes. On the way back, each holds the gradient of what it held on the way forward.
constexpr std::array<Node, 11> nodes = {{{"X", "(n, d_model)", "words", "sum of three", "ink", 16, 158},
                                         {"Q", "(n, d_k)", "X W_Q", "dS K / sqrt(d_k)", "query", 164, 18},
                                         {"K", "(n, d_k)", "X W_K", "dS^T Q / sqrt(d_k)", "key", 164, 88},
                                         {"V", "(n, d_v)", "X W_V", "A^T dO", "value", 164, 228},
                                         {"S", "(n, n)", "Q K^T / sqrt(d_k)", "A (dA − mean)", "ink", 302, 53},
                                         {"A", "(n, n)", "softmax(S)", "dO V^T", "accent", 428, 53},
                                         {"O", "(n, d_v)", "A V", "from the loss", "ink", 556, 128},
                                         {"loss", "one number", "", "", "ink", 678, 128},
                                         {"W_Q", "(d_model, d_k)", "learned", "X^T dQ", "ink", 16, 18},
                                         {"W_K", "(d_model, d_k)", "learned", "X^T dK", "ink", 16, 88},
                                         {"W_V", "(d_model, d_v)", "learned", "X^T dV", "ink", 16, 228}}};

inline void draw_node(common::Svg& svg, const Node& node, double top, bool back)
{
    svg.box(node.x, top + node.y, node_width, node_height, node.kind);
    const double middle = node.x + node_width / 2;
    const std::string name = (back && node.name != "loss" ? "d" : "") + std::string(node.name);
    svg.text(middle, top + node.y - 5, back ? node.gradient : node.formula, "muted", common::Anchor::middle, 12);
    svg.text(middle, top + node.y + 19, name, std::string(node.kind) + " strong", common::Anchor::middle, 15);
    svg.text(middle, top + node.y + 36, node.shape, "muted", common::Anchor::middle, 12);
}

inline void draw_edge(common::Svg& svg, const Node& left, const Node& right, double top, bool back)
{
    const double x1 = left.x + node_width + 3;
    const double x2 = right.x - 3;
    const double y1 = top + left.y + node_height / 2;
    const double y2 = top + right.y + node_height / 2;
    if (back) {
        svg.arrow(x2, y2, x1, y1, "series-2");
    } else {
        svg.arrow(x1, y1, x2, y2, "muted");
    }
}

/// The whole picture: forward above, backward below.
inline std::string graph_svg()
{
    common::Svg svg(
        794, 652, "Attention as a computation graph, there and back",
        "Above, arrows to the right: X and the projections W_Q, W_K and W_V give Q, K and V; Q and K give the scores "
        "S; these give the weights A; A and V give the output O, and O the loss. Below, the same boxes with every "
        "arrow turned round: from the loss to dO, from there to dV and dA, from dA to dS, from dS to dQ and dK, and "
        "from dQ, dK and dV to dW_Q, dW_K, dW_V and dX. Each gradient has the shape of its box above.");
    for (const bool back : {false, true}) {
        const double top = back ? 360 : 38;
        svg.text(16, top - 14, back ? "Back: every arrow turned round" : "Forward", "ink strong", common::Anchor::start,
                 14);
        for (const Edge& edge : edges) draw_edge(svg, nodes[edge.from], nodes[edge.to], top, back);
        for (const Node& node : nodes) draw_node(svg, node, top, back);
    }
    return svg.document();
}

}  // namespace attention::show
