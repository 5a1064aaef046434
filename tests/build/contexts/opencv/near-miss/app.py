import cv2

print(cv2.__name__, "is here")
