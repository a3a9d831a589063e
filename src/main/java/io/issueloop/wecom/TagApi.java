package io.issueloop.wecom;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tags of members; reading them is in {@link ContactsApi}. Only the creator may change a tag. */
@Headers("Content-Type: application/json")
interface TagApi {

    /** WeCom page 90210. */
    @RequestLine("POST /cgi-bin/tag/create")
    Created create(Create create);

    /** WeCom page 90211. */
    @RequestLine("POST /cgi-bin/tag/update")
    Done rename(Rename rename);

    /** WeCom page 90212. */
    @RequestLine("GET /cgi-bin/tag/delete?tagid={tagid}")
    Done delete(@Param("tagid") long tagid);

    /** WeCom page 90214. */
    @RequestLine("POST /cgi-bin/tag/addtagusers")
    Changed add(Members members);

    /** WeCom page 90215. */
    @RequestLine("POST /cgi-bin/tag/deltagusers")
    Changed remove(Members members);

    /**
     * @param tagname at most 32 characters, unique
     */
    record Create(String tagname, @Nullable Long tagid) {}

    record Created(long tagid) {}

    record Rename(long tagid, String tagname) {}

    /** At most 1,000 members and 100 departments; not both absent. */
    record Members(long tagid, @Nullable List<String> userlist, @Nullable List<Long> partylist) {}

    /**
     * @param invalidlist userids that could not be used, separated by {@code |}
     */
    record Changed(String invalidlist, List<Long> invalidparty) {}

    record Done() {}
}
