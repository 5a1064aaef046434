# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

NAMES = ('accelerate', 'basicsr', 'botorch', 'deepspeed', 'demucs', 'detoxify', 'easyocr', 'effdet', 'encodec', 'facexlib', 'fastai', 'flagembedding', 'flair', 'gfpgan', 'kornia', 'lightning', 'lpips', 'monai', 'nemo-toolkit', 'onnx2torch', 'open-clip-torch', 'openai-whisper', 'optimum', 'peft', 'pyannote-audio', 'pytorch-lightning', 'pytorch-metric-learning', 'realesrgan', 'segmentation-models-pytorch', 'sentence-transformers', 'speechbrain', 'stable-baselines3', 'stanza', 'tensordict', 'thop', 'timm', 'torchdata', 'torchdiffeq', 'torchmetrics', 'torchsde', 'torchvision', 'ultralytics', 'xformers')
