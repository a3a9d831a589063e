package io.issueloop.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.issueloop.shared.UserId;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SignOnTest {

    private static final UserId ZHANG = UserId.of("zhangwei");

    private final World world = World.shared();

    @Test
    void codeNamesTheMemberOnce() throws Exception {
        var signOn = world.the(WeComSignOn.class);
        var code = world.people.codeOf("zhangwei", "http://127.0.0.1:1/login");
        assertThat(signOn.memberOf(code)).contains(ZHANG);
        assertThat(signOn.memberOf(code)).as("used").isEmpty();
        assertThat(signOn.memberOf("no-such-code")).isEmpty();
    }

    @Test
    void authorizeUrlsAreWeComsOwn() {
        var signOn = new OAuthSignOn(TestSettings.of("http://localhost"), world.the(AuthApi.class));
        var back = URI.create("https://loop.example.com/login?next=/m/report");
        assertThat(signOn.authorizeUrl(back, "s1", true).toString())
                .startsWith("https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx")
                .contains(
                        "redirect_uri=https%3A%2F%2Floop.example.com%2Flogin%3Fnext%3D%2Fm%2Freport")
                .contains("&scope=snsapi_base")
                .endsWith("#wechat_redirect");
        assertThat(signOn.authorizeUrl(back, "s1", false).toString())
                .startsWith("https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp")
                .contains("&state=s1");
    }
}
