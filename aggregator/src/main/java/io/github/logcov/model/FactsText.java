package io.github.logcov.model;

import java.util.Arrays;
import java.util.StringJoiner;

/** Facts as one line of text: for the messages of failing tests, never for output. */
record FactsText(FileFacts facts) {
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(" ");
    if (facts.isNeverLoaded()) {
      text.add("never-loaded");
    }
    LineHits statements = facts.lines().statements();
    for (int i = 0; i < statements.size(); i++) {
      text.add(statements.line(i) + ":" + statements.hits(i));
    }
    for (int line : facts.lines().run().minus(facts.lines().listed()).toArray()) {
      text.add(line + "+");
    }
    if (!facts.lines().named().isEmpty()) {
      text.add("statements" + facts.lines().named().byTotal().keySet());
    }
    arms(text);
    arcs(text);
    StatementBlocks blocks = facts.statements().blocks();
    for (int i = 0; i < blocks.size(); i++) {
      text.add(blocks.show(i) + ":" + blocks.hits(i));
    }
    PlacedStatements placed = facts.statements().placed();
    for (int i = 0; i < placed.size(); i++) {
      text.add(placed.show(i) + ":" + placed.hits(i));
    }
    functions(text);
    return text.toString();
  }

  private void functions(StringJoiner text) {
    FileFunctions functions = facts.functions();
    for (int i = 0; i < functions.size(); i++) {
      FunctionSet set = functions.functions();
      String alias = functions.isAlias(i) ? "&" : "";
      text.add("@" + set.start(i) + alias + "{" + set.id(i).name() + "}:" + functions.hits(i));
    }
  }

  private void arms(StringJoiner text) {
    IdentifiedArms identified = facts.arms().identified();
    for (int i = 0; i < identified.size(); i++) {
      BranchId id = identified.id(i);
      String taken = identified.taken(i) < 0 ? "-" : Long.toString(identified.taken(i));
      text.add(identified.line(i) + "[" + id.block() + "," + id.branch() + "]:" + taken);
    }
    MissingArms missing = facts.arms().missing();
    for (int i = 0; i < missing.size(); i++) {
      StringJoiner destinations = new StringJoiner(",", "{", "}");
      for (int destination : missing.missing(i)) {
        destinations.add(Integer.toString(destination));
      }
      text.add(missing.line(i) + destinations.toString() + "/" + missing.total(i));
    }
    CountedArms counted = facts.arms().counted();
    for (int i = 0; i < counted.size(); i++) {
      String bounds = Integer.toString(counted.lower(i));
      if (counted.upper(i) > counted.lower(i)) {
        bounds += ".." + counted.upper(i);
      }
      text.add(
          counted.line(i)
              + "("
              + bounds
              + "/"
              + counted.total(i)
              + counted.conditionsText(i)
              + ")");
    }
  }

  private void arcs(StringJoiner text) {
    FileArcs arcs = facts.arms().arcs();
    if (!arcs.namedBy().isEmpty()) {
      text.add("arms" + arcs.namedBy().keySet());
    }
    Arrays.stream(arcs.missing())
        .forEach(arc -> text.add("!" + FileArcs.from(arc) + ">" + FileArcs.to(arc)));
    Arrays.stream(arcs.taken())
        .forEach(arc -> text.add(FileArcs.from(arc) + ">" + FileArcs.to(arc)));
  }
}
