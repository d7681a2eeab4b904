import type { Files } from './resolving';

/** The source tree that all cases in Scala see. */
export const scalaTree: Files = {
  'kafka/log/Log.scala': `package kafka.log
import kafka.utils.Logging
case class Batch(size: Int, owner: Log)
class Log(val dir: String, hidden: Int) extends Logging {
  def append(batch: Batch): Result = null
  def read(offset: Long, most: Int = 1): Result = null
  def read(name: String): Result = null
  def first: Option[Batch] = None
  def all: Seq[Batch] = Nil
  def byName: Map[String, Log] = null
  val config = new Config("a")
  def apply(index: Int): Batch = null
}
object Log { val Empty: Log = null; def apply(dir: String): Log = null; class Inner { def deep = 1 } }
class Result { def done(): Boolean = true }
`,
  'kafka/log/Config.scala': `package kafka.log
class Config(name: String) { def retention: Long = 1L }
`,
  'kafka/utils/Logging.scala': `package kafka.utils
trait Logging { def info(message: String): Unit = (); private def own(): Unit = () }
class Pool[K, V] { def get(key: K): V = null.asInstanceOf[V] }
object Tools { def inLock[T](lock: Any)(body: => T): T = body; val Name = "a"; implicit class Rich(log: Log) { def rich = 1 } }
`,
  'kafka/utils/package.scala': `package kafka
package object utils { def twice(i: Int) = 2 * i; type Alias = kafka.log.Log }
`,
  'kafka/other/Other.scala': `package kafka.other
class Config { def other = 1 }
object Shy { private[utils] class Config; private[kafka] class Seen }
class Parent { private val own = 1; private class Mine; def many(i: Int) = 1; def many(s: String, i: Int) = 1 }
class Stream extends java.io.OutputStream { def write(b: Int): Unit = (); def write(b: Array[Long]): Unit = () }
class Set { def level = 1; def level_=(i: Int): Unit = (); var plain = 1 }
`,
  'kafka/log/log/Deep.scala': `package kafka.log.log
class Log
`,
  'org/Errors.java': `package org;
public enum Errors { NONE, FAILED; public short code() { return 0; } public static Errors of(short code) { return NONE; } }
`,
  'org/Base.java': `package org;
public class Base { public static final int LIMIT = 1; protected Errors error; public Errors error() { return error; } }
`,
};
