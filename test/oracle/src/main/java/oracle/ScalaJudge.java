package oracle;

import static oracle.ScalaTrees.has;
import static oracle.ScalaTrees.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import scala.collection.Iterable;
import scala.meta.Ctor;
import scala.meta.Decl;
import scala.meta.Defn;
import scala.meta.Dialect;
import scala.meta.Member;
import scala.meta.Mod;
import scala.meta.Name;
import scala.meta.Pat;
import scala.meta.Pkg;
import scala.meta.Source;
import scala.meta.Stat;
import scala.meta.Template;
import scala.meta.Term;
import scala.meta.Tree;
import scala.meta.inputs.Input;
import scala.meta.parsers.Parse$;
import scala.meta.parsers.Parsed;

/** Finds the declarations of a Scala 2 file as Scalameta sees them. */
final class ScalaJudge {
    private final List<Declaration> declarations = new ArrayList<>();
    private final Lines lines;

    private ScalaJudge(String text) {
        lines = new Lines(text);
    }

    static Judgement judge(String text, Dialect dialect) {
        Parsed<?> parsed = Parse$.MODULE$.parseSource().apply(new Input.String(text), dialect);
        ScalaJudge judge = new ScalaJudge(text);
        if (parsed instanceof Parsed.Error) {
            Parsed.Error error = (Parsed.Error) parsed;
            return Judgement.unparsed("(line " + judge.lines.lineOf(error.pos().start()) + ") " + error.message());
        }
        for (Stat it : list(((Source) parsed.get()).stats())) judge.statement(it, "", "");
        return Judgement.of(judge.declarations);
    }

    /**
     * @param owner the path of the type around it; empty in a package
     * @param start the start of the path of a type declared here
     */
    private void statement(Stat statement, String owner, String start) {
        if (statement instanceof Pkg) {
            Pkg it = (Pkg) statement;
            for (Stat inner : list(it.body().stats())) statement(inner, "", start + qualifiedName(it.ref()) + ".");
        } else if (statement instanceof Pkg.Object) {
            Pkg.Object it = (Pkg.Object) statement;
            type(it.name(), "package", "object", start + it.name().value() + ".package$", it.templ());
        } else if (statement instanceof Defn.Class) {
            classDefinition((Defn.Class) statement, start);
        } else if (statement instanceof Defn.Trait) {
            Defn.Trait it = (Defn.Trait) statement;
            type(it.name(), it.name().value(), "trait", start + it.name().value(), it.templ());
        } else if (statement instanceof Defn.Object) {
            Defn.Object it = (Defn.Object) statement;
            type(it.name(), it.name().value(), "object", start + it.name().value() + "$", it.templ());
        } else if (!owner.isEmpty()) {
            member(statement, owner);
        } else if (statement instanceof Defn || statement instanceof Decl) {
            throw new IllegalStateException("A declaration of an unknown kind: " + statement.productPrefix());
        }
    }

    private void classDefinition(Defn.Class definition, String start) {
        String path = start + definition.name().value();
        add(definition.name(), "class", path, null);
        List<List<Term.Param>> lists = lists(definition.ctor().paramClauses());
        if (!lists.isEmpty()) add(definition.name(), "constructor", path + "#<init>", types(lists));
        boolean isCase = has(definition.mods(), Mod.Case.class);
        for (int index = 0; index < lists.size(); index++) {
            for (Term.Param it : lists.get(index)) {
                if (has(it.mods(), Mod.VarParam.class)) member(it.name(), "var", path);
                else if (has(it.mods(), Mod.ValParam.class) || (isCase && index == 0)) member(it.name(), "val", path);
            }
        }
        template(definition.templ(), path, definition.name().value());
    }

    private void type(Name name, String simpleName, String kind, String path, Template template) {
        add(name, kind, path, null);
        template(template, path, simpleName);
    }

    /** Adds the members of a type. An early definition is a member like any other. */
    private void template(Template template, String path, String simpleName) {
        List<Stat> statements = new ArrayList<>();
        template.earlyClause().foreach(early -> statements.addAll(list(early.stats())));
        statements.addAll(list(template.body().stats()));
        ScalaConstants constants = new ScalaConstants(simpleName, statements);
        for (Stat it : statements) {
            if (it instanceof Defn.Val) values((Defn.Val) it, path, constants);
            else statement(it, path, path + ".");
        }
    }

    private void values(Defn.Val definition, String owner, ScalaConstants constants) {
        for (Pat it : list(definition.pats())) {
            if (it instanceof Pat.Var) value(((Pat.Var) it).name(), owner, constants);
            else patterns(it.children(), "val", owner);
        }
    }

    private void value(Name name, String owner, ScalaConstants constants) {
        add(name, "val", owner + "#" + name.value(), null, constants.valueOf(name.value()));
    }

    private void member(Stat member, String owner) {
        if (member instanceof Defn.Def) {
            method(((Defn.Def) member).name(), ((Defn.Def) member).paramClauseGroups(), owner);
        } else if (member instanceof Decl.Def) {
            method(((Decl.Def) member).name(), ((Decl.Def) member).paramClauseGroups(), owner);
        } else if (member instanceof Defn.Macro) {
            method(((Defn.Macro) member).name(), ((Defn.Macro) member).paramClauseGroups(), owner);
        } else if (member instanceof Ctor.Secondary) {
            Ctor.Secondary it = (Ctor.Secondary) member;
            add(it.name(), "constructor", owner + "#<init>", types(lists(it.paramClauses())));
        } else if (member instanceof Decl.Val) {
            patterns(((Decl.Val) member).pats(), "val", owner);
        } else if (member instanceof Defn.Var) {
            patterns(((Defn.Var) member).pats(), "var", owner);
        } else if (member instanceof Decl.Var) {
            patterns(((Decl.Var) member).pats(), "var", owner);
        } else if (member instanceof Defn.Type) {
            member(((Defn.Type) member).name(), "type", owner);
        } else if (member instanceof Decl.Type) {
            member(((Decl.Type) member).name(), "type", owner);
        } else if (member instanceof Defn || member instanceof Decl) {
            throw new IllegalStateException("A declaration of an unknown kind: " + member.productPrefix());
        }
    }

    /** Adds a method. A second group of parameter lists exists only in Scala 3. */
    private void method(Name name, Iterable<Member.ParamClauseGroup> groups, String owner) {
        List<List<Term.Param>> parameters =
            list(groups).stream().flatMap(it -> lists(it.paramClauses()).stream()).collect(Collectors.toList());
        add(name, "method", owner + "#" + name.value(), types(parameters));
    }

    private void patterns(Iterable<? extends Tree> patterns, String kind, String owner) {
        for (Tree it : list(patterns)) {
            if (it instanceof Pat.Var) member(((Pat.Var) it).name(), kind, owner);
            else patterns(it.children(), kind, owner);
        }
    }

    private static String qualifiedName(Term.Ref name) {
        if (name instanceof Term.Name) return ((Term.Name) name).value();
        Term.Select select = (Term.Select) name;
        return qualifiedName((Term.Ref) select.qual()) + "." + select.name().value();
    }

    private static List<String> types(List<List<Term.Param>> lists) {
        return lists.stream()
            .flatMap(List::stream)
            .map(it -> it.decltpe().map(ScalaType::name).getOrElse(() -> ""))
            .collect(Collectors.toList());
    }

    private static List<List<Term.Param>> lists(Iterable<Term.ParamClause> clauses) {
        return list(clauses).stream().map(it -> ScalaTrees.<Term.Param>list(it.values())).collect(Collectors.toList());
    }

    private void member(Name name, String kind, String owner) {
        add(name, kind, owner + "#" + name.value(), null);
    }

    private void add(Tree name, String kind, String path, List<String> parameters) {
        add(name, kind, path, parameters, null);
    }

    private void add(Tree name, String kind, String path, List<String> parameters, String value) {
        int offset = name.pos().start();
        declarations.add(new Declaration(lines.lineOf(offset), lines.columnOf(offset), kind, path, parameters, value));
    }
}
