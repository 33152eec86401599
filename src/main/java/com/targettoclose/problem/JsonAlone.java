package com.targettoclose.problem;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads bodies as JSON and in no other way: the library that describes our interface brings YAML along. */
@Configuration(proxyBeanMethods = false)
class JsonAlone implements WebMvcConfigurer {

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(
                converter -> converter.getSupportedMediaTypes().stream().anyMatch(JsonAlone::isYaml));
    }

    private static boolean isYaml(MediaType type) {
        return type.getSubtype().contains("yaml");
    }
}
