package oracle;

import com.sun.source.tree.*;
import com.sun.source.util.*;
import java.io.PrintWriter;
import java.nio.file.*;
import java.util.*;
import javax.lang.model.element.*;
import javax.tools.*;

/**
 * Prints what the Java compiler takes every written name for. The arguments are the class path, a file of file names, and the output
 * file.
 */
public final class JavaUses {
  public static void main(String[] args) throws Exception {
    List<String> names = Files.readAllLines(Path.of(args[1]));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task = (JavacTask) compiler.getTask(null, files, problems,
        List.of("-proc:none", "-nowarn", "-cp", args[0], "--release", "8"), null, files.getJavaFileObjectsFromStrings(names));
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    problems.getDiagnostics().stream().filter(p -> p.getKind() == Diagnostic.Kind.ERROR).limit(5).forEach(System.out::println);
    Trees trees = Trees.instance(task);
    try (PrintWriter out = new PrintWriter(args[2], "UTF-8")) {
      for (CompilationUnitTree unit : units) new Names(trees, unit, out).scan(unit, null);
    }
  }

  private static final class Names extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final CompilationUnitTree unit;
    private final PrintWriter out;
    private final SourcePositions positions;
    private final String text;

    Names(Trees trees, CompilationUnitTree unit, PrintWriter out) throws Exception {
      this.trees = trees;
      this.unit = unit;
      this.out = out;
      this.positions = trees.getSourcePositions();
      this.text = unit.getSourceFile().getCharContent(true).toString();
    }

    @Override public Void visitIdentifier(IdentifierTree tree, Void nothing) {
      print("Ident", positions.getStartPosition(unit, tree), tree.getName().toString());
      return super.visitIdentifier(tree, nothing);
    }

    @Override public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
      String name = tree.getIdentifier().toString();
      print(getCurrentPath().getParentPath().getLeaf() instanceof ImportTree ? "import" : "Select", positions.getEndPosition(unit, tree) - name.length(), name);
      return super.visitMemberSelect(tree, nothing);
    }

    @Override public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
      String name = tree.getName().toString();
      print("Reference", positions.getEndPosition(unit, tree) - name.length(), name);
      return super.visitMemberReference(tree, nothing);
    }

    private void print(String kind, long at, String name) {
      if (at < 0 || !text.startsWith(name, (int) at) || name.equals("this") || name.equals("super") || name.equals("class")) return;
      Element element = trees.getElement(getCurrentPath());
      if (element == null) return;
      long line = unit.getLineMap().getLineNumber(at) - 1;
      long start = unit.getLineMap().getStartPosition(line + 1);
      String path = path(element);
      TreePath declared = path == null || element instanceof PackageElement ? null : trees.getPath(element);
      String where = "-";
      if (declared != null) {
        CompilationUnitTree there = declared.getCompilationUnit();
        long from = trees.getSourcePositions().getStartPosition(there, declared.getLeaf());
        long to = trees.getSourcePositions().getEndPosition(there, declared.getLeaf());
        where = (there.getLineMap().getLineNumber(from) - 1) + "-" + (there.getLineMap().getLineNumber(to) - 1);
      }
      String arity = element instanceof ExecutableElement ? "" + ((ExecutableElement) element).getParameters().size() : "-";
      out.println(String.join("\t", unit.getSourceFile().getName(), "" + line, "" + (at - start), name, kind,
          (path == null ? "local" : path) + "@" + where + "@" + arity + "@"));
    }

    private static String path(Element element) {
      if (element instanceof PackageElement) return "package:" + ((PackageElement) element).getQualifiedName();
      Element owner = element.getEnclosingElement();
      switch (element.getKind()) {
        case CLASS: case INTERFACE: case ENUM: case ANNOTATION_TYPE: {
          if (owner instanceof PackageElement) return ((TypeElement) element).getQualifiedName().toString();
          if (element.getSimpleName().length() == 0 || !(owner instanceof TypeElement)) return null;
          String outer = path(owner);
          return outer == null ? null : outer + "." + element.getSimpleName();
        }
        case FIELD: case ENUM_CONSTANT: case METHOD: case CONSTRUCTOR: {
          String type = owner instanceof TypeElement ? path(owner) : null;
          return type == null ? null : type + "#" + element.getSimpleName();
        }
        default:
          return null;
      }
    }
  }
}
