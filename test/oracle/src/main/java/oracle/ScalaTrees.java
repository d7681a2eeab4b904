package oracle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;
import scala.meta.Mod;

/** Makes Scala's collections of trees usable in Java. */
final class ScalaTrees {
    private ScalaTrees() {}

    static <T> List<T> list(Iterable<? extends T> elements) {
        java.lang.Iterable<? extends T> all = CollectionConverters.asJava(elements);
        return StreamSupport.stream(all.spliterator(), false).collect(Collectors.toList());
    }

    static boolean has(Iterable<Mod> modifiers, Class<? extends Mod> wanted) {
        return list(modifiers).stream().anyMatch(wanted::isInstance);
    }
}
