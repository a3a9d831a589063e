package io.issueloop.wecom;

import io.issueloop.kpi.KpiMessenger;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.MessageSender;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** KPI messages are notices like all others. */
@Component
@EnableConfigurationProperties(WeComKpiMessenger.PublicAddress.class)
class WeComKpiMessenger implements KpiMessenger {

    private final MessageSender sender;
    private final URI publicUrl;

    WeComKpiMessenger(MessageSender sender, PublicAddress address) {
        this.sender = sender;
        this.publicUrl = URI.create(address.publicUrl().toString().replaceAll("/+$", "") + "/");
    }

    /**
     * @param publicUrl where members reach the application (ISSUELOOP_PUBLIC_URL)
     */
    @ConfigurationProperties("issueloop")
    record PublicAddress(@DefaultValue("http://localhost:8080") URI publicUrl) {}

    @Override
    public void send(List<UserId> to, String title, String text, URI link) {
        sender.send(to, new Notice(title, text, absolute(link)));
    }

    private URI absolute(URI link) {
        return link.isAbsolute()
                ? link
                : publicUrl.resolve(link.toString().replaceFirst("^/+", ""));
    }
}
