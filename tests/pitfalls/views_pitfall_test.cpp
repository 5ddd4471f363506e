#include "tests/pitfalls/views_pitfall.hpp"

#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

using common::Matrix;
using tests::difference;

TEST_CASE(
    "views that begin at one address get a product of the wrong shape; containers get the right one, or it was mended")
{
    const Matrix X = {{1, 2}, {3, 4}, {5, 6}};
    const Matrix right = {{5, 11, 17}, {11, 25, 39}};
    CHECK(difference(pitfalls::scores_of_containers(X, 2), right) == 0.0);

    const Matrix views = pitfalls::scores_of_views(X, 2);
    CHECK((difference(views, Matrix{{5, 11}, {11, 25}}) == 0.0 || difference(views, right) == 0.0));
}
