package oracle;

import com.github.javaparser.ParserConfiguration.LanguageLevel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scala.meta.Dialect;

/**
 * Prints every declaration of all Java and Scala files below some folders, one a line, as JSON:
 * {"file", "line", "column", "kind", "path", "parameters", "value"}; of each file first {"file"}, or {"file", "unparsed"} with
 * the parser's reason. Files are named from the root on, in the order of their names.
 */
public final class Main {
    private static final String USAGE = "Usage: oracle.Main 2.12|2.13 JAVA ROOT [FOLDER...]  (JAVA: a level as JavaParser names it, such as JAVA_8)";

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) throw new IllegalArgumentException(USAGE);
        Dialect dialect = dialect(arguments[0]);
        LanguageLevel level = LanguageLevel.valueOf(arguments[1]);
        Path root = Path.of(arguments[2]);
        List<Path> folders =
            arguments.length == 3 ? List.of(root) : Stream.of(arguments).skip(3).map(root::resolve).collect(Collectors.toList());
        try (PrintStream output = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
            for (Path folder : folders) {
                sources(folder).parallelStream().map(file -> lines(root, file, dialect, level)).forEachOrdered(output::print);
            }
        }
    }

    private static Dialect dialect(String version) {
        switch (version) {
            case "2.12":
                return scala.meta.dialects.package$.MODULE$.Scala212();
            case "2.13":
                return scala.meta.dialects.package$.MODULE$.Scala213();
            default:
                throw new IllegalArgumentException(USAGE);
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(it -> isJava(it) || isScala(it)).sorted().collect(Collectors.toList());
        }
    }

    private static boolean isJava(Path file) {
        return file.toString().endsWith(".java");
    }

    private static boolean isScala(Path file) {
        return file.toString().endsWith(".scala");
    }

    private static String lines(Path root, Path file, Dialect dialect, LanguageLevel level) {
        String name = root.relativize(file).toString().replace('\\', '/');
        try {
            String text = Files.readString(file);
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return Json.lines(name, isScala(file) ? ScalaJudge.judge(plain, dialect) : JavaJudge.judge(plain, level));
        } catch (Exception | StackOverflowError error) {
            return Json.lines(name, Judgement.unparsed(error.toString()));
        }
    }
}
