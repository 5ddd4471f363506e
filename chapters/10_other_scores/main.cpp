// Chapter 10: other ways to score how well a key fits a query, and why the dot product is enough.   softmax(any scores) V

#include "10_other_scores/show.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"

int main(int argc, char** argv)
{
    int curves = 400;
    const common::Pictures pictures(argc, argv, {{"--trials", "how many curves are guessed for each m", 1, &curves}});

    attention::show::words();
    attention::show::regression(curves);
    attention::show::identity();
    attention::show::car();
    attention::show::matched();
    attention::show::cosine_cap();

    pictures.save("map.svg", common::map_svg({common::Step::scores}, "chapter 10: other scores than the dot product"));
    pictures.save("regression.svg", attention::show::picture());
}
