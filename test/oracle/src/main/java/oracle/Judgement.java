package oracle;

import java.util.List;

/** A parser's answer for a file: its declarations, or the reason why it could not parse it. One of the two is null. */
final class Judgement {
    final List<Declaration> declarations;
    final String unparsed;

    private Judgement(List<Declaration> declarations, String unparsed) {
        this.declarations = declarations;
        this.unparsed = unparsed;
    }

    static Judgement of(List<Declaration> declarations) {
        return new Judgement(declarations, null);
    }

    static Judgement unparsed(String reason) {
        return new Judgement(null, reason);
    }
}
