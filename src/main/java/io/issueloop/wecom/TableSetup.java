package io.issueloop.wecom;

import io.issueloop.shared.UserId;
import io.issueloop.wecom.DocumentApi.AccessRule;
import io.issueloop.wecom.DocumentApi.Create;
import io.issueloop.wecom.DocumentApi.JoinRule;
import io.issueloop.wecom.DocumentApi.Which;
import io.issueloop.wecom.WeComResources.Kind;
import io.issueloop.wecom.WeComResources.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes sure a smart table exists and that those may open it who ought to. */
@Component
class TableSetup {

    private static final Logger log = LoggerFactory.getLogger(TableSetup.class);
    private static final int NO_SUCH_DOCUMENT = 301085;

    private final DocumentApi api;
    private final WeComResources resources;

    TableSetup(DocumentApi api, WeComResources resources) {
        this.api = api;
        this.resources = resources;
    }

    /**
     * The id of the table.
     *
     * @param openToCorp whether all members of the corp may edit it; otherwise only the admins
     * @param created is told what was created
     */
    String ensure(String name, boolean openToCorp, List<UserId> admins, Consumer<String> created) {
        var docid = present(name).orElseGet(() -> create(name, admins, created));
        if (!isOpen(docid, openToCorp)) {
            api.joinRule(new JoinRule(docid, openToCorp, DocumentApi.WRITE, false));
            if (!isOpen(docid, openToCorp)) {
                throw new IllegalStateException("企业微信没有接受「" + name + "」的权限设置，请在文档中手工设置");
            }
        }
        return docid;
    }

    /** The id of a table we made that is still there. */
    Optional<String> present(String name) {
        return resources.find(Kind.SMART_TABLE, name).map(Resource::id).filter(this::exists);
    }

    private boolean exists(String docid) {
        try {
            api.rights(new Which(docid));
            return true;
        } catch (WeComRejected rejected) {
            if (rejected.errcode() == NO_SUCH_DOCUMENT) {
                return false;
            }
            throw rejected;
        }
    }

    /**
     * WeCom tells the id only here and has no list to find it in later: what a crash cuts off in
     * between stays in WeCom, empty and unknown to us.
     */
    private String create(String name, List<UserId> admins, Consumer<String> created) {
        if (!resources.begin(Kind.SMART_TABLE, name)) {
            log.warn("企业微信中可能留有一个不再使用的空智能表格「{}」（上次创建被中断或已删除），可手工删除", name);
        }
        var userids = admins.stream().map(UserId::value).toList();
        var document = api.create(new Create(DocumentApi.SMART_TABLE, name, userids));
        resources.created(Kind.SMART_TABLE, name, document.docid(), document.url());
        created.accept("智能表格「" + name + "」");
        return document.docid();
    }

    /** Whether the rights are as wanted: everybody in the corp may edit it, or nobody may. */
    boolean isOpen(String docid, boolean wanted) {
        var rule = Optional.ofNullable(api.rights(new Which(docid)).access_rule());
        return wanted
                ? rule.filter(AccessRule::enable_corp_internal)
                        .filter(r -> r.corp_internal_auth() == DocumentApi.WRITE)
                        .isPresent()
                : rule.filter(AccessRule::enable_corp_internal).isEmpty();
    }
}
