#!/bin/sh
# logcov (Apache-2.0): this shell script has a jar behind it. It finds a Java of 17 or newer, without starting one to ask
# for its version, and runs the jar with it. The jar runs by itself too: java -jar logcov
#   LOGCOV_JAVA       the Java to use, its home or its java command
#   LOGCOV_JAVA_OPTS  options for Java, such as -Xmx1g

looked=

# Remembers a place without a fitting Java, for the message at the end.
passed_by() {
  looked="$looked
  $1"
}

# Sets feature to the feature release (8, 11, 17 ...) of the Java whose home is $1; empty when it cannot be told.
read_feature() {
  feature=
  release=$1/release
  # A Java 8 may be the jre folder of its JDK, which has the file.
  case $1 in
  */jre) [ -f "$release" ] || release=${1%/jre}/release ;;
  esac
  [ -f "$release" ] && [ -r "$release" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
    JAVA_VERSION=*)
      feature=${line#JAVA_VERSION=}
      feature=${feature#\"}
      feature=${feature#1.}
      feature=${feature%%[!0-9]*}
      return 0
      ;;
    esac
  done <"$release"
}

# Sets home to the home of the java command $1, through its symbolic links.
find_home() {
  # Most lead into this folder. To compare files takes no process, where readlink takes 2 ms for each link; what cannot compare
  # them goes on. Nor is readlink -f everywhere.
  for home in /usr/lib/jvm/*; do
    # shellcheck disable=SC3013 # As said: where there is no -ef, none is equal.
    [ "$home/bin/java" -ef "$1" ] 2>/dev/null && return
  done
  command_file=$1
  links=0
  while [ -h "$command_file" ] && [ "$links" -lt 40 ]; do
    link=$(readlink "$command_file" 2>/dev/null) || break
    [ -n "$link" ] || break
    case $link in
    /*) command_file=$link ;;
    *) command_file=${command_file%/*}/$link ;;
    esac
    links=$((links + 1))
  done
  home=${command_file%/*}/..
  # Not beside a Java 8 within its JDK, where the name of the folder matters.
  [ -f "$home/release" ] || home=$(cd "$home" 2>/dev/null && pwd -P) || home=
}

# Is the Java with home $2 and command $3 new enough? One whose version cannot be told is taken ($4 = unknown) or not:
# the class that starts first checks it again.
fits() {
  if [ ! -f "$3" ] || [ ! -x "$3" ]; then
    passed_by "$1: no java there"
    return 1
  fi
  read_feature "$2"
  if [ -z "$feature" ]; then
    [ "${4-}" = unknown ] && return 0
    passed_by "$1: its version cannot be told"
    return 1
  fi
  [ "$feature" -ge 17 ] && return 0
  passed_by "$1: Java $feature"
  return 1
}

die() {
  printf '%s\n' "$1" >&2
  exit 2
}

how='Install one (Debian and Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17; or
https://adoptium.net), or name one that is there already: LOGCOV_JAVA=/path/to/its/home'

# Sets java to the java command to use.
find_java() {
  if [ -n "${LOGCOV_JAVA-}" ]; then
    java=$LOGCOV_JAVA
    if [ -d "$java" ]; then
      java=${java%/}/bin/java
      home=${LOGCOV_JAVA%/}
    else
      case $java in
      */*) ;;
      *) java=$(command -v "$java" 2>/dev/null) || java=$LOGCOV_JAVA ;;
      esac
      find_home "$java"
    fi
    fits "LOGCOV_JAVA=$LOGCOV_JAVA" "$home" "$java" unknown ||
      die "logcov needs Java 17 or newer, but ${looked#*  }. Name a newer one there, or unset LOGCOV_JAVA to let logcov look for one."
    return
  fi

  if [ -n "${JAVA_HOME-}" ]; then
    java=${JAVA_HOME%/}/bin/java
    fits "JAVA_HOME=$JAVA_HOME" "${JAVA_HOME%/}" "$java" unknown && return
  else
    passed_by 'JAVA_HOME: not set'
  fi

  java=$(command -v java 2>/dev/null) || java=
  case $java in
  /*)
    find_home "$java"
    # On macOS /usr/bin/java is there even when no Java is; it only looks for one and complains.
    if [ "$java" != /usr/bin/java ] || [ ! -x /usr/libexec/java_home ]; then
      fits "$java" "$home" "$java" unknown && return
    fi
    ;;
  *) passed_by 'PATH: no java' ;;
  esac

  for home in /usr/local/lib/jvm/* /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    java=$home/bin/java
    [ -x "$java" ] || continue
    fits "$home" "$home" "$java" && return
  done
  passed_by 'and all of /usr/local/lib/jvm, /usr/lib/jvm, /Library/Java/JavaVirtualMachines'
  die "logcov needs Java 17 or newer and found none. It looked at:$looked
$how"
}

# What Java opens first would get the number of a standard stream that is closed, and would be read or written as that stream.
open_streams() {
  { { :; } 3<&0; } 2>/dev/null || exec </dev/null
  # Who prints frames has to fail without a stream for them.
  { { :; } 3>&1; } 2>/dev/null || [ "${1-}" = emit ] || exec >/dev/null
  # Some shells end where this stream is missing, so that another has to look, if it cannot be seen.
  [ -e /dev/fd/2 ] || (: 3>&2) || exec 2>/dev/null
}

# How wide the terminal is that standard input is.
width_of_terminal() {
  columns=$(stty size 2>/dev/null) || columns=
  columns=${columns##* }
  case $columns in
  '' | *[!0-9]* | 0) columns=80 ;;
  esac
  echo "$columns"
}

# Sets kilobytes to the size of the files and folders behind --logs; folders in them are not counted.
measure_logs() {
  kilobytes=0
  behind_logs=
  for argument; do
    path=$argument
    case $argument in
    --logs) behind_logs=yes ;;
    --logs=*) path=${argument#--logs=} behind_logs=yes ;;
    -*) behind_logs= ;;
    esac
    if [ -n "$behind_logs" ] && [ -e "$path" ]; then
      # The first number is the size: of a folder in the line "total N", of a file in "N name".
      # shellcheck disable=SC2012 # No name is read, and find would go through all folders below.
      listing=$(ls -skL -- "$path" 2>/dev/null)
      size=${listing#"${listing%%[0-9]*}"}
      size=${size%%[!0-9]*}
      kilobytes=$((kilobytes + ${size:-0}))
    fi
  done
}

# Can the options for class paths name the jar? They take a colon for their separator, and Git Bash rewrites them.
can_be_named() {
  case $self:${OS-} in
  *:*:* | *:Windows_NT) return 1 ;;
  esac
}

# May Java's boot loader load our classes? That one is native and verifies nothing, which is a quarter of the time of a short
# run. $1 is the command, $2 options for Java: agents look at classes that are loaded as usual. The other commands end too soon,
# or ask for the jar that they came from.
may_boot() {
  case $1 in
  check | wait | extract | inspect) ;;
  *) return 1 ;;
  esac
  case $2 in
  *-javaagent:* | *-agent* | *-Xbootclasspath*) return 1 ;;
  esac
}

run() {
  open_streams "$@"
  find_java

  # The file of this script; a shell that was given a bare name found it in the current directory or in PATH.
  self=$0
  case $self in
  */*) ;;
  *) [ -f "$self" ] || self=$(command -v -- "$self") || die "logcov: cannot find its own file, $0" ;;
  esac

  # The serial collector starts fastest. No heap size: Java's own default, or the one given. Java refuses two collectors, so
  # that a given one replaces ours. Java 17 by itself starts even faster, with the one that can use the objects in its archive
  # of classes; that decides only where nothing else is done.
  given=" ${JAVA_TOOL_OPTIONS-} ${JDK_JAVA_OPTIONS-} ${LOGCOV_JAVA_OPTS-} "
  flags=-XX:+UseSerialGC
  [ "$*" = --version ] && flags=
  case $given in
  *-XX:+Use*GC*) flags= ;;
  esac
  # For a short run compiling once, quickly, is enough. Large logs are worth the second compiler, which alone has the fast
  # SHA-256, but only for what runs very often: 30 times Java's own thresholds. And what is hot is compiled once by itself, not
  # once more within each of its callers, which would take that compiler longer than all else together.
  case $given in
  *-XX:TieredStopAtLevel=* | *TieredCompilation*) ;;
  *)
    measure_logs "$@"
    if [ "$kilobytes" -gt 32768 ]; then
      flags="$flags -XX:Tier4InvocationThreshold=150000 -XX:Tier4MinInvocationThreshold=18000"
      flags="$flags -XX:Tier4CompileThreshold=450000 -XX:Tier4BackEdgeThreshold=1200000"
      flags="$flags -XX:FreqInlineSize=70 -XX:CompileCommand=quiet"
      # Code of the first compiler need not write down which way it goes: what runs so often is fast without that, too. A newer
      # Java may not know this option, nor does one without that compiler, as on rare processors, and neither would start.
      case $feature:$(uname -m 2>/dev/null) in
      1[7-9]:x86_64 | 2[0-5]:x86_64 | 1[7-9]:a*64 | 2[0-5]:a*64) flags="$flags -XX:-C1UpdateMethodData" ;;
      esac
      # All of SHA-256 runs in these two, which that compiler knows without having watched them.
      for method in DigestBase::implCompressMultiBlock0 SHA2::implCompress; do
        flags="$flags -XX:CompileCommand=CompileThresholdScaling,sun.security.provider.$method,0.001"
      done
    else
      flags="$flags -XX:TieredStopAtLevel=1"
    fi
    ;;
  esac

  # By its name among the classes, since for -jar Java reads the names of all entries of the jar once more, and for the boot
  # loader's classes they are not read at all.
  own_classes=
  if can_be_named; then
    may_boot "${1-}" "$given" && own_classes=$self
    set -- -cp "$self" io.github.logcov.cli.launcher.Launcher "$@"
  else
    set -- -jar "$self" "$@"
  fi

  # Progress and colours are for terminals alone; Java cannot tell whether a stream is one, and how wide.
  # Within $(...) standard output is a pipe, so its terminal goes in as another stream.
  [ -t 1 ] && { flags="$flags -Dlogcov.screen=$(width_of_terminal <&3)"; } 3>&1
  [ -t 2 ] && flags="$flags -Dlogcov.terminal=$(width_of_terminal <&2)"

  # Java names files in the encoding of the locale; in the plain C locale it could open no name beyond ASCII.
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
  '' | C | POSIX)
    LC_ALL=C.UTF-8
    export LC_ALL
    ;;
  esac

  # The options are words; none of them is a pattern of files. Java itself does not know TMPDIR.
  set -f
  # shellcheck disable=SC2086
  exec "$java" $flags ${own_classes:+"-Xbootclasspath/a:$own_classes"} ${TMPDIR:+"-Djava.io.tmpdir=$TMPDIR"} \
    ${LOGCOV_JAVA_OPTS-} "$@"
}

run "$@"
exit 2
# The jar follows.
