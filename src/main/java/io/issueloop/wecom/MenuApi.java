package io.issueloop.wecom;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The menu below the application's conversation. */
@Headers("Content-Type: application/json")
interface MenuApi {

    /** Replaces the menu. WeCom page 90231. */
    @RequestLine("POST /cgi-bin/menu/create?agentid={agentid}")
    Done create(@Param("agentid") int agentid, Menu menu);

    /** 46003 where there is none. WeCom page 90232. */
    @RequestLine("GET /cgi-bin/menu/get?agentid={agentid}")
    Menu get(@Param("agentid") int agentid);

    /** WeCom page 90233. */
    @RequestLine("GET /cgi-bin/menu/delete?agentid={agentid}")
    Done delete(@Param("agentid") int agentid);

    /**
     * @param button one to three
     */
    record Menu(List<Button> button) {}

    /**
     * @param name at most 16 bytes, 40 in a sub menu
     * @param type absent for one that opens a sub menu of at most five
     * @param key at most 128 bytes
     * @param url at most 1,024 bytes
     */
    record Button(
            @Nullable String type,
            String name,
            @Nullable String key,
            @Nullable String url,
            @Nullable List<Button> sub_button) {

        static Button page(String name, String url) {
            return new Button("view", name, null, url, null);
        }

        static Button click(String name, String key) {
            return new Button("click", name, key, null, null);
        }

        static Button menu(String name, List<Button> buttons) {
            return new Button(null, name, null, null, buttons);
        }
    }

    record Done() {}
}
