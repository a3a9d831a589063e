package io.issueloop.wecom;

import com.fasterxml.jackson.databind.ObjectMapper;
import feign.RequestTemplate;
import feign.codec.Encoder;
import feign.jackson.JacksonEncoder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Everything is JSON, except files. */
final class WeComEncoder implements Encoder {

    private final Encoder json;

    WeComEncoder(ObjectMapper json) {
        this.json = new JacksonEncoder(json);
    }

    @Override
    public void encode(Object object, Type bodyType, RequestTemplate template) {
        if (object instanceof Multipart file) {
            var body = file.body();
            template.header("Content-Type", body.contentType());
            template.body(body.bytes(), StandardCharsets.UTF_8);
        } else {
            json.encode(object, bodyType, template);
        }
    }
}
