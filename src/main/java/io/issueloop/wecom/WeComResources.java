package io.issueloop.wecom;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ids of what set-up created in WeCom; for most of it WeCom tells them only once. */
@Component
class WeComResources {

    private final JdbcClient jdbc;

    WeComResources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a resource is. */
    enum Kind {
        SMART_TABLE("智能表格"),
        SHEET("子表"),
        CALENDAR("日历"),
        APPROVAL_TEMPLATE("审批模板"),
        GROUP("群聊"),
        /** The key is the group and a member who was brought into it, the id the group. */
        GROUP_MEMBER("群成员"),
        /** The id is the group its first message was sent to. */
        GROUP_ENTRY("群聊快捷入口"),
        /** The id is a digest of what was written. */
        MENU("应用菜单"),
        /** The id is a digest of what was written. */
        WORKBENCH("工作台展示"),
        SPACE("微盘空间"),
        FORM("收集表"),
        /** The key is its space. */
        FOLDER("微盘文件夹");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /**
     * @param url where people open it; empty text where they cannot
     */
    record Resource(String id, String url) {}

    Optional<Resource> find(Kind kind, String key) {
        return jdbc.sql(
                        """
                select id, coalesce(url, '') as url from wecom_resource
                 where kind = :kind and key = :key and id is not null
                """)
                .param("kind", kind.name())
                .param("key", key)
                .query(Resource.class)
                .optional();
    }

    /** The keys of all that have this id. */
    Set<String> keys(Kind kind, String id) {
        return jdbc.sql("select key from wecom_resource where kind = :kind and id = :id")
                .param("kind", kind.name())
                .param("id", id)
                .query(String.class)
                .set();
    }

    /** Whether exactly this was what we wrote last; for things without an id. */
    boolean isWritten(Kind kind, String key, Record content) {
        return find(kind, key).filter(known -> known.id().equals(digest(content))).isPresent();
    }

    void written(Kind kind, String key, Record content) {
        created(kind, key, digest(content), "");
    }

    private static String digest(Record content) {
        return Digest.sha256Hex(content.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** All of a kind that were created. */
    List<Resource> all(Kind kind) {
        return jdbc.sql(
                        """
                select id, coalesce(url, '') as url from wecom_resource
                 where kind = :kind and id is not null order by key
                """)
                .param("kind", kind.name())
                .query(Resource.class)
                .list();
    }

    /**
     * @throws NotSetUp when set-up has not created it
     */
    Resource get(Kind kind, String key) {
        return find(kind, key).orElseThrow(() -> new NotSetUp(kind.label() + "「" + key + "」"));
    }

    /**
     * Notes that creation begins now; false when an earlier one began and its end is not known:
     * WeCom may or may not have one already.
     */
    boolean begin(Kind kind, String key) {
        return jdbc.sql(
                                """
                insert into wecom_resource (kind, key) values (:kind, :key) on conflict do nothing
                """)
                        .param("kind", kind.name())
                        .param("key", key)
                        .update()
                == 1;
    }

    void created(Kind kind, String key, String id, String url) {
        jdbc.sql(
                        """
                insert into wecom_resource (kind, key, id, url) values (:kind, :key, :id, :url)
                on conflict (kind, key) do update set id = excluded.id, url = excluded.url
                """)
                .param("kind", kind.name())
                .param("key", key)
                .param("id", id)
                .param("url", url)
                .update();
    }

    /** Set-up has to run first. */
    static final class NotSetUp extends RuntimeException {
        NotSetUp(String what) {
            super("企业微信中还没有" + what + "，请先运行 setup");
        }
    }
}
