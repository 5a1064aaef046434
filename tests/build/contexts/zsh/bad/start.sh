#!/usr/bin/zsh
exec python app.py
