"""jacococli: merge and report."""

import os
import shutil

from peers.common import FIXTURES, ROOT, fetch, of_jacoco_xml, run

JACOCO = os.path.join(FIXTURES, "src", "main", "resources", "reports", "jacoco", "matrix")
JACOCO_VERSION = "0.8.16"
JAVA = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"


def jacococli(logcov, work):
    maven = os.path.join(ROOT, "mvnw")
    with open(os.path.join(work, "pom.xml"), "w") as file:
        file.write("""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>none</groupId>
<artifactId>none</artifactId><version>0</version><dependencies><dependency><groupId>org.jacoco</groupId>
<artifactId>org.jacoco.cli</artifactId><version>%s</version></dependency></dependencies></project>""" % JACOCO_VERSION)
    fetch([maven, "-q", "-B", "-f", work, "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
         "-DoutputDirectory=" + os.path.join(work, "lib")], ROOT)
    command = [JAVA, "-cp", os.path.join(work, "lib", "*"), "org.jacoco.cli.internal.Main"]
    builds = {"one build, two JDKs": (("a", "b", "c"), "commons-cli-1.9.0.jar"),
              "two builds, two JDKs": (("new17", "new25"), "new17.jar")}
    for number, (name, (jobs, classes)) in enumerate(builds.items()):
        folder = os.path.join(work, str(number))
        os.mkdir(folder)
        for job, each in enumerate(jobs, 1):
            shutil.copy(os.path.join(JACOCO, each + ".exec"), os.path.join(folder, "jacoco.exec"))
            logcov.emit(folder, "jacoco.exec", os.path.join(folder, "logs"), job)
        library = os.path.join(JACOCO, classes)
        run([*command, "merge", *(os.path.join(JACOCO, each + ".exec") for each in jobs), "--destfile", "all.exec"], folder)
        run([*command, "report", "all.exec", "--classfiles", library, "--xml", "all.xml"], folder)
        theirs = of_jacoco_xml(os.path.join(folder, "all.xml"))
        yield name, theirs, logcov.check(os.path.join(folder, "logs"), "--classes", library)
        if number == 1:
            xml = os.path.join(folder, "jacoco.xml")
            shutil.copy(os.path.join(JACOCO, "new25.xml"), xml)
            logcov.emit(folder, "jacoco.xml", os.path.join(folder, "logs"), 2)
            yield name + ", jacoco.xml", theirs, logcov.check(os.path.join(folder, "logs"), "--classes", library)
