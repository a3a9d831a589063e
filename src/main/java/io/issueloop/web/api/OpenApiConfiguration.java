package io.issueloop.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Objects;
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

    /** Every POST honours it; the filter is not a parameter springdoc could see. */
    @Bean
    OpenApiCustomizer everyPostOnce() {
        var key =
                new HeaderParameter()
                        .name(IdempotencyFilter.HEADER)
                        .description("幂等键，1–200 个可见的英文字符：相同的键与内容得到第一次的回答，内容不同返回 422")
                        .schema(new StringSchema().maxLength(200));
        return api ->
                api.getPaths().values().stream()
                        .map(PathItem::getPost)
                        .filter(Objects::nonNull)
                        .forEach(post -> post.addParametersItem(key));
    }
}
