package io.issueloop.wecom;

import io.issueloop.wecom.WeComConfiguration.WeComClients;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;

/** One bean per area of WeCom, of its interface's type. */
final class WeComAreas implements ImportBeanDefinitionRegistrar {

    /** Called with the application's token. */
    static final List<Class<?>> WITH_TOKEN =
            List.of(
                    AppChatApi.class,
                    ApprovalApi.class,
                    ApprovalTemplateApi.class,
                    AuthApi.class,
                    CalendarApi.class,
                    ContactsApi.class,
                    DocumentApi.class,
                    DriveApi.class,
                    FormApi.class,
                    JournalApi.class,
                    MediaApi.class,
                    MeetingApi.class,
                    MenuApi.class,
                    MessageApi.class,
                    RecordApi.class,
                    SmartSheetApi.class,
                    SpreadsheetApi.class,
                    TagApi.class,
                    TicketApi.class,
                    TodoApi.class,
                    WorkbenchApi.class);

    /** Called with the key of a robot or a table instead. */
    static final List<Class<?>> WITH_KEY = List.of(TableWebhookApi.class, WebhookApi.class);

    @Override
    public void registerBeanDefinitions(
            AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        Map<List<Class<?>>, BiFunction<WeComClients, Class<?>, Object>> ways =
                Map.of(WITH_TOKEN, WeComClients::of, WITH_KEY, WeComClients::withKey);
        ways.forEach((areas, way) -> areas.forEach(area -> register(area, way, registry)));
    }

    private static <T> void register(
            Class<T> area,
            BiFunction<WeComClients, Class<?>, Object> way,
            BeanDefinitionRegistry registry) {
        var beans = (BeanFactory) registry;
        var bean =
                BeanDefinitionBuilder.rootBeanDefinition(
                        area, () -> area.cast(way.apply(beans.getBean(WeComClients.class), area)));
        registry.registerBeanDefinition(area.getSimpleName(), bean.getBeanDefinition());
    }
}
