import { scalaTree as tree } from './scalaTree';
import { checkUses, type UseCases } from './useCases';

/** The cases in which one name hides another, is not inherited, or is assigned. */
const cases: UseCases = [
  [
    'several parents',
    'package kafka.log\nclass A(l: Log) extends Product with Serializable { def f = l.«append»(null) }',
    'kafka.log.Log#append(Batch)',
  ],
  [
    'a class in the file before an import of all',
    'package a\nimport kafka.log._\nclass Config { def f: «Config» = null }',
    'a.Config',
  ],
  [
    'a class in the file before one that another import hides',
    'package a\nimport kafka.log._\nimport kafka.log.{Config => C}\nclass Config { def f: «Config» = null }',
    'a.Config',
  ],
  [
    'an import by name before the package',
    'package kafka.other\nimport kafka.log.Config\nclass A { def f: «Config» = null }',
    'kafka.log.Config',
  ],
  [
    'an import through the one before it',
    'package a\nimport kafka.utils.Tools\nimport Tools._\nclass A { val x = «Name» }',
    'kafka.utils.Tools$#Name',
  ],
  [
    'an import through a renamed one',
    'package kafka.utils\nimport kafka.log.{Log => Tools}\nimport Tools.«Empty»\nclass A',
    'kafka.log.Log$#Empty',
  ],
  [
    'a whole path in an import',
    'package kafka.log\nimport _root_.kafka.log.{Config => C}\nclass A { val c: «C» = null }',
    'kafka.log.Config',
  ],
  ['a relative import', 'package kafka\npackage log\nimport log.«Log»\nclass A', 'kafka.log.log.Log'],
  [
    'a class for the packages around',
    'package kafka.log\nimport kafka.other.Shy.Seen\nclass A { val c: «Seen» = null }',
    'kafka.other.Shy$.Seen',
  ],
  [
    'a private value of a parent beside it',
    'package a\nclass A { val i = 1; class B { private val i = 2 }; class C extends B { def f = «i» } }',
    'a.A#i',
  ],
  [
    'a parameter of a parent beside it',
    'package a\nclass A { val i = 1; class B(i: Int); class C extends B(1) { def f = «i» } }',
    'a.A#i',
  ],
  [
    'a private value of what an anonymous class extends',
    'package a\nclass A { val i = 1; class B { private val i = 2 }; def g = new B { def f = «i» } }',
    'a.A#i',
  ],
  [
    'a private class of a parent beside it',
    'package a\nclass A { class B { private class T }; class C extends B { def f: «T» = null } }\nclass T',
    'a.T',
  ],
  ['a setter', 'package a\nclass A(s: kafka.other.Set) { s.«level» = 2 }', 'kafka.other.Set#level_=(Int)'],
  ['a setter here', 'package a\nclass A { def l = 1; def l_=(i: Int): Unit = (); def f = { «l» = 2 } }', 'a.A#l_=(Int)'],
  ['a variable that is set', 'package a\nclass A(s: kafka.other.Set) { s.«plain» = 2 }', 'kafka.other.Set#plain'],
  [
    'a method with a setter beside it, where it is read',
    'package a\nclass A(s: kafka.other.Set) { s.plain = s.«level» }',
    'kafka.other.Set#level()',
  ],
];

/** The cases without an answer, or with one that is only possible. */
const uncertain: UseCases = [
  [
    'a class that an import may not see',
    'package kafka.log\nimport kafka.other.Shy.Config\nclass A { val c: «Config» = null }',
    '-',
  ],
  [
    'a class of the package in another file beside an import of all',
    'package kafka.other\nimport kafka.log._\nclass A { val c: «Config» = null }',
    '-',
  ],
  [
    'a value beside inherited methods of its name',
    'package a\nclass A extends kafka.other.Parent { val many = "a"; def f = «many»(1) }',
    '? a.A#many, kafka.other.Parent#many',
  ],
  [
    'an overload that a parent outside may have',
    'package a\nclass A(s: kafka.other.Stream, b: Array[Byte]) { s.«write»(b) }',
    '? kafka.other.Stream#write',
  ],
];

describe('uses in Scala, of names that several things have', () => {
  checkUses(tree, 'a/A.scala', { cases, uncertain });
});
