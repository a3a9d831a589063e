package io.issueloop.wecom;

import feign.Param;
import feign.RequestLine;

/** Access tokens. */
interface TokenApi {

    /** WeCom page 91039. */
    @RequestLine("GET /cgi-bin/gettoken?corpid={corpid}&corpsecret={corpsecret}")
    Token gettoken(@Param("corpid") String corpid, @Param("corpsecret") String corpsecret);

    record Token(String access_token, int expires_in) {
        @Override
        public String toString() {
            return "Token[expires_in=%d]".formatted(expires_in);
        }
    }
}
