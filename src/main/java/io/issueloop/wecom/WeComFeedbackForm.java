package io.issueloop.wecom;

import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Modes;
import io.issueloop.pilot.FeedbackForm;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form in WeCom, while WeCom does forms for us. */
@Component
class WeComFeedbackForm implements FeedbackForm {

    private final FeedbackFormPart form;
    private final Modes modes;

    WeComFeedbackForm(FeedbackFormPart form, Modes modes) {
        this.form = form;
        this.modes = modes;
    }

    @Override
    public Optional<URI> address() {
        return modes.isAuto(Capability.FORM)
                ? form.known()
                        .map(WeComResources.Resource::url)
                        .filter(url -> !url.isEmpty())
                        .map(URI::create)
                : Optional.empty();
    }
}
