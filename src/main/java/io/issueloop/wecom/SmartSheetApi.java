package io.issueloop.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Headers;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Smart tables: structure. */
@Headers("Content-Type: application/json")
interface SmartSheetApi {

    /** The new sheet has no view, field or record. WeCom page 99896. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/add_sheet")
    AddedSheet addSheet(AddSheet add);

    /** WeCom page 99896. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/get_sheet")
    Sheets sheets(InDocument document);

    /** WeCom page 99904. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/add_fields")
    Fields addFields(WriteFields add);

    /** The type must stay. WeCom page 101157. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/update_fields")
    Fields updateFields(WriteFields update);

    /** At most 1,000, more than a sheet can have. WeCom page 101157. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/get_fields")
    Fields fields(InSheet sheet);

    /** WeCom page 99900. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/add_view")
    AddedView addView(AddView add);

    /** WeCom page 99902. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/update_view")
    AddedView updateView(UpdateView update);

    /** WeCom page 99913. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/get_views")
    Views views(InSheet sheet);

    record InDocument(String docid) {}

    record InSheet(String docid, String sheet_id) {}

    record AddSheet(String docid, Title properties) {}

    record Title(String title) {}

    record AddedSheet(Sheet properties) {}

    record Sheets(List<Sheet> sheet_list) {}

    record Sheet(String sheet_id, String title) {}

    record WriteFields(String docid, String sheet_id, List<Field> fields) {}

    record Fields(List<Field> fields) {}

    record Field(
            @Nullable String field_id,
            String field_title,
            String field_type,
            @Nullable Map<String, Object> property_number,
            @Nullable Map<String, Object> property_checkbox,
            @Nullable Map<String, Object> property_date_time,
            @Nullable Map<String, Object> property_user,
            @Nullable Select property_single_select) {}

    record Select(boolean is_quick_add, List<Option> options) {}

    record Option(@Nullable String id, String text, int style) {}

    record AddView(String docid, String sheet_id, String view_title, String view_type) {}

    record UpdateView(String docid, String sheet_id, String view_id, ViewProperty property) {}

    record ViewProperty(Grouping group_spec) {}

    record Grouping(List<GroupBy> groups) {}

    record GroupBy(String field_id, boolean desc) {}

    record AddedView(View view) {}

    record Views(List<View> views) {}

    record View(String view_id, String view_title, @Nullable JsonNode property) {}
}
