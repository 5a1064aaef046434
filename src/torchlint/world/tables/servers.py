# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

SERVERS: dict[str, tuple[str, str, str, str, int, str, str, str, bool]] = {
    'uvicorn': ('--host', '--port', '', '127.0.0.1', 8000, 'UVICORN_HOST UVICORN_PORT', '--uds --fd', '', False),
    'gunicorn': ('', '', '-b --bind', '127.0.0.1', 8000, 'PORT GUNICORN_CMD_ARGS', '-c --config --paste', 'gunicorn.conf.py', False),
    'hypercorn': ('', '', '-b --bind', '127.0.0.1', 8000, '', '-c --config --insecure-bind --quic-bind', '', False),
    'flask run': ('-h --host', '-p --port', '', '127.0.0.1', 5000, 'FLASK_RUN_HOST FLASK_RUN_PORT FLASK_ENV_FILE', '-e --env-file', '.flaskenv .env', False),
    'jupyter notebook': ('--ip --NotebookApp.ip --ServerApp.ip', '--port --NotebookApp.port --ServerApp.port', '', 'localhost', 8888, 'JUPYTER_PORT', '--config --sock', '', True),
    'jupyter lab': ('--ip --LabApp.ip --NotebookApp.ip --ServerApp.ip', '--port --ServerApp.port --LabApp.port', '', 'localhost', 8888, 'JUPYTER_PORT', '--config --sock', '', True),
    'streamlit run': ('--server.address', '--server.port', '', '0.0.0.0', 8501, 'STREAMLIT_SERVER_ADDRESS STREAMLIT_SERVER_PORT', '', '', True),
    'fastapi run': ('--host', '--port', '', '0.0.0.0', 8000, 'PORT', '', '', False),
    'fastapi dev': ('--host', '--port', '', '127.0.0.1', 8000, 'PORT', '', '', False),
    'mlflow server': ('-h --host', '-p --port', '', '127.0.0.1', 5000, 'MLFLOW_HOST MLFLOW_PORT', '', '', False),
    'mlflow ui': ('-h --host', '-p --port', '', '127.0.0.1', 5000, 'MLFLOW_HOST MLFLOW_PORT', '', '', False),
    'tensorboard': ('--host', '--port', '', 'localhost', 6006, '', '--bind_all', '', False),
    'waitress-serve': ('--host', '--port', '', '0.0.0.0', 8080, '', '--listen --unix-socket', '', False),
    'daphne': ('-b --bind', '-p --port', '', '127.0.0.1', 8000, '', '-u --unix-socket --fd -e --endpoint', '', False),
    'chainlit run': ('--host', '--port', '', '127.0.0.1', 8000, 'CHAINLIT_HOST CHAINLIT_PORT', '', '', False),
}
