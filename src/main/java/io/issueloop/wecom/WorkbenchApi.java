package io.issueloop.wecom;

import feign.Headers;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the application shows on the workbench instead of its icon. A person has to allow it first:
 * 应用管理, 应用, 自定义展示. WeCom page 92535.
 */
@Headers("Content-Type: application/json")
interface WorkbenchApi {

    int MEMBERS_PER_CALL = 1000;

    /** What everybody sees who has no data of their own. WeCom page 92535. */
    @RequestLine("POST /cgi-bin/agent/set_workbench_template")
    Done setTemplate(Template template);

    /** WeCom page 92535. */
    @RequestLine("POST /cgi-bin/agent/get_workbench_template")
    Found template(Which which);

    /** 10 calls a minute and member. WeCom page 92535. */
    @RequestLine("POST /cgi-bin/agent/set_workbench_data")
    Done setData(MemberData data);

    /** The same for up to {@link #MEMBERS_PER_CALL} members. WeCom page 92535. */
    @RequestLine("POST /cgi-bin/agent/batch_set_workbench_data")
    Done setData(ManyData data);

    /** WeCom page 92535. */
    @RequestLine("POST /cgi-bin/agent/get_workbench_data")
    Found data(WhichMember which);

    /**
     * @param type keydata, image, list, webview, or normal for the plain icon; exactly the one of
     *     this name is present
     * @param replace_user_data whether members' own data is dropped
     */
    record Template(
            int agentid,
            String type,
            @Nullable KeyData keydata,
            @Nullable Image image,
            @Nullable Links list,
            @Nullable WebView webview,
            @Nullable Boolean replace_user_data) {}

    /**
     * @param items at most four
     */
    record KeyData(List<Figure> items) {}

    /**
     * @param key its name, at most 64 characters
     * @param data at most 64 characters
     * @param jump_url where the home page of the application is a web page
     * @param pagepath where it is a mini program
     */
    record Figure(String key, String data, @Nullable String jump_url, @Nullable String pagepath) {}

    record Image(String url, @Nullable String jump_url, @Nullable String pagepath) {}

    /**
     * @param items at most three
     */
    record Links(List<Link> items) {}

    record Link(String title, @Nullable String jump_url, @Nullable String pagepath) {}

    /**
     * @param height single_row or double_row
     */
    record WebView(
            String url,
            @Nullable String jump_url,
            @Nullable String pagepath,
            @Nullable String height,
            @Nullable Boolean hide_title,
            @Nullable Boolean enable_webview_click) {}

    record Which(int agentid) {}

    record WhichMember(int agentid, String userid) {}

    record Found(
            String type,
            @Nullable KeyData keydata,
            @Nullable Image image,
            @Nullable Links list,
            @Nullable WebView webview) {}

    record MemberData(
            int agentid,
            String userid,
            String type,
            @Nullable KeyData keydata,
            @Nullable Image image,
            @Nullable Links list,
            @Nullable WebView webview) {

        static MemberData figures(int agentid, String userid, List<Figure> figures) {
            return new MemberData(
                    agentid, userid, "keydata", new KeyData(figures), null, null, null);
        }
    }

    record ManyData(int agentid, List<String> userid_list, Data data) {}

    record Data(
            String type,
            @Nullable KeyData keydata,
            @Nullable Image image,
            @Nullable Links list,
            @Nullable WebView webview) {}

    record Done() {}
}
