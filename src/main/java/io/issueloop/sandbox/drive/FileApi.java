package io.issueloop.sandbox.drive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.state.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Files and folders, pages 97880 and 98004: life, place, upload up to 10 MB, list. */
final class FileApi implements Endpoints.Area {

    private static final int LARGEST = 10 << 20;
    private static final Map<Long, Comparator<ObjectNode>> SORTS =
            Map.of(
                    1L, by("file_name"),
                    2L, by("file_name").reversed(),
                    3L, byNumber("file_size"),
                    4L, byNumber("file_size").reversed(),
                    5L, byNumber("mtime"),
                    6L, byNumber("mtime").reversed());

    private final Guard guard;
    private final Spaces spaces;
    private final DriveFiles files;
    private final Docs docs;

    FileApi(Guard guard, Spaces spaces, DriveFiles files, Docs docs) {
        this.guard = guard;
        this.spaces = spaces;
        this.files = files;
        this.docs = docs;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedrive/file_create", guard.before(this::create))
                .post("wedrive/file_upload", guard.before(this::upload))
                .post("wedrive/file_list", guard.before(this::list))
                .post("wedrive/file_info", guard.before(this::info))
                .post("wedrive/file_rename", guard.before(this::rename))
                .post("wedrive/file_move", guard.before(this::move))
                .post("wedrive/file_delete", guard.before(this::delete));
    }

    private Reply create(Call call) {
        var body = call.body();
        var place = place(body);
        int type = (int) body.number("file_type", 0);
        if (type != DriveFiles.FOLDER && type != 3 && type != 4) {
            throw new ApiError(640054, "invalid file_type: " + type);
        }
        var name = DriveFiles.legal(body.text("file_name", ""));
        var file = files.create(place, type, name);
        var url = "http://" + call.host() + "/#/drive/" + place.spaceid();
        if (type != DriveFiles.FOLDER) {
            var doc = docs.create(type, name, List.of(), call.host());
            docs.grant(doc, Spaces.authInfo(spaces.require(place.spaceid())));
            url = doc.path("url").asText();
        }
        files.save(file.put("url", url));
        return Reply.ok().with("fileid", file.path("fileid")).with("url", url);
    }

    private Reply upload(Call call) {
        var body = call.body();
        var place = place(body);
        var name = DriveFiles.legal(body.text("file_name", ""));
        var content = decoded(body);
        if (content.length > LARGEST) {
            throw new ApiError(640047, "file_upload takes up to 10 MB");
        }
        return Reply.ok().with("fileid", files.create(place, name, content).path("fileid"));
    }

    private Reply list(Call call) {
        var body = call.body();
        var place = place(body);
        var sort = SORTS.get(body.between("sort_type", 1, 1, 6, 640027));
        int start = (int) body.between("start", 0, 0, Integer.MAX_VALUE, 640027);
        int limit = (int) body.between("limit", 0, 1, 1000, 640027);
        var all = files.in(place.fatherid()).stream().sorted(sort).toList();
        var page = all.stream().skip(start).limit(limit).map(DriveFiles::shown).toList();
        int next = start + page.size();
        return Reply.ok()
                .with("has_more", next < all.size())
                .with("next_start", next)
                .with("file_list", items(page));
    }

    private Reply info(Call call) {
        return Reply.ok().with("file_info", DriveFiles.shown(file(call.body())));
    }

    private Reply rename(Call call) {
        var file = file(call.body());
        files.rename(file, call.body().text("new_name", ""));
        return Reply.ok().with("file", DriveFiles.shown(file));
    }

    private Reply move(Call call) {
        var body = call.body();
        var father = body.text("fatherid", 640021);
        var space =
                spaces.find(father)
                        .or(
                                () ->
                                        files.find(father)
                                                .map(f -> f.path("spaceid").asText())
                                                .flatMap(spaces::find))
                        .orElseThrow(() -> new ApiError(640021, "invalid fatherid: " + father));
        var target = files.requirePlace(space, father);
        boolean replace = body.flag("replace", false);
        var moved = new ArrayList<ObjectNode>();
        for (var fileid : fileids(body)) {
            var file = files.require(fileid);
            files.move(file, target, replace);
            moved.add(DriveFiles.shown(file));
        }
        return Reply.ok().with("file_list", items(moved));
    }

    private Reply delete(Call call) {
        fileids(call.body()).forEach(fileid -> files.delete(files.require(fileid)));
        return Reply.ok();
    }

    private static List<String> fileids(Input body) {
        var ids = body.texts("fileid", 100);
        if (ids.isEmpty()) {
            throw new ApiError(640024, "missing fileid");
        }
        return ids;
    }

    private ObjectNode file(Input body) {
        return files.require(body.text("fileid", ""));
    }

    private DriveFiles.Place place(Input body) {
        return place(body, spaces, files);
    }

    /** Space and folder, or a ticket of the JS-SDK's chooser, which nobody here hands out. */
    static DriveFiles.Place place(Input body, Spaces spaces, DriveFiles files) {
        if (!body.text("selected_ticket", "").isEmpty() && !body.has("spaceid")) {
            throw new ApiError(60222, "invalid selected_ticket");
        }
        return files.requirePlace(spaces.require(body), body.text("fatherid", 640021));
    }

    /** 640022 where {@code file_base64_content} is empty or not Base64. */
    static byte[] decoded(Input body) {
        try {
            return Base64.getDecoder().decode(body.text("file_base64_content", 640022));
        } catch (IllegalArgumentException e) {
            throw new ApiError(640022, "invalid file_base64_content");
        }
    }

    private static ObjectNode items(List<ObjectNode> files) {
        var list = Json.object();
        list.putArray("item").addAll(files);
        return list;
    }

    private static Comparator<ObjectNode> by(String field) {
        return Comparator.comparing(file -> file.path(field).asText());
    }

    private static Comparator<ObjectNode> byNumber(String field) {
        return Comparator.comparingLong(file -> file.path(field).asLong());
    }
}
