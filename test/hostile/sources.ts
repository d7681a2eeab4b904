/** Small sources with forms that are rare in Kafka. */
export const sources: readonly (readonly [string, string])[] = [
  [
    'Shapes.java',
    `package org.example;

/** Says "what" a shape is. */
public abstract class Shapes<T extends Comparable<T>> implements Iterable<T> {
    static final String NAME = "sha" + "pes", OTHER = "{";
    private final int[] sizes = { 1, 2, 3 };

    enum Kind {
        ROUND("r") {
            @Override
            double area() { return Math.PI; }
        },
        FLAT;

        Kind(String... letters) { }

        double area() { return 0; }
    }

    @interface Marked {
        String[] value() default { "}" };
    }

    record Point(int x, double... ys) {
        Point { if (x < 0) throw new IllegalArgumentException("x"); }
    }

    static {
        System.out.println('{');
    }

    protected Shapes(T first) throws IllegalStateException {
        if (first == null) { throw new IllegalStateException("no"); }
    }

    <R> R visit(java.util.function.Function<? super T, R> visitor, long depth) {
        Runnable inner = new Runnable() {
            public void run() { visitor.apply(null); }
        };
        return null;
    }

    abstract boolean isEmpty();
}

interface Named { String PREFIX = "a.b"; default String name() { return PREFIX; } }
`,
  ],
  [
    'Logs.scala',
    `package org.example
package logs

import scala.collection.mutable.{Map, Set}

/** Names, and what they say. */
object Names {
  val Prefix = "log." + "segment"
  val \`odd name\`, other: Int = 3
  type Key = (Int, String)
}

sealed abstract class Log[K <: Comparable[K]](val dir: String, private var size: Long = 0L)(implicit time: Int)
  extends Iterable[K] with AutoCloseable { self =>

  def this(dir: String) = this(dir, 1L)(2)

  private[logs] lazy val (low, high) = (1, 2)

  def append(batch: => Seq[K], limits: Int*)(f: K => Unit): Either[String, Long] = {
    val text = s"\${batch.map { k => "}" }} of \${dir}"
    batch.foreach {
      case k if k != null => f(k)
      case _ =>
    }
    Right(size)
  }

  def close() { size = 0 }

  def size_=(to: Long): Unit
  def +(other: Log[K]): Log[K] = other

  case class Segment(base: Long, var end: Option[Long] = None)
  case object Empty

  private class Worker extends Thread {
    override def run(): Unit = while (true) {}
  }
}

trait Cleaner { def clean(from: Long, to: Long): Long; def stop() }
`,
  ],
];
