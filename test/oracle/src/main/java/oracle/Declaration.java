package oracle;

import java.util.List;

/** A declaration in a file, with the line and column of its name, 1-based, the column in UTF-16 units. */
final class Declaration {
    final int line;
    final int column;
    final String kind;
    final String path;
    /** The types of the parameters of a method or constructor; else null. */
    final List<String> parameters;
    /** The value of a string constant; else null. */
    final String value;

    Declaration(int line, int column, String kind, String path, List<String> parameters, String value) {
        this.line = line;
        this.column = column;
        this.kind = kind;
        this.path = path;
        this.parameters = parameters;
        this.value = value;
    }
}
