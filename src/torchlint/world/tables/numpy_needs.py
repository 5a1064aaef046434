# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PACKAGES = """
accelerate|0.0.1 free, 0.5.0 needs, 0.32.0 ?, 0.34.0 needs|1.15.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
albucore|0.0.1 needs|0.3.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
albumentations|0.0.0 ?, 0.5.0 needs, 1.2.0 ?, 1.3.0 needs|2.0.8|3.9:needs 3.10:needs 3.11:needs 3.12:needs
altair|1.0.0 free, 2.0.0 needs, 5.4.0 free|6.3.0|3.9:free 3.10:free 3.11:free 3.12:free
bitsandbytes|0.31.8 free, 0.43.0 needs|0.50.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
contourpy|0.0.1 needs, 1.1.0 ?, 1.3.0 needs|1.4.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
datasets|0.0.9 free, 1.0.0 needs, 1.6.0 ?, 1.7.0 needs|5.2.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
diffusers|0.0.1 needs, 0.19.0 ?, 0.22.0 needs|0.42.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
e3nn|0.0.0 free|0.6.0|3.9:free 3.10:free 3.11:free 3.12:free
einx|0.0.1 needs|0.4.3|3.9:needs 3.10:needs 3.11:needs 3.12:needs
evaluate|0.1.0 needs|0.4.6|3.9:needs 3.10:needs 3.11:needs 3.12:needs
gradio|4.37.1 ?, 6.5.0 needs|6.31.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
h5py|2.4.0 needs|3.16.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
imagecodecs|2021.11.11 needs, 2026.5.10 ?|2026.10.10|3.9:needs 3.10:needs 3.11:needs
imageio|0.2.1 ?, 1.4 free, 2.0.0 ?, 2.3.0 needs, 2.4.0 ?, 2.5.0 needs, 2.35.0 ?, 2.36.0 needs|2.38.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
imgaug|0.2.0 needs|0.4.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
kornia|0.1.3.post2 free, 0.3.0 needs, 0.5.0 ?, 0.6.0 free, 0.9.0 needs|0.9.0|3.9:free 3.10:free 3.11:needs 3.12:needs
librosa|0.2.0 needs, 1.0.0 ?|1.0.0|3.9:needs 3.10:needs 3.11:needs
lightgbm|2.0.2 needs|4.7.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
lightning|1.8.0 ?, 1.9.0 needs, 2.4.0 free|2.6.6|3.9:free 3.10:free 3.11:free 3.12:free
lpips|0.1 ?|0.1.4|3.9:needs 3.10:needs 3.11:needs 3.12:needs
matplotlib|0.86 ?, 1.4.0 needs, 3.7.0 ?, 3.9.0 needs|3.11.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
nibabel|1.0.0 ?, 2.4.0 needs, 2.5.0 ?, 3.0.0 needs|5.4.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
numba|0.45.0 needs, 0.54.0 ?, 0.60.0 needs|0.68.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
onnx|1.0.0 ?, 1.2.1 needs|1.23.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
onnxruntime|0.1.2 free, 1.2.0 needs, 1.18.0 ?, 1.19.0 needs|1.31.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
onnxruntime-gpu|1.11.0 needs, 1.18.0 ?, 1.19.0 needs|1.31.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
opencv-contrib-python|3.4.2.17 needs|5.0.0.93|3.9:needs 3.10:needs 3.11:needs 3.12:needs
opencv-contrib-python-headless|3.4.0.14 ?, 4.0.0.21 needs|5.0.0.93|3.9:needs 3.10:needs 3.11:needs 3.12:needs
opencv-python|3.4.0.14 needs|5.0.0.93|3.9:needs 3.10:needs 3.11:needs 3.12:needs
opencv-python-headless|3.4.3.18 needs, 4.4.0.40 ?, 4.5.1.48 needs|5.0.0.93|3.9:needs 3.10:needs 3.11:needs 3.12:needs
opt-einsum|0.2.0 needs, 1.0.1 ?, 2.0.0 needs, 2.1.1 ?, 3.2.0 needs, 3.4.0 free|3.4.0|3.9:free 3.10:free 3.11:free 3.12:free
opt-einsum-fx|0.1.1 ?|0.1.4|3.9:free 3.10:free 3.11:free 3.12:free
pandas|0.1 ?, 0.25.0 needs, 2.1.0 ?, 2.3.0 needs|3.1.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
patsy|0.1.0 ?, 0.3.0 needs|1.0.3|3.9:needs 3.10:needs 3.11:needs 3.12:needs
peft|0.0.1 needs|0.21.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
pyarrow|0.2.0 needs, 15.0.0 ?, 16.0.0 needs, 18.0.0 free|26.0.1|3.9:free 3.10:free 3.11:free 3.12:free
pycocotools|2.0.0 ?|2.0.11|3.9:needs 3.10:needs 3.11:needs 3.12:needs
pytorch-lightning|0.0.2 ?, 0.8.1 needs, 0.9.0 ?, 0.10.0 needs, 1.6.0 ?, 1.9.0 needs, 2.4.0 free|2.6.6|3.9:free 3.10:free 3.11:free 3.12:free
pywavelets|0.1.2 ?, 0.3.0 free, 0.5.0 needs, 1.5.0 ?, 1.6.0 needs|1.10.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
qudida|0.0.2 ?|0.0.4|3.9:needs 3.10:needs 3.11:needs 3.12:needs
resampy|0.1.0 ?, 0.3.0 needs|0.4.3|3.9:needs 3.10:needs 3.11:needs 3.12:needs
scikit-image|0.7.2 ?, 0.10.0 free, 0.12.0 ?, 0.13.0 free, 0.17.1 needs, 0.20.0 ?, 0.21.0 needs|0.26.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
scikit-learn|0.11 ?, 0.15.0 free, 0.20.0 needs, 1.3.0 ?, 1.5.0 needs|1.9.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
scipy|0.15.0 free, 0.19.0 needs, 1.6.0 ?, 1.13.0 needs|1.18.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
seaborn|0.1 ?, 0.9.0 needs|0.13.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
sentence-transformers|2.2.0 ?, 2.3.0 needs, 3.1.0 ?, 3.2.0 free, 5.2.0 ?, 5.3.0 needs|6.2.0|3.9:free 3.10:needs 3.11:needs 3.12:needs
shapely|1.0 ?, 1.6.0 free, 2.0.0 needs|2.2.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
soundfile|0.8.0 free, 0.13.0 needs|0.14.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
soxr|0.0.2 ?, 0.1.0 needs|1.1.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
statsmodels|0.4.0 ?, 0.6.0 free, 0.10.0 needs|0.15.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
tensorboard|1.6.0 needs|2.21.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
tensorboardx|0.6.9 needs|2.6.5|3.9:needs 3.10:needs 3.11:needs 3.12:needs
tifffile|2024.7.2 needs, 2026.5.2 ?|2026.11.8|3.9:needs 3.10:needs 3.11:needs
torch|1.0.0 free, 1.1.0 needs, 1.4.0 free, 1.5.0 needs, 1.9.0 free|2.15.0|3.9:free 3.10:free 3.11:free 3.12:free
torchdata|0.3.0 free|0.11.0|3.9:free 3.10:free 3.11:free 3.12:free
torchmetrics|0.2.0 free, 0.3.0 ?, 0.4.0 needs, 1.5.0 ?, 1.6.0 needs|1.9.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torchtext|0.1.1 free, 0.2.0 ?, 0.3.1 needs|0.18.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torchvision|0.1.6 ?, 0.2.0 needs|0.29.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
transformers|2.10.0 needs, 4.42.0 ?, 4.43.0 needs|5.23.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
trimesh|1.9.7 ?, 3.7.0 needs|5.2.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
triton|0.4.1 needs, 1.0.0 free|3.9.0|3.9:free 3.10:free 3.11:free 3.12:free
xgboost|0.7.post3 ?, 0.72.1 needs|3.4.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
"""
