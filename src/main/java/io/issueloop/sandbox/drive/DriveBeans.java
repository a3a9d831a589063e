package io.issueloop.sandbox.drive;

import io.issueloop.sandbox.SandboxProperties;
import io.issueloop.sandbox.api.Endpoints;
import io.issueloop.sandbox.callback.Callbacks;
import io.issueloop.sandbox.doc.Docs;
import io.issueloop.sandbox.doc.Shelf;
import io.issueloop.sandbox.state.Contacts;
import io.issueloop.sandbox.state.Ids;
import io.issueloop.sandbox.state.SandboxClock;
import io.issueloop.sandbox.state.Settings;
import io.issueloop.sandbox.state.Store;
import org.springframework.context.annotation.Bean;

/** Wiring of this package. */
public final class DriveBeans {

    @Bean
    AuthList driveRights(Contacts contacts) {
        return new AuthList(contacts);
    }

    @Bean
    Guard driveGuard(Store store, SandboxClock clock, SandboxProperties properties) {
        return new Guard(store, clock, properties.driveCallsPerMonth());
    }

    @Bean
    Blobs driveContent(Store store) {
        return new Blobs(store);
    }

    @Bean
    Spaces driveSpaces(Store store, Ids ids, AuthList rights, Settings settings) {
        return new Spaces(store, ids, rights, settings.corpId());
    }

    @Bean
    DriveFiles driveFiles(Store store, Blobs blobs, Ids ids, SandboxClock clock) {
        return new DriveFiles(store, blobs, ids, clock);
    }

    @Bean
    Downloads driveDownloads(Store store, Ids ids, SandboxClock clock) {
        return new Downloads(store, ids, clock);
    }

    @Bean
    MemberDrive memberDrive(Spaces spaces, DriveFiles files, AuthList rights, Callbacks callbacks) {
        return new MemberDrive(spaces, files, rights, callbacks);
    }

    @Bean
    Shelf driveShelf(Spaces spaces, DriveFiles files) {
        return new DriveShelf(spaces, files);
    }

    @Bean
    Endpoints.Area driveSpaceApi(Guard guard, Spaces spaces, DriveFiles files, AuthList rights) {
        return new SpaceApi(guard, spaces, files, rights);
    }

    @Bean
    Endpoints.Area driveFileApi(Guard guard, Spaces spaces, DriveFiles files, Docs docs) {
        return new FileApi(guard, spaces, files, docs);
    }

    @Bean
    Endpoints.Area driveUploadApi(
            Guard guard, Spaces spaces, DriveFiles files, Blobs blobs, Store store, Ids ids) {
        var uploads = new Uploads(store, blobs, ids);
        return new UploadApi(guard, spaces, files, uploads, blobs);
    }

    @Bean
    Endpoints.Area driveFileRightsApi(
            Guard guard, DriveFiles files, AuthList rights, Downloads downloads) {
        return new FileRightsApi(guard, files, rights, downloads);
    }
}
