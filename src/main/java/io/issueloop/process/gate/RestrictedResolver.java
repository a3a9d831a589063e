package io.issueloop.process.gate;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** Resolves our beans, process variables and {@code execution.processBusinessKey}; nothing else. */
class RestrictedResolver extends ELResolver {

    /** What the word {@code execution} stands for; the engine's own object is never handed out. */
    private record BusinessKey(@Nullable String value) {}

    private final AllowedBeans beans;

    RestrictedResolver(AllowedBeans beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        context.setPropertyResolved(true);
        if (base instanceof BusinessKey key && "processBusinessKey".equals(property)) {
            return key.value();
        }
        if (base != null) {
            throw new ProcessEngineException("表达式不能读取属性 " + property);
        }
        var name = String.valueOf(property);
        var bean = beans.find(name);
        return bean.isPresent() ? bean.get() : variable(context, name);
    }

    private static @Nullable Object variable(ELContext context, String name) {
        var scope = (VariableScope) context.getContext(VariableScope.class);
        if (scope != null && "execution".equals(name)) {
            return new BusinessKey(businessKey(scope));
        }
        if (scope instanceof AbstractVariableScope && scope.hasVariable(name)) {
            return scope.getVariable(name);
        }
        throw new ProcessEngineException("表达式中的变量 " + name + " 不存在");
    }

    private static @Nullable String businessKey(VariableScope scope) {
        if (scope instanceof ExecutionEntity execution) {
            return execution.getProcessBusinessKey();
        }
        return scope instanceof TaskEntity task && task.getExecution() != null
                ? task.getExecution().getProcessBusinessKey()
                : null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        throw new ProcessEngineException("表达式不能赋值");
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(
            ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
