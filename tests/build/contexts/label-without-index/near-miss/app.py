import numpy

print(numpy.__name__, "is here")
