// Exercise 10.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/10_other_scores/blind_to/task.hpp"

namespace attention
{

namespace right::set
{
BoolMatrix blind_to()
{
    BoolMatrix stays = xt::zeros<bool>({4, 5});
    stays(0, 0) = stays(0, 3) = true;
    stays(1, 1) = true;
    stays(2, 1) = stays(2, 3) = true;
    stays(3, 2) = stays(3, 3) = stays(3, 4) = true;
    return stays;
}
}  // namespace right::set

namespace right::table
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace right::table

namespace changed_for_stays
{
BoolMatrix blind_to()
{
    return {{false, true, true, false, true},
            {true, false, true, true, true},
            {true, false, true, false, true},
            {true, true, false, false, false}};
}
}  // namespace changed_for_stays

// Like the solution, except where marked.
namespace cosine_moved::both
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, true, true, true, true}};  // <--
}
}  // namespace cosine_moved::both

// Like the solution, except where marked.
namespace cosine_moved::plain
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {true, false, true, true, true}};  // <--
}
}  // namespace cosine_moved::plain

// Like the solution, except where marked.
namespace cosine_sees_length::plain
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, false, true, true}};  // <--
}
}  // namespace cosine_sees_length::plain

// Like the solution, except where marked.
namespace cosine_sees_length::query
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, false}};  // <--
}
}  // namespace cosine_sees_length::query

// Like the solution, except where marked.
namespace cosine_turned
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, false, true}};  // <--
}
}  // namespace cosine_turned

// Like the solution, except where marked.
namespace distance_moved::gaussian
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {true, true, false, true, false},  // <--
            {false, false, true, true, true}};
}
}  // namespace distance_moved::gaussian

// Like the solution, except where marked.
namespace distance_moved::plain
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {true, true, false, false, false},  // <--
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace distance_moved::plain

// Like the solution, except where marked.
namespace distance_stretched::plain
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, true, false, false},  // <--
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace distance_stretched::plain

// Like the solution, except where marked.
namespace distance_stretched::query
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, true, true},  // <--
            {false, false, true, true, true}};
}
}  // namespace distance_stretched::query

// Like the solution, except where marked.
namespace dot_ignores_length::plain
{
BoolMatrix blind_to()
{
    return {{true, false, true, true, false},  // <--
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace dot_ignores_length::plain

// Like the solution, except where marked.
namespace dot_ignores_length::query
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, true},  // <--
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace dot_ignores_length::query

// Like the solution, except where marked.
namespace dot_is_no_distance
{
BoolMatrix blind_to()
{
    return {{true, true, false, true, false},  // <--
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace dot_is_no_distance

// Like the solution, except where marked.
namespace dot_turned
{
BoolMatrix blind_to()
{
    return {{true, false, false, false, false},  // <--
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace dot_turned

// Like the solution, except where marked.
namespace gaussian_turned
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, true, false, false, false},  // <--
            {false, false, true, true, true}};
}
}  // namespace gaussian_turned

// Like the solution, except where marked.
namespace laplace_turned
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            // <-- without: {false, true, false, false, false},
            {false, true, false, true, false},
            {false, true, false, true, false},  // <--
            {false, false, true, true, true}};
}
}  // namespace laplace_turned

// Like the solution, except where marked.
namespace moved_together::gaussian
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, true, false, false, false},
            {false, false, false, true, false},  // <--
            {false, false, true, true, true}};
}
}  // namespace moved_together::gaussian

// Like the solution, except where marked.
namespace moved_together::plain
{
BoolMatrix blind_to()
{
    return {{true, false, false, true, false},
            {false, false, false, false, false},  // <--
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace moved_together::plain

namespace rows_are_changes
{
BoolMatrix blind_to()
{
    return {{true, false, false, false},
            {false, true, true, false},
            {false, false, false, true},
            {true, false, true, true},
            {false, false, false, true}};
}
}  // namespace rows_are_changes

// Like the solution, except where marked.
namespace scores_for_weights
{
BoolMatrix blind_to()
{
    return {{false, false, false, true, false},  // <--
            {false, true, false, false, false},
            {false, true, false, true, false},
            {false, false, true, true, true}};
}
}  // namespace scores_for_weights

}  // namespace attention
