package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.doc.Texts;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.table.Sheets;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Documents to look at. With {@code userid} only what that member may read. */
final class DocDoor implements Door {

    private final Store store;
    private final Docs docs;
    private final Texts texts;
    private final Sheets sheets;

    DocDoor(Store store, Docs docs, Texts texts, Sheets sheets) {
        this.store = store;
        this.docs = docs;
        this.texts = texts;
        this.sheets = sheets;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/docs", Door.in(store, this::list))
                .GET("/__sandbox/documents/{docid}", Door.in(store, this::document))
                .build();
    }

    private Object list(ServerRequest request, Input body) {
        var userid = request.param("userid").orElse("");
        var answer = Json.object();
        var list = answer.putArray("docs");
        for (var doc : docs.all()) {
            if (userid.isEmpty() || docs.mayRead(doc, userid)) {
                doc.put("mayEdit", userid.isEmpty() || docs.mayEdit(doc, userid));
                doc.putArray("sheets").addAll(sheets.sheets(doc.path("docid").asText()));
                list.add(doc);
            }
        }
        return answer;
    }

    private Object document(ServerRequest request, Input body) {
        ObjectNode doc = docs.find(request.pathVariable("docid")).orElseThrow();
        var userid = request.param("userid").orElse("");
        if (!userid.isEmpty() && !docs.mayRead(doc, userid)) {
            throw new SecurityException("该成员没有查看权限");
        }
        var content = texts.of(doc.path("docid").asText());
        return doc.put("text", content.text()).put("version", content.version());
    }
}
