# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

PROJECTS: dict[str, tuple[str, bool, str, str]] = {
    'openai/whisper': ('openai-whisper', True, '', ''),
    'facebookresearch/segment-anything': ('segment-anything', True, '', ''),
    'huggingface/accelerate': ('accelerate', True, '', 'rich'),
    'huggingface/peft': ('peft', True, '', ''),
    'huggingface/diffusers': ('diffusers', True, '', 'packaging pyyaml'),
    'openai/clip': ('clip', False, 'ftfy packaging regex tqdm torch torchvision', ''),
    'facebookresearch/detectron2': ('detectron2', False, 'pillow matplotlib pycocotools termcolor yacs tabulate cloudpickle tqdm tensorboard fvcore iopath dataclasses omegaconf hydra-core black packaging', 'timm future pydot fairscale scipy mock imagesize shapely'),
    'facebookresearch/fairseq': ('fairseq', False, 'cffi cython hydra-core omegaconf numpy regex sacrebleu torch tqdm bitarray torchaudio scikit-learn packaging', 'dataclasses editdistance fastbpe'),
}
