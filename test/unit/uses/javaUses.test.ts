import type { Files } from './resolving';
import { checkUses, type UseCases } from './useCases';

/** The source tree that all cases see. */
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
  'org/shy/Shy.java': `package org.shy;
public class Shy { int near; class Near {} private int mine; private void my() {} private static class Mine {} protected int below; }
`,
  'other/Far.java': 'package other; public class Far extends org.shy.Shy {}',
  'org/shy/Stream.java': `package org.shy;
public class Stream extends java.io.OutputStream { public void write(int b) {} public void write(long[] b) {} public void close() {} }
`,
};

const cases: UseCases = [
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
  ['an inherited method', 'package a; class A extends org.log.Base { void f() { «start»(); } }', 'org.log.Base#start()'],
  ['a constant of an interface', 'package a; class A implements org.log.Store { int i = «SIZE»; }', 'org.log.Store#SIZE'],
  [
    'a method that an anonymous class inherits',
    'package a; class A { Object o = new org.log.Base() { void f() { «start»(); } }; void start() {} }',
    'org.log.Base#start()',
  ],
  [
    'overloads by the number of arguments',
    'package a; import org.log.*; class A { void f(Log log) { log.«append»(null, 2); } }',
    'org.log.Log#append(T,int)',
  ],
];

/**
 * The cases in which a name means a member of what is around, or of a class of another package, and not what the class seems to
 * inherit.
 */
const inherited: UseCases = [
  [
    'a field for its package alone',
    'package a; class A { int near; class B extends org.shy.Shy { int f() { return «near»; } } }',
    'a.A#near',
  ],
  ['a class for its package alone', 'package a; class A extends org.shy.Shy { «Near» n; } class Near {}', 'a.Near'],
  [
    'a field for its package alone, in that package',
    'package org.shy; class A { int near; class B extends Shy { int f() { return «near»; } } }',
    'org.shy.Shy#near',
  ],
  [
    'a field for its package alone, behind a class of another',
    'package org.shy; class A { int near; Object o = new other.Far() { int f() { return «near»; } }; }',
    'org.shy.A#near',
  ],
  [
    'a protected field',
    'package a; class A { int below; class B extends org.shy.Shy { int f() { return «below»; } } }',
    'org.shy.Shy#below',
  ],
  [
    'a private field beside it',
    'package a; class A { int i; class B { private int i; } class C extends B { int f() { return «i»; } } }',
    'a.A#i',
  ],
  [
    'a private method beside it',
    'package a; class A { void m() {} class B { private void m() {} } class C extends B { void f() { «m»(); } } }',
    'a.A#m()',
  ],
  [
    'a private class beside it',
    'package a; class A { static class B { private class T {} } class C extends B { «T» t; } } class T {}',
    'a.T',
  ],
  [
    'a private field of what an anonymous class extends',
    'package a; class A { int i; class B { private int i; } Object o = new B() { int f() { return «i»; } }; }',
    'a.A#i',
  ],
  [
    'a method without parameters, whatever the parent outside has',
    'package a; class A { void f(org.shy.Stream s) { s.«close»(); } }',
    'org.shy.Stream#close()',
  ],
];

const records: UseCases = [
  ['a component', 'package a; class A { int x; record P(int x) { int f() { return «x»; } } }', 'a.A.P#x'],
  ["a component's method", 'package a; class A { record P(A x) {} int i; int f(P p) { return p.x().«i»; } }', 'a.A#i'],
  [
    'a method that is written for it',
    'package a; class A { record P(int x) { public int x() { return 1; } } int f(P p) { return p.«x»(); } }',
    'a.A.P#x()',
  ],
];

/** The cases without an answer, or with one that is only possible. */
const uncertain: UseCases = [
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
    'a method that a parent outside may have, too',
    'package a; import x.Strange; class A extends Strange { void g() {} class B extends Strange { void f() { «g»(); } } }',
    '? a.A#g',
  ],
  ['a value of unknown type', 'package a; class A { void f() { what().«append»(null); } }', '? org.log.Log#append'],
  ['a member of what is not in the tree', 'package a; import java.util.List; class A { void f(List l) { l.«append»(1); } }', '-'],
  ['a parameter of a compact constructor', 'package a; class A { int x; record P(int x) { P { «x» = 1; } } }', '-'],
  [
    'an overload that a parent outside may have',
    'package a; class A { void f(org.shy.Stream s, byte[] b) { s.«write»(b); } }',
    '? org.shy.Stream#write',
  ],
  ['the declared name', 'package a; class A { void «f»() {} }', '-'],
];

describe('uses in Java', () => {
  checkUses(tree, 'a/A.java', { cases: [...cases, ...inherited, ...records], uncertain });
});
