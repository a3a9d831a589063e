package io.issueloop.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the REST API at {@code /v3/api-docs}, in Chinese. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "令牌";

    @Bean
    OpenAPI openApi() {
        var token =
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("ISSUELOOP_API_TOKENS 中的令牌；需要操作人时另加请求头 X-Acting-User: userid");
        return new OpenAPI()
                .info(
                        new Info()
                                .title("问题闭环 IssueLoop")
                                .version("v1")
                                .description(
                                        "问题的提报、处理与指标。时间为带 +08:00 的 ISO-8601；出错时返回"
                                                + " application/problem+json。"))
                .components(new Components().addSecuritySchemes(TOKEN, token))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Callbacks and doors have addresses too, but are nobody's API. */
    @Bean
    OpenApiCustomizer onlyTheApi() {
        return api -> api.getPaths().keySet().removeIf(path -> !path.startsWith("/api/"));
    }
}
