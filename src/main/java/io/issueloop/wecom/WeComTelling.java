package io.issueloop.wecom;

import io.issueloop.collaboration.Telling;
import io.issueloop.notification.Message.Notice;
import io.issueloop.notification.MessageSender;
import io.issueloop.shared.UserId;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages about reviews and reports are notices like all others. */
@Component
class WeComTelling implements Telling {

    private final MessageSender sender;
    private final URI publicUrl;

    WeComTelling(MessageSender sender, WeComKpiMessenger.PublicAddress address) {
        this.sender = sender;
        this.publicUrl = URI.create(address.publicUrl().toString().replaceAll("/+$", "") + "/");
    }

    @Override
    public void tell(List<UserId> to, String title, String text, String path) {
        sender.send(to, new Notice(title, text, link(path)));
    }

    @Override
    public URI link(String path) {
        return publicUrl.resolve(path.replaceFirst("^/+", ""));
    }
}
