import { scalaTree as tree } from './scalaTree';
import { checkUses, type UseCases } from './useCases';

/** The cases of a use, in a class's method or elsewhere in a file, with a certain answer. */
const cases: UseCases = [
  ['a type by an import', 'package a\nimport kafka.log.Log\nclass A { val l: «Log» = null }', 'kafka.log.Log'],
  ['the name in `new`', 'package a\nimport kafka.log._\nclass A { val l = new «Config»("a") }', 'kafka.log.Config'],
  ['an object by an import', 'package a\nimport kafka.log.Log\nclass A { val l = «Log».Empty }', 'kafka.log.Log$'],
  ['a member of an object', 'package a\nimport kafka.log.Log\nclass A { val l = Log.«Empty» }', 'kafka.log.Log$#Empty'],
  ['a type in an object', 'package a\nimport kafka.log.Log\nclass A { val l: Log.«Inner» = null }', 'kafka.log.Log$.Inner'],
  [
    'a case class without companion',
    'package a\nimport kafka.log.Batch\nclass A { val b = «Batch»(1, null) }',
    'kafka.log.Batch',
  ],
  ['an import of all', 'package a\nimport kafka.log._\nclass A { val l: «Log» = null }', 'kafka.log.Log'],
  ['a renamed import', 'package a\nimport kafka.log.{Log => Journal}\nclass A { val l: «Journal» = null }', 'kafka.log.Log'],
  ['a hidden import', 'package a\nimport kafka.log.{Log => _, _}\nclass A { val l: «Log» = null }', '-'],
  ['an import relative to the package', 'package kafka\nimport log.Log\nclass A { val l: «Log» = null }', 'kafka.log.Log'],
  ['the same package', 'package kafka.log\nclass A { val l: «Config» = null }', 'kafka.log.Config'],
  ['the package around', 'package kafka\npackage log\nclass A { val l: «Config» = null }', 'kafka.log.Config'],
  [
    'a class of the package around, with both packages in one clause, as nothing',
    'package kafka.log.deep\nclass A { val l: «Config» = null }',
    '-',
  ],
  ['a package object', 'package a\nimport kafka.utils._\nclass A { val x = «twice»(1) }', 'kafka.utils.package$#twice(Int)'],
  [
    'a member through a type alias',
    'package a\nimport kafka.utils.Alias\nclass A { def f(l: Alias) = l.«first» }',
    'kafka.log.Log#first()',
  ],
  [
    'an import of a member',
    'package a\nimport kafka.utils.Tools.inLock\nclass A { val x = «inLock»(this) { 1 } }',
    'kafka.utils.Tools$#inLock(Object,=>T)'.replace('Object', 'Any'),
  ],
  ['all members of an object', 'package a\nimport kafka.utils.Tools._\nclass A { val x = «Name» }', 'kafka.utils.Tools$#Name'],
  [
    'members of a value',
    'package a\nimport kafka.log.Log\nclass A(log: Log) { import log._; val x = «dir» }',
    'kafka.log.Log#dir',
  ],
  ['the imported name itself', 'package a\nimport kafka.utils.«Pool»\nclass A', 'kafka.utils.Pool'],
  [
    'an import that names a class and its object',
    'package a\nimport kafka.log.«Log»\nclass A',
    '? kafka.log.Log, kafka.log.Log$',
  ],

  [
    'a parameter',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.«append»(null) }',
    'kafka.log.Log#append(Batch)',
  ],
  [
    'a parameter of the class',
    'package a\nimport kafka.log._\nclass A(log: Log) { def f = log.«append»(null) }',
    'kafka.log.Log#append(Batch)',
  ],
  ['a field', 'package a\nimport kafka.log._\nclass A { var log: Log = _; def f = log.«dir» }', 'kafka.log.Log#dir'],
  [
    'a value made by new',
    'package a\nimport kafka.log._\nclass A { def f = { val log = new Log("a", 1); log.«dir» } }',
    'kafka.log.Log#dir',
  ],
  [
    'a value made by apply',
    'package a\nimport kafka.log._\nclass A { def f = { val log = Log("a"); log.«dir» } }',
    'kafka.log.Log#dir',
  ],
  [
    'a value made by a case class',
    'package a\nimport kafka.log._\nclass A { def f = { val b = Batch(1, null); b.«size» } }',
    'kafka.log.Batch#size',
  ],
  [
    'a chain',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.append(null).«done»() }',
    'kafka.log.Result#done()',
  ],
  [
    'an inferred member',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.config.«retention» }',
    'kafka.log.Config#retention()',
  ],
  [
    'a member of what apply returns',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log(1).«size» }',
    'kafka.log.Batch#size',
  ],
  [
    'an operator',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log «append» null }',
    'kafka.log.Log#append(Batch)',
  ],
  [
    'a member in an interpolated string',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = s"at ${log.«dir»}" }',
    'kafka.log.Log#dir',
  ],
  [
    'a type argument',
    'package a\nimport kafka.log._\nimport kafka.utils.Pool\nclass A { val p = new Pool[String, Log]; val q: Pool[String, Log] = p; def f = q.get("a").«dir» }',
    'kafka.log.Log#dir',
  ],
  [
    'an element of an option',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.first.foreach { b => b.«size» } }',
    'kafka.log.Batch#size',
  ],
  [
    'an element in a for',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = for (b <- log.all) yield b.«owner» }',
    'kafka.log.Batch#owner',
  ],
  [
    'the parts of a map',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.byName.foreach { case (name, l) => l.«dir» } }',
    'kafka.log.Log#dir',
  ],
  [
    'a pattern with a type',
    'package a\nimport kafka.log._\nclass A { def f(x: Any) = x match { case l: Log => l.«dir» } }',
    'kafka.log.Log#dir',
  ],
  [
    'a component of a case class',
    'package a\nimport kafka.log._\nclass A { def f(x: Any) = x match { case Batch(_, o) => o.«dir» } }',
    'kafka.log.Log#dir',
  ],
  ['an ascription', 'package a\nimport kafka.log._\nclass A { def f(x: Any) = x.asInstanceOf[Log].«dir» }', 'kafka.log.Log#dir'],
  ['a Java enum', 'package a\nimport org.Errors\nclass A { def f = Errors.NONE.«code» }', 'org.Errors#code()'],
  ['a static field', 'package a\nimport org.Base\nclass A { def f = Base.«LIMIT» }', 'org.Base#LIMIT'],

  ['this', 'package a\nclass A { def g = 1; def f = this.«g» }', 'a.A#g()'],
  ['the class around by this', 'package a\nclass A { def g = 1; class B { def g = 2; def f = A.this.«g» } }', 'a.A#g()'],
  [
    'super',
    'package a\nimport kafka.utils.Logging\nclass A extends Logging { def f = super.«info»("a") }',
    'kafka.utils.Logging#info(String)',
  ],
  [
    'an inherited method',
    'package kafka.log\nclass A extends Log("a", 1) { def f = «info»("a") }',
    'kafka.utils.Logging#info(String)',
  ],
  [
    'an inherited method of a value',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.«info»("a") }',
    'kafka.utils.Logging#info(String)',
  ],
  [
    'an overriding method',
    'package a\nimport kafka.utils.Logging\nclass A extends Logging { override def info(message: String): Unit = (); def f = «info»("a") }',
    'a.A#info(String)',
  ],
  [
    'the self type',
    'package a\nimport kafka.log.Log\ntrait A { self: Log => def f = «append»(null) }',
    'kafka.log.Log#append(Batch)',
  ],
  ['the self name', 'package a\nclass A { me => def g = 1; def f = me.«g» }', 'a.A#g()'],
  ['a class around', 'package a\nclass A { def g = 1; class B { def f = «g» } }', 'a.A#g()'],
  [
    'an inherited member of an anonymous class',
    'package a\nimport kafka.log._\nclass A { def f = new Log("a", 1) { def h = «append»(null) } }',
    'kafka.log.Log#append(Batch)',
  ],
  [
    'a definition before an import inside it',
    'package a\nclass A { import B._; def f = «g»; private def g = 1 }\nobject B { def g(i: Int) = 1 }',
    'a.A#g()',
  ],

  [
    'overloads by the number of arguments',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.«read»(1L, 2) }',
    'kafka.log.Log#read(Long,Int)',
  ],
  [
    'overloads that both fit',
    'package a\nimport kafka.log._\nclass A { def f(log: Log) = log.«read»(1L) }',
    'kafka.log.Log#read(Long,Int) (String)',
  ],
];

/** The cases without an answer, or with one that is only possible. */
const uncertain: UseCases = [
  ['a local value', 'package a\nclass A { val g = 1; def f = { val g = 2; «g» } }', '-'],
  [
    'a local value of unknown type',
    'package a\nimport kafka.log._\nclass A { val log: Log = null; def f = { val log = what(); log.«retention» } }',
    '? kafka.log.Config#retention',
  ],
  [
    'a value that a function gets',
    'package a\nimport kafka.log._\nclass A { val log: Log = null; def f = other { log => «log» } }',
    '-',
  ],
  ['a value that a pattern binds', 'package a\nclass A { val g = 1; def f(x: Any) = x match { case g => «g» } }', '-'],
  ['a value that a for binds', 'package a\nclass A { val g = 1; def f = for { g <- xs; h <- «g» } yield h }', '-'],
  ['a method in a method', 'package a\nclass A { def g = 1; def f = { def g = 2; «g» } }', '-'],
  [
    'a name that a block declares later',
    'package a\nclass A { def g = 1; def f = { lazy val x = «g»; lazy val g = 2; x } }',
    '-',
  ],
  ['a type parameter', 'package a\nimport kafka.log._\nclass A { def f[Log](log: «Log») = 1 }', '-'],
  ['a type parameter of the class', 'package a\nimport kafka.log._\nclass A[Log] { def f(log: «Log») = 1 }', '-'],
  ['a parameter that is no member', 'package a\nclass A(g: Int) { def f = «g» }', '-'],
  ['a named argument', 'package a\nclass A { def size = 1; def f = kafka.log.Batch(«size» = 1, owner = null) }', '-'],
  [
    'a method of an implicit class',
    'package a\nimport kafka.utils.Tools._\nimport kafka.log.Log\nclass A { def f(log: Log) = log.«rich» }',
    '-',
  ],
  ['a private member of a parent', 'package a\nimport kafka.utils.Logging\nclass A extends Logging { def f = «own»() }', '-'],
  [
    'a member of what is not in the tree',
    'package a\nimport scala.util.Random\nclass A { def f(r: Random) = r.«append»(1) }',
    '-',
  ],
  [
    'a name that an unknown parent may have',
    'package a\nimport x.Strange\nimport kafka.utils.Tools._\nclass A extends Strange { def f = «twice»(1) }',
    '? kafka.utils.package$#twice',
  ],
  ['a name that an unknown import may have', 'package kafka.log\nimport strange._\nclass A { val c: «Config» = null }', '-'],
  ['the declared name', 'package a\nclass A { def «f» = 1 }', '-'],
  ['a package', 'package a\nimport «kafka».log.Log\nclass A', '-'],
];

describe('uses in Scala', () => {
  checkUses(tree, 'a/A.scala', { cases, uncertain });
});
