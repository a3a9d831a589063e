package io.issueloop.process.access;

import java.time.Clock;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps Tasklist's {@link TaskFilter lists} in the engine as they are meant to be. */
@Component
class TaskFilters {

    private static final Logger log = LoggerFactory.getLogger(TaskFilters.class);

    private final FilterService filters;
    private final TaskService tasks;
    private final Permissions permissions;
    private final Clock clock;

    TaskFilters(FilterService filters, TaskService tasks, Permissions permissions, Clock clock) {
        this.filters = filters;
        this.tasks = tasks;
        this.permissions = permissions;
        this.clock = clock;
    }

    /** Makes what is missing and brings back what was changed; wants one node at a time. */
    void ensure() {
        for (var list : TaskFilter.values()) {
            permissions.grantFilter(write(list).getId(), list.isForMembers());
        }
    }

    /** "今天" and "超时" move with the time; another node may do the same at the same moment. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void followTheClock() {
        Stream.of(TaskFilter.values())
                .filter(TaskFilter::followsTheClock)
                .forEach(
                        list -> {
                            try {
                                write(list);
                            } catch (OptimisticLockingException anotherNodeDidIt) {
                                log.debug("{} was written by another node", list);
                            }
                        });
    }

    private Filter write(TaskFilter list) {
        var present = filters.createFilterQuery().filterName(list.label()).list();
        var filter = present.isEmpty() ? filters.newTaskFilter(list.label()) : present.get(0);
        filter.setQuery(list.narrow(tasks.createTaskQuery(), clock.instant()));
        filter.setProperties(list.properties());
        return filters.saveFilter(filter);
    }
}
