import torchtext

print(torchtext.__version__)
