package io.issueloop.web.pages;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What pages are made of. Pages are asked about each time and name the version of our own scripts
 * and styles, which browsers then keep for a year; under addresses without it, or with that of
 * another node during an upgrade, they are asked about each time too. ECharts and WeUI come from
 * their WebJars, the editors of bpmn.io from npm.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        var version = AssetVersion.ofFiles();
        registry.addResourceHandler(AssetVersion.FOLDER + version + "/**")
                .addResourceLocations(AssetVersion.LOCATION)
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(AssetVersion.LOCATION)
                .setCacheControl(CacheControl.noCache().cachePrivate())
                .resourceChain(true)
                .addResolver(new OtherVersions());
        registry.addResourceHandler("/pages/**")
                .addResourceLocations("classpath:/static/pages/")
                .setCacheControl(CacheControl.noCache().cachePrivate())
                .setUseLastModified(false) // it is another page as soon as a script is another
                .resourceChain(true)
                .addTransformer(new PagesWithAssets(version));
        registry.addResourceHandler("/help/pictures/**")
                .addResourceLocations("classpath:/guide/pictures/")
                .setCacheControl(CacheControl.noCache().cachePrivate());
        vendor(registry, "echarts", "org.webjars/echarts", "");
        vendor(registry, "weui", "org.webjars.npm/weui", "dist/style/");
        registry.addResourceHandler("/vendor/editor/**")
                .addResourceLocations("classpath:/META-INF/resources/vendor/editor/")
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate());
    }

    private static void vendor(
            ResourceHandlerRegistry registry, String name, String artifact, String folder) {
        var version = version(artifact);
        registry.addResourceHandler("/vendor/" + name + "/**")
                .addResourceLocations(
                        "classpath:/META-INF/resources/webjars/%s/%s/%s"
                                .formatted(name, version, folder))
                .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate());
    }

    private static String version(String artifact) {
        var file = new ClassPathResource("META-INF/maven/" + artifact + "/pom.properties");
        try (var stream = file.getInputStream()) {
            var properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("WebJar is missing: " + artifact, e);
        }
    }
}
