package oracle;

import java.util.List;
import scala.meta.Defn;
import scala.meta.Lit;
import scala.meta.Mod;
import scala.meta.Pat;
import scala.meta.Stat;
import scala.meta.Term;
import scala.meta.Tree;
import scala.meta.Type;

/** The string constants of a Scala type: every `val` that is not lazy. */
final class ScalaConstants extends Constants<Tree> {
    private final String typeName;

    ScalaConstants(String typeName, List<Stat> statements) {
        this.typeName = typeName;
        for (Stat statement : statements) {
            if (!(statement instanceof Defn.Val)) continue;
            Defn.Val definition = (Defn.Val) statement;
            boolean isLazy = ScalaTrees.has(definition.mods(), Mod.Lazy.class);
            if (isLazy || !definition.decltpe().map(ScalaConstants::isString).getOrElse(() -> true)) continue;
            for (Pat it : ScalaTrees.list(definition.pats())) {
                if (it instanceof Pat.Var) add(((Pat.Var) it).name().value(), definition.rhs());
            }
        }
    }

    private static boolean isString(Type type) {
        return type.pos().text().matches("(java\\.lang\\.)?String");
    }

    @Override
    protected String string(Tree expression) {
        if (expression instanceof Lit.String) return ((Lit.String) expression).value();
        if (expression instanceof Term.Name) return valueOf(((Term.Name) expression).value());
        if (expression instanceof Term.Select) {
            Term.Select select = (Term.Select) expression;
            return select.qual().pos().text().equals(typeName) ? valueOf(select.name().value()) : null;
        }
        if (!(expression instanceof Term.ApplyInfix)) return null;
        Term.ApplyInfix infix = (Term.ApplyInfix) expression;
        List<Term> arguments = ScalaTrees.list(infix.argClause().values());
        return infix.op().value().equals("+") && arguments.size() == 1 ? sum(infix.lhs(), arguments.get(0)) : null;
    }

    @Override
    protected String literal(Tree expression) {
        boolean isPlain =
            expression instanceof Lit.Char
                || expression instanceof Lit.Boolean
                || expression instanceof Lit.Int
                || expression instanceof Lit.Long;
        return isPlain ? ((Lit) expression).value().toString() : null;
    }
}
