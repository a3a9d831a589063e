package io.issueloop.wecom;

import feign.Headers;
import feign.Param;
import feign.RequestLine;

/** Who signed on. */
interface AuthApi {

    /** A code is single use and lives five minutes. WeCom page 91023. */
    @RequestLine("GET /cgi-bin/auth/getuserinfo?code={code}")
    UserInfo getuserinfo(@Param("code") String code);

    /** What the member agreed to show. WeCom page 95833. */
    @RequestLine("POST /cgi-bin/auth/getuserdetail")
    @Headers("Content-Type: application/json")
    UserDetail getuserdetail(Ticket ticket);

    record Ticket(String user_ticket) {}

    /** Fields the administrator or the member keeps back are empty. */
    record UserDetail(
            String userid,
            String gender,
            String avatar,
            String qr_code,
            String mobile,
            String email,
            String biz_mail,
            String address) {
        @Override
        public String toString() {
            return "UserDetail[%s]".formatted(userid);
        }
    }

    /** Members have a {@code userid}, everybody else only an {@code openid}. */
    record UserInfo(String userid, String openid) {}
}
