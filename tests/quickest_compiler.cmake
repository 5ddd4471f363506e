# A learner waits for the compiler at every save, so the checks are built with the quickest that is there: Clang answers in
# half the time that GCC takes, and mold links in a third. To be included before project(); CXX, where it is set, has its way.

# Whether a compiler makes a program that AddressSanitizer watches, and takes this xtensor: on some machines Clang comes
# without what the first needs, and Clang 14 does not know what to make of xtensor 0.27.
function(can_make_checks compiler result)
  set(probe ${CMAKE_BINARY_DIR}/probe)
  file(WRITE ${probe}.cpp "#include \"common/tensor.hpp\"\nint main() { return common::Vector{0}.size() == 1 ? 0 : 1; }\n")
  cmake_path(CONVERT "$ENV{CMAKE_PREFIX_PATH}" TO_CMAKE_PATH_LIST include)
  list(PREPEND include ${CMAKE_PREFIX_PATH})
  list(TRANSFORM include APPEND /include)
  list(TRANSFORM include PREPEND -isystem)
  execute_process(COMMAND ${compiler} -std=c++20 -fsanitize=address -I${CMAKE_CURRENT_SOURCE_DIR} ${include} ${ARGN}
      ${probe}.cpp -o ${probe}
    RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
  if(failed)
    set(${result} NO PARENT_SCOPE)
  else()
    set(${result} YES PARENT_SCOPE)
  endif()
endfunction()

if(NOT DEFINED CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX})
  find_program(clang clang++)
  find_program(mold mold)
  set(with_clang NO)
  set(with_mold NO)
  if(clang AND mold)
    can_make_checks(${clang} with_clang -fuse-ld=mold)
    set(with_mold ${with_clang})
  endif()
  if(clang AND NOT with_clang)
    can_make_checks(${clang} with_clang)
  elseif(mold AND NOT with_mold)
    can_make_checks(c++ with_mold -fuse-ld=mold)
  endif()

  if(with_clang)
    set(CMAKE_CXX_COMPILER ${clang})
  endif()
  if(with_mold)
    foreach(kind EXE SHARED)
      set(CMAKE_${kind}_LINKER_FLAGS_INIT -fuse-ld=mold)
    endforeach()
  endif()
endif()
