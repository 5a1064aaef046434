# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PACKAGES = """
accelerate|0.0.1 free, 0.5.0 needs, 0.32.0 ?, 0.34.0 needs|1.15.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
albucore|0.0.1 needs|0.3.1|3.9:needs2=opencv-python-headless 3.10:needs 3.11:needs 3.12:needs
albumentations|0.0.0 ?, 0.5.0 needs, 1.2.0 ?, 1.3.0 needs|2.0.8|3.9:needs2=opencv-python-headless 3.10:needs2=opencv-python-headless 3.11:needs2=opencv-python-headless 3.12:needs2=opencv-python-headless
altair|1.0.0 free, 2.0.0 needs, 5.4.0 free|6.3.0|3.9:free 3.10:free 3.11:free 3.12:free
autograd|1.0.1 ?, 1.4 needs|1.9.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
biopython|1.10 ?, 1.70 needs|1.88|3.9:needs 3.10:needs 3.11:needs 3.12:needs
bitsandbytes|0.31.8 free, 0.43.0 needs|0.50.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
blis|0.0.1 ?, 0.1.0 needs, 0.2.0 ?, 0.3.1 needs, 1.0.0 needs2, 1.1.0 needs|1.3.4|3.9:needs 3.10:needs 3.11:needs 3.12:needs
bokeh|0.3 ?, 2.4.0 needs|3.10.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
captum|0.0.1 free, 0.1.0 needs, 0.8.0 ?, 0.9.0 needs|0.9.0|3.10:needs 3.11:needs 3.12:needs
catboost|0.1.1 needs|1.2.10|3.9:needs 3.10:needs 3.11:needs 3.12:needs
chromadb|0.1.0 ?, 0.4.0 needs|1.5.9|3.9:needs 3.10:needs 3.11:needs 3.12:needs
clean-fid|0.0.1 free, 0.1.1 ?|0.1.35|3.9:needs 3.10:needs 3.11:needs 3.12:needs
contourpy|0.0.1 needs, 1.1.0 ?, 1.3.0 needs, 1.4.0 needs2|1.4.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs2
ctranslate2|1.20.1 needs|4.8.5|3.9:needs 3.10:needs 3.11:needs 3.12:needs
cupy-cuda12x|11.5.0 ?, 13.2.0 needs, 14.0.0 needs2|14.2.0|3.9:needs 3.10:needs2 3.11:needs2 3.12:needs2
datasets|0.0.9 free, 1.0.0 needs, 1.6.0 ?, 1.7.0 needs|5.2.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
decord|0.0.1 needs|0.6.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
diffusers|0.0.1 needs, 0.19.0 ?, 0.22.0 needs|0.42.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
dm-tree|0.1.0 ?|0.1.10|3.9:free 3.10:needs 3.11:needs 3.12:needs
docarray|0.0.0 ?, 0.30.0 needs|0.41.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
e3nn|0.0.0 free|0.6.0|3.9:free 3.10:free 3.11:free 3.12:free
easydict|1.0 ?, 1.12 free|1.14|3.9:free 3.10:free 3.11:free 3.12:free
easyocr|1.0 ?, 1.1 needs|1.7.2|3.9:needs2=opencv-python-headless 3.10:needs2=opencv-python-headless 3.11:needs2=opencv-python-headless 3.12:needs2=opencv-python-headless
einx|0.0.1 needs|0.4.3|3.9:needs 3.10:needs 3.11:needs 3.12:needs
encodec|0.0.0 ?|0.1.1|
evaluate|0.1.0 needs|0.4.6|3.9:needs 3.10:needs 3.11:needs 3.12:needs
facexlib|0.1.0 ?, 0.3.0 needs|0.3.0|3.9:needs2=opencv-python 3.10:needs2=opencv-python 3.11:needs2=opencv-python 3.12:needs2=opencv-python
faiss-cpu|1.5.3 needs, 1.6.0 ?, 1.7.0 free, 1.8.0 ?, 1.9.0 needs|1.15.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
filterpy|0.0.1 ?, 2.0.0 needs|2.0.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
fvcore|0.1.1.post200513 ?|0.1.5.post20221221|
gensim|0.2 ?, 0.9.0 free, 0.10.0 ?, 0.11.1 needs, 0.13.0 ?, 1.0.0 needs, 3.8.0 ?, 4.0.0 needs, 4.3.0 ?, 4.4.0 needs|4.4.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
gguf|0.1.0 needs|0.19.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
gradio|4.37.1 ?, 6.5.0 needs|6.31.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
gym|0.0.2 ?|0.26.2|
gymnasium|0.0.1 free, 0.26.1 needs|1.4.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
h5py|2.4.0 needs|3.16.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
imagecodecs|2021.11.11 needs, 2026.5.10 ?|2026.10.10|3.9:needs 3.10:needs 3.11:needs
imagehash|0.1 ?, 3.7 needs, 4.1.0 ?, 4.3.0 needs|4.3.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
imageio|0.2.1 ?, 1.4 free, 2.0.0 ?, 2.3.0 needs, 2.4.0 ?, 2.5.0 needs, 2.35.0 ?, 2.36.0 needs|2.38.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
imgaug|0.2.0 needs|0.4.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
insightface|0.1.0 ?, 1.0 needs|2.1|3.9:needs2=opencv-python 3.10:needs2=opencv-python 3.11:needs2=opencv-python 3.12:needs2=opencv-python
intel-extension-for-pytorch|1.10.100 free, 1.13.0 needs|2.8.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
jax|0.0 ?, 0.5.0 needs, 0.7.0 ?, 0.8.0 needs2, 0.10.0 ?|0.12.0.1|3.9:needs 3.10:needs 3.11:needs2 3.12:needs2
jax-jumpy|0.0.2 needs|1.0.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
jaxlib|0.4.13 needs, 0.7.0 ?, 0.8.0 needs2, 0.10.0 ?|0.12.0.1|3.9:needs 3.10:needs 3.11:needs2 3.12:needs2
jiwer|1.2 ?, 1.3 needs, 2.2.0 ?, 2.3.0 free|4.0.0|3.9:free 3.10:free 3.11:free 3.12:free
kaggle|1.0.0 ?, 1.7.4 free|2.2.5|3.9:free 3.10:free 3.11:free 3.12:free
keras|0.2.0 ?, 2.1.0 needs, 2.6.0 free, 3.0.0 needs|3.15.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
keras-applications|1.0.0 needs|1.0.8|3.9:needs 3.10:needs 3.11:needs 3.12:needs
keras-preprocessing|1.0.0 needs|1.1.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
kornia|0.1.3.post2 free, 0.3.0 needs, 0.5.0 ?, 0.6.0 free, 0.9.0 needs|0.9.0|3.9:free 3.10:free 3.11:needs 3.12:needs
langchain|0.0.1 ?, 1.0.0 free|1.5.0|3.9:free 3.10:free 3.11:free 3.12:free
langchain-community|0.0.1 ?, 0.4 needs|0.4.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
langchain-mongodb|0.1.0 ?, 0.4.0 needs|0.12.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
librosa|0.2.0 needs, 1.0.0 ?|1.0.0|3.9:needs 3.10:needs 3.11:needs
lightgbm|2.0.2 needs|4.7.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
lightning|1.8.0 ?, 1.9.0 needs, 2.4.0 free|2.6.6|3.9:free 3.10:free 3.11:free 3.12:free
lime|0.1.1.1 ?|0.2.0.1|
lpips|0.1 ?|0.1.4|3.9:needs 3.10:needs 3.11:needs 3.12:needs
matplotlib|0.86 ?, 1.3.1 needs, 3.7.3 ?, 3.8.4 needs|3.11.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
mediapipe|0.10.5 needs|1.2.2|3.9:needs2=opencv-contrib-python 3.10:needs2=opencv-contrib-python 3.11:needs2=opencv-contrib-python 3.12:needs2=opencv-contrib-python
milvus-lite|2.4.1 free, 3.0 needs|3.2.2|3.9:free 3.10:needs 3.11:needs 3.12:needs
mistral-common|1.0.0 free, 1.4.0 ?, 1.5.0 needs|1.13.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
mkl-fft|1.0.0.17 free, 1.2.0 ?, 2.2.0 needs|2.3.2|3.10:needs 3.11:needs 3.12:needs
mkl-random|1.0.0.8 free, 1.2.0 ?, 1.4.0 needs|1.5.0|3.10:needs 3.11:needs 3.12:needs
ml-dtypes|0.0.1 needs, 0.6.0 needs2|0.6.0|3.9:needs 3.10:needs2 3.11:needs2 3.12:needs2
mlflow|0.0.1 needs, 1.27.0 ?, 3.16.0 needs|3.18.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
mmcv|0.2.0 ?|2.2.0|
mmdet|0.6.0 ?, 2.3.0 needs|3.3.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
mmengine|0.1.0 needs|0.10.7|3.9:needs2=opencv-python 3.10:needs2=opencv-python 3.11:needs2=opencv-python 3.12:needs2=opencv-python
moviepy|0.2.1 ?, 2.0.0 needs|2.2.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
msgpack-numpy|0.3.6 ?|0.4.8|3.9:needs 3.10:needs 3.11:needs 3.12:needs
nibabel|1.0.0 ?, 2.4.0 needs, 2.5.0 ?, 3.0.0 needs|5.4.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
numba|0.45.0 needs, 0.54.0 ?, 0.60.0 needs|0.68.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
numexpr|1.1.1 ?, 2.4 needs|2.14.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
onnx|1.0.0 ?, 1.2.1 needs|1.23.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
onnxconverter-common|1.4.0 needs, 1.8.0 ?, 1.9.0 needs|1.16.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
onnxruntime|0.1.2 free, 1.2.0 needs, 1.18.0 ?, 1.19.0 needs|1.31.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
onnxruntime-gpu|1.11.0 needs, 1.18.0 ?, 1.19.0 needs|1.31.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
open3d|0.8.0.0 needs|0.20.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
openai-whisper|20230117 ?|20250625|
opencv-contrib-python|3.4.2.17 needs, 4.12.0.88 needs2|5.0.0.93|3.9:needs2 3.10:needs2 3.11:needs2 3.12:needs2
opencv-contrib-python-headless|3.4.0.14 ?, 4.0.0.21 needs, 4.12.0.88 needs2|5.0.0.93|3.9:needs2 3.10:needs2 3.11:needs2 3.12:needs2
opencv-python|3.4.0.14 needs, 4.12.0.88 needs2|5.0.0.93|3.9:needs2 3.10:needs2 3.11:needs2 3.12:needs2
opencv-python-headless|3.4.3.18 needs, 4.4.0.40 ?, 4.5.1.48 needs, 4.12.0.88 needs2|5.0.0.93|3.9:needs2 3.10:needs2 3.11:needs2 3.12:needs2
opt-einsum|0.2.0 needs, 1.0.1 ?, 2.0.0 needs, 2.1.1 ?, 3.2.0 needs, 3.4.0 free|3.4.0|3.9:free 3.10:free 3.11:free 3.12:free
opt-einsum-fx|0.1.1 ?|0.1.4|3.9:free 3.10:free 3.11:free 3.12:free
optimum|0.0.1 free, 0.1.0 ?, 1.7.0 needs, 1.8.0 ?, 1.11.0 needs, 1.21.0 ?, 1.23.0 needs|2.3.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
optuna|0.0.1 ?, 2.4.0 needs, 2.6.0 ?, 2.7.0 needs, 3.0.0 ?, 3.1.0 needs|5.0.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
outlines|0.0.2 ?, 0.2.0 needs, 1.0.0 free|1.3.3|3.9:free 3.10:free 3.11:free 3.12:free
pandas|0.1 ?, 0.25.0 needs, 2.1.2 ?, 2.2.2 needs, 3.1.0 needs2|3.1.1|3.9:needs 3.10:needs 3.11:needs2 3.12:needs2
patsy|0.1.0 ?, 0.3.0 needs|1.0.3|3.9:needs 3.10:needs 3.11:needs 3.12:needs
peft|0.0.1 needs|0.21.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
pgvector|0.1.0 needs, 0.5.0 free|0.5.1|3.9:needs 3.10:free 3.11:free 3.12:free
polars|0.0.1 needs, 0.8.0 ?, 0.15.0 free|2.1.0|3.9:free 3.10:free 3.11:free 3.12:free
pyarrow|0.2.0 needs, 15.0.0 ?, 16.0.0 needs, 18.0.0 free|26.0.1|3.9:free 3.10:free 3.11:free 3.12:free
pycocotools|2.0.0 ?|2.0.11|3.9:needs 3.10:needs 3.11:needs 3.12:needs
pymatting|1.0.0 needs|1.1.16|3.9:needs 3.10:needs 3.11:needs 3.12:needs
pymilvus|0.1.0 free, 0.2.0 ?, 0.3.0 free, 0.4.0 needs, 1.1.0 free, 2.0.0 ?, 2.1.0 free|3.0.2|3.9:free 3.10:free 3.11:free 3.12:free
pymupdf|1.11.2 free, 2 needs|2|3.9:free 3.10:free 3.11:needs 3.12:needs
pymupdf-layout|1.26.6 needs, 2.0 free|2.0|3.9:free 3.10:free 3.11:free 3.12:free
pyquaternion|0.9.0 ?|0.9.9|3.9:needs 3.10:needs 3.11:needs 3.12:needs
pytorch-lightning|0.0.2 ?, 0.8.1 needs, 0.9.0 ?, 0.10.0 needs, 1.6.0 ?, 1.9.0 needs, 2.4.0 free|2.6.6|3.9:free 3.10:free 3.11:free 3.12:free
pywavelets|0.1.2 ?, 0.3.0 free, 0.5.0 needs, 1.5.0 ?, 1.6.0 needs|1.10.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
pyworld|0.2.3 ?, 0.3.0 needs|0.3.6|3.9:needs 3.10:needs 3.11:needs 3.12:needs
qdrant-client|0.1.0 ?, 0.11.0 needs, 1.16.0 ?|1.20.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
qudida|0.0.2 ?|0.0.4|3.9:needs 3.10:needs 3.11:needs 3.12:needs
rapidocr-onnxruntime|0.0.0 needs|1.4.4|3.9:needs2=opencv-python 3.10:needs2=opencv-python 3.11:needs2=opencv-python 3.12:needs2=opencv-python
ray|0.1.1 needs, 2.9.0 free|2.60.0|3.9:free 3.10:free 3.11:free 3.12:free
rembg|2.0.28 ?|2.0.86|3.9:needs2=opencv-python-headless 3.10:needs2=opencv-python-headless 3.11:needs2 3.12:needs2
resampy|0.1.0 ?, 0.3.0 needs|0.4.3|3.9:needs 3.10:needs 3.11:needs 3.12:needs
rouge-score|0.0.1 ?|0.1.2|
sacrebleu|1.0.0 ?, 1.4.0 free, 2.0.0 needs|2.6.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
scikit-image|0.7.2 ?, 0.10.0 free, 0.12.0 ?, 0.12.3 free, 0.17.1 needs, 0.20.0 ?, 0.21.0 needs|0.26.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
scikit-learn|0.9 ?, 0.15.0 free, 0.20.0 needs, 1.3.1 ?, 1.4.2 needs|1.9.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
scipy|0.15.0 free, 0.19.0 needs, 1.6.0 ?, 1.13.0 needs|1.18.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
seaborn|0.1 ?, 0.9.0 needs|0.13.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
sentence-transformers|2.2.0 ?, 2.3.0 needs, 3.1.0 ?, 3.2.0 free, 5.2.0 ?, 5.3.0 needs|6.2.0|3.9:free 3.10:needs 3.11:needs 3.12:needs
shap|0.1 ?, 0.20.1 needs, 0.50.0 needs2|0.54.1|3.9:needs 3.10:needs 3.11:needs2 3.12:needs2
shapely|1.0 ?, 1.6.0 free, 2.0.0 needs|2.2.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
soundfile|0.8.0 free, 0.13.0 needs|0.14.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
soxr|0.0.2 ?, 0.1.0 needs|1.1.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
spacy|0.31 ?, 0.101.0 needs, 1.0.1 ?, 2.1.0 needs, 2.2.0 ?, 2.3.0 needs|3.8.18|3.9:needs 3.10:needs 3.11:needs 3.12:needs
spandrel|0.0.0 needs|0.4.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
statsmodels|0.4.0 ?, 0.6.0 free, 0.10.0 needs|0.15.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
streamlit|0.68.0 needs, 0.84.0 ?, 0.85.0 needs, 1.20.0 ?, 1.56.0 needs|1.67.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
supervision|0.1.0 needs, 0.12.0 ?, 0.17.0 needs, 0.23.0 ?, 0.26.0 needs|0.31.2|3.9:needs2=opencv-python 3.10:needs 3.11:needs 3.12:needs
tables|2.3 ?, 3.3.0 needs, 3.10.0 ?, 3.11.0 needs|3.11.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
tensorboard|1.6.0 needs|2.21.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
tensorboardx|0.6.9 needs|2.6.5|3.9:needs 3.10:needs 3.11:needs 3.12:needs
tensorflow|0.12.0 needs, 1.6.0 ?, 2.7.0 needs, 2.8.0 ?, 2.10.0 free, 2.16.1 ?, 2.21.0 needs|2.21.0|3.10:needs 3.11:needs 3.12:needs
tf2onnx|0.3.1 needs|1.17.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
thinc|1.0 ?, 6.12.0 needs, 8.2.0 ?, 9.0.0 needs, 9.1.0 needs2|9.1.1|3.9:needs2 3.10:needs2 3.11:needs2 3.12:needs2
tifffile|2024.7.2 needs, 2026.5.2 ?|2026.11.8|3.9:needs 3.10:needs 3.11:needs
torch|1.0.0 free, 1.1.0 needs, 1.4.0 free, 1.5.0 needs, 1.9.0 free|2.15.0|3.9:free 3.10:free 3.11:free 3.12:free
torch-fidelity|0.1.0 needs|0.4.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torch-geometric|0.1.1 ?, 2.4.0 needs|2.8.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torchao|0.0.1 ?, 0.1 needs, 0.3.0 free|0.18.0|3.9:free 3.10:free 3.11:free 3.12:free
torchdata|0.3.0 free|0.11.0|3.9:free 3.10:free 3.11:free 3.12:free
torchio|0.1.0 ?, 0.8.0 needs|1.2.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torchmetrics|0.2.0 free, 0.3.0 ?, 0.4.0 needs, 1.5.0 ?, 1.6.0 needs|1.9.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torchsde|0.2.5 ?|0.2.6|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torchtext|0.1.1 free, 0.2.0 ?, 0.3.1 needs|0.18.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
torchvision|0.1.6 ?, 0.2.0 needs|0.29.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
transformers|2.10.0 needs, 4.42.0 ?, 4.43.0 needs|5.23.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
trimesh|1.9.7 ?, 3.7.0 needs|5.2.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
triton|0.4.1 needs, 1.0.0 free|3.9.0|3.9:free 3.10:free 3.11:free 3.12:free
tritonclient|2.3.0 needs, 2.47.0 ?, 2.57.0 needs|2.73.0|3.9:needs 3.10:needs 3.11:needs 3.12:needs
trl|0.0.1 needs, 0.9.2 ?, 0.10.1 needs, 0.12.0 free, 1.16.0 needs|1.16.0|3.9:free 3.10:free 3.11:needs 3.12:needs
ultralytics|0.0.13 free, 8.0.0 needs, 8.1.0 ?, 8.4.0 needs|8.4.190|3.9:needs2=opencv-python 3.10:needs2=opencv-python 3.11:needs2=opencv-python 3.12:needs2=opencv-python
ultralytics-thop|0.0.1 free, 0.2.3 needs|2.2.3|3.9:needs 3.10:needs 3.11:needs 3.12:needs
umap-learn|0.1.0 ?|0.5.12|3.9:needs 3.10:needs 3.11:needs 3.12:needs
wandb|0.1.0 free, 0.3.0 ?, 0.4.0 free|0.31.0|3.9:free 3.10:free 3.11:free 3.12:free
webdataset|0.0.0 needs|1.0.2|3.9:needs 3.10:needs 3.11:needs 3.12:needs
wordcloud|1.0.0 ?, 1.5.0 needs|1.9.6|3.9:needs 3.10:needs 3.11:needs 3.12:needs
xformers|0.0.1 ?|0.0.35|3.9:needs 3.10:needs 3.11:needs 3.12:needs
xgboost|0.7.post3 ?, 0.72.1 needs|3.4.1|3.9:needs 3.10:needs 3.11:needs 3.12:needs
zarr|0.2.2 ?, 1.0.0 needs, 2.1.0 ?, 2.5.0 needs, 3.1.0 ?, 3.2.0 needs2|3.4.2|3.9:needs 3.10:needs 3.11:needs2 3.12:needs2
"""
