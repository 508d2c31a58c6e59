// The least that a program is, to subtract from the others.
print("ready")
