package io.issueloop.wecom;

import feign.Param;
import feign.RequestLine;

/** Who signed on. */
interface AuthApi {

    /** A code is single use and lives five minutes. WeCom page 91023. */
    @RequestLine("GET /cgi-bin/auth/getuserinfo?code={code}")
    UserInfo getuserinfo(@Param("code") String code);

    /** Members have a {@code userid}, everybody else only an {@code openid}. */
    record UserInfo(String userid, String openid) {}
}
