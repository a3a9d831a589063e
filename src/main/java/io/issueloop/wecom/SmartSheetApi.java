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

    /** WeCom page 99896. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/update_sheet")
    Done renameSheet(RenameSheet rename);

    /** WeCom page 99896. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/delete_sheet")
    Done deleteSheet(InSheet sheet);

    /** WeCom page 99904. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/add_fields")
    Fields addFields(WriteFields add);

    /** The type must stay. WeCom page 101157. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/update_fields")
    Fields updateFields(WriteFields update);

    /** At most 1,000, more than a sheet can have. WeCom page 101157. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/get_fields")
    Fields fields(InSheet sheet);

    /** WeCom page 101157. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/delete_fields")
    Done deleteFields(WhichFields which);

    /** Section 智能表格, 查询子表权限. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/content_priv/get_sheet_priv")
    Privileges privileges(WhichPrivileges which);

    /** WeCom page 99900. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/add_view")
    AddedView addView(AddView add);

    /** WeCom page 99902. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/update_view")
    AddedView updateView(UpdateView update);

    /** WeCom page 99913. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/get_views")
    Views views(InSheet sheet);

    /** Section 智能表格, 删除视图. */
    @RequestLine("POST /cgi-bin/wedoc/smartsheet/delete_views")
    Done deleteViews(WhichViews which);

    record InDocument(String docid) {}

    record InSheet(String docid, String sheet_id) {}

    record AddSheet(String docid, Title properties) {}

    record Title(String title) {}

    record AddedSheet(Sheet properties) {}

    record RenameSheet(String docid, Sheet properties) {}

    record WhichFields(String docid, String sheet_id, List<String> field_ids) {}

    record WhichViews(String docid, String sheet_id, List<String> view_ids) {}

    /**
     * @param type 1: everybody's rule, 2: those of the list
     */
    record WhichPrivileges(String docid, int type, @Nullable List<String> rule_id_list) {}

    record Privileges(List<Rule> rule_list) {}

    record Rule(long rule_id, int type, String name, List<Privilege> priv_list) {}

    /**
     * @param priv 1: all, 2: see below, 3: reading, 4: none
     */
    record Privilege(
            String sheet_id, int priv, boolean can_insert_record, boolean can_delete_record) {}

    record Done() {}

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
            @Nullable Select property_single_select,
            @Nullable Reference property_reference) {

        Field(
                @Nullable String field_id,
                String field_title,
                String field_type,
                @Nullable Map<String, Object> property_number,
                @Nullable Map<String, Object> property_checkbox,
                @Nullable Map<String, Object> property_date_time,
                @Nullable Map<String, Object> property_user,
                @Nullable Select property_single_select) {
            this(
                    field_id,
                    field_title,
                    field_type,
                    property_number,
                    property_checkbox,
                    property_date_time,
                    property_user,
                    property_single_select,
                    null);
        }
    }

    /**
     * Rows of another sheet.
     *
     * @param filed_id WeCom's own spelling
     */
    record Reference(
            String sub_id, @Nullable String filed_id, boolean is_multiple, String view_id) {}

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
