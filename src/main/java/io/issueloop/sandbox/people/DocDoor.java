package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.doc.Images;
import io.issueloop.sandbox.doc.MemberDocs;
import io.issueloop.sandbox.doc.Texts;
import io.issueloop.sandbox.spreadsheet.Spreadsheets;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import io.issueloop.sandbox.table.Sheets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Documents to look at. With {@code userid} only what that member may read. */
final class DocDoor implements Door {

    private final Store store;
    private final Docs docs;
    private final Texts texts;
    private final Sheets sheets;
    private final MemberDocs changes;
    private final Images images;
    private final Spreadsheets spreadsheets;

    DocDoor(
            Store store,
            Docs docs,
            Texts texts,
            Sheets sheets,
            MemberDocs changes,
            Images images,
            Spreadsheets spreadsheets) {
        this.store = store;
        this.docs = docs;
        this.texts = texts;
        this.sheets = sheets;
        this.changes = changes;
        this.images = images;
        this.spreadsheets = spreadsheets;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/docs", Door.in(store, this::list))
                .DELETE("/__sandbox/docs/{docid}", Door.in(store, this::delete))
                .POST("/__sandbox/docs/{docid}/members", Door.in(store, this::share))
                .GET("/__sandbox/documents/{docid}", Door.in(store, this::document))
                .GET("/__sandbox/spreadsheets/{docid}", Door.in(store, this::spreadsheet))
                .GET(Images.PATH + "{id}", this::image)
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

    private Object delete(ServerRequest request, Input body) {
        changes.delete(request.pathVariable("docid"), Door.param(request, "userid"));
        return Door.done();
    }

    /** {@code {userid, member, auth}}: auth 1 read, 2 write, 7 admin. */
    private Object share(ServerRequest request, Input body) {
        int auth = (int) body.number("auth", 1);
        if (auth != 1 && auth != 2 && auth != 7) {
            throw new IllegalArgumentException("auth 只能是 1 可读、2 可写、7 管理");
        }
        changes.share(
                request.pathVariable("docid"), body.text("userid"), body.text("member"), auth);
        return Door.done();
    }

    private ServerResponse image(ServerRequest request) {
        return images.find(request.pathVariable("id"))
                .map(
                        bytes ->
                                ServerResponse.ok()
                                        .contentType(MediaType.IMAGE_PNG)
                                        .header("X-Content-Type-Options", "nosniff")
                                        .body(bytes))
                .orElseGet(() -> ServerResponse.notFound().build());
    }

    private Object spreadsheet(ServerRequest request, Input body) {
        var doc = readable(request);
        doc.set("sheets", Json.array().addAll(spreadsheets.of(doc.path("docid").asText())));
        return doc;
    }

    private Object document(ServerRequest request, Input body) {
        var doc = readable(request);
        var content = texts.of(doc.path("docid").asText());
        var tree = texts.tree(doc.path("docid").asText());
        doc.set("document", tree);
        return doc.put("text", tree.path("text").asText()).put("version", content.version());
    }

    private ObjectNode readable(ServerRequest request) {
        var doc = docs.find(request.pathVariable("docid")).orElseThrow();
        var userid = request.param("userid").orElse("");
        if (!userid.isEmpty() && !docs.mayRead(doc, userid)) {
            throw new SecurityException("该成员没有查看权限");
        }
        return doc;
    }
}
