package io.issueloop.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the sandbox, {@code sandbox.*} or {@code SANDBOX_*}.
 *
 * @param port HTTP port on 127.0.0.1; 0 picks a free one
 * @param dataFile where the state is kept; null keeps it in memory only
 * @param patient whether callbacks to an application that is not up yet (connection refused) wait
 *     beyond WeCom's three retries; WeCom itself would give up
 * @param retryDelay pause before the first retry of a callback, doubled each time
 * @param trustedDomains hosts besides loopback that OAuth may redirect to
 * @param todoEndpoint whether {@code oa/todo/create} exists, as a tenant's gateway may offer it
 * @param driveCallsPerMonth WeDrive calls a month: 1,000 in a free corp, 100,000 in one that pays
 * @param idTail ends every id, code and token; for trials with ids of another shape than WeCom's
 * @param limits calls per minute by path, instead of WeCom's own; for trials of error 45009
 */
@ConfigurationProperties("sandbox")
@Validated
public record SandboxProperties(
        @DefaultValue("" + SandboxDefaults.PORT) @Min(0) @Max(65535) int port,
        @DefaultValue(SandboxDefaults.CORP_ID) @NotBlank String corpId,
        @DefaultValue(SandboxDefaults.SECRET) @NotBlank String secret,
        @DefaultValue(SandboxDefaults.CONTACTS_SECRET) @NotBlank String contactsSecret,
        @DefaultValue("" + SandboxDefaults.AGENT_ID) @Positive int agentId,
        @DefaultValue(SandboxDefaults.TOKEN) @Pattern(regexp = "[a-zA-Z0-9]{1,32}") String token,
        @DefaultValue(SandboxDefaults.AES_KEY) @Pattern(regexp = "[a-zA-Z0-9]{43}") String aesKey,
        @DefaultValue(SandboxDefaults.CALLBACK_URL) @NotNull URI callbackUrl,
        @Nullable Path dataFile,
        @DefaultValue("true") boolean patient,
        @DefaultValue("1s") @NotNull Duration retryDelay,
        @DefaultValue("false") boolean todoEndpoint,
        @DefaultValue @NotNull List<String> trustedDomains,
        @DefaultValue("100000") @Positive int driveCallsPerMonth,
        @DefaultValue @NotNull Map<String, Integer> limits,
        @DefaultValue("") @NotNull String idTail,
        @DefaultValue("问题闭环") @NotBlank String appName) {}
