package io.issueloop.sandbox.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.issueloop.sandbox.api.ApiError;
import io.issueloop.sandbox.api.Call;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.api.Input;
import io.issueloop.sandbox.api.Reply;
import io.issueloop.sandbox.state.Json;
import io.issueloop.sandbox.table.Sheets.Ref;
import java.util.ArrayList;
import java.util.List;

/** Views of a sheet, pages 99900 and 101154. */
final class ViewApi implements Endpoints.Area {

    private static final List<String> TYPES =
            List.of(
                    "VIEW_TYPE_GRID",
                    "VIEW_TYPE_KANBAN",
                    "VIEW_TYPE_GALLERY",
                    "VIEW_TYPE_GANTT",
                    "VIEW_TYPE_CALENDAR");
    private static final int MOST = 200;

    private final Sheets sheets;

    ViewApi(Sheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public void contribute(Endpoints endpoints) {
        endpoints
                .post("wedoc/smartsheet/add_view", this::add)
                .post("wedoc/smartsheet/get_views", this::list)
                .post("wedoc/smartsheet/update_view", this::update)
                .post("wedoc/smartsheet/delete_views", this::delete);
    }

    private Reply add(Call call) {
        var body = call.body();
        var ref = sheets.require(body);
        var type = body.oneOf("view_type", "", TYPES);
        var views = new ArrayList<>(sheets.views(ref));
        if (views.size() >= MOST) {
            throw ApiError.invalid("more than " + MOST + " views");
        }
        var view =
                Json.object()
                        .put("view_id", sheets.ids().random("v", 5))
                        .put("view_title", body.text("view_title"))
                        .put("view_type", type);
        addDates(ref, body, type, view);
        views.add(view);
        sheets.saveViews(ref, views);
        return Reply.ok().with("view", view);
    }

    private void addDates(Ref ref, Input body, String type, ObjectNode view) {
        if (type.equals("VIEW_TYPE_GANTT") || type.equals("VIEW_TYPE_CALENDAR")) {
            var name = type.equals("VIEW_TYPE_GANTT") ? "property_gantt" : "property_calendar";
            var dates = body.object(name);
            requireDateField(ref, dates.text("start_date_field_id"));
            requireDateField(ref, dates.text("end_date_field_id"));
            view.set(name, dates.json());
        }
    }

    private Reply list(Call call) {
        var body = call.body();
        var ref = sheets.require(body);
        var wanted = body.texts("view_ids", MOST);
        int offset = (int) body.between("offset", 0, 0, Integer.MAX_VALUE);
        int limit = (int) body.between("limit", 0, 0, 1000);
        var all =
                sheets.views(ref).stream()
                        .filter(v -> wanted.isEmpty() || wanted.contains(id(v)))
                        .toList();
        var page = all.stream().skip(offset).limit(limit == 0 ? 1000 : limit).toList();
        int next = offset + page.size();
        return Reply.ok()
                .with("total", all.size())
                .with("has_more", next < all.size())
                .with("next", next)
                .with("views", page);
    }

    private Reply update(Call call) {
        var body = call.body();
        var ref = sheets.require(body);
        var views = sheets.views(ref);
        var view = find(views, body.text("view_id"));
        if (body.has("view_title")) {
            view.put("view_title", body.text("view_title"));
        }
        body.optionalObject("property").ifPresent(p -> view.set("property", p.json()));
        sheets.saveViews(ref, views);
        return Reply.ok().with("view", view);
    }

    private Reply delete(Call call) {
        var ref = sheets.require(call.body());
        var views = new ArrayList<>(sheets.views(ref));
        for (var id : call.body().requireList("view_ids").texts("view_ids", MOST)) {
            views.remove(find(views, id));
        }
        sheets.saveViews(ref, views);
        return Reply.ok();
    }

    private static ObjectNode find(List<ObjectNode> views, String id) {
        return views.stream()
                .filter(view -> id(view).equals(id))
                .findFirst()
                .orElseThrow(() -> ApiError.invalid("invalid view_id: " + id));
    }

    private void requireDateField(Ref ref, String fieldId) {
        boolean known =
                sheets.fields(ref).stream()
                        .filter(f -> f.path("field_id").asText().equals(fieldId))
                        .anyMatch(
                                f -> f.path("field_type").asText().equals("FIELD_TYPE_DATE_TIME"));
        if (!known) {
            throw ApiError.invalid("not a date field: " + fieldId);
        }
    }

    private static String id(ObjectNode view) {
        return view.path("view_id").asText();
    }
}
