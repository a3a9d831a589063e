package io.issueloop.process.gate;

import java.lang.reflect.Method;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl.Profile;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.jspecify.annotations.Nullable;

/**
 * JUEL without teeth, whatever passed the gate: no method calls in the grammar, no functions, no
 * properties, no Spring beans but ours, and nothing at all outside a running execution (a query's
 * expression is evaluated there).
 */
class RestrictedExpressionManager extends JuelExpressionManager {

    private final ELResolver resolver;

    RestrictedExpressionManager(AllowedBeans beans) {
        this.resolver = new RestrictedResolver(beans);
        this.expressionFactory = new ExpressionFactoryImpl(Profile.JEE5, null);
    }

    @Override
    public void addFunction(String name, Method function) {
        // currentUser(), now() and the like stay unknown
    }

    @Override
    public ELContext getElContext(@Nullable VariableScope scope) {
        if (scope == null) {
            throw new BadUserRequestException("查询中不允许使用表达式");
        }
        return super.getElContext(scope);
    }

    @Override
    protected ELResolver createElResolver() {
        return resolver;
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public @Nullable Method resolveFunction(String prefix, String name) {
                return null;
            }
        };
    }
}
