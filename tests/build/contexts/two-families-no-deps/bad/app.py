import torch
import torchvision

print(torchvision.ops.nms)
