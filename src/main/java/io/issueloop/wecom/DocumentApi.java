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

    record Create(int doc_type, String doc_name, List<String> admin_users) {}

    record Created(String docid, String url) {}

    record Which(String docid) {}

    record JoinRule(
            String docid,
            boolean enable_corp_internal,
            int corp_internal_auth,
            boolean enable_corp_external) {}

    record Members(String docid, List<Member> update_file_member_list) {}

    record Member(int type, int auth, String userid) {}

    record Rights(@Nullable AccessRule access_rule) {}

    record AccessRule(boolean enable_corp_internal, int corp_internal_auth) {}

    record Content(long version, @Nullable Node document) {}

    /** The whole document: positions count its characters, the last one closes it and stays. */
    record Node(int begin, int end, String text) {}

    record BatchUpdate(String docid, long version, List<Request> requests) {}

    /** Exactly one of them. */
    record Request(@Nullable Delete delete_content, @Nullable Insert insert_text) {}

    record Delete(Range range) {}

    record Range(int start_index, int length) {}

    record Insert(String text, Location location) {}

    record Location(int index) {}

    record Done() {}
}
