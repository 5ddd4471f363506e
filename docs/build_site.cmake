# Builds the site, start to end. Called by the target `docs`, which says where everything is.

set(source ${OUT}/source)  # what Doxygen reads
set(site ${OUT}/site)      # what it writes

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${source} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# What belongs to a page that is gone must not stay.
file(REMOVE_RECURSE ${source} ${site})
file(MAKE_DIRECTORY ${source} ${site})

# --- Pages, pictures, and the order of the sidebar -------------------------------------------------------------------

run(${WRITE_PAGES} ${PROJECT} ${source})
file(COPY ${source}/pictures DESTINATION ${site})

# --- Doxygen's own frame, with what is ours put into it: so that each version of Doxygen gets the frame it wants -----

run(${DOXYGEN} -w html header.html footer.html unused.css)
file(READ ${source}/header.html header)
string(REGEX REPLACE "<!DOCTYPE[^>]*>" "<!DOCTYPE html>" header "${header}")
string(REGEX REPLACE "<html[^>]*>" "<html lang=\"en\">" header "${header}")
set(scripts "<script src=\"$relpath^site.js\"></script>")
if(THEME)
  set(scripts "<script src=\"$relpath^doxygen-awesome-darkmode-toggle.js\"></script>
<script src=\"$relpath^doxygen-awesome-fragment-copy-button.js\"></script>
<script src=\"$relpath^doxygen-awesome-interactive-toc.js\"></script>
${scripts}")
endif()
string(REPLACE "$mermaidjs" "" header "${header}")  # fetched from the net, for diagrams; we have none
set(formulas_begin "<!-- what sets formulas -->")
set(formulas_end "<!-- end of what sets formulas -->")
string(REPLACE "$mathjax" "${formulas_begin}$mathjax${formulas_end}" header "${header}")
string(REPLACE "</head>" "${scripts}\n</head>" header "${header}")
file(WRITE ${source}/header.html "${header}")

run(${DOXYGEN} -l layout.xml)
file(READ ${source}/layout.xml layout)
file(READ ${source}/navigation.xml navigation)
string(REGEX REPLACE "<navindex>.*</navindex>" "${navigation}" layout "${layout}")
# What a chapter's functions are for comes before the functions, not after them.
string(REGEX MATCH "<group>.*</group>" group "${layout}")
string(REGEX REPLACE "<detaileddescription[^>]*>" "" new_group "${group}")
string(REGEX REPLACE "<briefdescription[^>]*>"
  "<briefdescription visible=\"no\"/><detaileddescription title=\"The files\"/>" new_group "${new_group}")
string(REPLACE "${group}" "${new_group}" layout "${layout}")
file(WRITE ${source}/layout.xml "${layout}")

# --- The theme, and ours on top of it --------------------------------------------------------------------------------

set(styles ${PROJECT}/docs/theme/site.css)
set(extra_files ${PROJECT}/docs/theme/site.js)
if(THEME)
  list(PREPEND styles ${THEME}/doxygen-awesome.css ${THEME}/doxygen-awesome-sidebar-only.css
    ${THEME}/doxygen-awesome-sidebar-only-darkmode-toggle.css)
  foreach(part IN ITEMS darkmode-toggle fragment-copy-button interactive-toc)
    list(APPEND extra_files ${THEME}/doxygen-awesome-${part}.js)
  endforeach()
endif()
string(REPLACE ";" " " STYLES "${styles}")
string(REPLACE ";" " " EXTRA_FILES "${extra_files}")

# --- MathJax: of its 54 MB the two that TeX in HTML needs ------------------------------------------------------------

set(MATHJAX_PATH https://cdn.jsdelivr.net/npm/mathjax@2)
if(MATHJAX)
  set(MATHJAX_PATH mathjax)
  foreach(part IN ITEMS MathJax.js extensions jax/input/TeX jax/element jax/output/HTML-CSS fonts/HTML-CSS/TeX/woff)
    get_filename_component(folder mathjax/${part} DIRECTORY)
    file(COPY ${MATHJAX}/${part} DESTINATION ${site}/${folder} REGEX "/fonts/(Asana|Gyre|Latin|Neo|STIX)" EXCLUDE)
  endforeach()
endif()

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

# Few pages have formulas; the others are opened sooner without what sets them.
file(GLOB pages ${site}/*.html)
foreach(page IN LISTS pages)
  file(READ ${page} text)
  string(FIND "${text}" "${formulas_begin}" begin)
  string(FIND "${text}" "${formulas_end}" end)
  if(begin LESS 0)
    continue()
  endif()
  string(SUBSTRING "${text}" 0 ${begin} before)
  string(SUBSTRING "${text}" ${end} -1 after)
  if(NOT after MATCHES "\\\\[([]")
    file(WRITE ${page} "${before}${after}")
  endif()
endforeach()

# Pages that no reader is led to: those of folders, and one for search engines.
file(GLOB not_for_readers ${site}/dir_*.html ${site}/doxygen_crawl.html)
file(REMOVE ${not_for_readers})
file(READ ${site}/index.html front)
string(REGEX REPLACE "<a href=\"doxygen_crawl[^>]*></a>" "" front "${front}")
file(WRITE ${site}/index.html "${front}")
message(STATUS "The site: ${site}/index.html")
