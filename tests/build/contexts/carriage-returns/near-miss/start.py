#!/usr/bin/python3
import app
