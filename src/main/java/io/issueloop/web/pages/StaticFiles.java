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
 * What pages are made of, under addresses that do not name a version. Our own files are kept by
 * browsers and asked about each time (304 while nothing has changed), so that the scripts of a page
 * always belong together; ECharts and WeUI come from their WebJars, the editors of bpmn.io from
 * npm.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.noCache().cachePrivate());
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
