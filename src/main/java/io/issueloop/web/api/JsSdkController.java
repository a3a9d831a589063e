package io.issueloop.web.api;

import io.issueloop.wecom.JsSdk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What our own pages need to call WeCom's client; nobody else's page is signed. */
@RestController
@RequestMapping("/api/me/js-sdk")
@Tag(name = "我")
class JsSdkController {

    private final JsSdk sdk;

    JsSdkController(JsSdk sdk) {
        this.sdk = sdk;
    }

    @GetMapping
    @Operation(summary = "JS-SDK 的应用信息与脚本地址")
    JsSdk.Application application() {
        return sdk.application();
    }

    @GetMapping("/signature")
    @Operation(summary = "JS-SDK 签名", description = "config：企业票据；agent：应用票据。仅为本系统的页面签名。")
    JsSdk.Signature signature(
            @Parameter(description = "config 或 agent") @RequestParam String kind,
            @Parameter(description = "页面地址，不含 # 及其后内容") @RequestParam String url) {
        var which =
                switch (kind) {
                    case "config" -> JsSdk.Kind.CONFIG;
                    case "agent" -> JsSdk.Kind.AGENT;
                    default -> throw new InvalidRequest("kind 应为 config 或 agent");
                };
        return sdk.sign(which, ours(url));
    }

    private static URI ours(String url) {
        var here = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUri();
        try {
            var page = new URI(url);
            if (here.getScheme().equals(page.getScheme())
                    && String.valueOf(here.getAuthority()).equals(page.getAuthority())) {
                return page;
            }
        } catch (URISyntaxException notAnAddress) {
            // answered below
        }
        throw new InvalidRequest("只能为本系统的页面签名");
    }
}
