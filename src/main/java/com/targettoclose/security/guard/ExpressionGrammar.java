package com.targettoclose.security.guard;

import com.targettoclose.conversation.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Cache;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeStore;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * What an expression may be made of, decided from its text alone: variables, literals and their comparison, {@code
 * x.contains(y)}, three functions, the business key, and the methods that the contract names for a bean. Every other
 * node of a syntax tree is refused, so that what the language can do besides (properties, indexes, methods of any object)
 * cannot even be written down.
 */
public final class ExpressionGrammar {

    /** The functions, none of which takes an argument. */
    static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now");

    static final String CONTAINS = "contains";
    static final String EXECUTION = "execution";
    static final String BUSINESS_KEY = "processBusinessKey";

    private static final Set<AstBinary.Operator> COMPARISONS = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE);

    private static final int REMEMBERED = 1_000;

    /** Longer ones say nothing that a diagram needs, and nested deeply enough they would exhaust the parser. */
    private static final int LONGEST = 500;

    private static final int SHOWN = 160;

    private final Map<String, Set<String>> beans;
    private final TreeStore trees = new TreeStore(
            new Builder(Builder.Feature.METHOD_INVOCATIONS, Builder.Feature.VARARGS), new Cache(REMEMBERED));

    /** With these beans and the methods that may be called on them. */
    public ExpressionGrammar(Map<String, Set<String>> beans) {
        this.beans = beans;
    }

    /** The parsed expressions, for the engine to evaluate what was looked at here. */
    TreeStore trees() {
        return trees;
    }

    /** What in the expression is not allowed, as it stands there; empty where all of it is. */
    public Optional<String> fault(String expression) {
        if (expression.length() > LONGEST && mayEvaluate(expression)) {
            return Optional.of(expression);
        }
        try {
            return fault(trees.get(expression).getRoot());
        } catch (ELException e) {
            return Optional.of(expression);
        }
    }

    /** Whether a text holds anything to evaluate at all; else it stands for itself. */
    static boolean mayEvaluate(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Whether a query may hold it: plain text, or a call of one of the functions and nothing else. */
    boolean fitsQuery(String expression) {
        return !mayEvaluate(expression)
                || fault(expression).isEmpty()
                        && trees.get(expression).getRoot() instanceof AstEval evaluated
                        && evaluated.getChild(0) instanceof AstFunction;
    }

    /** Whether it names one of the beans and does nothing else, as a delegate is named. */
    boolean isBean(String expression) {
        return fault(expression).isEmpty()
                && trees.get(expression).getRoot() instanceof AstEval evaluated
                && evaluated.getChild(0) instanceof AstIdentifier name
                && beans.containsKey(name.getName());
    }

    /** Says that an expression may not be used, and what may. */
    Refusal refusal(String expression) {
        var shown = expression.length() > SHOWN ? expression.substring(0, SHOWN) + "…" : expression;
        return Refusal.forbidden("The expression " + shown + " is not allowed. In a diagram, an expression may use: "
                + inWords() + ". In a query, one of currentUser(), currentUserGroups(), now().");
    }

    /** What an expression may use, in words. */
    private String inWords() {
        var methods = beans.entrySet().stream()
                .flatMap(bean -> bean.getValue().stream().map(method -> bean.getKey() + "." + method + "(...)"))
                .sorted();
        var functions = FUNCTIONS.stream().sorted().map(function -> function + "()");
        return "variables, comparisons, "
                + Stream.of(Stream.of(EXECUTION + "." + BUSINESS_KEY, "x." + CONTAINS + "(...)"), functions, methods)
                        .flatMap(part -> part)
                        .collect(Collectors.joining(", "));
    }

    private Optional<String> fault(Node node) {
        if (node instanceof AstText || node instanceof AstLiteral) {
            return Optional.empty();
        }
        if (node instanceof AstIdentifier name) {
            return unless(!EXECUTION.equals(name.getName()), node);
        }
        if (node instanceof AstFunction function) {
            return unless(FUNCTIONS.contains(function.getName()) && function.getParamCount() == 0, node);
        }
        if (node instanceof AstDot) {
            return unless(text(node).equals(EXECUTION + "." + BUSINESS_KEY), node);
        }
        if (node instanceof AstMethod) {
            return call(node);
        }
        return unless(isOperation(node), node).or(() -> faultIn(node));
    }

    private static boolean isOperation(Node node) {
        return node instanceof AstEval
                || node instanceof AstComposite
                || node instanceof AstNested
                || node instanceof AstUnary
                || node instanceof AstBinary operation && COMPARISONS.contains(operation.getOperator());
    }

    /** A method of a bean, which may be handed the execution, or whether a variable contains something. */
    private Optional<String> call(Node node) {
        if (!(node.getChild(0) instanceof AstDot called) || !(called.getChild(0) instanceof AstIdentifier object)) {
            return Optional.of(text(node));
        }
        var method = text(called).substring(object.getName().length() + 1);
        var ofBean = beans.get(object.getName());
        if (ofBean == null) {
            return unless(method.equals(CONTAINS), node).or(() -> fault(object)).or(() -> faultIn(node.getChild(1)));
        }
        var arguments = (AstParameters) node.getChild(1);
        return unless(ofBean.contains(method), node)
                .or(() -> children(arguments).stream()
                        .filter(argument -> !text(argument).equals(EXECUTION))
                        .flatMap(argument -> fault(argument).stream())
                        .findFirst());
    }

    private Optional<String> faultIn(Node node) {
        return children(node).stream().flatMap(child -> fault(child).stream()).findFirst();
    }

    private static List<Node> children(Node node) {
        return IntStream.range(0, node.getCardinality())
                .mapToObj(node::getChild)
                .toList();
    }

    private static Optional<String> unless(boolean allowed, Node node) {
        return allowed ? Optional.empty() : Optional.of(text(node));
    }

    private static String text(Node node) {
        return ((AstNode) node).getStructuralId(null);
    }
}
