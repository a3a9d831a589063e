package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Documents, and the rights on them. An application reaches only what it created itself, and the id
 * is given only at creation (page 97392).
 */
@Headers("Content-Type: application/json")
interface DocumentApi {

    int TEXT = 3;
    int SMART_TABLE = 10;
    int READ = 1;
    int WRITE = 2;

    /** WeCom page 97460. */
    @RequestLine("POST /cgi-bin/wedoc/create_doc")
    Created create(Create create);

    /** WeCom page 97736. */
    @RequestLine("POST /cgi-bin/wedoc/rename_doc")
    Done rename(Rename rename);

    /** WeCom page 97735. */
    @RequestLine("POST /cgi-bin/wedoc/del_doc")
    Done delete(Named which);

    /** WeCom page 97734. */
    @RequestLine("POST /cgi-bin/wedoc/get_doc_base_info")
    BaseInfo baseInfo(Which which);

    /** Section 管理文档, 分享文档. */
    @RequestLine("POST /cgi-bin/wedoc/doc_share")
    Shared share(Named which);

    /** The path is WeCom's own spelling. Section 管理文档, 修改文档安全设置. */
    @RequestLine("POST /cgi-bin/wedoc/mod_doc_safty_setting")
    Done safety(Safety safety);

    /** Present fields overwrite, the others stay. Section 管理文档, 修改文档查看规则. */
    @RequestLine("POST /cgi-bin/wedoc/mod_doc_join_rule")
    Done joinRule(JoinRule rule);

    /** At most 100 members a call. Section 管理文档, 修改文档通知范围及权限. */
    @RequestLine("POST /cgi-bin/wedoc/mod_doc_member")
    Done members(Members members);

    /** Section 管理文档, 获取文档权限信息. */
    @RequestLine("POST /cgi-bin/wedoc/doc_get_auth")
    Rights rights(Which which);

    /** Section 编辑文档内容, 获取文档数据. */
    @RequestLine("POST /cgi-bin/wedoc/document/get")
    Content get(Which which);

    /** All or nothing; at most 30 requests. WeCom page 97626. */
    @RequestLine("POST /cgi-bin/wedoc/document/batch_update")
    Done batchUpdate(BatchUpdate update);

    /** A place in the drive, both ids or none. */
    record Create(
            @Nullable String spaceid,
            @Nullable String fatherid,
            int doc_type,
            String doc_name,
            List<String> admin_users) {

        Create(int doc_type, String doc_name, List<String> admin_users) {
            this(null, null, doc_type, doc_name, admin_users);
        }
    }

    record Created(String docid, String url) {}

    record Which(String docid) {}

    /** A document or a form: exactly one. */
    record Named(@Nullable String docid, @Nullable String formid) {

        static Named document(String docid) {
            return new Named(docid, null);
        }

        static Named form(String formid) {
            return new Named(null, formid);
        }
    }

    /** A document or a form: exactly one. */
    record Rename(@Nullable String docid, @Nullable String formid, String new_name) {}

    record BaseInfo(@Nullable Info doc_base_info) {}

    /** Times are seconds since 1970. */
    record Info(String docid, String doc_name, long create_time, long modify_time, int doc_type) {}

    record Shared(String share_url) {}

    record Safety(String docid, boolean enable_readonly_copy, @Nullable Watermark watermark) {}

    /**
     * @param margin_type 1: wide, 2: narrow
     */
    record Watermark(int margin_type, boolean show_visitor_name, boolean show_text, String text) {}

    record JoinRule(
            String docid,
            boolean enable_corp_internal,
            int corp_internal_auth,
            boolean enable_corp_external) {}

    record Members(
            String docid,
            @Nullable List<Member> update_file_member_list,
            @Nullable List<Member> del_file_member_list) {

        Members(String docid, List<Member> members) {
            this(docid, members, null);
        }
    }

    /**
     * @param type 1: a member
     * @param auth {@link #READ}, {@link #WRITE} or 7 for an administrator; absent in removals
     */
    record Member(int type, @Nullable Integer auth, String userid) {}

    record Rights(@Nullable AccessRule access_rule, List<Member> doc_member_list) {}

    record AccessRule(boolean enable_corp_internal, int corp_internal_auth) {}

    record Content(long version, @Nullable Node document) {}

    /** The whole document: positions count its characters, the last one closes it and stays. */
    record Node(int begin, int end, String text) {}

    record BatchUpdate(String docid, long version, List<Request> requests) {}

    /** Exactly one of them. */
    record Request(
            @Nullable Delete delete_content,
            @Nullable Insert insert_text,
            @Nullable Replace replace_text) {

        Request(@Nullable Delete delete_content, @Nullable Insert insert_text) {
            this(delete_content, insert_text, null);
        }
    }

    /**
     * @param ranges at most ten
     */
    record Replace(String text, List<Range> ranges) {}

    record Delete(Range range) {}

    record Range(int start_index, int length) {}

    record Insert(String text, Location location) {}

    record Location(int index) {}

    record Done() {}
}
