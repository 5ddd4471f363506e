// Only here so that what most answers include is compiled somewhere, once.
