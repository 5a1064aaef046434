# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

SHAPES = {
    'hf_': ('Hugging Face token', 'letters', 34),
    'ghp_': ('GitHub token', 'letters', 36),
    'gho_': ('GitHub token', 'letters', 36),
    'ghu_': ('GitHub token', 'letters', 36),
    'ghs_': ('GitHub token', 'letters', 36),
    'github_pat_': ('GitHub token', 'word', 82),
    'glpat-': ('GitLab token', 'dashes', 20),
    'AKIA': ('AWS access key', 'upper', 16),
    'ASIA': ('AWS access key', 'upper', 16),
    'sk-ant-': ('Anthropic key', 'dashes', 80),
    'sk-proj-': ('OpenAI key', 'dashes', 40),
    'nvapi-': ('NVIDIA key', 'dashes', 64),
    'AIza': ('Google API key', 'dashes', 35),
    'npm_': ('npm token', 'letters', 36),
    'xoxb-': ('Slack token', 'dashes', 40),
    'xoxp-': ('Slack token', 'dashes', 40),
    'dckr_pat_': ('Docker Hub token', 'dashes', 27),
    'pypi-AgEI': ('package index token', 'dashes', 50),
    'hooks.slack.com/services/T': ('Slack webhook', 'slashes', 42),
}
