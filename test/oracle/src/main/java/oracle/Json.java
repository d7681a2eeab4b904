package oracle;

import java.util.stream.Collectors;

/** Prints a judgement: see {@link Main}. */
final class Json {
    private Json() {}

    static String lines(String file, Judgement judgement) {
        if (judgement.unparsed != null) return "{\"file\":" + quoted(file) + ",\"unparsed\":" + quoted(judgement.unparsed) + "}\n";
        String head = "{\"file\":" + quoted(file);
        return head + "}\n" + judgement.declarations.stream().map(it -> line(head, it)).collect(Collectors.joining());
    }

    private static String line(String head, Declaration declaration) {
        String parameters =
            declaration.parameters == null
                ? ""
                : declaration.parameters.stream().map(Json::quoted).collect(Collectors.joining(",", ",\"parameters\":[", "]"));
        return head
            + ",\"line\":" + declaration.line
            + ",\"column\":" + declaration.column
            + ",\"kind\":" + quoted(declaration.kind)
            + ",\"path\":" + quoted(declaration.path)
            + parameters
            + (declaration.value == null ? "" : ",\"value\":" + quoted(declaration.value))
            + "}\n";
    }

    private static String quoted(String text) {
        StringBuilder result = new StringBuilder("\"");
        for (char character : text.toCharArray()) {
            if (character == '"' || character == '\\') result.append('\\').append(character);
            // A surrogate may stand alone, which no encoding can write.
            else if (character < ' ' || Character.isSurrogate(character)) result.append(String.format("\\u%04x", (int) character));
            else result.append(character);
        }
        return result.append('"').toString();
    }
}
