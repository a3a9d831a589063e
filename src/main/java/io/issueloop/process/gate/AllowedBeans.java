package io.issueloop.process.gate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The only Spring beans a model can reach: our own delegates and listeners, by name and type. */
@Component
class AllowedBeans {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*(Delegate|Listener)");
    private static final String OURS = "io.issueloop.";

    private final ListableBeanFactory beans;

    AllowedBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    boolean contains(String name) {
        if (!NAME.matcher(name).matches() || !beans.containsBean(name)) {
            return false;
        }
        var type = beans.getType(name);
        return type != null && type.getName().startsWith(OURS) && isCalledByTheEngine(type);
    }

    /** All of them, by name. */
    List<String> names() {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .filter(this::contains)
                .sorted()
                .toList();
    }

    Optional<Object> find(String name) {
        return contains(name) ? Optional.of(beans.getBean(name)) : Optional.empty();
    }

    private static boolean isCalledByTheEngine(Class<?> type) {
        return JavaDelegate.class.isAssignableFrom(type)
                || ExecutionListener.class.isAssignableFrom(type)
                || TaskListener.class.isAssignableFrom(type);
    }
}
