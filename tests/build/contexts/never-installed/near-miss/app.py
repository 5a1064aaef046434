try:
    import idna
except ImportError:
    idna = None

print(idna)
