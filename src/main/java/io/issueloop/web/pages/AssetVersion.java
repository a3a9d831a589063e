package io.issueloop.web.pages;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A folder name for our scripts and styles that changes with any of them: what lies below it may be
 * kept for ever, and the files of one page always belong together.
 */
final class AssetVersion {

    static final String FOLDER = "/assets/";
    static final String LOCATION = "classpath:/static/assets/";
    private static final int DIGITS = 12;

    private AssetVersion() {}

    /** Such as {@code v3f0c81d2a9b4}. */
    static String ofFiles() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(LOCATION + "**/*.*");
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : sorted(files)) {
                digest.update(file.getContentAsByteArray());
            }
            return "v" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Resource[] sorted(Resource[] files) {
        var sorted = files.clone();
        Arrays.sort(sorted, Comparator.comparing(Resource::getDescription));
        return sorted;
    }
}
