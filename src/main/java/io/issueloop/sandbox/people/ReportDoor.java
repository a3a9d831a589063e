package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.report.ReportTemplates;
import io.issueloop.sandbox.report.Reports;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Writing reports, reading those one received, commenting. */
final class ReportDoor implements Door {

    private static final String REPORT = "/__sandbox/reports/{uuid}";

    private final Store store;
    private final Reports reports;
    private final ReportTemplates templates;

    ReportDoor(Store store, Reports reports, ReportTemplates templates) {
        this.store = store;
        this.reports = reports;
        this.templates = templates;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/reports", Door.in(store, this::list))
                .POST("/__sandbox/reports", Door.in(store, this::write))
                .POST(REPORT + "/read", Door.in(store, this::read))
                .POST(REPORT + "/comments", Door.in(store, this::comment))
                .build();
    }

    private Object list(ServerRequest request, Input body) {
        var answer = Json.object();
        answer.putArray("templates").addAll(templates.all());
        answer.putArray("reports").addAll(reports.of(Door.param(request, "userid")));
        return answer;
    }

    /** {@code {userid, template_id, receivers: [userid], contents: {control id: text}}}. */
    private Object write(ServerRequest request, Input body) {
        return reports.write(
                body.text("userid"),
                body.text("template_id"),
                body.texts("receivers", 100),
                body.object("contents").json());
    }

    private Object read(ServerRequest request, Input body) {
        return reports.read(request.pathVariable("uuid"), body.text("userid"));
    }

    private Object comment(ServerRequest request, Input body) {
        return reports.comment(
                request.pathVariable("uuid"), body.text("userid"), body.text("content"));
    }
}
