#!/bin/sh
# logcov-emit.sh 0.1.0-SNAPSHOT - prints coverage reports as lines of text that survive a CI's build log.
# Part of logcov; SPDX-License-Identifier: Apache-2.0.
#
# A test job runs `sh logcov-emit.sh coverage.xml`; the last job of the build runs `logcov check`, which reads
# the logs of the others. Needs sh, awk, base64 (or openssl), one of bzip2, xz, gzip and one of sha256sum,
# shasum, openssl. Frames go to stdout, words to stderr. What a frame is: docs/frames.md of logcov.

if [ -n "${ZSH_VERSION-}" ]; then emulate sh; fi
umask 077
# Bytes, not characters, in every tool; and names in the same order everywhere.
LC_ALL=C
export LC_ALL

# All variables begin with lc_: the environment's own must stay as they are, for their values are looked for
# in what is printed.
lc_version=0.1.0-SNAPSHOT
lc_tmp=
lc_gone= # set when nobody reads stdout any more
lc_seen=//
lc_flags=
lc_carry=
lc_codec=auto
lc_parity=16
lc_max_bytes=3000000
lc_size=2 # of all that will be printed: the first line feed, as CR LF
lc_sizes=
lc_newline='
'

# Variables that a CI or a shell sets for everybody: their values are no secrets. NAME: this one. NAME*: all that
# begin so, unless a !WORD is in the name (in upper case).
# exempt-begin
lc_exempt='
!TOKEN
!PASS
!SECRET
!KEY
!AUTH
!CREDENTIAL
TRAVIS
TRAVIS_*
LOGCOV_*
CI
CONTINUOUS_INTEGRATION
HAS_JOSH_K_SEAL_OF_APPROVAL
PATH
HOME
LANG
LANGUAGE
LC_*
USER
USERNAME
LOGNAME
SHELL
PWD
OLDPWD
TERM
TERMINFO
COLORTERM
FORCE_COLOR
NO_COLOR
HOST
HOSTNAME
HOSTTYPE
MACHTYPE
OSTYPE
VENDOR
OS
SHLVL
PAGER
MANPATH
EDITOR
VISUAL
TZ
TMPDIR
TEMP
TMP
DISPLAY
MAIL
LS_COLORS
COLUMNS
LINES
_
IFS
OPTIND
PPID
PS1
PS2
PS4
UID
EUID
XDG_*
SSH_*
SSH_AUTH_SOCK
BASH*
ZSH*
JAVA_HOME
JAVA_OPTS
JAVA_TOOL_OPTIONS
JDK_JAVA_OPTIONS
JDK_HOME
MAVEN_OPTS
MAVEN_HOME
M2_HOME
GRADLE_OPTS
GRADLE_HOME
PYTHON*
PYENV_*
VIRTUAL_ENV
VIRTUAL_ENV_PROMPT
TOX*
GOPATH
GOROOT
GIMME_*
GO111MODULE
NODE*
NVM_*
npm_*
RBENV_*
GEM_*
rvm_*
RUBY*
RUBY_VERSION
RACK_ENV
RAILS_ENV
MERB_ENV
JRUBY_OPTS
CARGO_HOME
RUSTUP_HOME
CC
CXX
CC_FOR_BUILD
CXX_FOR_BUILD
COMPILER
CASHER_DIR
DEBIAN_FRONTEND
GITHUB_*
RUNNER_*
TF_BUILD
GITLAB_CI
CI_*
CIRCLE
APPVEYOR
BUILDKITE
JOB_NAME
BUILD_NUMBER
EXECUTOR_NUMBER
NODE_NAME
NODE_LABELS
WORKSPACE
INVOCATION_ID
JOURNAL_STREAM
LESSOPEN
LESSCLOSE
DBUS_SESSION_BUS_ADDRESS
WINDOWID
WINDIR
SYSTEMROOT
SYSTEMDRIVE
PROCESSOR_*
NUMBER_OF_PROCESSORS
PROGRAMFILES*
COMSPEC
PATHEXT
MSYSTEM*
MINGW_*
ALLUSERSPROFILE
APPDATA
LOCALAPPDATA
USERPROFILE
USERDOMAIN*
COMPUTERNAME
'
# exempt-end

# sed: control characters, also those above ASCII (C1), and the invisible ones that turn or join text, in UTF-8.
lc_unsafe=$(printf 's/[[:cntrl:]]/?/g; s/\302[\200-\237]/?/g; s/\342\200[\213-\217\252-\256]/?/g; s/\342\201[\240-\257]/?/g
  s/\330\234/?/g; s/\357\273\277/?/g')

# Words go to stderr; a control character in a file's name must not command a terminal or a CI.
say() {
  {
    printf 'logcov-emit: %s' "$*" | tr '\n' '?'
    echo
  } | sed "$lc_unsafe" >&2
}

# Says it when all files are read and the budget is kept.
later() { say "$*" 2>>"$lc_tmp/said" || fail "cannot write to $lc_tmp"; }

# refuse: the caller is wrong, 2. fail: the machine is, 1.
refuse() { say "$*"; exit 2; }
fail() { say "$*"; exit 1; }

has() { command -v "$1" >/dev/null 2>&1; }

help() {
  cat <<'END'
Usage: sh logcov-emit.sh [OPTION]... [FILE|GLOB]...
Prints report files as lines that `logcov check` finds in the build log.
Without a FILE it looks for the usual ones (coverage.xml, lcov.info,
target/site/jacoco/jacoco.xml ...), here and one directory down. A GLOB may be
quoted; ** stands for any number of directories.

  --carry          the files are no reports: `logcov extract` gives them back,
                   `logcov check` passes over them
  --flag NAME      group of the reports; may be repeated
  --codec NAME     auto (default: xz, else gzip), gzip, bzip2 or xz
  --parity N       one line of parity for N lines of data, 1 to 64 (default 16)
  --max-bytes N    refuse to print more than this (default 3000000: Travis ends
                   a job at about 4 MB)
  --help, --version

LOGCOV_SALT=N in the environment fixes the salt.
Exit status: 0 printed, 1 something could not be written or a tool failed,
2 wrong usage or nothing to print.
END
}

# ---- options ----

# Prints $2 without leading zeros; it must be a whole number from $3 to $4. $1 is its name.
whole() {
  lc_number=$2
  while :; do case $lc_number in 0?*) lc_number=${lc_number#0} ;; *) break ;; esac; done
  case $lc_number in
    '' | *[!0-9]* | ????????????????*) lc_number=-1 ;;
  esac
  if [ "$lc_number" -lt "$3" ] || [ "$lc_number" -gt "$4" ]; then
    say "$1 needs a whole number from $3 to $4, but was \"$2\""
    return 2
  fi
  printf '%s\n' "$lc_number"
}

# awk: v as a header value, control characters and % as %XX. Values come through the environment, since awk's -v
# would read backslashes as escapes.
lc_escape='
  function escaped(v,  i, c) {
    gsub(/%/, "%25", v)
    for (i = 1; i < 128; i += (i == 31 ? 96 : 1)) {
      c = sprintf("%c", i)
      if (index(v, c)) gsub(c, sprintf("%%%02X", i), v)
    }
    return v
  }
  function field(key, value) { if (value != "") print key "=" escaped(value) }
'

option() {
  case $1 in
    --flag | --codec | --parity | --max-bytes) [ -n "$2" ] || refuse "$1 needs a value, but there was none" ;;
    *) refuse "unknown option $1; see --help" ;;
  esac
  case $1 in
    --flag)
      lc_flags=$lc_flags$(lc_value=$2 awk "$lc_escape"'BEGIN { field("l", ENVIRON["lc_value"]) }')$lc_newline
      ;;
    --codec)
      case $2 in
        auto | gzip | bzip2 | xz) lc_codec=$2 ;;
        *) refuse "--codec knows auto, gzip, bzip2 and xz, but was \"$2\"" ;;
      esac
      ;;
    --parity) lc_parity=$(whole --parity "$2" 1 64) || exit ;;
    --max-bytes) lc_max_bytes=$(whole --max-bytes "$2" 1 999999999999999) || exit ;;
  esac
}

# Prints LOGCOV_SALT modulo 32, or nothing when it is not set.
fixed_salt() {
  [ -n "${LOGCOV_SALT-}" ] || return 0
  lc_number=$(whole LOGCOV_SALT "$LOGCOV_SALT" 0 999999999) || return
  printf '%s\n' "$((lc_number % 32))"
}

# ---- files ----

# Prints the directory of file $1, absolute and without symbolic links, with a slash at its end.
directory_of() {
  case $1 in
    */*) lc_dir=${1%/*}/ ;;
    *) lc_dir=./ ;;
  esac
  lc_dir=$(CDPATH='' cd -P -- "$lc_dir" && pwd -P) || return
  printf '%s\n' "${lc_dir%/}/"
}

# The root of the git work tree around the current directory, or nothing. Without git, which a job may lack.
git_root() {
  lc_dir=$(pwd -P)
  while :; do
    if [ -e "$lc_dir/.git" ]; then
      printf '%s\n' "${lc_dir:-/}"
      return
    fi
    [ -n "$lc_dir" ] || return 0
    lc_dir=${lc_dir%/*}
  done
}

# One argument: a file, or a pattern that the shell did not expand.
named() {
  if [ -z "$1" ]; then
    refuse 'expected the name of a file, but it was empty'
  elif [ -d "$1" ]; then
    refuse "$1: expected a report file, found a directory; name the file in it, or a pattern such as \"$1/*.xml\""
  elif [ -e "$1" ]; then
    pack "$1"
    return
  fi
  case $1 in
    *[*?[]*)
      : >"$lc_tmp/matches"
      expand "$1"
      [ -s "$lc_tmp/matches" ] || refuse "$1: no file matches this pattern in $(pwd); did the tests write their report?"
      sort "$lc_tmp/matches" >"$lc_tmp/sorted" || fail "cannot write to $lc_tmp"
      while IFS= read -r lc_file; do
        pack "$lc_file"
      done <"$lc_tmp/sorted"
      ;;
    *) refuse "$1: no such file in $(pwd); did the tests write their report?" ;;
  esac
}

# Appends every file that pattern $1 matches to `matches`, a line each.
expand() {
  case $1 in
    '**/'*) expand_below ./ "${1#??/}" ;;
    *'/**/'*) expand_below "${1%%/\*\*/*}/" "${1#*/\*\*/}" ;;
    *'**'*) refuse "$1: ** must stand between slashes, as in \"**/coverage.xml\"" ;;
    *)
      lc_ifs=$IFS
      IFS=
      # shellcheck disable=SC2086 # the pattern is to be expanded, and IFS keeps blanks together
      set -- $1
      IFS=$lc_ifs
      for lc_file; do
        [ -f "$lc_file" ] || continue
        case $lc_file in
          *"$lc_newline"*) refuse "$lc_file: its name holds a line feed; no pattern can stand for it, name it itself" ;;
        esac
        printf '%s\n' "$lc_file" >>"$lc_tmp/matches" || fail "cannot write to $lc_tmp"
      done
      ;;
  esac
}

# The part of a pattern behind ** ($2) in $1, which ends in a slash, and in each directory below that is not hidden.
expand_below() {
  # One list per depth, since $2 may hold another **.
  lc_depth=$((${lc_depth:-0} + 1))
  lc_ifs=$IFS
  IFS=
  # shellcheck disable=SC2086 # the part in front of ** may be a pattern too
  for lc_above in $1; do
    case $lc_above in -*) lc_above=./$lc_above ;; esac
    [ -d "$lc_above" ] && find "$lc_above." -name '.?*' -prune -o -type d -print
  done | sort | sed -e 's/[[*?]/[&]/g' -e 's,/\.$,/,' -e 's,/\./,/,' -e 's,^\./,,' >"$lc_tmp/directories$lc_depth"
  IFS=$lc_ifs
  while IFS= read -r lc_below; do
    expand "${lc_below:+${lc_below%/}/}$2"
  done <"$lc_tmp/directories$lc_depth"
  lc_depth=$((lc_depth - 1))
}

# Where the tools write their reports when nobody says otherwise, the best of each first: calls $@ with each family.
families() {
  "$@" coverage.xml coverage.json
  "$@" lcov.info coverage.info coverage/lcov.info coverage-final.json coverage/coverage-final.json coverage/clover.xml \
    coverage/cobertura-coverage.xml
  "$@" target/site/jacoco/jacoco.xml build/reports/jacoco/test/jacocoTestReport.xml build/reports/kover/report.xml \
    target/jacoco.exec build/jacoco/test.exec
  "$@" target/site/jacoco-it/jacoco.xml target/jacoco-it.exec
  "$@" cover.out coverage.out c.out
  "$@" clover.xml build/logs/clover.xml target/site/clover/clover.xml
  "$@" coverage.opencover.xml coverage.cobertura.xml
  "$@" coverage/coverage.xml coverage/coverage.json coverage/.resultset.json
  "$@" gcovr.json cobertura.xml
  "$@" target/site/cobertura/coverage.xml
}

# Without arguments: of each tool's files the best one, here and one directory down.
usual() {
  lc_found=0
  lc_considered=:
  lc_data=
  for lc_dir in '' */; do
    families first_of "$lc_dir"
    data_file_in "$lc_dir"
  done
  if [ "$lc_found" -gt 0 ]; then
    [ ! -s "$lc_tmp/left" ] || cat "$lc_tmp/left" >&2
  elif [ -n "$lc_data" ]; then
    refuse "no report found in $(pwd) and one directory down; $lc_data is there, $(advice "$lc_data")"
  else
    lc_names=
    families names_of
    refuse "no report found in $(pwd) and one directory down; looked for $lc_names; name the file"
  fi
}

names_of() {
  for lc_name; do lc_names=$lc_names${lc_names:+, }$lc_name; done
}

# Leaves a word on coverage.py's data file in directory $1, where there is no report of it.
data_file_in() {
  if [ -f "$1coverage.xml" ] || [ -f "$1coverage.json" ]; then return; fi
  for lc_file in "$1.coverage" "$1.coverage."*; do
    [ -f "$lc_file" ] || continue
    [ -n "$lc_data" ] || lc_data=$lc_file
    say "$lc_file: left out, $(advice "$lc_file")" 2>>"$lc_tmp/left"
    return
  done
}

advice() {
  echo "a data file of coverage.py, which lists no statements; run" \
    "$(case $1 in *.coverage) ;; *) echo 'coverage combine and ' ;; esac)coverage xml first, or name it to send it as it is"
}

# Packs the first of the files $2... that is there in directory $1, and names the others.
first_of() {
  lc_in=$1
  lc_first=
  shift
  for lc_name; do
    [ -f "$lc_in$lc_name" ] || continue
    # coverage/lcov.info is that of this directory, and not also the lcov.info of a module named coverage.
    case $lc_considered in *":$lc_in$lc_name:"*) continue ;; esac
    lc_considered=$lc_considered$lc_in$lc_name:
    if [ -n "$lc_first" ]; then
      say "$lc_in$lc_name: left out, $lc_in$lc_first tells the same; name it to send it too"
    else
      lc_first=$lc_name
      lc_found=$((lc_found + 1))
      pack "$lc_in$lc_name"
    fi
  done
}

# ---- one file ----

# Appends the frame of file $1 to the file `frames`, unless it is there already.
pack() {
  [ -f "$1" ] || refuse "$1: expected a report, found something that is no regular file"
  [ -r "$1" ] || refuse "$1: cannot be read; look at its permissions"
  lc_path=$(directory_of "$1") || refuse "$1: its directory cannot be entered"
  lc_path=$lc_path${1##*/}
  # No path holds //, so it cannot be mistaken for a part of another.
  case $lc_seen in *"//$lc_path//"*) return ;; esac
  lc_seen=$lc_seen$lc_path//

  # A copy, since a file that is still written would not fit its own digest.
  cat <"$1" >"$lc_tmp/report" || fail "$1: cannot be copied to $lc_tmp"
  compress || exit
  base64_of packed | fold -w 108 >"$lc_tmp/data" # lines for awk: macOS' base64 prints a single one
  lc_packed=$(bytes_of packed)
  lc_lines=$((((lc_packed * 8 + 5) / 6 + 107) / 108))
  [ "$lc_lines" -le 262143 ] || refuse "$1: $lc_packed bytes packed are more than a frame can hold (21 MB)"

  choose_salt "$1"
  cat "$lc_tmp/best" >>"$lc_tmp/frames" || fail "cannot write to $lc_tmp"
  lc_bytes=$(($(bytes_of best) + $(wc -l <"$lc_tmp/best")))
  lc_size=$((lc_size + lc_bytes))
  lc_sizes="$lc_sizes${lc_sizes:+, }$1 $lc_bytes"
  later "$1: $(bytes_of report) bytes, $lc_packed packed with $lc_used, $lc_bytes in the log"
  [ -z "$lc_hit" ] || later "$lc_hit"
}

bytes_of() { echo $(($(wc -c <"$lc_tmp/$1"))); } # $(( )) takes away the blanks that macOS puts in front

base64_of() {
  if has base64; then base64 <"$lc_tmp/$1"; else openssl base64 <"$lc_tmp/$1"; fi | tr -d '\r\n='
}

sha256_of() {
  if has sha256sum; then
    lc_sum=$(sha256sum <"$lc_tmp/$1")
  elif has shasum; then
    lc_sum=$(shasum -a 256 <"$lc_tmp/$1")
  else
    lc_sum=$(openssl dgst -sha256 <"$lc_tmp/$1") # SHA2-256(stdin)= digits
    lc_sum=${lc_sum##* }
  fi
  lc_sum=${lc_sum%% *}
  case $lc_sum in
    *[!0-9a-f]*) ;;
    *) [ ${#lc_sum} = 64 ] && echo "$lc_sum" && return ;;
  esac
  fail "no SHA-256 from sha256sum, shasum or openssl; is one of them installed?"
}

# Compresses `report` to `packed`; the codec's name in lc_used. auto: xz makes tracefiles smallest and is quick to undo
# (docs/codecs.md has the figures); gzip is there where xz is not.
compress() {
  case $lc_codec in
    auto) set -- xz gzip bzip2 ;;
    *) set -- "$lc_codec" ;;
  esac
  for lc_used; do
    # Levels: bzip2 and gzip take no longer with their best; xz does, for nothing on files of this size.
    # From standard input, so that no name and no time gets in.
    case $lc_used in
      bzip2) bzip2 -9 ;;
      xz) xz -6 ;;
      gzip) gzip -n -9 ;;
    esac <"$lc_tmp/report" >"$lc_tmp/packed" 2>"$lc_tmp/words" && return
  done
  fail "none of $* works here: $(cat "$lc_tmp/words")"
}

# ---- the frame ----

# Finds the build directory: as the header gives it (lc_root), and without symbolic links (lc_base).
find_root() {
  lc_root=${TRAVIS_BUILD_DIR-}
  [ -n "$lc_root" ] || lc_root=$(git_root)
  lc_base=
  [ -z "$lc_root" ] || lc_base=$(directory_of "$lc_root/" 2>/dev/null) || lc_base=
}

# Prints the first fields of the header of `report`, which is $lc_path. The order of the fields is law.
front_fields() {
  lc_relative=${lc_path##*/}
  [ -z "$lc_base" ] || case $lc_path in "$lc_base"*) lc_relative=${lc_path#"$lc_base"} ;; esac
  lc_whole=$(sha256_of report) || exit
  lc_sum=$(sha256_of packed) || exit
  echo v=1
  lc_value=$lc_relative awk "$lc_escape"'BEGIN { field("p", ENVIRON["lc_value"]) }'
  if [ -n "$lc_carry" ]; then
    echo y=1
  else
    # By name alone, for people: readers look at the content.
    case ${lc_path##*/} in
      *.info) echo f=lcov ;;
      *.exec) echo f=jacoco-exec ;;
      jacoco*.xml) echo f=jacoco ;;
      clover*.xml) echo f=clover ;;
      *opencover*.xml) echo f=opencover ;;
      coverage*.xml | cobertura*.xml) echo f=cobertura ;;
      .resultset*.json) echo f=simplecov ;;
      gcovr*.json) echo f=gcovr ;;
      coverage-final*.json) echo f=istanbul ;;
      coverage*.json) echo f=coveragepy ;;
      cover*.out) echo f=gocover ;;
    esac
  fi
  printf 'c=%s\nn=%s\ne=%s\nd=%s\nh=%s\nk=%.8s\n' \
    "$lc_used" "$lc_lines" "$lc_packed" "$(bytes_of report)" "$lc_whole" "$lc_sum"
}

# Prints the fields behind the parity, the same in every header of this call.
back_fields() {
  printf %s "$lc_flags"
  lc_value=$lc_root awk "$lc_escape"'BEGIN {
    split("b BUILD_ID j JOB_ID m JOB_NUMBER t JOB_NAME r COMMIT", name, " ")
    for (i = 1; i < 10; i += 2) field(name[i], ENVIRON["TRAVIS_" name[i + 1]])
    field("w", ENVIRON["lc_value"])
  }'
}

# Leaves the frame of `report` ($1) in `best`: of the first salt that no mask hits, else of the least hit.
choose_salt() {
  front_fields >"$lc_tmp/front" || exit
  lc_best=999999999999999
  lc_hit=
  for lc_try in ${lc_salt:-0 1 2 3 4 5 6 7}; do
    records "$lc_try"
    read -r lc_score <"$lc_tmp/score"
    if [ "$lc_score" -lt "$lc_best" ]; then
      lc_best=$lc_score
      mv -f "$lc_tmp/records" "$lc_tmp/best" || fail "cannot write to $lc_tmp"
    fi
    [ "$lc_best" -gt 0 ] || return 0
  done
  lc_hit="$1: the value of an environment variable occurs in the lines, and the CI may mask it there. \
${lc_salt:+LOGCOV_SALT allows no other salt. }$([ "$lc_best" -lt 100000 ] && echo 'Parity can heal that.' ||
    echo 'Parity may not heal that; a longer value would be hit less often.')"
}

# Leaves the records of one frame, with salt $1, in `records`, and in `score` how much masks would harm it.
records() {
  {
    cat "$lc_tmp/front"
    printf 's=%s\ng=%s\n' "$1" "$lc_parity"
    cat "$lc_tmp/back"
  } >"$lc_tmp/text"
  lc_sum=$(sha256_of text) || exit
  base64_of text | fold -w 108 >"$lc_tmp/header"
  lc_status=0
  (
    cd "$lc_tmp" && # so that no name with a backslash or = gets into awk's arguments
      awk -v hash="$lc_sum" -v salt="$1" -v parity="$lc_parity" -v lines="$lc_lines" -v packed="$lc_packed" \
        -v best="$lc_best" "$lc_records" header data >records
  ) || lc_status=$?
  case $lc_status in
    0) ;;
    3) refuse 'the header is longer than 511 lines; give fewer flags' ;;
    *) fail 'awk or base64 failed, or the disk is full' ;;
  esac
}

# awk: prints the records and writes the score. Numbers stay below 2^53, so doubles hold them.
# The sigil is in two pieces: a trace of this command (set -x) must not look like a record.
# shellcheck disable=SC2016 # no shell variables in it
lc_records='
  BEGIN {
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (i = 0; i < 64; i++) {
      digit[i] = substr(alphabet, i + 1, 1)
      value[digit[i]] = i
    }
    for (i = 1; i <= 8; i++) id = id * 16 + index("0123456789abcdef", substr(hash, i, 1)) - 1
    id = int(id / 4)
    id = digit[int(id / 16777216)] digit[int(id / 262144) % 64] three(id % 262144)
    find_secrets()
  }

  score >= best { exit } # no better than a salt before: not worth the time
  FILENAME == "header" { header[headers++] = $0; next }
  FNR == 1 {
    if (headers > 511) exit 3
    print_headers(salt, first_hit)
  }
  {
    if (at == 0) start_block()
    group = at % groups
    hits[group] += put("D", n, $0, salt)
    add(group, $0)
    digits += length($0)
    at++
    n++
    if (at == 16 * parity || n == lines) end_block()
  }
  END {
    if (headers > 511) exit 3
    if (score < best) {
      if (n != lines || digits != int((packed * 8 + 5) / 6)) exit 4
      print_headers(salt + 32, second_hit)
      put("E", lines, "", salt)
      for (i = 0; i < headers; i++) if (first_hit[i] && second_hit[i]) score += 100000
    }
    printf "%.0f\n", score > "score"
  }

  function print_headers(s, hit,  i) {
    for (i = 0; i < headers; i++) hit[i] = put("H", i * 512 + headers, header[i], s)
  }

  # A full block has 16 groups, the last one fewer when it is short.
  function start_block(  left) {
    left = lines - n
    groups = 16
    if (left < 16 * parity) {
      groups = 4 + int(4 * left / (3 * parity))
      if (groups > 16) groups = 16
      if (groups > left) groups = left
    }
    split("", sum)
    split("", longest)
    split("", hits)
  }

  # Adds a data line to the sums of its group, digit by digit.
  function add(group, data,  i, size) {
    size = length(data)
    if (size > longest[group]) longest[group] = size
    for (i = 1; i <= size; i++) sum[group * 108 + i] += value[substr(data, i, 1)]
  }

  function end_block(  g, i, data) {
    for (g = 0; g < groups; g++) {
      data = ""
      for (i = 1; i <= longest[g]; i++) data = data digit[sum[g * 108 + i] % 64]
      hits[g] += put("P", block * 16 + g, data, salt)
      if (hits[g] > 1) score += 100000
    }
    at = 0
    block++
  }

  # Prints one record; 1 when a mask would hit it.
  function put(kind, number, data, s,  record, i) {
    record = id digit[s] digit[parity - 1] kind three(number) salted(data, s, value[kind], number)
    record = "~" "lc1" record check(record) "~"
    print record
    for (i = 1; i <= secrets; i++) {
      if (index(record, secret[i])) {
        score++
        return 1
      }
    }
    return 0
  }

  function three(n) { return digit[int(n / 4096)] digit[int(n / 64) % 64] digit[n % 64] }

  function salted(data, s, kind, number,  x, i, size, result) {
    if (s == 0) return data
    x = (s * 15485863 + kind * 32452843 + number * 49979687 + 1) % 2147483647
    if (x == 0) x = 1
    size = length(data)
    for (i = 1; i <= size; i++) {
      x = x * 48271 % 2147483647
      result = result digit[(value[substr(data, i, 1)] + int(x / 33554432)) % 64]
    }
    return result
  }

  function check(record,  h, i, size) {
    size = length(record)
    for (i = 1; i <= size; i++) h = (h * 1000003 + value[substr(record, i, 1)] + 1) % 16777213
    return digit[int(h / 262144)] three(h % 262144)
  }

  # The values that a CI could mask and that can occur in a record.
  function find_secrets(  line, name, part, i, parts, quotes) {
    while ((getline line < "exempt") > 0) {
      if (line ~ /^!/) word[substr(line, 2)]
      else if (line ~ /[*]$/) prefix[substr(line, 1, length(line) - 1)]
      else exempt[line]
    }
    quotes = "[\"\\\\" sprintf("%c", 39) "]"
    for (name in ENVIRON) {
      if (is_exempt(name)) continue
      parts = split(ENVIRON[name], part, "\n")
      for (i = 1; i <= parts; i++) {
        line = part[i]
        sub(/\r$/, "", line)
        gsub(quotes, "", line)
        if (length(line) < 3 || length(line) > 128 || line == "true" || line == "false") continue
        if (line ~ "[^A-Za-z0-9+/~]" || line in known) continue
        known[line]
        secret[++secrets] = line
      }
    }
  }

  function is_exempt(name,  p, w) {
    if (name in exempt) return 1
    for (w in word) if (index(toupper(name), w)) return 0
    for (p in prefix) if (index(name, p) == 1) return 1
    return 0
  }
'

# ---- printing ----

# Prints `frames`, line by line: stdout may be non-blocking, and then a write can fail half done. A line feed and
# the same record again repair that, since records are complete in themselves and may come twice.
print_frames() {
  set +x # a trace would double the log
  print_record '' || return
  while IFS= read -r lc_record; do
    print_record "$lc_record" || return
  done <"$lc_tmp/frames"
}

print_record() {
  printf '%s\n' "$1" && return
  lc_tries=0
  while [ "$lc_tries" -lt 300 ] && [ -z "$lc_gone" ]; do
    sleep 0.1 || sleep 1 # POSIX knows whole seconds only
    printf '\n%s\n' "$1" && return
    lc_tries=$((lc_tries + 1))
  done
  return 1
}

main() {
  lc_count=$#
  while [ "$lc_count" -gt 0 ]; do
    lc_arg=$1
    shift
    lc_count=$((lc_count - 1))
    case $lc_arg in
      --help) help && exit ;;
      --version) echo "logcov-emit $lc_version" && exit ;;
      --carry) lc_carry=1 ;;
      --flag | --codec | --parity | --max-bytes)
        [ "$lc_count" -gt 0 ] || option "$lc_arg" ''
        option "$lc_arg" "$1"
        shift
        lc_count=$((lc_count - 1))
        ;;
      --) # the rest are files; they belong behind those that came before
        while [ "$lc_count" -gt 0 ]; do
          set -- "$@" "$1"
          shift
          lc_count=$((lc_count - 1))
        done
        ;;
      --*=*) option "${lc_arg%%=*}" "${lc_arg#*=}" ;;
      -?*) refuse "unknown option $lc_arg; see --help" ;;
      *) set -- "$@" "$lc_arg" ;;
    esac
  done
  lc_salt=$(fixed_salt) || exit
  (: 3>&1) 2>/dev/null || fail 'stdout is closed'

  lc_tmp=$(mktemp -d "${TMPDIR:-/tmp}/logcov.XXXXXX" 2>/dev/null) || {
    lc_tmp=${TMPDIR:-/tmp}/logcov.$$
    mkdir "$lc_tmp" || {
      lc_tmp=
      fail "cannot make a directory in ${TMPDIR:-/tmp}; set TMPDIR"
    }
  }
  printf %s "$lc_exempt" >"$lc_tmp/exempt" || fail "cannot write to $lc_tmp"
  find_root
  back_fields >"$lc_tmp/back" || fail 'awk failed; is it installed?'

  if [ $# -eq 0 ]; then usual; fi
  for lc_arg; do named "$lc_arg"; done
  [ "$lc_size" -le "$lc_max_bytes" ] ||
    refuse "expected at most $lc_max_bytes bytes for the log (--max-bytes), found $lc_size ($lc_sizes); nothing was" \
      'printed: send fewer or smaller reports (Travis ends a job at about 4 MB of log)'
  [ ! -f "$lc_tmp/said" ] || cat "$lc_tmp/said" >&2
  print_frames 2>/dev/null || fail 'stdout cannot be written to; the frames are not complete'
}

trap '[ -z "$lc_tmp" ] || rm -rf "$lc_tmp"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'lc_gone=1' PIPE
main "$@"
