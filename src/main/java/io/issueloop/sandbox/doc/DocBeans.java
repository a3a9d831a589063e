package io.issueloop.sandbox.doc;

import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class DocBeans {

    @Bean
    Docs docs(Store store, Ids ids, SandboxClock clock, Contacts contacts) {
        return new Docs(store, ids, clock, contacts);
    }

    @Bean
    Texts texts(Store store) {
        return new Texts(store);
    }

    @Bean
    Images images(Store store, Ids ids) {
        return new Images(store, ids);
    }

    @Bean
    Endpoints.Area imageApi(Docs docs, Images images) {
        return new ImageApi(docs, images);
    }

    @Bean
    MemberDocs memberDocs(Docs docs, Contacts contacts, Callbacks callbacks) {
        return new MemberDocs(docs, contacts, callbacks);
    }

    @Bean
    Endpoints.Area docApi(Docs docs, Texts texts, Contacts contacts, Shelf shelf, FormDesk forms) {
        return new DocApi(docs, texts, contacts, shelf, forms);
    }

    @Bean
    Endpoints.Area docRightsApi(Docs docs, Contacts contacts) {
        return new DocRightsApi(docs, contacts);
    }

    @Bean
    Endpoints.Area documentApi(Docs docs, Texts texts) {
        return new DocumentApi(docs, texts);
    }
}
