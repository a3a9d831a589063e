package io.issueloop.process.gate;

import camundajar.impl.scala.util.Either;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * FEEL that parses a cell once, not at every evaluation; external functions stay off. It remembers
 * as many texts as the deployed tables have cells: users' texts are values, never expressions.
 */
class RememberedFeel extends ScalaFeelEngineFactory {

    @Override
    public ScalaFeelEngine createInstance() {
        return new ScalaFeelEngine(null) {
            @Override
            protected FeelEngine buildFeelEngine(
                    CustomFunctionTransformer functions, CompositeValueMapper values) {
                return new Remembering(functions, values);
            }
        };
    }

    /**
     * The methods it changes are deprecated, but are the ones Camunda's evaluation goes through.
     */
    @SuppressWarnings("deprecation")
    private static final class Remembering extends FeelEngine {

        private final Map<String, Either<Failure, ParsedExpression>> expressions =
                new ConcurrentHashMap<>();
        private final Map<String, Either<Failure, ParsedExpression>> unaryTests =
                new ConcurrentHashMap<>();

        Remembering(FunctionProvider functions, ValueMapper values) {
            super(functions, values, new Configuration(false), FeelEngine.defaultClock());
        }

        @Override
        public Either<Failure, ParsedExpression> parseExpression(String text) {
            return expressions.computeIfAbsent(text, super::parseExpression);
        }

        @Override
        public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
            return unaryTests.computeIfAbsent(text, super::parseUnaryTests);
        }
    }
}
