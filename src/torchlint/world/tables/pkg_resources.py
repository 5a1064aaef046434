# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

IMPORTING: dict[str, tuple[str, ...]] = {
    'openai-whisper': ('20230124', '20230306', '20230308', '20230314', '20230918', '20231105', '20231106', '20231117', '20240927', '20240930'),
    'lap': ('0.4.0',),
}
