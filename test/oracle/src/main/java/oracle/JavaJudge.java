package oracle;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the declarations of a Java file as JavaParser sees them. */
final class JavaJudge {
    private final List<Declaration> declarations = new ArrayList<>();

    static Judgement judge(String text, LanguageLevel level) {
        // A tab is one column, as in an editor's own count.
        ParserConfiguration configuration = new ParserConfiguration().setLanguageLevel(level).setTabSize(1);
        ParseResult<CompilationUnit> result = new JavaParser(configuration).parse(text);
        if (!result.isSuccessful()) return Judgement.unparsed(result.getProblem(0).getVerboseMessage());
        JavaJudge judge = new JavaJudge();
        CompilationUnit unit = result.getResult().orElseThrow();
        String start = unit.getPackageDeclaration().map(it -> it.getNameAsString() + ".").orElse("");
        unit.getTypes().forEach(type -> judge.type(type, start));
        return Judgement.of(judge.declarations);
    }

    private void type(TypeDeclaration<?> type, String start) {
        String path = start + type.getNameAsString();
        add(type.getName(), kind(type), path, null);
        if (type instanceof EnumDeclaration) {
            ((EnumDeclaration) type).getEntries().forEach(it -> member(it.getName(), "enumConstant", path));
        }
        List<Parameter> components = List.of();
        if (type instanceof RecordDeclaration) {
            components = ((RecordDeclaration) type).getParameters();
            components.forEach(it -> member(it.getName(), "field", path));
        }
        JavaConstants constants = new JavaConstants(type);
        for (BodyDeclaration<?> it : type.getMembers()) {
            if (it instanceof FieldDeclaration) field((FieldDeclaration) it, path, constants);
            else member(it, path, components);
        }
    }

    private void field(FieldDeclaration field, String owner, JavaConstants constants) {
        for (VariableDeclarator it : field.getVariables()) {
            String name = it.getNameAsString();
            add(it.getName(), "field", owner + "#" + name, null, constants.valueOf(name));
        }
    }

    private void member(BodyDeclaration<?> member, String owner, List<Parameter> components) {
        if (member instanceof TypeDeclaration) {
            type((TypeDeclaration<?>) member, owner + ".");
        } else if (member instanceof MethodDeclaration) {
            MethodDeclaration it = (MethodDeclaration) member;
            add(it.getName(), "method", owner + "#" + it.getNameAsString(), types(it.getParameters()));
        } else if (member instanceof AnnotationMemberDeclaration) {
            AnnotationMemberDeclaration it = (AnnotationMemberDeclaration) member;
            add(it.getName(), "method", owner + "#" + it.getNameAsString(), List.of());
        } else if (member instanceof ConstructorDeclaration) {
            ConstructorDeclaration it = (ConstructorDeclaration) member;
            add(it.getName(), "constructor", owner + "#<init>", types(it.getParameters()));
        } else if (member instanceof CompactConstructorDeclaration) {
            add(((CompactConstructorDeclaration) member).getName(), "constructor", owner + "#<init>", types(components));
        } else if (!(member instanceof InitializerDeclaration)) {
            throw new IllegalStateException("A member of an unknown kind: " + member.getClass().getName());
        }
    }

    /** Returns the kind of a type. A record is a class; a sealed type has the kind that it would have otherwise. */
    private static String kind(TypeDeclaration<?> type) {
        if (type instanceof EnumDeclaration) return "enum";
        if (type instanceof AnnotationDeclaration) return "annotation";
        if (type instanceof ClassOrInterfaceDeclaration && ((ClassOrInterfaceDeclaration) type).isInterface()) return "interface";
        return "class";
    }

    private static List<String> types(List<Parameter> parameters) {
        return parameters.stream().map(it -> type(it.getType()) + (it.isVarArgs() ? "..." : "")).collect(Collectors.toList());
    }

    /**
     * Returns the simple name of a type, without type arguments and annotations. JavaParser has moved the brackets behind a name
     * into its type.
     */
    private static String type(Type type) {
        if (type instanceof ArrayType) return type(((ArrayType) type).getComponentType()) + "[]";
        if (type.isClassOrInterfaceType()) return type.asClassOrInterfaceType().getNameAsString();
        return type.asString();
    }

    private void member(SimpleName name, String kind, String owner) {
        add(name, kind, owner + "#" + name.getIdentifier(), null);
    }

    private void add(SimpleName name, String kind, String path, List<String> parameters) {
        add(name, kind, path, parameters, null);
    }

    private void add(SimpleName name, String kind, String path, List<String> parameters, String value) {
        Position position = name.getBegin().orElseThrow();
        declarations.add(new Declaration(position.line, position.column, kind, path, parameters, value));
    }
}
