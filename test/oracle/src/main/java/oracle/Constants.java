package oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The string constants of one type: literals, constants of the same type, and what `+` joins of both, together with
 * other literals beside a string.
 */
abstract class Constants<E> {
    private final Map<String, E> expressions = new HashMap<>();
    private final Set<String> pending = new HashSet<>();

    void add(String name, E expression) {
        expressions.put(name, expression);
    }

    /** Returns the value of a constant; null where there is none of that name, or its value is not plain to see. */
    String valueOf(String name) {
        E expression = expressions.get(name);
        if (expression == null || !pending.add(name)) return null;
        String value = string(expression);
        pending.remove(name);
        return value;
    }

    protected String sum(E left, E right) {
        String first = string(left);
        String second = string(right);
        if (first == null && second == null) return null;
        String before = first == null ? literal(left) : first;
        String after = second == null ? literal(right) : second;
        return before == null || after == null ? null : before + after;
    }

    /** Returns the value of an expression that is a string; else null. */
    protected abstract String string(E expression);

    /** Returns the text that a literal of another type adds to a string; null for everything else. */
    protected abstract String literal(E expression);
}
