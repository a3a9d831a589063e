package io.issueloop.appraisal.archive;

import io.issueloop.delivery.ByHand;
import io.issueloop.delivery.Capability;
import io.issueloop.delivery.Effect;
import io.issueloop.delivery.SentLog;
import io.issueloop.kpi.Period;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The files of a locked quarter in WeDrive, each uploaded once; the subject is the revision. */
@Component
class ArchiveUploadEffect implements Effect {

    static final String NAME = "QUARTER_ARCHIVE";

    private static final String KEY = "QUARTER-";
    private static final long ENOUGH_FOR_ONE_JOB = 20L * 1024 * 1024;

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

    /**
     * What went up already is not sent again, whatever happened between the files. After some of
     * them the next one is another job's: one that took too long would be taken for dead.
     */
    @Override
    public void perform(String businessKey, String subject) {
        var archive = archive(businessKey, subject);
        long sent = 0;
        for (var file : archive.files()) {
            if (sentLog.reference(sent(file)).isEmpty()) {
                if (sent >= ENOUGH_FOR_ONE_JOB) {
                    throw new MoreFiles("归档的其余文件接着上传");
                }
                sentLog.claim(sent(file));
                sentLog.sent(sent(file), shelf.put(archive.quarter().code(), book(archive, file)));
                sent += file.bytes();
            }
        }
    }

    private ArchiveShelf.Book book(QuarterArchive archive, ArchivedFile file) {
        return new ArchiveShelf.Book(
                file.name(), file.bytes(), () -> archives.getObject().open(archive, file));
    }

    @Override
    public Optional<ByHand> byHand(String businessKey, String subject) {
        var archive = archive(businessKey, subject);
        var left =
                archive.files().stream()
                        .filter(file -> sentLog.reference(sent(file)).isEmpty())
                        .toList();
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var names = left.stream().map(ArchivedFile::name).collect(Collectors.joining("\n"));
        return Optional.of(
                ByHand.of(
                                "把%s归档放入微盘".formatted(archive.quarter().label()),
                                "请在「季度考核」页下载下面 %d 个文件，放入微盘空间「KPI 归档」的文件夹「季度归档/%s」"
                                        .formatted(left.size(), archive.quarter().code()),
                                names)
                        .forKpiAdmins());
    }

    @Override
    public void doneByHand(String businessKey, String subject, String reference) {
        for (var file : archive(businessKey, subject).files()) {
            if (sentLog.claim(sent(file))) {
                sentLog.sent(sent(file), reference);
            }
        }
    }

    private QuarterArchive archive(String businessKey, String subject) {
        var quarter = Period.of(businessKey.substring(KEY.length()));
        return archives.getObject().find(quarter, Integer.parseInt(subject)).orElseThrow();
    }

    private static String sent(ArchivedFile file) {
        return NAME + "/" + file.name();
    }
}
