package io.issueloop.process.jobs;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** Says in an incident, in Chinese, what failed and what an administrator can do about it. */
final class ReadableIncidents extends DefaultIncidentHandler {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    ReadableIncidents() {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    public Incident handleIncident(IncidentContext context, @Nullable String message) {
        return super.handleIncident(context, readable(message));
    }

    /** Reasons of ours are Chinese already, and some say themselves when to try again. */
    static String readable(@Nullable String message) {
        var said = message == null || message.isBlank() ? "没有说明原因" : message.strip();
        var reason =
                CHINESE.matcher(said).find()
                        ? said
                        : "系统内部出错，流程停在这一步，没有丢失数据。请运维查看日志和堆栈信息（%s）".formatted(said);
        return reason.contains("重试")
                ? reason
                : reason.replaceFirst("[。.]?$", "。原因排除后点“重试”：系统马上把这一步再做一遍，成功后流程接着走。");
    }
}
