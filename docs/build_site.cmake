# Builds the site, start to end. Called by the target `docs`, which says where everything is.

set(source ${OUT}/source)  # what Doxygen reads
set(site ${OUT}/site)      # what it writes

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${source} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# What belongs to a page that is gone must not stay.
file(REMOVE_RECURSE ${source} ${site})
file(MAKE_DIRECTORY ${source} ${site})

# --- Pages and pictures ----------------------------------------------------------------------------------------------

run(${WRITE_PAGES} ${PROJECT} ${source})

# --- What Doxygen puts around a page: a head, and marks for what finish_pages makes of the rest ----------------------

# Our own first: the others may build on it.
file(GLOB styles RELATIVE ${PROJECT}/docs/theme ${PROJECT}/docs/theme/*.css)
file(GLOB scripts RELATIVE ${PROJECT}/docs/theme ${PROJECT}/docs/theme/*.js)
list(REMOVE_ITEM styles site.css)
list(REMOVE_ITEM scripts site.js)
file(GLOB modules ${OUT}/live/*.js)
if(NOT modules)  # pictures stand still
  list(REMOVE_ITEM styles live.css)
  list(REMOVE_ITEM scripts live.js)
endif()
list(PREPEND styles site.css)
list(PREPEND scripts site.js)
set(HEAD "")
foreach(style IN LISTS styles)
  string(APPEND HEAD "<link rel=\"stylesheet\" href=\"${style}\">\n")
endforeach()
foreach(script IN LISTS scripts)
  string(APPEND HEAD "<script src=\"${script}\" defer></script>\n")
endforeach()
configure_file(${PROJECT}/docs/site/header.html ${source}/header.html @ONLY)

# No lists of all names. What a chapter's functions are for comes before the functions, not after them.
run(${DOXYGEN} -l layout.xml)
file(READ ${source}/layout.xml layout)
string(REGEX REPLACE "<navindex>.*</navindex>" "<navindex><tab type=\"mainpage\"/></navindex>" layout "${layout}")
string(REGEX MATCH "<group>.*</group>" group "${layout}")
string(REGEX REPLACE "<detaileddescription[^>]*>" "" new_group "${group}")
string(REGEX REPLACE "<briefdescription[^>]*>"
  "<briefdescription visible=\"no\"/><detaileddescription title=\"The files\"/>" new_group "${new_group}")
string(REPLACE "${group}" "${new_group}" layout "${layout}")
file(WRITE ${source}/layout.xml "${layout}")

# --- The site --------------------------------------------------------------------------------------------------------

# Newer ones bring a copy button, an outline and folds of their own; the theme has them, or a reader can do without.
set(NOT_WANTED "")
execute_process(COMMAND ${DOXYGEN} -g - OUTPUT_VARIABLE known COMMAND_ERROR_IS_FATAL ANY)
foreach(option IN ITEMS HTML_COPY_CLIPBOARD HTML_CODE_FOLDING PAGE_OUTLINE_PANEL)
  if(known MATCHES "\n${option} ")
    string(APPEND NOT_WANTED "${option} = NO\n")
  endif()
endforeach()

set(WARN_AS_ERROR NO)
if(STRICT)
  set(WARN_AS_ERROR FAIL_ON_WARNINGS)
endif()
configure_file(${PROJECT}/docs/Doxyfile.in ${source}/Doxyfile @ONLY)
run(${DOXYGEN} Doxyfile)

# Pages that no reader is led to: those of folders, and one for search engines. Nor is there a place for what Doxygen's own
# frame is made of.
file(GLOB not_for_readers ${site}/dir_*.html ${site}/doxygen_crawl.html
  ${site}/*.js ${site}/*.css ${site}/*.png ${site}/*.svg)
file(REMOVE ${not_for_readers})
run(${FINISH_PAGES} ${PROJECT} ${site})
file(COPY ${source}/pictures DESTINATION ${site})
file(COPY ${PROJECT}/docs/theme/ DESTINATION ${site})
file(COPY ${modules} DESTINATION ${site}/live)

# Formulas are set here, once. Without what sets them, readers see their TeX.
if(KATEX AND NODE)
  run(${NODE} ${PROJECT}/docs/site/set_formulas.mjs ${KATEX} ${site} ${PROJECT}/docs/site/formulas.css)
endif()

# What the search field and the progress page look into: formulas are set by now.
run(${WRITE_INDEXES} ${PROJECT} ${site} ${source}/places.tag)

message(STATUS "The site: ${site}/index.html")
