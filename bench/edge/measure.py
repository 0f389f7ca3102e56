"""Starts the edge and its peers one after the other against local-aws and prints what they cost. See `run` beside it."""

import json
import os
import re
import shutil
import signal
import statistics
import string
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path

import paho.mqtt.client as mqtt

ROOT = Path(__file__).resolve().parents[2]
PEERS = Path(__file__).resolve().parent / "peers"
NODE_RED = ROOT / "target/bench-edge/node-red/node_modules"
THING = "bench"
TICK = os.sysconf("SC_CLK_TCK")
quick = "--quick" in sys.argv[1:]
STARTS, STAYS, STAY_SECONDS = (3, 1, 10) if quick else (10, 3, 60)
PATIENCE = 60


class StandIn:
    """local-aws with one thing that has a certificate, and an ear for what was accepted."""

    def __init__(self, folder):
        self.folder = folder
        self.log = folder / "local-aws.log"
        env = dict(os.environ, MAINSWATCH_BUILD="no", MAINSWATCH_DATA=str(folder / "aws"))
        env.update({f"MAINSWATCH_{port}_PORT": "0" for port in ("MQTT", "MQTTS", "HTTP")})
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(["./mainswatch", "local-aws"], cwd=ROOT, env=env, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE
        while "ready: " not in (ready := self.log.read_text()):
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit(f"local-aws did not start: {ready}")
            time.sleep(0.1)
        self.http = re.search(r"AWS services at (http://[0-9.:]+)", ready)[1]
        self.port = re.search(r"MQTT with certificates on port (\d+)", ready)[1]
        self.root = str(folder / "aws/identity/root-ca.pem")
        self.certificate, self.key = str(folder / "certificate.pem"), str(folder / "key.pem")
        self.issue()
        self.accepted = threading.Event()
        ear = mqtt.Client()
        ear.on_message = lambda *_: self.accepted.set()
        ear.connect("127.0.0.1", int(re.search(r"MQTT on port (\d+)", ready)[1]))
        ear.subscribe(f"$aws/things/{THING}/shadow/update/accepted", qos=1)
        ear.loop_start()

    def issue(self):
        statement = {"Effect": "Allow", "Action": "iot:*", "Resource": "*"}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        self.call("POST", "/policies/any", {"policyDocument": policy})
        self.call("POST", f"/things/{THING}", {})
        keys = json.loads(self.call("POST", "/keys-and-certificate?setAsActive=true"))
        self.call("PUT", "/target-policies/any", {"target": keys["certificateArn"]})
        self.call("PUT", f"/things/{THING}/principals", principal=keys["certificateArn"])
        Path(self.certificate).write_text(keys["certificatePem"])
        Path(self.key).touch(mode=0o600)
        Path(self.key).write_text(keys["keyPair"]["PrivateKey"])

    def call(self, method, path, content=None, principal=""):
        body = None if content is None else json.dumps(content).encode()
        headers = {"Content-Type": "application/json", "x-amzn-principal": principal}
        request = urllib.request.Request(self.http + path, body, headers, method=method)
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def close(self):
        self.process.terminate()
        self.process.wait()


class Candidate:
    """One program: how it is started, and how much it takes on the disk."""

    def __init__(self, name, command, environment, megabytes, before_each=lambda: None):
        self.name, self.command, self.environment = name, command, environment
        self.megabytes, self.before_each = megabytes, before_each

    def start(self, stand_in, stay):
        """Seconds and processor seconds to the first accepted report; then memory, threads and idle load."""
        self.before_each()
        stand_in.accepted.clear()
        with open(stand_in.folder / "candidate.log", "w") as log:
            began = time.monotonic()
            process = subprocess.Popen(
                self.command, cwd=ROOT, env=dict(os.environ, **self.environment), stdout=log, stderr=log
            )
        try:
            if not stand_in.accepted.wait(PATIENCE):
                sys.exit(f"{self.name} reported nothing; {Path(log.name).read_text()[-2000:]}")
            seconds, busy = time.monotonic() - began, cpu(process.pid)
            if not stay:
                return seconds, busy, None
            time.sleep(STAY_SECONDS)
            idle = 100 * (cpu(process.pid) - busy) / STAY_SECONDS
            rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text()
            rss = int(re.search(r"Rss:\s+(\d+)", rollup)[1]) / 1024
            return seconds, busy, (rss, len(os.listdir(f"/proc/{process.pid}/task")), idle)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()


def cpu(pid):
    """Processor seconds of the process and of the children that it has waited for."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(int(field) for field in fields[11:15]) / TICK


def megabytes(*paths):
    files = (file for path in paths for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())
    return sum(file.stat().st_size for file in files) / 1_000_000


def edges(stand_in):
    folder = stand_in.folder
    base = {
        "MAINSWATCH_BUILD": "no",
        "MAINSWATCH_THING_NAME": THING,
        "MAINSWATCH_ENDPOINT": "localhost",
        "MAINSWATCH_PORT": stand_in.port,
        "MAINSWATCH_ROOT_CA": stand_in.root,
        "MAINSWATCH_CERTIFICATE": stand_in.certificate,
        "MAINSWATCH_PRIVATE_KEY": stand_in.key,
        "MAINSWATCH_GPIO": "simulated",
        "MAINSWATCH_SIMULATED_LINES": str(folder / "lines"),
        "MAINSWATCH_JOURNAL": str(folder / "edge/journal.db"),
        # The peers have neither.
        "MAINSWATCH_INPUT_POWER_DEBOUNCE": "0s",
        "MAINSWATCH_INPUT_POWER_HOLD": "0s",
    }
    jars = megabytes(ROOT / "edge-app/target/lib", ROOT / "edge-app/target/edge-app.jar")
    forget = lambda: shutil.rmtree(folder / "edge", ignore_errors=True)
    for version in ("17", "25"):
        homes = [home for home in sorted(Path("/usr/lib/jvm").glob(f"*{version}*")) if (home / "bin/java").exists()]
        if not homes:
            print(f"skipped: Java {version} is not in /usr/lib/jvm", file=sys.stderr)
            continue
        java = dict(base, JAVA_HOME=str(homes[0]))
        archive = folder / f"archive-{version}"
        yield Candidate(
            f"edge, Java {version}, no archive",
            ["./mainswatch", "edge"],
            dict(java, MAINSWATCH_EDGE_ARCHIVE="off"),
            jars,
            forget,
        )
        java["MAINSWATCH_EDGE_ARCHIVE"] = str(archive)
        subprocess.run(["./mainswatch", "edge", "archive"], cwd=ROOT, env=dict(os.environ, **java), check=True)
        kind = "AOT cache" if version == "25" else "AppCDS"
        yield Candidate(
            f"edge, Java {version}, {kind}", ["./mainswatch", "edge"], java, jars + megabytes(archive), forget
        )


def peers(stand_in):
    environment = {
        "THING": THING,
        "PORT": stand_in.port,
        "ROOT_CA": stand_in.root,
        "CERTIFICATE": stand_in.certificate,
        "PRIVATE_KEY": stand_in.key,
    }
    packages = [Path("/usr/lib/python3/dist-packages") / name for name in ("paho", "gpiozero", "colorzero")]
    if packages[1].exists():
        command = ["/usr/bin/python3", str(PEERS / "mains.py")]
        yield Candidate("Python, gpiozero (mock) + paho", command, environment, megabytes(*packages))
    else:
        print("skipped: python3-gpiozero is not installed", file=sys.stderr)
    if (NODE_RED / "node-red/red.js").exists() and shutil.which("node"):
        user = stand_in.folder / "node-red"
        user.mkdir()
        flows = string.Template((PEERS / "flows.json").read_text().replace("$aws", "$$aws"))
        (user / "flows.json").write_text(flows.substitute(environment))
        command = ["node", str(NODE_RED / "node-red/red.js"), "-u", str(user), "-s", str(PEERS / "settings.js")]
        version = json.loads((NODE_RED / "node-red/package.json").read_text())["version"]
        yield Candidate(f"Node-RED {version}, no editor", command, {}, megabytes(NODE_RED))
    else:
        print("skipped: Node-RED is not installed", file=sys.stderr)


def row(candidate, starts):
    stays = [stay for _, _, stay in starts if stay]
    median = lambda values: statistics.median(values)
    rss, threads, idle = (median(column) for column in zip(*stays))
    seconds, busy = median([start[0] for start in starts]), median([start[1] for start in starts])
    return (
        f"| {candidate.name} | {seconds:.2f} s | {busy:.2f} s | {rss:.0f} MB | {threads:.0f} | {idle:.1f} % "
        f"| {candidate.megabytes:.0f} MB |"
    )


def main():
    with tempfile.TemporaryDirectory(prefix="bench-edge-") as name:
        stand_in = StandIn(Path(name))
        try:
            candidates = [*edges(stand_in), *peers(stand_in)]
            print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", file=sys.stderr)
            starts = {candidate.name: [] for candidate in candidates}
            # In turns, so that what else the machine does falls on all alike.
            for turn in range(STARTS):
                for candidate in candidates:
                    starts[candidate.name].append(candidate.start(stand_in, stay=turn < STAYS))
            print(f"| {STARTS} starts, medians | first report accepted | CPU to then | RSS after {STAY_SECONDS} s "
                  "| threads | idle CPU | on the disk |")
            print("| --- | --- | --- | --- | --- | --- | --- |")
            for candidate in candidates:
                print(row(candidate, starts[candidate.name]))
        finally:
            stand_in.close()


main()
