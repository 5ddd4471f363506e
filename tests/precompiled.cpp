// Nothing: a place for the headers that tests share to be precompiled.
