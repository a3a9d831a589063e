package io.issueloop.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A script with a token that acts for a member.
 *
 * @param base address of the application, without a trailing slash
 */
public record Script(String base, String token, String actingUser) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public MemberBrowser.Answer post(String path, Object body, String idempotencyKey) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Authorization", "Bearer " + token)
                        .header("X-Acting-User", actingUser)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.text(body)))
                        .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new MemberBrowser.Answer(answer.statusCode(), answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
