// Chapter 24: what each shortcut saves, and what it loses.

int main() { return 0; }
