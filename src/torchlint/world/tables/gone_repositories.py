# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

GONE: dict[str, tuple[str, str]] = {
    'github.com/stability-ai/stablediffusion': ('2025-12', ''),
    'github.com/gourieff/comfyui-reactor-node': ('2025-01', 'https://github.com/Gourieff/ComfyUI-ReActor'),
    'github.com/chychkan/deepfacelab': ('2025-05', ''),
    'github.com/sebaxakerhtc/sd-webui-facefusion': ('2026-05', ''),
    'huggingface.co/stabilityai/stable-diffusion-2': ('2025-11', ''),
    'huggingface.co/stabilityai/stable-diffusion-2-base': ('2025-11', ''),
    'huggingface.co/stabilityai/stable-diffusion-2-1': ('2025-11', ''),
    'huggingface.co/stabilityai/stable-diffusion-2-1-base': ('2025-11', ''),
    'huggingface.co/stabilityai/stable-diffusion-2-inpainting': ('2025-11', ''),
}
