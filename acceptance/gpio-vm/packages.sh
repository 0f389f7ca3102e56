# shellcheck shell=bash
# Read by the scripts beside it, never run: what both need to make a foreign machine out of Debian packages.

skip() {
  echo "skipped: $* missing"
  exit 0
}
fail() {
  echo "gpio-vm: $*" >&2
  exit 1
}

# need COMMAND PACKAGE: ends the script, as skipped, where the package that brings the command is not installed.
need() {
  command -v "$1" >/dev/null || skip "$2"
}

# need_built APP...: the programs must be built before.
need_built() {
  local app
  for app in "$@"; do
    [ -d "$app/target/lib" ] || fail "$app is not built. Run: mvn package -DskipTests -pl edge-app,local-aws -am"
  done
}

# foreign_apt ARCHITECTURE FOLDER: an apt of our own for packages of another architecture. Its state is in the folder; the
# host's apt stays as it is. It uses the host's package sources.
foreign_apt() {
  local folder=$2/apt
  mkdir -p "$folder"/state/lists/partial "$folder"/cache/archives/partial
  : >"$folder/status"
  cat >"$folder/apt.conf" <<CONF
APT::Architecture "$1";
APT::Architectures { "$1"; };
APT::Sandbox::User "root";
Acquire::http::Timeout "30";
Acquire::Retries "2";
Dir::State "$folder/state";
Dir::State::status "$folder/status";
Dir::Cache "$folder/cache";
CONF
  export APT_CONFIG=$folder/apt.conf
  timeout 180 apt-get -qq update || skip "Debian's package lists for $1"
}

# fetch FOLDER PACKAGE...: downloads packages, without what they depend on.
fetch() {
  local folder=$1
  shift
  mkdir -p "$folder"
  (cd "$folder" && timeout 600 apt-get -qq download "$@") || skip "Debian's packages $*"
}
