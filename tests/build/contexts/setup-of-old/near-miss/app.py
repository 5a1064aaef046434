import lap

print(lap.__name__, "is here")
