import { expect } from 'chai';
import { shown, type Files } from './resolving';

/** What all cases see. */
const tree: Files = {
  'org/log/Log.java': `package org.log;
import java.util.*;
public class Log<T extends Entry> extends Base implements Store, Comparable<Log> {
  public static final int LIMIT = 1;
  public final String dir = "a";
  private int secret;
  public Log(String dir) {}
  public Result append(T entry) { return null; }
  public Result append(T entry, int times) { return null; }
  public static Log open(String dir) { return null; }
  public T head() { return null; }
  public Entry[] entries() { return null; }
  public List<Entry> list() { return null; }
  @Override public void close() {}
  public int compareTo(Log other) { return 0; }
  public void getClass(String name) {}
  public static class Inner { public int deep; }
  public interface Handler { void handle(Result result); }
}
`,
  'org/log/Entry.java': `package org.log;
public class Entry { public int size() { return 0; } }
`,
  'org/log/Result.java': `package org.log;
public class Result { public boolean done; public Result next() { return this; } }
`,
  'org/log/Base.java': `package org.log;
public abstract class Base { protected Level level = Level.LOW; protected void start() {} private void own() {} }
`,
  'org/log/Store.java': `package org.log;
public interface Store { int SIZE = 1; void close(); }
`,
  'org/log/Level.java': `package org.log;
public enum Level { LOW, HIGH { void x() {} }; public int rank; public static Level of(int rank) { return LOW; } }
`,
  'org/tags/Mark.java': `package org.tags;
public @interface Mark { String value() default ""; }
`,
  'org/keyed/Keyed.java': `package org.keyed;
public class Keyed<E> { public E find(E key) { return key; } }
`,
};

const cases: readonly (readonly [rule: string, text: string, expected: string])[] = [
  ['a type by an import', 'package a; import org.log.Log; class A { «Log» log; }', 'org.log.Log'],
  ['an import of all', 'package a; import org.log.*; class A { «Log» log; }', 'org.log.Log'],
  ['the same package', 'package org.log; class A { «Log» log; }', 'org.log.Log'],
  ['a whole name', 'package a; class A { org.log.«Log» log; }', 'org.log.Log'],
  ['the imported name itself', 'package a; import org.log.«Log»; class A {}', 'org.log.Log'],
  ['a type in a type', 'package a; import org.log.Log; class A { Log.«Inner» i; }', 'org.log.Log.Inner'],
  ['the name in `new`', 'package a; import org.log.Log; class A { Object o = new «Log»("a"); }', 'org.log.Log'],
  ['an annotation', 'package a; import org.tags.Mark; @«Mark» class A {}', 'org.tags.Mark'],
  ["an annotation's element", 'package a; import org.tags.Mark; @Mark(«value» = "x") class A {}', 'org.tags.Mark#value()'],
  ['a static method', 'package a; import org.log.Log; class A { Object o = Log.«open»("a"); }', 'org.log.Log#open(String)'],
  [
    'a static import',
    'package a; import static org.log.Log.open; class A { Object o = «open»("a"); }',
    'org.log.Log#open(String)',
  ],
  ['all static members', 'package a; import static org.log.Log.*; class A { int i = «LIMIT»; }', 'org.log.Log#LIMIT'],
  [
    'a member of a parameter',
    'package a; import org.log.Log; class A { void f(Log log) { log.«close»(); } }',
    'org.log.Log#close()',
  ],
  [
    'a member of a field',
    'package a; import org.log.Log; class A { Log log; void f() { log.«dir».length(); } }',
    'org.log.Log#dir',
  ],
  [
    'a field before a type of its name',
    'package a; import org.log.Log; class A { Log Log; void f() { «Log».close(); } }',
    'a.A#Log',
  ],
  [
    'a member of a local variable',
    'package a; import org.log.*; class A { void f() { Log log = null; log.«head»(); } }',
    'org.log.Log#head()',
  ],
  [
    'an inferred variable',
    'package a; import org.log.*; class A { void f() { var log = Log.open("a"); log.«head»(); } }',
    'org.log.Log#head()',
  ],
  [
    'a chain',
    'package a; import org.log.*; class A { void f(Log<Entry> log) { log.append(null).next().«done» = true; } }',
    'org.log.Result#done',
  ],
  [
    'a type argument',
    'package a; import org.log.*; class A { void f(Log<Entry> log) { log.head().«size»(); } }',
    'org.log.Entry#size()',
  ],
  [
    'the bound of a type parameter',
    'package a; import org.log.*; class A<T extends Log> { T log; void f() { log.«close»(); } }',
    'org.log.Log#close()',
  ],
  [
    "the bound of a method's",
    'package a; import org.log.*; class A { <T extends Log> void f(T log) { log.«close»(); } }',
    'org.log.Log#close()',
  ],
  [
    'an element of an array',
    'package a; import org.log.*; class A { void f(Log log) { log.entries()[0].«size»(); } }',
    'org.log.Entry#size()',
  ],
  [
    'an element of a collection',
    'package a; import org.log.*; class A { void f(Log log) { for (var e : log.list()) e.«size»(); } }',
    'org.log.Entry#size()',
  ],
  [
    'an element with a type',
    'package a; import org.log.*; class A { void f(Log log) { for (Entry e : log.list()) e.«size»(); } }',
    'org.log.Entry#size()',
  ],
  [
    'a resource',
    'package a; import org.log.*; class A { void f() { try (Log log = null) { log.«close»(); } } }',
    'org.log.Log#close()',
  ],
  ['a cast', 'package a; import org.log.*; class A { void f(Object o) { ((Log) o).«close»(); } }', 'org.log.Log#close()'],
  [
    'a method reference',
    'package a; import org.log.*; class A { Object o = (Runnable) Log::«open»; }',
    'org.log.Log#open(String)',
  ],
  ['a constant of an enum', 'package a; import org.log.*; class A { Level l = Level.«HIGH»; }', 'org.log.Level#HIGH'],
  [
    'a constant behind case',
    'package a; import org.log.*; class A { void f(Level l) { switch (l) { case «LOW»: break; } } }',
    'org.log.Level#LOW',
  ],
  ['this', 'package a; class A { int i; void f() { this.«i» = 1; } }', 'a.A#i'],
  ['this of the class around', 'package a; class A { int i; class B { int i; void f() { A.this.«i» = 1; } } }', 'a.A#i'],
  ['super', 'package a; class A extends org.log.Base { void start() { super.«start»(); } }', 'org.log.Base#start()'],
  ['what is inherited', 'package a; class A extends org.log.Base { void f() { «start»(); } }', 'org.log.Base#start()'],
  ['a constant of an interface', 'package a; class A implements org.log.Store { int i = «SIZE»; }', 'org.log.Store#SIZE'],
  [
    'what an anonymous class inherits',
    'package a; class A { Object o = new org.log.Base() { void f() { «start»(); } }; void start() {} }',
    'org.log.Base#start()',
  ],
  [
    'overloads by the number of arguments',
    'package a; import org.log.*; class A { void f(Log log) { log.«append»(null, 2); } }',
    'org.log.Log#append(T,int)',
  ],
];

/** Nothing, or what is only possible. */
const uncertain: typeof cases = [
  ['a local variable', 'package a; class A { int i; void f() { int i = 1; «i» = 2; } }', '-'],
  ['a parameter of a lambda', 'package a; class A { int i; Object o = (Run) i -> «i»; }', '-'],
  ['a variable of a pattern', 'package a; class A { int i; void f(Object o) { if (o instanceof Integer i) g(«i»); } }', '-'],
  [
    'a field of an anonymous class',
    'package a; class A { int i; Object o = new Object() { int i; void f() { «i» = 1; } }; }',
    '-',
  ],
  ['a type parameter', 'package a; import org.log.*; class A { <Log> void f(«Log» log) {} }', '-'],
  [
    'a method of every object',
    'package a; import org.log.*; class A { void f(Log log) { log.«getClass»(); } }',
    '? org.log.Log#getClass',
  ],
  ['a private member of a parent', 'package a; class A extends org.log.Base { void f() { «own»(); } }', '-'],
  [
    'an inherited overload beside one here',
    'package a; class A extends org.keyed.Keyed<A> { public A find(String name) { return «find»(this); } }',
    '? a.A#find, org.keyed.Keyed#find',
  ],
  [
    'what a parent from elsewhere may have',
    'package a; import x.Strange; class A extends Strange { void g() {} class B extends Strange { void f() { «g»(); } } }',
    '? a.A#g',
  ],
  ['a value of unknown type', 'package a; class A { void f() { what().«append»(null); } }', '? org.log.Log#append'],
  ['a member of what is not in the tree', 'package a; import java.util.List; class A { void f(List l) { l.«append»(1); } }', '-'],
  ['the declared name', 'package a; class A { void «f»() {} }', '-'],
];

describe('uses in Java', () => {
  for (const [rule, text, expected] of cases) {
    it(`are resolved: ${rule}`, async () => {
      expect(await shown({ ...tree, 'a/A.java': text })).to.equal(expected);
    });
  }
  for (const [rule, text, expected] of uncertain) {
    it(`are not certain: ${rule}`, async () => {
      expect(await shown({ ...tree, 'a/A.java': text })).to.equal(expected);
    });
  }
});
