#!/bin/bash
# A real Hyperledger Fabric network on loopback, for tests and demonstrations: one orderer, the members carrier, port and bank with a peer
# each, TLS, and the chaincode as a service. No Docker. Everything it makes lies in one folder, keys included: bring it down and it is gone.
set -eu -o pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
fabric_module=github.com/hyperledger/fabric
fabric_version=${FAIRWAY_FABRIC_VERSION:-v1.4.0-rc1.0.20260223074129-83c7930b3ea7} # v2.5.15: its tags do not fit its module path
fabric_name=${FAIRWAY_FABRIC_NAME:-v2.5.15}
commands="peer orderer osnadmin configtxgen cryptogen"
members="carrier port bank"
channel=harbour
not_here=75

usage() {
    cat <<'TEXT'
usage: network.sh up [--home DIR] [--chaincode NAME] [--collections FILE] [--command 'WORDS']
                              starts a network; --command starts one chaincode server (default: the Fairway contract)
       network.sh down [--home DIR]        stops it and removes the folder
       network.sh status [--home DIR]      what runs where
       network.sh binaries                 only finds or builds Fabric's commands, and prints their folder

Fabric's commands come from FAIRWAY_FABRIC_BIN (a folder with peer, orderer, osnadmin, configtxgen and cryptogen, and beside it config/ as in
Fabric's own release), or from an earlier build in the user's cache, or are built by `go install` where Go is there. Where none of this can
be, the script says so and ends with 75.

After `up` the folder holds carrier.properties, port.properties and bank.properties: ledger profiles, each with its member's own identity;
and carrier-admin.properties and so on for the members' administrators. FAIRWAY_FABRIC_BATCH (150ms) is the batch timeout.
TEXT
}

say() { printf 'network: %s\n' "$*" >&2; }
fail() { say "$*"; exit 70; }

# --- Fabric's commands ---

has_commands() {
    local command
    for command in $commands; do [ -x "$1/$command" ] || return 1; done
}

has_config() { [ -f "$1/core.yaml" ] && [ -f "$1/orderer.yaml" ]; }

# Sets bin and config.
find_binaries() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/fairway/fabric/$fabric_version
    if [ -n "${FAIRWAY_FABRIC_BIN:-}" ]; then
        bin=$FAIRWAY_FABRIC_BIN
        config=${FAIRWAY_FABRIC_CONFIG:-$bin/../config}
        has_commands "$bin" || { say "FAIRWAY_FABRIC_BIN=$bin does not hold all of: $commands"; exit $not_here; }
        has_config "$config" || { say "$config does not hold core.yaml and orderer.yaml; set FAIRWAY_FABRIC_CONFIG"; exit $not_here; }
        return
    fi
    bin=$cache/bin
    config=$cache/config
    if has_commands "$bin" && has_config "$config"; then return; fi
    command -v go >/dev/null 2>&1 || { say "no Fabric here: FAIRWAY_FABRIC_BIN is not set, and there is no Go to build it with"; exit $not_here; }
    build_binaries "$cache"
}

build_binaries() {
    local cache=$1 command seconds=${FAIRWAY_FABRIC_BUILD_SECONDS:-900} log source
    mkdir -p "$cache/bin" "$cache/config"
    log=$cache/build.log
    say "building Fabric $fabric_name by go install, once; at most $seconds s (log: $log)"
    for command in $commands; do
        if ! GOFLAGS= GOBIN=$cache/bin CGO_ENABLED=0 timeout "$seconds" nice -n 10 go install \
            -ldflags "-X $fabric_module/common/metadata.Version=$fabric_name" "$fabric_module/cmd/$command@$fabric_version" >"$log" 2>&1; then
            say "no Fabric here: go install of $fabric_module/cmd/$command@$fabric_version did not succeed: $(tail -n 1 "$log")"
            exit $not_here
        fi
    done
    source=$(go mod download -json "$fabric_module@$fabric_version" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')
    install -m 644 "$source/sampleconfig/core.yaml" "$source/sampleconfig/orderer.yaml" "$cache/config/"
}

# --- places and ports ---

msp_of() {
    case $1 in
        carrier) echo CarrierMSP ;;
        port) echo PortMSP ;;
        bank) echo BankMSP ;;
    esac
}

upper() { printf '%s' "$1" | tr '[:lower:]' '[:upper:]'; }

taken=" "
# Sets port_found to a port on which nobody listens. Others may take it meanwhile; then the server says so and `up` fails.
find_port() {
    local tries
    for tries in $(seq 1 200); do
        port_found=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
        case $taken in *" $port_found "*) continue ;; esac
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port_found") 2>/dev/null; then
            taken="$taken$port_found "
            return
        fi
    done
    fail "found no free port after $tries tries"
}

choose_ports() {
    local name
    : >"$home/ports"
    for name in orderer orderer_admin orderer_operations; do
        find_port
        printf '%s=%s\n' "$name" "$port_found" >>"$home/ports"
    done
    for name in $members; do
        for use in "" _chaincode _operations _server; do
            find_port
            printf '%s%s=%s\n' "$name" "$use" "$port_found" >>"$home/ports"
        done
    done
}

port() { sed -n "s/^$1=//p" "$home/ports"; }

filled() {
    sed -e "s|@CRYPTO@|$crypto|g" -e "s|@BATCH@|${FAIRWAY_FABRIC_BATCH:-150ms}|g" -e "s|@ORDERER_PORT@|$(port orderer)|g" \
        -e "s|@CARRIER_PORT@|$(port carrier)|g" -e "s|@PORT_PORT@|$(port port)|g" -e "s|@BANK_PORT@|$(port bank)|g" "$1"
}

peer_folder() { echo "$crypto/peerOrganizations/$1.fairway/peers/peer0.$1.fairway"; }
user_folder() { echo "$crypto/peerOrganizations/$1.fairway/users/$2@$1.fairway"; }
orderer_folder=ordererOrganizations/orderer.fairway/orderers/orderer0.orderer.fairway

# --- processes ---

start() { # name, then the command; its environment is set by the caller
    local name=$1
    shift
    mkdir -p "$home/$name"
    (cd "$home/$name" && exec nohup "$@" >"$home/$name.log" 2>&1 </dev/null) &
    echo $! >"$home/$name.pid"
}

await_port() { # name, port
    local try
    for try in $(seq 1 300); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$2") 2>/dev/null; then return; fi
        kill -0 "$(cat "$home/$1.pid")" 2>/dev/null || fail "$1 ended: $(tail -n 3 "$home/$1.log")"
        sleep 0.2
    done
    fail "$1 did not listen on $2 after $try tries; see $home/$1.log"
}

start_orderer() {
    local own=$crypto/$orderer_folder
    FABRIC_CFG_PATH=$home/config ORDERER_GENERAL_LISTENADDRESS=127.0.0.1 ORDERER_GENERAL_LISTENPORT=$(port orderer) \
        ORDERER_GENERAL_LOCALMSPID=OrdererMSP ORDERER_GENERAL_LOCALMSPDIR=$own/msp ORDERER_GENERAL_TLS_ENABLED=true \
        ORDERER_GENERAL_TLS_PRIVATEKEY=$own/tls/server.key ORDERER_GENERAL_TLS_CERTIFICATE=$own/tls/server.crt \
        ORDERER_GENERAL_TLS_ROOTCAS="[$own/tls/ca.crt]" ORDERER_GENERAL_CLUSTER_CLIENTCERTIFICATE=$own/tls/server.crt \
        ORDERER_GENERAL_CLUSTER_CLIENTPRIVATEKEY=$own/tls/server.key ORDERER_GENERAL_CLUSTER_ROOTCAS="[$own/tls/ca.crt]" \
        ORDERER_GENERAL_BOOTSTRAPMETHOD=none ORDERER_CHANNELPARTICIPATION_ENABLED=true \
        ORDERER_ADMIN_LISTENADDRESS=127.0.0.1:$(port orderer_admin) ORDERER_ADMIN_TLS_ENABLED=true \
        ORDERER_ADMIN_TLS_CERTIFICATE=$own/tls/server.crt ORDERER_ADMIN_TLS_PRIVATEKEY=$own/tls/server.key \
        ORDERER_ADMIN_TLS_ROOTCAS="[$own/tls/ca.crt]" ORDERER_ADMIN_TLS_CLIENTROOTCAS="[$own/tls/ca.crt]" \
        ORDERER_FILELEDGER_LOCATION=$home/orderer/ledger ORDERER_CONSENSUS_WALDIR=$home/orderer/wal \
        ORDERER_CONSENSUS_SNAPDIR=$home/orderer/snap ORDERER_OPERATIONS_LISTENADDRESS=127.0.0.1:$(port orderer_operations) \
        start orderer "$bin/orderer"
}

start_peer() {
    local name=$1 own
    own=$(peer_folder "$name")
    FABRIC_CFG_PATH=$home/config CORE_PEER_ID=peer0.$name CORE_PEER_LISTENADDRESS=127.0.0.1:$(port "$name") \
        CORE_PEER_ADDRESS=127.0.0.1:$(port "$name") CORE_PEER_CHAINCODELISTENADDRESS=127.0.0.1:$(port "${name}_chaincode") \
        CORE_PEER_CHAINCODEADDRESS=127.0.0.1:$(port "${name}_chaincode") CORE_PEER_GOSSIP_BOOTSTRAP=127.0.0.1:$(port "$name") \
        CORE_PEER_GOSSIP_EXTERNALENDPOINT=127.0.0.1:$(port "$name") CORE_PEER_GOSSIP_RECONNECTINTERVAL=2s \
        CORE_PEER_LOCALMSPID=$(msp_of "$name") CORE_PEER_MSPCONFIGPATH=$own/msp CORE_PEER_TLS_ENABLED=true \
        CORE_PEER_TLS_CERT_FILE=$own/tls/server.crt CORE_PEER_TLS_KEY_FILE=$own/tls/server.key CORE_PEER_TLS_ROOTCERT_FILE=$own/tls/ca.crt \
        CORE_PEER_FILESYSTEMPATH=$home/$name-peer/ledger CORE_LEDGER_SNAPSHOTS_ROOTDIR=$home/$name-peer/snapshots \
        CORE_OPERATIONS_LISTENADDRESS=127.0.0.1:$(port "${name}_operations") \
        CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG="{\"address\":\"127.0.0.1:$(port "${name}_server")\"}" \
        start "$name-peer" "$bin/peer" node start
}

# One server for each peer: the shim keeps the state of the conversation on the chaincode object.
start_chaincode() {
    # shellcheck disable=SC2086 # the command is words
    CORE_CHAINCODE_ID_NAME=$package_id CHAINCODE_SERVER_ADDRESS=127.0.0.1:$(port "${1}_server") start "$1-chaincode" $chaincode_command
}

# Runs peer's command line as a member's administrator: member, then the arguments. A new orderer has to elect itself first.
as_admin() {
    local name=$1 try
    shift
    for try in $(seq 1 30); do
        if FABRIC_CFG_PATH=$home/config CORE_PEER_LOCALMSPID=$(msp_of "$name") CORE_PEER_MSPCONFIGPATH=$(user_folder "$name" Admin)/msp \
            CORE_PEER_ADDRESS=127.0.0.1:$(port "$name") CORE_PEER_TLS_ENABLED=true CORE_PEER_TLS_ROOTCERT_FILE=$(peer_folder "$name")/tls/ca.crt \
            "$bin/peer" "$@" >"$home/admin.last" 2>&1; then
            cat "$home/admin.last" >>"$home/admin.log"
            return
        fi
        cat "$home/admin.last" >>"$home/admin.log"
        grep -q 'no Raft leader\|SERVICE_UNAVAILABLE' "$home/admin.last" || break
        sleep 0.5
    done
    fail "peer $* failed at try $try: $(tail -n 2 "$home/admin.last")"
}

# --- up ---

prepare_config() {
    mkdir -p "$home/config"
    crypto=$home/crypto
    # the two settings that cannot come from the environment: an empty Docker endpoint, and a list
    awk -v builder="$here/builder" '
        /^ *endpoint: *unix:/ { sub(/endpoint:.*/, "endpoint: \"\"") }
        /^ *externalBuilders:/ { match($0, /^ */); pad = substr($0, 1, RLENGTH); print pad "externalBuilders:"
            print pad "  - path: " builder; print pad "    name: ccaas"
            print pad "    propagateEnvironment: [CHAINCODE_AS_A_SERVICE_BUILDER_CONFIG]"; skipping = 1; next }
        skipping && /^ *(#|-|$|path:|name:|propagateEnvironment:)/ { next }
        { skipping = 0; print }' "$config/core.yaml" >"$home/config/core.yaml"
    grep -q 'endpoint: ""' "$home/config/core.yaml" || fail "$config/core.yaml has no vm.endpoint that could be emptied"
    cp "$config/orderer.yaml" "$home/config/orderer.yaml"
    filled "$here/templates/configtx.yaml" >"$home/config/configtx.yaml"
    "$bin/cryptogen" generate --config="$here/templates/crypto-config.yaml" --output="$crypto" >"$home/admin.log" 2>&1
    FABRIC_CFG_PATH=$home/config "$bin/configtxgen" -profile Harbour -channelID $channel -outputBlock "$home/$channel.block" >>"$home/admin.log" 2>&1 ||
        fail "configtxgen: $(tail -n 2 "$home/admin.log")"
}

package_chaincode() {
    local folder=$home/package
    mkdir -p "$folder"
    printf '{"address":"{{.address}}","dial_timeout":"10s","tls_required":false}' >"$folder/connection.json"
    printf '{"type":"ccaas","label":"%s_1"}' "$chaincode" >"$folder/metadata.json"
    reproducible "$folder/code.tar.gz" "$folder" connection.json
    reproducible "$home/$chaincode.tgz" "$folder" metadata.json code.tar.gz
    package_id=${chaincode}_1:$(sha256sum "$home/$chaincode.tgz" | cut -d' ' -f1)
}

reproducible() { # archive, folder, files
    local archive=$1 folder=$2
    shift 2
    tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -C "$folder" -cf - "$@" | gzip -n >"$archive"
}

join_channel() {
    local own=$crypto/$orderer_folder name
    "$bin/osnadmin" channel join --channelID $channel --config-block "$home/$channel.block" -o "127.0.0.1:$(port orderer_admin)" \
        --ca-file "$own/tls/ca.crt" --client-cert "$own/tls/server.crt" --client-key "$own/tls/server.key" >>"$home/admin.log" 2>&1 ||
        fail "osnadmin: $(tail -n 2 "$home/admin.log")"
    for name in $members; do as_admin "$name" channel join -b "$home/$channel.block"; done
}

define_chaincode() {
    local name orderer="-o 127.0.0.1:$(port orderer) --tls --cafile $crypto/$orderer_folder/tls/ca.crt"
    local what="--channelID $channel --name $chaincode --version 1 --sequence 1" peers=""
    [ -z "$collections" ] || what="$what --collections-config $collections"
    for name in $members; do as_admin "$name" lifecycle chaincode install "$home/$chaincode.tgz"; done
    # shellcheck disable=SC2086 # options are words
    for name in $members; do as_admin "$name" lifecycle chaincode approveformyorg $orderer $what --package-id "$package_id"; done
    for name in $members; do peers="$peers --peerAddresses 127.0.0.1:$(port "$name") --tlsRootCertFiles $(peer_folder "$name")/tls/ca.crt"; done
    # shellcheck disable=SC2086
    as_admin carrier lifecycle chaincode commit $orderer $what $peers
}

write_profiles() {
    local name user suffix
    for name in $members; do
        for user in User1 Admin; do
            suffix=$([ $user = Admin ] && echo -admin || true)
            {
                printf 'network=fabric\nchannel=%s\nchaincode=%s\npeer=127.0.0.1:%s\npeer.tls=%s\n' $channel "$chaincode" "$(port "$name")" \
                    "crypto/peerOrganizations/$name.fairway/tlsca/tlsca.$name.fairway-cert.pem"
                printf 'organisation.CarrierMSP=%s\norganisation.PortMSP=%s\norganisation.BankMSP=%s\n' \
                    crypto/peerOrganizations/carrier.fairway/ca/ca.carrier.fairway-cert.pem \
                    crypto/peerOrganizations/port.fairway/ca/ca.port.fairway-cert.pem crypto/peerOrganizations/bank.fairway/ca/ca.bank.fairway-cert.pem
                printf 'orderer.OrdererMSP=crypto/ordererOrganizations/orderer.fairway/ca/ca.orderer.fairway-cert.pem\nendorsers.least=2\n'
                printf 'identity.msp=%s\nidentity.certificate=%s\nidentity.key=%s\n' "$(msp_of "$name")" \
                    "crypto/peerOrganizations/$name.fairway/users/$user@$name.fairway/msp/signcerts/$user@$name.fairway-cert.pem" \
                    "crypto/peerOrganizations/$name.fairway/users/$user@$name.fairway/msp/keystore/priv_sk"
            } >"$home/$name$suffix.properties"
        done
    done
}

up() {
    local name
    [ ! -e "$home/ports" ] || fail "there is a network in $home already; bring it down first"
    find_binaries
    mkdir -p "$home"
    chmod 700 "$home"
    trap 'status=$?; [ $status -eq 0 ] || { trap - EXIT; say "stopping what was started; logs stay in $home"; stop_all; rm -f "$home/ports"; }' EXIT
    choose_ports
    prepare_config
    package_chaincode
    start_orderer
    for name in $members; do start_peer "$name"; start_chaincode "$name"; done
    await_port orderer "$(port orderer_admin)"
    for name in $members; do await_port "$name-peer" "$(port "$name")"; await_port "$name-chaincode" "$(port "${name}_server")"; done
    join_channel
    define_chaincode
    write_profiles
    say "up: channel $channel, chaincode $chaincode, $("$bin/peer" version 2>/dev/null | sed -n 's/^ Version: /Fabric /p'); profiles in $home"
}

# --- down and status ---

stop_all() {
    local file pid
    for file in "$home"/*.pid; do
        [ -f "$file" ] || continue
        pid=$(cat "$file")
        # a number that has come to belong to somebody else is left alone: our processes work in folders below $home
        case $(readlink "/proc/$pid/cwd" 2>/dev/null || true) in "$home"/*) kill "$pid" 2>/dev/null || true ;; esac
    done
    for file in "$home"/*.pid; do
        [ -f "$file" ] || continue
        pid=$(cat "$file")
        for _ in $(seq 1 50); do
            case $(readlink "/proc/$pid/cwd" 2>/dev/null || true) in "$home"/*) sleep 0.1 ;; *) break ;; esac
        done
        case $(readlink "/proc/$pid/cwd" 2>/dev/null || true) in "$home"/*) kill -9 "$pid" 2>/dev/null || true ;; esac
        rm -f "$file"
    done
}

down() {
    [ -e "$home/ports" ] || { say "no network in $home"; return; }
    stop_all
    rm -rf -- "$home"
    say "down"
}

status() {
    local file pid
    [ -e "$home/ports" ] || { say "no network in $home"; exit 1; }
    for file in "$home"/*.pid; do
        [ -f "$file" ] || continue
        pid=$(cat "$file")
        printf '%-18s %-8s %s\n' "$(basename "$file" .pid)" "$pid" "$(kill -0 "$pid" 2>/dev/null && echo running || echo ended)"
    done
    cat "$home/ports"
}

action=${1:-}
[ $# -eq 0 ] || shift
home=$here/target/network
chaincode=fairway
collections=
chaincode_command=
while [ $# -gt 0 ]; do
    [ $# -gt 1 ] || { usage >&2; exit 64; }
    case $1 in
        --home) home=$2 ;;
        --chaincode) chaincode=$2 ;;
        --collections) collections=$2 ;;
        --command) chaincode_command=$2 ;;
        *) usage >&2; exit 64 ;;
    esac
    shift 2
done
case $home in /*) ;; *) home=$PWD/$home ;; esac
if [ -z "$chaincode_command" ]; then
    chaincode_command="${JAVA_HOME:+$JAVA_HOME/bin/}java -Xmx256m -XX:+UseSerialGC -jar $here/../contract/target/contract.jar"
    [ -n "$collections" ] || collections=$here/../contract/collections_config.json
fi
crypto=$home/crypto

case $action in
    up) up ;;
    down) down ;;
    status) status ;;
    binaries) find_binaries; echo "$bin" ;;
    help | --help | -h) usage ;;
    *) usage >&2; exit 64 ;;
esac
