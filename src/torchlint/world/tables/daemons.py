# Made by torchlint.world.compile from data/*.json.
# ruff: noqa: E501, RUF100

DAEMONS: dict[str, tuple[str, str, bool]] = {
    'service': ('start restart', '', False),
    'nginx': ('', 'daemon -t -T -v -V -h -s -c', True),
    'supervisord': ('', '-n --nodaemon -v --version -h -c --configuration', True),
    'sshd': ('', '-D -d -ddd -t -T -f -i -V -G -o', False),
    'cron': ('', '-f', False),
    'apachectl': ('start restart', '-D -DFOREGROUND FOREGROUND -k', True),
    'gunicorn': ('-D --daemon', '', False),
    'redis-server': ('--daemonize', 'no', True),
    'torchserve': ('', '--foreground --stop --version -v --help -h', False),
    'celery': ('multi --detach', '', False),
    'mongod': ('--fork', '', True),
}

KEEPS_PARENT = ('debian11', 'debian12', 'debian13', 'ubuntu18.04', 'ubuntu20.04', 'ubuntu22.04', 'ubuntu24.04', 'ubuntu26.04')
