package oracle

import java.io.{File, PrintWriter}
import scala.tools.nsc.{Global, Settings}
import scala.tools.nsc.reporters.ConsoleReporter

/**
 * Prints what the Scala compiler takes every written name for: a line of tab-separated values for each. The arguments are the class
 * path, a file of file names, and the output file.
 */
object ScalaUses {
  def main(args: Array[String]): Unit = {
    val Array(classPath, list, output) = args
    val settings = new Settings(message => sys.error(message))
    settings.classpath.value = classPath
    settings.Yrangepos.value = true
    settings.nowarn.value = true
    settings.stopAfter.value = List("typer")
    settings.processArgumentString("-Ymacro-expand:none")
    val global = new Global(settings, new ConsoleReporter(settings))
    val source = scala.io.Source.fromFile(list)
    val files = source.getLines.toList
    val run = new global.Run
    run.compile(files)
    val out = new PrintWriter(new File(output), "UTF-8")
    import global._

    def ownerPath(symbol: Symbol): Option[String] =
      if (symbol.hasPackageFlag) Some(if (symbol.isEmptyPackageClass || symbol.isRootSymbol) "" else symbol.fullName)
      else if (symbol.isModuleClass || symbol.isModule || symbol.isClass) typePath(symbol)
      else None

    def typePath(symbol: Symbol): Option[String] = {
      if (symbol.isAnonymousClass || symbol.isRefinementClass) None
      else ownerPath(symbol.owner).map { owner =>
        val isObject = (symbol.isModuleClass || symbol.isModule) && !symbol.isJavaDefined
        val name = symbol.name.decoded.trim + (if (isObject) "$" else "")
        if (owner.isEmpty) name else s"$owner.$name"
      }
    }

    def memberOf(parameter: Symbol): Symbol = {
      val member = parameter.owner.owner.info.decl(parameter.name.toTermName)
      if (member != NoSymbol && member.isMethod && member.isParamAccessor) member else NoSymbol
    }

    def path(symbol: Symbol): Option[String] =
      if (symbol.hasPackageFlag) Some("package:" + symbol.fullName)
      else if (symbol.isModule || symbol.isModuleClass || symbol.isClass) typePath(symbol)
      // The symbol is a class's parameter that is a member, too.
      else if (symbol.isParameter && symbol.owner.isConstructor && symbol.owner.owner.isClass && memberOf(symbol) != NoSymbol) path(memberOf(symbol))
      else if (!symbol.owner.isClass || symbol.isTypeParameter || symbol.isParameter && !symbol.owner.isClass) None
      else typePath(symbol.owner).map { owner =>
        val written = symbol.name.decoded.trim
        // The setter that the compiler makes for a `var` counts as the `var`.
        val name = if (symbol.isConstructor) "<init>" else if (symbol.isSetter) written.stripSuffix("_=") else written
        s"$owner#$name"
      }

    def print(kind: String, pos: Position, name: String, symbols: List[Symbol]): Unit = if (pos.isDefined) {
      val at = pos.point
      val content = pos.source.content
      def standsAt(start: Int) = content.startsWith(name, start)
      val start = if (standsAt(at)) at else if (content.lift(at).contains('`') && standsAt(at + 1)) at else -1
      if (start >= 0) {
        val line = pos.source.offsetToLine(start)
        val paths = symbols.map { symbol =>
          val where = if (symbol.pos.isDefined) (symbol.pos.source.offsetToLine(symbol.pos.point)).toString else "-"
          val arity = if (symbol.isMethod) symbol.paramss.map(_.size).mkString(",") else "-"
          path(symbol).getOrElse("local") + "@" + where + "@" + arity + (if (symbol.isLocalToThis && symbol.isParamAccessor) "@accessor" else "@")
        }.distinct
        out.println(List(pos.source.file.path, line, start - pos.source.lineToOffset(line), name, kind, paths.mkString("|")).mkString("\t"))
      }
    }

    def isWrittenByCompiler(tree: Tree): Boolean = tree match {
      case method: DefDef => method.symbol.isAccessor || method.symbol.isSynthetic || method.symbol.isDefaultGetter
      case _ => false
    }

    object names extends Traverser {
      override def traverse(tree: Tree): Unit = if (!isWrittenByCompiler(tree)) {
        tree match {
          case TypeTree() if tree.asInstanceOf[TypeTree].original != null => traverse(tree.asInstanceOf[TypeTree].original)
          case Import(expr, selectors) =>
            for (selector <- selectors if selector.name != nme.WILDCARD && selector.namePos >= 0) {
              val found = List(expr.tpe.member(selector.name.toTermName), expr.tpe.member(selector.name.toTypeName)).filter(_ != NoSymbol)
              print("import", tree.pos.withPoint(selector.namePos), selector.name.decoded, found.flatMap(_.alternatives))
            }
          case one: RefTree if one.symbol != null && one.symbol != NoSymbol && one.name != nme.CONSTRUCTOR =>
            print(tree.getClass.getSimpleName, one.pos, one.name.decoded.stripSuffix("_="), List(one.symbol))
          case _ =>
        }
        tree match {
          case member: MemberDef => member.symbol.annotations.foreach(annotation => traverse(annotation.original))
          case _ =>
        }
        super.traverse(tree)
      }
    }
    run.units.foreach(unit => if (!unit.isJava) names.traverse(unit.body))
    out.close()
    println(s"errors: ${global.reporter.hasErrors}")
  }
}
