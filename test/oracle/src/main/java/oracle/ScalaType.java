package oracle;

import scala.meta.Term;
import scala.meta.Tree;
import scala.meta.Type;

/** The names of Scala types in symbol paths; the rules stand in the README, "Write a note". */
final class ScalaType {
    private ScalaType() {}

    static String name(Type type) {
        if (type instanceof Type.Name) return ((Type.Name) type).value();
        if (type instanceof Type.Select) return ((Type.Select) type).name().value();
        if (type instanceof Type.Project) return ((Type.Project) type).name().value();
        if (type instanceof Type.Singleton) return lastName(((Type.Singleton) type).ref()) + ".type";
        if (type instanceof Type.Apply) return name(((Type.Apply) type).tpe());
        if (type instanceof Type.ApplyInfix) return ((Type.ApplyInfix) type).op().value();
        if (type instanceof Type.Function) return "Function";
        if (type instanceof Type.Tuple) return "Tuple";
        if (type instanceof Type.With) return name(((Type.With) type).lhs());
        // A refinement of nothing is a refinement of AnyRef (Scala's specification, 3.2.7).
        if (type instanceof Type.Refine) return ((Type.Refine) type).tpe().map(ScalaType::name).getOrElse(() -> "AnyRef");
        if (type instanceof Type.Existential) return name(((Type.Existential) type).tpe());
        if (type instanceof Type.Annotate) return name(((Type.Annotate) type).tpe());
        if (type instanceof Type.ByName) return "=>" + name(((Type.ByName) type).tpe());
        if (type instanceof Type.Repeated) return name(((Type.Repeated) type).tpe()) + "*";
        // A literal is its own type.
        return text(type);
    }

    private static String lastName(Term.Ref reference) {
        if (reference instanceof Term.Name) return ((Term.Name) reference).value();
        if (reference instanceof Term.Select) return ((Term.Select) reference).name().value();
        if (reference instanceof Term.This) return "this";
        return text(reference);
    }

    private static String text(Tree tree) {
        return tree.pos().text();
    }
}
