package oracle;

import java.util.List;

/** What a file declares: line and column of the name, 1-based, the column in UTF-16 units. */
final class Declaration {
    final int line;
    final int column;
    final String kind;
    final String path;
    /** Of methods and constructors; else null. */
    final List<String> parameters;
    /** Of a string constant; else null. */
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
