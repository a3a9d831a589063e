package io.issueloop.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Answers for the version another node names, while one has been upgraded and the next has not: our
 * own files, so that no page is left without scripts.
 */
final class OtherVersions extends PathResourceResolver {

    private static final String VERSION = "^v[0-9a-f]{12}/";

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(
                request, path.replaceFirst(VERSION, ""), locations, chain);
    }
}
