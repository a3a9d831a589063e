package io.issueloop.sandbox.people;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.drive.Blobs;
import io.issueloop.sandbox.drive.Downloads;
import io.issueloop.sandbox.drive.DriveFiles;
import io.issueloop.sandbox.drive.MemberDrive;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.state.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** WeDrive as members use it, and the download address the API hands out. */
final class DriveDoor implements Door {

    private static final String FILES = "/__sandbox/drive/{spaceid}/files";
    private static final String FILE = "/__sandbox/drive/files/{fileid}";

    private final Store store;
    private final MemberDrive drive;
    private final DriveFiles files;
    private final Blobs blobs;
    private final Downloads downloads;

    DriveDoor(Store store, MemberDrive drive, DriveFiles files, Blobs blobs, Downloads downloads) {
        this.store = store;
        this.drive = drive;
        this.files = files;
        this.blobs = blobs;
        this.downloads = downloads;
    }

    @Override
    public RouterFunction<ServerResponse> routes() {
        return route().GET("/__sandbox/drive", Door.in(store, this::spaces))
                .GET(FILES, Door.in(store, this::folder))
                .POST(FILES, Door.in(store, this::add))
                .GET(FILE, Door.in(store, this::file))
                .PATCH(FILE, Door.in(store, this::change))
                .DELETE(FILE, Door.in(store, this::delete))
                .GET(FILE + "/content", this::content)
                .GET(Downloads.PATH + "{ticket}", this::download)
                .build();
    }

    private Object spaces(ServerRequest request, Input body) {
        var userid = Door.param(request, "userid");
        var answer = Json.object();
        answer.putArray("spaces").addAll(drive.spaces(userid));
        answer.putArray("shared").addAll(drive.shared(userid));
        return answer;
    }

    private Object folder(ServerRequest request, Input body) {
        var fatherid = request.param("fatherid").orElse("");
        var answer = Json.object();
        answer.putArray("files")
                .addAll(
                        drive.folder(
                                request.pathVariable("spaceid"),
                                fatherid,
                                Door.param(request, "userid")));
        answer.putArray("path").addAll(drive.path(fatherid));
        return answer;
    }

    private Object file(ServerRequest request, Input body) {
        return drive.shown(request.pathVariable("fileid"), Door.param(request, "userid"));
    }

    /** {@code {userid, fatherid, name, content}}: Base64; without content a folder. */
    private Object add(ServerRequest request, Input body) {
        var spaceid = request.pathVariable("spaceid");
        var fatherid = body.text("fatherid", "");
        var userid = body.text("userid");
        return body.has("content")
                ? drive.upload(spaceid, fatherid, userid, body.text("name"), content(body))
                : drive.newFolder(spaceid, fatherid, userid, body.text("name"));
    }

    /** {@code {userid}} and one of name, fatherid, content. */
    private Object change(ServerRequest request, Input body) {
        var fileid = request.pathVariable("fileid");
        var userid = body.text("userid");
        if (body.has("name")) {
            return drive.rename(fileid, userid, body.text("name"));
        }
        return body.has("fatherid")
                ? drive.move(fileid, userid, body.text("fatherid"))
                : drive.update(fileid, userid, content(body));
    }

    private Object delete(ServerRequest request, Input body) {
        drive.delete(request.pathVariable("fileid"), Door.param(request, "userid"));
        return Door.done();
    }

    private static byte[] content(Input body) {
        try {
            return Base64.getDecoder().decode(body.text("content"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("content 不是 Base64", e);
        }
    }

    private ServerResponse content(ServerRequest request) throws Exception {
        var userid = request.param("userid").orElse("");
        var allowed =
                Door.in(store, (r, b) -> drive.readable(r.pathVariable("fileid"), userid))
                        .handle(request);
        return allowed.statusCode().isError()
                ? allowed
                : attachment(files.find(request.pathVariable("fileid")).orElseThrow());
    }

    /** 403 without the cookie {@code file_download} named. */
    private ServerResponse download(ServerRequest request) {
        var cookie = request.cookies().getFirst(Downloads.COOKIE);
        return downloads
                .redeem(request.pathVariable("ticket"), cookie == null ? "" : cookie.getValue())
                .flatMap(files::find)
                .map(this::attachment)
                .orElseGet(() -> ServerResponse.status(403).build());
    }

    private ServerResponse attachment(ObjectNode file) {
        var name =
                ContentDisposition.attachment()
                        .filename(file.path("file_name").asText(), StandardCharsets.UTF_8)
                        .build();
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Length", file.path("file_size").asText())
                .build(
                        (request, response) -> {
                            blobs.copy(file.path("sha").asText(), response.getOutputStream());
                            return null;
                        });
    }
}
