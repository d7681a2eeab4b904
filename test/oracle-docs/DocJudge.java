import com.sun.source.doctree.*;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.*;
import java.io.*;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.stream.Collectors;
import javax.tools.*;

/**
 * Prints what Javadoc's own parser sees in doc comments: a line for each line of the input, which is a comment in Base64. A line has
 * the description and then, for each block tag, its name and its text, all in Base64 with spaces between.
 */
public final class DocJudge {
  private static final Set<String> BLOCKS = words("p div section article header footer main nav aside address center figure figcaption "
      + "details summary caption fieldset form br hr ul menu dir dl ol li dt dd h1 h2 h3 h4 h5 h6 blockquote table tr td th pre thead tbody "
      + "tfoot col colgroup");
  private static final Set<String> INLINE = words("b strong i em cite dfn var code tt kbd samp a span font big small sub sup u s strike ins "
      + "del q abbr acronym label mark bdo wbr nobr");

  public static void main(String[] args) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    List<JavaFileObject> files = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) files.add(new Commented(files.size(), decoded(line)));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task = (JavacTask) compiler.getTask(new PrintWriter(Writer.nullWriter()), null, problem -> {}, List.of("-proc:none"), null, files);
    DocTrees trees = DocTrees.instance(task);
    Map<Integer, String> answers = new TreeMap<>();
    for (CompilationUnitTree unit : task.parse()) {
      DocCommentTree comment = trees.getDocCommentTree(new TreePath(new TreePath(unit), unit.getTypeDecls().get(0)));
      int index = Integer.parseInt(unit.getSourceFile().getName().replaceAll("\\D", ""));
      answers.put(index, comment == null ? encoded("") : said(comment, trees));
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.US_ASCII);
    answers.values().forEach(out::println);
    out.flush();
  }

  private static String said(DocCommentTree comment, DocTrees trees) {
    List<String> parts = new ArrayList<>(List.of(encoded(text(comment.getFullBody(), trees))));
    for (DocTree tag : comment.getBlockTags()) {
      Texts texts = new Texts(trees);
      texts.scan(tag, null);
      parts.add(encoded(tag instanceof BlockTagTree ? ((BlockTagTree) tag).getTagName() : "?"));
      parts.add(encoded(texts.out.toString()));
    }
    return String.join(" ", parts);
  }

  private static String text(List<? extends DocTree> trees, DocTrees all) {
    Texts texts = new Texts(all);
    texts.scan(trees, null);
    return texts.out.toString();
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }

  private static String decoded(String line) {
    return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return "=" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file whose only class has a comment. */
  private static final class Commented extends SimpleJavaFileObject {
    private final int index;
    private final String comment;

    Commented(int index, String comment) {
      super(URI.create("memory:///C" + index + ".java"), Kind.SOURCE);
      this.index = index;
      this.comment = comment;
    }

    @Override public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return comment + "\nclass C" + index + " {}\n";
    }
  }

  /** The text that a page shows. */
  private static final class Texts extends DocTreeScanner<Void, Void> {
    final StringBuilder out = new StringBuilder();
    private final DocTrees trees;

    Texts(DocTrees trees) {
      this.trees = trees;
    }

    @Override public Void visitText(TextTree tree, Void nothing) {
      out.append(tree.getBody());
      return null;
    }

    @Override public Void visitEntity(EntityTree tree, Void nothing) {
      String characters = trees.getCharacters(tree);
      out.append(characters == null ? tree.toString() : characters);
      return null;
    }

    @Override public Void visitStartElement(StartElementTree tree, Void nothing) {
      element(tree.getName().toString(), tree);
      return null;
    }

    @Override public Void visitEndElement(EndElementTree tree, Void nothing) {
      element(tree.getName().toString(), tree);
      return null;
    }

    /** Adds what an element shows; a name that is no element of HTML is taken for a type. */
    private void element(String name, DocTree tree) {
      String known = name.toLowerCase(Locale.ROOT);
      out.append(BLOCKS.contains(known) ? "\n" : INLINE.contains(known) ? "" : tree.toString());
    }

    @Override public Void visitComment(CommentTree tree, Void nothing) {
      return null;
    }

    @Override public Void visitErroneous(ErroneousTree tree, Void nothing) {
      out.append(tree.getBody());
      return null;
    }

    @Override public Void visitLiteral(LiteralTree tree, Void nothing) {
      out.append(tree.getBody().getBody());
      return null;
    }

    @Override public Void visitLink(LinkTree tree, Void nothing) {
      if (tree.getLabel().isEmpty()) reference(tree.getReference());
      else scan(tree.getLabel(), nothing);
      return null;
    }

    @Override public Void visitValue(ValueTree tree, Void nothing) {
      if (tree.getReference() != null) reference(tree.getReference());
      return null;
    }

    @Override public Void visitSee(SeeTree tree, Void nothing) {
      List<? extends DocTree> parts = tree.getReference();
      boolean isLabelled = parts.size() > 1 && parts.get(0) instanceof ReferenceTree;
      for (DocTree part : isLabelled ? parts.subList(1, parts.size()) : parts) {
        if (part instanceof ReferenceTree) reference((ReferenceTree) part);
        else scan(part, nothing);
      }
      return null;
    }

    @Override public Void visitThrows(ThrowsTree tree, Void nothing) {
      out.append(tree.getExceptionName().getSignature()).append(' ');
      scan(tree.getDescription(), nothing);
      return null;
    }

    @Override public Void visitParam(ParamTree tree, Void nothing) {
      out.append(tree.isTypeParameter() ? "<" + tree.getName() + ">" : tree.getName().toString()).append(' ');
      scan(tree.getDescription(), nothing);
      return null;
    }

    @Override public Void visitReturn(ReturnTree tree, Void nothing) {
      if (tree.isInline()) out.append("Returns ");
      scan(tree.getDescription(), nothing);
      if (tree.isInline()) out.append('.');
      return null;
    }

    @Override public Void visitInheritDoc(InheritDocTree tree, Void nothing) {
      return null;
    }

    @Override public Void visitDocRoot(DocRootTree tree, Void nothing) {
      return null;
    }

    @Override public Void visitIndex(IndexTree tree, Void nothing) {
      out.append(tree.getSearchTerm().toString().replaceAll("^\"|\"$", ""));
      return null;
    }

    @Override public Void visitSystemProperty(SystemPropertyTree tree, Void nothing) {
      out.append(tree.getPropertyName());
      return null;
    }

    /** Adds a reference without its packages, and with a dot before the member. */
    private void reference(ReferenceTree tree) {
      String signature = tree.getSignature();
      int end = signature.indexOf('(') < 0 ? signature.length() : signature.indexOf('(');
      String[] path = signature.substring(0, end).replaceFirst("^[\\w.]+/", "").split("#", 2);
      String type = Arrays.stream(path[0].split("\\."))
          .dropWhile(part -> path[0].matches(".*\\.\\p{Lu}.*") && part.matches("\\p{Ll}.*"))
          .collect(Collectors.joining("."));
      out.append(type);
      if (path.length > 1) out.append(type.isEmpty() ? "" : ".").append(path[1]);
      out.append(signature.substring(end));
    }
  }
}
