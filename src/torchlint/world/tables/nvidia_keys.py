# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

TAGS = ('1.6.0-cuda10.1-cudnn7-devel', '1.7.0-cuda11.0-cudnn8-devel', '1.7.1-cuda11.0-cudnn8-devel', '1.8.0-cuda11.1-cudnn8-devel', '1.8.1-cuda10.2-cudnn7-devel', '1.8.1-cuda11.1-cudnn8-devel', '1.9.0-cuda10.2-cudnn7-devel', '1.9.0-cuda11.1-cudnn8-devel', '1.9.1-cuda11.1-cudnn8-devel', '1.10.0-cuda11.3-cudnn8-devel', '1.11.0-cuda11.3-cudnn8-devel')
