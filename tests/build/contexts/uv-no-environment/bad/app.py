import six

print(six.__name__, "is here")
