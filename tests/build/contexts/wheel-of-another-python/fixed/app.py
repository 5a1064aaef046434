import counter

print(counter.__name__, "is here")
