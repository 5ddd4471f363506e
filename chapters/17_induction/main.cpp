#include "17_induction/backward.hpp"
#include "17_induction/repeated.hpp"
#include "common/print.hpp"
#include <chrono>
using namespace attention;
int main(int argc, char**){
 for (unsigned seed=1; seed<= (argc>1? 8u:1u); ++seed){
 common::Random random(seed); ModelShape shape;
 auto model=random_parameters<float>(shape,random); BatchGradient<float> bg(shape, 1);
 common::Adam<float> adam({.rate=3e-3,.beta_2=.98,.warm_up=50});
 auto a=std::chrono::steady_clock::now();
 for(int step=0;step<=1000;++step){ auto b=repeated_sequences({},32,random); auto r=bg.of(model,b); adam.step(parts_of(model),parts_of(bg.gradient()));
  if(step%100==0) fmt::print("{} {:.3f} {:.3f}  ", step, r.loss,r.accuracy);}
 fmt::print("{:.2f} s\n", std::chrono::duration<double>(std::chrono::steady_clock::now()-a).count());
 }
 {common::Random random(7); ModelShape shape{.vocabulary=55,.length=28,.d_model=64,.heads=4,.d_head=16,.layers=2};
 auto model=random_parameters<float>(shape,random); BatchGradient<float> bg(shape, 0);
 common::Adam<float> adam({.rate=2e-3,.beta_2=.98,.warm_up=50});
 auto a=std::chrono::steady_clock::now(); double ls=0;
 for(int step=0;step<200;++step){ auto b=repeated_sequences({.vocabulary=55,.length=28,.shortest_block=9,.longest_block=14},64,random); auto r=bg.of(model,b); adam.step(parts_of(model),parts_of(bg.gradient())); ls=r.loss;}
 fmt::print("18: {} {:.2f} s per 1500\n", ls,7.5*std::chrono::duration<double>(std::chrono::steady_clock::now()-a).count());
 }
}
