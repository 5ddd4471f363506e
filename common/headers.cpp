// Only here so that what most chapters include is compiled somewhere, once.
