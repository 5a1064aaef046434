import idna

print(idna.__name__, "is here")
