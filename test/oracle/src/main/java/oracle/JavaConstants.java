package oracle;

import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;

/** The string constants of a Java type: its `static final` fields, or all fields of an interface. */
final class JavaConstants extends Constants<Expression> {
    private final String typeName;

    JavaConstants(TypeDeclaration<?> type) {
        typeName = type.getNameAsString();
        boolean isInterface =
            type instanceof AnnotationDeclaration
                || (type instanceof ClassOrInterfaceDeclaration && ((ClassOrInterfaceDeclaration) type).isInterface());
        for (FieldDeclaration field : type.getFields()) {
            if (!isInterface && !(field.isStatic() && field.isFinal())) continue;
            field.getVariables().forEach(variable -> {
                boolean isString = variable.getTypeAsString().matches("(java\\.lang\\.)?String");
                if (isString) variable.getInitializer().ifPresent(it -> add(variable.getNameAsString(), it));
            });
        }
    }

    @Override
    protected String string(Expression expression) {
        if (expression.isStringLiteralExpr()) return expression.asStringLiteralExpr().asString();
        if (expression.isTextBlockLiteralExpr()) return expression.asTextBlockLiteralExpr().asString();
        if (expression.isEnclosedExpr()) return string(expression.asEnclosedExpr().getInner());
        if (expression.isNameExpr()) return valueOf(expression.asNameExpr().getNameAsString());
        if (expression.isFieldAccessExpr()) {
            FieldAccessExpr access = expression.asFieldAccessExpr();
            return access.getScope().toString().equals(typeName) ? valueOf(access.getNameAsString()) : null;
        }
        if (!expression.isBinaryExpr()) return null;
        BinaryExpr binary = expression.asBinaryExpr();
        return binary.getOperator() == BinaryExpr.Operator.PLUS ? sum(binary.getLeft(), binary.getRight()) : null;
    }

    @Override
    protected String literal(Expression expression) {
        if (expression.isCharLiteralExpr()) return String.valueOf(expression.asCharLiteralExpr().asChar());
        if (expression.isBooleanLiteralExpr()) return expression.toString();
        if (expression.isIntegerLiteralExpr()) return expression.asIntegerLiteralExpr().asNumber().toString();
        if (expression.isLongLiteralExpr()) return expression.asLongLiteralExpr().asNumber().toString();
        return null;
    }
}
