"""The job in Python: a GPIO line, each level of which goes to the device's shadow over mTLS."""

import json
import os
import signal

import paho.mqtt.client as mqtt
from gpiozero import Button, Device
from gpiozero.pins.mock import MockFactory

Device.pin_factory = MockFactory()
line = Button(4, pull_up=False)
thing = os.environ["THING"]
client = mqtt.Client(client_id=thing)
client.tls_set(os.environ["ROOT_CA"], os.environ["CERTIFICATE"], os.environ["PRIVATE_KEY"])


def report(*_):
    update = {"state": {"reported": {"status": "on" if line.is_pressed else "off"}}}
    client.publish(f"$aws/things/{thing}/shadow/update", json.dumps(update), qos=1)


line.when_pressed = line.when_released = report
client.on_connect = report
client.connect("localhost", int(os.environ["PORT"]), keepalive=60)
client.loop_start()
signal.pause()
