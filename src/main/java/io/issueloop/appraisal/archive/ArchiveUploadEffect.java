package io.issueloop.appraisal.archive;

import io.issueloop.appraisal.archive.QuarterArchive.File;
import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.kpi.Period;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The files of a locked quarter in WeDrive, each uploaded once; the subject is the revision. */
@Component
class ArchiveUploadEffect implements Effect {

    static final String NAME = "QUARTER_ARCHIVE";

    private static final String KEY = "QUARTER-";

    private final ObjectProvider<QuarterArchives> archives;
    private final ArchiveShelf shelf;
    private final SentLog sentLog;

    ArchiveUploadEffect(
            ObjectProvider<QuarterArchives> archives, ArchiveShelf shelf, SentLog sentLog) {
        this.archives = archives;
        this.shelf = shelf;
        this.sentLog = sentLog;
    }

    static String key(Period quarter) {
        return KEY + quarter.code();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String label() {
        return "季度归档上传微盘";
    }

    @Override
    public Capability capability() {
        return Capability.DRIVE;
    }

    /** What went up already is not sent again, whatever happened between the files. */
    @Override
    public void perform(String businessKey, String subject) {
        var archive = archive(businessKey, subject);
        for (var file : File.values()) {
            var name = archive.name(file);
            if (sentLog.reference(sent(name)).isEmpty()) {
                sentLog.claim(sent(name));
                var content = archives.getObject().content(archive, file);
                sentLog.sent(sent(name), shelf.put(archive.quarter().code(), name, content));
            }
        }
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var archive = archive(businessKey, subject);
        if (sentLog.reference(sent(archive.name(File.SHA256))).isPresent()) {
            return Optional.empty();
        }
        var names =
                String.join(
                        "\n",
                        archive.name(File.XLSX),
                        archive.name(File.JSON),
                        archive.name(File.SHA256));
        return Optional.of(
                ByHand.of(
                                "把%s归档放入微盘".formatted(archive.quarter().label()),
                                "请在「季度考核」页下载下面三个文件，放入微盘空间「KPI 归档」的文件夹「季度归档/%s」"
                                        .formatted(archive.quarter().code()),
                                names)
                        .forKpiAdmins());
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        var archive = archive(businessKey, subject);
        for (var file : File.values()) {
            if (sentLog.claim(sent(archive.name(file)))) {
                sentLog.sent(sent(archive.name(file)), reference);
            }
        }
    }

    private QuarterArchive archive(String businessKey, String subject) {
        var quarter = Period.of(businessKey.substring(KEY.length()));
        return archives.getObject().find(quarter, Integer.parseInt(subject)).orElseThrow();
    }

    private static String sent(String name) {
        return NAME + "/" + name;
    }
}
